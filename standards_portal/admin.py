from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class PortalAdminSite(admin.AdminSite):
    site_header = _("Standards portal: administration")
    site_title = _("Standards portal")
    index_title = _("Standards, office and accounts")
    enable_nav_sidebar = False

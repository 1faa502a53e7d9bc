from django.contrib.admin.apps import AdminConfig


class PortalAdminConfig(AdminConfig):
    """The admin with the portal's own title, language and login page."""

    default_site = "standards_portal.admin.PortalAdminSite"

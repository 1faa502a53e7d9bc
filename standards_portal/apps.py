from django.contrib.admin.apps import AdminConfig


class PortalAdminConfig(AdminConfig):
    """The admin with the portal's own title, language and login page."""

    def ready(self) -> None:
        super().ready()
        from standards_portal import deploying  # noqa: F401 - registers its checks

    default_site = "standards_portal.admin.PortalAdminSite"

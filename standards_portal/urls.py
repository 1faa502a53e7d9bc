"""The portal's addresses."""

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.templatetags.static import static
from django.urls import include, path
from django.utils.functional import lazy
from django.views.generic import RedirectView, TemplateView

from audits.fieldwork.views.home import home
from standards_portal import health, offline

handler400 = "standards_portal.errors.bad_request"


# Its address is known once the files are collected.
_ICON = lazy(static, str)("img/favicon.svg")

urlpatterns = [
    path("", home, name="home"),
    path("", include("audits.urls")),
    path("standardy/", include("standards.urls")),
    path("", include("audits.signin.urls")),
    path(
        "dostepnosc/",
        login_not_required(TemplateView.as_view(template_name="accessibility.html")),
        name="accessibility",
    ),
    path("health/live", health.live, name="health_live"),
    path("health/ready", health.ready, name="health_ready"),
    path("metrics", health.metrics, name="metrics"),
    # At the root: a worker minds what lies below its own address.
    path("worker.js", login_not_required(offline.worker), name="worker"),
    path("manifest.webmanifest", login_not_required(offline.manifest), name="manifest"),
    path("na-tym-urzadzeniu/", offline.on_device, name="on_device"),
    path("administracja/", admin.site.urls),
    # Where those who know other portals look for it.
    path("admin/", login_not_required(RedirectView.as_view(pattern_name="admin:index")), name="admin"),
    # Asked for without a page having named them.
    path("favicon.ico", login_not_required(RedirectView.as_view(url=_ICON)), name="favicon"),
    path(
        "robots.txt",
        login_not_required(TemplateView.as_view(template_name="robots.txt", content_type="text/plain")),
        name="robots",
    ),
]

"""The portal's addresses."""

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.generic import TemplateView

from audits.views.home import home

handler400 = "standards_portal.errors.bad_request"

urlpatterns = [
    path("", home, name="home"),
    path("", include("audits.urls")),
    path("standardy/", include("standards.urls")),
    path("", include("audits.signin_urls")),
    path(
        "dostepnosc/",
        login_not_required(TemplateView.as_view(template_name="accessibility.html")),
        name="accessibility",
    ),
    path("administracja/", admin.site.urls),
]

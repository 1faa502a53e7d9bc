"""Addresses of the audits and of what comes of them: one list a feature, in one namespace."""

from django.urls import include, path

app_name = "audits"


urlpatterns = [
    path("", include("audits.fieldwork.urls")),
    path("", include("audits.access_log.urls")),
    path("uprawnienia/", include("audits.rights.urls")),
    path("", include("audits.notices.urls")),
    path("", include("audits.assessed.urls")),
    path("", include("audits.reports.urls")),
]

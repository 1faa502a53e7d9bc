"""Addresses of the access log and of purposes, within the namespace `audits`."""

from django.urls import path

from audits.access_log import views

urlpatterns = [
    path("audyty/cel/", views.purpose, name="purpose"),
    path("audyty/<uuid:uuid>/cel/", views.purpose, name="purpose_of_audit"),
    path("dziennik-dostepu/", views.access_log, name="access_log"),
    path("dziennik-dostepu/plik/", views.access_log_file, name="access_log_file"),
    path("kto-czytal/", views.own_readers, name="own_readers"),
]

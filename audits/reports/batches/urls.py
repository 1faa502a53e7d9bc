"""Addresses of orders of many reports, within the namespace `audits`."""

from django.urls import path

from audits.reports.batches import views

urlpatterns = [
    path("", views.batches, name="batches"),
    path("<uuid:uuid>/", views.batch, name="batch"),
    path("<uuid:uuid>/stan/", views.batch_status, name="batch_status"),
    path("<uuid:uuid>/anuluj/", views.batch_cancel, name="batch_cancel"),
    path("<uuid:uuid>/ponow/", views.batch_retry, name="batch_retry"),
    path("<uuid:uuid>/zip/", views.batch_zip, name="batch_zip"),
]

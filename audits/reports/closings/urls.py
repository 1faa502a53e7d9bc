"""Addresses of closings, within the namespace `audits`."""

from django.urls import path

from audits.reports.closings import views

urlpatterns = [
    path("", views.closings, name="closings"),
    path("dlugosci/", views.granule_lengths, name="granule_lengths"),
    path("<str:method>/<str:period>/", views.closing, name="closing"),
    path("<str:method>/<str:period>/pozniejsze-zmiany/", views.supplement, name="supplement"),
]

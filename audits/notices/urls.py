"""Addresses of who was told, within the namespace `audits`."""

from django.urls import path

from audits.notices import views

urlpatterns = [
    path("zawiadomienia/", views.notices, name="notices"),
    path("zawiadomienia/nowe/", views.new_notice, name="new_notice"),
    path("zawiadomienia/<uuid:uuid>/", views.notice, name="notice"),
    path("zawiadomienia/<uuid:uuid>/potwierdzenie/", views.acknowledged, name="acknowledge"),
    path("zawiadomienia/<uuid:uuid>/zawiadomieni/<int:told_id>/cofniecie/", views.withdraw, name="withdraw_told"),
]

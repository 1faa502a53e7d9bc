"""Addresses of audits and reports."""

from django.urls import path

app_name = "audits"
urlpatterns: list = []

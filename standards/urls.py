"""Addresses of the standards' reading pages."""

from django.urls import path

app_name = "standards"
urlpatterns: list = []

"""Signing in: what the portal adds to django-allauth and django-axes, which have the pages and count the failures."""

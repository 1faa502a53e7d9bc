"""Addresses of who holds what."""

from django.urls import path

from audits.views import rights, rights_reviews

urlpatterns = [
    path("", rights.index, name="rights"),
    path("moje/", rights.own, name="own_rights"),
    path("komorki/<uuid:uuid>/", rights.department, name="rights_of_department"),
    path("komorki/<uuid:uuid>/nadanie/", rights.grant, name="grant"),
    path("konta/<uuid:uuid>/", rights.account, name="rights_of_account"),
    path("<uuid:uuid>/koniec/", rights.end, name="end_appointment"),
    path("zestawienie/", rights.rights_list, name="rights_list"),
    path("zestawienie/csv/", rights.rights_csv, name="rights_csv"),
    path("zestawienie/xlsx/", rights.rights_xlsx, name="rights_xlsx"),
    path("przeglady/", rights_reviews.reviews, name="rights_reviews"),
    path("przeglady/nowy/", rights_reviews.new_review, name="new_rights_review"),
    path("przeglady/<uuid:uuid>/", rights_reviews.review, name="rights_review"),
]

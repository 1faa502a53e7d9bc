"""Addresses of who holds what."""

from django.urls import path

from audits.rights.views import holdings, proposals, reviews

urlpatterns = [
    path("", holdings.index, name="rights"),
    path("moje/", holdings.own, name="own_rights"),
    path("komorki/<uuid:uuid>/", holdings.department, name="rights_of_department"),
    path("komorki/<uuid:uuid>/nadanie/", holdings.grant, name="grant"),
    path("konta/<uuid:uuid>/", holdings.account, name="rights_of_account"),
    path("<uuid:uuid>/koniec/", holdings.end, name="end_appointment"),
    path("zestawienie/", holdings.rights_list, name="rights_list"),
    path("zestawienie/csv/", holdings.rights_csv, name="rights_csv"),
    path("zestawienie/xlsx/", holdings.rights_xlsx, name="rights_xlsx"),
    path("oczekujace/", proposals.proposals, name="proposals"),
    path("przeglady/", reviews.reviews, name="rights_reviews"),
    path("przeglady/nowy/", reviews.new_review, name="new_rights_review"),
    path("przeglady/<uuid:uuid>/", reviews.review, name="rights_review"),
]

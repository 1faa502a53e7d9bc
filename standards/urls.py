"""Addresses of the standards' reading pages: those of recommendations are cited, and stay."""

from django.urls import path

from standards import views

app_name = "standards"
urlpatterns = [
    path("", views.editions, name="editions"),
    path("<slug:code>/", views.edition, name="edition"),
    path("<slug:code>/calosc/", views.whole_text, name="whole_text"),
    path("<slug:code>/szukaj/", views.search_edition, name="search"),
    path("<slug:code>/standard/<str:number>/", views.standard, name="standard"),
    path(
        "<slug:code>/standard/<str:standard_number>/zalecenie/<str:number>/",
        views.recommendation,
        name="recommendation",
    ),
]

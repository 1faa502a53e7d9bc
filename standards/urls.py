"""Addresses of the standards' reading pages: those of recommendations are cited, and stay."""

from django.urls import path

from standards.comparing import views as comparing
from standards.reading import views as reading

app_name = "standards"
urlpatterns = [
    path("", reading.editions, name="editions"),
    path("<slug:code>/", reading.edition, name="edition"),
    path("<slug:code>/calosc/", reading.whole_text, name="whole_text"),
    path("<slug:code>/szukaj/", reading.search_edition, name="search"),
    path("<slug:code>/porownanie/", comparing.choose, name="choose_comparison"),
    path("<slug:code>/porownanie/<slug:other>/", comparing.compare, name="compare"),
    path("<slug:code>/porownanie/<slug:other>/pdf/", comparing.compare_pdf, name="compare_pdf"),
    path("<slug:code>/porownanie/<slug:other>/xlsx/", comparing.compare_xlsx, name="compare_xlsx"),
    path("<slug:code>/standard/<str:number>/", reading.standard, name="standard"),
    path(
        "<slug:code>/standard/<str:standard_number>/zalecenie/<str:number>/",
        reading.recommendation,
        name="recommendation",
    ),
]

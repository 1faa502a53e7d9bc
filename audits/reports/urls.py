"""Addresses of reports, within the namespace `audits`."""

from django.urls import include, path

from audits.reports import views
from audits.reports.ordering import views as ordering
from audits.reports.results.views import comparison
from audits.reports.results.views import pages as results

urlpatterns = [
    path("wyniki/", results.results, name="results"),
    path("wyniki/porownanie/", comparison.comparison, name="results_comparison"),
    path("wyniki/porownanie/plik/", comparison.comparison_file, name="results_comparison_file"),
    path("wyniki/porownanie/pdf/", views.comparison_pdf, name="results_comparison_pdf"),
    path("wyniki/standard/<str:number>/", results.standard, name="results_standard"),
    path("wyniki/zalecenie/<str:label>/", results.recommendation, name="results_recommendation"),
    path("wyniki/zalecenie/<str:label>/z-czego-wynika/", results.audits_behind, name="results_audits"),
    path("raporty/", ordering.reports, name="reports"),
    path("raporty/co-da/", ordering.report_prospects, name="report_prospects"),
    path("raporty/odpowiedzi/", ordering.answers, name="answers"),
    path("raporty/zbiorcze/", include("audits.reports.batches.urls")),
    path("raporty/<uuid:uuid>/", views.report, name="report"),
    path("raporty/<uuid:uuid>/stan/", views.report_status, name="report_status"),
    path("raporty/<uuid:uuid>/anuluj/", views.report_cancel, name="report_cancel"),
    path("raporty/<uuid:uuid>/ponow/", views.report_again, name="report_again"),
    path("raporty/<uuid:uuid>/dane/", views.report_screen, name="report_screen"),
    path("raporty/<uuid:uuid>/plik/", views.report_download, name="report_download"),
    path("raporty/<uuid:uuid>/plik/<slug:form>/", views.report_file, name="report_file"),
    path("audyty/<uuid:uuid>/karta-pdf/", views.audit_card_pdf, name="audit_card_pdf"),
    path("audytorzy/", views.auditor_patterns, name="patterns"),
    path("karta-do-druku/", views.blank_card, name="blank_card"),
    path("zamkniecia/", include("audits.reports.closings.urls")),
]

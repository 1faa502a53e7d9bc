"""Addresses of reports, within the namespace `audits`."""

from django.urls import path

from audits.views import blank_cards, reports

urlpatterns = [
    path("raporty/", reports.reports, name="reports"),
    path("raporty/<uuid:uuid>/", reports.report, name="report"),
    path("raporty/<uuid:uuid>/stan/", reports.report_status, name="report_status"),
    path("raporty/<uuid:uuid>/dane/", reports.report_screen, name="report_screen"),
    path("raporty/<uuid:uuid>/plik/", reports.report_download, name="report_download"),
    path("audyty/<uuid:uuid>/karta-pdf/", reports.audit_card_pdf, name="audit_card_pdf"),
    path("karta-do-druku/", blank_cards.blank_card, name="blank_card"),
]

"""Addresses of audits and reports."""

from django.urls import include, path

from audits.views import (
    access_log,
    annulments,
    assignments,
    audits,
    corrections,
    fill,
    identification,
    opening,
    patterns,
    purposes,
    redactions,
    releases,
    shopping,
)

app_name = "audits"

one_audit = [
    path("", audits.audit, name="audit"),
    path("cel/", purposes.purpose, name="purpose_of_audit"),
    path("dane/", opening.header, name="header"),
    path("porzucenie/", audits.discard, name="discard"),
    path("karta/", fill.checklist, name="fill"),
    path("karta/oczekiwanie/", fill.waiting, name="waiting"),
    path("karta/zdarzenia/pozostale/", fill.other_gates, name="other_gates"),
    path("karta/zdarzenia/<int:occasion_id>/", fill.gate, name="gate"),
    path("karta/zadne/<slug:block>/", fill.none_of_these, name="none_of_these"),
    path("karta/oceny/<int:recommendation_id>/", fill.answer, name="answer"),
    path("zlozenie/", audits.submit, name="submit"),
    path("zlozenie/odlozenie/", audits.set_aside, name="set_aside"),
    path("usuniecie/", redactions.redact, name="redact"),
    path("osoba/", identification.identify, name="identify"),
    path("korekta/", corrections.propose, name="correct"),
    path("korekta/decyzja/", corrections.decide, name="decide_correction"),
    path("uniewaznienie/", annulments.propose, name="annul"),
    path("uniewaznienie/decyzja/", annulments.decide, name="decide"),
    path("udostepnienie/", releases.release, name="release"),
]

urlpatterns = [
    path("audyty/", audits.audit_list, name="audits"),
    path("audyty/nowy/", opening.open_audit, name="open"),
    path("audyty/nowy/zakres/", opening.scope, name="scope"),
    path("audyty/nowy/pracownicy/", opening.employees, name="employees"),
    path("audyty/cel/", purposes.purpose, name="purpose"),
    path("audyty/<uuid:uuid>/", include(one_audit)),
    path("zlecenia/", assignments.assignments, name="assignments"),
    path("zlecenia/nowe/", assignments.assign, name="assign"),
    path("zlecenia/nowe/zakres/", assignments.assign_scope, name="assign_scope"),
    path("zlecenia/<uuid:uuid>/", assignments.assignment, name="assignment"),
    path("zlecenia/<uuid:uuid>/wycofanie/", assignments.withdraw, name="withdraw"),
    path("zlecenia/do-ustalenia/", identification.unidentified, name="unidentified"),
    path("moje-zlecenia/<uuid:uuid>/", shopping.own_assignment, name="own_assignment"),
    path("audytorzy/", patterns.auditor_patterns, name="patterns"),
    path("dziennik-dostepu/", access_log.access_log, name="access_log"),
    path("dziennik-dostepu/plik/", access_log.access_log_file, name="access_log_file"),
    path("kto-czytal/", access_log.own_readers, name="own_readers"),
    path("uprawnienia/", include("audits.rights_urls")),
    path("", include("audits.assessed_urls")),
    path("", include("audits.report_urls")),
]

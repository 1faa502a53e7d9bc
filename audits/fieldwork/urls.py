"""Addresses of audits, from the assignment to the submitted card, within the namespace `audits`."""

from django.urls import include, path

from audits.fieldwork.views import (
    amending,
    assignments,
    audits,
    ending,
    fill,
    identification,
    missing,
    offline,
    opening,
)

one_audit = [
    path("", audits.audit, name="audit"),
    path("dane/", opening.header, name="header"),
    path("porzucenie/", ending.discard, name="discard"),
    path("karta/", fill.checklist, name="fill"),
    path("karta/zmiany/", fill.changes, name="changes"),
    path("zlozenie/", ending.submit, name="submit"),
    path("zlozenie/odlozenie/", ending.set_aside, name="set_aside"),
    path("zlozenie/z-urzadzenia/", offline.end, name="end"),
    path("usuniecie/", amending.redact, name="redact"),
    path("osoba/", identification.identify, name="identify"),
    path("korekta/", amending.propose_correction, name="correct"),
    path("korekta/decyzja/", amending.decide_correction, name="decide_correction"),
    path("uniewaznienie/", amending.propose_annulment, name="annul"),
    path("uniewaznienie/decyzja/", amending.decide_annulment, name="decide"),
]


urlpatterns = [
    path("audyty/", audits.audit_list, name="audits"),
    path("audyty/kogo-jeszcze-nie/", missing.missing, name="missing"),
    path("audyty/plik/", audits.audit_list_file, name="audits_file"),
    path("audyty/nowy/", opening.open_audit, name="open"),
    path("audyty/nowy/zakres/", opening.scope, name="scope"),
    path("audyty/nowy/pracownicy/", opening.employees, name="employees"),
    path("audyty/nowy/bez-sieci/", offline.opening, name="open_offline"),
    path("audyty/nowy/bez-sieci/komorki/", offline.take_along, name="take_along"),
    path("audyty/nowy/bez-sieci/<slug:method>/<slug:channel>/<int:edition>/", offline.card, name="offline_card"),
    path("audyty/nowy/z-urzadzenia/", offline.arrive, name="arrive"),
    path("audyty/<uuid:uuid>/", include(one_audit)),
    path("zlecenia/", assignments.assignments, name="assignments"),
    path("zlecenia/nowe/", assignments.assign, name="assign"),
    path("zlecenia/nowe/zakres/", assignments.assign_scope, name="assign_scope"),
    path("zlecenia/<uuid:uuid>/", assignments.assignment, name="assignment"),
    path("zlecenia/<uuid:uuid>/wycofanie/", assignments.withdraw, name="withdraw"),
    path("zlecenia/do-ustalenia/", identification.unidentified, name="unidentified"),
    path("moje-zlecenia/<uuid:uuid>/", assignments.own_assignment, name="own_assignment"),
    path("moje-zlecenia/<uuid:uuid>/karta/<int:edition>/", offline.own_card, name="own_card"),
]

"""Addresses of what assessed people are owed, within the namespace `audits`."""

from django.urls import path

from audits.views import notices, own_results, releases, rights_requests, statements

urlpatterns = [
    path("moje-wyniki/", own_results.own_results, name="own_results"),
    path("moje-wyniki/<uuid:uuid>/", own_results.own_result, name="own_result"),
    path("moje-wyniki/dane/", own_results.own_data_file, name="own_data"),
    path("moje-wyniki/moje-wnioski/", rights_requests.own_requests, name="own_requests"),
    path("wnioski/", rights_requests.rights_requests, name="rights_requests"),
    path("wnioski/nowy/", rights_requests.new_rights_request, name="new_rights_request"),
    path("wnioski/<uuid:uuid>/", rights_requests.rights_request, name="rights_request"),
    path("wnioski/<uuid:uuid>/przedluzenie/", rights_requests.extend, name="extend_request"),
    path("wnioski/<uuid:uuid>/dane/", rights_requests.rights_request_file, name="rights_request_file"),
    path("udostepnianie/", releases.releases, name="releases"),
    path("oswiadczenia/", statements.statements, name="statements"),
    path("zawiadomienia/", notices.notices, name="notices"),
    path("zawiadomienia/nowe/", notices.new_notice, name="new_notice"),
    path("zawiadomienia/<uuid:uuid>/", notices.notice, name="notice"),
    path("zawiadomienia/<uuid:uuid>/potwierdzenie/", notices.acknowledged, name="acknowledge"),
    path("zawiadomienia/<uuid:uuid>/zawiadomieni/<int:told_id>/cofniecie/", notices.withdraw, name="withdraw_told"),
]

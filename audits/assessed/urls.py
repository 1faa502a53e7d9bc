"""Addresses of what assessed people are owed, within the namespace `audits`."""

from django.urls import path

from audits.assessed.views import data_requests, own_results, releases

urlpatterns = [
    path("moje-wyniki/", own_results.own_results, name="own_results"),
    path("moje-wyniki/<uuid:uuid>/", own_results.own_result, name="own_result"),
    path("moje-wyniki/dane/", own_results.own_data_file, name="own_data"),
    path("moje-wyniki/moje-wnioski/", data_requests.own_requests, name="own_requests"),
    path("wnioski/", data_requests.data_requests, name="data_requests"),
    path("wnioski/nowy/", data_requests.new_data_request, name="new_data_request"),
    path("wnioski/<uuid:uuid>/", data_requests.data_request, name="data_request"),
    path("wnioski/<uuid:uuid>/przedluzenie/", data_requests.extend, name="extend_request"),
    path("wnioski/<uuid:uuid>/dane/", data_requests.data_request_file, name="data_request_file"),
    path("audyty/<uuid:uuid>/udostepnienie/", releases.release, name="release"),
    path("udostepnianie/", releases.releases, name="releases"),
    path("oswiadczenia/", releases.statements, name="statements"),
]

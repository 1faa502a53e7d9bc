"""A finished report's tables beside its PDF: for whoever may have the PDF, and nobody else."""

import csv
import datetime
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from audits.choices import Role, WithdrawnBecause
from audits.models import AccessRecord, Report, User, periods
from audits.models.reports import OTHER_FORMS, path_beside, withdraw_reports
from audits.reports import jobs
from tests.audits.factories import DepartmentFactory, appointed, purpose, with_purpose
from tests.audits.reports.department.closed import close
from tests.audits.reports.makers import Office, submit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("jobs_at_once", "quick_pdf")]

YEAR = periods.whole_year(2026)
QUARTER = periods.quarter(2026, 3)
each_form = pytest.mark.parametrize("form", OTHER_FORMS)


@pytest.fixture(autouse=True)
def winter() -> Any:
    with time_machine.travel(datetime.datetime(2027, 1, 20, 9, tzinfo=datetime.UTC)):
        yield


@pytest.fixture
def hr(office: Office) -> User:
    return appointed(Role.HR, office.district)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


Make = Callable[..., Report]


@pytest.fixture
def general(office: Office, hr: User, django_capture_on_commit_callbacks: Any) -> Report:
    close(office, YEAR, by=hr)
    with django_capture_on_commit_callbacks(execute=True):
        report = jobs.request_report(department=office.district, period=YEAR, by=hr)
    return Report.objects.get(pk=report.pk)


@pytest.fixture
def full(office: Office, hr: User, django_capture_on_commit_callbacks: Any) -> Report:
    with django_capture_on_commit_callbacks(execute=True):
        report = jobs.request_report(department=office.district, period=QUARTER, by=hr, level="full", purpose=purpose())
    return Report.objects.get(pk=report.pk)


def address(report: Report, form: str) -> str:
    return reverse("audits:report_file", args=[report.uuid, form])


def content(response: Any) -> bytes:
    return b"".join(response.streaming_content)


def test_the_three_files_hold_the_report(general: Report, hr: User) -> None:
    client = signed_in(hr)
    book = load_workbook(io.BytesIO(content(client.get(address(general, "xlsx")))))
    about = dict(book["O raporcie"].iter_rows(values_only=True))
    assert (about["Odcisk danych"], about["Poziom"]) == (general.fingerprint, "poziom ogólny")
    head, *rows = book["Metody"].iter_rows(values_only=True)
    (observed,) = [row for row in rows if row[head.index("Metoda")] == "obserwacja przełożonego"]
    assert (observed[head.index("Audyty")], observed[head.index("Wynik (%)")]) == (12, 100)

    text = content(client.get(address(general, "csv"))).decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert [row["Audyty"] for row in lines if row["Co"] == "całość" and row["Audyty"]] == ["12"]
    found = json.loads(content(client.get(address(general, "json"))))
    assert found["fingerprint"] == general.fingerprint


def test_the_files_stay_those_of_the_pdf_when_the_data_change(office: Office, full: Report, hr: User) -> None:
    client = with_purpose(signed_in(hr))
    before = content(client.get(address(full, "json")))
    submit(office, office.units[0])
    assert content(client.get(address(full, "json"))) == before
    assert json.loads(before)["fingerprint"] == full.fingerprint


@each_form
def test_they_come_as_attachments_that_no_cache_keeps(general: Report, hr: User, form: str) -> None:
    response = signed_in(hr).get(address(general, form))
    assert response["Content-Disposition"].startswith('attachment; filename="')
    assert response["Content-Disposition"].endswith(f".{form}")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]


def test_the_page_offers_what_is_there(general: Report, hr: User) -> None:
    client = signed_in(hr)
    page = client.get(general.get_absolute_url()).content.decode()
    assert all(address(general, form) in page for form in OTHER_FORMS)
    # One of before there were such files.
    for form in OTHER_FORMS:
        general.file.storage.delete(path_beside(general.file.name, form))
    page = client.get(general.get_absolute_url()).content.decode()
    assert not any(address(general, form) in page for form in OTHER_FORMS)
    assert client.get(address(general, "xlsx")).status_code == 404
    assert client.get(reverse("audits:report_download", args=[general.uuid])).status_code == 200


@each_form
def test_outsiders_get_the_same_404_as_for_none(office: Office, general: Report, form: str) -> None:
    outsiders = [
        appointed(Role.HR, DepartmentFactory()),
        appointed(Role.HEAD, office.units[0]),
        office.auditor,
        appointed(Role.ADMINISTRATOR, office.district),
    ]
    missing = reverse("audits:report_file", args=["00000000-0000-4000-8000-000000000000", form])
    for outsider in outsiders:
        client = signed_in(outsider)
        assert client.get(address(general, form)).status_code == client.get(missing).status_code == 404
    assert Client().get(address(general, form)).status_code == 302


def test_the_head_has_the_general_level_and_never_the_full_one(office: Office, general: Report, full: Report) -> None:
    client = signed_in(appointed(Role.HEAD, office.district))
    assert client.get(address(general, "xlsx")).status_code == 200
    assert client.get(address(full, "xlsx")).status_code == 404
    # Nor has another of HR, over the same department.
    assert with_purpose(signed_in(appointed(Role.HR, office.district))).get(address(full, "xlsx")).status_code == 404


@each_form
def test_the_full_level_is_for_a_purpose_and_logged(full: Report, hr: User, form: str) -> None:
    client = signed_in(hr)
    asked = client.get(address(full, form))
    assert (asked.status_code, asked.url.split("?")[0]) == (302, reverse("audits:purpose"))
    assert not AccessRecord.objects.filter(kind="full_download").exists()

    assert with_purpose(client).get(address(full, form)).status_code == 200
    row = AccessRecord.objects.get(kind="full_download")
    assert (row.reader, row.report, row.purpose.code) == (hr, full, "nadzor")


def test_the_full_level_is_for_a_recent_sign_in(full: Report, hr: User) -> None:
    client = with_purpose(signed_in(hr))
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=25)):
        asked = client.get(address(full, "xlsx"))
        assert asked.status_code == 302
        assert asked.url.startswith(reverse("account_reauthenticate"))
    assert not AccessRecord.objects.filter(kind="full_download").exists()


def test_the_full_level_says_so_on_its_first_sheet_and_in_its_name(full: Report, hr: User) -> None:
    response = with_purpose(signed_in(hr)).get(address(full, "xlsx"))
    assert "POZIOM PE" in response["Content-Disposition"]
    about = dict(load_workbook(io.BytesIO(content(response)))["O raporcie"].iter_rows(values_only=True))
    assert about["Poziom"].startswith("POZIOM PEŁNY")
    assert full.purpose_label in about["Poziom"]


@pytest.mark.parametrize("form", ["pdf", "zip", "xls", "html"])
def test_there_is_no_other_form(general: Report, hr: User, form: str) -> None:
    assert signed_in(hr).get(address(general, form)).status_code == 404


def test_a_withdrawn_report_leaves_no_file(
    general: Report, hr: User, tmp_path: Any, django_capture_on_commit_callbacks: Any
) -> None:
    assert len([file for file in tmp_path.rglob("*") if file.is_file()]) == 4
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_reports(Report.objects.filter(pk=general.pk), because=WithdrawnBecause.RETENTION)
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]
    assert signed_in(hr).get(address(general, "xlsx")).status_code == 404


def test_a_worker_given_up_for_dead_leaves_no_files(
    office: Office, hr: User, tmp_path: Any, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    """Another attempt takes over while this one stores what it made."""
    stored: list[str] = []

    def overtaken(path: str, form: str) -> str:
        Report.objects.update(attempt=2)
        stored.append(form)
        return path_beside(path, form)

    monkeypatch.setattr(jobs, "path_beside", overtaken)
    with django_capture_on_commit_callbacks(execute=True):
        jobs.request_report(department=office.district, period=QUARTER, by=hr, level="full", purpose=purpose())
    assert stored == list(OTHER_FORMS)
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]


def test_a_file_costs_equally_few_queries_however_many_audits(office: Office, general: Report, hr: User) -> None:
    client = signed_in(hr)
    client.get(address(general, "xlsx"))
    with CaptureQueriesContext(connection) as taken:
        client.get(address(general, "xlsx"))
    assert len(taken) <= 12

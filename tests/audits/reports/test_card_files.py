"""An audit's card beside its PDF, as a workbook, CSV and JSON: for whoever may have the PDF, logged like it."""

import csv
import datetime
import io
import json
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from audits.choices import ReportState, Role, WithdrawnBecause
from audits.models import AccessRecord, Audit, Report, User
from audits.models.reports import OTHER_FORMS, withdraw_reports
from audits.reports import jobs
from standards.choices import Method
from tests.audits.factories import DepartmentFactory, appointed, with_purpose
from tests.audits.reports.makers import Office, submit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("jobs_at_once", "quick_pdf")]

NOTE = "=SUMA(A1) tak to wyglądało"
each_form = pytest.mark.parametrize("form", OTHER_FORMS)


@pytest.fixture(autouse=True)
def winter() -> Any:
    with time_machine.travel(datetime.datetime(2027, 1, 20, 9, tzinfo=datetime.UTC)):
        yield


@pytest.fixture
def hr(office: Office) -> User:
    return appointed(Role.HR, office.district)


@pytest.fixture
def audit(office: Office) -> Audit:
    """Of the first person: no greeting, and all noted in words that a spreadsheet would reckon."""
    employee = office.people[office.units[0].pk][0]
    return submit(office, office.units[0], employee=employee, verdict={"7.1": "not_met"}, note=NOTE)


@pytest.fixture
def card(audit: Audit, hr: User, django_capture_on_commit_callbacks: Any) -> Report:
    with django_capture_on_commit_callbacks(execute=True):
        made = jobs.request_audit_card(audit=audit, by=hr)
    return Report.objects.get(pk=made.pk)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def address(report: Report, form: str) -> str:
    return reverse("audits:report_file", args=[report.uuid, form])


def content(client: Client, report: Report, form: str) -> bytes:
    response = client.get(address(report, form))
    assert response.status_code == 200
    return b"".join(response.streaming_content)  # type: ignore[attr-defined]


def rows(sheet: Any) -> list[dict[str, Any]]:
    heads, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, line, strict=True)) for line in lines]


def test_the_workbook_says_what_it_is_and_holds_every_answer(card: Report, audit: Audit, hr: User) -> None:
    book = load_workbook(io.BytesIO(content(with_purpose(signed_in(hr)), card, "xlsx")))
    assert book.sheetnames == ["O karcie", "Wynik", "Okoliczności", "Odpowiedzi"]
    about = dict(book["O karcie"].iter_rows(values_only=True))
    assert about["Numer potwierdzenia"] == audit.receipt
    assert about["Pracownik"] == str(audit.employee)
    assert "nie ocena okresowa" in about["Czym jest"]
    answers = {row["Numer"]: row for row in rows(book["Odpowiedzi"])}
    assert len(answers) == audit.answers.count()
    assert (answers["7.1"]["Ocena"], answers["7.1"]["Uwaga"]) == ("Niespełnione", NOTE)
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.page_setup.orientation == "landscape"


def test_numbers_are_numbers_labels_texts_and_notes_no_formulas(card: Report, hr: User) -> None:
    book = load_workbook(io.BytesIO(content(with_purpose(signed_in(hr)), card, "xlsx")))
    total = rows(book["Wynik"])[-1]
    assert total["Nazwa"] == "Razem"
    assert isinstance(total["Wynik (%)"], float)
    assert total["Niespełnione"] == 1
    sheet = book["Odpowiedzi"]
    heads = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[heads.index("Numer")].value == "7.1")
    assert (row[heads.index("Numer")].data_type, row[heads.index("Numer")].number_format) == ("s", "@")
    note = row[heads.index("Uwaga")]
    assert (note.value, note.data_type, note.quotePrefix) == (NOTE, "s", True)


def test_csv_and_json_hold_the_same_answers(card: Report, audit: Audit, hr: User) -> None:
    client = with_purpose(signed_in(hr))
    lines = list(csv.DictReader(io.StringIO(content(client, card, "csv").decode("utf-8-sig")), delimiter=";"))
    assert [line["Audyt"] for line in lines] == [audit.receipt] * audit.answers.count()
    assert {line["Uwaga"] for line in lines} == {f"'{NOTE}"}
    told = json.loads(content(client, card, "json"))
    answers = [each for area in told["areas"] for one in area["standards"] for each in one["answers"]]
    assert [each["label"] for each in answers] == [line["Numer"] for line in lines]
    assert told["fingerprint"] == card.fingerprint


@each_form
def test_each_is_asked_a_purpose_for_and_logged_like_the_pdf(card: Report, audit: Audit, hr: User, form: str) -> None:
    client = signed_in(hr)
    asked = client.get(address(card, form))
    assert (asked.status_code, asked.url.split("?")[0]) == (302, reverse("audits:purpose_of_audit", args=[audit.uuid]))
    assert not AccessRecord.objects.filter(kind="download").exists()
    assert with_purpose(client).get(address(card, form)).status_code == 200
    row = AccessRecord.objects.get(kind="download")
    assert (row.reader, row.audit, row.report) == (hr, audit, card)


def test_it_is_for_a_recent_sign_in(card: Report, hr: User) -> None:
    client = with_purpose(signed_in(hr))
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=25)):
        asked = client.get(address(card, "xlsx"))
        assert asked.url.startswith(reverse("account_reauthenticate"))
    assert not AccessRecord.objects.filter(kind="download").exists()


@each_form
def test_outsiders_get_the_same_404_as_for_none(office: Office, card: Report, form: str) -> None:
    missing = reverse("audits:report_file", args=["00000000-0000-4000-8000-000000000000", form])
    for outsider in (appointed(Role.HR, DepartmentFactory()), appointed(Role.HEAD, office.units[0])):
        client = signed_in(outsider)
        assert client.get(address(card, form)).status_code == client.get(missing).status_code == 404
    assert Client().get(address(card, form)).status_code == 302


def test_the_page_offers_them_by_what_they_hold(card: Report, hr: User) -> None:
    page = signed_in(hr).get(card.get_absolute_url()).content.decode()
    assert all(address(card, form) in page for form in OTHER_FORMS)
    assert "Wszystkie odpowiedzi (CSV)" in page


def test_a_mystery_shopper_is_named_in_none(office: Office, hr: User, django_capture_on_commit_callbacks: Any) -> None:
    shopped = submit(office, office.units[0], method=Method.MYSTERY)
    with django_capture_on_commit_callbacks(execute=True):
        made = Report.objects.get(pk=jobs.request_audit_card(audit=shopped, by=hr).pk)
    client = with_purpose(signed_in(hr))
    book = load_workbook(io.BytesIO(content(client, made, "xlsx")))
    assert dict(book["O karcie"].iter_rows(values_only=True))["Audytor"] == "Tajemniczy klient"
    assert str(office.auditor) not in content(client, made, "json").decode()


def test_a_withdrawn_card_leaves_no_file(card: Report, tmp_path: Any, django_capture_on_commit_callbacks: Any) -> None:
    assert card.state == ReportState.DONE
    assert sorted(file.suffix for file in tmp_path.rglob("*") if file.is_file()) == [".csv", ".json", ".pdf", ".xlsx"]
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_reports(Report.objects.filter(pk=card.pk), because=WithdrawnBecause.RETENTION)
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]

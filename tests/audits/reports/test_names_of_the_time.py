"""What is told of a past period names departments as they were called on its last day, whatever they are called now."""

import datetime
import io
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from audits.choices import Role
from audits.fieldwork.card import audit_card
from audits.models import Audit, Department, User
from audits.models.periods import quarter
from audits.office.departments import rename_department
from audits.reports import jobs
from audits.reports.department.report import department_report
from audits.reports.department.tabulation import json_bytes, to_csv
from standards.choices import Method
from tests.audits.factories import appointed, with_purpose
from tests.audits.reports.department.closed import FULL, close
from tests.audits.reports.makers import Office, office, submit

pytestmark = pytest.mark.django_db

SUMMER = quarter(2026, 3)
WINTER = datetime.datetime(2027, 1, 20, 9, tzinfo=datetime.UTC)
LEVELS = pytest.mark.parametrize("level", [None, FULL], ids=["general", "full"])


@pytest.fixture(autouse=True)
def winter() -> Any:
    with time_machine.travel(WINTER):
        yield


@pytest.fixture
def visited() -> Office:
    found = office((6, 6))
    for unit in found.units:
        for person in found.people[unit.pk]:
            submit(found, unit, method=Method.MYSTERY, employee=person)
    return found


@pytest.fixture
def hr(visited: Office) -> User:
    return appointed(Role.HR, visited.district)


@pytest.fixture
def closed(visited: Office, hr: User) -> Office:
    close(visited, SUMMER, Method.MYSTERY, by=hr)
    return visited


@pytest.fixture
def client(hr: User) -> Client:
    found = Client()
    found.force_login(hr)
    return found


def rename_all(visited: Office, since: datetime.date) -> None:
    """Everything gets another name, and codes by which the units come in another order."""
    first, second = visited.units
    for unit, code, name in (
        (visited.district, "DZ-NOWA", "Dzielnica Przemianowana"),
        (first, "Z-2", "Centrum Drugie"),
        (second, "Z-1", "Centrum Pierwsze"),
    ):
        rename_department(department=unit, code=code, name=name, since=since)


def told(visited: Office, level: Any) -> tuple[str, bytes, bytes]:
    department = Department.objects.get(pk=visited.district.pk)
    report = department_report(department, SUMMER, level=level)
    return report.fingerprint, json_bytes(report), to_csv(report)


@LEVELS
def test_a_report_stays_the_same_to_the_last_byte_after_later_renames(closed, level):
    before = told(closed, level)
    rename_all(closed, datetime.date(2026, 10, 1))
    assert told(closed, level) == before
    rename_all(closed, datetime.date(2027, 1, 20))
    assert told(closed, level) == before


@LEVELS
def test_a_rename_in_mid_period_shows_the_name_of_the_last_day(closed, level):
    before = told(closed, level)
    rename_all(closed, datetime.date(2026, 9, 30))
    report = department_report(Department.objects.get(pk=closed.district.pk), SUMMER, level=level)
    assert (report.department_code, report.department_name) == ("DZ-NOWA", "Dzielnica Przemianowana")
    # In the order of the codes of that day.
    assert [unit.names[0] for unit in report.units] == ["Centrum Pierwsze", "Centrum Drugie"]
    assert report.fingerprint != before[0]


def test_a_stored_report_is_served_again_after_a_rename(
    closed, hr, jobs_at_once, quick_pdf, django_capture_on_commit_callbacks
):
    def ask() -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return jobs.request_report(department=closed.district, period=SUMMER, by=hr)

    first = ask()
    rename_all(closed, datetime.date(2026, 10, 1))
    assert ask().pk == first.pk
    assert quick_pdf == ["department"]


def test_the_list_of_reports_and_a_reports_page_say_the_name_of_its_period(
    closed, hr, client, jobs_at_once, quick_pdf, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        report = jobs.request_report(department=closed.district, period=SUMMER, by=hr)
    rename_all(closed, datetime.date(2026, 10, 1))
    for page in (client.get(reverse("audits:reports")).text, client.get(report.get_absolute_url()).text):
        assert "UD-PRO Urząd Dzielnicy Próbnej" in page
        assert "DZ-NOWA" not in page.split("<table")[-1]


def test_pages_of_a_closing_name_units_as_on_its_last_day(closed, client):
    rename_all(closed, datetime.date(2026, 10, 1))
    submit(closed, closed.units[0], method=Method.MYSTERY, employee=None)
    for name in ("closing", "supplement"):
        page = client.get(reverse(f"audits:{name}", args=["mystery", SUMMER.code])).text
        assert "UD-PRO-1 · Wydział Próbny 1" in page
        assert "Centrum" not in page


def test_what_is_to_be_closed_is_named_as_on_the_last_day(visited, client):
    rename_all(visited, datetime.date(2026, 10, 1))
    page = client.get(reverse("audits:closing", args=["mystery", SUMMER.code])).text
    assert "UD-PRO-1 · Wydział Próbny 1" in page
    assert "Centrum" not in page


@pytest.mark.parametrize("level", ["general", "full"])
def test_answers_as_a_file_name_departments_as_on_the_last_day(
    closed, client, level, jobs_at_once, django_capture_on_commit_callbacks
):
    rename_all(closed, datetime.date(2026, 10, 1))
    sent = {"department": closed.district.pk, "period": "2026Q3", "level": level}
    with django_capture_on_commit_callbacks(execute=True):
        page = with_purpose(client).post(reverse("audits:answers"), sent).url
    found = client.get(f"{page}plik/")
    book = load_workbook(io.BytesIO(b"".join(found.streaming_content)))
    text = "\n".join(str(value) for page in book for row in page.iter_rows(values_only=True) for value in row)
    assert "UD-PRO Urząd Dzielnicy Próbnej" in text
    assert "UD-PRO-1" in text
    assert "Centrum" not in text
    assert "Z-1" not in text


def test_a_card_names_the_department_as_on_the_day_of_the_visit(visited):
    audit = Audit.objects.filter(department=visited.units[0]).first()
    before = audit_card(audit)
    rename_all(visited, timezone.localdate(audit.took_place_at) + datetime.timedelta(days=1))
    after = audit_card(audit)
    assert (after.department_code, after.department_name) == ("UD-PRO-1", "Wydział Próbny 1")
    assert after.fingerprint == before.fingerprint


def test_the_list_of_audits_as_a_file_names_departments_as_on_the_day_of_the_visit(visited, client):
    audit = Audit.objects.filter(department=visited.units[0]).first()
    rename_all(visited, timezone.localdate(audit.took_place_at) + datetime.timedelta(days=1))
    submit(visited, visited.units[0], took_place_at=WINTER - datetime.timedelta(days=30), employee=None)
    found = with_purpose(client).get(reverse("audits:audits_file"))
    content = b"".join(found.streaming_content) if found.streaming else found.content
    rows = list(load_workbook(io.BytesIO(content)).worksheets[1].iter_rows(values_only=True, min_row=2))
    assert {row[2:4] for row in rows} == {
        ("UD-PRO-1", "Wydział Próbny 1"),
        ("UD-PRO-2", "Wydział Próbny 2"),
        ("Z-2", "Centrum Drugie"),
    }

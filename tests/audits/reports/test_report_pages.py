"""The pages of reports, for each who may and each who may not."""

import datetime
import re
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from audits.choices import ReportState, Role
from audits.models import Appointment, Audit, Report, User, periods
from audits.queue.lanes import sign_of
from audits.reports import jobs, views
from tests.audits.factories import DepartmentFactory, appointed, with_purpose
from tests.audits.reports.department.closed import close
from tests.audits.reports.makers import Office, submit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("jobs_at_once", "quick_pdf")]

QUARTER = periods.quarter(2026, 3)
AUTUMN = datetime.datetime(2026, 11, 20, 9, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def autumn() -> Any:
    with time_machine.travel(AUTUMN):
        yield


@pytest.fixture
def hr(office: Office) -> User:
    return appointed(Role.HR, office.district)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def made(office: Office, hr: User, django_capture_on_commit_callbacks: Any) -> Callable[..., Report]:
    def made(period: periods.Period = QUARTER) -> Report:
        with django_capture_on_commit_callbacks(execute=True):
            report = jobs.request_report(department=office.district, period=period, by=hr)
        return Report.objects.get(pk=report.pk)

    return made


def test_a_head_sees_what_hr_asked_for_at_the_general_level(office: Office, made: Callable[..., Report]) -> None:
    client = signed_in(appointed(Role.HEAD, office.district))

    assert client.get(made().get_absolute_url()).status_code == 200


def without_tokens(page: bytes) -> bytes:
    """A form's token is masked anew in each answer."""
    return re.sub(rb"[A-Za-z0-9]{64}", b"token", page)


ADDRESSES = ("report", "report_status", "report_screen", "report_download")


@pytest.mark.parametrize("name", ADDRESSES)
def test_outsiders_get_the_same_404_for_a_foreign_report_as_for_none(
    office: Office, made: Callable[..., Report], name: str
) -> None:
    report = made()
    outsiders = [
        appointed(Role.HR, DepartmentFactory()),
        appointed(Role.HEAD, office.units[0]),
        office.auditor,
        appointed(Role.ADMINISTRATOR, office.district),
    ]
    for outsider in outsiders:
        client = signed_in(outsider)
        foreign = client.get(reverse(f"audits:{name}", args=[report.uuid]))
        missing = client.get(reverse(f"audits:{name}", args=["00000000-0000-4000-8000-000000000000"]))
        assert (foreign.status_code, missing.status_code) == (404, 404)
        assert without_tokens(foreign.content) == without_tokens(missing.content)


@pytest.mark.parametrize("name", ADDRESSES)
def test_without_signing_in_nothing_is_told(made: Callable[..., Report], name: str) -> None:
    response = Client().get(reverse(f"audits:{name}", args=[made().uuid]))
    assert (response.status_code, response.url.split("?")[0]) == (302, reverse("account_login"))


def test_a_revoked_head_can_no_longer_download(office: Office, made: Callable[..., Report]) -> None:
    head = appointed(Role.HEAD, office.district)
    address = reverse("audits:report_download", args=[made().uuid])
    client = signed_in(head)
    assert client.get(address).status_code == 200

    Appointment.objects.filter(user=head).update(until=timezone.localdate())

    assert client.get(address).status_code == 404


def test_the_file_comes_as_an_attachment_that_no_cache_keeps(made: Callable[..., Report], hr: User) -> None:
    report = made()

    response = signed_in(hr).get(reverse("audits:report_download", args=[report.uuid]))

    assert b"".join(response.streaming_content) == report.file.read()
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith('attachment; filename="')
    assert "UD-PRO" in response["Content-Disposition"]
    assert response["Content-Disposition"].isascii()
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]


def test_a_report_that_is_not_ready_cannot_be_downloaded(made: Callable[..., Report], hr: User) -> None:
    report = made()
    Report.objects.filter(pk=report.pk).update(state=ReportState.RUNNING)

    assert signed_in(hr).get(reverse("audits:report_download", args=[report.uuid])).status_code == 404


def test_the_page_asks_for_its_state_while_the_report_is_made_and_then_stops(
    made: Callable[..., Report], hr: User
) -> None:
    report = made()
    address = reverse("audits:report_status", args=[report.uuid])
    client = signed_in(hr)
    Report.objects.filter(pk=report.pk).update(state=ReportState.RUNNING, stage="typesetting", progress=30)

    running = client.get(address).content.decode()
    assert f'hx-get="{address}?seen=running-30"' in running
    assert 'value="30"' in running
    # Nothing has changed: nothing is read out again.
    assert client.get(address, {"seen": "running-30"}).status_code == 204

    Report.objects.filter(pk=report.pk).update(state=ReportState.DONE, progress=100)
    done = client.get(address, {"seen": "running-30"}).content.decode()
    assert "hx-get" not in done
    assert reverse("audits:report_download", args=[report.uuid]) in done


@pytest.mark.parametrize("is_there", [True, False])
def test_whoever_waits_is_told_when_no_worker_is_there(made: Callable[..., Report], hr: User, is_there: bool) -> None:
    report = made()
    Report.objects.filter(pk=report.pk).update(state=ReportState.QUEUED, progress=0)
    sign = sign_of("long")
    if is_there:
        sign.show()

    pages = [signed_in(hr).get(reverse(f"audits:{name}", args=[report.uuid])) for name in ("report", "report_status")]
    sign.take_down()

    assert [("nie jest uruchomiony" in page.content.decode()) for page in pages] == [not is_there] * 2


def test_a_failed_report_says_why(made: Callable[..., Report], hr: User) -> None:
    report = made()
    Report.objects.filter(pk=report.pk).update(state=ReportState.FAILED, error="Skład trwał dłużej niż 120 sekund.")

    page = signed_in(hr).get(report.get_absolute_url()).content.decode()

    assert "Skład trwał dłużej niż 120 sekund." in page


def test_the_screen_shows_the_figures_of_the_file(office: Office, made: Callable[..., Report], hr: User) -> None:
    for _ in range(5):
        submit(office, office.units[0], method="mystery")
    close(office, QUARTER, "mystery")
    report = made()

    response = signed_in(hr).get(reverse("audits:report_screen", args=[report.uuid]))

    assert response.context["changed_since"] is False
    assert "100,0%" in response.content.decode()


def test_the_screen_says_when_the_file_is_older_than_the_data(
    office: Office, made: Callable[..., Report], hr: User
) -> None:
    report = made()
    submit(office, office.units[0], method="mystery")
    address = reverse("audits:report_screen", args=[report.uuid])
    assert signed_in(hr).get(address).context["changed_since"] is False
    close(office, QUARTER, "mystery")
    page = signed_in(hr).get(address)
    assert page.context["changed_since"] is True
    assert "Od utworzenia pliku PDF dane się zmieniły" in page.content.decode()


def test_the_screen_says_when_the_file_is_older_than_the_portal(
    office: Office, made: Callable[..., Report], hr: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = made()
    address = reverse("audits:report_screen", args=[report.uuid])
    assert "Portal zmieniono" not in signed_in(hr).get(address).content.decode()
    monkeypatch.setattr(views, "code_version", lambda: "other sources")
    page = signed_in(hr).get(address).content.decode()
    assert "Portal zmieniono po utworzeniu pliku PDF. Jego dane to wciąż te same" in page
    submit(office, office.units[0], method="mystery")
    close(office, QUARTER, "mystery")
    page = signed_in(hr).get(address).content.decode()
    assert "Plik PDF powstał, zanim zmieniono portal" in page
    assert "wciąż te same" not in page


def test_the_list_takes_equally_many_queries_with_few_reports_and_with_many(
    made: Callable[..., Report], hr: User
) -> None:
    client = signed_in(hr)
    report = made()

    def queries() -> int:
        with CaptureQueriesContext(connection) as taken:
            assert client.get(reverse("audits:reports")).status_code == 200
        return len(taken)

    queries()
    few = queries()
    for number in range(60):
        report.pk, report.uuid = None, f"00000000-0000-4000-8000-{number:012d}"
        report.save()
    assert queries() == few
    assert few <= 15


def test_an_audits_card_is_asked_for_by_whoever_sees_the_audit(
    office: Office, hr: User, django_capture_on_commit_callbacks: Any
) -> None:
    audit = Audit.objects.order_by("pk")[0]
    address = reverse("audits:audit_card_pdf", args=[audit.uuid])

    assert signed_in(hr).get(address).status_code == 405
    assert signed_in(appointed(Role.HEAD, office.district)).post(address).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        response = with_purpose(signed_in(hr)).post(address)

    report = Report.objects.get()
    assert (response.url, report.audit, report.state) == (report.get_absolute_url(), audit, ReportState.DONE)
    download = signed_in(office.auditor).get(reverse("audits:report_download", args=[report.uuid]))
    assert download.status_code == 200
    # Another head never sees single audits, not even as a file.
    head = signed_in(appointed(Role.HEAD, office.district))
    assert head.get(reverse("audits:report_download", args=[report.uuid])).status_code == 404


def test_a_drafts_card_cannot_be_asked_for(office: Office) -> None:
    draft = submit(office, office.units[0], status="draft", submitted_at=None, receipt=None)

    response = signed_in(office.auditor).post(reverse("audits:audit_card_pdf", args=[draft.uuid]))

    assert (response.status_code, Report.objects.count()) == (404, 0)

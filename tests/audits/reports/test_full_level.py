"""A report at the full level: HR's, for a purpose, logged, and handed to nobody else by the portal."""

import datetime
import time
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audits.access_log.log import PurposeMissing
from audits.choices import AccessKind, ReportLevel, ReportState, Role
from audits.models import AccessRecord, Appointment, Report, User, periods
from audits.reports import jobs
from tests.audits.factories import appointed, purpose, with_purpose
from tests.audits.reports.makers import Office, submit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("jobs_at_once", "quick_pdf")]

QUARTER = periods.quarter(2026, 3)
AUTUMN = datetime.datetime(2026, 11, 20, 9, tzinfo=datetime.UTC)
ADDRESSES = ("report", "report_status", "report_screen", "report_download")


@pytest.fixture(autouse=True)
def autumn() -> Any:
    with time_machine.travel(AUTUMN):
        yield


@pytest.fixture
def hr(office: Office) -> User:
    return appointed(Role.HR, office.district)


@pytest.fixture
def ask(office: Office, hr: User, django_capture_on_commit_callbacks: Any) -> Callable[..., Report]:
    def act(by: User = hr, **options: Any) -> Report:
        with django_capture_on_commit_callbacks(execute=True):
            report = jobs.request_report(
                **{
                    "department": office.district,
                    "period": QUARTER,
                    "by": by,
                    "level": ReportLevel.FULL,
                    "purpose": purpose(),
                }
                | options
            )
        return Report.objects.get(pk=report.pk)

    return act


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def logged(kind: AccessKind) -> list[tuple[int, int | None, str]]:
    found = AccessRecord.objects.filter(kind=kind).order_by("number")
    return [(each.reader_id, each.report_id, each.purpose_label) for each in found]


class TestAsking:
    def test_it_says_its_purpose_and_when_it_was_issued_and_is_logged(self, ask, hr) -> None:
        report = ask(justification="skarga z sierpnia")
        level = jobs.level_of(report)
        assert (level.kind, level.purpose, level.issued_at) == ("full", purpose().label, report.requested_at)
        assert (report.state, report.justification) == (ReportState.DONE, "skarga z sierpnia")
        assert logged(AccessKind.FULL_REPORT) == [(hr.pk, report.pk, purpose().label)]

    def test_without_a_purpose_there_is_none(self, ask) -> None:
        with pytest.raises(PurposeMissing):
            ask(purpose=None)
        assert not Report.objects.exists()

    @pytest.mark.parametrize("role", [Role.HEAD, Role.AUDITOR, Role.ADMINISTRATOR, Role.DPO])
    def test_nobody_but_hr_over_the_department_gets_one(self, ask, office, role) -> None:
        with pytest.raises(jobs.NotAllowed):
            ask(appointed(role, office.district))
        with pytest.raises(jobs.NotAllowed):
            ask(appointed(Role.HR, office.units[0]))
        assert not Report.objects.exists()

    def test_any_days_may_be_chosen_and_at_the_general_level_none(self, ask, hr) -> None:
        days = periods.parse("2026-08-01..2026-08-20")
        assert ask(period=days).state == ReportState.DONE
        with pytest.raises(jobs.NotAllowed):
            ask(period=days, level=ReportLevel.GENERAL, purpose=None)

    def test_the_same_is_served_again_to_its_requester_alone_for_the_same_purpose(self, ask, office) -> None:
        first = ask()
        other = purpose("kontrola", "kontrola wewnętrzna")
        assert ask() == first
        assert ask(appointed(Role.HR, office.district)) != first
        assert ask(purpose=other) != first
        assert ask(level=ReportLevel.GENERAL, purpose=None) != first
        submit(office, office.units[0])
        assert ask() != first
        # Each time somebody asked, that was logged.
        assert len(logged(AccessKind.FULL_REPORT)) == 5

    def test_the_page_asks_for_a_purpose_first(self, office, hr) -> None:
        client = browser(hr)
        asked = {"department": office.district.pk, "period": "2026Q3", "level": "full"}
        answer = client.post(reverse("audits:reports"), asked)
        assert answer.url.startswith(reverse("audits:purpose"))
        assert not Report.objects.exists()
        with_purpose(client)
        assert client.post(reverse("audits:reports"), asked).url == Report.objects.get().get_absolute_url()
        assert Report.objects.get().level == ReportLevel.FULL

    def test_a_heads_page_has_no_such_choice(self, office) -> None:
        client = browser(appointed(Role.HEAD, office.district))
        answer = client.post(
            reverse("audits:reports"), {"department": office.district.pk, "period": "2026Q3", "level": "full"}
        )
        assert answer.status_code == 422
        assert not Report.objects.exists()

    def test_whoever_is_no_longer_hr_when_its_turn_comes_gets_none(self, ask, hr, office) -> None:
        report = jobs.request_report(
            department=office.district, period=QUARTER, by=hr, level=ReportLevel.FULL, purpose=purpose()
        )
        Appointment.objects.filter(user=hr).update(until=timezone.localdate())
        jobs.run_report(report.pk)
        report.refresh_from_db()
        assert (report.state, report.file.name) == (ReportState.FAILED, "")


class TestReading:
    @pytest.mark.parametrize("name", ADDRESSES)
    def test_for_everybody_else_it_does_not_exist(self, ask, office, name) -> None:
        report = ask()
        colleague = with_purpose(browser(appointed(Role.HR, office.district)))
        others = [browser(appointed(role, office.district)) for role in (Role.HEAD, Role.DPO, Role.ADMINISTRATOR)]
        for client in (colleague, *others):
            assert client.get(reverse(f"audits:{name}", args=[report.uuid])).status_code == 404
            assert str(report.uuid) not in client.get(reverse("audits:reports")).content.decode()

    def test_its_page_and_its_file_ask_for_a_purpose_and_are_logged(self, ask, hr) -> None:
        report = ask()
        client = browser(hr)
        for name in ("report_screen", "report_download"):
            answer = client.get(reverse(f"audits:{name}", args=[report.uuid]))
            assert (answer.status_code, answer.url.split("?")[0]) == (302, reverse("audits:purpose"))
        assert not logged(AccessKind.FULL_PAGE)
        assert not logged(AccessKind.FULL_DOWNLOAD)
        with_purpose(client)
        assert client.get(reverse("audits:report_screen", args=[report.uuid])).status_code == 200
        answer = client.get(reverse("audits:report_download", args=[report.uuid]))
        assert b"".join(answer.streaming_content) == report.file.read()
        entry = [(hr.pk, report.pk, purpose().label)]
        assert (logged(AccessKind.FULL_PAGE), logged(AccessKind.FULL_DOWNLOAD)) == (entry, entry)

    def test_the_file_is_for_somebody_who_has_just_shown_who_they_are(self, ask, hr) -> None:
        report = ask()
        client = with_purpose(browser(hr))
        session = client.session
        for record in session["account_authentication_methods"]:
            record["at"] = time.time() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT - 1
        session.save()
        answer = client.get(reverse("audits:report_download", args=[report.uuid]))
        assert answer.status_code == 302
        assert not logged(AccessKind.FULL_DOWNLOAD)

    def test_the_page_says_the_purpose_of_now(self, ask, hr) -> None:
        report = ask()
        client = browser(hr)
        other = purpose("kontrola", "kontrola wewnętrzna")
        assert client.post(reverse("audits:purpose"), {"purpose": other.pk}).status_code == 302
        page = client.get(reverse("audits:report_screen", args=[report.uuid])).content.decode()
        assert "kontrola wewnętrzna" in page

    def test_who_is_no_longer_hr_reads_it_no_more(self, ask, hr) -> None:
        report = ask()
        client = with_purpose(browser(hr))
        Appointment.objects.filter(user=hr).update(until=timezone.localdate())
        for name in ADDRESSES:
            assert client.get(reverse(f"audits:{name}", args=[report.uuid])).status_code == 404

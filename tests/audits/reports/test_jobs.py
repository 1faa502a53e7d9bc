"""Reports made in the background: once for the same data, by those who may, and whatever happens on the way."""

import errno
import hashlib
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from audits.choices import ReportState, Role
from audits.models import Appointment, Audit, Report, User, periods
from audits.queue import locks
from audits.reports import documents, jobs
from audits.rights.appointing import end_appointment
from audits.tasks import NotNow
from standards.typesetting import pdf
from tests.audits.factories import UserFactory, appointed
from tests.audits.reports.department.closed import close
from tests.audits.reports.makers import Office, submit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("jobs_at_once")]

QUARTER = periods.quarter(2026, 3)


@pytest.fixture
def hr(office: Office) -> User:
    return appointed(Role.HR, office.district)


@pytest.fixture
def ask(
    office: Office, hr: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> Callable[..., Report]:
    def ask(by: User = hr, period: periods.Period = QUARTER, run: bool = True) -> Report:
        with django_capture_on_commit_callbacks(execute=run):
            report = jobs.request_report(department=office.district, period=period, by=by)
        return Report.objects.get(pk=report.pk)

    return ask


def test_a_report_is_made_with_its_file_size_hash_and_fingerprint(
    ask: Callable[..., Report], quick_pdf: list[str], tmp_path: Path
) -> None:
    report = ask()

    assert (report.state, report.progress, report.attempt, report.error) == (ReportState.DONE, 100, 1, "")
    content = report.file.read()
    assert content == b"%PDF-1.7 department " + report.fingerprint.encode()
    assert report.file_size == len(content)
    assert (tmp_path / report.file.name).read_bytes() == content
    assert report.file_sha256 == hashlib.sha256(content).hexdigest()
    assert not report.names_people


def test_the_same_data_again_are_served_from_store(
    ask: Callable[..., Report], quick_pdf: list[str], office: Office
) -> None:
    first = ask()

    assert ask() == first
    assert ask(appointed(Role.HEAD, office.district)) == first
    assert quick_pdf == ["department"]


def test_other_data_another_period_or_another_version_make_another_report(
    ask: Callable[..., Report], quick_pdf: list[str], office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = ask()
    submit(office, office.units[0], method="mystery")
    assert ask() == first
    close(office, QUARTER, "mystery")
    second = ask()
    third = ask(period=periods.half_year(2026, 2))
    monkeypatch.setattr(jobs, "code_version", lambda: "another")
    fourth = ask()

    assert len({first.pk, second.pk, third.pk, fourth.pk}) == 4


def test_a_stored_report_whose_file_is_gone_is_made_again(ask: Callable[..., Report], quick_pdf: list[str]) -> None:
    first = ask()
    first.file.storage.delete(first.file.name)

    again = ask()

    assert again != first
    assert again.state == ReportState.DONE


def test_a_second_request_joins_the_report_being_made(ask: Callable[..., Report], quick_pdf: list[str]) -> None:
    assert ask(run=False) == ask(run=False)
    assert Report.objects.count() == 1


def test_nothing_is_queued_when_the_transaction_fails(
    ask: Callable[..., Report], quick_pdf: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise ZeroDivisionError

    # Between the row and the end of its transaction.
    monkeypatch.setattr("audits.reports.jobs.transaction.on_commit", fail)
    with pytest.raises(ZeroDivisionError):
        ask()
    assert (Report.objects.count(), quick_pdf) == (0, [])


def test_whoever_holds_no_appointment_there_is_refused(ask: Callable[..., Report], office: Office) -> None:
    for stranger in (appointed(Role.AUDITOR, office.district), appointed(Role.HEAD, office.units[0])):
        with pytest.raises(jobs.NotAllowed):
            ask(stranger)
    assert not Report.objects.exists()


def test_a_head_revoked_between_request_and_job_gets_no_report(
    ask: Callable[..., Report], quick_pdf: list[str], office: Office
) -> None:
    head = appointed(Role.HEAD, office.district)
    report = ask(head, run=False)
    Appointment.objects.filter(user=head).update(until=timezone.localdate())

    jobs.run_report(report.pk)

    report.refresh_from_db()
    assert (report.state, report.file.name, quick_pdf) == (ReportState.FAILED, "", [])
    assert report.error


def test_hr_whose_appointment_was_ended_between_request_and_job_gets_no_report(
    ask: Callable[..., Report], quick_pdf: list[str], office: Office, hr: User
) -> None:
    report = ask(run=False)
    end_appointment(appointment=hr.appointments.get(), on=timezone.localdate(), by=UserFactory())

    jobs.run_report(report.pk)

    report.refresh_from_db()
    assert (report.state, report.file.name, quick_pdf) == (ReportState.FAILED, "", [])
    assert report.error


def test_an_auditor_whose_appointment_was_ended_between_request_and_job_gets_no_card(
    office: Office, quick_pdf: list[str]
) -> None:
    audit = Audit.objects.first()
    assert audit is not None
    card = jobs.request_audit_card(audit=audit, by=office.auditor)
    for appointment in office.auditor.appointments.left_on(timezone.localdate()):
        end_appointment(appointment=appointment, on=timezone.localdate(), by=UserFactory())

    jobs.run_report(card.pk)

    card.refresh_from_db()
    assert (card.state, card.file.name, quick_pdf) == (ReportState.FAILED, "", [])


def test_a_head_deactivated_between_request_and_job_gets_no_report(
    ask: Callable[..., Report], quick_pdf: list[str], office: Office
) -> None:
    head = appointed(Role.HEAD, office.district)
    report = ask(head, run=False)
    User.objects.filter(pk=head.pk).update(is_active=False)

    jobs.run_report(report.pk)

    report.refresh_from_db()
    assert (report.state, quick_pdf) == (ReportState.FAILED, [])


def test_whoever_lacks_a_required_second_factor_gets_no_report_and_no_sign_of_one(
    ask: Callable[..., Report], quick_pdf: list[str], hr: User, settings: Any
) -> None:
    """As after an administrator took away a lost one, or an appointment granted meanwhile demands it."""
    report = ask(run=False)
    Authenticator.objects.filter(user=hr, type=Authenticator.Type.TOTP).delete()

    jobs.run_report(report.pk)

    report.refresh_from_db()
    assert (report.state, report.file.name, quick_pdf) == (ReportState.FAILED, "", [])
    assert report.error

    settings.MFA_REQUIRED = False
    again = ask()
    assert again.state == ReportState.DONE


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (pdf.RenderTimeout("late"), "120"),
        (pdf.RenderOutOfMemory("big"), "3072"),
        (pdf.RenderFailed("refused to fetch http://127.0.0.1/secret"), ""),
        (RuntimeError("password=tajne"), ""),
    ],
)
def test_a_failure_is_told_in_the_row_and_blocks_no_other_report(
    ask: Callable[..., Report],
    quick_pdf: list[str],
    monkeypatch: pytest.MonkeyPatch,
    settings: Any,
    error: Exception,
    told: str,
) -> None:
    settings.REPORT_RENDER_SECONDS, settings.REPORT_RENDER_MEMORY_MB = 120, 3072

    def fail(report: object) -> bytes:
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(documents, "department_pdf", fail)
        failed = ask()

    assert failed.state == ReportState.FAILED
    assert told in failed.error
    assert failed.error
    # What an exception holds is for the log alone.
    assert "secret" not in failed.error
    assert "tajne" not in failed.error
    # Asked for again, it is made anew.
    again = ask()
    assert again != failed
    assert again.state == ReportState.DONE


def killed_while_running(ask: Callable[..., Report], attempt: int = 1) -> Report:
    report = ask(run=False)
    Report.objects.filter(pk=report.pk).update(state=ReportState.RUNNING, attempt=attempt, progress=30)
    return report


def test_a_report_whose_worker_was_killed_is_made_by_the_next_that_comes_to_it(
    ask: Callable[..., Report], quick_pdf: list[str]
) -> None:
    report = killed_while_running(ask)

    jobs.run_report(report.pk)

    report.refresh_from_db()
    assert (report.state, report.attempt, quick_pdf) == (ReportState.DONE, 2, ["department"])


def test_a_report_and_its_job_are_in_the_database_together_or_not_at_all(
    office: Office, hr: User, settings: Any
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["short", "long"]}}
    with transaction.atomic():
        jobs.request_report(department=office.district, period=QUARTER, by=hr)
        assert DBTaskResult.objects.count() == 1
        transaction.set_rollback(True)

    assert not Report.objects.exists()
    assert not DBTaskResult.objects.exists()

    report = jobs.request_report(department=office.district, period=QUARTER, by=hr)
    assert DBTaskResult.objects.get().args_kwargs == {"args": [report.pk], "kwargs": {}}


@pytest.mark.parametrize(
    ("about", "period", "lane"),
    [("unit", QUARTER, "short"), ("district", QUARTER, "long"), ("unit", periods.whole_year(2026), "long")],
)
def test_what_takes_minutes_has_a_lane_of_its_own(
    office: Office, hr: User, settings: Any, about: str, period: periods.Period, lane: str
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["short", "long"]}}
    department = office.units[0] if about == "unit" else office.district

    jobs.request_report(department=department, period=period, by=hr)

    assert DBTaskResult.objects.get().queue_name == lane


def test_a_full_disk_costs_no_attempt_and_the_report_waits(
    ask: Callable[..., Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    report = ask(run=False)

    def full(made: object) -> bytes:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(documents, "department_pdf", full)
    with pytest.raises(NotNow):
        jobs.run_report(report.pk)

    report.refresh_from_db()
    assert (report.state, report.attempt, report.error) == (ReportState.QUEUED, 0, "")


def test_a_report_that_takes_its_worker_down_each_time_is_given_up(
    ask: Callable[..., Report], quick_pdf: list[str]
) -> None:
    report = killed_while_running(ask, attempt=jobs.MOST_ATTEMPTS)

    jobs.run_report(report.pk)

    report.refresh_from_db()
    assert (report.state, quick_pdf) == (ReportState.FAILED, [])
    assert "3" in report.error


def test_a_worker_that_lost_its_lock_cannot_overwrite_its_successors_work(
    ask: Callable[..., Report], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    report = ask(run=False)

    def slow(made: object) -> bytes:
        if Report.objects.get(pk=report.pk).attempt == 1:
            # While this one typesets, its session and its lock are lost, and another attempt does it all.
            jobs.run_report(report.pk)
            return b"%PDF-1.7 late"
        return b"%PDF-1.7 second"

    monkeypatch.setattr(documents, "department_pdf", slow)
    monkeypatch.setattr(locks, "held", nullcontext)
    jobs.run_report(report.pk)

    report.refresh_from_db()
    assert (report.state, report.attempt, report.file.read()) == (ReportState.DONE, 2, b"%PDF-1.7 second")
    assert [path.name for path in tmp_path.rglob("*.pdf")] == [Path(report.file.name).name]


def test_a_task_that_comes_twice_does_its_work_once(ask: Callable[..., Report], quick_pdf: list[str]) -> None:
    report = ask()
    jobs.run_report(report.pk)

    assert quick_pdf == ["department"]
    report.refresh_from_db()
    assert report.attempt == 1


def test_an_audits_card_is_made_for_whoever_sees_the_audit(
    office: Office,
    hr: User,
    quick_pdf: list[str],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    audit = Audit.objects.first()
    assert audit is not None
    with django_capture_on_commit_callbacks(execute=True):
        mine = jobs.request_audit_card(audit=audit, by=office.auditor)
    assert jobs.request_audit_card(audit=audit, by=hr) == mine
    mine.refresh_from_db()
    assert (mine.state, mine.names_people, quick_pdf) == (ReportState.DONE, True, ["card"])
    with pytest.raises(jobs.NotAllowed):
        jobs.request_audit_card(audit=audit, by=appointed(Role.HEAD, office.district))

"""Accounts take turns: none has more than one report made at a time, or more than ten waiting."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from audits.choices import AccessKind, ReportState, Role
from audits.models import AccessRecord, Audit, Department, Report, User, periods
from audits.reports import again, documents, jobs, turns
from tests.audits.factories import AppointmentFactory, appointed, with_purpose
from tests.audits.reports.makers import Office

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("waiting_jobs", "quick_pdf")]

QUARTERS = [periods.quarter(year, number) for year in (2023, 2024, 2025) for number in (1, 2, 3, 4)]


@pytest.fixture
def waiting_jobs(jobs_at_once: None, settings: Any) -> None:
    """The database's queue, in which jobs wait for a worker."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["short", "long"]}}


@pytest.fixture
def hr(office: Office) -> User:
    return appointed(Role.HR, office.district)


def order(by: User, department: Department, number: int = 0) -> Report:
    return jobs.request_report(department=department, period=QUARTERS[number], by=by)


def fill(by: User, department: Department) -> list[Report]:
    """As many as may wait."""
    return [order(by, department, number) for number in range(turns.MOST_WAITING)]


def queued() -> list[int]:
    """Of which reports the jobs are that wait, in the order in which workers take them."""
    return [row.args_kwargs["args"][0] for row in DBTaskResult.objects.ready()]


def work() -> int:
    """A worker does the job that is first; of which report it was."""
    row = DBTaskResult.objects.ready()[0]
    (key,) = row.args_kwargs["args"]
    jobs.make_report.call(key)
    DBTaskResult.objects.filter(pk=row.pk).update(status=TaskResultStatus.SUCCESSFUL)
    return int(key)


def state(report: Report) -> str:
    return str(Report.objects.values_list("state", flat=True).get(pk=report.pk))


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def post(user: User, name: str, report: Report) -> Any:
    return signed_in(user).post(reverse(f"audits:{name}", args=[report.uuid]))


# Turns ----------------------------------------------------------------------------------------------------------------


def test_of_one_account_one_report_has_a_job_at_a_time(office: Office, hr: User) -> None:
    first, second = (order(hr, office.units[0], number) for number in range(2))
    assert queued() == [first.pk]

    work()

    assert queued() == [second.pk]


def test_somebody_elses_single_report_is_made_after_one_of_many(office: Office, hr: User) -> None:
    many = [order(hr, office.units[0], number) for number in range(5)]
    single = order(appointed(Role.HEAD, office.units[0]), office.units[0], 5)

    made = [work() for _ in range(6)]

    assert made == [many[0].pk, single.pk, *(report.pk for report in many[1:])]
    assert not queued()


def test_what_is_small_goes_before_what_is_large_of_the_same_account(office: Office, hr: User) -> None:
    first = order(hr, office.units[0])
    large, small = order(hr, office.district, 1), order(hr, office.units[1], 1)

    assert [work() for _ in range(3)] == [first.pk, small.pk, large.pk]


def test_after_one_that_failed_the_next_is_made(office: Office, hr: User, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = (order(hr, office.units[0], number) for number in range(2))
    monkeypatch.setattr(documents, "department_pdf", lambda figures: 1 / 0)

    work()

    assert (state(first), queued()) == (ReportState.FAILED, [second.pk])


# Ten that wait --------------------------------------------------------------------------------------------------------


def test_an_eleventh_that_would_wait_is_not_taken_and_nothing_of_it_is_stored(office: Office, hr: User) -> None:
    fill(hr, office.units[0])

    with pytest.raises(turns.TooManyWaiting):
        order(hr, office.units[0], 10)

    assert Report.objects.count() == turns.MOST_WAITING
    assert order(appointed(Role.HEAD, office.units[0]), office.units[0], 10)


def test_what_is_being_made_does_not_wait(office: Office, hr: User) -> None:
    first, *_ = fill(hr, office.units[0])
    Report.objects.filter(pk=first.pk).update(state=ReportState.RUNNING)

    assert order(hr, office.units[0], 10).state == ReportState.QUEUED
    with pytest.raises(turns.TooManyWaiting):
        order(hr, office.units[0], 11)


def test_what_waits_already_is_shown_to_whoever_orders_it_again(office: Office, hr: User) -> None:
    first, *_ = fill(hr, office.units[0])

    assert order(hr, office.units[0]) == first


def test_the_order_page_says_that_ten_wait_and_keeps_what_was_chosen(office: Office, hr: User) -> None:
    fill(hr, office.units[0])
    fields = {"department": office.units[1].pk, "period": "2026Q3", "level": "general", "all_the_same": "yes"}

    answer = signed_in(hr).post("/raporty/", fields)

    page = answer.content.decode()
    assert (answer.status_code, Report.objects.count()) == (429, turns.MOST_WAITING)
    assert "(10). Zamów ten" in page
    assert "Raport nie został zamówiony" in page
    assert "Nie udało się zapisać" not in page
    assert f'<option value="{office.units[1].pk}" selected>' in page


def test_the_page_of_answers_says_that_ten_wait_and_logs_no_asking(office: Office, hr: User) -> None:
    fill(hr, office.units[0])
    client = with_purpose(signed_in(hr))

    answer = client.post(
        "/raporty/odpowiedzi/", {"department": office.district.pk, "period": "2026Q3", "level": "full"}
    )

    page = answer.content.decode()
    assert (answer.status_code, "(10). Zamów ten" in page) == (429, True)
    assert "Plik nie został zamówiony" in page
    assert "Nie udało się zapisać" not in page
    assert not AccessRecord.objects.filter(kind=AccessKind.ANSWERS).exists()


def test_the_audits_page_says_that_ten_wait(office: Office) -> None:
    audit = Audit.objects.first()
    assert audit is not None
    AppointmentFactory(user=office.auditor, role=Role.HEAD, department=office.units[0])
    fill(office.auditor, office.units[0])

    answer = signed_in(office.auditor).post(reverse("audits:audit_card_pdf", args=[audit.uuid]))

    page = answer.content.decode()
    assert (answer.status_code, "(10). Zamów ten" in page, audit.receipt in page) == (429, True, True)


# Cancelled ------------------------------------------------------------------------------------------------------------


def test_a_cancelled_report_that_waited_is_not_made_and_the_next_one_is(
    office: Office, hr: User, quick_pdf: list[str]
) -> None:
    first, second = (order(hr, office.units[0], number) for number in range(2))

    answer = post(hr, "report_cancel", first)

    assert (answer.status_code, answer.url, state(first)) == (302, first.get_absolute_url(), ReportState.CANCELLED)
    assert [work(), work()] == [first.pk, second.pk]
    assert (state(first), state(second), quick_pdf) == (ReportState.CANCELLED, ReportState.DONE, ["department"])


def test_a_report_cancelled_while_it_is_made_leaves_no_file_and_no_second_one_beside_it(
    office: Office, hr: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    first, second = (order(hr, office.units[0], number) for number in range(2))
    meanwhile = []

    def typeset(figures: object) -> bytes:
        if not meanwhile:
            again.cancel(Report.objects.get(pk=first.pk), by=hr)
            meanwhile.append(second.pk in queued())
        return b"%PDF-1.7"

    monkeypatch.setattr(documents, "department_pdf", typeset)
    work()

    assert (state(first), meanwhile, list(tmp_path.rglob("*.pdf"))) == (ReportState.CANCELLED, [False], [])
    assert queued() == [second.pk]


def test_what_is_made_cannot_be_cancelled(office: Office, hr: User) -> None:
    report = order(hr, office.units[0])
    work()

    answer = signed_in(hr).post(reverse("audits:report_cancel", args=[report.uuid]), follow=True)

    assert state(report) == ReportState.DONE
    assert "Nie anulowano" in answer.content.decode()


@pytest.mark.parametrize("name", ["report_cancel", "report_again"])
def test_whoever_did_not_order_it_neither_cancels_it_nor_orders_it_again(office: Office, hr: User, name: str) -> None:
    report = order(hr, office.units[0])
    if name == "report_again":
        again.cancel(report, by=hr)
    before = state(report)
    head = appointed(Role.HEAD, office.units[0])

    assert post(head, name, report).status_code == 404
    page = signed_in(head).get(report.get_absolute_url()).content.decode()

    assert (state(report), Report.objects.count()) == (before, 1)
    assert reverse(f"audits:{name}", args=[report.uuid]) not in page


def test_the_list_shows_what_was_cancelled_and_is_narrowed_to_it(office: Office, hr: User) -> None:
    first, second = (order(hr, office.units[0], number) for number in range(2))
    again.cancel(first, by=hr)

    page = signed_in(hr).get("/raporty/?state=cancelled").content.decode()

    assert ('<span class="tag ">Anulowany</span>' in page, second.get_absolute_url() in page) == (True, False)


def test_a_waiting_page_is_told_that_the_report_was_cancelled(office: Office, hr: User) -> None:
    report = order(hr, office.units[0])
    client = signed_in(hr)
    assert reverse("audits:report_cancel", args=[report.uuid]) in client.get(report.get_absolute_url()).content.decode()
    again.cancel(report, by=hr)

    status = client.get(f"{reverse('audits:report_status', args=[report.uuid])}?seen=queued-0")

    assert "Anulowany" in status.content.decode()
    assert "hx-trigger" not in status.content.decode()


def test_a_waiting_page_says_how_many_others_the_account_has_in_work(office: Office, hr: User) -> None:
    first, second, _third = (order(hr, office.units[0], number) for number in range(3))
    post(hr, "report_cancel", first)

    client, status = signed_in(hr), reverse("audits:report_status", args=[second.uuid])
    page = client.get(second.get_absolute_url()).content.decode()
    assert ("1 inny Twój raport czeka" in page, f"{status}?seen=queued-0-1" in page) == (True, True)
    assert client.get(f"{status}?seen=queued-0-1").status_code == 204
    assert "2 inne Twoje raporty czekają" not in client.get(f"{status}?seen=queued-0-2").content.decode()
    head = appointed(Role.HEAD, office.units[0])
    assert "inny Twój raport" not in signed_in(head).get(second.get_absolute_url()).content.decode()


# Once more ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ended", [ReportState.FAILED, ReportState.CANCELLED])
def test_one_button_orders_once_more_what_failed_or_was_cancelled(office: Office, hr: User, ended: str) -> None:
    report = order(hr, office.units[0])
    Report.objects.filter(pk=report.pk).update(state=ended)
    client = signed_in(hr)
    address = reverse("audits:report_again", args=[report.uuid])
    # Its time of ending is not known of this one, and nothing breaks.
    assert address in client.get(report.get_absolute_url()).content.decode()

    answer = client.post(address)

    ordered = Report.objects.exclude(pk=report.pk).get()
    assert (answer.url, ordered.state, state(report)) == (ordered.get_absolute_url(), ReportState.QUEUED, ended)
    assert (ordered.department, ordered.period_start) == (report.department, report.period_start)


def test_one_at_the_full_level_is_ordered_once_more_for_a_purpose_and_logged_again(office: Office, hr: User) -> None:
    client = with_purpose(signed_in(hr))
    asked = {"department": office.units[0].pk, "period": "2026Q3", "level": "full", "all_the_same": "yes"}
    client.post("/raporty/", asked)
    report = Report.objects.get()
    again.cancel(report, by=hr)

    without = post(hr, "report_again", report)
    answer = client.post(reverse("audits:report_again", args=[report.uuid]))

    assert without.url.startswith(reverse("audits:purpose"))
    ordered = Report.objects.exclude(pk=report.pk).get()
    assert (answer.url, ordered.level, ordered.purpose) == (ordered.get_absolute_url(), "full", report.purpose)
    assert AccessRecord.objects.filter(kind=AccessKind.FULL_REPORT).count() == 2


def test_an_audits_card_is_ordered_once_more_and_logged(office: Office) -> None:
    audit = Audit.objects.first()
    assert audit is not None
    report = jobs.request_audit_card(audit=audit, by=office.auditor)
    again.cancel(report, by=office.auditor)

    answer = post(office.auditor, "report_again", report)

    ordered = Report.objects.exclude(pk=report.pk).get()
    assert (answer.url, ordered.audit) == (ordered.get_absolute_url(), audit)
    assert AccessRecord.objects.get(kind=AccessKind.CARD).audit == audit


def test_the_reports_page_says_that_ten_wait(office: Office, hr: User) -> None:
    report = order(hr, office.units[0], 11)
    again.cancel(report, by=hr)
    fill(hr, office.units[0])

    answer = post(hr, "report_again", report)

    assert (answer.status_code, "(10). Zamów ten" in answer.content.decode()) == (429, True)


def test_what_is_made_is_not_ordered_once_more(office: Office, hr: User) -> None:
    report = order(hr, office.units[0])
    work()

    assert post(hr, "report_again", report).url == report.get_absolute_url()
    assert Report.objects.count() == 1

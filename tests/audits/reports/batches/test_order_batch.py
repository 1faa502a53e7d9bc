"""Reports of many departments by one order: a job each, the small ones first, and what is stored is taken."""

import datetime
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audits.access_log.log import PurposeMissing
from audits.choices import AccessKind, ReportState, Role
from audits.models import AccessRecord, Batch, Report, User, periods
from audits.reports import documents, jobs, turns
from audits.reports.batches import ordering
from tests.audits.factories import DepartmentFactory, appointed, purpose
from tests.audits.reports.batches.conftest import QUARTER, queued, states, work, work_all
from tests.audits.reports.makers import Office

pytestmark = [
    pytest.mark.both_databases,
    pytest.mark.django_db,
    pytest.mark.usefixtures("waiting_jobs", "quick_pdf"),
]

DONE, QUEUED, CANCELLED, FAILED = (
    ReportState.DONE,
    ReportState.QUEUED,
    ReportState.CANCELLED,
    ReportState.FAILED,
)


# Which departments ----------------------------------------------------------------------------------------------------


def test_a_report_is_made_of_each_department_that_hr_holds_the_small_ones_first(
    office: Office, hr: User, order: Callable[..., Batch]
) -> None:
    DepartmentFactory(code="UD-INNY", name="Inny urząd")

    batch = order()

    reports = list(batch.reports.order_by("pk"))
    assert [report.department for report in reports] == [*office.units, office.district]
    assert {(report.period_start, report.period_end, report.level) for report in reports} == {
        (QUARTER.first_day, QUARTER.last_day, "general")
    }
    work_all()
    assert set(states(batch).values()) == {DONE}


def test_of_one_department_those_below_it_come_along_and_no_other(
    office: Office, hr: User, order: Callable[..., Batch]
) -> None:
    below = DepartmentFactory(code="UD-PRO-1-A", name="Referat", parent=office.units[0])

    batch = order(department=office.units[0])

    assert [report.department for report in batch.reports.order_by("pk")] == [below, office.units[0]]


def test_one_that_was_closed_before_the_period_ended_or_was_not_there_yet_is_left_out(
    office: Office, hr: User, order: Callable[..., Batch]
) -> None:
    office.units[0].closed_on = QUARTER.last_day
    office.units[0].save()
    DepartmentFactory(code="UD-PRO-9", name="Nowy", parent=office.district, since=datetime.date(2026, 10, 1))

    assert set(states(order())) == {"UD-PRO", "UD-PRO-2"}


def test_before_there_was_any_of_them_nothing_is_ordered(office: Office, hr: User, order: Callable[..., Batch]) -> None:
    with pytest.raises(ordering.NoDepartments):
        order(period=periods.quarter(1999, 1))
    assert not Batch.objects.exists()


@pytest.mark.parametrize("role", [Role.HEAD, Role.AUDITOR, Role.DPO, Role.ADMINISTRATOR])
def test_whoever_is_not_hr_orders_none(office: Office, order: Callable[..., Batch], role: str) -> None:
    for department in (None, office.units[0]):
        with pytest.raises(jobs.NotAllowed):
            order(by=appointed(role, office.district), department=department)
    assert not Batch.objects.exists()


def test_hr_of_another_department_orders_none_of_this_one(office: Office, order: Callable[..., Batch]) -> None:
    with pytest.raises(jobs.NotAllowed):
        order(by=appointed(Role.HR, office.units[1]), department=office.units[0])


def test_at_the_general_level_days_of_ones_own_are_refused(order: Callable[..., Batch]) -> None:
    with pytest.raises(jobs.NotAllowed):
        order(period=periods.parse("2026-07-02..2026-09-30"))


# Turns ----------------------------------------------------------------------------------------------------------------


def test_small_and_large_ones_are_made_side_by_side_one_in_each_lane(
    office: Office, hr: User, order: Callable[..., Batch]
) -> None:
    first, second, district = order().reports.order_by("pk")

    assert (queued("short"), queued("long")) == ([first.pk], [district.pk])
    work("short")
    assert (queued("short"), queued("long")) == ([second.pk], [district.pk])


def test_somebody_elses_single_report_is_made_after_one_of_the_batch(
    office: Office, hr: User, order: Callable[..., Batch]
) -> None:
    first, second, _district = order().reports.order_by("pk")
    single = jobs.request_report(department=office.units[1], period=QUARTER, by=appointed(Role.HEAD, office.units[1]))

    assert [work("short") for _ in range(3)] == [first.pk, single.pk, second.pk]


def test_ones_own_single_report_goes_before_what_is_left_of_the_batch(
    office: Office, hr: User, order: Callable[..., Batch]
) -> None:
    first, second, _district = order().reports.order_by("pk")
    single = jobs.request_report(department=office.units[1], period=periods.quarter(2026, 2), by=hr)

    assert [work("short") for _ in range(3)] == [first.pk, single.pk, second.pk]


def test_single_reports_of_one_account_are_still_made_one_at_a_time(office: Office, hr: User) -> None:
    single = jobs.request_report(department=office.units[0], period=QUARTER, by=hr)
    jobs.request_report(department=office.district, period=QUARTER, by=hr)

    assert queued() == [single.pk]


def test_a_batch_is_one_of_the_ten_that_may_wait(office: Office, hr: User, order: Callable[..., Batch]) -> None:
    order()
    for number in range(turns.MOST_WAITING - 1):
        period = periods.quarter(2023 + number // 4, number % 4 + 1)
        jobs.request_report(department=office.units[0], period=period, by=hr)

    with pytest.raises(turns.TooManyWaiting):
        jobs.request_report(department=office.units[1], period=periods.quarter(2022, 1), by=hr)
    with pytest.raises(turns.TooManyWaiting):
        order(period=periods.quarter(2022, 1))
    assert Batch.objects.count() == 1


def test_the_same_order_again_leads_to_the_one_being_made_and_a_new_one_is_given_once_it_is(
    office: Office, hr: User, order: Callable[..., Batch]
) -> None:
    batch = order()
    assert order() == batch
    assert order(by=appointed(Role.HR, office.district)) != batch
    assert order(department=office.units[0]) != batch

    work_all()

    assert order() != batch


# What is stored is taken ----------------------------------------------------------------------------------------------


def test_a_stored_report_of_the_same_data_is_taken_and_not_typeset_again(
    office: Office, hr: User, order: Callable[..., Batch], quick_pdf: list[str]
) -> None:
    single = jobs.request_report(department=office.units[0], period=QUARTER, by=appointed(Role.HEAD, office.units[0]))
    work()
    single.refresh_from_db()

    batch = order()
    work_all()

    taken = batch.reports.get(department=office.units[0])
    assert (quick_pdf, set(states(batch).values())) == (["department"] * 3, {DONE})
    assert (taken.file.name, taken.file_sha256, taken.fingerprint, taken.as_of, taken.finished_at) == (
        single.file.name,
        single.file_sha256,
        single.fingerprint,
        single.as_of,
        single.finished_at,
    )


def test_the_same_batch_again_typesets_nothing(order: Callable[..., Batch], quick_pdf: list[str]) -> None:
    order()
    work_all()
    quick_pdf.clear()

    again = order()
    work_all()

    assert (quick_pdf, set(states(again).values())) == ([], {DONE})


def test_of_other_data_or_without_its_file_none_is_taken(
    office: Office, hr: User, order: Callable[..., Batch], quick_pdf: list[str]
) -> None:
    first = order()
    work_all()
    quick_pdf.clear()
    Report.objects.filter(batch=first, department=office.units[0]).update(fingerprint="0" * 64)
    lost = first.reports.get(department=office.units[1]).file
    lost.storage.delete(lost.name)

    order()
    work_all()

    assert quick_pdf == ["department"] * 2


def test_a_report_ordered_singly_later_is_the_one_of_the_batch(
    office: Office, hr: User, order: Callable[..., Batch]
) -> None:
    batch = order()
    work_all()

    single = jobs.request_report(department=office.units[0], period=QUARTER, by=appointed(Role.HEAD, office.units[0]))

    assert single == batch.reports.get(department=office.units[0])


# The full level -------------------------------------------------------------------------------------------------------


def test_at_the_full_level_it_needs_a_purpose_and_each_report_is_logged(
    office: Office, hr: User, order: Callable[..., Batch]
) -> None:
    with pytest.raises(PurposeMissing):
        order(level="full")
    assert not Report.objects.exists()

    batch = order(level="full", purpose=purpose(), justification="przegląd roku")
    work_all()

    rows = AccessRecord.objects.filter(kind=AccessKind.FULL_REPORT)
    assert {row.report for row in rows} == set(batch.reports.all())
    assert {(row.purpose, row.justification, row.reader) for row in rows} == {(purpose(), "przegląd roku", hr)}
    assert {(each.level, each.purpose_label, each.state) for each in batch.reports.all()} == {
        ("full", purpose().label, DONE)
    }


def test_at_the_full_level_only_ones_own_of_the_same_purpose_is_taken(
    office: Office, hr: User, order: Callable[..., Batch], quick_pdf: list[str]
) -> None:
    order(level="full", purpose=purpose(), justification="a")
    work_all()
    quick_pdf.clear()

    order(level="full", purpose=purpose(), justification="a")
    work_all()
    assert quick_pdf == []

    order(level="full", purpose=purpose(), justification="b")
    order(level="full", purpose=purpose(), justification="a", by=appointed(Role.HR, office.district))
    work_all()
    assert quick_pdf == ["department"] * 6


# Cancelled, and once more ---------------------------------------------------------------------------------------------


def test_cancelling_leaves_what_is_made_and_makes_nothing_more(
    office: Office, hr: User, order: Callable[..., Batch], quick_pdf: list[str]
) -> None:
    batch = order()
    work("short")

    assert ordering.cancel_rest(batch, by=hr) == 2
    work_all()

    assert states(batch) == {"UD-PRO-1": DONE, "UD-PRO-2": CANCELLED, "UD-PRO": CANCELLED}
    assert quick_pdf == ["department"]
    assert ordering.cancel_rest(batch, by=hr) == 0


def test_after_cancelling_what_else_the_account_ordered_is_made(
    office: Office, hr: User, order: Callable[..., Batch]
) -> None:
    batch = order()
    single = jobs.request_report(department=office.units[0], period=periods.quarter(2026, 2), by=hr)

    ordering.cancel_rest(batch, by=hr)
    work_all()

    single.refresh_from_db()
    assert single.state == DONE


def test_what_failed_or_was_cancelled_is_made_once_more_and_what_is_made_is_not(
    office: Office, hr: User, order: Callable[..., Batch], quick_pdf: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = order()
    work("short")
    made = batch.reports.get(state=DONE)
    with monkeypatch.context() as patched:
        patched.setattr(documents, "department_pdf", lambda figures: 1 / 0)
        work("short")
    ordering.cancel_rest(batch, by=hr)
    work_all()
    assert states(batch) == {"UD-PRO-1": DONE, "UD-PRO-2": FAILED, "UD-PRO": CANCELLED}

    assert ordering.retry(batch, by=hr) == 2
    work_all()

    assert states(batch) == {"UD-PRO-1": DONE, "UD-PRO-2": DONE, "UD-PRO": DONE}
    assert batch.reports.get(department=office.units[0]) == made
    assert quick_pdf == ["department"] * 3
    # What happened to the first ones stays on record.
    assert Report.objects.filter(batch=None, state__in=(FAILED, CANCELLED)).count() == 2
    assert ordering.retry(batch, by=hr) == 0


def test_nobody_else_cancels_or_retries_it(office: Office, hr: User, order: Callable[..., Batch]) -> None:
    batch, other = order(), appointed(Role.HR, office.district)
    for act in (ordering.cancel_rest, ordering.retry):
        with pytest.raises(jobs.NotAllowed):
            act(batch, by=other)
    assert set(states(batch).values()) == {QUEUED}


def test_whoever_lost_a_department_retries_the_others(office: Office, hr: User, order: Callable[..., Batch]) -> None:
    batch = order()
    ordering.cancel_rest(batch, by=hr)
    hr.appointments.update(department=office.units[0])

    assert ordering.retry(batch, by=hr) == 1

    assert states(batch) == {"UD-PRO-1": QUEUED, "UD-PRO-2": CANCELLED, "UD-PRO": CANCELLED}


# Cost -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", ["general", "full"])
def test_many_departments_take_as_many_queries_as_few(
    office: Office, hr: User, order: Callable[..., Batch], level: str
) -> None:
    said = {"level": level, "purpose": purpose() if level == "full" else None}

    def queries(period: periods.Period) -> int:
        with CaptureQueriesContext(connection) as asked:
            batch = order(period=period, **said)
        assert batch.reports.count() == number
        return len(asked)

    number = 3
    few = queries(QUARTER)
    for each in range(60):
        DepartmentFactory(code=f"UD-PRO-X{each}", name=f"Referat {each}", parent=office.district)
    number = 63

    assert queries(periods.quarter(2026, 2)) <= few
    assert few <= 35

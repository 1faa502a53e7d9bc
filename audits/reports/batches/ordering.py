"""Orders of many reports: given, cancelled, given once more for what failed; the only writer of Batch.

Nothing is counted here: a report says what it is of, and whether one of the same data is stored is found by the worker.
"""

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, OuterRef
from django.http import HttpRequest
from django.utils import timezone

from audits import access
from audits.access_log.log import PurposeMissing, record_reports
from audits.choices import AccessKind, ReportKind, ReportLevel, ReportState, Role
from audits.models import Ancestry, Batch, Department, Purpose, Report, on_day
from audits.models.periods import Period, free
from audits.reports import jobs, turns

# What is made for a batch once more.
TO_RETRY = (ReportState.FAILED, ReportState.CANCELLED)


class NoDepartments(Exception):
    """None of the departments was there at the end of the period."""


def order_batch(
    *,
    department: Department | None,
    period: Period,
    by: Any,
    level: str = ReportLevel.GENERAL,
    purpose: Purpose | None = None,
    justification: str = "",
    request: HttpRequest | None = None,
    now: datetime.datetime | None = None,
) -> Batch:
    """The reports of a department and all below it, or of all that the account holds as HR; the same account's same
    order again while it is being made.

    As for single reports, the full level is for a purpose, and logged for each of them. The number of queries does not
    depend on the number of departments. Raises jobs.NotAllowed, PurposeMissing, NoDepartments and turns.TooManyWaiting.
    """
    now = now or timezone.now()
    is_full = level == ReportLevel.FULL
    held = access.departments_of(by, Role.HR)
    if not (held.filter(pk=department.pk) if department else held).exists() or not (is_full or period.is_fixed):
        raise jobs.NotAllowed
    if is_full and purpose is None:
        raise PurposeMissing
    wanted: dict[str, Any] = {
        "department": department,
        "period_start": period.first_day,
        "period_end": period.last_day,
        "level": level,
        "purpose": purpose if is_full else None,
        "purpose_label": purpose.label if is_full and purpose else "",
        "justification": justification if is_full else "",
        "requested_by": by,
    }
    keys = of_batch(department, period, by=by)
    if not keys:
        raise NoDepartments
    with transaction.atomic():
        _lock(keys, by)
        # Sent twice: the second waits here and then finds the first one's.
        at_work = Exists(Report.objects.unfinished().filter(batch=OuterRef("pk")))
        if same := Batch.objects.filter(at_work, **wanted).order_by("-pk").first():
            return same
        turns.check_room(by.pk)
        batch = Batch.objects.create(requested_at=now, **wanted)
        _make(batch, keys, now, request)
    return batch


def of_batch(department: Department | None, period: Period, *, by: Any) -> list[int]:
    """Keys of the departments that were there on the period's last day, those with the fewest below them first."""
    day = period.last_day
    found = access.departments_of(by, Role.HR).open_on(day)
    found = found.filter(Exists(Ancestry.objects.filter(on_day(day), descendant=OuterRef("pk"), depth=0)))
    if department is not None:
        found = found.under(department, day)
    below = Count("descendants", filter=on_day(day, "descendants__"))
    return list(found.annotate(below=below).order_by("below", "code").values_list("pk", flat=True))


def cancel_rest(batch: Batch, *, by: Any, now: datetime.datetime | None = None) -> int:
    """Cancel what is not made yet; how many that were. Raises jobs.NotAllowed."""
    if batch.requested_by_id != by.pk:
        raise jobs.NotAllowed
    with transaction.atomic():
        turns.lock_account(by.pk)
        unfinished = Report.objects.unfinished().filter(batch=batch)
        cancelled = unfinished.update(state=ReportState.CANCELLED, finished_at=now or timezone.now())
        if cancelled:
            jobs.queue_next(by.pk)
    return cancelled


def retry(
    batch: Batch,
    *,
    by: Any,
    purpose: Purpose | None = None,
    justification: str = "",
    request: HttpRequest | None = None,
    now: datetime.datetime | None = None,
) -> int:
    """Order once more what failed or was cancelled, of the data as they are now; how many that are.

    The rows of what failed stay, outside the batch. At the full level it is for a purpose again, which the new ones
    say, and logged. Raises jobs.NotAllowed, PurposeMissing and turns.TooManyWaiting.
    """
    if batch.requested_by_id != by.pk:
        raise jobs.NotAllowed
    if batch.level == ReportLevel.FULL and purpose is None:
        raise PurposeMissing
    period = free(batch.period_start, batch.period_end)
    with transaction.atomic():
        # Those that the account holds still.
        keys = of_batch(batch.department, period, by=by)
        _lock(keys, by)
        failed = Report.objects.filter(batch=batch, state__in=TO_RETRY, department__in=keys)
        again = dict(failed.values_list("department", "pk"))
        if not again:
            return 0
        if not Report.objects.unfinished().filter(batch=batch).exists():
            turns.check_room(by.pk)
        Report.objects.filter(pk__in=again.values()).update(batch=None)
        said = {"purpose": purpose, "purpose_label": purpose.label, "justification": justification} if purpose else {}
        _make(batch, [key for key in keys if key in again], now or timezone.now(), request, **said)
    return len(again)


def _lock(departments: Iterable[int], by: Any) -> None:
    """Departments before the account, as single orders do, and in the order of their keys: no two wait for each other.

    A row of a report waits for whoever holds its department, so that with the account held first two could.
    """
    list(Department.objects.select_for_update().filter(pk__in=departments).order_by("pk").values_list("pk"))
    turns.lock_account(by.pk)


def _make(
    batch: Batch, departments: Sequence[int], now: datetime.datetime, request: HttpRequest | None, **said: Any
) -> None:
    """A report each, in this order; at the full level each is logged."""
    of_batch = {
        "level": batch.level,
        "purpose": batch.purpose,
        "purpose_label": batch.purpose_label,
        "justification": batch.justification,
    }
    reports = Report.objects.bulk_create(
        Report(
            kind=ReportKind.DEPARTMENT,
            batch=batch,
            department_id=key,
            period_start=batch.period_start,
            period_end=batch.period_end,
            requested_by=batch.requested_by,
            requested_at=now,
            **of_batch | said,
        )
        for key in departments
    )
    jobs.queue_next(batch.requested_by_id)
    if batch.level == ReportLevel.FULL:
        first = reports[0]
        record_reports(
            reader=batch.requested_by,
            kind=AccessKind.FULL_REPORT,
            reports=reports,
            purpose=first.purpose,
            justification=first.justification,
            request=request,
            now=now,
        )

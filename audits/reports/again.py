"""Orders thought better of: cancelled before they are made, or given once more."""

import datetime
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from audits.choices import ReportKind, ReportLevel, ReportState
from audits.models import Purpose, Report
from audits.models.periods import free
from audits.reports import comparisons, jobs, turns
from audits.reports.results.kept_comparison import selections_of

# What may be ordered once more; what was withdrawn is asked for anew where it was asked for.
TO_ORDER_AGAIN = (ReportState.FAILED, ReportState.CANCELLED)


def cancel(report: Report, *, by: Any, now: datetime.datetime | None = None) -> bool:
    """Cancel what the account ordered and what is not made yet; whether it was not.

    Whoever is at it gives it up at the next stage and throws away what is made of it. Raises NotAllowed.
    """
    if report.requested_by_id != by.pk:
        raise jobs.NotAllowed
    with transaction.atomic():
        turns.lock_account(by.pk)
        unfinished = Report.objects.unfinished().filter(pk=report.pk)
        cancelled = unfinished.update(state=ReportState.CANCELLED, finished_at=now or timezone.now())
        if cancelled:
            jobs.queue_next(by.pk)
    return bool(cancelled)


def order_again(
    report: Report, *, by: Any, purpose: Purpose | None, justification: str, request: HttpRequest | None = None
) -> Report:
    """The same once more, of the data as they are now, for whoever ordered a report that failed or was cancelled.

    Raises as the order of each kind does, and NotAllowed.
    """
    if report.requested_by_id != by.pk or report.state not in TO_ORDER_AGAIN:
        raise jobs.NotAllowed
    if report.audit is not None:
        return jobs.request_audit_card(audit=report.audit, by=by)
    if report.kind == ReportKind.COMPARISON:
        first, second = selections_of(report)
        return comparisons.request_comparison(first=first, second=second, by=by)
    of: dict[str, Any] = {
        "department": report.department,
        "period": free(report.period_start, report.period_end),
        "by": by,
        "level": report.level,
        "request": request,
    }
    if report.level == ReportLevel.FULL:
        of |= {"purpose": purpose, "justification": justification}
    if report.kind == ReportKind.ANSWERS:
        return jobs.request_answers(named=report.names_people, **of)
    return jobs.request_report(**of)

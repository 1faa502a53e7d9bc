"""Whose report is made next: of each account one at a time, so that many orders of one keep nobody else waiting.

Of an account's reports only one has a job in the queue. When it ends, the next one's job goes to the end of the queue,
behind those of others: accounts take turns. What is small goes before what is large, and what was ordered singly before
what is part of a batch. A batch may have a job in each lane: the large ones, which nobody's small ones wait for, are
made while the small ones are.
"""

from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext as _

from audits.choices import ReportKind, ReportState
from audits.models import Department, Report, User
from audits.queue import locks
from audits.queue.lanes import is_alive
from audits.tasks import LONG, SHORT

# So many reports of one account may wait, beside the one that is being made.
MOST_WAITING = 10
# A longer period is for the lane of long reports.
LONG_DAYS = 100

_IN_WORK = (ReportState.QUEUED, ReportState.RUNNING)
_GIVEN_UP = (ReportState.CANCELLED, ReportState.WITHDRAWN)


class TooManyWaiting(Exception):
    """The account has so many reports waiting that another one is not taken."""


def lock_account(account: int) -> None:
    """Until the transaction ends nobody else counts or moves this account's reports."""
    User.objects.select_for_update(no_key=True).filter(pk=account).values_list("pk").first()


def check_room(account: int) -> None:
    """Raises TooManyWaiting, with a sentence for the person; a batch is one. Under the account's lock."""
    waiting = Report.objects.filter(requested_by=account, state=ReportState.QUEUED)
    single, batches = Count("pk", filter=Q(batch=None)), Count("batch", distinct=True)
    if sum(waiting.order_by().aggregate(single=single, batches=batches).values()) >= MOST_WAITING:
        raise TooManyWaiting(
            _(
                "As many of your reports wait as may (%(most)d). Order this one when one of them is ready, or cancel "
                "one that waits: on its page in the list of reports."
            )
            % {"most": MOST_WAITING}
        )


def take_next(account: int) -> list[tuple[int, str]]:
    """Of the reports whose jobs are to be queued now, marked as having one, the keys and the lanes.

    None while another of the account's has one, or none waits; with a batch, one for each lane in which none has one.
    Under the account's lock.
    """
    below = Department.objects.filter(parent=OuterRef("department"))
    mine = Report.objects.filter(requested_by=account).annotate(has_below=Exists(below)).order_by("pk")
    found: list[Any] = list(mine.filter(Q(state__in=_IN_WORK) | Q(state__in=_GIVEN_UP, has_job=True)))
    served = [report for report in found if _is_served(report)]
    waiting = [report for report in found if report.state == ReportState.QUEUED and not report.has_job]
    taken: list[Any] = []
    for report in sorted(waiting, key=lambda report: (report.batch_id is not None, _lane(report) == LONG, report.pk)):
        if all(_may_be_together(report, other) for other in (*served, *taken)):
            taken.append(report)
    if taken:
        Report.objects.filter(pk__in=[report.pk for report in taken]).update(has_job=True)
    return [(report.pk, _lane(report)) for report in taken]


def _may_be_together(report: Any, other: Any) -> bool:
    return bool(report.batch_id or other.batch_id) and _lane(report) != _lane(other)


def _lane(report: Any) -> str:
    return LONG if _is_long(report, has_below=report.has_below) else SHORT


def _is_served(report: Report) -> bool:
    """Whether its job is in the queue or at work; of a cancelled or withdrawn one until its maker has given it up."""
    return report.has_job and (report.state in _IN_WORK or locks.is_held(name_of_lock(report.pk)))


def others_of_account(report: Report) -> int:
    """How many more of the same account wait or are being made, while this one waits."""
    if report.state != ReportState.QUEUED:
        return 0
    return Report.objects.unfinished().filter(requested_by=report.requested_by_id).exclude(pk=report.pk).count()


def name_of_lock(report_id: int) -> str:
    """Of the lock that whoever makes the report holds meanwhile."""
    return f"report {report_id}"


def _is_long(report: Report, *, has_below: bool) -> bool:
    """What takes seconds never waits for what takes minutes: a department with many units below it, a long period."""
    days = (report.period_end - report.period_start).days
    return report.kind != ReportKind.AUDIT and (has_below or days > LONG_DAYS)


def worker_is_away(report: Report) -> bool:
    """Whether it waits for a worker that is not there: then nobody makes it until the administrator starts one."""
    if report.state not in _IN_WORK:
        return False
    return not is_alive(LONG if _is_long(report, has_below=report.department.children.exists()) else SHORT)


def job_ended(report_id: int) -> int | None:
    """Notes that a report's job is over; of which account it was."""
    found = Report.objects.filter(pk=report_id).values_list("requested_by", "state").first()
    if found is None:
        return None
    account, state = found
    if state in _GIVEN_UP:
        Report.objects.filter(pk=report_id).update(has_job=False)
    return int(account)

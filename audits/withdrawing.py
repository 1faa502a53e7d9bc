"""Takes reports out of the store whose files must not be given out any more; their rows stay and say why.

The row first, in the transaction of whatever made it necessary, and from then on nobody gets the file; then the file,
once that is committed. A file that outlives a crash between the two is deleted by the next `delete_withdrawn_files`.
"""

import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from audits.choices import ReportKind, ReportState, WithdrawnBecause
from audits.models import Ancestry, Audit, Report
from audits.models.reports import attempt_path

# So long after it a worker that was cut short may have left a file behind.
WATCHED_FOR = datetime.timedelta(days=2)


def withdraw_reports(
    reports: QuerySet[Report], *, because: WithdrawnBecause, now: datetime.datetime | None = None
) -> int:
    """Withdraw these, made or being made; how many that were. A worker that is at one of them gives it up."""
    kept = reports.filter(state__in=(ReportState.DONE, ReportState.QUEUED, ReportState.RUNNING))
    withdrawn = kept.update(
        state=ReportState.WITHDRAWN, withdrawn_at=now or timezone.now(), withdrawn_because=because, error=""
    )
    if withdrawn:
        transaction.on_commit(delete_withdrawn_files)
    return withdrawn


def delete_withdrawn_files(*, now: datetime.datetime | None = None) -> int:
    """Delete what is left in the store of withdrawn reports; of how many that was."""
    deleted = 0
    lately = Q(withdrawn_at__gte=(now or timezone.now()) - WATCHED_FOR)
    for report in Report.objects.filter(lately | ~Q(file=""), state=ReportState.WITHDRAWN):
        storage = report.file.storage
        # An attempt that was cut short may have stored a file that no row knows of.
        attempts = (attempt_path(report, number) for number in range(1, report.attempt + 1))
        for name in {report.file.name or "", *attempts} - {""}:
            storage.delete(name)
        deleted += bool(report.file)
        Report.objects.filter(pk=report.pk).update(file="")
    return deleted


def reports_showing_notes_of(audit: Audit) -> QuerySet[Report]:
    """The audit's cards, and reports of departments over it, which print the notes of critical breaches."""
    day = timezone.localdate(audit.took_place_at)
    above = Ancestry.objects.filter(ancestor=OuterRef("department"), descendant=audit.department_id)
    return Report.objects.filter(
        Q(kind=ReportKind.AUDIT, audit=audit)
        | Q(Exists(above), kind=ReportKind.DEPARTMENT, period_start__lte=day, period_end__gte=day)
    )

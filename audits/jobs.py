"""Makes reports in the background: with `withdrawing`, the only writer of Report.

The row is the truth, the queue only wakes a worker: a task that comes twice, late or never does no harm. Every
attempt writes under its own number, so that one given up for dead cannot overwrite its successor's work.
"""

import datetime
import functools
import hashlib
import logging
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from audits import access
from audits.choices import ReportKind, ReportStage, ReportState
from audits.models import Audit, Department, Report
from audits.models.reports import attempt_path
from audits.reports import audit as audit_cards
from audits.reports import department as departments
from audits.reports import documents
from audits.reports.contents import DepartmentReport
from audits.reports.periods import Period, free
from standards import pdf

logger = logging.getLogger(__name__)

# A report that takes its worker down each time is not tried for ever.
MOST_ATTEMPTS = 3


class NotAllowed(Exception):
    """The account may not ask for this report."""


def request_report(*, department: Department, period: Period, by: Any, now: datetime.datetime | None = None) -> Report:
    """A department's report on these days: the stored one, when there is one of the same data, or one being made.

    Raises NotAllowed.
    """
    if not access.departments_to_report(by).filter(pk=department.pk).exists():
        raise NotAllowed
    return _stored_or_queued(
        by,
        now or timezone.now(),
        kind=ReportKind.DEPARTMENT,
        department=department,
        audit=None,
        period_start=period.first_day,
        period_end=period.last_day,
        names_people=False,
        fingerprint=departments.gather(department, period).fingerprint,
        code_version=departments.CODE_VERSION,
    )


def request_audit_card(*, audit: Audit, by: Any, now: datetime.datetime | None = None) -> Report:
    """A submitted audit's card as PDF, stored or being made. Raises NotAllowed."""
    if not access.audits_visible_to(by).filter(pk=audit.pk).exists() or audit.is_draft:
        raise NotAllowed
    day = timezone.localdate(audit.took_place_at)
    return _stored_or_queued(
        by,
        now or timezone.now(),
        kind=ReportKind.AUDIT,
        department=audit.department,
        audit=audit,
        period_start=day,
        period_end=day,
        names_people=True,
        fingerprint=audit_cards.audit_card(audit).fingerprint,
        code_version=audit_cards.CODE_VERSION,
    )


def _stored_or_queued(by: Any, now: datetime.datetime, **wanted: Any) -> Report:
    revive_reports(now=now)
    same = Report.objects.filter(**wanted).order_by("-pk")
    with transaction.atomic():
        # Two requests at once: the second waits here and then finds the first one's report.
        Department.objects.select_for_update().get(pk=wanted["department"].pk)
        for stored in same.done():
            if stored.file.name and stored.file.storage.exists(stored.file.name):
                return stored
        if unfinished := same.unfinished().first():
            return unfinished
        report = Report.objects.create(requested_by=by, requested_at=now, heartbeat_at=now, **wanted)
        transaction.on_commit(lambda: _enqueue(report.pk))
    return report


def _enqueue(report_id: int) -> None:
    from audits.tasks import make_report

    make_report.enqueue(report_id)


def revive_reports(*, now: datetime.datetime | None = None) -> int:
    """Queue again what has shown no sign of life for too long; how many reports that were.

    Called when a report is asked for or watched, when a worker starts and by `manage.py revive_reports`.
    """
    now = now or timezone.now()
    # Typesetting reports nothing while it lasts.
    patience = max(settings.REPORT_HEARTBEAT_SECONDS, settings.REPORT_RENDER_SECONDS + 30)
    silent = Q(heartbeat_at__isnull=True) | Q(heartbeat_at__lt=now - datetime.timedelta(seconds=patience))
    revived = 0
    for report in Report.objects.unfinished().filter(silent):
        # Only one of several that notice it takes the report over.
        unchanged = Report.objects.filter(
            pk=report.pk, state=report.state, attempt=report.attempt, heartbeat_at=report.heartbeat_at
        )
        if report.attempt >= MOST_ATTEMPTS:
            with translation.override(settings.LANGUAGE_CODE):
                error = _("Making this report was cut short %(times)d times. Tell the administrator.") % {
                    "times": report.attempt
                }
            unchanged.update(state=ReportState.FAILED, error=error, finished_at=now)
        elif unchanged.update(state=ReportState.QUEUED, stage=ReportStage.WAITING, progress=0, heartbeat_at=now):
            logger.warning("Report %s showed no sign of life and is queued again", report.uuid)
            transaction.on_commit(functools.partial(_enqueue, report.pk))
            revived += 1
    return revived


def run_report(report_id: int) -> None:
    """Make one queued report; nothing where it is not queued (any more). Its failure is told in its row."""
    claimed = Report.objects.filter(pk=report_id, state=ReportState.QUEUED).update(
        state=ReportState.RUNNING,
        stage=ReportStage.COUNTING,
        progress=5,
        attempt=F("attempt") + 1,
        heartbeat_at=timezone.now(),
        error="",
    )
    if not claimed:
        return
    report = Report.objects.select_related("department", "audit", "requested_by").get(pk=report_id)
    attempt = Report.objects.filter(pk=report_id, state=ReportState.RUNNING, attempt=report.attempt)
    with translation.override(settings.LANGUAGE_CODE):
        try:
            _make(report, attempt)
        except _GivenUp:
            logger.warning("Report %s was taken over by another attempt", report.uuid)
        except Exception as error:
            if not isinstance(error, pdf.RenderFailed | NotAllowed):
                logger.exception("Report %s failed", report.uuid)
            else:
                logger.warning("Report %s failed: %s", report.uuid, error)
            attempt.update(
                state=ReportState.FAILED, error=_told(error), heartbeat_at=timezone.now(), finished_at=timezone.now()
            )


class _GivenUp(Exception):
    """Meanwhile this attempt was taken for dead, and another one is at work."""


def _make(report: Report, attempt: Any) -> None:
    # What held when it was asked for need not hold when its turn comes.
    by = report.requested_by
    if not by.is_active or access.lacks_required_factor(by):
        raise NotAllowed
    if not access.reports_visible_to(by).filter(pk=report.pk).exists():
        raise NotAllowed
    made: audit_cards.AuditCard | DepartmentReport
    if report.audit is not None:
        made = card = audit_cards.audit_card(report.audit)
        _reached(attempt, ReportStage.TYPESETTING, 30)
        document = documents.audit_card_pdf(card)
    else:
        made = figures = departments.department_report(report.department, free(report.period_start, report.period_end))
        _reached(attempt, ReportStage.TYPESETTING, 30)
        document = documents.department_pdf(figures)
    _reached(attempt, ReportStage.STORING, 90)
    storage = report.file.storage
    stored = storage.save(attempt_path(report, report.attempt), ContentFile(document))
    # The file first, then the row that vouches for it: between the two there is only a file nobody knows of.
    finished = attempt.update(
        state=ReportState.DONE,
        stage=ReportStage.STORING,
        progress=100,
        heartbeat_at=timezone.now(),
        finished_at=timezone.now(),
        as_of=made.as_of,
        fingerprint=made.fingerprint,
        code_version=made.code_version,
        file=stored,
        file_size=len(document),
        file_sha256=hashlib.sha256(document).hexdigest(),
        error="",
    )
    if not finished:
        storage.delete(stored)
        raise _GivenUp


def _reached(attempt: Any, stage: str, progress: int) -> None:
    if not attempt.update(stage=stage, progress=progress, heartbeat_at=timezone.now()):
        raise _GivenUp


def _told(error: Exception) -> str:
    """For the person who asked: what went wrong, in one sentence."""
    if isinstance(error, NotAllowed):
        return _("Whoever asked for this report may no longer see it.")
    if isinstance(error, pdf.RenderTimeout):
        return _("Typesetting took longer than %(seconds)d seconds and was stopped.") % {
            "seconds": settings.REPORT_RENDER_SECONDS
        }
    if isinstance(error, pdf.RenderOutOfMemory):
        return _("Typesetting needed more than %(megabytes)d MB of memory and was stopped.") % {
            "megabytes": settings.REPORT_RENDER_MEMORY_MB
        }
    if isinstance(error, pdf.RenderFailed):
        return _("The document could not be typeset. The administrator finds the reason in the log.")
    return _("The report could not be made. The administrator finds the reason in the log.")

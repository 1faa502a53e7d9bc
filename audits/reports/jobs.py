"""Makes reports in the background: with `withdrawing`, the only writer of Report.

The row is the truth, and the job that makes it is queued in the same transaction. Whoever makes it holds its lock, so
that a row found "being made" by the holder of the lock is one whose maker is no more: it is made anew. Every attempt
writes under its own number, so that one that lost its lock cannot overwrite its successor's work.
"""

import datetime
import errno
import hashlib
import logging
import tempfile
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from audits import access
from audits.access_log.log import PurposeMissing, record_access
from audits.choices import AccessKind, ReportKind, ReportLevel, ReportStage, ReportState, Role
from audits.document_sources import code_version
from audits.fieldwork import card as audit_cards
from audits.models import Audit, Department, Purpose, Report
from audits.models.periods import Period, free
from audits.models.reports import OTHER_FORMS, attempt_path, path_beside
from audits.queue import locks
from audits.reports import documents, taking, turns
from audits.reports.answers.choice import NoFile
from audits.reports.answers.writing import write_answers
from audits.reports.department import report as departments
from audits.reports.department.contents import DepartmentReport, Level
from audits.reports.results.comparing import Compared, compare
from audits.reports.results.kept_comparison import fingerprint_of, selections_of
from audits.tasks import SHORT, NotNow, enqueue, task
from standards.typesetting import pdf

logger = logging.getLogger(__name__)

# A report that takes its worker down each time is not tried for ever.
MOST_ATTEMPTS = 3


class NotAllowed(Exception):
    """The account may not ask for this report."""


def request_report(
    *,
    department: Department,
    period: Period,
    by: Any,
    level: str = ReportLevel.GENERAL,
    purpose: Purpose | None = None,
    justification: str = "",
    request: HttpRequest | None = None,
    now: datetime.datetime | None = None,
) -> Report:
    """A department's report on these days: the stored one, when there is one of the same data, or one being made.

    At the full level it is for HR over the department, for a purpose, and logged; nobody else is given it, and whoever
    asks for another purpose gets another one, since it says so on every page. Raises NotAllowed, and PurposeMissing.
    At the general level a period is a quarter, a half-year or a year: else raises NotAllowed.
    """
    now = now or timezone.now()
    wanted: dict[str, Any] = {
        "kind": ReportKind.DEPARTMENT,
        "department": department,
        "audit": None,
        "period_start": period.first_day,
        "period_end": period.last_day,
        "names_people": False,
        "code_version": code_version(),
        "level": level,
    }
    if level != ReportLevel.FULL:
        if not period.is_fixed or not access.departments_to_report(by).filter(pk=department.pk).exists():
            raise NotAllowed
        return stored_or_queued(by, now, fingerprint=_fingerprint(department, period, Level()), **wanted)
    if not access.departments_of(by, Role.HR).filter(pk=department.pk).exists():
        raise NotAllowed
    if purpose is None:
        raise PurposeMissing
    wanted |= {"purpose": purpose, "purpose_label": purpose.label, "justification": justification, "requested_by": by}
    with transaction.atomic():
        fingerprint = _fingerprint(department, period, Level("full", purpose.label, now))
        report = stored_or_queued(by, now, fingerprint=fingerprint, **wanted)
        _log_asked(report, AccessKind.FULL_REPORT, request, now)
    return report


def request_answers(
    *,
    department: Department,
    period: Period,
    by: Any,
    level: str,
    named: bool = False,
    purpose: Purpose | None = None,
    justification: str = "",
    request: HttpRequest | None = None,
    now: datetime.datetime | None = None,
) -> Report:
    """A file of answers, made anew each time, since people are numbered anew; or the same account's that is being made.

    For HR over the department; at the full level for a purpose, and logged. `named`: with names, at that level alone.
    Raises NotAllowed, and PurposeMissing.
    """
    now = now or timezone.now()
    is_full = level == ReportLevel.FULL
    if not access.departments_of(by, Role.HR).filter(pk=department.pk).exists():
        raise NotAllowed
    if not is_full and (named or not period.is_fixed):
        raise NotAllowed
    if is_full and purpose is None:
        raise PurposeMissing
    wanted: dict[str, Any] = {
        "kind": ReportKind.ANSWERS,
        "department": department,
        "period_start": period.first_day,
        "period_end": period.last_day,
        "names_people": named,
        "level": level,
        "purpose": purpose if is_full else None,
        "purpose_label": purpose.label if is_full and purpose else "",
        "justification": justification if is_full else "",
        "requested_by": by,
    }
    with transaction.atomic():
        # Two requests at once: the second waits here and then finds the first one's.
        Department.objects.select_for_update().get(pk=department.pk)
        report = Report.objects.unfinished().filter(**wanted).order_by("-pk").first()
        if report is None:
            report = _queued(now, **wanted)
        if is_full:
            _log_asked(report, AccessKind.ANSWERS, request, now)
    return report


def _log_asked(report: Report, kind: AccessKind, request: HttpRequest | None, now: datetime.datetime) -> None:
    record_access(
        reader=report.requested_by,
        kind=kind,
        request=request,
        report=report,
        purpose=report.purpose,
        justification=report.justification,
        now=now,
    )


def is_made_anew(report: Report) -> bool:
    """Whether a finished one told the reader of the very same data, made by other sources."""
    told = Report.objects.done().filter(
        kind=report.kind,
        department=report.department,
        audit=report.audit,
        period_start=report.period_start,
        period_end=report.period_end,
        level=report.level,
        fingerprint=report.fingerprint,
    )
    if report.level == ReportLevel.FULL:
        # It is known to whom it was made for, alone.
        told = told.filter(requested_by=report.requested_by)
    return told.exclude(code_version=report.code_version).exists()


def _fingerprint(department: Department, period: Period, level: Level) -> str:
    with translation.override(settings.LANGUAGE_CODE):
        return departments.department_report(department, period, level=level).fingerprint


def level_of(report: Report) -> Level:
    """As the report says it on every page."""
    if report.level != ReportLevel.FULL:
        return Level()
    return Level("full", report.purpose_label, report.requested_at)


def request_audit_card(*, audit: Audit, by: Any, now: datetime.datetime | None = None) -> Report:
    """A submitted audit's card as PDF, stored or being made. Raises NotAllowed."""
    if not access.audits_visible_to(by).filter(pk=audit.pk).exists() or audit.is_draft:
        raise NotAllowed
    day = timezone.localdate(audit.took_place_at)
    return stored_or_queued(
        by,
        now or timezone.now(),
        kind=ReportKind.AUDIT,
        department=audit.department,
        audit=audit,
        period_start=day,
        period_end=day,
        names_people=True,
        level=ReportLevel.FULL,
        fingerprint=audit_cards.audit_card(audit).fingerprint,
        code_version=code_version(),
    )


def stored_or_queued(by: Any, now: datetime.datetime, **wanted: Any) -> Report:
    same = Report.objects.filter(**wanted).order_by("-pk")
    with transaction.atomic():
        # Two requests at once: the second waits here and then finds the first one's report.
        Department.objects.select_for_update().get(pk=wanted["department"].pk)
        for stored in same.done():
            if stored.file.name and stored.file.storage.exists(stored.file.name):
                return stored
        if unfinished := same.unfinished().first():
            return unfinished
        return _queued(now, **{"requested_by": by} | wanted)


def _queued(now: datetime.datetime, **wanted: Any) -> Report:
    account = wanted["requested_by"].pk
    turns.lock_account(account)
    turns.check_room(account)
    report = Report.objects.create(requested_at=now, **wanted)
    queue_next(account)
    return report


def queue_next(account: int) -> None:
    """Queue the account's next reports, where others of its own have no job. Under the account's lock."""
    for key, lane in turns.take_next(account):
        enqueue(make_report.using(queue_name=lane), key)


def run_report(report_id: int) -> None:
    """Make one report that is queued, or whose maker is no more; nothing where it is made or withdrawn already.

    Its failure is told in its row. Raises what only time can mend: a database out of reach, a full disk.
    """
    with locks.held(turns.name_of_lock(report_id)), translation.override(settings.LANGUAGE_CODE):
        unfinished = Report.objects.unfinished().filter(pk=report_id)
        if _gave_up(unfinished):
            return
        claimed = unfinished.update(
            state=ReportState.RUNNING, stage=ReportStage.COUNTING, progress=5, attempt=F("attempt") + 1, error=""
        )
        if not claimed:
            return
        report = Report.objects.select_related("department", "other_department", "audit", "requested_by").get(
            pk=report_id
        )
        attempt = Report.objects.filter(pk=report_id, state=ReportState.RUNNING, attempt=report.attempt)
        try:
            _make(report, attempt)
        except _GivenUp:
            logger.warning("Report %s was taken over by another attempt", report.uuid)
        except (OperationalError, InterfaceError):
            raise
        except Exception as error:
            if isinstance(error, OSError) and error.errno == errno.ENOSPC:
                attempt.update(
                    state=ReportState.QUEUED, stage=ReportStage.WAITING, progress=0, attempt=F("attempt") - 1
                )
                raise NotNow(_("The disk is full.")) from error
            if not isinstance(error, pdf.RenderFailed | NotAllowed | NoFile):
                logger.exception("Report %s failed", report.uuid)
            else:
                logger.warning("Report %s failed: %s", report.uuid, error)
            attempt.update(state=ReportState.FAILED, error=_told(error), finished_at=timezone.now())


def _gave_up(unfinished: QuerySet[Report]) -> bool:
    """Whether it took its worker down so often that it is not tried again."""
    error = _("Making this report was cut short %(times)d times. Tell the administrator.") % {"times": MOST_ATTEMPTS}
    tried = unfinished.filter(attempt__gte=MOST_ATTEMPTS)
    return bool(tried.update(state=ReportState.FAILED, error=error, finished_at=timezone.now()))


class _GivenUp(Exception):
    """Meanwhile this attempt was taken for dead, and another one is at work."""


def _make(report: Report, attempt: Any) -> None:
    # What held when it was asked for need not hold when its turn comes.
    by = report.requested_by
    if not by.is_active or access.lacks_required_factor(by):
        raise NotAllowed
    if not access.reports_visible_to(by).filter(pk=report.pk).exists():
        raise NotAllowed
    if report.kind == ReportKind.ANSWERS:
        _make_answers(report, attempt)
        return
    files: dict[str, bytes] = {}
    made: audit_cards.AuditCard | DepartmentReport | Compared
    if report.audit is not None:
        made = card = audit_cards.audit_card(report.audit)
        _reached(attempt, ReportStage.TYPESETTING, 30)
        document = documents.audit_card_pdf(card)
        files = {form: documents.audit_card_file(card, form) for form in OTHER_FORMS}
    elif report.kind == ReportKind.COMPARISON:
        made = compared = compare(*selections_of(report))
        _reached(attempt, ReportStage.TYPESETTING, 30)
        document = documents.comparison_pdf(compared)
        files = {"xlsx": documents.comparison_xlsx(compared)}
    else:
        period = free(report.period_start, report.period_end)
        made = figures = departments.department_report(report.department, period, level=level_of(report))
        if report.batch_id and taking.take_stored(report, attempt, figures.fingerprint):
            return
        _reached(attempt, ReportStage.TYPESETTING, 30)
        document = documents.department_pdf(figures)
        files = {form: documents.department_file(figures, form) for form in OTHER_FORMS}
    _reached(attempt, ReportStage.STORING, 90)
    fingerprint = fingerprint_of(made) if isinstance(made, Compared) else made.fingerprint
    _store(report, attempt, ContentFile(document), files, made.as_of, fingerprint)


def _make_answers(report: Report, attempt: Any) -> None:
    _reached(attempt, ReportStage.WRITING, 10)
    with tempfile.TemporaryFile() as written:
        as_of = write_answers(report, written)
        _reached(attempt, ReportStage.STORING, 90)
        # Numbered by chance, it is like no other: it is known by itself.
        _store(report, attempt, File(written), {}, as_of, fingerprint="")


def _store(
    report: Report, attempt: Any, file: File[bytes], files: dict[str, bytes], as_of: datetime.datetime, fingerprint: str
) -> None:
    """`files`: what lies beside it, by form. Without a `fingerprint` of its data the file's own stands for it."""
    storage = report.file.storage
    digest = _sha256(file)
    stored = storage.save(attempt_path(report, report.attempt), file)
    beside = [storage.save(path_beside(stored, form), ContentFile(content)) for form, content in files.items()]
    # The file first, then the row that vouches for it: between the two there is only a file nobody knows of.
    finished = attempt.update(
        state=ReportState.DONE,
        stage=ReportStage.STORING,
        progress=100,
        finished_at=timezone.now(),
        as_of=as_of,
        fingerprint=fingerprint or digest,
        code_version=code_version(),
        file=stored,
        file_size=file.size,
        file_sha256=digest,
        error="",
    )
    if not finished:
        for each in (stored, *beside):
            storage.delete(each)
        raise _GivenUp


def _sha256(file: File[bytes]) -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    return digest.hexdigest()


def _reached(attempt: Any, stage: str, progress: int) -> None:
    if not attempt.update(stage=stage, progress=progress):
        raise _GivenUp


def _told(error: Exception) -> str:
    """For the person who asked: what went wrong, in one sentence."""
    if isinstance(error, NoFile):
        return str(error)
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


@task(queue_name=SHORT)
def make_report(report_id: int) -> None:
    # In the worker, which makes one report after another.
    if settings.REPORT_KEEP_WARM:
        pdf.keep_warm()
    run_report(report_id)
    # Also where nothing was to be made any more: whoever cancelled it may have others waiting.
    account = turns.job_ended(report_id)
    if account is not None:
        with transaction.atomic():
            turns.lock_account(account)
            queue_next(account)

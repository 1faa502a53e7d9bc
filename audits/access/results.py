"""Audits, their drafts and corrections, reports, and the log of who read them."""

from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import TruncDate
from django.utils import timezone

from audits.access.appointments import head_of, over
from audits.access.assignments import assignments_of, assignments_to_fill
from audits.access.kept import kept_for_the_day
from audits.choices import FINISHED, AccessGround, AuditStatus, ReportKind, ReportLevel, Role
from audits.models import AccessRecord, Appointment, Audit, Batch, Report
from audits.models.periods import fixed_period


@kept_for_the_day
def audits_visible_to(user: Any) -> Any:
    """An auditor's own audits, where they are still appointed; for HR, the finished ones of the departments they hold.

    Nobody else sees one person's audit. A draft is its auditor's alone, a discarded one nobody's. What a mystery
    shopper made for an assignment they never see again, whatever else they are.
    """
    finished = Q(status__in=FINISHED)
    # Over where the audit's department stood then or since: a re-organisation takes nobody's own work away. On its day
    # the department stood in both places.
    stood = Q(department__descendants__until=None) | Q(department__descendants__until__gte=OuterRef("visited_on"))
    still = Appointment.objects.held_on(timezone.localdate()).filter(
        stood, user_id=user.pk, role=Role.AUDITOR, department__descendants__descendant=OuterRef("department")
    )
    own_work = ~Q(status=AuditStatus.DRAFT) & Q(Exists(still.order_by()))
    # What is still to be filled, where it can be: in today's structure.
    own_draft = Q(status=AuditStatus.DRAFT) & Q(over(user, OuterRef("department"), Role.AUDITOR))
    mine = Q(auditor_id=user.pk) & (own_work | own_draft)
    return (
        Audit.objects.alias(visited_on=TruncDate("took_place_at"))
        .exclude(status=AuditStatus.DISCARDED)
        .exclude(assignment__isnull=False, auditor_id=user.pk)
        .filter(mine | ((finished | filled_by(user)) & Q(over(user, OuterRef("department"), Role.HR))))
        # A correction that somebody else is still drafting is theirs alone.
        .exclude(Q(status=AuditStatus.DRAFT) & ~filled_by(user))
        # Nobody reads, as HR, what was recorded about themselves.
        .exclude(Q(employee__user_id=user.pk) & ~Q(auditor_id=user.pk))
    )


@kept_for_the_day
def drafts_of(user: Any) -> Any:
    """Drafts that the account may fill: its own, in departments over which it is still an auditor.

    A mystery shopper's, while its assignment is open to them. A correction's draft is that of whoever proposes it: the
    auditor, or HR, but not about themselves.
    """
    as_auditor = Q(assignment__isnull=True, auditor_id=user.pk) & Q(over(user, OuterRef("department"), Role.AUDITOR))
    as_shopper = Q(corrects__isnull=True) & Q(Exists(assignments_to_fill(user).filter(pk=OuterRef("assignment"))))
    as_hr = Q(corrects__isnull=False) & Q(over(user, OuterRef("department"), Role.HR))
    return (
        Audit.objects.drafts()
        .filter(filled_by(user))
        .filter(as_auditor | as_shopper | as_hr)
        .exclude(Q(corrects__employee__user_id=user.pk) & ~Q(auditor_id=user.pk))
    )


def filled_by(user: Any) -> Q:
    """Audits whose checklist this account fills, or filled: of a correction, its proposer."""
    return Q(corrects__isnull=True, auditor_id=user.pk) | Q(correction__proposed_by_id=user.pk)


@kept_for_the_day
def finished_by(user: Any) -> Any:
    """Finished audits which the account may be told that it has submitted; their content is another question."""
    seen = Exists(audits_visible_to(user).filter(pk=OuterRef("pk")))
    as_shopper = Exists(assignments_of(user).filter(pk=OuterRef("assignment")))
    return Audit.objects.filter(filled_by(user), Q(seen) | Q(as_shopper), status__in=FINISHED)


@kept_for_the_day
def audits_to_annul(user: Any) -> Any:
    """Submitted audits, not replaced by a correction, whose annulment the account may propose or decide."""
    return audits_visible_to(user).counted().filter(over(user, OuterRef("department"), Role.HR))


@kept_for_the_day
def audits_to_correct(user: Any) -> Any:
    """Audits that count, of which the account may propose a correction: their auditor's, and HR's over them."""
    return (
        audits_visible_to(user)
        .counted()
        .filter(
            Q(auditor_id=user.pk) & Q(over(user, OuterRef("department"), Role.AUDITOR))
            | Q(over(user, OuterRef("department"), Role.HR))
        )
    )


@kept_for_the_day
def corrections_to_decide(user: Any) -> Any:
    """Proposed corrections for HR over the department: neither who proposed one, nor its auditor, nor the assessed."""
    return (
        audits_visible_to(user)
        .filter(over(user, OuterRef("department"), Role.HR), status=AuditStatus.PROPOSED)
        .exclude(Q(auditor_id=user.pk) | Q(correction__proposed_by_id=user.pk))
        .exclude(corrects__employee__user_id=user.pk)
    )


@kept_for_the_day
def audits_held_by_hr(user: Any) -> Any:
    """Finished audits of the departments that the account holds as HR, but for those about themselves."""
    return audits_visible_to(user).filter(over(user, OuterRef("department"), Role.HR), status__in=FINISHED)


@kept_for_the_day
def audits_to_identify(user: Any) -> Any:
    """Mystery shoppers' submitted audits of which the account may say whom they are about: HR's, with a clue."""
    return audits_to_annul(user).filter(assignment__isnull=False, superseded_by=None).exclude(as_named="")


@kept_for_the_day
def audits_to_redact(user: Any) -> Any:
    """Finished audits whose notes the account may redact: HR's, but for those that they made themselves."""
    return (
        audits_visible_to(user)
        .filter(over(user, OuterRef("department"), Role.HR))
        .exclude(status=AuditStatus.DRAFT)
        .exclude(auditor_id=user.pk)
    )


@kept_for_the_day
def reports_visible_to(user: Any) -> Any:
    """Departments' reports for HR over the department and for its head, comparisons for whoever may have the reports of
    both departments, files of answers for HR alone; an audit's card for whoever sees the audit.

    One at the full level is its requester's alone, while they are HR over the department: it is handed to nobody else.
    Heads see fixed periods only: no other is made at the general level.
    """
    of_hr = Q(over(user, OuterRef("department"), Role.HR))
    general = Q(level=ReportLevel.GENERAL) & (of_hr | (Q(head_of(user, OuterRef("department"))) & fixed_period()))
    full = Q(level=ReportLevel.FULL, requested_by_id=user.pk) & of_hr
    of_both = Q()
    for side in ("department", "other_department"):
        of_both &= Q(over(user, OuterRef(side), Role.HR)) | Q(head_of(user, OuterRef(side)))
    return Report.objects.filter(
        Q(kind=ReportKind.DEPARTMENT) & (general | full)
        | Q(kind=ReportKind.COMPARISON) & of_both
        | Q(kind=ReportKind.ANSWERS) & (Q(level=ReportLevel.GENERAL) & of_hr | full)
        | Q(kind=ReportKind.AUDIT) & Q(Exists(audits_visible_to(user).filter(pk=OuterRef("audit"))))
    )


def batches_visible_to(user: Any) -> Any:
    """Orders of many reports: whoever gave one, while they may see any of its reports."""
    visible = reports_visible_to(user).filter(batch=OuterRef("pk"))
    return Batch.objects.filter(Exists(visible.order_by()), requested_by_id=user.pk)


def access_log_visible_to(user: Any) -> Any:
    """For the data protection officer: readings of audits of the departments that they hold.

    Readings that are of no single audit are for whoever holds the top of the office.
    """
    today = timezone.localdate()
    over_the_top = Exists(
        Appointment.objects.held_on(today)
        .filter(user_id=user.pk, user__is_active=True, role=Role.DPO, department__parent=None)
        .order_by()
    )
    return AccessRecord.objects.filter(
        Q(audit=None) & Q(over_the_top)
        | Q(audit__isnull=False) & Q(over(user, OuterRef("audit__department"), Role.DPO))
    )


def readings_about(user: Any) -> Any:
    """Who read audits of the person whose account this is, without the auditors of those audits.

    They know them from their own work; the moment at which they look at one would tell a mystery shopper's visit.
    """
    unnamed_then = Q(employee=None, audit__employee__user_id=user.pk)
    return AccessRecord.objects.filter(Q(employee__user_id=user.pk) | unnamed_then).exclude(
        ground=AccessGround.OWN_WORK
    )

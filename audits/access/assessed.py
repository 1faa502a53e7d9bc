"""What people are shown about themselves, what they ask for, and what everybody was told."""

import datetime
from typing import Any

from django.db.models import BooleanField, Case, Exists, F, OuterRef, Q, Subquery, When
from django.utils import timezone

from audits.access.appointments import over
from audits.access.kept import kept_for_the_day
from audits.access.results import audits_held_by_hr, audits_visible_to
from audits.choices import AccessGround, AccessKind, Audience, AuditStatus, DataRequestKind, Role
from audits.models import (
    AccessRecord,
    Acknowledgement,
    Annulment,
    Appointment,
    Audit,
    DataRequest,
    Notice,
    Statement,
    earlier_version_released,
    later_version_released,
    was_released,
)
from audits.models.retention import FEWEST_YEARS_OF_LOG

# For so long the start page tells of a result that was replaced.
NEWS_FOR = datetime.timedelta(days=30)


@kept_for_the_day
def audits_to_release(user: Any) -> Any:
    """Final audits about people, not shown to them yet, of the departments that the account holds as HR.

    Final is what is submitted, not replaced by a correction, and under no proposal to annul it.
    """
    proposed = Annulment.objects.filter(audit=OuterRef("pk"), approved__isnull=True)
    return (
        audits_visible_to(user)
        .counted()
        .filter(over(user, OuterRef("department"), Role.HR), employee__isnull=False)
        .exclude(Exists(proposed))
        .exclude(was_released())
    )


@kept_for_the_day
def corrections_to_release(user: Any) -> Any:
    """Of those, corrections of what was released: the person still sees the result that no longer counts."""
    return audits_to_release(user).filter(earlier_version_released(), supersedes__isnull=False)


def own_released_audits(user: Any) -> Any:
    """Audits about the person whose account this is, once they were released; annulled ones too."""
    return Audit.objects.filter(was_released(), employee__user_id=user.pk)


def own_corrected_audits(user: Any, now: datetime.datetime | None = None) -> Any:
    """Of those, what a correction has replaced: lately, or by one that HR has not released to the person yet."""
    lately = (now or timezone.now()) - NEWS_FOR
    return own_released_audits(user).filter(
        Q(superseded_by__correction__decided_at__gte=lately)
        | Q(superseded_by__employee=F("employee")) & ~Q(later_version_released())
    )


def audits_replied_to(user: Any) -> Any:
    """Audits to which the person assessed has made a statement, for HR who did not make them.

    `said_at` is when they did last; `is_unread`: since then nobody of HR has opened the audit. The access log tells
    that for as long as it is kept at least.
    """
    said_at = Statement.objects.filter(audit=OuterRef("pk")).order_by("-made_at").values("made_at")[:1]
    read = AccessRecord.objects.filter(
        audit=OuterRef("pk"), kind=AccessKind.PAGE, ground=AccessGround.PURPOSE, at__gte=OuterRef("said_at")
    )
    told_by_log = timezone.now() - datetime.timedelta(days=365 * FEWEST_YEARS_OF_LOG)
    return (
        audits_held_by_hr(user)
        # Statements are few and audits many: the database begins with the former.
        .filter(pk__in=Statement.objects.order_by().values("audit"))
        .exclude(auditor_id=user.pk)
        .annotate(said_at=Subquery(said_at))
        .annotate(
            is_unread=Case(
                When(~Exists(read) & Q(said_at__gte=told_by_log), then=True), default=False, output_field=BooleanField()
            )
        )
    )


def data_requests_to_answer(user: Any) -> Any:
    """Requests of people whose department the account holds as HR; nobody answers their own."""
    return DataRequest.objects.filter(over(user, OuterRef("department"), Role.HR)).exclude(employee__user_id=user.pk)


def audits_held_about(user: Any, request: DataRequest) -> Any:
    """What HR gives in answer to a request for access: all finished audits about that person not shown to them yet.

    In every department, annulled or not: the office holds them, and one of HR answers for it.
    """
    finished = (AuditStatus.SUBMITTED, AuditStatus.ANNULLED)
    asked = data_requests_to_answer(user).filter(pk=request.pk, kind=DataRequestKind.ACCESS, answered_at__isnull=True)
    answering = asked.filter(employee=OuterRef("employee"))
    return Audit.objects.filter(Exists(answering), status__in=finished).exclude(was_released())


def own_data_requests(user: Any) -> Any:
    return DataRequest.objects.filter(employee__user_id=user.pk)


def notices_to_acknowledge(user: Any) -> Any:
    """Notices to auditors in effect that the account, an auditor or shopper today, has not acknowledged."""
    today = timezone.localdate()
    audits = Appointment.objects.held_on(today).filter(user_id=user.pk, role__in=(Role.AUDITOR, Role.SHOPPER))
    done = Acknowledgement.objects.filter(notice=OuterRef("pk"), user_id=user.pk)
    return Notice.objects.filter(
        Q(Exists(audits.order_by())), ~Q(Exists(done)), audience=Audience.AUDITORS, takes_effect_on__lte=today
    )


def notices_of_auditor(user: Any) -> Any:
    """Notices to auditors that the account acknowledges, or has acknowledged before."""
    done = Acknowledgement.objects.filter(notice=OuterRef("pk"), user_id=user.pk)
    return notices_to_acknowledge(user) | Notice.objects.filter(Exists(done), audience=Audience.AUDITORS)

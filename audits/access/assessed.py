"""What people are shown about themselves, what they ask for, and what everybody was told."""

from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from audits.access.appointments import over
from audits.access.results import audits_visible_to
from audits.choices import Audience, AuditStatus, RightsKind, Role
from audits.models import Acknowledgement, Annulment, Appointment, Audit, Notice, RightsRequest, was_released


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


def own_released_audits(user: Any) -> Any:
    """Audits about the person whose account this is, once they were released; annulled ones too."""
    return Audit.objects.filter(was_released(), employee__user_id=user.pk)


def rights_requests_to_answer(user: Any) -> Any:
    """Requests of people whose department the account holds as HR; nobody answers their own."""
    return RightsRequest.objects.filter(over(user, OuterRef("department"), Role.HR)).exclude(employee__user_id=user.pk)


def audits_held_about(user: Any, request: RightsRequest) -> Any:
    """What HR gives in answer to a request for access: all finished audits about that person not shown to them yet.

    In every department, annulled or not: the office holds them, and one of HR answers for it.
    """
    finished = (AuditStatus.SUBMITTED, AuditStatus.ANNULLED)
    asked = rights_requests_to_answer(user).filter(pk=request.pk, kind=RightsKind.ACCESS, answered_at__isnull=True)
    answering = asked.filter(employee=OuterRef("employee"))
    return Audit.objects.filter(Exists(answering), status__in=finished).exclude(was_released())


def own_rights_requests(user: Any) -> Any:
    return RightsRequest.objects.filter(employee__user_id=user.pk)


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

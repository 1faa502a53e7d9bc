"""How an office begins, when there is nobody yet to confirm anything.

The first administrator is appointed on the server. What they grant to a second administrator and to the data protection
officer holds once these have signed in with a second factor; from then on every grant waits for another administrator.
This happens once, as what counts is who ever administered, and before there is anything to read: an office with results
is no more founded by one.
"""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.signals import user_logged_in
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from audits.choices import FINISHED, AccessKind, Confirmation, LetterKind, Role
from audits.four_eyes.telling import note_right, tell_officers
from audits.four_eyes.waiting import WAITS_FOR
from audits.models import Appointment, Audit, Department, User
from standards.refusals import Refused


class FoundedAlready(Refused):
    """Somebody administers, or did: they appoint the next."""


@transaction.atomic
def appoint_first(*, user: User, department: Department) -> Appointment:
    """The first administrator, by whoever runs the server."""
    if Appointment.objects.confirmed().filter(role=Role.ADMINISTRATOR).exists():
        raise FoundedAlready(_("The portal has, or had, an administrator: they appoint the next one."))
    now = timezone.now()
    first = Appointment.objects.create(
        user=user,
        role=Role.ADMINISTRATOR,
        department=department,
        since=timezone.localdate(now),
        granted_at=now,
        confirmation=Confirmation.WITH_OFFICE,
        confirmed_at=now,
    )
    note_right(AccessKind.RIGHT_GRANTED, first, None)
    note_right(AccessKind.RIGHT_CONFIRMED, first, None)
    return first


def is_of_founding(*, role: str, by: Any) -> bool:
    """Whether what they grant needs no other administrator, as there never was one."""
    if role not in (Role.ADMINISTRATOR, Role.DPO) or _administered_beside(by.pk) or _has_results():
        return False
    same = Appointment.objects.filter(role=role).exclude(user=by.pk)
    waits = same.waiting().filter(confirmation=Confirmation.FOUNDING)
    return not (waits.exists() or same.confirmed().exists())


def _administered_beside(account: int | None) -> bool:
    return Appointment.objects.confirmed().filter(role=Role.ADMINISTRATOR).exclude(user=account).exists()


def _has_results() -> bool:
    return Audit.objects.filter(status__in=FINISHED).exists()


@transaction.atomic
def hold_by_signing_in(user: Any) -> list[Appointment]:
    """What was granted to them while the office was founded holds from now on; they have a second factor."""
    now = timezone.now()
    found = (
        Appointment.objects.waiting()
        .filter(user_id=user.pk, confirmation=Confirmation.FOUNDING, granted_at__gt=now - WAITS_FOR)
        .select_for_update(of=("self",))
        .select_related("user", "department")
    )
    held = []
    for appointment in found:
        is_late = appointment.role == Role.ADMINISTRATOR and _administered_beside(appointment.granted_by_id)
        if is_late or _has_results():
            # Founded, or at work, meanwhile: this one waits for another administrator.
            appointment.confirmation = Confirmation.SECOND
            appointment.save(update_fields=["confirmation"])
            continue
        appointment.confirmed_by, appointment.confirmed_at = appointment.user, now
        appointment.save(update_fields=["confirmed_by", "confirmed_at"])
        note_right(AccessKind.RIGHT_CONFIRMED, appointment, user)
        held.append(appointment)
    tell_officers(LetterKind.POWER_CONFIRMED, held, user)
    return held


def _signed_in(sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
    if any(record["method"] == "mfa" for record in get_authentication_records(request, user)):
        hold_by_signing_in(user)


def _added(sender: Any, request: HttpRequest, user: Any, authenticator: Authenticator, **kwargs: Any) -> None:
    """The code that sets an application up, or the key's signature, is one by a second factor too."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        hold_by_signing_in(user)


def listen() -> None:
    user_logged_in.connect(_signed_in, dispatch_uid="audits.four_eyes.founding")
    authenticator_added.connect(_added, dispatch_uid="audits.four_eyes.founding")

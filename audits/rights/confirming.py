"""Appointments confirmed or refused by a second administrator. Nothing is written where one of them cannot be."""

import uuid as uuids
from collections.abc import Collection, Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from audits.choices import AccessKind, Confirmation, LetterKind
from audits.four_eyes.hands import Hands
from audits.four_eyes.telling import note_right, tell_officers
from audits.four_eyes.waiting import WAITS_FOR
from audits.models import Appointment
from standards.refusals import Refused, Stale


class CannotConfirm(Refused):
    """The one who asks is no second pair of eyes for it, or its time is over. `appointment` says which."""

    def __init__(self, appointment: Appointment, reason: str) -> None:
        super().__init__(reason)
        self.appointment = appointment


class Decided(Stale):
    """Somebody has confirmed, refused or taken back one of them meanwhile, or its time is over."""


def why_not(appointment: Appointment, by: Any, hands: Hands) -> str:
    """Why this administrator cannot confirm it; empty where they can."""
    if not appointment.user.is_active:
        return _("The account is inactive.")
    return hands.why_not(by=by, proposed_by=appointment.granted_by_id, account=appointment.user_id)


def _waiting(chosen: Iterable[uuids.UUID]) -> list[Appointment]:
    wanted = set(chosen)
    rows = Appointment.objects.waiting().filter(uuid__in=wanted).order_by("pk")
    found = list(rows.select_for_update(of=("self",)).select_related("user", "department"))
    now = timezone.now()
    is_over = [one for one in found if one.granted_at is None or one.granted_at <= now - WAITS_FOR]
    ended = [one for one in found if one.until is not None and one.until <= timezone.localdate(now)]
    if len(found) != len(wanted) or is_over or ended:
        raise Decided(found)
    return found


@transaction.atomic
def confirm_appointments(*, chosen: Collection[uuids.UUID], by: Any) -> list[Appointment]:
    """They hold from now on, or from their first day. Raises CannotConfirm and Decided."""
    appointments, hands, now = _waiting(chosen), Hands(), timezone.now()
    for appointment in appointments:
        reason = why_not(appointment, by, hands)
        if reason:
            raise CannotConfirm(appointment, reason)
        is_alone = hands.is_alone(by=by, proposed_by=appointment.granted_by_id)
        appointment.confirmation = Confirmation.ALONE if is_alone else Confirmation.SECOND
        appointment.confirmed_by, appointment.confirmed_at = by, now
        appointment.save(update_fields=["confirmation", "confirmed_by", "confirmed_at"])
        note_right(AccessKind.RIGHT_CONFIRMED, appointment, by)
    tell_officers(LetterKind.POWER_CONFIRMED, appointments, by)
    return appointments


@transaction.atomic
def refuse_appointments(*, chosen: Collection[uuids.UUID], by: Any) -> list[Appointment]:
    """They never hold; whoever proposed one takes it back by this. Raises Decided."""
    appointments = _waiting(chosen)
    for appointment in appointments:
        never_hold(appointment, by)
    tell_officers(LetterKind.POWER_REFUSED, appointments, by)
    return appointments


def never_hold(appointment: Appointment, by: Any) -> None:
    appointment.until, appointment.ended_by, appointment.ended_at = appointment.since, by, timezone.now()
    appointment.save(update_fields=["until", "ended_by", "ended_at"])
    note_right(AccessKind.RIGHT_REFUSED, appointment, by)

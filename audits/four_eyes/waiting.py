"""What waits for a second pair of eyes, and for how long."""

import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from audits.choices import AccessKind, LetterKind
from audits.four_eyes.changes import end_change
from audits.four_eyes.telling import note_right, tell_officers
from audits.models import AccountChange, Appointment

WAITS_FOR = datetime.timedelta(days=14)


def expires_at(appointment: Appointment) -> datetime.datetime | None:
    return appointment.granted_at + WAITS_FOR if appointment.granted_at is not None else None


@transaction.atomic
def expire(*, now: datetime.datetime | None = None) -> list[Appointment | AccountChange]:
    """What waited too long, or whose last day is over, never holds; nor is a change made. Run once an hour."""
    at = now or timezone.now()
    over = Appointment.objects.waiting().filter(
        Q(granted_at__lte=at - WAITS_FOR) | Q(until__lte=timezone.localdate(at))
    )
    expired = list(over.select_for_update(of=("self",)).select_related("user", "department").order_by("pk"))
    for appointment in expired:
        appointment.until, appointment.ended_at = appointment.since, at
        appointment.save(update_fields=["until", "ended_at"])
        note_right(AccessKind.RIGHT_EXPIRED, appointment, None)
    changes = AccountChange.objects.waiting().filter(proposed_at__lte=at - WAITS_FOR)
    late = list(changes.select_for_update(of=("self",)).select_related("account").order_by("pk"))
    for change in late:
        end_change(change, AccessKind.CHANGE_EXPIRED, None)
    tell_officers(LetterKind.POWER_EXPIRED, expired, changes=late)
    return [*expired, *late]

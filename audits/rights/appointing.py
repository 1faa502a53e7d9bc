"""Appointments granted and ended, accounts locked.

What is granted waits until another administrator confirms it (`confirming`). It is never rewritten: it can be ended,
and another one granted. Nobody appoints themselves, and at no
time is there nobody left who administers. Raises ValidationError tied to the fields that a form has.
"""

import datetime
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from audits.choices import AccessKind, Confirmation, LetterKind, Role
from audits.four_eyes.founding import is_of_founding
from audits.four_eyes.telling import note_right, tell_officers
from audits.models import Ancestry, Appointment, Department, User, on_day
from audits.rights.confirming import never_hold

# Nobody plans further ahead, and a calendar ends at 9999.
LATEST = datetime.date(2200, 1, 1)


def check_grant(
    *, user: Any, role: str, department: Department, since: datetime.date, until: datetime.date | None, by: Any
) -> None:
    """Raise ValidationError, tied to user, role, department, since and until, unless it can be granted so."""
    if user.pk == by.pk:
        raise ValidationError({"user": _("Nobody appoints themselves: ask another administrator.")})
    if not user.is_active:
        raise ValidationError({"user": _("This account is inactive: activate it first.")})
    check_dates(since=since, until=until)
    if not Ancestry.objects.filter(on_day(since), ancestor=department, descendant=department).exists():
        raise ValidationError(
            {"since": _("%(department)s does not exist on that day yet.") % {"department": department}}
        )
    if department.closed_on is not None and department.closed_on <= since:
        closed = {"department": department, "day": date_format(department.closed_on)}
        raise ValidationError({"department": _("%(department)s is closed since %(day)s.") % closed})
    same = _overlapping(Appointment.objects.filter(user=user, role=role, department=department), since, until).first()
    if same is not None:
        raise ValidationError({"role": _("The account holds this role over this department already in that time.")})


def check_dates(*, since: datetime.date, until: datetime.date | None) -> None:
    """Rights are not granted for the past: the record would say that somebody might do what they might not."""
    if since < timezone.localdate():
        raise ValidationError({"since": _("An appointment begins today or later.")})
    if since >= LATEST:
        raise ValidationError({"since": _("This day is too far ahead.")})
    if until is not None and until <= since:
        raise ValidationError({"until": _("The last day is earlier than the first one.")})
    if until is not None and until > LATEST:
        raise ValidationError({"until": _("This day is too far ahead.")})


def _overlapping(appointments: Any, since: datetime.date, until: datetime.date | None) -> Any:
    ahead = Q() if until is None else Q(since__lt=until)
    # What was taken back before it began never held.
    real = Q(until__isnull=True) | Q(until__gt=since)
    return appointments.filter(ahead & real)


@transaction.atomic
def grant_appointment(
    *,
    user: Any,
    role: str,
    department: Department,
    since: datetime.date,
    until: datetime.date | None = None,
    by: Any,
) -> Appointment:
    """Propose that the account holds the role over the department and all below it, from that day until the other."""
    # Two who grant the same at once wait for each other, and nobody deactivates the account meanwhile.
    user = User.objects.select_for_update().get(pk=user.pk)
    check_grant(user=user, role=role, department=department, since=since, until=until, by=by)
    granted = Appointment.objects.create(
        user=user,
        role=role,
        department=department,
        since=since,
        until=until,
        granted_by=by,
        granted_at=timezone.now(),
        confirmation=Confirmation.FOUNDING if is_of_founding(role=role, by=by) else Confirmation.SECOND,
    )
    note_right(AccessKind.RIGHT_GRANTED, granted, by)
    tell_officers(LetterKind.POWER_PROPOSED, [granted], by)
    return granted


def check_end(*, appointment: Appointment, on: datetime.date, by: Any) -> None:
    """Raise ValidationError, tied to until, unless the appointment can end so that it no longer holds on that day."""
    if appointment.until is not None and appointment.until <= on:
        if appointment.until <= timezone.localdate():
            raise ValidationError({"until": _("This appointment has ended already.")})
        raise ValidationError(
            {
                "until": _("Its last day is %(day)s anyway. To prolong it, grant another one.")
                % {"day": date_format(appointment.until - datetime.timedelta(days=1))}
            }
        )
    if on < timezone.localdate():
        raise ValidationError({"until": _("Its last day can be yesterday at the earliest: until now it was held.")})
    if on > LATEST:
        raise ValidationError({"until": _("This day is too far ahead.")})
    if appointment.is_waiting:
        if on > timezone.localdate():
            raise ValidationError({"until": _("It waits for its confirmation: it can be taken back at once only.")})
        return
    if appointment.role == Role.ADMINISTRATOR and not _others_administer([appointment], on):
        own = appointment.user_id == by.pk
        raise ValidationError(
            {
                "until": _("You are the last administrator: appoint another one first.")
                if own
                else _("This is the last administrator: appoint another one first.")
            }
        )


def _others_administer(leaving: Iterable[Appointment], day: datetime.date) -> bool:
    """Whether from that day on somebody else administers for as long as those who leave would have."""
    leaving = list(leaving)
    longest = None if any(one.until is None for one in leaving) else max(one.until for one in leaving if one.until)
    as_long = Q(until__isnull=True) | (Q(until__gte=longest) if longest else Q(pk=None))
    others = Appointment.objects.confirmed().filter(
        as_long, role=Role.ADMINISTRATOR, since__lte=day, user__is_active=True
    )
    return others.exclude(pk__in=[one.pk for one in leaving]).exists()


@transaction.atomic
def end_appointment(*, appointment: Appointment, on: datetime.date, by: Any) -> Appointment:
    """No longer held from that day on; what was to begin later, or was not confirmed yet, never holds."""
    _lock_administrators()
    appointment = Appointment.objects.select_for_update(of=("self",)).select_related("user").get(pk=appointment.pk)
    check_end(appointment=appointment, on=on, by=by)
    _end(appointment, on, by)
    return appointment


def _lock_administrators() -> None:
    """Of two administrators who end each other's appointment at once, the second sees what the first did."""
    list(Appointment.objects.select_for_update().filter(role=Role.ADMINISTRATOR).order_by("pk").values_list("pk"))


def _end(appointment: Appointment, on: datetime.date, by: Any) -> None:
    if appointment.is_waiting:
        never_hold(appointment, by)
        tell_officers(LetterKind.POWER_REFUSED, [appointment], by)
        return
    appointment.until = max(on, appointment.since)
    appointment.ended_by = by
    appointment.ended_at = timezone.now()
    appointment.save(update_fields=["until", "ended_by", "ended_at"])
    note_right(AccessKind.RIGHT_ENDED, appointment, by)


def check_locking(*, user: Any, by: Any, field: str) -> None:
    """Raise ValidationError, tied to the field, unless the account can do without signing in from now on."""
    if user.pk == by.pk:
        raise ValidationError({field: _("Nobody locks their own account: ask another administrator.")})
    today = timezone.localdate()
    administers = list(user.appointments.held_on(today).filter(role=Role.ADMINISTRATOR))
    if administers and not _others_administer(administers, today):
        raise ValidationError({field: _("This is the last administrator: appoint another one first.")})


@transaction.atomic
def lock_account(*, user: Any, by: Any, field: str = "is_active") -> list[Appointment]:
    """Nobody signs in with the account from now on; what it holds and is to hold ends today. Returns what ended."""
    _lock_administrators()
    user = User.objects.select_for_update().get(pk=user.pk)
    check_locking(user=user, by=by, field=field)
    today = timezone.localdate()
    ended = list(user.appointments.left_on(today).select_related("department").order_by("pk"))
    for appointment in ended:
        _end(appointment, today, by)
    user.is_active = False
    user.save(update_fields=["is_active"])
    return ended

"""Appointments, and changes of accounts, confirmed or refused by a second administrator.

Nothing is written where one of those chosen cannot be.
"""

import uuid as uuids
from collections.abc import Callable, Collection, Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from audits.access_log.log import record_of_account
from audits.choices import AccessKind, AccountChangeKind, Confirmation, LetterKind
from audits.four_eyes.changes import end_change, said_of
from audits.four_eyes.hands import Hands
from audits.four_eyes.telling import note_right, tell_officers
from audits.four_eyes.waiting import WAITS_FOR
from audits.letters import write_letter
from audits.models import AccountChange, Appointment, Employee, User
from audits.signin import factors, provider_ties
from standards.refusals import Refused, Stale


class CannotConfirm(Refused):
    """The one who asks is no second pair of eyes for it, or it cannot be. `proposal` says which."""

    def __init__(self, proposal: Appointment | AccountChange, reason: str) -> None:
        super().__init__(reason)
        self.proposal = proposal


class Decided(Stale):
    """Somebody has confirmed, refused or taken back one of them meanwhile, or its time is over."""


def why_not(proposal: Appointment | AccountChange, by: Any, hands: Hands) -> str:
    """Why this administrator cannot confirm it; empty where they can."""
    account, proposed_by = _of(proposal)
    if not account.is_active:
        return _("The account is inactive.")
    return hands.why_not(by=by, proposed_by=proposed_by, account=account.pk)


def _of(proposal: Appointment | AccountChange) -> tuple[User, int | None]:
    """Whose account it is about, and who proposed it."""
    if isinstance(proposal, Appointment):
        return proposal.user, proposal.granted_by_id
    return proposal.account, proposal.proposed_by_id


def _confirmation(proposal: Appointment | AccountChange, by: Any, hands: Hands) -> Confirmation:
    """Raises CannotConfirm."""
    reason = why_not(proposal, by, hands)
    if reason:
        raise CannotConfirm(proposal, reason)
    _account, proposed_by = _of(proposal)
    return Confirmation.ALONE if hands.is_alone(by=by, proposed_by=proposed_by) else Confirmation.SECOND


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
        appointment.confirmation = _confirmation(appointment, by, hands)
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


def _waiting_changes(chosen: Iterable[uuids.UUID]) -> list[AccountChange]:
    wanted = set(chosen)
    rows = AccountChange.objects.waiting().filter(uuid__in=wanted).order_by("pk")
    found = list(rows.select_for_update(of=("self",)).select_related("account"))
    if len(found) != len(wanted) or any(one.proposed_at <= timezone.now() - WAITS_FOR for one in found):
        raise Decided(found)
    return found


@transaction.atomic
def confirm_changes(*, chosen: Collection[uuids.UUID], by: Any) -> list[AccountChange]:
    """They are made now. Raises CannotConfirm and Decided."""
    changes, hands, now = _waiting_changes(chosen), Hands(), timezone.now()
    for change in changes:
        change.confirmation = _confirmation(change, by, hands)
        value, change.value = change.value, ""
        change.confirmed_by, change.confirmed_at = by, now
        change.save(update_fields=["value", "confirmation", "confirmed_by", "confirmed_at"])
        record_of_account(kind=AccessKind.CHANGE_CONFIRMED, account=change.account, by=by, detail=change.kind)
        _MAKE[change.kind](change, value, by)
    tell_officers(LetterKind.POWER_CONFIRMED, changes=changes, by=by)
    return changes


@transaction.atomic
def refuse_changes(*, chosen: Collection[uuids.UUID], by: Any) -> list[AccountChange]:
    """They are never made. Raises Decided."""
    changes = _waiting_changes(chosen)
    for change in changes:
        end_change(change, AccessKind.CHANGE_REFUSED, by)
    tell_officers(LetterKind.POWER_REFUSED, changes=changes, by=by)
    return changes


def _new_address(change: AccountChange, address: str, by: Any) -> None:
    account = change.account
    if User.objects.filter(email__iexact=address).exclude(pk=account.pk).exists():
        raise CannotConfirm(change, _("Another account has this address by now."))
    before, account.email = account.email, address
    account.save(update_fields=["email"])
    factors.tell_of_moved_address(user=account, before=before, by=by, alone=False)


def _new_password(change: AccountChange, password: str, by: Any) -> None:
    account = change.account
    account.password = password
    account.save(update_fields=["password"])
    factors.end_sessions(user=account)
    record_of_account(kind=AccessKind.PASSWORD_SET, account=account, by=by, detail=AccountChangeKind.PASSWORD)
    write_letter(kind=LetterKind.PASSWORD_CHANGED, user=account)


def _no_factors(change: AccountChange, _value: str, by: Any) -> None:
    factors.remove_factors(user=change.account, by=by, alone=False)


def _tied(change: AccountChange, person: str, by: Any) -> None:
    if not provider_ties.tie(account=change.account, person=person):
        raise CannotConfirm(change, _("The provider is off, or its person has another account by now."))


def _employee(change: AccountChange, said: str) -> Employee:
    found = Employee.objects.select_for_update(of=("self",)).filter(pk=said.partition(" ")[0]).first()
    if found is None or said_of(found) != said:
        raise CannotConfirm(change, _("The employee's name or number has changed since it was proposed."))
    return found


def _to_employee(change: AccountChange, said: str, by: Any) -> None:
    employee = _employee(change, said)
    if employee.user is not None or Employee.objects.filter(user=change.account).exists():
        raise CannotConfirm(change, _("The employee has an account by now, or the account is another employee's."))
    employee.user = change.account
    employee.save(update_fields=["user"])


def _to_no_employee(change: AccountChange, said: str, by: Any) -> None:
    employee = _employee(change, said)
    if employee.user_id == change.account.pk:
        employee.user = None
        employee.save(update_fields=["user"])


_MAKE: dict[str, Callable[[AccountChange, str, Any], None]] = {
    AccountChangeKind.ADDRESS: _new_address,
    AccountChangeKind.PASSWORD: _new_password,
    AccountChangeKind.FACTORS: _no_factors,
    AccountChangeKind.PROVIDER: _tied,
    AccountChangeKind.EMPLOYEE: _to_employee,
    AccountChangeKind.NO_EMPLOYEE: _to_no_employee,
}

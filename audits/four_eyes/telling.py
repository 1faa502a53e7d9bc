"""What is told of power over results: in the chained log, and to the data protection officers by letter."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from audits.access_log.log import record_of_account
from audits.choices import AccessKind, Confirmation, LetterKind, Role
from audits.letters import write_letter
from audits.models import AccountChange, Appointment, User


def note_right(kind: AccessKind, appointment: Appointment, by: Any) -> None:
    """In the chained log: which role, where, from which day until before which; and how, if not by another."""
    days = f"{appointment.since}–{appointment.until or ''}"
    how = ""
    if kind == AccessKind.RIGHT_CONFIRMED and appointment.confirmation != Confirmation.SECOND:
        how = f" {appointment.confirmation}"
    detail = f"{appointment.role} {appointment.department.code} {days}{how}"
    record_of_account(kind=kind, account=appointment.user, by=by, detail=detail)


def tell_officers(
    kind: LetterKind,
    appointments: Sequence[Appointment] = (),
    by: Any = None,
    *,
    changes: Sequence[AccountChange] = (),
) -> None:
    """One letter an act, to each account that is a data protection officer now."""
    if not appointments and not changes:
        return
    officers = Appointment.objects.held_on(timezone.localdate()).filter(role=Role.DPO).order_by().values("user")
    about = {
        "appointments": [one.pk for one in appointments],
        "changes": [one.pk for one in changes],
        "by": by.pk if by is not None else None,
    }
    for officer in User.objects.filter(pk__in=officers, is_active=True):
        write_letter(kind=kind, user=officer, details=about)

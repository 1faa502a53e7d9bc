"""Changes of accounts that are power over results by another name: a new address, a password set on the server, a
factor taken away, the office's own account tied to one. Whose account opens results gets them by two people. So does
whoever is said to be the employee about whom there are audits.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone

from audits.access import own_released_audits
from audits.access_log.log import record_of_account
from audits.choices import AccessKind, AccountChangeKind, AuditStatus, LetterKind
from audits.four_eyes.telling import tell_officers
from audits.models import AccountChange, Audit, Employee, User


def opens_results(account: User, *, confirmed: bool = False) -> bool:
    """Whoever is let in by it may read results: it holds, or is to hold, an appointment, or was shown its own.

    `confirmed`: what waits for its confirmation left out.
    """
    held = account.appointments.left_on(timezone.localdate())
    return (held.confirmed() if confirmed else held).exists() or own_released_audits(account).exists()


def opens_results_of(employee: Employee) -> bool:
    """The account that is theirs is shown what was recorded about them, now or once it is released."""
    return Audit.objects.filter(employee=employee).exclude(status=AuditStatus.DISCARDED).exists()


def said_of(employee: Employee) -> str:
    """What a proposal keeps of whom an account is tied to: so that whoever confirms it confirms this very person."""
    return f"{employee.pk} {employee}, {employee.number}"


@transaction.atomic
def propose_change(*, account: User, kind: AccountChangeKind, value: str = "", by: Any = None) -> AccountChange:
    """To be made once it is confirmed. One that waits already for the same gives way; the same one stays."""
    account = User.objects.select_for_update().get(pk=account.pk)
    waiting = AccountChange.objects.waiting().filter(account=account, kind=kind).select_for_update().first()
    now = timezone.now()
    if waiting is not None:
        if waiting.value == value and waiting.proposed_by == by:
            return waiting
        end_change(waiting, AccessKind.CHANGE_REFUSED, by)
    made = AccountChange.objects.create(account=account, kind=kind, value=value, proposed_by=by, proposed_at=now)
    record_of_account(kind=AccessKind.CHANGE_PROPOSED, account=account, by=by, detail=kind)
    tell_officers(LetterKind.POWER_PROPOSED, changes=[made], by=by)
    return made


def end_change(change: AccountChange, kind: AccessKind, by: Any) -> None:
    """Never made; what it held is forgotten."""
    change.ended_by, change.ended_at, change.value = by, timezone.now(), ""
    change.save(update_fields=["ended_by", "ended_at", "value"])
    record_of_account(kind=kind, account=change.account, by=by, detail=change.kind)

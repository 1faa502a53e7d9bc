"""What an administrator does to how somebody signs in, and what its owner is told of it."""

from dataclasses import dataclass
from typing import Any

import qrcode
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Tags, register
from django.db import transaction

from audits.access_log.log import record_of_account
from audits.choices import AccessKind, LetterKind, Making
from audits.four_eyes.hands import note_making
from audits.letters import write_letter
from audits.models import User


@transaction.atomic
def remove_factors(*, user: User, by: Any = None, alone: bool = True) -> int:
    """Take away every factor and recovery code, end every session, tell their owner. How many factors there were.

    `alone`: nobody else confirmed it.
    """
    held = Authenticator.objects.filter(user=user)
    factors = held.exclude(type=Authenticator.Type.RECOVERY_CODES).count()
    if not held.exists():
        return 0
    held.delete()
    end_sessions(user=user)
    write_letter(kind=LetterKind.FACTORS_REMOVED, user=user)
    record_of_account(kind=AccessKind.FACTOR_REMOVED, account=user, by=by, detail=LetterKind.FACTORS_REMOVED)
    if by is not None and alone:
        note_making(account=user, by=by, how=Making.FACTORS)
    return factors


def tell_of_moved_address(*, user: User, before: str, by: Any = None, alone: bool = True) -> None:
    """Noted in the log. Mail goes to the address that the account had: with it and the factors taken away somebody else
    could be let in."""
    if before.lower() == user.email.lower():
        return
    record_of_account(kind=AccessKind.ADDRESS_CHANGED, account=user, by=by)
    if by is not None and alone:
        note_making(account=user, by=by, how=Making.ADDRESS)
    if before:
        write_letter(kind=LetterKind.ADDRESS_MOVED, user=user, details={"to": before})


def end_sessions(*, user: User, keep: str = "") -> int:
    """All sessions of the account but the one with that key. How many there were."""
    ended = UserSession.objects.filter(user=user).exclude(session_key=keep)
    found = list(ended)
    for session in found:
        session.end()
    return len(found)


@register(Tags.security, deploy=True)
def check_second_factor(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if settings.MFA_REQUIRED:
        return []
    return [
        checks.Warning(
            "MFA_REQUIRED is off: HR, administrators and others who see people's results sign in by password alone.",
            hint="Delete MFA_REQUIRED=off from the environment or .env. Only a demo may do without.",
            id="audits.W101",
        )
    ]


_QUIET_ZONE = 4


@dataclass(frozen=True, slots=True)
class Drawing:
    side: int
    path: str


def drawing(text: str) -> Drawing:
    code = qrcode.QRCode(border=_QUIET_ZONE, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    dark = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark)
    return Drawing(side=len(rows), path="".join(dark))

"""What an administrator does to how somebody signs in, and what its owner is told of it."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction

from audits.models import User
from audits.signin.mail import send


@transaction.atomic
def remove_factors(*, user: User) -> int:
    """Take away every factor and recovery code, end every session, tell their owner. How many factors there were."""
    held = Authenticator.objects.filter(user=user)
    factors = held.exclude(type=Authenticator.Type.RECOVERY_CODES).count()
    if not held.exists():
        return 0
    held.delete()
    end_sessions(user=user)
    transaction.on_commit(lambda: send(user.email, "mfa/email/factors_removed", {"user": user}))
    return factors


def tell_of_moved_address(*, user: User, before: str) -> None:
    """Mail to the address that the account had: with that and the factors taken away somebody else could be let in."""
    if before and before.lower() != user.email.lower():
        transaction.on_commit(lambda: send(before, "account/email/address_moved", {"user": user}))


def end_sessions(*, user: User, keep: str = "") -> int:
    """All sessions of the account but the one with that key. How many there were."""
    ended = UserSession.objects.filter(user=user).exclude(session_key=keep)
    found = list(ended)
    for session in found:
        session.end()
    return len(found)

"""Invitations sent, revoked and used: the only writer of them. Each has one link, good once and for some days."""

import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from audits.access_log.log import record_of_account
from audits.choices import AccessKind, LetterKind, Making
from audits.four_eyes.hands import note_making
from audits.letters import is_set_up, write_letter
from audits.models import Invitation, User


class NotInvited(Exception):
    """An account that has a password, or is not active, is not invited to."""


class NoLongerOpen(Exception):
    """The invitation was used or revoked, or its time is over."""


def may_be_invited(user: User) -> bool:
    return user.is_active and not user.has_usable_password()


@transaction.atomic
def invite(*, user: User, by: Any, portal: str) -> Invitation:
    """Mail the link; one sent before is revoked. `portal`: the address under which the portal is seen.

    Raises NotInvited.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    if not may_be_invited(user):
        raise NotInvited
    now = timezone.now()
    Invitation.objects.open().filter(user=user).update(revoked_at=now)
    expires = now + datetime.timedelta(days=settings.INVITATION_DAYS)
    invitation = Invitation.objects.create(user=user, sent_by=by, sent_at=now, expires_at=expires)
    write_letter(kind=LetterKind.INVITATION, user=user, invitation=invitation, portal=portal)
    if not is_set_up():
        # They are shown the link, and so could have used it.
        note_making(account=user, by=by, how=Making.INVITED)
    return invitation


@transaction.atomic
def revoke(*, user: User) -> int:
    """Whether there was one: its link no longer works."""
    return Invitation.objects.open().filter(user=user).update(revoked_at=timezone.now())


@transaction.atomic
def accept(*, invitation: Invitation, password: str) -> User:
    """Set the password, once. Raises NoLongerOpen."""
    held = Invitation.objects.select_for_update().select_related("user").get(pk=invitation.pk)
    if held.state != "open" or not may_be_invited(held.user):
        raise NoLongerOpen
    held.used_at = timezone.now()
    held.save(update_fields=["used_at"])
    held.user.set_password(password)
    held.user.save(update_fields=["password"])
    record_of_account(kind=AccessKind.PASSWORD_SET, account=held.user, detail=LetterKind.INVITATION)
    return held.user

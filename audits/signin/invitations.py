"""Invitations sent, revoked and used: the only writer of them. Each has one link, good once and for some days."""

import datetime
import uuid as uuids
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from audits.models import Invitation, User
from audits.signin.mail import send

_SALT = "portal.invitation"


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
    transaction.on_commit(lambda: _enqueue(invitation.pk, portal))
    return invitation


def _enqueue(invitation_id: int, portal: str) -> None:
    from audits.tasks import mail_invitation

    mail_invitation.enqueue(invitation_id, portal)


def mail(*, invitation_id: int, portal: str) -> None:
    """What the worker does. The link is in the mail alone: the database holds nothing that opens the account."""
    invitation = Invitation.objects.select_related("user", "sent_by").get(pk=invitation_id)
    if invitation.state != "open":
        return
    told = {"invitation": invitation, "user": invitation.user, "link": urljoin(portal, address_of(invitation))}
    send(invitation.user.email, "account/email/invitation", told)


def address_of(invitation: Invitation) -> str:
    return reverse("invitation", args=[signing.dumps(invitation.uuid.hex, salt=_SALT)])


def found_by(token: str) -> Invitation | None:
    """The invitation of that link, whatever has become of it; None for what is no link of ours."""
    try:
        uuid = uuids.UUID(signing.loads(token, salt=_SALT))
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Invitation.objects.select_related("user").filter(uuid=uuid).first()


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
    return held.user

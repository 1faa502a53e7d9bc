"""Accounts. What a person may do comes from appointments, never from flags on the account."""

import uuid
import uuid as uuids
from typing import Any

from django.conf import settings
from django.contrib.auth import get_backends
from django.contrib.auth.models import AbstractUser
from django.core import signing
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits.choices import Making


class User(AbstractUser):
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("e-mail address"), unique=True)

    # Left so long ago that name and address were taken out.
    pseudonymised_at = models.DateTimeField(_("pseudonymised at"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["last_name", "first_name", "username"]

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """As the backend says, to superusers too: their flag opens nothing."""
        return any(backend.has_perm(self, perm, obj) for backend in _with_permissions())

    def has_module_perms(self, app_label: str) -> bool:
        return any(backend.has_module_perms(self, app_label) for backend in _with_permissions())


def _with_permissions() -> list[Any]:
    """Other backends only count who tries to sign in."""
    return [backend for backend in get_backends() if hasattr(backend, "has_module_perms")]


class AccountMaking(models.Model):
    """Somebody had an account in hand alone: made it, or could have let themselves in by it. Only ever added.

    Accounts of one hand are no two pairs of eyes.
    """

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("account"), related_name="makings"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("by"), related_name="accounts_in_hand"
    )
    how = models.CharField(_("how"), max_length=20, choices=Making)
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("maker of an account")
        verbose_name_plural = _("makers of accounts")
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=Q(how__in=Making.values), name="accountmaking_how_known")]

    def __str__(self) -> str:
        return f"{self.account}: {self.get_how_display()}, {self.by}"


_SALT = "portal.invitation"


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> "InvitationQuerySet":
        """Neither used nor revoked; their time may be over."""
        return self.filter(used_at=None, revoked_at=None)

    def of_link(self, token: str) -> "Invitation | None":
        """The invitation of that link, whatever has become of it; None for what is no link of ours."""
        try:
            uuid = uuids.UUID(signing.loads(token, salt=_SALT))
        except (signing.BadSignature, ValueError, TypeError):
            return None
        return self.select_related("user").filter(uuid=uuid).first()


class Invitation(models.Model):
    """Of one mail; what its link holds is this row's UUID, signed."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("user"), related_name="invitations"
    )
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("sent by"), related_name="invitations_sent"
    )
    sent_at = models.DateTimeField(_("sent"))
    expires_at = models.DateTimeField(_("valid until"))
    used_at = models.DateTimeField(_("used"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-sent_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(used_at=None, revoked_at=None), name="invitation_one_open"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.sent_at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        return reverse("invitation", args=[signing.dumps(self.uuid.hex, salt=_SALT)])

    @property
    def state(self) -> str:
        if self.used_at is not None:
            return "used"
        if self.revoked_at is not None:
            return "revoked"
        return "open" if self.expires_at > timezone.now() else "expired"

"""Accounts. What a person may do comes from appointments, never from flags on the account."""

import uuid
from typing import Any

from django.contrib.auth import get_backends
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


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
        """As the backend says, to superusers too: they administer, and delete no more than administrators do."""
        return any(backend.has_perm(self, perm, obj) for backend in _with_permissions())

    def has_module_perms(self, app_label: str) -> bool:
        return any(backend.has_module_perms(self, app_label) for backend in _with_permissions())


def _with_permissions() -> list[Any]:
    """Other backends only count who tries to sign in."""
    return [backend for backend in get_backends() if hasattr(backend, "has_module_perms")]

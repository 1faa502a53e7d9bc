"""Changes of accounts that would hand power over results to somebody else: they wait for a second administrator."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from audits.choices import AccountChangeKind, Confirmation


class AccountChangeQuerySet(models.QuerySet["AccountChange"]):
    def waiting(self) -> "AccountChangeQuerySet":
        return self.filter(confirmed_at=None, ended_at=None)


class AccountChange(models.Model):
    """Proposed; made when it is confirmed, never when it is refused or nobody confirms it in time."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("account"), related_name="changes"
    )
    kind = models.CharField(_("what"), max_length=20, choices=AccountChangeKind)
    # The new address, the hash of the new password, the provider's name for the person, the employee (its key and how
    # they are known); only while it waits.
    value = models.CharField(max_length=300, blank=True, editable=False)
    # None: on the server, or by whoever signed in at the office's provider.
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("proposed by"),
        related_name="changes_proposed",
        null=True,
        blank=True,
    )
    proposed_at = models.DateTimeField(_("proposed at"))
    confirmation = models.CharField(max_length=20, choices=Confirmation, default=Confirmation.SECOND, editable=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("confirmed by"),
        related_name="changes_confirmed",
        null=True,
        blank=True,
    )
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    # Whoever refused it; nobody, where its time was over or another one took its place.
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("ended by"),
        related_name="changes_refused",
        null=True,
        blank=True,
    )
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)

    objects = AccountChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of an account")
        verbose_name_plural = _("changes of accounts")
        ordering = ["proposed_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=AccountChangeKind.values), name="accountchange_kind_known"),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True, confirmed_by__isnull=True)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False, ended_at__isnull=True, value="")
                & ~Q(confirmed_by=F("account"))
                & (
                    Q(confirmation=Confirmation.ALONE)
                    | Q(confirmation=Confirmation.SECOND)
                    & (Q(proposed_by__isnull=True) | ~Q(confirmed_by=F("proposed_by")))
                ),
                name="accountchange_confirmed_by_another",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True) | Q(ended_at__isnull=False, value=""),
                name="accountchange_ended_holds_nothing",
            ),
            models.UniqueConstraint(
                fields=["account", "kind"],
                condition=Q(confirmed_at__isnull=True, ended_at__isnull=True),
                name="accountchange_one_waits",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account}: {self.get_kind_display()}"

    @property
    def shown(self) -> str:
        """What of it whoever confirms has to know: never the hash of a password."""
        if self.kind in (AccountChangeKind.EMPLOYEE, AccountChangeKind.NO_EMPLOYEE):
            return self.value.partition(" ")[2]
        return self.value if self.kind == AccountChangeKind.ADDRESS else ""

"""Letters: what is to be told by mail, written in the transaction of what it tells of."""

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from audits.choices import LetterFault, LetterKind, LetterState
from audits.models.users import Invitation


class LetterQuerySet(models.QuerySet["Letter"]):
    def waiting(self) -> "LetterQuerySet":
        return self.filter(state=LetterState.WAITING)

    def due(self, *, now: datetime.datetime | None = None) -> "LetterQuerySet":
        """Those whose turn has come, new ones first: theirs needs no clock, whichever machine wrote them."""
        is_due = Q(next_try_at=None) | Q(next_try_at__lte=now or timezone.now())
        return self.waiting().filter(is_due).order_by(F("next_try_at").asc(nulls_first=True), "pk")


class Letter(models.Model):
    """To an account. Holds neither text nor link: both are made when it is sent, and forgotten then."""

    # Also what mail servers know it by: sent twice by mischance, it is one message.
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("about"), max_length=30, choices=LetterKind)
    # Nobody's where a link was asked for with an address that no account has: the page must not tell.
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("account"), related_name="letters", null=True
    )
    invitation = models.ForeignKey(
        Invitation, models.PROTECT, verbose_name=_("invitation"), related_name="letters", null=True
    )
    # Under which address the portal was seen: what links in the letter begin with.
    portal = models.CharField(max_length=300, blank=True)
    # Only until it is sent: the device and network address that a notice names, the address that an account had.
    details = models.JSONField(default=dict, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=LetterState, default=LetterState.WAITING)
    fault = models.CharField(_("why not"), max_length=20, choices=LetterFault, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    written_at = models.DateTimeField(_("written"))
    next_try_at = models.DateTimeField(_("next attempt"), null=True, blank=True)
    finished_at = models.DateTimeField(_("sent or given up"), null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-written_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=LetterState.WAITING, finished_at__isnull=True)
                | ~Q(state=LetterState.WAITING) & Q(finished_at__isnull=False, details={}),
                name="letter_finished_holds_nothing",
            ),
            models.CheckConstraint(
                condition=~Q(kind=LetterKind.INVITATION) | Q(invitation__isnull=False), name="letter_of_an_invitation"
            ),
        ]
        indexes = [
            models.Index(fields=["next_try_at"], condition=Q(state=LetterState.WAITING), name="letter_due"),
            models.Index(fields=["finished_at"], name="letter_finished"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.written_at:%Y-%m-%d}"

    @property
    def became(self) -> str:
        """Its state in words, with when and why."""
        state = str(self.get_state_display())
        if self.state == LetterState.SENT and self.finished_at:
            return f"{state} {date_format(timezone.localtime(self.finished_at), 'j E Y, H:i')}"
        if not self.fault:
            return state
        why = str(self.get_fault_display())
        if self.state == LetterState.WAITING and self.next_try_at:
            at = date_format(timezone.localtime(self.next_try_at), "H:i")
            why = f"{why}; {gettext('next attempt %(at)s') % {'at': at}}"
        return f"{state} ({why})"

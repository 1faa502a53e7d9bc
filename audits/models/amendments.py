"""Why a submitted audit is to be replaced by another version, who proposed it, and what a second person decided."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from audits.choices import RedactedPlace
from audits.models.answers import Answer
from audits.models.audits import Audit
from audits.models.office import Employee


class Identification(models.Model):
    """That HR said whom a shopper's audit is about, or that nobody can tell. Only added; the latest one holds."""

    audit = models.ForeignKey(Audit, models.PROTECT, verbose_name=_("audit"), related_name="identifications")
    # None: it cannot be told who it was, so that the audit counts for the department alone.
    employee = models.ForeignKey(
        Employee, models.PROTECT, verbose_name=_("employee"), related_name="+", null=True, blank=True
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("identified by"), related_name="+")
    at = models.DateTimeField(_("identified at"))
    # The mistaken one that this puts right, by a second person.
    replaces = models.OneToOneField(
        "self", models.PROTECT, verbose_name=_("puts right"), related_name="replaced_by", null=True, blank=True
    )
    reason = models.TextField(_("reason"), max_length=2000, blank=True)

    class Meta:
        verbose_name = _("identification")
        verbose_name_plural = _("identifications")
        ordering = ["audit", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["audit"], condition=Q(replaces__isnull=True), name="identification_one_first"
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=True) | ~Q(reason=""), name="identification_put_right_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.audit}: {self.employee or '–'}"


class Annulment(models.Model):
    """A proposal to take a submitted audit out of every figure, and its decision by a second person."""

    audit = models.ForeignKey(Audit, models.PROTECT, verbose_name=_("audit"), related_name="annulments")
    reason = models.TextField(_("reason"), max_length=2000)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("proposed by"), related_name="+"
    )
    proposed_at = models.DateTimeField(_("proposed at"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("decided by"), related_name="+", null=True
    )
    decided_at = models.DateTimeField(_("decided at"), null=True)
    approved = models.BooleanField(_("approved"), null=True)

    class Meta:
        verbose_name = _("annulment")
        verbose_name_plural = _("annulments")
        ordering = ["-proposed_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=models.F("proposed_by")),
                name="annulment_by_two_people",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True, decided_at__isnull=True, approved__isnull=True)
                | Q(decided_by__isnull=False, decided_at__isnull=False, approved__isnull=False),
                name="annulment_decided_whole",
            ),
            models.UniqueConstraint(fields=["audit"], condition=Q(approved__isnull=True), name="annulment_one_open"),
        ]

    def __str__(self) -> str:
        return f"{self.audit}: {self.reason}"


class Correction(models.Model):
    # The version that is to replace `version.corrects`.
    version = models.OneToOneField(Audit, models.PROTECT, verbose_name=_("version"), related_name="correction")
    reason = models.TextField(_("reason"), max_length=2000)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("proposed by"), related_name="+"
    )
    # When its draft was opened; `version.submitted_at` says when it was handed in.
    proposed_at = models.DateTimeField(_("proposed at"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("decided by"), related_name="+", null=True
    )
    decided_at = models.DateTimeField(_("decided at"), null=True)
    approved = models.BooleanField(_("approved"), null=True)

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-proposed_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=models.F("proposed_by")),
                name="correction_by_two_people",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True, decided_at__isnull=True, approved__isnull=True)
                | Q(decided_by__isnull=False, decided_at__isnull=False, approved__isnull=False),
                name="correction_decided_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version}: {self.reason}"


class Redaction(models.Model):
    audit = models.ForeignKey(Audit, models.PROTECT, verbose_name=_("audit"), related_name="redactions")
    # Of RedactedPlace, or the name of a field of the header.
    place = models.CharField(_("where"), max_length=20)
    answer = models.ForeignKey(
        Answer, models.PROTECT, verbose_name=_("answer"), related_name="redactions", null=True, blank=True
    )
    is_whole = models.BooleanField(_("the whole of it"))
    reason = models.CharField(_("reason"), max_length=500)
    redacted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("redacted by"), related_name="+"
    )
    redacted_at = models.DateTimeField(_("redacted at"))

    class Meta:
        verbose_name = _("redaction")
        verbose_name_plural = _("redactions")
        ordering = ["redacted_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="redaction_has_reason"),
            models.CheckConstraint(
                condition=Q(place=RedactedPlace.NOTE, answer__isnull=False)
                | ~Q(place=RedactedPlace.NOTE) & Q(answer__isnull=True),
                name="redaction_of_one_place",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.audit}: {self.reason}"

    @property
    def place_label(self) -> str:
        if self.place in RedactedPlace.values:
            return str(RedactedPlace(self.place).label)
        return str(Audit._meta.get_field(self.place).verbose_name)  # type: ignore[union-attr]

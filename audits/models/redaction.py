"""That something was taken out of free words for good: who did it, when and why, never what it was."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from audits.choices import RedactedPlace
from audits.models.fieldwork import Answer, Audit


class Redaction(models.Model):
    audit = models.ForeignKey(Audit, models.PROTECT, verbose_name=_("audit"), related_name="redactions")
    place = models.CharField(_("where"), max_length=20, choices=RedactedPlace)
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
                | Q(place__in=[place for place in RedactedPlace.values if place != "note"], answer__isnull=True),
                name="redaction_of_one_place",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.audit}: {self.reason}"

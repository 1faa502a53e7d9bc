"""Orders of many reports at once: one row an order; what is made for it are Reports that name it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from audits.choices import ReportLevel
from audits.models.office import Department


class Batch(models.Model):
    """Reports of a department and all below it or, without a department, of all that the account held as HR then."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    department = models.ForeignKey(
        Department, models.PROTECT, verbose_name=_("department"), related_name="+", null=True, blank=True
    )
    # First and last day, both inside.
    period_start = models.DateField(_("from"))
    period_end = models.DateField(_("to"))
    level = models.CharField(_("level"), max_length=20, choices=ReportLevel, default=ReportLevel.GENERAL)
    # What it was asked for at the full level, as it was worded then: each of its reports says so too.
    purpose = models.ForeignKey(
        "audits.Purpose", models.PROTECT, verbose_name=_("purpose"), related_name="+", null=True, blank=True
    )
    purpose_label = models.CharField(_("purpose"), max_length=150, blank=True)
    justification = models.CharField(_("justification"), max_length=500, blank=True)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("requested by"), related_name="batches"
    )
    requested_at = models.DateTimeField(_("requested at"))

    class Meta:
        verbose_name = _("order of many reports")
        verbose_name_plural = _("orders of many reports")
        ordering = ["-requested_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(period_end__gte=models.F("period_start")), name="batch_period_in_order"),
            models.CheckConstraint(
                condition=Q(level=ReportLevel.GENERAL, purpose__isnull=True)
                | Q(level=ReportLevel.FULL, purpose__isnull=False) & ~Q(purpose_label=""),
                name="batch_full_has_purpose",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.department.code if self.department else '*'} {self.period_start}–{self.period_end}"

    def get_absolute_url(self) -> str:
        return reverse("audits:batch", args=[self.uuid])

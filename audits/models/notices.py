"""What assessed people are owed: to be told beforehand, to see their results, to reply, to ask for their rights."""

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from audits.choices import Audience
from audits.models.office import Employee


class Notice(models.Model):
    """That audits are made, what for and who sees the results; to the staff, or to those who make them.

    The text is kept as it was given. Changed terms are a new notice.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    audience = models.CharField(_("for whom"), max_length=20, choices=Audience)
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("text"), max_length=20000)
    link = models.URLField(_("where it was published"), blank=True)
    given_on = models.DateField(_("given on"))
    takes_effect_on = models.DateField(_("takes effect on"))
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    recorded_at = models.DateTimeField()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-takes_effect_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(audience__in=Audience.values), name="notice_audience_known"),
            models.CheckConstraint(
                condition=Q(takes_effect_on__gte=models.F("given_on")), name="notice_in_effect_after_given"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("audits:notice", args=[self.uuid])


class Told(models.Model):
    """That one person was told, on which day and how. Marked by mistake, it is withdrawn, not deleted."""

    notice = models.ForeignKey(Notice, models.PROTECT, verbose_name=_("notice"), related_name="told")
    employee = models.ForeignKey(Employee, models.PROTECT, verbose_name=_("employee"), related_name="told")
    told_on = models.DateField(_("told on"))
    # The first day on which an audit may name them; worked out when they were marked.
    counts_from = models.DateField(_("may be audited from"))
    how = models.CharField(_("how"), max_length=200)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    recorded_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("person told")
        verbose_name_plural = _("people told")
        ordering = ["-told_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["notice", "employee"], condition=Q(withdrawn_at__isnull=True), name="told_once_of_a_notice"
            ),
        ]
        indexes = [models.Index(fields=["employee", "counts_from"], name="told_employee")]

    def __str__(self) -> str:
        return f"{self.employee}: {self.told_on}"


def told_on(day: datetime.date, employee: str = "pk") -> Exists:
    """The gate, one for each person: told early enough to be named in an audit of that day.

    `Employee.objects.filter(told_on(day))`; on another table, `employee` is its column that leads to the person.
    """
    return Exists(
        Told.objects.filter(employee=OuterRef(employee), counts_from__lte=day, withdrawn_at__isnull=True).order_by()
    )


class Acknowledgement(models.Model):
    """That an auditor has read the notice to auditors."""

    notice = models.ForeignKey(Notice, models.PROTECT, related_name="acknowledgements")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="acknowledgements")
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("acknowledgement")
        verbose_name_plural = _("acknowledgements")
        ordering = ["-at"]
        constraints = [models.UniqueConstraint(fields=["notice", "user"], name="acknowledgement_once")]

    def __str__(self) -> str:
        return f"{self.user}: {self.notice}"

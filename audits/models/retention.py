"""How long each class of data is kept, what holds it longer, and what was taken away when its time was over."""

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from audits.choices import DataClass
from audits.models.office import Department, Employee
from standards.models.history import changes

FEWEST_YEARS_OF_LOG = 2
# Names of everybody in the office, needed until the import was looked at.
DAYS_OF_UPLOADS = 1


def length_of(years: int | None, days: int | None) -> str:
    """How long something is kept."""
    if years is not None:
        return ngettext("%(count)d year", "%(count)d years", years) % {"count": years}
    return ngettext("%(count)d day", "%(count)d days", days or 0) % {"count": days or 0}


class RetentionRule(models.Model):
    """One class of data. Years are whole ones, counted from the first of January after the year in which it ended.

    Uploads alone are kept for days, which nobody sets: the hourly clean-up takes them away.
    """

    data_class = models.CharField(_("class of data"), max_length=20, choices=DataClass, unique=True)
    symbol = models.CharField(_("symbol in the JRWA"), max_length=20, blank=True)
    category = models.CharField(_("archival category"), max_length=10, blank=True)
    years = models.PositiveSmallIntegerField(
        _("years"),
        null=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("The access log: at least 2."),
    )
    days = models.PositiveSmallIntegerField(_("days"), null=True, editable=False)
    needs_consent = models.BooleanField(
        _("only with the state archive's consent"),
        help_text=_("Then its number and date are given when the rule is applied, and kept in the protocol."),
    )
    is_proposal = models.BooleanField(
        _("a proposal that the office has not confirmed"),
        default=True,
        help_text=_("A proposal is shown in a dry run and never applied."),
    )

    history = changes()

    class Meta:
        verbose_name = _("time of keeping")
        verbose_name_plural = _("times of keeping")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(data_class__in=DataClass.values), name="retentionrule_class_known"),
            models.CheckConstraint(
                # A comparison with nothing would be neither true nor false, and let it pass.
                condition=(Q(years__isnull=False, years__gte=1, days__isnull=True) & ~Q(data_class=DataClass.UPLOADS))
                | Q(years__isnull=True, days__isnull=False, days=DAYS_OF_UPLOADS, data_class=DataClass.UPLOADS),
                name="retentionrule_years_or_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(data_class=DataClass.ACCESS_LOG) | Q(years__gte=FEWEST_YEARS_OF_LOG),
                name="retentionrule_log_two_years",
            ),
        ]

    def __str__(self) -> str:
        return str(DataClass(self.data_class).label)

    @property
    def kept_for(self) -> str:
        return length_of(self.years, self.days)


class LegalHoldQuerySet(models.QuerySet["LegalHold"]):
    def in_force(self) -> "LegalHoldQuerySet":
        return self.filter(released_at__isnull=True)


class LegalHold(models.Model):
    """Nothing that it covers is deleted or pseudonymised while it is in force. What it names must all be so."""

    department = models.ForeignKey(
        Department,
        models.PROTECT,
        verbose_name=_("department"),
        related_name="+",
        null=True,
        blank=True,
        help_text=_("With all that is, or ever was, below it."),
    )
    employee = models.ForeignKey(
        Employee, models.PROTECT, verbose_name=_("employee"), related_name="+", null=True, blank=True
    )
    first_day = models.DateField(_("from"), null=True, blank=True)
    last_day = models.DateField(_("to"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=500)
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("placed by"), related_name="+"
    )
    placed_at = models.DateTimeField(_("placed at"))
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("released by"), related_name="+", null=True
    )
    released_at = models.DateTimeField(_("released at"), null=True)

    objects = LegalHoldQuerySet.as_manager()

    class Meta:
        verbose_name = _("legal hold")
        verbose_name_plural = _("legal holds")
        ordering = ["-placed_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(department__isnull=False)
                | Q(employee__isnull=False)
                | Q(first_day__isnull=False, last_day__isnull=False),
                name="legalhold_covers_something",
            ),
            models.CheckConstraint(
                condition=Q(first_day__isnull=True, last_day__isnull=True) | Q(last_day__gte=models.F("first_day")),
                name="legalhold_period_in_order",
            ),
            models.CheckConstraint(
                condition=Q(released_by__isnull=True, released_at__isnull=True)
                | Q(released_by__isnull=False, released_at__isnull=False),
                name="legalhold_released_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.reason


class RetentionProtocol(models.Model):
    """What one application of one rule took away: how much of what, nothing of its content. Only added.

    `by` is None where the hourly clean-up took it away.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    data_class = models.CharField(_("class of data"), max_length=20, choices=DataClass)
    # As the rule stood then.
    symbol = models.CharField(_("symbol in the JRWA"), max_length=20, blank=True)
    category = models.CharField(_("archival category"), max_length=10, blank=True)
    years = models.PositiveSmallIntegerField(_("years"), null=True)
    days = models.PositiveSmallIntegerField(_("days"), null=True)
    # What ended before this day was taken; kept for days: what ended on it and more than a day ago, too.
    before = models.DateField(_("older than"))
    # Of what was taken: the earliest and the latest day.
    first_day = models.DateField(_("from"), null=True)
    last_day = models.DateField(_("to"), null=True)
    # By kind of record.
    counts = models.JSONField(_("how many"), default=dict)
    held = models.PositiveIntegerField(_("left because of a legal hold"))
    waiting = models.PositiveIntegerField(_("left because something else still refers to it"))
    consent = models.CharField(_("the archive's consent"), max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("applied by"), related_name="+", null=True
    )
    at = models.DateTimeField(_("applied at"))

    class Meta:
        verbose_name = _("protocol of retention")
        verbose_name_plural = _("protocols of retention")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_data_class_display()}, {self.at:%Y-%m-%d}"


class LogCheckpoint(models.Model):
    """Where the access log was cut: the last row that was taken. What is left continues its hash. Only added."""

    number = models.PositiveBigIntegerField(primary_key=True)
    hash = models.CharField(max_length=64)
    cut_at = models.DateTimeField()

    class Meta:
        verbose_name = _("beginning of the access log")
        verbose_name_plural = _("beginnings of the access log")
        ordering = ["number"]

    def __str__(self) -> str:
        return str(self.number)

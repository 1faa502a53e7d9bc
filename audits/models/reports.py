"""Reports: made by jobs, kept for good, served again for the same data."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from audits.choices import ReportKind, ReportStage, ReportState, WithdrawnBecause
from audits.models.fieldwork import Audit
from audits.models.organisation import Department


def report_path(report: "Report", filename: str) -> str:
    """A path that tells nothing of whom the report is about."""
    return f"reports/{report.requested_at:%Y/%m}/{report.uuid}.pdf"


def attempt_path(report: "Report", attempt: int) -> str:
    """Each attempt stores its file under a name of its own."""
    return report_path(report, "").removesuffix(".pdf") + f"-{attempt}.pdf"


# Month of the first day, month and day of the last.
_FIXED_PERIODS = ((1, 3, 31), (4, 6, 30), (7, 9, 30), (10, 12, 31), (1, 6, 30), (7, 12, 31), (1, 12, 31))


def fixed_period() -> Q:
    """Reports on a quarter, a half-year or a year: two of them never differ by a few days, so by a few people."""
    of_one_year = Q(period_start__day=1, period_end__year=models.F("period_start__year"))
    ends = Q()
    for first_month, last_month, last_day in _FIXED_PERIODS:
        ends |= Q(period_start__month=first_month, period_end__month=last_month, period_end__day=last_day)
    return of_one_year & ends


class ReportQuerySet(models.QuerySet["Report"]):
    def done(self) -> "ReportQuerySet":
        return self.filter(state=ReportState.DONE)

    def unfinished(self) -> "ReportQuerySet":
        return self.filter(state__in=(ReportState.QUEUED, ReportState.RUNNING))


class Report(models.Model):
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=ReportKind)
    department = models.ForeignKey(Department, models.PROTECT, verbose_name=_("department"), related_name="reports")
    audit = models.ForeignKey(
        Audit, models.PROTECT, verbose_name=_("audit"), related_name="reports", null=True, blank=True
    )
    # First and last day, both inside; of an audit card: the day of the audit.
    period_start = models.DateField(_("from"))
    period_end = models.DateField(_("to"))
    # Whether people are named in it. Departments' reports name nobody.
    names_people = models.BooleanField(_("names people"), default=False)

    state = models.CharField(_("state"), max_length=20, choices=ReportState, default=ReportState.QUEUED)
    stage = models.CharField(_("stage"), max_length=20, choices=ReportStage, default=ReportStage.WAITING)
    progress = models.PositiveSmallIntegerField(_("progress (%)"), default=0)
    attempt = models.PositiveSmallIntegerField(_("attempt"), default=0)
    heartbeat_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField(_("error"), blank=True)

    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("requested by"), related_name="reports"
    )
    requested_at = models.DateTimeField(_("requested at"))
    finished_at = models.DateTimeField(_("made at"), null=True, blank=True)
    # The instant whose data it shows, what those data are, and the code that counted them.
    as_of = models.DateTimeField(_("as of"), null=True, blank=True)
    fingerprint = models.CharField(_("fingerprint of the data"), max_length=64, blank=True)
    code_version = models.CharField(_("version of the report"), max_length=40, blank=True)
    file = models.FileField(upload_to=report_path, blank=True)
    file_size = models.PositiveIntegerField(_("size (bytes)"), null=True, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True)
    # The file of a withdrawn report is deleted, what the row says of it stays.
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    withdrawn_because = models.CharField(_("withdrawn because"), max_length=20, choices=WithdrawnBecause, blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-requested_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(period_end__gte=models.F("period_start")), name="report_period_in_order"
            ),
            models.CheckConstraint(
                condition=~Q(state=ReportState.DONE)
                | (Q(as_of__isnull=False, finished_at__isnull=False) & ~Q(file="") & ~Q(fingerprint="")),
                name="report_done_has_file",
            ),
            models.CheckConstraint(
                condition=Q(state=ReportState.WITHDRAWN, withdrawn_at__isnull=False)
                & Q(withdrawn_because__in=WithdrawnBecause.values)
                | ~Q(state=ReportState.WITHDRAWN) & Q(withdrawn_at__isnull=True, withdrawn_because=""),
                name="report_withdrawn_says_why",
            ),
        ]
        indexes = [
            models.Index(
                fields=["kind", "department", "period_start", "period_end", "fingerprint"], name="report_stored"
            ),
            models.Index(fields=["state", "heartbeat_at"], name="report_state"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.department.code} {self.period_start}–{self.period_end}"

    def get_absolute_url(self) -> str:
        return reverse("audits:report", args=[self.uuid])

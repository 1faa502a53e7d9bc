"""Reports: made by jobs, kept for good, served again for the same data."""

import datetime
import uuid
from pathlib import PurePosixPath

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from audits.choices import ReportKind, ReportLevel, ReportStage, ReportState, WithdrawnBecause
from audits.models.audits import Audit
from audits.models.batches import Batch
from audits.models.office import Department, DepartmentName, read_names


def report_path(report: "Report", filename: str) -> str:
    """A path that tells nothing of whom the report is about."""
    return f"reports/{report.requested_at:%Y/%m}/{report.uuid}.{report.form}"


def attempt_path(report: "Report", attempt: int) -> str:
    """Each attempt stores its file under a name of its own."""
    path = PurePosixPath(report_path(report, ""))
    return str(path.with_stem(f"{path.stem}-{attempt}"))


# In which other forms what a report or a card says lies beside its PDF, by the ending of the file's name.
OTHER_FORMS = ("xlsx", "csv", "json")


def path_beside(path: str, form: str) -> str:
    """Where the same figures in another form lie."""
    return str(PurePosixPath(path).with_suffix(f".{form}"))


def paths_of(path: str) -> list[str]:
    """A stored file, and all that may lie beside it."""
    return [path, *(path_beside(path, form) for form in OTHER_FORMS)]


# What is made at one level or the other.
_AT_A_LEVEL = [ReportKind.DEPARTMENT, ReportKind.ANSWERS, ReportKind.COMPARISON]


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
    # Of a comparison: the second one's department, and what both selections are, as the address of the page says it.
    other_department = models.ForeignKey(
        Department, models.PROTECT, verbose_name=_("compared with"), related_name="+", null=True, blank=True
    )
    compared = models.CharField(max_length=200, blank=True, editable=False)
    # First and last day, both inside; of an audit card: the day of the audit; of a comparison: from the first of both
    # periods to the last.
    period_start = models.DateField(_("from"))
    period_end = models.DateField(_("to"))
    # Whether people are named in it. Departments' reports name nobody; a file of answers does where that was asked for.
    names_people = models.BooleanField(_("names people"), default=False)
    level = models.CharField(_("level"), max_length=20, choices=ReportLevel, default=ReportLevel.GENERAL)
    # What a report or a file of answers at the full level was asked for; it says so itself, as it was worded then.
    purpose = models.ForeignKey(
        "audits.Purpose", models.PROTECT, verbose_name=_("purpose"), related_name="+", null=True, blank=True
    )
    purpose_label = models.CharField(_("purpose"), max_length=150, blank=True)
    justification = models.CharField(_("justification"), max_length=500, blank=True)

    state = models.CharField(_("state"), max_length=20, choices=ReportState, default=ReportState.QUEUED)
    stage = models.CharField(_("stage"), max_length=20, choices=ReportStage, default=ReportStage.WAITING)
    progress = models.PositiveSmallIntegerField(_("progress (%)"), default=0)
    attempt = models.PositiveSmallIntegerField(_("attempt"), default=0)
    error = models.TextField(_("error"), blank=True)
    # Whether a job was queued for it; of an account's unfinished reports that is one at a time.
    has_job = models.BooleanField(default=False, editable=False)

    # The order of many that it was made for. What it shows was not counted then, so that it has no fingerprint before.
    batch = models.ForeignKey(
        Batch, models.SET_NULL, verbose_name=_("order of many reports"), related_name="reports", null=True, blank=True
    )
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
                condition=Q(kind=ReportKind.AUDIT)
                | Q(kind__in=_AT_A_LEVEL, level=ReportLevel.GENERAL, purpose__isnull=True)
                | Q(kind__in=_AT_A_LEVEL, level=ReportLevel.FULL, purpose__isnull=False) & ~Q(purpose_label=""),
                name="report_full_has_purpose",
            ),
            models.CheckConstraint(
                condition=Q(kind=ReportKind.COMPARISON, level=ReportLevel.GENERAL, other_department__isnull=False)
                & ~Q(compared="")
                | ~Q(kind=ReportKind.COMPARISON) & Q(other_department__isnull=True, compared=""),
                name="report_compares_two",
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
                fields=["kind", "department", "period_start", "period_end", "level", "fingerprint"],
                name="report_stored",
            ),
            models.Index(fields=["state"], name="report_state"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.department.code} {self.period_start}–{self.period_end}"

    def get_absolute_url(self) -> str:
        return reverse("audits:report", args=[self.uuid])

    @cached_property
    def department_then(self) -> DepartmentName:
        """What the department was called on the last day of what the report is about."""
        return read_names([self.department_id]).of(self.department_id, self.period_end)

    @property
    def form(self) -> str:
        """By which its file's name ends."""
        return "xlsx" if self.kind == ReportKind.ANSWERS else "pdf"

    @property
    def other_forms(self) -> list[str]:
        """Those that were stored with its PDF."""
        if self.form != "pdf":
            return []
        path = self.file.name
        return [form for form in OTHER_FORMS if path and self.file.storage.exists(path_beside(path, form))]


# A row an audit lies with the portal no longer than it takes to fetch it.
ANSWERS_KEPT_FOR = datetime.timedelta(days=7)

# So long after it a worker that was cut short may have left a file behind.
WATCHED_FOR = datetime.timedelta(days=2)


def withdraw_reports(
    reports: QuerySet[Report], *, because: WithdrawnBecause, now: datetime.datetime | None = None
) -> int:
    """Withdraw these, made or being made; how many that were. A worker that is at one of them gives it up."""
    kept = reports.filter(state__in=(ReportState.DONE, ReportState.QUEUED, ReportState.RUNNING))
    withdrawn = kept.update(
        state=ReportState.WITHDRAWN, withdrawn_at=now or timezone.now(), withdrawn_because=because, error=""
    )
    if withdrawn:
        transaction.on_commit(delete_withdrawn_files)
    return withdrawn


def delete_withdrawn_files(*, now: datetime.datetime | None = None) -> int:
    """Delete what is left in the store of withdrawn reports; of how many that was."""
    deleted = 0
    lately = Q(withdrawn_at__gte=(now or timezone.now()) - WATCHED_FOR)
    for report in Report.objects.filter(lately | ~Q(file=""), state=ReportState.WITHDRAWN):
        storage = report.file.storage
        # An attempt that was cut short may have stored a file that no row knows of.
        attempts = (attempt_path(report, number) for number in range(1, report.attempt + 1))
        for name in {report.file.name or "", *attempts} - {""}:
            # Another of the same data may have taken it.
            if Report.objects.filter(file=name).exclude(state=ReportState.WITHDRAWN).exists():
                continue
            for each in paths_of(name):
                storage.delete(each)
        deleted += bool(report.file)
        Report.objects.filter(pk=report.pk).update(file="")
    return deleted


def cards_of(audit: Audit) -> QuerySet[Report]:
    """All that print why it was corrected or annulled: no other file does."""
    return Report.objects.filter(kind=ReportKind.AUDIT, audit=audit)


def files_about(audits: QuerySet[Audit]) -> QuerySet[Report]:
    """Their cards, and files of answers at the full level that may hold a row of one: of days that take in its own."""
    inside = audits.filter(
        took_place_at__date__gte=OuterRef("period_start"), took_place_at__date__lte=OuterRef("period_end")
    )
    answers = Q(kind=ReportKind.ANSWERS, level=ReportLevel.FULL) & Q(Exists(inside))
    return Report.objects.filter(Q(kind=ReportKind.AUDIT, audit__in=audits) | answers)

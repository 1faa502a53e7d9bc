"""An audit: one visit, call, message or file with its filled checklist."""

import datetime
import uuid
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits.choices import FINISHED, AssignmentState, AuditStatus, Selection
from audits.models.office import Department, Employee
from standards.choices import CHANNELS_OF_METHOD, Channel, Method
from standards.models import Edition

if TYPE_CHECKING:
    pass


# How long after its last day a visit may still be written up.
WRITE_UP_FOR = datetime.timedelta(hours=48)


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def open_at(self, now: datetime.datetime) -> "AssignmentQuerySet":
        """Neither withdrawn nor over; its period has begun."""
        return self.filter(_not_over(now), withdrawn_at__isnull=True, first_day__lte=timezone.localdate(now))

    def unsubmitted(self) -> "AssignmentQuerySet":
        return self.exclude(_has_audit(AuditStatus.SUBMITTED, AuditStatus.ANNULLED))

    def with_state(self, now: datetime.datetime) -> "AssignmentQuerySet":
        """Adds `state`, of AssignmentState, and `receipt` of what was submitted, as they are at that moment."""
        submitted = _audits().filter(corrects__isnull=True, receipt__isnull=False)
        return self.annotate(
            receipt=Subquery(submitted.values("receipt")[:1]),
            state=Case(
                When(receipt__isnull=False, then=Value(AssignmentState.DONE)),
                When(withdrawn_at__isnull=False, then=Value(AssignmentState.WITHDRAWN)),
                When(~_not_over(now), then=Value(AssignmentState.EXPIRED)),
                When(_has_audit(AuditStatus.DRAFT), then=Value(AssignmentState.IN_PROGRESS)),
                default=Value(AssignmentState.OPEN),
                output_field=models.CharField(),
            ),
        )


def _audits() -> Any:
    """Those of the assignment that a query is about; audits refer to assignments, so they are no import here."""
    return apps.get_model("audits", "Audit")._default_manager.filter(assignment=OuterRef("pk"))


def _not_over(now: datetime.datetime) -> Q:
    """WRITE_UP_FOR has not passed since its last day, or since the day until which its draft awaits something."""
    earliest = timezone.localdate(now - WRITE_UP_FOR)
    awaited = _audits().filter(status=AuditStatus.DRAFT, awaited_until__gte=earliest)
    return Q(last_day__gte=earliest) | Q(Exists(awaited))


def _has_audit(*statuses: str) -> Exists:
    return Exists(_audits().filter(status__in=statuses))


class Assignment(models.Model):
    """One visit, call or message that a mystery shopper is to make in a period, and what it is to judge."""

    # The first of several made at once has the uuid that the form was given, so that a repeated request makes no more.
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    shopper = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("mystery shopper"), related_name="assignments"
    )
    department = models.ForeignKey(Department, models.PROTECT, verbose_name=_("department"), related_name="assignments")
    channel = models.CharField(_("channel"), max_length=20, choices=Channel)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    selection = models.CharField(_("what is judged"), max_length=20, choices=Selection)
    # Numbers of standards and codes of occasions: of whichever edition is in force on the day of the visit.
    standards = models.JSONField(_("chosen standards"), default=list, blank=True)
    occasions = models.JSONField(_("what the scenario makes happen"), default=list, blank=True)
    scenario = models.TextField(_("scenario"), max_length=2000)
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("assigned by"), related_name="+"
    )
    assigned_at = models.DateTimeField(_("assigned at"))
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("withdrawn by"), related_name="+", null=True
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True)
    withdrawal_reason = models.TextField(_("reason of the withdrawal"), max_length=2000, blank=True)

    objects = AssignmentQuerySet.as_manager()

    if TYPE_CHECKING:
        audits: models.Manager["Audit"]

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["last_day", "first_day", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="assignment_days_in_order"),
            models.CheckConstraint(
                condition=Q(channel__in=CHANNELS_OF_METHOD[Method.MYSTERY]), name="assignment_channel_of_shoppers"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_by__isnull=True, withdrawn_at__isnull=True, withdrawal_reason="")
                | Q(withdrawn_by__isnull=False, withdrawn_at__isnull=False) & ~Q(withdrawal_reason=""),
                name="assignment_withdrawn_whole",
            ),
        ]
        indexes = [
            models.Index(fields=["shopper", "last_day"], name="assignment_shopper_days"),
            models.Index(fields=["department", "last_day"], name="assignment_department_days"),
        ]

    def __str__(self) -> str:
        return f"{self.department.code} {self.get_channel_display()} {self.first_day}–{self.last_day}"

    def get_absolute_url(self) -> str:
        return reverse("audits:assignment", args=[self.uuid])

    @property
    def write_up_until(self) -> datetime.datetime:
        """The moment from which the shopper sees it no more."""
        day_after = datetime.datetime.combine(self.last_day + datetime.timedelta(days=1), datetime.time.min)
        # Hours of a clock that is not put forward or back in between.
        return timezone.localtime(timezone.make_aware(day_after).astimezone(datetime.UTC) + WRITE_UP_FOR)


LATE_AFTER = datetime.timedelta(days=30)
REMEMBERED_FOR = datetime.timedelta(hours=24)


class AuditQuerySet(models.QuerySet["Audit"]):
    def counted(self) -> "AuditQuerySet":
        """Behind every figure: submitted, and neither annulled nor replaced by an approved correction."""
        return self.filter(status=AuditStatus.SUBMITTED, superseded_by__isnull=True)

    def drafts(self) -> "AuditQuerySet":
        return self.filter(status=AuditStatus.DRAFT)


class Audit(models.Model):
    # Made by the client that opens it, so that a repeated request finds the first one's work.
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    edition = models.ForeignKey(Edition, models.PROTECT, verbose_name=_("edition"), related_name="+")
    method = models.CharField(_("method"), max_length=20, choices=Method)
    channel = models.CharField(_("channel"), max_length=20, choices=Channel)
    selection = models.CharField(_("what is judged"), max_length=20, choices=Selection)
    # What is done with the fields of its header stands in fieldwork/header.py.
    # As they were when the audit was opened; neither a transfer nor a re-organisation moves it.
    # Department, employee and auditor are found by the indexes below, which begin with them.
    department = models.ForeignKey(
        Department, models.PROTECT, verbose_name=_("department"), related_name="audits", db_index=False
    )
    employee = models.ForeignKey(
        Employee,
        models.PROTECT,
        verbose_name=_("employee"),
        related_name="audits",
        null=True,
        blank=True,
        db_index=False,
    )
    desk = models.CharField(_("desk or room"), max_length=100, blank=True, help_text=_("For example: desk 4, room 12."))
    # Only of a mystery shopper's audit: what it was made for, and the desk or the name on the badge, as they typed it.
    # They pick no employee; HR says later who it was (Identification).
    assignment = models.ForeignKey(
        Assignment, models.PROTECT, verbose_name=_("assignment"), related_name="audits", null=True, blank=True
    )
    as_named = models.CharField(
        _("desk or name, as you saw it"),
        max_length=200,
        blank=True,
        help_text=_("For example: desk 4, or the name on the badge. Leave it empty when you saw neither."),
    )
    auditor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("auditor"), related_name="audits", db_index=False
    )
    took_place_at = models.DateTimeField(_("took place at"))
    waiting_minutes = models.PositiveSmallIntegerField(
        _("waiting time in minutes"),
        null=True,
        blank=True,
        help_text=_("From coming in until being served. It can be filled in later."),
    )
    scenario = models.TextField(
        _("note on the scenario"),
        max_length=2000,
        blank=True,
        help_text=_("What you asked for. No clients' data, nothing of private conversations."),
    )
    # The auditor's declaration that neither kinship nor dependence binds them to the person assessed.
    no_conflict_declared_at = models.DateTimeField(_("no conflict of interest declared at"))

    status = models.CharField(_("status"), max_length=20, choices=AuditStatus, default=AuditStatus.DRAFT)
    version = models.PositiveIntegerField(default=0)
    # Of the draft as a whole, +1 a write: whoever submits says which one they looked at.
    revision = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField(_("filling started at"))
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True)
    # When all but what comes later (a promised call-back) had been judged, and the last day on which that is awaited.
    set_aside_at = models.DateTimeField(_("set aside at"), null=True, blank=True)
    awaited_until = models.DateField(_("awaited until"), null=True, blank=True)
    receipt = models.CharField(_("receipt number"), max_length=30, null=True, blank=True, unique=True)
    supersedes = models.OneToOneField(
        "self",
        models.PROTECT,
        verbose_name=_("corrects"),
        related_name="superseded_by",
        null=True,
        blank=True,
    )

    # What a correction is to replace, from its first draft on; `supersedes` says the same once it is approved.
    corrects = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("is to correct"), related_name="corrections", null=True, blank=True
    )

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit")
        verbose_name_plural = _("audits")
        ordering = ["-took_place_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(method__in=Method.values), name="audit_method_known"),
            models.CheckConstraint(condition=Q(channel__in=Channel.values), name="audit_channel_known"),
            models.CheckConstraint(
                condition=Q(
                    status__in=(AuditStatus.DRAFT, AuditStatus.DISCARDED),
                    submitted_at__isnull=True,
                    receipt__isnull=True,
                )
                | Q(status__in=FINISHED, submitted_at__isnull=False, receipt__isnull=False),
                name="audit_submitted_has_receipt",
            ),
            # Never both in the figures, the corrected and the correction, and never the latter before its time.
            models.CheckConstraint(
                condition=Q(supersedes__isnull=True)
                | Q(
                    status__in=(AuditStatus.SUBMITTED, AuditStatus.ANNULLED),
                    corrects__isnull=False,
                    corrects=models.F("supersedes"),
                ),
                name="audit_supersedes_once_approved",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True, status__in=("draft", "submitted", "discarded", "annulled"))
                | Q(corrects__isnull=False, status__in=("draft", "discarded", "proposed", "rejected"))
                | Q(corrects__isnull=False, supersedes__isnull=False),
                name="audit_correction_counts_once_approved",
            ),
            models.UniqueConstraint(
                fields=["corrects"],
                condition=Q(status=AuditStatus.PROPOSED),
                name="audit_one_proposed_correction",
            ),
            models.CheckConstraint(
                condition=Q(set_aside_at__isnull=True, awaited_until__isnull=True)
                | Q(set_aside_at__isnull=False, awaited_until__isnull=False),
                name="audit_set_aside_until_a_day",
            ),
            # A correction is of the same visit.
            models.UniqueConstraint(
                fields=["assignment"],
                condition=Q(corrects__isnull=True) & ~Q(status=AuditStatus.DISCARDED),
                name="audit_one_of_an_assignment",
            ),
            models.CheckConstraint(
                condition=Q(assignment__isnull=True, as_named="") | Q(assignment__isnull=False, method=Method.MYSTERY),
                name="audit_assigned_is_mystery",
            ),
        ]
        indexes = [
            models.Index(fields=["department", "took_place_at", "status"], name="audit_department_time"),
            # The list of everybody's audits, the latest first.
            models.Index(fields=["took_place_at", "id"], name="audit_time"),
            # Whom shoppers met waits to be said of few.
            models.Index(fields=["assignment"], condition=~Q(as_named=""), name="audit_with_clue"),
            models.Index(fields=["auditor", "status", "took_place_at"], name="audit_auditor_status"),
            models.Index(fields=["employee", "took_place_at"], name="audit_employee_time"),
        ]

    def __str__(self) -> str:
        return self.receipt or f"{self.get_status_display()} {self.uuid}"

    def get_absolute_url(self) -> str:
        return reverse("audits:audit", args=[self.uuid])

    @property
    def is_draft(self) -> bool:
        return self.status == AuditStatus.DRAFT

    @property
    def opened_late(self) -> bool:
        """More than 30 days passed between the visit and the start of filling."""
        return self.opened_at - self.took_place_at > LATE_AFTER

    @property
    def filled_from_memory(self) -> bool:
        """It was finished more than 24 hours after the visit, but for what could be judged later only."""
        finished_at = self.set_aside_at or self.submitted_at
        return finished_at is not None and finished_at - self.took_place_at > REMEMBERED_FOR

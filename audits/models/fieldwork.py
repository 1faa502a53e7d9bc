"""An audit: one visit, call, message or file with its filled checklist."""

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from audits.choices import FINISHED, Act, AuditStatus, Selection, Verdict
from audits.models.assignments import Assignment
from audits.models.organisation import Department, Employee
from standards.choices import Attribution, Block, Channel, Method
from standards.models import Edition, Occasion, Recommendation

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
    # As they were when the audit was opened; neither a transfer nor a re-organisation moves it.
    department = models.ForeignKey(Department, models.PROTECT, verbose_name=_("department"), related_name="audits")
    employee = models.ForeignKey(
        Employee, models.PROTECT, verbose_name=_("employee"), related_name="audits", null=True, blank=True
    )
    desk = models.CharField(_("desk"), max_length=100, blank=True)
    # Only of a mystery shopper's audit: what it was made for, and the desk or the name on the badge, as they typed it.
    # They pick no employee; HR says later who it was (Identification).
    assignment = models.ForeignKey(
        Assignment, models.PROTECT, verbose_name=_("assignment"), related_name="audits", null=True, blank=True
    )
    as_named = models.CharField(_("desk or name as seen"), max_length=200, blank=True)
    auditor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("auditor"), related_name="audits"
    )
    took_place_at = models.DateTimeField(_("took place at"))
    waiting_minutes = models.PositiveSmallIntegerField(_("waiting time (minutes)"), null=True, blank=True)
    scenario = models.TextField(_("note on the scenario"), max_length=2000, blank=True)
    # The auditor's declaration that neither kinship nor dependence binds them to the person assessed.
    no_conflict_declared_at = models.DateTimeField(_("no conflict of interest declared at"))

    status = models.CharField(_("status"), max_length=20, choices=AuditStatus, default=AuditStatus.DRAFT)
    version = models.PositiveIntegerField(default=0)
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


class Gate(models.Model):
    """The auditor's answer to an occasion's gate question; None until it is given."""

    audit = models.ForeignKey(Audit, models.CASCADE, related_name="gates")
    occasion = models.ForeignKey(Occasion, models.PROTECT, related_name="+")
    question = models.CharField(max_length=200)
    label = models.CharField(max_length=80)
    position = models.PositiveSmallIntegerField()
    arose = models.BooleanField(_("it arose"), null=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("gate question")
        verbose_name_plural = _("gate questions")
        ordering = ["audit", "position"]
        constraints = [models.UniqueConstraint(fields=["audit", "occasion"], name="gate_unique_in_audit")]

    def __str__(self) -> str:
        return self.question


class Answer(models.Model):
    """One row of an audit's checklist. All but verdict, act and note was fixed when the audit was opened."""

    audit = models.ForeignKey(Audit, models.CASCADE, related_name="answers")
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    block = models.CharField(max_length=20, choices=Block)
    gate = models.ForeignKey(Gate, models.CASCADE, related_name="answers", null=True)
    question = models.CharField(max_length=300)
    parts = models.JSONField(default=list)
    weight = models.PositiveSmallIntegerField()
    refrain = models.BooleanField()
    attribution = models.CharField(max_length=20, choices=Attribution)
    delayed = models.BooleanField()
    critical = models.BooleanField()
    ask_first = models.BooleanField()
    same_matter = models.CharField(max_length=80, blank=True)
    excludes = models.ForeignKey(Recommendation, models.PROTECT, related_name="+", null=True)

    verdict = models.CharField(_("verdict"), max_length=20, choices=Verdict, blank=True)
    act = models.CharField(max_length=20, choices=Act, blank=True)
    # What a closed gate covers, to be there again when it is reopened.
    covered_verdict = models.CharField(max_length=20, choices=Verdict, blank=True)
    covered_act = models.CharField(max_length=20, choices=Act, blank=True)
    note = models.TextField(_("note"), max_length=2000, blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["audit", "position"]
        constraints = [
            models.UniqueConstraint(fields=["audit", "recommendation"], name="answer_unique_in_audit"),
            models.CheckConstraint(condition=Q(verdict__in=["", *Verdict.values]), name="answer_verdict_known"),
            models.CheckConstraint(
                condition=~Q(verdict=Verdict.NOT_APPLICABLE) | Q(gate__isnull=False),
                name="answer_not_applicable_needs_occasion",
            ),
        ]
        indexes = [
            models.Index(
                fields=["recommendation", "audit"],
                include=["verdict", "weight"],
                name="answer_recommendation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question} {self.get_verdict_display()}"

    @property
    def is_critical_breach(self) -> bool:
        return self.critical and self.verdict == Verdict.NOT_MET


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

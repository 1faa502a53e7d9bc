"""An audit: one visit, call, message or file with its filled checklist."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from audits.choices import Act, Verdict
from audits.models.audits import Audit
from standards.choices import Attribution, Block
from standards.models import Occasion, Recommendation


class Gate(models.Model):
    """The auditor's answer to an occasion's gate question; None until it is given."""

    # Found by the constraint below, whose index begins with it.
    audit = models.ForeignKey(Audit, models.CASCADE, related_name="gates", db_index=False)
    occasion = models.ForeignKey(Occasion, models.PROTECT, related_name="+")
    question = models.CharField(max_length=200)
    label = models.CharField(max_length=80)
    position = models.PositiveSmallIntegerField()
    arose = models.BooleanField(_("it arose"), null=True)
    # The scenario made it happen: it is not asked, but can be taken back.
    by_scenario = models.BooleanField(default=False)
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

    # Both are found by the indexes below, which begin with them.
    audit = models.ForeignKey(Audit, models.CASCADE, related_name="answers", db_index=False)
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="+", db_index=False)
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
                condition=~Q(verdict=Verdict.NOT_APPLICABLE)
                | Q(gate__isnull=False)
                | Q(excludes__isnull=False, act=Act.EXCLUDED),
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

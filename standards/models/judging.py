"""How the recommendations of an edition are judged. Not text: it may change after publication, with its history."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from standards.choices import CHANNELS_OF_METHOD, Attribution, Block, Channel, Method
from standards.models.editions import Edition
from standards.models.history import changes
from standards.models.text import Recommendation
from standards.models.wording import (
    LONGEST_QUESTION,
    LONGEST_SHORT_NAME,
    fault_of_parts,
    fault_of_short_name,
    faults_of_channel_questions,
    validate_texts,
)

# What a confirmation of a row, and what one of its question, is about: it lapses when one of these changes.
JUDGED = (
    *("mystery", "observation", "documents", "block", "occasion_id", "refrain", "attribution", "delayed", "critical"),
    *("weight", "same_matter", "excludes_id", "ask_first", "note", "reason"),
)
ASKED = ("question", "parts", "channel_questions", "short_name")
GATE = ("label", "question", "by_scenario")


def _forget_confirmations(row: models.Model, saving: dict[str, Any], about: Mapping[str, Sequence[str]]) -> None:
    """Drop each confirmation (the name before `_by` and `_at`) of a row that is saved with what it is about changed."""
    if row._state.adding:
        return
    columns = [column for each in about.values() for column in each]
    stored = type(row)._default_manager.filter(pk=row.pk).values(*columns).first()
    if stored is None:
        return
    for name, each in about.items():
        if any(stored[column] != getattr(row, column) for column in each):
            setattr(row, f"{name}_by", None)
            setattr(row, f"{name}_at", None)
            if saving.get("update_fields") is not None:
                saving["update_fields"] = {*saving["update_fields"], f"{name}_by", f"{name}_at"}


class OccasionManager(models.Manager["Occasion"]):
    def get_by_natural_key(self, edition: str, code: str) -> "Occasion":
        return self.get(edition__code=edition, code=code)


class Occasion(models.Model):
    """What must happen for some rows to apply (a form, a fee, a complaint …), with its gate question."""

    edition = models.ForeignKey(Edition, models.PROTECT, verbose_name=_("edition"), related_name="occasions")
    code = models.SlugField(_("code"), max_length=60)
    label = models.CharField(_("label"), max_length=80)
    question = models.CharField(_("gate question"), max_length=200)
    by_scenario = models.BooleanField(
        _("a shopper's scenario decides"),
        default=False,
        help_text=_(
            "A mystery shopper judges its rows only where the scenario makes it happen, and is then not asked whether "
            "it did. Other methods are asked the gate question."
        ),
    )
    position = models.PositiveSmallIntegerField(_("position"))

    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("confirmed by"),
        related_name="+",
        null=True,
        blank=True,
    )
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)

    objects = OccasionManager()
    history = changes()

    class Meta:
        verbose_name = _("occasion")
        verbose_name_plural = _("occasions")
        ordering = ["edition", "position"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "code"], name="occasion_code_unique_in_edition"),
        ]

    def __str__(self) -> str:
        return self.label

    def save(self, **kwargs: Any) -> None:
        _forget_confirmations(self, kwargs, {"confirmed": GATE})
        super().save(**kwargs)

    def natural_key(self) -> tuple[str, ...]:
        return (*self.edition.natural_key(), self.code)

    natural_key.dependencies = ["standards.edition"]  # type: ignore[attr-defined]


def validate_channels(method: str, channels: Sequence[str]) -> None:
    """Raise ValidationError unless each is a channel that this method can see, named once."""
    allowed = CHANNELS_OF_METHOD[method]
    if not isinstance(channels, list) or len(set(channels)) != len(channels) or not set(channels) <= set(allowed):
        raise ValidationError(
            _("%(method)s sees only: %(channels)s.")
            % {
                "method": Method(method).label,
                "channels": ", ".join(str(Channel(channel).label) for channel in allowed),
            }
        )


REASON_NEEDED = _("This recommendation was not assessable: say why it may be judged now.")


class AssessabilityManager(models.Manager["Assessability"]):
    def get_by_natural_key(self, code: str, standard: str, number: str) -> "Assessability":
        return self.get(
            recommendation__standard__edition__code=code,
            recommendation__standard__number=standard,
            recommendation__number=number,
        )


class Assessability(models.Model):
    """How a recommendation is judged: by which method at which channel, when, and in what words.

    Not text of the standards: the office may change it, and audits already opened keep what they were opened with.
    """

    recommendation = models.OneToOneField(
        Recommendation, models.PROTECT, verbose_name=_("recommendation"), related_name="assessability"
    )
    mystery = models.JSONField(_("mystery shopper sees it at"), default=list, blank=True)
    observation = models.JSONField(_("supervisor sees it at"), default=list, blank=True)
    documents = models.JSONField(_("seen in documents"), default=list, blank=True)
    block = models.CharField(_("block"), max_length=20, choices=Block, blank=True)
    occasion = models.ForeignKey(
        Occasion, models.PROTECT, verbose_name=_("occasion"), related_name="rows", null=True, blank=True
    )
    refrain = models.BooleanField(_("a breach is looked for"), default=False)
    attribution = models.CharField(_("attribution"), max_length=20, choices=Attribution, default=Attribution.EMPLOYEE)
    delayed = models.BooleanField(_("judged later"), default=False)
    critical = models.BooleanField(_("critical"), default=False)
    weight = models.PositiveSmallIntegerField(_("weight"), default=1)
    same_matter = models.CharField(
        _("same matter"),
        max_length=80,
        blank=True,
        help_text=_("Rows with one label describe the same act: asked once, the verdict stands for all."),
    )
    excludes = models.ForeignKey(
        Recommendation,
        models.PROTECT,
        verbose_name=_("excludes"),
        related_name="excluded_by",
        null=True,
        blank=True,
        help_text=_("Only one of the two can apply."),
    )
    ask_first = models.BooleanField(
        _("asked first"), default=False, help_text=_("Soonest forgotten: asked before everything else.")
    )
    question = models.CharField(_("factual question"), max_length=LONGEST_QUESTION, blank=True)
    parts = models.JSONField(
        _("parts"),
        default=list,
        blank=True,
        validators=[validate_texts],
        help_text=_("What a compound act is made of; only then can it be met in part."),
    )
    channel_questions = models.JSONField(
        _("questions of single channels"),
        default=list,
        blank=True,
        help_text=_("Where another question is asked at one channel, since something else is seen or heard there."),
    )
    short_name = models.CharField(
        _("short name"),
        max_length=LONGEST_SHORT_NAME,
        blank=True,
        help_text=_(
            "What it is called in reports and letters, as “return call”: nominative, without a comma or a number, "
            "beginning with a small letter. Rows of the same matter have one."
        ),
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    reason = models.CharField(
        _("reason"),
        max_length=300,
        blank=True,
        help_text=_("Why it is judged so; required where the row was not assessable before."),
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("confirmed by"),
        related_name="+",
        null=True,
        blank=True,
    )
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    question_confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("question confirmed by"),
        related_name="+",
        null=True,
        blank=True,
    )
    question_confirmed_at = models.DateTimeField(_("question confirmed at"), null=True, blank=True)

    objects = AssessabilityManager()
    history = changes()

    class Meta:
        verbose_name = _("assessability")
        verbose_name_plural = _("assessability")
        ordering = ["recommendation"]

    def __str__(self) -> str:
        return self.question or str(_("not assessable"))

    def save(self, **kwargs: Any) -> None:
        _forget_confirmations(self, kwargs, {"confirmed": JUDGED, "question_confirmed": ASKED})
        super().save(**kwargs)

    def natural_key(self) -> tuple[str, ...]:
        return self.recommendation.natural_key()

    natural_key.dependencies = ["standards.recommendation", "standards.occasion"]  # type: ignore[attr-defined]

    def channels(self, method: str) -> list[str]:
        return {
            Method.MYSTERY: self.mystery,
            Method.OBSERVATION: self.observation,
            Method.DOCUMENTS: self.documents,
        }[Method(method)]

    def question_at(self, channel: str) -> str:
        return str(self._own_question(channel).get("question", self.question))

    def parts_at(self, channel: str) -> list[str]:
        return list(self._own_question(channel).get("parts", self.parts))

    def _own_question(self, channel: str) -> dict[str, Any]:
        return next((one for one in self.channel_questions if one["channel"] == channel), {})

    @property
    def is_assessable(self) -> bool:
        return bool(self.mystery or self.observation or self.documents)

    def clean(self) -> None:
        errors = self.faults()
        if self.is_assessable and not self.reason.strip() and self._needs_reason():
            errors["reason"] = REASON_NEEDED
        if errors:
            raise ValidationError(errors)

    def faults(self) -> dict[str, Any]:
        """What is wrong with the row as it stands, by field; nothing is read but its recommendation and occasion."""
        faults: dict[str, Any] = self._faults_of_judging() | self._faults_of_wording()
        for method in Method:
            try:
                validate_channels(method, self.channels(method))
            except ValidationError as error:
                faults[str(method)] = error
        edition = self.recommendation.standard.edition_id if self.recommendation_id else None
        if self.occasion and edition and self.occasion.edition_id != edition:
            faults["occasion"] = _("This occasion belongs to another edition.")
        if self.excludes and edition and self.excludes.standard.edition_id != edition:
            faults["excludes"] = _("This recommendation belongs to another edition.")
        return faults

    def _needs_reason(self) -> bool:
        """Private life, body and thoughts were left out with a reason, so they come in with one, which then stays."""
        before = Assessability.objects.filter(pk=self.pk).first()
        if before is None and self.recommendation_id:
            edition = self.recommendation.standard.edition
            before = Assessability.objects.filter(
                recommendation__lineage=self.recommendation.lineage,
                recommendation__standard__edition=edition.based_on_id,
            ).first()
        return before is not None and (not before.is_assessable or bool(before.reason))

    def _faults_of_judging(self) -> dict[str, Any]:
        faults: dict[str, Any] = {}
        if self.is_assessable:
            if not self.block:
                faults["block"] = _("A row that can be judged needs a block.")
            if not self.question:
                faults["question"] = _("A row that can be judged needs a factual question.")
            if not self.weight:
                faults["weight"] = _("A row that can be judged needs a weight.")
        elif self.weight:
            faults["weight"] = _("A row that no method sees has the weight 0.")
        if fault := fault_of_parts(self.parts or [], refrain=self.refrain):
            faults["parts"] = fault
        return faults

    def _faults_of_wording(self) -> dict[str, Any]:
        faults: dict[str, Any] = {}
        if fault := fault_of_short_name(self.short_name):
            faults["short_name"] = fault
        elif self.is_assessable and not self.short_name:
            faults["short_name"] = _("A row that can be judged needs a short name.")
        seen_at = {*self.mystery, *self.observation, *self.documents}
        own = list(faults_of_channel_questions(self.channel_questions, refrain=self.refrain, seen_at=seen_at))
        if own:
            faults["channel_questions"] = own[0]
        return faults

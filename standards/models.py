"""An edition of the standards: the legal text, and how each recommendation can be judged.

Text that has been published never changes (`guards`); how it is judged (`Assessability`, `Occasion`) may.
Numbers are labels: "II.3" and "7a" are numbers, and "17.1" is not "17.10"; `position` gives the order.
"""

import uuid
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from standards.choices import CHANNELS_OF_METHOD, Attribution, Block, Channel, Method

# A number is part of an address: no slash, no space.
validate_number = RegexValidator(
    r"^[\w§(-][\w§().-]*\Z",
    _("A number is made of letters, digits, dots, hyphens and brackets, without spaces."),
)


def validate_emphasis(value: Any) -> None:
    """Ranges [start, end) of emphasised characters: rising, not touching, not empty."""
    last = -1
    try:
        for start, end in value:
            if not (isinstance(start, int) and isinstance(end, int) and last < start < end):
                raise ValueError
            last = end
    except (TypeError, ValueError):
        raise ValidationError(_("Emphasis is a list of [start, end) ranges in rising order.")) from None


def validate_texts(value: Any) -> None:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise ValidationError(_("This is a list of texts, none of them empty."))


class EditionQuerySet(models.QuerySet["Edition"]):
    def published(self) -> "EditionQuerySet":
        return self.filter(publication__isnull=False)

    def in_force_on(self, day: Any) -> "EditionQuerySet":
        """Published editions in effect on that day, the newest first: the first is in force."""
        return self.filter(publication__effective_from__lte=day).order_by("-publication__effective_from", "-pk")


class EditionManager(models.Manager.from_queryset(EditionQuerySet)):  # type: ignore[misc]
    def get_by_natural_key(self, code: str) -> "Edition":
        return self.get(code=code)


class Edition(models.Model):
    """One version of the legal text."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    title = models.CharField(_("title"), max_length=300)

    objects = EditionManager()

    class Meta:
        verbose_name = _("edition of the standards")
        verbose_name_plural = _("editions of the standards")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.title} ({self.code})"

    def get_absolute_url(self) -> str:
        return reverse("standards:edition", args=[self.code])

    def natural_key(self) -> tuple[str]:
        return (self.code,)

    @property
    def is_published(self) -> bool:
        return hasattr(self, "publication")


class PublicationManager(models.Manager["Publication"]):
    def get_by_natural_key(self, code: str) -> "Publication":
        return self.get(edition__code=code)


class Publication(models.Model):
    """That an edition was published, since when and on what basis. Rows are inserted, never changed."""

    edition = models.OneToOneField(Edition, models.PROTECT, verbose_name=_("edition"), related_name="publication")
    legal_basis = models.CharField(_("legal basis"), max_length=300)
    effective_from = models.DateField(_("in force since"))
    published_at = models.DateTimeField(_("published at"))

    objects = PublicationManager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")

    def __str__(self) -> str:
        return f"{self.edition.code}: {self.legal_basis}"

    def natural_key(self) -> tuple[str, ...]:
        return self.edition.natural_key()

    natural_key.dependencies = ["standards.edition"]  # type: ignore[attr-defined]


class AreaManager(models.Manager["Area"]):
    def get_by_natural_key(self, code: str, number: str) -> "Area":
        return self.get(edition__code=code, number=number)


class Area(models.Model):
    edition = models.ForeignKey(Edition, models.PROTECT, verbose_name=_("edition"), related_name="areas")
    number = models.CharField(_("number"), max_length=20, validators=[validate_number])
    position = models.PositiveSmallIntegerField(_("position"))
    title = models.CharField(_("title"), max_length=300)

    objects = AreaManager()

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        ordering = ["edition", "position"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "number"], name="area_number_unique_in_edition"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    def natural_key(self) -> tuple[str, ...]:
        return (*self.edition.natural_key(), self.number)

    natural_key.dependencies = ["standards.edition"]  # type: ignore[attr-defined]


class StandardManager(models.Manager["Standard"]):
    def get_by_natural_key(self, code: str, number: str) -> "Standard":
        return self.get(edition__code=code, number=number)


class Standard(models.Model):
    # The edition is the area's; kept here so that the database itself holds a number unique in the edition.
    edition = models.ForeignKey(Edition, models.PROTECT, verbose_name=_("edition"), related_name="standards")
    area = models.ForeignKey(Area, models.PROTECT, verbose_name=_("area"), related_name="standards")
    number = models.CharField(_("number"), max_length=20, validators=[validate_number])
    position = models.PositiveSmallIntegerField(_("position"), help_text=_("The order in the whole edition."))
    title = models.CharField(_("title"), max_length=300)
    rationale = models.TextField(_("rationale"), blank=True)

    objects = StandardManager()

    class Meta:
        verbose_name = _("standard")
        verbose_name_plural = _("standards")
        ordering = ["edition", "position"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "number"], name="standard_number_unique_in_edition"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("standards:standard", args=[self.edition.code, self.number])

    def natural_key(self) -> tuple[str, ...]:
        return (*self.edition.natural_key(), self.number)

    natural_key.dependencies = ["standards.edition", "standards.area"]  # type: ignore[attr-defined]

    def clean(self) -> None:
        if self.area_id and self.edition_id and self.area.edition_id != self.edition_id:
            raise ValidationError({"area": _("This area belongs to another edition.")})


class RecommendationManager(models.Manager["Recommendation"]):
    def get_by_natural_key(self, code: str, standard: str, number: str) -> "Recommendation":
        return self.get(standard__edition__code=code, standard__number=standard, number=number)


class Recommendation(models.Model):
    standard = models.ForeignKey(Standard, models.PROTECT, verbose_name=_("standard"), related_name="recommendations")
    number = models.CharField(_("number"), max_length=20, validators=[validate_number])
    position = models.PositiveSmallIntegerField(_("position"))
    text = models.TextField(_("text"))
    emphasis = models.JSONField(_("emphasis"), default=list, blank=True, validators=[validate_emphasis])
    # The same through all editions, so that figures can be followed over them.
    lineage = models.UUIDField(_("lineage"), default=uuid.uuid4, editable=False)
    wording_changed = models.BooleanField(
        _("wording changed"),
        default=False,
        help_text=_("Against the edition before: figures are not pooled over such a change."),
    )

    objects = RecommendationManager()

    class Meta:
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")
        ordering = ["standard", "position"]
        constraints = [
            models.UniqueConstraint(fields=["standard", "number"], name="recommendation_number_unique_in_standard"),
        ]

    def __str__(self) -> str:
        return f"{self.label}. {self.text}"

    def get_absolute_url(self) -> str:
        return reverse("standards:recommendation", args=[self.standard.edition.code, self.standard.number, self.number])

    def natural_key(self) -> tuple[str, ...]:
        return (*self.standard.natural_key(), self.number)

    natural_key.dependencies = ["standards.standard"]  # type: ignore[attr-defined]

    @property
    def label(self) -> str:
        """Its number with the standard's, as people cite it: "17.10"."""
        return f"{self.standard.number}.{self.number}"


class PointManager(models.Manager["Point"]):
    def get_by_natural_key(self, code: str, standard: str, number: str, position: int) -> "Point":
        return self.get(
            recommendation__standard__edition__code=code,
            recommendation__standard__number=standard,
            recommendation__number=number,
            position=position,
        )


class Point(models.Model):
    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, verbose_name=_("recommendation"), related_name="points"
    )
    position = models.PositiveSmallIntegerField(_("position"))
    text = models.TextField(_("text"))
    emphasis = models.JSONField(_("emphasis"), default=list, blank=True, validators=[validate_emphasis])

    objects = PointManager()

    class Meta:
        verbose_name = _("point")
        verbose_name_plural = _("points")
        ordering = ["recommendation", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "position"], name="point_position_unique_in_recommendation"
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def natural_key(self) -> tuple[Any, ...]:
        return (*self.recommendation.natural_key(), self.position)

    natural_key.dependencies = ["standards.recommendation"]  # type: ignore[attr-defined]


class OccasionManager(models.Manager["Occasion"]):
    def get_by_natural_key(self, edition: str, code: str) -> "Occasion":
        return self.get(edition__code=edition, code=code)


class Occasion(models.Model):
    """What must happen for some rows to apply (a form, a fee, a complaint …), with its gate question."""

    edition = models.ForeignKey(Edition, models.PROTECT, verbose_name=_("edition"), related_name="occasions")
    code = models.SlugField(_("code"), max_length=60)
    label = models.CharField(_("label"), max_length=80)
    question = models.CharField(_("gate question"), max_length=200)
    position = models.PositiveSmallIntegerField(_("position"))

    objects = OccasionManager()

    class Meta:
        verbose_name = _("occasion")
        verbose_name_plural = _("occasions")
        ordering = ["edition", "position"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "code"], name="occasion_code_unique_in_edition"),
        ]

    def __str__(self) -> str:
        return self.label

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
    question = models.CharField(_("factual question"), max_length=300, blank=True)
    parts = models.JSONField(
        _("parts"),
        default=list,
        blank=True,
        validators=[validate_texts],
        help_text=_("What a compound act is made of; only then can it be met in part."),
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    objects = AssessabilityManager()

    class Meta:
        verbose_name = _("assessability")
        verbose_name_plural = _("assessability")
        ordering = ["recommendation"]

    def __str__(self) -> str:
        return self.question or str(_("not assessable"))

    def natural_key(self) -> tuple[str, ...]:
        return self.recommendation.natural_key()

    natural_key.dependencies = ["standards.recommendation", "standards.occasion"]  # type: ignore[attr-defined]

    def channels(self, method: str) -> list[str]:
        return {
            Method.MYSTERY: self.mystery,
            Method.OBSERVATION: self.observation,
            Method.DOCUMENTS: self.documents,
        }[Method(method)]

    @property
    def is_assessable(self) -> bool:
        return bool(self.mystery or self.observation or self.documents)

    def clean(self) -> None:
        errors: dict[str, Any] = self._faults_of_judging()
        for method in Method:
            try:
                validate_channels(method, self.channels(method))
            except ValidationError as error:
                errors[str(method)] = error
        edition = self.recommendation.standard.edition_id if self.recommendation_id else None
        if self.occasion and edition and self.occasion.edition_id != edition:
            errors["occasion"] = _("This occasion belongs to another edition.")
        if self.excludes and edition and self.excludes.standard.edition_id != edition:
            errors["excludes"] = _("This recommendation belongs to another edition.")
        if errors:
            raise ValidationError(errors)

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
        if self.refrain and self.parts:
            faults["parts"] = _("A breach is seen or not: it has no parts.")
        if len(self.parts or []) == 1:
            faults["parts"] = _("An act has two parts at least, or none.")
        return faults

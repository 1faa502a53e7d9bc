"""The legal text of an edition: areas, standards, recommendations and their points.

Text that has been published never changes (`guards`).
Numbers are labels: "II.3" and "7a" are numbers, and "17.1" is not "17.10"; `position` gives the order.
"""

import re
import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from standards.models.editions import Edition
from standards.models.history import changes
from standards.wording.emphasis import PointText

# A number is part of an address: no slash, no space.
validate_number = RegexValidator(
    r"^[\w§(-][\w§().-]*\Z",
    _("A number is made of letters, digits, dots, hyphens and brackets, without spaces."),
)


# What stands in the place of a text that is repealed, as the law writes it.
REPEALED = "(uchylony)"
_REPEALED_IN_A_TEXT = re.compile(r"\(?uchylon[yae]\)?\.?", re.IGNORECASE)


def says_repealed(text: str) -> bool:
    """Whether a text says nothing but that it is repealed."""
    return _REPEALED_IN_A_TEXT.fullmatch(text.strip()) is not None


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


class AreaManager(models.Manager["Area"]):
    def get_by_natural_key(self, code: str, number: str) -> "Area":
        return self.get(edition__code=code, number=number)


class Area(models.Model):
    edition = models.ForeignKey(Edition, models.PROTECT, verbose_name=_("edition"), related_name="areas")
    number = models.CharField(_("number"), max_length=20, validators=[validate_number])
    position = models.PositiveSmallIntegerField(_("position"))
    title = models.CharField(_("title"), max_length=300)

    objects = AreaManager()
    history = changes()

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
    history = changes()

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
    # It keeps its number and says so; it is on no checklist, and nothing says how it is judged.
    repealed = models.BooleanField(_("repealed"), default=False, editable=False)
    # Against the edition before: figures are not pooled over such a change. Publishing sets it, from what the text
    # says and what the editor said of its meaning.
    wording_changed = models.BooleanField(
        _("wording changed"),
        default=False,
        help_text=_("Against the edition before: figures are not pooled over such a change."),
    )
    same_meaning = models.BooleanField(
        _("same meaning"),
        null=True,
        blank=True,
        help_text=_("Where the wording differs from the edition before: is the meaning the same?"),
    )

    objects = RecommendationManager()
    history = changes()

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
    history = changes()

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


def points_of(recommendation: Recommendation) -> tuple[PointText, ...]:
    return tuple(
        PointText(point.text, tuple((start, end) for start, end in point.emphasis))
        for point in recommendation.points.all()
    )

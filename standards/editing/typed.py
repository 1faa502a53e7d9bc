"""An edition's text as a person types it: emphasis between asterisks, a point a line; and what was shown of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from standards.digests import digest_of
from standards.fields import fault_of_signs
from standards.models import Point, Recommendation, Standard
from standards.wording.emphasis import UnpairedAsteriskError, from_typed, typed

Passage = tuple[str, list[list[int]]]

UNPAIRED = _("An asterisk has no pair: emphasis begins and ends with one.")
MEANINGS = {None: "", True: "same", False: "other"}
_MEANT = {name: value for value, name in MEANINGS.items()}


@dataclass(frozen=True, slots=True)
class Heading:
    """A standard without its recommendations."""

    number: str
    area: str
    position: str
    title: str
    rationale: str

    @classmethod
    def of(cls, standard: Standard) -> "Heading":
        return cls(
            standard.number, str(standard.area_id), str(standard.position), standard.title, _lines(standard.rationale)
        )


@dataclass(frozen=True, slots=True)
class Typed:
    """A recommendation; `meaning` is "" (not said), "same" or "other"."""

    number: str
    text: str
    points: str
    meaning: str = ""

    @classmethod
    def of(cls, recommendation: Recommendation, points: Sequence[Point]) -> "Typed":
        return cls(
            recommendation.number,
            typed(recommendation.text, recommendation.emphasis),
            typed_points([(point.text, point.emphasis) for point in points]),
            MEANINGS[recommendation.same_meaning],
        )

    @property
    def wording(self) -> tuple[str, str]:
        return self.text, self.points

    def passage(self) -> Passage:
        """Raises UnpairedAsteriskError."""
        return from_typed(self.text)

    def point_passages(self) -> list[Passage]:
        """Raises UnpairedAsteriskError."""
        return points_from_typed(self.points)

    def same_meaning(self) -> bool | None:
        return _MEANT.get(self.meaning)

    def faults(self) -> dict[str, Any]:
        """What cannot be, by field; whether the number is taken is the standard's to say."""
        found: dict[str, Any] = {}
        for name, read in (("text", self.passage), ("points", self.point_passages)):
            try:
                read()
            except UnpairedAsteriskError:
                found[name] = UNPAIRED
        for name in ("text", "points"):
            if fault := fault_of_signs(getattr(self, name)):
                found[name] = fault
        if not self.text.strip():
            found["text"] = _("It has no text.")
        if self.meaning not in _MEANT:
            found["meaning"] = _("Say whether the meaning is the same.")
        return found


def fingerprint(shown: Heading | Typed) -> str:
    """What a page showed, in 16 letters: to see whether somebody has saved something else since."""
    return digest_of([getattr(shown, name) for name in shown.__slots__])[:16]


def typed_points(points: Sequence[tuple[str, Any]]) -> str:
    """One a line; a line that goes on from the one above begins with two spaces."""
    return "\n".join(_lines(typed(text, emphasis)).replace("\n", "\n  ") for text, emphasis in points)


def points_from_typed(written: str) -> list[Passage]:
    """The inverse. Raises UnpairedAsteriskError."""
    points: list[str] = []
    for line in _lines(written).split("\n"):
        if not line.strip():
            continue
        if line.startswith("  ") and points:
            points[-1] += "\n" + line[2:]
        else:
            points.append(line)
    return [from_typed(point) for point in points]


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")

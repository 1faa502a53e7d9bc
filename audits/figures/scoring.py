"""What a filled checklist is worth: marks in, exact sums out.

Everything is a whole number or a `Fraction`. A met answer earns 2 points and a partly met one 1,
so that halves never appear; a score is points ⁄ (2 · weight). Rounding is the business of whoever
shows a figure (`statistics.percent`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from audits.figures.verdicts import COUNTED, MOST_POINTS, NOT_MET, POINTS, PRECEDENCE, RATED, VERDICTS

_RANK: Final = {verdict: rank for rank, verdict in enumerate(PRECEDENCE)}


@dataclass(frozen=True, slots=True)
class Mark:
    """One answer of one audit, with what the audit copied from its checklist.

    `recommendation`, `standard` and `area` are labels ("17.10", "17", "IV"), never numbers. For a
    recommendation to refrain from something, met means that no breach was noticed.
    Raises ValueError for an unknown verdict or a negative weight.
    """

    verdict: str
    weight: int = 1
    same_matter: str = ""
    recommendation: str = ""
    standard: str = ""
    area: str = ""
    critical: bool = False

    def __post_init__(self) -> None:
        if self.verdict not in _RANK:
            raise ValueError(f"unknown verdict: {self.verdict!r}")
        if self.weight < 0:
            raise ValueError(f"negative weight: {self.weight}")

    @property
    def rated(self) -> bool:
        return self.verdict in POINTS

    @property
    def critical_breach(self) -> bool:
        return self.critical and self.verdict == NOT_MET


@dataclass(frozen=True, slots=True)
class Tally:
    """How many answers got which verdict, in the order of COUNTED. Tallies add up."""

    counts: tuple[int, ...] = (0,) * len(COUNTED)

    @classmethod
    def of(cls, counts: Mapping[str, int]) -> Tally:
        """By verdict; those that are not named got none."""
        return cls(tuple(counts.get(verdict, 0) for verdict in COUNTED))

    def __getitem__(self, verdict: str) -> int:
        return self.counts[COUNTED.index(verdict)]

    def __add__(self, other: Tally) -> Tally:
        return Tally(tuple(map(sum, zip(self.counts, other.counts, strict=True))))

    @property
    def rated(self) -> int:
        return sum(self[verdict] for verdict in RATED)

    @property
    def answers(self) -> int:
        return sum(self.counts)

    @property
    def coverage(self) -> Fraction | None:
        """The rated part of what could have been rated; None where nothing occurred."""
        could_be_rated = self.answers - sum(self[kind.code] for kind in VERDICTS if not kind.occurred)
        return Fraction(self.rated, could_be_rated) if could_be_rated else None


@dataclass(frozen=True, slots=True)
class Score:
    """Sums over answers, which add up over standards, audits and periods before any division.

    `weight` is Σw, `weight_sq` Σw² and `points` Σ w·points, all over rated answers only.
    """

    tally: Tally = Tally()
    points: int = 0
    weight: int = 0
    weight_sq: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            tally=self.tally + other.tally,
            points=self.points + other.points,
            weight=self.weight + other.weight,
            weight_sq=self.weight_sq + other.weight_sq,
        )

    @property
    def most_points(self) -> int:
        """The points that the rated answers could have earned."""
        return MOST_POINTS * self.weight

    @property
    def ratio(self) -> Fraction | None:
        """The score, 0 to 1; None where no answer with a weight is rated, never 0 or 1."""
        return Fraction(self.points, self.most_points) if self.weight else None

    @property
    def coverage(self) -> Fraction | None:
        return self.tally.coverage


def score_of(marks: Iterable[Mark]) -> Score:
    """The sums over these marks as they come, each counted once.

    Right for one recommendation or one standard; areas and totals count a matter once
    (`total_score`, `scores_by_area`).
    """
    counts = dict.fromkeys(_RANK, 0)
    points = weight = weight_sq = 0
    for mark in marks:
        counts[mark.verdict] += 1
        if mark.rated:
            points += mark.weight * POINTS[mark.verdict]
            weight += mark.weight
            weight_sq += mark.weight**2
    return Score(tally=Tally.of(counts), points=points, weight=weight, weight_sq=weight_sq)


def once_per_matter(marks: Iterable[Mark]) -> list[Mark]:
    """One mark for each matter; marks without a matter stay. All marks are of one audit.

    A matter's mark has the verdict that PRECEDENCE puts first and the greatest weight, and is
    critical when one of its rows is; its labels are those of the first row given that has the
    verdict. It stands where the matter was first met.
    """
    kept: list[Mark] = []
    place_of: dict[str, int] = {}
    for mark in marks:
        place = place_of.get(mark.same_matter) if mark.same_matter else None
        if place is not None:
            kept[place] = _one_matter(kept[place], mark)
            continue
        if mark.same_matter:
            place_of[mark.same_matter] = len(kept)
        kept.append(mark)
    return kept


def _one_matter(first: Mark, second: Mark) -> Mark:
    standing = min(first, second, key=lambda mark: _RANK[mark.verdict])
    return Mark(
        verdict=standing.verdict,
        weight=max(first.weight, second.weight),
        same_matter=standing.same_matter,
        recommendation=standing.recommendation,
        standard=standing.standard,
        area=standing.area,
        critical=first.critical or second.critical,
    )


def total_score(marks: Iterable[Mark]) -> Score:
    """One audit's score, every matter counted once."""
    return score_of(once_per_matter(marks))


def scores_by_area(marks: Iterable[Mark]) -> dict[str, Score]:
    """One audit's score in each area, by label, a matter counted once in each area it touches.

    Areas therefore need not add up to `total_score`.
    """
    return {area: total_score(group) for area, group in _grouped(marks, lambda m: m.area).items()}


def scores_by_standard(marks: Iterable[Mark]) -> dict[str, Score]:
    """The score in each standard, by label, every row counted."""
    groups = _grouped(marks, lambda m: m.standard)
    return {standard: score_of(group) for standard, group in groups.items()}


def scores_by_recommendation(marks: Iterable[Mark]) -> dict[str, Score]:
    """The score in each recommendation, by label, every row counted."""
    groups = _grouped(marks, lambda m: m.recommendation)
    return {recommendation: score_of(group) for recommendation, group in groups.items()}


def critical_breaches(marks: Iterable[Mark]) -> list[Mark]:
    """The marks that must be told at once, in the order given; each row of a matter for itself."""
    return [mark for mark in marks if mark.critical_breach]


def _grouped(marks: Iterable[Mark], label: Callable[[Mark], str]) -> dict[str, list[Mark]]:
    groups: dict[str, list[Mark]] = {}
    for mark in marks:
        groups.setdefault(label(mark), []).append(mark)
    return groups

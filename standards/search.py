"""Full-text search in one edition, without regard to Polish diacritics, case or endings.

A few hundred short texts: they are read whole and compared here, so that every database finds the same.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from standards.folding import fold
from standards.models import Area, Edition, Point, Recommendation, Standard

_WORD = re.compile(r"[\w\u0300-\u036f]+")
_EXCERPT_BEFORE = 90
_EXCERPT_LENGTH = 280

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """Text as the results show it, with the ranges of its emphasis and of the words found."""

    text: str
    emphasis: Sequence[Sequence[int]] = ()
    found: Sequence[Range] = ()


@dataclass(frozen=True, slots=True)
class RecommendationHit:
    recommendation: Recommendation
    passage: Passage
    points: list[Passage]


@dataclass(slots=True)
class StandardHit:
    """A standard that was found itself, or holds recommendations that were."""

    standard: Standard
    title: Passage
    rationale: Passage | None = None
    recommendations: list[RecommendationHit] = field(default_factory=list)
    itself: bool = False


@dataclass(slots=True)
class AreaHit:
    """An area that was found by its title, or holds standards that were found."""

    area: Area
    title: Passage
    standards: list[StandardHit] = field(default_factory=list)
    itself: bool = False


@dataclass(frozen=True, slots=True)
class Results:
    areas: list[AreaHit]
    standard_count: int
    recommendation_count: int

    def __bool__(self) -> bool:
        return bool(self.areas)


def search(edition: Edition, query: str) -> Results:
    """What holds every word of the query: its beginning is enough, a number must be whole; four queries.

    Standards are found by number, title and rationale, recommendations by label, text and points, areas by title.
    """
    terms = _terms(query)
    if not terms:
        return Results([], 0, 0)
    areas = {area.pk: _area_hit(terms, area) for area in edition.areas.order_by("position", "pk")}
    standards = {
        standard.pk: _standard_hit(terms, standard) for standard in edition.standards.order_by("position", "pk")
    }
    points: dict[int, list[Point]] = {}
    for point in Point.objects.filter(recommendation__standard__edition=edition).order_by("position", "pk"):
        points.setdefault(point.recommendation_id, []).append(point)
    for recommendation in Recommendation.objects.filter(standard__edition=edition).order_by("position", "pk"):
        standard_hit = standards[recommendation.standard_id]
        recommendation.standard = standard_hit.standard
        hit = _recommendation_hit(terms, recommendation, points.get(recommendation.pk, []))
        if hit:
            standard_hit.recommendations.append(hit)
    for standard_hit in standards.values():
        if standard_hit.itself or standard_hit.recommendations:
            areas[standard_hit.standard.area_id].standards.append(standard_hit)
    return Results(
        areas=[area for area in areas.values() if area.itself or area.standards],
        standard_count=sum(hit.itself for hit in standards.values()),
        recommendation_count=sum(len(hit.recommendations) for hit in standards.values()),
    )


def holds(query: str, texts: Sequence[str]) -> bool:
    """Whether the texts together hold every word of the query."""
    return _all_found(_terms(query), texts)


def _area_hit(terms: Sequence[str], area: Area) -> AreaHit:
    itself = _all_found(terms, [area.title])
    return AreaHit(area, Passage(area.title, found=_found(terms, area.title) if itself else ()), itself=itself)


def _standard_hit(terms: Sequence[str], standard: Standard) -> StandardHit:
    itself = _all_found(terms, [standard.number, standard.title, standard.rationale])
    in_rationale = _found(terms, standard.rationale)
    return StandardHit(
        standard=standard,
        title=Passage(standard.title, found=_found(terms, standard.title) if itself else ()),
        rationale=_excerpt(standard.rationale, in_rationale) if itself and in_rationale else None,
        itself=itself,
    )


def _recommendation_hit(
    terms: Sequence[str], recommendation: Recommendation, points: Sequence[Point]
) -> RecommendationHit | None:
    texts = [recommendation.label, recommendation.text, *(point.text for point in points)]
    if not _all_found(terms, texts):
        return None
    return RecommendationHit(
        recommendation,
        Passage(recommendation.text, recommendation.emphasis, _found(terms, recommendation.text)),
        [Passage(point.text, point.emphasis, _found(terms, point.text)) for point in points],
    )


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    return fold(word)


def _terms(query: str) -> list[str]:
    return list(dict.fromkeys(_folded(word) for word in _WORD.findall(query)))


def _matches(term: str, word: str) -> bool:
    return word == term if term.isdigit() else word.startswith(term)


def _found(terms: Sequence[str], text: str) -> list[Range]:
    """Where the words that the terms find begin and end."""
    return [
        match.span() for match in _WORD.finditer(text) if any(_matches(term, _folded(match.group())) for term in terms)
    ]


def _all_found(terms: Sequence[str], texts: Sequence[str]) -> bool:
    words = {_folded(word) for text in texts for word in _WORD.findall(text)}
    return all(any(_matches(term, word) for word in words) for term in terms)


def _excerpt(text: str, found: Sequence[Range]) -> Passage:
    """The text round the first word found, cut between words, with an ellipsis where it was cut."""
    start = max(found[0][0] - _EXCERPT_BEFORE, 0)
    if start:
        start = text.find(" ", start, found[0][0]) + 1 or found[0][0]
    end = min(start + _EXCERPT_LENGTH, len(text))
    if end < len(text):
        end = max(text.rfind(" ", start, end), found[0][1])
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    shift = len(before) - start
    return Passage(
        before + text[start:end] + after,
        found=[(left + shift, right + shift) for left, right in found if left >= start and right <= end],
    )

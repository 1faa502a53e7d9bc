"""Full-text search in one edition, without regard to Polish diacritics, case or endings.

A few hundred short texts: they are read whole and compared here, so that every database finds the same.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from standards.models import Area, Edition, Point, Recommendation, Standard
from standards.wording.folding import Term, all_found, fold, ranges_found, terms_of

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
    What is cited ("zalecenie 15.12", "standard 15") is found alone.
    """
    terms = terms_of(query)
    if not terms:
        return Results([], 0, 0)
    if cited := _cited(edition, query):
        return cited
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


_CITED = re.compile(
    r"(?:(standard|standardu)|zalecenie|zalecenia|zal\.?|punkt|pkt\.?|poz\.?)\s*(?:nr\s*)?(\S+?)[.,;]?|(\S+\.\S+?)\.?"
)


def _cited(edition: Edition, query: str) -> Results | None:
    """What a number names, as people cite it; None where the query is none, or names nothing."""
    match = _CITED.fullmatch(fold(query))
    if match is None:
        return None
    label = match[2] or match[3]
    if not match[1]:
        for recommendation in Recommendation.objects.filter(standard__edition=edition).select_related("standard__area"):
            if fold(recommendation.label) == label:
                points = [
                    Passage(point.text, point.emphasis) for point in recommendation.points.order_by("position", "pk")
                ]
                hit = StandardHit(recommendation.standard, Passage(recommendation.standard.title))
                hit.recommendations.append(
                    RecommendationHit(recommendation, Passage(recommendation.text, recommendation.emphasis), points)
                )
                return Results([_alone(hit)], 0, 1)
    if match[2]:
        for standard in edition.standards.select_related("area"):
            if fold(standard.number) == label:
                return Results([_alone(StandardHit(standard, Passage(standard.title), itself=True))], 1, 0)
    return None


def _alone(hit: StandardHit) -> AreaHit:
    area = hit.standard.area
    return AreaHit(area, Passage(area.title), [hit])


def _area_hit(terms: Sequence[Term], area: Area) -> AreaHit:
    itself = all_found(terms, [area.title])
    return AreaHit(area, Passage(area.title, found=ranges_found(terms, area.title) if itself else ()), itself=itself)


def _standard_hit(terms: Sequence[Term], standard: Standard) -> StandardHit:
    itself = all_found(terms, [standard.number, standard.title, standard.rationale])
    in_rationale = ranges_found(terms, standard.rationale)
    return StandardHit(
        standard=standard,
        title=Passage(standard.title, found=ranges_found(terms, standard.title) if itself else ()),
        rationale=_excerpt(standard.rationale, in_rationale) if itself and in_rationale else None,
        itself=itself,
    )


def _recommendation_hit(
    terms: Sequence[Term], recommendation: Recommendation, points: Sequence[Point]
) -> RecommendationHit | None:
    texts = [recommendation.label, recommendation.text, *(point.text for point in points)]
    if not all_found(terms, texts):
        return None
    return RecommendationHit(
        recommendation,
        Passage(recommendation.text, recommendation.emphasis, ranges_found(terms, recommendation.text)),
        [Passage(point.text, point.emphasis, ranges_found(terms, point.text)) for point in points],
    )


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

"""What a department's report is made from, as read from the database."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Q

from audits.models import Department
from audits.reports import tallies
from audits.reports.figures import Yardstick
from audits.reports.pooling import Pooling, rows_of
from audits.reports.suppression import Crowd
from audits.reports.tallies import AuditScores, RowTally, Subtree, Visit
from audits.statistics import FEWEST_PEOPLE
from standards.lineage import Meaning
from standards.models import Edition, Recommendation


@dataclass
class Findings:
    """What the counted audits of one period hold; the shapes of `tallies`."""

    scope: Q
    visits: list[Visit] = field(default_factory=list)
    rows: list[RowTally] = field(default_factory=list)


@dataclass
class Material:
    """Everything that was read for one report."""

    yardstick: Yardstick
    tree: Subtree
    # People employed in the subtree during the period; 0 where nobody recorded them.
    staff: int
    department: Department
    units: dict[int, Department]
    # Those by which the period's audits were made, and their recommendations.
    editions: list[Edition]
    recommendations: dict[int, Recommendation]
    # Of the editions of the period before too.
    meanings: dict[int, Meaning]
    now: Findings
    before: Findings
    breaches: list[tuple[Any, ...]]
    # Audits of the period to which the person assessed has replied.
    replied: int

    @cached_property
    def poolings(self) -> dict[str, Pooling]:
        """By method, in which the period's audits were made."""
        used: dict[str, set[int]] = {}
        for visit in self.now.visits:
            used.setdefault(visit.method, set()).add(visit.edition)
        return {
            method: Pooling(
                [edition for edition in self.editions if edition.pk in keys], self.recommendations, self.meanings
            )
            for method, keys in used.items()
        }

    @cached_property
    def area_of(self) -> dict[int, int]:
        return {each.standard_id: each.standard.area_id for each in self.recommendations.values()}

    @cached_property
    def places(self) -> tallies.Places:
        return {method: pooling.places for method, pooling in self.poolings.items() if pooling.places}

    @cached_property
    def sums(self) -> list[tuple[Any, ...]]:
        """Of the period, over the rows that are pooled."""
        if not self.now.visits:
            return []
        apart = {method: pooling.apart for method, pooling in self.poolings.items()}
        return tallies.sums_by_audit(self.now.scope, tallies.without_rows(apart), self.places)

    @cached_property
    def scores(self) -> dict[int, AuditScores]:
        """Each audit's, over the rows that are pooled."""
        return tallies.audit_scores(self.sums, self.area_of)

    @cached_property
    def own_scores(self) -> dict[int, AuditScores]:
        """Each audit's over all rows of its edition; the same as `scores` where all are pooled."""
        if not any(pooling.apart for pooling in self.poolings.values()):
            return self.scores
        return tallies.audit_scores(tallies.sums_by_audit(self.now.scope), self.area_of)

    def recommendations_of(self, edition: int) -> list[Recommendation]:
        return [each for each in self.recommendations.values() if each.standard.edition_id == edition]

    @cached_property
    def comparable(self) -> "Comparable":
        return Comparable(self)

    def crowd(self, visits: Iterable[Visit]) -> Crowd:
        people, unnamed = set(), 0
        for visit in visits:
            if visit.employee is None:
                unnamed += 1
            else:
                people.add(visit.employee)
        return Crowd(frozenset(people), unnamed)

    def people_behind(self, crowd: Crowd) -> int:
        """How many people these can be about: an audit that names nobody may be about one more of the staff."""
        named = len(crowd.people)
        possible = named + crowd.unnamed
        return max(named, min(possible, self.staff)) if self.staff else possible

    def enough(self, crowd: Crowd) -> bool:
        return self.people_behind(crowd) >= FEWEST_PEOPLE

    def may_show(self, visits: Iterable[Visit]) -> bool:
        return self.enough(self.crowd(visits))


class Comparable:
    """Scores of both periods over the rows that were rated in both with the same meaning, by method and channel."""

    def __init__(self, material: Material) -> None:
        rated_now, rated_before = (_rated_rows(material, each.rows) for each in (material.now, material.before))
        rows = {stratum: found & rated_before.get(stratum, set()) for stratum, found in rated_now.items()}
        self.rows = {stratum: found for stratum, found in rows.items() if found}
        self.sums: list[list[tuple[Any, ...]]] = [[], []]
        if self.rows:
            only = tallies.only_rows(
                {
                    stratum: {pk for pk in material.meanings if material.poolings[stratum[0]].row_of(pk) in found}
                    for stratum, found in self.rows.items()
                }
            )
            self.sums = [
                tallies.sums_by_audit(each.scope, only, material.places) for each in (material.now, material.before)
            ]
        self.now, self.before = (tallies.audit_scores(sums, material.area_of) for sums in self.sums)

    def number_of_rows(self, visits: Iterable[Visit], area_of: dict[int, int] | None = None, area: int = 0) -> int:
        found = {row for stratum in {visit.stratum for visit in visits} for row in self.rows.get(stratum, ())}
        return sum(1 for row in found if area_of is None or area_of[row] == area)


def _rated_rows(material: Material, rows: Iterable[RowTally]) -> dict[tuple[str, str], set[int]]:
    """By method and channel: the rows rated there that the section pools."""
    rated: dict[tuple[str, str], set[int]] = {}
    for row in rows:
        if row.tally.rated and row.method in material.poolings:
            rated.setdefault((row.method, row.channel), set()).add(row.recommendation)
    found = {}
    for stratum, recommendations in rated.items():
        pooling = material.poolings[stratum[0]]
        found[stratum] = {row for row in rows_of(pooling, recommendations) if pooling.is_pooled(row)}
    return found

"""What a department's report is made from, as read from the database."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Q

from audits.models import Department
from audits.reports import tallies
from audits.reports.figures import Yardstick
from audits.reports.tallies import AuditScores, RowTally, Subtree, Visit
from audits.statistics import FEWEST_PEOPLE
from standards.models import Edition, Recommendation


@dataclass
class Findings:
    """What the counted audits of one period hold; the shapes of `tallies`."""

    scope: Q
    visits: list[Visit] = field(default_factory=list)
    sums: list[tuple[Any, ...]] = field(default_factory=list)
    rows: list[RowTally] = field(default_factory=list)
    breaches: list[tuple[Any, ...]] = field(default_factory=list)


@dataclass
class Material:
    """Everything that was read for one report."""

    yardstick: Yardstick
    tree: Subtree
    # People employed in the subtree during the period; 0 where nobody recorded them.
    staff: int
    department: Department
    units: dict[int, Department]
    editions: list[Edition]
    recommendations: dict[int, Recommendation]
    now: Findings
    before: Findings

    @cached_property
    def area_of(self) -> dict[int, int]:
        return {each.standard_id: each.standard.area_id for each in self.recommendations.values()}

    @cached_property
    def scores(self) -> dict[int, AuditScores]:
        return tallies.audit_scores(self.now.sums, self.area_of)

    def recommendations_of(self, edition: int) -> list[Recommendation]:
        return [each for each in self.recommendations.values() if each.standard.edition_id == edition]

    @cached_property
    def comparable(self) -> "Comparable":
        return Comparable(self)

    def people_behind(self, visits: Iterable[Visit]) -> int:
        """How many people these visits can be about: an audit that names nobody may be about one more of the staff."""
        named, unnamed = set(), 0
        for visit in visits:
            if visit.employee is None:
                unnamed += 1
            else:
                named.add(visit.employee)
        possible = len(named) + unnamed
        return max(len(named), min(possible, self.staff)) if self.staff else possible

    def may_show(self, visits: Iterable[Visit]) -> bool:
        return self.people_behind(visits) >= FEWEST_PEOPLE


class Comparable:
    """Scores of both periods over the rows that were rated in both, by edition, method and channel."""

    def __init__(self, material: Material) -> None:
        rated_now, rated_before = (_rated_rows(each.rows) for each in (material.now, material.before))
        rows = {stratum: found & rated_before.get(stratum, set()) for stratum, found in rated_now.items()}
        self.rows = {stratum: found for stratum, found in rows.items() if found}
        self.now: dict[int, AuditScores] = {}
        self.before: dict[int, AuditScores] = {}
        if self.rows:
            only = tallies.only_rows(self.rows)
            self.now, self.before = (
                tallies.audit_scores(tallies.sums_by_audit(each.scope, only), material.area_of)
                for each in (material.now, material.before)
            )

    def number_of_rows(self, visits: Iterable[Visit], area_of: dict[int, int] | None = None, area: int = 0) -> int:
        found = {row for stratum in {visit.stratum for visit in visits} for row in self.rows.get(stratum, ())}
        return sum(1 for row in found if area_of is None or area_of[row] == area)


def _rated_rows(rows: Iterable[RowTally]) -> dict[tuple[int, str, str], set[int]]:
    found: dict[tuple[int, str, str], set[int]] = {}
    for row in rows:
        if row.tally.rated:
            found.setdefault((row.edition, row.method, row.channel), set()).add(row.recommendation)
    return found

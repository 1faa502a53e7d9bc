"""What audits found together, reckoned once when they are closed: facts, sheets and sums."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models.functions import Coalesce

from audits.figures.facts import Facts
from audits.figures.sums import Place, Sheets, Sums, sums_of
from audits.models import Audit
from audits.models.audits import LATE_AFTER, REMEMBERED_FOR
from audits.reports.closings.versions import batches
from audits.reports.roll_up import RollUp, roll_up_of
from standards.models import Recommendation


@dataclass(frozen=True)
class Heap:
    """What several audits of one edition found together."""

    facts: Facts
    sheets: Sheets
    sums: Sums


@dataclass
class Findings:
    """What each of many audits found."""

    facts: dict[int, Facts]
    roll_up: RollUp
    places: Mapping[int, Place]

    def together(self, audits: Iterable[int]) -> Heap:
        audits = list(audits)
        sheets = self.roll_up.of(audits)
        return Heap(Facts.together(self.facts[pk] for pk in audits), sheets, sums_of(sheets, self.places))


def findings_of(pks: Collection[int]) -> Findings:
    found = Findings({}, RollUp(), {})
    editions: set[int] = set()
    for batch in batches(sorted(pks)):
        audits = Audit.objects.filter(pk__in=batch)
        more = roll_up_of(audits)
        found.roll_up.lines.update(more.lines)
        found.roll_up.sheets.update(more.sheets)
        found.facts.update(facts_of(audits))
        editions.update(audits.order_by().values_list("edition", flat=True).distinct())
    found.places = places_of(editions)
    return found


def facts_of(audits: Any) -> dict[int, Facts]:
    """Of each of a queryset's finished audits."""
    rows = audits.order_by().annotate(finished_at=Coalesce("set_aside_at", "submitted_at"))
    found = {}
    for pk, auditor, employee, waiting, took_place_at, opened_at, finished_at in rows.values_list(
        "pk", "auditor_id", "employee_id", "waiting_minutes", "took_place_at", "opened_at", "finished_at"
    ):
        found[pk] = Facts.of_audit(
            auditor=auditor,
            waiting=waiting,
            late=opened_at - took_place_at > LATE_AFTER,
            from_memory=finished_at - took_place_at > REMEMBERED_FOR,
            named=employee is not None,
        )
    return found


def places_of(editions: Iterable[int]) -> dict[int, Place]:
    """By recommendation: the standard and the area in which it counts."""
    rows = Recommendation.objects.filter(standard__edition__in=set(editions)).order_by()
    return {pk: Place(standard, area) for pk, standard, area in rows.values_list("pk", "standard", "standard__area")}

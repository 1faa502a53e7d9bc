"""How much each selection asks, so that an auditor chooses knowing what it costs."""

import datetime
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from audits.choices import Selection
from standards.checklist import Row, checklist, estimated_minutes, occasions_of, questions_asked, select
from standards.models import Edition, Occasion, Standard


@dataclass(frozen=True, slots=True)
class Size:
    """How long a checklist is: recommendations judged, questions, whole minutes.

    `questions`: what its counter says at first, where nothing is known yet of what happened; `may_ask_more`: some of it
    brings questions of its own.
    """

    rows: int
    questions: int
    minutes: int
    may_ask_more: bool = False

    @classmethod
    def of(cls, rows: Collection[Row]) -> "Size":
        if not rows:
            return cls(0, 0, 0)
        asked_of = occasions_of(row for row in rows if not row.is_by_scenario)
        at_once = questions_asked(row for row in rows if row.is_core or row.is_by_scenario)
        return cls(len(rows), len(at_once) + len(asked_of), estimated_minutes(rows), bool(asked_of))


@dataclass(frozen=True, slots=True)
class Scope:
    """What one method sees at one channel, and how much of it each selection takes."""

    core: Size
    everything: Size
    chosen: Size
    standards: list[tuple[Standard, int]]
    occasions: list[tuple[Occasion, int]]
    # Codes of those that only a scenario makes happen: even everything holds their rows only then.
    by_scenario: frozenset[str]

    @property
    def offers_core(self) -> bool:
        """Where every row needs an occasion there is no core."""
        return bool(self.core.rows)


def scope(
    *,
    method: str,
    channel: str,
    day: datetime.date,
    selection: str,
    standards: Collection[str] = (),
    occasions: Collection[str] = (),
) -> Scope | None:
    """Sizes under the edition in force on that day; None where there is none or nothing is seen. Two queries."""
    edition = Edition.objects.in_force_on(day).first()
    rows = checklist(edition, method, channel) if edition else []
    if not rows:
        return None
    everything = select(rows, Selection.EVERYTHING, occasions=occasions)
    by_standard = Counter(row.standard_number for row in everything)
    by_occasion = Counter(row.occasion.code for row in rows if row.occasion)
    seen = {row.standard_number: row.recommendation.standard for row in rows}
    return Scope(
        core=Size.of(select(rows, Selection.CORE)),
        everything=Size.of(everything),
        chosen=Size.of(select(rows, selection, standards=standards, occasions=occasions)),
        standards=[
            (standard, by_standard[standard.number])
            for standard in sorted(seen.values(), key=lambda standard: standard.position)
        ],
        occasions=[(occasion, by_occasion[occasion.code]) for occasion in occasions_of(rows)],
        by_scenario=frozenset(row.occasion.code for row in rows if row.occasion and row.is_by_scenario),
    )

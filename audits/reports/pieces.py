"""What figures are added up from: plain values that know neither closings nor audits, the same at both levels."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from audits.figures.facts import Facts
from audits.figures.sums import Place, Sheets, Sums, sums_of, sums_together
from audits.models.periods import Period
from audits.reports.headline import Absence
from audits.reports.remembered import Rows, cut_sums


@dataclass(frozen=True, eq=False)
class Piece:
    """The audits of one method, channel and edition in some units and days.

    `below`: the units directly below the department (or itself, for its own audits) that it is of; several where small
    units of more than one are in one block. `breaches`: (recommendation, units, how many). `sheets` reads the filled
    checklists, for sums over some rows only.
    """

    method: str
    channel: str
    edition: int
    below: tuple[int, ...]
    facts: Facts
    sums: Sums
    sheets: Callable[[], Sheets] = field(repr=False)
    breaches: tuple[tuple[int, tuple[int, ...], int], ...] = ()
    rows: Rows | None = None


@dataclass(frozen=True)
class Part:
    """Something of a department and period that is in no figure, for want of people. Empty: all of it."""

    unit: int | None = None
    channel: str = ""
    period: Period | None = None


@dataclass(frozen=True)
class Findings:
    """What one method found in a department and period. With an `absence` there are no pieces."""

    pieces: tuple[Piece, ...] = ()
    absence: Absence = ""
    # The kind of the granule that is longer.
    granule: str = ""
    left_out: tuple[Part, ...] = ()
    not_closed: tuple[Period, ...] = ()
    # Units whose audits, or some of them, are in no figure of it.
    hidden: frozenset[int] = frozenset()
    # The granules that it was made from, and when each was closed.
    closings: tuple[tuple[Period, datetime.date], ...] = ()

    @property
    def channels(self) -> frozenset[str]:
        return frozenset(piece.channel for piece in self.pieces)

    @property
    def audits(self) -> int:
        return sum(piece.facts.audits for piece in self.pieces)


NOTHING = Findings()


@dataclass(frozen=True)
class Source:
    """All that was read for a department. `units`: those directly below it, in the order of their codes.

    `parents`: each unit's on the last day of the report.
    """

    findings: Mapping[tuple[str, Period], Findings]
    parents: Mapping[int, int | None]
    units: tuple[int, ...]
    as_of: datetime.datetime
    # Audits to which the person assessed has made a statement; known at the full level only.
    statements: int = 0

    def of(self, method: str, period: Period) -> Findings:
        return self.findings.get((method, period), NOTHING)


def sums_over(pieces: Iterable[Piece], places: Mapping[int, Place], only: Callable[[Piece], Collection[int]]) -> Sums:
    """The sums over some recommendations only, those that `only` says of a piece, counted where `places` says."""
    alike: dict[tuple[int, str, frozenset[int]], list[Piece]] = defaultdict(list)
    for piece in pieces:
        alike[piece.edition, piece.channel, frozenset(only(piece))].append(piece)
    return sums_together([_over(found, places, rows) for (_edition, _channel, rows), found in alike.items()])


def _over(pieces: Sequence[Piece], places: Mapping[int, Place], rows: frozenset[int]) -> Sums:
    """Reckoned from checklists once, where these are of closings."""
    made_of = frozenset(piece.rows for piece in pieces)
    key = (made_of, frozenset((row, places[row]) for row in rows if row in places))
    known = cut_sums.get(key) if None not in made_of else None
    if known is None:
        known = sums_of(Sheets.together(piece.sheets() for piece in pieces), places, rows)
        if None not in made_of:
            cut_sums.put(key, known)
    return known


def facts_together(pieces: Iterable[Piece]) -> Facts:
    return Facts.together(piece.facts for piece in pieces)


def in_order(units: Iterable[int], order: Mapping[int, int]) -> tuple[int, ...]:
    """By their place in the order of codes; others last."""
    return tuple(sorted(units, key=lambda unit: (order.get(unit, len(order)), unit)))

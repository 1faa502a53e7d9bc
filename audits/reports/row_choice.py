"""Which recommendations page one names: those to work on, and those that are met most surely.

Rows come in over all methods, in the order of the methods and, within one, of the text; equal rows stay in it.
No act is named twice, in whichever method or recommendation it was judged.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from audits.reports.headline import Row, RowToWorkOn, Yard

NAMED: Final = 3
# Few ratings name a row only where it was missed twice, and as often as not.
_FEWEST_MISSED: Final = 2
_SMALLEST_SHARE_MISSED: Final = Fraction(1, 2)
# One person's body and clothes: a handful of visits is no reason to put them on a director's list.
_ABOUT_A_PERSON: Final = frozenset({"3", "4"})


def rows_to_work_on(rows: Iterable[Row], yard: Yard) -> tuple[RowToWorkOn, ...]:
    """At most three: the surest below the target, then such as were often missed, though rarely rated."""
    listed = list(rows)
    sure = [row for row in listed if _is_often_rated(row, yard) and _share(row) < yard.share]
    sure.sort(key=lambda row: (_end(row.high), _share(row)))
    few = [row for row in listed if row.rated < yard.smallest_sample and _is_often_missed(row)]
    few.sort(key=lambda row: (_share(row), -row.rated))
    named = _one_an_act([*sure, *few])
    return tuple(RowToWorkOn(row, few=not _is_often_rated(row, yard)) for row in named)


def strong_rows(rows: Iterable[Row], yard: Yard, to_work_on: Sequence[RowToWorkOn] = ()) -> tuple[Row, ...]:
    """At most three at or above the target, the surest first. Where a breach is looked for, none is nothing to praise.

    An act that is to be worked on is not praised for what another method saw of it.
    """
    found = [
        row for row in rows if not row.refrain and _is_often_rated(row, yard) and _share(row) >= yard.share and row.met
    ]
    found.sort(key=lambda row: (-_end(row.low), -_share(row)))
    return _one_an_act(found, taken=[chosen.row for chosen in to_work_on])


def often_rated(rows: Iterable[Row], yard: Yard) -> int:
    """How many rows could have been named for sure."""
    return sum(_is_often_rated(row, yard) for row in rows)


def _is_often_rated(row: Row, yard: Yard) -> bool:
    return row.rated >= yard.smallest_sample and row.high is not None


def _is_often_missed(row: Row) -> bool:
    missed = row.rated - row.met
    return (
        missed >= _FEWEST_MISSED
        and Fraction(missed, row.rated) >= _SMALLEST_SHARE_MISSED
        and row.standard not in _ABOUT_A_PERSON
    )


def _share(row: Row) -> Fraction:
    return Fraction(row.met, row.rated)


def _end(end: Decimal | None) -> Decimal:
    return Decimal(0) if end is None else end


def _one_an_act(rows: Iterable[Row], taken: Iterable[Row] = ()) -> tuple[Row, ...]:
    """The first rows, one an act. Nor is a short name repeated: a reader would take the two for one."""
    seen = {key for row in taken for key in _keys(row)}
    named: list[Row] = []
    for row in rows:
        if len(named) < NAMED and seen.isdisjoint(_keys(row)):
            seen.update(_keys(row))
            named.append(row)
    return tuple(named)


def _keys(row: Row) -> tuple[str, str]:
    return row.act, row.name or row.act

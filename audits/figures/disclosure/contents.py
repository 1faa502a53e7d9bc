"""What a report is made of, and what is not in it."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from audits.figures.disclosure.closings import Block, Closing
from audits.figures.disclosure.granules import Granule, lies_in
from audits.figures.disclosure.office import Order, units_below
from audits.figures.disclosure.rule import Key


class Reason(StrEnum):
    """Why something that a reader might look for is not in a report."""

    # These units' audits are in no block that lies wholly in the report ("bez: WKU, mniej niż 5 osób").
    FEW_PEOPLE = "few_people"
    # The same of all that a channel has ("bez telefonu").
    CHANNEL = "channel"
    # The same of all that a closed granule has ("bez II kwartału").
    GRANULE = "granule"
    # The granule is not closed ("bez II kwartału").
    NOT_CLOSED = "not_closed"
    # The method's granule is longer than the period asked for, or reaches out of it.
    LONGER = "longer"


class Missing(NamedTuple):
    """What is not in a report, and why. Only what `reason` needs is given: units in their order, one channel, …"""

    reason: Reason
    granule: Granule | None = None
    channel: str | None = None
    edition: int | None = None
    units: tuple[int, ...] = ()


@dataclass(frozen=True)
class Contents:
    """What a report of one method, unit and period is made of. Without blocks it has no figure at all."""

    blocks: tuple[Block, ...]
    missing: tuple[Missing, ...]
    # The last day on which one of its granules was closed or changed; None where none is closed.
    closed_on: datetime.date | None


def contents_of(
    closings: Iterable[Closing],
    *,
    method: str,
    unit: int,
    period: Granule,
    expected: Iterable[Granule],
    order: Order = lambda unit: unit,
) -> Contents:
    """What a report of a unit and a period, by one method, adds; and what is not in it.

    It adds the blocks that lie wholly in both: all their units are the unit or below it in the tree of their granule,
    and the granule lies in the period (`lies_in`). `closings`: any, those of other methods and periods are passed
    over. `expected`: the granules that the method had or has in the period, closed or not: `granules_of` with the
    length set for it, and the waves whose last day lies in the period. `order`: as in `office_in`.
    """
    inside = {
        closing.granule: closing
        for closing in closings
        if closing.method == method and lies_in(closing.granule, period)
    }
    added: list[Block] = []
    cells: list[tuple[Key, int, bool]] = []
    for closing in inside.values():
        below = units_below(closing.tree, unit)
        for block in closing.blocks:
            if not block.audits:
                continue
            if block.units <= below:
                added.append(block)
            cells += [(block.key, each, block.units <= below) for each in block.units & below]
        cells += [(left.key, each, False) for left in closing.left_out for each in left.units & below]
    return Contents(
        blocks=tuple(added),
        missing=(*_not_there(inside, period, expected), *_too_small(cells, order)),
        closed_on=max((closing.on for closing in inside.values()), default=None),
    )


def _not_there(closed: Collection[Granule], period: Granule, expected: Iterable[Granule]) -> list[Missing]:
    return [
        Missing(Reason.NOT_CLOSED if lies_in(granule, period) else Reason.LONGER, granule=granule)
        for granule in sorted(dict.fromkeys(expected), key=lambda granule: (granule.last, granule.first))
        if granule not in closed
    ]


def _too_small(cells: Sequence[tuple[Key, int, bool]], order: Order) -> list[Missing]:
    """The widest that can be said of what is not shown: a channel, else a granule, else units."""
    channels = {key.channel for key, _, shown in cells if shown}
    granules = {key.granule for key, _, shown in cells if shown}
    absent_channels = sorted({key.channel for key, _, _ in cells} - channels)
    rest = [(key, unit) for key, unit, shown in cells if not shown and key.channel in channels]
    absent_granules = sorted({key.granule for key, _ in rest} - granules, key=lambda each: (each.last, each.first))
    few: dict[Key, set[int]] = defaultdict(set)
    for key, unit in rest:
        if key.granule in granules:
            few[key].add(unit)
    return [
        *(Missing(Reason.CHANNEL, channel=channel) for channel in absent_channels),
        *(Missing(Reason.GRANULE, granule=granule) for granule in absent_granules),
        *(
            Missing(Reason.FEW_PEOPLE, key.granule, key.channel, key.edition, tuple(sorted(units, key=order)))
            for key, units in sorted(few.items(), key=lambda item: (item[0].granule.last, item[0][1:3]))
        ),
    ]

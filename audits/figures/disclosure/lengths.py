"""What each length of granule would show, to choose one before the year begins."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from audits.figures.disclosure.closings import close
from audits.figures.disclosure.granules import Granule, Length, granule_of
from audits.figures.disclosure.office import Order, Place, Post, office_in
from audits.figures.disclosure.rule import Audit

_ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Preview:
    """What a granule of one length would have shown. Units: those that have audits.

    `audits_shown`: those in any figure. `units_shown`: units all of whose audits are in blocks of that unit alone.
    `units_partly`: units of which that holds for some of their audits only.
    """

    audits: int
    audits_shown: int
    units: int
    units_shown: int
    units_partly: int


def preview(
    audits: Iterable[tuple[datetime.date, Audit]],
    places: Iterable[Place],
    posts: Iterable[Post],
    *,
    order: Order,
) -> dict[Length, Preview]:
    """What each length of granule would have shown of these audits of one method, each given with its day.

    Meant for the audits of last year. An audit of a wave stays in its wave, whatever the length; of the others,
    `granule` is not read.
    """
    audits, places, posts = list(audits), list(places), list(posts)
    return {length: _shown_by(length, audits, places, posts, order) for length in Length}


def _shown_by(
    length: Length,
    audits: Iterable[tuple[datetime.date, Audit]],
    places: Sequence[Place],
    posts: Sequence[Post],
    order: Order,
) -> Preview:
    by_granule: dict[Granule, list[Audit]] = defaultdict(list)
    for day, audit in audits:
        granule = audit.granule if audit.granule.wave is not None else granule_of(day, length)
        by_granule[granule].append(audit._replace(granule=granule))
    counted: Counter[int] = Counter()
    alone: Counter[int] = Counter()
    shown = 0
    for granule, found in by_granule.items():
        counted.update(audit.unit for audit in found)
        office = office_in(granule, places, posts, order)
        for block in close(office, found, method=found[0].method, on=granule.last + _ONE_DAY).blocks:
            shown += len(block.audits)
            if len(block.units) == 1:
                alone.update(audit.unit for audit in block.audits)
    whole = sum(alone[unit] == count for unit, count in counted.items())
    return Preview(counted.total(), shown, len(counted), whole, len(alone) - whole)

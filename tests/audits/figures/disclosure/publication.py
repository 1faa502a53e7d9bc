"""A drawn office publishes: granules are closed as they end, later changes come in, everybody gets every report.

`Publication` does what the rule says, by the product's own functions. What mutants change are its methods.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from audits.figures.disclosure import (
    MYSTERY,
    Audit,
    Block,
    Closing,
    Granule,
    Length,
    Office,
    close,
    contents_of,
    granule_of,
    granules_of,
    lies_in,
    office_in,
    supplement,
)
from tests.audits.figures.disclosure.attacker import Figure, Leak, leak_in
from tests.audits.figures.disclosure.worlds import WAVES, YEAR, Version, World

PERIODS = [*(granule for length in Length for granule in granules_of(YEAR, length)), *WAVES]
# Between the closings and well into the next year.
LATE_DAYS = [datetime.date(2025, 7, 20) + datetime.timedelta(days=60 * number) for number in range(6)]


class Publication:
    days_after = 10

    def __init__(self, world: World, method: str = MYSTERY, length: Length = Length.QUARTER) -> None:
        self.world = world
        self.method = method
        self.length = length
        self.closings: dict[Granule, Closing] = {}
        self.figures: set[Figure] = set()
        # Of every block that was ever shown, what was in it.
        self.contents: set[Figure] = set()

    def run(self) -> "Publication":
        for day, granule in sorted(self.events(), key=lambda event: (event[0], event[1] is None)):
            if granule is None:
                changed = self.late(day)
            else:
                self.closings[granule] = self.close(granule, day)
                changed = [granule]
            if changed:
                self.figures |= set(self.shown(changed, day))
        return self

    def events(self) -> Iterator[tuple[datetime.date, Granule | None]]:
        for granule in self.granules:
            yield granule.last + datetime.timedelta(days=self.days_after), granule
        for day in LATE_DAYS:
            yield day, None

    # What the product does

    def close(self, granule: Granule, day: datetime.date) -> Closing:
        return close(
            self.office(granule), self.audits(granule, day), method=self.method, on=day, told=self.told(granule)
        )

    def late(self, day: datetime.date) -> list[Granule]:
        """The granules of which something changed."""
        changed = []
        for granule, closing in self.closings.items():
            after = self.supplement(closing, day)
            if after != closing:
                self.closings[granule] = after
                changed.append(granule)
        return changed

    def supplement(self, closing: Closing, day: datetime.date) -> Closing:
        granule = closing.granule
        return supplement(self.office(granule), closing, self.audits(granule, day), on=day, told=self.told(granule))

    def shown(self, changed: Iterable[Granule], day: datetime.date) -> Iterator[Figure]:
        """Every figure that is new since granules were closed or changed: of all units, periods and parts of these."""
        for unit in self.world.units:
            for period in PERIODS:
                if any(lies_in(granule, period) for granule in changed):
                    yield from self.report(unit, period)

    def report(self, unit: int, period: Granule) -> Iterator[Figure]:
        added = contents_of(self.closings.values(), method=self.method, unit=unit, period=period, expected=()).blocks
        parts: dict[object, set[int]] = defaultdict(set)
        for block in added:
            ids = [audit.id for audit in block.audits]
            self.contents.add(frozenset(ids))
            for part in self.parts_of(block):
                parts[part].update(ids)
        yield from map(frozenset, parts.values())

    def parts_of(self, block: Block) -> Iterator[object]:
        """The figures of a report that a block counts in: the whole, each channel, edition, granule, itself."""
        yield from ("", block.key.channel, block.key.edition, block.key.granule, block)

    def heaps(self) -> list[Figure]:
        """The versions that were always in the same blocks together."""
        found: dict[frozenset[Figure], set[int]] = defaultdict(set)
        for each in frozenset[int]().union(*self.contents):
            found[frozenset(content for content in self.contents if each in content)].add(each)
        return [frozenset(heap) for heap in found.values()]

    # What the product is given

    def office(self, granule: Granule) -> Office:
        return self._offices.setdefault(granule, office_in(granule, self.world.places, self.world.posts, _by_number))

    def audits(self, granule: Granule, day: datetime.date) -> list[Audit]:
        return [self.audit(version) for version in self.counted(day) if self.granule(version) == granule]

    def counted(self, day: datetime.date) -> list[Version]:
        return [version for version in self.versions if version.counted_on(day)]

    def audit(self, version: Version) -> Audit:
        return Audit(
            version.id,
            version.unit,
            version.method,
            version.channel,
            version.edition,
            self.granule(version),
            version.person,
            version.auditor,
            version.anywhere_below,
        )

    def granule(self, version: Version) -> Granule:
        return version.wave or granule_of(version.day, self.length)

    def told(self, granule: Granule) -> set[int]:
        others = [closing for each, closing in self.closings.items() if each != granule]
        return {
            each
            for closing in others
            for block in closing.blocks
            for each in [*(audit.id for audit in block.audits), *block.gone]
        }

    @cached_property
    def _offices(self) -> dict[Granule, Office]:
        return {}

    @cached_property
    def versions(self) -> list[Version]:
        return [version for version in self.world.versions if version.method == self.method]

    @cached_property
    def granules(self) -> list[Granule]:
        found = {*granules_of(YEAR, self.length), *(version.wave for version in self.versions if version.wave)}
        return sorted(found, key=lambda granule: (granule.last, granule.wave or 0))

    # The attack

    def leak(self) -> Leak | None:
        return leak_in(self.figures, self.world.people)

    def leak_to_an_auditor(self) -> Leak | None:
        """The same for whoever takes their own audits off all figures."""
        for auditor in sorted({version.auditor for version in self.versions if version.auditor is not None}):
            own = {version.id for version in self.versions if version.auditor == auditor}
            if found := leak_in({figure - own for figure in self.figures} - {frozenset()}, self.world.people):
                return found
        return None


def _by_number(unit: int) -> int:
    return unit

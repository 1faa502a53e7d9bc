"""The rule with one sentence of it broken: each must let the attacker reckon what is of fewer than five people."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from unittest.mock import patch

from audits.figures.disclosure import (
    SMALLEST_CROWD,
    Audit,
    Block,
    Closing,
    Granule,
    Office,
    close,
    crowd,
    enough,
    granule_of,
    office_in,
    staff_during,
    tree_on,
    units_below,
)
from tests.audits.figures.disclosure.attacker import Figure
from tests.audits.figures.disclosure.publication import Publication
from tests.audits.figures.disclosure.worlds import YEAR, Version

ONE_DAY = datetime.timedelta(days=1)


class LateChangesAccepted(Publication):
    """A closing takes in whatever comes, is corrected or annulled after it."""

    def supplement(self, closing: Closing, day: datetime.date) -> Closing:
        found = defaultdict(list)
        for audit in self.audits(closing.granule, day):
            found[audit.channel, audit.edition, audit.unit].append(audit)
        blocks = [
            replace(block, heaps=(tuple(each for unit in units for each in found[(*block.key[1:3], unit)]),))
            for block in closing.blocks
            for units in [sorted(block.units)]
        ]
        return replace(closing, blocks=tuple(blocks))


class ChangesAreEnoughTogether(LateChangesAccepted):
    """What came and what went need be enough together only: two such changes share what neither shows."""

    def supplement(self, closing: Closing, day: datetime.date) -> Closing:
        free = super().supplement(closing, day)
        office = self.office(closing.granule)
        blocks = []
        for before, after in zip(closing.blocks, free.blocks, strict=True):
            old, new = ({audit.id: audit for audit in block.audits} for block in (before, after))
            changes = [(old | new)[each] for each in old.keys() ^ new.keys()]
            fits = changes and enough(office, changes) and enough(office, after.audits)
            blocks.append(after if fits else before)
        return replace(closing, blocks=tuple(blocks))


class BlocksRecut(Publication):
    """A closing is made anew whenever something changed."""

    def supplement(self, closing: Closing, day: datetime.date) -> Closing:
        return self.close(closing.granule, day)


class ClosedBeforeTheEnd(Publication):
    """A granule is closed three weeks before its last day, to have figures, and again after it."""

    def events(self) -> Iterator[tuple[datetime.date, Granule | None]]:
        yield from super().events()
        for granule in self.granules:
            yield granule.last - datetime.timedelta(days=20), granule

    def close(self, granule: Granule, day: datetime.date) -> Closing:
        return super().close(granule, day) if day > granule.last else self.close_early(granule, day)

    def close_early(self, granule: Granule, day: datetime.date) -> Closing:
        audits = self.audits(granule, day)
        return close(self.office(granule), audits, method=self.method, on=granule.last + ONE_DAY)


class YearCountedLive(Publication):
    """A year's report counts the audits there are, where the year's closings show something."""

    def shown(self, changed: Iterable[Granule], day: datetime.date) -> Iterator[Figure]:
        yield from super().shown(changed, day)
        if day > YEAR.last:
            tree = tree_on(YEAR.last, self.world.places)
            for unit in self.world.units:
                if any(self.report(unit, YEAR)):
                    below = units_below(tree, unit)
                    yield frozenset(version.id for version in self.counted(day) if version.unit in below)


class TreeOfTheVisitsDay(Publication):
    """A unit's report adds what was below it on the day of each visit."""

    def shown(self, changed: Iterable[Granule], day: datetime.date) -> Iterator[Figure]:
        yield from super().shown(changed, day)
        for granule in changed:
            told = [audit.id for block in self.closings[granule].blocks for audit in block.audits]
            for unit in self.world.units:
                versions = [self.world.by_id[each] for each in told]
                below = [version for version in versions if unit in self.world.above(version.unit, version.day)]
                if enough(self.office(granule), [self.audit(version) for version in below]):
                    yield frozenset(version.id for version in below)


class StaffOfTheLastDay(Publication):
    """A visit's crowd is whoever is employed when the granule ends."""

    def office(self, granule: Granule) -> Office:
        last_day = Granule(granule.last, granule.last)
        return replace(super().office(granule), staff=staff_during(last_day, self.world.posts))


class StaffOfAnyDay(Publication):
    """A visit's crowd is whoever was employed at some time of the granule."""

    def office(self, granule: Granule) -> Office:
        staff: dict[int, set[int]] = defaultdict(set)
        for post in self.world.posts:
            if post.since <= granule.last and (post.until is None or post.until > granule.first):
                staff[post.unit].add(post.person)
        return replace(super().office(granule), staff={unit: frozenset(people) for unit, people in staff.items()})


class WhoServesNobodyCounts(Publication):
    """A visit's crowd holds those who serve no clients."""

    def office(self, granule: Granule) -> Office:
        posts = [post._replace(serves_clients=True) for post in self.world.posts]
        return office_in(granule, self.world.places, posts, lambda unit: unit)


class DistrictsTreeOfTheLastDay(Publication):
    """Whom a visit to a district might have met is who is below it when the granule ends."""

    def office(self, granule: Granule) -> Office:
        office = super().office(granule)
        return replace(office, below={unit: frozenset(units_below(office.tree, unit)) for unit in office.tree})


class WaveBesideDatedQuarters(Publication):
    """A wave's audits count in the quarter of their own day, and the wave has figures as well."""

    def granule(self, version: Version) -> Granule:
        return granule_of(version.day, self.length)

    def shown(self, changed: Iterable[Granule], day: datetime.date) -> Iterator[Figure]:
        yield from super().shown(changed, day)
        for wave in {version.wave for version in self.versions if version.wave and version.wave.last < day}:
            office = self.office(wave)
            of_wave = [version for version in self.counted(day) if version.wave == wave]
            for unit in self.world.units:
                below = units_below(office.tree, unit)
                found = [version for version in of_wave if version.unit in below]
                if enough(office, [self.audit(version) for version in found]):
                    yield frozenset(version.id for version in found)


class EditionNotInTheKey(Publication):
    """Blocks hold audits of all editions; figures are of each."""

    def audit(self, version: Version) -> Audit:
        return super().audit(version)._replace(edition=0)

    def parts_of(self, block: Block) -> Iterator[object]:
        yield from (("edition", edition) for edition in (1, 2))

    def report(self, unit: int, period: Granule) -> Iterator[Figure]:
        for figure in super().report(unit, period):
            parts = defaultdict(set)
            for each in figure:
                parts[self.part(self.world.by_id[each])].add(each)
            yield from map(frozenset, parts.values())

    def part(self, version: Version) -> object:
        return version.edition


class ChannelNotInTheKey(EditionNotInTheKey):
    """Blocks hold audits of all channels; figures are of each."""

    def audit(self, version: Version) -> Audit:
        return Publication.audit(self, version)._replace(channel="")

    def part(self, version: Version) -> object:
        return version.channel


class OneRowAnAudit(Publication):
    """A file has a row for each audit of a block, without names."""

    def report(self, unit: int, period: Granule) -> Iterator[Figure]:
        for figure in super().report(unit, period):
            yield figure
            yield from (frozenset({each}) for each in figure)


class TwoBlocksForOneVersion(Publication):
    """A unit's audits are in a block of the unit, and in one of all that is below its parent."""

    def shown(self, changed: Iterable[Granule], day: datetime.date) -> Iterator[Figure]:
        yield from super().shown(changed, day)
        for granule in changed:
            office = self.office(granule)
            for unit in self.world.units:
                below = units_below(office.tree, unit)
                found = [audit for audit in self.audits(granule, day) if audit.unit in below]
                if enough(office, found):
                    yield frozenset(audit.id for audit in found)


class _RuleBroken(Publication):
    """With another function in the place of `enough`."""

    def run(self) -> "Publication":
        with patch("audits.figures.disclosure.closings.enough", self.enough):
            return super().run()

    def enough(self, office: Office, audits: Sequence[Audit]) -> bool:
        raise NotImplementedError


class TwoPostsCountTwice(_RuleBroken):
    """Who works in two units is two people."""

    def enough(self, office: Office, audits: Sequence[Audit]) -> bool:
        units = {audit.unit for audit in audits}
        each = (crowd(office, [audit for audit in audits if audit.unit == unit]) for unit in units)
        return sum(map(len, each)) >= SMALLEST_CROWD


class IdleUnitsCount(_RuleBroken):
    """A visit's crowd is the staff of all units beside it too, visited or not."""

    def enough(self, office: Office, audits: Sequence[Audit]) -> bool:
        parents = {office.tree[audit.unit] for audit in audits}
        beside = [unit for unit, parent in office.tree.items() if parent in parents]
        return len(frozenset[int]().union(*(office.staff.get(unit, frozenset()) for unit in beside))) >= SMALLEST_CROWD


class FourAreEnough(_RuleBroken):
    """The smallest crowd is one less."""

    def enough(self, office: Office, audits: Sequence[Audit]) -> bool:
        return len(crowd(office, audits)) >= SMALLEST_CROWD - 1


class AuditsAreCounted(_RuleBroken):
    """Five audits are enough, whoever they are of."""

    def enough(self, office: Office, audits: Sequence[Audit]) -> bool:
        return len(audits) >= SMALLEST_CROWD


class AuditorsNotAsked(_RuleBroken):
    """What is left when an auditor takes their own audits off is of no account."""

    def enough(self, office: Office, audits: Sequence[Audit]) -> bool:
        return len(crowd(office, audits)) >= SMALLEST_CROWD

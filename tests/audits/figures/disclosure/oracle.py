"""The rule's sentences taken word by word, with no thought of speed: what blocks there must be."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from audits.figures.disclosure import MYSTERY, Granule
from tests.audits.figures.disclosure.worlds import Version, World


class Expected(NamedTuple):
    """Sets of versions that are shown together, and those that are in no figure."""

    blocks: frozenset[frozenset[int]]
    left_out: frozenset[int]


def expected(world: World, granule: Granule, versions: Iterable[Version]) -> Expected:
    """Of versions of one method and granule."""
    keys: dict[tuple[str, int], list[Version]] = {}
    for version in versions:
        keys.setdefault((version.channel, version.edition), []).append(version)
    blocks: list[frozenset[int]] = []
    left_out: set[int] = set()
    for found in keys.values():
        waiting = _Waiting(world, granule, found)
        blocks += [frozenset(version.id for version in block) for block in waiting.blocks]
        left_out.update(version.id for version in waiting.rest)
    return Expected(frozenset(blocks), frozenset(left_out))


class _Waiting:
    """Goes through the tree level by level, the deepest first; at each unit waits what goes up to its parent."""

    def __init__(self, world: World, granule: Granule, versions: list[Version]) -> None:
        self.world, self.days = world, _days(world, granule)
        self.blocks: list[list[Version]] = []
        parents = {unit: self._stands_below(unit, granule.last) for unit in world.units}
        going_up: dict[int, list[list[Version]]] = {unit: [] for unit in parents}
        by_depth = sorted(parents, key=lambda unit: (-_depth(parents, unit), unit))
        self.rest: list[Version] = []
        for unit in by_depth:
            waiting: list[Version] = []
            own = [version for version in versions if version.unit == unit]
            for few in [own, *going_up[unit]]:
                waiting = waiting + few
                if few and self._enough(waiting):
                    self.blocks.append(waiting)
                    waiting = []
            parent = parents[unit]
            if parent is None:
                self.rest += waiting
            elif waiting:
                going_up[parent].append(waiting)

    def _stands_below(self, unit: int, day: datetime.date) -> int | None:
        """On that day; else on the last one before on which it stood somewhere, else on the first one after."""
        places = [place for place in self.world.places if place.unit == unit]
        begun = [place for place in places if place.since <= day]
        if begun:
            return max(begun, key=lambda place: place.since).parent
        return min(places, key=lambda place: place.since).parent

    def _enough(self, versions: list[Version]) -> bool:
        if len(self._crowd(versions)) < 5:
            return False
        if versions[0].method == MYSTERY:
            return True
        auditors = {version.auditor for version in versions if version.auditor is not None}
        others = ([version for version in versions if version.auditor != auditor] for auditor in auditors)
        return all(not left or len(self._crowd(left)) >= 5 for left in others)

    def _crowd(self, versions: list[Version]) -> set[int]:
        if versions and versions[0].method == MYSTERY:
            return {person for version in versions for person in self._there_every_day(version)}
        return {version.person for version in versions if version.person is not None}

    def _there_every_day(self, version: Version) -> set[int]:
        if not version.anywhere_below:
            return self._staff_every_day(version.unit)
        return {
            person
            for unit in self.world.units
            if all(version.unit in self._above_even_if_closed(unit, day) for day in self.days)
            for person in self._staff_every_day(unit)
        }

    def _above_even_if_closed(self, unit: int, day: datetime.date) -> list[int]:
        chain = [unit]
        while (parent := self._stands_below(chain[-1], day)) is not None:
            chain.append(parent)
        return chain

    def _staff_every_day(self, unit: int) -> set[int]:
        found = set(self.world.present(unit, self.days[0]))
        for day in self.days:
            if found:
                found &= self.world.present(unit, day)
        return found


def _days(world: World, granule: Granule) -> list[datetime.date]:
    """The first one, and each on which anybody or any unit came or went: between them nothing changes."""
    changes = {day for each in (*world.places, *world.posts) for day in (each.since, each.until) if day is not None}
    return [granule.first, *sorted(day for day in changes if granule.first < day <= granule.last)]


def _depth(parents: dict[int, int | None], unit: int) -> int:
    parent = parents[unit]
    return 0 if parent is None else 1 + _depth(parents, parent)

"""Pure: who stood below whom on which day, from dated stays under a direct parent.

Departments are plain integers (their keys). `since` is the first day, `until` the first day on which something no
longer holds, None while it has no end.
"""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

Day = datetime.date


@dataclass(frozen=True, slots=True)
class Place:
    """That a department stood so many steps below another one; depth 0 is the department itself."""

    descendant: int
    ancestor: int
    depth: int
    since: Day
    until: Day | None


@dataclass(frozen=True, slots=True)
class Stay:
    """A department directly below its parent, from one day until another."""

    parent: int
    since: Day
    until: Day | None

    def within(self, since: Day, until: Day | None) -> "Stay | None":
        """The part of the stay in those days; None when there is none."""
        start = max(self.since, since)
        end = earlier(self.until, until)
        return Stay(self.parent, start, end) if end is None or start < end else None


def earlier(one: Day | None, other: Day | None) -> Day | None:
    """The earlier of two ends, where None is no end."""
    if one is None or other is None:
        return one or other
    return min(one, other)


class Cycle(Exception):
    """The department (its key in `department`) would come below itself on some day."""

    def __init__(self, department: int) -> None:
        super().__init__(department)
        self.department = department


class Tree:
    """The dated tree, to change in memory and to compare with what is stored."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.begins: dict[int, Day] = {}
        self.stays: dict[int, list[Stay]] = {}
        for place in sorted(places, key=lambda place: place.since):
            stays = self.stays.setdefault(place.descendant, [])
            if place.depth == 0:
                self.begins.setdefault(place.descendant, place.since)
            elif place.depth == 1:
                stays.append(Stay(place.ancestor, place.since, place.until))

    def parent_on(self, department: int, day: Day) -> int | None:
        for stay in self.stays[department]:
            if stay.since <= day and (stay.until is None or day < stay.until):
                return stay.parent
        return None

    def add(self, department: int, parent: int | None, since: Day) -> None:
        self.begins[department] = since
        self.stays[department] = [] if parent is None else [Stay(parent, since, None)]

    def move(self, parents: Mapping[int, int | None], since: Day) -> None:
        """Place departments below other parents (None: at the top), all on the same day.

        Each stays there until the next change that is recorded for it. Raises Cycle.
        """
        ends = {department: self._next_change(department, since) for department in parents}
        # All leave before any arrives, so that two may change places.
        for department, end in ends.items():
            self.stays[department] = list(_without(self.stays[department], since, end))
        for department, parent in parents.items():
            if parent is None:
                continue
            if parent in self.below(department, since, ends[department]):
                raise Cycle(department)
            self.stays[department] = _joined_stays([*self.stays[department], Stay(parent, since, ends[department])])

    def hand_over(self, source: int, target: int, since: Day, *, except_for: Collection[int] = ()) -> set[int]:
        """What is directly below the source from that day on comes below the target for that time: returns which.

        Raises Cycle.
        """
        if target in self.below(source, since):
            raise Cycle(target)
        handed_over = set()
        for department, stays in self.stays.items():
            if department in except_for or not any(s.parent == source and s.within(since, None) for s in stays):
                continue
            self.stays[department] = _joined_stays(_with_parent(stays, source, target, since))
            handed_over.add(department)
        return handed_over

    def below(self, department: int, since: Day, until: Day | None = None) -> set[int]:
        """The department and all that stands below it on any of those days."""
        children: dict[int, list[tuple[int, Stay]]] = {}
        for child, stays in self.stays.items():
            for stay in stays:
                children.setdefault(stay.parent, []).append((child, stay))
        found = {department}
        waiting = [(department, since, until)]
        while waiting:
            parent, start, end = waiting.pop()
            for child, stay in children.get(parent, ()):
                part = stay.within(start, end)
                if part is not None:
                    found.add(child)
                    waiting.append((child, part.since, part.until))
        return found

    def places(self, departments: Iterable[int]) -> set[Place]:
        """Every place of the departments, each as long as it can be: no two that follow one another are alike."""
        found: set[Place] = set()
        for department in departments:
            places = [Place(department, department, 0, self.begins[department], None)]
            places.extend(self._above(department, department, 1, Day.min, None))
            found.update(_joined_places(places))
        return found

    def _above(self, department: int, below: int, depth: int, since: Day, until: Day | None) -> Iterator[Place]:
        for stay in self.stays[below]:
            part = stay.within(since, until)
            if part is not None:
                yield Place(department, part.parent, depth, part.since, part.until)
                yield from self._above(department, part.parent, depth + 1, part.since, part.until)

    def _next_change(self, department: int, since: Day) -> Day | None:
        changes = {day for stay in self.stays[department] for day in (stay.since, stay.until) if day is not None}
        return min((day for day in changes if day > since), default=None)


def _without(stays: Iterable[Stay], since: Day, until: Day | None) -> Iterator[Stay]:
    for stay in stays:
        before = stay.within(Day.min, since)
        after = stay.within(until, None) if until is not None else None
        yield from (part for part in (before, after) if part is not None)


def _with_parent(stays: Iterable[Stay], source: int, target: int, since: Day) -> Iterator[Stay]:
    for stay in stays:
        if stay.parent != source:
            yield stay
            continue
        before, after = stay.within(Day.min, since), stay.within(since, None)
        if before is not None:
            yield before
        if after is not None:
            yield replace(after, parent=target)


def _joined_stays(stays: Iterable[Stay]) -> list[Stay]:
    joined: list[Stay] = []
    for stay in sorted(stays, key=lambda stay: stay.since):
        if joined and (joined[-1].parent, joined[-1].until) == (stay.parent, stay.since):
            joined[-1] = replace(joined[-1], until=stay.until)
        else:
            joined.append(stay)
    return joined


def _joined_places(places: Iterable[Place]) -> list[Place]:
    joined: list[Place] = []
    for place in sorted(places, key=lambda place: (place.ancestor, place.since)):
        last = joined[-1] if joined else None
        if last and (last.ancestor, last.depth, last.until) == (place.ancestor, place.depth, place.since):
            joined[-1] = replace(last, until=place.until)
        else:
            joined.append(place)
    return joined

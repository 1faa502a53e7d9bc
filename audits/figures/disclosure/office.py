"""The office as it stood in a granule: its tree, and who was there during all of it."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from audits.figures.disclosure.granules import Granule

_ONE_DAY = datetime.timedelta(days=1)

Tree = Mapping[int, int | None]
Order = Callable[[int], Any]


class Place(NamedTuple):
    """That a unit stood below `parent` (None: it is the office) from `since`; no longer on `until`."""

    unit: int
    parent: int | None
    since: datetime.date
    until: datetime.date | None = None


class Post(NamedTuple):
    """That a person was employed in a unit from `since`; no longer on `until`.

    Where "serves clients" changes during an employment, it is two posts, one after the other.
    """

    person: int
    unit: int
    since: datetime.date
    until: datetime.date | None = None
    serves_clients: bool = True


@dataclass(frozen=True)
class Office:
    """The office in one granule: made by `office_in`.

    `tree`: each unit's parent on the granule's last day. `staff`: of each unit, who was employed in it, serving
    clients, during the whole granule. `below`: of each unit, itself and those that were below it on each of its days.
    """

    granule: Granule
    tree: Tree
    staff: Mapping[int, frozenset[int]]
    below: Mapping[int, frozenset[int]]
    order: Order


def tree_on(day: datetime.date, places: Iterable[Place]) -> dict[int, int | None]:
    """Each unit's parent on that day; one that was closed before stands where it stood last.

    One that is opened later stands where it will: what is recorded for it too early is not lost.
    """
    found: dict[int, tuple[int, int, int | None]] = {}
    for unit, parent, since, until in places:
        if since > day:
            near = (0, -since.toordinal())
        elif until is not None and until <= day:
            near = (1, until.toordinal())
        else:
            near = (2, 0)
        if unit not in found or near > found[unit][:2]:
            found[unit] = (*near, parent)
    return {unit: parent for unit, (_, _, parent) in found.items()}


def office_in(granule: Granule, places: Iterable[Place], posts: Iterable[Post], order: Order) -> Office:
    """The office as `close` and `supplement` need it. Places and posts may reach beyond the granule.

    `order`: the key by which units are put in the order of their codes, such as a natural sort key.
    """
    places = list(places)
    tree = tree_on(granule.last, places)
    return Office(granule, tree, staff_during(granule, posts), _always_below(granule, places, tree), order)


def staff_during(granule: Granule, posts: Iterable[Post]) -> dict[int, frozenset[int]]:
    """Of each unit, who was employed in it and served clients on every day of the granule.

    Posts in the same unit that follow each other without a day between are one. Posts in two units are not.
    """
    begin, end = granule.first, granule.last + _ONE_DAY
    parts: dict[tuple[int, int], list[tuple[datetime.date, datetime.date]]] = defaultdict(list)
    staff: dict[int, set[int]] = defaultdict(set)
    for person, unit, since, until, serves_clients in posts:
        if serves_clients and since < end and (until is None or until > begin):
            parts[unit, person].append((since, until or end))
    for (unit, person), spans in parts.items():
        reached = begin
        for since, until in sorted(spans):
            if since <= reached:
                reached = max(reached, until)
        if reached >= end:
            staff[unit].add(person)
    return {unit: frozenset(people) for unit, people in staff.items()}


def _always_below(granule: Granule, places: Sequence[Place], tree: Tree) -> dict[int, frozenset[int]]:
    days = {granule.first, granule.last}
    for place in places:
        days |= {day for day in (place.since, place.until) if day and granule.first < day <= granule.last}
    always = _below(tree)
    for day in sorted(days - {granule.last}):
        on_day = _below(tree_on(day, places))
        always = {unit: units & on_day.get(unit, frozenset()) | {unit} for unit, units in always.items()}
    return {unit: frozenset(units) for unit, units in always.items()}


def _below(tree: Tree) -> dict[int, set[int]]:
    """Of each unit, itself and all below it."""
    found: dict[int, set[int]] = {unit: set() for unit in tree}
    for unit in tree:
        for above in path(tree, unit):
            found.setdefault(above, set()).add(unit)
    return found


def units_below(tree: Tree, unit: int) -> set[int]:
    """The unit and all below it."""
    children: dict[int | None, list[int]] = defaultdict(list)
    for each, parent in tree.items():
        children[parent].append(each)
    found: set[int] = set()
    ahead = [unit]
    while ahead:
        at = ahead.pop()
        if at not in found:
            found.add(at)
            ahead += children[at]
    return found


def path(tree: Tree, unit: int) -> list[int]:
    """The unit, its parent, and so on up to the office. ValueError where units stand in a circle."""
    found: list[int] = []
    at: int | None = unit
    while at is not None:
        if at in found:
            raise ValueError(f"Units stand in a circle: {found}")
        found.append(at)
        at = tree.get(at)
    return found

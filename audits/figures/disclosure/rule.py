"""Whom audits might have met, when these are enough, and how units are put together until they are."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from audits.figures.disclosure.granules import Granule
from audits.figures.disclosure.office import Office, Order, Tree

SMALLEST_CROWD = 5

# The method in which nobody knows whom a visit met; in every other one the audit names the person.
MYSTERY = "mystery"


class Audit(NamedTuple):
    """One version of a counted audit (a correction is a version of its own, under another id).

    `granule`: that of its day (`granule_of`), or its wave. `person`: whom it names. `auditor`: who made it, as far as
    that is somebody whom the portal knows. `anywhere_below`: its record names a unit as a whole, such as a district in
    a contractor's list, so that it might have met anybody there or below.
    """

    id: int
    unit: int
    method: str
    channel: str
    edition: int
    granule: Granule
    person: int | None = None
    auditor: int | None = None
    anywhere_below: bool = False


class Key(NamedTuple):
    """What all audits of a block have in common."""

    method: str
    channel: str
    edition: int
    granule: Granule


def crowd(office: Office, audits: Iterable[Audit]) -> frozenset[int]:
    """Everybody whom these audits, of one method, might have met: different people.

    Mystery shopping: all staff of the units that have audits among these. Other methods: the people named.
    """
    units: set[int] = set()
    people: set[int] = set()
    for audit in audits:
        if audit.method != MYSTERY:
            if audit.person is not None:
                people.add(audit.person)
        elif audit.anywhere_below:
            units |= office.below.get(audit.unit, frozenset({audit.unit}))
        else:
            units.add(audit.unit)
    return frozenset(people).union(*(office.staff.get(unit, frozenset()) for unit in units))


def enough(office: Office, audits: Sequence[Audit]) -> bool:
    """Whether these audits, of one method and granule, may be a block.

    Their crowd is at least SMALLEST_CROWD; and, where people are named, the crowd of what is left when the audits of
    any one auditor are taken off, whose results that auditor knows, unless nothing is left.
    """
    if len(crowd(office, audits)) < SMALLEST_CROWD:
        return False
    return audits[0].method == MYSTERY or _enough_for_observers(audits)


def _enough_for_observers(audits: Sequence[Audit]) -> bool:
    made = Counter(audit.auditor for audit in audits)
    seen_by: dict[int, set[int | None]] = defaultdict(set)
    for audit in audits:
        if audit.person is not None:
            seen_by[audit.person].add(audit.auditor)
    seen_by_one = Counter(next(iter(auditors)) for auditors in seen_by.values() if len(auditors) == 1)
    return all(
        count == len(audits) or len(seen_by) - seen_by_one[auditor] >= SMALLEST_CROWD
        for auditor, count in made.items()
        if auditor is not None
    )


class Parts(NamedTuple):
    """How `blocks` divides units: into sets of units that are enough, and those that are not in any."""

    blocks: list[frozenset[int]]
    left: frozenset[int]


def blocks(
    tree: Tree,
    cells: Mapping[int, Sequence[Audit]],
    enough: Callable[[Sequence[Audit]], bool],
    order: Order,
) -> Parts:
    """Divide the units that have audits of one key (`cells`: unit → its audits) into blocks.

    From the leaves to the office. A unit that has its crowd is a block by itself. Below one parent, what lacks one is
    put together in order, the parent's own staff first, until it has one; the rest goes on to the next parent. Not in
    any block: what lacks a crowd in the whole office.
    """
    children: dict[int | None, list[int]] = defaultdict(list)
    for unit in sorted(tree, key=order):
        children[tree[unit]].append(unit)
    done: list[frozenset[int]] = []

    def put(units: frozenset[int]) -> bool:
        has_crowd = enough([audit for unit in sorted(units, key=order) for audit in cells[unit]])
        if has_crowd:
            done.append(units)
        return has_crowd

    def rest_of(parent: int) -> frozenset[int]:
        rest = frozenset[int]()
        if parent in cells and not put(frozenset({parent})):
            rest = frozenset({parent})
        for child in children[parent]:
            if more := rest_of(child):
                rest |= more
                if put(rest):
                    rest = frozenset()
        return rest

    left = frozenset[int]().union(*(rest_of(top) for top in children[None]))
    if lost := cells.keys() - left - frozenset[int]().union(*done):
        raise ValueError(f"Units with audits that stand nowhere in the office: {sorted(lost)}")
    return Parts(done, left)

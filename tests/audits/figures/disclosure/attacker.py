"""Somebody who has every figure that anybody was ever shown, and reckons.

What a figure says of a row is a sum over its audits, so whatever can be reckoned from figures is a mix of them: each
version of an audit counts in it with some factor. The attacker wins when a mix that is not empty rests on audits that
together might have met fewer than five people.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

Figure = frozenset[int]
Row = dict[int, int]

# Factors are reckoned in a field that is large enough for no chance hit; that is exact and quick.
_PRIME = 2**61 - 1


class Leak(NamedTuple):
    """Versions of audits of which something can be reckoned, and all whom they might have met."""

    audits: frozenset[int]
    people: frozenset[int]


class Unfinished(Exception):
    """More mixes than were tried: nothing is proved."""


def leak_in(
    figures: Iterable[Figure],
    people_of: Callable[[Collection[int]], frozenset[int]],
    *,
    smallest: int = 5,
    most_tries: int = 20_000,
) -> Leak | None:
    """What can be reckoned of fewer than `smallest` people, if anything. `people_of`: whom audits might have met."""
    # Audits that are in the same figures can't be told apart: they are one unknown of the system.
    in_figures: dict[int, list[int]] = defaultdict(list)
    for number, figure in enumerate(set(figures)):
        for audit in figure:
            in_figures[audit].append(number)
    alike: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for audit, numbers in in_figures.items():
        alike[tuple(numbers)].append(audit)
    unknowns = [(frozenset(audits), people_of(audits)) for audits in alike.values()]
    if all(len(people) >= smallest for _, people in unknowns):
        return None
    rows: dict[int, Row] = defaultdict(dict)
    for unknown, numbers in enumerate(alike):
        for number in numbers:
            rows[number][unknown] = 1
    tries = iter(range(most_tries))
    for part in _parts(_reduced(rows.values())):
        found = _least(part, [people for _, people in unknowns], smallest, tries)
        if found:
            return Leak(
                frozenset[int]().union(*(unknowns[each][0] for each in found)),
                frozenset[int]().union(*(unknowns[each][1] for each in found)),
            )
    return None


def _least(part: list[Row], people: list[frozenset[int]], smallest: int, tries: Iterable[int]) -> frozenset[int] | None:
    """Unknowns of one part on which a mix rests alone, of fewer than `smallest` people: each largest set is tried."""
    rank = len(part)
    few = sorted(each for each in {each for row in part for each in row} if len(people[each]) < smallest)
    tried: set[frozenset[int]] = set()

    def search(chosen: frozenset[int], crowd: frozenset[int], begin: int) -> frozenset[int] | None:
        fitting = [each for each in few if each not in chosen and len(crowd | people[each]) < smallest]
        free = [each for each in fitting if people[each] <= crowd]
        if free:
            # Whoever adds nobody is always taken along.
            return search(chosen.union(free), crowd, begin)
        for each in fitting:
            if each >= begin and (found := search(chosen | {each}, crowd | people[each], each + 1)):
                return found
        if fitting or not chosen or chosen in tried:
            return None
        tried.add(chosen)
        if next(iter(tries), None) is None:
            raise Unfinished
        without = [{each: factor for each, factor in row.items() if each not in chosen} for row in part]
        return chosen if len(_reduced(without)) < rank else None

    return search(frozenset(), frozenset(), 0)


def _reduced(rows: Iterable[Mapping[int, int]]) -> list[Row]:
    """Rows that mix to the same and can't be mixed to nothing: each has an unknown that no other has."""
    found: dict[int, Row] = {}
    for given in rows:
        row = dict(given)
        for pivot in [each for each in row if each in found]:
            _take_off(row, found[pivot], row.get(pivot, 0))
        if not row:
            continue
        pivot = min(row)
        inverse = pow(row[pivot], -1, _PRIME)
        row = {each: factor * inverse % _PRIME for each, factor in row.items()}
        for other in found.values():
            if pivot in other:
                _take_off(other, row, other[pivot])
        found[pivot] = row
    return list(found.values())


def _take_off(row: Row, other: Row, times: int) -> None:
    for each, factor in other.items():
        left = (row.get(each, 0) - times * factor) % _PRIME
        if left:
            row[each] = left
        else:
            row.pop(each, None)


def _parts(rows: list[Row]) -> list[list[Row]]:
    """Rows that share unknowns, however far round: the projection of a mix on each part is a mix again."""
    parts: list[tuple[set[int], list[Row]]] = []
    for row in rows:
        touched = [part for part in parts if part[0] & row.keys()]
        parts = [part for part in parts if part not in touched]
        parts.append((set(row).union(*(part[0] for part in touched)), [row, *(r for part in touched for r in part[1])]))
    return [part for _, part in parts]

"""The dated tree against a tree kept day by day."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.office.structure import Cycle, Place, Tree

FIRST = datetime.date(2025, 1, 1)
DAYS = 12
UNITS = 6


def day(number: int) -> datetime.date:
    return FIRST + datetime.timedelta(days=number)


class DayByDay:
    """Each unit's parent on each day: what the dated tree must amount to."""

    def __init__(self, parents: list[int | None]) -> None:
        self.parents: list[list[int | None]] = [[parent] * DAYS for parent in parents]

    def copy(self) -> "DayByDay":
        copy = DayByDay([])
        copy.parents = [list(days) for days in self.parents]
        return copy

    def move(self, unit: int, parent: int | None, since: int) -> None:
        before = self.parents[unit][since]
        for number in range(since, DAYS):
            if self.parents[unit][number] != before:
                break
            self.parents[unit][number] = parent

    def hand_over(self, source: int, target: int, since: int) -> None:
        for days in self.parents:
            days[since:] = [target if parent == source else parent for parent in days[since:]]

    def above(self, unit: int, number: int) -> list[int]:
        """The unit, its parent, and so on to the top; raises Cycle when that never ends."""
        chain = [unit]
        while (parent := self.parents[chain[-1]][number]) is not None:
            if parent in chain:
                raise Cycle(unit)
            chain.append(parent)
        return chain

    def check(self) -> None:
        for unit in range(UNITS):
            for number in range(DAYS):
                self.above(unit, number)


def assert_same(tree: Tree, expected: DayByDay) -> None:
    places = tree.places(range(UNITS))
    for number in range(DAYS):
        for unit in range(UNITS):
            found = [
                (place.depth, place.ancestor)
                for place in places
                if place.descendant == unit
                and place.since <= day(number)
                and (place.until is None or day(number) < place.until)
            ]
            assert sorted(found) == list(enumerate(expected.above(unit, number)))
            assert tree.parent_on(unit, day(number)) == expected.parents[unit][number]


units = st.integers(0, UNITS - 1)
days = st.integers(0, DAYS - 1)
moves = st.tuples(st.just("move"), st.dictionaries(units, st.none() | units, min_size=1, max_size=3), days)
mergers = st.tuples(st.just("hand over"), st.tuples(units, units), days)


@given(
    top=st.lists(st.integers(0, 4), min_size=UNITS, max_size=UNITS),
    steps=st.lists(moves | mergers, max_size=8),
)
def test_any_sequence_of_changes_amounts_to_the_tree_kept_day_by_day(top, steps):
    # Each unit starts at the top or below one with a smaller number.
    parents = [None if choice == 0 or unit == 0 else (choice - 1) % unit for unit, choice in enumerate(top)]
    expected = DayByDay(parents)
    tree = Tree([])
    for unit, parent in enumerate(parents):
        tree.add(unit, parent, FIRST)
    for kind, what, number in steps:
        attempt = expected.copy()
        # As every change is stored and read again.
        tried = Tree(tree.places(range(UNITS)))
        if kind == "move":
            for unit, parent in what.items():
                attempt.move(unit, parent, number)
        else:
            attempt.hand_over(*what, number)
        try:
            attempt.check()
        except Cycle:
            with pytest.raises(Cycle):
                tried.move(what, day(number)) if kind == "move" else tried.hand_over(*what, day(number))
            continue
        if kind == "move":
            tried.move(what, day(number))
        elif what[0] == what[1] or what[1] in tried.below(what[0], day(number)):
            # Nothing below the target changes hands, yet merging into what is below is refused.
            with pytest.raises(Cycle):
                tried.hand_over(*what, day(number))
            continue
        else:
            tried.hand_over(*what, day(number))
        tree, expected = tried, attempt
        assert_same(tree, expected)


def test_an_unchanged_stay_is_one_place():
    tree = Tree([])
    for unit, parent in enumerate([None, 0, 0, 1]):
        tree.add(unit, parent, FIRST)
    tree.move({1: 2}, day(3))
    tree.move({1: 0}, day(3))
    assert tree.places([1]) == {Place(1, 1, 0, FIRST, None), Place(1, 0, 1, FIRST, None)}

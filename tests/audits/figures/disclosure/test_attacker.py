"""The attacker finds what can be reckoned, and only that: where figures are few, all mixes are tried one by one."""

from collections.abc import Collection, Iterable
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.audits.figures.disclosure.attacker import Figure, Unfinished, leak_in


def one_each(audits: Collection[int]) -> frozenset[int]:
    """Each audit is of somebody else."""
    return frozenset(audits)


def figures(*given: Iterable[int]) -> list[Figure]:
    return [frozenset(each) for each in given]


def test_one_figure_of_enough_tells_nothing_else() -> None:
    assert leak_in(figures(range(5)), one_each) is None


def test_one_of_too_few_is_a_leak_by_itself() -> None:
    assert leak_in(figures(range(4)), one_each) == (frozenset(range(4)), frozenset(range(4)))


def test_a_difference_of_two() -> None:
    assert leak_in(figures(range(12), range(10)), one_each) == ({10, 11}, {10, 11})


def test_a_difference_of_two_that_overlap() -> None:
    assert leak_in(figures(range(10), range(1, 11)), one_each) == ({0, 10}, {0, 10})


def test_a_sum_less_all_its_parts() -> None:
    assert leak_in(figures(range(20), range(6), range(6, 12), range(12, 18)), one_each) == ({18, 19}, {18, 19})


def test_halves_that_cancel() -> None:
    """The first two less the third hold one audit twice: none of them, nor any difference of two, is of one."""
    a, b, c = range(10), range(10, 20), [20]
    assert leak_in(figures([*a, *c], [*b, *c], [*a, *b]), one_each) == ({20}, {20})


def test_parts_that_are_all_enough() -> None:
    assert leak_in(figures(range(20), range(5), range(5, 12)), one_each) is None


def test_many_audits_of_few_people_are_few() -> None:
    assert leak_in(figures(range(50)), lambda audits: frozenset(each % 4 for each in audits)) is not None


def test_more_mixes_than_may_be_tried_prove_nothing() -> None:
    drawn = figures([0, 1, 2, 3], [2, 3, 4, 5])
    assert leak_in(drawn, one_each, smallest=3, most_tries=3) is None
    with pytest.raises(Unfinished):
        leak_in(drawn, one_each, smallest=3, most_tries=2)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.lists(st.frozensets(st.integers(0, 6), min_size=1), min_size=1, max_size=5),
    st.lists(st.frozensets(st.integers(0, 5), max_size=3), min_size=7, max_size=7),
    st.integers(2, 5),
)
def test_it_finds_a_leak_exactly_where_some_mix_rests_on_too_few(
    drawn: list[Figure], people: list[frozenset[int]], smallest: int
) -> None:
    def people_of(audits: Collection[int]) -> frozenset[int]:
        return frozenset[int]().union(*(people[each] for each in audits))

    found = leak_in(drawn, people_of, smallest=smallest)
    audits = sorted(frozenset[int]().union(*drawn))
    resting = [
        set(chosen)
        for size in range(1, len(audits) + 1)
        for chosen in combinations(audits, size)
        if len(people_of(chosen)) < smallest and rank(drawn, set(audits) - set(chosen)) < rank(drawn, audits)
    ]
    assert bool(found) == bool(resting)
    if found:
        assert found.people == people_of(found.audits)
        assert set(found.audits) in resting


def rank(drawn: Iterable[Figure], audits: Collection[int]) -> int:
    """How many of the figures, of these audits alone, are not mixes of the others."""
    order = sorted(audits)
    rows = [[Fraction(each in figure) for each in order] for figure in drawn]
    found = 0
    for column in range(len(order)):
        pivot = next((row for row in rows[found:] if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        rows.insert(found, pivot)
        for number, row in enumerate(rows[found + 1 :], found + 1):
            times = row[column] / pivot[column]
            rows[number] = [mine - times * other for mine, other in zip(row, pivot, strict=True)]
        found += 1
    return found

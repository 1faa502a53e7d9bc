"""Which figures are hidden, as a matter of sets of people: no sum of too few can be reckoned from what is shown."""

import itertools
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from audits.reports.suppression import Cell, Crowd, Share, hidden, may_split, together


def enough(crowd: Crowd) -> bool:
    return len(crowd.people) + crowd.unnamed >= 5


def crowd(people: Iterable[int]) -> Crowd:
    return Crowd(frozenset(people))


def summed(key: str, *below: Cell) -> Cell:
    return Cell(key, together(each.crowd for each in below), None, below)


def row(key: str, people: Iterable[int], channel: str = "counter") -> Cell:
    return Cell(key, crowd(people), channel)


def test_enough_people_hide_nothing() -> None:
    assert hidden(summed("all", row("a", range(5)), row("b", range(5, 10))), enough) == set()


def test_a_small_row_takes_the_smallest_other_with_it() -> None:
    whole = summed("all", row("a", range(9)), row("b", range(2)), row("c", range(6)))
    assert hidden(whole, enough) == {"b", "c"}


def test_one_of_the_same_channel_is_taken_rather_than_a_smaller_one() -> None:
    whole = summed("all", row("a", range(9), "phone"), row("b", range(2), "phone"), row("c", range(6)))
    assert hidden(whole, enough) == {"a", "b"}


def test_small_rows_that_are_enough_together_take_no_other() -> None:
    assert hidden(summed("all", row("a", range(9)), row("b", range(3)), row("c", range(3, 6))), enough) == {"b", "c"}


def test_a_small_standard_hides_a_path_down_another_one() -> None:
    whole = summed(
        "all",
        summed("1", row("1.1", range(8)), row("1.2", range(6))),
        summed("2", row("2.1", range(2)), row("2.2", range(2))),
        summed("3", row("3.1", range(9))),
    )
    assert hidden(whole, enough) == {"2", "2.1", "2.2", "1", "1.2"}


def test_a_part_left_over_by_rows_of_its_own_is_not_shown() -> None:
    # By phone six people were heard, but all rows save those of two are of that channel alone.
    own, shared = Share(crowd(range(6)), shown_alone=True), Share(crowd(range(2)), shown_alone=False)
    others = Share(crowd(range(10, 20)), shown_alone=False)
    assert not may_split({"phone": [own, shared], "counter": [others]}, enough)
    assert may_split({"phone": [own], "counter": [others]}, enough)
    assert not may_split({"phone": [Share(crowd(range(4)), shown_alone=True)], "counter": [others]}, enough)


people = st.frozensets(st.integers(0, 11), min_size=1, max_size=9)
trees = st.lists(st.lists(st.lists(people, min_size=1, max_size=3), min_size=1, max_size=3), min_size=1, max_size=3)


@settings(max_examples=150)
@given(trees)
def test_no_sum_of_shown_figures_is_of_too_few(drawn: list[list[list[frozenset[int]]]]) -> None:
    """Every figure is the sum of its rows: none shown, and no difference or sum of them, is of fewer than five."""
    rows: dict[str, frozenset[int]] = {}
    areas = []
    for a, area in enumerate(drawn):
        standards = []
        for s, standard in enumerate(area):
            cells = [row(f"{a}.{s}.{r}", found) for r, found in enumerate(standard)]
            rows |= {str(cell.key): cell.crowd.people for cell in cells}
            standards.append(summed(f"{a}.{s}", *cells))
        areas.append(summed(str(a), *standards))
    whole = summed("", *areas)
    if not enough(whole.crowd):
        return
    shown_not = hidden(whole, enough)
    order = sorted(rows)
    figures = {
        key: [int(name == key or name.startswith(f"{key}.") or key == "") for name in order]
        for key in ("", *map(str, range(len(drawn))), *{name.rpartition(".")[0] for name in order}, *order)
        if key not in shown_not
    }
    for key, vector in figures.items():
        assert enough(_behind(vector, order, rows)), key
    for (one, first), (other, second) in itertools.permutations(figures.items(), 2):
        left = [a - b for a, b in zip(first, second, strict=True)]
        if any(left) and min(left) >= 0:
            assert enough(_behind(left, order, rows)), f"{one} less {other}"
    # All at once: what is left of each figure when everything shown below it is taken away.
    for key, vector in figures.items():
        left = list(vector)
        for other, below in sorted(figures.items(), key=lambda item: -sum(item[1])):
            if other != key and all(b <= a for a, b in zip(left, below, strict=True)):
                left = [a - b for a, b in zip(left, below, strict=True)]
        if any(left):
            assert enough(_behind(left, order, rows)), key


def _behind(vector: list[int], order: list[str], rows: dict[str, frozenset[int]]) -> Crowd:
    return crowd(frozenset().union(*(rows[name] for name, taken in zip(order, vector, strict=True) if taken)))

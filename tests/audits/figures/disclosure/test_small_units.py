"""Small units go up, from the leaves to the office."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import pytest

from audits.figures.disclosure import Audit, Office, Parts, blocks, enough
from tests.audits.figures.disclosure.makers import an_office, by_number, observed, visits

OFFICE, FIRST, SECOND = 1, 2, 3
TREE = {OFFICE: None, FIRST: OFFICE, SECOND: OFFICE, 20: FIRST, 21: FIRST, 22: FIRST, 23: FIRST, 30: SECOND, 31: SECOND}


def people(sizes: Mapping[int, int]) -> dict[int, range]:
    return {unit: range(unit * 100, unit * 100 + size) for unit, size in sizes.items()}


def divided(
    sizes: Mapping[int, int], tree: Mapping[int, int | None] = TREE, order: Callable[[int], int] = by_number
) -> Parts:
    """Units of these sizes, a visit in each."""
    office = an_office(tree, people(sizes))
    return blocks(tree, {unit: visits(unit) for unit in sizes}, of(office), order)


def of(office: Office) -> Callable[[Sequence[Audit]], bool]:
    return lambda audits: enough(office, audits)


def sets(*units: Iterable[int]) -> list[frozenset[int]]:
    return [frozenset(each) for each in units]


def test_a_unit_that_has_its_crowd_is_a_block_and_never_merged() -> None:
    assert divided({20: 5, 21: 1, 22: 9}) == Parts(sets({20}, {22}), frozenset({21}))


def test_what_lacks_a_crowd_below_one_parent_is_put_together_in_order_until_it_has_one() -> None:
    assert divided({20: 2, 21: 3, 22: 4, 23: 1}) == Parts(sets({20, 21}, {22, 23}), frozenset())


def test_units_that_have_a_crowd_stand_between_and_are_passed_over() -> None:
    assert divided({20: 2, 21: 8, 22: 3}) == Parts(sets({21}, {20, 22}), frozenset())


def test_the_order_is_the_callers() -> None:
    assert divided({20: 2, 21: 3, 22: 4, 23: 1}, order=lambda unit: -unit) == Parts(
        sets({22, 23}, {20, 21}), frozenset()
    )


def test_the_parents_own_staff_too() -> None:
    assert divided({FIRST: 2, 20: 3, 21: 6}) == Parts(sets({FIRST, 20}, {21}), frozenset())
    assert divided({FIRST: 5, 20: 3, 21: 2}) == Parts(sets({FIRST}, {20, 21}), frozenset())


def test_the_rest_goes_on_to_the_next_parent() -> None:
    assert divided({20: 2, 21: 1, 30: 1, 31: 2}) == Parts(sets({20, 21, 30, 31}), frozenset())


def test_what_goes_up_stays_together_and_is_never_parted() -> None:
    assert divided({OFFICE: 1, 20: 2, 21: 2, 30: 4}) == Parts(sets({OFFICE, 20, 21}), frozenset({30}))


def test_what_lacks_a_crowd_in_the_whole_office_is_in_no_block() -> None:
    assert divided({20: 2, 30: 2}) == Parts([], frozenset({20, 30}))
    assert divided({20: 5, 30: 2}) == Parts(sets({20}), frozenset({30}))


def test_two_offices_are_never_put_together() -> None:
    assert divided({20: 3, 40: 3}, {**TREE, 4: None, 40: 4}) == Parts([], frozenset({20, 40}))


def test_two_posts_of_one_person_count_once_when_units_are_put_together() -> None:
    office = an_office(TREE, {20: [1, 2, 3], 21: [3, 4], 22: [5]})
    cells = {unit: visits(unit) for unit in (20, 21, 22)}
    assert blocks(TREE, cells, of(office), by_number) == Parts(sets({20, 21, 22}), frozenset())


def test_where_people_are_named_they_are_put_together_the_same_way() -> None:
    cells = {20: observed(20, [1, 2]), 21: observed(21, [3, None]), 30: observed(30, [4, 5])}
    assert blocks(TREE, cells, of(an_office(TREE)), by_number) == Parts(sets({20, 21, 30}), frozenset())


def test_a_unit_whose_auditors_would_read_each_others_few_goes_up() -> None:
    cells = {20: observed(20, range(6), auditor=1) + observed(20, [6], auditor=2), 21: observed(21, range(10, 20))}
    assert blocks(TREE, cells, of(an_office(TREE)), by_number) == Parts(sets({21}), frozenset({20}))


def test_every_unit_with_audits_is_in_one_block_or_left() -> None:
    parts = divided({unit: 1 + unit % 4 for unit in TREE})
    placed = [unit for block in parts.blocks for unit in block] + sorted(parts.left)
    assert sorted(placed) == sorted(TREE)


@pytest.mark.parametrize("tree", [TREE, {**TREE, 40: 41, 41: 40}], ids=["nowhere", "in a circle"])
def test_audits_of_a_unit_outside_of_the_office_are_refused(tree: dict[int, int | None]) -> None:
    with pytest.raises(ValueError, match="40"):
        blocks(tree, {40: visits(40)}, of(an_office(TREE)), by_number)

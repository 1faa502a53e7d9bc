"""No table by unit may show, or let be subtracted, a figure about fewer than five people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.statistics import merge_small

offices = st.dictionaries(st.sampled_from([f"UD-{letter}" for letter in "ABCDEFGHIJ"]), st.integers(0, 14)).map(
    lambda people: list(people.items())
)


@given(offices)
def test_no_figure_of_fewer_than_five_can_be_had(units):
    people, found = dict(units), merge_small(units)
    assert sorted([*found.kept, *found.merged]) == sorted(people)
    assert all(people[key] >= 5 for key in found.kept)
    if found.kept and found.merged:
        behind = sum(people[key] for key in found.merged)
        assert behind >= 5
        assert behind == sum(people.values()) - sum(people[key] for key in found.kept)
        assert len(found.merged) > 1


@given(offices)
def test_no_more_is_merged_than_must_be(units):
    people, found = dict(units), merge_small(units)
    small = [key for key, count in units if count < 5]
    large_merged = [key for key in found.merged if people[key] >= 5]
    assert set(small) <= set(found.merged)
    if sum(people[key] for key in small) >= 5 or not small:
        assert not large_merged
    else:
        assert len(large_merged) == min(1, len(units) - len(small))
        assert all(people[large_merged[0]] <= people[key] for key in found.kept)


@given(offices, st.randoms(use_true_random=False))
def test_the_order_given_decides_only_the_order_shown(units, shuffler):
    shuffled = list(units)
    shuffler.shuffle(shuffled)
    found = merge_small(shuffled)
    assert set(found.merged) == set(merge_small(units).merged)
    given_order = [key for key, _ in shuffled]
    assert [*found.kept] == [key for key in given_order if key in found.kept]
    assert [*found.merged] == [key for key in given_order if key in found.merged]


@pytest.mark.parametrize(
    ("units", "kept", "merged"),
    [
        ([], (), ()),
        ([("A", 5), ("B", 9)], ("A", "B"), ()),
        ([("A", 4), ("B", 2), ("C", 9)], ("C",), ("A", "B")),
        ([("A", 3), ("B", 9), ("C", 7), ("D", 20)], ("B", "D"), ("A", "C")),
        ([("A", 1), ("B", 2), ("C", 7), ("D", 7)], ("D",), ("A", "B", "C")),
        ([("A", 3), ("B", 9)], (), ("A", "B")),
        ([("A", 4), ("B", 4)], (), ("A", "B")),
        ([("A", 3)], (), ("A",)),
        ([("A", 5)], ("A",), ()),
        ([("A", 0), ("B", 8), ("C", 6)], ("B",), ("A", "C")),
    ],
)
def test_cases_by_hand(units, kept, merged):
    found = merge_small(units)
    assert (found.kept, found.merged, found.total_only) == (kept, merged, not kept)


def test_another_minimum_may_be_set():
    assert merge_small([("A", 5), ("B", 9), ("C", 12)], minimum=10).merged == ("A", "B")


@pytest.mark.parametrize("units", [[("A", 3), ("A", 9)], [("A", -1)]])
def test_units_given_twice_or_with_impossible_counts_are_refused(units):
    with pytest.raises(ValueError, match="each unit once"):
        merge_small(units)

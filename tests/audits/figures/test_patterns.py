"""Who fills audits otherwise than the others: said only where chance does not make it plausible."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.figures.patterns import (
    ABOVE,
    BELOW,
    FEWEST_AUDITS,
    FEWEST_OTHERS,
    TOO_FEW,
    USUAL,
    Filled,
    Placement,
    Sample,
    comparisons,
    patterns,
    place,
    place_all,
)


def audit(**fields):
    usual = {
        "employee": None,
        "rated": 40,
        "met": 36,
        "not_observed": 5,
        "applied": 45,
        "most_frequent": 36,
        "minutes": 20.0,
        "is_late": False,
    }
    return Filled(**(usual | fields))


def others(seed=1, count=10, audits=12):
    """Auditors alike: 34 to 38 of 40 met, 15 to 25 minutes, different people."""
    chance = random.Random(seed)
    found = []
    for _ in range(count):
        rows = []
        for n in range(audits):
            met = chance.randint(34, 38)
            rows.append(audit(met=met, most_frequent=met, minutes=chance.uniform(15, 25), employee=n))
        found.append(rows)
    return found


def of(own, **kwargs):
    return patterns([own, *others(**kwargs)])[0]


def test_an_auditor_like_the_others_is_usual_by_every_measure():
    assert {value.placement.verdict for value in of(others(seed=2, count=1)[0]).values} == {USUAL}


@pytest.mark.parametrize(
    ("measure", "fields", "verdict"),
    [
        ("met", {"met": 40, "most_frequent": 39}, ABOVE),
        ("met", {"met": 20}, BELOW),
        ("not_observed", {"not_observed": 30}, ABOVE),
        ("minutes", {"minutes": 2.0}, BELOW),
        ("minutes", {"minutes": 240.0}, ABOVE),
        ("quick", {"minutes": 2.0}, ABOVE),
        ("late", {"is_late": True}, ABOVE),
        ("alike", {"met": 40, "most_frequent": 40}, ABOVE),
        ("one_person", {"employee": 7}, ABOVE),
    ],
)
def test_each_measure_sees_what_it_is_for(measure, fields, verdict):
    value = getattr(of([audit(**fields)] * 12), measure)
    assert value.placement.verdict == verdict
    assert value.placement.others == 10
    assert value.n == 12


def test_figures_are_those_that_a_person_can_count():
    rows = [audit(met=30, minutes=4.0, employee=1), audit(met=40, most_frequent=40, minutes=10.0, employee=1)]
    rows += [audit(met=20, not_observed=0, minutes=12.0, employee=2, is_late=True), audit(rated=0, met=0, applied=0)]
    found = of(rows)
    assert found.audits == 4
    assert found.met.shown == pytest.approx((30 / 40 + 1 + 20 / 40) / 3)
    assert (found.met.n, found.not_observed.n) == (3, 3)
    assert found.minutes.shown == 11.0
    assert (found.quick.k, found.quick.n) == (1, 4)
    assert (found.late.k, found.late.n) == (1, 4)
    assert (found.alike.k, found.alike.n) == (1, 3)
    assert (found.one_person.k, found.one_person.n) == (2, 3)


def test_few_rows_may_all_be_alike():
    assert of([audit(rated=9, met=9, most_frequent=9)] * 12).alike.n == 0


def test_one_odd_audit_makes_nobody_unusual():
    assert of([audit()] * 11 + [audit(is_late=True)]).late.placement.verdict == USUAL


@pytest.mark.parametrize(("own", "count", "audits"), [(4, 10, 12), (12, 4, 12), (12, 10, 4)])
def test_too_little_is_said_to_be_too_little(own, count, audits):
    found = patterns([[audit(met=0)] * own, *others(count=count, audits=audits)])
    assert {value.placement.verdict for value in found[0].values} == {TOO_FEW}
    assert found[0].met.placement.low is None


def test_nobody_and_nothing_are_no_fault():
    assert patterns([]) == []
    assert patterns([[]])[0].met.shown is None


def test_where_all_are_equal_nobody_is_unusual():
    rows = [[audit(met=31, minutes=7.3)] * 9 for _ in range(8)]
    assert {value.placement.verdict for each in patterns(rows) for value in each.values if value.n} == {USUAL}


def test_fewer_audits_make_the_interval_wider():
    compared = [Sample.of([0.9, 0.8, 1.0, 0.7, 0.95, 0.85]) for _ in range(8)]
    wide, narrow = (place(Sample.of([0.9] * n), compared, is_share=True) for n in (5, 50))
    assert wide.high - wide.low > narrow.high - narrow.low


def test_about_one_in_a_hundred_lies_outside_by_chance():
    """Auditors who differ by nothing but chance, 100 offices of 20: between none and two in a hundred are said to."""
    chance = random.Random(20)
    outside = compared = 0
    for _ in range(100):
        samples = [Sample.of(chance.betavariate(18, 2) for _ in range(chance.randint(5, 30))) for _ in range(20)]
        found = place_all(samples, is_share=True)
        outside += sum(each.is_unusual for each in found)
        compared += len(found)
    assert outside / compared < 0.02


numbers = st.floats(0, 1, allow_nan=False)
samples = st.lists(st.lists(numbers, min_size=1, max_size=12).map(Sample.of), min_size=1, max_size=12)


@given(samples, st.booleans())
def test_any_shares_are_placed_within_bounds_and_the_verdict_fits_the_interval(found, is_yes_or_no):
    for own, placement in zip(found, place_all(found, is_share=True, is_yes_or_no=is_yes_or_no), strict=True):
        if placement.verdict == TOO_FEW:
            assert placement == Placement(TOO_FEW, None, None, placement.others)
            assert own.n < FEWEST_AUDITS or placement.others < FEWEST_OTHERS
            continue
        assert 0 <= placement.low <= placement.high <= 1
        assert not math.isnan(placement.low)
        if placement.verdict == ABOVE:
            assert own.mean > placement.high
        if placement.verdict == BELOW:
            assert own.mean < placement.low


@given(samples)
def test_the_order_of_the_auditors_does_not_matter(found):
    there = place_all(found, is_share=True)
    back = place_all(found[::-1], is_share=True)[::-1]
    assert [each.verdict for each in there] == [each.verdict for each in back]


@given(st.lists(st.lists(st.booleans(), max_size=12), max_size=10))
def test_comparisons_are_counted_where_there_was_enough(auditors):
    rows = [[audit(is_late=late) for late in each] for each in auditors]
    found = patterns(rows)
    enough = [each for each in rows if len(each) >= FEWEST_AUDITS]
    assert (comparisons(found) > 0) == (len(enough) > FEWEST_OTHERS)

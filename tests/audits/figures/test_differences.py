"""Differences of shares and of scores: against statsmodels, against a published example, and by what must hold."""

from fractions import Fraction

import pytest
from hypothesis import given
from statsmodels.stats.proportion import confint_proportions_2indep

from audits.figures import statistics
from audits.figures.statistics import Interval, change, estimate, estimate_share, newcombe_difference
from tests.audits.figures.drawn_answers import counts, of_equal_weights, several_audits


@given(counts, counts)
def test_newcombe_is_statsmodels(first, second):
    (k1, n1), (k2, n2) = first, second
    lower, upper = confint_proportions_2indep(k1, n1, k2, n2, method="newcomb", compare="diff")
    found = newcombe_difference(estimate_share(k1, n1), estimate_share(k2, n2))
    assert found.difference == Fraction(k1, n1) - Fraction(k2, n2)
    assert found.interval.lower == pytest.approx(lower, abs=1e-9)
    assert found.interval.upper == pytest.approx(upper, abs=1e-9)


def test_newcombes_published_example():
    # Newcombe 1998, method 10: 56/70 less 48/80 is 0.0524 to 0.3339.
    found = newcombe_difference(estimate_share(56, 70), estimate_share(48, 80))
    assert (round(found.interval.lower, 4), round(found.interval.upper, 4)) == (0.0524, 0.3339)
    assert found.direction == statistics.ROSE


@given(several_audits, several_audits)
def test_a_difference_holds_itself_and_turns_round(first, second):
    a, b = estimate(first), estimate(second)
    there, back = newcombe_difference(a, b), newcombe_difference(b, a)
    if a is None or b is None or a.m == 1 or b.m == 1:
        assert there is None
        assert back is None
        return
    assert -1 <= there.interval.lower <= float(there.difference) <= there.interval.upper <= 1
    assert back.difference == -there.difference
    assert (back.interval.lower, back.interval.upper) == (-there.interval.upper, -there.interval.lower)


def test_a_change_is_told_only_where_its_interval_leaves_zero_out():
    bad, good = estimate(of_equal_weights(20, 21, 19, 20, 20, 20)), estimate(of_equal_weights(38, 38, 39, 37, 38, 38))
    assert change(good, bad) == statistics.ROSE
    assert change(bad, good) == statistics.FELL
    assert change(good, good) == statistics.UNDECIDED
    assert change(good, bad, n_min=7) == statistics.TOO_FEW
    assert change(good, None) == statistics.TOO_FEW
    single = estimate([(10, 20, 10)])
    assert change(single, single, n_min=1) == statistics.TOO_FEW


def test_a_difference_that_touches_zero_is_undecided():
    assert statistics.Difference(Fraction(1, 10), Interval(0.0, 0.2)).direction == statistics.UNDECIDED
    assert statistics.Difference(Fraction(-1, 10), Interval(-0.2, 0.0)).direction == statistics.UNDECIDED


def test_no_answer_gives_no_share():
    assert estimate_share(0, 0) is None

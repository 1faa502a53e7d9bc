"""Intervals, bands and differences, against statsmodels, against the definition, and by simulation."""

import math
import random
import sqlite3
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

from audits.figures import statistics
from audits.figures.scoring import Mark, total_score
from audits.figures.statistics import (
    AuditSums,
    Estimate,
    Interval,
    band,
    enough,
    estimate,
    estimate_from_sums,
    percent,
    wilson,
    wilson_effective,
)
from audits.figures.verdicts import MET, NOT_MET, NOT_OBSERVED, PARTLY
from tests.audits.figures.drawn_answers import counts, of_equal_weights, several_audits

# Wilson


@given(counts, st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_wilson_is_statsmodels(count, confidence):
    k, n = count
    lower, upper = proportion_confint(k, n, alpha=1 - confidence, method="wilson")
    found = wilson(k, n, confidence)
    assert found.lower == pytest.approx(lower, abs=1e-9)
    assert found.upper == pytest.approx(upper, abs=1e-9)


def test_the_examples_the_office_knows():
    nineteen, three = wilson(19, 20), wilson(3, 3)
    assert [percent(end) for end in (nineteen.lower, nineteen.upper)] == [Decimal("76.4"), Decimal("99.1")]
    assert [percent(end) for end in (three.lower, three.upper)] == [Decimal("43.9"), Decimal("100.0")]


@given(counts)
def test_wilson_holds_the_share_and_stays_in_bounds(count):
    k, n = count
    found = wilson(k, n)
    assert 0 <= found.lower <= k / n <= found.upper <= 1
    mirrored = wilson(n - k, n)
    assert mirrored.lower == pytest.approx(1 - found.upper, abs=1e-12)


def test_wilson_at_the_edges():
    assert wilson(0, 0) is None
    one = wilson(1, 1)
    assert (round(one.lower, 4), one.upper) == (0.2065, 1.0)
    assert wilson(0, 7).lower == 0.0
    assert wilson(7, 7).upper == 1.0


@given(counts)
def test_wilson_narrows_with_more_of_the_same(count):
    k, n = count
    few, many = wilson(k, n), wilson(4 * k, 4 * n)
    assert many.upper - many.lower < few.upper - few.lower


@pytest.mark.parametrize(("k", "n"), [(-1, 3), (4, 3), (1, 0), (0, -1)])
def test_impossible_counts_are_refused(k, n):
    with pytest.raises(ValueError, match="no count"):
        wilson(k, n)


@pytest.mark.parametrize(("p", "n_eff"), [(Fraction(-1, 9), 3), (Fraction(10, 9), 3), (Fraction(1, 2), 0)])
def test_impossible_shares_are_refused(p, n_eff):
    with pytest.raises(ValueError, match=r"share|effective"):
        wilson_effective(p, Fraction(n_eff), 2.0)


# Several audits


def by_definition(audits):
    """The specification again, word for word, in floats: (score, v, cap, n_eff)."""
    audits = [(x, z / 2, q) for x, z, q in audits if x]
    m = len(audits)
    sum_x, sum_y, sum_sq = (sum(audit[i] for audit in audits) for i in range(3))
    score = sum_y / sum_x
    n = sum_x**2 / sum_sq
    v = m / (m - 1) * sum((y - score * x) ** 2 for x, y, _ in audits) / sum_x**2
    cap = n / (1 + (n / m - 1) * 0.05)
    n_eff = cap if v < 1e-15 else min(max(score * (1 - score) / v, min(m, cap)), cap)
    return score, cap, n_eff


@given(several_audits.filter(lambda audits: sum(x > 0 for x, _, _ in audits) > 1))
@example(of_equal_weights(36, 36, 36))
@example([(1, 2, 1), (4, 8, 16)])
def test_the_estimate_is_the_definition(audits):
    score, _, n_eff = by_definition(audits)
    found = estimate(audits)
    assert found.m == sum(x > 0 for x, _, _ in audits)
    assert float(found.score) == pytest.approx(score, abs=1e-12)
    assert float(found.n_eff) == pytest.approx(n_eff, rel=1e-9)
    t = stats.t.ppf(0.975, found.m - 1)
    expected_half = t / (n_eff + t * t) * math.sqrt(n_eff * score * (1 - score) + t * t / 4)
    centre = (n_eff * score + t * t / 2) / (n_eff + t * t)
    assert found.interval.lower == pytest.approx(centre - expected_half, abs=1e-9)
    assert found.interval.upper == pytest.approx(centre + expected_half, abs=1e-9)


def test_three_audits_by_hand():
    # 10 answers each, 10, 8 and 6 met: score 0.8; residuals 2, 0, −2; v = 3/2 · 8 / 900 = 1/75;
    # 0.16 / v = 12; N = 30, cap = 30 / (1 + 9 · 0.05) = 20.69.
    found = estimate(of_equal_weights(20, 16, 12, answers=10))
    assert (found.m, found.score, found.n_eff) == (3, Fraction(4, 5), Fraction(12))
    t = 0.95 * math.sqrt(2 / 0.0975)  # with two degrees of freedom: 2(p − ½)·√(2 ⁄ 4p(1 − p))
    half = t / (12 + t * t) * math.sqrt(12 * 0.16 + t * t / 4)
    centre = (12 * 0.8 + t * t / 2) / (12 + t * t)
    assert found.interval.lower == pytest.approx(centre - half, abs=1e-12)
    assert found.interval.upper == pytest.approx(centre + half, abs=1e-12)


def test_audits_all_alike_take_the_cap():
    cap = Fraction(100) / (1 + Fraction(19, 20))
    for points in (40, 31, 0):
        assert estimate(of_equal_weights(*[points] * 5)).n_eff == cap


def test_audits_far_apart_tell_no_less_than_one_answer_each():
    assert estimate(of_equal_weights(40, 0, 40, 0)).n_eff == 4


def test_a_cap_below_the_number_of_audits_stands():
    audits = [(100, 200, 10_000), (1, 0, 1), (1, 0, 1)]
    found = estimate(audits)
    answers = Fraction(102**2, 10_002)
    assert found.n_eff == answers / (1 + (answers / 3 - 1) / 20) < 3


def test_five_perfect_audits_are_no_worse_than_five_with_one_lapse():
    perfect, lapse = estimate(of_equal_weights(40, 40, 40, 40, 40)), estimate(of_equal_weights(40, 40, 40, 40, 38))
    assert perfect.interval.lower > lapse.interval.lower
    assert perfect.interval.upper == 1.0


def test_no_audit_gives_nothing_and_one_gives_no_interval():
    assert estimate([]) is None
    assert estimate([(0, 0, 0), (0, 0, 0)]) is None
    assert estimate([(0, 0, 0), (10, 15, 10)]) == Estimate(1, Fraction(3, 4), None, None)


@given(several_audits)
def test_the_score_lies_in_its_interval_and_n_between_its_limits(audits):
    found = estimate(audits)
    if found is None:
        assert not any(x for x, _, _ in audits)
        return
    assert 0 <= found.score <= 1
    if found.m == 1:
        assert found.interval is None
        return
    _, cap, _ = by_definition(audits)
    assert min(found.m, cap) * (1 - 1e-12) <= found.n_eff <= cap * (1 + 1e-12)
    assert 0 <= found.interval.lower <= float(found.score) <= found.interval.upper <= 1


@given(several_audits, st.randoms(use_true_random=False))
def test_neither_order_nor_unrated_audits_change_an_estimate(audits, shuffler):
    shuffled = [*audits, (0, 0, 0)]
    shuffler.shuffle(shuffled)
    assert estimate(shuffled) == estimate(audits)


@given(several_audits, st.data())
def test_a_better_audit_never_lowers_the_score(audits, data):
    rated = [place for place, (x, z, _) in enumerate(audits) if z < 2 * x]
    if not rated:
        audits, rated = [*audits, (3, 0, 3)], [len(audits)]
    place = data.draw(st.sampled_from(rated))
    x, z, q = audits[place]
    better = [*audits[:place], (x, data.draw(st.integers(z + 1, 2 * x)), q), *audits[place + 1 :]]
    assert estimate(better).score > estimate(audits).score


@given(several_audits)
def test_sums_made_by_a_database_give_the_same_estimate(audits):
    with sqlite3.connect(":memory:") as database:
        database.execute("CREATE TABLE audit (x INTEGER, z INTEGER, q INTEGER)")
        database.executemany("INSERT INTO audit VALUES (?, ?, ?)", audits)
        row = database.execute(
            "SELECT COUNT(*), TOTAL(x), TOTAL(z), TOTAL(x * x), TOTAL(x * z), TOTAL(z * z), TOTAL(q)"
            " FROM audit WHERE x > 0"
        ).fetchone()
    sums = AuditSums(*row)
    assert sums == AuditSums.of(audits)
    assert estimate_from_sums(sums) == estimate(audits)


@given(several_audits, several_audits)
def test_sums_of_disjoint_audits_add_up(first, second):
    assert AuditSums.of(first) + AuditSums.of(second) == AuditSums.of([*first, *second])


def test_decimals_as_postgresql_returns_them_become_integers():
    sums = AuditSums(*(Decimal(value) for value in (2, 20, 30, 200, 300, 500, 20)))
    assert sums == AuditSums.of([(10, 20, 10), (10, 10, 10)])
    assert all(isinstance(value, int) for value in (sums.weight, sums.points_points))


@pytest.mark.parametrize(
    "sums",
    [
        {"audits": 1},
        {"weight": 3, "weight_weight": 9, "answer_weight_sq": 3},
        {"audits": 1, "weight": 3, "weight_weight": 9, "answer_weight_sq": 0},
        {"audits": 1, "weight": 3, "weight_weight": 9, "answer_weight_sq": 10},
        {"audits": 1, "weight": 3, "weight_weight": 10, "answer_weight_sq": 3},
        {"audits": 1, "weight": 3, "points": 7, "weight_weight": 9, "answer_weight_sq": 3},
        {"audits": 2, "weight": 4, "points": 4, "weight_weight": 8, "weight_points": 16, "answer_weight_sq": 4},
        {"audits": -1},
        {"audits": Decimal("1.5")},
    ],
)
def test_sums_that_no_audits_have_are_refused(sums):
    with pytest.raises(ValueError, match=r"must be a whole number|no audits have"):
        AuditSums(**sums)


def test_from_marks_to_an_estimate():
    audits = [
        [Mark(MET, 2), Mark(PARTLY), Mark(NOT_OBSERVED)],
        [Mark(NOT_MET), Mark(MET)],
        [Mark(NOT_OBSERVED)],
    ]
    scores = [total_score(marks) for marks in audits]
    found = estimate((score.weight, score.points, score.weight_sq) for score in scores)
    assert (found.m, found.score) == (2, Fraction(7, 10))


@pytest.mark.parametrize("m", [5, 10, 20])
def test_the_interval_covers_the_truth_as_often_as_it_says(m):
    """Audits of 20 answers whose own level varies: an intra-audit correlation of 0.1, truth 0.85."""
    truth, spread, trials = 0.85, 9.0, 500
    dice = random.Random(75_2016)
    covered = 0
    for _ in range(trials):
        levels = [dice.betavariate(truth * spread, (1 - truth) * spread) for _ in range(m)]
        found = estimate((20, 2 * sum(dice.random() < level for _ in range(20)), 20) for level in levels)
        covered += found.interval.lower <= truth <= found.interval.upper
    assert 0.93 <= covered / trials <= 0.995


# Bands


def found_with(lower, upper, m=5):
    return Estimate(m, Fraction(9, 10), Fraction(m), Interval(lower, upper))


@pytest.mark.parametrize(
    ("lower", "upper", "said"),
    [
        (0.9, 1.0, statistics.MEETS),
        (0.899, 1.0, statistics.UNDECIDED),
        (0.5, 0.9, statistics.UNDECIDED),
        (0.5, 0.899, statistics.FAILS),
    ],
)
def test_a_band_needs_the_whole_interval_on_one_side(lower, upper, said):
    assert band(found_with(lower, upper)) == said


def test_an_interval_that_ends_at_the_target():
    # 0.75 is exact as a float, unlike 0.9.
    assert band(found_with(0.75, 1.0), Fraction(3, 4)) == statistics.MEETS
    assert band(found_with(0.5, 0.75), Fraction(3, 4)) == statistics.UNDECIDED


@pytest.mark.parametrize("target", [0.8, Fraction(4, 5), Decimal("0.8")])
def test_a_target_may_be_set(target):
    assert band(found_with(0.81, 0.85), target) == statistics.MEETS


def test_below_the_least_number_of_audits_there_is_no_band():
    assert band(None) == statistics.TOO_FEW
    assert band(found_with(0.95, 1.0, m=4)) == statistics.TOO_FEW
    assert band(found_with(0.95, 1.0, m=4), n_min=4) == statistics.MEETS
    assert band(estimate([(10, 20, 10)]), n_min=1) == statistics.TOO_FEW
    assert not enough(None)
    assert not enough(found_with(0.95, 1.0, m=4))
    assert enough(found_with(0.95, 1.0, m=5))


# Rounding


@pytest.mark.parametrize(
    ("ratio", "shown"),
    [
        (Fraction(1, 8), "12.5"),
        (0.125, "12.5"),
        (Fraction(1, 2000), "0.1"),
        (Fraction(499, 1_000_000), "0.0"),
        (Fraction(1, 3), "33.3"),
        (Fraction(2, 3), "66.7"),
        (Fraction(1, 1), "100.0"),
        (1.0, "100.0"),
        (Fraction(0), "0.0"),
        (Fraction(8995, 10_000), "90.0"),
        (Fraction(-1, 2000), "-0.1"),
        (Fraction(-1, 8), "-12.5"),
        (-0.0001, "0.0"),
    ],
)
def test_percent_rounds_half_up_to_one_decimal(ratio, shown):
    assert str(percent(ratio)) == shown


def test_percent_of_nothing_is_nothing():
    assert percent(None) is None


@given(st.integers(0, 20_000))
def test_percent_of_ten_thousandths(count):
    assert percent(Fraction(count, 10_000)) == Decimal((count + 5) // 10) / 10

"""Student's quantile against scipy, and against what is known without it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from audits.figures.quantiles import normal_quantile, student_t_quantile

DEGREES = [*range(1, 40), 59, 60, 99, 118, 119, 120, 121, 122, 200, 499, 1000, 5000, 10_000]


@pytest.mark.parametrize("p", [0.51, 0.7499, 0.75, 0.7501, 0.9, 0.95, 0.975, 0.995, 0.9995, 1 - 1e-9])
def test_students_quantile_is_scipys(p):
    for df in DEGREES:
        assert student_t_quantile(df, p) == pytest.approx(stats.t.isf(1 - p, df), rel=1e-11, abs=0)


@given(st.integers(1, 10_000), st.floats(0.001, 0.999).filter(lambda p: abs(p - 0.5) > 1e-3))
def test_students_quantile_is_scipys_anywhere(df, p):
    assert student_t_quantile(df, p) == pytest.approx(stats.t.ppf(p, df), rel=1e-9, abs=0)


@pytest.mark.parametrize("p", [0.5000001, 0.6, 0.975, 1 - 1e-12])
def test_one_and_two_degrees_of_freedom_have_closed_forms(p):
    tail, middle = 1 - p, p - 0.5
    one = math.tan(math.pi * middle) if p < 0.75 else 1 / math.tan(math.pi * tail)
    assert student_t_quantile(1, p) == pytest.approx(one, rel=1e-12, abs=0)
    two = 2 * middle * math.sqrt(2 / (4 * p * tail))
    assert student_t_quantile(2, p) == pytest.approx(two, rel=1e-12, abs=0)


def test_the_tables_of_textbooks():
    assert [round(student_t_quantile(df, 0.975), 3) for df in (1, 4, 9, 19, 120)] == [
        12.706,
        2.776,
        2.262,
        2.093,
        1.980,
    ]


@given(st.integers(1, 300), st.floats(1e-6, 0.4999))
def test_the_distribution_is_symmetrical_and_wider_than_the_normal(df, below):
    upper = student_t_quantile(df, 1 - below)
    assert student_t_quantile(df, below) == pytest.approx(-upper, rel=1e-8)
    assert upper > normal_quantile(1 - below)
    assert student_t_quantile(df + 1, 1 - below) < upper


def test_the_middle_is_zero():
    assert student_t_quantile(7, 0.5) == 0


@pytest.mark.parametrize(("df", "p"), [(0, 0.9), (-1, 0.9), (3, 0.0), (3, 1.0), (3, 1e-200), (3, math.nan)])
def test_what_has_no_quantile_is_refused(df, p):
    with pytest.raises(ValueError, match="must"):
        student_t_quantile(df, p)


@pytest.mark.parametrize("p", [0.0, 1.0, -0.1, math.nan])
def test_a_normal_quantile_needs_a_probability(p):
    with pytest.raises(ValueError, match="probability"):
        normal_quantile(p)


def test_the_normal_quantile_is_scipys():
    for p in (1e-9, 0.025, 0.3, 0.5, 0.975, 0.9999):
        assert normal_quantile(p) == pytest.approx(stats.norm.ppf(p), rel=1e-12, abs=1e-15)

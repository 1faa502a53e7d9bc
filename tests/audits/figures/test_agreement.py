"""Agreement of two auditors: published figures, the krippendorff package, and a jackknife."""

import math
from fractions import Fraction

import krippendorff
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.figures.statistics import agreement
from audits.figures.verdicts import MET, NOT_APPLICABLE, NOT_MET, NOT_OBSERVED, PARTLY, PRECEDENCE, RATED, UNANSWERED

# Gwet 2008, the table with 125 subjects: 118 both say yes, 5 and 2 they differ, none both no.
HIGH_AGREEMENT = [(MET, MET)] * 118 + [(MET, NOT_MET)] * 5 + [(NOT_MET, MET)] * 2

pairs_of_verdicts = st.lists(st.tuples(st.sampled_from(PRECEDENCE), st.sampled_from(PRECEDENCE)), max_size=40)


def test_nearly_everything_met_agrees_by_ac1_where_alpha_misleads():
    found = agreement(HIGH_AGREEMENT, (MET, NOT_MET))
    assert found.share == Fraction(118, 125)
    chance = 2 * Fraction(243, 250) * Fraction(7, 250)
    assert found.ac1 == (Fraction(118, 125) - chance) / (1 - chance)
    assert round(float(found.ac1), 4) == 0.9408
    assert found.alpha < 0


def test_three_verdicts_by_hand():
    pairs = [(MET, MET)] * 6 + [(MET, PARTLY)] * 2 + [(PARTLY, PARTLY)] + [(NOT_MET, NOT_MET)]
    found = agreement(pairs, RATED)
    # Shares 14/20, 4/20, 2/20: chance = (0.7·0.3 + 0.2·0.8 + 0.1·0.9) / 2 = 0.23.
    assert (found.pairs, found.agreed, found.ac1) == (10, 8, (Fraction(8, 10) - Fraction(23, 100)) / Fraction(77, 100))


def ac1_by_definition(pairs, categories):
    n = len(pairs)
    shares = [sum((a == k) + (b == k) for a, b in pairs) / (2 * n) for k in categories]
    chance = sum(share * (1 - share) for share in shares) / (len(categories) - 1)
    return (sum(a == b for a, b in pairs) / n - chance) / (1 - chance)


@pytest.mark.parametrize(
    "pairs",
    [
        HIGH_AGREEMENT * 4,
        [(MET, MET)] * 300 + [(NOT_MET, MET)] * 60 + [(NOT_MET, NOT_MET)] * 90 + [(PARTLY, NOT_MET)] * 50,
    ],
)
def test_the_interval_of_ac1_is_the_jackknifes(pairs):
    found = agreement(pairs, RATED)
    n = len(pairs)
    without = [ac1_by_definition([*pairs[:i], *pairs[i + 1 :]], RATED) for i in range(n)]
    mean = math.fsum(without) / n
    error = math.sqrt((n - 1) / n * math.fsum((each - mean) ** 2 for each in without))
    assert float(found.ac1) == pytest.approx(ac1_by_definition(pairs, RATED), abs=1e-12)
    # 1.9647 is Student's 97.5% on 499 degrees of freedom.
    assert found.ac1_interval.upper - float(found.ac1) == pytest.approx(1.9647 * error, rel=0.01)
    assert float(found.ac1) - found.ac1_interval.lower == pytest.approx(1.9647 * error, rel=0.01)


@given(pairs_of_verdicts)
def test_alpha_is_the_packages(pairs):
    found = agreement(pairs)
    answered = [pair for pair in pairs if UNANSWERED not in pair]
    if found is None:
        assert not answered
    elif len({verdict for pair in answered for verdict in pair}) == 1:
        assert found.alpha is None
    else:
        code = {verdict: number for number, verdict in enumerate(PRECEDENCE)}
        ratings = [[math.nan if row[rater] == UNANSWERED else code[row[rater]] for row in pairs] for rater in (0, 1)]
        expected = krippendorff.alpha(reliability_data=ratings, level_of_measurement="nominal")
        assert float(found.alpha) == pytest.approx(expected, abs=1e-9)


@given(pairs_of_verdicts, st.randoms(use_true_random=False))
def test_bounds_and_symmetry(pairs, shuffler):
    found = agreement(pairs)
    turned = [(second, first) for first, second in pairs]
    shuffler.shuffle(turned)
    assert agreement(turned) == found
    if found is None:
        return
    assert 0 <= found.share <= 1
    assert -1 <= found.ac1 <= 1
    assert (found.ac1 == 1) == (found.share == 1)
    assert found.alpha is None or -1 <= found.alpha <= 1
    if found.ac1_interval is not None:
        assert -1 <= found.ac1_interval.lower <= float(found.ac1) <= found.ac1_interval.upper <= 1


def test_rows_all_alike_leave_no_interval():
    found = agreement([(MET, MET)] * 30)
    assert (found.share, found.ac1, found.ac1_interval, found.alpha) == (1, 1, None, None)
    assert agreement([(MET, NOT_MET)]).ac1_interval is None


def test_a_row_that_one_left_unanswered_is_no_pair():
    assert agreement([(MET, UNANSWERED), (UNANSWERED, UNANSWERED)]) is None
    assert agreement([(MET, UNANSWERED), (MET, MET), (NOT_OBSERVED, NOT_APPLICABLE)]).pairs == 2


def test_verdicts_outside_the_categories_are_refused():
    with pytest.raises(ValueError, match="outside the categories"):
        agreement([(MET, NOT_OBSERVED)], RATED)
    with pytest.raises(ValueError, match="two categories"):
        agreement([(MET, MET)], (MET,))

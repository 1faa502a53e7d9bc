"""The score of one audit: what counts, what does not, and what must never move it."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.figures.scoring import (
    Mark,
    Score,
    Tally,
    critical_breaches,
    once_per_matter,
    score_of,
    scores_by_area,
    scores_by_recommendation,
    scores_by_standard,
    total_score,
)
from audits.figures.verdicts import MET, NOT_APPLICABLE, NOT_MET, NOT_OBSERVED, PARTLY, PRECEDENCE, UNANSWERED

LADDER = (NOT_MET, PARTLY, MET)

marks_of_any_kind = st.builds(
    Mark,
    verdict=st.sampled_from(PRECEDENCE),
    weight=st.integers(0, 5),
    same_matter=st.sampled_from(["", "", "", "farewell", "attention"]),
    recommendation=st.sampled_from(["1.1", "17.1", "17.10", "20.6"]),
    standard=st.sampled_from(["1", "17", "20"]),
    area=st.sampled_from(["I", "IV", "V"]),
    critical=st.booleans(),
)
checklists = st.lists(marks_of_any_kind, max_size=30)


def test_an_audit_by_hand():
    marks = [
        Mark(MET, 1),
        Mark(PARTLY, 3),
        Mark(NOT_MET, 2),
        Mark(NOT_APPLICABLE, 5),
        Mark(NOT_OBSERVED, 1),
        Mark(UNANSWERED, 1),
    ]
    found = total_score(marks)
    assert found.tally == Tally.of(dict.fromkeys((MET, PARTLY, NOT_MET, NOT_APPLICABLE, NOT_OBSERVED, UNANSWERED), 1))
    assert (found.points, found.most_points, found.weight, found.weight_sq) == (5, 12, 6, 14)
    assert found.ratio == Fraction(5, 12)
    assert found.coverage == Fraction(3, 5)
    assert found.tally.answers == 6


@pytest.mark.parametrize(("verdict", "ratio"), [(MET, Fraction(1)), (PARTLY, Fraction(1, 2)), (NOT_MET, Fraction(0))])
def test_one_rated_answer_decides_the_score(verdict, ratio):
    assert total_score([Mark(verdict, 4), Mark(NOT_OBSERVED, 9)]).ratio == ratio


@pytest.mark.parametrize("verdicts", [[], [NOT_APPLICABLE], [NOT_OBSERVED, UNANSWERED], [NOT_APPLICABLE, NOT_OBSERVED]])
def test_nothing_rated_gives_no_score(verdicts):
    assert total_score(Mark(verdict, 2) for verdict in verdicts).ratio is None


def test_only_rated_answers_without_weight_give_no_score():
    found = total_score([Mark(MET, 0), Mark(NOT_MET, 0)])
    assert found.ratio is None
    assert found.tally.rated == 2


def test_coverage_of_nothing_that_occurred_is_none_and_of_nothing_seen_is_zero():
    assert total_score([]).coverage is None
    assert total_score([Mark(NOT_APPLICABLE)]).coverage is None
    assert total_score([Mark(NOT_OBSERVED), Mark(UNANSWERED), Mark(NOT_APPLICABLE)]).coverage == 0


@pytest.mark.parametrize("verdict", ["MET", "yes", "none", " "])
def test_an_unknown_verdict_is_refused(verdict):
    with pytest.raises(ValueError, match="unknown verdict"):
        Mark(verdict)


def test_a_negative_weight_is_refused():
    with pytest.raises(ValueError, match="negative weight"):
        Mark(MET, -1)


@given(checklists)
def test_scores_and_coverage_stay_within_bounds(marks):
    found = total_score(marks)
    assert (found.ratio is None) == (found.weight == 0)
    assert found.ratio is None or 0 <= found.ratio <= 1
    assert found.coverage is None or 0 <= found.coverage <= 1
    assert found.tally.answers == len(once_per_matter(marks))


@given(checklists, st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(marks, random):
    shuffled = list(marks)
    random.shuffle(shuffled)
    assert total_score(shuffled) == total_score(marks)
    assert scores_by_area(shuffled) == scores_by_area(marks)
    assert scores_by_standard(shuffled) == scores_by_standard(marks)


@given(checklists, st.data())
def test_a_better_verdict_never_lowers_the_score(marks, data):
    rated = [place for place, mark in enumerate(marks) if mark.verdict in (NOT_MET, PARTLY)]
    if not rated:
        marks = [*marks, Mark(NOT_MET)]
        rated = [len(marks) - 1]
    place = data.draw(st.sampled_from(rated))
    better = data.draw(st.sampled_from(LADDER[LADDER.index(marks[place].verdict) + 1 :]))
    improved = [*marks[:place], replace(marks[place], verdict=better), *marks[place + 1 :]]
    before, after = total_score(marks), total_score(improved)
    assert after.coverage == before.coverage
    if before.ratio is None:
        assert after.ratio is None
    else:
        assert after.ratio >= before.ratio


@given(checklists)
def test_a_lone_failed_row_with_weight_met_after_all_raises_the_score(marks):
    failed, met = total_score([*marks, Mark(NOT_MET, 1)]), total_score([*marks, Mark(MET, 1)])
    assert met.ratio > failed.ratio


@given(checklists, st.integers(0, 5))
def test_what_did_not_occur_changes_neither_score_nor_coverage(marks, weight):
    before, after = total_score(marks), total_score([*marks, Mark(NOT_APPLICABLE, weight)])
    assert (after.ratio, after.coverage) == (before.ratio, before.coverage)


@given(checklists, st.sampled_from([NOT_OBSERVED, UNANSWERED]))
def test_what_was_not_seen_lowers_coverage_and_leaves_the_score(marks, verdict):
    before, after = total_score(marks), total_score([*marks, Mark(verdict, 3)])
    assert after.ratio == before.ratio
    assert after.coverage < before.coverage if before.coverage else after.coverage == 0


@given(st.sampled_from(PRECEDENCE), st.integers(1, 6), checklists)
def test_a_matter_counts_once_in_the_total_and_in_each_row_and_standard(verdict, rows, others):
    matter = [
        Mark(verdict, 2, "a matter", recommendation=f"{number}.9", standard=f"{number}", area="II")
        for number in range(101, 101 + rows)
    ]
    once = [*others, replace(matter[0], same_matter="")]
    assert total_score([*others, *matter]) == total_score(once)
    assert scores_by_area([*others, *matter]) == scores_by_area(once)
    everything = scores_by_standard([*others, *matter])
    alone = score_of([Mark(verdict, 2)])
    assert all(everything[mark.standard] == alone for mark in matter)
    assert all(scores_by_recommendation(matter)[mark.recommendation] == alone for mark in matter)


def test_a_matter_over_two_areas_counts_in_each_and_once_in_the_total():
    marks = [Mark(NOT_MET, 1, "farewell", area="I"), Mark(NOT_MET, 1, "farewell", area="IV"), Mark(MET, 1, area="I")]
    areas = scores_by_area(marks)
    assert (areas["I"].ratio, areas["IV"].ratio) == (Fraction(1, 2), Fraction(0))
    assert total_score(marks).ratio == Fraction(1, 2)
    assert score_of(marks).ratio == Fraction(1, 3)


def test_two_rows_of_one_matter_both_count_within_their_standard():
    marks = [
        Mark(NOT_MET, 1, "call", "17.1", "17"),
        Mark(NOT_MET, 1, "call", "17.2", "17"),
        Mark(MET, 1, "", "17.3", "17"),
    ]
    assert scores_by_standard(marks)["17"].ratio == Fraction(1, 3)


@pytest.mark.parametrize(
    ("verdicts", "standing"),
    [
        ([NOT_APPLICABLE, MET], MET),
        ([NOT_APPLICABLE, NOT_OBSERVED], NOT_OBSERVED),
        ([NOT_APPLICABLE, UNANSWERED], UNANSWERED),
        ([UNANSWERED, NOT_OBSERVED], NOT_OBSERVED),
        ([NOT_OBSERVED, PARTLY, NOT_APPLICABLE], PARTLY),
        ([MET, PARTLY], PARTLY),
        ([MET, PARTLY, NOT_MET], NOT_MET),
    ],
)
def test_the_verdict_of_a_matter_whose_rows_differ(verdicts, standing):
    for order in (verdicts, verdicts[::-1]):
        [mark] = once_per_matter(Mark(verdict, 1, "m") for verdict in order)
        assert mark.verdict == standing


def test_a_matter_takes_its_greatest_weight_and_the_labels_of_the_row_that_stands():
    [mark] = once_per_matter(
        [
            Mark(NOT_APPLICABLE, 5, "m", "16.4", "16", "III", critical=True),
            Mark(MET, 2, "m", "14.7", "14", "II"),
            Mark(MET, 1, "m", "20.6", "20", "V"),
        ]
    )
    assert mark == Mark(MET, 5, "m", "14.7", "14", "II", critical=True)


def test_marks_without_a_matter_are_never_taken_for_one_another():
    marks = [Mark(MET), Mark(MET), Mark(NOT_MET)]
    assert once_per_matter(marks) == marks


def test_labels_are_text():
    found = scores_by_recommendation([Mark(MET, recommendation="17.1"), Mark(NOT_MET, recommendation="17.10")])
    assert {label: score.ratio for label, score in found.items()} == {"17.1": 1, "17.10": 0}


@given(checklists, checklists)
def test_scores_add_up_before_they_are_divided(first, second):
    assert score_of(first) + score_of(second) == score_of([*first, *second])
    assert sum(scores_by_standard(first).values(), Score()) == score_of(first)


@pytest.mark.parametrize("verdict", [v for v in PRECEDENCE if v != NOT_MET])
def test_only_a_critical_row_not_met_is_a_critical_breach(verdict):
    breach = Mark(NOT_MET, recommendation="18.9", critical=True)
    assert critical_breaches([Mark(verdict, critical=True), Mark(NOT_MET), breach]) == [breach]

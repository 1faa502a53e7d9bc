"""Sums of filled checklists are those that `scoring` and `statistics` give, audit by audit."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.figures import scoring
from audits.figures.scoring import Mark, Tally
from audits.figures.statistics import AuditSums
from audits.figures.sums import NOTHING, Line, Place, Sheets, Sums, moments_of, sums_of, sums_together, tally_of
from audits.figures.verdicts import COUNTED, MET, NOT_MET, UNANSWERED

# Two areas of two standards with three recommendations each; matters reach over standards and areas.
PLACES = {n: Place(standard=n // 3, area=n // 6) for n in range(12)}
MATTERS = {1: "a", 4: "a", 7: "a", 8: "b", 9: "b"}

lines = st.builds(
    lambda n, weight, refrain, critical, unit: Line(n, weight, MATTERS.get(n, ""), refrain, critical, unit),
    st.integers(0, 11),
    st.integers(0, 3),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
audits = st.lists(
    st.dictionaries(lines, st.sampled_from(COUNTED), max_size=12).map(
        # An audit has a recommendation once.
        lambda found: {line: found[line] for line in {line.recommendation: line for line in found}.values()}
    ),
    max_size=8,
)


def marks(audit, only=None):
    return [
        Mark(
            verdict,
            line.weight,
            line.matter,
            str(line.recommendation),
            str(PLACES[line.recommendation].standard),
            str(PLACES[line.recommendation].area),
            line.critical,
        )
        for line, verdict in audit.items()
        if only is None or line.recommendation in only
    ]


def expected(scores):
    scores = list(scores)
    tally = sum((score.tally for score in scores), Tally())
    return tally, AuditSums.of((score.weight, score.points, score.weight_sq) for score in scores)


def as_told(numbers):
    return tally_of(numbers), moments_of(numbers)


@given(audits, st.one_of(st.none(), st.sets(st.integers(0, 11))))
def test_they_are_what_scoring_gives_of_each_audit(found, only):
    sums = sums_of(Sheets.of(found), PLACES, only)
    assert as_told(sums.total) == expected(scoring.total_score(marks(audit, only)) for audit in found)
    for area in (0, 1):
        of_audits = [scoring.scores_by_area(marks(audit, only)).get(str(area), scoring.Score()) for audit in found]
        assert as_told(sums.areas.get(area, NOTHING)) == expected(of_audits)
    for standard in range(4):
        of_audits = [
            scoring.scores_by_standard(marks(audit, only)).get(str(standard), scoring.Score()) for audit in found
        ]
        assert as_told(sums.standards.get(standard, NOTHING)) == expected(of_audits)
    for row in range(12):
        of_audits = [
            scoring.scores_by_recommendation(marks(audit, only)).get(str(row), scoring.Score()) for audit in found
        ]
        assert tally_of(sums.rows.get(row, NOTHING)) == expected(of_audits)[0]
        breaches = [m for a in found for m in scoring.critical_breaches(marks(a, only)) if m.recommendation == str(row)]
        assert sums.breaches.get(row, 0) == len(breaches)


@given(audits, audits)
def test_those_of_two_heaps_add_up_to_those_of_both(first, second):
    apart = sums_together([sums_of(Sheets.of(heap), PLACES) for heap in (first, second)])
    assert apart == sums_of(Sheets.of([*first, *second]), PLACES)


@given(audits)
def test_sheets_and_sums_come_back_from_json_as_they_were(found):
    sheets = Sheets.of(found)
    assert Sheets.from_json(sheets.to_json()) == sheets
    sums = sums_of(sheets, PLACES)
    assert Sums.from_json(sums.to_json()) == sums


@given(audits, st.randoms())
def test_sheets_do_not_tell_in_which_order_the_audits_came(found, chance):
    other = list(found)
    chance.shuffle(other)
    assert Sheets.of(other) == Sheets.of(found)


def test_a_weight_that_changed_between_two_audits_stays_with_each():
    sums = sums_of(Sheets.of([{Line(0, weight=1): "met"}, {Line(0, weight=3): "not_met"}]), PLACES)
    assert moments_of(sums.total).weight == 4
    assert Fraction(moments_of(sums.total).points, 2 * 4) == Fraction(1, 4)
    assert tally_of(sums.rows[0]) == Tally.of({MET: 1, NOT_MET: 1})


@pytest.mark.parametrize("only", [set(), {11}])
def test_rows_that_nobody_had_give_nothing(only):
    assert sums_of(Sheets.of([{Line(0): "met"}]), PLACES, only) == Sums()


def test_sums_kept_when_there_were_fewer_verdicts_have_none_of_the_new_one():
    """As a closing holds them: a verdict that comes later comes last, before what was left open."""
    newest = COUNTED[-2]
    sums = sums_of(Sheets.of([{Line(1, 2): MET, Line(2): UNANSWERED}]), {1: Place(1, 1), 2: Place(1, 1)})
    kept = sums.to_json()
    at = COUNTED.index(newest)
    for name in ("rows", "areas", "standards"):
        kept[name] = [[key, *numbers[:at], *numbers[at + 1 :]] for key, *numbers in kept[name]]
    kept["total"] = [*kept["total"][:at], *kept["total"][at + 1 :]]
    assert Sums.from_json(kept) == sums

"""Sums and scores against figures by hand, over checklists drawn with weights and with matters of every shape."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.figures import scoring, statistics
from audits.figures.sums import NOTHING, Line, Place, Reckoned, Sheets, sums_of, sums_together
from tests.audits import figures_by_hand as by_hand
from tests.audits.figures_by_hand import Row, several
from tests.drawing import examples

VERDICTS = ("met", "partly", "not_met", "not_applicable", "not_observed", "")
# Two areas of two standards with three recommendations each.
PLACES = {key: Place(standard=key // 3, area=key // 6) for key in range(12)}


@st.composite
def checklists(draw: Any) -> list[Row]:
    """The rows of one checklist, unanswered. A matter may have several in one standard, in two, and in both areas."""
    keys = draw(st.lists(st.sampled_from(sorted(PLACES)), min_size=1, max_size=12, unique=True))
    return [
        Row(
            key=key,
            standard=PLACES[key].standard,
            area=PLACES[key].area,
            verdict="",
            weight=draw(st.integers(1, 5)),
            matter=draw(st.sampled_from(["", "", "powitanie", "termin"])),
            critical=draw(st.booleans()),
            refrain=draw(st.booleans()),
            of_unit=draw(st.booleans()),
        )
        for key in keys
    ]


@st.composite
def filled(draw: Any) -> list[list[Row]]:
    """Audits by a few checklists. The rows of one matter may differ: a gate closed some of them."""
    lists = draw(st.lists(checklists(), min_size=1, max_size=3))
    return [
        [row._replace(verdict=draw(st.sampled_from(VERDICTS))) for row in rows]
        for rows in draw(st.lists(st.sampled_from(lists), max_size=7))
    ]


def line(row: Row) -> Line:
    return Line(row.key, row.weight, row.matter, row.refrain, row.critical, row.of_unit)  # type: ignore[arg-type]


def sheets(audits: list[list[Row]]) -> Sheets:
    return Sheets.of({line(row): row.verdict for row in audit} for audit in audits)


def numbers(figures: by_hand.ByHand) -> tuple[int, ...]:
    return (*figures.counts, *figures.moments)


def assert_sums(sums: Any, audits: list[list[Row]]) -> None:
    assert sums.total == numbers(several(audits, by_hand.of_total))
    for area in (0, 1):
        assert sums.areas.get(area, NOTHING) == numbers(several(audits, by_hand.of_area, area))
    for standard in range(4):
        assert sums.standards.get(standard, NOTHING) == numbers(several(audits, by_hand.of_standard, standard))
    for key in PLACES:
        rows = [row for audit in audits for row in audit if row.key == key]
        counts = tuple(sum(row.verdict == verdict for row in rows) for verdict in by_hand.ORDER_OF_COUNTS)
        flags = tuple(sum(getattr(row, name) for row in rows) for name in ("refrain", "critical", "of_unit"))
        assert sums.rows.get(key, (0,) * 9) == (*counts, *flags)
        assert sums.breaches.get(key, 0) == by_hand.breaches(audits).count(key)


@examples(60)
@given(filled())
def test_sums_of_filled_checklists(audits: list[list[Row]]) -> None:
    assert_sums(sums_of(sheets(audits), PLACES), audits)


@examples(30)
@given(filled(), st.sets(st.sampled_from(sorted(PLACES))))
def test_sums_over_some_rows_only(audits: list[list[Row]], only: set[int]) -> None:
    sums = sums_of(sheets(audits), PLACES, only)
    assert_sums(sums, [by_hand.those(audit, only) for audit in audits])
    assert set(sums.rows) <= only


@examples(30)
@given(filled(), st.integers(0, 7))
def test_sums_of_a_selection_are_of_its_audits_alone(audits: list[list[Row]], cut: int) -> None:
    taken = sheets(audits)
    reckoned = Reckoned(taken.lines, taken.filled, PLACES)
    first = [at for at in range(len(audits)) if at < cut]
    parts = [reckoned.sums(first), reckoned.sums([at for at in range(len(audits)) if at >= cut])]
    assert_sums(sums_together(parts), audits)


@examples(30)
@given(filled(), filled())
def test_checklists_of_other_rows_put_together(first: list[list[Row]], second: list[list[Row]]) -> None:
    assert_sums(sums_of(Sheets.together([sheets(first), sheets(second)]), PLACES), [*first, *second])


@examples(60)
@given(filled())
def test_scores_of_single_audits(audits: list[list[Row]]) -> None:
    for audit in audits:
        marks = [
            scoring.Mark(row.verdict, row.weight, row.matter, str(row.key), str(row.standard), str(row.area))
            for row in audit
        ]
        total = scoring.total_score(marks)
        expected = several([audit], by_hand.of_total)
        assert (total.ratio, total.coverage) == (expected.score, expected.coverage)
        assert total.tally.counts == expected.counts
        for area, score in scoring.scores_by_area(marks).items():
            assert score.ratio == several([audit], by_hand.of_area, int(area)).score
        for standard, score in scoring.scores_by_standard(marks).items():
            assert score.ratio == several([audit], by_hand.of_standard, int(standard)).score


@examples(60)
@given(filled())
def test_the_estimate_of_several_audits(audits: list[list[Row]]) -> None:
    expected = several(audits, by_hand.of_total)
    sums = statistics.AuditSums(*expected.moments)
    found = statistics.estimate_from_sums(sums)
    assert (found is None) == (expected.score is None)
    if found is None:
        return
    assert (found.m, found.score, found.n_eff) == (expected.m, expected.score, expected.n_eff)
    assert (found.interval is None) == (expected.interval is None)
    if found.interval and expected.interval:
        assert (found.interval.lower, found.interval.upper) == pytest.approx(expected.interval, abs=1e-9)

"""The report's figures against the same ones reckoned from raw answers by `scoring`, one audit at a time."""

import datetime
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from django.conf import settings

from audits.figures import scoring, statistics
from audits.figures.verdicts import PRECEDENCE
from audits.models import Answer, Audit
from audits.models.periods import quarter
from audits.reports.department.contents import Cell, DepartmentReport, Waiting, cell_of
from audits.reports.department.report import department_report
from standards.choices import Channel, Method
from tests.audits.factories import DepartmentFactory
from tests.audits.reports import makers
from tests.audits.reports.department.closed import FULL, found, row
from tests.audits.reports.makers import Office, submit

pytestmark = pytest.mark.django_db

QUARTER = quarter(2026, 3)


def reported(office: Office, department: Any = None) -> DepartmentReport:
    return department_report(department or office.district, QUARTER, level=FULL)


def marks_of(audit: Audit) -> list[scoring.Mark]:
    answers = Answer.objects.filter(audit=audit).select_related("recommendation__standard__area").order_by("position")
    return [
        scoring.Mark(
            verdict=answer.verdict,
            weight=answer.weight,
            same_matter=answer.same_matter,
            recommendation=answer.recommendation.label,
            standard=answer.recommendation.standard.number,
            area=answer.recommendation.standard.area.number,
            critical=answer.critical,
        )
        for answer in answers
    ]


def assert_cell(cell: Cell, scores: list[scoring.Score]) -> None:
    made = statistics.estimate((score.weight, score.points, score.weight_sq) for score in scores)
    tally = sum((score.tally for score in scores), scoring.Tally())
    assert (cell.met, cell.rated, cell.audits) == (tally["met"], tally.rated, made.m if made else 0)
    if cell.audits < settings.SMALLEST_SAMPLE:
        assert cell.scored is None
        return
    assert made is not None
    assert made.interval is not None
    assert cell.scored is not None
    assert (cell.scored.value, cell.scored.low, cell.scored.high) == (
        statistics.percent(made.score),
        statistics.percent(made.interval.lower),
        statistics.percent(made.interval.upper),
    )
    assert cell.scored.band == statistics.band(made, Fraction(settings.SCORE_TARGET_PERCENT, 100))


@pytest.mark.parametrize("seed", [1, 2])
def test_every_figure_equals_the_one_reckoned_from_raw_answers(seed: int) -> None:
    office = makers.office()
    audits = makers.fill_by_chance(office, 60, seed, datetime.date(2026, 7, 1), 92)

    report = reported(office)

    assert sum(each.audits for each in report.headline.found) == 60
    assert report.methods_shown == ("mystery", "observation")
    for method in report.methods_shown:
        marks = {audit: marks_of(audit) for audit in audits if audit.method == method}
        total = found(report, method)
        assert total.audits == len(marks)
        assert_cell(
            Cell(method, total.audits, total.met, total.rated, total.scored),
            [*map(scoring.total_score, marks.values())],
        )
        for channel in (Channel.COUNTER, Channel.PHONE):
            shown = next(each for each in report.channels if (each.method, each.channel) == (method, channel))
            assert_cell(shown.cell, [scoring.total_score(m) for audit, m in marks.items() if audit.channel == channel])
        for area in report.areas:
            by_area = [scoring.scores_by_area(each) for each in marks.values()]
            assert_cell(cell_of(area.cells, method), [each[area.number] for each in by_area if area.number in each])
        for standard in report.standards:
            by_standard = [scoring.scores_by_standard(each) for each in marks.values()]
            assert_cell(
                cell_of(standard.cells, method),
                [each[standard.number] for each in by_standard if standard.number in each],
            )
        assert_recommendations(report, method, list(marks.values()))
        for unit in (*office.units, office.district):
            shown_unit = next(each for each in report.units if each.codes == (unit.code,))
            own = [each for audit, each in marks.items() if audit.department == unit]
            assert_cell(cell_of(shown_unit.cells, method), [*map(scoring.total_score, own)])
    assert sum(each.number for each in report.breaches) == sum(
        len(scoring.critical_breaches(marks_of(audit))) for audit in audits
    )


def assert_recommendations(report: DepartmentReport, method: str, audits: list[list[scoring.Mark]]) -> None:
    expected: dict[str, scoring.Tally] = defaultdict(scoring.Tally)
    for marks in audits:
        for label, score in scoring.scores_by_recommendation(marks).items():
            expected[label] += score.tally
    shown = [each for standard in report.standards for each in standard.recommendations]
    assert len(shown) == 155
    for each in shown:
        tally, figure = expected[each.label], each.of(method)
        counted = {verdict or "unanswered": tally[verdict] for verdict in PRECEDENCE} | {"rated": tally.rated}
        assert figure.counts == (counted if tally.answers else {})
        interval = statistics.wilson(tally["met"], tally.rated)
        if tally.rated < settings.SMALLEST_SAMPLE:
            assert (figure.interval, figure.below) == (None, False)
        else:
            assert interval is not None
            assert figure.interval is not None
            assert (figure.interval.low, figure.interval.high) == (
                statistics.percent(interval.lower),
                statistics.percent(interval.upper),
            )
            assert abs(figure.interval.whole_low - 100 * interval.lower) <= 0.5
            assert figure.below == (interval.upper < 0.9)


def test_rows_of_one_matter_count_once_in_the_total_and_each_in_its_standard() -> None:
    office = makers.office()
    farewells = [
        each for each in office.rows(Method.OBSERVATION, "counter") if each.assessability.same_matter == "farewell"
    ]
    assert len(farewells) > 1
    for person in office.people[office.units[0].pk]:
        submit(office, office.units[0], employee=person, rows=farewells)

    report = reported(office)

    assert found(report, Method.OBSERVATION).met == 6
    assert sum(cell.met for standard in report.standards for cell in standard.cells) == 6 * len(farewells)


def test_partly_is_not_met_and_is_shown_beside_it() -> None:
    office = makers.office()
    label = office.rows(Method.OBSERVATION, "counter")[0].label
    for person in office.people[office.units[0].pk]:
        submit(office, office.units[0], employee=person, verdict={label: "partly"})

    figure = row(reported(office), label).of(Method.OBSERVATION)

    assert (figure.met, figure.rated, figure.counts["partly"]) == (0, 6, 6)
    assert reported(office).headline.to_work_on[0].row.label == label


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        ([2, 3, 3, 5, 20], Waiting(5, Decimal("3.0"), Decimal("3.0"), Decimal("5.0"))),
        ([0, 1, 2, 4, 5, 9], Waiting(6, Decimal("3.0"), Decimal("1.3"), Decimal("4.8"))),
        ([2, 3, 3, 5], Waiting(4)),
    ],
)
def test_waiting_is_a_median_with_quartiles_from_five_audits_on(minutes: list[int], expected: Waiting) -> None:
    office = makers.office()
    for waited in [None, *minutes]:
        submit(office, office.units[0], method=Method.MYSTERY, waiting_minutes=waited)

    (shown,) = reported(office).channels

    assert (shown.audits, shown.waiting) == (len(minutes) + 1, expected)


def test_late_and_remembered_audits_auditors_and_unnamed_people_are_counted() -> None:
    office = makers.office()
    hour = datetime.timedelta(hours=1)
    for person in office.people[office.units[0].pk]:
        submit(office, office.units[0], employee=person)
    submit(office, office.units[0], submitted_at=makers.SUMMER + 25 * hour)
    late = makers.SUMMER + 31 * 24 * hour
    submit(office, office.units[0], opened_at=late, submitted_at=late)

    (facts,) = reported(office).facts.methods

    assert (facts.found.audits, facts.found.auditors, facts.naming_nobody) == (8, 1, 2)
    assert (facts.finished_late, facts.opened_late) == (2, 1)


def test_reach_says_what_was_judged_of_what_the_method_sees_there() -> None:
    office = makers.office()
    for _ in range(3):
        submit(office, office.units[0], method=Method.MYSTERY, rows=office.rows(Method.MYSTERY, Channel.COUNTER)[:12])

    total = found(reported(office))

    assert (total.judged, total.visible) == (12, len(office.rows(Method.MYSTERY, Channel.COUNTER)))


def test_breaches_are_grouped_by_recommendation_then_unit() -> None:
    office = makers.office()
    rows = [each for each in office.rows(Method.OBSERVATION, "counter") if each.assessability.critical]
    # A checklist is in the order of a visit, a report in that of the text.
    rows.sort(key=lambda each: (each.recommendation.standard.position, each.recommendation.position))
    critical = [each.label for each in rows[:2]]
    first, second, _third = office.units
    for unit in (second, first, second):
        submit(office, unit, verdict=dict.fromkeys(critical, "not_met"))

    report = reported(office)

    assert [(each.label, each.unit, each.number) for each in report.breaches] == [
        (label, unit.name, count) for label in critical for unit, count in ((first, 1), (second, 2))
    ]
    assert report.headline.breaches == 6


def test_a_breach_in_a_unit_further_down_names_its_code_too() -> None:
    office = makers.office((6, 6))
    near, other = office.units
    far = DepartmentFactory(code="UD-PRO-2-R", name="Referat", parent=other)
    for unit in (near, far):
        submit(office, unit, verdict={"14.4": "not_met"})
    report = reported(office)
    assert [each.unit for each in report.breaches] == [near.name, "UD-PRO-2-R Referat"]


def test_units_wholly_below_the_target_are_named_in_the_order_of_codes() -> None:
    office = makers.office()
    for unit in office.units[:2]:
        for _ in range(6):
            submit(office, unit, method=Method.MYSTERY, verdict="not_met")
    for _ in range(6):
        submit(office, office.units[2], method=Method.MYSTERY)

    below = reported(office).headline.units_below

    assert below is not None
    assert (below.names, below.scored) == (tuple(unit.name for unit in office.units[:2]), 3)


def test_a_department_without_audits_has_a_report_that_says_so() -> None:
    report = reported(makers.office())

    assert (report.methods_shown, report.main_method, report.methods) == ((), "", ())
    assert [(each.code, each.recommendations, each.audits) for each in report.editions] == [("75-2016", 155, 0)]
    assert sum(len(standard.recommendations) for standard in report.standards) == 155


class TestTheTrend:
    def columns(self, office: Office, period: Any) -> list[tuple[str, int]]:
        trend = department_report(office.district, period, level=FULL).trend
        return [(column.period.code, column.of(Method.MYSTERY).audits) for column in trend.columns]

    def test_of_a_quarter_it_is_the_last_four_and_of_a_year_its_quarters_and_the_whole(self) -> None:
        from audits.models.periods import half_year, parse, whole_year

        office = makers.office()
        for month in (2, 5, 8, 8, 11):
            submit(
                office,
                office.units[0],
                method=Method.MYSTERY,
                took_place_at=datetime.datetime(2026, month, 3, 9, tzinfo=datetime.UTC),
            )
        assert self.columns(office, QUARTER) == [("2025Q4", 0), ("2026Q1", 1), ("2026Q2", 1), ("2026Q3", 2)]
        assert self.columns(office, whole_year(2026)) == [
            ("2026Q1", 1),
            ("2026Q2", 1),
            ("2026Q3", 2),
            ("2026Q4", 1),
            ("2026", 5),
        ]
        assert self.columns(office, half_year(2026, 1))[-2:] == [("2026Q2", 1), ("2026H1", 2)]
        # Of free days: the quarters that were over by then.
        assert self.columns(office, parse("2026-05-01..2026-08-20"))[-2:] == [
            ("2026Q2", 1),
            ("2026-05-01..2026-08-20", 3),
        ]

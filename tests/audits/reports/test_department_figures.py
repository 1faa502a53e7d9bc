"""The report's figures against the same ones reckoned from raw answers by `audits.scoring`, one audit at a time."""

import datetime
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

import pytest
from django.conf import settings

from audits import scoring, statistics
from audits.models import Answer, Audit
from audits.reports import periods
from audits.reports.contents import DepartmentReport, MethodSection
from audits.reports.department import department_report
from audits.reports.figures import Figure
from tests.audits.reports import makers

pytestmark = pytest.mark.django_db

QUARTER = periods.quarter(2026, 3)


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


def assert_figure(figure: Figure, scores: list[scoring.Score]) -> None:
    found = statistics.estimate((score.weight, score.points, score.weight_sq) for score in scores)
    tally = sum((score.tally for score in scores), scoring.Tally())
    if figure.band == "withheld":
        assert (figure.counts, figure.share, figure.coverage, figure.score) == (None, None, None, None)
        assert figure.audits == (found.m if found else 0)
        return
    assert figure.counts is not None
    assert figure.share is not None
    assert (figure.counts.met, figure.counts.partly, figure.counts.not_met) == (tally.met, tally.partly, tally.not_met)
    assert (figure.counts.not_applicable, figure.counts.not_observed) == (tally.not_applicable, tally.not_observed)
    assert (figure.counts.unanswered, figure.counts.rated) == (tally.unanswered, tally.rated)
    assert (figure.share.met, figure.share.rated) == (tally.met, tally.rated)
    assert figure.coverage == statistics.percent(tally.coverage)
    assert figure.audits == (found.m if found else 0)
    assert figure.band == statistics.band(found, Fraction(settings.SCORE_TARGET_PERCENT, 100))
    if figure.audits < settings.SMALLEST_SAMPLE:
        assert (figure.score, figure.low, figure.high, figure.band) == (None, None, None, "too_few")
        return
    assert found is not None
    assert found.interval is not None
    assert figure.score == statistics.percent(found.score)
    assert figure.low == statistics.percent(found.interval.lower)
    assert figure.high == statistics.percent(found.interval.upper)


def section_of(report: DepartmentReport, method: str) -> MethodSection:
    return next(section for section in report.methods if section.method == method)


@pytest.mark.parametrize("seed", [1, 2])
def test_every_figure_equals_the_one_reckoned_from_raw_answers(seed: int) -> None:
    office = makers.office()
    audits = makers.fill_by_chance(office, 60, seed, datetime.date(2026, 7, 1), 92)

    report = department_report(office.district, QUARTER)

    assert report.audits == 60
    assert {section.method for section in report.methods} == {"mystery", "observation"}
    for section in report.methods:
        marks = {audit.pk: marks_of(audit) for audit in audits if audit.method == section.method}
        assert section.audits == len(marks)
        assert_figure(section.figure, [scoring.total_score(each) for each in marks.values()])
        for part in section.parts:
            of_channel = [
                audit.pk for audit in audits if (audit.method, audit.channel) == (section.method, part.channel)
            ]
            assert_figure(part.figure, [scoring.total_score(marks[pk]) for pk in of_channel])
        for area in section.areas:
            by_area = [scoring.scores_by_area(each) for each in marks.values()]
            assert_figure(area.figure, [each[area.number] for each in by_area if area.number in each])
            for standard in area.standards:
                by_standard = [scoring.scores_by_standard(each) for each in marks.values()]
                assert_figure(
                    standard.figure, [each[standard.number] for each in by_standard if standard.number in each]
                )
        assert_recommendations(section, list(marks.values()))


def assert_recommendations(section: MethodSection, audits: list[list[scoring.Mark]]) -> None:
    expected: dict[str, scoring.Tally] = defaultdict(scoring.Tally)
    for marks in audits:
        for label, score in scoring.scores_by_recommendation(marks).items():
            expected[label] += score.tally
    rows = {row.label: row for area in section.areas for std in area.standards for row in std.recommendations}
    assert rows.keys() == expected.keys()
    assert section.withheld_rows < len(rows) / 2
    for label, tally in expected.items():
        row = rows[label]
        assert row.audits == tally.answers
        counts = row.counts
        if counts is None:
            assert row.share is None
            continue
        assert (counts.met, counts.partly, counts.not_met, counts.rated) == (
            tally.met,
            tally.partly,
            tally.not_met,
            tally.rated,
        )
        assert (counts.not_applicable, counts.not_observed, counts.unanswered) == (
            tally.not_applicable,
            tally.not_observed,
            tally.unanswered,
        )
        assert row.share is not None
        interval = statistics.wilson(tally.met, tally.rated)
        if tally.rated >= settings.SMALLEST_SAMPLE:
            assert interval is not None
            assert row.share.percent == statistics.percent(Fraction(tally.met, tally.rated))
            assert row.share.low == statistics.percent(interval.lower)
            assert row.share.high == statistics.percent(interval.upper)
        else:
            assert (row.share.percent, row.share.low, row.share.high) == (None, None, None)


def test_rows_of_one_matter_count_once_in_area_and_total_and_each_in_its_standard() -> None:
    office = makers.office()
    rows = office.rows("observation", "counter")
    farewells = [row.label for row in rows if row.assessability.same_matter == "farewell"]
    assert len(farewells) > 1
    only = [row for row in rows if row.label in farewells]
    for person in office.people[office.units[0].pk]:
        makers.submit(office, office.units[0], employee=person, rows=only, verdict="met")

    section = department_report(office.district, QUARTER).methods[0]

    assert section.figure.counts is not None
    assert section.figure.counts.met == 6
    assert sum(
        row.counts.met for area in section.areas for s in area.standards for row in s.recommendations
    ) == 6 * len(farewells)


def test_partly_is_not_met_and_is_shown_beside_it() -> None:
    office = makers.office()
    label = office.rows("observation", "counter")[0].label
    for person in office.people[office.units[0].pk]:
        makers.submit(office, office.units[0], employee=person, verdict={label: "partly"})

    section = department_report(office.district, QUARTER).methods[0]

    row = next(r for a in section.areas for s in a.standards for r in s.recommendations if r.label == label)
    assert (row.share.met, row.share.rated, row.counts.partly, row.share.percent) == (0, 6, 6, Decimal("0.0"))
    assert section.weakest[0] == row


def test_waiting_time_is_given_with_its_number_of_audits() -> None:
    office = makers.office()
    people = office.people[office.units[0].pk]
    for person, minutes in zip(people, [None, 2, 3, 3, 5, 20], strict=True):
        makers.submit(office, office.units[0], employee=person, waiting_minutes=minutes)

    waiting = department_report(office.district, QUARTER).methods[0].waiting

    assert (waiting.audits, waiting.mean, waiting.median) == (5, Decimal("6.6"), Decimal("3.0"))


def test_late_and_remembered_audits_auditors_and_unnamed_people_are_counted() -> None:
    office = makers.office()
    people = office.people[office.units[0].pk]
    hours = datetime.timedelta(hours=1)
    for person in people:
        makers.submit(office, office.units[0], employee=person)
    makers.submit(office, office.units[0], submitted_at=makers.SUMMER + 25 * hours)
    makers.submit(
        office,
        office.units[0],
        opened_at=makers.SUMMER + 31 * 24 * hours,
        submitted_at=makers.SUMMER + 31 * 24 * hours,
    )

    section = department_report(office.district, QUARTER).methods[0]

    assert (section.audits, section.people, section.unattributed, section.auditors) == (8, 6, 2, 1)
    assert (section.filled_from_memory, section.opened_late) == (2, 1)


def test_reach_says_what_was_judged_of_what_the_method_sees_there() -> None:
    office = makers.office()
    rows = office.rows("mystery", "counter")
    for person in office.people[office.units[0].pk]:
        makers.submit(office, office.units[0], method="mystery", employee=person, rows=rows[:12])

    reach = department_report(office.district, QUARTER).methods[0].reach

    assert (reach.judged, reach.visible, reach.total) == (12, 70, 155)


def test_strengths_and_weakest_need_the_smallest_sample_and_break_ties_by_the_text() -> None:
    office = makers.office()
    rows = [row for row in office.rows("observation", "counter") if not row.assessability.same_matter]
    broken = [rows[3].label, rows[7].label]
    for number, person in enumerate(office.people[office.units[0].pk]):
        # Only four audits have the last row.
        makers.submit(
            office,
            office.units[0],
            employee=person,
            rows=rows[:20] if number < 4 else rows[:19],
            verdict=dict.fromkeys([*broken, rows[19].label], "not_met"),
        )

    section = department_report(office.district, QUARTER).methods[0]

    listed = [row.label for area in section.areas for standard in area.standards for row in standard.recommendations]
    met = [label for label in listed if label not in (*broken, rows[19].label)]
    assert [row.label for row in section.strengths] == met[:5]
    assert [row.label for row in section.weakest] == [label for label in listed if label in broken]


def test_a_department_without_audits_has_a_report_that_says_so() -> None:
    office = makers.office()

    report = department_report(office.district, QUARTER)

    assert (report.audits, report.methods, report.limitations) == (0, (), ())
    assert [edition.code for edition in report.editions] == ["75-2016"]
    assert report.editions[0].recommendations == 155

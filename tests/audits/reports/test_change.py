"""Against the period before: the same rows, the same channels, and no verdict on noise."""

import dataclasses
import datetime

import pytest

from audits import scoring, statistics
from audits.models import Answer
from audits.reports import contents, figures, periods
from audits.reports.department import department_report
from tests.audits.reports import makers
from tests.audits.reports.makers import submit

pytestmark = pytest.mark.django_db

QUARTER = periods.quarter(2026, 3)
SPRING = makers.SUMMER - datetime.timedelta(days=90)


def scores(audits: list, labels: set[str]) -> list[scoring.Score]:
    found = []
    for audit in audits:
        answers = Answer.objects.filter(audit=audit).select_related("recommendation__standard").order_by("position")
        found.append(
            scoring.total_score(
                scoring.Mark(answer.verdict, answer.weight, answer.same_matter)
                for answer in answers
                if answer.recommendation.label in labels
            )
        )
    return found


def test_it_is_newcombes_difference_over_the_rows_rated_in_both() -> None:
    office = makers.office((6,))
    rows = office.rows("observation", "counter")
    both = rows[10:40]
    broken = {row.label: "not_met" for row in rows[12:30:3]}
    people = office.people[office.units[0].pk]
    before = [
        submit(office, office.units[0], employee=person, rows=rows[:40], verdict=broken, took_place_at=SPRING)
        for person in people
    ]
    now = [submit(office, office.units[0], employee=person, rows=rows[10:60]) for person in people]

    (section,) = department_report(office.district, QUARTER).methods

    labels = {row.label for row in both}
    estimates = [
        statistics.estimate((s.weight, s.points, s.weight_sq) for s in scores(audits, labels))
        for audits in (now, before)
    ]
    expected = statistics.newcombe_difference(*estimates)
    assert expected is not None
    assert section.change is not None
    assert section.change.rows == len(both)
    assert (section.change.audits_before, section.change.audits_now) == (6, 6)
    assert section.change.points == statistics.percent(expected.difference)
    assert section.change.low == statistics.percent(expected.interval.lower)
    assert section.change.high == statistics.percent(expected.interval.upper)
    assert section.change.verdict == "rose"
    assert [part.change for part in section.parts] == [section.change]


def test_a_difference_whose_interval_holds_zero_is_undecided() -> None:
    office = makers.office((6,))
    label = office.rows("observation", "counter")[4].label
    for person in office.people[office.units[0].pk]:
        submit(office, office.units[0], employee=person, took_place_at=SPRING)
        submit(office, office.units[0], employee=person, verdict={label: "not_met"})

    (section,) = department_report(office.district, QUARTER).methods

    assert section.change is not None
    assert section.change.points is not None
    assert section.change.points < 0
    assert section.change.verdict == "undecided"


def test_another_mix_of_channels_is_compared_channel_by_channel_only() -> None:
    office = makers.office((6,))
    for person in office.people[office.units[0].pk]:
        submit(office, office.units[0], employee=person, took_place_at=SPRING)
        submit(office, office.units[0], employee=person)
        submit(office, office.units[0], employee=person, channel="phone")

    (section,) = department_report(office.district, QUARTER).methods

    assert section.change is None
    assert [(part.channel, part.change is not None) for part in section.parts] == [("counter", True), ("phone", False)]


def test_four_audits_before_are_too_few_to_say() -> None:
    office = makers.office((6,))
    people = office.people[office.units[0].pk]
    for person in people:
        submit(office, office.units[0], employee=person)
    for _ in range(4):
        submit(office, office.units[0], took_place_at=SPRING)
    # Five people may stand behind them, but only four audits do.
    submit(office, office.units[0], employee=people[0], took_place_at=SPRING, verdict="not_observed")

    (section,) = department_report(office.district, QUARTER).methods

    assert section.change is not None
    assert (section.change.audits_before, section.change.points, section.change.verdict) == (4, None, "too_few")


def test_another_methods_audits_are_nothing_to_compare_with() -> None:
    office = makers.office((6,))
    for person in office.people[office.units[0].pk]:
        submit(office, office.units[0], employee=person, took_place_at=SPRING, method="mystery")
        submit(office, office.units[0], employee=person)

    (section,) = department_report(office.district, QUARTER).methods

    assert section.change is None


def test_the_chart_says_of_a_hidden_area_that_it_is_not_shown_and_of_a_small_one_that_data_are_few():
    hidden = contents._change_row("III", None, figures.withheld(30))
    assert (hidden.value, hidden.remark) == (None, "nie pokazuje się")
    small = contents._change_row("V", None, dataclasses.replace(figures.withheld(3), band="too_few"))
    assert small.remark == "za mało danych"

"""Against the period before: the same rows, the same channels, and no verdict on noise. At both levels."""

import datetime
from typing import Any

import pytest

from audits.figures import scoring, statistics
from audits.models import Answer, Audit
from audits.models.periods import quarter
from audits.reports.department.contents import Level
from audits.reports.department.report import department_report
from audits.reports.headline import Comparison
from standards.choices import Channel, Method
from tests.audits.reports import makers
from tests.audits.reports.department.closed import FULL, close
from tests.audits.reports.makers import Office, submit

pytestmark = pytest.mark.django_db

SPRING = makers.SUMMER - datetime.timedelta(days=90)
LEVELS = [pytest.param(Level(), id="general"), pytest.param(FULL, id="full")]


@pytest.fixture
def office() -> Office:
    return makers.office((6,))


def visits(office: Office, number: int, **fields: Any) -> list[Audit]:
    return [submit(office, office.units[0], method=Method.MYSTERY, **fields) for _ in range(number)]


def change(office: Office, level: Level, *, closed: tuple[int, ...] = (2, 3)) -> Comparison | None:
    for number in closed:
        close(office, quarter(2026, number), Method.MYSTERY)
    return department_report(office.district, quarter(2026, 3), level=level).headline.comparison


def estimate(audits: list[Audit], labels: set[str]) -> statistics.Estimate | None:
    scores = []
    for audit in audits:
        answers = Answer.objects.filter(audit=audit).select_related("recommendation__standard").order_by("position")
        score = scoring.total_score(
            scoring.Mark(answer.verdict, answer.weight, answer.same_matter)
            for answer in answers
            if answer.recommendation.label in labels
        )
        scores.append((score.weight, score.points, score.weight_sq))
    return statistics.estimate(scores)


@pytest.mark.parametrize("level", LEVELS)
def test_it_is_newcombes_difference_over_the_rows_rated_in_both(office: Office, level: Level) -> None:
    rows = office.rows(Method.MYSTERY, Channel.COUNTER)
    broken = {row.label: "not_met" for row in rows[12:30:3]}
    before = visits(office, 6, rows=rows[:40], verdict=broken, took_place_at=SPRING)
    now = visits(office, 7, rows=rows[10:60])

    made = change(office, level)

    labels = {row.label for row in rows[10:40]}
    expected = statistics.newcombe_difference(estimate(now, labels), estimate(before, labels))
    assert expected is not None
    assert made is not None
    assert (made.points, made.low, made.high) == (
        statistics.percent(expected.difference),
        statistics.percent(expected.interval.lower),
        statistics.percent(expected.interval.upper),
    )
    assert (made.outcome, made.audits_before) == ("rose", 6)


@pytest.mark.parametrize("level", LEVELS)
def test_one_whose_interval_holds_zero_is_undecided(office: Office, level: Level) -> None:
    label = office.rows(Method.MYSTERY, Channel.COUNTER)[4].label
    visits(office, 6, took_place_at=SPRING)
    visits(office, 6, verdict={label: "not_met"})

    made = change(office, level)

    assert made is not None
    assert made.points is not None
    assert (made.points < 0, made.outcome) == (True, "undecided")


@pytest.mark.parametrize("level", LEVELS)
def test_areas_have_changes_of_their_own(office: Office, level: Level) -> None:
    rows = office.rows(Method.MYSTERY, Channel.COUNTER)
    area = rows[0].recommendation.standard.area
    of_area = {row.label: "not_met" for row in rows if row.recommendation.standard.area_id == area.pk}
    visits(office, 6, verdict=of_area, took_place_at=SPRING)
    visits(office, 6)
    change(office, level)

    shown = {
        each.number: each.change for each in department_report(office.district, quarter(2026, 3), level=level).areas
    }

    assert shown[area.number] is not None
    assert (shown[area.number].outcome, str(shown[area.number].points)) == ("rose", "100.0")
    assert {str(each.points) for number, each in shown.items() if number != area.number and each} == {"0.0"}


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(
    ("before", "now", "outcome", "audits"),
    [
        pytest.param([], [{}] * 5, "no_audits_before", 0, id="none before"),
        pytest.param([{}] * 4, [{}] * 5, "few_before", 4, id="four before"),
        pytest.param([{}] * 5, [{}] * 5 + [{"channel": Channel.PHONE}], "other_channels", 0, id="a channel more"),
        pytest.param([{"part": 0}] * 5, [{"part": 1}] * 5, "other_rows", 0, id="no row in common"),
        pytest.param([{}] * 4 + [{"verdict": "not_observed"}] * 2, [{}] * 5, "few_now", 4, id="enough, but few rated"),
    ],
)
def test_why_nothing_compares(
    office: Office, level: Level, before: list[dict[str, Any]], now: list[dict[str, Any]], outcome: str, audits: int
) -> None:
    rows = office.rows(Method.MYSTERY, Channel.COUNTER)
    parts = [[row for row in rows if not row.assessability.same_matter][at::2] for at in (0, 1)]
    for fields, day in [(each, SPRING) for each in before] + [(each, makers.SUMMER) for each in now]:
        options = {key: value for key, value in fields.items() if key != "part"}
        if "part" in fields:
            options["rows"] = parts[fields["part"]]
        visits(office, 1, took_place_at=day, **options)

    made = change(office, level)

    assert made is not None
    assert (made.outcome, made.audits_before, made.points) == (outcome, audits, None)


def test_of_a_quarter_before_that_is_not_closed_it_says_so(office: Office) -> None:
    visits(office, 5, took_place_at=SPRING)
    visits(office, 5)

    made = change(office, Level(), closed=(3,))

    assert made is not None
    assert made.outcome == "not_closed_before"


def test_of_a_quarter_before_with_few_people_it_says_so() -> None:
    office = makers.office((6,))
    for person in office.people[office.units[0].pk][:3]:
        # They came in May.
        person.employments.update(since=datetime.date(2026, 5, 10))
    visits(office, 5, took_place_at=SPRING)
    visits(office, 5)

    made = change(office, Level())

    assert made is not None
    assert made.outcome == "few_people_before"

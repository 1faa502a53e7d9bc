"""Where every block is shown, the general level has the very numbers of the full one: both add up the same audits."""

import datetime
import random
from typing import Any

import pytest

from audits.exports import plain
from audits.models.periods import Period, half_year, quarter, whole_year
from audits.reports.department.contents import DepartmentReport
from audits.reports.department.report import department_report
from standards.choices import Channel, Method
from tests.audits.reports import makers
from tests.audits.reports.department.closed import FULL, close
from tests.audits.reports.makers import Office, chance_verdict, submit

pytestmark = pytest.mark.django_db

YEARS = (whole_year(2025), whole_year(2026))


def drawn_office(seed: int) -> Office:
    """Two years of an office in which every unit has a crowd for every method and channel."""
    chance = random.Random(seed)
    office = makers.office((6, 5, 7))
    for year in YEARS:
        for unit in office.units:
            for channel in (Channel.COUNTER, Channel.PHONE):
                for person in office.people[unit.pk]:
                    _audit(office, chance, unit, year, Method.OBSERVATION, channel, person)
                for _ in range(chance.randrange(5)):
                    _audit(office, chance, unit, year, Method.MYSTERY, channel, None)
    return office


def _audit(
    office: Office, chance: random.Random, unit: Any, year: Period, method: str, channel: str, person: Any
) -> None:
    rows = office.rows(method, channel)
    day = year.first_day + datetime.timedelta(days=chance.randrange(365))
    submit(
        office,
        unit,
        method=method,
        channel=channel,
        employee=person,
        rows=chance.choice([rows, [row for row in rows if row.is_core], rows[::2]]),
        verdict=chance_verdict(chance),
        took_place_at=datetime.datetime.combine(day, datetime.time(9), tzinfo=datetime.UTC),
        waiting_minutes=chance.choice([None, 0, 3, 12]),
    )


def numbers(report: DepartmentReport, methods: set[str]) -> Any:
    """All that both levels must say alike of these methods."""
    shown = plain(report)
    for name in ("level", "as_of", "fingerprint", "methods"):
        del shown[name]
    # In quarters a method that is closed by the year has nothing.
    for column in shown["trend"]["columns"]:
        column["found"] = [each for each in column["found"] if each["method"] in methods]
    return shown


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_year_is_the_same_at_both(seed: int) -> None:
    office = drawn_office(seed)
    for year in YEARS:
        close(office, year)
    for department in (office.district, *office.units):
        general = department_report(department, whole_year(2026))
        full = department_report(department, whole_year(2026), level=FULL)
        assert any(each.scored for each in full.headline.found)
        assert numbers(general, {Method.MYSTERY}) == numbers(full, {Method.MYSTERY})
        assert general.methods[0].coverage == full.methods[0].coverage


@pytest.mark.parametrize("period", [quarter(2026, 1), half_year(2026, 2)])
def test_shopping_in_shorter_periods_is_the_same_at_both(period: Period) -> None:
    office = drawn_office(4)
    for year in YEARS:
        close(office, year, Method.MYSTERY)
    general = department_report(office.district, period)
    full = department_report(office.district, period, level=FULL)
    mine = [next(each for each in report.headline.found if each.method == Method.MYSTERY) for report in (general, full)]
    assert mine[0] == mine[1]
    assert general.headline.comparison == full.headline.comparison or full.main_method != Method.MYSTERY
    assert [row for row in general.channels if row.method == Method.MYSTERY] == [
        row for row in full.channels if row.method == Method.MYSTERY
    ]
    for here, there in zip(general.standards, full.standards, strict=True):
        assert [row.of(Method.MYSTERY) for row in here.recommendations] == [
            row.of(Method.MYSTERY) for row in there.recommendations
        ]


def test_the_full_level_is_the_same_however_it_was_read() -> None:
    """The short form of the audits is made by the first report and only read by the second."""
    office = drawn_office(5)
    first = department_report(office.district, whole_year(2026), level=FULL)
    assert department_report(office.district, whole_year(2026), level=FULL) == first

"""What is not in a report at the general level, and why: one phrase a cause."""

import datetime
from typing import Any

import pytest

from audits.models.periods import half_year, quarter, whole_year
from audits.reports.department.report import department_report
from standards.choices import Channel, Method
from tests.audits.factories import DepartmentFactory, employed
from tests.audits.reports import makers
from tests.audits.reports.department.closed import close, found
from tests.audits.reports.makers import Office, submit

pytestmark = pytest.mark.django_db

YEAR, SUMMER, SPRING = whole_year(2026), quarter(2026, 3), quarter(2026, 2)
MAY = datetime.datetime(2026, 5, 4, 8, tzinfo=datetime.UTC)


@pytest.fixture
def office() -> Office:
    return makers.office((6, 6, 3))


def visit(office: Office, unit: Any, **fields: Any) -> None:
    submit(office, unit, method=Method.MYSTERY, **fields)


def test_a_quarter_of_what_is_closed_by_the_year_says_of_which_length_it_is(office: Office) -> None:
    for person in office.people[office.units[0].pk]:
        submit(office, office.units[0], employee=person)
    close(office, YEAR, Method.OBSERVATION)

    shown = found(department_report(office.district, SUMMER), Method.OBSERVATION)

    assert (shown.absence, shown.granule, shown.audits) == ("longer_granule", "year", 0)
    assert found(department_report(office.district, YEAR), Method.OBSERVATION).audits == 6


def test_a_quarter_that_is_not_closed_is_named_in_the_half_year(office: Office) -> None:
    visit(office, office.units[0], took_place_at=MAY)
    visit(office, office.units[0])
    close(office, SUMMER, Method.MYSTERY)

    report = department_report(office.district, half_year(2026, 2))

    assert found(report).audits == 1
    assert report.headline.not_closed == (quarter(2026, 4),)
    assert found(department_report(office.district, SPRING)).absence == "not_closed"


def test_a_channel_without_a_crowd_is_named_once(office: Office) -> None:
    visit(office, office.units[0])
    visit(office, office.units[2], channel=Channel.PHONE)
    close(office, SUMMER, Method.MYSTERY)

    (part,) = department_report(office.district, SUMMER).headline.left_out

    assert (part.unit, part.channel, part.period) == ("", Channel.PHONE, None)


def test_a_unit_without_a_crowd_is_named_once_whatever_it_lacks(office: Office) -> None:
    for channel in (Channel.COUNTER, Channel.PHONE):
        visit(office, office.units[0], channel=channel)
        visit(office, office.units[2], channel=channel)
    close(office, SUMMER, Method.MYSTERY)

    report = department_report(office.district, SUMMER)

    assert [(part.unit, part.channel) for part in report.headline.left_out] == [(office.units[2].name, "")]
    assert [unit.codes for unit in report.units if unit.few_people] == [(office.units[2].code,)]


def test_a_quarter_without_a_crowd_is_named_in_the_year(office: Office) -> None:
    visit(office, office.units[2], took_place_at=MAY)
    visit(office, office.units[0])
    for number in (1, 2, 3, 4):
        close(office, quarter(2026, number), Method.MYSTERY)

    report = department_report(office.district, YEAR)

    assert [part.period for part in report.headline.left_out] == [SPRING]
    assert found(department_report(office.district, SPRING)).absence == "few_people"


def test_a_unit_shown_at_the_counter_is_named_with_the_channel_that_it_lacks(office: Office) -> None:
    small = DepartmentFactory(code="UD-PRO-1-A", name="Referat", parent=office.units[0])
    visit(office, office.units[0])
    visit(office, office.units[1], channel=Channel.PHONE)
    visit(office, small, channel=Channel.PHONE)
    close(office, SUMMER, Method.MYSTERY)

    report = department_report(office.district, SUMMER)

    assert [(part.unit, part.channel) for part in report.headline.left_out] == [("UD-PRO-1-A Referat", "")]


def test_small_units_put_together_stand_in_one_row_and_in_no_other(office: Office) -> None:
    small = DepartmentFactory(code="UD-PRO-4", name="Wydział Próbny 4", parent=office.district)
    employed(small)
    employed(small)
    visit(office, office.units[2])
    visit(office, small)
    close(office, SUMMER, Method.MYSTERY)

    report = department_report(office.district, SUMMER)

    assert [(unit.codes, [cell.audits for cell in unit.cells]) for unit in report.units] == [
        (("UD-PRO-1",), []),
        (("UD-PRO-2",), []),
        (("UD-PRO-3", "UD-PRO-4"), [2]),
    ]

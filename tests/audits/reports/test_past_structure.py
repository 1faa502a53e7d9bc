"""A report of a past period is the same after the office was re-organised; from the day on the new structure counts."""

import datetime

import pytest

from audits.reorganisation import merge_departments, move_department
from audits.reports import periods
from audits.reports.department import department_report
from tests.audits.factories import DepartmentFactory
from tests.audits.reports.makers import Office, submit

pytestmark = pytest.mark.django_db

QUARTER, NEXT = periods.quarter(2026, 3), periods.quarter(2026, 4)
FIRST_DAY = datetime.date(2026, 10, 1)
LATER = datetime.datetime(2026, 10, 20, 10, tzinfo=datetime.UTC)


def test_a_past_period_keeps_its_structure(office: Office, time_machine) -> None:
    time_machine.move_to(datetime.datetime(2026, 11, 3, 10, tzinfo=datetime.UTC), tick=False)
    leaving, taking_over = office.units
    elsewhere = DepartmentFactory(code="B-INNE")
    before = department_report(office.district, QUARTER)
    assert {unit.label for unit in before.methods[0].units} == {leaving.name, taking_over.name}

    move_department(department=leaving, parent=elsewhere, since=FIRST_DAY)
    merge_departments(source=leaving, target=elsewhere, on=FIRST_DAY + datetime.timedelta(days=10))

    assert department_report(office.district, QUARTER) == before
    assert department_report(elsewhere, QUARTER).audits == 0
    submit(office, leaving, took_place_at=LATER)
    submit(office, taking_over, took_place_at=LATER)
    assert department_report(office.district, NEXT).audits == 1
    assert department_report(elsewhere, NEXT).audits == 1

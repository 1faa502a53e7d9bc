"""A report costs the same number of queries whatever the number of audits; the general level asks of none of them."""

import datetime
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audits.models import Audit
from audits.models.periods import quarter, whole_year
from audits.reports.department.contents import Level
from audits.reports.department.report import department_report
from audits.reports.yields import yields
from standards.choices import Method
from tests.audits.reports import makers
from tests.audits.reports.department.closed import FULL, close, hr_of

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db]

MOST_QUERIES = 20
# What somebody was audited with; closings refer to none of it.
OF_AUDITS = {
    "audits_audit",
    "audits_answer",
    "audits_gate",
    "audits_sheet",
    "audits_sheetlines",
    "audits_identification",
    "audits_statement",
    "audits_correction",
    "audits_annulment",
    "audits_employee",
    "audits_employment",
    "audits_blockversion",
    "audits_departure",
}


def tables_of(queries: CaptureQueriesContext) -> set[str]:
    return {table for each in queries for table in re.findall(r'(?:FROM|JOIN|INTO|UPDATE) "(\w+)"', each["sql"])}


def asked(office: makers.Office, level: Level) -> CaptureQueriesContext:
    with CaptureQueriesContext(connection) as queries:
        report = department_report(office.district, whole_year(2026), level=level)
    assert report.headline.main is not None
    assert report.headline.main.audits
    return queries


def test_ten_and_five_hundred_audits_take_equally_many_queries() -> None:
    office = makers.office((8, 8, 8))
    hr = hr_of(office)
    makers.fill_by_chance(office, 5, 3, datetime.date(2025, 7, 1), 180)
    makers.fill_by_chance(office, 5, 4, datetime.date(2026, 7, 1), 90)
    first_look = len(asked(office, FULL))
    at_ten = len(asked(office, FULL))
    close(office, quarter(2026, 3), Method.MYSTERY, by=hr)
    closed_at_ten = len(asked(office, Level()))
    makers.fill_by_chance(office, 245, 1, datetime.date(2025, 4, 1), 270)
    makers.fill_by_chance(office, 245, 2, datetime.date(2026, 4, 1), 90)
    for period in (whole_year(2025), quarter(2026, 1), quarter(2026, 2), quarter(2026, 4)):
        close(office, period, Method.MYSTERY, by=hr)
    asked(office, FULL)

    assert Audit.objects.count() == 500
    assert len(asked(office, FULL)) == at_ten <= MOST_QUERIES
    assert first_look <= at_ten + 8
    # Where there is something to compare with, checklists are read once more.
    assert closed_at_ten <= len(asked(office, Level())) <= closed_at_ten + 1 <= MOST_QUERIES


def test_the_general_level_asks_of_no_audit_nor_person() -> None:
    office = makers.office((8, 8, 3))
    hr = hr_of(office)
    makers.fill_by_chance(office, 60, 1, datetime.date(2025, 1, 1), 365)
    makers.fill_by_chance(office, 60, 2, datetime.date(2026, 1, 1), 365)
    for year in (2025, 2026):
        close(office, whole_year(year), by=hr)
    for department in (office.district, *office.units):
        for period in (whole_year(2026), quarter(2026, 3)):
            with CaptureQueriesContext(connection) as queries:
                department_report(department, period)
            assert tables_of(queries) & OF_AUDITS == set()
            assert {"audits_closing", "audits_blocksums"} <= tables_of(queries)


def test_what_a_choice_yields_is_known_in_a_fixed_number_of_queries() -> None:
    office = makers.office((8, 8, 3))
    hr = hr_of(office)

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            yields(office.units[2], quarter(2026, 3), by=hr)
        return len(queries)

    makers.submit(office, office.units[0], method=Method.MYSTERY)
    makers.submit(office, office.units[2], method=Method.MYSTERY)
    close(office, quarter(2026, 3), Method.MYSTERY, by=hr)
    with_two_audits = cost()
    makers.fill_by_chance(office, 60, 2, datetime.date(2026, 4, 1), 90)
    close(office, quarter(2026, 2), Method.MYSTERY, by=hr)
    assert cost() == with_two_audits <= MOST_QUERIES

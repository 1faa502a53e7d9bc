"""A report costs the same number of queries whatever the number of audits."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audits.models import Audit
from audits.reports import periods
from audits.reports.department import department_report
from tests.audits.reports import makers

pytestmark = pytest.mark.django_db

MOST_QUERIES = 20
ONE_QUARTER = datetime.timedelta(days=90)


def test_ten_and_five_hundred_audits_take_equally_many_queries() -> None:
    office = makers.office((8, 8, 8))
    for person in office.people[office.units[0].pk][:5]:
        makers.submit(office, office.units[0], employee=person)
        makers.submit(office, office.units[0], employee=person, took_place_at=makers.SUMMER - ONE_QUARTER)
    at_ten = queries_of_a_report(office)
    makers.fill_by_chance(office, 245, 1, datetime.date(2026, 4, 1), 91)
    makers.fill_by_chance(office, 245, 2, datetime.date(2026, 7, 1), 92)
    at_five_hundred = queries_of_a_report(office)

    assert Audit.objects.count() == 500
    assert at_ten == at_five_hundred
    assert at_five_hundred <= MOST_QUERIES


def queries_of_a_report(office: makers.Office) -> int:
    with CaptureQueriesContext(connection) as queries:
        report = department_report(office.district, periods.quarter(2026, 3))
    # The dearest case: there is something to compare with.
    assert any(section.change for section in report.methods)
    return len(queries)

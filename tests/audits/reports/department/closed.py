"""Closing what is over, for tests of reports: HR of the whole office on the day after."""

import datetime
from typing import Any

from audits.choices import Role
from audits.figures.disclosure import Granule
from audits.models import Closing, User
from audits.models.periods import Period, day_start
from audits.reports.closings import close_granule
from audits.reports.closings.granules import lengths_of
from audits.reports.department.contents import DepartmentReport, Level
from standards.choices import Method
from tests.audits.factories import appointed
from tests.audits.reports.makers import Office

FULL = Level("full", "nadzór nad jakością", datetime.datetime(2027, 2, 1, 9, tzinfo=datetime.UTC))


def hr_of(office: Office) -> User:
    return appointed(Role.HR, office.district)


def close(office: Office, period: Period, *methods: str, by: User | None = None) -> list[Closing]:
    """Every granule of these methods (all, unless told) that lies in the period, each on the day after its last."""
    by = by or hr_of(office)
    lengths = lengths_of()
    days = Granule(period.first_day, period.last_day)
    return [
        close_granule(
            method=method,
            first_day=granule.first,
            last_day=granule.last,
            by=by,
            now=day_start(granule.last + datetime.timedelta(days=1)),
        )
        for method in methods or tuple(Method)
        for granule in lengths.granules_of(method, days)
        if days.first <= granule.first and granule.last <= days.last
    ]


def found(report: DepartmentReport, method: str = Method.MYSTERY) -> Any:
    """The total of one method."""
    return next(each for each in report.headline.found if each.method == method)


def row(report: DepartmentReport, label: str) -> Any:
    return next(row for standard in report.standards for row in standard.recommendations if row.label == label)

"""An office whose third quarter of 2026 is over, and HR of all of it."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from audits.choices import Role
from audits.models import Closing, User
from audits.reports.closings import close_granule
from standards.choices import Method
from tests.audits.factories import appointed
from tests.audits.reports import makers

FIRST, LAST = datetime.date(2026, 7, 1), datetime.date(2026, 9, 30)
# The day after.
NOW = datetime.datetime(2026, 10, 1, 8, tzinfo=datetime.UTC)


@pytest.fixture
def district() -> makers.Office:
    """Six people in two units, three in the third."""
    return makers.office((6, 6, 3))


@pytest.fixture
def hr(district: makers.Office) -> User:
    return appointed(Role.HR, district.district)


@pytest.fixture
def close(hr: User) -> Callable[..., Closing]:
    def act(**options: Any) -> Closing:
        usual = {"method": Method.MYSTERY, "first_day": FIRST, "last_day": LAST, "by": hr, "now": NOW}
        return close_granule(**(usual | options))

    return act

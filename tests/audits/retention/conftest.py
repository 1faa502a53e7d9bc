"""An office whose audits are of 2020 to 2026, looked at in 2026."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from audits.choices import DataClass, Role
from audits.models import Audit, Employee, RetentionRule, User
from tests.audits.factories import appointed
from tests.audits.reports.makers import Office
from tests.audits.reports.makers import office as make_office
from tests.audits.reports.makers import submit as make

TODAY = datetime.date(2026, 11, 25)
NOW = datetime.datetime(2026, 11, 25, 12, tzinfo=datetime.UTC)


def noon(day: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(f"{day}T12:00+01:00")


@pytest.fixture
def office(db: None) -> Office:
    return make_office([3])


@pytest.fixture
def administrator(office: Office) -> User:
    return appointed(Role.ADMINISTRATOR, office.district)


@pytest.fixture
def rule(db: None) -> Callable[..., RetentionRule]:
    """A class's rule, confirmed by the office."""

    def confirm(data_class: str, **fields: Any) -> RetentionRule:
        # Made anew where a test emptied the database before.
        usual = {"years": 5, "is_proposal": False, "needs_consent": data_class in (DataClass.AUDITS, DataClass.REPORTS)}
        return RetentionRule.objects.update_or_create(data_class=data_class, defaults=usual | fields)[0]

    return confirm


@pytest.fixture
def person(office: Office) -> Employee:
    return office.people[office.units[0].pk][0]


@pytest.fixture
def submit(office: Office) -> Callable[..., Audit]:
    """An audit of a few rows, made on that day."""
    rows = office.rows("observation", "counter")[:4]

    def made(day: str, **fields: Any) -> Audit:
        return make(office, office.units[0], took_place_at=noon(day), **({"rows": rows} | fields))

    return made

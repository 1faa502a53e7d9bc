"""An office with two administrators, at one moment."""

import datetime
from collections.abc import Iterator

import pytest
import time_machine

from audits.choices import Role
from audits.models import Department, User
from tests.audits.factories import DepartmentFactory, appointed

NOW = datetime.datetime(2026, 11, 20, 9, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def office() -> Department:
    return DepartmentFactory(code="UM")


@pytest.fixture
def first(office: Department) -> User:
    return appointed(Role.ADMINISTRATOR, office)


@pytest.fixture
def second(office: Department) -> User:
    return appointed(Role.ADMINISTRATOR, office)

"""What the standards' tests share."""

import pytest
from django.test import Client

from audits.choices import Role
from standards.models import Edition
from tests.audits.factories import DepartmentFactory, UserFactory, appointed
from tests.standards.factories import load_edition_2016


@pytest.fixture
def edition_2016(db: None) -> Edition:
    """The real standards of 2016, published."""
    return load_edition_2016()


@pytest.fixture
def reader(client: Client, db: None) -> Client:
    """Somebody signed in who holds no appointment at all."""
    client.force_login(UserFactory())
    return client


@pytest.fixture
def administrator(client: Client, db: None) -> Client:
    client.force_login(appointed(Role.ADMINISTRATOR, DepartmentFactory()))
    return client

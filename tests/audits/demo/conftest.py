"""One demo office on a day long fixed, a fiftieth of its audits, for the tests that only read it."""

import datetime
from collections.abc import Iterator

import pytest
from django.db import transaction

from audits.demo.seeding import Seeded, seed
from tests.audits.factories import load_edition_2016

UNTIL = datetime.date(2026, 9, 10)


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[Seeded]:
    """Seeded once for a module; undone with the transaction, so its tests take no `db` of their own."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_edition_2016()
        yield seed(until=UNTIL, scale=0.02)
        transaction.set_rollback(True)

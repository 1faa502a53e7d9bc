"""Two people of HR who close the same granule at the same moment: one does, the other is told that it is done."""

import threading

import pytest
from django.db import connection, connections

from audits.choices import Role
from audits.models import Block, BlockVersion, Closing
from audits.reports.closings import close_granule
from standards.choices import Method
from standards.refusals import Refused
from tests.audits.factories import appointed
from tests.audits.reports import makers
from tests.audits.reports.closings.conftest import FIRST, LAST, NOW

pytestmark = pytest.mark.both_databases


@pytest.mark.django_db(transaction=True)
def test_it_is_closed_once() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time: it cannot happen there")
    office = makers.office((6, 6))
    for unit in office.units:
        makers.submit(office, unit, method=Method.MYSTERY)
    people = [appointed(Role.HR, office.district) for _ in range(4)]
    at_once = threading.Barrier(len(people))
    outcomes: list[str] = []

    def act(by: object) -> None:
        try:
            at_once.wait(timeout=30)
            close_granule(method=Method.MYSTERY, first_day=FIRST, last_day=LAST, by=by, now=NOW)  # type: ignore[arg-type]
            outcomes.append("closed")
        except Refused as refusal:
            outcomes.append(f"refused: {refusal}")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=act, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert sorted(outcome.split(":")[0] for outcome in outcomes) == ["closed", "refused", "refused", "refused"]
    assert (Closing.objects.count(), Block.objects.count(), BlockVersion.objects.count()) == (1, 2, 2)

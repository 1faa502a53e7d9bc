"""Orders given at the same moment, of many departments and of single ones: all are taken, none waits for ever."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, connections

from audits.choices import Role
from audits.models import Batch, Report, periods
from audits.reports import jobs, turns
from audits.reports.batches import ordering
from tests.audits.factories import appointed
from tests.audits.reports import makers

pytestmark = [pytest.mark.both_databases, pytest.mark.usefixtures("waiting_jobs")]

QUARTER = periods.quarter(2026, 3)


def at_once(acts: list[Callable[[], object]]) -> list[str]:
    """What came of each."""
    ready = threading.Barrier(len(acts))
    outcomes: list[str] = []

    def run(act: Callable[[], object]) -> None:
        try:
            ready.wait(timeout=30)
            act()
            outcomes.append("taken")
        except Exception as error:
            outcomes.append(repr(error))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return outcomes


@pytest.mark.django_db(transaction=True)
def test_the_same_order_twice_is_one_and_those_of_two_accounts_are_two() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time: it cannot happen there")
    office = makers.office((6, 6, 6))
    people = [appointed(Role.HR, office.district) for _ in range(2)]

    outcomes = at_once(
        [lambda by=by: ordering.order_batch(department=None, period=QUARTER, by=by) for by in (*people, *people)]  # type: ignore[misc]
    )

    assert outcomes == ["taken"] * 4
    assert (Batch.objects.count(), Report.objects.count()) == (2, 8)
    # Of each account one job in each lane.
    assert Report.objects.filter(has_job=True).count() == 4


@pytest.mark.django_db(transaction=True)
def test_a_single_order_of_one_of_its_departments_holds_the_department_before_the_account(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whichever of the two orders holds the department first, the other waits for it without holding the account."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time: it cannot happen there")
    office = makers.office((6, 6))
    hr = appointed(Role.HR, office.district)
    holds_department, may_go_on = threading.Event(), threading.Event()
    lock = turns.lock_account
    waits = threading.local()

    def lock_account(account: int) -> None:
        if getattr(waits, "here", False):
            # It has its department, and only now asks for the account.
            holds_department.set()
            may_go_on.wait(timeout=30)
        lock(account)

    monkeypatch.setattr(turns, "lock_account", lock_account)

    def single() -> None:
        waits.here = True
        jobs.request_report(department=office.units[1], period=QUARTER, by=hr)

    def batch() -> None:
        holds_department.wait(timeout=30)
        watcher = threading.Thread(target=let_go)
        watcher.start()
        ordering.order_batch(department=None, period=QUARTER, by=hr)
        watcher.join()

    def let_go() -> None:
        # The batch waits for the department that the single order holds.
        with connection.cursor() as cursor:
            for _turn in range(600):
                cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted AND pid <> pg_backend_pid()")
                if cursor.fetchone()[0]:
                    break
                cursor.execute("SELECT pg_sleep(0.05)")
        may_go_on.set()
        connections.close_all()

    assert at_once([single, batch]) == ["taken"] * 2
    assert Report.objects.count() == 4

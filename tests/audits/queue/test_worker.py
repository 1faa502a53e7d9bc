"""Workers that are killed in the middle of a report, with nobody watching: it is made all the same, and once."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from audits.choices import Role
from audits.models import periods
from audits.reports import jobs
from tests.audits.factories import appointed
from tests.audits.queue.processes import Office
from tests.audits.reports import makers
from tests.audits.reports.department.closed import close

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]

QUARTER = periods.quarter(2026, 3)
STATE = "SELECT state, attempt FROM audits_report"
MAKING = "SELECT state, stage FROM audits_report"
JOBS = "SELECT status FROM django_tasks_database_dbtaskresult"
# Each takes as long as two sweeps.
ROUNDS = range(3 if os.environ["DATABASE_URL"].startswith("postgres") else 1)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[Office]:
    """With one report that waits in the lane of long ones."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["short", "long"]}}
    made = makers.office((6, 6))
    for unit in made.units:
        for person in made.people[unit.pk]:
            makers.submit(made, unit, employee=person)
    close(made, QUARTER, "mystery")
    jobs.request_report(department=made.district, period=QUARTER, by=appointed(Role.HR, made.district))
    found = Office(tmp_path, monkeypatch)
    yield found
    found.end()


@pytest.mark.parametrize("round", ROUNDS)
def test_a_report_whose_worker_is_killed_is_made_once_by_another(office: Office, round: int) -> None:  # noqa: A002
    killed = office.start("worker", "--lane", "long")
    office.wait_for(MAKING, lambda rows: rows == [("running", "typesetting")])
    office.start("worker", "--lane", "long")
    killed.kill()
    killed.wait()

    office.wait_for(STATE, lambda rows: rows == [("done", 2)])
    office.wait_for(JOBS, lambda rows: rows == [("SUCCESSFUL",)])

    ((path,),) = office.rows("SELECT file FROM audits_report")
    assert [str(found.relative_to(office.folder)) for found in office.folder.rglob("*.pdf")] == [path]


def test_a_lane_whose_process_is_killed_is_started_again(office: Office) -> None:
    parent = office.start("worker", "--lanes", "long")
    office.wait_for(MAKING, lambda rows: rows == [("running", "typesetting")])
    (lane,) = (int(number) for number in Path(f"/proc/{parent.pid}/task/{parent.pid}/children").read_text().split())
    office.kill(lane)

    office.wait_for(STATE, lambda rows: rows == [("done", 2)])
    parent.terminate()
    assert parent.wait() == 0


def test_a_lane_that_there_is_not_is_named() -> None:
    with pytest.raises(CommandError, match="no lane fast"):
        call_command("worker", lanes="fast,long")

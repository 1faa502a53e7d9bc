"""A job that fails by what passes waits and is done; what fails so each time is given up."""

from typing import Any

import pytest
from django.db import OperationalError
from django_tasks_db.models import DBTaskResult

from audits.queue.lanes import JobLane
from audits.queue.sweeping import MOST_CLAIMS
from audits.reports import jobs
from audits.tasks import NotNow

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]

WAITS = ("READY", "", "")
BEYOND_COUNTING = 3 * MOST_CLAIMS


@pytest.fixture
def lane(settings: Any) -> JobLane:
    """With one job."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["short", "long"]}}
    jobs.make_report.enqueue(0)
    return JobLane("short")


def fails(monkeypatch: pytest.MonkeyPatch, fault: Exception, times: int) -> None:
    left = iter([fault] * times)

    def run_report(_report: int) -> None:
        if (raised := next(left, None)) is not None:
            raise raised

    monkeypatch.setattr(jobs, "run_report", run_report)


def state() -> tuple[str, str, str]:
    job = DBTaskResult.objects.get()
    return job.status, job.exception_class_path, job.traceback


@pytest.mark.parametrize(
    ("fault", "times"), [(OperationalError("deadlock detected"), 1), (NotNow("a full disk"), BEYOND_COUNTING)]
)
def test_it_waits_and_is_done(lane: JobLane, monkeypatch: pytest.MonkeyPatch, fault: Exception, times: int) -> None:
    fails(monkeypatch, fault, times)
    for _ in range(times):
        with pytest.raises(NotNow):
            lane.turn()
        assert state() == WAITS
    assert lane.turn()
    assert state() == ("SUCCESSFUL", "", "")
    # Waiting is not counted as having been cut short, after which a job is given up.
    assert len(DBTaskResult.objects.get().worker_ids) < MOST_CLAIMS


def test_what_the_database_refuses_each_time_is_given_up(lane: JobLane, monkeypatch: pytest.MonkeyPatch) -> None:
    fails(monkeypatch, OperationalError("canceling statement"), BEYOND_COUNTING)
    for _ in range(MOST_CLAIMS - 1):
        with pytest.raises(NotNow):
            lane.turn()
        assert state() == WAITS
    assert lane.turn()
    status, fault, traceback = state()
    assert (status, fault) == ("FAILED", "django.db.utils.OperationalError")
    assert "canceling statement" in traceback
    assert not lane.turn()

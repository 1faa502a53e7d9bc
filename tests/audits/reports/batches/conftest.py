"""A worker that does the jobs of the database's queue one by one, and whoever orders."""

from collections.abc import Callable
from typing import Any

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from audits.choices import Role
from audits.models import Batch, Report, User, periods
from audits.reports import jobs
from audits.reports.batches import ordering
from tests.audits.factories import appointed
from tests.audits.reports.makers import Office

QUARTER = periods.quarter(2026, 3)


@pytest.fixture
def waiting_jobs(jobs_at_once: None, settings: Any) -> None:
    """The database's queue, in which jobs wait for a worker."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["short", "long"]}}


@pytest.fixture
def hr(office: Office) -> User:
    return appointed(Role.HR, office.district)


@pytest.fixture
def order(office: Office, hr: User) -> Callable[..., Batch]:
    """Of all departments in the third quarter, unless told otherwise."""

    def given(**fields: Any) -> Batch:
        return ordering.order_batch(**{"department": None, "period": QUARTER, "by": hr} | fields)

    return given


def queued(lane: str | None = None) -> list[int]:
    """Of which reports the jobs are that wait, in the order in which workers take them."""
    rows = DBTaskResult.objects.ready()
    if lane:
        rows = rows.filter(queue_name=lane)
    return [row.args_kwargs["args"][0] for row in rows]


def work(lane: str | None = None) -> int:
    """A worker does the job that is first; of which report it was."""
    rows = DBTaskResult.objects.ready()
    row = (rows.filter(queue_name=lane) if lane else rows)[0]
    (key,) = row.args_kwargs["args"]
    jobs.make_report.call(key)
    DBTaskResult.objects.filter(pk=row.pk).update(status=TaskResultStatus.SUCCESSFUL)
    return int(key)


def work_all() -> list[int]:
    made = []
    while queued():
        made.append(work())
    return made


def states(batch: Batch) -> dict[str, str]:
    """By the department's code."""
    return dict(Report.objects.filter(batch=batch).values_list("department__code", "state"))

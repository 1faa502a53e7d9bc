"""An office with a report that waits, which other processes see."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from audits.choices import Role
from audits.models import periods
from audits.reports import jobs
from tests.audits.factories import appointed
from tests.audits.queue.processes import Office
from tests.audits.reports import makers
from tests.audits.reports.department.closed import close

QUARTER = periods.quarter(2026, 3)


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

"""One department with its auditor, people of HR and somebody from elsewhere, each with a browser of their own."""

import datetime
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from audits.choices import Role
from audits.models import Answer, Audit, Department, User
from tests.audits.factories import DepartmentFactory, appointed, load_edition_2016, opened_audit


@pytest.fixture(autouse=True)
def edition(db):
    return load_edition_2016()


@pytest.fixture
def department() -> Department:
    return DepartmentFactory(code="UD-PRO-WOM", name="Wydział Próbny Obsługi")


@pytest.fixture
def auditor(department) -> User:
    return appointed(Role.AUDITOR, department, first_name="Barbara", last_name="Cichocka")


@pytest.fixture
def web(signed_in, auditor) -> Client:
    """The auditor's browser."""
    return signed_in(auditor)


@pytest.fixture
def stranger(signed_in) -> Client:
    """An auditor of another department."""
    return signed_in(appointed(Role.AUDITOR, DepartmentFactory()))


@pytest.fixture
def draft(auditor, department) -> Audit:
    """Everything that a shopper sees at the counter."""
    return opened_audit(auditor, department, selection="everything")


@pytest.fixture
def address(draft) -> str:
    return f"/audyty/{draft.uuid}/karta/"


@pytest.fixture
def row(draft) -> Callable[[str], Answer]:
    """The draft's row of a recommendation, as it is stored now: row("17.10")."""

    def find(label: str) -> Answer:
        standard, number = label.split(".")
        return draft.answers.select_related("recommendation__standard", "gate").get(
            recommendation__standard__number=standard, recommendation__number=number
        )

    return find


@pytest.fixture
def form(department) -> dict[str, Any]:
    """What the opening page sends: a shopper's core at the counter, an hour ago."""
    hour_ago = timezone.localtime() - datetime.timedelta(hours=1)
    return {
        "uuid": str(uuid.uuid4()),
        "method": "mystery",
        "channel": "counter",
        "department": department.pk,
        "took_place_at": hour_ago.strftime("%Y-%m-%dT%H:%M"),
        "employee": "",
        "employee_name": "",
        "desk": "stanowisko 4",
        "waiting_minutes": "7",
        "scenario": "Pytanie o wymianę dowodu osobistego.",
        "selection": "core",
        "no_conflict": "on",
    }

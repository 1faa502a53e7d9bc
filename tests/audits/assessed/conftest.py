"""A department with its auditor and HR, and Łucja Świątek, whose work was audited there."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from audits.choices import Role
from audits.fieldwork import submit_audit
from audits.models import Audit, Department, Employee, Release, User
from tests.audits.devices import record_answer
from tests.audits.factories import DepartmentFactory, UserFactory, appointed, employed, load_edition_2016, opened_audit


@pytest.fixture(autouse=True)
def edition(db: None) -> Any:
    return load_edition_2016()


@pytest.fixture
def department() -> Department:
    office = DepartmentFactory(code="UPR", name="Urząd Próbny")
    return DepartmentFactory(code="UD-PRO", name="Urząd Dzielnicy Próbnej", parent=office)


@pytest.fixture
def auditor(department: Department) -> User:
    return appointed(Role.AUDITOR, department, first_name="Barbara", last_name="Cichocka")


@pytest.fixture
def hr(department: Department) -> User:
    return appointed(Role.HR, department, first_name="Irena", last_name="Kadrowa")


@pytest.fixture
def assessed(department: Department) -> Employee:
    return employed(department, first_name="Łucja", last_name="Świątek", user=UserFactory(username="lucja"))


@pytest.fixture
def submitted(auditor: User, department: Department, assessed: Employee) -> Callable[..., Audit]:
    """Another submitted audit about Łucja; fields can be told otherwise, `note` is written at its first row."""

    def make(note: str = "", **fields: Any) -> Audit:
        draft = opened_audit(auditor, **({"department": department, "employee": assessed} | fields))
        if note:
            row = draft.answers.filter(gate=None).order_by("position")[0]
            recommendation = row.recommendation_id
            record_answer(
                audit=draft, by=auditor, recommendation_id=recommendation, version=0, verdict="not_met", note=note
            )
        return submit_audit(audit=draft, by=auditor, leave_unanswered=True)

    return make


@pytest.fixture
def audit(submitted: Callable[..., Audit]) -> Audit:
    return submitted()


@pytest.fixture
def released(hr: User) -> Callable[[Audit], Audit]:
    def make(audit: Audit) -> Audit:
        Release.objects.create(audit=audit, employee=audit.employee, released_by=hr, released_at=timezone.now())
        return audit

    return make

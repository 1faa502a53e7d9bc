"""An office of one department with its auditor, and drafts opened on the standards of 2016."""

from collections.abc import Callable

import pytest

from audits.choices import Role
from audits.models import Answer, Audit, Department, User
from tests.audits.factories import DepartmentFactory, appointed, load_edition_2016, opened_audit


@pytest.fixture(autouse=True)
def edition(db):
    return load_edition_2016()


@pytest.fixture
def department() -> Department:
    return DepartmentFactory()


@pytest.fixture
def auditor(department) -> User:
    return appointed(Role.AUDITOR, department)


@pytest.fixture
def draft(auditor, department) -> Audit:
    """Everything that a shopper sees at the counter."""
    return opened_audit(auditor, department, selection="everything")


@pytest.fixture
def row(draft) -> Callable[[str], Answer]:
    """The draft's row of a recommendation, as it is stored now: row("17.10")."""

    def find(label: str) -> Answer:
        standard, number = label.split(".")
        return draft.answers.select_related("recommendation__standard", "gate").get(
            recommendation__standard__number=standard, recommendation__number=number
        )

    return find

"""Somebody of HR, an audit of a named person, and rows of the log."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from audits.access_log.log import record_access
from audits.choices import AccessKind, ReportKind, ReportLevel, ReportState, Role
from audits.fieldwork import submit_audit
from audits.models import AccessRecord, Audit, Department, Employee, Purpose, Report, User
from tests.audits.factories import DepartmentFactory, appointed, employed, load_edition_2016, opened_audit, purpose


@pytest.fixture
def department(db: None) -> Department:
    return DepartmentFactory(code="UD-PRO", name="Urząd Dzielnicy Próbnej")


@pytest.fixture
def hr(department: Department) -> User:
    return appointed(Role.HR, department, first_name="Irena", last_name="Kadrowa")


@pytest.fixture
def auditor(department: Department) -> User:
    return appointed(Role.AUDITOR, department, first_name="Barbara", last_name="Cichocka")


@pytest.fixture
def officer(department: Department) -> User:
    return appointed(Role.DPO, department, first_name="Edmund", last_name="Strzegący")


@pytest.fixture
def assessed(department: Department) -> Employee:
    return employed(department, first_name="Łucja", last_name="Świątek")


@pytest.fixture
def audit(auditor: User, department: Department, assessed: Employee) -> Audit:
    load_edition_2016()
    draft = opened_audit(auditor, department, employee=assessed)
    return submit_audit(audit=draft, by=auditor, leave_unanswered=True)


@pytest.fixture
def complaint(db: None) -> Purpose:
    return purpose("skarga", label="rozpatrzenie skargi lub wniosku")


@pytest.fixture
def read(hr: User, audit: Audit, complaint: Purpose) -> Callable[..., AccessRecord]:
    """HR reads the audit's page; fields can be told otherwise."""

    def add(**fields: Any) -> AccessRecord:
        return record_access(**{"reader": hr, "kind": AccessKind.PAGE, "audit": audit, "purpose": complaint} | fields)

    return add


@pytest.fixture
def card(audit: Audit, hr: User) -> Report:
    """The audit's card as PDF, made and stored."""
    now = timezone.now()
    report = Report(
        kind=ReportKind.AUDIT,
        department=audit.department,
        audit=audit,
        period_start=now.date(),
        period_end=now.date(),
        names_people=True,
        level=ReportLevel.FULL,
        state=ReportState.DONE,
        requested_by=hr,
        requested_at=now,
        finished_at=now,
        as_of=now,
        fingerprint="f" * 64,
    )
    report.file.save("card.pdf", ContentFile(b"%PDF-1.7 card"))
    return report

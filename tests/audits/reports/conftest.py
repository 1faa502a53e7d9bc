from pathlib import Path
from typing import Any

import pytest

from audits.reports import documents
from tests.audits.reports import makers


@pytest.fixture
def office() -> makers.Office:
    """Six people in each of two units, all audited in the third quarter of 2026."""
    found = makers.office((6, 6))
    for unit in found.units:
        for person in found.people[unit.pk]:
            makers.submit(found, unit, employee=person, note="rozmowa przy ladzie")
    return found


@pytest.fixture
def jobs_at_once(settings: Any, tmp_path: Path) -> None:
    """What is queued is made as soon as its transaction has committed; files go to a folder of the test's own."""
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": ["short", "long"]}
    }
    # One that is kept would typeset for the tests that come after.
    settings.REPORT_KEEP_WARM = False
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path)},
        },
    }


@pytest.fixture
def quick_pdf(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Typesetting is replaced by a stub; what was typeset is listed."""
    made: list[str] = []

    def department(report: object) -> bytes:
        made.append("department")
        return b"%PDF-1.7 department " + str(report.fingerprint).encode()  # type: ignore[attr-defined]

    def card(card: object) -> bytes:
        made.append("card")
        return b"%PDF-1.7 card"

    monkeypatch.setattr(documents, "department_pdf", department)
    monkeypatch.setattr(documents, "audit_card_pdf", card)
    return made

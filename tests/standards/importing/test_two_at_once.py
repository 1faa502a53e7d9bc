"""The same edition imported several times at once: one is made, and everybody is led to it or told why not."""

from pathlib import Path

import pytest
from django.db import connection
from django.urls import reverse

from audits.choices import Role
from audits.models import User
from standards.importing.importing import InvalidDocument, import_edition
from standards.interchange import export_edition
from standards.models import Edition, LineMeaning
from tests.audits.factories import DepartmentFactory, appointed
from tests.standards.at_once import sent_at_once
from tests.standards.factories import sound_draft

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]

ANNEX = (Path(__file__).parent / "annexes" / "gmina-probna.txt").read_text("utf-8")
OTHER = "Zasady obsługi\n\nRozdział 1. Kontakt\n1) Przywitaj klienta.\n"


def imported_at_once(people: list[User], text: str = ANNEX, **said: str) -> list[tuple[int, str]]:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time: it cannot happen there")
    fields = {"text": text, "code": "gmina-7", "write": "1"} | {f"as-{mark}": role for mark, role in said.items()}
    return sent_at_once(people, reverse("admin:standards_edition_import"), fields)


def test_six_posts_of_one_person_make_one_edition_and_all_lead_to_it() -> None:
    answers = imported_at_once([appointed(Role.STANDARDS_EDITOR, DepartmentFactory())] * 6)
    made = Edition.objects.get(code="gmina-7")
    assert answers == [(302, reverse("admin:standards_edition_change", args=[made.pk]))] * 6
    assert made.standards.count() == 12


def test_of_six_people_one_makes_it_and_five_are_told_that_the_code_is_taken() -> None:
    office = DepartmentFactory()
    answers = imported_at_once(
        [appointed(Role.STANDARDS_EDITOR, office) for _ in range(6)], OTHER, **{"1)": "recommendation"}
    )
    assert sorted(status for status, _target in answers) == [302, 422, 422, 422, 422, 422]
    assert Edition.objects.get(code="gmina-7").standards.count() == 1
    assert LineMeaning.objects.filter(pattern="1)", role="recommendation").count() == 1


def test_a_code_that_came_in_meanwhile_is_told_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the second of two meets, on either database: free when it looked, taken when it wrote."""
    sound_draft("1-2026")
    document = export_edition("1-2026")
    looked = iter([False])
    exists = Edition.objects.none().__class__.exists
    monkeypatch.setattr(
        Edition.objects.none().__class__, "exists", lambda queryset: next(looked, None) is None and exists(queryset)
    )
    with pytest.raises(InvalidDocument) as refused:
        import_edition(document=document)
    assert [fault.path for fault in refused.value.faults] == ["$.code"]
    assert Edition.objects.count() == 1

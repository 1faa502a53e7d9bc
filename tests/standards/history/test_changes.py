"""Who changed what and when, field by field and in words."""

import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from standards.editing.restructuring import remove_recommendation, split_recommendation
from standards.editing.typed import Typed
from standards.history.changes import Change, changes_of
from standards.judging.signoff import change_judging, version_of
from standards.models import Edition, Recommendation
from standards.publishing.publishing import draft_from, publish
from tests.audits.factories import UserFactory
from tests.standards.editing.test_editing import changed, save, seen, shown
from tests.standards.factories import recommendation_of, sound_draft
from tests.standards.pages import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> Any:
    return UserFactory(first_name="Ada", last_name="Zmieniająca")


@pytest.fixture
def draft() -> Edition:
    """Copied from a published edition: its rows have no history of their own."""
    edition = sound_draft("1-2026")
    publish(edition=edition, legal_basis="Zarządzenie", effective_from="2026-01-01", by=UserFactory())
    return draft_from(edition=edition, code="2-2026", title="Nowe", by=UserFactory())


def said(change: Change) -> dict[str, tuple[str, str]]:
    return {field.label: (field.before, field.after) for field in change.fields}


def test_text_says_what_it_was_before(draft: Edition, ada: Any) -> None:
    save(draft, ada, r2_1={"text": "Nie *przerywaj*.", "number": "1a"})
    (change,) = changes_of(recommendation_of(draft, "2.1a"))
    assert (change.by, change.what, change.kind) == ("Ada Zmieniająca", "2.1a", "~")
    assert said(change) == {
        "Treść": ("Nie przerywaj klientowi.", "Nie *przerywaj*."),
        "Numer": ("1", "1a"),
    }


def test_judging_is_told_in_words_with_its_reason(draft: Edition, ada: Any) -> None:
    row = recommendation_of(draft, "2.2").assessability
    occasion = row.occasion
    change_judging(
        assessability=row,
        by=ada,
        seen=version_of(row),
        reason="Narada.",
        changes={"mystery": ["counter", "phone"], "refrain": True, "occasion": None},
    )
    (change,) = changes_of(row)
    assert (change.what, change.reason) == ("2.2, sposób oceny", "Narada.")
    fields = said(change)
    assert list(fields.values()) == [
        ("Stanowisko obsługi", "Stanowisko obsługi, Telefon"),
        (occasion.label, "–"),
        ("nie", "tak"),
    ]


def test_standard_and_edition_tell_what_was_removed(draft: Edition, ada: Any) -> None:
    row = recommendation_of(draft, "2.2")
    remove_recommendation(recommendation=row, by=ada, seen=seen(draft, "2.2"))
    for of in (row.standard, draft):
        kinds = {(change.what, change.kind) for change in changes_of(of) if change.by == "Ada Zmieniająca"}
        assert {("2.2", "-"), ("2.2, podpunkt 1", "-"), ("2.2, sposób oceny", "-")} <= kinds
    gone = next(change for change in changes_of(draft) if (change.what, change.kind) == ("2.2", "-"))
    assert said(gone)["Treść"] == ("Podaj klientowi:", "–")
    assert gone.reason == "usunięte"


def test_reasons_of_the_portal_are_in_the_readers_language(draft: Edition, ada: Any) -> None:
    split_recommendation(
        recommendation=recommendation_of(draft, "2.2"),
        by=ada,
        seen=seen(draft, "2.2"),
        first=changed(shown(draft, "2.2"), points=""),
        second=Typed("2a", "Podaj też termin.", ""),
        keeps_first=True,
        lineage=uuid.uuid4(),
    )
    assert "wydzielone z 2" in {change.reason for change in changes_of(draft)}


def test_latest_comes_first_and_others_editions_are_not_told(draft: Edition, ada: Any) -> None:
    save(draft, ada, r2_1={"text": "Raz."})
    save(draft, ada, r2_1={"text": "Dwa."})
    assert [said(change)["Treść"][1] for change in changes_of(draft)[:2]] == ["Dwa.", "Raz."]
    assert not any(change.by == "Ada Zmieniająca" for change in changes_of(draft.based_on))


def test_it_costs_the_same_however_much_was_changed(
    draft: Edition, ada: Any, django_assert_max_num_queries: Any
) -> None:
    for label in ("1_1", "1_2", "2_1", "2_2", "3_1"):
        save(draft, ada, **{f"r{label}": {"text": "Inaczej."}})
    with django_assert_max_num_queries(12):
        assert len(changes_of(draft)) >= 5


@pytest.mark.parametrize("model", ["edition", "standard", "recommendation", "assessability"])
def test_page_shows_it(administrator: Client, draft: Edition, ada: Any, model: str) -> None:
    save(draft, ada, r2_1={"text": "Nie <b>przerywaj</b>."})
    row = recommendation_of(draft, "2.1")
    judged = row.assessability
    change_judging(
        assessability=judged, by=ada, seen=version_of(judged), reason="Narada.", changes={"question": "Czy <b>tak</b>?"}
    )
    key = {"edition": draft.pk, "standard": row.standard_id, "recommendation": row.pk, "assessability": judged.pk}
    response = administrator.get(reverse(f"admin:standards_{model}_history", args=[key[model]]))
    page = words(response)
    assert "Ada Zmieniająca" in page
    assert "Czy <b>tak</b>?" in page
    assert "<b>tak</b>" not in response.content.decode()
    assert ("Nie przerywaj klientowi." in page) == (model != "assessability")


@pytest.mark.parametrize("model", ["area", "occasion"])
def test_what_belongs_to_an_edition_is_told_with_it(administrator: Client, draft: Edition, model: str) -> None:
    row = draft.areas.first() if model == "area" else draft.occasions.first()
    assert row is not None
    response = administrator.get(reverse(f"admin:standards_{model}_history", args=[row.pk]))
    assert response["Location"] == reverse("admin:standards_edition_history", args=[draft.pk])


def test_untouched_row_says_so(administrator: Client, draft: Edition) -> None:
    row: Recommendation = recommendation_of(draft, "2.1")
    assert "Nic tu nie zmieniono" in words(
        administrator.get(reverse("admin:standards_recommendation_history", args=[row.pk]))
    )

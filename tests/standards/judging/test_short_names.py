"""A recommendation's short name: one a matter, fit for a sentence, confirmed with its question."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from standards.judging.signoff import change_judging, confirm_assessability, version_of
from standards.models import Assessability, Edition
from standards.publishing.publishing import draft_from
from tests.audits.factories import UserFactory
from tests.standards.factories import recommendation_of, sound_draft
from tests.standards.pages import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> Any:
    return UserFactory()


def row_of(edition: Edition, label: str) -> Assessability:
    return Assessability.objects.get(recommendation=recommendation_of(edition, label))


def renamed(row: Assessability, name: str, by: Any, **changes: Any) -> Assessability:
    return change_judging(
        assessability=row, by=by, seen=version_of(row), reason="Narada.", changes={"short_name": name, **changes}
    )


@pytest.mark.parametrize("name", ["powitanie klienta", "a" * 40, "odpowiedź na e-mail", "zwrot „Dzień dobry”", "KPA"])
def test_a_phrase_is_taken(ada: Any, name: str) -> None:
    assert renamed(row_of(sound_draft(), "1.1"), name, ada).short_name == name


@pytest.mark.parametrize(
    "name",
    ["", "powitanie, pożegnanie", "odbiór po 3 sygnale", "a" * 41, " powitanie", "po  witanie", "powitanie.", "a\nb"],
)
def test_what_cannot_stand_in_a_list_of_names_is_refused(ada: Any, name: str) -> None:
    row = row_of(sound_draft(), "1.1")
    with pytest.raises(ValidationError) as refusal:
        renamed(row, name, ada)
    assert set(refusal.value.message_dict) == {"short_name"}
    row.refresh_from_db()
    assert row.short_name not in ("", name)


def test_a_row_that_nothing_sees_needs_none(edition_2016: Edition) -> None:
    row = row_of(edition_2016, "1.2")
    row.full_clean()
    assert row.short_name == ""


def test_another_matters_name_is_refused_whatever_its_letters(ada: Any) -> None:
    edition = sound_draft()
    renamed(row_of(edition, "1.1"), "powitanie klienta", ada)
    with pytest.raises(ValidationError, match=r"1\.1"):
        renamed(row_of(edition, "2.1"), "Powitanie klienta", ada)
    assert renamed(row_of(edition, "1.1"), "powitanie klienta", ada).short_name == "powitanie klienta"


def test_the_same_name_in_another_edition_is_no_clash(ada: Any, edition_2016: Edition) -> None:
    assert renamed(row_of(sound_draft(), "1.1"), "pożegnanie klienta", ada).short_name == "pożegnanie klienta"


def test_the_other_rows_of_a_matter_take_its_name_with_history_and_are_to_be_confirmed_again(
    ada: Any, edition_2016: Edition
) -> None:
    other = row_of(edition_2016, "20.6")
    confirm_assessability(assessability=other, by=ada, seen=version_of(other))
    renamed(row_of(edition_2016, "14.7"), "uprzejme pożegnanie", ada)
    other.refresh_from_db()
    assert other.short_name == "uprzejme pożegnanie"
    assert (other.confirmed_at is not None, other.question_confirmed_at) == (True, None)
    change = other.history.first()
    assert (change.history_user, change.history_change_reason) == (ada, "Narada.")


def test_a_row_that_joins_a_matter_brings_its_name(ada: Any) -> None:
    edition = sound_draft()
    row = row_of(edition, "1.1")
    change_judging(assessability=row, by=ada, seen=version_of(row), reason="", changes={"same_matter": "kubek"})
    joining = row_of(edition, "2.1")
    change_judging(
        assessability=joining,
        by=ada,
        seen=version_of(joining),
        reason="",
        changes={"same_matter": "kubek", "short_name": row.short_name},
    )
    assert row_of(edition, "1.1").short_name == row_of(edition, "2.1").short_name == row.short_name


def test_a_row_that_leaves_its_matter_needs_another_name(ada: Any, edition_2016: Edition) -> None:
    row = row_of(edition_2016, "20.6")
    with pytest.raises(ValidationError, match=r"14\.7"):
        change_judging(assessability=row, by=ada, seen=version_of(row), reason="Narada.", changes={"same_matter": ""})


def test_the_next_editions_draft_has_it(ada: Any, edition_2016: Edition) -> None:
    draft = draft_from(edition=edition_2016, code="2-2026", title="Nowe", by=ada)
    assert row_of(draft, "7.3").short_name == "powitanie klienta"


def test_pages_that_show_how_it_is_judged_show_it(administrator: Client, edition_2016: Edition) -> None:
    recommendation = recommendation_of(edition_2016, "15.12")
    pages = [
        reverse("admin:standards_edition_signoff", args=[edition_2016.pk]),
        reverse("admin:standards_edition_judging", args=[edition_2016.pk]),
        reverse("admin:standards_assessability_changelist"),
        recommendation.get_absolute_url(),
    ]
    for address in pages:
        assert "oddzwonienie w ustalonym terminie" in words(administrator.get(address)), address


def test_the_list_finds_it(administrator: Client, edition_2016: Edition) -> None:
    response = administrator.get(reverse("admin:standards_assessability_changelist"), {"q": "oddzwonienie w ustalonym"})
    assert {row.recommendation.label for row in response.context["cl"].queryset} == {"15.12", "17.9"}

"""Confirming how recommendations are judged: one by one, or a standard at once, and only what was seen."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from audits.choices import Role
from audits.models import User
from standards.judging.signoff import unconfirmed
from standards.models import Assessability, Edition
from tests.audits.factories import DepartmentFactory, appointed
from tests.standards.factories import recommendation_of, sound_draft
from tests.standards.pages import main, words


@pytest.fixture
def draft(db: None) -> Edition:
    return sound_draft()


@pytest.fixture
def editor(client: Client, db: None) -> User:
    user = appointed(Role.STANDARDS_EDITOR, DepartmentFactory(), first_name="Róża", last_name="Redaktorska")
    client.force_login(user)
    return user


def address(edition: Edition) -> str:
    return reverse("admin:standards_edition_signoff", args=[edition.pk])


def sent(client: Client, edition: Edition, **fields: Any) -> dict[str, Any]:
    form = main(client.get(address(edition)))
    return dict(re.findall(r'name="((?:gate-)?seen-\d+)" value="([^"]*)"', form)) | fields


def judged(edition: Edition, label: str) -> Assessability:
    return Assessability.objects.get(recommendation=recommendation_of(edition, label))


def test_single_row_and_question_are_confirmed_by_whoever_ticks_them(
    client: Client, editor: User, draft: Edition
) -> None:
    one, two = judged(draft, "1.1"), judged(draft, "1.2")
    assert client.post(address(draft), sent(client, draft, judging=one.pk, question=two.pk)).status_code == 302
    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.confirmed_by, one.question_confirmed_by) == (editor, None)
    assert (two.confirmed_by, two.question_confirmed_by) == (None, editor)
    assert "potwierdza: Róża Redaktorska" in words(client.get(address(draft)))


def test_standard_is_confirmed_at_once(client: Client, editor: User, draft: Edition) -> None:
    standard = draft.standards.get(number="2")
    assert client.post(address(draft), sent(client, draft, standard=standard.pk)).status_code == 302
    assert unconfirmed(draft).rows == ["1.1", "1.2", "3.1"]
    assert unconfirmed(draft).questions == ["1.1", "1.2", "3.1"]


def test_gate_question_is_confirmed(client: Client, editor: User, draft: Edition) -> None:
    gate = draft.occasions.get()
    client.post(address(draft), sent(client, draft, gate=gate.pk))
    gate.refresh_from_db()
    assert gate.confirmed_by == editor


def test_what_was_changed_meanwhile_is_not_confirmed_nor_the_rest(client: Client, editor: User, draft: Edition) -> None:
    standard = draft.standards.get(number="2")
    values = sent(client, draft, standard=standard.pk)
    Assessability.objects.filter(pk=judged(draft, "2.2").pk).update(question="Inne pytanie?")
    response = client.post(address(draft), values)
    assert response.status_code == 409
    assert [label for label, _problem, _address in response.context["problems"]] == ["2.2"]
    assert len(unconfirmed(draft).rows) == 5


def test_row_with_faults_is_not_confirmed(client: Client, editor: User, draft: Edition) -> None:
    row = judged(draft, "2.2")
    Assessability.objects.filter(pk=row.pk).update(question="")
    response = client.post(address(draft), sent(client, draft, judging=row.pk))
    assert response.status_code == 409
    assert f'id="judging-{row.pk}"' not in main(client.get(address(draft)))


def test_only_what_is_not_yet_confirmed_is_shown(client: Client, editor: User, draft: Edition) -> None:
    client.post(address(draft), sent(client, draft, standard=draft.standards.get(number="2").pk))
    page = words(client.get(address(draft), {"only": "unconfirmed"}))
    assert "Nie przerywaj klientowi." not in page
    assert "Wstań, gdy klient podchodzi." in page


def test_nothing_chosen_confirms_nothing(client: Client, editor: User, draft: Edition) -> None:
    assert client.post(address(draft), sent(client, draft)).status_code == 302
    assert len(unconfirmed(draft).rows) == 5


def test_page_costs_the_same_for_any_number_of_rows(
    client: Client, editor: User, draft: Edition, edition_2016: Edition, django_assert_num_queries: Any
) -> None:
    client.get(address(draft))
    for edition in (draft, edition_2016):
        with django_assert_num_queries(12):
            client.get(address(edition))


def test_others_find_no_page(client: Client, draft: Edition) -> None:
    client.force_login(appointed(Role.HR, DepartmentFactory()))
    assert client.get(address(draft)).status_code == 404
    assert client.post(address(draft), {"judging": judged(draft, "1.1").pk}).status_code == 404

"""The life of an edition in the administration: drafted, published, withdrawn, discarded, each after a confirmation."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from audits.choices import Role
from audits.models import User
from standards.models import Edition, Recommendation
from standards.models.history import save_as
from standards.publishing.publishing import draft_from, publish
from tests.audits.factories import DepartmentFactory, UserFactory, appointed
from tests.standards.factories import EditionFactory, recommendation_of, sound_draft
from tests.standards.pages import words

ACT = {"legal_basis": "Zarządzenie nr 9/2026", "effective_from": "2026-03-01", "title": "Standardy obsługi"}


def address(act: str, edition: Edition) -> str:
    return reverse(f"admin:standards_edition_{act}", args=[edition.pk])


@pytest.fixture
def editor(db: None) -> User:
    return appointed(Role.STANDARDS_EDITOR, DepartmentFactory(), last_name="Redaktorska", first_name="Róża")


@pytest.fixture
def at_work(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


@pytest.fixture
def published(db: None) -> Edition:
    edition = sound_draft("1-2026")
    publish(
        edition=edition,
        legal_basis="Zarządzenie nr 1/2026",
        effective_from=datetime.date(2026, 1, 1),
        by=UserFactory(),
    )
    return edition


def edited(edition: Edition, by: User, label: str = "1.1") -> Recommendation:
    row = recommendation_of(edition, label)
    row.text = "Wstań i podejdź, gdy klient wchodzi."
    save_as(row, by)
    return row


class TestDraft:
    def test_it_has_the_text_and_names_its_base(self, at_work: Client, published: Edition) -> None:
        sent = {"code": "2-2026", "title": "Nowe standardy"}
        response = at_work.post(address("draft", published), sent)
        draft = Edition.objects.get(code="2-2026")
        assert response["Location"] == address("change", draft)
        assert (draft.based_on, draft.title) == (published, "Nowe standardy")
        assert Recommendation.objects.filter(standard__edition=draft).count() == 5

    def test_double_click_makes_one(self, at_work: Client, published: Edition) -> None:
        sent = {"code": "2-2026", "title": "Nowe standardy"}
        first, second = (at_work.post(address("draft", published), sent) for _ in range(2))
        assert first["Location"] == second["Location"]
        assert Edition.objects.count() == 2

    def test_code_that_is_taken_is_refused_at_its_field(self, at_work: Client, published: Edition) -> None:
        EditionFactory(code="2-2026")
        response = at_work.post(address("draft", published), {"code": "2-2026", "title": "Nowe standardy"})
        assert response.status_code == 422
        assert list(response.context["form"].errors) == ["code"]
        assert 'value="Nowe standardy"' in response.content.decode()

    def test_missing_edition_has_no_page(self, at_work: Client, db: None) -> None:
        for act in ("draft", "publish", "withdraw", "discard"):
            assert at_work.get(reverse(f"admin:standards_edition_{act}", args=[99])).status_code == 404
            assert at_work.get(reverse(f"admin:standards_edition_{act}", args=["x"])).status_code == 404


class TestState:
    def test_it_says_who_edited_and_what_differs_with_links(
        self, at_work: Client, editor: User, published: Edition
    ) -> None:
        draft = draft_from(edition=published, code="2-2026", title="Nowe", by=UserFactory())
        row = edited(draft, editor)
        response = at_work.get(address("change", draft))
        said = response.content.decode()
        assert "Redaktorska" in said
        mend = reverse("admin:standards_standard_change", args=[row.standard_id]) + f"#zalecenie-{row.pk}"
        assert f'<a href="{mend}">1.1</a>' in said
        assert {changed.name: len(changed.rows) for changed in response.context["state"].changed} == {
            "zmienione": 1,
            "uchylone": 0,
            "dodane": 0,
            "usunięte": 0,
            "przeniesione": 0,
            "przenumerowane": 0,
        }

    def test_it_leads_to_every_standard_and_to_a_new_one(self, at_work: Client, db: None) -> None:
        draft = sound_draft()
        page = at_work.get(address("change", draft)).content.decode()
        for standard in draft.standards.all():
            assert f'href="{reverse("admin:standards_standard_change", args=[standard.pk])}"' in page
        area = draft.areas.get(number="II")
        assert f'href="{reverse("admin:standards_standard_add")}?area={area.pk}&amp;position=4"' in page

    def test_each_fault_leads_to_where_it_is_mended(self, at_work: Client, db: None) -> None:
        draft = sound_draft()
        row = recommendation_of(draft, "3.1")
        row.assessability.delete()
        response = at_work.get(address("change", draft))
        mend = reverse("admin:standards_recommendation_change", args=[row.pk])
        assert [(fault.place, fault.address) for fault in response.context["state"].faults] == [("3.1", mend)]
        assert f'<a href="{mend}">3.1</a>' in response.content.decode()

    @pytest.mark.parametrize("act", ["change", "publish"])
    def test_it_costs_the_same_for_any_number_of_rows(
        self, at_work: Client, edition_2016: Edition, act: str, django_assert_max_num_queries: Any
    ) -> None:
        draft = draft_from(edition=edition_2016, code="kopia", title="Kopia", by=UserFactory())
        with django_assert_max_num_queries(75):
            assert at_work.get(address(act, draft)).status_code == 200


class TestPublication:
    def test_second_person_publishes(self, at_work: Client, db: None) -> None:
        draft = sound_draft()
        edited(draft, UserFactory())
        assert at_work.post(address("publish", draft), ACT)["Location"] == address("change", draft)
        draft.refresh_from_db()
        assert draft.is_published
        assert draft.title == "Standardy obsługi"
        assert draft.publication.effective_from == datetime.date(2026, 3, 1)

    def test_whoever_edited_is_told_why_not(self, at_work: Client, editor: User) -> None:
        draft = sound_draft()
        edited(draft, editor)
        page = words(at_work.get(address("publish", draft)))
        assert "Kto redagował projekt, ten go nie ogłasza" in page
        response = at_work.post(address("publish", draft), ACT)
        assert response.status_code == 422
        assert "Kto redagował projekt, ten go nie ogłasza" in words(response)
        assert not Edition.objects.published().exists()

    def test_draft_with_faults_is_not_published(self, at_work: Client, db: None) -> None:
        draft = EditionFactory()
        assert "<form method" not in at_work.get(address("publish", draft)).content.decode().split("<main", 1)[1]
        response = at_work.post(address("publish", draft), ACT)
        assert response.status_code == 422
        assert not Edition.objects.published().exists()

    def test_double_click_publishes_once(self, at_work: Client, db: None) -> None:
        draft = sound_draft()
        first, second = (at_work.post(address("publish", draft), ACT) for _ in range(2))
        assert first["Location"] == second["Location"]
        assert "jest już ogłoszone" in words(at_work.get(second["Location"])) or second.status_code == 302

    def test_what_is_missing_is_said_at_its_field(self, at_work: Client, db: None) -> None:
        draft = sound_draft()
        response = at_work.post(address("publish", draft), ACT | {"legal_basis": " ", "effective_from": "wczoraj"})
        assert response.status_code == 422
        assert set(response.context["form"].errors) == {"legal_basis", "effective_from"}


class TestWithdrawal:
    def test_it_is_withdrawn_with_day_and_reason(self, at_work: Client, published: Edition) -> None:
        response = at_work.post(address("withdraw", published), {"on": "2026-06-01", "reason": "Zastąpiono."})
        assert response["Location"] == address("change", published)
        published.refresh_from_db()
        assert (published.withdrawal.since, published.withdrawal.reason) == (datetime.date(2026, 6, 1), "Zastąpiono.")

    def test_day_before_it_was_in_force_is_refused_at_its_field(self, at_work: Client, published: Edition) -> None:
        response = at_work.post(address("withdraw", published), {"on": "2025-06-01", "reason": "Zastąpiono."})
        assert (response.status_code, list(response.context["form"].errors)) == (422, ["on"])

    def test_twice_is_once_and_a_draft_never(self, at_work: Client, published: Edition) -> None:
        for _ in range(2):
            response = at_work.post(address("withdraw", published), {"on": "2026-06-01", "reason": "Zastąpiono."})
            assert response.status_code == 302
        draft = sound_draft("projekt")
        assert at_work.post(address("withdraw", draft), {"on": "2026-06-01", "reason": "x"}).status_code == 302
        draft.refresh_from_db()
        assert not draft.is_withdrawn


class TestDiscarding:
    def test_draft_goes_and_its_history_stays(self, at_work: Client, editor: User) -> None:
        draft = sound_draft()
        response = at_work.post(address("discard", draft), {"seen": draft.code})
        assert response["Location"] == reverse("admin:standards_edition_changelist")
        assert not Edition.objects.exists()
        kept = Edition.history.filter(history_type="-").get()
        assert (kept.code, kept.history_user, kept.history_change_reason) == (draft.code, editor, "discarded")

    def test_second_click_leads_to_the_list(self, at_work: Client, db: None) -> None:
        draft = sound_draft()
        for _ in range(2):
            response = at_work.post(address("discard", draft), {"seen": draft.code})
            assert response["Location"] == reverse("admin:standards_edition_changelist")

    def test_published_edition_stays(self, at_work: Client, published: Edition) -> None:
        assert at_work.post(address("discard", published), {"seen": published.code}).status_code == 302
        assert Edition.objects.get() == published

    def test_draft_that_another_is_based_on_stays(self, at_work: Client, db: None) -> None:
        draft = sound_draft()
        draft_from(edition=draft, code="dalszy", title="Dalszy", by=UserFactory())
        response = at_work.post(address("discard", draft), {"seen": draft.code})
        assert response.status_code == 422
        assert "Na tym projekcie" in words(response)
        assert Edition.objects.count() == 2

    def test_unconfirmed_request_discards_nothing(self, at_work: Client, db: None) -> None:
        draft = sound_draft()
        assert at_work.post(address("discard", draft), {"seen": "inny"}).status_code == 422
        assert at_work.get(address("discard", draft)).status_code == 200
        assert Edition.objects.exists()


@pytest.mark.parametrize("role", [Role.HR, Role.HEAD, Role.AUDITOR])
@pytest.mark.parametrize("act", ["draft", "publish", "withdraw", "discard"])
def test_others_find_no_page(client: Client, db: None, role: str, act: str) -> None:
    draft = sound_draft()
    client.force_login(appointed(role, DepartmentFactory()))
    assert client.get(address(act, draft)).status_code == 404
    assert client.post(address(act, draft), {**ACT, "code": "x", "seen": draft.code}).status_code == 404
    assert Edition.objects.get() == draft

"""An edition is drafted, published by a second person, withdrawn; what was published stays."""

import datetime
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction

from standards.checklist import checklist
from standards.interchange import export_edition
from standards.lineage import meanings, through_editions
from standards.models import Assessability, Edition, Publication, Recommendation, Standard, Withdrawal
from standards.publishing.publishing import Unsound, draft_from, editors, publish, withdraw
from standards.refusals import Refused
from tests.standards.factories import (
    PublicationFactory,
    RecommendationFactory,
    recommendation_of,
    sound_draft,
)

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 3, 1)
BASIS = "Zarządzenie nr 2/2026 Burmistrza Próbnego z dnia 2 lutego 2026 r."


def person(name: str) -> Any:
    return get_user_model().objects.create_user(name, f"{name}@urzad.example")


@pytest.fixture
def ada() -> Any:
    return person("ada")


@pytest.fixture
def bo() -> Any:
    return person("bo")


def published(edition: Edition, by: Any, day: datetime.date = DAY) -> Edition:
    publish(edition=edition, legal_basis=BASIS, effective_from=day, by=by)
    return edition


def written(row: Any, by: Any, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(row, name, value)
    row._history_user = by
    row.save()


class TestDraft:
    def test_of_2016_says_the_same_and_keeps_lineage(
        self, edition_2016: Edition, ada: Any, django_assert_max_num_queries: Any
    ) -> None:
        with django_assert_max_num_queries(25):
            draft = draft_from(edition=edition_2016, code="12-2027", title="Standardy", by=ada)
        old, new = export_edition("75-2016"), export_edition("12-2027")
        assert new["areas"] == old["areas"]
        assert new["occasions"] == old["occasions"]
        assert (new["publication"], new["based_on"], new["title"]) == (None, "75-2016", "Standardy")
        rows = Assessability.objects.filter(recommendation__standard__edition=draft)
        assert {row.excludes.standard.edition_id for row in rows if row.excludes} == {draft.pk}
        assert {row.occasion.edition_id for row in rows if row.occasion} == {draft.pk}

    def test_is_edited_and_leaves_its_source_alone(self, edition_2016: Edition, ada: Any) -> None:
        draft = draft_from(edition=edition_2016, code="12-2027", title="Standardy", by=ada)
        before = export_edition("75-2016")
        recommendation = recommendation_of(draft, "17.10")
        recommendation.text = "Inaczej."
        recommendation.save()
        assert export_edition("75-2016") == before

    @pytest.mark.parametrize(
        ("code", "title", "field"),
        [("75-2016", "T", "code"), ("a b", "T", "code"), ("", "T", "code"), ("2", "", "title")],
    )
    def test_with_a_bad_code_or_title_is_refused(
        self, edition_2016: Edition, ada: Any, code: str, title: str, field: str
    ) -> None:
        with pytest.raises(Refused) as refusal:
            draft_from(edition=edition_2016, code=code, title=title, by=ada)
        assert refusal.value.field == field
        assert Edition.objects.count() == 1

    def test_has_a_history_with_author_and_reason(self, edition_2016: Edition, ada: Any) -> None:
        draft = draft_from(edition=edition_2016, code="12-2027", title="Standardy", by=ada)
        change = draft.history.get()
        assert (change.history_user, change.history_change_reason) == (ada, "draft of 75-2016")


class TestEditors:
    def test_are_all_who_wrote_text(self, ada: Any, bo: Any) -> None:
        draft = sound_draft()
        assert editors(draft) == set()
        written(recommendation_of(draft, "1.1"), ada, text="Wstań.")
        written(recommendation_of(draft, "2.2").points.first(), bo, text="adres")
        assert editors(draft) == {ada.pk, bo.pk}

    def test_of_what_was_deleted_count(self, ada: Any) -> None:
        draft = sound_draft()
        written(RecommendationFactory.build(standard=draft.standards.get(number="3"), number="2"), ada)
        recommendation_of(draft, "3.2").delete()
        assert editors(draft) == {ada.pk}

    def test_are_not_those_who_drew_it_up_or_said_how_it_is_judged(self, edition_2016: Edition, ada: Any) -> None:
        draft = draft_from(edition=edition_2016, code="12-2027", title="Standardy", by=ada)
        written(recommendation_of(draft, "1.1").assessability, ada, weight=2)
        assert editors(draft) == set()
        written(draft, ada, title="Inny tytuł")
        assert editors(draft) == {ada.pk}

    def test_of_another_edition_do_not_count(self, ada: Any) -> None:
        written(recommendation_of(sound_draft("1-2026"), "1.1"), ada, text="Wstań.")
        assert editors(sound_draft()) == set()

    @pytest.mark.parametrize("level", ["recommendation", "point"])
    def test_whoever_changed_one_row_of_a_copied_text_is_its_editor(self, ada: Any, bo: Any, level: str) -> None:
        """The rows above it were copied with the draft and have no history of their own."""
        draft = draft_from(edition=published(sound_draft("1-2026"), bo), code="2-2026", title="Nowe", by=bo)
        row = recommendation_of(draft, "2.2")
        written(row if level == "recommendation" else row.points.all()[0], ada, text="Podaj numer:")
        assert editors(draft) == {ada.pk}


class TestPublishing:
    def test_closes_the_text(self, bo: Any) -> None:
        draft = sound_draft()
        now = datetime.datetime(2026, 2, 3, 10, tzinfo=datetime.UTC)
        publication = publish(edition=draft, legal_basis=f" {BASIS} ", effective_from=DAY, by=bo, now=now)
        assert (publication.published_by, publication.published_at, publication.legal_basis) == (bo, now, BASIS)
        assert draft.is_published
        with pytest.raises(IntegrityError), transaction.atomic():
            Recommendation.objects.update(text="inna treść")

    def test_by_its_editor_is_refused(self, ada: Any, bo: Any) -> None:
        draft = sound_draft()
        written(recommendation_of(draft, "1.1"), ada, text="Wstań.")
        with pytest.raises(Refused):
            published(draft, ada)
        assert not Publication.objects.exists()
        published(draft, bo)
        assert draft.is_published

    def test_with_faults_is_refused_and_names_them(self, bo: Any) -> None:
        draft = sound_draft()
        recommendation_of(draft, "3.1").assessability.delete()
        with pytest.raises(Unsound) as refusal:
            publish(edition=draft, title="Inny", legal_basis=BASIS, effective_from=DAY, by=bo)
        assert [fault.place for fault in refusal.value.faults] == ["3.1"]
        draft.refresh_from_db()
        assert (draft.is_published, draft.title != "Inny") == (False, True)

    def test_under_another_title(self, bo: Any) -> None:
        draft = sound_draft()
        publish(edition=draft, title="Nowe standardy", legal_basis=BASIS, effective_from=DAY, by=bo)
        assert Edition.objects.get().title == draft.title == "Nowe standardy"
        assert draft.history.first().history_user == bo

    def test_twice_is_refused(self, bo: Any) -> None:
        draft = published(sound_draft(), bo)
        with pytest.raises(Refused):
            published(draft, bo)

    @pytest.mark.parametrize("basis", ["", "  ", "x" * 301])
    def test_without_a_legal_basis_is_refused(self, bo: Any, basis: str) -> None:
        with pytest.raises(Refused) as refusal:
            publish(edition=sound_draft(), legal_basis=basis, effective_from=DAY, by=bo)
        assert refusal.value.field == "legal_basis"


class TestMeaning:
    """Figures pool over editions only where the editor says that the meaning is the same."""

    def amended(self, ada: Any, label: str, same_meaning: bool | None) -> Edition:
        first = published(sound_draft("1-2025"), ada, datetime.date(2025, 1, 1))
        draft = draft_from(edition=first, code="2-2026", title="Standardy", by=ada)
        recommendation = recommendation_of(draft, label)
        recommendation.text, recommendation.same_meaning = "Całkiem inaczej.", same_meaning
        recommendation.save()
        return draft

    def test_unsaid_is_a_fault(self, ada: Any) -> None:
        draft = self.amended(ada, "1.1", None)
        with pytest.raises(Unsound) as refusal:
            published(draft, ada)
        assert [fault.place for fault in refusal.value.faults] == ["1.1"]

    @pytest.mark.parametrize("same_meaning", [True, False])
    def test_said_marks_the_recommendation(self, ada: Any, same_meaning: bool) -> None:
        draft = self.amended(ada, "1.1", same_meaning)
        Assessability.objects.update(confirmed_at=datetime.datetime.now(datetime.UTC), confirmed_by=ada)
        published(draft, ada)
        changed = recommendation_of(draft, "1.1")
        assert changed.wording_changed is not same_meaning
        assert (changed.assessability.confirmed_at is not None) is same_meaning
        untouched = recommendation_of(draft, "1.2")
        assert (untouched.wording_changed, untouched.same_meaning) == (False, None)
        assert untouched.assessability.confirmed_by == ada

        first = Edition.objects.get(code="1-2025")
        meant = meanings([first, draft])
        for label, same in (("1.1", same_meaning), ("1.2", True), ("3.1", True)):
            pair = [meant[recommendation_of(edition, label).pk] for edition in (first, draft)]
            assert (pair[0] == pair[1]) is same

    def test_renumbering_and_moving_change_none(self, ada: Any) -> None:
        first = published(sound_draft("1-2025"), ada, datetime.date(2025, 1, 1))
        draft = draft_from(edition=first, code="2-2026", title="Standardy", by=ada)
        Standard.objects.filter(edition=draft, number="3").update(number="9")
        Recommendation.objects.filter(pk=recommendation_of(draft, "2.2").pk).update(
            standard=draft.standards.get(number="9"), number="5", position=5
        )
        meant = meanings([first, draft])
        assert meant[recommendation_of(first, "2.2").pk] == meant[recommendation_of(draft, "9.5").pk]
        assert meant[recommendation_of(first, "3.1").pk] == meant[recommendation_of(draft, "9.1").pk]
        assert len(set(meant.values())) == 5

    def test_goes_through_three_editions(self, ada: Any, django_assert_num_queries: Any) -> None:
        second = published(self.amended(ada, "1.1", False), ada, datetime.date(2026, 1, 1))
        third = draft_from(edition=second, code="3-2027", title="Standardy", by=ada)
        reworded = recommendation_of(third, "1.2")
        reworded.text, reworded.same_meaning = "Przywitaj klienta.", False
        reworded.save()
        published(third, ada, datetime.date(2027, 1, 1))
        first = Edition.objects.get(code="1-2025")
        with django_assert_num_queries(2):
            meant = meanings([first, second, third])
        of = {
            label: [meant[recommendation_of(edition, label).pk][1] for edition in (first, second, third)]
            for label in ("1.1", "1.2", "2.1")
        }
        assert of["1.1"] == [first.pk, second.pk, second.pk]
        assert of["1.2"] == [first.pk, first.pk, third.pk]
        assert of["2.1"] == [first.pk] * 3
        lineage = recommendation_of(first, "1.1").lineage
        assert [row.standard.edition for row in through_editions(lineage)] == [first, second, third]

    def test_of_unrelated_editions_is_never_the_same(self) -> None:
        first, second = sound_draft("1-2025"), sound_draft("2-2026")
        Recommendation.objects.filter(pk=recommendation_of(second, "1.1").pk).update(
            lineage=recommendation_of(first, "1.1").lineage
        )
        assert len(set(meanings([first, second]).values())) == 10


class TestWithdrawal:
    def test_from_a_day_on_another_is_in_force(self, ada: Any) -> None:
        first = published(sound_draft("1-2025"), ada, datetime.date(2025, 1, 1))
        second = published(sound_draft("2-2026"), ada, datetime.date(2026, 1, 1))
        withdraw(edition=second, on=datetime.date(2026, 6, 1), by=ada, reason="Uchylono.")

        def in_force(*day: int) -> Edition | None:
            return Edition.objects.in_force_on(datetime.date(*day)).first()

        assert in_force(2024, 12, 31) is None
        assert in_force(2025, 12, 31) == first
        assert in_force(2026, 1, 1) == in_force(2026, 5, 31) == second
        assert in_force(2026, 6, 1) == first
        withdraw(edition=first, on=datetime.date(2026, 6, 2), by=ada, reason="Uchylono.")
        assert in_force(2026, 6, 1) == first
        assert in_force(2026, 6, 2) is None

    def test_keeps_text_and_checklist(self, ada: Any) -> None:
        edition = published(sound_draft(), ada)
        rows = [row.label for row in checklist(edition, "mystery", "counter")]
        withdrawal = withdraw(edition=edition, on=DAY, by=ada, reason=" Uchylono. ")
        assert (withdrawal.reason, withdrawal.withdrawn_by, edition.is_withdrawn) == ("Uchylono.", ada, True)
        assert [row.label for row in checklist(edition, "mystery", "counter")] == rows
        assert len(rows) == 5

    def test_is_refused_for_a_draft_twice_too_early_and_without_reason(self, ada: Any) -> None:
        draft = sound_draft("1-2025")
        with pytest.raises(Refused):
            withdraw(edition=draft, on=DAY, by=ada, reason="Uchylono.")
        edition = published(sound_draft(), ada)
        with pytest.raises(Refused) as refusal:
            withdraw(edition=edition, on=DAY - datetime.timedelta(1), by=ada, reason="Uchylono.")
        assert refusal.value.field == "on"
        with pytest.raises(Refused) as refusal:
            withdraw(edition=edition, on=DAY, by=ada, reason=" ")
        assert refusal.value.field == "reason"
        withdraw(edition=edition, on=DAY, by=ada, reason="Uchylono.")
        with pytest.raises(Refused):
            withdraw(edition=edition, on=DAY, by=ada, reason="Uchylono.")
        assert Withdrawal.objects.count() == 1


def test_the_first_edition_was_published_by_nobody_here(edition_2016: Edition) -> None:
    assert edition_2016.publication.published_by is None
    PublicationFactory()
    assert Edition.objects.published().count() == 2
    assert Edition.objects.drafts().count() == 0

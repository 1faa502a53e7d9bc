"""How rows are judged is a proposal until somebody confirms it, and again once it changes."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError

from standards.choices import Channel
from standards.judging.signoff import change_judging, confirm_assessability, confirm_gate, unconfirmed, version_of
from standards.models import Assessability, Edition, Occasion
from standards.publishing.publishing import Unsound, draft_from, publish
from standards.refusals import Refused
from tests.standards.factories import PublicationFactory, recommendation_of, sound_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> Any:
    return get_user_model().objects.create_user("ada", "ada@urzad.example")


def row_of(edition: Edition, label: str) -> Assessability:
    return Assessability.objects.get(recommendation=recommendation_of(edition, label))


def confirmed(shown: Assessability, by: Any, **what: bool) -> Assessability:
    return confirm_assessability(assessability=shown, by=by, seen=version_of(shown), **what)


def left_out(edition: Edition, label: str) -> Assessability:
    Assessability.objects.filter(recommendation=recommendation_of(edition, label)).update(mystery=[], weight=0)
    return row_of(edition, label)


def test_2016_is_a_proposal(edition_2016: Edition) -> None:
    proposal = unconfirmed(edition_2016)
    assert (len(proposal.rows), len(proposal.questions), len(proposal.gates)) == (155, 144, 33)
    assert proposal.rows[0] == "1.1"


def test_rows_questions_and_gates_are_confirmed_each(ada: Any) -> None:
    edition = sound_draft()
    confirmed(row_of(edition, "1.1"), ada)
    confirmed(row_of(edition, "1.2"), ada, question=False)
    confirmed(row_of(edition, "2.1"), ada, row=False)
    gate = Occasion.objects.get()
    confirm_gate(occasion=gate, by=ada, seen=version_of(gate))
    proposal = unconfirmed(edition)
    assert proposal.rows == ["2.1", "2.2", "3.1"]
    assert proposal.questions == ["1.2", "2.2", "3.1"]
    assert proposal.gates == []
    row = row_of(edition, "1.1")
    assert (row.confirmed_by, row.question_confirmed_by) == (ada, ada)
    assert row.history.first().history_change_reason == "confirmed"


def test_a_row_that_nobody_sees_has_no_question_to_confirm(ada: Any) -> None:
    edition = sound_draft()
    row = confirmed(left_out(edition, "1.1"), ada)
    assert (row.confirmed_by, row.question_confirmed_by) == (ada, None)
    assert "1.1" not in unconfirmed(edition).questions


@pytest.mark.parametrize(
    ("changes", "row_stays", "question_stays"),
    [
        ({"weight": 2}, False, True),
        ({"mystery": ["counter", "phone"]}, False, True),
        ({"occasion": None}, False, True),
        ({"question": "Czy pracownik wstał?"}, True, False),
        ({"short_name": "wstanie na powitanie"}, True, False),
        (
            {"channel_questions": [{"channel": "counter", "question": "Czy pracownik wstał?", "parts": []}]},
            True,
            False,
        ),
        ({"parts": ["wstał", "podszedł"]}, True, False),
        ({}, True, True),
    ],
)
def test_a_confirmation_lapses_with_what_it_is_about(
    ada: Any, changes: dict[str, Any], row_stays: bool, question_stays: bool
) -> None:
    row = confirmed(row_of(sound_draft(), "1.2"), ada)
    for name, value in changes.items():
        setattr(row, name, value)
    row.save(update_fields=list(changes) or None)
    row.refresh_from_db()
    assert (row.confirmed_at is not None, row.question_confirmed_by == ada) == (row_stays, question_stays)


def test_a_gates_confirmation_lapses_with_its_question(ada: Any) -> None:
    sound_draft()
    gate = Occasion.objects.get()
    gate = confirm_gate(occasion=gate, by=ada, seen=version_of(gate))
    gate.position = 7
    gate.save()
    assert Occasion.objects.get().confirmed_by == ada
    gate.question = "Czy był formularz?"
    gate.save()
    assert Occasion.objects.get().confirmed_by is None


def test_what_changed_meanwhile_is_not_confirmed(ada: Any) -> None:
    row = row_of(sound_draft(), "1.1")
    seen = version_of(row)
    Assessability.objects.filter(pk=row.pk).update(question="Czy pracownik siedział?")
    with pytest.raises(Refused):
        confirm_assessability(assessability=row, by=ada, seen=seen)
    assert row_of(row.recommendation.standard.edition, "1.1").confirmed_at is None


def test_a_row_with_faults_is_not_confirmed(ada: Any) -> None:
    row = row_of(sound_draft(), "1.1")
    Assessability.objects.filter(pk=row.pk).update(question="")
    row.refresh_from_db()
    with pytest.raises(Refused):
        confirmed(row, ada)


class TestChange:
    def changed(self, row: Assessability, by: Any, reason: str, **changes: Any) -> Assessability:
        return change_judging(assessability=row, by=by, seen=version_of(row), reason=reason, changes=changes)

    def test_of_a_published_edition_keeps_author_and_reason(self, ada: Any) -> None:
        edition = PublicationFactory(edition=sound_draft()).edition
        row = confirmed(row_of(edition, "1.1"), ada)
        row = self.changed(row, ada, "Tak ustalono na naradzie.", weight=3, observation=[Channel.COUNTER.value])
        change = row.history.first()
        assert (change.history_user, change.history_change_reason) == (ada, "Tak ustalono na naradzie.")
        assert (change.weight, change.prev_record.weight) == (3, 1)
        assert row_of(edition, "1.1").confirmed_at is None

    def test_of_a_published_edition_without_a_reason_is_refused(self, ada: Any) -> None:
        edition = PublicationFactory(edition=sound_draft()).edition
        with pytest.raises(Refused) as refusal:
            self.changed(row_of(edition, "1.1"), ada, " ", weight=3)
        assert refusal.value.field == "reason"
        assert row_of(edition, "1.1").weight == 1

    def test_of_what_somebody_else_has_changed_is_refused(self, ada: Any) -> None:
        row = row_of(sound_draft(), "1.1")
        seen = version_of(row)
        self.changed(row, ada, "", weight=3)
        with pytest.raises(Refused):
            change_judging(assessability=row, by=ada, seen=seen, reason="", changes={"weight": 4})

    def test_to_what_cannot_be_is_named_by_field(self, ada: Any) -> None:
        with pytest.raises(ValidationError) as refusal:
            self.changed(row_of(sound_draft(), "1.1"), ada, "", mystery=["letter"], block="")
        assert set(refusal.value.message_dict) == {"mystery", "block"}

    def test_takes_fields_of_judging_only(self, ada: Any) -> None:
        with pytest.raises(ValueError, match="confirmed_by"):
            self.changed(row_of(sound_draft(), "1.1"), ada, "", confirmed_by=ada)


class TestRowsLeftOut:
    """Private life, body and thoughts: they can be made assessable with a written reason only."""

    CHANGES = {"mystery": ["counter"], "weight": 1}

    def test_need_a_reason_to_come_in(self, ada: Any) -> None:
        row = left_out(sound_draft(), "1.1")
        change = {"assessability": row, "by": ada, "seen": version_of(row), "changes": self.CHANGES}
        with pytest.raises(ValidationError) as refusal:
            change_judging(**change, reason="")
        assert set(refusal.value.message_dict) == {"reason"}
        row = change_judging(**change, reason="Uzgodniono z inspektorem.")
        assert (row.is_assessable, row.reason) == (True, "Uzgodniono z inspektorem.")

    def test_the_reason_stays_with_the_row(self, ada: Any) -> None:
        row = left_out(sound_draft(), "1.1")
        row.mystery, row.weight, row.reason = ["counter"], 1, "Uzgodniono."
        row.full_clean()
        row.save()
        row.reason = ""
        with pytest.raises(ValidationError, match="nie podlegało ocenie"):
            row.clean()

    def test_in_a_draft_of_the_next_edition_too(self, edition_2016: Edition, ada: Any) -> None:
        draft = draft_from(edition=edition_2016, code="12-2027", title="Standardy", by=ada)
        row = row_of(draft, "4.4")
        assert not row.is_assessable
        row.delete()
        again = Assessability(
            recommendation=recommendation_of(draft, "4.4"),
            mystery=["counter"],
            block="appearance",
            question="Czy ubiór był stosowny?",
            short_name="stosowny ubiór",
        )
        with pytest.raises(ValidationError) as refusal:
            again.full_clean()
        assert set(refusal.value.message_dict) == {"reason"}
        again.save()  # past the form
        with pytest.raises(Unsound) as unsound:
            publish(edition=draft, legal_basis="Zarządzenie", effective_from="2027-01-01", by=ada)
        assert [fault.place for fault in unsound.value.faults] == ["4.4"]

    def test_other_rows_need_none(self, ada: Any) -> None:
        row = row_of(sound_draft(), "1.1")
        row.mystery = ["phone"]
        row.full_clean()
        assert row.reason == ""

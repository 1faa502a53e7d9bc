"""A submitted audit's mistake is mended by another version; one of the two counts, never both and never none."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction

from audits import access
from audits.choices import AuditStatus, Role
from audits.fieldwork import (
    Late,
    Refused,
    decide_annulment,
    decide_correction,
    discard_audit,
    edit_header,
    propose_annulment,
    propose_correction,
    redact_note,
    submit_audit,
)
from audits.fieldwork.card import audit_card
from audits.models import Audit, Correction, Department, Employee, User
from tests.audits.devices import record_answer
from tests.audits.factories import LONG_AGO, AppointmentFactory, DepartmentFactory, appointed, employed, opened_audit


@pytest.fixture
def person(department: Department) -> Employee:
    return employed(department)


@pytest.fixture
def audit(auditor: User, department: Department, person: Employee) -> Audit:
    draft = opened_audit(auditor, department, selection="everything", employee=person)
    row = draft.answers.get(recommendation__standard__number="7", recommendation__number="3")
    record_answer(
        audit=draft, by=auditor, recommendation_id=row.recommendation_id, version=0, verdict="not_met", note="bez słowa"
    )
    return submit_audit(audit=draft, by=auditor, leave_unanswered=True)


@pytest.fixture
def hr(department: Department) -> User:
    return appointed(Role.HR, department)


@pytest.fixture
def second(department: Department) -> User:
    return appointed(Role.HR, department)


@pytest.fixture
def propose(audit: Audit) -> Callable[..., Audit]:
    """A correction of one verdict, handed in."""

    def propose(by: User, of: Audit = audit, verdict: str = "met") -> Audit:
        draft = propose_correction(audit=of, by=by, reason="pomylone pytanie")
        mend(draft, by, verdict)
        return submit_audit(audit=draft, by=by, leave_unanswered=False)

    return propose


def mend(draft: Audit, by: User, verdict: str = "met") -> None:
    row = draft.answers.get(recommendation__standard__number="7", recommendation__number="3")
    record_answer(
        audit=draft,
        by=by,
        recommendation_id=row.recommendation_id,
        version=row.version,
        verdict=verdict,
        note=row.note,
    )


def counted() -> list[Audit]:
    return list(Audit.objects.counted())


class TestTheDraft:
    def test_it_is_a_copy_with_the_same_checklist_header_and_answers(self, audit, auditor):
        draft = propose_correction(audit=audit, by=auditor, reason=" pomylone pytanie ")
        rows = ("recommendation", "position", "question", "weight", "verdict", "act", "note", "gate__occasion")
        assert list(draft.answers.values_list(*rows)) == list(audit.answers.values_list(*rows))
        gates = ("occasion", "question", "position", "arose")
        assert list(draft.gates.values_list(*gates)) == list(audit.gates.values_list(*gates))
        assert not {gate.pk for gate in draft.gates.all()} & {gate.pk for gate in audit.gates.all()}
        assert not draft.answers.exclude(gate=None).exclude(gate__audit=draft).exists()
        for name in ("edition", "method", "channel", "selection", "department", "employee", "desk", "took_place_at"):
            assert getattr(draft, name) == getattr(audit, name)
        assert (draft.status, draft.auditor, draft.corrects, draft.supersedes) == ("draft", auditor, audit, None)
        assert draft.correction.reason == "pomylone pytanie"

    def test_the_audit_itself_is_not_touched(self, audit, auditor):
        before = audit_card(audit)
        draft = propose_correction(audit=audit, by=auditor, reason="x")
        mend(draft, auditor)
        assert audit_card(audit) == before
        assert counted() == [audit]

    def test_asked_for_twice_there_is_one(self, audit, auditor):
        first = propose_correction(audit=audit, by=auditor, reason="x")
        assert propose_correction(audit=audit, by=auditor, reason="y") == first
        assert Correction.objects.count() == 1

    def test_it_is_filled_by_who_proposes_it_and_seen_by_nobody_else(self, audit, auditor, hr, second):
        draft = propose_correction(audit=audit, by=hr, reason="x")
        assert access.drafts_of(hr).get() == draft
        assert not access.drafts_of(auditor).exists()
        for other in (auditor, second):
            assert draft not in access.audits_visible_to(other)
        assert draft in access.audits_visible_to(hr)
        with pytest.raises(Audit.DoesNotExist):
            mend(draft, auditor)
        mend(draft, hr)

    def test_hr_mends_whom_it_is_about_but_names_neither_themselves_nor_the_auditor(
        self, audit, auditor, hr, department
    ):
        draft = propose_correction(audit=audit, by=hr, reason="x")
        header = {
            "audit": draft,
            "by": hr,
            "version": 0,
            "desk": "",
            "took_place_at": draft.took_place_at,
            "waiting_minutes": None,
            "scenario": "",
        }
        for employee in (
            employed(department, user=hr),
            employed(department, user=auditor),
            employed(DepartmentFactory()),
        ):
            with pytest.raises(Refused) as fault:
                edit_header(employee=employee, **header)
            assert fault.value.field == "employee"
        other = employed(department)
        assert edit_header(employee=other, **header).employee == other

    def test_a_reason_is_needed(self, audit, auditor):
        with pytest.raises(Refused) as fault:
            propose_correction(audit=audit, by=auditor, reason=" ")
        assert fault.value.field == "reason"

    def test_one_that_changes_nothing_is_not_handed_in(self, audit, auditor):
        draft = propose_correction(audit=audit, by=auditor, reason="x")
        with pytest.raises(Refused):
            submit_audit(audit=draft, by=auditor, leave_unanswered=False)
        draft.refresh_from_db()
        assert draft.is_draft

    def test_discarded_it_leaves_the_audit_and_room_for_another(self, audit, auditor):
        draft = propose_correction(audit=audit, by=auditor, reason="x")
        discard_audit(audit=draft, by=auditor)
        assert counted() == [audit]
        assert propose_correction(audit=audit, by=auditor, reason="x") != draft


class TestWhoProposes:
    def test_not_somebody_elses_auditor_nor_hr_of_another_department_nor_other_roles(self, audit, department):
        others = [appointed(role, department) for role in Role if role != Role.HR]
        for by in (*others, appointed(Role.HR, DepartmentFactory())):
            with pytest.raises(Refused):
                propose_correction(audit=audit, by=by, reason="x")

    def test_not_hr_whom_it_is_about(self, audit, hr, person):
        person.user = hr
        person.save()
        with pytest.raises(Refused):
            propose_correction(audit=audit, by=hr, reason="x")

    def test_not_of_a_draft_nor_of_an_annulled_audit(self, audit, draft, auditor, hr, second):
        with pytest.raises(Refused):
            propose_correction(audit=draft, by=auditor, reason="x")
        decide_annulment(annulment=propose_annulment(audit=audit, by=hr, reason="x"), by=second, approved=True)
        with pytest.raises(Refused):
            propose_correction(audit=audit, by=auditor, reason="x")


class TestUntilItIsDecided:
    def test_handed_in_it_waits_and_the_audit_counts(self, audit, auditor, propose):
        version = propose(auditor)
        assert (version.status, version.supersedes) == (AuditStatus.PROPOSED, None)
        assert version.receipt
        assert version.receipt != audit.receipt
        assert counted() == [audit]
        assert audit_card(audit).corrected_by == ""

    def test_it_can_be_changed_no_more(self, auditor, propose):
        version = propose(auditor)
        with pytest.raises(Late):
            mend(version, auditor, "not_met")
        assert submit_audit(audit=version, by=auditor, leave_unanswered=False).receipt == version.receipt

    def test_one_waits_at_a_time(self, audit, auditor, hr, propose):
        late = propose_correction(audit=audit, by=hr, reason="x")
        mend(late, hr)
        propose(auditor)
        for act in (
            lambda: propose_correction(audit=audit, by=auditor, reason="y"),
            lambda: submit_audit(audit=late, by=hr, leave_unanswered=False),
        ):
            with pytest.raises(Refused):
                act()

    def test_the_card_says_that_it_is_a_proposal(self, audit, auditor, propose):
        card = audit_card(propose(auditor))
        assert (card.version, card.corrects, card.correction.reason) == (2, audit.receipt, "pomylone pytanie")
        assert card.correction.approved is None


class TestTheDecision:
    def test_approved_it_counts_in_place_of_the_audit_which_is_kept(self, audit, auditor, hr, propose):
        version = decide_correction(version=propose(auditor), by=hr, approved=True)
        assert (version.status, version.supersedes) == (AuditStatus.SUBMITTED, audit)
        assert counted() == [version]
        audit.refresh_from_db()
        assert audit.status == AuditStatus.SUBMITTED
        assert {audit, version} <= set(access.audits_visible_to(hr))
        card = audit_card(version)
        assert (card.version, card.corrects, card.correction.decided_by) == (2, audit.receipt, str(hr))
        assert card.as_of == version.correction.decided_at
        assert audit_card(audit).corrected_by == version.receipt
        assert audit_card(audit).as_of == version.correction.decided_at

    def test_rejected_it_is_kept_counts_nowhere_and_another_may_follow(self, audit, auditor, hr, propose):
        version = decide_correction(version=propose(auditor), by=hr, approved=False)
        assert (version.status, version.supersedes) == (AuditStatus.REJECTED, None)
        assert counted() == [audit]
        assert version in access.audits_visible_to(hr)
        assert propose(auditor).status == AuditStatus.PROPOSED

    def test_who_proposed_it_the_auditor_and_others_do_not_decide(self, auditor, hr, department, propose):
        version = propose(hr)
        AppointmentFactory(user=auditor, role=Role.HR, department=department, since=LONG_AGO)
        for by in (
            hr,
            auditor,
            appointed(Role.HEAD, department),
            appointed(Role.AUDITOR, department),
            appointed(Role.HR, DepartmentFactory()),
        ):
            with pytest.raises(Refused):
                decide_correction(version=version, by=by, approved=True)
        version.refresh_from_db()
        assert version.status == AuditStatus.PROPOSED

    def test_nor_hr_whom_the_corrected_audit_is_about_though_the_correction_names_another(
        self, audit, auditor, hr, person, department
    ):
        draft = propose_correction(audit=audit, by=auditor, reason="x")
        edit_header(
            audit=draft,
            by=auditor,
            version=0,
            employee=employed(department),
            desk="",
            took_place_at=draft.took_place_at,
            waiting_minutes=None,
            scenario="",
        )
        version = submit_audit(audit=draft, by=auditor, leave_unanswered=False)
        person.user = hr
        person.save()
        with pytest.raises(Refused):
            decide_correction(version=version, by=hr, approved=True)

    def test_it_is_final(self, auditor, hr, second, propose):
        version = decide_correction(version=propose(auditor), by=hr, approved=False)
        with pytest.raises(Refused):
            decide_correction(version=version, by=second, approved=True)

    def test_an_annulled_audit_is_replaced_by_nothing(self, audit, auditor, hr, second, propose):
        version = propose(auditor)
        proposal = propose_annulment(audit=audit, by=hr, reason="x")
        with pytest.raises(Refused):
            decide_correction(version=version, by=second, approved=True)
        decide_annulment(annulment=proposal, by=second, approved=True)
        with pytest.raises(Refused):
            decide_correction(version=version, by=hr, approved=True)
        assert decide_correction(version=version, by=hr, approved=False).status == AuditStatus.REJECTED
        assert counted() == []

    def test_a_corrected_audit_is_annulled_by_its_latest_version(self, audit, auditor, hr, second, propose):
        version = decide_correction(version=propose(auditor), by=hr, approved=True)
        with pytest.raises(Refused):
            propose_annulment(audit=audit, by=hr, reason="x")
        decide_annulment(annulment=propose_annulment(audit=version, by=hr, reason="x"), by=second, approved=True)
        assert counted() == []

    def test_a_correction_is_corrected_in_turn(self, audit, auditor, hr, propose):
        version = decide_correction(version=propose(auditor), by=hr, approved=True)
        third = decide_correction(version=propose(auditor, version, "not_observed"), by=hr, approved=True)
        assert counted() == [third]
        assert audit_card(third).version == 3
        with pytest.raises(Refused):
            propose_correction(audit=audit, by=auditor, reason="x")


@pytest.mark.parametrize(
    "fields",
    [
        {"status": AuditStatus.SUBMITTED},
        {"status": AuditStatus.ANNULLED},
        {"supersedes": True},
        {"supersedes": True, "corrects": None, "status": AuditStatus.SUBMITTED},
        {"corrects": None},
    ],
    ids=str,
)
def test_the_database_lets_no_correction_count_beside_what_it_corrects(audit, auditor, propose, fields):
    version = propose(auditor)
    values = {name: audit if value is True else value for name, value in fields.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Audit.objects.filter(pk=version.pk).update(**values)


def test_words_taken_out_of_the_audit_are_taken_out_of_its_corrections_too(audit, auditor, hr, propose):
    rejected = decide_correction(version=propose(auditor), by=hr, approved=False)
    begun = propose_correction(audit=audit, by=auditor, reason="x")
    row = audit.answers.get(note="bez słowa")
    redact_note(audit=audit, by=hr, recommendation_id=row.recommendation_id, reason="x")
    for version in (audit, rejected, begun):
        assert version.answers.get(recommendation=row.recommendation_id).note == "[usunięto]"

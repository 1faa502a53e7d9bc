"""Submission closes an audit for good, with a receipt."""

import datetime

import pytest
from django.utils import timezone

from audits.choices import Act, AuditStatus, Role
from audits.fieldwork import Refused, Unanswered, discard_audit, submit_audit
from tests.audits.devices import record_other_gates
from tests.audits.factories import appointed, opened_audit
from tests.audits.fieldwork.test_record_answer import judge
from tests.audits.fieldwork.test_save_checklist import page, save


def test_open_rows_stop_a_submission_and_are_named(draft, row):
    with pytest.raises(Unanswered) as fault:
        submit_audit(audit=draft, by=draft.auditor, leave_unanswered=False)
    assert len(fault.value.pending.gates) == 15
    assert row("7.3") in fault.value.pending.answers
    draft.refresh_from_db()
    assert (draft.status, draft.receipt) == (AuditStatus.DRAFT, None)


def test_by_an_explicit_act_open_rows_are_left_as_not_observed(draft, row):
    judge(draft, row("7.3"), "met")
    audit = submit_audit(audit=draft, by=draft.auditor, leave_unanswered=True)
    assert audit.status == AuditStatus.SUBMITTED
    assert row("7.3").verdict == "met"
    assert (row("7.2").verdict, row("7.2").act) == ("not_observed", Act.LEFT)
    assert (row("10.6").verdict, row("10.6").act) == ("not_observed", Act.LEFT)
    assert not draft.answers.filter(verdict="").exists()


def test_a_complete_checklist_needs_no_such_act(draft, row):
    record_other_gates(audit=draft, by=draft.auditor)
    answers, gates = page(draft)
    save(draft, {k: (v, verdict or "met", note) for k, (v, verdict, note) in answers.items()}, gates)
    audit = submit_audit(audit=draft, by=draft.auditor, leave_unanswered=False)
    assert audit.receipt == f"KA/{timezone.localdate().year}/{audit.pk:06d}"
    assert not draft.answers.filter(act=Act.LEFT).exists()


def test_submitting_twice_gives_the_same_receipt(draft):
    first = submit_audit(audit=draft, by=draft.auditor, leave_unanswered=True)
    again = submit_audit(audit=draft, by=draft.auditor, leave_unanswered=False)
    assert (again.receipt, again.submitted_at) == (first.receipt, first.submitted_at)


def test_only_the_auditor_submits(draft, department):
    with pytest.raises(Refused):
        submit_audit(audit=draft, by=appointed(Role.AUDITOR, department), leave_unanswered=True)
    draft.refresh_from_db()
    assert draft.is_draft


def test_a_discarded_draft_cannot_be_submitted_or_discarded_again(draft):
    discard_audit(audit=draft, by=draft.auditor)
    draft.refresh_from_db()
    assert draft.status == AuditStatus.DISCARDED
    with pytest.raises(Refused):
        submit_audit(audit=draft, by=draft.auditor, leave_unanswered=True)
    with pytest.raises(Refused):
        discard_audit(audit=draft, by=draft.auditor)


def test_a_submitted_audit_cannot_be_discarded(draft):
    submit_audit(audit=draft, by=draft.auditor, leave_unanswered=True)
    with pytest.raises(Refused):
        discard_audit(audit=draft, by=draft.auditor)


@pytest.mark.parametrize(("hours", "flagged"), [(23, False), (25, True)])
def test_filling_finished_more_than_a_day_after_the_visit_is_flagged(auditor, department, hours, flagged):
    audit = opened_audit(auditor, department, took_place_at=timezone.now() - datetime.timedelta(hours=hours))
    assert submit_audit(audit=audit, by=auditor, leave_unanswered=True).filled_from_memory is flagged


def test_submitting_costs_few_queries(draft, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        submit_audit(audit=draft, by=draft.auditor, leave_unanswered=True)

"""Two people of HR take a submitted audit out of every figure; it is kept and shown."""

import pytest

from audits import access
from audits.choices import AuditStatus, Role
from audits.fieldwork import Refused, decide_annulment, propose_annulment, submit_audit
from audits.models import Audit
from tests.audits.factories import LONG_AGO, AppointmentFactory, DepartmentFactory, appointed


@pytest.fixture
def audit(draft):
    return submit_audit(audit=draft, by=draft.auditor, leave_unanswered=True)


@pytest.fixture
def hr(department):
    return appointed(Role.HR, department)


@pytest.fixture
def second(department):
    return appointed(Role.HR, department)


def test_a_proposal_alone_changes_no_figure(audit, hr):
    propose_annulment(audit=audit, by=hr, reason="pomylone stanowisko")
    assert Audit.objects.counted().count() == 1


def test_approved_by_a_second_person_it_is_out_of_every_figure_and_still_there(audit, hr, second):
    proposal = propose_annulment(audit=audit, by=hr, reason="pomylone stanowisko")
    decide_annulment(annulment=proposal, by=second, approved=True)
    audit.refresh_from_db()
    assert audit.status == AuditStatus.ANNULLED
    assert audit.receipt
    assert not Audit.objects.counted().exists()
    assert access.audits_visible_to(hr).get() == audit


def test_rejected_it_counts_and_can_be_proposed_again(audit, hr, second):
    decide_annulment(annulment=propose_annulment(audit=audit, by=hr, reason="a"), by=second, approved=False)
    audit.refresh_from_db()
    assert audit.status == AuditStatus.SUBMITTED
    assert propose_annulment(audit=audit, by=second, reason="b").approved is None


def test_the_proposer_cannot_decide(audit, hr):
    proposal = propose_annulment(audit=audit, by=hr, reason="pomylone stanowisko")
    with pytest.raises(Refused):
        decide_annulment(annulment=proposal, by=hr, approved=True)
    audit.refresh_from_db()
    assert audit.status == AuditStatus.SUBMITTED


def test_the_auditor_cannot_decide_even_with_the_role(audit, hr, department):
    AppointmentFactory(user=audit.auditor, role=Role.HR, department=department, since=LONG_AGO)
    proposal = propose_annulment(audit=audit, by=hr, reason="pomylone stanowisko")
    with pytest.raises(Refused):
        decide_annulment(annulment=proposal, by=audit.auditor, approved=True)


def test_a_decision_is_final(audit, hr, second, department):
    proposal = propose_annulment(audit=audit, by=hr, reason="x")
    decide_annulment(annulment=proposal, by=second, approved=False)
    with pytest.raises(Refused):
        decide_annulment(annulment=proposal, by=appointed(Role.HR, department), approved=True)


def test_one_proposal_at_a_time(audit, hr, second):
    propose_annulment(audit=audit, by=hr, reason="x")
    with pytest.raises(Refused):
        propose_annulment(audit=audit, by=second, reason="y")


def test_a_reason_is_needed(audit, hr):
    with pytest.raises(Refused) as fault:
        propose_annulment(audit=audit, by=hr, reason="  ")
    assert fault.value.field == "reason"


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.HEAD, Role.ADMINISTRATOR])
def test_other_roles_propose_nothing(audit, department, role):
    with pytest.raises(Refused):
        propose_annulment(audit=audit, by=appointed(role, department), reason="x")


def test_hr_of_another_department_proposes_and_decides_nothing(audit, hr):
    outsider = appointed(Role.HR, DepartmentFactory())
    with pytest.raises(Refused):
        propose_annulment(audit=audit, by=outsider, reason="x")
    proposal = propose_annulment(audit=audit, by=hr, reason="x")
    with pytest.raises(Refused):
        decide_annulment(annulment=proposal, by=outsider, approved=True)


def test_a_draft_cannot_be_annulled(draft, hr):
    with pytest.raises(Refused):
        propose_annulment(audit=draft, by=hr, reason="x")

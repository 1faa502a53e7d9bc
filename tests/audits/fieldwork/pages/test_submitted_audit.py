"""A submitted audit's page, and its annulment by two people."""

import pytest
from django.utils import timezone

from audits.choices import AuditStatus, Role
from audits.fieldwork import propose_annulment, submit_audit
from tests.audits.devices import record_answer
from tests.audits.factories import (
    DepartmentFactory,
    EmployeeFactory,
    EmploymentFactory,
    appointed,
    opened_audit,
    with_purpose,
)


@pytest.fixture
def hr(department):
    return appointed(Role.HR, department, first_name="Irena", last_name="Kadrowa")


@pytest.fixture
def second(department):
    return appointed(Role.HR, department, first_name="Olga", last_name="Druga")


@pytest.fixture
def audit(draft, auditor, row):
    """One met, one not met with a note, one critical breach; the rest left."""
    for label, verdict, note in [("7.3", "met", ""), ("7.2", "not_met", "bez kontaktu"), ("13.3", "not_met", "")]:
        record_answer(
            audit=draft,
            by=auditor,
            recommendation_id=row(label).recommendation_id,
            version=row(label).version,
            verdict=verdict,
            note=note,
        )
    return submit_audit(audit=draft, by=auditor, leave_unanswered=True)


def page(client, audit):
    return f"{client.get(f'/audyty/{audit.uuid}/').content.decode()}"


def test_it_shows_receipt_score_coverage_breaches_and_every_answer(web, audit):
    response = web.get(f"/audyty/{audit.uuid}/")
    text = response.content.decode()
    assert audit.receipt in text
    assert str(response.context["card"].result.score) == "33.3"
    assert "33,3%" in text
    assert "Naruszenia krytyczne" in text
    assert "bez kontaktu" in text
    assert text.count('<li class="answer ') == 72


def test_the_auditor_and_hr_see_it_and_nobody_else(web, signed_in, stranger, department, hr, audit):
    address = f"/audyty/{audit.uuid}/"
    seen = {
        "auditor": web.get(address).status_code,
        "hr": with_purpose(signed_in(hr)).get(address).status_code,
        "head": signed_in(appointed(Role.HEAD, department)).get(address).status_code,
        "administrator": signed_in(appointed(Role.ADMINISTRATOR, department)).get(address).status_code,
        "auditor beside": signed_in(appointed(Role.AUDITOR, department)).get(address).status_code,
        "auditor elsewhere": stranger.get(address).status_code,
        "hr elsewhere": with_purpose(signed_in(appointed(Role.HR, DepartmentFactory()))).get(address).status_code,
    }
    assert seen == {
        "auditor": 200,
        "hr": 200,
        "head": 404,
        "administrator": 404,
        "auditor beside": 404,
        "auditor elsewhere": 404,
        "hr elsewhere": 404,
    }


def test_a_foreign_and_a_missing_audit_get_the_same_answer(stranger, audit):
    foreign = stranger.get(f"/audyty/{audit.uuid}/")
    missing = stranger.get("/audyty/00000000-0000-4000-8000-000000000000/")
    assert (foreign.status_code, missing.status_code) == (404, 404)


def test_hr_does_not_read_what_was_recorded_about_themselves(signed_in, auditor, department, hr):
    person = EmploymentFactory(employee=EmployeeFactory(user=hr), department=department).employee
    audit = submit_audit(audit=opened_audit(auditor, department, employee=person), by=auditor, leave_unanswered=True)
    assert with_purpose(signed_in(hr)).get(f"/audyty/{audit.uuid}/").status_code == 404


def test_a_draft_is_filled_by_its_auditor_and_hidden_from_hr(web, signed_in, hr, draft):
    assert web.get(f"/audyty/{draft.uuid}/")["Location"] == f"/audyty/{draft.uuid}/karta/"
    assert signed_in(hr).get(f"/audyty/{draft.uuid}/").status_code == 404


def test_hr_proposes_and_a_second_person_approves(signed_in, hr, second, audit):
    signed_in(hr).post(f"/audyty/{audit.uuid}/uniewaznienie/", {"reason": "Wizyta w złym wydziale."})
    audit.refresh_from_db()
    assert audit.status == AuditStatus.SUBMITTED
    assert "Wizyta w złym wydziale." in page(with_purpose(signed_in(second)), audit)
    signed_in(second).post(f"/audyty/{audit.uuid}/uniewaznienie/decyzja/", {"decision": "approve"})
    audit.refresh_from_db()
    assert audit.status == AuditStatus.ANNULLED
    text = page(with_purpose(signed_in(hr)), audit)
    assert "został unieważniony" in text
    assert "Olga Druga" in text


def test_a_rejected_proposal_leaves_the_audit_and_is_kept(signed_in, hr, second, audit):
    propose_annulment(audit=audit, by=hr, reason="Pomyłka?")
    signed_in(second).post(f"/audyty/{audit.uuid}/uniewaznienie/decyzja/", {"decision": "reject"})
    audit.refresh_from_db()
    assert audit.status == AuditStatus.SUBMITTED
    assert "Pomyłka?" in page(with_purpose(signed_in(hr)), audit)


def test_who_proposed_is_offered_no_decision_and_cannot_take_it(signed_in, hr, audit):
    propose_annulment(audit=audit, by=hr, reason="Pomyłka.")
    assert 'name="decision"' not in page(with_purpose(signed_in(hr)), audit)
    signed_in(hr).post(f"/audyty/{audit.uuid}/uniewaznienie/decyzja/", {"decision": "approve"})
    audit.refresh_from_db()
    assert audit.status == AuditStatus.SUBMITTED


@pytest.mark.parametrize("reason", ["", "   ", "x" * 2001])
def test_a_proposal_without_a_fit_reason_is_shown_at_its_field(signed_in, hr, audit, reason):
    response = with_purpose(signed_in(hr)).post(f"/audyty/{audit.uuid}/uniewaznienie/", {"reason": reason})
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["reason"]
    assert not audit.annulments.exists()


def test_a_second_proposal_waits_for_the_first(signed_in, hr, second, audit):
    propose_annulment(audit=audit, by=hr, reason="Pierwszy.")
    signed_in(second).post(f"/audyty/{audit.uuid}/uniewaznienie/", {"reason": "Drugi."})
    assert [one.reason for one in audit.annulments.all()] == ["Pierwszy."]


def test_only_hr_over_the_department_annuls(web, stranger, signed_in, department, hr, audit):
    propose_annulment(audit=audit, by=hr, reason="Pomyłka.")
    elsewhere = signed_in(appointed(Role.HR, DepartmentFactory()))
    for client in (web, stranger, elsewhere, signed_in(appointed(Role.HEAD, department))):
        assert client.post(f"/audyty/{audit.uuid}/uniewaznienie/", {"reason": "x"}).status_code == 404
        decision = client.post(f"/audyty/{audit.uuid}/uniewaznienie/decyzja/", {"decision": "approve"})
        assert decision.status_code == 404
    audit.refresh_from_db()
    assert (audit.status, audit.annulments.count()) == (AuditStatus.SUBMITTED, 1)


def test_a_decision_that_is_none_changes_nothing(signed_in, hr, second, audit):
    propose_annulment(audit=audit, by=hr, reason="Pomyłka.")
    response = signed_in(second).post(f"/audyty/{audit.uuid}/uniewaznienie/decyzja/", {"decision": "może"})
    assert response.status_code == 404
    assert audit.annulments.get().approved is None


def test_hr_whose_appointment_ended_decides_nothing(signed_in, hr, second, audit):
    propose_annulment(audit=audit, by=hr, reason="Pomyłka.")
    second.appointments.update(until=timezone.localdate())
    response = signed_in(second).post(f"/audyty/{audit.uuid}/uniewaznienie/decyzja/", {"decision": "approve"})
    assert response.status_code == 404
    audit.refresh_from_db()
    assert audit.status == AuditStatus.SUBMITTED


def test_what_was_typed_is_shown_as_text(web, auditor, department):
    audit = opened_audit(auditor, department, scenario="<script>alert(1)</script>", desk="<b>4</b>")
    submit_audit(audit=audit, by=auditor, leave_unanswered=True)
    text = page(web, audit)
    assert "<script>alert" not in text
    assert "<b>4</b>" not in text
    assert "&lt;script&gt;alert(1)" in text

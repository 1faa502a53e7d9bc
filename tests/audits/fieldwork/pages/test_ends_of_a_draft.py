"""Submitting a draft, discarding it, and mending its header until then."""

import datetime

from django.utils import timezone

from audits.choices import AuditStatus
from audits.fieldwork import submit_audit
from audits.models import Audit
from tests.audits.devices import record_answer, record_none_of_these, record_other_gates
from tests.audits.factories import employed, opened_audit
from tests.audits.fieldwork.pages.sending import held_by, seen


def finish(draft, auditor):
    """Every question answered."""
    record_other_gates(audit=draft, by=auditor)
    for block in ("appearance", "behaviour", "handling"):
        record_none_of_these(audit=draft, by=auditor, block=block)
    for answer in draft.answers.filter(verdict=""):
        answer.refresh_from_db()
        record_answer(
            audit=draft,
            by=auditor,
            recommendation_id=answer.recommendation_id,
            version=answer.version,
            verdict="met",
            note="",
        )


def test_open_questions_are_listed_with_links_to_their_rows(web, draft, row):
    text = web.get(f"/audyty/{draft.uuid}/zlozenie/").content.decode()
    assert f"/karta/?sprawdzenie=left#row-{row('7.3').recommendation_id}" in text
    assert f"/karta/?sprawdzenie=left#gate-{row('10.1').gate.occasion_id}" in text
    assert f"#row-{row('10.1').recommendation_id}" not in text


def test_without_the_explicit_act_an_open_audit_is_not_submitted(web, draft):
    response = web.post(f"/audyty/{draft.uuid}/zlozenie/", held_by(draft))
    draft.refresh_from_db()
    assert (response.status_code, draft.status) == (422, AuditStatus.DRAFT)
    assert 'name="leave_unanswered"' in response.content.decode()


def test_by_the_explicit_act_it_is_submitted_and_its_page_shows_the_receipt(web, draft):
    response = web.post(f"/audyty/{draft.uuid}/zlozenie/", seen(draft, leave_unanswered="yes"), follow=True)
    draft.refresh_from_db()
    assert draft.status == AuditStatus.SUBMITTED
    assert response.redirect_chain == [(f"/audyty/{draft.uuid}/", 302)]
    assert draft.receipt in response.content.decode()


def test_a_full_checklist_asks_for_no_such_act(web, draft, auditor):
    finish(draft, auditor)
    assert 'name="leave_unanswered"' not in web.get(f"/audyty/{draft.uuid}/zlozenie/").content.decode()
    web.post(f"/audyty/{draft.uuid}/zlozenie/", held_by(draft))
    draft.refresh_from_db()
    assert draft.status == AuditStatus.SUBMITTED


def test_a_double_submission_gives_the_same_receipt(web, draft):
    first = web.post(f"/audyty/{draft.uuid}/zlozenie/", seen(draft, leave_unanswered="yes"))
    receipt = Audit.objects.get(pk=draft.pk).receipt
    second = web.post(f"/audyty/{draft.uuid}/zlozenie/", seen(draft, leave_unanswered="yes"))
    assert first["Location"] == second["Location"]
    assert Audit.objects.get(pk=draft.pk).receipt == receipt


def test_a_foreign_draft_can_be_neither_reviewed_nor_submitted(stranger, draft):
    address = f"/audyty/{draft.uuid}/zlozenie/"
    assert stranger.get(address).status_code == 404
    assert stranger.post(address, seen(draft, leave_unanswered="yes")).status_code == 404
    draft.refresh_from_db()
    assert draft.status == AuditStatus.DRAFT


def test_discarding_asks_first(web, draft):
    response = web.get(f"/audyty/{draft.uuid}/porzucenie/")
    draft.refresh_from_db()
    assert (response.status_code, draft.status) == (200, AuditStatus.DRAFT)


def test_a_discarded_draft_leaves_every_list(web, draft):
    response = web.post(f"/audyty/{draft.uuid}/porzucenie/")
    draft.refresh_from_db()
    assert (response["Location"], draft.status) == ("/", AuditStatus.DISCARDED)
    assert str(draft.uuid) not in web.get("/").content.decode()
    assert str(draft.uuid) not in web.get("/audyty/").content.decode()
    assert web.post(f"/audyty/{draft.uuid}/porzucenie/").status_code == 404


def test_nobody_else_discards_a_draft(stranger, draft):
    assert stranger.post(f"/audyty/{draft.uuid}/porzucenie/").status_code == 404
    draft.refresh_from_db()
    assert draft.status == AuditStatus.DRAFT


def test_a_submitted_audit_can_be_neither_discarded_nor_mended(web, draft, auditor):
    submit_audit(audit=draft, by=auditor, leave_unanswered=True)
    assert web.post(f"/audyty/{draft.uuid}/porzucenie/").status_code == 404
    assert web.get(f"/audyty/{draft.uuid}/dane/").status_code == 404


def header(draft, **changes):
    moment = timezone.localtime(draft.took_place_at).strftime("%Y-%m-%dT%H:%M")
    return {
        "version": draft.version,
        "took_place_at": moment,
        "employee": "",
        "employee_name": "",
        "desk": draft.desk,
        "waiting_minutes": draft.waiting_minutes,
        "scenario": draft.scenario,
    } | changes


def test_the_header_is_mended_until_submission(web, draft, department):
    person = employed(department, first_name="Zofia", last_name="Lis")
    response = web.post(
        f"/audyty/{draft.uuid}/dane/", header(draft, employee_name="lis zof", desk="pokój 12", waiting_minutes="0")
    )
    draft.refresh_from_db()
    assert response["Location"] == f"/audyty/{draft.uuid}/karta/"
    assert (draft.employee, draft.desk, draft.waiting_minutes, draft.version) == (person, "pokój 12", 0, 1)


def test_a_faulty_header_is_shown_with_what_was_typed(web, draft):
    response = web.post(f"/audyty/{draft.uuid}/dane/", header(draft, took_place_at="2099-01-01T10:00", desk="pokój 99"))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["took_place_at"]
    assert "pokój 99" in response.content.decode()


def test_a_stale_header_shows_both_and_the_next_saving_is_a_choice(web, draft):
    address = f"/audyty/{draft.uuid}/dane/"
    web.post(address, header(draft, desk="pokój 1"))
    response = web.post(address, header(draft, desk="pokój 2"))
    text = response.content.decode()
    draft.refresh_from_db()
    assert (response.status_code, draft.desk) == (409, "pokój 1")
    assert "pokój 1" in text
    assert 'value="pokój 2"' in text
    again = response.context["form"].data["version"]
    assert web.post(address, header(draft, desk="pokój 2") | {"version": again}).status_code == 302
    draft.refresh_from_db()
    assert draft.desk == "pokój 2"


def test_a_foreign_header_is_not_found(stranger, draft):
    assert stranger.get(f"/audyty/{draft.uuid}/dane/").status_code == 404
    assert stranger.post(f"/audyty/{draft.uuid}/dane/", header(draft, desk="x")).status_code == 404


def test_a_late_and_a_remembered_audit_are_flagged_on_their_page(web, auditor, department):
    long_ago = timezone.now() - datetime.timedelta(days=31)
    audit = opened_audit(auditor, department, took_place_at=long_ago)
    submit_audit(audit=audit, by=auditor, leave_unanswered=True)
    text = web.get(f"/audyty/{audit.uuid}/").content.decode()
    assert "później niż 30 dni" in text
    assert "później niż 24 godziny" in text


def test_a_prompt_audit_is_not_flagged(web, draft, auditor):
    submit_audit(audit=draft, by=auditor, leave_unanswered=True)
    text = web.get(f"/audyty/{draft.uuid}/").content.decode()
    assert "później niż" not in text

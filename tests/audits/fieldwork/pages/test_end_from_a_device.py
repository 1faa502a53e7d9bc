"""A draft that was ended on a device without a network: what becomes of it once there is one."""

import datetime
import json
import uuid as uuids

import pytest
from django.utils import timezone

from audits.choices import AuditStatus
from audits.fieldwork import set_aside, submit_audit
from audits.models import Audit
from tests.audits.devices import record_answer
from tests.audits.factories import opened_audit

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

SUBMITTING = {"ending": "submit", "leave_unanswered": "on"}
DEVICE = str(uuids.uuid4())


def address_of(draft: Audit) -> str:
    return f"/audyty/{draft.uuid}/zlozenie/z-urzadzenia/"


def held(*given: tuple[object, str], first: int = 1, revision: int = 0, **further: str) -> dict[str, object]:
    """What the device sends: answers to rows that it knew unanswered."""
    changes = [{"key": f"answer:{row.recommendation_id}", "value": value} for row, value in given]
    told = json.dumps(changes or [{"key": "nothing"}])
    return {"device": DEVICE, "first": first, "changes": told, "revision": revision, **further}


def judge_elsewhere(draft, auditor, answer, verdict="met"):
    answer.refresh_from_db()
    record_answer(
        audit=draft, by=auditor, recommendation_id=answer.recommendation_id, version=answer.version, verdict=verdict,
        note="",
    )  # fmt: skip


def test_it_is_submitted_with_the_last_that_the_device_held(web, draft, row):
    told = web.post(address_of(draft), held((row("7.3"), "not_met"), **SUBMITTING)).json()
    draft.refresh_from_db()
    assert (draft.status, told["receipt"], told["why"]) == (AuditStatus.SUBMITTED, draft.receipt, "")
    assert told["address"] == draft.get_absolute_url()
    assert row("7.3").verdict == "not_met"


def test_what_the_device_sent_before_on_its_own_is_what_it_showed(web, draft, row):
    before = web.post(f"/audyty/{draft.uuid}/karta/zmiany/", held((row("7.3"), "met"))).json()
    assert (before["before"], before["revision"]) == (0, 1)
    told = web.post(address_of(draft), held(first=2, revision=1, **SUBMITTING)).json()
    assert told["receipt"]


@pytest.mark.parametrize("ending", [SUBMITTING, {"ending": "aside", "leave_unanswered": "on"}], ids=["submit", "aside"])
def test_sent_again_it_ends_once_and_is_answered_as_before(web, auditor, department, ending):
    draft = opened_audit(auditor, department, method="observation", channel="phone", selection="everything")
    until = timezone.localdate() + datetime.timedelta(days=3)
    sent = held(**ending | {"until": until.isoformat()})
    first, second = (web.post(address_of(draft), sent).json() for _time in range(2))
    assert [first[name] for name in ("seq", "receipt", "why")] == [second[name] for name in ("seq", "receipt", "why")]
    draft.refresh_from_db()
    assert first["why"] == ""
    assert (draft.receipt or draft.awaited_until) in (first["receipt"], until)
    assert draft.version <= 1


def test_what_was_changed_elsewhere_is_taken_as_a_draft_that_is_looked_at_again(web, draft, auditor, row):
    judge_elsewhere(draft, auditor, row("7.2"), "not_met")
    shown = f"visit=0 answer:{row('7.2').recommendation_id}=0 answer:{row('7.3').recommendation_id}=0"
    response = web.post(address_of(draft), held((row("7.3"), "met"), shown=shown, **SUBMITTING))
    told = response.json()
    assert (response.status_code, told["receipt"]) == (409, "")
    assert told["why"] == "Od czasu sprawdzenia kartę zmieniono w innym miejscu."
    # Not what this device itself has just said.
    assert [(one["question"], one["words"]) for one in told["differs"]] == [(row("7.2").question, "Nie")]
    assert told["address"] == f"/audyty/{draft.uuid}/zlozenie/"
    assert Audit.objects.get().is_draft
    assert row("7.3").verdict == "met"


def test_a_change_between_two_of_the_devices_own_is_looked_at_again(web, draft, auditor, row):
    web.post(f"/audyty/{draft.uuid}/karta/zmiany/", held((row("7.3"), "met")))
    judge_elsewhere(draft, auditor, row("7.2"))
    assert web.post(address_of(draft), held(first=2, revision=1, **SUBMITTING)).status_code == 409


def test_what_could_not_be_taken_leaves_a_draft(web, draft, row):
    told = web.post(address_of(draft), held((row("7.3"), "nonsense"), **SUBMITTING)).json()
    assert (told["receipt"], told["why"]) == ("", "Niektórych odpowiedzi nie przyjęto.")
    again = web.post(address_of(draft), held(first=2, revision=told["revision"], **SUBMITTING)).json()
    assert again["why"] == told["why"]
    mended = held((row("7.3"), "met"), first=3, revision=again["revision"], **SUBMITTING)
    assert web.post(address_of(draft), mended).json()["receipt"]


def test_what_is_open_leaves_a_draft(web, draft):
    assert web.post(address_of(draft), held(ending="submit")).json()["why"] == "Są pytania bez odpowiedzi."
    assert Audit.objects.get().is_draft


def test_one_that_was_submitted_elsewhere_has_the_same_receipt_and_what_is_held_is_late(web, draft, auditor, row):
    receipt = submit_audit(audit=draft, by=auditor, leave_unanswered=True).receipt
    assert web.post(address_of(draft), held(**SUBMITTING)).json()["receipt"] == receipt
    late = web.post(address_of(draft), held((row("7.3"), "met"), **SUBMITTING))
    assert (late.status_code, late.json()["problem"]) == (409, "late")
    assert row("7.3").verdict == "not_observed"


def test_numbers_that_do_not_follow_are_a_gap(web, draft):
    gap = web.post(address_of(draft), held(first=3, **SUBMITTING))
    assert (gap.status_code, gap.json()) == (409, {"problem": "gap", "seq": 0})


def test_a_day_that_has_passed_meanwhile_is_told(web, auditor, department):
    draft = opened_audit(auditor, department, method="observation", channel="phone", selection="everything")
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    sent = held(ending="aside", until=yesterday.isoformat(), leave_unanswered="on")
    assert "minął" in web.post(address_of(draft), sent).json()["why"]


def test_of_one_that_is_set_aside_another_day_is_a_change(web, auditor, department):
    draft = opened_audit(auditor, department, method="observation", channel="phone", selection="everything")
    today = timezone.localdate()
    set_aside(audit=draft, by=auditor, until=today, leave_unanswered=True)
    draft.refresh_from_db()
    later = today + datetime.timedelta(days=2)
    sent = held(ending="aside", until=later.isoformat(), revision=draft.revision)
    assert web.post(address_of(draft), sent).json()["why"] == ""
    assert Audit.objects.get().awaited_until == later


def test_what_is_no_request_of_the_page_ends_nothing(web, draft):
    for change in ({"changes": "["}, {"device": "x"}, {"ending": "aside"}, {"ending": "aside", "until": "x"}):
        response = web.post(address_of(draft), held(**SUBMITTING) | change)
        assert (response.status_code, response.json()["problem"]) == (422, "unreadable")
    assert Audit.objects.get().is_draft

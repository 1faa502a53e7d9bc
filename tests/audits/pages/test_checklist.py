"""The checklist's page, and each act on it as a script sends it."""

import html
import json
import re

import pytest
from django.utils import timezone

from audits.fieldwork import discard_audit, record_answer, record_gate, submit_audit


def state(response) -> dict:
    """What the reply tells the page to take over."""
    found = re.search(r'data-state="([^"]*)"', response.content.decode())
    return json.loads(html.unescape(found[1]))


def in_one_line(response) -> str:
    return " ".join(response.content.decode().split())


def send(client, address, answer, verdict, *, version=None, note=""):
    pk = answer.recommendation_id
    version = answer.version if version is None else version
    return client.post(
        f"{address}oceny/{pk}/", {f"verdict-{pk}": verdict, f"note-{pk}": note, f"version-{pk}": version}
    )


def turn(client, address, gate, arose, *, version=None):
    pk = gate.occasion_id
    version = gate.version if version is None else version
    return client.post(f"{address}zdarzenia/{pk}/", {f"gate-{pk}": arose, f"gate-version-{pk}": version})


def test_the_page_follows_the_visit(web, address):
    page = web.get(address).context["page"]
    assert [row.answer.recommendation.label for row in page.first] == ["4.5"]
    assert [block.code for block in page.blocks] == [
        "surroundings",
        "appearance",
        "behaviour",
        "handling",
        "resolution",
    ]
    assert all(row.answer.refrain for block in page.blocks for row in block.breaches)
    assert len(page.gates) == 14


def test_nothing_is_preselected_and_no_score_is_shown(web, address):
    text = web.get(address).content.decode()
    assert not re.search(r"<input[^>]*type=\"radio\"[^>]*\schecked", text)
    assert "wynik" not in text.partition("<main")[2].lower()


def test_rows_behind_an_unanswered_gate_are_folded_away(web, address, row):
    text = web.get(address).content.decode()
    fieldset = re.search(rf'<fieldset[^>]*id="row-{row("10.1").recommendation_id}"[^>]*>', text)[0]
    assert fieldset.endswith(" hidden>")


def test_rows_of_one_matter_are_asked_once(web, address, row):
    shown = {
        entry.answer.recommendation.label
        for block in web.get(address).context["page"].blocks
        for entry in block.rows
        if not entry.hidden
    }
    assert "3.1" in shown
    assert "4.1" not in shown


def test_the_verbatim_recommendation_with_its_points_stands_under_its_question(web, address, row):
    text = web.get(address).content.decode()
    recommendation = row("7.3").recommendation
    assert html.escape(recommendation.text[:40]) in text
    assert f"Zalecenie {recommendation.label}" in text


def test_partly_is_offered_only_where_the_act_has_parts(web, address, row):
    text = in_one_line(web.get(address))
    assert f'name="verdict-{row("5.1").recommendation_id}" value="partly"' in text
    assert f'name="verdict-{row("7.3").recommendation_id}" value="partly"' not in text


def test_did_not_occur_is_offered_only_behind_a_gate(web, address, row):
    text = in_one_line(web.get(address))
    assert f'name="verdict-{row("10.1").recommendation_id}" value="not_applicable"' in text
    assert f'name="verdict-{row("7.3").recommendation_id}" value="not_applicable"' not in text


def test_a_verdict_is_saved_at_once_and_says_when(web, address, row):
    response = send(web, address, row("7.3"), "not_met", note="Powiedział „Słucham”.")
    saved = row("7.3")
    assert response.status_code == 200
    assert re.search(r"Zapisano \d\d:\d\d", response.content.decode())
    assert (saved.verdict, saved.note, saved.version) == ("not_met", "Powiedział „Słucham”.", 1)
    assert state(response)["answers"] == {str(saved.recommendation_id): [1, "not_met"]}


def test_the_reply_carries_what_moved_along(web, address, row):
    response = send(web, address, row("3.1"), "met")
    assert state(response)["answers"] == {
        str(row("3.1").recommendation_id): [1, "met"],
        str(row("4.1").recommendation_id): [1, "met"],
    }


def test_a_resent_answer_is_no_conflict(web, address, row):
    first = row("7.3")
    send(web, address, first, "met")
    assert send(web, address, first, "met").status_code == 200
    assert row("7.3").version == 1


def test_a_stale_answer_shows_both_values_and_overwrites_nothing(web, address, row):
    seen = row("7.3")
    send(web, address, seen, "met", note="tamta")
    response = send(web, address, seen, "not_met", note="moja")
    text = response.content.decode()
    assert response.status_code == 409
    assert [word in text for word in ("Niespełnione", "moja", "Spełnione", "tamta")] == [True] * 4
    assert (row("7.3").verdict, row("7.3").note) == ("met", "tamta")


def test_after_a_conflict_the_choice_is_saved_over_the_shown_version(web, address, row):
    seen = row("7.3")
    send(web, address, seen, "met")
    conflict = send(web, address, seen, "not_met").content.decode()
    version = re.search(r'data-version="(\d+)"', conflict)[1]
    assert send(web, address, seen, "not_met", version=version).status_code == 200
    assert row("7.3").verdict == "not_met"


def test_a_no_folds_its_rows_and_a_yes_brings_them_back(web, address, row):
    gate = row("10.1").gate
    response = turn(web, address, gate, "no")
    assert state(response)["gates"] == {str(gate.occasion_id): [1, "no"]}
    assert len(state(response)["answers"]) == 9
    assert row("10.1").verdict == "not_applicable"
    gate.refresh_from_db()
    turn(web, address, gate, "yes")
    assert row("10.1").verdict == ""


def test_a_stale_gate_shows_both_values(web, address, row):
    gate = row("10.1").gate
    turn(web, address, gate, "yes")
    response = turn(web, address, gate, "no")
    assert response.status_code == 409
    gate.refresh_from_db()
    assert gate.arose is True


def test_nothing_else_happened_answers_the_other_gates(web, address, draft, row):
    turn(web, address, row("10.1").gate, "yes")
    response = web.post(f"{address}zdarzenia/pozostale/")
    assert response.status_code == 200
    assert len(state(response)["gates"]) == 13
    assert list(draft.gates.filter(arose=True)) == [row("10.1").gate]


def test_none_of_these_spares_what_was_judged(web, address, draft, row):
    send(web, address, row("3.2"), "not_met")
    web.post(f"{address}zadne/appearance/")
    assert (row("3.2").verdict, row("3.2").act) == ("not_met", "judged")
    assert (row("3.3").verdict, row("3.3").act) == ("met", "none_of_these")
    assert row("8.5").verdict == ""


def test_the_waiting_time_is_saved_and_a_stale_one_is_not(web, address, draft):
    first = web.post(f"{address}oczekiwanie/", {"waiting_minutes": "12", "audit-version": draft.version})
    second = web.post(f"{address}oczekiwanie/", {"waiting_minutes": "3", "audit-version": draft.version})
    draft.refresh_from_db()
    assert (first.status_code, second.status_code, draft.waiting_minutes) == (200, 409, 12)
    assert "12 minut" in second.content.decode()


@pytest.mark.parametrize("minutes", ["-3", "601", "dwie", "1e3", "\0"])
def test_a_waiting_time_that_cannot_be_is_refused_with_a_reason(web, address, draft, minutes):
    response = web.post(f"{address}oczekiwanie/", {"waiting_minutes": minutes, "audit-version": draft.version})
    assert response.status_code == 422
    assert "refused" in response.content.decode()
    before = draft.waiting_minutes
    draft.refresh_from_db()
    assert draft.waiting_minutes == before


@pytest.mark.parametrize(
    ("label", "verdict", "note", "version"),
    [
        ("7.3", "wonderful", "", 0),
        ("7.3", "partly", "", 0),
        ("7.3", "not_applicable", "", 0),
        ("7.3", "met", "x" * 2001, 0),
        ("7.3", "met", "zero\0", 0),
        ("7.3", "met", "", "brak"),
        ("7.3", "met", "", "9" * 40),
        ("7.3", "met", "", ""),
    ],
)
def test_what_cannot_be_is_refused_with_a_reason_and_changes_nothing(web, address, row, label, verdict, note, version):
    response = send(web, address, row(label), verdict, note=note, version=version)
    assert response.status_code == 422
    assert 'class="refused"' in response.content.decode()
    assert (row(label).verdict, row(label).version) == ("", 0)


def test_an_answer_to_a_row_or_gate_that_the_audit_lacks_is_refused(web, address):
    assert web.post(f"{address}oceny/999999/", {"version-999999": 0}).status_code == 422
    assert web.post(f"{address}zdarzenia/999999/", {"gate-999999": "yes", "gate-version-999999": 0}).status_code == 422


def test_a_gate_answered_with_nonsense_is_refused(web, address, row):
    assert turn(web, address, row("10.1").gate, "maybe").status_code == 422


def test_a_note_is_shown_as_text(web, address, draft, auditor, row):
    record_answer(
        audit=draft,
        by=auditor,
        recommendation_id=row("7.3").recommendation_id,
        version=0,
        verdict="met",
        note="</textarea><script>alert(1)</script>",
    )
    assert "<script>alert" not in web.get(address).content.decode()


def test_leaving_and_coming_back_on_another_device_finds_everything(web, signed_in, auditor, address, row):
    send(web, address, row("7.3"), "met", note="uśmiech")
    text = in_one_line(signed_in(auditor).get(address))
    assert re.search(rf'<input[^>]*name="verdict-{row("7.3").recommendation_id}" value="met"[^>]*\schecked', text)
    assert "uśmiech</textarea>" in text


@pytest.mark.parametrize(
    "part", ["", "oczekiwanie/", "zdarzenia/pozostale/", "zadne/behaviour/", "oceny/1/", "zdarzenia/1/"]
)
def test_a_foreign_draft_is_not_found(stranger, web, address, part):
    foreign = stranger.post(address + part)
    missing = web.post(f"/audyty/00000000-0000-4000-8000-000000000000/karta/{part}")
    assert (foreign.status_code, missing.status_code) == (404, 404)


def test_a_submitted_checklist_refuses_answers_and_shows_the_audit(web, address, draft, auditor, row):
    submit_audit(audit=draft, by=auditor, leave_unanswered=True)
    response = send(web, address, row("7.3"), "met")
    assert response.status_code == 422
    assert row("7.3").verdict == "not_observed"
    assert web.get(address)["Location"] == f"/audyty/{draft.uuid}/"


def test_a_discarded_draft_is_not_found(web, address, draft, auditor, row):
    discard_audit(audit=draft, by=auditor)
    assert web.get(address).status_code == 404
    assert send(web, address, row("7.3"), "met").status_code == 404


def test_a_revoked_auditor_is_stopped_at_the_next_answer(web, address, auditor, row):
    auditor.appointments.update(until=timezone.localdate())
    assert send(web, address, row("7.3"), "met").status_code == 404
    assert row("7.3").verdict == ""


def test_an_answer_by_address_alone_is_not_taken(web, address, row):
    assert web.get(f"{address}oceny/{row('7.3').recommendation_id}/").status_code == 405


def test_what_is_left_counts_gates_and_shown_rows(web, address, draft, auditor, row):
    before = web.get(address).context["page"].left
    record_gate(audit=draft, by=auditor, occasion_id=row("10.6").gate.occasion_id, version=0, arose=True)
    send(web, address, row("7.3"), "met")
    page = web.get(address).context["page"]
    # One gate and one row fewer, the fee's own row more.
    assert (page.left, page.done) == (before - 1, 2)


def test_the_page_is_light_on_a_phones_connection(web, address):
    response = web.get(address, headers={"accept-encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert len(response.content) < 40_000

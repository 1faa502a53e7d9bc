"""The checklist's page, and each act on it as a script sends it."""

import html
import json
import re

import pytest
from django.utils import timezone

from audits.fieldwork import discard_audit, submit_audit
from tests.audits.devices import DEVICE, record_answer, record_gate
from tests.audits.factories import opened_audit
from tests.audits.fieldwork.pages.sending import answering, changes, turning


def in_one_line(response) -> str:
    return " ".join(response.content.decode().split())


def send(client, address, answer, verdict, *, version=None, note=""):
    return changes(client, address, answering(answer, verdict, version=version, note=note))


def turn(client, address, gate, arose, *, version=None):
    return changes(client, address, turning(gate, arose, version=version))


def told(response, key) -> str:
    """What is shown at the question whose change was not taken."""
    return response.json()["turned_down"][key]["html"]


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
    assert len(page.gates) == 15


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


def test_a_verdict_is_saved_at_once_and_says_when_by_the_portals_clock(web, address, row):
    response = send(web, address, row("7.3"), "not_met", note="Powiedział „Słucham”.")
    saved = row("7.3")
    assert response.status_code == 200
    assert re.fullmatch(r"\d\d:\d\d", response.json()["now"])
    assert (saved.verdict, saved.note, saved.version) == ("not_met", "Powiedział „Słucham”.", 1)
    assert response.json()["moved"] == {f"answer:{saved.recommendation_id}": [0, 1, "not_met"]}


def test_the_reply_carries_what_moved_along_and_from_which_version(web, address, row):
    send(web, address, row("4.1"), "", note="z innego okna")
    response = send(web, address, row("3.1"), "met")
    assert response.json()["moved"] == {
        f"answer:{row('3.1').recommendation_id}": [0, 1, "met"],
        f"answer:{row('4.1').recommendation_id}": [1, 2, "met"],
    }


def test_a_repeated_request_is_answered_as_before(web, address, row):
    seen = row("3.1")
    first = changes(web, address, answering(seen, "met"), first=1)
    send(web, address, row("3.1"), "not_met")
    second = changes(web, address, answering(row("3.1"), "met"), first=3)
    again = changes(web, address, answering(row("3.1"), "met", version=2), first=3)
    assert first.status_code == second.status_code == again.status_code == 200
    assert {**again.json(), "now": ""} == {**second.json(), "now": ""}
    assert row("3.1").version == 3


def test_a_stale_answer_shows_both_values_and_overwrites_nothing(web, address, row):
    seen = row("7.3")
    send(web, address, seen, "met", note="tamta")
    response = send(web, address, seen, "not_met", note="moja")
    text = told(response, f"answer:{seen.recommendation_id}")
    assert response.status_code == 409
    assert [word in text for word in ("<dd>Nie<", "moja", "<dd>Tak<", "tamta")] == [True] * 4
    assert (row("7.3").verdict, row("7.3").note) == ("met", "tamta")


def test_after_a_conflict_the_choice_is_saved_over_the_shown_version(web, address, row):
    seen = row("7.3")
    send(web, address, seen, "met")
    conflict = told(send(web, address, seen, "not_met"), f"answer:{seen.recommendation_id}")
    version = int(re.search(r'data-version="(\d+)"', conflict)[1])
    assert send(web, address, seen, "not_met", version=version).status_code == 200
    assert row("7.3").verdict == "not_met"


def test_a_no_folds_its_rows_and_a_yes_brings_them_back(web, address, row):
    gate = row("10.1").gate
    moved = turn(web, address, gate, "no").json()["moved"]
    assert moved.pop(f"gate:{gate.occasion_id}") == [0, 1, "no"]
    assert len(moved) == 9
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
    response = changes(web, address, {"key": "others"})
    assert response.status_code == 200
    assert sum(key.startswith("gate:") for key in response.json()["moved"]) == 14
    assert list(draft.gates.filter(arose=True)) == [row("10.1").gate]


def test_none_of_these_spares_what_was_judged(web, address, draft, row):
    send(web, address, row("3.2"), "not_met")
    changes(web, address, {"key": "none:appearance"})
    assert (row("3.2").verdict, row("3.2").act) == ("not_met", "judged")
    assert (row("3.3").verdict, row("3.3").act) == ("met", "none_of_these")
    assert row("8.5").verdict == ""


def waited(minutes, draft):
    return {"key": "waiting", "version": draft.version, "value": minutes}


def test_the_waiting_time_is_saved_and_a_stale_one_is_not(web, address, draft):
    first = changes(web, address, waited("12", draft))
    second = changes(web, address, waited("3", draft))
    draft.refresh_from_db()
    assert (first.status_code, second.status_code, draft.waiting_minutes) == (200, 409, 12)
    assert "12 minut" in told(second, "waiting")


@pytest.mark.parametrize("minutes", ["-3", "601", "dwie", "1e3", "\0"])
def test_a_waiting_time_that_cannot_be_is_refused_with_a_reason(web, address, draft, minutes):
    response = changes(web, address, waited(minutes, draft))
    assert response.status_code == 422
    assert "refused" in told(response, "waiting")
    before = draft.waiting_minutes
    draft.refresh_from_db()
    assert draft.waiting_minutes == before


@pytest.mark.parametrize(
    ("label", "verdict", "note"),
    [
        ("7.3", "wonderful", ""),
        ("7.3", "partly", ""),
        ("7.3", "not_applicable", ""),
        ("7.3", "met", "x" * 2001),
        ("7.3", "met", "zero\0"),
    ],
)
def test_what_cannot_be_is_refused_with_a_reason_and_takes_its_number(web, address, draft, row, label, verdict, note):
    response = send(web, address, row(label), verdict, note=note)
    assert response.status_code == 422
    assert 'class="refused"' in told(response, f"answer:{row(label).recommendation_id}")
    assert (row(label).verdict, row(label).version) == ("", 0)
    assert draft.devices.get().seq == 1


@pytest.mark.parametrize(
    "sent",
    [
        {"device": "7"},
        {"first": "0"},
        {"first": "-1"},
        {"first": "9" * 40},
        {"changes": ""},
        {"changes": "["},
        {"changes": "[]"},
        {"changes": "{}"},
        {"changes": "[7]"},
        {"changes": "[" * 100_000},
        {"changes": json.dumps([{"key": "others"}] * 1001)},
        {"changes": '[{"key": "verdict:7"}]'},
        {"changes": '[{"key": "__init__"}]'},
        {"changes": '[{"key": "none:everything"}]'},
        {"changes": '[{"key": "answer:1", "version": true}]'},
        {"changes": '[{"key": "answer:1", "version": -1}]'},
        {"changes": '[{"key": "answer:1", "value": 3}]'},
        {"changes": '[{"key": "answer:1", "note": "\\ud800"}]'},
    ],
)
def test_what_no_page_sends_is_refused_and_changes_nothing(web, address, draft, sent):
    good = {"device": str(DEVICE), "first": "1", "changes": '[{"key": "others"}]'}
    response = web.post(f"{address}zmiany/", good | sent)
    assert response.status_code == 422
    assert response.json()["reason"]
    assert not draft.devices.exists()


def test_an_answer_to_a_row_or_gate_that_the_audit_lacks_is_refused(web, address):
    sent = [{"key": f"{kind}:999999", "value": "yes"} for kind in ("answer", "gate")]
    response = changes(web, address, *sent)
    assert response.status_code == 422
    assert set(response.json()["turned_down"]) == {"answer:999999", "gate:999999"}


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


@pytest.mark.parametrize("part", ["", "zmiany/"])
def test_a_foreign_draft_is_not_found(stranger, web, address, part):
    foreign = stranger.post(address + part)
    missing = web.post(f"/audyty/00000000-0000-4000-8000-000000000000/karta/{part}")
    assert (foreign.status_code, missing.status_code) == (404, 404)


def test_a_submitted_checklist_refuses_answers_and_shows_the_audit(web, address, draft, auditor, row):
    submit_audit(audit=draft, by=auditor, leave_unanswered=True)
    response = send(web, address, row("7.3"), "met")
    draft.refresh_from_db()
    assert response.status_code == 409
    assert response.json() == {"problem": "late", "receipt": draft.receipt}
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
    assert web.get(f"{address}zmiany/").status_code == 405


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


def test_what_the_scenario_made_happen_is_not_asked_but_can_be_taken_back(web, auditor, department):
    draft = opened_audit(auditor, department, occasions=["typical-matter"])
    address = f"/audyty/{draft.uuid}/karta/"
    gate = draft.gates.get()
    markup = " ".join(web.get(address).content.decode().split())
    assert re.search(rf'<fieldset[^>]*id="gate-{gate.occasion_id}"[^>]* hidden>', markup)
    assert re.search(r'<section[^>]*aria-labelledby="gates-heading" hidden>', markup)
    answer = draft.answers.get(gate=gate)
    assert re.search(rf'<fieldset[^>]*id="row-{answer.recommendation_id}"[^>]*[^n]>', markup)
    assert f'value="{gate.occasion_id}:no"' in markup
    turn(web, address, gate, "no")
    answer.refresh_from_db()
    assert answer.verdict == "not_applicable"


def test_the_section_of_what_happened_is_shown_where_anything_is_asked(web, auditor, department):
    draft = opened_audit(auditor, department, occasions=["typical-matter", "fee"])
    markup = " ".join(web.get(f"/audyty/{draft.uuid}/karta/").content.decode().split())
    assert re.search(r'<section[^>]*aria-labelledby="gates-heading">', markup)


def test_a_row_that_can_give_way_offers_to_say_so(web, address, row, auditor, department):
    def offered(at: str) -> list[str]:
        page = web.get(at).context["page"]
        rows = [one for block in page.blocks for one in block.rows]
        found = next(one for one in rows if one.answer.recommendation_id == row("6.3").recommendation_id)
        return [option.value for option in found.options]

    assert offered(address) == ["met", "not_met", "not_applicable", "not_observed"]
    core = opened_audit(auditor, department)
    assert offered(f"/audyty/{core.uuid}/karta/") == ["met", "not_met", "not_observed"]


def test_what_gave_way_is_sent_again_without_a_script_and_stays(web, address, draft, row):
    send(web, address, row("6.4"), "met")
    assert row("6.3").verdict == "not_applicable"
    page = web.get(address).context["page"]
    shown = next(one for block in page.blocks for one in block.rows if one.answer.pk == row("6.3").pk)
    assert [option.value for option in shown.options if option.chosen] == ["not_applicable"]
    assert send(web, address, row("6.3"), "not_applicable").status_code == 200
    assert (row("6.3").verdict, row("6.3").act) == ("not_applicable", "excluded")


def test_a_breach_of_two_degrees_names_them_and_has_no_parts_to_count(web, address):
    markup = in_one_line(web.get(address))
    assert "Tak, tylko: pouczanie" in markup
    assert "Składa się z: pouczanie" not in markup


def test_the_next_page_says_what_was_taken_out_of_a_note_that_a_script_sent(web, address, row):
    assert send(web, address, row("7.3"), "not_met", note="Czekał\u200b długo").status_code == 200
    assert row("7.3").note == "Czekał długo"
    assert "Uwaga: Usunięto znaki, których nie widać: U+200B." in web.get(address).content.decode()
    assert "U+200B" not in web.get(address).content.decode()

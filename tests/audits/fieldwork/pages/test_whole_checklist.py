"""The same page without a script: one form, saved as a whole."""

import pytest

from audits.fieldwork import record_waiting, submit_audit
from tests.audits.devices import record_answer, record_gate
from tests.audits.fieldwork.pages.sending import fields


def save(client, address, sent, **changes):
    return client.post(address, sent | changes)


def of(row, label, part="verdict"):
    return f"{part}-{row(label).recommendation_id}"


def test_what_was_marked_is_saved_and_the_page_says_so(web, address, row):
    sent = fields(web.get(address))
    response = web.post(
        address,
        sent | {of(row, "7.3"): "not_met", of(row, "7.3", "note"): "Linia 1\r\nLinia 2", of(row, "8.5"): "met"},
        follow=True,
    )
    assert response.redirect_chain == [(address, 302)]
    assert "Zapisano." in response.content.decode()
    assert (row("7.3").verdict, row("7.3").note) == ("not_met", "Linia 1\nLinia 2")
    assert row("8.5").verdict == "met"
    assert row("7.2").version == 0


def test_saving_what_is_already_saved_changes_nothing(web, address, row):
    save(web, address, fields(web.get(address)), **{of(row, "7.3"): "met", of(row, "7.3", "note"): "a\nb"})
    save(web, address, fields(web.get(address)))
    assert row("7.3").version == 1


def test_a_gate_is_answered_with_its_button_and_the_rest_is_saved_along(web, address, row):
    gate = row("10.1").gate
    save(web, address, fields(web.get(address)), turn=f"{gate.occasion_id}:yes", **{of(row, "7.3"): "met"})
    gate.refresh_from_db()
    assert (gate.arose, row("7.3").verdict) == (True, "met")


def test_nothing_else_happened_is_one_button(web, address, draft, row):
    gate = row("10.1").gate
    save(web, address, fields(web.get(address)), others="no", **{f"gate-{gate.occasion_id}": "yes"})
    assert list(draft.gates.filter(arose=True)) == [gate]
    assert not draft.gates.filter(arose=None).exists()


def test_none_of_the_above_is_one_button_of_its_block(web, address, row):
    save(web, address, fields(web.get(address)), none_of_these="appearance", **{of(row, "3.2"): "not_met"})
    assert (row("3.2").verdict, row("3.3").verdict, row("3.3").act) == ("not_met", "met", "none_of_these")
    assert row("8.5").verdict == ""


def test_an_answer_is_taken_back_with_its_button(web, address, row):
    save(web, address, fields(web.get(address)), **{of(row, "7.3"): "met"})
    save(web, address, fields(web.get(address)), clear=str(row("7.3").recommendation_id))
    assert row("7.3").verdict == ""


def test_the_waiting_time_is_saved_along(web, address, draft):
    save(web, address, fields(web.get(address)), waiting_minutes="21")
    draft.refresh_from_db()
    assert draft.waiting_minutes == 21


def test_a_stale_page_overwrites_nothing_and_shows_both(web, address, draft, auditor, row):
    sent = fields(web.get(address))
    pk = row("7.3").recommendation_id
    record_answer(audit=draft, by=auditor, recommendation_id=pk, version=0, verdict="met", note="tamta")
    response = save(
        web, address, sent, **{of(row, "7.3"): "not_met", of(row, "7.3", "note"): "moja", of(row, "7.2"): "met"}
    )
    text = response.content.decode()
    assert response.status_code == 409
    assert (row("7.3").verdict, row("7.3").note, row("7.2").verdict) == ("met", "tamta", "met")
    assert text.count('class="clash"') == 1
    assert "tamta" in text
    assert "moja</textarea>" in text


def test_saving_once_more_after_a_conflict_is_a_choice(web, address, draft, auditor, row):
    sent = fields(web.get(address))
    pk = row("7.3").recommendation_id
    record_answer(audit=draft, by=auditor, recommendation_id=pk, version=0, verdict="met", note="")
    conflict = save(web, address, sent, **{of(row, "7.3"): "not_met"})
    assert save(web, address, fields(conflict)).status_code == 302
    assert row("7.3").verdict == "not_met"


def test_what_the_other_window_answered_and_this_one_did_not_touch_is_no_conflict(web, address, draft, auditor, row):
    sent = fields(web.get(address))
    pk = row("7.3").recommendation_id
    record_answer(audit=draft, by=auditor, recommendation_id=pk, version=0, verdict="met", note="tamta")
    record_gate(audit=draft, by=auditor, occasion_id=row("10.1").gate.occasion_id, version=0, arose=False)
    assert save(web, address, sent, **{of(row, "7.2"): "met"}).status_code == 302
    assert (row("7.3").verdict, row("7.3").note, row("7.2").verdict) == ("met", "tamta", "met")
    assert row("10.1").gate.arose is False


def test_a_stale_gate_and_waiting_time_are_shown_with_both_values(web, address, draft, auditor, row):
    sent = fields(web.get(address))
    gate = row("10.1").gate
    record_gate(audit=draft, by=auditor, occasion_id=gate.occasion_id, version=0, arose=False)
    record_waiting(audit=draft, by=auditor, version=0, minutes=40)
    response = save(web, address, sent, waiting_minutes="2", **{f"gate-{gate.occasion_id}": "yes"})
    gate.refresh_from_db()
    draft.refresh_from_db()
    assert (response.status_code, gate.arose, draft.waiting_minutes) == (409, False, 40)
    assert response.content.decode().count('class="clash"') == 2


def test_too_long_a_note_is_kept_on_the_page_and_the_rest_is_saved(web, address, row):
    long = "x" * 2001
    response = save(web, address, fields(web.get(address)), **{of(row, "7.3", "note"): long, of(row, "7.2"): "met"})
    assert response.status_code == 422
    assert f"{long}</textarea>" in response.content.decode()
    assert (row("7.3").note, row("7.2").verdict) == ("", "met")


@pytest.mark.parametrize(
    "change",
    [
        {"verdict": "wonderful"},
        {"verdict": "not_applicable"},
        {"version": "x"},
        {"version": "0:zły odcisk"},
        {"version": "9" * 5000},
        {"note": "\0"},
    ],
)
def test_what_cannot_be_is_refused_and_saves_no_such_row(web, address, row, change):
    changes = {of(row, "7.3"): "met"} | {of(row, "7.3", part): value for part, value in change.items()}
    response = save(web, address, fields(web.get(address)), **changes)
    verdict = row("7.3").verdict
    if change == {"version": "0:zły odcisk"}:
        assert (response.status_code, verdict) == (302, "met")
    else:
        assert (response.status_code, verdict) == (422, "")


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"version-999999": "0", "verdict-999999": "met"},
        {"version-" + "9" * 400: "0"},
        {"version-²": "0", "gate-version-٣": "0"},
        {"turn": "9:yes", "clear": "9" * 400, "none_of_these": "nie ma", "others": "x"},
        {"gate-version-1": "x", "gate-1": "perhaps"},
        {"waiting_minutes": "nic"},
    ],
)
def test_a_form_of_nonsense_never_fails_and_changes_nothing(web, address, draft, sent):
    assert web.post(address, sent).status_code in (302, 422)
    assert not draft.answers.exclude(verdict="").exists()
    assert not draft.gates.exclude(arose=None).exists()


def test_saving_can_lead_on_to_submission(web, address, draft, row):
    response = save(web, address, fields(web.get(address)), submit="yes", **{of(row, "7.3"): "met"})
    assert response["Location"] == f"/audyty/{draft.uuid}/zlozenie/"
    assert row("7.3").verdict == "met"


def test_a_form_sent_after_submission_leads_to_the_audit(web, address, draft, auditor, row):
    sent = fields(web.get(address))
    submit_audit(audit=draft, by=auditor, leave_unanswered=True)
    response = save(web, address, sent, **{of(row, "7.3"): "met"})
    assert response["Location"] == f"/audyty/{draft.uuid}/"
    assert row("7.3").verdict == "not_observed"


def test_a_note_says_which_characters_were_taken_out_of_it(web, address, row):
    sent = fields(web.get(address)) | {of(row, "7.3"): "not_met", of(row, "7.3", "note"): "Czekał\u200b \uf0b7 długo "}
    page = web.post(address, sent, follow=True).content.decode()
    assert row("7.3").note == "Czekał • długo"
    assert "Uwaga: Usunięto znaki, których nie widać: U+200B." in page
    assert "Uwaga: Zamieniono znaki, których nie ma każda czcionka: U+F0B7 na „•”." in page
    # Said once: what is kept is clean.
    assert "U+200B" not in web.post(address, fields(web.get(address)), follow=True).content.decode()


def test_spaces_and_line_ends_of_a_note_are_no_news(web, address, row):
    sent = fields(web.get(address)) | {of(row, "7.3"): "met", of(row, "7.3", "note"): "Linia 1\r\n\u00a0Linia 2  "}
    page = web.post(address, sent, follow=True).content.decode()
    assert row("7.3").note == "Linia 1\n Linia 2"
    assert "Uwaga: " not in page

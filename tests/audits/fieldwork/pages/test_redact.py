"""The page on which HR takes something out of an audit's notes."""

import pytest

from audits.choices import Role
from audits.fieldwork import submit_audit
from audits.models import Audit, Redaction
from tests.audits.devices import record_answer
from tests.audits.factories import appointed, with_purpose

NOTE = "Klientka Nowak pytała o dowód."


@pytest.fixture
def audit(draft, auditor, row):
    record_answer(
        audit=draft,
        by=auditor,
        recommendation_id=row("7.3").recommendation_id,
        version=0,
        verdict="met",
        note=NOTE,
    )
    return submit_audit(audit=draft, by=auditor, leave_unanswered=True)


@pytest.fixture
def hr(signed_in, department):
    return with_purpose(signed_in(appointed(Role.HR, department, first_name="Irena", last_name="Kadrowa")))


@pytest.fixture
def form(row):
    return {
        "note": row("7.3").recommendation_id,
        "extent": "passage",
        "passage": "Nowak",
        "reason": "dane klientki",
    }


def test_the_page_offers_the_notes_that_hold_anything(hr, audit):
    page = hr.get(f"/audyty/{audit.uuid}/usuniecie/")
    assert [label for _value, label in page.context["form"].fields["note"].choices] == [
        "Stanowisko lub pokój: stanowisko 4",
        f"7.3: {NOTE}",
    ]
    assert "nie można cofnąć" in page.content.decode()


def test_sent_the_words_are_gone_and_the_audits_page_says_who_when_and_why(hr, audit, form):
    assert hr.post(f"/audyty/{audit.uuid}/usuniecie/", form)["Location"] == audit.get_absolute_url()
    text = hr.get(audit.get_absolute_url()).content.decode()
    assert "Nowak" not in text
    assert "Klientka [usunięto] pytała o dowód." in text
    assert "Z notatek coś usunięto" in text
    assert "Irena Kadrowa" in text
    assert "dane klientki" in text


def test_the_whole_note_needs_no_words(hr, audit, form, row):
    hr.post(f"/audyty/{audit.uuid}/usuniecie/", form | {"extent": "whole", "passage": "co innego"})
    assert row("7.3").note == "[usunięto]"
    assert Redaction.objects.get().is_whole


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"note": ""}, "note"),
        ({"note": "999999"}, "note"),
        ({"note": "²"}, "note"),
        ({"extent": "all"}, "extent"),
        ({"passage": " "}, "passage"),
        ({"passage": "Kowalska"}, "passage"),
        ({"reason": ""}, "reason"),
        ({"reason": "x" * 501}, "reason"),
        ({"reason": "nazwisko Nowak"}, "reason"),
    ],
)
def test_a_faulty_form_is_told_at_its_field_and_takes_nothing_out(hr, audit, form, row, change, field):
    response = hr.post(f"/audyty/{audit.uuid}/usuniecie/", form | change)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert row("7.3").note == NOTE


def test_the_way_there_is_shown_to_hr_and_not_to_the_auditor(hr, web, audit):
    address = f"/audyty/{audit.uuid}/usuniecie/"
    assert address in hr.get(audit.get_absolute_url()).content.decode()
    assert address not in web.get(audit.get_absolute_url()).content.decode()
    assert web.get(address).status_code == 404


def test_an_audit_without_notes_says_so(hr, auditor, department, audit, form):
    hr.post(f"/audyty/{audit.uuid}/usuniecie/", form | {"extent": "whole"})
    audit.answers.update(note="")
    Audit.objects.update(desk="")
    assert "nie ma notatek" in hr.get(f"/audyty/{audit.uuid}/usuniecie/").content.decode()


def test_every_note_field_says_what_does_not_belong_in_it(web, draft):
    """The hint is tied to the field, so that it is read out with it."""
    page = web.get(f"/audyty/{draft.uuid}/karta/").content.decode()
    assert page.count("<textarea") == page.count('class="form-text" id="note-hint-')
    assert page.count("bez danych klientów, bez treści rozmów prywatnych") == page.count("<textarea")
    header = web.get(f"/audyty/{draft.uuid}/dane/").content.decode()
    assert 'aria-describedby="id_scenario_helptext"' in header
    assert "bez treści rozmów prywatnych" in header.lower()


def test_the_reason_of_a_proposal_to_annul_is_offered_and_taken_out(hr, audit, form):
    hr.post(f"/audyty/{audit.uuid}/uniewaznienie/", {"reason": "Skarżyła się Nowak."})
    key = f"annulment-{audit.annulments.get().pk}"
    offered = hr.get(f"/audyty/{audit.uuid}/usuniecie/").context["form"].fields["note"].choices
    assert (key, "Uzasadnienie wniosku o unieważnienie: Skarżyła się Nowak.") in offered
    assert hr.post(f"/audyty/{audit.uuid}/usuniecie/", form | {"note": key}).status_code == 302
    assert audit.annulments.get().reason == "Skarżyła się [usunięto]."
    assert "uzasadnienie wniosku o unieważnienie" in hr.get(audit.get_absolute_url()).content.decode()

"""HR's pages on which a mystery shopper's audit gets its person: nothing typed is shown before the purpose is said."""

import pytest
from django.test import Client

from audits.choices import Role
from audits.fieldwork import identify_employee, submit_audit
from audits.fieldwork.card import audit_card
from audits.models import AccessRecord, Audit, Employee, Identification, User
from tests.audits.factories import (
    DepartmentFactory,
    appointed,
    assigned,
    employed,
    opened_assigned,
    purpose,
    with_purpose,
)

WAITING = "/zlecenia/do-ustalenia/"


@pytest.fixture
def hr(department) -> User:
    return appointed(Role.HR, department, first_name="Irena", last_name="Kadrowa")


@pytest.fixture
def shopper(department) -> User:
    return appointed(Role.SHOPPER, department, first_name="Karol", last_name="Kryjomski")


@pytest.fixture
def person(department) -> Employee:
    return employed(department, first_name="Anna", last_name="Nowacka")


@pytest.fixture
def other(department) -> Employee:
    return employed(department, first_name="Jan", last_name="Żak")


@pytest.fixture
def audit(shopper, department, hr) -> Audit:
    draft = opened_assigned(assigned(shopper, department, by=hr), as_named="pani Anna, okienko 4")
    return submit_audit(audit=draft, by=shopper, leave_unanswered=True)


@pytest.fixture
def place(audit) -> str:
    return f"/audyty/{audit.uuid}/osoba/"


@pytest.fixture
def office(signed_in, hr) -> Client:
    """HR's browser, with a purpose kept."""
    return with_purpose(signed_in(hr))


def test_the_list_and_the_start_page_lead_there_and_show_nothing_typed(signed_in, hr, audit, place):
    client = signed_in(hr)
    text = client.get(WAITING).content.decode()
    assert place in text
    assert audit.receipt in text
    assert "okienko" not in text
    assert WAITING in client.get("/").content.decode()
    assert "Osoby do ustalenia (1)" in client.get("/zlecenia/").content.decode()


def test_without_a_purpose_it_asks_and_does_nothing(signed_in, hr, place, person):
    client = signed_in(hr)
    for answer in (client.get(place), client.post(place, {"person": str(person.uuid)})):
        assert answer.status_code == 302
        assert "/cel/?next=" in answer["Location"]
        assert not answer.content
    assert not AccessRecord.objects.exists()
    assert not Identification.objects.exists()


def test_with_one_it_shows_what_was_typed_and_who_fits_and_one_row_says_so(office, place, audit, hr, person, other):
    text = office.get(place).content.decode()
    assert "pani Anna, okienko 4" in text
    assert text.index("Nowacka Anna") < text.index("Zatrudnieni tam tego dnia") < text.index("Żak Jan")
    row = AccessRecord.objects.get()
    assert (row.reader, row.kind, row.audit, row.employee) == (hr, "identification", audit, None)
    assert row.purpose == purpose()


def test_the_chosen_person_is_recorded(office, place, audit, hr, person, other):
    answer = office.post(place, {"person": str(person.uuid), "replaces": ""}, follow=True)
    assert f"Zapisano, kogo dotyczy audyt {audit.receipt}." in answer.content.decode()
    audit.refresh_from_db()
    assert (audit.employee, audit.identifications.get().by) == (person, hr)
    assert place not in office.get(WAITING).content.decode()
    shown = office.get(f"/audyty/{audit.uuid}/").content.decode()
    assert "Nowacka Anna" in shown
    assert "Kadrowa" in shown


def test_nobody_can_tell_leaves_it_to_the_department(office, place, audit, person):
    office.post(place, {"person": "nobody"})
    audit.refresh_from_db()
    assert audit.employee is None
    assert audit.identifications.get().employee is None
    assert "nie da się ustalić" in office.get(f"/audyty/{audit.uuid}/").content.decode()


@pytest.mark.parametrize("sent", ["", "x", "0e5f51c2-0000-4000-8000-000000000000", "own", "elsewhere", "shopper"])
def test_whoever_cannot_be_named_is_refused_at_the_field(office, place, audit, hr, shopper, department, sent):
    people = {
        "own": lambda: employed(department, user=hr),
        "elsewhere": lambda: employed(DepartmentFactory()),
        "shopper": lambda: employed(department, user=shopper),
    }
    if sent in people:
        person = people[sent]()
        assert str(person.uuid) not in office.get(place).content.decode()
        sent = str(person.uuid)
    answer = office.post(place, {"person": sent})
    assert answer.status_code == 422
    assert "person" in answer.context["form"].errors
    assert not Identification.objects.exists()


def test_it_is_narrowed_by_a_part_of_the_name(office, place, person, other, department):
    third = employed(department, first_name="Ewa", last_name="Bury")
    text = office.get(place, {"name": "żak"}).content.decode()
    assert str(other.uuid) in text
    assert str(third.uuid) not in text
    # Whoever fits what was typed stays in sight.
    assert str(person.uuid) in text


def test_who_said_it_changes_nothing_and_a_second_person_needs_a_reason(
    office, signed_in, place, audit, hr, person, other, department
):
    said = identify_employee(audit=audit, by=hr, employee=person)
    assert "Pomyłkę prostuje druga osoba" in office.get(place).content.decode()
    sent = {"person": str(other.uuid), "replaces": said.pk, "reason": "Anna była na urlopie."}
    assert office.post(place, sent).status_code == 422
    colleague = with_purpose(signed_in(appointed(Role.HR, department)))
    assert colleague.post(place, sent | {"reason": ""}).status_code == 422
    assert colleague.post(place, sent | {"replaces": "0"}).status_code == 422
    assert colleague.post(place, sent).status_code == 302
    audit.refresh_from_db()
    assert audit.employee == other
    text = colleague.get(f"/audyty/{audit.uuid}/").content.decode()
    assert "Anna była na urlopie." in text
    assert "Nowacka Anna" in text


def test_the_reading_before_shows_up_for_whoever_was_named(office, place, audit, hr, person, signed_in):
    office.get(place)
    account = appointed(Role.HEAD, DepartmentFactory())
    Employee.objects.filter(pk=person.pk).update(user=account)
    identify_employee(audit=audit, by=hr, employee=person)
    assert "Kadrowa" in signed_in(account).get("/kto-czytal/").content.decode()


class TestTheShopperStaysUnnamed:
    def test_on_the_card_and_named_to_hr_on_the_page(self, office, audit, shopper):
        card = audit_card(audit)
        assert card.auditor == ""
        assert card.auditor_label == "Tajemniczy klient"
        assert "Kryjomski" not in str(card)
        assert "Kryjomski" in office.get(f"/audyty/{audit.uuid}/").content.decode()

    def test_the_card_states_the_identification_and_its_instant(self, audit, hr, person):
        before = audit_card(audit)
        said = identify_employee(audit=audit, by=hr, employee=person)
        after = audit_card(audit)
        assert (before.employee, before.identified_at, before.as_of) == ("", None, audit.submitted_at)
        assert (after.employee, after.identified_at, after.as_of) == ("Nowacka Anna", said.at, said.at)
        assert "pani Anna, okienko 4" in {fact.value for fact in after.facts}
        assert after.fingerprint != before.fingerprint


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.HEAD, Role.SHOPPER, Role.ADMINISTRATOR, Role.DPO])
def test_others_find_neither_page(signed_in, department, place, role):
    client = signed_in(appointed(role, department))
    assert client.get(WAITING).status_code == client.get(place).status_code == 404
    assert client.post(place, {"person": "nobody"}).status_code == 404

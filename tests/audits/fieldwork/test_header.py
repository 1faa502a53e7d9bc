"""One table says what an audit's header holds, and whatever shows, takes or cleans it walks that table."""

import datetime
import uuid

import pytest
from django.utils import timezone

from audits.assessed.own_results import own_result
from audits.assessed.releasing import notes_of, release_audits
from audits.choices import Role
from audits.fieldwork import (
    decide_correction,
    edit_assigned,
    edit_header,
    open_assigned,
    propose_correction,
    redact_note,
    submit_audit,
)
from audits.fieldwork.card import audit_card
from audits.fieldwork.changes import changes_of
from audits.fieldwork.forms.assignments import AssignedHeaderForm
from audits.fieldwork.forms.header import HeaderForm
from audits.fieldwork.header import FREE_TEXT, HEADER, Asked, facts
from audits.models import Audit, Redaction, User
from audits.retention.people import pseudonymise_employee
from tests.audits.factories import appointed, assigned, employed, opened_assigned, opened_audit

BY_NAME = {field.name: field for field in HEADER}
OF_AUDITOR = [field for field in HEADER if Asked.OPENING in field.asked]
OF_SHOPPER = [field for field in HEADER if Asked.ASSIGNED in field.asked]
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def hr(department) -> User:
    return appointed(Role.HR, department)


@pytest.fixture
def person(department):
    return employed(department, first_name="Łucja", last_name="Wąsik")


@pytest.fixture
def values(person):
    """One for each field of the header; a new field needs one here."""
    return {
        "took_place_at": timezone.now() - 2 * HOUR,
        "employee": person,
        "desk": "okienko Wąsik",
        "as_named": "pani Wąsik",
        "waiting_minutes": 7,
        "scenario": "pytanie do Wąsik",
    }


def asked(fields, values):
    return {field.name: values[field.name] for field in fields}


@pytest.fixture
def seen(auditor, department, values) -> Audit:
    draft = opened_audit(auditor, department, **asked(OF_AUDITOR, values))
    return submit_audit(audit=draft, by=auditor, leave_unanswered=True)


@pytest.fixture
def shopped(department, hr, values, person) -> Audit:
    """A shopper's, of whom HR has said who it was."""
    shopper = appointed(Role.SHOPPER, department)
    draft = opened_assigned(assigned(shopper, department, by=hr), **asked(OF_SHOPPER, values))
    submit_audit(audit=draft, by=shopper, leave_unanswered=True)
    Audit.objects.update(employee=person)
    return Audit.objects.get()


def test_a_field_that_is_not_given_or_not_known_is_no_audit(auditor, department, values, hr):
    given = asked(OF_AUDITOR, values)
    shopper = appointed(Role.SHOPPER, department)
    assignment = assigned(shopper, department, by=hr)
    opening = {"auditor": auditor, "uuid": uuid.uuid4(), "department": department}
    with pytest.raises(TypeError):
        opened_audit(**opening, **given, colour="zielony")
    with pytest.raises(TypeError):
        open_assigned(assignment=assignment, by=shopper, uuid=uuid.uuid4(), no_conflict=True, as_named="7")
    assert not Audit.objects.exists()


def test_what_may_be_empty_may_be_left_out_and_stays_as_it_was(auditor, department, person, values):
    draft = opened_audit(auditor, department, **asked(OF_AUDITOR, values))
    edit_header(audit=draft, by=auditor, version=0, took_place_at=values["took_place_at"] - HOUR)
    kept = Audit.objects.get()
    assert kept.took_place_at == values["took_place_at"] - HOUR
    assert (kept.employee, kept.desk, kept.waiting_minutes) == (person, "okienko Wąsik", 7)


@pytest.mark.parametrize("name", [field.name for field in HEADER])
def test_what_was_given_stands_on_the_card_in_its_words(name, request, values):
    audit = request.getfixturevalue("seen" if BY_NAME[name] in OF_AUDITOR else "shopped")
    assert getattr(audit, name) == values[name]
    fact = {fact.name: fact for fact in audit_card(audit).facts}[name]
    assert (fact.title_label, fact.words_label) == (BY_NAME[name].label, BY_NAME[name].words(values[name]))


@pytest.mark.parametrize("name", [field.name for field in HEADER])
def test_a_field_that_says_nothing_is_no_fact(name):
    assert name not in {fact.name for fact in facts(Audit(took_place_at=None))}


@pytest.mark.parametrize("field", OF_AUDITOR, ids=lambda field: field.name)
def test_an_auditors_draft_is_mended_by_a_form_that_asks_for_every_field(field, auditor, department, values):
    draft = opened_audit(auditor, department)
    form = HeaderForm(audit=draft, user=auditor)
    assert field.name in form.fields
    edit_header(audit=draft, by=auditor, version=0, **asked(OF_AUDITOR, values))
    assert getattr(Audit.objects.get(), field.name) == values[field.name]


@pytest.mark.parametrize("field", OF_SHOPPER, ids=lambda field: field.name)
def test_a_shoppers_draft_is_mended_by_a_form_that_asks_for_every_field(field, department, hr, values):
    shopper = appointed(Role.SHOPPER, department)
    draft = opened_assigned(assigned(shopper, department, by=hr))
    assert field.name in AssignedHeaderForm(audit=draft, user=shopper).fields
    edit_assigned(audit=draft, by=shopper, version=0, **asked(OF_SHOPPER, values))
    assert getattr(Audit.objects.get(), field.name) == values[field.name]


@pytest.mark.parametrize("field", [field for field in OF_AUDITOR if field.corrected], ids=lambda field: field.name)
def test_a_correction_copies_every_field_and_says_what_it_changes(field, seen, auditor, hr, values, department):
    others = {
        "took_place_at": values["took_place_at"] - HOUR,
        "employee": employed(department, first_name="Jan", last_name="Wrona"),
        "desk": "okienko 9",
        "waiting_minutes": 8,
        "scenario": "inne pytanie",
    }
    version = propose_correction(audit=seen, by=auditor, reason="pomyłka")
    assert all(getattr(version, name) == getattr(seen, name) for name in BY_NAME)
    changed = asked(OF_AUDITOR, values) | {field.name: others[field.name]}
    edit_header(audit=version, by=auditor, version=0, **changed)
    assert [change.what for change in changes_of(Audit.objects.get(pk=version.pk))] == [field.label]
    # That alone is a change.
    submit_audit(audit=version, by=auditor, leave_unanswered=True)
    decide_correction(version=version, by=hr, approved=True)


def test_what_was_seen_by_the_shopper_stays_in_a_correction(shopped, hr):
    version = propose_correction(audit=shopped, by=hr, reason="pomyłka")
    assert version.as_named == "pani Wąsik"
    assert "as_named" not in HeaderForm(audit=version, user=hr).fields


def test_the_person_is_told_what_the_table_says_and_nothing_else(seen, hr):
    release_audits(uuids=[seen.uuid], by=hr, notes_checked=True)
    told = [field.name for field in OF_AUDITOR if field.told]
    assert [fact.name for fact in own_result(seen).facts] == told
    assert "as_named" not in told


@pytest.mark.parametrize("field", FREE_TEXT, ids=lambda field: field.name)
def test_free_words_are_checked_before_a_release_redacted_and_lose_a_name(field, request, hr, person, values):
    audit = request.getfixturevalue("seen" if field in OF_AUDITOR else "shopped")
    assert field.name in {fact.name for fact in notes_of([audit])[0].of_the_visit}
    redact_note(audit=audit, by=hr, recommendation_id=None, field=field.name, passage="Wąsik", reason="dane osoby")
    assert "Wąsik" not in getattr(Audit.objects.get(), field.name)
    made = Redaction.objects.get()
    assert (made.place, made.place_label) == (field.name, str(field.column.verbose_name))
    Audit.objects.update(**{field.name: values[field.name]})
    pseudonymise_employee(person, now=timezone.now())
    assert "Wąsik" not in getattr(Audit.objects.get(), field.name)

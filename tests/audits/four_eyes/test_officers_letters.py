"""The data protection officer is told by letter of what was proposed, confirmed, refused, or not confirmed in time."""

import pytest
from django.core import mail
from django.utils import timezone

from audits.choices import LetterState, Role
from audits.four_eyes import waiting
from audits.letters.sending import send_due
from audits.models import Department, Letter, User
from audits.rights.appointing import end_appointment, grant_appointment
from audits.rights.confirming import confirm_appointments, refuse_appointments
from tests.audits.factories import DepartmentFactory, UserFactory, appointed, proposed
from tests.audits.four_eyes.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Department:
    return DepartmentFactory(code="UM", name="Urząd")


@pytest.fixture
def first(office) -> User:
    return appointed(Role.ADMINISTRATOR, office, first_name="Anna", last_name="Pierwsza")


@pytest.fixture
def second(office) -> User:
    return appointed(Role.ADMINISTRATOR, office, first_name="Ewa", last_name="Druga")


@pytest.fixture
def officer(office) -> User:
    return appointed(Role.DPO, office)


def told(officer: User) -> tuple[str, str]:
    """Subject and text of the one letter that is sent now."""
    mail.outbox.clear()
    while send_due():
        pass
    [letter] = mail.outbox
    assert letter.to == [officer.email]
    return letter.subject, letter.body


def test_of_each_act_with_who_what_for_whom(office, first, second, officer):
    person = UserFactory(first_name="Jan", last_name="Nowak", username="jan.nowak")
    said = {"user": person, "role": Role.HR, "department": office, "since": timezone.localdate(), "by": first}
    granted = grant_appointment(**said)
    subject, body = told(officer)
    assert subject == "Portal standardów: zaproponowano władzę nad wynikami"
    for text in ("Anna Pierwsza proponuje", "Jan Nowak (jan.nowak)", "Kadry", "UM", "20.11.2026", "14 dniach"):
        assert text in body
    confirm_appointments(chosen=[granted.uuid], by=second)
    subject, body = told(officer)
    assert "potwierdzono" in subject
    assert "Ewa Druga potwierdził(a)" in body
    assert "zaproponował(a) Anna Pierwsza" in body
    # Ended by the day is no act of two, and stands in the log.
    end_appointment(appointment=granted, on=timezone.localdate(), by=first)
    assert not Letter.objects.filter(state=LetterState.WAITING).exists()


def test_of_what_was_refused_and_of_what_was_taken_back(office, first, second, officer):
    refuse_appointments(chosen=[proposed(Role.HR, office, first).uuid], by=second)
    assert "Ewa Druga odmówił(a)" in told(officer)[1]
    end_appointment(appointment=proposed(Role.HR, office, first), on=timezone.localdate(), by=first)
    assert "Anna Pierwsza odmówił(a) albo wycofał(a)" in told(officer)[1]


def test_of_what_nobody_confirmed_in_one_letter(office, first, officer):
    rows = [proposed(Role.HR, office, first, user__last_name=f"Osoba{number}") for number in range(3)]
    waiting.expire(now=NOW + waiting.WAITS_FOR)
    _subject, body = told(officer)
    assert "nikt nie potwierdził" in body
    assert all(one.user.last_name in body for one in rows)


def test_many_at_once_are_one_letter_that_names_the_first_of_them(office, first, second, officer):
    rows = [proposed(Role.AUDITOR, office, first) for _ in range(53)]
    confirm_appointments(chosen=[one.uuid for one in rows], by=second)
    body = told(officer)[1]
    assert body.count("\n- ") == 51
    assert "- i jeszcze 3" in body


def test_to_officers_who_are_there_alone_and_nothing_is_kept(office, first, officer):
    appointed(Role.DPO, office, is_active=False)
    proposed(Role.DPO, office, first)
    grant_appointment(user=UserFactory(), role=Role.HR, department=office, since=timezone.localdate(), by=first)
    assert [letter.user for letter in Letter.objects.all()] == [officer]
    told(officer)
    letter = Letter.objects.get()
    assert (letter.state, letter.details) == (LetterState.SENT, {})


def test_without_an_officer_it_is_in_the_log_alone(office, first):
    grant_appointment(user=UserFactory(), role=Role.HR, department=office, since=timezone.localdate(), by=first)
    assert not Letter.objects.exists()

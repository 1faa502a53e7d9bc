"""One administrator alone, by every way that there is: no named audit is ever reached."""

import random

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from audits import access
from audits.choices import Confirmation, Making, Role
from audits.fieldwork import submit_audit
from audits.four_eyes.hands import Hands, note_making
from audits.models import Appointment, Audit, User
from audits.rights.appointing import grant_appointment
from audits.rights.confirming import CannotConfirm, Decided, confirm_appointments
from tests.audits.factories import (
    UserFactory,
    appointed,
    employed,
    load_edition_2016,
    opened_audit,
    purpose,
    second_factor,
)
from tests.audits.four_eyes.conftest import NOW

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture
def audit(office) -> Audit:
    """About somebody by name."""
    load_edition_2016()
    auditor = appointed(Role.AUDITOR, office)
    return submit_audit(
        audit=opened_audit(auditor, office, employee=employed(office)), by=auditor, leave_unanswered=True
    )


@pytest.fixture
def alone(office) -> User:
    """There is a colleague, who does nothing."""
    appointed(Role.ADMINISTRATOR, office)
    appointed(Role.DPO, office)
    return appointed(Role.ADMINISTRATOR, office, username="sama")


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def reads(user: User, audit: Audit) -> bool:
    """As HR reads: for a purpose, on the audit's page or in the list's file."""
    client = browser(user)
    client.post(reverse("audits:purpose"), {"purpose": purpose().pk})
    page = client.get(reverse("audits:audit", args=[audit.uuid]), follow=True)
    return page.status_code == 200 and audit.employee.last_name in page.text


def test_two_do_reach_it(alone, office, audit):
    """What the others may not: so that their refusals mean something."""
    user = UserFactory()
    second_factor(user)
    granted = grant_appointment(user=user, role=Role.HR, department=office, since=TODAY, by=alone)
    assert not reads(user, audit)
    confirm_appointments(chosen=[granted.uuid], by=appointed(Role.ADMINISTRATOR, office))
    assert reads(user, audit)


def test_an_account_made_for_it_waits(alone, office, audit):
    client = browser(alone)
    client.post(
        reverse("admin:audits_user_add"),
        {"username": "kukla", "first_name": "", "last_name": "", "email": "kukla@example.org"}
        | {"appointments-TOTAL_FORMS": 1, "appointments-INITIAL_FORMS": 0}
        | {"appointments-0-role": Role.HR, "appointments-0-department": office.pk, "appointments-0-since": TODAY},
    )
    puppet = User.objects.get(username="kukla")
    assert puppet.appointments.get().is_waiting
    second_factor(puppet)
    assert not reads(puppet, audit)
    assert puppet.makings.get().by == alone


@pytest.mark.parametrize("role", [Role.HR, Role.ADMINISTRATOR, Role.DPO, Role.HEAD, Role.AUDITOR])
def test_what_is_proposed_is_confirmed_neither_by_whoever_proposed_it_nor_by_their_puppets(alone, office, audit, role):
    client = browser(alone)
    puppet = UserFactory()
    client.post(
        reverse("audits:grant", args=[office.uuid]),
        {"account": puppet.username, "role": role, "since": TODAY.isoformat(), "last_day": ""},
    )
    waiting = Appointment.objects.get(user=puppet)
    answer = client.post(reverse("audits:proposals"), {"act": "confirm", "chosen": waiting.uuid})
    assert answer.status_code == 422
    second_factor(puppet)
    answer = browser(puppet).post(reverse("audits:proposals"), {"act": "confirm", "chosen": waiting.uuid})
    assert answer.status_code == 404
    waiting.refresh_from_db()
    assert waiting.confirmed_at is None
    assert not reads(puppet, audit)


def test_nobody_confirms_their_own(alone, office, audit):
    """Proposed by the colleague in good faith, or by nobody that is known."""
    colleague = User.objects.exclude(pk=alone.pk).get(appointments__role=Role.ADMINISTRATOR)
    waiting = grant_appointment(user=alone, role=Role.HR, department=office, since=TODAY, by=colleague)
    answer = browser(alone).post(reverse("audits:proposals"), {"act": "confirm", "chosen": waiting.uuid})
    assert answer.status_code == 422
    Appointment.objects.filter(pk=waiting.pk).update(granted_by=None)
    answer = browser(alone).post(reverse("audits:proposals"), {"act": "confirm", "chosen": waiting.uuid})
    assert answer.status_code == 422
    assert not reads(alone, audit)


def test_the_flag_of_a_superuser_opens_neither_results_nor_the_administration(alone, audit):
    User.objects.filter(pk=alone.pk).update(is_superuser=True, is_staff=True)
    flagged = UserFactory(is_superuser=True, is_staff=True)
    for user in (alone, flagged):
        assert not reads(user, audit)
    assert browser(flagged).get(reverse("admin:index")).status_code == 404


@pytest.mark.parametrize("seed", range(8))
def test_however_one_hand_goes_about_it_nothing_is_ever_confirmed(alone, office, audit, seed):
    """Drawn: accounts made by hers and by each other's, proposals for any of them, confirmations by all of them."""
    drawn = random.Random(seed)
    hand = [alone]
    for step in range(40):
        by, other = drawn.choice(hand), drawn.choice(hand)
        match drawn.randrange(3):
            case 0 if access.is_administrator(by):
                browser(by).post(
                    reverse("admin:audits_user_add"),
                    {"username": f"kukla{step}", "email": f"kukla{step}@example.org"}
                    | {"first_name": "", "last_name": ""}
                    | {"appointments-TOTAL_FORMS": 0, "appointments-INITIAL_FORMS": 0},
                )
                hand.append(User.objects.get(username=f"kukla{step}"))
            case 1:
                role = drawn.choice([Role.ADMINISTRATOR, Role.HR, Role.AUDITOR])
                try:
                    grant_appointment(user=other, role=role, department=office, since=TODAY, by=by)
                except ValidationError:
                    continue
            case _:
                waiting = list(Appointment.objects.waiting().order_by("pk").values_list("uuid", flat=True))
                if waiting:
                    with pytest.raises((CannotConfirm, Decided)):
                        confirm_appointments(chosen=[drawn.choice(waiting)], by=by)
    mine = Appointment.objects.filter(user__in=hand).exclude(confirmation=Confirmation.WITH_OFFICE)
    assert not mine.confirmed().exists()
    assert len(hand) > 1
    hands = Hands()
    assert all(alone.pk in hands.of(one.pk) for one in hand)
    assert not any(reads(one, audit) for one in hand)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_confirmed_was_so_by_two_hands(office, seed):
    """Drawn: three administrators of their own, and accounts that they make, propose and confirm."""
    drawn = random.Random(seed)
    everybody = [appointed(Role.ADMINISTRATOR, office) for _ in range(3)]
    confirmed = 0
    for step in range(60):
        by, other = drawn.choice(everybody), drawn.choice(everybody)
        if not access.is_administrator(by):
            continue
        match drawn.randrange(4):
            case 0:
                account = UserFactory(username=f"nowe{step}")
                note_making(account=account, by=by, how=drawn.choice(list(Making)))
                everybody.append(account)
            case 1:
                role = drawn.choice([Role.ADMINISTRATOR, Role.HR])
                try:
                    grant_appointment(user=other, role=role, department=office, since=TODAY, by=by)
                except ValidationError:
                    continue
            case _:
                waiting = list(Appointment.objects.waiting().order_by("pk"))
                if not waiting:
                    continue
                one = drawn.choice(waiting)
                hands = Hands()
                apart = not hands.of(by.pk) & hands.of(one.granted_by_id)
                apart = apart and by.pk != one.user_id and one.user_id not in hands.of(by.pk)
                try:
                    confirm_appointments(chosen=[one.uuid], by=by)
                except CannotConfirm:
                    assert not apart
                else:
                    assert apart
                    confirmed += 1
    held = Appointment.objects.confirmed().filter(confirmation=Confirmation.SECOND)
    assert held.count() == confirmed
    for one in held:
        assert len({one.user_id, one.granted_by_id, one.confirmed_by_id}) == 3

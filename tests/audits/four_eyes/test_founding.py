"""How an office begins: a first administrator by the server, the second and the officer by their own second factor."""

from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audits import access
from audits.choices import Confirmation, Making, Role
from audits.fieldwork import submit_audit
from audits.four_eyes.hands import Hands, note_making
from audits.four_eyes.waiting import WAITS_FOR
from audits.models import AccessRecord, Appointment, Department, User
from audits.rights.appointing import end_appointment, grant_appointment
from audits.rights.confirming import confirm_appointments
from tests.audits.factories import (
    PASSWORD,
    UserFactory,
    appointed,
    code_of_the_app,
    load_edition_2016,
    opened_audit,
    second_factor,
)
from tests.audits.four_eyes.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def first(office) -> User:
    user = UserFactory(username="pierwsza")
    second_factor(user)
    call_command("found_office", "pierwsza", stdout=StringIO())
    return user


def grant(user: User, role: str, by: User) -> Appointment:
    top = Department.objects.get(parent=None)
    return grant_appointment(user=user, role=role, department=top, since=timezone.localdate(), by=by)


def made(by: User, **fields: str) -> User:
    account = UserFactory(**fields)
    note_making(account=account, by=by, how=Making.MADE)
    return account


def submitted(office: Department) -> None:
    load_edition_2016()
    auditor = appointed(Role.AUDITOR, office)
    submit_audit(audit=opened_audit(auditor, office), by=auditor, leave_unanswered=True)


def sign_in(user: User, code: bool) -> Client:
    client = Client()
    client.post("/logowanie/", {"login": user.username, "password": PASSWORD})
    if code:
        client.post("/logowanie/kod/", {"code": code_of_the_app()})
    return client


class TestTheFirst:
    def test_a_superuser_opens_nothing_until_the_server_appoints_them(self, client: Client):
        superuser = UserFactory(username="pierwsza", is_superuser=True, is_staff=True)
        client.force_login(superuser)
        assert client.get(reverse("admin:index")).status_code == 404
        call_command("found_office", "pierwsza", code="UM", name="Urząd", stdout=StringIO())
        assert client.get(reverse("admin:index")).status_code == 200
        top = Department.objects.get()
        assert (top.code, top.name, top.parent) == ("UM", "Urząd", None)
        assert superuser.appointments.get().confirmation == Confirmation.WITH_OFFICE
        rows = AccessRecord.objects.order_by("number").values_list("kind", "reader", "account")
        assert list(rows) == [(kind, superuser.pk, superuser.pk) for kind in ("right_granted", "right_confirmed")]

    def test_an_office_that_is_there_is_taken(self, first, office):
        assert first.appointments.get().department == office
        assert access.is_administrator(first)

    def test_there_is_one_first(self, first, office):
        UserFactory(username="druga")
        with pytest.raises(CommandError, match="administrator"):
            call_command("found_office", "druga")
        # Nor once they are gone.
        Appointment.objects.update(until=timezone.localdate())
        with pytest.raises(CommandError):
            call_command("found_office", "druga")
        assert Appointment.objects.count() == 1

    def test_what_cannot_be_is_told_and_nothing_is_written(self):
        UserFactory(username="pierwsza")
        UserFactory(username="zamknieta", is_active=False)
        for words, told in (
            (["nikt"], "no active account"),
            (["zamknieta"], "no active account"),
            (["pierwsza"], "--code"),
            (["pierwsza", "--code", "UM", "--since", "wczoraj"], "wczoraj"),
        ):
            with pytest.raises(CommandError, match=told):
                call_command("found_office", *words)
        assert not Appointment.objects.exists()
        assert not Department.objects.exists()


class TestTheSecond:
    def test_holds_with_their_second_factor_not_with_the_password_alone(self, first):
        user = made(first)
        granted = grant(user, Role.ADMINISTRATOR, first)
        assert granted.confirmation == Confirmation.FOUNDING
        client = sign_in(user, code=False)
        # They are led to set it up, as whoever holds such a right is.
        assert client.get("/")["Location"] == reverse("mfa_index")
        assert not access.is_administrator(user)
        second_factor(user)
        client = sign_in(user, code=True)
        granted.refresh_from_db()
        assert (granted.confirmed_by, granted.confirmation) == (user, Confirmation.FOUNDING)
        assert client.get(reverse("admin:index")).status_code == 200
        row = AccessRecord.objects.get(kind="right_confirmed", account=user)
        assert (row.reader, row.detail.split()[-1]) == (user, "founding")

    def test_from_then_on_one_confirms_what_the_other_grants(self, first):
        second, somebody = made(first), UserFactory()
        grant(second, Role.ADMINISTRATOR, first)
        second_factor(second)
        sign_in(second, code=True)
        third = grant(made(first), Role.ADMINISTRATOR, first)
        assert third.confirmation == Confirmation.SECOND
        power = grant(somebody, Role.HR, first)
        confirm_appointments(chosen=[power.uuid], by=second)
        assert access.roles(somebody) == {Role.HR}
        assert Hands().of(second.pk) == {second.pk}

    def test_nobody_else_is_founded(self, first):
        """HR waits for another administrator, and so do a third administrator and whoever comes once there was one."""
        waiting = grant(made(first), Role.ADMINISTRATOR, first)
        for role in (Role.ADMINISTRATOR, Role.HR, Role.AUDITOR, Role.STANDARDS_EDITOR):
            other = made(first)
            second_factor(other)
            assert grant(other, role, first).confirmation == Confirmation.SECOND
            sign_in(other, code=True)
            assert access.roles(other) == frozenset()
        # Taken back, it may be somebody else.
        end_appointment(appointment=waiting, on=timezone.localdate(), by=first)
        assert grant(made(first), Role.ADMINISTRATOR, first).confirmation == Confirmation.FOUNDING

    def test_it_happens_once(self, first, office):
        gone = appointed(Role.ADMINISTRATOR, office)
        Appointment.objects.filter(user=gone).update(until=timezone.localdate())
        puppet = made(first)
        second_factor(puppet)
        assert grant(puppet, Role.ADMINISTRATOR, first).confirmation == Confirmation.SECOND
        sign_in(puppet, code=True)
        assert not access.is_administrator(puppet)

    def test_one_that_came_too_late_waits_for_the_other_administrator(self, first, office):
        late = made(first)
        second_factor(late)
        granted = grant(late, Role.ADMINISTRATOR, first)
        appointed(Role.ADMINISTRATOR, office)
        sign_in(late, code=True)
        granted.refresh_from_db()
        assert (granted.confirmed_at, granted.confirmation) == (None, Confirmation.SECOND)

    @pytest.mark.parametrize("when", ["before the grant", "before the sign-in"])
    def test_nobody_is_founded_once_there_are_results_to_read(self, first, office, when):
        puppet = made(first)
        second_factor(puppet)
        if when == "before the grant":
            submitted(office)
        granted = grant(puppet, Role.ADMINISTRATOR, first)
        if when == "before the sign-in":
            submitted(office)
        sign_in(puppet, code=True)
        granted.refresh_from_db()
        assert (granted.confirmed_at, granted.confirmation) == (None, Confirmation.SECOND)

    def test_after_fourteen_days_signing_in_changes_nothing(self, first):
        late = made(first)
        second_factor(late)
        grant(late, Role.ADMINISTRATOR, first)
        with time_machine.travel(NOW + WAITS_FOR, tick=False):
            sign_in(late, code=True)
        assert not access.is_administrator(late)


def test_the_officer_too_and_only_the_first_of_them(first):
    officer = made(first)
    second_factor(officer)
    assert grant(officer, Role.DPO, first).confirmation == Confirmation.FOUNDING
    assert grant(made(first), Role.DPO, first).confirmation == Confirmation.SECOND
    sign_in(officer, code=True)
    assert access.roles(officer) == {Role.DPO}
    assert grant(made(first), Role.DPO, first).confirmation == Confirmation.SECOND


def test_until_then_each_page_of_the_administration_says_so(client: Client, first):
    user = made(first, first_name="Druga", last_name="Osobna")
    grant(user, Role.ADMINISTRATOR, first)
    client.force_login(first)
    for address in (reverse("admin:index"), reverse("admin:audits_user_changelist"), reverse("audits:rights")):
        assert "Druga Osobna" in client.get(address).text
        assert "Zakładanie urzędu" in client.get(address).text
    Appointment.objects.filter(user=user).update(confirmed_by=user, confirmed_at=timezone.now())
    assert "Zakładanie urzędu" not in client.get(reverse("admin:index")).text

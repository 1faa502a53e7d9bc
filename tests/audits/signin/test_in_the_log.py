"""What happens to accounts stands in the chained log: who, whose, from where; and from where nobody new is let in."""

import datetime
import logging

import pytest
import time_machine
from allauth.mfa.totp.internal import auth
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audits.access_log import log
from audits.choices import Role
from audits.models import AccessRecord, User
from audits.rights.appointing import end_appointment, grant_appointment
from audits.rights.confirming import confirm_appointments
from audits.signin import factors, invitations
from tests.audits.factories import (
    PASSWORD,
    DepartmentFactory,
    UserFactory,
    appointed,
    code_of_the_app,
    second_factor,
)

pytestmark = pytest.mark.django_db
NEW = "zielone krzesła nad Wisłą"
AT_WORK = {"REMOTE_ADDR": "10.1.2.3"}


def noted() -> list[tuple[str, str, str, str, str]]:
    """Kind, who, whose, from where, detail: of every row, which are a whole chain."""
    assert log.verify().rows == AccessRecord.objects.count()
    rows = AccessRecord.objects.order_by("number")
    return list(rows.values_list("kind", "reader__username", "account__username", "address", "detail"))


def sign_in(login: str, password: str = PASSWORD, **extra: str):
    return Client().post("/logowanie/", {"login": login, "password": password}, **AT_WORK | extra)


@pytest.fixture
def administrator() -> User:
    return appointed(Role.ADMINISTRATOR, DepartmentFactory(), username="admin")


def test_signing_in_is_noted_with_the_address():
    UserFactory(username="anna", email="anna@example.pl")
    assert sign_in("anna@example.pl").status_code == 302
    assert noted() == [("signed_in", "anna", "anna", "10.1.2.3", "")]


def test_a_wrong_password_and_a_wrong_code_are_noted_of_accounts_that_there_are():
    second_factor(UserFactory(username="anna"))
    sign_in("anna", "nie to hasło")
    sign_in("nikt", "nie to hasło")
    client = Client(**AT_WORK)
    client.post("/logowanie/", {"login": "anna", "password": PASSWORD})
    assert [row[0] for row in noted()] == ["not_signed_in"]
    client.post("/logowanie/kod/", {"code": "12345x"})
    client.post("/logowanie/kod/", {"code": code_of_the_app()})
    assert noted() == [
        ("not_signed_in", "anna", "anna", "10.1.2.3", "password"),
        ("not_signed_in", "anna", "anna", "10.1.2.3", "code"),
        ("signed_in", "anna", "anna", "10.1.2.3", ""),
    ]


@time_machine.travel(datetime.datetime(2026, 9, 14, 9, 0, 10, tzinfo=datetime.UTC), tick=False)
def test_a_factor_added_a_password_changed_and_a_factor_taken_away_are_noted(
    administrator: User, django_capture_on_commit_callbacks
):
    user = UserFactory(username="anna")
    client = Client(**AT_WORK)
    client.force_login(user)
    client.get("/weryfikacja-dwuetapowa/aplikacja/")
    secret = client.session[auth.SECRET_SESSION_KEY]
    code = auth.format_hotp_value(auth.hotp_value(secret, next(iter(auth.yield_hotp_counters_from_time()))))
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/weryfikacja-dwuetapowa/aplikacja/", {"code": code})
    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    factors.remove_factors(user=user, by=administrator)
    assert noted() == [
        ("factor_added", "anna", "anna", "10.1.2.3", "totp_activated"),
        ("password_set", "anna", "anna", "10.1.2.3", "password_changed"),
        ("factor_removed", "admin", "anna", "", "factors_removed"),
        ("account_in_hand", "admin", "anna", "", "factors"),
    ]


def test_an_address_that_an_administrator_changes_is_noted_and_one_that_stays_is_not(administrator: User):
    user = UserFactory(username="anna", email="nowa@example.pl")
    factors.tell_of_moved_address(user=user, before="Nowa@example.pl", by=administrator)
    assert noted() == []
    factors.tell_of_moved_address(user=user, before="dawna@example.pl", by=administrator)
    factors.tell_of_moved_address(user=user, before="", by=administrator)
    changed = [("address_changed", "admin", "anna", "", ""), ("account_in_hand", "admin", "anna", "", "address")]
    assert noted() == changed * 2


def test_a_first_password_is_noted(administrator: User):
    user = UserFactory(username="anna")
    user.set_unusable_password()
    user.save()
    invitation = invitations.invite(user=user, by=administrator, portal="https://portal.example/")
    invitations.accept(invitation=invitation, password=NEW)
    assert noted() == [("password_set", "anna", "anna", "", "invitation")]


def test_rights_granted_and_ended_are_noted(administrator: User):
    user, department, today = UserFactory(username="anna"), DepartmentFactory(code="UD-BEM"), timezone.localdate()
    granted = grant_appointment(user=user, role=Role.HR, department=department, since=today, by=administrator)
    second = appointed(Role.ADMINISTRATOR, department, username="druga")
    confirm_appointments(chosen=[granted.uuid], by=second)
    end_appointment(appointment=granted, on=today, by=administrator)
    assert noted() == [
        ("right_granted", "admin", "anna", "", f"hr UD-BEM {today}–"),
        ("right_confirmed", "druga", "anna", "", f"hr UD-BEM {today}–"),
        ("right_ended", "admin", "anna", "", f"hr UD-BEM {today}–{today}"),
    ]


def test_whose_account_it_was_cannot_be_changed_afterwards_unnoticed():
    sign_in(UserFactory(username="anna").username)
    row = AccessRecord.objects.get()
    before = row.hash
    row.account = UserFactory(username="jan")
    assert log.hash_of(row) != before
    row.account, row.detail = row.reader, "code"
    assert log.hash_of(row) != before


def test_the_officer_reads_whose_it_was_and_what_was_wrong(client: Client):
    sign_in(UserFactory(username="anna", first_name="Anna", last_name="Kowal").username, "nie to hasło")
    client.force_login(appointed(Role.DPO, DepartmentFactory()))
    page = client.get(reverse("audits:access_log")).content.decode()
    assert "nieudane logowanie" in page
    assert "błędne hasło" in page
    assert "Kowal" in page
    assert (
        client.get(f"{reverse('audits:access_log')}?kind=signed_in").content.decode().count("nieudane logowanie</td>")
        == 0
    )


class TestManyNamesFromOneAddress:
    @pytest.fixture(autouse=True)
    def fewer(self, settings) -> None:
        settings.NAMES_TRIED_FROM_ADDRESS = 5

    def try_many(self, **extra: str) -> None:
        for number in range(5):
            assert sign_in(f"konto{number}", "nie to hasło", **extra).status_code == 422

    def test_somebody_new_there_is_told_to_wait_even_with_the_right_password(self, caplog):
        UserFactory(username="anna")
        self.try_many()
        with caplog.at_level(logging.WARNING):
            answer = sign_in("anna")
        assert answer.status_code == 429
        assert int(answer["Retry-After"]) <= 15 * 60
        assert "10.1.2.3" in caplog.text
        assert "anna" not in caplog.text

    def test_a_name_that_no_account_has_is_told_the_same(self):
        UserFactory(username="anna")
        self.try_many()
        assert sign_in("nikt").status_code == sign_in("anna").status_code == 429

    def test_whoever_signed_in_from_there_before_is_let_in(self):
        UserFactory(username="anna")
        assert sign_in("anna").status_code == 302
        self.try_many()
        assert sign_in("anna").status_code == 302

    def test_from_elsewhere_everybody_is_let_in(self):
        UserFactory(username="anna")
        self.try_many()
        assert sign_in("anna", REMOTE_ADDR="10.9.9.9").status_code == 302

    def test_of_ipv6_the_network_counts(self):
        UserFactory(username="anna")
        UserFactory(username="ewa")
        assert sign_in("ewa", REMOTE_ADDR="2001:db8::1").status_code == 302
        self.try_many(REMOTE_ADDR="2001:db8::2")
        assert sign_in("anna", REMOTE_ADDR="2001:db8::3").status_code == 429
        assert sign_in("ewa", REMOTE_ADDR="2001:db8::4").status_code == 302

    def test_a_quarter_of_an_hour_later_it_is_forgotten(self):
        UserFactory(username="anna")
        self.try_many()
        with time_machine.travel(timezone.now() + datetime.timedelta(minutes=16), tick=False):
            assert sign_in("anna").status_code == 302

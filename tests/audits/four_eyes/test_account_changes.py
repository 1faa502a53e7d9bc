"""What lets somebody in as another waits for a second administrator, where that account opens results."""

import datetime
from io import StringIO
from unittest import mock

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.core import mail
from django.core.management import CommandError, call_command, get_commands
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from audits.choices import AccountChangeKind, Making, Role
from audits.four_eyes.changes import opens_results, propose_change
from audits.four_eyes.hands import note_making
from audits.four_eyes.waiting import WAITS_FOR
from audits.letters.sending import send_due
from audits.models import AccessRecord, AccountChange, Letter, User
from audits.retention.cleaning import clean_up
from tests.audits.factories import PASSWORD, UserFactory, appointed, proposed, second_factor
from tests.audits.four_eyes.conftest import NOW

pytestmark = pytest.mark.django_db
NEW = "zielone krzesła nad Wisłą"
PAGE = reverse("audits:proposals")


@pytest.fixture
def hr(office) -> User:
    return appointed(Role.HR, office, username="kadry", email="kadry@example.org")


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def change_address(by: User, account: User, address: str = "moj@example.org"):
    kept = {name: getattr(account, name) for name in ("username", "first_name", "last_name")}
    inline = {"appointments-TOTAL_FORMS": "0", "appointments-INITIAL_FORMS": "0"}
    page = reverse("admin:audits_user_change", args=[account.pk])
    return browser(by).post(page, kept | {"email": address, "is_active": "on"} | inline, follow=True)


def remove_factors(by: User, account: User):
    page = reverse("admin:audits_user_signing_in", args=[account.pk])
    return browser(by).post(page, {"act": "remove_factors"}, follow=True)


def change_password(account: User, typed: tuple[str, ...] = (NEW, NEW)) -> str:
    said = StringIO()
    with mock.patch("getpass.getpass", side_effect=typed):
        call_command("changepassword", account.username, stdout=said)
    return said.getvalue()


def send(by: User, act: str, *changes: AccountChange):
    return browser(by).post(PAGE, {"act": act, "change": [one.uuid for one in changes]})


def lets_in(account: User, password: str) -> bool:
    answer = Client().post("/logowanie/", {"login": account.username, "password": password})
    return answer.status_code == 302


def test_whose_account_opens_results(office, hr, first):
    assert opens_results(hr)
    assert opens_results(proposed(Role.AUDITOR, office, first).user)
    assert not opens_results(UserFactory())
    hr.appointments.update(until=timezone.localdate())
    assert not opens_results(hr)


class TestAddress:
    def test_it_waits_and_no_letter_leaves_for_the_new_one(self, first, hr):
        answer = change_address(first, hr)
        hr.refresh_from_db()
        assert hr.email == "kadry@example.org"
        assert "inny administrator" in answer.text
        change = AccountChange.objects.get()
        assert (change.account, change.kind, change.value, change.proposed_by) == (
            hr,
            AccountChangeKind.ADDRESS,
            "moj@example.org",
            first,
        )
        assert not any("e-mail" in entry.get_change_message().lower() for entry in LogEntry.objects.all())
        Client().post(reverse("account_reset_password"), {"email": "moj@example.org"})
        send_due()
        assert not mail.outbox
        [row] = AccessRecord.objects.all()
        assert (row.kind, row.reader, row.account, row.detail_shown) == (
            "change_proposed",
            first,
            hr,
            "nowy adres e-mail",
        )

    def test_the_rest_of_the_form_is_written(self, first, hr):
        hr.last_name = "Nowa"
        change_address(first, hr)
        hr.refresh_from_db()
        assert (hr.last_name, hr.email) == ("Nowa", "kadry@example.org")

    def test_confirmed_it_is_changed_and_told_to_the_former_one(self, first, second, hr):
        change_address(first, hr)
        change = AccountChange.objects.get()
        assert "moj@example.org" in browser(second).get(PAGE).text
        assert send(second, "confirm", change).status_code == 302
        hr.refresh_from_db()
        change.refresh_from_db()
        assert hr.email == "moj@example.org"
        assert (change.confirmed_by, change.value) == (second, "")
        send_due()
        assert [message.to for message in mail.outbox] == [["kadry@example.org"]]
        kinds = AccessRecord.objects.order_by("number").values_list("kind", flat=True)
        # Two did it: the account is in no one's hand.
        assert list(kinds) == ["change_proposed", "change_confirmed", "address_changed"]
        assert not hr.makings.exists()

    def test_one_that_somebody_else_got_meanwhile_is_told(self, first, second, hr):
        change_address(first, hr)
        UserFactory(email="MOJ@example.org")
        answer = send(second, "confirm", AccountChange.objects.get())
        assert answer.status_code == 422
        assert "Inne konto" in answer.context["fault"]
        hr.refresh_from_db()
        assert hr.email == "kadry@example.org"
        assert AccountChange.objects.waiting().exists()

    def test_another_takes_its_place_and_the_same_one_stays(self, first, hr):
        change_address(first, hr)
        change_address(first, hr)
        assert AccountChange.objects.count() == 1
        change_address(first, hr, "inny@example.org")
        assert [one.value for one in AccountChange.objects.waiting()] == ["inny@example.org"]
        assert AccountChange.objects.filter(ended_at__isnull=False, value="").count() == 1

    def test_of_an_account_that_opens_nothing_it_is_changed_at_once(self, first):
        plain = UserFactory()
        change_address(first, plain)
        plain.refresh_from_db()
        assert plain.email == "moj@example.org"
        assert plain.makings.get().by == first

    def test_ones_own_waits_too(self, first, second):
        change_address(first, first)
        assert send(first, "confirm", AccountChange.objects.get()).status_code == 422
        assert send(second, "confirm", AccountChange.objects.get()).status_code == 302


class TestFactors:
    def test_they_stay_until_another_confirms_it(self, first, second, hr):
        answer = remove_factors(first, hr)
        assert "inny administrator" in answer.text
        assert Authenticator.objects.filter(user=hr).exists()
        change = AccountChange.objects.get()
        assert send(first, "confirm", change).status_code == 422
        assert Authenticator.objects.filter(user=hr).exists()
        assert send(second, "confirm", change).status_code == 302
        assert not Authenticator.objects.filter(user=hr).exists()
        assert not hr.makings.exists()
        assert Letter.objects.get(kind="factors_removed").user == hr

    def test_of_an_account_that_opens_nothing_they_go_at_once(self, first):
        plain = UserFactory()
        second_factor(plain)
        remove_factors(first, plain)
        assert not Authenticator.objects.filter(user=plain).exists()
        assert not AccountChange.objects.exists()


class TestPassword:
    def test_one_set_on_the_server_waits(self, second, hr):
        said = change_password(hr)
        assert "waits" in said
        assert lets_in(hr, PASSWORD)
        assert not lets_in(hr, NEW)
        change = AccountChange.objects.get()
        assert change.proposed_by is None
        page = browser(second).get(PAGE).text
        assert "kadry" in page
        assert change.value not in page
        assert send(second, "confirm", change).status_code == 302
        assert lets_in(hr, NEW)
        assert not lets_in(hr, PASSWORD)
        change.refresh_from_db()
        assert change.value == ""
        row = AccessRecord.objects.get(kind="password_set")
        assert (row.reader, row.account) == (second, hr)

    def test_the_sessions_of_the_former_one_end(self, second, hr):
        theirs = Client()
        theirs.post("/logowanie/", {"login": hr.username, "password": PASSWORD})
        change_password(hr)
        send(second, "confirm", AccountChange.objects.get())
        assert theirs.get("/").status_code == 302

    def test_whose_own_it_is_cannot_confirm_it(self, first):
        change_password(first)
        assert send(first, "confirm", AccountChange.objects.get()).status_code == 422

    def test_djangos_own_command_is_not_the_one_that_runs(self):
        assert get_commands()["changepassword"] == "audits"

    @pytest.mark.parametrize("typed", [(NEW, "inne" + NEW), ("krótkie", "krótkie")])
    def test_what_is_no_password_is_told_and_nothing_waits(self, hr, typed):
        with pytest.raises(CommandError):
            change_password(hr, typed)
        assert not AccountChange.objects.exists()

    def test_of_an_account_that_opens_nothing_it_is_set_at_once(self):
        plain = UserFactory()
        change_password(plain)
        assert lets_in(plain, NEW)

    def test_where_there_is_nobody_else_it_is_set_at_once(self, settings, first):
        settings.ONE_ADMINISTRATOR = True
        change_password(first)
        first.refresh_from_db()
        assert first.check_password(NEW)

    def test_the_administration_has_no_page_that_sets_one(self, first, hr):
        with pytest.raises(NoReverseMatch):
            reverse("admin:auth_user_password_change", args=[hr.pk])
        assert browser(first).get(f"/administracja/audits/user/{hr.pk}/password/").status_code != 200
        before = hr.password
        browser(first).post(f"/administracja/audits/user/{hr.pk}/password/", {"password1": NEW, "password2": NEW})
        hr.refresh_from_db()
        assert hr.password == before


def test_without_a_mail_server_nobody_is_shown_a_link_into_an_account_of_others(settings, first, second, hr):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    hr.set_unusable_password()
    hr.last_login = NOW - datetime.timedelta(days=1)
    hr.save()
    page = reverse("admin:audits_user_signing_in", args=[hr.pk])
    client = browser(first)
    assert "bez serwera poczty" in client.post(page, {"act": "invite"}, follow=True).text
    # Nor into one that was confirmed while others had it in hand.
    User.objects.filter(pk=hr.pk).update(last_login=None)
    note_making(account=hr, by=second, how=Making.MADE)
    assert "bez serwera poczty" in client.post(page, {"act": "invite"}, follow=True).text
    assert not hr.invitations.exists()
    # One who has never signed in needs it to do so; whoever confirmed them was told who made the account.
    assert "/zaproszenie/" in browser(second).post(page, {"act": "invite"}, follow=True).text
    assert [one.how for one in hr.makings.all()] == ["made", "invited"]


def test_without_a_mail_server_the_link_into_one_that_only_waits_is_shown_and_noted(settings, office, first):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    account = proposed(Role.HR, office, first).user
    account.set_unusable_password()
    account.save()
    page = reverse("admin:audits_user_signing_in", args=[account.pk])
    assert "/zaproszenie/" in browser(first).post(page, {"act": "invite"}, follow=True).text
    assert account.makings.get().how == "invited"


class TestDeciding:
    def test_refused_nothing_changes_and_what_it_held_is_forgotten(self, first, second, hr):
        change_address(first, hr)
        change_password(hr)
        changes = list(AccountChange.objects.all())
        assert send(second, "refuse", *changes).status_code == 302
        hr.refresh_from_db()
        assert hr.email == "kadry@example.org"
        assert hr.check_password(PASSWORD)
        assert not AccountChange.objects.exclude(value="").exists()
        for act in ("confirm", "refuse"):
            assert send(second, act, *changes).status_code == 409

    def test_not_confirmed_in_time_neither(self, first, second, hr):
        change_address(first, hr)
        change = AccountChange.objects.get()
        with time_machine.travel(NOW + WAITS_FOR, tick=False):
            assert send(second, "confirm", change).status_code == 409
            assert clean_up()["proposals"] == 1
        change.refresh_from_db()
        assert (change.value, change.ended_by) == ("", None)
        assert AccessRecord.objects.get(kind="change_expired").account == hr

    def test_with_appointments_all_or_nothing(self, office, first, second, hr):
        waiting = proposed(Role.AUDITOR, office, first)
        change_address(first, hr)
        own = propose_change(account=second, kind=AccountChangeKind.FACTORS, by=first)
        chosen = {"act": "confirm", "chosen": waiting.uuid}
        both = [AccountChange.objects.get(account=hr).uuid, own.uuid]
        assert browser(second).post(PAGE, chosen | {"change": both}).status_code == 422
        waiting.refresh_from_db()
        assert waiting.is_waiting
        assert browser(second).post(PAGE, chosen | {"change": both[:1]}).status_code == 302
        waiting.refresh_from_db()
        assert waiting.confirmed_by == second
        assert AccountChange.objects.waiting().get() == own

    def test_the_officer_is_told_of_it_and_never_of_a_password(self, office, first, second, hr):
        officer = appointed(Role.DPO, office, email="iod@example.org")
        change_address(first, hr)
        change_password(hr)
        while send_due():
            pass
        send(second, "confirm", *AccountChange.objects.all())
        hashes = {hr.password, User.objects.get(pk=hr.pk).password}
        while send_due():
            pass
        told = [one for one in mail.outbox if one.to == [officer.email]]
        assert len(told) == 3
        assert "nowy adres e-mail: moj@example.org" in told[0].body
        assert "hasło ustawione na serwerze" in told[1].body
        assert told[1].body.splitlines()[2].startswith("Ktoś na serwerze")
        assert not any(each in one.body for one in told for each in hashes)


@pytest.mark.parametrize(
    "change",
    [
        lambda one: {"confirmed_by": one.proposed_by, "confirmed_at": NOW, "value": ""},
        lambda one: {"confirmed_by": one.account, "confirmed_at": NOW, "value": ""},
        lambda one: {"confirmed_at": NOW, "value": ""},
        lambda one: {"confirmed_by": UserFactory(), "confirmed_at": NOW},
        lambda one: {"ended_at": NOW},
        lambda one: {"kind": "anything"},
    ],
    ids=["by the one who proposed it", "by its owner", "by nobody", "and kept", "ended and kept", "no such kind"],
)
def test_the_database_keeps_the_second_pair_of_eyes_apart(first, hr, change):
    one = propose_change(account=hr, kind=AccountChangeKind.ADDRESS, value="moj@example.org", by=first)
    with pytest.raises(IntegrityError), transaction.atomic():
        AccountChange.objects.filter(pk=one.pk).update(**change(one))

"""What waits to be confirmed: listed for administrators and the officer, decided by another administrator."""

import datetime
import uuid

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audits import access
from audits.access_log import log
from audits.choices import Confirmation, Making, Role
from audits.four_eyes.hands import note_making
from audits.four_eyes.waiting import WAITS_FOR
from audits.models import AccessRecord, Appointment, Department, User
from audits.models.periods import day_start
from audits.retention.cleaning import clean_up
from audits.rights.appointing import end_appointment, grant_appointment, lock_account
from audits.rights.holdings import rights_on
from tests.audits.factories import DepartmentFactory, UserFactory, appointed, proposed

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2026, 11, 20, 9, tzinfo=datetime.UTC)
TODAY = NOW.date()
DAY = datetime.timedelta(days=1)
PAGE = reverse("audits:proposals")


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def office() -> Department:
    return DepartmentFactory(code="UM")


@pytest.fixture
def proposer(office) -> User:
    return appointed(Role.ADMINISTRATOR, office, last_name="Proponująca")


@pytest.fixture
def confirmer(office) -> User:
    return appointed(Role.ADMINISTRATOR, office, last_name="Potwierdzająca")


@pytest.fixture
def waiting(office, proposer) -> Appointment:
    return proposed(Role.HR, office, proposer, user__last_name="Czekająca")


@pytest.fixture
def signed_in(client: Client, confirmer: User) -> Client:
    client.force_login(confirmer)
    return client


def send(client: Client, act: str, *chosen: Appointment, **extra: object):
    return client.post(PAGE, {"act": act, "chosen": [one.uuid for one in chosen]} | extra)


def test_the_list_says_who_what_by_whom_and_until_when(signed_in, waiting, proposer):
    note_making(account=waiting.user, by=proposer, how=Making.MADE)
    page = signed_in.get(PAGE)
    for text in ("Czekająca", waiting.user.email, "Kadry", "Proponująca", "założenie konta", "nigdy się nie zalogował"):
        assert text in page.text
    assert [row["one"] for row in page.context["rows"]] == [waiting]
    assert page.context["rows"][0]["expires_at"] == waiting.granted_at + WAITS_FOR


def test_confirmed_it_holds_from_then_on(signed_in, waiting, confirmer):
    theirs = Client()
    theirs.force_login(waiting.user)
    assert theirs.get(reverse("audits:assignments")).status_code == 404
    assert send(signed_in, "confirm", waiting).status_code == 302
    waiting.refresh_from_db()
    assert (waiting.confirmed_by, waiting.confirmation) == (confirmer, Confirmation.SECOND)
    assert theirs.get(reverse("audits:assignments")).status_code == 200
    assert not signed_in.get(PAGE).context["rows"]
    row = AccessRecord.objects.get(kind="right_confirmed")
    assert (row.reader, row.account, row.detail) == (confirmer, waiting.user, f"hr UM {TODAY}–")
    assert log.verify().rows == 1


def test_one_that_begins_later_holds_from_its_first_day(signed_in, office, proposer):
    ahead = proposed(Role.HR, office, proposer, since=TODAY + 3 * DAY)
    send(signed_in, "confirm", ahead)
    assert access.roles(ahead.user) == frozenset()
    assert access.roles(ahead.user, TODAY + 3 * DAY) == {Role.HR}


def test_before_its_confirmation_it_did_not_hold_however_early_its_first_day(signed_in, office, proposer):
    late = proposed(Role.HR, office, proposer, since=TODAY - 5 * DAY, granted_at=timezone.now() - 5 * DAY)
    send(signed_in, "confirm", late)
    assert access.roles(late.user) == {Role.HR}
    assert access.roles(late.user, TODAY - DAY) == frozenset()


def test_refused_it_never_holds_and_stays_on_record(signed_in, waiting, confirmer, office, proposer):
    assert send(signed_in, "refuse", waiting).status_code == 302
    waiting.refresh_from_db()
    assert waiting.was_taken_back
    assert (waiting.ended_by, waiting.confirmed_at) == (confirmer, None)
    assert access.roles(waiting.user) == frozenset()
    assert AccessRecord.objects.get(kind="right_refused").reader == confirmer
    assert "Odmowa" in signed_in.get(reverse("audits:rights_of_account", args=[waiting.user.uuid])).text
    # It may be proposed again.
    assert grant_appointment(user=waiting.user, role=Role.HR, department=office, since=TODAY, by=proposer).is_waiting


def test_several_at_once_or_none_of_them(signed_in, office, proposer, confirmer, waiting):
    others = [proposed(Role.AUDITOR, office, proposer) for _ in range(3)]
    own = proposed(Role.HR, office, proposer, user=confirmer)
    answer = send(signed_in, "confirm", waiting, own, *others)
    assert answer.status_code == 422
    assert "sobie" in answer.context["fault"]
    assert {row["one"] for row in answer.context["rows"] if row["chosen"]} == {waiting, own, *others}
    assert not Appointment.objects.filter(confirmed_by=confirmer).exists()
    assert send(signed_in, "confirm", waiting, *others).status_code == 302
    assert Appointment.objects.filter(confirmed_by=confirmer).count() == 4


def test_whoever_proposed_it_takes_it_back_and_cannot_confirm_it(client, waiting, proposer):
    client.force_login(proposer)
    assert client.get(PAGE).context["rows"][0]["why_not"]
    answer = send(client, "confirm", waiting)
    assert answer.status_code == 422
    assert f"{waiting}. To Twoja propozycja" in answer.text
    assert send(client, "refuse", waiting).status_code == 302
    waiting.refresh_from_db()
    assert (waiting.confirmed_at, waiting.ended_by) == (None, proposer)


def test_administrators_are_told_of_it_on_their_start_page(signed_in, waiting):
    assert "1 propozycja czeka na potwierdzenie" in signed_in.get("/").text
    assert send(signed_in, "confirm", waiting).status_code == 302
    assert "na potwierdzenie" not in signed_in.get("/").text


def test_nobody_else_is_told_of_it_on_theirs(client, office, waiting):
    client.force_login(appointed(Role.HR, office))
    assert "na potwierdzenie" not in client.get("/").text


def test_the_officer_reads_the_list_and_decides_nothing(client, office, waiting):
    client.force_login(appointed(Role.DPO, office))
    page = client.get(PAGE)
    assert "Czekająca" in page.text
    assert 'name="act"' not in page.text
    assert reverse("audits:rights_of_account", args=[waiting.user.uuid]) not in page.text
    for act in ("confirm", "refuse"):
        assert send(client, act, waiting).status_code == 404
    waiting.refresh_from_db()
    assert waiting.is_waiting


@pytest.mark.parametrize("role", [Role.HR, Role.HEAD, Role.AUDITOR, Role.STANDARDS_EDITOR, Role.SHOPPER])
def test_to_others_there_is_no_such_page(client, office, waiting, role):
    client.force_login(appointed(role, office))
    assert client.get(PAGE).status_code == send(client, "confirm", waiting).status_code == 404


def test_whoever_did_not_show_lately_who_they_are_is_asked(signed_in, waiting, settings):
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    for act in ("confirm", "refuse"):
        assert send(signed_in, act, waiting)["Location"].startswith(reverse("account_reauthenticate"))
    waiting.refresh_from_db()
    assert waiting.is_waiting
    assert signed_in.get(PAGE).status_code == 200


def test_what_is_no_choice_is_told(signed_in, waiting):
    assert send(signed_in, "confirm").status_code == 422
    assert send(signed_in, "wave", waiting).status_code == 404
    for bad in ("x", "1", "\0", str(waiting.pk)):
        assert signed_in.post(PAGE, {"act": "confirm", "chosen": bad}).status_code == 404
    gone = signed_in.post(PAGE, {"act": "confirm", "chosen": [waiting.uuid, uuid.uuid4()]})
    assert gone.status_code == 409
    waiting.refresh_from_db()
    assert waiting.is_waiting


@pytest.mark.parametrize("by", ["confirm", "refuse"])
def test_what_was_decided_meanwhile_is_told_and_nothing_is_written(signed_in, office, waiting, by):
    other = Client()
    other.force_login(appointed(Role.ADMINISTRATOR, office))
    send(other, by, waiting)
    before = Appointment.objects.values().get(pk=waiting.pk)
    for act in ("confirm", "refuse"):
        assert send(signed_in, act, waiting).status_code == 409
    assert Appointment.objects.values().get(pk=waiting.pk) == before


def test_an_inactive_account_is_not_confirmed(signed_in, waiting):
    User.objects.filter(pk=waiting.user_id).update(is_active=False)
    assert send(signed_in, "confirm", waiting).status_code == 422


def test_locking_the_account_takes_it_back(waiting, confirmer):
    lock_account(user=waiting.user, by=confirmer)
    waiting.refresh_from_db()
    assert waiting.was_taken_back


def test_its_page_of_ending_takes_it_back_at_once_only(signed_in, waiting):
    address = reverse("audits:end_appointment", args=[waiting.uuid])
    later = {"when": "later", "last_day": (TODAY + 9 * DAY).isoformat()}
    assert signed_in.post(address, later).status_code == 422
    assert signed_in.post(address, {"when": "now", "last_day": ""}).status_code == 302
    waiting.refresh_from_db()
    assert waiting.was_taken_back


def test_the_last_administrator_stays_whoever_waits(office):
    only = appointed(Role.ADMINISTRATOR, office)
    proposed(Role.ADMINISTRATOR, office, only)
    with pytest.raises(Exception, match="ostatni administrator"):
        end_appointment(appointment=only.appointments.get(), on=TODAY, by=UserFactory())


class TestExpiry:
    def test_after_fourteen_days_it_ends_by_the_hourly_clean_up(self, client, confirmer, waiting):
        with time_machine.travel(waiting.granted_at + WAITS_FOR - datetime.timedelta(seconds=1), tick=False):
            assert clean_up()["proposals"] == 0
        at = waiting.granted_at + WAITS_FOR
        with time_machine.travel(at, tick=False):
            assert clean_up()["proposals"] == 1
            assert clean_up()["proposals"] == 0
        waiting.refresh_from_db()
        assert waiting.has_expired
        assert (waiting.ended_by, waiting.ended_at) == (None, at)
        assert AccessRecord.objects.get(kind="right_expired").account == waiting.user
        client.force_login(confirmer)
        page = client.get(reverse("audits:rights_of_account", args=[waiting.user.uuid])).text
        assert "Nie potwierdzono w terminie" in page

    def test_nor_is_it_confirmed_where_the_clean_up_is_late(self, confirmer, waiting):
        with time_machine.travel(waiting.granted_at + WAITS_FOR, tick=False):
            client = Client()
            client.force_login(confirmer)
            assert send(client, "confirm", waiting).status_code == 409

    def test_one_whose_last_day_is_over_ends_too(self, confirmer, office, proposer):
        short = proposed(Role.HR, office, proposer, until=TODAY + DAY)
        with time_machine.travel(timezone.now() + DAY, tick=False):
            client = Client()
            client.force_login(confirmer)
            assert send(client, "confirm", short).status_code == 409
            assert clean_up()["proposals"] == 1

    def test_what_is_confirmed_stays(self, signed_in, waiting):
        send(signed_in, "confirm", waiting)
        with time_machine.travel(timezone.now() + 60 * DAY, tick=False):
            assert clean_up()["proposals"] == 0
        assert access.roles(waiting.user) == {Role.HR}


class TestInTheReport:
    def test_what_waits_stands_in_it_as_such(self, signed_in, waiting, confirmer):
        [right] = [one for one in rights_on(TODAY) if one.appointment == waiting]
        assert right.is_waiting
        assert "czeka na potwierdzenie" in right.remarks
        rows = signed_in.get(reverse("audits:rights_csv")).content.decode("utf-8-sig").splitlines()
        [row] = [each for each in rows if "Czekająca" in each]
        assert "czeka" in row
        send(signed_in, "confirm", waiting)
        rows = signed_in.get(reverse("audits:rights_csv")).content.decode("utf-8-sig").splitlines()
        [row] = [each for each in rows if "Czekająca" in each]
        assert "Potwierdzająca" in row

    def test_the_day_before_it_was_proposed_it_does_not(self, office, proposer):
        with time_machine.travel(datetime.datetime(2026, 3, 10, 12, tzinfo=datetime.UTC), tick=False):
            one = proposed(Role.HR, office, proposer)
        day = datetime.date(2026, 3, 10)
        Appointment.objects.filter(pk=one.pk).update(
            confirmed_by=appointed(Role.ADMINISTRATOR, office),
            confirmed_at=day_start(day + 2 * DAY),
        )
        told = {
            offset: [right.is_waiting for right in rights_on(day + offset * DAY) if right.appointment == one]
            for offset in (-1, 0, 1, 2)
        }
        assert told == {-1: [], 0: [True], 1: [True], 2: [False]}

    def test_a_review_leaves_it_to_its_own_page(self, signed_in, waiting):
        address = reverse("audits:new_rights_review")
        page = signed_in.get(address)
        assert f"decision-{waiting.uuid}" not in page.text
        assert PAGE in page.text
        sent = {"fingerprint": page.context["fingerprint"], "note": "", "rest": "on"}
        assert signed_in.post(address, sent | {f"decision-{waiting.uuid}": "confirmed"}).status_code == 302
        waiting.refresh_from_db()
        assert waiting.is_waiting
        assert waiting.reviews.get().decision == "left"


class TestOneAdministrator:
    def test_confirms_what_they_proposed_and_every_page_says_so(self, client, settings, office):
        only = appointed(Role.ADMINISTRATOR, office)
        waiting = proposed(Role.HR, office, only)
        client.force_login(only)
        assert send(client, "confirm", waiting).status_code == 422
        settings.ONE_ADMINISTRATOR = True
        for address in (PAGE, reverse("audits:rights"), reverse("admin:index")):
            assert "ONE_ADMINISTRATOR" in client.get(address).text
        assert send(client, "confirm", waiting).status_code == 302
        waiting.refresh_from_db()
        assert (waiting.confirmation, waiting.confirmed_by) == (Confirmation.ALONE, only)
        assert AccessRecord.objects.get(kind="right_confirmed").detail.endswith(" alone")

    def test_a_second_one_is_a_second_one_there_too(self, signed_in, settings, waiting):
        settings.ONE_ADMINISTRATOR = True
        send(signed_in, "confirm", waiting)
        waiting.refresh_from_db()
        assert waiting.confirmation == Confirmation.SECOND

    def test_nobody_elses_page_says_so(self, client, settings, office):
        settings.ONE_ADMINISTRATOR = True
        client.force_login(appointed(Role.HR, office))
        assert "ONE_ADMINISTRATOR" not in client.get(reverse("audits:rights")).text


def test_the_list_costs_the_same_however_long_it_is(
    signed_in, office, proposer, waiting, django_assert_max_num_queries
):
    for _ in range(12):
        one = proposed(Role.AUDITOR, office, proposer)
        note_making(account=one.user, by=proposer, how=Making.MADE)
    with django_assert_max_num_queries(14):
        assert len(signed_in.get(PAGE).context["rows"]) == 13

"""What every request asks, by statements that are put together once: answered about whoever asks, as things are now."""

import datetime

import pytest
import time_machine
from django.contrib.sessions.backends import db
from django.test import Client

from audits import access
from audits.access.kept import ANY_ACCOUNT, Statement
from audits.choices import Role
from audits.models import User
from audits.signin.session_store import SessionStore
from tests.audits.factories import AppointmentFactory, DepartmentFactory, UserFactory, appointed

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def test_a_statement_that_asks_about_nobody_is_refused():
    with pytest.raises(ValueError, match="nowhere"):
        Statement.of(User.objects.filter(username="j.nowak"), ANY_ACCOUNT)


def test_each_account_is_told_of_itself():
    office = DepartmentFactory()
    hr, auditor, nobody = appointed(Role.HR, office), appointed(Role.AUDITOR, office), UserFactory()
    backend = access.AppointmentBackend()
    assert [access.roles(user) for user in (hr, auditor, nobody)] == [{Role.HR}, {Role.AUDITOR}, set()]
    found = [backend.get_user(user.pk) for user in (hr, auditor, nobody)]
    assert found == [hr, auditor, nobody]
    assert [(bool(user.must_have_factor), bool(user.has_factor)) for user in found] == [(1, 1), (0, 0), (0, 0)]
    assert backend.get_user(nobody.pk + 1) is None


def test_roles_are_those_of_the_day_that_is_asked_about():
    with time_machine.travel("2026-03-10T12:00:00+01:00"):
        held = AppointmentFactory(since=datetime.date(2026, 3, 10), until=datetime.date(2026, 3, 12))
        yesterday = datetime.date(2026, 3, 9)
        assert [access.roles(held.user), access.roles(held.user, yesterday)] == [{Role.AUDITOR}, set()]
    with time_machine.travel("2026-03-12T12:00:00+01:00"):
        assert access.roles(held.user) == set()


def test_a_session_is_found_until_its_time_is_over():
    with time_machine.travel("2026-03-10T12:00:00+01:00", tick=False) as clock:
        store = SessionStore()
        store["said"] = "zielony rower"
        store.set_expiry(60)
        store.save()
        clock.shift(59)
        assert SessionStore(store.session_key)["said"] == "zielony rower"
        clock.shift(1)
        gone = SessionStore(store.session_key)
        assert (gone.get("said"), gone.session_key) == (None, None)
    unknown = SessionStore("a" * 32)
    assert (unknown.get("said"), unknown.session_key) == (None, None)


def test_sessions_that_were_begun_with_djangos_store_go_on(client: Client):
    user = UserFactory()
    client.force_login(user)
    # Written under its name, and read by ours.
    theirs = db.SessionStore(client.session.session_key)
    theirs["before"] = "the update"
    theirs.save()
    assert client.get("/").status_code == 200
    assert client.session["before"] == "the update"

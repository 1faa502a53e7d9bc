"""Whoever writes, the database keeps the second pair of eyes apart; and what was there before goes on."""

import datetime
import importlib
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from audits import access
from audits.choices import Confirmation, Making, Role
from audits.four_eyes.hands import note_making
from audits.models import AccountMaking, Appointment
from tests.audits.factories import AppointmentFactory, UserFactory, appointed, proposed

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db]
UPGRADE = importlib.import_module("audits.migrations.0010_appointments_confirmed")


@pytest.fixture
def waiting(office) -> Appointment:
    return proposed(Role.HR, office, appointed(Role.ADMINISTRATOR, office))


@pytest.mark.parametrize(
    "change",
    [
        lambda one: {"confirmed_by": one.granted_by, "confirmed_at": one.granted_at},
        lambda one: {"confirmed_by": one.user, "confirmed_at": one.granted_at},
        lambda one: {"confirmed_at": one.granted_at},
        lambda one: {"confirmed_by": UserFactory()},
        lambda one: {"confirmation": Confirmation.ALONE},
        lambda one: {"confirmation": Confirmation.ALONE, "confirmed_by": one.user, "confirmed_at": one.granted_at},
        lambda one: {"confirmation": Confirmation.WITH_OFFICE},
        lambda one: {
            "confirmation": Confirmation.FOUNDING,
            "confirmed_by": one.granted_by,
            "confirmed_at": one.granted_at,
        },
        lambda one: {"granted_at": None},
        lambda one: {"confirmation": "somehow"},
    ],
    ids=[
        "by whoever granted it",
        "by whom it is for",
        "by nobody",
        "at no time",
        "alone, at no time",
        "alone, for oneself",
        "with the office, at no time",
        "founded by another",
        "proposed at no time",
        "somehow",
    ],
)
def test_no_other_confirmation_is_written(waiting, change):
    with pytest.raises(IntegrityError), transaction.atomic():
        Appointment.objects.filter(pk=waiting.pk).update(**change(waiting))
    assert access.roles(waiting.user) == frozenset()


def test_another_administrators_is(waiting):
    Appointment.objects.filter(pk=waiting.pk).update(confirmed_by=UserFactory(), confirmed_at=timezone.now())
    assert access.roles(waiting.user) == {Role.HR}


def test_who_made_an_account_is_only_added(office):
    note_making(account=UserFactory(), by=UserFactory(), how=Making.MADE)
    for act in (
        lambda: AccountMaking.objects.update(by=UserFactory()),
        lambda: AccountMaking.objects.all()._raw_delete(AccountMaking.objects.db),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()
    assert AccountMaking.objects.count() == 1


def upgrade() -> None:
    """The migration's own steps, over rows as they are now."""
    editor = SimpleNamespace(connection=connection)
    UPGRADE.confirm_what_there_is(apps, editor)
    UPGRADE.appoint_superusers(apps, editor)


def test_what_was_granted_before_holds_after_the_upgrade_as_it_did(office, waiting):
    today = timezone.localdate()
    rows = {
        "now": AppointmentFactory(department=office, since=datetime.date(2024, 5, 1)),
        "ahead": AppointmentFactory(department=office, since=today + datetime.timedelta(days=9)),
        "ended": AppointmentFactory(department=office, until=today),
    }
    before = {
        day: set(Appointment.objects.held_on(day).values_list("pk", flat=True))
        for day in (datetime.date(2024, 5, 1), datetime.date(2025, 1, 1), today, today + datetime.timedelta(days=9))
    }
    assert {rows["now"].pk, rows["ended"].pk} <= before[datetime.date(2024, 5, 1)]
    upgrade()
    assert not Appointment.objects.waiting().exists()
    for day, held in before.items():
        assert set(Appointment.objects.held_on(day).exclude(pk=waiting.pk).values_list("pk", flat=True)) == held


def test_who_administered_by_the_flag_alone_is_appointed_once(office):
    flagged, gone = UserFactory(is_superuser=True), UserFactory(is_superuser=True, is_active=False)
    both = appointed(Role.ADMINISTRATOR, office, is_superuser=True)
    plain = UserFactory()
    upgrade()
    assert [access.is_administrator(one) for one in (flagged, both, plain, gone)] == [True, True, False, False]
    assert both.appointments.count() == flagged.appointments.count() == 1
    assert flagged.appointments.get().department == office


def test_without_a_department_nobody_is():
    UserFactory(is_superuser=True)
    upgrade()
    assert not Appointment.objects.exists()

"""Appointments granted and ended, each with its author: by nobody to themselves, and somebody administers always."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from audits import access
from audits.choices import Role
from audits.models import Appointment, Department, User
from audits.rights.appointing import LATEST, end_appointment, grant_appointment, lock_account
from tests.audits.factories import LONG_AGO, AppointmentFactory, DepartmentFactory, UserFactory, appointed

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


@pytest.fixture
def today() -> datetime.date:
    return timezone.localdate()


@pytest.fixture
def office() -> Department:
    return DepartmentFactory(code="UMSTW")


@pytest.fixture
def administrator(office) -> User:
    return appointed(Role.ADMINISTRATOR, office)


@pytest.fixture
def person() -> User:
    return UserFactory()


def test_a_grant_says_who_made_it_and_when(office, administrator, person, today):
    made = grant_appointment(
        user=person, role=Role.HR, department=office, since=today, until=today + DAY, by=administrator
    )
    made.refresh_from_db()
    assert (made.user, made.role, made.department, made.since, made.until) == (person, "hr", office, today, today + DAY)
    assert made.granted_by == administrator
    assert made.granted_at <= timezone.now()
    assert made.is_waiting
    assert access.roles(person) == frozenset()


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        (lambda t: {"since": t - DAY}, "since"),
        (lambda t: {"since": LATEST}, "since"),
        (lambda t: {"until": t}, "until"),
        (lambda t: {"until": LATEST + DAY}, "until"),
        (lambda t: {"department": Department.objects.get(code="GONE")}, "department"),
        (lambda t: {"user": UserFactory(is_active=False)}, "user"),
        (lambda t: {"user": User.objects.get(appointments__role=Role.ADMINISTRATOR)}, "user"),
    ],
    ids=["in the past", "too far ahead", "ends as it begins", "ends too late", "closed", "inactive account", "oneself"],
)
def test_what_cannot_be_granted_is_refused_at_its_field(office, administrator, person, today, fields, fault):
    gone = DepartmentFactory(code="GONE", parent=office)
    Department.objects.filter(pk=gone.pk).update(closed_on=today)
    said = {"user": person, "role": Role.HR, "department": office, "since": today, "until": None}
    with pytest.raises(ValidationError) as refused:
        grant_appointment(**(said | fields(today)), by=administrator)
    assert set(refused.value.message_dict) == {fault}
    assert not Appointment.objects.exclude(user=administrator).exists()


def test_nothing_is_held_twice_at_once(office, administrator, person, today):
    said = {"user": person, "role": Role.HR, "department": office, "by": administrator}
    grant_appointment(**said, since=today + 5 * DAY, until=today + 9 * DAY)
    grant_appointment(**said, since=today, until=today + 5 * DAY)
    grant_appointment(**said, since=today + 9 * DAY)
    for since, until in ((today, None), (today + 2 * DAY, today + 3 * DAY), (today + 20 * DAY, None)):
        with pytest.raises(ValidationError) as refused:
            grant_appointment(**said, since=since, until=until)
        assert set(refused.value.message_dict) == {"role"}


def test_an_end_says_who_set_it_and_acts_at_once(office, administrator, today):
    held = AppointmentFactory(role=Role.HR, department=office)
    assert access.departments_of(held.user, Role.HR).exists()
    end_appointment(appointment=held, on=today, by=administrator)
    held.refresh_from_db()
    assert (held.until, held.ended_by) == (today, administrator)
    assert held.ended_at is not None
    assert not access.departments_of(held.user, Role.HR).exists()


def test_an_end_in_the_past_a_later_one_and_a_second_one_are_refused(office, administrator, today):
    held = AppointmentFactory(role=Role.HR, department=office, until=today + 10 * DAY)
    for day in (today - DAY, today + 10 * DAY, today + 20 * DAY, LATEST + DAY):
        with pytest.raises(ValidationError) as refused:
            end_appointment(appointment=held, on=day, by=administrator)
        assert set(refused.value.message_dict) == {"until"}
    end_appointment(appointment=held, on=today, by=administrator)
    with pytest.raises(ValidationError):
        end_appointment(appointment=held, on=today, by=administrator)


def test_what_is_to_begin_is_taken_back_stays_on_record_and_can_be_granted_again(office, administrator, person, today):
    said = {"user": person, "role": Role.HR, "department": office, "since": today + DAY, "by": administrator}
    made = grant_appointment(**said)
    end_appointment(appointment=made, on=today, by=administrator)
    made.refresh_from_db()
    assert made.until == made.since
    assert not Appointment.objects.held_on(today + DAY).filter(user=person).exists()
    grant_appointment(**said)
    assert Appointment.objects.waiting().filter(user=person).count() == 1


def test_the_last_administrator_stays(office, administrator, today):
    own = administrator.appointments.get()
    with pytest.raises(ValidationError) as refused:
        end_appointment(appointment=own, on=today, by=administrator)
    assert set(refused.value.message_dict) == {"until"}
    with pytest.raises(ValidationError):
        end_appointment(appointment=own, on=today + 30 * DAY, by=UserFactory())
    with pytest.raises(ValidationError):
        lock_account(user=administrator, by=UserFactory())
    own.refresh_from_db()
    assert own.until is None


@pytest.mark.parametrize("other", ["inactive", "ends before", "begins later", "ended"])
def test_whoever_will_not_be_there_is_no_other_administrator(office, administrator, today, other):
    second = AppointmentFactory(role=Role.ADMINISTRATOR, department=office)
    match other:
        case "inactive":
            User.objects.filter(pk=second.user_id).update(is_active=False)
        case "ends before":
            Appointment.objects.filter(pk=second.pk).update(until=today + 99 * DAY)
        case "begins later":
            Appointment.objects.filter(pk=second.pk).update(since=today + DAY)
        case "ended":
            Appointment.objects.filter(pk=second.pk).update(until=today)
    with pytest.raises(ValidationError):
        end_appointment(appointment=administrator.appointments.get(), on=today, by=administrator)


def test_with_a_second_administrator_the_first_may_go(office, administrator, today):
    appointed(Role.ADMINISTRATOR, office)
    end_appointment(appointment=administrator.appointments.get(), on=today, by=administrator)
    assert not access.is_administrator(administrator)


def test_a_locked_account_holds_nothing_any_more(office, administrator, person, today):
    held = AppointmentFactory(user=person, role=Role.HR, department=office)
    ahead = AppointmentFactory(user=person, role=Role.AUDITOR, department=office, since=today + 9 * DAY)
    past = AppointmentFactory(user=person, role=Role.HEAD, department=office, until=LONG_AGO + DAY)
    ended = lock_account(user=person, by=administrator)
    assert ended == [held, ahead]
    person.refresh_from_db()
    assert not person.is_active
    until = dict(Appointment.objects.filter(user=person).values_list("pk", "until"))
    assert until == {held.pk: today, ahead.pk: ahead.since, past.pk: LONG_AGO + DAY}
    assert Appointment.objects.filter(user=person, ended_by=administrator).count() == 2


def test_nobody_locks_their_own_account(office, administrator):
    appointed(Role.ADMINISTRATOR, office)
    with pytest.raises(ValidationError):
        lock_account(user=administrator, by=administrator)

"""Somebody leaves the office: employments, account and appointments end on one page, and nothing is deleted."""

import datetime

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from audits.choices import Role
from audits.models import Department, Employee, User
from tests.audits.factories import DepartmentFactory, EmploymentFactory, appointed, employed

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)


@pytest.fixture
def unit() -> Department:
    return DepartmentFactory(code="UD-BEM", name="Urząd Dzielnicy Bemowo")


@pytest.fixture
def administrator(unit) -> User:
    return appointed(Role.ADMINISTRATOR, unit)


@pytest.fixture
def signed_in(client, administrator) -> Client:
    client.force_login(administrator)
    return client


@pytest.fixture
def person(unit) -> Employee:
    return employed(unit, last_name="Łoś", first_name="Żaneta", user=appointed(Role.HEAD, unit, username="zaneta"))


def leaving_page(employee: Employee) -> str:
    return reverse("admin:audits_employee_leaving", args=[employee.pk])


def change_page(employee: Employee) -> str:
    return reverse("admin:audits_employee_change", args=[employee.pk])


def test_the_persons_page_lists_employments_account_and_appointments(signed_in, person, unit):
    EmploymentFactory(
        employee=person, department=unit, position="referent", since=TODAY - 900 * DAY, until=TODAY - 800 * DAY
    )
    page = signed_in.get(change_page(person)).text
    assert "referent" in page
    assert reverse("admin:audits_department_change", args=[unit.pk]) in page
    assert "Kierownik komórki" in page or "Kierownik" in page
    assert leaving_page(person) in page
    assert "deletelink" not in page
    assert "DELETE" not in page


def test_one_page_ends_all_of_it(signed_in, person, administrator):
    shown = signed_in.get(leaving_page(person)).text
    assert "zaneta" in shown
    assert "UD-BEM" in shown
    last_day = TODAY - 3 * DAY
    answer = signed_in.post(leaving_page(person), {"left_on": last_day.isoformat(), "account": "on"}, follow=True)
    assert date_format(last_day) in " ".join(str(one) for one in answer.context["messages"])
    person.refresh_from_db()
    assert not person.is_active
    assert person.employments.get().until == last_day + DAY
    person.user.refresh_from_db()
    assert not person.user.is_active
    appointment = person.user.appointments.get()
    # Until today it was held: an end is not dated back.
    assert (appointment.until, appointment.ended_by) == (TODAY, administrator)
    assert LogEntry.objects.filter(object_id=str(person.pk), user=administrator).exists()
    assert reverse("admin:audits_employee_return", args=[person.pk]) in signed_in.get(change_page(person)).text


def test_the_account_may_be_left_as_it_is(signed_in, person):
    signed_in.post(leaving_page(person), {"left_on": TODAY.isoformat()})
    person.refresh_from_db()
    assert not person.is_active
    assert person.user.is_active
    assert person.user.appointments.get().until is None


def test_the_last_day_may_be_today_and_is_worked(signed_in, person):
    assert f'value="{TODAY.isoformat()}"' in signed_in.get(leaving_page(person)).text
    assert signed_in.post(leaving_page(person), {"left_on": TODAY.isoformat()}).status_code == 302
    assert person.employments.get().until == TODAY + DAY


def test_whoever_has_no_account_leaves_too(signed_in, unit):
    person = employed(unit)
    assert "account" not in signed_in.get(leaving_page(person)).context["form"].fields
    assert signed_in.post(leaving_page(person), {"left_on": TODAY.isoformat()}).status_code == 302
    person.refresh_from_db()
    assert not person.is_active


def test_a_day_ahead_or_before_an_employment_is_told_at_its_field(signed_in, person, unit):
    EmploymentFactory(employee=person, department=unit, since=TODAY - 5 * DAY)
    for day in (TODAY + DAY, TODAY - 6 * DAY, TODAY - 9 * DAY):
        answer = signed_in.post(leaving_page(person), {"left_on": day.isoformat(), "account": "on"})
        assert answer.status_code == 422
        assert list(answer.context["form"].errors) == ["left_on"]
    person.refresh_from_db()
    assert person.is_active
    assert person.user.appointments.get().until is None


def test_the_last_administrator_and_oneself_are_not_locked_out(signed_in, administrator, unit):
    own = employed(unit, user=administrator)
    answer = signed_in.post(leaving_page(own), {"left_on": TODAY.isoformat(), "account": "on"})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["account"]
    own.refresh_from_db()
    assert own.is_active
    assert own.employments.get().until is None


def test_what_ended_before_is_not_told_as_ended_now(signed_in, unit):
    person = employed(unit)
    person.employments.update(until=TODAY - 9 * DAY)
    answer = signed_in.post(leaving_page(person), {"left_on": TODAY.isoformat()}, follow=True)
    (told,) = (str(one) for one in answer.context["messages"])
    assert date_format(TODAY) not in told
    assert person.employments.get().until == TODAY - 9 * DAY


def test_somebody_comes_back(signed_in, person):
    signed_in.post(leaving_page(person), {"left_on": TODAY.isoformat(), "account": "on"})
    address = reverse("admin:audits_employee_return", args=[person.pk])
    assert signed_in.get(address).status_code == 200
    assert signed_in.post(address).status_code == 302
    person.refresh_from_db()
    assert person.is_active
    # What ended stays ended.
    assert person.employments.get().until == TODAY + DAY
    assert not User.objects.get(pk=person.user_id).is_active


def test_for_everybody_else_the_page_does_not_exist(client: Client, person, unit):
    client.force_login(appointed(Role.HR, unit))
    assert client.get(leaving_page(person)).status_code == 404
    assert client.post(leaving_page(person), {"left_on": TODAY.isoformat()}).status_code == 404
    person.refresh_from_db()
    assert person.is_active

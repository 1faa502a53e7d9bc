"""Everywhere in the administration an end is typed and read as the last day, inclusive; the day after it is stored."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audits.choices import Role
from audits.fields import LastDayField
from audits.models import Appointment, Department, Employee, User, on_day
from audits.rights.confirming import confirm_appointments
from tests.audits.factories import DepartmentFactory, UserFactory, appointed, employed

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)


@pytest.fixture
def unit() -> Department:
    return DepartmentFactory(code="UD-ZOL-WOM", name="Wydział Obsługi Mieszkańców")


@pytest.fixture
def administrator(unit: Department) -> User:
    return appointed(Role.ADMINISTRATOR, unit)


@pytest.fixture
def signed_in(client: Client, administrator: User) -> Client:
    client.force_login(administrator)
    return client


def url(model: str, view: str, *args: object) -> str:
    return reverse(f"admin:audits_{model}_{view}", args=args)


def test_a_department_works_on_its_last_day(signed_in: Client, unit: Department) -> None:
    address = url("department", "change", unit.pk)
    data = {"code": unit.code, "name": unit.name, "closed_on": "2025-06-30"}
    for name in (unit.name, "Inna"):
        # Saved again with another name the day stays.
        assert signed_in.post(address, data | {"name": name}).status_code == 302
        unit.refresh_from_db()
        assert (unit.closed_on, unit.name) == (datetime.date(2025, 7, 1), name)
    assert 'name="closed_on" value="2025-06-30"' in signed_in.get(address).text
    assert "30 czerwca 2025" in signed_in.get(url("department", "changelist")).text


def test_the_last_day_of_an_employment_is_worked(signed_in: Client, unit: Department) -> None:
    person = employed(unit)
    employment = person.employments.get()
    address = url("employee", "change", person.pk)
    row = {"id": employment.pk, "employee": person.pk, "department": unit.pk, "since": employment.since.isoformat()}
    data = {"number": person.number, "first_name": person.first_name, "last_name": person.last_name, "user": ""}
    data |= {"employments-TOTAL_FORMS": "1", "employments-INITIAL_FORMS": "1"}

    def save(last_day: str) -> None:
        typed = row | {"position": "", "until": last_day}
        rows = {f"employments-0-{name}": value for name, value in typed.items()}
        assert signed_in.post(address, data | rows).status_code == 302
        employment.refresh_from_db()

    save("2026-03-31")
    assert employment.until == datetime.date(2026, 4, 1)
    assert on_day_only(person, datetime.date(2026, 3, 31), datetime.date(2026, 4, 1))
    page = signed_in.get(address).text
    assert 'name="employments-0-until" value="2026-03-31"' in page
    assert "31 marca 2026" in page
    save("2026-03-31")
    assert employment.until == datetime.date(2026, 4, 1)
    save(employment.since.isoformat())
    assert employment.until == employment.since + datetime.timedelta(days=1)


def on_day_only(person: Employee, held: datetime.date, not_held: datetime.date) -> bool:
    return person.employments.filter(on_day(held)).exists() and not person.employments.filter(on_day(not_held)).exists()


def test_an_appointment_holds_on_its_last_day(signed_in: Client, unit: Department) -> None:
    user = UserFactory()
    row = {"user": user.pk, "role": Role.HR, "department": unit.pk, "since": TODAY.isoformat()}
    refused = signed_in.post(url("appointment", "add"), row | {"until": (TODAY - DAY).isoformat()})
    assert "until" in refused.context["adminform"].form.errors
    for far in ("2200-01-01", "9999-12-31"):
        refused = signed_in.post(url("appointment", "add"), row | {"until": far})
        assert "until" in refused.context["adminform"].form.errors
    assert signed_in.post(url("appointment", "add"), row | {"until": TODAY.isoformat()}).status_code == 302
    granted = Appointment.objects.get(user=user)
    assert granted.last_day == TODAY
    # Once another administrator has confirmed it.
    confirm_appointments(chosen=[granted.uuid], by=appointed(Role.ADMINISTRATOR, unit))
    assert Appointment.objects.held_on(TODAY).filter(pk=granted.pk).exists()
    assert f'name="until" value="{TODAY}"' in signed_in.get(url("appointment", "change", granted.pk)).text


def test_ones_own_appointment_tells_its_last_day(signed_in: Client, administrator: User) -> None:
    own = administrator.appointments.get()
    Appointment.objects.filter(pk=own.pk).update(until=datetime.date(2199, 5, 5))
    for address in (url("appointment", "change", own.pk), url("appointment", "changelist")):
        assert "4 maja 2199" in signed_in.get(address).text


@pytest.mark.parametrize("typed", ["2026-03-31", "31.03.2026"])
def test_a_last_day_is_given_and_taken_back_as_the_day_after_it(typed: str) -> None:
    field = LastDayField(required=False)
    after = datetime.date(2026, 4, 1)
    assert field.clean(typed) == after
    assert field.prepare_value(after) == datetime.date(2026, 3, 31)
    assert not field.has_changed(after, typed)
    assert field.has_changed(None, typed)
    assert field.clean("") is None

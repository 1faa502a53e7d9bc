"""Who holds what: read over a department and in an account, granted and ended by administrators in the portal."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audits import access
from audits.choices import Role
from audits.models import Appointment, Department, User
from tests.audits.factories import AppointmentFactory, DepartmentFactory, UserFactory, appointed, employed

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)


@pytest.fixture
def office() -> Department:
    return DepartmentFactory(code="UMSTW", name="Urząd m.st. Warszawy")


@pytest.fixture
def district(office) -> Department:
    return DepartmentFactory(code="UD-BEM", name="Urząd Dzielnicy Bemowo", parent=office)


@pytest.fixture
def unit(district) -> Department:
    return DepartmentFactory(code="UD-BEM-WOM", name="Wydział Obsługi", parent=district)


@pytest.fixture
def elsewhere(office) -> Department:
    return DepartmentFactory(code="UD-WOL", name="Urząd Dzielnicy Wola", parent=office)


@pytest.fixture
def administrator(office) -> User:
    return appointed(Role.ADMINISTRATOR, office, last_name="Administrująca")


@pytest.fixture
def signed_in(client, administrator) -> Client:
    client.force_login(administrator)
    return client


def department_page(department: Department) -> str:
    return reverse("audits:rights_of_department", args=[department.uuid])


def grant_page(department: Department) -> str:
    return reverse("audits:grant", args=[department.uuid])


def end_page(appointment: Appointment) -> str:
    return reverse("audits:end_appointment", args=[appointment.uuid])


def test_an_address_that_is_another_accounts_user_name_is_nobodys(signed_in, district):
    meant = UserFactory(username="anna", email="anna.w@example.org", last_name="Wzorcowa")
    UserFactory(username="anna.w@example.org", email="inna@example.org", last_name="Wzorcowa")
    sent = {"role": Role.HR, "since": TODAY.isoformat(), "last_day": ""}
    answer = signed_in.post(grant_page(district), sent | {"account": "anna.w@example.org"})
    assert answer.status_code == 422
    assert "Pasuje kilka kont" in answer.text
    assert signed_in.post(grant_page(district), sent | {"account": "anna"}).status_code == 302
    assert Appointment.objects.get(role=Role.HR).user == meant


def test_a_user_name_is_told_from_another_by_its_capitals(signed_in, district):
    meant, _other = UserFactory(username="anna"), UserFactory(username="Anna")
    sent = {"account": "anna", "role": Role.HEAD, "since": TODAY.isoformat(), "last_day": ""}
    assert signed_in.post(grant_page(district), sent).status_code == 302
    assert Appointment.objects.get(role=Role.HEAD).user == meant
    assert signed_in.post(grant_page(district), sent | {"account": "ANNA"}).status_code == 422


def test_a_departments_page_tells_direct_inherited_planned_and_ended(signed_in, office, district, unit, elsewhere):
    direct = AppointmentFactory(department=district, role=Role.HEAD)
    from_above = AppointmentFactory(department=office, role=Role.HR)
    planned = AppointmentFactory(department=district, since=TODAY + DAY)
    past = AppointmentFactory(department=district, until=TODAY)
    AppointmentFactory(department=unit)
    AppointmentFactory(department=elsewhere)
    holders = signed_in.get(department_page(district)).context["holders"]
    assert holders.direct == [direct]
    assert from_above in holders.inherited
    assert {one.department for one in holders.inherited} == {office}
    assert (holders.planned, holders.past) == ([planned], [past])


def test_hr_and_the_officer_read_their_own_departments_and_change_nothing(client: Client, district, unit, elsewhere):
    held = AppointmentFactory(department=unit, role=Role.AUDITOR, user__last_name="Łęcka")
    for role in (Role.HR, Role.DPO):
        client.force_login(appointed(role, district))
        index = client.get(reverse("audits:rights"))
        assert {one.code for one in index.context["departments"]} == {"UD-BEM", "UD-BEM-WOM"}
        page = client.get(department_page(unit))
        assert "Łęcka" in page.text
        assert end_page(held) not in page.text
        assert reverse("audits:rights_of_account", args=[held.user.uuid]) not in page.text
        assert client.get(department_page(elsewhere)).status_code == 404
        for address in (grant_page(unit), end_page(held), reverse("audits:rights_list")):
            assert client.get(address).status_code == 404
        assert client.post(end_page(held), {"when": "now"}).status_code == 404
    held.refresh_from_db()
    assert held.until is None


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.HEAD, Role.SHOPPER, Role.STANDARDS_EDITOR])
def test_others_see_their_own_appointments_alone(client: Client, district, role):
    user = appointed(role, district)
    client.force_login(user)
    assert client.get(reverse("audits:rights")).status_code == 404
    assert client.get(department_page(district)).status_code == 404
    assert client.get(reverse("audits:rights_of_account", args=[user.uuid])).status_code == 404
    own = client.get(reverse("audits:own_rights"))
    assert [one.department for one in own.context["holdings"].now] == [district]
    assert "UD-BEM" in own.text


@pytest.mark.parametrize("text", ["ewa.losiowa", "EWA.LOSIOWA@example.org", "los ewa", "Łoś"])
def test_a_grant_finds_the_account_by_name_or_address(signed_in, administrator, district, text):
    user = UserFactory(username="ewa.losiowa", first_name="Ewa", last_name="Łoś")
    employed(district, first_name="Ewa", last_name="Łoś", user=user)
    data = {
        "account": text,
        "role": Role.HR,
        "since": TODAY.isoformat(),
        "last_day": (TODAY + 9 * DAY).isoformat(),
    }
    answer = signed_in.post(grant_page(district), data)
    assert answer.status_code == 302
    made = Appointment.objects.get(user=user)
    assert (made.role, made.department, made.since) == (Role.HR, district, TODAY)
    # The last day is the last one on which it holds.
    assert (made.until, made.last_day) == (TODAY + 10 * DAY, TODAY + 9 * DAY)
    assert made.granted_by == administrator
    assert "Łoś" in signed_in.get(department_page(district)).text


def test_a_grant_that_cannot_be_is_told_at_its_field_and_nothing_typed_is_lost(signed_in, administrator, district):
    for name in ("pierwsza", "druga"):
        UserFactory(username=name, last_name="Zaręba-Podwójna")
    good = {"account": "druga", "role": Role.HR, "since": TODAY.isoformat(), "last_day": ""}
    for changed, field in (
        ({"account": "Zaręba-Podwójna"}, "account"),
        ({"account": "nikt taki"}, "account"),
        ({"account": administrator.username}, "account"),
        ({"since": (TODAY - DAY).isoformat()}, "since"),
        ({"last_day": (TODAY - DAY).isoformat()}, "last_day"),
        ({"last_day": "9999-12-31"}, "last_day"),
        ({"role": "wladca"}, "role"),
    ):
        answer = signed_in.post(grant_page(district), good | changed)
        assert answer.status_code == 422
        assert list(answer.context["form"].errors) == [field], changed
        assert (changed.get("account") or "druga") in answer.text
    assert not Appointment.objects.exclude(user=administrator).exists()
    several = signed_in.post(grant_page(district), good | {"account": "Zaręba-Podwójna"}).text
    assert "pierwsza" in several
    assert "druga" in several


def test_an_end_at_once_takes_effect_on_the_next_request(signed_in, administrator, district):
    held = AppointmentFactory(department=district, role=Role.HR)
    theirs = Client()
    theirs.force_login(held.user)
    assert theirs.get(department_page(district)).status_code == 200
    assert signed_in.post(end_page(held), {"when": "now", "last_day": ""}).status_code == 302
    assert theirs.get(department_page(district)).status_code == 404
    held.refresh_from_db()
    assert (held.until, held.ended_by) == (TODAY, administrator)
    assert "Administrująca" in signed_in.get(department_page(district)).text


def test_an_end_after_a_day_holds_that_day(signed_in, district):
    held = AppointmentFactory(department=district, role=Role.HR)
    signed_in.post(end_page(held), {"when": "later", "last_day": TODAY.isoformat()})
    held.refresh_from_db()
    assert held.until == TODAY + DAY
    assert access.roles(held.user) == {Role.HR}


def test_ends_that_cannot_be_are_told_at_their_field(signed_in, administrator, district):
    held = AppointmentFactory(department=district, role=Role.HR)
    own = administrator.appointments.get()
    for appointment, data, field in (
        (held, {}, "when"),
        (held, {"when": "later"}, "last_day"),
        (held, {"when": "later", "last_day": (TODAY - 5 * DAY).isoformat()}, "last_day"),
        (own, {"when": "now"}, "when"),
        (own, {"when": "later", "last_day": (TODAY + 9 * DAY).isoformat()}, "last_day"),
    ):
        answer = signed_in.post(end_page(appointment), {"last_day": ""} | data)
        assert answer.status_code == 422
        assert list(answer.context["form"].errors) == [field]
    assert not Appointment.objects.filter(until__isnull=False).exists()


def test_an_accounts_page_tells_what_it_holds_is_to_hold_and_held(signed_in, district, unit):
    user = UserFactory(last_name="Żak", first_name="Jan")
    employed(unit, last_name="Żak", first_name="Jan", user=user)
    now = AppointmentFactory(user=user, department=district, role=Role.HR)
    ahead = AppointmentFactory(user=user, department=unit, since=TODAY + DAY)
    past = AppointmentFactory(user=user, department=unit, role=Role.HEAD, until=TODAY)
    page = signed_in.get(reverse("audits:rights_of_account", args=[user.uuid]))
    holdings = page.context["holdings"]
    assert (holdings.now, holdings.planned, holdings.past) == ([now], [ahead], [past])
    assert "UD-BEM-WOM" in page.text
    found = signed_in.get(reverse("audits:rights"), {"q": "zak"}).context["accounts"]
    assert list(found) == [user]


def test_pages_cost_the_same_however_many_hold_something(signed_in, district, unit, django_assert_max_num_queries):
    for _ in range(12):
        employed(unit, user=AppointmentFactory(department=district).user)
    for address, most in (
        (reverse("audits:rights"), 9),
        (department_page(district), 10),
        (reverse("audits:rights_list"), 9),
        (reverse("audits:rights_csv"), 7),
    ):
        with django_assert_max_num_queries(most):
            assert signed_in.get(address).status_code == 200

"""The office and its accounts in the administration."""

import datetime
from collections.abc import Callable

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audits.choices import Role
from audits.models import Ancestry, Appointment, Department, Employee, Employment, User
from tests.audits.factories import (
    LONG_AGO,
    AppointmentFactory,
    DepartmentFactory,
    EmployeeFactory,
    UserFactory,
    appointed,
    employed,
)

pytestmark = pytest.mark.django_db

MODELS = ("user", "department", "employee", "appointment")
TODAY = timezone.localdate().isoformat()
YESTERDAY = (timezone.localdate() - datetime.timedelta(days=1)).isoformat()


@pytest.fixture
def office() -> Department:
    return DepartmentFactory(code="UMSTW", name="Urząd m.st. Warszawy")


@pytest.fixture
def district(office: Department) -> Department:
    return DepartmentFactory(code="UD-ZOL", name="Urząd Dzielnicy Żoliborz", parent=office)


@pytest.fixture
def unit(district: Department) -> Department:
    return DepartmentFactory(code="UD-ZOL-WOM", name="Wydział Obsługi Mieszkańców", parent=district)


@pytest.fixture
def administrator(office: Department) -> User:
    return appointed(Role.ADMINISTRATOR, office, username="administrator")


@pytest.fixture
def signed_in(client: Client, administrator: User) -> Client:
    client.force_login(administrator)
    return client


def url(model: str, view: str, *args: object) -> str:
    return reverse(f"admin:audits_{model}_{view}", args=args)


def inline(prefix: str, *rows: dict[str, object]) -> dict[str, object]:
    data: dict[str, object] = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def one_of(model: str, unit: Department) -> object:
    return {
        "user": lambda: UserFactory(),
        "department": lambda: unit,
        "employee": lambda: employed(unit),
        "appointment": lambda: AppointmentFactory(department=unit),
    }[model]()


@pytest.mark.parametrize("model", MODELS)
def test_an_administrator_reads_every_page(signed_in: Client, unit: Department, model: str) -> None:
    row = one_of(model, unit)
    for address in (url(model, "changelist"), url(model, "add"), url(model, "change", row.pk)):
        assert signed_in.get(address).status_code == 200


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.HEAD, Role.HR])
@pytest.mark.parametrize("model", MODELS)
def test_for_everybody_else_there_is_no_administration(
    client: Client, office: Department, unit: Department, role: str, model: str
) -> None:
    row = one_of(model, unit)
    client.force_login(appointed(role, office))
    for address in (
        reverse("admin:index"),
        url(model, "changelist"),
        url(model, "add"),
        url(model, "change", row.pk),
        reverse("admin:autocomplete"),
    ):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("model", MODELS)
def test_strangers_are_asked_to_sign_in(client: Client, model: str) -> None:
    answer = client.get(url(model, "changelist"))
    assert answer.status_code == 302
    assert reverse("account_login") in answer["Location"] or reverse("admin:login") in answer["Location"]


def test_results_are_not_in_the_administration() -> None:
    registered = {model._meta.model_name for model in admin.site._registry if model._meta.app_label == "audits"}
    assert registered == {*MODELS, "purpose", "retentionrule", "retentionprotocol", "legalhold", "letter"}


@pytest.mark.parametrize("model", MODELS)
def test_nothing_of_the_office_is_deleted(signed_in: Client, unit: Department, model: str) -> None:
    row = one_of(model, unit)
    assert signed_in.post(url(model, "delete", row.pk), {"post": "yes"}).status_code == 404
    assert type(row).objects.filter(pk=row.pk).exists()
    assert url(model, "delete", row.pk) not in signed_in.get(url(model, "change", row.pk)).text
    signed_in.post(url(model, "changelist"), {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"})
    assert type(row).objects.filter(pk=row.pk).exists()


# Departments


def test_a_department_gets_its_place_in_the_tree(signed_in: Client, district: Department) -> None:
    answer = signed_in.post(
        url("department", "add"),
        {"code": "UD-ZOL-WKU", "name": "Wydział Kultury", "parent": district.pk, "since": "2024-03-01"},
    )
    assert answer.status_code == 302
    made = Department.objects.get(code="UD-ZOL-WKU")
    assert made.parent == district
    assert set(Ancestry.objects.filter(descendant=made).values_list("ancestor__code", "depth")) == {
        ("UD-ZOL-WKU", 0),
        ("UD-ZOL", 1),
        ("UMSTW", 2),
    }
    assert LogEntry.objects.filter(object_id=made.pk, object_repr=str(made)).exists()


def test_a_department_does_not_precede_what_it_belongs_to(signed_in: Client, district: Department) -> None:
    before = LONG_AGO - datetime.timedelta(days=1)
    answer = signed_in.post(
        url("department", "add"), {"code": "X", "name": "X", "parent": district.pk, "since": before.isoformat()}
    )
    assert "since" in answer.context["adminform"].form.errors
    assert not Department.objects.filter(code="X").exists()


def test_a_department_is_renamed(signed_in: Client, unit: Department) -> None:
    data = {"code": "UD-ZOL-WSO", "name": "Żwawa obsługa", "closed_on": ""}
    assert signed_in.post(url("department", "change", unit.pk), data).status_code == 302
    renamed = Department.objects.get(pk=unit.pk)
    assert (renamed.code, renamed.name) == ("UD-ZOL-WSO", "Żwawa obsługa")
    assert renamed.sort_key != unit.sort_key


def test_a_department_is_closed_when_its_people_have_gone(signed_in: Client, unit: Department) -> None:
    employment = Employment.objects.get(employee=employed(unit))
    data = {"code": unit.code, "name": unit.name, "closed_on": "2025-06-30"}
    refused = signed_in.post(url("department", "change", unit.pk), data)
    assert list(refused.context["adminform"].form.errors) == ["closed_on"]
    assert Department.objects.get(pk=unit.pk).closed_on is None

    employment.until = datetime.date(2025, 7, 1)
    employment.save()
    assert signed_in.post(url("department", "change", unit.pk), data).status_code == 302
    assert Department.objects.get(pk=unit.pk).closed_on == datetime.date(2025, 7, 1)

    assert signed_in.post(url("department", "change", unit.pk), data | {"closed_on": ""}).status_code == 302
    assert Department.objects.get(pk=unit.pk).closed_on is None


def test_the_list_shows_the_tree(signed_in: Client, office: Department, district: Department, unit: Department) -> None:
    other = DepartmentFactory(code="B-KU", parent=office)
    rows = signed_in.get(url("department", "changelist")).context["cl"].result_list
    assert [row.code for row in rows] == ["UMSTW", other.code, "UD-ZOL", "UD-ZOL-WOM"]
    assert [row.depth for row in rows] == [0, 1, 1, 2]


@pytest.mark.parametrize("text", ["zoliborz", "ŻOL", "ud zol", "dzielnicy zol"])
def test_departments_are_found_without_diacritics(signed_in: Client, unit: Department, text: str) -> None:
    found = signed_in.get(url("department", "changelist"), {"q": text}).context["cl"].result_list
    assert "UD-ZOL" in [row.code for row in found]
    assert "UMSTW" not in [row.code for row in found]


def offered(signed_in: Client, model: str, field: str, term: str) -> list[str]:
    answer = signed_in.get(
        reverse("admin:autocomplete"),
        {"app_label": "audits", "model_name": model, "field_name": field, "term": term},
    )
    return [row["text"] for row in answer.json()["results"]]


def test_closed_departments_are_not_offered(signed_in: Client, district: Department, unit: Department) -> None:
    assert offered(signed_in, "employment", "department", "zol") == [str(district), str(unit)]
    unit.closed_on = timezone.localdate()
    unit.save()
    assert offered(signed_in, "employment", "department", "zol") == [str(district)]


# People


def test_a_person_comes_with_an_employment(signed_in: Client, unit: Department) -> None:
    answer = signed_in.post(
        url("employee", "add"),
        {"number": "77", "first_name": "Łucja", "last_name": "Żak-Świder", "user": "", "is_active": "on"}
        | inline("employments", {"department": unit.pk, "position": "referent", "since": "2025-01-02", "until": ""}),
    )
    assert answer.status_code == 302
    assert Employment.objects.get(employee__number="77").department == unit


def test_an_employment_does_not_end_before_it_begins(signed_in: Client, unit: Department) -> None:
    answer = signed_in.post(
        url("employee", "add"),
        {"number": "77", "first_name": "Łucja", "last_name": "Żak", "user": "", "is_active": "on"}
        | inline("employments", {"department": unit.pk, "position": "", "since": "2025-01-02", "until": "2025-01-01"}),
    )
    formset = answer.context["inline_admin_formsets"][0].formset
    assert "until" in formset.forms[0].errors
    assert not Employee.objects.filter(number="77").exists()


@pytest.mark.parametrize("text", ["zak", "swid luc", "ŻAK-św", "77"])
def test_people_are_found_without_diacritics(signed_in: Client, text: str) -> None:
    EmployeeFactory(number="77", first_name="Łucja", last_name="Żak-Świder")
    EmployeeFactory(number="12", first_name="Anna", last_name="Mazak")
    found = signed_in.get(url("employee", "changelist"), {"q": text}).context["cl"].result_list
    assert [row.number for row in found] == ["77"]


def test_people_of_one_district_are_listed(signed_in: Client, office: Department, unit: Department) -> None:
    here, elsewhere = employed(unit), employed(DepartmentFactory(parent=office))
    found = signed_in.get(url("employee", "changelist"), {"branch": "UD-ZOL"}).context["cl"].result_list
    assert here in found
    assert elsewhere not in found


# Accounts and appointments


NEW_ACCOUNT = {
    "username": "nowa.osoba",
    "first_name": "Nowa",
    "last_name": "Osoba",
    "email": "nowa.osoba@example.org",
}


def test_an_account_is_made_with_a_role_and_invited_to_set_its_password(
    signed_in: Client, administrator: User, unit: Department
) -> None:
    role = inline("appointments", {"role": Role.AUDITOR, "department": unit.pk, "since": TODAY, "until": ""})
    flags = {"is_superuser": "on", "is_staff": "on"}
    signed_in.post(url("user", "add"), NEW_ACCOUNT | role | flags)
    made = User.objects.get(username="nowa.osoba")
    assert not made.has_usable_password()
    assert made.invitations.get().sent_by == administrator
    appointment = Appointment.objects.get(user=made)
    assert (appointment.role, appointment.department, appointment.granted_by) == (Role.AUDITOR, unit, administrator)

    changed = {"username": "nowa.osoba", "last_name": "Inna", "email": made.email, "is_active": "on"}
    answer = signed_in.post(url("user", "change", made.pk), changed | inline("appointments") | flags)
    made.refresh_from_db()
    assert answer.status_code == 302
    assert made.last_name == "Inna"
    assert (made.is_staff, made.is_superuser) == (False, False)


def test_one_role_twice_in_one_form_is_told_at_the_second(signed_in: Client, unit: Department) -> None:
    row = {"role": Role.AUDITOR, "department": unit.pk, "since": TODAY, "until": ""}
    answer = signed_in.post(url("user", "add"), NEW_ACCOUNT | inline("appointments", row, row))
    formset = answer.context["inline_admin_formsets"][0].formset
    assert [list(form.errors) for form in formset.forms] == [[], ["role"]]
    assert not User.objects.filter(username="nowa.osoba").exists()


def appoint(signed_in: Client, user: User, department: Department, role: str = Role.HR) -> None:
    signed_in.post(
        url("appointment", "add"),
        {"user": user.pk, "role": role, "department": department.pk, "since": TODAY, "until": ""},
    )


def test_nobody_appoints_themselves(signed_in: Client, administrator: User, office: Department) -> None:
    appoint(signed_in, administrator, office)
    data = {"username": administrator.username, "email": administrator.email, "is_active": "on"}
    row = {"role": Role.HR, "department": office.pk, "since": TODAY, "until": ""}
    answer = signed_in.post(url("user", "change", administrator.pk), data | inline("appointments", row))
    assert answer.status_code == 302
    assert [one.role for one in Appointment.objects.filter(user=administrator)] == [Role.ADMINISTRATOR]

    colleague = UserFactory()
    appoint(signed_in, colleague, office)
    assert Appointment.objects.get(user=colleague).granted_by == administrator


def test_an_appointment_is_ended_not_rewritten(
    signed_in: Client, administrator: User, office: Department, unit: Department
) -> None:
    appointment = AppointmentFactory(department=unit, role=Role.AUDITOR)
    address = url("appointment", "change", appointment.pk)
    signed_in.post(address, {"role": Role.HR, "department": office.pk, "since": "2019-01-01", "until": YESTERDAY})
    appointment.refresh_from_db()
    assert appointment.until == timezone.localdate()
    assert (appointment.role, appointment.department, appointment.since) == (Role.AUDITOR, unit, LONG_AGO)
    assert appointment.ended_by == administrator
    for day in ("", "2030-01-01"):
        again = signed_in.post(address, {"until": day})
        assert "until" in again.context["adminform"].form.errors


def test_an_appointment_to_come_can_be_taken_back(signed_in: Client, unit: Department) -> None:
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    appointment = AppointmentFactory(department=unit, since=tomorrow)
    signed_in.post(url("appointment", "change", appointment.pk), {"until": YESTERDAY})
    appointment.refresh_from_db()
    assert appointment.until == appointment.since == tomorrow
    assert not Appointment.objects.held_on(tomorrow).filter(pk=appointment.pk).exists()


def test_ones_own_appointment_is_only_read(signed_in: Client, administrator: User) -> None:
    own = administrator.appointments.get()
    assert signed_in.post(url("appointment", "change", own.pk), {"until": "2030-01-01"}).status_code == 404
    own.refresh_from_db()
    assert own.until is None


def test_the_last_administrator_is_not_deactivated(signed_in: Client, administrator: User, office: Department) -> None:
    other = appointed(Role.ADMINISTRATOR, office)
    data = {"username": other.username, "email": other.email} | inline("appointments")
    administrator.appointments.update(until=timezone.localdate() + datetime.timedelta(days=1))
    refused = signed_in.post(url("user", "change", other.pk), data)
    assert "is_active" in refused.context["adminform"].form.errors

    administrator.appointments.update(until=None)
    assert signed_in.post(url("user", "change", other.pk), data).status_code == 302
    other.refresh_from_db()
    assert not other.is_active
    assert other.appointments.get().until == timezone.localdate()


def test_nobody_deactivates_their_own_account(signed_in: Client, administrator: User, office: Department) -> None:
    appointed(Role.ADMINISTRATOR, office)
    data = {"username": administrator.username, "email": administrator.email} | inline("appointments")
    refused = signed_in.post(url("user", "change", administrator.pk), data)
    assert "is_active" in refused.context["adminform"].form.errors


def test_accounts_are_listed_by_the_role_held_today(signed_in: Client, office: Department) -> None:
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    now = appointed(Role.HR, office, first_name="Żaneta", last_name="Łoś")
    before = AppointmentFactory(role=Role.HR, department=office, until=yesterday).user
    found = signed_in.get(url("user", "changelist"), {"role": Role.HR}).context["cl"].result_list
    assert now in found
    assert before not in found
    searched = signed_in.get(url("user", "changelist"), {"q": "los zan"})
    assert list(searched.context["cl"].result_list) == [now]
    assert "(UMSTW)" in searched.text
    assert offered(signed_in, "appointment", "user", "los") == ["Żaneta Łoś"]


@pytest.mark.parametrize(("model", "make"), [("employee", employed), ("user", lambda unit: appointed(Role.HR, unit))])
def test_lists_cost_the_same_at_any_length(
    signed_in: Client,
    unit: Department,
    django_assert_max_num_queries: Callable,
    model: str,
    make: Callable[[Department], object],
) -> None:
    for _ in range(30):
        make(unit)
    with django_assert_max_num_queries(15):
        signed_in.get(url(model, "changelist"))

"""Whose results an account is shown is said by two administrators, once there are audits about the person."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audits.access.assessed import own_released_audits
from audits.choices import AccountChangeKind, Role
from audits.fieldwork import submit_audit
from audits.models import AccountChange, Employee, Release, User
from tests.audits.factories import (
    EmployeeFactory,
    UserFactory,
    appointed,
    employed,
    load_edition_2016,
    opened_audit,
)

pytestmark = pytest.mark.django_db
PAGE = reverse("audits:proposals")


@pytest.fixture
def assessed(office) -> Employee:
    load_edition_2016()
    person, auditor = employed(office), appointed(Role.AUDITOR, office)
    audit = submit_audit(audit=opened_audit(auditor, office, employee=person), by=auditor, leave_unanswered=True)
    Release.objects.create(audit=audit, employee=person, released_by=auditor, released_at=timezone.now())
    return person


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def tie(by: User, employee: Employee, account: User | None):
    kept = {name: getattr(employee, name) for name in ("number", "first_name", "last_name")}
    inline = {"employments-TOTAL_FORMS": "0", "employments-INITIAL_FORMS": "0"}
    page = reverse("admin:audits_employee_change", args=[employee.pk])
    answer = browser(by).post(page, kept | {"user": account.pk if account else ""} | inline, follow=True)
    employee.refresh_from_db()
    return answer


def confirm(by: User):
    return browser(by).post(PAGE, {"act": "confirm", "change": [one.uuid for one in AccountChange.objects.waiting()]})


def test_one_administrator_shows_nobodys_results_to_an_account(first, second, assessed):
    account = UserFactory()
    assert "inny administrator" in tie(first, assessed, account).text
    assert assessed.user is None
    assert not own_released_audits(account).exists()
    assert confirm(first).status_code == 422
    page = browser(second).get(PAGE).text
    assert f"{assessed}, {assessed.number}" in page
    assert confirm(second).status_code == 302
    assessed.refresh_from_db()
    assert assessed.user == account
    assert own_released_audits(account).exists()


def test_whom_nothing_is_about_gets_an_account_at_once(first):
    person, account = EmployeeFactory(), UserFactory()
    tie(first, person, account)
    assert person.user == account
    assert not AccountChange.objects.exists()


def test_nobody_confirms_it_for_themselves(first, second, assessed):
    tie(first, assessed, second)
    assert confirm(second).status_code == 422
    assessed.refresh_from_db()
    assert assessed.user is None


def test_from_another_account_it_goes_at_once_and_to_the_new_one_later(first, second, assessed):
    old, new = UserFactory(), UserFactory()
    Employee.objects.filter(pk=assessed.pk).update(user=old)
    tie(first, assessed, new)
    assert assessed.user is None
    assert confirm(second).status_code == 302
    assessed.refresh_from_db()
    assert assessed.user == new


def test_who_holds_an_appointment_is_not_parted_from_their_person_by_one(office, first, second):
    hr = appointed(Role.HR, office)
    person = EmployeeFactory(user=hr)
    assert "Konto na razie zostaje" in tie(first, person, None).text
    assert person.user == hr
    assert AccountChange.objects.get().kind == AccountChangeKind.NO_EMPLOYEE
    assert confirm(second).status_code == 302
    person.refresh_from_db()
    assert person.user is None


@pytest.mark.parametrize("change", ["name", "account"])
def test_what_has_changed_meanwhile_is_not_confirmed(first, second, assessed, change):
    account = UserFactory()
    tie(first, assessed, account)
    if change == "name":
        assessed.last_name = "Inna"
        assessed.save()
    else:
        EmployeeFactory(user=account)
    assert confirm(second).status_code == 422
    assessed.refresh_from_db()
    assert assessed.user is None
    assert AccountChange.objects.waiting().exists()


def test_the_only_administrator_ties_their_own_account(settings, first, assessed):
    settings.ONE_ADMINISTRATOR = True
    tie(first, assessed, first)
    assert assessed.user == first

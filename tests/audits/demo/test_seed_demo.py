"""manage.py seed_demo: the same office each time, once, and never beside a real one."""

import datetime
import hashlib
import io
from collections.abc import Callable

import pytest
from django.core.management import CommandError, call_command
from django.db import models, transaction

from audits import access
from audits.demo import people
from audits.models import (
    Ancestry,
    Annulment,
    Answer,
    Appointment,
    Assignment,
    Audit,
    DataRequest,
    Department,
    DepartmentName,
    Employee,
    Employment,
    Gate,
    User,
)
from tests.audits.factories import DepartmentFactory, EmployeeFactory, UserFactory, load_edition_2016

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def edition(db: None) -> None:
    load_edition_2016()


def seed_demo(**options: object) -> str:
    output = io.StringIO()
    call_command(
        "seed_demo", stdout=output, **{"until": datetime.date(2026, 9, 10), "scale": 0.004, "anyway": True} | options
    )
    return output.getvalue()


def digest() -> str:
    """Of everything that was made, without keys and the salt of passwords."""
    facts: list[object] = []
    for queryset in (
        Department.objects.values_list("code", "name", "parent__code", "closed_on"),
        Ancestry.objects.values_list("ancestor__code", "descendant__code", "depth", "since", "until"),
        Employee.objects.values_list("uuid", "number", "first_name", "last_name", "is_active", "user__username"),
        Employment.objects.values_list("employee__number", "department__code", "position", "since", "until"),
        User.objects.values_list("username", "first_name", "last_name", "email", "date_joined"),
        Appointment.objects.values_list("user__username", "role", "department__code", "since"),
        Audit.objects.values_list(
            "uuid",
            "method",
            "channel",
            "selection",
            "department__code",
            "employee__number",
            "auditor__username",
            "took_place_at",
            "opened_at",
            "submitted_at",
            "waiting_minutes",
            "desk",
            "scenario",
            "status",
        ),
        Assignment.objects.values_list(
            "uuid", "shopper__username", "department__code", "channel", "first_day", "scenario", "audits__as_named"
        ),
        Gate.objects.values_list("audit__uuid", "occasion__code", "arose"),
        Answer.objects.values_list("audit__uuid", "position", "recommendation__lineage", "verdict", "act", "note"),
        DataRequest.objects.values_list("kind", "employee__number", "department__code", "deadline", "answered_at"),
        Annulment.objects.values_list("audit__uuid", "reason", "proposed_by__username", "decided_at", "approved"),
    ):
        assert queryset
        facts += sorted(map(repr, queryset))
    return hashlib.sha256("\n".join(map(str, facts)).encode()).hexdigest()


def test_the_same_day_gives_the_same_office() -> None:
    digests = []
    for until in (datetime.date(2026, 9, 10), datetime.date(2026, 9, 10), datetime.date(2026, 9, 11)):
        with transaction.atomic():
            seed_demo(until=until)
            digests.append(digest())
            transaction.set_rollback(True)
    assert digests[0] == digests[1]
    assert digests[1] != digests[2]


def test_a_second_run_changes_nothing() -> None:
    assert "2500 employees" in seed_demo()
    before = digest()
    # What somebody trying the demo adds does not make it a real office.
    DepartmentFactory(code="UD-NOWY", parent=Department.objects.get(code="UMSTW"))
    count = Department.objects.count()
    assert seed_demo() == "The demo office is already there.\n"
    assert Department.objects.count() == count
    Ancestry.objects.filter(descendant__code="UD-NOWY").delete()
    DepartmentName.objects.filter(department__code="UD-NOWY").delete()
    Department.objects.filter(code="UD-NOWY").delete()
    assert digest() == before


@pytest.mark.parametrize("real", [DepartmentFactory, EmployeeFactory])
def test_a_real_office_is_left_alone(real: Callable[[], models.Model]) -> None:
    real()
    before = [Department.objects.count(), Employee.objects.count(), User.objects.count()]
    with pytest.raises(CommandError) as refused:
        seed_demo()
    assert len(str(refused.value).split("\n")) == 1
    assert [Department.objects.count(), Employee.objects.count(), User.objects.count()] == before


def test_where_debug_is_off_it_is_made_only_when_told_twice() -> None:
    with pytest.raises(CommandError, match="--anyway"):
        seed_demo(anyway=False)
    assert not User.objects.exists()


def test_an_account_of_the_same_name_is_left_alone() -> None:
    UserFactory(username="administrator")
    with pytest.raises(CommandError):
        seed_demo()
    assert not Department.objects.exists()


def test_without_standards_there_is_nothing_to_audit() -> None:
    with transaction.atomic():
        with pytest.raises(CommandError):
            seed_demo(until=datetime.date(2010, 1, 1))
        assert not Department.objects.exists()


def test_documented_accounts_can_sign_in_and_others_cannot() -> None:
    output = seed_demo()
    accounts = seed_demo(accounts=True)
    assert accounts in output
    for account in people.ACCOUNTS:
        assert account.username in accounts
        assert User.objects.get(username=account.username).check_password(people.PASSWORD)
    others = User.objects.exclude(username__in=[account.username for account in people.ACCOUNTS])
    assert others
    assert not any(user.has_usable_password() for user in others)


def test_there_are_requests_to_look_at_and_a_statement_to_read() -> None:
    """One answered, one to be answered and one overdue, of two people who still work there."""
    seed_demo(scale=0.03)
    day = datetime.date(2026, 9, 10)
    requests = DataRequest.objects.select_related("employee__user").order_by("received_on")
    said = [(one.kind, one.outcome, one.deadline < day) for one in requests]
    assert said == [("access", "granted", True), ("objection", "", True), ("rectification", "", False)]
    assert {one.employee.user and one.employee.user.username for one in requests} == {None, "pracownik"}
    assert all(one.employee.is_active and one.received_on <= day for one in requests)
    hr = User.objects.get(username="kadry")
    assert access.audits_replied_to(hr).filter(is_unread=True).exists()
    assert access.data_requests_to_answer(hr).count() == 3

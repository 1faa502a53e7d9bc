"""HR sends a mystery shopper on visits, and takes an assignment back."""

import datetime
import uuid

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from audits.choices import AssignmentState, AuditStatus, Role
from audits.fieldwork import Refused, Stale, submit_audit, withdraw_assignment
from audits.models import WRITE_UP_FOR, Assignment, Department, User
from tests.audits.factories import (
    AppointmentFactory,
    DepartmentFactory,
    EmploymentFactory,
    UserFactory,
    appointed,
    assigned,
    employed,
    opened_assigned,
)

DAY = datetime.timedelta(days=1)


@pytest.fixture
def hr(department) -> User:
    return appointed(Role.HR, department)


@pytest.fixture
def shopper(department) -> User:
    return appointed(Role.SHOPPER, department)


def test_several_visits_are_an_assignment_each(hr, shopper, department):
    assigned(shopper, department, by=hr, visits=3, occasions=["form"])
    made = Assignment.objects.all()
    assert len(made) == 3
    assert len({one.uuid for one in made}) == 3
    assert {one.assigned_by for one in made} == {hr}
    assert {tuple(one.occasions) for one in made} == {("form",)}


def test_sent_twice_it_is_made_once(hr, shopper, department):
    same = uuid.uuid4()
    first = assigned(shopper, department, by=hr, visits=2, uuid=same)
    assert assigned(shopper, department, by=hr, visits=2, uuid=same) == first
    assert Assignment.objects.count() == 2


@pytest.mark.parametrize("other", [{"scenario": "Zapytaj o ślub."}, {"visits": 3}, {"channel": "phone"}])
def test_the_same_form_makes_nothing_else(hr, shopper, department, other):
    same = uuid.uuid4()
    assigned(shopper, department, by=hr, visits=2, uuid=same)
    with pytest.raises(Stale):
        assigned(shopper, department, by=hr, **({"visits": 2, "uuid": same} | other))
    assert Assignment.objects.count() == 2


def refusal(shopper: User, department: Department, hr: User, **fields) -> str:
    with pytest.raises(Refused) as refused:
        assigned(shopper, department, by=hr, **fields)
    assert not Assignment.objects.exists()
    return refused.value.field


def test_hr_sends_nobody_to_a_department_that_they_do_not_hold(shopper, department):
    elsewhere = appointed(Role.HR, DepartmentFactory())
    assert refusal(shopper, department, elsewhere) == "department"


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.HEAD, Role.ADMINISTRATOR, Role.SHOPPER])
def test_other_roles_send_nobody(shopper, department, role):
    assert refusal(shopper, department, appointed(role, department)) == "department"


def test_only_shoppers_of_that_department_are_sent(hr, department):
    assert refusal(appointed(Role.AUDITOR, department), department, hr) == "shopper"
    assert refusal(appointed(Role.SHOPPER, DepartmentFactory()), department, hr) == "shopper"


def test_a_shopper_whose_appointment_has_ended_is_not_sent(hr, department):
    ended = AppointmentFactory(role=Role.SHOPPER, department=department, until=timezone.localdate()).user
    assert refusal(ended, department, hr) == "shopper"


def test_nobody_sends_themselves(hr, department):
    AppointmentFactory(user=hr, role=Role.SHOPPER, department=department)
    assert refusal(hr, department, hr) == "shopper"


def test_somebody_who_works_there_is_no_shopper_there(hr, shopper, department):
    employed(DepartmentFactory(parent=department), user=shopper)
    assert refusal(shopper, department, hr) == "shopper"


def test_nor_somebody_who_begins_there_during_the_period(hr, shopper, department):
    starts = timezone.localdate() + 5 * DAY
    person = EmploymentFactory(department=department, since=starts, employee__user=shopper)
    assert refusal(shopper, department, hr) == "shopper"
    person.since = starts + 30 * DAY
    person.save()
    assert assigned(shopper, department, by=hr).pk


def test_somebody_who_left_or_works_elsewhere_is(hr, shopper, department):
    EmploymentFactory(department=department, until=timezone.localdate() - 5 * DAY, employee__user=shopper)
    EmploymentFactory(department=DepartmentFactory(), employee=shopper.employee)
    assert assigned(shopper, department, by=hr).pk


@pytest.mark.parametrize(
    ("first", "last", "field"), [(2, 1, "last_day"), (-9, -1, "last_day"), (0, 92, "last_day")], ids=str
)
def test_the_period_is_a_period_to_come(hr, shopper, department, first, last, field):
    today = timezone.localdate()
    assert refusal(shopper, department, hr, first_day=today + first * DAY, last_day=today + last * DAY) == field


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"channel": "letter"}, "channel"),
        ({"selection": "standards", "standards": ["999"]}, "standards"),
        ({"scenario": "  "}, "scenario"),
        ({"visits": 0}, "visits"),
        ({"visits": 21}, "visits"),
    ],
    ids=str,
)
def test_what_could_not_be_filled_is_refused(hr, shopper, department, fields, field):
    assert refusal(shopper, department, hr, **fields) == field


def state(assignment: Assignment, now: datetime.datetime | None = None) -> str:
    return Assignment.objects.with_state(now or timezone.now()).get(pk=assignment.pk).state


def test_its_state_follows_from_its_days_and_its_audit(hr, shopper, department):
    assignment = assigned(shopper, department, by=hr)
    end = assignment.write_up_until
    assert state(assignment) == AssignmentState.OPEN
    draft = opened_assigned(assignment)
    assert state(assignment) == AssignmentState.IN_PROGRESS
    assert state(assignment, end - datetime.timedelta(seconds=1)) == AssignmentState.IN_PROGRESS
    assert state(assignment, end) == AssignmentState.EXPIRED
    audit = submit_audit(audit=draft, by=shopper, leave_unanswered=True)
    assert state(assignment) == state(assignment, end) == AssignmentState.DONE
    assert Assignment.objects.with_state(timezone.now()).get().receipt == audit.receipt


def test_it_may_be_written_up_for_48_hours_after_its_last_day():
    last_day = datetime.date(2026, 11, 5)
    assert datetime.timedelta(hours=48) == WRITE_UP_FOR
    assert Assignment(last_day=last_day).write_up_until.isoformat() == "2026-11-08T00:00:00+01:00"


def test_withdrawn_it_is_kept_with_reason_and_what_was_begun_is_given_up(hr, shopper, department):
    assignment = assigned(shopper, department, by=hr)
    draft = opened_assigned(assignment)
    withdraw_assignment(assignment=assignment, by=hr, reason="Wydział jest zamknięty.")
    assignment.refresh_from_db()
    draft.refresh_from_db()
    assert (assignment.withdrawn_by, assignment.withdrawal_reason) == (hr, "Wydział jest zamknięty.")
    assert state(assignment) == AssignmentState.WITHDRAWN
    assert draft.status == AuditStatus.DISCARDED


def test_withdrawn_twice_the_first_reason_stays(hr, shopper, department):
    assignment = assigned(shopper, department, by=hr)
    withdraw_assignment(assignment=assignment, by=hr, reason="pierwszy")
    withdraw_assignment(assignment=assignment, by=hr, reason="drugi")
    assignment.refresh_from_db()
    assert assignment.withdrawal_reason == "pierwszy"


def test_what_was_submitted_is_not_withdrawn(hr, shopper, department):
    assignment = assigned(shopper, department, by=hr)
    submit_audit(audit=opened_assigned(assignment), by=shopper, leave_unanswered=True)
    with pytest.raises(Refused):
        withdraw_assignment(assignment=assignment, by=hr, reason="za późno")
    assert state(assignment) == AssignmentState.DONE


@pytest.mark.parametrize("who", ["hr elsewhere", "shopper", "nobody"])
def test_only_hr_over_the_department_withdraws_and_gives_a_reason(hr, shopper, department, who):
    assignment = assigned(shopper, department, by=hr)
    by = {"hr elsewhere": appointed(Role.HR, DepartmentFactory()), "shopper": shopper, "nobody": UserFactory()}[who]
    for account, reason in ((by, "powód"), (hr, "  ")):
        with pytest.raises(Refused):
            withdraw_assignment(assignment=assignment, by=account, reason=reason)
    assert state(assignment) == AssignmentState.OPEN


def test_the_database_refuses_a_withdrawal_without_a_reason(hr, shopper, department):
    assignment = assigned(shopper, department, by=hr)
    with pytest.raises(IntegrityError), transaction.atomic():
        Assignment.objects.filter(pk=assignment.pk).update(withdrawn_at=timezone.now(), withdrawn_by=hr)


def test_the_action_is_one_transaction(hr, shopper, department, monkeypatch):
    def fail(*args, **kwargs):
        raise OSError

    monkeypatch.setattr(Assignment, "save", fail)
    assignment = Assignment.objects.get(pk=assigned(shopper, department, by=hr).pk)
    draft = opened_assigned(assignment)
    with pytest.raises(OSError):
        withdraw_assignment(assignment=assignment, by=hr, reason="powód")
    draft.refresh_from_db()
    assert draft.status == AuditStatus.DRAFT

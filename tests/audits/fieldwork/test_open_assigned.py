"""A mystery shopper opens an audit from an assignment of theirs, and no other way."""

import datetime
import uuid

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from audits import access
from audits.choices import AssignmentState, AuditStatus, Role
from audits.fieldwork import (
    Refused,
    Stale,
    discard_audit,
    edit_assigned,
    edit_header,
    open_assigned,
    submit_audit,
    withdraw_assignment,
)
from audits.models import Appointment, Assignment, Audit, User
from tests.audits.devices import record_answer
from tests.audits.factories import (
    AppointmentFactory,
    DepartmentFactory,
    appointed,
    assigned,
    employed,
    opened_assigned,
    opened_audit,
)

HOUR = datetime.timedelta(hours=1)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def hr(department) -> User:
    return appointed(Role.HR, department)


@pytest.fixture
def shopper(department) -> User:
    return appointed(Role.SHOPPER, department)


@pytest.fixture
def assignment(shopper, department, hr) -> Assignment:
    return assigned(shopper, department, by=hr)


def test_all_but_the_visit_itself_is_the_assignments(shopper, department, hr):
    assignment = assigned(shopper, department, by=hr, channel="phone", selection="standards", standards=["17"])
    audit = opened_assigned(assignment, as_named="  pani Anna ")
    assert (audit.method, audit.channel, audit.selection) == ("mystery", "phone", "standards")
    assert (audit.department, audit.auditor, audit.assignment) == (department, shopper, assignment)
    assert (audit.as_named, audit.employee, audit.scenario) == ("pani Anna", None, assignment.scenario)
    assert {one.recommendation.standard.number for one in audit.answers.all()} == {"17"}


def test_occasions_of_the_scenario_add_their_rows(shopper, department, hr):
    without = opened_assigned(assigned(shopper, department, by=hr)).answers.count()
    assert opened_assigned(assigned(shopper, department, by=hr, occasions=["form"])).answers.count() > without


def test_opened_twice_it_is_one_audit(assignment):
    first = opened_assigned(assignment)
    again = opened_assigned(assignment, as_named="inne stanowisko")
    assert again == first
    assert Audit.objects.get().as_named == "stanowisko 4"


def test_the_database_keeps_a_second_audit_out(assignment, auditor, department):
    first = opened_assigned(assignment)
    other = opened_audit(auditor, department)
    with pytest.raises(IntegrityError), transaction.atomic():
        Audit.objects.filter(pk=other.pk).update(assignment=assignment)
    discard_audit(audit=first, by=assignment.shopper)
    assert opened_assigned(assignment) != first


def test_a_form_used_for_another_assignment_opens_nothing(assignment, shopper, department):
    same = uuid.uuid4()
    opened_assigned(assignment, uuid=same)
    with pytest.raises(Refused):
        opened_assigned(assigned(shopper, department), uuid=same)
    assert Audit.objects.count() == 1


def refused(assignment: Assignment, **fields) -> str:
    with pytest.raises(Refused) as refusal:
        opened_assigned(assignment, **fields)
    assert not Audit.objects.exists()
    return refusal.value.field


def test_without_the_declaration_nothing_is_opened(assignment):
    assert refused(assignment, no_conflict=False) == "no_conflict"


def test_the_visit_was_on_a_day_of_the_assignment_and_before_now(assignment):
    now = timezone.now()
    assert refused(assignment, took_place_at=now - 2 * DAY - HOUR) == "took_place_at"
    assert refused(assignment, took_place_at=now + HOUR) == "took_place_at"
    assert refused(assignment, waiting_minutes=601) == "waiting_minutes"


def test_it_opens_in_its_days_and_48_hours_after_them(shopper, department, hr):
    first, last = datetime.date(2026, 10, 20), datetime.date(2026, 10, 24)
    visit = datetime.datetime(2026, 10, 22, 10, tzinfo=datetime.UTC)
    with time_machine.travel(visit - 9 * DAY, tick=False):
        assignment = assigned(shopper, department, by=hr, first_day=first, last_day=last)
    # In the night of 24 to 25 October Warsaw's clocks are put back: 48 hours after the 24th it is 23:00 there.
    assert assignment.write_up_until.isoformat() == "2026-10-26T23:00:00+01:00"
    for moment, is_open in (
        ("2026-10-19T21:59:59", False),
        ("2026-10-19T22:00:00", True),
        ("2026-10-26T21:59:59", True),
        ("2026-10-26T22:00:00", False),
    ):
        now = datetime.datetime.fromisoformat(moment).replace(tzinfo=datetime.UTC)
        assert access.assignments_to_fill(shopper, now).exists() is is_open, moment
    with time_machine.travel(datetime.datetime(2026, 10, 26, 12, tzinfo=datetime.UTC), tick=False):
        assert opened_assigned(assignment, took_place_at=visit).is_draft


@pytest.mark.parametrize("why", ["not theirs", "withdrawn", "appointment ended", "over", "submitted", "deactivated"])
def test_closed_to_the_shopper_it_opens_nothing(assignment, shopper, department, hr, why):
    by = shopper
    if why == "not theirs":
        by = appointed(Role.SHOPPER, department)
    elif why == "withdrawn":
        withdraw_assignment(assignment=assignment, by=hr, reason="powód")
    elif why == "appointment ended":
        Appointment.objects.filter(user=shopper).update(until=timezone.localdate())
    elif why == "over":
        Assignment.objects.update(first_day=timezone.localdate() - 9 * DAY, last_day=timezone.localdate() - 3 * DAY)
    elif why == "submitted":
        submit_audit(audit=opened_assigned(assignment), by=shopper, leave_unanswered=True)
    else:
        shopper.is_active = False
        shopper.save()
    before = Audit.objects.count()
    with pytest.raises(Refused):
        open_assigned(
            assignment=assignment,
            by=by,
            uuid=uuid.uuid4(),
            took_place_at=timezone.now() - HOUR,
            as_named="",
            waiting_minutes=None,
            no_conflict=True,
        )
    assert Audit.objects.count() == before
    assert not access.drafts_of(by).exists()


def test_somebody_employed_there_since_opens_nothing(assignment, shopper, department):
    employed(department, user=shopper)
    refused(assignment)


class TestMending:
    def test_the_time_and_what_was_seen_may_be_mended(self, assignment, shopper):
        draft = opened_assigned(assignment)
        moment = timezone.now() - 2 * HOUR
        edit_assigned(
            audit=draft, by=shopper, version=0, took_place_at=moment, as_named="pan Jan", waiting_minutes=None
        )
        draft.refresh_from_db()
        assert (draft.as_named, draft.took_place_at, draft.version) == ("pan Jan", moment, 1)

    def test_of_two_windows_the_second_is_told(self, assignment, shopper):
        draft = opened_assigned(assignment)
        sent = {"audit": draft, "by": shopper, "version": 0, "took_place_at": draft.took_place_at}
        edit_assigned(**sent, as_named="a", waiting_minutes=1)
        with pytest.raises(Stale):
            edit_assigned(**sent, as_named="b", waiting_minutes=2)

    def test_no_employee_is_picked_for_it(self, assignment, shopper, department):
        draft = opened_assigned(assignment)
        # Even by somebody who is an auditor there as well.
        AppointmentFactory(user=shopper, role=Role.AUDITOR, department=department)
        with pytest.raises(Refused):
            edit_header(
                audit=draft,
                by=shopper,
                version=0,
                employee=employed(department),
                desk="",
                took_place_at=draft.took_place_at,
                waiting_minutes=None,
                scenario="",
            )
        draft.refresh_from_db()
        assert draft.employee is None

    def test_another_day_outside_is_refused(self, assignment, shopper):
        draft = opened_assigned(assignment)
        with pytest.raises(Refused):
            edit_assigned(
                audit=draft,
                by=shopper,
                version=0,
                took_place_at=draft.took_place_at - 5 * DAY,
                as_named="",
                waiting_minutes=None,
            )


def test_filled_and_submitted_it_is_closed_to_the_shopper_even_as_auditor_and_hr(assignment, shopper, department, hr):
    draft = opened_assigned(assignment)
    answer = draft.answers.filter(gate=None).first()
    record_answer(
        audit=draft, by=shopper, recommendation_id=answer.recommendation_id, version=0, verdict="met", note=""
    )
    audit = submit_audit(audit=draft, by=shopper, leave_unanswered=True)
    assert audit.status == AuditStatus.SUBMITTED
    for role in (Role.AUDITOR, Role.HR):
        AppointmentFactory(user=shopper, role=role, department=department)
        assert not access.audits_visible_to(shopper).exists()
    assert access.audits_visible_to(hr).get() == audit
    assert access.finished_by(shopper).get() == audit


def test_a_shopper_opens_no_audit_without_an_assignment(shopper, department):
    with pytest.raises(Refused):
        opened_audit(shopper, department)


def test_hr_elsewhere_sees_neither_assignment_nor_audit(assignment, shopper):
    submit_audit(audit=opened_assigned(assignment), by=shopper, leave_unanswered=True)
    elsewhere = appointed(Role.HR, DepartmentFactory())
    assert not access.assignments_visible_to(elsewhere).exists()
    assert not access.audits_visible_to(elsewhere).exists()


def test_what_comes_later_keeps_it_open_until_48_hours_after_the_day_awaited(assignment, shopper):
    draft = opened_assigned(assignment)
    awaited = assignment.last_day + 20 * DAY
    Audit.objects.filter(pk=draft.pk).update(set_aside_at=timezone.now(), awaited_until=awaited)
    end = timezone.make_aware(datetime.datetime.combine(awaited + 3 * DAY, datetime.time.min))
    for moment, is_open, state in (
        (end - 2 * HOUR, True, AssignmentState.IN_PROGRESS),
        (end + 2 * HOUR, False, AssignmentState.EXPIRED),
    ):
        assert access.assignments_to_fill(shopper, moment).exists() is is_open
        assert Assignment.objects.with_state(moment).get().state == state

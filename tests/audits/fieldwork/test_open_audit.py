"""Opening an audit fixes its edition, its rows and how each is judged."""

import datetime
import uuid

import pytest
import time_machine
from django.utils import timezone

from audits.choices import AuditStatus, Role
from audits.fieldwork import Refused, Stale
from audits.models import Answer, Audit
from standards.models import Assessability, Occasion
from tests.audits.factories import DepartmentFactory, EmploymentFactory, UserFactory, appointed, employed, opened_audit


def test_a_draft_holds_the_rows_of_its_method_and_channel(auditor, department, edition):
    audit = opened_audit(auditor, department, selection="everything")
    assert (audit.status, audit.edition, audit.answers.count(), audit.gates.count()) == (
        AuditStatus.DRAFT,
        edition,
        72,
        15,
    )
    assert not audit.answers.exclude(verdict="").exists()


def test_what_an_administrator_changes_later_does_not_reach_an_opened_audit(draft, row):
    before = Answer.objects.filter(pk=row("10.6").pk).values().get()
    Assessability.objects.update(
        weight=7, critical=True, refrain=True, question="Czy inaczej?", same_matter="x", parts=["a", "b"]
    )
    Occasion.objects.update(question="Czy inaczej?")
    assert Answer.objects.filter(pk=before["id"]).values().get() == before
    assert not draft.gates.filter(question="Czy inaczej?").exists()


def test_the_same_uuid_opens_one_audit(auditor, department):
    key = uuid.uuid4()
    when = timezone.now() - datetime.timedelta(hours=2)
    first = opened_audit(auditor, department, uuid=key, took_place_at=when)
    again = opened_audit(auditor, department, uuid=key, took_place_at=when)
    assert again == first
    assert Audit.objects.count() == 1
    assert first.answers.count() == 37


def test_the_same_uuid_with_another_content_is_stale(auditor, department):
    key = uuid.uuid4()
    first = opened_audit(auditor, department, uuid=key, channel="counter")
    with pytest.raises(Stale) as fault:
        opened_audit(auditor, department, uuid=key, channel="phone")
    assert fault.value.current == first


def test_somebody_elses_uuid_is_refused_and_tells_nothing(auditor, department):
    key = uuid.uuid4()
    opened_audit(auditor, department, uuid=key)
    with pytest.raises(Refused):
        opened_audit(appointed(Role.AUDITOR, department), department, uuid=key)


def test_a_future_visit_is_refused(auditor, department):
    with pytest.raises(Refused) as fault:
        opened_audit(auditor, department, took_place_at=timezone.now() + datetime.timedelta(minutes=1))
    assert fault.value.field == "took_place_at"


def test_a_visit_before_any_edition_is_refused(department):
    auditor = appointed(Role.AUDITOR, department)
    with pytest.raises(Refused) as fault:
        opened_audit(auditor, department, took_place_at=datetime.datetime(2016, 1, 25, 12, tzinfo=datetime.UTC))
    assert fault.value.field == "took_place_at"


@pytest.mark.parametrize(("hours", "late"), [(30 * 24 - 1, False), (30 * 24 + 1, True)])
def test_more_than_30_days_between_visit_and_filling_is_flagged(auditor, department, hours, late):
    audit = opened_audit(auditor, department, took_place_at=timezone.now() - datetime.timedelta(hours=hours))
    assert audit.opened_late is late


def test_nobody_audits_themselves(auditor, department):
    own = employed(department, user=auditor)
    with pytest.raises(Refused) as fault:
        opened_audit(auditor, department, employee=own)
    assert fault.value.field == "employee"
    assert not Audit.objects.exists()


def test_no_declaration_no_audit(auditor, department):
    with pytest.raises(Refused) as fault:
        opened_audit(auditor, department, no_conflict=False)
    assert fault.value.field == "no_conflict"


def test_a_department_outside_the_appointment_is_refused(auditor):
    with pytest.raises(Refused) as fault:
        opened_audit(auditor, DepartmentFactory())
    assert fault.value.field == "department"


@pytest.mark.parametrize("role", [Role.HR, Role.HEAD, Role.ADMINISTRATOR])
def test_other_roles_open_no_audit(department, role):
    with pytest.raises(Refused):
        opened_audit(appointed(role, department), department)


def test_an_ended_appointment_opens_no_audit(auditor, department):
    auditor.appointments.update(until=timezone.localdate())
    with pytest.raises(Refused):
        opened_audit(auditor, department)


def test_a_unit_below_the_appointment_can_be_audited(auditor, department):
    unit = DepartmentFactory(parent=department)
    assert opened_audit(auditor, unit, employee=employed(unit)).department == unit


def test_somebody_who_moved_away_before_the_visit_is_refused(auditor, department):
    moved = EmploymentFactory(department=department, until=timezone.localdate() - datetime.timedelta(days=3)).employee
    with pytest.raises(Refused) as fault:
        opened_audit(auditor, department, employee=moved)
    assert fault.value.field == "employee"
    visit = timezone.now() - datetime.timedelta(days=5)
    assert opened_audit(auditor, department, employee=moved, took_place_at=visit).employee == moved


@pytest.mark.parametrize("minutes", [-1, 601])
def test_an_impossible_waiting_time_is_refused(auditor, department, minutes):
    with pytest.raises(Refused) as fault:
        opened_audit(auditor, department, waiting_minutes=minutes)
    assert fault.value.field == "waiting_minutes"


def test_a_method_at_a_channel_that_it_does_not_see_is_refused(auditor, department):
    with pytest.raises(Refused) as fault:
        opened_audit(auditor, department, method="documents", channel="counter")
    assert fault.value.field == "channel"


def test_standards_with_nothing_to_see_there_are_refused(auditor, department):
    with pytest.raises(Refused) as fault:
        opened_audit(auditor, department, selection="standards", standards=["2"])
    assert fault.value.field == "standards"


@pytest.mark.parametrize(
    "night", ["2026-03-29T02:30:00+02:00", "2026-10-25T02:30:00+01:00", "2026-10-25T02:30:00+02:00"]
)
def test_visits_on_the_nights_when_clocks_change_keep_their_instant(department, night):
    visit = datetime.datetime.fromisoformat(night)
    with time_machine.travel(visit + datetime.timedelta(hours=3), tick=False):
        audit = opened_audit(appointed(Role.AUDITOR, department), department, took_place_at=visit)
    audit.refresh_from_db()
    assert audit.took_place_at == visit


def test_opening_costs_the_same_for_70_rows_as_for_one_standard(auditor, department, django_assert_max_num_queries):
    person = employed(department)
    with django_assert_max_num_queries(11):
        opened_audit(auditor, department, selection="everything", employee=person)
    with django_assert_max_num_queries(12):
        opened_audit(auditor, department, selection="standards", standards=["7"])


def test_a_deactivated_account_opens_nothing(department):
    user = appointed(Role.AUDITOR, department)
    user.is_active = False
    user.save()
    with pytest.raises(Refused):
        opened_audit(user, department)
    with pytest.raises(Refused):
        opened_audit(UserFactory(), department)

"""HR says later whom a mystery shopper's audit is about. It is final; a second person puts a mistake right."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from audits import access
from audits.choices import AuditStatus, ReportKind, ReportState, Role
from audits.fieldwork import Refused, Stale, identify_employee, submit_audit
from audits.models import Answer, Audit, Employee, Identification, Report, User
from tests.audits.factories import (
    DepartmentFactory,
    EmployeeFactory,
    EmploymentFactory,
    UserFactory,
    appointed,
    assigned,
    employed,
    opened_assigned,
    opened_audit,
)


@pytest.fixture
def hr(department) -> User:
    return appointed(Role.HR, department)


@pytest.fixture
def second(department) -> User:
    return appointed(Role.HR, department)


@pytest.fixture
def shopper(department) -> User:
    return appointed(Role.SHOPPER, department)


@pytest.fixture
def person(department) -> Employee:
    return employed(department, first_name="Anna", last_name="Nowacka")


@pytest.fixture
def audit(shopper, department, hr) -> Audit:
    draft = opened_assigned(assigned(shopper, department, by=hr), as_named="pani Anna")
    return submit_audit(audit=draft, by=shopper, leave_unanswered=True)


def facts(audit: Audit) -> list:
    """Everything of a submitted audit but its person."""
    fields = [each.attname for each in Audit._meta.concrete_fields if each.attname != "employee_id"]
    return [
        Audit.objects.filter(pk=audit.pk).values_list(*fields).get(),
        list(Answer.objects.filter(audit=audit).order_by("pk").values_list()),
    ]


def test_it_changes_the_person_alone_and_says_who_and_when(audit, hr, person):
    before, now = facts(audit), timezone.now()
    identification = identify_employee(audit=audit, by=hr, employee=person, now=now)
    audit.refresh_from_db()
    assert audit.employee == person
    assert facts(audit) == before
    assert (identification.by, identification.at, identification.employee) == (hr, now, person)


def test_nobody_can_tell_is_an_answer_too(audit, hr):
    identification = identify_employee(audit=audit, by=hr, employee=None)
    audit.refresh_from_db()
    assert audit.employee is identification.employee is None
    assert not access.audits_to_identify(hr).filter(identifications=None).exists()


def test_sent_twice_it_is_said_once(audit, hr, person):
    first = identify_employee(audit=audit, by=hr, employee=person)
    assert identify_employee(audit=audit, by=hr, employee=person) == first
    assert Identification.objects.count() == 1


def test_of_two_people_at_once_the_second_is_told(audit, hr, second, person, department):
    identify_employee(audit=audit, by=hr, employee=person)
    with pytest.raises(Stale):
        identify_employee(audit=audit, by=second, employee=employed(department))
    audit.refresh_from_db()
    assert audit.employee == person


def test_a_second_person_puts_a_mistake_right_and_both_are_kept(audit, hr, second, person, department):
    wrong = identify_employee(audit=audit, by=hr, employee=employed(department))
    right = identify_employee(audit=audit, by=second, employee=person, replaces=wrong.pk, reason="Inna zmiana.")
    audit.refresh_from_db()
    assert audit.employee == person
    assert list(audit.identifications.order_by("pk")) == [wrong, right]
    assert (right.replaces, right.reason) == (wrong, "Inna zmiana.")


@pytest.mark.parametrize(
    ("who", "reason", "whom"),
    [("first", "a", "another"), ("second", " ", "another"), ("second", "a", "same")],
    ids=["not by who said it", "not without a reason", "not to the same"],
)
def test_otherwise_it_is_final(audit, hr, second, person, department, who, reason, whom):
    said = identify_employee(audit=audit, by=hr, employee=person)
    by, employee = (hr if who == "first" else second), (person if whom == "same" else employed(department))
    with pytest.raises(Refused):
        identify_employee(audit=audit, by=by, employee=employee, replaces=said.pk, reason=reason)
    audit.refresh_from_db()
    assert audit.employee == person
    assert Identification.objects.count() == 1


def test_the_database_keeps_what_was_said(audit, hr, person):
    identification = identify_employee(audit=audit, by=hr, employee=person)
    for change in (
        lambda: Identification.objects.filter(pk=identification.pk).update(employee=None),
        lambda: Identification.objects.filter(pk=identification.pk).delete(),
        lambda: Identification.objects.create(audit=audit, employee=None, by=hr, at=timezone.now()),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


class TestWhoCanBeNamed:
    def refused(self, audit: Audit, by: User, employee: Employee) -> None:
        assert not access.candidates_for(by, audit).filter(pk=employee.pk).exists()
        with pytest.raises(Refused) as refusal:
            identify_employee(audit=audit, by=by, employee=employee)
        assert refusal.value.field == "person"
        assert not Identification.objects.exists()

    def test_not_whoever_says_it(self, audit, hr, department):
        self.refused(audit, hr, employed(department, user=hr))

    def test_not_the_shopper(self, audit, hr, shopper, department):
        self.refused(audit, hr, employed(department, user=shopper))

    def test_nobody_who_did_not_work_there_on_that_day(self, audit, hr, department):
        today = timezone.localdate(audit.took_place_at)
        self.refused(audit, hr, employed(DepartmentFactory()))
        self.refused(audit, hr, EmployeeFactory())
        self.refused(audit, hr, EmploymentFactory(department=department, until=today).employee)

    def test_somebody_below_and_somebody_who_has_left_since(self, audit, hr, department):
        gone = employed(DepartmentFactory(parent=department), is_active=False)
        identify_employee(audit=audit, by=hr, employee=gone)
        audit.refresh_from_db()
        assert audit.employee == gone


class TestWhoMaySay:
    @pytest.mark.parametrize("who", ["hr elsewhere", "auditor", "head", "shopper", "administrator", "nobody"])
    def test_hr_over_the_department_alone(self, audit, department, shopper, person, who):
        by = {
            "hr elsewhere": lambda: appointed(Role.HR, DepartmentFactory()),
            "auditor": lambda: appointed(Role.AUDITOR, department),
            "head": lambda: appointed(Role.HEAD, department),
            "shopper": lambda: shopper,
            "administrator": lambda: appointed(Role.ADMINISTRATOR, department),
            "nobody": UserFactory,
        }[who]()
        with pytest.raises(Refused):
            identify_employee(audit=audit, by=by, employee=person)
        assert not access.audits_to_identify(by).exists()

    def test_not_the_person_whom_it_was_taken_for(self, audit, hr, second, department):
        said = identify_employee(audit=audit, by=hr, employee=employed(department, user=second))
        with pytest.raises(Refused):
            identify_employee(audit=audit, by=second, employee=None, replaces=said.pk, reason="nie ja")

    def test_nothing_of_drafts_annulled_audits_and_those_of_auditors(self, audit, hr, shopper, auditor, department):
        supervisors = submit_audit(audit=opened_audit(auditor, department), by=auditor, leave_unanswered=True)
        without = opened_assigned(assigned(shopper, department), as_named="")
        submit_audit(audit=without, by=shopper, leave_unanswered=True)
        opened_assigned(assigned(shopper, department))
        assert list(access.audits_to_identify(hr)) == [audit]
        Audit.objects.filter(pk=audit.pk).update(status=AuditStatus.ANNULLED)
        for one in (audit, without, supervisors):
            with pytest.raises(Refused):
                identify_employee(audit=one, by=hr, employee=None)


def test_a_card_that_shows_the_mistaken_person_is_withdrawn(audit, hr, second, person, department):
    said = identify_employee(audit=audit, by=hr, employee=person)
    day = timezone.localdate(audit.took_place_at)
    card = Report.objects.create(
        kind=ReportKind.AUDIT,
        department=department,
        audit=audit,
        period_start=day,
        period_end=day,
        requested_by=hr,
        requested_at=timezone.now(),
    )
    identify_employee(audit=audit, by=second, employee=None, replaces=said.pk, reason="To nie ona.")
    card.refresh_from_db()
    assert (card.state, card.withdrawn_because) == (ReportState.WITHDRAWN, "identification")

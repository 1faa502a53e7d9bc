"""Who sees and may do what: appointments decide, day by day."""

import datetime

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from audits import access
from audits.choices import AuditStatus, ReportKind, Role
from audits.fieldwork import discard_audit, submit_audit
from audits.models import Department, Report, User
from audits.office.reorganisation import move_department
from tests.audits.factories import (
    AppointmentFactory,
    DepartmentFactory,
    EmploymentFactory,
    UserFactory,
    appointed,
    employed,
    load_edition_2016,
    opened_audit,
)

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db]

TODAY = timezone.localdate


@pytest.fixture
def office() -> Department:
    return DepartmentFactory()


@pytest.fixture
def unit(office) -> Department:
    return DepartmentFactory(parent=office)


@pytest.fixture
def elsewhere() -> Department:
    return DepartmentFactory()


@pytest.fixture
def auditor(unit) -> User:
    return appointed(Role.AUDITOR, unit)


@pytest.fixture
def submitted(auditor, unit):
    load_edition_2016()
    audit = opened_audit(auditor, unit, employee=employed(unit))
    return submit_audit(audit=audit, by=auditor, leave_unanswered=True)


def test_roles_are_those_held_today(office):
    user = UserFactory()
    AppointmentFactory(user=user, role=Role.HR, department=office)
    AppointmentFactory(user=user, role=Role.HEAD, department=office, until=TODAY())
    AppointmentFactory(user=user, role=Role.AUDITOR, department=office, since=TODAY() + datetime.timedelta(days=1))
    assert access.roles(user) == {Role.HR}


def test_strangers_and_deactivated_accounts_hold_no_role(office):
    user = appointed(Role.HR, office)
    user.is_active = False
    user.save()
    assert access.roles(user) == access.roles(AnonymousUser()) == access.roles(UserFactory()) == frozenset()


def test_an_appointment_reaches_down_never_up_or_aside(office, unit, elsewhere):
    assert set(access.departments_of(appointed(Role.HR, office), Role.HR)) == {office, unit}
    assert set(access.departments_of(appointed(Role.HR, unit), Role.HR)) == {unit}


def test_a_role_is_not_another_role(office):
    assert not access.departments_of(appointed(Role.HEAD, office), Role.HR).exists()
    assert not access.departments_to_report(appointed(Role.AUDITOR, office)).exists()
    assert not access.departments_to_report(appointed(Role.ADMINISTRATOR, office)).exists()


def test_a_closed_department_is_not_audited_from_that_day_on(office):
    auditor = appointed(Role.AUDITOR, office)
    Department.objects.filter(pk=office.pk).update(closed_on=TODAY())
    assert not access.departments_to_audit(auditor, TODAY()).exists()
    assert access.departments_to_audit(auditor, TODAY() - datetime.timedelta(days=1)).exists()


def test_people_to_audit_are_those_employed_there_on_that_day_without_oneself(unit, office, elsewhere, auditor):
    here = employed(unit)
    employed(elsewhere)
    employed(office)
    employed(unit, is_active=False)
    employed(unit, user=auditor)
    gone = EmploymentFactory(department=unit, until=TODAY()).employee
    assert set(access.employees_to_audit(auditor, unit, TODAY())) == {here}
    assert set(access.employees_to_audit(auditor, unit, TODAY() - datetime.timedelta(days=1))) == {here, gone}


def test_people_of_another_department_cannot_be_listed(elsewhere, auditor):
    employed(elsewhere)
    assert not access.employees_to_audit(auditor, elsewhere, TODAY()).exists()


def test_an_audit_is_seen_by_its_auditor_and_by_hr_over_its_department(submitted, auditor, office, unit):
    for user in (auditor, appointed(Role.HR, office), appointed(Role.HR, unit)):
        assert access.audits_visible_to(user).get() == submitted


def test_nobody_else_sees_an_audit(submitted, office, unit, elsewhere):
    assessed = submitted.employee
    assessed.user = UserFactory()
    assessed.save()
    others = [
        appointed(Role.AUDITOR, unit),
        appointed(Role.HEAD, office),
        appointed(Role.ADMINISTRATOR, office),
        appointed(Role.HR, elsewhere),
        assessed.user,
        UserFactory(),
        UserFactory(is_superuser=True),
    ]
    for user in others:
        assert not access.audits_visible_to(user).exists()


def test_hr_does_not_read_what_was_recorded_about_themselves(submitted, office):
    hr = appointed(Role.HR, office)
    submitted.employee.user = hr
    submitted.employee.save()
    assert not access.audits_visible_to(hr).exists()
    assert not access.audits_to_annul(hr).exists()


def test_a_draft_is_its_auditors_alone_and_a_discarded_one_nobodys(auditor, unit):
    load_edition_2016()
    draft = opened_audit(auditor, unit)
    hr = appointed(Role.HR, unit)
    assert access.drafts_of(auditor).get() == draft
    assert not access.audits_visible_to(hr).exists()
    discard_audit(audit=draft, by=auditor)
    assert not access.audits_visible_to(auditor).exists()
    assert not access.drafts_of(auditor).exists()


def test_the_end_of_an_appointment_closes_drafts_and_audits_at_once(submitted, auditor, unit):
    draft = opened_audit(auditor, unit)
    auditor.appointments.update(until=TODAY())
    assert not access.drafts_of(auditor).filter(pk=draft.pk).exists()
    assert not access.audits_visible_to(auditor).exists()


def test_an_appointment_elsewhere_keeps_nothing_open_of_one_that_ended(submitted, auditor, elsewhere):
    AppointmentFactory(user=auditor, role=Role.AUDITOR, department=elsewhere)
    auditor.appointments.filter(department=submitted.department).update(until=TODAY())
    assert not access.audits_visible_to(auditor).exists()
    there = submit_audit(audit=opened_audit(auditor, elsewhere), by=auditor, leave_unanswered=True)
    assert access.audits_visible_to(auditor).get() == there


def test_a_reorganisation_takes_nobodys_own_audits_away(office, unit, elsewhere):
    load_edition_2016()
    auditor = appointed(Role.AUDITOR, office)
    audit = submit_audit(audit=opened_audit(auditor, unit), by=auditor, leave_unanswered=True)
    move_department(department=unit, parent=elsewhere, since=TODAY())
    assert not access.departments_to_audit(auditor, TODAY()).filter(pk=unit.pk).exists()
    assert access.audits_visible_to(auditor).get() == audit
    assert not access.audits_visible_to(appointed(Role.AUDITOR, elsewhere)).exists()


def test_nor_does_an_appointment_over_where_the_unit_stood_long_before(office, unit, elsewhere):
    """Of two appointments the one over the unit ended; one over where it stood years ago opens nothing."""
    load_edition_2016()
    move_department(department=unit, parent=elsewhere, since=datetime.date(2022, 1, 1))
    auditor = appointed(Role.AUDITOR, elsewhere)
    AppointmentFactory(user=auditor, role=Role.AUDITOR, department=office)
    audit = submit_audit(audit=opened_audit(auditor, unit), by=auditor, leave_unanswered=True)
    assert access.audits_visible_to(auditor).get() == audit
    auditor.appointments.filter(department=elsewhere).update(until=TODAY())
    assert not access.audits_visible_to(auditor).exists()


def test_a_draft_is_listed_where_it_can_be_filled(office, unit, elsewhere):
    load_edition_2016()
    auditor = appointed(Role.AUDITOR, office)
    draft = opened_audit(auditor, unit)
    assert access.audits_visible_to(auditor).get() == draft
    move_department(department=unit, parent=elsewhere, since=TODAY())
    assert not access.drafts_of(auditor).exists()
    assert not access.audits_visible_to(auditor).exists()


@pytest.mark.parametrize("passes", ["a day", "an end"])
def test_what_is_asked_anew_each_day_is_answered_anew_at_once(unit, auditor, passes):
    """The questions are kept for a day in each process; what was answered never is."""

    def audits() -> bool:
        return access.departments_to_audit(auditor, TODAY()).filter(pk=unit.pk).exists()

    tomorrow = TODAY() + datetime.timedelta(days=1)
    auditor.appointments.update(until=tomorrow)
    assert audits()
    if passes == "a day":
        with time_machine.travel(timezone.now() + datetime.timedelta(days=1)):
            assert not audits()
        assert audits()
    else:
        auditor.appointments.update(until=TODAY())
        assert not audits()


def test_a_submitted_audit_is_no_draft(submitted, auditor):
    assert submitted.status == AuditStatus.SUBMITTED
    assert not access.drafts_of(auditor).exists()


def report_on(department, by, *, kind=ReportKind.DEPARTMENT, audit=None, first="2026-07-01", last="2026-09-30"):
    return Report.objects.create(
        kind=kind,
        department=department,
        audit=audit,
        period_start=datetime.date.fromisoformat(first),
        period_end=datetime.date.fromisoformat(last),
        requested_by=by,
        requested_at=timezone.now(),
    )


def test_reports_follow_the_department_and_cards_follow_the_audit(submitted, office, unit, elsewhere, auditor):
    department = report_on(unit, auditor)
    card = report_on(unit, auditor, kind=ReportKind.AUDIT, audit=submitted)
    assert set(access.reports_visible_to(appointed(Role.HR, office))) == {department, card}
    assert set(access.reports_visible_to(appointed(Role.HEAD, unit))) == {department}
    assert set(access.reports_visible_to(auditor)) == {card}
    assert not access.reports_visible_to(appointed(Role.HEAD, elsewhere)).exists()
    assert not access.reports_visible_to(appointed(Role.ADMINISTRATOR, office)).exists()


def test_a_head_has_reports_of_their_own_department_and_none_of_single_units_below(office, unit, auditor):
    head = appointed(Role.HEAD, office)
    own = report_on(office, auditor)
    report_on(unit, auditor)
    assert set(access.departments_to_report(head)) == {office}
    assert set(access.reports_visible_to(head)) == {own}
    head.appointments.update(until=TODAY())
    assert not access.departments_to_report(head).exists()
    assert not access.reports_visible_to(head).exists()


@pytest.mark.parametrize(
    ("first", "last", "fixed"),
    [
        ("2026-01-01", "2026-03-31", True),
        ("2026-10-01", "2026-12-31", True),
        ("2026-01-01", "2026-06-30", True),
        ("2026-07-01", "2026-12-31", True),
        ("2024-01-01", "2024-12-31", True),
        ("2026-01-01", "2027-03-31", False),
        ("2026-01-01", "2026-09-30", False),
        ("2026-04-01", "2026-12-31", False),
        ("2026-01-02", "2026-03-31", False),
        ("2026-01-01", "2026-03-30", False),
        ("2026-02-01", "2026-04-30", False),
    ],
)
def test_a_head_sees_quarters_half_years_and_years_alone(unit, auditor, first, last, fixed):
    report_on(unit, auditor, first=first, last=last)
    assert access.reports_visible_to(appointed(Role.HEAD, unit)).exists() == fixed
    assert access.reports_visible_to(appointed(Role.HR, unit)).exists()


def test_administrators_administer_standards_and_the_office_but_no_results(office):
    user = appointed(Role.ADMINISTRATOR, office)
    assert user.has_perm("standards.change_recommendation")
    assert user.has_perm("audits.change_employee")
    assert not user.has_perm("audits.view_audit")
    assert not user.has_perm("audits.view_report")
    assert not user.has_perm("audits.delete_employee")


def test_the_flag_of_a_superuser_opens_nothing(office):
    administrator, superuser = appointed(Role.ADMINISTRATOR, office), UserFactory(is_superuser=True, is_staff=True)
    assert administrator.has_module_perms("audits")
    assert not any(map(superuser.has_module_perms, ("audits", "standards")))
    for permission in ("standards.change_recommendation", "audits.change_employee", "audits.add_appointment"):
        assert not superuser.has_perm(permission)
        assert administrator.has_perm(permission)
    assert not access.is_administrator(superuser)
    assert not access.edits_standards(superuser)
    never = ("audits.view_audit", "audits.view_report", "auth.add_group")
    kept = ("user", "department", "employee", "employment", "appointment", "purpose")
    for permission in (*never, *(f"audits.delete_{model}" for model in kept)):
        assert not superuser.has_perm(permission)
        assert not administrator.has_perm(permission)


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.HEAD, Role.HR])
def test_other_roles_administer_nothing(office, role):
    user = appointed(role, office)
    assert not user.has_perm("standards.change_recommendation")
    assert not user.has_module_perms("audits")


def test_what_one_may_see_is_one_query_however_large_the_office(auditor, unit, django_assert_num_queries):
    load_edition_2016()
    for _ in range(3):
        opened_audit(auditor, unit)
    with django_assert_num_queries(1):
        assert len(access.drafts_of(auditor)) == 3

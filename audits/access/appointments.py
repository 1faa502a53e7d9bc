"""Roles held today, and the departments over which they are held: what every other answer is made of."""

import datetime
from functools import lru_cache
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q
from django.utils import timezone

from audits.access.kept import ANY_ACCOUNT, Statement
from audits.choices import Role
from audits.models import Appointment, Department, Employee, on_day


def roles(user: Any, day: datetime.date | None = None) -> frozenset[str]:
    """The roles that the account holds anywhere in the office on that day (today unless told)."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    return frozenset(role for (role,) in _roles(day or timezone.localdate()).rows(user.pk))


@lru_cache(maxsize=16)
def _roles(day: datetime.date) -> Statement:
    held = Appointment.objects.held_on(day).filter(user_id=ANY_ACCOUNT)
    return Statement.of(held.order_by().values_list("role").distinct(), ANY_ACCOUNT)


def roles_and_closing(user: Any) -> tuple[frozenset[str], bool]:
    """The roles held today, and whether the account closes granules: in one query, for the menu of every page."""
    if not user.is_authenticated or not user.is_active:
        return frozenset(), False
    held: dict[str, Any] = dict(_roles_and_closing(timezone.localdate()).rows(user.pk))
    return frozenset(held), any(held.values())


@lru_cache(maxsize=1)
def _roles_and_closing(today: datetime.date) -> Statement:
    tops = Department.objects.open_on(today).filter(parent=None)
    closes = Q(Exists(tops)) & ~Q(Exists(tops.filter(~_over(ANY_ACCOUNT, OuterRef("pk"), (Role.HR,), today))))
    rows = (
        Appointment.objects.held_on(today)
        .filter(user_id=ANY_ACCOUNT)
        .order_by()
        .values_list("role", ExpressionWrapper(closes, BooleanField()))
        .distinct()
    )
    return Statement.of(rows, ANY_ACCOUNT)


def over(user: Any, department: Any, *wanted: str) -> Exists:
    """EXISTS an appointment in one of these roles, held today, over that department or one above it."""
    return _over(user.pk, department, wanted, timezone.localdate())


# A query says what is asked, never what was answered. Putting it together takes longer than asking it, and nearly every
# request does so several times.
@lru_cache(maxsize=1024)
def _over(user_id: int, department: Any, wanted: tuple[str, ...], today: datetime.date) -> Exists:
    return Exists(
        Appointment.objects.held_on(today)
        .filter(user_id=user_id, user__is_active=True, role__in=wanted)
        .filter(
            on_day(today, "department__descendants__"),
            department__descendants__descendant=department,
        )
        .order_by()
    )


def departments_of(user: Any, *wanted: str) -> Any:
    """Departments over which the account holds one of these roles today."""
    return Department.objects.filter(over(user, OuterRef("pk"), *wanted))


def departments_to_audit(user: Any, day: datetime.date) -> Any:
    """Departments, open on that day, in which the account may open an audit."""
    return departments_of(user, Role.AUDITOR).open_on(day)


def head_of(user: Any, department: Any) -> Exists:
    """EXISTS an appointment as the head of that very department, held today."""
    return _head_of(user.pk, department, timezone.localdate())


@lru_cache(maxsize=1024)
def _head_of(user_id: int, department: Any, today: datetime.date) -> Exists:
    return Exists(
        Appointment.objects.held_on(today)
        .filter(user_id=user_id, user__is_active=True, role=Role.HEAD, department=department)
        .order_by()
    )


def departments_to_report(user: Any) -> Any:
    """Departments whose report the account may ask for: HR's with all below them, a head's own.

    A head has no reports of single units below: the department's figures less those of its other units
    would be a small unit's, which the department's report hides.
    """
    return Department.objects.filter(Q(over(user, OuterRef("pk"), Role.HR)) | Q(head_of(user, OuterRef("pk"))))


def closes_granules(user: Any) -> bool:
    """HR of the whole office: sets for how long audits are closed at once, closes them and supplements closings."""
    if not user.is_authenticated or not user.is_active:
        return False
    tops = Department.objects.open_on(timezone.localdate()).filter(parent=None)
    # An office that has two tops is held where both are.
    held = set(tops.values_list(over(user, OuterRef("pk"), Role.HR), flat=True))
    return held == {True}


def is_administrator(user: Any) -> bool:
    """May open the administration: accounts, office, standards; never results. Django's flags open nothing."""
    return Role.ADMINISTRATOR in roles(user)


def departments_of_rights(user: Any) -> Any:
    """Departments of which the account may read who holds what: all for administrators, for HR and the data
    protection officer those that they hold. Only administrators grant and end, and see whole accounts.
    """
    return Department.objects.all() if is_administrator(user) else departments_of(user, Role.HR, Role.DPO)


def keeps_notices(user: Any) -> bool:
    """May record notices and who was told of them."""
    return Role.HR in roles(user) or is_administrator(user)


def edits_standards(user: Any) -> bool:
    """May draft, edit and publish editions, and say how they are judged."""
    return bool(roles(user) & {Role.STANDARDS_EDITOR, Role.ADMINISTRATOR})


def reads_proposals(user: Any) -> bool:
    """May read which appointments wait for a second administrator; to confirm or refuse is for administrators."""
    return bool(roles(user) & {Role.ADMINISTRATOR, Role.DPO})


def is_own(user: Any, employee: Employee | None) -> bool:
    return employee is not None and employee.user_id is not None and employee.user_id == user.pk

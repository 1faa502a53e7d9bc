"""Mystery shoppers' assignments: their own, those that HR sends out, and who may be sent."""

import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from audits.access.appointments import departments_of, over
from audits.choices import Role
from audits.models import Appointment, Assignment, Department, Employment, User, on_day


def assignments_of(user: Any, now: datetime.datetime | None = None) -> Any:
    """A mystery shopper's own assignments, from their first day until shortly after the last, submitted ones too."""
    return Assignment.objects.open_at(now or timezone.now()).filter(
        over(user, OuterRef("department"), Role.SHOPPER), shopper_id=user.pk
    )


def assignments_to_fill(user: Any, now: datetime.datetime | None = None) -> Any:
    """Those of a mystery shopper's own assignments whose audit is still to be submitted."""
    return assignments_of(user, now).unsubmitted()


def assignments_visible_to(user: Any) -> Any:
    """For HR, every assignment in the departments that they hold."""
    return Assignment.objects.filter(over(user, OuterRef("department"), Role.HR))


def departments_to_assign(user: Any) -> Any:
    """Departments, open today, to which the account may send mystery shoppers."""
    return departments_of(user, Role.HR).open_on(timezone.localdate())


def shoppers_for(user: Any) -> Any:
    """Accounts, not one's own, that are or will be mystery shoppers over any department the account may send to."""
    today = timezone.localdate()
    appointed = Appointment.objects.confirmed().filter(
        Q(until__isnull=True) | Q(until__gt=today),
        on_day(today, "department__descendants__"),
        user=OuterRef("pk"),
        role=Role.SHOPPER,
        department__descendants__descendant__in=departments_to_assign(user),
    )
    return User.objects.filter(Exists(appointed), is_active=True).exclude(pk=user.pk)


def is_shopper_of(shopper: User, department: Department, day: datetime.date) -> bool:
    """Whether the account is a mystery shopper over that department on that day, in today's structure."""
    held = Appointment.objects.held_on(day).filter(
        on_day(timezone.localdate(), "department__descendants__"),
        user=shopper,
        user__is_active=True,
        role=Role.SHOPPER,
        department__descendants__descendant=department,
    )
    found: bool = held.exists()
    return found


def is_employed_under(user: Any, department: Department, first_day: datetime.date, last_day: datetime.date) -> bool:
    """Whether the account's person works in the department or below it on any of these days."""
    below = Department.objects.under(department, first_day) | Department.objects.under(department, last_day)
    found: bool = (
        Employment.objects.filter(employee__user_id=user.pk, department__in=below, since__lte=last_day)
        .filter(Q(until__isnull=True) | Q(until__gt=first_day))
        .exists()
    )
    return found

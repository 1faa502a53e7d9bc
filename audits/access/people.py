"""Whom an audit may name, and whom HR looks after."""

import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from audits.access.appointments import is_administrator, over
from audits.access.results import drafts_of
from audits.choices import Role
from audits.models import Audit, Department, Employee, Employment, on_day, told_on


def employees_at_work(user: Any, department: Department | None, day: datetime.date) -> Any:
    """People employed on that day in that very department, without the account's own person; with None: in any.

    Only in departments over which the account is an auditor.
    """
    held = Employment.objects.filter(
        on_day(day), over(user, OuterRef("department"), Role.AUDITOR), employee=OuterRef("pk")
    )
    if department is not None:
        held = held.filter(department=department)
    return Employee.objects.filter(Exists(held), is_active=True).exclude(user_id=user.pk)


def employees_to_audit(user: Any, department: Department | None, day: datetime.date) -> Any:
    """Of those, whom an audit of that day may name: they were told beforehand that audits are made."""
    return employees_at_work(user, department, day).filter(told_on(day))


def employees_to_name(user: Any, draft: Audit, day: datetime.date) -> Any:
    """Whom a correction's draft may name: people employed there on that day, but for its proposer and its auditor."""
    return (
        Employee.objects.employed_under(draft.department, day)
        .exclude(user_id=user.pk)
        .exclude(user_id=draft.auditor_id)
        .filter(Exists(drafts_of(user).filter(pk=draft.pk)))
    )


def candidates_for(user: Any, audit: Audit) -> Any:
    """Whom a mystery shopper's audit can be about: people who worked there on its day and had been told of the audits
    by then, but for the account's own person and the shopper's."""
    day = timezone.localdate(audit.took_place_at)
    return (
        Employee.objects.employed_under(audit.department, day)
        .exclude(user_id=user.pk)
        .exclude(user_id=audit.auditor_id)
        .filter(told_on(day), over(user, audit.department_id, Role.HR))
    )


def employees_to_tell(user: Any) -> Any:
    """People whom the account may mark as told of the audits: HR's, now or soon, and for administrators all."""
    today = timezone.localdate()
    theirs = Employment.objects.filter(
        Q(until__isnull=True) | Q(until__gt=today),
        over(user, OuterRef("department"), Role.HR),
        employee=OuterRef("pk"),
    )
    everybody = Employee.objects.filter(is_active=True)
    return everybody if is_administrator(user) else everybody.filter(Exists(theirs))


def employees_of_hr(user: Any) -> Any:
    """People who work, or worked, in departments that the account holds as HR; never its own person."""
    theirs = Employment.objects.filter(over(user, OuterRef("department"), Role.HR), employee=OuterRef("pk"))
    return Employee.objects.filter(Exists(theirs)).exclude(user_id=user.pk)

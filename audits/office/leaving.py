"""People who leave the office and come back: never deleted, their audits and employments stay on record."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from audits.models import Appointment, Employee, Employment
from audits.rights.appointing import check_locking, lock_account


@dataclass(frozen=True, slots=True)
class Left:
    """What ended when somebody left."""

    employee: Employee
    employments: list[Employment]
    appointments: list[Appointment]
    account_locked: bool


def open_employments(employee: Employee, day: datetime.date) -> Any:
    """Employments that last beyond that day."""
    still = Q(until__isnull=True) | Q(until__gt=day)
    return Employment.objects.filter(still, employee=employee).select_related("department").order_by("since", "pk")


def check_leaving(*, employee: Employee, left_on: datetime.date, lock: bool, by: Any) -> None:
    """Raise ValidationError, tied to left_on and account, unless the person can have left on that day."""
    if left_on > timezone.localdate() + datetime.timedelta(days=1):
        raise ValidationError(
            {"left_on": _("A day to come is entered as the end of the employment; come back on that day.")}
        )
    later = open_employments(employee, left_on).filter(since__gte=left_on).first()
    if later is not None:
        begins = {"department": later.department, "day": date_format(later.since)}
        raise ValidationError(
            {"left_on": _("An employment in %(department)s begins on %(day)s: correct it first.") % begins}
        )
    if lock and employee.user is not None and employee.user.is_active:
        check_locking(user=employee.user, by=by, field="account")


@transaction.atomic
def record_leaving(*, employee: Employee, left_on: datetime.date, lock: bool, by: Any) -> Left:
    """`left_on`: the first day on which the person no longer works. With `lock` their account is locked too."""
    employee = Employee.objects.select_for_update(of=("self",)).select_related("user").get(pk=employee.pk)
    check_leaving(employee=employee, left_on=left_on, lock=lock, by=by)
    ended = list(open_employments(employee, left_on).select_for_update(of=("self",)))
    for employment in ended:
        employment.until = left_on
    Employment.objects.bulk_update(ended, ["until"])
    employee.is_active = False
    employee.save(update_fields=["is_active"])
    locks = lock and employee.user is not None and employee.user.is_active
    rights = lock_account(user=employee.user, by=by, field="account") if locks else []
    return Left(employee, ended, rights, locks)


@transaction.atomic
def record_return(*, employee: Employee) -> Employee:
    """Active again. What ended stays ended: employments, appointments and the account are given anew."""
    employee = Employee.objects.select_for_update().get(pk=employee.pk)
    employee.is_active = True
    employee.save(update_fields=["is_active"])
    return employee

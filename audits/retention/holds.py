"""What a legal hold covers."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from audits.models import Ancestry, Audit, Department, Employee, LegalHold, Report, User
from audits.models.periods import day_start

_NOTHING = Q(pk__in=())


def held_audits(holds: Iterable[LegalHold]) -> Q:
    found = _NOTHING
    for hold in holds:
        covered = Q()
        if hold.employee_id:
            covered &= Q(employee=hold.employee_id)
        if hold.department_id:
            covered &= Q(department__in=_ever_below(hold))
        if hold.first_day and hold.last_day:
            after = day_start(hold.last_day + datetime.timedelta(days=1))
            covered &= Q(took_place_at__gte=day_start(hold.first_day), took_place_at__lt=after)
        found |= covered
    return found


def held_reports(holds: Iterable[LegalHold]) -> Q:
    found = _NOTHING
    for hold in holds:
        covered = Q()
        if hold.employee_id:
            # A department's report may count them, too.
            covered &= Q(audit__isnull=True) | Q(audit__employee=hold.employee_id)
        if hold.department_id:
            covered &= (
                Q(department__in=_ever_below(hold))
                | Q(department__in=_ever_above(hold), audit__isnull=True)
                | Q(other_department__in=_ever_below(hold))
                | Q(other_department__in=_ever_above(hold))
            )
        if hold.first_day and hold.last_day:
            covered &= Q(period_start__lte=hold.last_day, period_end__gte=hold.first_day)
        found |= covered
    return found


def held_employees(holds: Iterable[LegalHold]) -> Q:
    """Named by one, assessed in an audit that one covers, or employed in a department that one holds as a whole."""
    holds = list(holds)
    found = Q(pk__in=[hold.employee_id for hold in holds if hold.employee_id])
    found |= Q(pk__in=Audit.objects.filter(held_audits(holds), employee__isnull=False).values("employee"))
    for hold in holds:
        if hold.department_id and not hold.employee_id:
            found |= Q(pk__in=Employee.objects.filter(employments__department__in=_ever_below(hold)).values("pk"))
    return found


def held_accounts(holds: Iterable[LegalHold]) -> Q:
    """Of held people, and of the auditors of held audits."""
    holds = list(holds)
    return Q(employee__in=Employee.objects.filter(held_employees(holds)).values("pk")) | Q(
        pk__in=User.objects.filter(audits__in=Audit.objects.filter(held_audits(holds))).values("pk")
    )


def is_of(employee: Employee, department: Department) -> bool:
    """Whether the person ever worked in the department or below it, or was audited there."""
    below = Ancestry.objects.filter(ancestor=department).values("descendant")
    worked = employee.employments.filter(department__in=below)
    return worked.exists() or employee.audits.filter(department__in=below).exists()


def held_log(holds: Iterable[LegalHold]) -> Q:
    """Readings of held audits, reports and people."""
    holds = list(holds)
    return (
        Q(audit__in=Audit.objects.filter(held_audits(holds)).values("pk"))
        | Q(report__in=Report.objects.filter(held_reports(holds)).values("pk"))
        | Q(employee__in=Employee.objects.filter(held_employees(holds)).values("pk"))
    )


def _ever_below(hold: LegalHold) -> Any:
    return Ancestry.objects.filter(ancestor=hold.department_id).values("descendant")


def _ever_above(hold: LegalHold) -> Any:
    return Ancestry.objects.filter(descendant=hold.department_id).values("ancestor")

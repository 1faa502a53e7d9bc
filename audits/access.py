"""Who may see and do what: the one place that answers, for views, admin and jobs alike.

Every answer is a queryset filter or an EXISTS over appointments that hold today, so that the end of an
appointment takes effect on the next request and nothing grows with the number of rows a person may see.
"""

import datetime
from collections.abc import Callable
from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from audits.choices import AccessGround, AuditStatus, ReportKind, Role
from audits.models import (
    AccessRecord,
    Appointment,
    Audit,
    Department,
    Employee,
    Employment,
    Purpose,
    Report,
    User,
    on_day,
)
from audits.models.reports import fixed_period


def roles(user: Any, day: datetime.date | None = None) -> frozenset[str]:
    """The roles that the account holds anywhere in the office on that day (today unless told)."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    held = Appointment.objects.held_on(day or timezone.localdate()).filter(user_id=user.pk)
    return frozenset(held.order_by().values_list("role", flat=True).distinct())


def _over(user: Any, department: Any, *wanted: str) -> Exists:
    """EXISTS an appointment in one of these roles, held today, over that department or one above it."""
    today = timezone.localdate()
    return Exists(
        Appointment.objects.held_on(today)
        .filter(user_id=user.pk, user__is_active=True, role__in=wanted)
        .filter(
            on_day(today, "department__descendants__"),
            department__descendants__descendant=department,
        )
        .order_by()
    )


def departments_of(user: Any, *wanted: str) -> Any:
    """Departments over which the account holds one of these roles today."""
    return Department.objects.filter(_over(user, OuterRef("pk"), *wanted))


def departments_to_audit(user: Any, day: datetime.date) -> Any:
    """Departments, open on that day, in which the account may open an audit."""
    return departments_of(user, Role.AUDITOR).open_on(day)


def _head_of(user: Any, department: Any) -> Exists:
    """EXISTS an appointment as the head of that very department, held today."""
    return Exists(
        Appointment.objects.held_on(timezone.localdate())
        .filter(user_id=user.pk, user__is_active=True, role=Role.HEAD, department=department)
        .order_by()
    )


def departments_to_report(user: Any) -> Any:
    """Departments whose report the account may ask for: HR's with all below them, a head's own.

    A head has no reports of single units below: the department's figures less those of its other units
    would be a small unit's, which the department's report hides.
    """
    return Department.objects.filter(Q(_over(user, OuterRef("pk"), Role.HR)) | Q(_head_of(user, OuterRef("pk"))))


def employees_to_audit(user: Any, department: Department, day: datetime.date) -> Any:
    """People employed in the department or below it on that day, without the account's own person.

    Empty unless the account is an auditor over the department.
    """
    return (
        Employee.objects.employed_under(department, day)
        .filter(is_active=True)
        .exclude(user_id=user.pk)
        .filter(_over(user, department.pk, Role.AUDITOR))
    )


def audits_visible_to(user: Any) -> Any:
    """An auditor's own audits; for HR, the finished ones of the departments that they hold.

    Nobody else sees one person's audit. A draft is its auditor's alone, a discarded one nobody's.
    """
    finished = Q(status__in=(AuditStatus.SUBMITTED, AuditStatus.ANNULLED))
    mine = Q(auditor_id=user.pk) & Q(
        Exists(Appointment.objects.held_on(timezone.localdate()).filter(user_id=user.pk, role=Role.AUDITOR))
    )
    return (
        Audit.objects.exclude(status=AuditStatus.DISCARDED)
        .filter(mine | (finished & Q(_over(user, OuterRef("department"), Role.HR))))
        # Nobody reads, as HR, what was recorded about themselves.
        .exclude(Q(employee__user_id=user.pk) & ~Q(auditor_id=user.pk))
    )


def drafts_of(user: Any) -> Any:
    """Drafts that the account may fill: its own, in departments over which it is still an auditor."""
    return Audit.objects.drafts().filter(_over(user, OuterRef("department"), Role.AUDITOR), auditor_id=user.pk)


def audits_to_annul(user: Any) -> Any:
    """Submitted audits whose annulment the account may propose or decide."""
    return audits_visible_to(user).filter(_over(user, OuterRef("department"), Role.HR), status=AuditStatus.SUBMITTED)


def audits_to_redact(user: Any) -> Any:
    """Finished audits whose notes the account may redact: HR's, but for those that they made themselves."""
    return (
        audits_visible_to(user)
        .filter(_over(user, OuterRef("department"), Role.HR))
        .exclude(status=AuditStatus.DRAFT)
        .exclude(auditor_id=user.pk)
    )


def reports_visible_to(user: Any) -> Any:
    """Departments' reports for HR over the department and for its head; an audit's card for whoever sees the audit.

    Heads, who may not see single audits, see fixed periods only: of two free ones the difference could be one audit.
    """
    over_department = Q(_over(user, OuterRef("department"), Role.HR)) | (
        Q(_head_of(user, OuterRef("department"))) & fixed_period()
    )
    return Report.objects.filter(
        Q(kind=ReportKind.DEPARTMENT) & over_department
        | Q(kind=ReportKind.AUDIT) & Q(Exists(audits_visible_to(user).filter(pk=OuterRef("audit"))))
    )


def access_log_visible_to(user: Any) -> Any:
    """For the data protection officer: readings of audits of the departments that they hold.

    Readings that are of no single audit are for whoever holds the top of the office.
    """
    today = timezone.localdate()
    over_the_top = Exists(
        Appointment.objects.held_on(today)
        .filter(user_id=user.pk, user__is_active=True, role=Role.DPO, department__parent=None)
        .order_by()
    )
    return AccessRecord.objects.filter(
        Q(audit=None) & Q(over_the_top)
        | Q(audit__isnull=False) & Q(_over(user, OuterRef("audit__department"), Role.DPO))
    )


def readings_about(user: Any) -> Any:
    """Who read audits of the person whose account this is, without the auditors of those audits.

    They know them from their own work; the moment at which they look at one would tell a mystery shopper's visit.
    """
    unnamed_then = Q(employee=None, audit__employee__user_id=user.pk)
    return AccessRecord.objects.filter(Q(employee__user_id=user.pk) | unnamed_then).exclude(
        ground=AccessGround.OWN_WORK
    )


def is_own(user: Any, employee: Employee | None) -> bool:
    return employee is not None and employee.user_id is not None and employee.user_id == user.pk


def is_administrator(user: Any) -> bool:
    """May open the administration: accounts, office, standards; never results."""
    return bool(user.is_active and (user.is_superuser or Role.ADMINISTRATOR in roles(user)))


def edits_standards(user: Any) -> bool:
    """May draft, edit and publish editions, and say how they are judged."""
    return bool(user.is_active and (user.is_superuser or roles(user) & {Role.STANDARDS_EDITOR, Role.ADMINISTRATOR}))


class AppointmentBackend(ModelBackend):
    """Signs in by password; permissions come from appointments alone."""

    _OF_ADMINISTRATOR = frozenset(
        f"audits.{action}_{model._meta.model_name}"
        for model in (User, Department, Employee, Employment, Appointment, Purpose)
        for action in ("view", "add", "change")
    ) | {"audits.view_ancestry"}

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        if perm.startswith("standards."):
            return self._holds(user_obj, edits_standards)
        return perm in self._OF_ADMINISTRATOR and self._holds(user_obj, is_administrator)

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        if app_label == "standards":
            return self._holds(user_obj, edits_standards)
        return app_label == "audits" and self._holds(user_obj, is_administrator)

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        return set(self._OF_ADMINISTRATOR) if self._holds(user_obj, is_administrator) else set()

    def _holds(self, user_obj: Any, guard: Callable[[Any], bool]) -> bool:
        # One page of the administration asks dozens of times; an account's object lives for one request.
        answers = user_obj.__dict__.setdefault("_guards_answered", {})
        if guard.__name__ not in answers:
            answers[guard.__name__] = guard(user_obj)
        return bool(answers[guard.__name__])


def roles_in(request: HttpRequest) -> frozenset[str]:
    """The roles that whoever asks holds today, read once a request."""
    if not hasattr(request, "_roles_held"):
        request._roles_held = roles(request.user)  # type: ignore[attr-defined]
    held: frozenset[str] = request._roles_held  # type: ignore[attr-defined]
    return held


def permissions_of_request(request: HttpRequest) -> dict[str, Any]:
    """For the menu: `roles` held today, read only where a template asks."""
    return {"roles": SimpleLazyObject(lambda: roles_in(request)) if hasattr(request, "user") else frozenset()}

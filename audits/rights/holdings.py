"""Who holds what, on any day, and what speaks against it: for the pages, the files and the review. Reads only."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from audits.models import Ancestry, Appointment, Department, DepartmentName, Employment, on_day, read_names
from audits.models.rights import confirmed_by_end_of
from standards.digests import digest_of
from standards.wording.folding import words_of


@dataclass(frozen=True, slots=True)
class Right:
    """One appointment on one day."""

    appointment: Appointment
    # Nobody had confirmed it on that day.
    is_waiting: bool
    # As it was called on that day.
    department: DepartmentName
    # None: the account is nobody's of the office's people.
    works_there: bool | None
    remarks: tuple[str, ...]


def rights_on(day: datetime.date, department: Department | None = None) -> list[Right]:
    """Everything held that day, and what waited to be confirmed: in the whole office, or over the department and below
    it. Two queries.
    """
    held = Appointment.objects.held_on(day) | Appointment.objects.waiting_on(day)
    if department is not None:
        held = held.below(department, day)
    employed = Employment.objects.filter(employee__user=OuterRef("user"))
    under = Ancestry.objects.filter(ancestor=OuterRef(OuterRef("department")), descendant=OuterRef("department"))
    rows = (
        held.annotate(
            was_confirmed=ExpressionWrapper(confirmed_by_end_of(day), BooleanField()),
            works=Exists(employed.filter(on_day(day))),
            works_there=Exists(employed.filter(on_day(day)).filter(Exists(under.filter(on_day(day))))),
            worked_there=Exists(employed.filter(since__lte=day).filter(Exists(under))),
        )
        .select_related("user__employee", "department", "granted_by", "ended_by", "confirmed_by")
        .in_order()
    )
    names = read_names()
    return [_right(row, names.of(row.department_id, day), day) for row in rows]


def _right(row: Any, department: DepartmentName, day: datetime.date) -> Right:
    is_employees = getattr(row.user, "employee", None) is not None
    is_waiting = not row.was_confirmed
    remarks = tuple(_remarks(row, day, is_employees, is_waiting=is_waiting))
    return Right(row, is_waiting, department, row.works_there if is_employees else None, remarks)


def _remarks(row: Any, day: datetime.date, is_employees: bool, *, is_waiting: bool) -> Iterable[str]:
    if is_waiting:
        yield _("waits to be confirmed")
    if not row.user.is_active:
        yield _("account inactive")
    if is_employees and not row.works:
        yield _("no longer works in the office")
    elif is_employees and row.worked_there and not row.works_there:
        yield _("no longer works in this department")
    # Whoever has not signed in for so long may no longer need what they hold.
    long_ago = _a_year_before(day)
    last = row.user.last_login
    if last is None and timezone.localdate(row.user.date_joined) < long_ago:
        yield _("has never signed in")
    elif last is not None and timezone.localdate(last) < long_ago:
        yield _("has not signed in for 12 months")


def _a_year_before(day: datetime.date) -> datetime.date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def named_like(rights: Iterable[Right], text: str) -> list[Right]:
    """Those in whose account, name, role or department every word of the text begins a word."""
    words = words_of(text)
    return [right for right in rights if all(f" {word}" in _searched(right) for word in words)] if words else [*rights]


def _searched(right: Right) -> str:
    one = right.appointment
    said = (one.user.get_full_name(), one.user.get_username(), one.department, one.get_role_display())
    return f" {' '.join(words_of(' '.join(map(str, said))))}"


def fingerprint(rights: Iterable[Right]) -> str:
    """Of what a reviewer decides about: another one once an appointment came, went, or got another end or remark."""
    facts = [(str(one.appointment.uuid), str(one.appointment.until), one.remarks) for one in rights]
    return digest_of(facts)


@dataclass(frozen=True, slots=True)
class Holders:
    """Who holds what over one department."""

    direct: list[Appointment]
    inherited: list[Appointment]
    waiting: list[Appointment]
    planned: list[Appointment]
    past: list[Appointment]


def holders(department: Department) -> Holders:
    """Today's, in today's structure; what is to come and what was, of the department itself. Two queries."""
    today = timezone.localdate()
    related = ("user__employee", "department", "granted_by", "ended_by", "confirmed_by")
    over = Appointment.objects.held_on(today).over(department, today).select_related(*related).in_order()
    held = list(over)
    others = Appointment.objects.filter(department=department).select_related(*related).order_by("-since", "-pk")
    return Holders(
        direct=[one for one in held if one.department_id == department.pk],
        inherited=[one for one in held if one.department_id != department.pk],
        waiting=[one for one in others if one.is_waiting],
        planned=[one for one in others if one.since > today and not one.is_waiting and not one.was_taken_back],
        past=[
            one
            for one in others
            if not one.is_waiting and one.until is not None and (one.until <= today or one.was_taken_back)
        ],
    )


@dataclass(frozen=True, slots=True)
class Holdings:
    """What one account holds, is to hold and held."""

    now: list[Appointment]
    waiting: list[Appointment]
    planned: list[Appointment]
    past: list[Appointment]


def holdings(user: Any) -> Holdings:
    today = timezone.localdate()
    related = ("department", "granted_by", "ended_by", "confirmed_by")
    rows = user.appointments.select_related(*related).order_by("-since", "-pk")
    now, waiting, planned, past = [], [], [], []
    for one in rows:
        if one.is_waiting:
            waiting.append(one)
        elif one.until is not None and (one.until <= today or one.was_taken_back):
            past.append(one)
        elif one.since > today:
            planned.append(one)
        else:
            now.append(one)
    return Holdings(now, waiting, planned, past)

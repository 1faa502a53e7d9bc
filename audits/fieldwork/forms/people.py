"""Looking people up by name for an audit of a day, and telling namesakes apart."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from audits import access
from audits.models import Audit, Department, Employee, Employment, User, on_day, told_on
from standards.fields import Text

FOUND_AT_MOST = 10
# Nothing was ever audited before; also keeps dates that no database can hold out of it.
EARLIEST_DAY = datetime.date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody works; `since` only where unit and title are those of a namesake too."""

    unit: Department
    job: str
    since: datetime.date | None

    def __str__(self) -> str:
        since = _("since %(day)s") % {"day": date_format(self.since, "j.m.Y")} if self.since else ""
        return ", ".join(part for part in (self.job, self.unit.code, since) if part)


def with_places(people: Iterable[Employee], day: datetime.date) -> list[Employee]:
    """Each with `places`, of that day; one query."""
    listed = list(people)
    held = Employment.objects.filter(on_day(day), employee__in=[person.pk for person in listed])
    of_each: dict[int, list[Employment]] = {person.pk: [] for person in listed}
    for employment in held.select_related("department").order_by("department__code", "since"):
        of_each[employment.employee_id].append(employment)
    alike = Counter((str(person), one.department_id, one.position) for person in listed for one in of_each[person.pk])
    for person in listed:
        person.places = [  # type: ignore[attr-defined]
            Place(
                one.department,
                one.position,
                one.since if alike[str(person), one.department_id, one.position] > 1 else None,
            )
            for one in of_each[person.pk]
        ]
    return listed


def named(people: Any, day: datetime.date, text: str) -> list[Employee]:
    """At most FOUND_AT_MOST + 1 of them. `may_be_named`: whether an audit of that day may name them."""
    found = people.annotate(may_be_named=told_on(day)).named_like(text)
    return with_places(found[: FOUND_AT_MOST + 1], day)


def units_of(user: User, employee: Employee, day: datetime.date) -> list[Department]:
    """Where the person worked on that day, of what the account may audit."""
    held = Employment.objects.filter(on_day(day), employee=employee, department=OuterRef("pk"))
    found = access.departments_to_audit(user, day).filter(Exists(held))
    return list(found.order_by("code"))


class EmployeeSearchForm(forms.Form):
    """A name being typed, and for which day it is looked up; `draft`: the audit that is to name somebody else."""

    department = forms.ModelChoiceField(queryset=Department.objects.none(), required=False)
    draft = forms.UUIDField(required=False)
    took_place_at = forms.DateTimeField(required=False)
    employee_name = Text(required=False, max_length=200)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        departments = access.departments_to_audit(user, timezone.localdate())
        self.fields["department"].queryset = departments  # type: ignore[attr-defined]

    def clean_draft(self) -> Audit | None:
        if not (uuid := self.cleaned_data["draft"]):
            return None
        draft: Audit | None = access.drafts_of(self.user).filter(uuid=uuid).select_related("department").first()
        if draft is None:
            raise forms.ValidationError(_("Nobody found"))
        return draft

    @property
    def may_search(self) -> bool:
        if {"department", "draft"} & self.errors.keys():
            return False
        departments: Any = self.fields["department"].queryset  # type: ignore[attr-defined]
        return bool(self.cleaned_data["draft"] or departments.exists())

    def found(self) -> list[Employee]:
        """At most FOUND_AT_MOST + 1 people. A chosen unit narrows the list until somebody types a name."""
        name = self.cleaned_data.get("employee_name")
        if name is None:
            return []
        moment = self.cleaned_data.get("took_place_at") or timezone.now()
        day = max(timezone.localdate(moment), EARLIEST_DAY)
        return named(self._people(day, name), day, name)

    def _people(self, day: datetime.date, name: str) -> Any:
        department, draft = self.cleaned_data["department"], self.cleaned_data["draft"]
        if draft and draft.corrects_id:
            return access.employees_to_name(self.user, draft, day)
        people = access.employees_at_work(self.user, draft.department if draft else None, day)
        return people.employed_under(department, day) if department and not draft and not name else people


class _AskedForForm(forms.Form):
    employee = forms.UUIDField(required=False)
    department = forms.ModelChoiceField(queryset=Department.objects.none(), required=False)


def asked_for(user: User, query: Any) -> dict[str, Any]:
    """What an address says beforehand of a new audit: whom it is about, or where it was."""
    today = timezone.localdate()
    form = _AskedForForm(query)
    form.fields["department"].queryset = access.departments_to_audit(user, today)  # type: ignore[attr-defined]
    form.full_clean()
    if uuid := form.cleaned_data.get("employee"):
        if person := access.employees_to_audit(user, None, today).filter(uuid=uuid).first():
            units = units_of(user, person, today)
            unit = units[0].pk if len(units) == 1 else None
            return {"employee": person.uuid, "employee_name": str(person), "department": unit}
        return {}
    unit = form.cleaned_data.get("department")
    return {"department": unit.pk} if unit else {}

"""Changes of one department: with `reorganisation` the only writer of departments, their dated places and names.

`Ancestry` holds, for each department, itself (depth 0) and every department above it, each from one day until
another. So a question about a past day is answered by the structure of that day, and moving a department from a
date means ending rows and adding others, never rewriting what held before.
"""

import datetime
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from audits.models import Ancestry, Department, DepartmentName, Employment, on_day
from audits.office.naming import check_name, keep_names


def check_place(*, parent: Department | None, since: datetime.date) -> None:
    """Raise ValidationError, tied to the fields parent and since, unless a department can be there from that day."""
    if parent is None:
        return
    if not Ancestry.objects.filter(on_day(since), ancestor=parent, descendant=parent).exists():
        raise ValidationError({"since": _("%(department)s does not exist on that day yet.") % {"department": parent}})
    if parent.closed_on is not None:
        raise ValidationError(
            {
                "parent": _("%(department)s is closed since %(day)s.")
                % {"department": parent, "day": date_format(parent.closed_on)}
            }
        )


@transaction.atomic
def add_department(*, code: str, name: str, parent: Department | None, since: datetime.date) -> Department:
    """The new department, below its parent from that day on. Without a parent: the top of the office."""
    if parent is not None:
        # Nobody closes the parent meanwhile.
        parent = Department.objects.select_for_update().get(pk=parent.pk)
    check_place(parent=parent, since=since)
    department = Department.objects.create(code=code, name=name, parent=parent)
    DepartmentName.objects.create(department=department, since=since, code=code, name=name)
    Ancestry.objects.create(ancestor=department, descendant=department, depth=0, since=since)
    if parent is not None:
        Ancestry.objects.bulk_create(_places_below(parent, department, since))
    return department


def _places_below(parent: Department, department: Department, since: datetime.date) -> Iterator[Ancestry]:
    """What a department comes under from that day on by standing below the parent, wherever the parent was later."""
    above = Ancestry.objects.filter(Q(until__isnull=True) | Q(until__gt=since), descendant=parent)
    for place in above.order_by("depth", "since"):
        yield Ancestry(
            ancestor_id=place.ancestor_id,
            descendant=department,
            depth=place.depth + 1,
            since=max(place.since, since),
            until=place.until,
        )


@transaction.atomic
def rename_department(*, department: Department, code: str, name: str, since: datetime.date) -> Department:
    """Another code or name for the same department from that day on: everything recorded about it stays with it.

    It holds until the next name that is recorded; with the first day of a name that name is put right.
    Raises ValidationError, tied to the field since.
    """
    department = Department.objects.select_for_update().get(pk=department.pk)
    check_name(department=department, since=since)
    keep_names([DepartmentName(department=department, since=since, code=code, name=name)])
    department.refresh_from_db()
    return department


def check_closing(*, department: Department, on: datetime.date) -> None:
    """Raise ValidationError, tied to the field closed_on, unless nothing is left in the department from that day on."""
    if not Ancestry.objects.filter(on_day(on), ancestor=department, descendant=department, since__lt=on).exists():
        raise ValidationError(
            {"closed_on": _("%(department)s does not exist on that day yet.") % {"department": department}}
        )
    still = Q(until__isnull=True) | Q(until__gt=on)
    below = Ancestry.objects.filter(still, ancestor=department, depth__gt=0, descendant=OuterRef("pk"))
    first = Department.objects.open_on(on).filter(Exists(below)).first()
    if first is not None:
        raise ValidationError({"closed_on": _("Close what is below it first: %(department)s.") % {"department": first}})
    if Employment.objects.filter(still, department=department).exists():
        raise ValidationError({"closed_on": _("Somebody is still employed there after that day.")})


@transaction.atomic
def close_department(*, department: Department, on: datetime.date) -> Department:
    """No longer used from that day on.

    Neither its place in the structure nor an appointment over it ends: whoever answered for the department keeps
    answering for its records.
    """
    department = Department.objects.select_for_update().get(pk=department.pk)
    check_closing(department=department, on=on)
    department.closed_on = on
    department.save(update_fields=["closed_on"])
    return department


def check_reopening(*, department: Department) -> None:
    """Raise ValidationError, tied to the field closed_on, when what it belongs to is closed itself."""
    parent = department.parent
    if parent is not None and parent.closed_on is not None:
        raise ValidationError(
            {
                "closed_on": _("%(department)s is closed since %(day)s.")
                % {"department": parent, "day": date_format(parent.closed_on)}
            }
        )


@transaction.atomic
def reopen_department(*, department: Department) -> Department:
    """Undo a closing. What a merger handed over stays where it is."""
    department = Department.objects.select_for_update().get(pk=department.pk)
    check_reopening(department=department)
    department.closed_on = None
    department.merged_into = None
    department.save(update_fields=["closed_on", "merged_into"])
    return department

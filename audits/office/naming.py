"""Dated names: what a department is called from a day on. A day before keeps the name that it had."""

import datetime
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from audits.models import Department, DepartmentName
from standards.wording.folding import sort_key

# Since when, code, name.
Called = tuple[datetime.date, str, str]


def check_name(*, department: Department, since: datetime.date) -> None:
    """Raise ValidationError, tied to the field since, unless another name of the department can begin on that day."""
    days = list(department.names.order_by("since").values_list("since", flat=True))
    if since < days[0]:
        raise ValidationError(
            {"since": _("%(department)s does not exist on that day yet.") % {"department": department}}
        )
    # One that is to begin later is called something already.
    if since > timezone.localdate() and since not in days:
        raise ValidationError({"since": _("A new name is entered on its day or later, not ahead of it.")})


@transaction.atomic
def keep_names(names: Sequence[DepartmentName]) -> None:
    """Each name holds from its day until the next that is recorded; on the day of another it takes its place.

    A department's own code and name become the newest. One name a department; a fixed number of queries.
    """
    new = {name.department_id: name for name in names}
    kept: dict[tuple[int, datetime.date], DepartmentName] = {}
    wanted: dict[int, list[Called]] = {key: [] for key in new}
    for row in DepartmentName.objects.filter(department__in=new).order_by("since"):
        kept[row.department_id, row.since] = row
        wanted[row.department_id].append((row.since, row.code, row.name))
    for key, last in new.items():
        wanted[key] = names_with(wanted[key], (last.since, last.code, last.name))
    changed, added = [], []
    for key, called in wanted.items():
        for since, code, name in called:
            there = kept.pop((key, since), None)
            if there is None:
                added.append(DepartmentName(department_id=key, since=since, code=code, name=name))
            elif (there.code, there.name) != (code, name):
                there.code, there.name = code, name
                changed.append(there)
    DepartmentName.objects.filter(pk__in=[row.pk for row in kept.values()]).delete()
    DepartmentName.objects.bulk_update(changed, ["code", "name"], batch_size=200)
    DepartmentName.objects.bulk_create(added, batch_size=200)
    departments = list(Department.objects.filter(pk__in=new))
    for department in departments:
        _since, department.code, department.name = wanted[department.pk][-1]
        department.sort_key = sort_key(department.name)[:500]
    Department.objects.bulk_update(departments, ["code", "name", "sort_key"], batch_size=200)


def names_with(names: Sequence[Called], new: Called) -> list[Called]:
    """All names of one department with the new one, in order; one like the name before it tells nothing."""
    called = {since: (code, name) for since, code, name in (*names, new)}
    joined: list[Called] = []
    for since, (code, name) in sorted(called.items()):
        if not joined or joined[-1][1:] != (code, name):
            joined.append((since, code, name))
    return joined

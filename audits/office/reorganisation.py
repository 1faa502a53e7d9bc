"""Re-organisations: units moved below another parent, or merged, from a day on.

With `departments` the only writer of departments, their places and names. What held before the day stays as it was,
audits stay in the department they were made in, and appointments over a department stay with it.
"""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from audits.models import Ancestry, Department, DepartmentName, Employment, read_names
from audits.office.departments import close_department
from audits.office.naming import keep_names
from audits.office.structure import Cycle, Place, Tree
from standards.wording.folding import sort_key


@dataclass(frozen=True, slots=True)
class NewDepartment:
    """A department to add; `parent` is the code of one that exists or stands earlier in the same list."""

    code: str
    name: str
    parent: str | None
    since: datetime.date


def read_tree() -> Tree:
    rows = Ancestry.objects.order_by().values_list("descendant_id", "ancestor_id", "depth", "since", "until")
    return Tree(Place(*row) for row in rows)


def check_move(*, department: Department, parent: Department | None, since: datetime.date) -> None:
    """Raise ValidationError, tied to the fields parent and since, unless the department can move there on that day."""
    tree = read_tree()
    _check_moves(tree, {department: parent}, since)
    _move(tree, {department: parent}, since)


@transaction.atomic
def move_department(*, department: Department, parent: Department | None, since: datetime.date) -> Department:
    """From that day on, until the next change recorded for it, the department and all below it stand below the parent.

    Without a parent: at the top. Raises ValidationError, tied to the fields parent and since.
    """
    move_departments(parents={department: parent}, since=since)
    department.refresh_from_db()
    return department


@transaction.atomic
def move_departments(*, parents: Mapping[Department, Department | None], since: datetime.date) -> None:
    """Several moves on one day, so that two may change places; the same number of queries for one as for all."""
    current = _locked()
    parents = {current[d.pk]: current[p.pk] if p is not None else None for d, p in parents.items()}
    tree = read_tree()
    _check_moves(tree, parents, since)
    affected = set().union(*(tree.below(department.pk, since) for department in parents))
    _move(tree, parents, since)
    _store(tree, affected)
    _store_parents(tree, parents)


def _locked() -> dict[int, Department]:
    """All departments by key; one change of the structure waits for another."""
    return {department.pk: department for department in Department.objects.select_for_update().order_by("pk")}


def _move(tree: Tree, parents: Mapping[Department, Department | None], since: datetime.date) -> None:
    try:
        tree.move({d.pk: p.pk if p is not None else None for d, p in parents.items()}, since)
    except Cycle as cycle:
        department = next(d for d in parents if d.pk == cycle.department)
        raise ValidationError(
            {"parent": _("%(department)s would come below itself.") % {"department": department}}
        ) from None


def _check_moves(tree: Tree, parents: Mapping[Department, Department | None], since: datetime.date) -> None:
    check_not_ahead(since, "since")
    for department, parent in parents.items():
        if since < tree.begins.get(department.pk, datetime.date.max):
            raise ValidationError(
                {"since": _("%(department)s does not exist on that day yet.") % {"department": department}}
            )
        _check_open(department, "department")
        if parent is not None:
            _check_parent(tree, parent, since)


def _check_parent(tree: Tree, parent: Department, since: datetime.date) -> None:
    if since < tree.begins.get(parent.pk, datetime.date.max):
        raise ValidationError({"since": _("%(department)s does not exist on that day yet.") % {"department": parent}})
    _check_open(parent, "parent")


def check_not_ahead(day: datetime.date, field: str) -> None:
    """A department's parent is today's: what is only planned is entered when its day has come."""
    if day > timezone.localdate():
        raise ValidationError({field: _("A re-organisation is entered on its day or later, not ahead of it.")})


def _check_open(department: Department, field: str) -> None:
    if department.closed_on is not None:
        closed = {"department": department, "day": date_format(department.closed_on)}
        raise ValidationError({field: _("%(department)s is closed since %(day)s.") % closed})


def check_merge(*, source: Department, target: Department, on: datetime.date) -> None:
    """Raise ValidationError, tied to the fields source, target and on, unless the source can merge into the target."""
    check_not_ahead(on, "on")
    if source == target:
        raise ValidationError({"target": _("A department cannot be merged with itself.")})
    _check_open(source, "source")
    _check_open(target, "target")
    tree = read_tree()
    # The source must have lasted a day at least, the target must be there to take over.
    if on <= tree.begins.get(source.pk, datetime.date.max):
        raise ValidationError({"on": _("The department does not exist before that day.")})
    if on < tree.begins.get(target.pk, datetime.date.max):
        raise ValidationError({"on": _("%(department)s does not exist on that day yet.") % {"department": target}})
    if target.pk in tree.below(source.pk, on):
        below = {"target": target, "source": source}
        raise ValidationError({"target": _("%(target)s is below %(source)s: move it elsewhere first.") % below})


@transaction.atomic
def merge_departments(*, source: Department, target: Department, on: datetime.date) -> Department:
    """From that day on the target has the source's people and the units directly below it; the source is closed.

    The source keeps its place in the structure, its audits and whoever was appointed over it; nobody gets rights over
    the target by a merger. Returns the source. Raises ValidationError, tied to the fields source, target and on.
    """
    current = _locked()
    source, target = current[source.pk], current[target.pk]
    check_merge(source=source, target=target, on=on)
    tree = read_tree()
    affected = tree.below(source.pk, on) - {source.pk}
    closed = {d.pk for d in current.values() if d.closed_on is not None and d.closed_on <= on}
    handed_over = tree.hand_over(source.pk, target.pk, on, except_for=closed)
    _store(tree, affected)
    _store_parents(tree, [current[pk] for pk in handed_over])
    _move_people(source, target, on)
    source = close_department(department=source, on=on)
    source.merged_into = target
    source.save(update_fields=["merged_into"])
    return source


def _move_people(source: Department, target: Department, on: datetime.date) -> None:
    """Whoever works in the source on that day or later works in the target instead, for as long as in the source."""
    still = Q(until__isnull=True) | Q(until__gt=on)
    leaving = list(Employment.objects.select_for_update().filter(still, department=source).order_by("since"))
    there = Employment.objects.filter(still, department=target, employee__in=[e.employee_id for e in leaving])
    taken: dict[int, list[Employment]] = {}
    for employment in there:
        taken.setdefault(employment.employee_id, []).append(employment)
    arriving, begun, not_begun = [], [], []
    for employment in leaving:
        since = max(employment.since, on)
        # Somebody with a post in both keeps the one in the target.
        for start, end in _rest(since, employment.until, taken.get(employment.employee_id, [])):
            arriving.append(
                Employment(
                    employee_id=employment.employee_id,
                    department=target,
                    position=employment.position,
                    since=start,
                    until=end,
                    serves_clients=employment.serves_clients,
                )
            )
        if employment.since < on:
            employment.until = on
            begun.append(employment)
        else:
            not_begun.append(employment.pk)
    Employment.objects.bulk_update(begun, ["until"], batch_size=500)
    # They would have begun in a department that is no more; the same stays begin in the target.
    Employment.objects.filter(pk__in=not_begun).delete()
    Employment.objects.bulk_create(arriving, batch_size=500)


def _rest(
    since: datetime.date, until: datetime.date | None, taken: Iterable[Employment]
) -> Iterator[tuple[datetime.date, datetime.date | None]]:
    """The parts of that time, as (first day, first day after), in which none of the employments holds."""
    for employment in sorted(taken, key=lambda employment: employment.since):
        if until is not None and employment.since >= until:
            break
        if since < employment.since:
            yield since, employment.since
        if employment.until is None:
            return
        since = max(since, employment.until)
    if until is None or since < until:
        yield since, until


@transaction.atomic
def add_departments(*, listed: Sequence[NewDepartment]) -> dict[str, Department]:
    """Many new departments at once, by code; parents stand before their children.

    The number of queries grows with the depth of the tree alone. Raises ValidationError, tied to parent and since.
    """
    current = {department.code: department for department in _locked().values()}
    tree = read_tree()
    added: dict[str, Department] = {}
    waiting = list(listed)
    while waiting:
        level = [new for new in waiting if new.parent is None or new.parent in current]
        if not level:
            unknown = {"department": waiting[0].parent}
            raise ValidationError({"parent": _("There is no department %(department)s.") % unknown})
        made = [Department(code=new.code, name=new.name, parent=current.get(new.parent or "")) for new in level]
        for department in made:
            department.sort_key = sort_key(department.name)[:500]
        made = Department.objects.bulk_create(made)
        DepartmentName.objects.bulk_create(
            DepartmentName(department=department, since=new.since, code=department.code, name=department.name)
            for new, department in zip(level, made, strict=True)
        )
        for new, department in zip(level, made, strict=True):
            parent = department.parent
            if parent is not None:
                _check_parent(tree, parent, new.since)
            tree.add(department.pk, parent.pk if parent is not None else None, new.since)
            current[new.code] = added[new.code] = department
        waiting = [new for new in waiting if new.code not in added]
    _store(tree, {department.pk for department in added.values()})
    return added


def rename_departments(*, names: Mapping[Department, str], since: datetime.date) -> None:
    """Other names for many departments at once, from that day on until the next that is recorded."""
    called = read_names([department.pk for department in names])
    keep_names(
        [
            DepartmentName(department=each, since=since, code=called.of(each.pk, since).code, name=name)
            for each, name in names.items()
        ]
    )


def _store(tree: Tree, departments: Collection[int]) -> None:
    """Make the stored places of the departments those of the tree; rows that already say so are not touched."""
    wanted = {(place.descendant, place.ancestor, place.since): place for place in tree.places(departments)}
    changed, gone = [], []
    for row in Ancestry.objects.filter(descendant__in=departments):
        place = wanted.pop((row.descendant_id, row.ancestor_id, row.since), None)
        if place is None:
            gone.append(row.pk)
        elif (row.depth, row.until) != (place.depth, place.until):
            row.depth, row.until = place.depth, place.until
            changed.append(row)
    Ancestry.objects.filter(pk__in=gone).delete()
    Ancestry.objects.bulk_update(changed, ["depth", "until"], batch_size=200)
    Ancestry.objects.bulk_create(
        [
            Ancestry(
                descendant_id=place.descendant,
                ancestor_id=place.ancestor,
                depth=place.depth,
                since=place.since,
                until=place.until,
            )
            for place in sorted(wanted.values(), key=lambda place: (place.descendant, place.depth, place.since))
        ],
        batch_size=200,
    )


def _store_parents(tree: Tree, departments: Iterable[Department]) -> None:
    today = timezone.localdate()
    departments = list(departments)
    for department in departments:
        department.parent_id = tree.parent_on(department.pk, today)
    Department.objects.bulk_update(departments, ["parent"], batch_size=200)

"""What a re-organisation would change, to look at before anything is written. Reads only."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from audits.models import Appointment, Department, Employment, on_day
from audits.office.reorganisation import check_merge, check_move, read_tree
from audits.office.structure import Stay, Tree
from standards.digests import digest_of


@dataclass(frozen=True, slots=True)
class Rights:
    """Appointments that reach the moved units: given over departments, so some come and some go with a move."""

    kept: list[Appointment]
    gained: list[Appointment]
    lost: list[Appointment]


@dataclass(frozen=True, slots=True)
class MovePreview:
    department: Department
    before: Department | None
    after: Department | None
    since: datetime.date
    # A change recorded for a later day, until which the move holds.
    until: datetime.date | None
    units: list[Department]
    people: int
    rights: Rights

    @property
    def changes_anything(self) -> bool:
        return self.before != self.after

    @property
    def fingerprint(self) -> str:
        return digest_of(
            "move", self.department.pk, _pk(self.before), _pk(self.after), self.since, self.until,
            [unit.pk for unit in self.units], self.people, *_of_rights(self.rights),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class MergePreview:
    source: Department
    target: Department
    on: datetime.date
    units: list[Department]
    staying: list[Department]
    employments: list[Employment]
    # People with a post in both: the one in the target counts.
    in_both: int
    rights: Rights

    @property
    def people(self) -> int:
        return len({employment.employee_id for employment in self.employments})

    @property
    def fingerprint(self) -> str:
        return digest_of(
            "merge", self.source.pk, self.target.pk, self.on, [unit.pk for unit in self.units],
            [unit.pk for unit in self.staying],
            [(one.pk, one.since, one.until) for one in self.employments], *_of_rights(self.rights),
        )  # fmt: skip


def preview_move(*, department: Department, parent: Department | None, since: datetime.date) -> MovePreview:
    """Raises ValidationError as `move_department` would."""
    check_move(department=department, parent=parent, since=since)
    today = timezone.localdate()
    before, after = read_tree(), read_tree()
    after.move({department.pk: parent.pk if parent is not None else None}, since)
    coming = after.below(department.pk, since)
    stay = next(
        (stay for stay in after.stays[department.pk] if parent and stay.parent == parent.pk and _holds(stay, since)),
        None,
    )
    parent_before = before.parent_on(department.pk, since)
    standing = Department.objects.get(pk=parent_before) if parent_before is not None else None
    return MovePreview(
        department=department,
        before=standing,
        after=parent,
        since=since,
        until=stay.until if stay else None,
        units=_in_order(coming - {department.pk}),
        people=_people_in(coming, since),
        rights=_rights(_above(before, department.pk, today), _above(after, department.pk, today), coming),
    )


def preview_merge(*, source: Department, target: Department, on: datetime.date) -> MergePreview:
    """Raises ValidationError as `merge_departments` would."""
    check_merge(source=source, target=target, on=on)
    today = timezone.localdate()
    tree = read_tree()
    below = {
        unit
        for unit, stays in tree.stays.items()
        if any(stay.parent == source.pk and stay.within(on, None) is not None for stay in stays)
    }
    closed = set(Department.objects.filter(pk__in=below, closed_on__lte=on).values_list("pk", flat=True))
    still = Q(until__isnull=True) | Q(until__gt=on)
    employments = list(
        Employment.objects.filter(still, department=source)
        .select_related("employee")
        .order_by("employee__sort_key", "employee__number", "since")
    )
    people = {employment.employee_id for employment in employments}
    both = Employment.objects.filter(still, department=target, employee__in=people)
    return MergePreview(
        source=source,
        target=target,
        on=on,
        units=_in_order(below - closed),
        staying=_in_order(closed),
        employments=employments,
        in_both=both.values("employee").distinct().count(),
        # What reaches the people and units: before as parts of the source, then as parts of the target.
        rights=_rights(
            [source.pk, *_above(tree, source.pk, today)], [target.pk, *_above(tree, target.pk, today)], below - closed
        ),
    )


def _holds(stay: Stay, day: datetime.date) -> bool:
    return stay.since <= day and (stay.until is None or day < stay.until)


def _above(tree: Tree, department: int, day: datetime.date) -> list[int]:
    chain: list[int] = []
    parent = tree.parent_on(department, day)
    while parent is not None:
        chain.append(parent)
        parent = tree.parent_on(parent, day)
    return chain


def _people_in(departments: Collection[int], day: datetime.date) -> int:
    held = Employment.objects.filter(on_day(day), department__in=departments)
    return held.values("employee").distinct().count()


def _in_order(departments: Iterable[int]) -> list[Department]:
    return list(Department.objects.filter(pk__in=set(departments)).order_by("code"))


def _rights(before: Collection[int], after: Collection[int], units: Collection[int]) -> Rights:
    held = (
        Appointment.objects.held_on(timezone.localdate())
        .filter(department__in={*before, *after, *units}, user__is_active=True)
        .select_related("user", "department")
        .in_order()
    )
    kept, gained, lost = [], [], []
    for appointment in held:
        over = appointment.department_id
        if over in units:
            kept.append(appointment)
        elif over in after and over not in before:
            gained.append(appointment)
        elif over in before and over not in after:
            lost.append(appointment)
    return Rights(kept, gained, lost)


def _of_rights(rights: Rights) -> tuple[list[int], ...]:
    return tuple([one.pk for one in group] for group in (rights.kept, rights.gained, rights.lost))


def _pk(department: Department | None) -> int | None:
    return department.pk if department is not None else None

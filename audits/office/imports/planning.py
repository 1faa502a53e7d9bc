"""What an import would do, all of it, before anything is written."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from audits.models import Appointment, Department, Employee, Employment, last_day, read_names
from audits.office.imports.departments import Departments, Moved, Renamed
from audits.office.imports.files import Table, Unusable
from audits.office.imports.names import Name, alike
from audits.office.imports.people import Contradiction, Post, PostChange, plan_posts
from audits.office.imports.recognising import recognise
from audits.office.imports.rows import Note, PersonRow, Refusal, Rows, read_rows, refuse
from audits.office.reorganisation import NewDepartment, read_tree
from standards.digests import digest_of
from standards.wording.folding import words_of

# Nobody has more employments; comparing thousands with one another would take minutes.
MAX_ROWS_OF_PERSON = 50
# An import that ends more than this share of the people, and more than this many, is asked about twice.
MANY_SHARE, MANY = 0.1, 5
EARLIEST_DAY = datetime.date(1990, 1, 1)


@dataclass(frozen=True, slots=True)
class PersonChange:
    """One person with what changes for them; `employee` is None for somebody new."""

    number: str
    last_name: str
    first_name: str
    employee: int | None
    # Last and first name so far, where they change.
    was_called: tuple[str, str] | None
    posts: tuple[PostChange, ...]

    @property
    def leaves(self) -> bool:
        """They are not in the file: their employments end."""
        return bool(self.posts) and self.was_called is None and all(change.row is None for change in self.posts)


@dataclass(frozen=True, slots=True)
class Plan:
    on: datetime.date
    new_departments: tuple[NewDepartment, ...]
    renamed: tuple[Renamed, ...]
    moved: tuple[Moved, ...]
    people: tuple[PersonChange, ...]
    refused: tuple[Refusal, ...]
    # What was taken otherwise than it is written.
    notes: tuple[Note, ...]
    # Why nobody is ended although somebody may be missing; empty when they are.
    nobody_ends: str
    ignored_headings: tuple[str, ...]
    unchanged_departments: int
    unchanged_people: int
    # Employed on the day, before the import.
    employed: int
    # Personnel numbers of those who leave and hold an appointment on the day, with an active account.
    leaving_with_rights: tuple[str, ...]
    # Personnel numbers of those who left, and whom the file employs anew.
    back_but_inactive: tuple[str, ...]

    @property
    def new_people(self) -> tuple[PersonChange, ...]:
        return tuple(person for person in self.people if person.employee is None)

    @property
    def changed_people(self) -> tuple[PersonChange, ...]:
        return tuple(person for person in self.people if person.employee is not None and not person.leaves)

    @property
    def ended_people(self) -> tuple[PersonChange, ...]:
        return tuple(person for person in self.people if person.leaves)

    @property
    def changes_anything(self) -> bool:
        return bool(self.new_departments or self.renamed or self.moved or self.people)

    @property
    def ends_many(self) -> bool:
        return len(self.ended_people) > max(MANY, MANY_SHARE * self.employed)

    @property
    def namesakes(self) -> tuple[tuple[PersonChange, PersonChange], ...]:
        """Who ends, and who begins under the same name with another number: one person, as like as not."""
        beginning: dict[str, list[PersonChange]] = {}
        for person in self.new_people:
            beginning.setdefault(_called(person), []).append(person)
        return tuple((ended, new) for ended in self.ended_people for new in beginning.get(_called(ended), ()))

    @property
    def fingerprint(self) -> str:
        """The same for the same changes, so that what is confirmed is what was shown."""
        return digest_of(
            self.on,
            self.new_departments,
            self.renamed,
            self.moved,
            self.people,
            [refusal.row for refusal in self.refused],
            bool(self.nobody_ends),
        )


@dataclass(frozen=True, slots=True)
class _Known:
    """Everybody whom the portal holds: by personnel number, and their employments by key of the employee."""

    employees: dict[str, Employee]
    posts: dict[int, dict[int, Post]]

    def posts_of(self, employee: Employee | None) -> dict[int, Post]:
        return self.posts.get(employee.pk, {}) if employee is not None else {}


def check_day(on: datetime.date) -> None:
    """Raise Unusable unless a file can be the state of that day: a department's place is never entered ahead."""
    if on > timezone.localdate():
        raise Unusable(_("The day of the import cannot be a day to come."))
    if on < EARLIEST_DAY:
        raise Unusable(_("The day of the import is too long ago."))


def plan_import(table: Table, *, on: datetime.date) -> Plan:
    """What importing the table as the state of that day would change. Reads in a fixed number of queries."""
    rows = read_rows(table)
    current = {department.code: department for department in Department.objects.all()}
    known = _read_people()
    recognise(rows, numbers=known.employees, codes=current)
    departments = Departments(rows, current, read_tree(), read_names(), on)
    changes: list[PersonChange] = []
    seen: set[str] = set()
    nobody_ends = ""
    employed = _employed(known, on)
    if rows.has_people:
        by_number = _by_number(rows)
        seen = set(by_number)
        changes = list(_changes(rows, by_number, known, departments, on))
        nobody_ends = _why_nobody_ends(rows, seen)
        present = seen | rows.refused_numbers
        if not nobody_ends:
            changes.extend(_endings((n for n in employed if n not in present), known, on))
    first_days = _first_days(changes)
    new_departments = departments.new(first_days)
    renamed, moved = departments.renamed(), departments.moved()
    touched = {one.code for one in renamed} | {one.code for one in moved}
    in_file_changed = sum(not change.leaves for change in changes)
    return Plan(
        on=on,
        new_departments=new_departments,
        renamed=renamed,
        moved=moved,
        people=tuple(changes),
        refused=tuple(sorted(rows.refused, key=lambda refusal: refusal.row)),
        notes=tuple(sorted(rows.notes, key=lambda note: note.row)),
        nobody_ends=nobody_ends,
        ignored_headings=table.ignored,
        unchanged_departments=departments.listed - len(new_departments) - len(touched),
        unchanged_people=len(seen - rows.refused_numbers) - in_file_changed,
        employed=len(employed),
        leaving_with_rights=_with_rights([change for change in changes if change.leaves], known, on),
        back_but_inactive=tuple(change.number for change in changes if _is_back(change, known, on)),
    )


def _read_people() -> _Known:
    employees = {employee.number: employee for employee in Employee.objects.order_by("pk")}
    posts: dict[int, dict[int, Post]] = {}
    fields = ("pk", "employee_id", "department__code", "position", "since", "until", "serves_clients")
    for pk, employee, *post in Employment.objects.order_by("pk").values_list(*fields):
        posts.setdefault(employee, {})[pk] = Post(*post)
    return _Known(employees, posts)


def _by_number(rows: Rows) -> dict[str, list[PersonRow]]:
    by_number: dict[str, list[PersonRow]] = {}
    for person in rows.people:
        by_number.setdefault(person.number, []).append(person)
    return by_number


def _employed(known: _Known, on: datetime.date) -> list[str]:
    return [
        number
        for number, employee in known.employees.items()
        if any(post.since <= on and post.lasts_after(on) for post in known.posts_of(employee).values())
    ]


def _changes(
    rows: Rows, by_number: dict[str, list[PersonRow]], known: _Known, departments: Departments, on: datetime.date
) -> Iterator[PersonChange]:
    refused_before = frozenset(rows.refused_numbers)
    for number, stated in by_number.items():
        employee = known.employees.get(number)
        try:
            _check_person(number, stated, number in refused_before)
            for row in stated:
                if row.department not in departments:
                    reason = _("There is no department %(department)s.") % {"department": row.department}
                    raise Contradiction(row.row, reason)
            posts = plan_posts(recorded=known.posts_of(employee), stated=stated, on=on, closed_on=departments.closed_on)
        except Contradiction as fault:
            _refuse_person(rows, stated, fault)
            continue
        first = stated[0]
        was_called = None
        if employee is not None and not alike(Name(employee.last_name, employee.first_name), _name(first)):
            was_called = (employee.last_name, employee.first_name)
        if posts or was_called or employee is None:
            pk = employee.pk if employee is not None else None
            yield PersonChange(number, first.last_name, first.first_name, pk, was_called, posts)


def _name(row: PersonRow) -> Name:
    return Name(row.last_name, row.first_name)


def _called(person: PersonChange) -> str:
    return " ".join(words_of(f"{person.last_name} {person.first_name}"))


def _check_person(number: str, stated: list[PersonRow], has_refused_row: bool) -> None:
    first = stated[0]
    if has_refused_row:
        raise Contradiction(first.row, _("Another row of the same person was refused."))
    if len(stated) > MAX_ROWS_OF_PERSON:
        raise Contradiction(first.row, _("The personnel number is in far too many rows."))
    for row in stated[1:]:
        if not alike(_name(row), _name(first)):
            raise Contradiction(
                row.row, _("The personnel number is in row %(row)d too, with another name.") % {"row": first.row}
            )


def _refuse_person(rows: Rows, stated: list[PersonRow], fault: Contradiction) -> None:
    """One wrong row makes all of the person's doubtful: which of them is right, the portal cannot tell."""
    for row in stated:
        others = _("Refused with row %(row)d of the same person.") % {"row": fault.row}
        refuse(rows, row.row, row.number, row.number, fault.reason if row.row == fault.row else others)


def _why_nobody_ends(rows: Rows, seen: set[str]) -> str:
    if rows.unknown_person:
        return _("Some refused row does not tell whose it is, so nobody can be said to be missing.")
    if not seen - rows.refused_numbers:
        return _("No row with a person could be used, so nobody can be said to be missing.")
    return ""


def _endings(numbers: Iterable[str], known: _Known, on: datetime.date) -> Iterator[PersonChange]:
    for number in numbers:
        employee = known.employees[number]
        posts = plan_posts(recorded=known.posts_of(employee), stated=(), on=on)
        if posts:
            yield PersonChange(number, employee.last_name, employee.first_name, employee.pk, None, posts)


def _first_days(changes: list[PersonChange]) -> dict[str, datetime.date]:
    """Since when somebody who arrives works in each department, by code."""
    first: dict[str, datetime.date] = {}
    for change in changes:
        for post in change.posts:
            code = post.after.department
            first[code] = min(first.get(code, post.after.since), post.after.since)
    return first


def _with_rights(leaving: list[PersonChange], known: _Known, on: datetime.date) -> tuple[str, ...]:
    if not leaving:
        return ()
    held = Appointment.objects.held_on(on).filter(user__is_active=True).order_by()
    holders = set(held.values_list("user_id", flat=True).distinct())
    return tuple(change.number for change in leaving if known.employees[change.number].user_id in holders)


def _is_back(change: PersonChange, known: _Known, on: datetime.date) -> bool:
    employee = known.employees.get(change.number)
    employed_anew = any(post.before is None and post.after.lasts_after(on) for post in change.posts)
    return employee is not None and not employee.is_active and employed_anew


def sentences(change: PostChange) -> Iterator[tuple[str, str, str]]:
    """What changes in an employment, each as its name, before, after."""
    before, after = change.before, change.after
    if before is None or before.department != after.department:
        yield _("department"), before.department if before else "", after.department
    if before is None or before.position != after.position:
        yield _("job title"), before.position if before else "", after.position
    if before is None:
        yield _("since"), "", date_format(after.since)
    if (before.serves_clients if before else True) != after.serves_clients:
        yes_no = {True: _("yes"), False: _("no")}
        yield _("serves clients"), yes_no[before.serves_clients] if before else "", yes_no[after.serves_clients]
    if (before.until if before else None) != after.until:
        yield _("last day"), last_day_shown(before.until if before else None), last_day_shown(after.until)


def last_day_shown(until: datetime.date | None) -> str:
    """For readers, who count the last day in; the portal stores the first day after it."""
    last = last_day(until)
    return date_format(last) if last else ""

"""Does what a plan says, in one transaction, if it is still what the file and the portal amount to."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from django.db import IntegrityError, transaction

from audits.models import Department, Employee, Employment
from audits.office.imports.files import Table
from audits.office.imports.people import PostChange
from audits.office.imports.planning import PersonChange, Plan, plan_import
from audits.office.reorganisation import add_departments, move_departments, rename_departments
from standards.refusals import Stale

T = TypeVar("T")
_BATCH = 500


class Changed(Stale):
    """Since the plan was shown the portal has changed; `current` is what the import would do now."""


def apply_import(table: Table, *, on: datetime.date, fingerprint: str) -> Plan:
    """Import the table as the state of that day: exactly what the plan with this fingerprint says, or nothing.

    Raises Changed. The number of queries grows with every 500 people, not with each.
    """
    try:
        with transaction.atomic():
            # Another import and other changes of the structure wait.
            list(Department.objects.select_for_update().order_by("pk").values_list("pk"))
            plan = plan_import(table, on=on)
            if plan.fingerprint != fingerprint:
                raise Changed(plan)
            _write(plan)
    except IntegrityError:
        # Somebody added the same department or person by hand at this very moment.
        raise Changed(plan_import(table, on=on)) from None
    return plan


def _write(plan: Plan) -> None:
    if plan.new_departments:
        add_departments(listed=plan.new_departments)
    departments = {department.code: department for department in Department.objects.all()}
    if plan.renamed:
        rename_departments(names={departments[one.code]: one.after for one in plan.renamed}, since=plan.on)
    if plan.moved:
        move_departments(parents={departments[one.code]: departments[one.after] for one in plan.moved}, since=plan.on)
    keys = {code: department.pk for code, department in departments.items()}
    employees = _add_people(plan.new_people) | {p.number: p.employee for p in plan.people if p.employee is not None}
    _rename_people([person for person in plan.people if person.was_called is not None])
    changed = [change for person in plan.people for change in person.posts if change.employment is not None]
    _change_posts(changed, keys)
    Employment.objects.bulk_create(
        (
            Employment(
                employee_id=employees[person.number],
                department_id=keys[change.after.department],
                position=change.after.position,
                since=change.after.since,
                until=change.after.until,
                serves_clients=change.after.serves_clients,
            )
            for person in plan.people
            for change in person.posts
            if change.employment is None
        ),
        batch_size=_BATCH,
    )


def _add_people(people: Iterable[PersonChange]) -> dict[str, int]:
    employees = []
    for person in people:
        employee = Employee(number=person.number, last_name=person.last_name, first_name=person.first_name)
        employee.set_keys()
        employees.append(employee)
    return {employee.number: employee.pk for employee in Employee.objects.bulk_create(employees, batch_size=_BATCH)}


def _rename_people(people: Sequence[PersonChange]) -> None:
    employees = []
    for person in people:
        employee = Employee(pk=person.employee, last_name=person.last_name, first_name=person.first_name)
        employee.set_keys()
        employees.append(employee)
    Employee.objects.bulk_update(employees, ["last_name", "first_name", "search_name", "sort_key"], batch_size=_BATCH)


def _change_posts(changes: Iterable[PostChange], keys: dict[str, int]) -> None:
    ending_alike: dict[datetime.date | None, list[int]] = {}
    others = []
    for change in changes:
        before, after = change.before, change.after
        only_ends = before is not None and before == replace(after, until=before.until)
        if only_ends and change.row is None:
            ending_alike.setdefault(after.until, []).append(change.employment or 0)
        else:
            others.append(
                Employment(
                    pk=change.employment,
                    department_id=keys[after.department],
                    position=after.position,
                    until=after.until,
                    serves_clients=after.serves_clients,
                )
            )
    for until, pks in ending_alike.items():
        for batch in _batches(pks):
            Employment.objects.filter(pk__in=batch).update(until=until)
    Employment.objects.bulk_update(others, ["department", "position", "until", "serves_clients"], batch_size=_BATCH)


def _batches(rows: Sequence[T]) -> Iterator[list[T]]:
    remaining = iter(rows)
    while batch := list(islice(remaining, _BATCH)):
        yield batch

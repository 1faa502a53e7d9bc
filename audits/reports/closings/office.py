"""The office as it stood in a granule, read for the rule of disclosure."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from audits.figures import disclosure
from audits.figures.disclosure.office import Tree
from audits.models import Ancestry, DepartmentName, Employment, read_names
from standards.wording.folding import sort_key


def places() -> list[disclosure.Place]:
    """Where units stood and when. A unit is at the top only while it has no parent: rows with one come first."""
    rows = Ancestry.objects.filter(depth__lte=1).order_by("-depth", "descendant_id", "since")
    return [
        disclosure.Place(unit, parent if depth else None, since, until)
        for unit, parent, depth, since, until in rows.values_list(
            "descendant_id", "ancestor_id", "depth", "since", "until"
        )
    ]


def posts() -> list[disclosure.Post]:
    rows = Employment.objects.order_by("pk")
    return [
        disclosure.Post(*row)
        for row in rows.values_list("employee_id", "department_id", "since", "until", "serves_clients")
    ]


def order_on(day: datetime.date) -> Callable[[int], Any]:
    """By the units' codes of that day, in one query."""
    return order_of(read_names().on(day))


def order_of(names: Mapping[int, DepartmentName]) -> Callable[[int], Any]:
    """By the units' codes, "WOM 2" before "WOM 10"; equal ones, which no office has, by their keys."""
    keys = {pk: (_natural(name.code), pk) for pk, name in names.items()}
    return lambda unit: keys.get(unit, ("", unit))


def _natural(code: str) -> str:
    digits, parts = "", []
    for character in f"{code} ":
        if character.isdigit():
            digits += character
            continue
        if digits:
            parts.append(digits.zfill(9))
            digits = ""
        parts.append(character)
    return sort_key("".join(parts))


def office_in(granule: disclosure.Granule) -> disclosure.Office:
    """In three queries."""
    return disclosure.office_in(granule, places(), posts(), order_on(granule.last))


def directly_below(tree: Tree, department: int) -> dict[int, int]:
    """Of each unit below the department: the one directly below it to which it belongs; itself for the department."""
    found = {}
    for unit in disclosure.units_below(tree, department):
        path = disclosure.path(tree, unit)
        at = path.index(department) if department in path else 0
        found[unit] = path[at - 1] if at else department
    return found

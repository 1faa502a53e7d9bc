"""Numbers and codes of a file taken for those that the portal has: a spreadsheet's dash makes no second person."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from django.utils.translation import gettext as _

from audits.office.imports.rows import Note, Rows, refuse
from standards.wording.intake import identity


def recognise(rows: Rows, *, numbers: Collection[str], codes: Collection[str]) -> None:
    """Write each number and code of the rows as the portal has it, with a note where that differs.

    One that might be either of two that the portal tells apart is refused.
    """
    stated_codes = [code for row in rows.departments for code in (row.code, row.parent) if code]
    stated_codes += [row.department for row in rows.people]
    as_kept, unclear = _recognised(stated_codes, codes)
    people, unclear_numbers = _recognised([*(row.number for row in rows.people), *rows.refused_numbers], numbers)
    departments, persons = rows.departments, rows.people
    rows.departments, rows.people = [], []
    rows.refused_numbers = {people.get(number, number) for number in rows.refused_numbers}
    doubtful = {row.row for row in persons if row.number in unclear_numbers or row.department in unclear}
    doubtful |= {row.row for row in departments if {row.code, row.parent} & unclear.keys()}
    for row in persons:
        if row.row not in doubtful:
            number, department = people[row.number], as_kept[row.department]
            _note(rows, row.row, number, ((row.number, number), (row.department, department)))
            rows.people.append(replace(row, number=number, department=department))
    refused = set()
    for row in persons:
        if row.row in doubtful:
            refused.add(row.row)
            refuse(rows, row.row, row.number, row.number, _either(row.number, unclear_numbers, row.department, unclear))
            rows.unknown_person = True
    for one in departments:
        if one.row not in doubtful:
            code, parent = as_kept[one.code], as_kept.get(one.parent, "")
            _note(rows, one.row, code, ((one.parent, parent),))
            rows.departments.append(replace(one, code=code, parent=parent))
        elif one.row not in refused:
            refuse(rows, one.row, "", one.code, _either(one.code, unclear, one.parent, unclear))


def _recognised(stated: Iterable[str], kept: Collection[str]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """By what is written: what is meant; and those of which several might be."""
    by_identity: dict[str, list[str]] = {}
    for each in kept:
        by_identity.setdefault(identity(each), []).append(each)
    known = frozenset(kept)
    meant: dict[str, str] = {}
    unclear: dict[str, list[str]] = {}
    first: dict[str, str] = {}
    for written in stated:
        same = by_identity.get(identity(written), [])
        if written in known:
            meant[written] = written
        elif len(same) == 1:
            meant[written] = same[0]
        elif same:
            unclear[written] = sorted(same)
        else:
            meant[written] = first.setdefault(identity(written), written)
    return meant, unclear


def _note(rows: Rows, row: int, about: str, pairs: Iterable[tuple[str, str]]) -> None:
    for written, meant in pairs:
        if written != meant:
            said = {"written": written, "kept": meant}
            rows.notes.append(Note(row, about, _("“%(written)s” is taken for “%(kept)s”.") % said))


def _either(one: str, of_one: dict[str, list[str]], other: str, of_other: dict[str, list[str]]) -> str:
    written, kept = (one, of_one[one]) if one in of_one else (other, of_other[other])
    return _("“%(written)s” might be any of: %(kept)s. Write it as the portal does.") % {
        "written": written,
        "kept": ", ".join(kept),
    }

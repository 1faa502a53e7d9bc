"""Rows of texts made into typed rows, or refused with a reason."""

import datetime
import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from audits.models import Department, Employee, Employment
from audits.models.office import is_pesel
from audits.office.imports import names
from audits.office.imports.columns import COMBINED, Column, heading_of
from audits.office.imports.days import NoDay, is_day, read_day
from audits.office.imports.files import Table
from audits.office.imports.workbooks import DateText
from standards.wording.folding import fold
from standards.wording.intake import Unreadable, read

_LIMITS: dict[Column, int] = {
    Column.NUMBER: Employee._meta.get_field("number").max_length or 0,
    Column.LAST_NAME: Employee._meta.get_field("last_name").max_length or 0,
    Column.FIRST_NAME: Employee._meta.get_field("first_name").max_length or 0,
    Column.DEPARTMENT: Department._meta.get_field("code").max_length or 0,
    Column.DEPARTMENT_NAME: Department._meta.get_field("name").max_length or 0,
    Column.PARENT: Department._meta.get_field("code").max_length or 0,
    Column.POSITION: Employment._meta.get_field("position").max_length or 0,
    Column.SINCE: 40,
    Column.UNTIL: 40,
    Column.SERVES_CLIENTS: 40,
    Column.LAST_FIRST: 200,
    Column.FIRST_LAST: 200,
}
_DAYS = (Column.SINCE, Column.UNTIL)
_LABELS = (Column.NUMBER, Column.DEPARTMENT, Column.PARENT)
_NAMES = (Column.LAST_NAME, Column.FIRST_NAME, *COMBINED)
# Also as spreadsheets save a logical value.
_YES, _NO = ("tak", "t", "yes", "y", "1", "prawda", "true"), ("nie", "n", "no", "0", "falsz", "false")
_ANSWERS = dict.fromkeys(_YES, True) | dict.fromkeys(_NO, False)
# As spreadsheets save them, in English and in Polish; a column too narrow for its numbers is saved as it is seen.
_SPREADSHEET_ERROR = re.compile(
    r"#(N/A|REF|VALUE|NAME|DIV/0|NULL|NUM|SPILL|CALC|N/D|ADR|ARG|NAZWA|DZIEL/0|ZERO|LICZBA|ROZLANIE|OBL)[!?]?|#{2,}"
)
# 80,010,112,345 in a narrow column: its last digits are lost.
_SHORTENED_NUMBER = re.compile(r"\d[.,]\d+E\+\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row of the file that changes nothing."""

    row: int
    # What tells the row apart for a reader: code or number, shortened.
    about: str
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """What of a row was taken otherwise than it is written."""

    row: int
    about: str
    what: str


class RefusedCell(Exception):
    """The cell's text cannot be stored; says why."""


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    row: int
    code: str
    # "" where the row does not say.
    name: str
    parent: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    row: int
    number: str
    last_name: str
    first_name: str
    department: str
    position: str
    since: datetime.date | None
    # The first day after the last one, unlike in the file.
    until: datetime.date | None
    # None where the row does not say.
    serves_clients: bool | None = None


@dataclass(slots=True)
class Rows:
    departments: list[DepartmentRow]
    people: list[PersonRow]
    refused: list[Refusal]
    # Numbers of people who have a refused row: known to be in the file, so not missing from it.
    refused_numbers: set[str]
    # Some refused row does not tell whose it is: nobody can be said to be missing.
    unknown_person: bool
    has_people: bool
    has_parents: bool
    notes: list[Note] = field(default_factory=list)


def read_rows(table: Table) -> Rows:
    rows = Rows(
        departments=[],
        people=[],
        refused=[],
        refused_numbers=set(),
        unknown_person=False,
        has_people=Column.NUMBER in table.columns,
        has_parents=Column.PARENT in table.columns,
    )
    for row, cells in table.rows:
        _read_row(rows, row, cells)
    return rows


def refuse(rows: Rows, row: int, number: str, about: str, reason: str) -> None:
    rows.refused.append(Refusal(row, about[:80], reason))
    if number:
        rows.refused_numbers.add(number)


def _read_row(rows: Rows, row: int, cells: dict[Column, str]) -> None:
    texts: dict[Column, str] = {}
    faults: list[str] = []
    noted: list[str] = []
    for column, cell in cells.items():
        try:
            texts[column] = _clean(column, cell, noted)
        except RefusedCell as fault:
            faults.append(f"{heading_of(column)}: {fault}")
    faults += _split_names(texts, noted)
    number = texts.get(Column.NUMBER, "")
    named = any(texts.get(column) for column in _NAMES)
    about = number or texts.get(Column.DEPARTMENT, "") or texts.get(Column.LAST_NAME, "")
    of_person = bool(number or named or faults)
    if not texts.get(Column.DEPARTMENT) and not faults:
        faults.append(_("The department's code is missing."))
    if not number and rows.has_people and (named or faults):
        rows.unknown_person = True
        if named and not faults:
            faults.append(_("The personnel number is missing."))
    person = None
    if of_person and not faults:
        try:
            person = _person(row, texts)
        except RefusedCell as fault:
            faults.append(str(fault))
    if faults:
        refuse(rows, row, number, about, " ".join(faults))
        return
    rows.notes.extend(Note(row, about[:80], what) for what in noted)
    if person is not None:
        rows.people.append(person)
    rows.departments.append(
        DepartmentRow(
            row, texts[Column.DEPARTMENT], texts.get(Column.DEPARTMENT_NAME, ""), texts.get(Column.PARENT, "")
        )
    )


def _clean(column: Column, cell: str, noted: list[str]) -> str:
    if isinstance(cell, DateText) and column not in _DAYS:
        raise RefusedCell(_("the spreadsheet holds a date there: format the column as text."))
    try:
        cleaned = read(cell)
    except Unreadable as fault:
        raise RefusedCell(_("%(fault)s.") % {"fault": fault}) from None
    # A line break inside a cell is how an office folds a long name.
    text = " ".join(cleaned.text.split())
    if column in _LABELS and len(text) > 1:
        # How a spreadsheet says that a number is text.
        text = text.removeprefix("'").removeprefix("’").lstrip()
    if column in _NAMES:
        text = names.without_titles(text)
    if text != " ".join(cell.split()):
        noted.append(_("%(column)s: read as “%(text)s”.") % {"column": heading_of(column), "text": text[:60]})
    if column in _LABELS and is_day(text):
        raise RefusedCell(_("the spreadsheet holds a date there: format the column as text."))
    if column == Column.NUMBER and is_pesel(text):
        raise RefusedCell(_("this is a PESEL, which the portal does not keep: give the personnel number."))
    if _SPREADSHEET_ERROR.fullmatch(text):
        raise RefusedCell(_("the spreadsheet shows an error there."))
    if _SHORTENED_NUMBER.fullmatch(text):
        raise RefusedCell(_("the spreadsheet has shortened the number: format the column as text."))
    if len(text) > _LIMITS[column]:
        raise RefusedCell(_("longer than %(limit)d characters.") % {"limit": _LIMITS[column]})
    return text


def _split_names(texts: dict[Column, str], noted: list[str]) -> list[str]:
    """Both names of one cell, in place; the faults of it."""
    faults = []
    for column in COMBINED:
        if texts.get(column):
            try:
                _split(column, texts, noted)
            except names.Unclear as unclear:
                faults.append(f"{heading_of(column)}: {unclear}")
    return faults


def _split(column: Column, texts: dict[Column, str], noted: list[str]) -> None:
    written = texts[column]
    name = names.split(written, last_first=column == Column.LAST_FIRST)
    texts[Column.LAST_NAME], texts[Column.FIRST_NAME] = name.last, name.first
    for part, limited in ((name.last, Column.LAST_NAME), (name.first, Column.FIRST_NAME)):
        if len(part) > _LIMITS[limited]:
            raise names.Unclear(_("longer than %(limit)d characters.") % {"limit": _LIMITS[limited]})
    if len(written.split()) > 2 or len(f"{name.last} {name.first}") != len(written):
        said = {"last": name.last, "first": name.first}
        noted.append(_("Read as last name “%(last)s”, first name “%(first)s”.") % said)


def _person(row: int, texts: dict[Column, str]) -> PersonRow:
    if not texts.get(Column.LAST_NAME) or not texts.get(Column.FIRST_NAME):
        raise RefusedCell(_("The last name or the first name is missing."))
    try:
        since = read_day(texts.get(Column.SINCE, ""))
        last = read_day(texts.get(Column.UNTIL, ""), may_be_never=True)
    except NoDay as fault:
        raise RefusedCell(str(fault)) from None
    if since and last and last < since:
        raise RefusedCell(_("The last day is earlier than the first one."))
    return PersonRow(
        row=row,
        number=texts[Column.NUMBER],
        last_name=texts[Column.LAST_NAME],
        first_name=texts[Column.FIRST_NAME],
        department=texts[Column.DEPARTMENT],
        position=texts.get(Column.POSITION, ""),
        since=since,
        until=last + datetime.timedelta(days=1) if last else None,
        serves_clients=_yes_or_no(texts.get(Column.SERVES_CLIENTS, "")),
    )


def _yes_or_no(text: str) -> bool | None:
    if not text:
        return None
    answer = _ANSWERS.get(fold(text))
    if answer is None:
        raise RefusedCell(_("“%(text)s” is neither “tak” nor “nie”.") % {"text": text})
    return answer

"""Rows of texts made into typed rows, or refused with a reason."""

import datetime
import re
import unicodedata
from dataclasses import dataclass

from django.utils.translation import gettext as _

from audits.imports.columns import HEADINGS, Column
from audits.imports.files import Table
from audits.models import Department, Employee, Employment

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
}
_DATE_FORMATS = ("%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y")
_MIDNIGHT = re.compile(r"[ T]00:00(:00(\.0+)?)?$")
_EARLIEST, _LATEST = datetime.date(1900, 1, 1), datetime.date(2200, 1, 1)
# Personnel systems write an end that is not known yet as the last day of this year.
_NEVER = 9999
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
    for column, cell in cells.items():
        try:
            texts[column] = _clean(column, cell)
        except RefusedCell as fault:
            faults.append(f"{HEADINGS[column]}: {fault}")
    number = texts.get(Column.NUMBER, "")
    named = any(texts.get(column) for column in (Column.LAST_NAME, Column.FIRST_NAME))
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
    if person is not None:
        rows.people.append(person)
    rows.departments.append(
        DepartmentRow(
            row, texts[Column.DEPARTMENT], texts.get(Column.DEPARTMENT_NAME, ""), texts.get(Column.PARENT, "")
        )
    )


def _clean(column: Column, cell: str) -> str:
    # A line break inside a cell is how an office folds a long name.
    text = unicodedata.normalize("NFC", " ".join(cell.split()))
    if any(unicodedata.category(c) in ("Cc", "Cs", "Cf", "Co", "Cn") or c == "\ufffd" for c in text):
        raise RefusedCell(_("a character that cannot be shown."))
    if _SPREADSHEET_ERROR.fullmatch(text):
        raise RefusedCell(_("the spreadsheet shows an error there."))
    if _SHORTENED_NUMBER.fullmatch(text):
        raise RefusedCell(_("the spreadsheet has shortened the number: format the column as text."))
    if len(text) > _LIMITS[column]:
        raise RefusedCell(_("longer than %(limit)d characters.") % {"limit": _LIMITS[column]})
    return text


def _person(row: int, texts: dict[Column, str]) -> PersonRow:
    if not texts.get(Column.LAST_NAME) or not texts.get(Column.FIRST_NAME):
        raise RefusedCell(_("The last name or the first name is missing."))
    since = _day(texts.get(Column.SINCE, ""))
    last = _day(texts.get(Column.UNTIL, ""), may_be_never=True)
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
    )


def _day(text: str, *, may_be_never: bool = False) -> datetime.date | None:
    """The day; None for an empty cell or an end that is not known."""
    text = _MIDNIGHT.sub("", text)
    if not text:
        return None
    for date_format in _DATE_FORMATS:
        try:
            day = datetime.datetime.strptime(text, date_format).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
        if may_be_never and day.year == _NEVER:
            return None
        if _EARLIEST <= day < _LATEST:
            return day
        break
    raise RefusedCell(_("“%(text)s” is not a date such as 2026-03-01 or 01.03.2026.") % {"text": text})

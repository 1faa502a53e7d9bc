"""A file of an office, in whatever encoding and with whatever separator, as one table of texts.

What is read is bounded, so that a small file that unpacks into a huge one is refused before it is unpacked.
"""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from audits.models.office import is_pesel
from audits.office.imports import kinds, workbooks
from audits.office.imports.columns import COMBINED, HEADINGS, Column, Meanings, column_of, heading_of, key_of
from audits.office.imports.heads import in_one_row
from standards.refusals import Refused
from standards.wording.encodings import NotText, decode
from standards.wording.intake import named

MAX_BYTES = 10 * 1024 * 1024
MAX_ROWS = 50_000
MAX_COLUMNS = 100
# Headings may stand below a title.
_ROWS_BEFORE_HEADINGS = workbooks.ROWS_OF_HEADS
_SEPARATORS = ";,\t"
# Of a cell that is only shown.
_SHOWN = 60
_EXAMPLES = 3
# As long as a PESEL, in whatever groups it is written or without the zero that a spreadsheet takes, and what is shown
# in its place.
_DIGITS = re.compile(r"(?<!\d)\d(?:[ .\-]?\d){9,10}(?!\d)", re.ASCII)
_MASKED = "•••••••••••"


class Unusable(Refused):
    """Nothing can be read from the file; says why in one sentence for its sender."""


class UnknownColumns(Unusable):
    """The table is there, but what its columns are cannot be told; `found` are its headings with examples below."""

    def __init__(self, message: str, found: "tuple[Heading, ...]") -> None:
        super().__init__(message)
        self.found = found


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of a file as it stands there, and what it seems to be."""

    text: str
    key: str
    examples: tuple[str, ...]
    column: Column | None


@dataclass(frozen=True, slots=True)
class Table:
    columns: frozenset[Column]
    # Headings that mean nothing to the import.
    ignored: tuple[str, ...]
    # Number of the row in the file, from 1, and its texts; rows without any text are left out.
    rows: tuple[tuple[int, dict[Column, str]], ...]
    # Encodings that might be meant, each with words as they would read; empty when it is certain.
    doubts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    # All of them, as they were understood: somebody may have said of one what it is not.
    headings: tuple[Heading, ...] = ()


def read_table(content: bytes, *, encoding: str = "", meanings: Meanings | None = None) -> Table:
    """The first table in the file that has a column of department codes. Raises Unusable.

    `encoding` and `meanings` are what somebody has said of the file's letters and headings.
    """
    if len(content) > MAX_BYTES:
        raise Unusable(_("The file is larger than %(megabytes)d MB.") % {"megabytes": MAX_BYTES // 1024**2})
    if not content.strip():
        raise Unusable(_("The file is empty."))
    if told := kinds.told(content):
        raise Unusable(told)
    meanings = meanings or {}
    if content.startswith(kinds.ARCHIVE):
        return _read_workbook(content, meanings)
    try:
        decoded = decode(content, encoding=encoding)
    except NotText as fault:
        if fault.line:
            line = {"line": fault.line}
            raise Unusable(_("Some lines are in UTF-8, but line %(line)d is not: save the file anew.") % line) from None
        raise Unusable(_("The file is neither an XLSX workbook nor a text.")) from None
    return _read_text(decoded.text, decoded.doubts, meanings)


def _read_text(text: str, doubts: tuple[tuple[str, tuple[str, ...]], ...], meanings: Meanings) -> Table:
    # A field longer than csv's own limit is refused by it, so that a lost quotation mark cannot swallow the file.
    separator = max(_SEPARATORS, key=lambda separator: _headings_found(text, separator, meanings))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return _table(enumerate(reader, start=1), meanings, doubts)
    except csv.Error as fault:
        line = {"line": reader.line_num}
        if "field larger" in str(fault):
            raise Unusable(_("Around line %(line)d a cell is far too long or never ends.") % line) from None
        raise Unusable(_("Around line %(line)d the quotation marks do not match.") % line) from None


def _headings_found(text: str, separator: str, meanings: Meanings) -> tuple[int, int]:
    """How many known headings a line has, and how many cells."""
    lines = text[: 64 * 1024].splitlines()[:_ROWS_BEFORE_HEADINGS]
    split = [[cell.strip('"') for cell in line.split(separator)[: 4 * MAX_COLUMNS]] for line in lines]
    known = max((sum(column_of(cell, meanings) is not None for cell in cells) for cells in split), default=0)
    return known, max(map(len, split), default=0)


def _read_workbook(content: bytes, meanings: Meanings) -> Table:
    fault: Unusable | None = None
    try:
        for rows in workbooks.sheets(content, rows=MAX_ROWS + _ROWS_BEFORE_HEADINGS + 1, columns=MAX_COLUMNS):
            try:
                return _table(in_one_row(rows, meanings), meanings)
            except _NoHeadings as missing:
                fault = fault or missing
        raise fault or Unusable(_("The workbook has no visible sheet."))
    except Unusable:
        raise
    except workbooks.TooLarge:
        raise Unusable(_("The workbook is far too large when unpacked.")) from None
    except Exception as damage:  # openpyxl meets a damaged or hostile workbook with whatever it trips over
        raise Unusable(_("The workbook is damaged.")) from damage


class _NoHeadings(UnknownColumns):
    """No row of the table is one of headings."""


def _table(
    rows: Iterable[tuple[int, list[str]]],
    meanings: Meanings,
    doubts: tuple[tuple[str, tuple[str, ...]], ...] = (),
) -> Table:
    columns: dict[int, Column] | None = None
    top = _Top(meanings)
    found: list[Any] = []
    fault = ""
    for number, cells in rows:
        if columns is None:
            columns = _headings(cells, meanings)
            top.see(cells)
            if columns is None and number >= _ROWS_BEFORE_HEADINGS:
                break
            if columns is not None:
                fault = _fault_of(list(columns.values()))
                top.chosen = cells
            continue
        if not any(cell and not cell.isspace() for cell in cells):
            continue
        top.see_below(cells)
        if fault:
            if len(top.below) == _EXAMPLES:
                break
            continue
        if len(found) == MAX_ROWS:
            limit = ngettext(
                "The file has more than %(count)d row.", "The file has more than %(count)d rows.", MAX_ROWS
            )
            raise Unusable(limit % {"count": MAX_ROWS})
        found.append((number, {column: cells[at] for at, column in columns.items() if at < len(cells)}))
    if columns is None:
        heading = {"heading": HEADINGS[Column.DEPARTMENT]}
        message = _("The file has no column headed “%(heading)s”; see the template.") % heading
        raise _NoHeadings(message, top.headings())
    if fault:
        raise UnknownColumns(fault, top.headings())
    if not found:
        raise Unusable(_("There is nothing below the headings."))
    ignored = tuple(
        _shown(cell) for at, cell in enumerate(top.chosen[:MAX_COLUMNS]) if cell.strip() and at not in columns
    )
    return Table(frozenset(columns.values()), ignored, tuple(found), doubts, top.headings())


@dataclass
class _Top:
    """The first rows, kept to show what the columns may be."""

    meanings: Meanings
    seen: list[list[str]] = field(default_factory=list)
    chosen: list[str] = field(default_factory=list)
    below: list[list[str]] = field(default_factory=list)

    def see(self, cells: list[str]) -> None:
        self.seen.append(cells)

    def see_below(self, cells: list[str]) -> None:
        if len(self.below) < _EXAMPLES:
            self.below.append(cells)

    def headings(self) -> tuple[Heading, ...]:
        """Of the row that was taken for headings, or of the fullest; () where no row can be one."""
        chosen, below = self.chosen, self.below
        if not chosen:
            at = max(range(len(self.seen)), key=lambda row: (_filled(self.seen[row]), -row), default=-1)
            if at < 0 or _filled(self.seen[at]) < 2:
                return ()
            chosen, below = self.seen[at], self.seen[at + 1 : at + 1 + _EXAMPLES]
        return tuple(
            Heading(
                _shown(cell),
                key_of(cell),
                tuple(_example(row[at]) for row in below if at < len(row) and row[at].strip()),
                column_of(cell, self.meanings),
            )
            for at, cell in enumerate(chosen[:MAX_COLUMNS])
            if key_of(cell)
        )


def _filled(cells: list[str]) -> int:
    return sum(bool(re.search(r"[^\W\d_]", cell)) for cell in cells[:MAX_COLUMNS])


def _shown(cell: str) -> str:
    return named(" ".join(cell[:400].split())[:_SHOWN])


def _example(cell: str) -> str:
    """A page that asks what a column is shows nobody's PESEL: who looks at it needs its kind alone."""
    return _DIGITS.sub(
        lambda found: _MASKED if is_pesel(re.sub(r"\D", "", found[0]).zfill(11)) else found[0], _shown(cell)
    )


def _headings(cells: list[str], meanings: Meanings) -> dict[int, Column] | None:
    """Which column stands where; None unless this is the row of headings."""
    recognised = {at: column for at, cell in enumerate(cells[:MAX_COLUMNS]) if (column := column_of(cell, meanings))}
    return recognised if Column.DEPARTMENT in recognised.values() else None


def _fault_of(columns: list[Column]) -> str:
    """What keeps these columns from being a table of an office; "" for nothing."""
    for column in columns:
        if columns.count(column) > 1:
            return _("Two columns mean “%(heading)s”; keep one.") % {"heading": heading_of(column)}
    have = set(columns)
    if have & set(COMBINED):
        if len(have & {*COMBINED, Column.LAST_NAME, Column.FIRST_NAME}) > 1:
            return _("Names are in one column or in two, not in both.")
        have |= {Column.LAST_NAME, Column.FIRST_NAME}
    of_people = {Column.NUMBER, Column.LAST_NAME, Column.FIRST_NAME}
    missing = of_people - have if have & (of_people | {Column.POSITION, Column.SINCE, Column.UNTIL}) else set()
    if not missing and not have & of_people and Column.DEPARTMENT_NAME not in have:
        missing = {Column.DEPARTMENT_NAME}
    for column in Column:
        if column in missing:
            return _("The column “%(heading)s” is missing; see the template.") % {"heading": heading_of(column)}
    return ""

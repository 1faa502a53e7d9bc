"""A file of an office, in whatever encoding and with whatever separator, as one table of texts.

Nothing in it is evaluated: a formula of a workbook counts as the value saved with it. What is read is bounded, so that
a small file that unpacks into a huge one is refused before it is unpacked.
"""

import codecs
import csv
import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from audits.imports.columns import HEADINGS, Column, column_of

MAX_BYTES = 10 * 1024 * 1024
MAX_UNPACKED_BYTES = 100 * 1024 * 1024
MAX_PARTS = 1000
# Of XML, in all parts: 50,000 rows of the template have a million, 8,000 rows of a hundred columns 1.6 million.
# Each takes memory and time in which nothing else is answered, however well it was packed.
MAX_ELEMENTS = 2_500_000
# Of parts that are read whole, such as the styles: a spreadsheet has at most 64,000 of them.
MAX_ELEMENTS_READ_WHOLE = 200_000
_READ_IN_PIECES = ("xl/worksheets/", "xl/sharedStrings.xml", "xl/pivotCache/")
MAX_ROWS = 50_000
MAX_COLUMNS = 100
# Headings may stand below a title.
_ROWS_BEFORE_HEADINGS = 10
_SEPARATORS = ";,\t"
_POLISH_IN_UTF_8 = re.compile("|".join("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ").encode())


class Unusable(Exception):
    """Nothing can be read from the file; says why in one sentence for its sender."""


@dataclass(frozen=True, slots=True)
class Table:
    columns: frozenset[Column]
    # Headings that mean nothing to the import.
    ignored: tuple[str, ...]
    # Number of the row in the file, from 1, and its texts; rows without any text are left out.
    rows: tuple[tuple[int, dict[Column, str]], ...]


def read_table(content: bytes) -> Table:
    """The first table in the file that has a column of department codes. Raises Unusable."""
    if len(content) > MAX_BYTES:
        raise Unusable(_("The file is larger than %(megabytes)d MB.") % {"megabytes": MAX_BYTES // 1024**2})
    if not content.strip():
        raise Unusable(_("The file is empty."))
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unusable(_("This is an old or password-protected workbook: save it as XLSX without a password."))
    if content.startswith(b"PK\x03\x04"):
        return _read_workbook(content)
    return _read_text(_decoded(content))


def _decoded(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1250"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as fault:
            if encoding == "utf-8-sig" and _POLISH_IN_UTF_8.search(content):
                # In the other encoding "Łącka" would silently become "ĹÄ…cka".
                line = {"line": content[: fault.start].count(b"\n") + 1}
                raise Unusable(
                    _("Some lines are in UTF-8, but line %(line)d is not: save the file anew.") % line
                ) from None
    raise Unusable(_("The file is neither an XLSX workbook nor text in UTF-8 or Windows-1250."))


def _read_text(text: str) -> Table:
    # A field longer than csv's own limit is refused by it, so that a lost quotation mark cannot swallow the file.
    for separator in sorted(_SEPARATORS, key=lambda separator: -_headings_found(text, separator)):
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        try:
            return _table(enumerate(reader, start=1))
        except csv.Error as fault:
            line = {"line": reader.line_num}
            if "field larger" in str(fault):
                raise Unusable(_("Around line %(line)d a cell is far too long or never ends.") % line) from None
            raise Unusable(_("Around line %(line)d the quotation marks do not match.") % line) from None
    raise AssertionError


def _headings_found(text: str, separator: str) -> int:
    lines = text[: 64 * 1024].splitlines()[:_ROWS_BEFORE_HEADINGS]
    return max(
        (sum(column_of(cell.strip('"')) is not None for cell in line.split(separator)) for line in lines), default=0
    )


def _read_workbook(content: bytes) -> Table:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            # zipfile reads no more of a part than it declares.
            size = sum(part.file_size for part in parts)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise Unusable(_("The workbook is damaged.")) from None
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise Unusable(_("The file is not an XLSX workbook."))
    if len(parts) > MAX_PARTS or size > MAX_UNPACKED_BYTES:
        raise Unusable(_("The workbook is far too large when unpacked."))
    # Takes a tenth of a second to import, and few processes ever need it.
    from openpyxl import load_workbook

    try:
        _check_elements(content)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        # What the sender does not see is not imported.
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        fault = None
        for sheet in sheets:
            try:
                return _table(_rows_of_sheet(sheet))
            except _NoHeadings as missing:
                fault = fault or missing
        raise fault or Unusable(_("The workbook has no visible sheet."))
    except Unusable:
        raise
    except Exception as damage:  # openpyxl meets a damaged or hostile workbook with whatever it trips over
        raise Unusable(_("The workbook is damaged.")) from damage


def _check_elements(content: bytes) -> None:
    found = 0
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for part in archive.infolist():
            most = MAX_ELEMENTS
            if not part.filename.startswith(_READ_IN_PIECES):
                most = min(most, found + MAX_ELEMENTS_READ_WHOLE)
            with archive.open(part) as packed:
                while piece := packed.read(1024 * 1024):
                    found += piece.count(b"<") - piece.count(b"</")
                    if found > most:
                        raise Unusable(_("The workbook is far too large when unpacked."))


def _rows_of_sheet(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    # What the sheet says of its own size may be wrong.
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=MAX_ROWS + _ROWS_BEFORE_HEADINGS + 1, max_col=MAX_COLUMNS)
    for number, row in enumerate(rows, start=1):
        yield number, [_text(cell) for cell in row]


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        # 00123 shown by a format of zeros is the number 123.
        shown = cell.number_format or ""
        return str(value).zfill(len(shown)) if shown.strip("0") == "" else str(value)
    return str(value)


class _NoHeadings(Unusable):
    """No row of the table is one of headings."""


def _table(rows: Iterable[tuple[int, list[str]]]) -> Table:
    columns: dict[int, Column] | None = None
    ignored: tuple[str, ...] = ()
    found = []
    for number, cells in rows:
        if columns is None:
            columns, ignored = _headings(cells)
            if columns is None and number >= _ROWS_BEFORE_HEADINGS:
                break
            continue
        if not any(cell and not cell.isspace() for cell in cells):
            continue
        if len(found) == MAX_ROWS:
            limit = ngettext(
                "The file has more than %(count)d row.", "The file has more than %(count)d rows.", MAX_ROWS
            )
            raise Unusable(limit % {"count": MAX_ROWS})
        found.append((number, {column: cells[at] for at, column in columns.items() if at < len(cells)}))
    if columns is None:
        heading = {"heading": HEADINGS[Column.DEPARTMENT]}
        raise _NoHeadings(_("The file has no column headed “%(heading)s”; see the template.") % heading)
    if not found:
        raise Unusable(_("There is nothing below the headings."))
    return Table(frozenset(columns.values()), ignored, tuple(found))


def _headings(cells: list[str]) -> tuple[dict[int, Column] | None, tuple[str, ...]]:
    """Which column stands where; None unless this is the row of headings."""
    recognised = {at: column for at, cell in enumerate(cells[:MAX_COLUMNS]) if (column := column_of(cell[:200]))}
    if Column.DEPARTMENT not in recognised.values():
        return None, ()
    columns = list(recognised.values())
    for column in columns:
        if columns.count(column) > 1:
            raise Unusable(_("Two columns mean “%(heading)s”; keep one.") % {"heading": HEADINGS[column]})
    _check_complete(frozenset(columns))
    return recognised, tuple(
        " ".join(cell.split())[:60]
        for at, cell in enumerate(cells[:MAX_COLUMNS])
        if cell.strip() and at not in recognised
    )


def _check_complete(columns: frozenset[Column]) -> None:
    of_people = {Column.NUMBER, Column.LAST_NAME, Column.FIRST_NAME}
    missing = of_people - columns if columns & (of_people | {Column.POSITION, Column.SINCE, Column.UNTIL}) else set()
    if not missing and not columns & of_people and Column.DEPARTMENT_NAME not in columns:
        missing = {Column.DEPARTMENT_NAME}
    for column in Column:
        if column in missing:
            raise Unusable(_("The column “%(heading)s” is missing; see the template.") % {"heading": HEADINGS[column]})

"""The files of tables that the portal hands out, CSV and XLSX: the one place that writes them.

A cell is what its value is: numbers are numbers, days are days, all else is text, so that "3.4" and "15.12" stay the
labels that they are and no name is ever run as a formula. Workbooks are written row by row: they cost disk, not memory.
"""

import csv
import datetime
import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import IO, Any

from django.http import FileResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Value = str | int | float | Decimal | bool | datetime.date | datetime.datetime | None

# A cell that begins with one of these is run as a formula by spreadsheets.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_TITLE = 31
_A4 = 9


class Kind(StrEnum):
    """What a column holds, in the words that spreadsheets know its format by."""

    TEXT = "General"
    LABEL = "@"
    WHOLE = "0"
    DECIMAL = "0.0"
    DAY = "yyyy-mm-dd"
    MOMENT = "yyyy-mm-dd hh:mm"


@dataclass(frozen=True, slots=True)
class Column:
    """`wraps`: its text may be long, and takes several lines."""

    heading: str
    width: int = 14
    kind: Kind = Kind.TEXT
    wraps: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. `rows` may be made while they are written."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]


def neutralised(text: str) -> str:
    """The text for one cell of a CSV file, so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


# CSV


class _Line:
    """A file for `csv.writer` that gives each line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    """As Polish spreadsheets read it: semicolons, decimal commas, CRLF, a byte-order mark."""
    write = csv.writer(_Line(), delimiter=";").writerow
    yield "\ufeff" + (write([column.heading for column in columns]) if columns else "")
    for row in rows:
        yield write([_in_csv(value) for value in row])


def csv_bytes(columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> bytes:
    return "".join(csv_lines(columns, rows)).encode("utf-8")


def csv_response(name: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> StreamingHttpResponse:
    response = StreamingHttpResponse(csv_lines(columns, rows), content_type=CSV_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _in_csv(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _yes_or_no(value)
    if isinstance(value, int | float | Decimal):
        # Only a number may begin with a minus.
        return str(value).replace(".", ",")
    if isinstance(value, datetime.datetime):
        return _local(value).strftime("%Y-%m-%d %H:%M")
    return value.isoformat() if isinstance(value, datetime.date) else neutralised(str(value))


def _yes_or_no(value: bool) -> str:
    return _("yes") if value else _("no")


def _local(moment: datetime.datetime) -> datetime.datetime:
    """Spreadsheets know no time zones."""
    return timezone.make_naive(moment) if timezone.is_aware(moment) else moment


# XLSX


def xlsx_bytes(sheets: Iterable[Sheet]) -> bytes:
    written = io.BytesIO()
    write_xlsx(sheets, written)
    return written.getvalue()


def xlsx_response(name: str, sheets: Iterable[Sheet]) -> FileResponse:
    """The portal keeps no copy of it: what it was written to is gone once it was sent."""
    # Closed by the response, which sends it.
    file = tempfile.TemporaryFile()  # noqa: SIM115
    try:
        write_xlsx(sheets, file)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    response = FileResponse(file, content_type=XLSX_TYPE, as_attachment=True, filename=name)
    response["X-Content-Type-Options"] = "nosniff"
    return response


def write_xlsx(sheets: Iterable[Sheet], to: IO[bytes]) -> None:
    # Takes a tenth of a second to import, and few processes ever need it.
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    try:
        for sheet in sheets:
            _write_sheet(book, sheet)
        book.save(to)
    except BaseException:
        _forget(book)
        raise


def _forget(book: Any) -> None:
    """What a workbook that came to nothing has written of people's results does not lie about in a temporary file."""
    for sheet in book.worksheets:
        if sheet._writer is not None:
            try:
                if not sheet.closed:
                    sheet.close()
            finally:
                sheet._writer.cleanup()


def _write_sheet(book: Any, sheet: Sheet) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    page = book.create_sheet(_title(sheet.title))
    for number, column in enumerate(sheet.columns, start=1):
        dimension = page.column_dimensions[get_column_letter(number)]
        dimension.width = column.width
        if column.kind != Kind.TEXT:
            dimension.number_format = column.kind.value
    _set_up_print(page)
    page.freeze_panes = "A2"
    heads = []
    for column in sheet.columns:
        head = WriteOnlyCell(page, _clean(column.heading))
        head.font = Font(bold=True)
        head.alignment = Alignment(wrap_text=True, vertical="top")
        head.data_type = "s"
        heads.append(head)
    page.append(heads)
    cells = [_Cell(page, column) for column in sheet.columns]
    rows = 1
    for row in sheet.rows:
        page.append([cell.of(value) for cell, value in zip(cells, row, strict=True)])
        rows += 1
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{rows}"
    # Its last lines are written now: nobody else's rows may come between.
    page.close()


def _set_up_print(page: Any) -> None:
    """Landscape A4, as wide as one page, the headings on each, with the table's name and page x of y at its foot."""
    from openpyxl.worksheet.properties import PageSetupProperties

    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = _A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.print_title_rows = "1:1"
    page.HeaderFooter.oddFooter.left.text = "&A"
    page.HeaderFooter.oddFooter.right.text = "&P / &N"


def _title(text: str) -> str:
    for letter in "[]:*?/\\":
        text = text.replace(letter, " ")
    return text[:_LONGEST_TITLE]


def _clean(text: str) -> str:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    return str(ILLEGAL_CHARACTERS_RE.sub("", text))


class _Cell:
    """What a column's values become. One that has a format is used again for each row, as it is written at once."""

    def __init__(self, page: Any, column: Column) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment

        self._page = page
        self._kind = column.kind
        self._alignment = Alignment(wrap_text=True, vertical="top") if column.wraps else Alignment()
        # By format: one cell must not change its own, since the workbook keeps no copy of it.
        self._styled: dict[str, Any] = {}
        if column.kind != Kind.TEXT or column.wraps:
            for kind in (Kind.TEXT, Kind.DAY, Kind.MOMENT) if column.kind == Kind.TEXT else (column.kind,):
                cell = self._styled[kind] = WriteOnlyCell(page)
                cell.number_format, cell.alignment = kind.value, self._alignment

    def of(self, value: Value) -> Any:
        if isinstance(value, bool):
            value = _yes_or_no(value)
        elif isinstance(value, datetime.datetime):
            value = _local(value)
        elif isinstance(value, str):
            value = _clean(value)
        if value is None or value == "":
            return None
        # Else it would be a formula, or an error such as #N/A.
        if isinstance(value, str) and value.startswith((*_FORMULA_STARTS, "#")):
            return self._inert(value)
        if not self._styled:
            return value
        kind = self._kind_of(value)
        cell = self._styled[kind]
        cell.value = value
        # A day would bring a format of its own.
        if isinstance(value, datetime.date):
            cell.number_format = kind.value
        return cell

    def _kind_of(self, value: Value) -> Kind:
        """The column's; a day among texts needs one of its own, to be no bare number."""
        if self._kind != Kind.TEXT or not isinstance(value, datetime.date):
            return self._kind
        return Kind.MOMENT if isinstance(value, datetime.datetime) else Kind.DAY

    def _inert(self, text: str) -> Any:
        """A text that stays one when somebody edits the cell."""
        from openpyxl.cell import WriteOnlyCell

        cell = WriteOnlyCell(self._page, text)
        cell.data_type = "s"
        cell.quotePrefix = True
        if self._styled:
            cell.number_format = self._kind.value
            cell.alignment = self._alignment
        return cell

"""The visible sheets of an XLSX workbook as rows of texts, bounded before anything is unpacked.

Nothing is evaluated: a formula counts as the value saved with it.
"""

import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

MAX_UNPACKED_BYTES = 100 * 1024 * 1024
MAX_PARTS = 1000
# Of XML, in all parts: 50,000 rows of the template have a million, 8,000 rows of a hundred columns 1.6 million.
# Each takes memory and time in which nothing else is answered, however well it was packed.
MAX_ELEMENTS = 2_500_000
# Of parts that are read whole: fonts and styles mostly, of which the formats of numbers alone are built.
MAX_ELEMENTS_READ_WHOLE = 200_000
MAX_STYLES = 65_490
_READ_IN_PIECES = ("xl/worksheets/", "xl/sharedStrings.xml", "xl/pivotCache/")
_STYLES = "xl/styles.xml"
# Of styles that cannot be read for their formats alone.
_MAX_ELEMENTS_OF_ODD_STYLES = 20_000
_MAX_MERGED = 20_000
_PIECE = 1024 * 1024


class TooLarge(ValueError):
    """Unpacked or built it would be larger than any table of an office."""


class DateText(str):
    """A cell that the spreadsheet holds as a date, written as 2026-03-01."""

    __slots__ = ()


class Spanned(str):
    """An empty cell over which the one to its left is merged."""

    __slots__ = ()


# Below them nothing is a head.
ROWS_OF_HEADS = 10
Rows = Iterator[tuple[int, list[str]]]


def sheets(content: bytes, *, rows: int, columns: int) -> Iterator[Rows]:
    """Each visible sheet, its rows numbered from 1. Raises TooLarge, or whatever a damaged workbook comes to."""
    _check_size(content)
    # Takes a tenth of a second to import, and few processes ever need it.
    from openpyxl.reader.excel import ExcelReader

    reader = ExcelReader(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    formats_alone = _formats_alone(reader.archive)
    if formats_alone is not None:
        reader.archive = _WithStyles(reader.archive, formats_alone)
    reader.read()
    for sheet in reader.wb.worksheets:
        # What the sender does not see is not imported.
        if sheet.sheet_state == "visible":
            yield _rows(sheet, content, rows, columns)


class _WithStyles:
    """The archive with other styles in it."""

    def __init__(self, archive: zipfile.ZipFile, styles: bytes) -> None:
        self._archive = archive
        self._styles = styles

    def __getattr__(self, name: str) -> Any:
        return getattr(self._archive, name)

    def read(self, name: str, *args: Any) -> bytes:
        return self._styles if name == _STYLES else self._archive.read(name, *args)


def _check_size(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        # zipfile reads no more of a part than it declares.
        if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
            raise TooLarge
        found = 0
        for part in parts:
            most = MAX_ELEMENTS
            if not part.filename.startswith(_READ_IN_PIECES):
                most = min(most, found + MAX_ELEMENTS_READ_WHOLE)
            with archive.open(part) as packed:
                while piece := packed.read(_PIECE):
                    found += piece.count(b"<") - piece.count(b"</")
                    if found > most:
                        raise TooLarge


_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\s[^>]*>")
_STYLES_OF_CELLS = re.compile(rb"<(?:\w+:)?cellXfs[\s>].*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<(?:\w+:)?xf[\s/>][^>]*")
_FORMAT_OF_STYLE = re.compile(rb"numFmtId\s*=\s*[\"']([0-9]{1,6})[\"']")
_FORMAT_IN = re.compile(rb"(numFmtId|formatCode)\s*=\s*(\"[^\"<]*\"|'[^'<]*')")


def _formats_alone(archive: zipfile.ZipFile) -> bytes | None:
    """The styles with their formats of numbers and nothing else: building 190,000 fonts takes eleven seconds.

    None where there are none, or none that are written as all spreadsheets write them.
    """
    try:
        styles = archive.read(_STYLES)
    except KeyError:
        return None
    of_cells = _STYLES_OF_CELLS.search(styles)
    if of_cells is None:
        if styles.count(b"<") > _MAX_ELEMENTS_OF_ODD_STYLES:
            raise TooLarge
        return None
    found = _STYLE.findall(of_cells[0])
    formats = _FORMAT.findall(styles)
    if len(found) > MAX_STYLES or len(formats) > MAX_STYLES:
        raise TooLarge
    formats_of_cells = (_FORMAT_OF_STYLE.search(style) for style in found)
    written = [
        b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>',
        *(b"<numFmt %s/>" % b" ".join(b"=".join(pair) for pair in _FORMAT_IN.findall(each)) for each in formats),
        b"</numFmts><fonts><font/></fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders>",
        b'<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs>',
        *(b'<xf numFmtId="%s" xfId="0"/>' % (each[1] if each else b"0") for each in formats_of_cells),
        b'</cellXfs><cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    ]
    return b"".join(written)


def _rows(sheet: Any, content: bytes, rows: int, columns: int) -> Rows:
    filled, spanned = _merged(content, sheet._worksheet_path, columns)
    above: dict[tuple[int, int], str] = {}
    # What the sheet says of its own size may be wrong.
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(max_row=rows, max_col=columns), start=1):
        texts = [_text(cell) for cell in row]
        for column, first in filled.get(number, ()):
            texts.extend([""] * (column - len(texts)))
            if first == number:
                above[first, column] = texts[column - 1]
            elif not texts[column - 1]:
                texts[column - 1] = above.get((first, column), "")
        for column in spanned.get(number, ()):
            texts.extend([""] * (column - len(texts)))
            texts[column - 1] = texts[column - 1] or Spanned()
        yield number, texts


_MERGED = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*[\"']([A-Z]{1,2})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})[\"']"
)


def _merged(content: bytes, part: str, columns: int) -> tuple[dict[int, list[tuple[int, int]]], dict[int, list[int]]]:
    """By row: the columns (from 1) of merged cells that reach over it, each with its first row; and those that lie
    below a cell to their left.

    A cell that is merged downwards holds for every row that it stands beside. To the right nothing is filled: a title
    or a section's name over the whole table would become a person, a whole name over two columns a first name too. Only
    a head over several columns says something of them (`heads`), and heads stand at the top.
    """
    found: dict[int, list[tuple[int, int]]] = {}
    spanned: dict[int, list[int]] = {}
    count, before = 0, b""
    with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(part) as packed:
        while piece := packed.read(_PIECE):
            searched = before + piece
            end = 0
            for match in _MERGED.finditer(searched):
                end = match.end()
                first, last = int(match[2]), int(match[4])
                count += last - first + 1
                if count > _MAX_MERGED:
                    raise TooLarge
                if first < last:
                    for row in range(first, last + 1):
                        found.setdefault(row, []).append((_column(match[1]), first))
                right = range(_column(match[1]) + 1, min(_column(match[3]), columns) + 1)
                for row in range(first, min(last, ROWS_OF_HEADS) + 1):
                    spanned.setdefault(row, []).extend(right)
            before = searched[max(end, len(searched) - 200) :]
    return found, spanned


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return column


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return DateText(value.date().isoformat())
    if isinstance(value, datetime.date):
        return DateText(value.isoformat())
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        # 00123 shown by a format of zeros is the number 123.
        shown = cell.number_format or ""
        return str(value).zfill(len(shown)) if shown.strip("0") == "" else str(value)
    return str(value)

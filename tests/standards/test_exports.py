"""Files of tables, read back as their readers do."""

import csv
import datetime
import io
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from standards.exports import Column, Kind, Sheet, csv_bytes, neutralised, xlsx_bytes

FORMULA = '=HYPERLINK("http://example.org";"kliknij")'
NOON = datetime.datetime(2026, 7, 1, 10, 0, tzinfo=datetime.UTC)
COLUMNS = (
    Column("Zalecenie", 10, Kind.LABEL),
    Column("Nazwa", 40, wraps=True),
    Column("Spełnione", 10, Kind.WHOLE),
    Column("Wynik (%)", 10, Kind.DECIMAL),
    Column("Dzień", 12, Kind.DAY),
    Column("Chwila", 16, Kind.MOMENT),
    Column("Krytyczne"),
)


def read(sheets: list[Sheet]) -> Any:
    return load_workbook(io.BytesIO(xlsx_bytes(sheets)))


def sheet(rows: Any, title: str = "Zalecenia", columns: Any = COLUMNS) -> Sheet:
    return Sheet(title, columns, rows)


def test_each_value_is_what_it_is_in_a_workbook() -> None:
    day = datetime.date(2026, 7, 1)
    page = read([sheet([("15.12", "Oddzwoń", 4, Decimal("92.5"), day, NOON, True)])]).active

    assert [cell.value for cell in page[1]] == [column.heading for column in COLUMNS]
    row = page[2]
    assert [cell.value for cell in row[:4]] == ["15.12", "Oddzwoń", 4, 92.5]
    assert [cell.data_type for cell in row] == ["s", "s", "n", "n", "d", "d", "s"]
    # Local time, as the clock on the wall showed it.
    assert (row[4].value.date(), row[5].value.isoformat()) == (day, "2026-07-01T12:00:00")
    assert [cell.number_format for cell in row] == [column.kind.value for column in COLUMNS]
    assert row[6].value == "tak"
    assert row[1].alignment.wrap_text


def test_a_day_among_texts_is_a_day_and_leaves_the_next_text_alone() -> None:
    facts = (Column("Co", 20), Column("Treść", 60, wraps=True))
    rows = [("Utworzono", NOON), ("Dzień", datetime.date(2026, 7, 1)), ("Poziom", "pełny")]
    page = read([sheet(rows, columns=facts)]).active
    assert [page.cell(row, 2).number_format for row in (2, 3, 4)] == ["yyyy-mm-dd hh:mm", "yyyy-mm-dd", "General"]
    assert page["B2"].value.isoformat() == "2026-07-01T12:00:00"


@pytest.mark.parametrize("label", ["3.4", "15.12", "17.10", "007"])
def test_labels_stay_as_they_are(label: str) -> None:
    page = read([sheet([(label, "", None, None, None, None, None)])]).active
    assert (page["A2"].value, page["A2"].data_type, page["A2"].number_format) == (label, "s", "@")
    assert f"\r\n{label};" in csv_bytes(COLUMNS, [(label, "", None, None, None, None, None)]).decode()


@pytest.mark.parametrize("text", [FORMULA, "+48 22 111", "-", "@nazwa", "\tx", "#N/A", "#DIV/0!"])
@pytest.mark.parametrize("place", [0, 1, 6])
def test_no_text_is_a_formula_or_an_error(text: str, place: int) -> None:
    row: list[Any] = [None] * len(COLUMNS)
    row[place] = text
    cell = read([sheet([row, row])]).active[3][place]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    assert cell.number_format == COLUMNS[place].kind.value


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_what_a_spreadsheet_would_run_is_neutralised(start: str) -> None:
    assert neutralised(f'{start}HYPERLINK("x")') == f'\'{start}HYPERLINK("x")'


@pytest.mark.parametrize("text", ["", "Wydział", "a=b", "17.10", "1-2"])
def test_other_text_stays(text: str) -> None:
    assert neutralised(text) == text


def test_letters_that_no_workbook_holds_are_left_out() -> None:
    assert read([sheet([("1.1", "a\x00b\x0bc", None, None, None, None, None)])]).active["B2"].value == "abc"


def test_a_sheet_is_ready_to_read_and_to_print() -> None:
    page = read([sheet([("1.1", "x", 1, None, None, None, False)] * 3)]).active
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:G4"
    assert [page.column_dimensions[letter].width for letter in "AB"] == [10, 40]
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.sheet_properties.pageSetUpPr.fitToPage, page.page_setup.fitToHeight) == (True, 0)
    assert page.print_title_rows == "$1:$1"
    assert page.oddFooter.right.text == "&P / &N"
    assert all(cell.font.bold for cell in page[1])


def test_a_sheet_may_be_without_rows_and_its_name_too_long() -> None:
    book = read([sheet([], "Komórki/obszary: [wszystkie] i jeszcze dalej"), sheet([], "Druga")])
    assert book.sheetnames == ["Komórki obszary   wszystkie  i "[:31], "Druga"]
    assert book.worksheets[0].max_row == 1


def test_rows_are_made_while_they_are_written() -> None:
    made: list[int] = []

    def rows() -> Any:
        for number in range(3):
            made.append(number)
            yield (str(number), None, number, None, None, None, None)

    pages = sheet(rows())
    assert made == []
    assert [row[2].value for row in read([pages]).active.iter_rows(min_row=2)] == made == [0, 1, 2]


def test_a_workbook_that_fails_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def rows() -> Any:
        yield ("1.1", "Łucja Świątek", 1, None, None, None, None)
        raise OSError("the database went away")

    with pytest.raises(OSError, match="went away"):
        xlsx_bytes([sheet([], "Pierwsza"), sheet(rows())])
    assert not list(tmp_path.iterdir())


def test_a_workbook_that_was_written_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    xlsx_bytes([sheet([("1.1", "x", 1, None, None, None, None)])])
    assert not list(tmp_path.iterdir())


def test_a_csv_opens_in_a_polish_spreadsheet() -> None:
    row = ("15.12", 'tak; "nie"', -4, Decimal("92.5"), datetime.date(2026, 7, 1), NOON, False)
    written = csv_bytes(COLUMNS, [row]).decode("utf-8")
    assert written.startswith("\ufeffZalecenie;Nazwa;")
    assert written.count("\r\n") == 2
    (found,) = list(csv.reader(io.StringIO(written.removeprefix("\ufeff")), delimiter=";"))[1:]
    assert found == ["15.12", 'tak; "nie"', "-4", "92,5", "2026-07-01", "2026-07-01 12:00", "nie"]

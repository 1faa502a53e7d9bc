"""Files as offices have them, and as nobody should send them."""

import csv
import datetime
import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from audits.office.imports.columns import HEADINGS, template_csv, template_xlsx
from audits.office.imports.files import MAX_BYTES, MAX_ROWS, Unusable, read_table
from audits.office.imports.rows import read_rows

LINES = (
    (
        "Numer osobowy;Nazwisko;Imię;Kod komórki;Nazwa komórki;Kod komórki nadrzędnej;Stanowisko;"
        "Zatrudniony od;Zatrudniony do"
    ),
    ";;;UMSTW;Urząd m.st. Warszawy;;;;",
    "00017;Żółć-Łącka;Józefa;UD-BEM;Urząd Dzielnicy Bemowo;UMSTW;starszy inspektor;01.03.2019;",
)
TEXT = "\r\n".join(LINES) + "\r\n"


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def as_workbook() -> bytes:
    rows = [line.split(";") for line in LINES]
    rows[2][7] = datetime.date(2019, 3, 1)
    return workbook(*rows)


def made(content: bytes | Callable[[], bytes]) -> bytes:
    """Packed files hold the time at which they were packed, and some are large: these are made where they are read."""
    return content() if callable(content) else content


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("cp1250"),
        TEXT.encode("utf-16"),
        TEXT.replace(";", ",").encode("cp1250"),
        TEXT.replace(";", "\t").encode("utf-8-sig"),
        TEXT.replace("\r\n", "\n").encode(),
        TEXT.replace("Numer osobowy", '"Numer osobowy"').encode(),
        ("Pracownicy na dzień 1 marca\r\n\r\n" + TEXT).encode(),
        as_workbook,
    ],
    ids=["utf-8", "bom", "cp1250", "utf-16", "commas", "tabs", "newlines", "quoted", "below a title", "xlsx"],
)
def test_every_way_of_an_office_gives_the_same_table(content):
    rows = read_rows(read_table(made(content)))
    assert rows.refused == []
    assert [(row.code, row.name, row.parent) for row in rows.departments] == [
        ("UMSTW", "Urząd m.st. Warszawy", ""),
        ("UD-BEM", "Urząd Dzielnicy Bemowo", "UMSTW"),
    ]
    (person,) = rows.people
    assert (person.number, person.last_name, person.first_name) == ("00017", "Żółć-Łącka", "Józefa")
    assert (person.position, person.since, person.until) == ("starszy inspektor", datetime.date(2019, 3, 1), None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-01", datetime.date(2026, 3, 1)),
        ("01.03.2026", datetime.date(2026, 3, 1)),
        ("1.3.2026", datetime.date(2026, 3, 1)),
        ("01-03-2026", datetime.date(2026, 3, 1)),
        ("2026-03-01 00:00:00", datetime.date(2026, 3, 1)),
        ("", None),
    ],
)
def test_dates_in_every_form(text, day):
    (person,) = read_rows(read_table(TEXT.replace("01.03.2019", text).encode())).people
    assert person.since == day


def test_the_last_day_is_worked_and_an_end_in_9999_is_none():
    line = TEXT.replace("01.03.2019;", "01.03.2019;31.12.2025")
    assert read_rows(read_table(line.encode())).people[0].until == datetime.date(2026, 1, 1)
    assert read_rows(read_table(line.replace("2025", "9999").encode())).people[0].until is None


@pytest.mark.parametrize(
    "replaced",
    [
        ("Józefa", "Józ\0efa"),
        ("Józefa", "Józefa\u202e"),
        ("Józefa", ""),
        ("Józefa", "J" * 101),
        ("00017", ""),
        ("00017", "1" * 31),
        ("UD-BEM;", ";"),
        ("UD-BEM;", "U" * 31 + ";"),
        ("01.03.2019", "30.02.2019"),
        ("01.03.2019", "03/01/2019"),
        ("01.03.2019", "435255"),
        ("01.03.2019", "0001-01-01"),
        ("01.03.2019;", "01.03.2019;28.02.2019"),
        ("starszy inspektor", "#N/A"),
        ("starszy inspektor", "#ADR!"),
        ("starszy inspektor", "#N/D!"),
        ("00017", "#######"),
        ("00017", "8,50101E+10"),
        ("Józefa", "J\ufffdzefa"),
    ],
    ids=str,
)
def test_a_bad_row_is_refused_with_its_number_and_reason(replaced):
    rows = read_rows(read_table(TEXT.replace(*replaced).encode()))
    assert rows.people == []
    (refusal,) = rows.refused
    assert refusal.row == 3
    assert refusal.reason
    # Who cannot be told from the row cannot be missed either.
    assert rows.unknown_person or rows.refused_numbers == {"00017"}


@pytest.mark.parametrize(
    "name", ["=cmd|'/C calc'!A0", '=HYPERLINK("x")', "+48", "-1+1", "@SUM(A1)", "<script>alert(1)</script>"]
)
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_looks_like_a_formula_stays_text(name, kind):
    rows = [["Numer osobowy", "Nazwisko", "Imię", "Kod komórki"], ["1", name, "Ala", "X"]]
    if kind == "csv":
        written = io.StringIO()
        csv.writer(written, delimiter=";").writerows(rows)
        content = written.getvalue().encode()
    else:
        book = Workbook()
        for row in rows:
            book.active.append(row)
        book.active["B2"].data_type = "s"
        saved = io.BytesIO()
        book.save(saved)
        content = saved.getvalue()
    assert read_rows(read_table(content)).people[0].last_name == name


def test_a_number_keeps_the_zeros_it_is_shown_with():
    book = Workbook()
    book.active.append(["Numer osobowy", "Nazwisko", "Imię", "Kod komórki"])
    book.active.append([17, "Łącka", "Ala", 5.0])
    book.active["A2"].number_format = "00000"
    written = io.BytesIO()
    book.save(written)
    (person,) = read_rows(read_table(written.getvalue())).people
    assert (person.number, person.department) == ("00017", "5")


def packed(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    return packed(parts | {name: part})


def entity_bomb() -> bytes:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(12))
    sheet = f'<?xml version="1.0"?><!DOCTYPE x [{entities}]><worksheet><sheetData>&e11;</sheetData></worksheet>'
    return with_part(as_workbook(), "xl/worksheets/sheet1.xml", sheet.encode())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \r\n ",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"%PDF-1.7 hello",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600,
        b"PK\x03\x04 and nothing more",
        lambda: packed({"content.xml": b"<a/>", "mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        lambda: packed({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<b/>"}),
        lambda: with_part(as_workbook(), "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"),
        lambda: with_part(as_workbook(), "xl/media/bomb.bin", b"\0" * (101 * 1024 * 1024)),
        lambda: packed({f"xl/{n}": b"" for n in range(1200)} | {"[Content_Types].xml": b""}),
        lambda: with_part(as_workbook(), "xl/worksheets/sheet1.xml", b"<worksheet><row>" + b"<c/>" * 2_600_000),
        lambda: with_part(as_workbook(), "xl/styles.xml", b"<styleSheet>" + b"<xf/>" * 201_000),
        entity_bomb,
        lambda: b"x" * (MAX_BYTES + 1),
        TEXT.replace("Kod kom\u00f3rki;", "Pok\u00f3j;").encode(),
        TEXT.replace("Nazwisko", "Numer osobowy").encode(),
        TEXT.replace("Nazwisko", "Pok\u00f3j").encode(),
        LINES[0].encode(),
        TEXT.replace("J\u00f3zefa", '"J\u00f3zefa').encode(),
        "\r\n".join(LINES[:2]).encode() + b"\r\n" + LINES[2].encode("cp1250"),
        TEXT.encode() + "1;Łącka".encode()[:-4],
        (LINES[0] + "\n" + '"' + "x" * 200_000).encode(),
        lambda: (LINES[0] + "\n" + (";;;X;;;;;\n" * (MAX_ROWS + 1))).encode(),
        "Kod komórki;Kod komórki nadrzędnej\nA;B\n".encode(),
        lambda: workbook(("a",), ("b",)),
    ],
    ids=[
        "nothing",
        "blank",
        "picture",
        "PDF",
        "old Excel",
        "cut off",
        "OpenDocument",
        "workbook without a sheet",
        "broken sheet",
        "hundred megabytes packed",
        "1200 parts",
        "millions of cells",
        "too many styles",
        "entities",
        "too large",
        "unknown heading",
        "heading twice",
        "heading missing",
        "headings alone",
        "open quote",
        "two encodings",
        "half a letter",
        "endless cell",
        "too many rows",
        "departments alone",
        "other headings",
    ],
)
def test_an_unusable_file_is_refused_in_one_sentence(content):
    with pytest.raises(Unusable) as refused:
        read_table(made(content))
    assert len(str(refused.value)) < 120


def test_lines_in_two_encodings_are_told_with_the_first_that_differs():
    mixed = LINES[0].encode() + b"\n" + LINES[1].encode() + b"\n" + LINES[2].encode("cp1250")
    with pytest.raises(Unusable, match="wiersz 3 nie jest"):
        read_table(mixed)


def test_a_cell_that_is_far_too_long_is_told_as_that():
    with pytest.raises(Unusable, match=r"W okolicy wiersza 2 .* za długa"):
        read_table((LINES[0] + "\n1;No;" + "ą" * 500_000 + ";X\n").encode())


def test_hidden_sheets_are_not_read():
    book = Workbook()
    hidden, shown = book.active, book.create_sheet("Kadry")
    for sheet, name in ((hidden, "Ukryta"), (shown, "Jawna")):
        sheet.append(["Numer osobowy", "Nazwisko", "Imię", "Kod komórki"])
        sheet.append(["1", name, "Ala", "X"])
    for state in ("hidden", "veryHidden"):
        hidden.sheet_state = state
        written = io.BytesIO()
        book.save(written)
        assert [person.last_name for person in read_rows(read_table(written.getvalue())).people] == ["Jawna"]


def test_a_sheet_that_says_it_is_endless_is_read_to_the_limit():
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/>'
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Kod komórki</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>Nazwa komórki</t></is></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    with pytest.raises(Unusable):
        read_table(with_part(as_workbook(), "xl/worksheets/sheet1.xml", sheet.encode()))


@given(
    st.binary(max_size=400)
    | st.text(max_size=400).map(lambda text: (LINES[0] + "\n" + text).encode("utf-8", "replace"))
)
@settings(max_examples=200)
def test_any_bytes_are_read_or_refused(content):
    try:
        rows = read_rows(read_table(content))
    except Unusable:
        return
    assert rows.refused or rows.departments


def test_the_templates_have_every_column_and_can_be_read_back():
    filled = template_csv() + b"1;Nowak;Jan;X;Wydzia\xc5\x82;;;;\r\n"
    assert read_table(filled).columns == set(HEADINGS)
    assert filled.startswith(b"\xef\xbb\xbf")
    sheet = load_workbook(io.BytesIO(template_xlsx())).worksheets[0]
    assert [cell.value for cell in sheet[1]] == list(HEADINGS.values())
    assert sheet.column_dimensions["A"].number_format == "@"

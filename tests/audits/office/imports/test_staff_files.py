"""Staff files as offices export, rename and mend them: what is read, what is asked, what is refused and how."""

import datetime
import io
import time
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from audits.models import HeadingMeaning
from audits.models.office import is_pesel
from audits.office.imports import names
from audits.office.imports.columns import Column
from audits.office.imports.days import NoDay, read_day
from audits.office.imports.files import UnknownColumns, Unusable, read_table
from audits.office.imports.meanings import keep_meanings, meanings_kept
from audits.office.imports.planning import Plan, plan_import
from audits.office.imports.rows import Rows, read_rows
from tests.audits.factories import DepartmentFactory, EmployeeFactory, EmploymentFactory

HEADINGS = "Numer osobowy;Nazwisko;Imię;Kod komórki;Stanowisko;Zatrudniony od"
ON = datetime.date(2026, 3, 1)
# A birth date of 1980 with its check digit, of nobody.
PESEL = "80010112340"


def rows_of(*lines: str, headings: str = HEADINGS) -> Rows:
    return read_rows(read_table("\n".join([headings, *lines]).encode()))


def book(*rows: tuple[Any, ...], merged: str = "") -> bytes:
    made = Workbook()
    for row in rows:
        made.active.append(row)
    for cells in merged.split():
        made.active.merge_cells(cells)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def packed(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "starego Excela (.xls)"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "chroniony hasłem"),
        (b"%PDF-1.7 x", "To jest PDF"),
        (b"\xef\xbb\xbf\r\n<html><body><table><tr><td>Nr</td></tr></table>", "To jest strona internetowa"),
        (b"<table border=1><tr><td>Nr</td></tr></table>", "To jest strona internetowa"),
        ("<html><table>".encode("utf-16"), "To jest strona internetowa"),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "tabela XML z Excela 2003",
        ),
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, "arkusz OpenDocument (.ods)"),
        ({"[Content_Types].xml": b"", "xl/workbook.bin": b""}, "skoroszyt binarny (.xlsb)"),
        ({"[Content_Types].xml": b"", "word/document.xml": b""}, "dokument tekstowy"),
        ({"zdjecie.jpg": b""}, "nie jest skoroszytem XLSX"),
    ],
    ids=["xls", "password", "pdf", "html", "table", "html in utf-16", "xml 2003", "ods", "xlsb", "docx", "zip"],
)
def test_a_file_of_another_kind_is_told_which(content: bytes | dict[str, bytes], told: str) -> None:
    with pytest.raises(Unusable, match=told.replace("(", r"\(").replace(")", r"\)")):
        read_table(packed(content) if isinstance(content, dict) else content)


def test_a_workbook_with_190_000_fonts_takes_a_moment() -> None:
    with zipfile.ZipFile(io.BytesIO(book(HEADINGS.split(";"), ("00017", "Nowak", "Ewa", "X", "", ON)))) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    styles = parts["xl/styles.xml"]
    parts["xl/styles.xml"] = styles.replace(b"</fonts>", b"<font/>" * 190_000 + b"</fonts>")
    content = packed(parts)
    began = time.process_time()
    (person,) = read_rows(read_table(content)).people
    # Eleven seconds when all were built.
    assert time.process_time() - began < 4
    assert person.since == ON


def test_formats_of_numbers_survive_without_the_other_styles() -> None:
    made = Workbook()
    made.active.append(HEADINGS.split(";"))
    made.active.append([17, "Nowak", "Ewa", "X", "", datetime.date(2024, 2, 1)])
    made.active["A2"].number_format, made.active["F2"].number_format = "00000", "d mmm yyyy"
    written = io.BytesIO()
    made.save(written)
    (person,) = read_rows(read_table(written.getvalue())).people
    assert (person.number, person.since) == ("00017", datetime.date(2024, 2, 1))


@pytest.mark.parametrize(
    "text",
    [
        "1.02.2024 r.", "2024.02.01", "45323", "45323.0", "1.02.2024 0:00", "1.02.2024 00:00:00", "2024-02-01T00:00:00",
        "1 lutego 2024 r.", "1 LUT 2024", "2024/02/01", "20240201", "01.02.2024\u00a0r.", "1–02–2024", "01. 02. 2024",
    ],
)  # fmt: skip
def test_days_are_read_as_personnel_systems_write_them(text: str) -> None:
    assert read_day(text) == datetime.date(2024, 2, 1)


@pytest.mark.parametrize("text", ["1.13.2024", "30.02.2024", "01/02/2024", "1.2.24", "4532", "99999", "luty 2024", "-"])
def test_what_might_be_two_days_or_none_is_refused(text: str) -> None:
    with pytest.raises(NoDay, match="nie jest datą"):
        read_day(text)


@given(st.text(st.sampled_from("0123456789.-/ rT:lutego "), max_size=16))
def test_any_cell_is_a_day_or_refused(text: str) -> None:
    try:
        day = read_day(text)
    except NoDay:
        return
    assert day is None or 1900 <= day.year < 2200


@pytest.mark.parametrize("at", [0, 3, 4])
def test_a_date_cell_outside_the_columns_of_days_is_refused(at: int) -> None:
    row: list[Any] = ["7", "Nowak", "Ewa", "X", "referent", ON]
    row[at] = datetime.date(2024, 2, 1)
    rows = read_rows(read_table(book(HEADINGS.split(";"), row)))
    assert rows.people == []
    assert "arkusz ma tam datę" in rows.refused[0].reason


def test_a_pesel_is_never_kept() -> None:
    assert is_pesel(PESEL)
    rows = rows_of(f"{PESEL};Nowak;Ewa;X;;", "12345678901;Kot;Jan;X;;")
    assert [person.number for person in rows.people] == ["12345678901"]
    assert "PESEL" in rows.refused[0].reason
    assert PESEL not in rows.refused[0].about


@pytest.mark.parametrize(
    "written", ["800101 12340", "800101-12340", "80010112340.0", "80010112340,00", "8001 0112 340", "800101–12340"]
)
def test_however_it_is_written(written: str) -> None:
    rows = rows_of(f"{written};Nowak;Ewa;X;;")
    assert rows.people == []
    assert "PESEL" in rows.refused[0].reason
    assert "12340" not in rows.refused[0].about


@pytest.mark.parametrize("number", ["A80010112340", "8001011234.00", "80010112340.5"])
def test_what_is_no_pesel_is_a_number(number: str) -> None:
    assert not is_pesel(number)


@given(st.text("0123456789", min_size=10, max_size=12))
def test_a_pesel_has_a_birth_date_and_a_check_digit(number: str) -> None:
    if is_pesel(number):
        assert len(number) == 11
        assert int(number[2:4]) % 20 in range(1, 13)
        assert not is_pesel(number[:10] + str((int(number[10]) + 1) % 10))


@pytest.mark.parametrize(
    ("heading", "cell", "last", "first"),
    [
        ("Nazwisko i imię", "Nowak Ewa", "Nowak", "Ewa"),
        ("Nazwisko i imię", "mgr inż. Nowak Ewa", "Nowak", "Ewa"),
        ("Nazwisko i imię", "Nowak Ewa, dr hab.", "Nowak", "Ewa"),
        ("Nazwisko i imię", "Nowak-Kot Ewa Anna", "Nowak-Kot", "Ewa Anna"),
        ("Nazwisko i imię", "Nowak - Kot Ewa", "Nowak-Kot", "Ewa"),
        ("Nazwisko i imię", "Nowak, Ewa", "Nowak", "Ewa"),
        ("Nazwisko i imię", "van der Berg Jan", "van der Berg", "Jan"),
        ("Imię i nazwisko", "Ewa Nowak", "Nowak", "Ewa"),
        ("Imię i nazwisko", "Jan van der Berg", "van der Berg", "Jan"),
    ],
)
def test_both_names_of_one_column_are_told_apart(heading: str, cell: str, last: str, first: str) -> None:
    headings = f"Numer osobowy;{heading};Kod komórki"
    (person,) = rows_of(f'1;"{cell}";X', headings=headings).people
    assert (person.last_name, person.first_name) == (last, first)


@pytest.mark.parametrize("cell", ["Nowak", "Nowak Kot Ewa Anna"])
def test_names_that_cannot_be_told_apart_are_refused(cell: str) -> None:
    rows = rows_of(f"1;{cell};X", headings="Numer osobowy;Nazwisko i imię;Kod komórki")
    assert rows.people == []
    assert rows.refused[0].reason.startswith("Nazwisko i imię: ")


@given(st.text(max_size=40))
def test_names_lose_no_letter(text: str) -> None:
    kept = names.without_titles(text)
    try:
        name = names.split(kept, last_first=True)
    except names.Unclear:
        return
    assert sorted(c for c in f"{name.last}{name.first}" if c.isalpha()) == sorted(c for c in kept if c.isalpha())


def test_what_is_read_otherwise_than_written_is_said() -> None:
    rows = rows_of("'0017;mgr Nowak;E\u00adwa;X;;")
    (person,) = rows.people
    assert (person.number, person.last_name, person.first_name) == ("0017", "Nowak", "Ewa")
    assert [note.row for note in rows.notes] == [2, 2, 2]
    assert "Nowak" in rows.notes[1].what


def test_an_invisible_character_is_refused_by_name() -> None:
    rows = rows_of("17;Kowal\u200bska;Ewa;X;;")
    assert rows.refused[0].reason == "Nazwisko: znak U+200B po „Kowal”."


def test_a_cell_merged_downwards_holds_for_every_row_beside_it() -> None:
    content = book(
        ("Kod komórki", "Numer osobowy", "Nazwisko", "Imię"),
        ("UD-BEM", "1", "Nowak", "Ewa"),
        (None, "2", "Kot", "Jan"),
        ("UD-WOL", "3", "Żak", "Jan"),
        merged="A2:A3",
    )
    assert [person.department for person in read_rows(read_table(content)).people] == ["UD-BEM", "UD-BEM", "UD-WOL"]


class TestHeadsThatSpanColumns:
    TWO_ROWS = (
        ("Numer osobowy", "Pracownik", None, "Komórka organizacyjna", None, "Zatrudnienie", None, "Pokój"),
        (None, "Nazwisko", "Imię", "Kod", "Nazwa", "od", "do", None),
    )
    MERGED = "A1:A2 B1:C1 D1:E1 F1:G1 H1:H2"

    def test_a_head_of_two_rows_is_read_as_one(self) -> None:
        content = book(
            *self.TWO_ROWS, ("00017", "Nowak", "Ewa", "UD-BEM", "Bemowo", "1.02.2024", ""), merged=self.MERGED
        )
        table = read_table(content)
        assert table.ignored == ("Pokój",)
        (person,) = read_rows(table).people
        assert (person.row, person.number, person.last_name, person.first_name) == (3, "00017", "Nowak", "Ewa")
        assert (person.department, person.since) == ("UD-BEM", datetime.date(2024, 2, 1))
        assert [row.name for row in read_rows(table).departments] == ["Bemowo"]

    def test_below_a_title_over_the_whole_table_too(self) -> None:
        moved = "A1:H1 A2:A3 B2:C2 D2:E2 F2:G2 H2:H3"
        content = book(("Wykaz pracowników",), *self.TWO_ROWS, ("1", "Nowak", "Ewa", "X", "Iks"), merged=moved)
        assert [person.row for person in read_rows(read_table(content)).people] == [4]

    def test_what_is_under_a_head_that_nobody_knows_is_asked_with_it(self) -> None:
        unknown = [("Numer osobowy", "Osoba", None, "Wydział", None), (None, "Nazwisko", "Imię", "Symbol", "Nazwa")]
        content = book(*unknown, ("1", "Nowak", "Ewa", "X", "Iks"), merged="A1:A2 B1:C1 D1:E1")
        with pytest.raises(UnknownColumns) as asked:
            read_table(content)
        headings = {heading.text: heading.key for heading in asked.value.found}
        assert list(headings) == ["Numer osobowy", "Nazwisko", "Imię", "Wydział Symbol", "Wydział Nazwa"]
        meanings = {headings["Wydział Symbol"]: Column.DEPARTMENT, headings["Wydział Nazwa"]: Column.DEPARTMENT_NAME}
        (person,) = read_rows(read_table(content, meanings=meanings)).people
        assert person.department == "X"

    @pytest.mark.parametrize(
        ("head", "cells"), [("Nazwisko i imię", ("Nowak", "Ewa")), ("Imię i nazwisko", ("Ewa", "Nowak"))]
    )
    def test_a_head_of_both_names_over_two_columns_is_both(self, head: str, cells: tuple[str, str]) -> None:
        content = book(("Numer osobowy", head, None, "Kod komórki"), ("1", *cells, "X"), merged="B1:C1")
        (person,) = read_rows(read_table(content)).people
        assert (person.last_name, person.first_name, person.department) == ("Nowak", "Ewa", "X")

    def test_a_head_that_is_only_wide_is_one_column(self) -> None:
        content = book(
            ("Numer osobowy", "Nazwisko i imię", None, "Kod komórki"), ("1", "Nowak Ewa", None, "X"), merged="B1:C1"
        )
        (person,) = read_rows(read_table(content)).people
        assert (person.last_name, person.first_name) == ("Nowak", "Ewa")

    def test_a_sections_name_over_the_table_makes_nobody(self) -> None:
        content = book(
            ("Kod komórki", "Numer osobowy", "Nazwisko", "Imię"),
            ("Wydział Spraw", None, None, None),
            ("X", "1", "Nowak", "Ewa"),
            merged="A2:D2",
        )
        rows = read_rows(read_table(content))
        assert [person.number for person in rows.people] == ["1"]
        assert [row.code for row in rows.departments] == ["Wydział Spraw", "X"]


def plan_of(*lines: str, headings: str = HEADINGS) -> Plan:
    return plan_import(read_table("\n".join([headings, *lines]).encode()), on=ON)


@pytest.mark.django_db
class TestIdentity:
    @pytest.mark.parametrize("written", ["A–0017", "A-0017 ", "'A-0017", "a-0017", "A\u20110017", "A - 0017"])
    def test_a_spreadsheets_dash_makes_no_second_person(self, written: str) -> None:
        department = DepartmentFactory(code="UD-BEM")
        person = EmployeeFactory(number="A-0017", last_name="Nowak-Kot", first_name="Ewa")
        EmploymentFactory(employee=person, department=department, position="")
        plan = plan_of(f"{written};Nowak–Kot;Ewa;UD–BEM;;")
        assert (plan.new_people, plan.ended_people, plan.changed_people, plan.refused) == ((), (), (), ())
        assert plan.new_departments == ()

    def test_zeros_that_a_spreadsheet_took_are_the_same_number(self) -> None:
        EmploymentFactory(department=DepartmentFactory(code="X"), employee__number="00017")
        plan = plan_of("17;Nowak;Ewa;X;;")
        assert [person.number for person in plan.people] == ["00017"]
        assert "00017" in plan.notes[0].what

    def test_two_that_the_portal_tells_apart_stay_two(self) -> None:
        for number in ("017", "17"):
            EmploymentFactory(department=DepartmentFactory(code=f"X{number}"), employee__number=number)
        assert {person.number for person in plan_of("17;A;B;X17;;", "017;C;D;X017;;").people} == {"17", "017"}
        unclear = plan_of("0017;A;B;X17;;", "17;A;B;X17;;")
        assert unclear.refused[0].reason.startswith("„0017” może oznaczać")
        assert unclear.ended_people == ()

    def test_one_who_ends_and_one_of_the_same_name_who_begins_are_asked_about(self) -> None:
        department = DepartmentFactory(code="X")
        ends = EmploymentFactory(department=department, employee__last_name="Nowak", employee__first_name="Ewa")
        stays = EmploymentFactory(department=department, employee__number="8")
        plan = plan_of(f"8;{stays.employee.last_name};{stays.employee.first_name};X;;", "9;NOWAK;Ewa;X;;")
        assert [(one.number, other.number) for one, other in plan.namesakes] == [(ends.employee.number, "9")]


@pytest.mark.django_db
class TestHeadings:
    CONTENT = "Nr ewid.;Osoba (nazwisko);Osoba (imię);Kom. org.\n1;Nowak;Ewa;UD-BEM\n".encode()
    MEANT = {
        "nr ewid": Column.NUMBER,
        "osoba (nazwisko)": Column.LAST_NAME,
        "osoba (imie)": Column.FIRST_NAME,
        "kom. org": Column.DEPARTMENT,
    }

    def test_columns_that_nobody_knows_are_shown_with_examples(self) -> None:
        with pytest.raises(UnknownColumns) as refused:
            read_table(self.CONTENT)
        assert [(one.text, one.examples) for one in refused.value.found] == [
            ("Nr ewid.", ("1",)),
            ("Osoba (nazwisko)", ("Nowak",)),
            ("Osoba (imię)", ("Ewa",)),
            ("Kom. org.", ("UD-BEM",)),
        ]

    def test_what_was_said_once_is_remembered(self) -> None:
        keep_meanings(self.MEANT)
        (person,) = read_rows(read_table(self.CONTENT, meanings=meanings_kept())).people
        assert (person.number, person.last_name, person.department) == ("1", "Nowak", "UD-BEM")

    def test_what_is_understood_anyway_needs_no_memory(self) -> None:
        keep_meanings({"nazwisko": Column.LAST_NAME, "imie": None})
        assert list(HeadingMeaning.objects.values_list("key", "column")) == [("imie", "")]


def test_the_column_that_is_missing_can_be_named_too() -> None:
    with pytest.raises(UnknownColumns, match="Brakuje kolumny") as refused:
        read_table("Kod komórki;Numer osobowy;Kto\nX;1;Nowak\n".encode())
    assert [one.column for one in refused.value.found] == [Column.DEPARTMENT, Column.NUMBER, None]

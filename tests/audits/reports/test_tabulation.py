"""A report's figures as files, read back as their readers do."""

import csv
import datetime
import io
import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from django.utils import translation
from openpyxl import load_workbook

from audits.exports import xlsx_bytes
from audits.reports.department.contents import BreachRow, DepartmentReport
from audits.reports.department.tabulation import json_bytes, to_csv, to_sheets
from tests.audits.reports import drawn_reports

FORMULA = '=HYPERLINK("http://example.org";"kliknij")'
EVERY = sorted(drawn_reports.CASES)


@cache
def quarter() -> DepartmentReport:
    return drawn_reports.quarter_of_district()


def workbook(report: DepartmentReport) -> Any:
    with translation.override("pl"):
        return load_workbook(io.BytesIO(xlsx_bytes(to_sheets(report))))


def table(page: Any) -> list[dict[str, Any]]:
    head, *rows = page.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def lines(report: DepartmentReport) -> list[dict[str, str]]:
    with translation.override("pl"):
        text = to_csv(report).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


@cache
def book() -> Any:
    return workbook(quarter())


def test_the_first_sheet_says_what_it_is_and_at_which_level() -> None:
    said = dict(book().worksheets[0].iter_rows(values_only=True))
    report = quarter()
    assert said["Poziom"] == "poziom ogólny"
    assert said["Komórka organizacyjna"] == f"{report.department_code} {report.department_name}"
    assert said["Okres"].startswith("III kwartał 2026")
    assert said["Odcisk danych"] == report.fingerprint
    assert "\xa0" not in "".join(map(str, said.values()))


def test_at_the_full_level_the_first_sheet_says_the_purpose() -> None:
    report = drawn_reports.quarter_at_level_full()
    (level,) = [value for name, value in workbook(report).worksheets[0].iter_rows(values_only=True) if name == "Poziom"]
    assert level.startswith("POZIOM PEŁNY")
    assert report.level.purpose in level


def test_there_is_a_sheet_for_each_table_and_none_without_rows() -> None:
    assert book().sheetnames == [
        "O raporcie",
        "Metody",
        "W czasie",
        "Do poprawy i mocne",
        "Obszary",
        "Komórki",
        "Komórki i obszary",
        "Standardy",
        "Kanały",
        "Zalecenia",
        "Naruszenia krytyczne",
        "Wydania",
    ]
    assert all(page.max_row > 1 and page.freeze_panes == "A2" for page in book())
    assert workbook(drawn_reports.without_audits()).sheetnames[:1] == ["O raporcie"]


@pytest.mark.parametrize("name", EVERY)
def test_headings_are_polish_and_differ(name: str) -> None:
    for page in workbook(drawn_reports.CASES[name]()):
        heads = [cell.value for cell in page[1]]
        assert len(set(heads)) == len(heads)
        assert not {"What", "Number", "Name", "Method", "Score (%)", "Remark", "Rated answers"} & set(heads)


def test_every_recommendation_is_there_with_its_number_as_text() -> None:
    found = table(book()["Zalecenia"])
    labels = {row["Numer"] for row in found}
    assert labels == {row.label for standard in quarter().standards for row in standard.recommendations}
    assert len(labels) == 155
    assert all(isinstance(label, str) for label in labels)
    assert {"3.4", "15.12", "17.1", "17.10"} <= labels


def test_counts_are_the_reports_and_numbers_are_numbers() -> None:
    found = {(row["Numer"], row["Metoda"]): row for row in table(book()["Zalecenia"])}
    tried = 0
    for standard in quarter().standards:
        for recommendation in standard.recommendations:
            for figure in recommendation.figures:
                method = {"mystery": "tajemniczy klient", "observation": "obserwacja przełożonego"}.get(figure.method)
                if method is None:
                    continue
                row = found[recommendation.label, method]
                verdicts = ("met", "partly", "not_met", "not_applicable", "not_observed")
                counted = tuple(figure.counts[verdict] for verdict in verdicts)
                names = ("Spełnione", "Częściowo", "Niespełnione", "Nie wystąpiło", "Nie zaobserwowano")
                assert tuple(row[name] for name in names) == counted
                assert row["Oceniono"] == figure.rated
                low = figure.interval.low if figure.interval else None
                assert row["Przedział od (%)"] == (float(low) if low is not None else None)
                tried += 1
    assert tried > 90


def test_scores_are_the_reports() -> None:
    report = quarter()
    for sheet, rows in (("Obszary", report.areas), ("Standardy", report.standards)):
        expected = [
            (row.number, cell.audits, cell.met, cell.rated, float(cell.scored.value) if cell.scored else None)
            for row in rows
            for cell in row.cells
        ]
        got = [
            (row["Numer"], row["Audyty"], row["Spełnione"], row["Oceniono"], row["Wynik (%)"])
            for row in table(book()[sheet])
        ]
        assert got == expected
    units = [(", ".join(unit.codes), cell.audits) for unit in report.units for cell in unit.cells]
    assert [(row["Numer"], row["Audyty"]) for row in table(book()["Komórki"]) if row["Audyty"] is not None] == units


def test_where_there_is_no_score_it_says_why() -> None:
    remarks = {row["Uwaga"] for row in table(book()["Metody"]) + table(book()["Komórki"]) if row["Wynik (%)"] is None}
    allowed = {"za mało audytów", "nie oceniano", "mniej niż 5 osób", "wyniki tylko za cały rok"}
    assert remarks <= allowed
    assert "mniej niż 5 osób" in remarks


def test_the_csv_has_every_figure_under_the_same_headings() -> None:
    found = lines(quarter())
    heads = {cell.value for page in book().worksheets[1:] for cell in page[1]}
    assert heads <= set(found[0])
    assert len(found) == sum(page.max_row - 1 for page in book().worksheets[1:])
    (whole,) = [row for row in found if row["Co"] == "całość" and row["Metoda"] == "tajemniczy klient"]
    (mystery,) = [each for each in quarter().headline.found if each.method == "mystery"]
    assert mystery.scored
    assert whole["Wynik (%)"] == str(mystery.scored.value).replace(".", ",")
    assert whole["Audyty"] == str(mystery.audits)
    assert len({row["Numer"] for row in found if row["Co"] == "zalecenie"}) == 155


def test_a_hostile_name_is_text_in_every_file() -> None:
    report = quarter()
    unit = replace(report.units[0], names=(FORMULA,))
    breach = BreachRow("13.4", FORMULA, FORMULA, 1)
    report = replace(report, department_name=FORMULA, units=(unit, *report.units[1:]), breaches=(breach,))

    pages = workbook(report)
    cells = [cell for page in pages for row in page.iter_rows() for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert len([cell for cell in cells if cell.value == FORMULA and cell.quotePrefix]) >= 3
    texts = [cell for row in lines(report) for cell in row.values()]
    assert f"'{FORMULA}" in texts
    assert not any(text.startswith(("=", "+", "@", "\t", "\r")) for text in texts)


def test_json_is_the_dataclass() -> None:
    found = json.loads(json_bytes(quarter()))
    report = quarter()
    assert found["fingerprint"] == report.fingerprint
    assert [area["number"] for area in found["areas"]] == [area.number for area in report.areas]
    assert found["level"] == {"kind": "general", "purpose": "", "issued_at": None}


def test_a_workbook_of_the_whole_offices_year_is_small() -> None:
    with translation.override("pl"):
        content = xlsx_bytes(to_sheets(drawn_reports.year_of_office()))
    assert len(content) < 500_000


def test_days_are_days() -> None:
    row = table(book()["W czasie"])[-1]
    assert (row["Okres"], row["Pierwszy dzień"].date()) == ("III kwartał 2026", datetime.date(2026, 7, 1))

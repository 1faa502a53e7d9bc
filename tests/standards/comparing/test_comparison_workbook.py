"""A comparison as a workbook: what the page says, in columns."""

import datetime
import io
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from standards.models import Edition, Recommendation
from tests.standards.factories import PublicationFactory, RecommendationFactory, recommendation_of, sound_draft

pytestmark = pytest.mark.django_db

ADDRESS = "/standardy/2-2026/porownanie/1-2020/xlsx/"


@pytest.fixture(autouse=True)
def editions() -> list[Edition]:
    """Two published ones: 1.1 reworded, 1.2 gone, 2.1 now 2.10, 3.2 new and begun like a formula."""
    old, new = sound_draft("1-2020"), sound_draft("2-2026", title="Nowe standardy")
    for label in ("1.1", "2.1", "2.2", "3.1"):
        row = recommendation_of(new, label)
        row.lineage = recommendation_of(old, label).lineage
        if label == "1.1":
            row.text = "Wstań od razu, gdy klient podchodzi."
        if label == "2.1":
            row.number = "10"
        row.save()
    gone = recommendation_of(new, "1.2")
    gone.assessability.delete()
    gone.delete()
    standard = recommendation_of(new, "3.1").standard
    RecommendationFactory(standard=standard, number="2", position=2, text="=1+1")
    PublicationFactory(edition=old)
    PublicationFactory(edition=new, effective_from=datetime.date(2026, 3, 1))
    return [old, new]


def workbook(client: Client, **asked: str) -> Any:
    response = client.get(ADDRESS, asked)
    assert response.headers["Content-Disposition"] == 'attachment; filename="porownanie-1-2020-2-2026.xlsx"'
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    return load_workbook(io.BytesIO(b"".join(response.streaming_content)))  # type: ignore[attr-defined]


def rows(sheet: Any) -> list[dict[str, Any]]:
    heads, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, line, strict=True)) for line in lines]


def row_of(book: Any, before: str | None, after: str | None) -> dict[str, Any]:
    return next(
        row
        for row in rows(book["Zalecenia"])
        if (row["Numer przed zmianą"], row["Numer po zmianie"]) == (before, after)
    )


def test_a_reworded_recommendation_stands_with_both_texts_and_its_changes(reader: Client) -> None:
    row = row_of(workbook(reader), "1.1", "1.1")
    assert row["Tekst po zmianie"] == "Wstań od razu, gdy klient podchodzi."
    assert (
        row["Tekst przed zmianą"]
        == Recommendation.objects.get(standard__edition__code="1-2020", standard__number="1", number="1").text
    )
    assert "[+ od razu+]" in row["Zmiany: [− usunięte −], [+ dodane +]"]
    assert row["Co się zmieniło"].startswith("zmienione brzmienie")


def test_what_came_and_went_has_one_text_and_one_number(reader: Client) -> None:
    book = workbook(reader)
    gone, new = row_of(book, "1.2", None), row_of(book, None, "3.2")
    assert (gone["Tekst po zmianie"], new["Tekst przed zmianą"]) == (None, None)
    assert (gone["Co się zmieniło"], new["Co się zmieniło"]) == ("usunięte", "dodane")


def test_numbers_are_texts_and_no_text_is_a_formula(reader: Client) -> None:
    sheet = workbook(reader)["Zalecenia"]
    heads = [cell.value for cell in sheet[1]]
    cells = {row[heads.index("Numer po zmianie")].value: row for row in sheet.iter_rows(min_row=2)}
    renumbered = cells["2.10"][heads.index("Numer po zmianie")]
    assert (renumbered.data_type, renumbered.number_format) == ("s", "@")
    formula = cells["3.2"][heads.index("Tekst po zmianie")]
    assert (formula.value, formula.data_type, formula.quotePrefix) == ("=1+1", "s", True)


def test_every_sheet_is_ready_to_be_read_and_printed(reader: Client) -> None:
    book = workbook(reader)
    assert book.sheetnames == ["O pliku", "Zalecenia", "Standardy", "Obszary"]
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2"
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)


def test_it_says_what_is_compared_and_how_much_changed(reader: Client) -> None:
    said = {line[0]: line[1] for line in workbook(reader)["O pliku"].iter_rows(min_row=2, values_only=True)}
    assert said["Tekst po zmianie"].startswith("2-2026 – Nowe standardy; ")
    counts = {name: said[f"Zalecenia {name}"] for name in ("o zmienionym brzmieniu", "dodane", "usunięte")}
    assert counts == {"o zmienionym brzmieniu": 1, "dodane": 1, "usunięte": 1}


def test_only_what_changed_is_there_when_the_page_shows_no_more(reader: Client) -> None:
    whole, changed = (rows(workbook(reader, **asked)["Zalecenia"]) for asked in ({}, {"only": "changed"}))
    assert {row["Co się zmieniło"] for row in whole} - {row["Co się zmieniło"] for row in changed} == {"bez zmian"}


def test_editions_that_do_not_differ_say_so(reader: Client) -> None:
    response = reader.get("/standardy/1-2020/porownanie/1-2020/xlsx/", {"only": "changed"})
    book = load_workbook(io.BytesIO(b"".join(response.streaming_content)))  # type: ignore[attr-defined]
    assert book.sheetnames == ["O pliku"]
    assert "Oba teksty są takie same." in [cell.value for cell in book["O pliku"]["B"]]


def test_it_costs_what_the_page_costs(reader: Client) -> None:
    counts = []
    for address in (ADDRESS, ADDRESS.removesuffix("xlsx/")):
        with CaptureQueriesContext(connection) as queries:
            assert reader.get(address).status_code == 200
        counts.append(len(queries))
    assert counts[0] <= counts[1]

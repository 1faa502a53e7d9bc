import io
from typing import Any

import pdfplumber
import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from audits.choices import Role
from audits.reports.blank import BlankRow, blank_card
from tests.audits.factories import DepartmentFactory, appointed, load_edition_2016

pytestmark = pytest.mark.django_db

ADDRESS = "audits:blank_card"


@pytest.fixture
def auditor() -> Client:
    load_edition_2016()
    client = Client()
    client.force_login(appointed(Role.AUDITOR, DepartmentFactory()))
    return client


def test_an_auditor_gets_the_chosen_checklist_as_pdf(auditor: Client) -> None:
    asked = {"way": "mystery:counter", "selection": "standards", "standards": ["7", "17"]}

    response = auditor.get(reverse(ADDRESS), asked)

    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="karta-mystery-counter.pdf"'
    with pdfplumber.open(io.BytesIO(response.content)) as pdf:
        text = " ".join(page.extract_text() for page in pdf.pages)
    assert "7.1" in text
    assert "6.1" not in text.split()


def test_the_same_checklist_is_there_as_a_workbook(auditor: Client) -> None:
    asked = {"way": "mystery:counter", "selection": "standards", "standards": ["7", "15"], "plik": "xlsx"}

    response = auditor.get(reverse(ADDRESS), asked)

    assert response["Content-Disposition"] == 'attachment; filename="karta-mystery-counter.xlsx"'
    book = load_workbook(io.BytesIO(b"".join(response.streaming_content)))  # type: ignore[attr-defined]
    assert book.sheetnames == ["Wizyta", "Pytania"]
    heads, *lines = book["Pytania"].iter_rows(values_only=True)
    rows = [dict(zip(heads, line, strict=True)) for line in lines]
    labels = [row["Numer"] for row in rows]
    assert "7.1" in labels
    assert "6.1" not in labels
    assert all(isinstance(label, str) for label in labels)
    assert {(row["Ocena"], row["Uwaga"]) for row in rows} == {(None, None)}
    assert all(len(row["Oceny do wyboru"].splitlines()) >= 2 for row in rows)
    visit = [name for name, said in book["Wizyta"].iter_rows(min_row=2, values_only=True) if said is None]
    assert visit[:3] == ["Komórka organizacyjna", "Stanowisko lub pracownik (można pominąć)", "Dzień i godzina"]


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"way": "mystery:letter", "selection": "core"}, "way"),
        ({"way": "mystery:counter", "selection": "standards"}, "standards"),
        # Standard 16 is about the telephone.
        ({"way": "documents:letter", "selection": "standards", "standards": "16"}, "standards"),
        # All that is judged of a letter needs an occasion.
        ({"way": "documents:letter", "selection": "core"}, "selection"),
    ],
)
def test_a_checklist_that_cannot_be_is_refused_at_its_field(auditor: Client, asked: dict[str, str], field: str) -> None:
    response = auditor.get(reverse(ADDRESS), asked)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]


def test_the_form_is_shown_first(auditor: Client) -> None:
    assert auditor.get(reverse(ADDRESS)).status_code == 200


@pytest.mark.parametrize("role", [Role.HEAD, Role.ADMINISTRATOR])
def test_those_who_audit_nothing_have_no_checklists(role: str) -> None:
    load_edition_2016()
    client = Client()
    client.force_login(appointed(role, DepartmentFactory()))

    assert client.get(reverse(ADDRESS)).status_code == 404


def card(**asked: Any) -> dict[str, tuple[str, BlankRow]]:
    """The card's rows by their number, each with the question of its gate."""
    found = blank_card(load_edition_2016(), **({"selection": "everything"} | asked))
    assert found is not None
    rows = {row.label: (group.question, row) for block in found.blocks for group in block.groups for row in group.rows}
    return rows | {row.label: ("", row) for block in found.blocks for row in block.refrain}


def labels(row: BlankRow) -> list[str]:
    return [label for _, label in row.verdicts]


def test_a_card_asks_in_the_words_of_its_channel() -> None:
    _, counter = card(method="observation", channel="counter")["15.2"]
    _, phone = card(method="observation", channel="phone")["15.2"]
    assert counter.parts == ("przeproszenie klienta", "odebranie telefonu")
    assert phone.parts == ("informacja o trwającej obsłudze", "prośba o numer lub propozycja innej pory")
    assert phone.question != counter.question


def test_a_card_does_not_ask_what_the_scenario_decides() -> None:
    assert "9.7" not in card(method="mystery", channel="counter")
    gate, _ = card(method="mystery", channel="counter", occasions=["typical-matter"])["9.7"]
    assert gate == ""
    gate, _ = card(method="observation", channel="counter")["9.7"]
    assert gate.startswith("Czy sprawa była typowa")


def test_a_card_has_a_box_for_each_degree_of_a_breach() -> None:
    _, row = card(method="mystery", channel="counter")["14.4"]
    assert labels(row) == [
        "nie zauważono naruszenia",
        "zauważono tylko: pouczanie",
        "zauważono: drwina lub wyśmiewanie",
        "nie można było ocenić",
    ]
    assert row.parts == ()


@pytest.mark.parametrize(("selection", "offered"), [("everything", True), ("core", False)])
def test_a_card_lets_a_row_give_way_only_to_one_that_is_on_it(selection: str, offered: bool) -> None:
    _, row = card(method="mystery", channel="counter", selection=selection)["6.3"]
    assert ("not_applicable" in dict(row.verdicts)) is offered

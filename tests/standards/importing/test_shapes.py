"""Annexes of other offices, in their shapes and not in their words: what every line is taken for."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.importing.annex import Annex
from standards.importing.annex_document import annex_document
from standards.importing.importing import document_faults
from standards.importing.lines import Plain, Role
from standards.importing.shapes import shaped

Outline = list[tuple[str, str, list[tuple[str, str, list[tuple[str, str, list[str]]]]]]]

PARAGRAPHS = """
Załącznik do zarządzenia nr 3/2025
Burmistrza Miasta Próbnego

Zasady obsługi klienta

Rozdział I
Postanowienia ogólne

§ 1. Uprzejmość
1. Wita się każdego klienta
w ciągu minuty.
2. Klienta pyta się:
1) o sprawę,
2) o dokumenty.

Rozdział II
Telefon

§ 2. Rozmowa
1. Podaje się nazwę urzędu.
ust. 2 Podaje się imię.
"""
CHAPTERS = """
STANDARDY OBSŁUGI

Rozdział 1. Kontakt
1) Przywitaj klienta.
2) Wysłuchaj go:
a) do końca,
b) bez pośpiechu.

Rozdział 2. Pismo
1) Odpisz w terminie.
"""
NAMED = """
Karta standardów

Standard II.1. Powitanie
Klient czeka na pierwszy znak.

1) Wstań.
2) Powiedz „dzień dobry”.

Standard II.2.
Pożegnanie
1) Podziękuj.
"""
SENTENCES = """
KODEKS OBSŁUGI

1. Mów wyraźnie.
2. Mów prosto,
bez skrótów.
3. Słuchaj.
"""
NESTED = """
Polityka obsługi

1. Przy stanowisku
1.1. Utrzymuj porządek.
1.2. Noś identyfikator.
2. W rozmowie
2.1. Przedstaw się.
"""
TABLE = (
    "Standardy w tabeli\n\nI. Hol\n\nLp.\tStandard\tUwagi\n1\tDrzwi są otwarte.\t\n2\tTablica jest czytelna.\t\n"
    "Strona 1 z 2\nII. Sala\n1\tNumerki działają.\n"
)
BULLETS = """
Standardy kontaktu

STANDARD 1. Telefon
Uzasadnienie:
Klient dzwoni.
Zalecenia:
\uf0b7 Odbierz do trzeciego sygnału.
\uf0b7 Przedstaw się.
STANDARD 2.
E-mail
Zalecenia:
\uf0b7 Odpisz w dwa dni.
"""


def outline(annex: Annex | None) -> Outline:
    assert annex is not None
    return [
        (
            area.number,
            area.title,
            [
                (
                    standard.number,
                    standard.title,
                    [
                        (one.number, one.passage.text, [point.text for point in one.points])
                        for one in standard.recommendations
                    ],
                )
                for standard in area.standards
            ],
        )
        for area in annex.areas
    ]


def test_paragraphs_in_chapters_with_subsections() -> None:
    read = shaped(PARAGRAPHS).annex
    assert read is not None
    assert (read.origin, read.title) == (
        "Załącznik do zarządzenia nr 3/2025 Burmistrza Miasta Próbnego",
        "Zasady obsługi klienta",
    )
    assert outline(read) == [
        (
            "I",
            "Postanowienia ogólne",
            [
                (
                    "1",
                    "Uprzejmość",
                    [
                        ("1", "Wita się każdego klienta w ciągu minuty.", []),
                        ("2", "Klienta pyta się:", ["1) o sprawę,", "2) o dokumenty."]),
                    ],
                )
            ],
        ),
        ("II", "Telefon", [("2", "Rozmowa", [("1", "Podaje się nazwę urzędu.", []), ("2", "Podaje się imię.", [])])]),
    ]


def test_numbers_in_brackets_in_chapters_without_standards() -> None:
    assert outline(shaped(CHAPTERS).annex) == [
        (
            "I",
            "STANDARDY OBSŁUGI",
            [
                (
                    "1",
                    "Kontakt",
                    [("1", "Przywitaj klienta.", []), ("2", "Wysłuchaj go:", ["a) do końca,", "b) bez pośpiechu."])],
                ),
                ("2", "Pismo", [("1", "Odpisz w terminie.", [])]),
            ],
        )
    ]


def test_named_standards_with_a_title_beside_or_below_the_number() -> None:
    read = shaped(NAMED).annex
    assert outline(read) == [
        (
            "I",
            "Karta standardów",
            [
                ("II.1", "Powitanie", [("1", "Wstań.", []), ("2", "Powiedz „dzień dobry”.", [])]),
                ("II.2", "Pożegnanie", [("1", "Podziękuj.", [])]),
            ],
        )
    ]
    assert read is not None
    assert [one.text for one in read.areas[0].standards[0].rationale] == ["Klient czeka na pierwszy znak."]


def test_numbered_sentences_and_nothing_else() -> None:
    sentences = [("1", "Mów wyraźnie.", []), ("2", "Mów prosto, bez skrótów.", []), ("3", "Słuchaj.", [])]
    assert outline(shaped(SENTENCES).annex) == [("I", "KODEKS OBSŁUGI", [("1", "KODEKS OBSŁUGI", sentences)])]


def test_numbers_of_two_levels() -> None:
    assert outline(shaped(NESTED).annex) == [
        (
            "I",
            "Polityka obsługi",
            [
                ("1", "Przy stanowisku", [("1", "Utrzymuj porządek.", []), ("2", "Noś identyfikator.", [])]),
                ("2", "W rozmowie", [("1", "Przedstaw się.", [])]),
            ],
        )
    ]


def test_a_table_pasted_from_a_word_processor() -> None:
    read = shaped(TABLE)
    assert outline(read.annex) == [
        (
            "I",
            "Standardy w tabeli",
            [
                ("I", "Hol", [("1", "Drzwi są otwarte.", []), ("2", "Tablica jest czytelna.", [])]),
                ("II", "Sala", [("1", "Numerki działają.", [])]),
            ],
        )
    ]
    assert [line.text for line in read.lines if line.role is Role.LEFT_OUT] == ["Lp. Standard Uwagi", "Strona 1 z 2"]


def test_bullets_of_a_word_processor_are_numbered() -> None:
    assert outline(shaped(BULLETS).annex) == [
        (
            "I",
            "Standardy kontaktu",
            [
                (
                    "1",
                    "Telefon",
                    [("1", "Odbierz do trzeciego sygnału.", []), ("2", "Przedstaw się.", [])],
                ),
                ("2", "E-mail", [("1", "Odpisz w dwa dni.", [])]),
            ],
        )
    ]


SHAPES = [PARAGRAPHS, CHAPTERS, NAMED, SENTENCES, NESTED, TABLE, BULLETS]


@pytest.mark.parametrize("text", SHAPES)
def test_each_makes_a_document_without_faults(text: str) -> None:
    annex = shaped(text).annex
    assert annex is not None
    assert document_faults(annex_document(annex, "proba")) == []


@pytest.mark.parametrize(
    ("line", "point"),
    [("- a) do końca,", "a) do końca,"), ("• 1) o sprawę,", "1) o sprawę,"), ("a) – do końca,", "a) do końca,")],
)
def test_two_marks_never_stand_on_one_point(line: str, point: str) -> None:
    annex = shaped(f"Zasady\n\nSTANDARD 1. Rozmowa\n1. Słuchaj:\n{line}\n").annex
    assert annex is not None
    assert [each.text for each in annex.areas[0].standards[0].recommendations[0].points] == [point]


def test_an_editor_says_it_otherwise_for_all_lines_of_a_pattern() -> None:
    text = "Zasady\n\n§ 1. Powitanie\n1. Wstań.\n§ 2. Pożegnanie\n1. Podziękuj.\n"
    read = shaped(text, {"1.": Role.RATIONALE, "§ 1": Role.RECOMMENDATION})
    assert outline(read.annex)[0][2][0][2] == [("1", "Powitanie", []), ("2", "Pożegnanie", [])]


def test_a_gap_is_odd_and_no_fault() -> None:
    read = shaped("Zasady\n\nSTANDARD 1. Rozmowa\n1. Słuchaj.\n3. (uchylony)\n4. Zapytaj.\n")
    assert read.odd == ("1.3 stoi po 1",)
    assert read.annex is not None
    rows = annex_document(read.annex, "proba")["areas"][0]["standards"][0]["recommendations"]
    assert [(row["number"], row["repealed"]) for row in rows] == [("1", False), ("3", True), ("4", False)]


def test_the_patterns_are_told_with_their_first_line() -> None:
    marks = [each for each in shaped(CHAPTERS).patterns if not each.is_plain]
    assert [(each.name, each.role, len(each.lines), each.first) for each in marks] == [
        ("Rozdział I", Role.STANDARD, 2, "Rozdział 1. Kontakt"),
        ("1)", Role.RECOMMENDATION, 3, "1) Przywitaj klienta."),
        ("a)", Role.POINT, 2, "a) do końca,"),
    ]


# Without any mark; the first lines say to which act it belongs.
UNMARKED = """
Załącznik do uchwały nr 7
Rady Gminy Próbnej

Zasady kontaktu

KONTAKT OSOBISTY

Powitanie
Wita się każdego klienta.
Wstaje się
i podaje imię.
Opracował zespół:

Pożegnanie
Dziękuje się za wizytę.
Strona 1 z 2

TELEFON

Rozmowa
Podaje się nazwę urzędu.
"""


class TestLinesWithoutAMark:
    def test_they_are_told_by_how_they_are_written_and_by_what_they_were_taken_for(self) -> None:
        plain = [each for each in shaped(UNMARKED).patterns if each.is_plain]
        assert [(each.key, each.role, len(each.lines), each.first) for each in plain] == [
            (Plain.PAGE, None, 1, "Strona 1 z 2"),
            (Plain.CAPITALS, None, 2, "KONTAKT OSOBISTY"),
            (Plain.SMALL, None, 1, "i podaje imię."),
            (Plain.COLON, None, 1, "Opracował zespół:"),
            (Plain.SENTENCE, None, 3, "Wita się każdego klienta."),
            (Plain.PHRASE, None, 7, "Załącznik do uchwały nr 7"),
        ]
        assert shaped(NAMED).patterns[-1].taken == "tytuł (1), ciąg dalszy poprzedniego wiersza (1)"

    def test_what_is_said_of_them_makes_an_annex_of_a_text_without_any_mark(self) -> None:
        text = UNMARKED.replace("Wstaje się\n", "Wstaje się,\n")
        read = shaped(
            text,
            {
                Plain.CAPITALS: Role.AREA,
                Plain.PHRASE: Role.STANDARD,
                Plain.SENTENCE: Role.RECOMMENDATION,
                Plain.COLON: Role.LEFT_OUT,
            },
        )
        assert read.annex is not None
        assert read.annex.origin == "Załącznik do uchwały nr 7 Rady Gminy Próbnej"
        assert read.annex.title == "Zasady kontaktu"
        greeting = [("1", "Wita się każdego klienta.", []), ("2", "Wstaje się, i podaje imię.", [])]
        assert outline(read.annex) == [
            (
                "I",
                "KONTAKT OSOBISTY",
                [("1", "Powitanie", greeting), ("2", "Pożegnanie", [("1", "Dziękuje się za wizytę.", [])])],
            ),
            ("II", "TELEFON", [("3", "Rozmowa", [("1", "Podaje się nazwę urzędu.", [])])]),
        ]

    def test_a_rationale_said_to_go_on_is_part_of_the_title(self) -> None:
        text = "Zasady\n\nSTANDARD 1. Pierwszy kontakt\nZ klientem w urzędzie\n1. Wstań.\n"
        guessed, said = shaped(text).annex, shaped(text, {Plain.PHRASE: Role.CONTINUATION}).annex
        assert guessed is not None
        assert said is not None
        assert [one.text for one in guessed.areas[0].standards[0].rationale] == ["Z klientem w urzędzie"]
        assert said.areas[0].standards[0].title == "Pierwszy kontakt Z klientem w urzędzie"
        assert said.areas[0].standards[0].rationale == ()

    @pytest.mark.parametrize(("kind", "line"), [(Plain.TABLE, "Nr sprawy podaje się zawsze."), (Plain.PAGE, "112")])
    def test_a_line_that_was_left_out_wrongly_is_taken(self, kind: Plain, line: str) -> None:
        text = f"Zasady\n\nSTANDARD 1. Telefon\n1. Odbierz.\n\n{line}\n"
        before, after = shaped(text).annex, shaped(text, {kind: Role.RECOMMENDATION}).annex
        assert outline(before)[0][2][0][2] == [("1", "Odbierz.", [])]
        assert outline(after)[0][2][0][2] == [("1", "Odbierz.", []), ("2", line, [])]

    def test_a_title_below_a_heading_is_its_own_and_elsewhere_a_fault(self) -> None:
        text = "Zasady\n\nSTANDARD 1.\nROZMOWA\n1. Słuchaj.\n"
        annex = shaped(text, {Plain.CAPITALS: Role.TITLE}).annex
        assert annex is not None
        assert annex.areas[0].standards[0].title == "ROZMOWA"
        (fault,) = shaped(f"{text}DO KOŃCA\n", {Plain.CAPITALS: Role.TITLE}).faults
        assert (fault.line, fault.problem) == (6, "tytuł może stać tylko na początku albo pod nagłówkiem")

    def test_a_page_header_is_left_out_whatever_is_said(self) -> None:
        text = "ZASADY\n\nKONTAKT\n1. Wstań.\nZASADY\n2. Mów.\n"
        assert outline(shaped(text, {Plain.CAPITALS: Role.AREA}).annex) == [
            ("I", "KONTAKT", [("1", "KONTAKT", [("1", "Wstań.", []), ("2", "Mów.", [])])])
        ]


LINES = [line for text in SHAPES for line in text.split("\n")]


SAID = st.dictionaries(st.sampled_from(["1.", "1)", "§ 1", "a)", "–", *Plain]), st.sampled_from(Role))


@given(st.lists(st.sampled_from([*LINES, *UNMARKED.split("\n"), "", "* x", "\u200b"]), max_size=30), SAID)
def test_any_order_of_lines_is_an_annex_or_a_fault(lines: list[str], said: dict[str, Role]) -> None:
    read = shaped("\n".join(lines), said)
    assert (read.annex is None) == bool(read.faults)


@given(st.text(max_size=200), SAID)
def test_any_text_is_an_annex_or_a_fault(text: str, said: dict[str, Role]) -> None:
    read = shaped(text, said)
    assert (read.annex is None) == bool(read.faults)
    with contextlib.suppress(AssertionError):
        outline(read.annex)

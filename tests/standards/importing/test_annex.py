"""The annex parser: what it reads, and that every fault is named with its line."""

from collections.abc import Iterator

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from standards.importing.annex import Annex, ParseError, parse_annex, read_annex
from standards.wording.intake import clean


@pytest.fixture(autouse=True, scope="module")
def _in_english() -> Iterator[None]:
    """Faults are worded in the reader's language."""
    with translation.override("en"):
        yield


ANNEX = """
Załącznik
do zarządzenia nr 1

STANDARDY OBSŁUGI W GMINIE

STANDARDY OBSŁUGI W GMINIE

I. PODSTAWY

STANDARD 1

Witaj klienta

Uzasadnienie wprowadzenia:

Klient czeka.

Klient pyta.

Zalecenia:

1. Powiedz *Dzień dobry* i *proszę*.
2. Podaj:
 - numer *pokoju*
 - termin.
2a. Nie spiesz się.
3. Pożegnaj klienta.

STANDARZY OBSŁUGI W GMINIE

I. PODSTAWY

STANDARD 2

Słuchaj

Uzasadnienie wprowadzenia

Warto.

Zalecenia

1. Nie przerywaj.

STANDARDY OBSŁUGI W GMINIE

II. Poczta

STANDARD 3

Odpisuj

Uzasadnienie wprowadzenia:

Trzeba.

Zalecenia:

1. Odpisz."""


def line_of(text: str) -> int:
    """The first line of ANNEX that is this text, counted from 1."""
    return ANNEX.split("\n").index(text) + 1


def fault(text: str) -> tuple[int, str]:
    with pytest.raises(ParseError) as caught:
        parse_annex(text)
    assert str(caught.value) == f"line {caught.value.line}: {caught.value.problem}"
    return caught.value.line, caught.value.problem


def test_front_matter_is_the_origin_and_the_title() -> None:
    annex = parse_annex(ANNEX)

    assert annex.origin == "Załącznik do zarządzenia nr 1"
    assert annex.title == "STANDARDY OBSŁUGI W GMINIE"


def test_areas_continue_over_page_headers_even_misread_ones() -> None:
    annex = parse_annex(ANNEX)

    assert [(area.number, area.title, [s.number for s in area.standards]) for area in annex.areas] == [
        ("I", "PODSTAWY", ["1", "2"]),
        ("II", "Poczta", ["3"]),
    ]


def test_rationale_keeps_its_paragraphs() -> None:
    standard = parse_annex(ANNEX).areas[0].standards[0]

    assert standard.title == "Witaj klienta"
    assert [part.text for part in standard.rationale] == ["Klient czeka.", "Klient pyta."]


def test_recommendations_have_labels_emphasis_and_points() -> None:
    first, second, inserted, third = parse_annex(ANNEX).areas[0].standards[0].recommendations

    assert first.passage.text == "Powiedz Dzień dobry i proszę."
    assert [first.passage.text[start:end] for start, end in first.passage.emphasis] == ["Dzień dobry", "proszę"]
    assert [(point.text, point.emphasis) for point in second.points] == [("numer pokoju", ((6, 12),)), ("termin.", ())]
    assert (inserted.number, third.number) == ("2a", "3")
    assert first.points == inserted.points == third.points == ()


def test_places_name_every_passage_with_its_line() -> None:
    places = parse_annex(ANNEX).places()

    assert places["1 tytuł"] == (line_of("Witaj klienta"),)
    assert places["1 uzasadnienie"] == (line_of("Klient czeka."), line_of("Klient pyta."))
    assert places["1.2a"] == (line_of("2a. Nie spiesz się."),)
    assert places["1.2 podpunkt 2"] == (line_of(" - termin."),)
    assert len(places) == 3 * 2 + 6 + 2


def test_lines_may_end_as_on_windows() -> None:
    assert parse_annex(ANNEX.replace("\n", "\r\n")) == parse_annex(ANNEX)


@pytest.mark.parametrize(
    ("line", "instead", "at", "problem"),
    [
        ("2. Podaj:", "5. Podaj:", "2. Podaj:", "number 2 or 1a is expected, not 5"),
        ("2a. Nie spiesz się.", "2c. Nie spiesz się.", "2a. Nie spiesz się.", "number 3 or 2a is expected, not 2c"),
        ("3. Pożegnaj klienta.", "2a. Znów.", "3. Pożegnaj klienta.", "number 3 or 2b is expected, not 2a"),
        ("STANDARD 2", "STANDARD 4", "STANDARD 2", "number 2 or 1a is expected, not 4"),
        ("STANDARD 2", "STANDARD II", "STANDARD 2", "a heading such as “STANDARD 1” is expected"),
        (" - termin.", "termin.", " - termin.", "a heading such as “STANDARD 1” is expected"),
        ("Witaj klienta", "Uzasadnienie wprowadzenia:", "Witaj klienta", "the title of the standard is expected"),
        ("Witaj klienta", "Witaj *klienta*", "Witaj klienta",
         "emphasis is possible in recommendations and points only"),
        ("Witaj klienta", " Witaj klienta", "Witaj klienta", "the line begins with a space"),
        ("Klient czeka.", "Zalecenia:", "Klient czeka.", "a paragraph of the rationale is expected"),
        ("Klient pyta.", "1. Pytaj.", "Klient pyta.", "“Zalecenia:” is expected"),
        ("Klient pyta.", "Klient pyta.\nI prosi.", "", "a blank line is expected between paragraphs"),
        ("1. Powiedz *Dzień dobry* i *proszę*.", "1. Powiedz *tak.", "1. Powiedz *Dzień dobry* i *proszę*.",
         "an asterisk without its pair"),
        ("1. Powiedz *Dzień dobry* i *proszę*.", "1. A ** b.", "1. Powiedz *Dzień dobry* i *proszę*.",
         "emphasis is empty, or begins or ends with a space"),
        ("1. Powiedz *Dzień dobry* i *proszę*.", "1. *a**b*", "1. Powiedz *Dzień dobry* i *proszę*.",
         "two emphases touch"),
        ("II. Poczta", "I. Poczta", "II. Poczta", "area I has another title than before"),
        ("STANDARD 3", "III. Telefon", "STANDARD 3", "a heading such as “STANDARD 1” is expected"),
        ("Odpisuj", "Odpi\u200bsuj", "Odpisuj", "character U+200B after “Odpi”"),
        ("I. PODSTAWY", "Wstęp", "STANDARD 1", "an area such as “I. TITLE” is expected before this"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_line(line: str, instead: str, at: str, problem: str) -> None:
    """`at` is the line of ANNEX where the fault is found; where a line was put in, the line after the changed one."""
    expected = line_of(at) if at else line_of(line) + 1

    assert fault(ANNEX.replace(f"\n{line}\n", f"\n{instead}\n", 1)) == (expected, problem)


def test_an_area_does_not_come_back() -> None:
    again = "\n\nI. PODSTAWY\n\nSTANDARD 4\n"

    assert fault(ANNEX + again) == (ANNEX.count("\n") + 3, "area I was there before")


def test_the_title_is_one_line() -> None:
    text = ANNEX.replace("\nSTANDARDY OBSŁUGI W GMINIE\n\nI. POD", "\nSTANDARDY\nOBSŁUGI\n\nI. POD")

    assert fault(text) == (8, "the title of the annex is one line")


@pytest.mark.parametrize("text", ["", "\n\n", "Załącznik", "STANDARDY\n\nI. PODSTAWY"])
def test_a_text_that_stops_short_is_refused(text: str) -> None:
    line, problem = fault(text)

    assert 1 <= line <= text.count("\n") + 1
    assert problem.startswith("the text ends where ")


def test_a_page_header_with_no_page_is_refused() -> None:
    assert fault(ANNEX + "\n\nSTANDARDY OBSŁUGI W GMINIE")[1] == (
        "the text ends where a heading such as “STANDARD 1” is expected"
    )


def test_a_header_misread_beyond_recognition_is_refused() -> None:
    broken = ANNEX.replace("STANDARZY OBSŁUGI W GMINIE", "STANIKI A OBSŁUGI W GMINIE")

    assert fault(broken) == (line_of("STANDARZY OBSŁUGI W GMINIE"), "a heading such as “STANDARD 1” is expected")


def parses_or_names_a_line(text: str) -> None:
    """Anything but an Annex or a ParseError within the text fails the test."""
    read: Annex | ParseError
    try:
        read = parse_annex(text)
    except ParseError as error:
        read = error
    if isinstance(read, ParseError):
        assert 1 <= read.line <= clean(text).text.count("\n") + 1
    else:
        assert read.areas
        assert all(standard.recommendations for area in read.areas for standard in area.standards)


@given(st.text())
def test_any_text_is_an_annex_or_a_fault(text: str) -> None:
    parses_or_names_a_line(text)


@given(
    st.lists(
        st.sampled_from([*ANNEX.split("\n"), "X. ", "STANDARD 1z", "1z. *", "9999. a", " - *x*", "Zalecenia:", "٣. a"])
    )
)
def test_any_order_of_lines_is_an_annex_or_a_fault(lines: list[str]) -> None:
    parses_or_names_a_line("\n".join(lines))


@given(st.data())
def test_an_annex_with_one_line_damaged_is_an_annex_or_a_fault(data: st.DataObject) -> None:
    lines = ANNEX.split("\n")
    index = data.draw(st.integers(0, len(lines) - 1))
    lines[index : index + data.draw(st.integers(0, 2))] = data.draw(st.lists(st.text(max_size=40), max_size=2))
    parses_or_names_a_line("\n".join(lines))


@given(st.lists(st.tuples(st.text("ab ", max_size=5), st.text("ab", min_size=1, max_size=5)), max_size=4))
def test_emphasis_is_what_stood_between_asterisks(pairs: list[tuple[str, str]]) -> None:
    marked = "x" + "".join(f"{before}-*{inside}*" for before, inside in pairs)
    text = ANNEX.replace("1. Odpisz.", f"1. {marked}")

    passage = parse_annex(text).areas[1].standards[0].recommendations[0].passage

    assert passage.text == marked.replace("*", "")
    assert [passage.text[start:end] for start, end in passage.emphasis] == [inside for _, inside in pairs]


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("1. Odpisz.", "1. Odpisz:\na) zaraz,\nb) krótko."),
        ("1. Odpisz.", "1. Odpisz:\n a) zaraz,\n b) krótko."),
    ],
    ids=["at the margin", "indented"],
)
def test_lettered_points_keep_their_letters(line: str, instead: str) -> None:
    standard = parse_annex(ANNEX.replace(line, instead)).areas[1].standards[0]

    assert [point.text for point in standard.recommendations[0].points] == ["a) zaraz,", "b) krótko."]


def test_a_letter_left_out_is_a_lost_line() -> None:
    text = ANNEX.replace("1. Odpisz.", "1. Odpisz:\na) zaraz,\nc) krótko.")

    assert fault(text) == (line_of("1. Odpisz.") + 2, "point b) is expected, not c)")


def test_a_rationale_may_be_left_out() -> None:
    text = ANNEX.replace("Uzasadnienie wprowadzenia:\n\nTrzeba.\n\n", "")

    assert parse_annex(text).areas[1].standards[0].rationale == ()


def test_standards_may_be_numbered_by_area() -> None:
    text = ANNEX
    for old, new in (("STANDARD 1", "STANDARD I.1"), ("STANDARD 2", "STANDARD I.2"), ("STANDARD 3", "STANDARD II.1")):
        text = text.replace(old, new)
    through = text.replace("STANDARD II.1", "STANDARD II.3")

    assert [one.number for area in parse_annex(text).areas for one in area.standards] == ["I.1", "I.2", "II.1"]
    assert [one.number for area in parse_annex(through).areas for one in area.standards] == ["I.1", "I.2", "II.3"]
    assert fault(text.replace("STANDARD II.1", "STANDARD II.2"))[1] == "number II.1 or II.3 is expected, not II.2"
    assert fault(text.replace("STANDARD I.2", "STANDARD I.3"))[1] == "number I.2 or I.1a is expected, not I.3"


def test_areas_may_be_headed_by_a_word_and_a_letter() -> None:
    text = ANNEX.replace("I. PODSTAWY", "OBSZAR A. PODSTAWY").replace("II. Poczta", "OBSZAR B Poczta")

    assert [(area.number, area.title) for area in parse_annex(text).areas] == [("A", "PODSTAWY"), ("B", "Poczta")]


def test_all_faults_are_found_and_each_only_once() -> None:
    broken = ANNEX.replace("STANDARD 2", "STANDARD 4").replace("1. Powiedz *Dzień dobry*", "1. Powiedz *Dzień dobry")
    annex, faults = read_annex(broken)
    assert annex is None
    assert [fault.problem for fault in faults] == [
        "an asterisk without its pair",
        "number 2 or 1a is expected, not 4",
        "number 5 or 4a is expected, not 3",
    ]

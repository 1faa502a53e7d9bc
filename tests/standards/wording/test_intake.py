"""The one door for foreign text: what is cleaned, what is refused by name, and what counts as alike."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.wording.folding import fold, holds
from standards.wording.intake import (
    Change,
    Unreadable,
    clean,
    comparable,
    faults_of_kept,
    identity,
    one_line,
    read,
    unreadable,
)

# As people paste: letters, and everything that stands between them without being seen.
PASTED = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "ąż –—-‑„”'’\u00a0\u00ad\u200b\u200d\u2028\u202f\ufeff\t\r\n\uf0b7\uf0a7\ue000\uff21\ufb01\u0328😀"
        ),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("typed", "kept", "change"),
    [
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne", Change.LINE_ENDS),
        ("w\u00a0ogóle\u2003nie\tma", "w ogóle nie ma", Change.SPACES),
        ("zale\u00adcenie", "zalecenie", Change.HYPHENS),
        ("\uf0b7 numer pokoju", "• numer pokoju", Change.BULLETS),
        ("ＵＤ－ＢＥＭ", "UD-BEM", Change.WIDE),
        ("o\ufb01cjalny", "oficjalny", Change.WIDE),
        ("Ło\u0301dz\u0301", "Łódź", Change.COMBINED),
    ],
)
def test_what_nobody_means_is_cleaned_and_told(typed: str, kept: str, change: Change) -> None:
    cleaned = clean(typed)
    assert cleaned.text == kept
    assert change in cleaned.changes


@pytest.mark.parametrize("typed", ["„Dzień dobry” – rzekł", "d’Arc", "“x”", "a—b", "👩\u200d💻 ☎️", "Müller 5 €"])
def test_what_is_typed_to_be_seen_stays(typed: str) -> None:
    assert read(typed) == clean(typed)
    assert read(typed).text == typed


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Kowal\u200bska", "znak U+200B po „Kowal”"),
        ("Anna \u202eNowak", "znak U+202E po „Anna”"),
        ("\ue123Nowak", "znak U+E123 na początku"),
        ("No\0wak", "znak U+0000 po „No”"),
        ("Kr\ufffdl", "znak U+FFFD po „Kr”"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(typed: str, told: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(typed)
    assert str(refused.value) == told


def test_words_that_somebody_says_lose_what_is_invisible() -> None:
    assert clean("Ka\u200bwa\u2060 \u202ezimna", forgiving=True).text == "Kawa zimna"
    assert clean("👩\u200d💻", forgiving=True).text == "👩\u200d💻"


def test_a_mark_of_byte_order_belongs_to_the_file() -> None:
    assert read("\ufeffNumer").text == "Numer"


def test_a_name_is_one_line() -> None:
    assert one_line("  Nowak\r\n\u00a0Anna ") == "Nowak Anna"


@pytest.mark.parametrize("signs", ["-‐‑‒–—―−", "'’‘ʼ′´`", '"„”“«»'])
def test_signs_of_one_meaning_are_alike_for_comparing(signs: str) -> None:
    assert {comparable(f"a{sign}b") for sign in signs} == {f"a{signs[0]}b"}


@pytest.mark.parametrize("number", ["A-0017", "a–0017", "A − 0017", "A\u201100\u200b17", "'A-0017", "Ａ-0017"])
def test_what_a_spreadsheet_does_to_a_number_makes_no_other(number: str) -> None:
    assert identity(number) == identity("A-0017")


@pytest.mark.parametrize("number", ["17", "0017", "17,0", "17.00", "'0017", " 17 "])
def test_zeros_that_a_spreadsheet_adds_or_takes_make_no_other(number: str) -> None:
    assert identity(number) == "17"


@pytest.mark.parametrize(("one", "other"), [("17", "170"), ("A-17", "A17"), ("A-017", "A-17"), ("0", "00A")])
def test_other_numbers_are_others(one: str, other: str) -> None:
    assert identity(one) != identity(other)


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("email", "Wyślij e-mail.", True),
        ("e-mail", "Wyślij email.", True),
        ("e–mail", "Wyślij e-mail.", True),
        ("mail", "Wyślij e-mail.", True),
        ("nowak łącka", "Nowak–Łącka", True),
        ("zale\u00adcenie", "Zalecenie", True),
        ("zalecenie", "za\u00adle\u00adce\u00adnie", True),
        ("dowod", "„dowód”", True),
        ("etui", "e-mail", False),
    ],
)
def test_search_sees_through_hyphens_and_quotes(query: str, text: str, found: bool) -> None:
    assert holds(query, [text]) is found


@given(PASTED)
def test_a_second_cleaning_changes_nothing(typed: str) -> None:
    for forgiving in (False, True):
        once = clean(typed, forgiving=forgiving).text
        assert clean(once, forgiving=forgiving).text == once
        assert fold(once) == fold(fold(once))


@given(PASTED)
def test_nothing_changes_without_being_told(typed: str) -> None:
    cleaned = clean(typed, forgiving=True)
    assert bool(cleaned.changes) == (cleaned.text != typed)


@given(PASTED)
def test_all_that_is_kept_for_good_can_be_read_as_it_is(typed: str) -> None:
    if not list(faults_of_kept(typed)):
        assert read(typed).text == typed
    for fault in unreadable(typed):
        assert f"U+{ord(fault.character):04X}" in str(fault)


@given(PASTED)
def test_every_fault_names_a_character_of_the_text(typed: str) -> None:
    for fault in faults_of_kept(typed):
        assert any(f"U+{ord(sign):04X}" in fault for sign in typed)


@given(PASTED)
def test_letters_and_figures_are_never_lost(typed: str) -> None:
    kept = clean(typed, forgiving=True).text
    for kind in ("Ll", "Lu", "Nd"):
        letters = [sign for sign in unicodedata.normalize("NFKC", typed) if unicodedata.category(sign) == kind]
        assert len(letters) <= sum(unicodedata.category(sign) == kind for sign in unicodedata.normalize("NFKC", kept))


class TestWhatIsTold:
    @pytest.mark.parametrize(
        ("typed", "told"),
        [
            ("Klient\u200b czekał\u200b\ufeff", "Usunięto znaki, których nie widać: U+200B (×2), U+FEFF."),
            ("\uf0b7 numer \uf0b7 pokój", "Zamieniono znaki, których nie ma każda czcionka: U+F0B7 na „•” (×2)."),
            ("\uff21 \ufb01", "Zamieniono znaki, których nie ma każda czcionka: U+FF21 na „A”, U+FB01 na „fi”."),
        ],
    )
    def test_what_somebody_might_miss_is_told_with_its_number(self, typed: str, told: str) -> None:
        assert clean(typed, forgiving=True).told == [told]

    @pytest.mark.parametrize("typed", ["zwykły tekst ", "a\r\nb\tc\u00a0d", "zale\u00adcenie", "o\u0301"])
    def test_of_spaces_line_ends_and_soft_hyphens_nothing_is_told(self, typed: str) -> None:
        assert clean(typed, forgiving=True).told == []

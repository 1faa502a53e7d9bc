"""Errata are applied once, at their place, and nowhere else."""

import pytest

from standards.importing.edition_fixture import ErrataError, Erratum, corrected, read_errata

SOURCE = """TYTUŁ

I. OBSZAR

STANDARD 1

Słuchaj

Uzasadnienie wprowadzenia:

Klient mowi, urząd slucha.

Zalecenia:

1. Słuchaj, gdy klient mowi.
2. Mów:
 - wyraźnie
 - gdy klient mowi, że slucha, a nie slucha."""


@pytest.mark.parametrize(
    ("where", "changed"),
    [
        ("1 uzasadnienie", "Klient mówi, urząd slucha."),
        ("1.1", "1. Słuchaj, gdy klient mówi."),
        ("1.2 podpunkt 2", " - gdy klient mówi, że slucha, a nie slucha."),
    ],
)
def test_only_the_named_place_changes(where: str, changed: str) -> None:
    before = SOURCE.split("\n")
    after = corrected(SOURCE, [Erratum(where, "mowi", "mówi", "ó")]).split("\n")

    assert [new for old, new in zip(before, after, strict=True) if old != new] == [changed]


def test_two_corrections_of_one_place_are_both_made() -> None:
    errata = [Erratum("1 uzasadnienie", "mowi", "mówi", "ó"), Erratum("1 uzasadnienie", "slucha", "słucha", "ł")]

    assert "Klient mówi, urząd słucha." in corrected(SOURCE, errata)


@pytest.mark.parametrize(
    ("where", "as_scanned", "problem"),
    [
        ("1.3", "mowi", "1.3: no such place"),
        ("1.2", "mowi", "1.2: “mowi” stands there 0 times, not once"),
        ("1.2 podpunkt 2", "slucha", "1.2 podpunkt 2: “slucha” stands there 2 times, not once"),
    ],
)
def test_a_correction_without_its_one_place_is_refused(where: str, as_scanned: str, problem: str) -> None:
    with pytest.raises(ErrataError, match=problem):
        corrected(SOURCE, [Erratum(where, as_scanned, "x", "y")])


def test_a_correction_made_twice_is_refused() -> None:
    erratum = Erratum("1.1", "mowi", "mówi", "ó")

    with pytest.raises(ErrataError, match="stands there 0 times"):
        corrected(SOURCE, [erratum, erratum])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "where,as_scanned,as_corrected\n1.1,a,b\n",
        "where,as_scanned,as_corrected,why\n1.1,a,b\n",
        "where,as_scanned,as_corrected,why\n1.1,a,b,c,d\n",
        "where,as_scanned,as_corrected,why\n1.1,a,b,\n",
        "where,as_scanned,as_corrected,why\n1.1,a,a,c\n",
    ],
)
def test_a_list_that_does_not_say_all_is_refused(text: str) -> None:
    with pytest.raises(ErrataError):
        read_errata(text)


def test_rows_are_read_in_order() -> None:
    text = 'where,as_scanned,as_corrected,why\n1.1,a,b,c\n"1 tytuł","d, e",f,g\n'

    assert read_errata(text) == [Erratum("1.1", "a", "b", "c"), Erratum("1 tytuł", "d, e", "f", "g")]

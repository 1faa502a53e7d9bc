"""Two editions compared: texts word by word, recommendations by their lineage."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.comparing.comparison import Comparison, RecommendationChange, compare
from standards.interchange import export_edition
from standards.models import Edition
from standards.wording.differences import Kind, Piece, differences

SAME, REMOVED, ADDED = Kind.SAME, Kind.REMOVED, Kind.ADDED


def recommendation(lineage: str, number: str, text: str, *points: str, **more: Any) -> dict[str, Any]:
    return {
        "lineage": lineage,
        "number": number,
        "text": text,
        "emphasis": [],
        "points": list(points),
        "points_emphasis": [[] for _ in points],
        "same_meaning": None,
        **more,
    }


def standard(number: str, title: str, *recommendations: dict[str, Any], rationale: str = "") -> dict[str, Any]:
    return {"number": number, "title": title, "rationale": rationale, "recommendations": list(recommendations)}


def edition(code: str = "1", **areas: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "code": code,
        "title": "Standardy",
        "areas": [{"number": number, "title": f"Obszar {number}", "standards": of} for number, of in areas.items()],
    }


def small() -> dict[str, Any]:
    return edition(
        I=[
            standard(
                "1", "Witaj", recommendation("a", "1", "Wstań."), recommendation("b", "2", "Powiedz dzień dobry.")
            ),
            standard("2", "Słuchaj", recommendation("c", "1", "Nie przerywaj.", "rozmowy", "milczenia")),
        ],
        II=[standard("3", "Żegnaj", recommendation("d", "1", "Odprowadź wzrokiem."))],
    )


def changes(comparison: Comparison) -> dict[str, RecommendationChange]:
    return {row.lineage: row for row in comparison.recommendations}


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("Wstań.", "Wstań.", [(SAME, "Wstań.")]),
        ("Wstań szybko.", "Wstań powoli.", [(SAME, "Wstań "), (REMOVED, "szybko"), (ADDED, "powoli"), (SAME, ".")]),
        ("Wstań.", "Wstań!", [(SAME, "Wstań"), (REMOVED, "."), (ADDED, "!")]),
        (
            "Podaj numer pokoju teraz.",
            "Podaj nazwę ulicy teraz.",
            [(SAME, "Podaj "), (REMOVED, "numer pokoju"), (ADDED, "nazwę ulicy"), (SAME, " teraz.")],
        ),
        (None, "Nowe.", [(ADDED, "Nowe.")]),
        ("Stare.", None, [(REMOVED, "Stare.")]),
        ("", "", []),
    ],
)
def test_words_that_differ(old: str | None, new: str | None, pieces: list[tuple[Kind, str]]) -> None:
    assert [(piece.kind, piece.text) for piece in differences(old, new)] == pieces


def test_emphasis_is_kept_and_its_change_seen() -> None:
    assert differences("Powiedz dzień dobry.", "Powiedz dzień dobry.", [[8, 19]], [[8, 13]]) == (
        Piece(SAME, "Powiedz "),
        Piece(SAME, "dzień", emphasised=True),
        Piece(REMOVED, " dobry", emphasised=True),
        Piece(ADDED, " dobry"),
        Piece(SAME, "."),
    )


passages = st.text("ab ,.\n", max_size=30).flatmap(
    lambda text: st.tuples(
        st.just(text),
        st.sets(st.integers(0, len(text)), max_size=6).map(
            lambda borders: [list(pair) for pair in zip(*[iter(sorted(borders))] * 2, strict=False)]
        ),
    )
)


@given(passages, passages)
def test_both_texts_can_be_read_back(old: tuple[str, list[list[int]]], new: tuple[str, list[list[int]]]) -> None:
    pieces = differences(old[0], new[0], old[1], new[1])
    for (text, emphasis), other in ((old, ADDED), (new, REMOVED)):
        letters = [(letter, piece.emphasised) for piece in pieces if piece.kind != other for letter in piece.text]
        marked = [any(start <= at < end for start, end in emphasis) for at in range(len(text))]
        assert letters == list(zip(text, marked, strict=True))


def test_an_edition_does_not_differ_from_itself() -> None:
    comparison = compare(small(), small())
    assert comparison.count() == {"same": 4, "changed": 0, "added": 0, "removed": 0, "renumbered": 0, "moved": 0}
    assert all(one.is_same for area in comparison.areas for one in area.standards)
    assert all(row.pools for row in comparison.recommendations)


def test_renumbering_alone_changes_nothing_but_the_numbers() -> None:
    new = small()
    new["areas"][0]["standards"].insert(0, standard("1", "Uśmiechnij się", recommendation("e", "1", "Uśmiech.")))
    for number, each in enumerate(new["areas"][0]["standards"], start=1):
        each["number"] = str(number)
    new["areas"][1]["standards"][0]["number"] = "4"
    comparison = compare(small(), new)
    assert comparison.count() == {"same": 4, "changed": 0, "added": 1, "removed": 0, "renumbered": 4, "moved": 0}
    row = changes(comparison)["c"]
    assert (row.old_label, row.new_label, row.renumbered, row.pools) == ("2.1", "3.1", True, True)
    assert [(one.old_number, one.new_number) for one in comparison.areas[0].standards] == [
        (None, "1"),
        ("1", "2"),
        ("2", "3"),
    ]


def test_changed_wording_pools_only_where_the_meaning_is_said_to_be_the_same() -> None:
    for said, pools in ((None, False), (False, False), (True, True)):
        new = small()
        new["areas"][0]["standards"][0]["recommendations"][0] |= {"text": "Powstań.", "same_meaning": said}
        row = changes(compare(small(), new))["a"]
        assert (row.kind, row.wording_differs, row.pools) == (Kind.CHANGED, True, pools)


def test_emphasis_and_spacing_are_no_wording() -> None:
    new = small()
    new["areas"][0]["standards"][0]["recommendations"][0]["emphasis"] = [[0, 5]]
    new["areas"][0]["standards"][0]["recommendations"][1]["text"] = "Powiedz  dzień dobry."
    rows = changes(compare(small(), new))
    assert [(rows[one].kind, rows[one].wording_differs, rows[one].pools) for one in "ab"] == [
        (Kind.CHANGED, False, True)
    ] * 2


def test_a_changed_point_is_changed_wording() -> None:
    new = small()
    new["areas"][0]["standards"][1]["recommendations"][0] |= {
        "points": ["rozmowy", "ciszy", "pracy"],
        "points_emphasis": [[], [], []],
    }
    row = changes(compare(small(), new))["c"]
    assert row.wording_differs
    assert row.points == (
        (Piece(SAME, "rozmowy"),),
        (Piece(REMOVED, "milczenia"), Piece(ADDED, "ciszy")),
        (Piece(ADDED, "pracy"),),
    )


def test_what_is_moved_is_neither_removed_nor_added() -> None:
    new = small()
    moved = new["areas"][0]["standards"][0]["recommendations"].pop(0)
    new["areas"][1]["standards"][0]["recommendations"].append(moved | {"number": "2"})
    comparison = compare(small(), new)
    assert comparison.count() == {"same": 4, "changed": 0, "added": 0, "removed": 0, "renumbered": 0, "moved": 1}
    row = changes(comparison)["a"]
    assert (row.old_label, row.new_label, row.moved, row.renumbered) == ("1.1", "3.2", True, False)
    assert len(list(comparison.recommendations)) == 4


def test_changed_order_names_what_was_moved() -> None:
    old, new = small(), small()
    rows = [recommendation(lineage, lineage, lineage) for lineage in "vwxyz"]
    old["areas"][0]["standards"][0]["recommendations"] = rows
    new["areas"][0]["standards"][0]["recommendations"] = [rows[4], *rows[:4]]
    assert [row.lineage for row in compare(old, new).recommendations if row.moved] == ["z"]


def test_a_standard_that_goes_to_another_area_is_seen_once() -> None:
    new = small()
    new["areas"][1]["standards"].append(new["areas"][0]["standards"].pop(0))
    comparison = compare(small(), new)
    assert [[one.new_number for one in area.standards] for area in comparison.areas] == [["2"], ["3", "1"]]
    assert comparison.count()["same"] == 4


def test_what_is_removed_stands_where_it_stood() -> None:
    new = small()
    del new["areas"][0]["standards"][0]["recommendations"][0]
    del new["areas"][1]
    comparison = compare(small(), new)
    assert [(area.old_number, area.new_number) for area in comparison.areas] == [("I", "I"), ("II", None)]
    assert [(row.lineage, row.kind) for row in comparison.recommendations] == [
        ("a", Kind.REMOVED),
        ("b", Kind.SAME),
        ("c", Kind.SAME),
        ("d", Kind.REMOVED),
    ]
    assert comparison.areas[1].title == (Piece(REMOVED, "Obszar II"),)


@given(st.data())
def test_every_recommendation_of_both_is_named_once(data: st.DataObject) -> None:
    def drawn(code: str) -> dict[str, Any]:
        lineages = data.draw(st.lists(st.sampled_from("abcdefgh"), unique=True))
        areas: dict[str, list[dict[str, Any]]] = {"I": [], "II": [], "III": []}
        numbers = iter(range(1, 99))
        while lineages:
            size = data.draw(st.integers(0, len(lineages)))
            rows = [recommendation(one, str(at), one * 3) for at, one in enumerate(lineages[:size], start=1)]
            areas[data.draw(st.sampled_from(sorted(areas)))].append(standard(str(next(numbers)), "Tytuł", *rows))
            lineages = lineages[max(size, 1) :]
        return edition(code, **areas)

    old, new = drawn("1"), drawn("2")
    rows = list(compare(old, new).recommendations)

    def lineages_of(document: dict[str, Any]) -> list[str]:
        return [
            row["lineage"] for area in document["areas"] for one in area["standards"] for row in one["recommendations"]
        ]

    assert sorted(row.lineage for row in rows) == sorted({*lineages_of(old), *lineages_of(new)})
    assert sorted(row.lineage for row in rows if row.new_label) == sorted(lineages_of(new))
    assert sorted(row.lineage for row in rows if row.old_label) == sorted(lineages_of(old))


def test_2016_is_compared_with_its_amendment(edition_2016: Edition) -> None:
    old = export_edition("75-2016")
    new = copy.deepcopy(old)
    new["areas"][2]["standards"][1]["recommendations"].pop(1)
    new["areas"][0]["standards"][2]["title"] = "Dbaj o wygląd"
    comparison = compare(old, new)
    assert comparison.count() == {"same": 154, "changed": 0, "added": 0, "removed": 1, "renumbered": 0, "moved": 0}
    assert comparison.areas[0].standards[2].title != ()
    assert not comparison.areas[0].standards[2].is_same

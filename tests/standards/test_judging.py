"""The first edition's fixture: how each recommendation is judged, and in which words."""

import csv
import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from standards.edition_fixture import occasion_code

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "standards"
NAME = "zarzadzenie-75-2016"

UNASSESSABLE = ["1.2", "1.3", "1.4", "2.2", "2.3", "2.4", "2.5", "3.5", "4.4", "16.1", "19.1"]
COMPOUND = [
    "5.1", "6.4", "8.3", "10.3", "10.6", "13.2", "15.2", "15.4", "15.10", "16.2", "16.3", "17.1", "17.6", "18.2",
    "19.3", "19.5", "19.6", "19.7", "19.8", "20.2", "21.3", "24.3",
]  # fmt: skip

OBJECTS = json.loads((FOLDER / f"{NAME}.json").read_text(encoding="utf-8"))
OCCASIONS = [entry["fields"] for entry in OBJECTS if entry["model"] == "standards.occasion"]
JUDGING = {
    f"{row['standard']}.{row['recommendation']}": row
    for row in csv.DictReader((FOLDER / f"{NAME}.judging.csv").read_text(encoding="utf-8").splitlines())
}


def label(key: list[Any]) -> str:
    """The natural key of a recommendation as people cite it."""
    return f"{key[1]}.{key[2]}"


ROWS = {
    label(row["recommendation"]): row
    for row in (entry["fields"] for entry in OBJECTS if entry["model"] == "standards.assessability")
}


def seen(method: str, channel: str) -> list[dict[str, Any]]:
    return [row for row in ROWS.values() if channel in row[method]]


def test_rows_follow_the_recommendations() -> None:
    texts = [entry["fields"] for entry in OBJECTS if entry["model"] == "standards.recommendation"]

    assert [f"{row['standard'][1]}.{row['number']}" for row in texts] == list(ROWS) == list(JUDGING)


@pytest.mark.parametrize(
    ("method", "channel", "to_do", "to_refrain_from", "tied_to_occasions"),
    [
        ("mystery", "counter", 21, 16, 33),
        ("mystery", "phone", 13, 6, 23),
        ("mystery", "email", 6, 5, 4),
        ("observation", "counter", 23, 16, 66),
        ("observation", "phone", 13, 7, 44),
        ("observation", "office", 7, 9, 3),
        ("documents", "email", 6, 5, 16),
        ("documents", "letter", 0, 0, 13),
        ("documents", "records", 2, 0, 7),
    ],
)
def test_each_method_sees_its_rows(
    method: str, channel: str, to_do: int, to_refrain_from: int, tied_to_occasions: int
) -> None:
    rows = seen(method, channel)
    core = [row for row in rows if row["occasion"] is None]

    assert len(rows) - len(core) == tied_to_occasions
    assert Counter(row["refrain"] for row in core) == Counter({False: to_do, True: to_refrain_from})


def test_unassessable_rows_are_never_asked_and_weigh_nothing() -> None:
    blind = [where for where, row in ROWS.items() if not (row["mystery"] or row["observation"] or row["documents"])]

    assert blind == UNASSESSABLE
    assert {(row["block"], row["question"], row["weight"]) for where, row in ROWS.items() if where in blind} == {
        ("", "", 0)
    }
    assert {row["weight"] for where, row in ROWS.items() if where not in blind} == {1}


def test_flags_are_those_of_the_proposal() -> None:
    assert {where for where, row in ROWS.items() if row["critical"]} == {"13.3", "14.4", "15.6", "25.1"}
    assert {where for where, row in ROWS.items() if row["delayed"]} == {
        "15.3", "15.12", "16.2", "16.3", "16.4", "17.8", "17.9", "17.10", "19.2",
    }  # fmt: skip
    assert {where for where, row in ROWS.items() if row["attribution"] == "unit"} == {
        "2.1", "6.1", "10.1", "13.1", "15.1", "15.3", "17.10", "23.1", "23.2",
    }  # fmt: skip
    assert {where for where, row in ROWS.items() if row["ask_first"]} == {"4.5", "15.1"}
    assert sum(row["refrain"] for row in ROWS.values()) == 28
    assert Counter(row["block"] for row in ROWS.values() if row["block"]) == {
        "surroundings": 6,
        "appearance": 14,
        "behaviour": 47,
        "handling": 49,
        "resolution": 28,
    }


def test_judging_table_is_carried_over_whole() -> None:
    for where, row in JUDGING.items():
        carried = ROWS[where]
        for method in ("mystery", "observation", "documents"):
            assert " ".join(carried[method]) == row[method]
        for flag in ("refrain", "delayed", "critical", "ask_first"):
            assert str(int(carried[flag])) == row[flag]
        assert (carried["occasion"] or ["", ""])[1] == occasion_code(row["occasion"])
        assert "|".join(carried["parts"]) == row["parts"]
        assert (label(carried["excludes"]) if carried["excludes"] else "") == row["excludes"]
        assert str(carried["weight"]) == row["weight"]
        for same in ("block", "attribution", "same_matter", "question"):
            assert carried[same] == row[same]


def test_notes_are_in_polish_where_the_proposal_has_one() -> None:
    translated = {(row["note"], row["note_pl"]) for row in JUDGING.values()}

    assert {bool(note) for note, polish in translated if polish} == {True}
    assert len({note for note, _ in translated}) == len(translated)
    assert {where: row["note"] for where, row in ROWS.items()} == {
        where: row["note_pl"] for where, row in JUDGING.items()
    }


def test_exclusions_are_mutual() -> None:
    excludes = {where: label(row["excludes"]) for where, row in ROWS.items() if row["excludes"]}

    assert excludes == {"23.1": "23.2", "23.2": "23.1"}


def test_rows_of_one_matter_are_asked_in_the_same_words() -> None:
    """But for "attention", which is asked once as what was done and once as what was refrained from."""
    matters = defaultdict(list)
    for row in ROWS.values():
        if row["same_matter"]:
            matters[row["same_matter"]].append(row)
    of_two_polarities = {matter for matter, rows in matters.items() if len({row["refrain"] for row in rows}) > 1}

    assert of_two_polarities == {"attention"}
    assert len(matters) == 16
    for matter in matters.keys() - of_two_polarities:
        assert len({(row["question"], tuple(row["parts"])) for row in matters[matter]}) == 1, matter


def test_every_row_that_can_be_judged_has_one_question() -> None:
    questions = [row["question"] for row in ROWS.values() if row["question"]]

    assert len(questions) == 144
    for question in questions:
        assert question.startswith("Czy ")
        assert question.endswith("?")
        assert question.count("?") == 1
        assert question == " ".join(question.split())
        assert len(question) <= 120


def test_questions_speak_to_the_auditor_and_never_to_the_employee() -> None:
    second_person = re.compile(r"\b(ty|ciebie|cię|tobie|ci|twój|twoje\w*|twoj\w*|jesteś|\w+łeś)\b", re.IGNORECASE)

    assert [row["question"] for row in ROWS.values() if second_person.search(row["question"])] == []


def test_no_two_questions_but_those_of_one_matter_are_alike() -> None:
    by_question = defaultdict(set)
    for where, row in ROWS.items():
        if row["question"]:
            by_question[row["question"]].add(row["same_matter"] or where)

    assert [question for question, matters in by_question.items() if len(matters) > 1] == []


def test_partly_is_offered_for_compound_acts_only() -> None:
    parts = {where: row["parts"] for where, row in ROWS.items() if row["parts"]}

    assert list(parts) == COMPOUND
    assert not [where for where in parts if ROWS[where]["refrain"]]
    assert {len(names) for names in parts.values()} == {2, 3}
    assert all(name == name.strip(" .?") and name for names in parts.values() for name in names)


def test_each_occasion_has_one_gate_question_in_order() -> None:
    assert [row["position"] for row in OCCASIONS] == list(range(1, 28))
    assert {row["code"] for row in OCCASIONS} == {row["occasion"][1] for row in ROWS.values() if row["occasion"]}
    assert len({row["question"] for row in OCCASIONS}) == len({row["label"] for row in OCCASIONS}) == 27
    for row in OCCASIONS:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", row["code"])
        assert re.fullmatch(r"Czy [^?]+[^ ]\?", row["question"])
        assert re.fullmatch(r"[^ .?][^.?]*", row["label"])

"""The first edition's fixture: how each recommendation is judged, and in which words."""

import csv
import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from standards.importing.edition_fixture import occasion_code

FOLDER = Path(__file__).resolve().parents[3] / "fixtures" / "standards"
NAME = "zarzadzenie-75-2016"

UNASSESSABLE = ["1.2", "1.3", "1.4", "2.2", "2.3", "2.4", "2.5", "3.5", "4.4", "16.1", "19.1"]
COMPOUND = [
    "5.1", "6.4", "7.5", "8.3", "9.4", "10.3", "10.6", "11.1", "13.2", "15.2", "15.4", "15.10", "16.2", "16.3",
    "16.4", "17.1", "17.6", "18.2", "18.4", "19.3", "19.5", "19.6", "19.7", "19.8", "20.1", "20.2", "20.3", "20.4",
    "21.3", "22.4", "22.9", "24.3", "24.4", "24.9", "25.3",
]  # fmt: skip
# Breaches of two degrees, the milder and the graver.
OF_TWO_DEGREES = ["14.4", "15.13"]

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
        ("mystery", "counter", 22, 15, 36),
        ("mystery", "phone", 11, 6, 25),
        ("mystery", "email", 6, 5, 3),
        ("observation", "counter", 24, 15, 65),
        ("observation", "phone", 11, 7, 45),
        ("observation", "office", 7, 9, 3),
        ("documents", "email", 6, 5, 13),
        ("documents", "letter", 0, 0, 11),
        ("documents", "records", 1, 0, 8),
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
    assert {where for where, row in ROWS.items() if row["critical"]} == {"13.3", "13.4", "14.4", "15.6", "25.1"}
    assert {where for where, row in ROWS.items() if row["delayed"]} == {
        "15.3", "15.12", "16.2", "16.3", "16.4", "17.8", "17.9", "17.10", "19.2",
    }  # fmt: skip
    assert {where for where, row in ROWS.items() if row["attribution"] == "unit"} == {
        "2.1", "6.1", "6.2", "10.1", "13.1", "15.1", "15.3", "17.10", "23.1", "23.2",
    }  # fmt: skip
    assert {where for where, row in ROWS.items() if row["ask_first"]} == {"4.5", "15.1"}
    assert sum(row["refrain"] for row in ROWS.values()) == 27
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
        for same in ("block", "attribution", "same_matter", "question", "short_name"):
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

    assert excludes == {
        "6.3": "6.4", "6.4": "6.3", "17.8": "17.9", "17.9": "17.8", "23.1": "23.2", "23.2": "23.1",
    }  # fmt: skip


def test_rows_of_one_matter_are_asked_in_the_same_words() -> None:
    matters = defaultdict(list)
    for row in ROWS.values():
        if row["same_matter"]:
            matters[row["same_matter"]].append(row)

    assert len(matters) == 15
    assert {len(rows) for rows in matters.values()} == {2}
    for matter, rows in matters.items():
        words = {(row["question"], tuple(row["parts"]), row["refrain"], row["short_name"]) for row in rows}
        assert len(words) == 1, matter


@pytest.mark.parametrize("label", ["16.2", "16.4", "22.9", "24.9"])
def test_another_conversation_or_an_act_of_more_parts_is_no_shared_matter(label: str) -> None:
    assert ROWS[label]["same_matter"] == ""


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


def test_partly_is_offered_for_compound_acts_and_breaches_of_two_degrees_only() -> None:
    parts = {where: row["parts"] for where, row in ROWS.items() if row["parts"]}

    assert [where for where in parts if not ROWS[where]["refrain"]] == COMPOUND
    assert [where for where in parts if ROWS[where]["refrain"]] == OF_TWO_DEGREES
    assert {len(parts[where]) for where in OF_TWO_DEGREES} == {2}
    assert {len(names) for names in parts.values()} == {2, 3, 4}
    assert all(name == name.strip(" .?") and name for names in parts.values() for name in names)


def test_each_occasion_has_one_gate_question_in_order() -> None:
    assert [row["position"] for row in OCCASIONS] == list(range(1, 34))
    assert {row["code"] for row in OCCASIONS} == {row["occasion"][1] for row in ROWS.values() if row["occasion"]}
    assert len({row["question"] for row in OCCASIONS}) == len({row["label"] for row in OCCASIONS}) == 33
    for row in OCCASIONS:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", row["code"])
        assert re.fullmatch(r"Czy [^?]+[^ ]\?", row["question"])
        assert re.fullmatch(r"[^ .?][^.?]*", row["label"])


def test_a_scenario_decides_of_information_cards_and_of_other_clients_data() -> None:
    assert [row["code"] for row in OCCASIONS if row["by_scenario"]] == ["typical-matter", "asked-about-a-clients-data"]


GATES = {
    "promised-call-back": {"15.12", "17.9"},
    "information-not-ready": {"17.8"},
    "employee-calls": {"16.2", "16.3", "16.4"},
    "impossible-at-the-desk": {"23.1", "23.2"},
    "something-agreed": {"15.10", "17.6"},
    "legal-basis-needed": {"24.7"},
    "danger": {"24.10"},
    "papers-filed": {"12.1", "12.4", "12.5"},
    "error-in-papers": {"12.2", "12.3"},
}


@pytest.mark.parametrize("code", GATES)
def test_a_gate_closes_its_own_rows_only(code: str) -> None:
    """A promise that was not kept is a breach of 15.12: that nobody called closes another gate."""
    assert {where for where, row in ROWS.items() if row["occasion"] and row["occasion"][1] == code} == GATES[code]


def test_a_caller_is_asked_what_a_caller_hears() -> None:
    own = {where: row["channel_questions"] for where, row in ROWS.items() if row["channel_questions"]}

    assert list(own) == ["15.2"]
    (phone,) = own["15.2"]
    assert phone["channel"] == "phone"
    assert phone["question"].startswith("Czy ")
    assert len(phone["question"]) <= 120
    assert len(phone["parts"]) == len(ROWS["15.2"]["parts"]) == 2
    assert not set(phone["parts"]) & set(ROWS["15.2"]["parts"])


NAMED = {where: row["short_name"] for where, row in ROWS.items() if row["short_name"]}


def test_each_assessable_recommendation_has_a_short_name() -> None:
    assert len(NAMED) == 144
    assert not NAMED.keys() & set(UNASSESSABLE)


@pytest.mark.parametrize("label", NAMED)
def test_a_short_name_stands_in_a_sentence_as_well_as_before_a_row(label: str) -> None:
    name = NAMED[label]

    assert len(name) <= 40
    assert re.fullmatch(r"[a-ząćęłńóśźż-]+( [a-ząćęłńóśźż-]+)*", name), name
    # A noun phrase in the nominative: no clause, no request, nothing said to the employee.
    assert not re.search(r"\b(nie|czy|że|aby|żeby|jest|był\w*|pracownik\w*)\b", name)
    assert not name.endswith(("ać", "eć", "ić", "yć", "uj", "aj"))


def test_only_rows_of_one_matter_are_called_alike() -> None:
    by_name = defaultdict(set)
    for where, name in NAMED.items():
        by_name[name].add(ROWS[where]["same_matter"] or where)

    assert [name for name, matters in by_name.items() if len(matters) > 1] == []
    assert len(by_name) == 144 - 15


def test_a_question_without_parts_asks_one_thing() -> None:
    """Two verbs of the employee's joined by "i" are two acts; said once of one act, they are named here."""
    two_verbs = re.compile(r"\w+(ł|ła|li|ły|ano|ono)\b[^,]* i (\w+ )*?\w+(ł|ła|li|ły|ano|ono)\b")
    one_of_two_ways = {"17.5"}

    found = {where for where, row in ROWS.items() if not row["parts"] and two_verbs.search(row["question"])}
    assert found == one_of_two_ways

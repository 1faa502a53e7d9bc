"""Labels that follow one another, and the gaps that are seen in those that count."""

import pytest

from standards.wording.numbering import Gap, gaps


@pytest.mark.parametrize(
    "labels",
    [
        [],
        ["1", "2", "3"],
        ["1", "2", "2a", "2b", "3"],
        ["1", "1a", "2"],
        ["1a", "1b", "2"],
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"],
        ["II.1", "II.2", "II.3"],
        ["I.1", "I.2", "II.1", "II.2"],
        ["I.1", "I.2", "II.3", "III.4"],
        ["A", "B", "D"],
        ["C", "D"],
        ["wstęp", "1", "7"],
        ["§1", "§2"],
        ["(1)", "(2)"],
    ],
)
def test_nothing_is_left_out(labels: list[str]) -> None:
    assert gaps(labels) == []


@pytest.mark.parametrize(
    ("labels", "gap"),
    [
        (["1", "3"], Gap("3", "1")),
        (["1", "2", "2b"], Gap("2b", "2")),
        (["2", "3"], Gap("2", "")),
        (["7a", "7b"], Gap("7a", "")),
        (["I", "III"], Gap("III", "I")),
        (["II", "III"], Gap("II", "")),
        (["II.1", "II.3"], Gap("II.3", "II.1")),
        (["I.1", "II.3"], Gap("II.3", "I.1")),
        (["1", "10", "2"], Gap("10", "1")),
    ],
)
def test_what_is_left_out_is_named(labels: list[str], gap: Gap) -> None:
    assert gaps(labels)[0] == gap


def test_numbering_may_go_on_from_the_group_before() -> None:
    assert gaps(["4", "5"], after="3") == []
    assert gaps(["1", "2"], after="3") == []
    assert gaps(["5", "6"], after="3") == [Gap("5", "3")]

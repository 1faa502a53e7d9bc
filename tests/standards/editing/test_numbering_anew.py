"""Labels given anew: they follow one another in the form that they have."""

import pytest

from standards.wording.numbering import label_between, next_label, renumbered


@pytest.mark.parametrize(
    ("labels", "first", "expected"),
    [
        ([], "", []),
        (["3", "7", "9"], "", ["3", "4", "5"]),
        (["1", "2", "2a", "3"], "", ["1", "2", "3", "4"]),
        (["7a", "7c"], "", ["7a", "7b"]),
        (["II.1", "II.5"], "", ["II.1", "II.2"]),
        (["I", "IV", "X"], "", ["I", "II", "III"]),
        (["VIII", "IX"], "XXXIX", ["XXXIX", "XL"]),
        (["1", "2"], "II.3", ["II.3", "II.4"]),
        (["1", "2"], "7a", ["7a", "7b"]),
        (["wstęp", "koniec"], "", ["1", "2"]),
        (["C", "D"], "", ["1", "2"]),
    ],
)
def test_labels_follow_one_another(labels: list[str], first: str, expected: list[str]) -> None:
    assert renumbered(labels, first) == expected


@pytest.mark.parametrize(
    ("labels", "expected"),
    [([], "1"), (["1", "2"], "3"), (["7a"], "8"), (["II.9"], "II.10"), (["I", "II"], "III"), (["2", "1"], "3")],
)
def test_next_label_is_free(labels: list[str], expected: str) -> None:
    assert next_label(labels) == expected


@pytest.mark.parametrize(
    ("label", "labels", "expected"),
    [("7", ["7", "8"], "7a"), ("7a", ["7a", "7b"], "7c"), ("II.3", ["II.3"], "II.3a"), ("wstęp", ["wstęp"], "2")],
)
def test_label_in_between_is_free(label: str, labels: list[str], expected: str) -> None:
    assert label_between(label, labels) == expected

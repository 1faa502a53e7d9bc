"""Whether labels follow one another. Labels are text; those that count are seen to leave nothing out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_COUNTED = re.compile(r"(.*?)([0-9]{1,4})([a-z]?)[.)]?")
_ROMAN = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


_OWN_MARK = re.compile(r"\(?(?:[a-z]|[0-9]{1,3}[a-z]?)\) ")


def has_own_mark(point: str) -> bool:
    """Whether a point brings its own letter or number, "a) …": then no other mark stands before it."""
    return _OWN_MARK.match(point) is not None


@dataclass(frozen=True, slots=True)
class Gap:
    """`label` does not follow `before`, or is not a beginning where `before` is empty."""

    label: str
    before: str


def gaps(labels: Sequence[str], *, after: str = "") -> list[Gap]:
    """Where neighbours leave a number out: "1", "2a", "2b", "3", or "II.1", "II.2", or "I", "II".

    They begin with 1, or go on from `after`, the last label of the group before. Labels of another form are names
    ("A", "wstęp"): nothing can be said of them.
    """
    if all(label and _ROMAN.fullmatch(label) for label in labels) and any(
        label == "I" or label[1:] for label in labels
    ):
        return _roman_gaps(labels)
    counted = [_COUNTED.fullmatch(label) for label in labels]
    if not all(counted):
        return []
    found = []
    for index, label in enumerate(labels):
        before = labels[index - 1] if index else after
        begins = not index or _prefix(before) != _prefix(label)
        if not (_follows(before, label) or (begins and _number(label) <= 1)):
            found.append(Gap(label, before))
    return found


def _parts(label: str) -> tuple[str, int, str]:
    match = _COUNTED.fullmatch(label)
    return (match[1], int(match[2]), match[3]) if match else (label, 0, "")


def _prefix(label: str) -> str:
    return _parts(label)[0]


def _number(label: str) -> int:
    return _parts(label)[1]


def _follows(before: str, label: str) -> bool:
    """Of another prefix too: standards may be counted through ("I.2", "II.3")."""
    if not before:
        return False
    _, last, last_letter = _parts(before)
    _, number, letter = _parts(label)
    if number == last:
        return letter == (chr(ord(last_letter) + 1) if last_letter else "a")
    return number == last + 1 and letter in ("", "a")


def _roman_gaps(labels: Sequence[str]) -> list[Gap]:
    before = ""
    found = []
    for label in labels:
        if _value(label) != (_value(before) if before else 0) + 1:
            found.append(Gap(label, before))
        before = label
    return found


def _value(roman: str) -> int:
    digits = [_ROMAN_DIGITS[digit] for digit in roman]
    return sum(-one if one < max(digits[at:]) else one for at, one in enumerate(digits))


def renumbered(labels: Sequence[str], first: str = "") -> list[str]:
    """As many labels that follow one another, from `first` or from the first there is.

    "3", "7" become "3", "4"; "7a", "7c" become "7a", "7b"; "II.1", "II.5" become "II.1", "II.2"; "I", "IV" become
    "I", "II"; from "7a" on it is letters. Labels that do not count ("wstęp") begin with 1.
    """
    if not labels:
        return []
    asked, first = first, first or labels[0]
    if _ROMAN.fullmatch(first) and any(label == "I" or label[1:] for label in (first, *labels)):
        begin = _value(first)
        return [_roman(begin + place) for place in range(len(labels))]
    match = _COUNTED.fullmatch(first)
    if not match:
        return [str(place) for place in range(1, len(labels) + 1)]
    prefix, number, letter = match[1], int(match[2]), match[3]
    # Letters go on only where all of them have one: "7a", "7b"; an odd "7a" among numbers was put in between.
    lettered = letter and (asked or all(_parts(label)[:2] == (prefix, number) for label in labels))
    if lettered and len(labels) <= ord("z") - ord(letter) + 1:
        return [f"{prefix}{number}{chr(ord(letter) + place)}" for place in range(len(labels))]
    return [f"{prefix}{number + place}" for place in range(len(labels))]


def next_label(labels: Sequence[str]) -> str:
    """A label for one more at the end, which none of them has."""
    taken = set(labels)
    last = labels[-1] if labels else ""
    candidates = [renumbered([last, ""])[1]] if last else ["1"]
    candidates += [str(place) for place in range(1, len(labels) + 2)]
    return next(label for label in candidates if label not in taken)


def label_between(label: str, labels: Sequence[str]) -> str:
    """A label for one that comes right after `label`: "7a" after "7", "7b" after "7a"."""
    match = _COUNTED.fullmatch(label)
    if match:
        begin = ord(match[3]) + 1 if match[3] else ord("a")
        for letter in range(begin, ord("z") + 1):
            if (found := f"{match[1]}{match[2]}{chr(letter)}") not in labels:
                return found
    return next_label(labels)


def _roman(value: int) -> str:
    written = ""
    for roman, worth in (
        *(("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50), ("XL", 40)),
        *(("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)),
    ):
        written += roman * (value // worth)
        value %= worth
    return written

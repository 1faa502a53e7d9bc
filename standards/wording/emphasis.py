"""Emphasis in plain text: ranges of characters, as they are stored, shown and typed."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Range = Sequence[int]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters that are all shown alike."""

    text: str
    emphasised: bool = False
    found: bool = False


def segments(text: str, emphasis: Iterable[Range], found: Iterable[Range] = ()) -> list[Segment]:
    """The text cut where emphasis, or what a search found, begins and ends; joined, it is the text again.

    Both are half-open ranges [start, end) of characters; what reaches beyond the text is cut off.
    """
    emphasised, marked = _covered(text, emphasis), _covered(text, found)
    cuts = sorted(
        {0, len(text)}
        | {
            place
            for place in range(1, len(text))
            if (place in emphasised) != (place - 1 in emphasised) or (place in marked) != (place - 1 in marked)
        }
    )
    return [Segment(text[start:end], start in emphasised, start in marked) for start, end in itertools.pairwise(cuts)]


def _covered(text: str, ranges: Iterable[Range]) -> frozenset[int]:
    return frozenset(place for start, end in ranges for place in range(max(start, 0), min(end, len(text))))


class UnpairedAsteriskError(ValueError):
    """An asterisk opens emphasis that nothing closes, or closes it at once."""


def typed(text: str, emphasis: Iterable[Range]) -> str:
    """The text as a person edits it: emphasis between *asterisks*, an asterisk that is meant as \\*."""
    written = []
    for segment in segments(text, emphasis):
        escaped = segment.text.replace("\\", "\\\\").replace("*", "\\*")
        written.append(f"*{escaped}*" if segment.emphasised else escaped)
    return "".join(written)


def from_typed(written: str) -> tuple[str, list[list[int]]]:
    """The inverse of `typed`: the plain text and its ranges. Raises UnpairedAsteriskError."""
    text: list[str] = []
    ranges: list[list[int]] = []
    opened: int | None = None
    characters = iter(written)
    for character in characters:
        if character == "\\":
            following = next(characters, "")
            text.extend(following if following in ("*", "\\") else character + following)
        elif character != "*":
            text.append(character)
        elif opened is None:
            opened = len(text)
        elif opened == len(text):
            raise UnpairedAsteriskError
        elif ranges and ranges[-1][1] == opened:
            ranges[-1][1] = len(text)
            opened = None
        else:
            ranges.append([opened, len(text)])
            opened = None
    if opened is not None:
        raise UnpairedAsteriskError
    return "".join(text), ranges


@dataclass(frozen=True, slots=True)
class PointText:
    text: str
    emphasis: tuple[tuple[int, int], ...]


def emphasis_of(ranges: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in ranges)

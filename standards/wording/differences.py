"""Two texts word by word. Pure: it knows no edition and no database."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise
from typing import Any

Document = Mapping[str, Any]
Emphasis = Sequence[Sequence[int]]

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


class Kind(StrEnum):
    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one kind (same, added or removed), emphasised or not."""

    kind: Kind
    text: str
    emphasised: bool = False


def differences(
    old: str | None, new: str | None, old_emphasis: Emphasis = (), new_emphasis: Emphasis = ()
) -> tuple[Piece, ...]:
    """Word by word. All but the added pieces make up the old text, all but the removed ones the new one.

    None is no text at all. A word whose emphasis changed is removed and added.
    """
    before, after = _tokens(old or "", old_emphasis), _tokens(new or "", new_emphasis)
    pieces: list[Piece] = []
    for tag, from_old, to_old, from_new, to_new in _readable(before, after):
        if tag == "equal":
            pieces += [Piece(Kind.SAME, *token) for token in before[from_old:to_old]]
            continue
        pieces += [Piece(Kind.REMOVED, *token) for token in before[from_old:to_old]]
        pieces += [Piece(Kind.ADDED, *token) for token in after[from_new:to_new]]
    return tuple(_joined(pieces))


def _tokens(text: str, emphasis: Emphasis) -> list[tuple[str, bool]]:
    borders = sorted({0, len(text), *(min(border, len(text)) for span in emphasis for border in span)})
    tokens: list[tuple[str, bool]] = []
    for start, end in pairwise(borders):
        emphasised = any(first <= start and end <= last for first, last in emphasis)
        tokens += [(token, emphasised) for token in _TOKEN.findall(text[start:end])]
    return tokens


Opcode = tuple[str, int, int, int, int]


def _readable(before: Sequence[tuple[str, bool]], after: Sequence[tuple[str, bool]]) -> list[Opcode]:
    """Where two changed words have but a space between them, the space counts as changed: a phrase stays whole."""
    found: list[Opcode] = []
    opcodes: Sequence[Opcode] = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for index, (tag, *ends) in enumerate(opcodes):
        is_gap = (
            tag == "equal"
            and 0 < index < len(opcodes) - 1
            and all(text.isspace() for text, _ in before[ends[0] : ends[1]])
        )
        if (is_gap or tag != "equal") and found and found[-1][0] != "equal":
            _, from_old, _, from_new, _ = found.pop()
            found.append(("replace", from_old, ends[1], from_new, ends[3]))
        else:
            found.append((tag, ends[0], ends[1], ends[2], ends[3]))
    return found


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Neighbours of one kind in one piece; of a changed phrase, what was removed before what was added."""
    held: list[Piece] = []
    for piece in pieces:
        if held and (held[-1].kind, held[-1].emphasised) == (piece.kind, piece.emphasised):
            held[-1] = Piece(piece.kind, held[-1].text + piece.text, piece.emphasised)
        else:
            held.append(piece)
    yield from held


def differs(pieces: Sequence[Piece]) -> bool:
    return any(piece.kind != Kind.SAME for piece in pieces)


def before(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The old text alone, with what was removed from it marked."""
    return tuple(piece for piece in pieces if piece.kind != Kind.ADDED)


def after(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The new text alone, with what was added to it marked."""
    return tuple(piece for piece in pieces if piece.kind != Kind.REMOVED)


def wording(recommendation: Document) -> tuple[str, ...]:
    """What it says, its points included, without regard to spacing or emphasis."""
    return tuple(" ".join(text.split()) for text in (recommendation["text"], *recommendation["points"]))


def differences_of_points(
    olds: Sequence[tuple[str, Emphasis]], news: Sequence[tuple[str, Emphasis]]
) -> Iterator[tuple[Piece, ...]]:
    """The points of two recommendations, each text with its emphasis, side by side where they stand side by side."""
    matcher = SequenceMatcher(None, [text for text, _ in olds], [text for text, _ in news], autojunk=False)
    for _, from_old, to_old, from_new, to_new in matcher.get_opcodes():
        before, after = olds[from_old:to_old], news[from_new:to_new]
        for index in range(max(len(before), len(after))):
            was, was_emphasis = before[index] if index < len(before) else (None, ())
            now, now_emphasis = after[index] if index < len(after) else (None, ())
            yield differences(was, now, was_emphasis, now_emphasis)

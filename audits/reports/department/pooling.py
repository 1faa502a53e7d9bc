"""Which audits and rows a method's total is made of where they were made by several editions.

Editions pool over the rows that they share where these are at least nine tenths of each one's rows by weight. What
shares less stands beside: no audit under another edition takes a figure away.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from audits.figures.sums import NOTHING, Numbers, Sums, added, sums_together
from audits.reports.department.texts import Frame, Texts
from audits.reports.pieces import Piece, sums_over
from standards.lineage import Meaning

ENOUGH_SHARED: Final = Fraction(9, 10)


@dataclass(frozen=True)
class Choice:
    """`pieces` are those of the total, of all `editions` that are in it, the oldest first; `beside`: of each other one.

    `only`: of an edition not all of whose rows are shared, those that are.
    """

    pieces: tuple[Piece, ...] = ()
    editions: tuple[int, ...] = ()
    beside: Mapping[int, tuple[Piece, ...]] = field(default_factory=dict)
    only: Mapping[int, frozenset[int]] = field(default_factory=dict)

    def rows(self, piece: Piece, texts: Texts) -> Collection[int]:
        return self.only.get(piece.edition) or texts.recommendations.keys()


def choose(pieces: Sequence[Piece], texts: Texts, method: str) -> Choice:
    """From the edition with most audits on, of equal ones the newest, as many as share enough."""
    of_edition: dict[int, list[Piece]] = {}
    audits: Counter[int] = Counter()
    for piece in pieces:
        of_edition.setdefault(piece.edition, []).append(piece)
        audits[piece.edition] += piece.facts.audits
    if len(of_edition) < 2:
        return Choice(tuple(pieces), tuple(of_edition))
    rows = {edition: _rows(edition, found, texts, method) for edition, found in of_edition.items()}
    pooled = pooled_editions(audits, rows, texts)
    shared = _shared(pooled, texts)
    only = {
        edition: frozenset(pk for pk in texts.of_edition[edition].values() if texts.meanings[pk] in shared)
        for edition in pooled
        if any(texts.meanings[pk] not in shared for pk in rows[edition])
    }
    return Choice(
        tuple(piece for piece in pieces if piece.edition in pooled),
        tuple(sorted(pooled, key=texts.age)),
        {edition: tuple(found) for edition, found in of_edition.items() if edition not in pooled},
        only,
    )


def pooled_editions(audits: Mapping[int, int], rows: Mapping[int, Collection[int]], texts: Texts) -> list[int]:
    """Those that one total is made of: by edition how many audits, and which rows count."""
    pooled: list[int] = []
    for edition in sorted(audits, key=lambda edition: (-audits[edition], -texts.age(edition))):
        if _share_enough([*pooled, edition], rows, texts):
            pooled.append(edition)
    return pooled


def rows_seen(edition: int, method: str, channels: Collection[str], texts: Texts) -> set[int]:
    return {pk for pk in texts.of_edition[edition].values() if texts.is_seen(pk, method, channels)}


def _rows(edition: int, pieces: Iterable[Piece], texts: Texts, method: str) -> set[int]:
    """What the method sees of an edition at the channels used, and what was on its audits' checklists."""
    pieces = list(pieces)
    channels = {piece.channel for piece in pieces}
    return rows_seen(edition, method, channels, texts).union(*(piece.sums.rows for piece in pieces))


def _shared(editions: Sequence[int], texts: Texts) -> set[Meaning]:
    return set.intersection(*(set(texts.of_edition[edition]) for edition in editions))


def _share_enough(editions: Sequence[int], rows: Mapping[int, Collection[int]], texts: Texts) -> bool:
    shared = _shared(editions, texts)
    for edition in editions:
        whole = sum(texts.weight(pk) for pk in rows[edition])
        part = sum(texts.weight(pk) for pk in rows[edition] if texts.meanings[pk] in shared)
        if len(editions) > 1 and part < ENOUGH_SHARED * whole:
            return False
    return True


@dataclass(frozen=True)
class Adder:
    """Adds up pieces of a choice, every recommendation where it stands in the frame."""

    choice: Choice
    frame: Frame

    def total(self, pieces: Iterable[Piece]) -> Numbers:
        plain, cut = self._divided(pieces, lambda piece: piece.edition not in self.choice.only)
        numbers = [piece.sums.total for piece in plain]
        if cut:
            numbers.append(self._over(cut).total)
        return added(numbers) if numbers else NOTHING

    def sums(self, pieces: Iterable[Piece]) -> Sums:
        plain, other = self._divided(
            pieces, lambda piece: piece.edition == self.frame.edition and piece.edition not in self.choice.only
        )
        found = [piece.sums for piece in plain]
        if other:
            found.append(self._over(other))
        return sums_together(found)

    def _divided(self, pieces: Iterable[Piece], is_plain: Callable[[Piece], bool]) -> tuple[list[Piece], list[Piece]]:
        plain: list[Piece] = []
        other: list[Piece] = []
        for piece in pieces:
            (plain if is_plain(piece) else other).append(piece)
        return plain, other

    def _over(self, pieces: Iterable[Piece]) -> Sums:
        return sums_over(pieces, self.frame.places, lambda piece: self.choice.rows(piece, self.frame.texts))

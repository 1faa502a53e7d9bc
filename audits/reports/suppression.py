"""Which figures may be shown so that none is of too few people, nor can be reckoned from those shown.

Pure: it knows who stands behind a figure, not what the figure says. The rules are told in docs/privacy.md.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

NOBODY: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Crowd:
    """People known to stand behind a figure, and how many of its audits name nobody."""

    people: frozenset[int] = NOBODY
    unnamed: int = 0

    def __or__(self, other: "Crowd") -> "Crowd":
        """Behind both together at least: one audit that names nobody may stand behind either figure."""
        return Crowd(self.people | other.people, max(self.unnamed, other.unnamed))


def together(crowds: Iterable[Crowd]) -> Crowd:
    whole = Crowd()
    for crowd in crowds:
        whole |= crowd
    return whole


Enough = Callable[[Crowd], bool]


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure that is the sum of those below it. `alike` marks what is best hidden together: the same channels."""

    key: Hashable
    crowd: Crowd
    alike: Hashable = None
    below: Sequence["Cell"] = field(default=())


def hidden(whole: Cell, enough: Enough) -> set[Hashable]:
    """Keys of the cells below `whole`, which is itself shown, that may not be shown.

    A cell of too few people is hidden with all below it. Where the sum less what is shown beside it would still be of
    too few, one more is hidden with it: of the same kind if there is one, of equals the one of fewest people. So that
    what is below does not give that one away, one of its own is hidden in turn, down to the last.
    """
    found: set[Hashable] = set()
    _hide_below(whole, enough, found, one_more=False)
    return found


def _hide_below(cell: Cell, enough: Enough, found: set[Hashable], *, one_more: bool) -> None:
    small = [each for each in cell.below if not enough(each.crowd)]
    rest = [each for each in cell.below if enough(each.crowd)]
    taken = None
    if rest and ((small and not enough(together(each.crowd for each in small))) or (one_more and not small)):
        kinds = {each.alike for each in small}
        taken = min(rest, key=lambda each: (bool(kinds) and each.alike not in kinds, _size(each), rest.index(each)))
    for each in small:
        found.update(_keys(each))
    for each in rest:
        if each is taken:
            found.add(each.key)
        _hide_below(each, enough, found, one_more=each is taken)


def _size(cell: Cell) -> int:
    return len(cell.crowd.people) + cell.crowd.unnamed


def _keys(cell: Cell) -> Iterable[Hashable]:
    yield cell.key
    for each in cell.below:
        yield from _keys(each)


@dataclass(frozen=True, slots=True)
class Share:
    """What one row has in one part of a split: who, and whether the shown row says just that."""

    crowd: Crowd
    shown_alone: bool


def may_split(parts: Mapping[Hashable, Sequence[Share]], enough: Enough) -> bool:
    """Whether a total may be shown by parts (channels, units, editions) beside its rows.

    Each part needs enough people, and so does what is left of it once the rows shown that lie in it alone are taken
    away. Else no part is shown: one left out could be reckoned from the others.
    """
    for shares in parts.values():
        if not enough(together(share.crowd for share in shares)):
            return False
        rest = [share for share in shares if not share.shown_alone]
        if rest and not enough(together(share.crowd for share in rest)):
            return False
    return True

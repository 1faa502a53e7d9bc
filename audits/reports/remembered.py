"""What blocks add up to, remembered by each process under the rows that it was added up from.

Rows of closings are only added, and a supplement's have numbers of their own: what is remembered under them never
comes to be wrong, so it need not be forgotten but to make room.
"""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from threading import Lock
from typing import Final, Generic, NamedTuple, TypeVar
from uuid import UUID

from audits.figures.facts import Facts
from audits.figures.sums import Sums


class Rows(NamedTuple):
    """Of one closing, (key of a block, number of its sums); and whether all of them were read or totals alone.

    Keys may come again in another database, a closing's UUID never does.
    """

    closing: UUID
    blocks: frozenset[tuple[int, int]]
    in_full: bool


@dataclass(frozen=True)
class Together:
    """To be read only. `breaches`: (recommendation, units, how many)."""

    facts: Facts
    sums: Sums
    breaches: tuple[tuple[int, frozenset[int], int], ...]


Value = TypeVar("Value")


class Remembered(Generic[Value]):
    """At most so many; what was not asked for longest goes first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._found: OrderedDict[Hashable, Value] = OrderedDict()

    def get(self, key: Hashable) -> Value | None:
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
            return self._found.get(key)

    def put(self, key: Hashable, value: Value) -> None:
        with self._lock:
            self._found[key] = value
            while len(self._found) > self._most:
                self._found.popitem(last=False)


# About 15 kilobytes each, totals alone less than one.
whole_sums: Final = Remembered[Together](1500)
totals: Final = Remembered[Together](15_000)
# Over some recommendations only: a few tell how two periods compare.
cut_sums: Final = Remembered[Sums](300)

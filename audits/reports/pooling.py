"""Which recommendations of several editions are one row of a report: those that mean the same.

Numbers and places have no say in it. What all editions of a section share is pooled and shown in the newest one's
order; what they do not share is shown apart, with its edition named, and is in no pooled figure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from standards.lineage import Meaning
from standards.models import Edition, Recommendation


@dataclass(frozen=True)
class Pooling:
    """How one method's audits belong together; `editions` are those that they were made by, the oldest first.

    `meanings` are those of every recommendation in question, of the period before as well.
    """

    editions: Sequence[Edition]
    recommendations: Mapping[int, Recommendation]
    meanings: Mapping[int, Meaning] = field(repr=False)

    @cached_property
    def _newest(self) -> dict[Meaning, int]:
        """By meaning: the recommendation of the newest edition that has it."""
        found: dict[Meaning, int] = {}
        for edition in self.editions:
            for pk in self._of(edition):
                found[self.meanings[pk]] = pk
        return found

    def _of(self, edition: Edition) -> list[int]:
        return [pk for pk, each in self.recommendations.items() if each.standard.edition_id == edition.pk]

    @cached_property
    def _shared(self) -> set[Meaning]:
        of_each = [{self.meanings[pk] for pk in self._of(edition)} for edition in self.editions]
        return set.intersection(*of_each) if of_each else set()

    def row_of(self, recommendation: int) -> int | None:
        """The recommendation under which this one is shown; None where no edition of the section has its meaning."""
        return self._newest.get(self.meanings[recommendation])

    def is_pooled(self, row: int) -> bool:
        return self.meanings[row] in self._shared

    @cached_property
    def apart(self) -> frozenset[int]:
        """Recommendations whose meaning not all of the editions have."""
        return frozenset(
            pk for edition in self.editions for pk in self._of(edition) if self.meanings[pk] not in self._shared
        )

    def editions_of(self, row: int) -> tuple[Edition, ...]:
        """Those that have the row's meaning, the oldest first."""
        meaning = self.meanings[row]
        return tuple(each for each in self.editions if any(self.meanings[pk] == meaning for pk in self._of(each)))

    @cached_property
    def labels(self) -> dict[int, tuple[tuple[str, str], ...]]:
        """By row: the code of each older edition in which it has another number, and that number."""
        found: dict[int, list[tuple[str, str]]] = {}
        for edition in self.editions:
            for pk in self._of(edition):
                row = self._newest[self.meanings[pk]]
                if self.recommendations[pk].label != self.recommendations[row].label:
                    found.setdefault(row, []).append((edition.code, self.recommendations[pk].label))
        return {row: tuple(labels) for row, labels in found.items()}

    @cached_property
    def places(self) -> dict[int, int]:
        """Recommendations that count in another standard than their own, and that standard: the newest edition's."""
        found = {}
        for pk in self.meanings:
            row = self.row_of(pk)
            if row is None or row == pk:
                continue
            found[pk] = self.recommendations[row].standard_id
        return found

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(edition.code for edition in self.editions)


def rows_of(pooling: Pooling, recommendations: Iterable[int]) -> set[int]:
    """The rows under which these are shown."""
    return {row for pk in recommendations if (row := pooling.row_of(pk)) is not None}

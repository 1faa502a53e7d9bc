"""What of one method's section may be shown, by the rules of `suppression`: docs/privacy.md tells them."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property

from audits.reports.material import Material
from audits.reports.pooling import Pooling
from audits.reports.suppression import Cell, Crowd, Share, hidden, may_split, together
from audits.reports.tallies import RowTally


def area_key(area: int) -> Hashable:
    return ("area", area)


def standard_key(standard: int) -> Hashable:
    return ("standard", standard)


class Privacy:
    """`rows` are the section's, by recommendation; `by_part` the same by edition and channel.

    Rows of which nothing was rated say nothing of anybody and are left as they are.
    """

    def __init__(
        self, material: Material, pooling: Pooling, rows: Mapping[int, RowTally], by_part: Sequence[RowTally]
    ) -> None:
        self.material = material
        self.pooling = pooling
        self.rows = rows
        self.by_part = by_part

    @cached_property
    def hidden(self) -> set[Hashable]:
        """Recommendations, by key, and `area_key`s and `standard_key`s that may not be shown."""
        areas: dict[int, dict[int, list[Cell]]] = {}
        apart: list[Cell] = []
        for pk, row in self.rows.items():
            if not row.tally.rated:
                continue
            cell = Cell(pk, row.crowd, self._channels[pk])
            if self.pooling.is_pooled(pk):
                standard = self.material.recommendations[pk].standard
                areas.setdefault(standard.area_id, {}).setdefault(standard.pk, []).append(cell)
            else:
                apart.append(cell)
        total = _sum(
            "pooled",
            [
                _sum(area_key(area), [_sum(standard_key(standard), cells) for standard, cells in standards.items()])
                for area, standards in areas.items()
            ],
        )
        # The rows apart have no total of their own, but the editions' totals less the pooled one give it away.
        return hidden(total, self.material.enough) | hidden(_sum("apart", apart), self.material.enough)

    @cached_property
    def _channels(self) -> dict[int, frozenset[str]]:
        found: dict[int, set[str]] = {}
        for row in self.by_part:
            shown = self.pooling.row_of(row.recommendation)
            if shown is not None:
                found.setdefault(shown, set()).add(row.channel)
        return {pk: frozenset(channels) for pk, channels in found.items()}

    def may_split(self, part_of: Callable[[RowTally], Hashable]) -> bool:
        """Whether the total may be shown by parts: by channel, by edition."""
        pieces: dict[Hashable, dict[int, Crowd]] = {}
        for row in self.by_part:
            shown = self.pooling.row_of(row.recommendation)
            if shown is not None and row.tally.rated:
                of_part = pieces.setdefault(part_of(row), {})
                of_part[shown] = of_part.get(shown, Crowd()) | row.crowd
        # A part without a rated answer says nothing of anybody.
        parts_with = {pk: sum(pk in of_part for of_part in pieces.values()) for pk in self.rows}
        return may_split(
            {
                part: [Share(crowd, parts_with[pk] == 1 and pk not in self.hidden) for pk, crowd in of_part.items()]
                for part, of_part in pieces.items()
            },
            self.material.enough,
        )

    def may_split_people(self, parts: Iterable[frozenset[int]]) -> bool:
        """The same for parts that are groups of people, such as units."""
        shares: dict[Hashable, list[Share]] = {}
        for number, people in enumerate(parts):
            shares[number] = [
                Share(Crowd(row.crowd.people & people), row.crowd.people <= people and pk not in self.hidden)
                for pk, row in self.rows.items()
                if row.crowd.people & people
            ]
        return may_split(shares, self.material.enough)


def _sum(key: Hashable, below: list[Cell]) -> Cell:
    kinds = {each.alike for each in below}
    return Cell(key, together(each.crowd for each in below), kinds.pop() if len(kinds) == 1 else None, below)

"""A granule closed once for the whole office, and the later changes that are enough in themselves."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from audits.figures.disclosure.granules import Granule
from audits.figures.disclosure.office import Office, Tree
from audits.figures.disclosure.rule import Audit, Key, blocks, enough


@dataclass(frozen=True)
class Block:
    """The audits of one key in one unit, or in several small ones together.

    `heaps`: the versions in it, by what came together. At first one; each later change adds one, or parts one in two.
    Each heap is enough in itself. `gone`: versions that were taken out; they never come back.
    """

    key: Key
    units: frozenset[int]
    heaps: tuple[tuple[Audit, ...], ...]
    gone: frozenset[int] = frozenset()

    @property
    def audits(self) -> tuple[Audit, ...]:
        """All versions that its sums are made of now; none where all were taken out."""
        return tuple(audit for heap in self.heaps for audit in heap)


class LeftOut(NamedTuple):
    """Units whose audits of a key have no crowd in the whole office: in no figure."""

    key: Key
    units: frozenset[int]
    audits: tuple[Audit, ...]


@dataclass(frozen=True)
class Closing:
    """A method's granule, closed for the whole office at once.

    `on`: the day on which it was closed, later the last one on which `supplement` changed its blocks. `tree`: that of
    the granule's last day, as it was known then; reports are placed by it.
    """

    method: str
    granule: Granule
    on: datetime.date
    tree: Tree
    blocks: tuple[Block, ...]
    left_out: tuple[LeftOut, ...]


def close(
    office: Office, audits: Iterable[Audit], *, method: str, on: datetime.date, told: Collection[int] = ()
) -> Closing:
    """Close the office's granule for a method, with the counted versions of its audits as they are on the day `on`.

    `told`: ids of versions that are, or ever were, in a block of another closing: they are passed over, since each is
    in one block at most, for good. Raises ValueError before the granule's last day is over, and where an audit is of
    another method or granule. A granule is closed once: keep what this gives, and make later changes by `supplement`.
    """
    if on <= office.granule.last:
        raise ValueError(f"The granule lasts until {office.granule.last}; it can be closed on the day after.")
    made: list[Block] = []
    left_out: list[LeftOut] = []
    for key, cells in _cells(office.granule, method, audits, frozenset(told)).items():
        parts = blocks(office.tree, cells, lambda found: enough(office, found), office.order)
        made += [Block(key, units, (_audits_of(cells, units),)) for units in parts.blocks]
        if parts.left:
            left_out.append(LeftOut(key, parts.left, _audits_of(cells, parts.left)))
    return Closing(method, office.granule, on, dict(office.tree), tuple(made), tuple(left_out))


def supplement(
    office: Office, closing: Closing, audits: Iterable[Audit], *, on: datetime.date, told: Collection[int] = ()
) -> Closing:
    """The closing with those later changes that are enough in themselves; all others are in level *pełny* alone.

    `audits`: all counted versions of the granule now; one that is no longer among them is taken for corrected or
    annulled, so a granule is not supplemented once audits were deleted because their time of keeping is over.
    `told`: as in `close`. `on`: today.

    A block changes as a whole or not at all: only when what came, what went and what stayed of each heap are each
    enough by themselves. So, whatever versions of a block somebody has seen, they differ by whole heaps. Units that
    are in no block get one when their audits, and what changed among them, are enough.
    """
    cells_of = _cells(closing.granule, closing.method, audits, frozenset(told))
    known = {audit.id for block in closing.blocks for audit in block.audits}
    gone = frozenset[int]().union(*(block.gone for block in closing.blocks))
    in_blocks: dict[Key, set[int]] = defaultdict(set)
    changed: list[Block] = []
    for block in closing.blocks:
        in_blocks[block.key] |= block.units
        now = _audits_of(cells_of.get(block.key, {}), block.units)
        strangers = (known | gone) - {audit.id for audit in block.audits}
        changed.append(block if any(audit.id in strangers for audit in now) else _changed(office, block, now))
    left_out = {each.key: each for each in closing.left_out}
    left: list[LeftOut] = []
    for key in dict.fromkeys([*left_out, *cells_of]):
        before = left_out.get(key, LeftOut(key, frozenset(), ()))
        cells = {
            unit: fresh
            for unit, found in cells_of.get(key, {}).items()
            if unit not in in_blocks[key] and (fresh := [audit for audit in found if audit.id not in known | gone])
        }
        more, still = _late_blocks(office, closing.tree, before, cells)
        changed += more
        if still.units:
            left.append(still)
    if tuple(changed) == closing.blocks:
        return closing
    return replace(closing, on=on, blocks=tuple(changed), left_out=tuple(left))


def _changed(office: Office, block: Block, now: Sequence[Audit]) -> Block:
    """The block with the versions of now, or as it was."""
    ids = {audit.id for audit in now}
    heaps: list[tuple[Audit, ...]] = []
    went: list[int] = []
    for heap in block.heaps:
        stays = tuple(audit for audit in heap if audit.id in ids)
        goes = tuple(audit for audit in heap if audit.id not in ids)
        if goes and not (enough(office, goes) and (not stays or enough(office, stays))):
            return block
        heaps += [stays] if stays else []
        went += [audit.id for audit in goes]
    before = {audit.id for audit in block.audits}
    came = tuple(audit for audit in now if audit.id not in before)
    if came and not enough(office, came):
        return block
    heaps += [came] if came else []
    return replace(block, heaps=tuple(heaps), gone=block.gone | frozenset(went))


def _late_blocks(
    office: Office, tree: Tree, before: LeftOut, cells: Mapping[int, Sequence[Audit]]
) -> tuple[list[Block], LeftOut]:
    old = {audit.id for audit in before.audits}
    made = []
    for units in blocks(tree, cells, lambda found: enough(office, found), office.order).blocks:
        now = _audits_of(cells, units)
        ids = {audit.id for audit in now}
        changes = [audit for audit in now if audit.id not in old]
        changes += [audit for audit in before.audits if audit.unit in units and audit.id not in ids]
        if changes and enough(office, changes):
            made.append(Block(before.key, units, (now,)))
    placed = frozenset[int]().union(*(block.units for block in made))
    still = before.units - placed
    return made, LeftOut(before.key, still, tuple(audit for audit in before.audits if audit.unit in still))


def _cells(
    granule: Granule, method: str, audits: Iterable[Audit], told: Collection[int]
) -> dict[Key, dict[int, list[Audit]]]:
    found: dict[Key, dict[int, list[Audit]]] = {}
    for audit in audits:
        if audit.method != method or audit.granule != granule:
            raise ValueError(f"Audit {audit.id} is of another method or granule.")
        if audit.id not in told:
            key = Key(method, audit.channel, audit.edition, granule)
            found.setdefault(key, {}).setdefault(audit.unit, []).append(audit)
    return found


def _audits_of(cells: Mapping[int, Sequence[Audit]], units: Iterable[int]) -> tuple[Audit, ...]:
    return tuple(sorted((audit for unit in units for audit in cells.get(unit, ())), key=lambda audit: audit.id))

"""What closings hold of a department: all that the general level is made of. Nothing here reaches an audit."""

import datetime
import uuid
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone

from audits.figures import disclosure
from audits.figures.disclosure import Granule, Reason
from audits.figures.facts import Facts
from audits.figures.sums import Sheets, Sums, sums_together, total_from_json
from audits.models import Block, BlockSums, Closing, LeftOut, Supplement
from audits.models.periods import HALF_YEAR, QUARTER, YEAR, Period, day_start, free
from audits.reports.closings.granules import Lengths, lengths_of
from audits.reports.closings.office import directly_below, order_on, places
from audits.reports.headline import Absence
from audits.reports.pieces import Findings, Part, Piece, Source, in_order
from audits.reports.remembered import Remembered, Rows, Together, totals, whole_sums
from standards.choices import Method

_KIND = {
    disclosure.Length.QUARTER: QUARTER,
    disclosure.Length.HALF_YEAR: HALF_YEAR,
    disclosure.Length.YEAR: YEAR,
}
NOWHERE = uuid.UUID(int=0)
# The rule asks a block whether it has audits; which they are is not known here.
_SOME = ((disclosure.Audit(0, 0, "", "", 0, Granule(datetime.date.min, datetime.date.min)),),)


@dataclass(frozen=True)
class _Kept(disclosure.Block):
    """A block as the rule takes it, with its closing, the key under which it is kept, and that of its newest sums."""

    closing: uuid.UUID = NOWHERE
    pk: int = 0
    number: int = 0


@dataclass
class Closed:
    """The closings of some days, of all methods, as the rule of disclosure takes them."""

    closings: list[disclosure.Closing]
    # When each was closed or last supplemented.
    at: dict[tuple[str, Granule], datetime.datetime]
    lengths: Lengths
    order: dict[int, int] = field(repr=False)

    def contents(self, method: str, unit: int, period: Period) -> disclosure.Contents:
        days = Granule(period.first_day, period.last_day)
        return disclosure.contents_of(
            self.closings,
            method=method,
            unit=unit,
            period=days,
            expected=self.lengths.granules_of(method, days),
            order=lambda unit: self.order.get(unit, len(self.order)),
        )


def read_closed(first_day: datetime.date, last_day: datetime.date, lengths: Lengths | None = None) -> Closed:
    """All closings that lie within these days. Six queries, one less with the `lengths` that were read before."""
    rows = list(Closing.objects.filter(first_day__gte=first_day, last_day__lte=last_day).order_by("last_day", "pk"))
    latest: dict[int, Supplement] = {}
    for supplement in Supplement.objects.filter(closing__in=rows).order_by("closing", "number"):
        latest[supplement.closing_id] = supplement
    blocks: dict[int, list[_Kept]] = defaultdict(list)
    granules = {row.pk: Granule(row.first_day, row.last_day) for row in rows}
    methods = {row.pk: row.method for row in rows}
    uuids = {row.pk: row.uuid for row in rows}
    newest = newest_sums().filter(audits__gt=0).values("pk")
    for pk, number, closing, channel, edition, units in (
        Block.objects.filter(closing__in=rows, sums__in=newest)
        .order_by("pk")
        .values_list("pk", "sums__number", "closing_id", "channel", "edition_id", "units")
    ):
        key = disclosure.Key(methods[closing], channel, edition, granules[closing])
        blocks[closing].append(_Kept(key, frozenset(units), _SOME, frozenset(), uuids[closing], pk, number))
    left: dict[int, list[disclosure.LeftOut]] = defaultdict(list)
    for each in LeftOut.objects.filter(closing__in=rows).defer("audits").order_by("pk"):
        if each.number == (latest[each.closing_id].number if each.closing_id in latest else 0):
            key = disclosure.Key(methods[each.closing_id], each.channel, each.edition_id, granules[each.closing_id])
            left[each.closing_id].append(disclosure.LeftOut(key, frozenset(each.units), ()))
    closings, at = [], {}
    for row in rows:
        instant = latest[row.pk].made_at if row.pk in latest else row.closed_at
        at[row.method, granules[row.pk]] = instant
        closings.append(
            disclosure.Closing(
                row.method,
                granules[row.pk],
                timezone.localdate(instant),
                dict(row.tree),
                tuple(blocks[row.pk]),
                tuple(left[row.pk]),
            )
        )
    by_code = order_on(last_day)
    units = {unit for closing in closings for unit in closing.tree}
    in_order_of_codes = {unit: number for number, unit in enumerate(sorted(units, key=by_code))}
    return Closed(closings, at, lengths or lengths_of(), in_order_of_codes)


def newest_sums() -> Any:
    later = BlockSums.objects.filter(block=OuterRef("block"), number__gt=OuterRef("number"))
    return BlockSums.objects.filter(~Exists(later))


Pair = tuple[str, Period]


def read_kept(department: int, periods: Sequence[Period], *, last: Period) -> Source:
    """A department in these periods, as closed. `last`: the one whose structure says which units are below it."""
    pairs = [(str(method), period) for method in Method for period in dict.fromkeys(periods)]
    return read_pairs(department, pairs, last=last)


def read_pairs(
    department: int,
    pairs: Collection[Pair],
    *,
    last: Period,
    only_totals: Collection[Pair] = (),
    lengths: Lengths | None = None,
) -> Source:
    """A department by these methods in these periods, as closed; of `only_totals` these and how many audits.

    Those are read by themselves, which is a small part of a block's sums, unless their audits are of several editions:
    which rows these share is known from rows alone.
    """
    whole, everything = set(pairs), [*pairs, *only_totals]
    first_day = min(period.first_day for _method, period in everything)
    closed = read_closed(first_day, max(period.last_day for _method, period in everything), lengths)
    contents = {
        (method, period): closed.contents(method, department, period) for method, period in dict.fromkeys(everything)
    }
    in_full = {
        block.pk  # type: ignore[attr-defined]
        for pair, each in contents.items()
        if pair in whole or len({block.key.edition for block in each.blocks}) > 1
        for block in each.blocks
    }
    tree_of = {(closing.method, closing.granule): closing.tree for closing in closed.closings}
    below_of = {key: directly_below(tree, department) for key, tree in tree_of.items()}
    heaps = _heaps({block for each in contents.values() for block in each.blocks}, below_of, closed)  # type: ignore[misc]
    pieces = _pieces(heaps, in_full, closed)
    used = [
        closed.at[method, closing.granule]
        for method, period in contents
        for closing in closed.closings
        if closing.method == method and disclosure.lies_in(closing.granule, Granule(period.first_day, period.last_day))
    ]
    tree = disclosure.tree_on(last.last_day, places())
    units = [unit for unit, parent in tree.items() if parent == department]
    return Source(
        findings={key: _findings(key[0], key[1], each, pieces, closed, department) for key, each in contents.items()},
        parents=tree,
        units=in_order(units, closed.order),
        as_of=max(used, default=min(last.end, day_start(timezone.localdate()))),
    )


# Blocks of one granule that no figure of a department tells apart: of which units directly below it they are.
_Heap = tuple[disclosure.Key, tuple[int, ...]]
_Heaps = dict[_Heap, list[_Kept]]


def _heaps(blocks: Collection[_Kept], below_of: dict[tuple[str, Granule], dict[int, int]], closed: Closed) -> _Heaps:
    found: _Heaps = {}
    for block in sorted(blocks, key=lambda block: block.pk):
        below = below_of[block.key.method, block.key.granule]
        found.setdefault((block.key, in_order({below[unit] for unit in block.units}, closed.order)), []).append(block)
    return found


def _pieces(heaps: _Heaps, in_full: Collection[int], closed: Closed) -> dict[int, Piece]:
    """By the key of each of its blocks. Only what this process does not remember is read, in two queries."""
    rows_of = {
        key: Rows(
            heap[0].closing,
            frozenset((block.pk, block.number) for block in heap),
            any(block.pk in in_full for block in heap),
        )
        for key, heap in heaps.items()
    }
    together: dict[_Heap, Together] = {}
    unknown = []
    for key, rows in rows_of.items():
        if known := _remembered(rows).get(rows):
            together[key] = known
        else:
            unknown.append(key)
    read = dict(_whole_sums([block.pk for key in unknown if rows_of[key].in_full for block in heaps[key]]))
    read |= dict(_totals([block.pk for key in unknown if not rows_of[key].in_full for block in heaps[key]]))
    for key in unknown:
        together[key] = _together([(block, *read[block.pk]) for block in heaps[key]])
        _remembered(rows_of[key]).put(rows_of[key], together[key])
    everything = [block.pk for heap in heaps.values() for block in heap]

    @cache
    def sheets() -> dict[int, Sheets]:
        """Of all of these blocks at once, when first one is asked for."""
        rows = newest_sums().filter(block__in=everything).values_list("block", "sheets")
        return {block: Sheets.from_json(kept) for block, kept in rows}

    def sheets_of(heap: Sequence[_Kept]) -> Callable[[], Sheets]:
        return lambda: Sheets.together(sheets()[block.pk] for block in heap)

    found: dict[int, Piece] = {}
    for heap_key, heap in heaps.items():
        (of, below), sums = heap_key, together[heap_key]
        breaches = tuple((row, in_order(units, closed.order), count) for row, units, count in sums.breaches)
        piece = Piece(
            *(of.method, of.channel, of.edition, below, sums.facts, sums.sums, sheets_of(heap), breaches),
            rows=rows_of[heap_key],
        )
        found |= {block.pk: piece for block in heap}
    return found


def _remembered(rows: Rows) -> Remembered[Together]:
    return whole_sums if rows.in_full else totals


def _together(read: Sequence[tuple[_Kept, Facts, Sums]]) -> Together:
    breaches = [
        (recommendation, block.units, count)
        for block, _facts, sums in read
        for recommendation, count in sorted(sums.breaches.items())
    ]
    return Together(
        Facts.together(facts for _block, facts, _sums in read),
        sums_together([sums for _block, _facts, sums in read]),
        tuple(breaches),
    )


def _whole_sums(blocks: Collection[int]) -> Iterable[tuple[int, tuple[Facts, Sums]]]:
    rows = newest_sums().filter(block__in=blocks).values_list("block", "sums") if blocks else ()
    for pk, kept in rows:
        yield pk, (Facts.from_json(kept["facts"]), Sums.from_json(kept))


def _totals(blocks: Collection[int]) -> Iterable[tuple[int, tuple[Facts, Sums]]]:
    """Of the facts the number of audits alone."""
    rows = newest_sums().filter(block__in=blocks).values_list("block", "audits", "sums__total") if blocks else ()
    for pk, audits, total in rows:
        yield pk, (Facts(audits), Sums(total=total_from_json(total)))


def _findings(
    method: str,
    period: Period,
    contents: disclosure.Contents,
    pieces: dict[int, Piece],
    closed: Closed,
    department: int,
) -> Findings:
    days = Granule(period.first_day, period.last_day)
    closings = [each for each in closed.closings if each.method == method and disclosure.lies_in(each.granule, days)]
    hidden = frozenset[int]().union(*(_hidden(each, department) for each in closings))
    if not contents.blocks:
        absence, granule = why_nothing(method, contents, closed, period)
        return Findings(absence=absence, granule=granule, hidden=hidden)
    granules = {block.key.granule for block in contents.blocks}
    return Findings(
        # Once each, however many blocks it is of.
        pieces=tuple({id(piece): piece for block in contents.blocks for piece in [pieces[block.pk]]}.values()),  # type: ignore[attr-defined]
        left_out=_left_out(contents, granules),
        not_closed=tuple(
            free(missing.granule.first, missing.granule.last)
            for missing in contents.missing
            if missing.reason == Reason.NOT_CLOSED and missing.granule
        ),
        hidden=hidden,
        closings=tuple((free(each.granule.first, each.granule.last), each.on) for each in closings),
    )


def why_nothing(method: str, contents: disclosure.Contents, closed: Closed, period: Period) -> tuple[Absence, str]:
    """Of contents without blocks; and the kind of the granule, where that is longer."""
    reasons = {missing.reason for missing in contents.missing}
    if reasons & {Reason.FEW_PEOPLE, Reason.CHANNEL, Reason.GRANULE}:
        return "few_people", ""
    if Reason.NOT_CLOSED in reasons:
        return "not_closed", ""
    if Reason.LONGER in reasons:
        return "longer_granule", _KIND[closed.lengths.of(method, period.last_day.year)]
    return "", ""


def _hidden(closing: disclosure.Closing, department: int) -> frozenset[int]:
    below = disclosure.units_below(closing.tree, department)
    across = (block.units & below for block in closing.blocks if not block.units <= below)
    return frozenset[int]().union(*across, *(left.units & below for left in closing.left_out))


def _left_out(contents: disclosure.Contents, granules: Collection[Granule]) -> tuple[Part, ...]:
    """What is in no figure, said as widely as is true: a unit of which nothing is shown is named once."""
    found: list[Part] = []
    of_unit: dict[int, set[tuple[str, Granule]]] = defaultdict(set)
    for missing in contents.missing:
        if missing.reason == Reason.CHANNEL:
            found.append(Part(channel=missing.channel or ""))
        elif missing.reason == Reason.GRANULE and missing.granule:
            found.append(Part(period=free(missing.granule.first, missing.granule.last)))
        elif missing.reason == Reason.FEW_PEOPLE and missing.granule:
            for unit in missing.units:
                of_unit[unit].add((missing.channel or "", missing.granule))
    shown: dict[int, set[tuple[str, Granule]]] = defaultdict(set)
    for block in contents.blocks:
        for unit in block.units:
            shown[unit].add((block.key.channel, block.key.granule))
    for unit, hidden in of_unit.items():
        found += _parts_of(unit, hidden, shown[unit], granules)
    return tuple(dict.fromkeys(found))


def _parts_of(
    unit: int,
    hidden: Collection[tuple[str, Granule]],
    shown: Collection[tuple[str, Granule]],
    granules: Collection[Granule],
) -> Iterable[Part]:
    if not shown:
        yield Part(unit)
        return
    channels_shown = {channel for channel, _granule in shown}
    for channel in sorted({channel for channel, _granule in hidden}):
        of_channel = sorted(granule for each, granule in hidden if each == channel)
        if channel not in channels_shown or len(granules) == 1:
            yield Part(unit, channel)
        else:
            for granule in of_channel:
                yield Part(unit, channel, free(granule.first, granule.last))

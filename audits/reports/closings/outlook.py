"""What closing a granule now would show, unit by unit, before anybody closes it; and what it shows once closed."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.utils import timezone

from audits.figures import disclosure
from audits.figures.disclosure.office import Order
from audits.models import Block, BlockSums, Closing, DepartmentName, LeftOut, read_names
from audits.models.periods import Period
from audits.reports.closings.office import office_in, order_of
from audits.reports.closings.versions import told_elsewhere, versions_in
from standards.choices import Channel
from standards.models import Edition


class Shown(StrEnum):
    ALONE = "alone"
    # Only in sums with other units.
    TOGETHER = "together"
    # In no figure: fewer than five people in the whole office.
    NOT = "not"


@dataclass(frozen=True)
class OutlookRow:
    """A unit's audits of one channel and edition. `others`: the units with which they are put together."""

    unit: DepartmentName
    channel: Channel
    edition: str
    audits: int
    shown: Shown
    others: tuple[DepartmentName, ...] = ()


@dataclass(frozen=True)
class Outlook:
    """In the order of the units' codes. `audits` are in any figure of `all_audits`."""

    rows: tuple[OutlookRow, ...]
    all_audits: int
    audits: int

    @property
    def units(self) -> int:
        return len({row.unit for row in self.rows})

    @property
    def units_alone(self) -> int:
        """Units all of whose audits are shown by themselves."""
        not_alone = {row.unit for row in self.rows if row.shown != Shown.ALONE}
        return len({row.unit for row in self.rows} - not_alone)

    @property
    def audits_in_none(self) -> int:
        return self.all_audits - self.audits

    @property
    def editions(self) -> int:
        return len({row.edition for row in self.rows})

    @property
    def rows_alone(self) -> list[OutlookRow]:
        return [row for row in self.rows if row.shown == Shown.ALONE]

    @property
    def rows_not_alone(self) -> list[OutlookRow]:
        return [row for row in self.rows if row.shown != Shown.ALONE]


def closing_preview(*, method: str, period: Period, today: datetime.date | None = None) -> Outlook:
    """As things stand now, also while the granule lasts. Reads in a fixed number of queries, writes nothing."""
    granule = disclosure.Granule(period.first_day, period.last_day)
    office = office_in(granule)
    on = max(today or timezone.localdate(), granule.last + datetime.timedelta(days=1))
    told = told_elsewhere(method, granule)
    closing = disclosure.close(office, versions_in(method, granule), method=method, on=on, told=told)
    return outlook_of(closing, order=office.order)


def outlook_of(closing: disclosure.Closing, *, order: Order) -> Outlook:
    """In two queries."""
    units = read_names().on(closing.granule.last)
    codes = dict(Edition.objects.order_by().values_list("pk", "code"))
    rows = []
    audits = {Shown.ALONE: 0, Shown.TOGETHER: 0, Shown.NOT: 0}
    for key, found, shown in _parts(closing):
        audits[shown] += len(found)
        counts: dict[int, int] = defaultdict(int)
        for audit in found:
            counts[audit.unit] += 1
        members = sorted(counts, key=order)
        rows += [
            OutlookRow(
                units[unit],
                Channel(key.channel),
                codes[key.edition],
                counts[unit],
                shown,
                tuple(units[other] for other in members if other != unit) if shown == Shown.TOGETHER else (),
            )
            for unit in members
        ]
    rows.sort(key=lambda row: (order(row.unit.department_id), list(Channel).index(row.channel), row.edition))
    return Outlook(tuple(rows), sum(audits.values()), audits[Shown.ALONE] + audits[Shown.TOGETHER])


def _parts(
    closing: disclosure.Closing,
) -> Iterable[tuple[disclosure.Key, tuple[disclosure.Audit, ...], Shown]]:
    for block in closing.blocks:
        yield block.key, block.audits, Shown.ALONE if len(block.units) == 1 else Shown.TOGETHER
    for left in closing.left_out:
        yield left.key, left.audits, Shown.NOT


@dataclass(frozen=True)
class KeptRow:
    """What is kept of one heap: so many audits of these units. Of which unit, nobody can tell any more."""

    units: tuple[DepartmentName, ...]
    channel: Channel
    edition: str
    audits: int
    shown: Shown


@dataclass(frozen=True)
class KeptOutlook:
    """In the order of the first unit's code."""

    rows: tuple[KeptRow, ...]

    @property
    def editions(self) -> int:
        return len({row.edition for row in self.rows})

    @property
    def audits(self) -> int:
        return sum(row.audits for row in self.rows if row.shown != Shown.NOT)

    @property
    def audits_in_none(self) -> int:
        return sum(row.audits for row in self.rows if row.shown == Shown.NOT)


def kept_outlook(closing: Closing) -> KeptOutlook:
    """What a closing shows since it was closed or last supplemented. Five queries."""
    units = read_names().on(closing.last_day)
    by_code = order_of(units)
    codes = dict(Edition.objects.order_by().values_list("pk", "code"))

    def row(of: Block | LeftOut, audits: int, *, shown: bool) -> KeptRow:
        return KeptRow(
            tuple(units[unit] for unit in sorted(of.units, key=by_code)),
            Channel(of.channel),
            codes[of.edition_id],
            audits,
            Shown.NOT if not shown else Shown.ALONE if len(of.units) == 1 else Shown.TOGETHER,
        )

    # Of a block the last one stays.
    audits = dict(BlockSums.objects.filter(block__closing=closing).order_by("number").values_list("block", "audits"))
    number = closing.supplements.order_by("-number").values_list("number", flat=True).first() or 0
    rows = [row(block, audits[block.pk], shown=True) for block in closing.blocks.order_by("pk") if audits[block.pk]]
    left_out = closing.left_out.filter(number=number).order_by("pk")
    rows += [row(left, len(left.audits), shown=False) for left in left_out]
    channels = list(Channel)
    rows.sort(
        key=lambda each: (
            [by_code(unit.department_id) for unit in each.units],
            channels.index(each.channel),
            each.edition,
        )
    )
    return KeptOutlook(tuple(rows))

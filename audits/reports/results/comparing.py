"""Two selections side by side, over the rows that were rated in both: any unit, period, channel and method."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from audits.figures.sums import Numbers, rated_of
from audits.models import Department
from audits.models.periods import Period
from audits.reports.closings.kept import read_pairs
from audits.reports.department import scores
from audits.reports.department.assembly import Assembly
from audits.reports.department.comparison import sums_over_shared
from audits.reports.department.contents import Cell
from audits.reports.department.report import assembled
from audits.reports.department.texts import read_texts
from audits.reports.headline import OTHER_ROWS, Comparison, Found
from audits.reports.pieces import Piece, Source
from standards.choices import Channel, Method
from standards.lineage import Meaning


@dataclass(frozen=True, slots=True)
class Selection:
    """`channel` None: all that the method saw."""

    method: Method
    period: Period
    department: Department
    channel: Channel | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """`found`: of all its rows. `channels`: those with audits."""

    selection: Selection
    code: str
    name: str
    found: Found
    channels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A part of the standards on both sides, over shared rows."""

    number: str
    title: str
    first: Cell
    second: Cell
    difference: Comparison


@dataclass(frozen=True, slots=True)
class Compared:
    """`total` is None where nothing can be compared: a side without figures, or the same audits on both sides.

    `shared`: how many recommendations were rated on both. The first less the second.
    """

    first: Side
    second: Side
    overlaps: bool
    as_of: datetime.datetime
    shared: int = 0
    total: Line | None = None
    areas: tuple[Line, ...] = ()
    standards: tuple[Line, ...] = ()


def compare(first: Selection, second: Selection) -> Compared:
    """Made of closings. A fixed number of queries."""
    sources = [_read(each) for each in (first, second)]
    used = {piece.edition for source in sources for found in source.findings.values() for piece in found.pieces}
    texts = read_texts(used, otherwise=None) if used else None
    one = _Part(first, assembled(first.department, first.period, sources[0], texts))
    other = _Part(second, assembled(second.department, second.period, sources[1], texts))
    overlaps = _overlap(first, second, sources)
    found = Compared(one.side, other.side, overlaps, max(source.as_of for source in sources))
    if texts is None or overlaps or not (one.side.found.audits and other.side.found.audits):
        return found
    shared = one.rated & other.rated
    return _filled(found, one, other, shared) if shared else found


def _read(selection: Selection) -> Source:
    pair = (selection.method.value, selection.period)
    source = read_pairs(selection.department.pk, [pair], last=selection.period)
    found = source.findings[pair]
    if selection.channel is not None:
        found = replace(found, pieces=tuple(piece for piece in found.pieces if piece.channel == selection.channel))
    kept: Source = replace(source, findings={pair: found})
    return kept


@dataclass(frozen=True)
class _Part:
    """One of the two selections with all that is known of it."""

    selection: Selection
    assembly: Assembly

    @property
    def method(self) -> str:
        return self.selection.method.value

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return self.assembly.choice(self.method).pieces

    @cached_property
    def side(self) -> Side:
        channels = {piece.channel for piece in self.assembly.findings(self.method).pieces}
        return Side(
            self.selection,
            self.assembly.name.code,
            self.assembly.name.name,
            self.assembly.found(self.method),
            tuple(channel.value for channel in Channel if channel in channels),
        )

    @cached_property
    def rated(self) -> set[Meaning]:
        choice, texts = self.assembly.choice(self.method), self.assembly.texts
        rows = {
            pk
            for piece in self.pieces
            for pk, numbers in piece.sums.rows.items()
            if rated_of(numbers) and pk in choice.rows(piece, texts)
        }
        return {texts.meanings[pk] for pk in rows}


def _overlap(first: Selection, second: Selection, sources: list[Source]) -> bool:
    """Whether some audits may be on both sides: a difference between a whole and its part means nothing."""
    if first.method != second.method:
        return False
    if first.channel and second.channel and first.channel != second.channel:
        return False
    if first.period.last_day < second.period.first_day or second.period.last_day < first.period.first_day:
        return False
    one, other = first.department.pk, second.department.pk
    return any(one in _path(source.parents, other) or other in _path(source.parents, one) for source in sources)


def _path(parents: Mapping[int, int | None], unit: int) -> list[int]:
    found: list[int] = []
    at: int | None = unit
    while at is not None and at not in found:
        found.append(at)
        at = parents.get(at)
    return found


def _filled(found: Compared, one: _Part, other: _Part, shared: set[Meaning]) -> Compared:
    frame, texts = one.assembly.frame, one.assembly.texts
    first, second = (sums_over_shared(part.assembly, part.method, part.pieces, shared, frame) for part in (one, other))

    def line(number: str, title: str, numbers: Numbers, others: Numbers) -> Line:
        yard = one.assembly.yard
        cells = scores.cell(one.method, numbers, yard), scores.cell(other.method, others, yard)
        if not (cells[0].rated and cells[1].rated):
            return Line(number, title, *cells, Comparison(OTHER_ROWS))
        difference = scores.compared(numbers, others, yard, audits_before=other.side.found.audits)
        return Line(number, title, *cells, difference)

    standards = {
        each.standard_id: each.standard
        for each in texts.recommendations.values()
        if each.standard.edition_id == frame.edition
    }
    areas = {standard.area_id: standard.area for standard in standards.values()}
    return replace(
        found,
        shared=len(shared),
        total=line("", "", first.total, second.total),
        areas=tuple(
            line(area.number, area.title, first.areas[pk], second.areas[pk])
            for pk, area in areas.items()
            if pk in first.areas and pk in second.areas
        ),
        standards=tuple(
            line(standard.number, standard.title, first.standards[pk], second.standards[pk])
            for pk, standard in standards.items()
            if pk in first.standards and pk in second.standards
        ),
    )

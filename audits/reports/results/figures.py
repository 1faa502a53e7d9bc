"""The figures of the page: those of a department's report, of one method, with a longer trend and who audited how much.

At the general level they are made of closings alone and cost the same however many audits there are.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from audits.figures.disclosure import Granule, lies_in
from audits.figures.sums import NOTHING, added
from audits.models import Closing, Department
from audits.models.periods import Period, free, quarter_of
from audits.reports.closings.granules import Lengths, lengths_of
from audits.reports.closings.kept import read_pairs
from audits.reports.department import scores
from audits.reports.department.assembly import Assembly
from audits.reports.department.contents import Cell, DepartmentReport, Level, RecommendationRow, RowFigure, StandardRow
from audits.reports.department.report import assembled, report_of
from audits.reports.headline import METHODS, NOT_CLOSED, Absence
from audits.reports.live import read_live
from audits.reports.pieces import Piece, Source
from audits.reports.results.choice import Choice

QUARTERS = 12
# Of live figures: every audit of these quarters is read.
LIVE_QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Unit:
    """A row of the map: a unit directly below with all below it, or several whose audits are in one block."""

    keys: tuple[int, ...]
    names: tuple[str, ...]
    total: Cell
    areas: Mapping[str, Cell]
    few_people: bool

    @property
    def key(self) -> int | None:
        """Of the unit, where it is one alone."""
        return self.keys[0] if len(self.keys) == 1 else None


@dataclass(frozen=True, slots=True)
class Covered:
    """How many audits were made of some units, by method; `why`: a method's absence, where nothing is known of it."""

    keys: tuple[int, ...]
    names: tuple[str, ...]
    audits: Mapping[str, int]


@dataclass(frozen=True)
class Results:
    """`report` has the chosen method alone; `absences` say of which methods nothing may be known in the period."""

    choice: Choice
    department: Department
    report: DepartmentReport
    assembly: Assembly
    source: Source
    absences: Mapping[str, Absence]
    lengths: Lengths

    @cached_property
    def keys(self) -> dict[str, int]:
        """By the code of the period's last day."""
        return {name.code: unit for unit, name in self.assembly.names.items()}

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """In the order of the structure."""
        method = self.choice.method.value
        return tuple(
            Unit(
                tuple(self.keys[code] for code in row.codes),
                row.names,
                next((cell for cell in row.cells if cell.method == method), Cell(method)),
                dict(row.areas),
                row.few_people,
            )
            for row in self.report.units
        )

    @cached_property
    def coverage(self) -> tuple[Covered, ...]:
        """In the order of the structure; small units of one block together, the department's own audits last."""
        counts: dict[tuple[int, ...], dict[str, int]] = {(unit,): {} for unit in self.source.units}
        for method in METHODS:
            for piece in self.source.of(method, self.choice.period).pieces:
                found = counts.setdefault(piece.below, {})
                found[method] = found.get(method, 0) + piece.facts.audits
        order = {unit: at for at, unit in enumerate(self.source.units)}
        keys = sorted(counts, key=lambda key: [order.get(unit, len(order)) for unit in key])
        return tuple(Covered(key, tuple(map(self.assembly.unit_name, key)), counts[key]) for key in keys)

    def standard(self, number: str) -> StandardRow | None:
        return next((row for row in self.report.standards if row.number == number), None)

    def recommendation(self, label: str) -> tuple[StandardRow, RecommendationRow] | None:
        for standard in self.report.standards:
            for row in standard.recommendations:
                if row.label == label:
                    return standard, row
        return None

    def rows_of(self, row: RecommendationRow) -> set[int]:
        """The recommendation in each edition that says the same."""
        frame, known = self.assembly.frame, self.assembly.texts.recommendations
        own = next(pk for pk in known if frame.row_of(pk) == pk and known[pk].label == row.label)
        return {pk for pk in known if frame.row_of(pk) == own}

    def standard_by_unit(self, standard: StandardRow) -> list[tuple[Unit, Cell]]:
        """Of the units that have audits."""
        method, assembly = self.choice.method.value, self.assembly
        key = next(
            each.standard_id
            for each in assembly.texts.recommendations.values()
            if each.standard.number == standard.number and each.standard.edition_id == assembly.frame.edition
        )
        found = []
        for unit, pieces in self._by_unit(assembly.choice(method).pieces):
            numbers = assembly.adder(method).sums(pieces).standards.get(key, NOTHING)
            found.append((unit, scores.cell(method, numbers, assembly.yard)))
        return found

    def recommendation_by_unit(self, row: RecommendationRow) -> list[tuple[Unit, RowFigure]]:
        """Of the units that had it on a checklist."""
        method, rows = self.choice.method.value, self.rows_of(row)
        found = []
        for unit, pieces in self._by_unit(self.assembly.findings(method).pieces):
            numbers = [piece.sums.rows[pk] for piece in pieces for pk in rows if pk in piece.sums.rows]
            if numbers:
                found.append((unit, scores.row_figure(method, added(numbers), self.assembly.yard)))
        return found

    def _by_unit(self, pieces: Sequence[Piece]) -> list[tuple[Unit, list[Piece]]]:
        """Each unit that has some, as in the map."""
        found: dict[tuple[int, ...], list[Piece]] = {}
        for piece in pieces:
            row = next((unit.keys for unit in self.units if set(piece.below) <= set(unit.keys)), None)
            if row is not None:
                found.setdefault(row, []).append(piece)
        return [(unit, found[unit.keys]) for unit in self.units if unit.keys in found]

    def to_be_closed(self, today: datetime.date) -> list[Period]:
        """Granules of the method in the period that are over and not closed."""
        found = self.assembly.findings(self.choice.method.value)
        if found.absence == NOT_CLOSED:
            period = Granule(self.choice.period.first_day, self.choice.period.last_day)
            granules = self.lengths.granules_of(self.choice.method.value, period)
            missing = [free(granule.first, granule.last) for granule in granules if lies_in(granule, period)]
        else:
            missing = list(found.not_closed)
        return [period for period in missing if period.last_day < today]


def results_of(choice: Choice, department: Department, level: Level) -> Results:
    """`level` says for which purpose, where the figures are live. A fixed number of queries, however many audits."""
    lengths = lengths_of()
    method, period = choice.method.value, choice.period
    columns = trend_columns(method, period, lengths, QUARTERS if not choice.is_full else LIVE_QUARTERS)
    if choice.is_full:
        source = read_live(department.pk, [period, period.previous(), *columns], last=period)
    else:
        source = read_pairs(
            department.pk,
            [(method, period), (method, period.previous())],
            last=period,
            only_totals=[*((method, column) for column in columns), *((other, period) for other in METHODS)],
            lengths=lengths,
        )
    shown: Source = replace(source, findings={key: found for key, found in source.findings.items() if key[0] == method})
    assembly = assembled(department, period, shown)
    report = report_of(assembly, level, _begun(assembly, method, columns))
    report = replace(report, trend=replace(report.trend, methods=(method,)))
    absences = {
        other: found.absence for other in METHODS if (found := source.of(other, period)).absence or not found.pieces
    }
    return Results(choice, department, report, assembly, source, absences, lengths)


def trend_columns(method: str, period: Period, lengths: Lengths, quarters: int) -> list[Period]:
    """As the method is closed, the granules of so many quarters up to the period's last day, and the period itself."""
    last = quarter_of(period.last_day)
    if last.last_day > period.last_day:
        last = last.previous()
    first = last
    for _quarter in range(quarters - 1):
        first = first.previous()
    days = Granule(first.first_day, last.last_day)
    found = [
        free(granule.first, granule.last) for granule in lengths.granules_of(method, days) if lies_in(granule, days)
    ]
    return [*(each for each in found if each != period), period]


def _begun(assembly: Assembly, method: str, columns: Sequence[Period]) -> list[Period]:
    """From the first column on of which something is known."""
    known = [bool(assembly.findings(method, column).pieces) for column in columns]
    first = known.index(True) if True in known else len(columns) - 1
    return list(columns[first:])


def latest_closed(method: str) -> Period | None:
    """The last of the method's granules that were closed, where it is a quarter, a half-year or a year."""
    row = Closing.objects.filter(method=method).order_by("-last_day").values_list("first_day", "last_day").first()
    found = free(*row) if row else None
    return found if found and found.is_fixed else None

"""From pieces to what a report shows of them. Both levels go through here: it knows neither closings nor audits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext as _

from audits.figures.sums import NOTHING, Numbers, Sums, added
from audits.models import Department, DepartmentName
from audits.models.periods import Period
from audits.reports.department import scores
from audits.reports.department.contents import BreachRow, Cell, ChannelRow, UnitRow
from audits.reports.department.pooling import Adder, Choice, choose
from audits.reports.department.texts import Frame, Texts
from audits.reports.headline import METHODS, Found, LeftOut, UnitsBelow, Yard, speaking
from audits.reports.pieces import Findings, Part, Piece, Source, facts_together
from standards.choices import Channel


@dataclass
class Assembly:
    """`names`: what every unit that may be named was called on the period's last day, in the order of codes."""

    department: Department
    names: dict[int, DepartmentName]
    period: Period
    source: Source
    texts: Texts
    yard: Yard
    # How a department's own audits are named among its units.
    own: str
    _choices: dict[tuple[str, Period], Choice] = field(default_factory=dict)

    def findings(self, method: str, period: Period | None = None) -> Findings:
        return self.source.of(method, period or self.period)

    def choice(self, method: str, period: Period | None = None) -> Choice:
        key = (method, period or self.period)
        if key not in self._choices:
            self._choices[key] = choose(self.source.of(*key).pieces, self.texts, method)
        return self._choices[key]

    @cached_property
    def frame(self) -> Frame:
        """The newest edition in the headline's total; without audits, the one in force."""
        for method in (self.main, *METHODS):
            if method and self.choice(method).editions:
                return Frame(self.texts, self.choice(method).editions[-1])
        return Frame(self.texts, self.texts.editions[-1].pk)

    def adder(self, method: str, period: Period | None = None) -> Adder:
        return Adder(self.choice(method, period), self.frame)

    # Totals

    @cached_property
    def main(self) -> str:
        """The method that speaks for the department; "" where none has anything."""
        spoken = speaking([self.found(method) for method in METHODS])
        return spoken.method if spoken else ""

    def total(self, method: str, period: Period | None = None) -> Numbers:
        choice = self.choice(method, period)
        # Totals are the same in every frame; the frame itself depends on them.
        adder = Adder(choice, Frame(self.texts, choice.editions[-1])) if choice.editions else None
        return adder.total(choice.pieces) if adder else NOTHING

    def found(self, method: str, period: Period | None = None) -> Found:
        findings, choice = self.findings(method, period), self.choice(method, period)
        if findings.absence:
            return Found(method, absence=findings.absence, granule=findings.granule)
        cell = scores.cell(method, self.total(method, period), self.yard)
        facts = facts_together(choice.pieces)
        judged, visible = self._reach(method, choice) if choice.pieces else (0, 0)
        return Found(
            method,
            audits=facts.audits,
            scored=cell.scored,
            met=cell.met,
            rated=cell.rated,
            auditors=len(facts.auditors),
            judged=judged,
            visible=visible,
        )

    def _reach(self, method: str, choice: Choice) -> tuple[int, int]:
        """How many recommendations were judged of those that the method sees at the channels used."""
        rows = set[int]().union(*(piece.sums.rows for piece in choice.pieces))
        judged = {self.texts.meanings[pk] for pk in rows}
        channels = {piece.channel for piece in choice.pieces}
        seen = {
            self.texts.meanings[pk]
            for edition in choice.editions
            for pk in self.texts.of_edition[edition].values()
            if self.texts.is_seen(pk, method, channels)
        }
        # What an audit was opened with stays, even where the office has since changed how a row is judged.
        return len(judged), len(judged | seen)

    @cached_property
    def sums(self) -> dict[str, Sums]:
        """By method: the period's sums of what is in the total, in the frame."""
        return {method: self.adder(method).sums(self.choice(method).pieces) for method in self.methods}

    @cached_property
    def methods(self) -> tuple[str, ...]:
        """Those with audits."""
        return tuple(method for method in METHODS if self.findings(method).pieces)

    # Units

    @cached_property
    def units(self) -> tuple[UnitRow, ...]:
        """In the order of codes, the department's own audits last; units put together after the first of them.

        What other methods than the headline's put together stands in the total alone: its rows would repeat units.
        """
        if not self.source.units:
            return ()
        pieces: dict[tuple[int, ...], dict[str, list[Piece]]] = {(unit,): {} for unit in self.source.units}
        together = _together(piece.below for piece in self.choice(self.main).pieces)
        for method in self.methods:
            for piece in self.choice(method).pieces:
                if len(piece.below) == 1:
                    pieces.setdefault(piece.below, {}).setdefault(method, []).append(piece)
                elif method == self.main:
                    pieces.setdefault(together[piece.below], {}).setdefault(method, []).append(piece)
        shown = {unit for below, found in pieces.items() if self.main in found for unit in below}
        few = self._of_few_people() - shown
        # What is named with others is not said to be without audits.
        alone = {(unit,) for unit in shown if not pieces.get((unit,))}
        if self.department.pk in few:
            pieces.setdefault((self.department.pk,), {})
        order = {unit: at for at, unit in enumerate(self.source.units)}
        in_codes = {key: sorted(key, key=lambda unit: order.get(unit, len(order))) for key in pieces.keys() - alone}
        keys = sorted(in_codes, key=lambda key: [order.get(unit, len(order)) for unit in in_codes[key]])
        return tuple(self._unit_row(in_codes[key], pieces[key], few_people=set(key) <= few) for key in keys)

    def _of_few_people(self) -> set[int]:
        """Units directly below, or the department itself, some of whose audits of the headline's method are nowhere."""
        hidden = self.findings(self.main).hidden if self.main else ()
        return {above for unit in hidden for above in self._directly_below(unit)}

    def _directly_below(self, unit: int) -> Iterable[int]:
        at: int | None = unit
        while at is not None:
            if at in self.source.units or at == self.department.pk:
                yield at
                return
            at = self.source.parents.get(at)

    def _unit_row(self, units: Sequence[int], pieces: dict[str, list[Piece]], *, few_people: bool) -> UnitRow:
        cells: list[Cell] = []
        areas: list[tuple[str, Cell]] = []
        for method, found in pieces.items():
            if method != self.main:
                cells.append(scores.cell(method, self.adder(method).total(found), self.yard))
                continue
            sums = self.adder(method).sums(found)
            cells.append(scores.cell(method, sums.total, self.yard))
            areas = [
                (number, scores.cell(method, sums.areas[area], self.yard))
                for area, number in self.areas.items()
                if area in sums.areas
            ]
        return UnitRow(
            codes=tuple(self.names[unit].code for unit in units),
            names=tuple(self.unit_name(unit) for unit in units),
            cells=tuple(cells),
            areas=tuple(areas),
            few_people=few_people,
        )

    @property
    def name(self) -> DepartmentName:
        return self.names[self.department.pk]

    def unit_name(self, unit: int) -> str:
        name = self.names[unit].name
        return self.own % {"name": name} if unit == self.department.pk and self.source.units else name

    def _far_name(self, unit: int) -> str:
        """Of a unit that need not be directly below: districts have wydziały of one name, so its code is said too."""
        found = self.names[unit]
        is_near = self.department.pk in (unit, self.source.parents.get(unit))
        return self.unit_name(unit) if is_near else f"{found.code} {found.name}"

    @cached_property
    def areas(self) -> dict[int, str]:
        """The frame's areas in the order of the text: key and number."""
        return {
            each.standard.area_id: each.standard.area.number
            for each in self.texts.recommendations.values()
            if each.standard.edition_id == self.frame.edition
        }

    @cached_property
    def units_below(self) -> UnitsBelow | None:
        """Units wholly below the target by the headline's method."""
        scored = [
            (unit.names, cell.scored)
            for unit in self.units
            for cell in unit.cells
            if cell.method == self.main and cell.scored
        ]
        names = tuple(name for names, found in scored if found.band == "fails" for name in [", ".join(names)])
        return UnitsBelow(names, len(scored)) if names else None

    # Channels, breaches, what is left out

    @cached_property
    def channels(self) -> tuple[ChannelRow, ...]:
        rows = []
        for method in self.methods:
            choice = self.choice(method)
            for channel in Channel:
                pieces = [piece for piece in choice.pieces if piece.channel == channel]
                if pieces:
                    facts = facts_together(pieces)
                    rows.append(
                        ChannelRow(
                            str(channel),
                            facts.audits,
                            scores.cell(method, self.adder(method).total(pieces), self.yard),
                            scores.waiting(facts.waiting, self.yard),
                        )
                    )
        return tuple(rows)

    @cached_property
    def breaches(self) -> tuple[BreachRow, ...]:
        """By recommendation in the order of the text, then by unit in the order of codes; of all methods together."""
        counts: dict[tuple[int, tuple[int, ...]], int] = {}
        for method in self.methods:
            for piece in self.findings(method).pieces:
                for recommendation, units, number in piece.breaches:
                    key = (self.frame.row_of(recommendation), units)
                    counts[key] = counts.get(key, 0) + number
        place = {pk: at for at, pk in enumerate(self.texts.recommendations)}
        order = {unit: at for at, unit in enumerate(self.names)}
        found = sorted(
            counts.items(), key=lambda item: (place[item[0][0]], [order.get(unit, len(order)) for unit in item[0][1]])
        )
        return tuple(
            BreachRow(
                self.texts.recommendations[row].label,
                short_name(self.texts, row),
                ", ".join(self._far_name(unit) for unit in units),
                number,
            )
            for (row, units), number in found
        )

    def left_out(self, method: str) -> tuple[LeftOut, ...]:
        return tuple(self._left_out(part) for part in self.findings(method).left_out)

    def _left_out(self, part: Part) -> LeftOut:
        unit = self._far_name(part.unit) if part.unit is not None else ""
        # One period is the report's own.
        period = None if part.period == self.period else part.period
        if not (unit or part.channel):
            period = part.period
        return LeftOut(unit, part.channel, period)

    def parts_of_edition(self, edition: int) -> tuple[Cell, ...]:
        """Its own total by method, where the total is not of all editions."""
        found = []
        for method in self.methods:
            choice = self.choice(method)
            pieces: Sequence[Piece] = choice.beside.get(edition, ())
            if choice.beside and edition in choice.editions:
                pieces = [piece for piece in choice.pieces if piece.edition == edition]
            if pieces:
                found.append(scores.cell(method, added(piece.sums.total for piece in pieces), self.yard))
        return tuple(found)


def _together(groups: Iterable[tuple[int, ...]]) -> dict[tuple[int, ...], tuple[int, ...]]:
    """Of each group of several units: all units that are in one with them, with one of those, and so on.

    Blocks of other quarters and channels put the same small units together otherwise; one row shows them all.
    """
    sets: list[set[int]] = []
    listed = [group for group in dict.fromkeys(groups) if len(group) > 1]
    for group in listed:
        touched = [found for found in sets if not found.isdisjoint(group)]
        sets = [found for found in sets if found.isdisjoint(group)] + [set(group).union(*touched)]
    return {group: tuple(sorted(next(found for found in sets if found.issuperset(group)))) for group in listed}


def short_name(texts: Texts, recommendation: int) -> str:
    """What page one calls it; without a short name, its number says which it is."""
    row = texts.recommendations[recommendation]
    named: str = getattr(getattr(row, "assessability", None), "short_name", "")
    return named or _("recommendation %(label)s") % {"label": row.label}

"""The units below the department by area: numbers in the cells, and where to look by their background."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from audits.reports.department.contents import Cell, DepartmentReport, UnitRow, cell_of
from audits.reports.department.layout.parts import Part
from audits.reports.department.layout.tables import (
    Table,
    TableCell,
    TableRow,
    cell_text,
    figure,
    head,
    row_head,
    score_cell,
    tinted,
    worth_a_column,
)
from audits.reports.sentences import causes, legends, tables
from audits.reports.sentences.typography import count

_FEWEST_UNITS = 2


def units(report: DepartmentReport) -> Part | None:
    """None where fewer than two units have audits of the headline's method: there is nothing to set side by side."""
    main, yard = report.main_method, report.headline.yard
    rows = [unit for unit in report.units if cell_of(unit.cells, main).rated]
    if len(rows) < _FEWEST_UNITS:
        return None
    columns = [
        _Column(area.number, "col-area", lambda unit, number=area.number: dict(unit.areas).get(number, Cell(main)))  # type: ignore[misc]
        for area in report.areas
    ]
    others = [
        _Column(tables.method_column(method), "col-method", lambda unit, method=method: cell_of(unit.cells, method))  # type: ignore[misc]
        for method in report.methods_shown
        if method != main
    ]
    kept_areas, kept_others = ([each for each in group if each.is_worth_it(rows)] for group in (columns, others))
    dropped = [each for each in (*columns, *others) if each not in kept_areas and each not in kept_others]
    kept = [*kept_areas, *kept_others]

    above = [TableCell(), head(tables.method_column_heading(main), "group-head", span=2 + len(kept_areas))]
    above += [TableCell() for _other in kept_others]
    heads = [head(_("Unit")), head(_("Audits"), "num"), head(pgettext("all areas", "Together"), "num")]
    heads += [head(column.heading, "num") for column in kept]
    body = []
    for unit in rows:
        total = cell_of(unit.cells, main)
        cells = [
            row_head(unit_name(unit, report.office)),
            figure(count(total.audits)),
            score_cell(total, yard, bold=True),
            *(score_cell(column.cell(unit), yard) for column in kept),
        ]
        body.append(TableRow(tuple(cells)))
    return Part(
        key="jednostki",
        heading=_("Units and areas"),
        legend=[
            legends.units(yard, tinted=tinted),
            *_not_in_the_table(report, rows),
            *(_in_words(column, rows, report.office) for column in dropped if any(column.cell(u).rated for u in rows)),
        ],
        table=Table(
            columns=("col-name", "col-audits", "col-total", *(column.width for column in kept)),
            heads=(TableRow(tuple(above), "over"), TableRow(tuple(heads))),
            bodies=(tuple(body),),
            classes="units",
        ),
    )


class _Column:
    """An area of the headline's method, or another method's total."""

    def __init__(self, heading: str, width: str, cell: Callable[[UnitRow], Cell]) -> None:
        self.heading, self.width, self.cell = heading, width, cell

    def is_worth_it(self, rows: list[UnitRow]) -> bool:
        return worth_a_column(bool(self.cell(unit).rated) for unit in rows)


def unit_name(unit: UnitRow, office: str) -> str:
    """Without the words that it shares with the office: "Urząd Dzielnicy Bemowo", not "… m.st. Warszawy"."""
    of_the_office = f" {office.partition(' ')[2]}"
    shortened = [name.removesuffix(of_the_office) if of_the_office.strip() else name for name in unit.names]
    return shortened[0] if len(shortened) == 1 else tables.merged_units(shortened)


def _not_in_the_table(report: DepartmentReport, rows: list[UnitRow]) -> list[str]:
    rest = [unit for unit in report.units if unit not in rows]
    without = [unit_name(unit, report.office) for unit in rest if not unit.few_people]
    few = [unit_name(unit, report.office) for unit in rest if unit.few_people]
    said = [legends.units_without_audits(without)] if without else []
    if few:
        said.append(tables.not_shown(causes.few_people(report.headline.yard.smallest_crowd), few))
    return said


def _in_words(column: _Column, rows: list[UnitRow], office: str) -> str:
    """A column that is too empty to be one: "V: Wydział Obsługi Mieszkańców 2 z 2."."""
    figures = [(unit_name(unit, office), cell_text(column.cell(unit))) for unit in rows if column.cell(unit).rated]
    return tables.column_in_words(column.heading, figures)

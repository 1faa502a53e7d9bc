"""Areas by method, with the change of the headline's."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from audits.figures.statistics import FELL, ROSE
from audits.reports.department.contents import AreaRow, Cell, DepartmentReport, cell_of
from audits.reports.department.layout.parts import Part
from audits.reports.department.layout.tables import (
    Table,
    TableCell,
    TableRow,
    as_title,
    cell_text,
    counts_text,
    figure,
    head,
    row_head,
    score_text,
    worth_a_column,
)
from audits.reports.headline import Comparison
from audits.reports.sentences import legends, tables
from audits.reports.sentences.causes import not_rated
from audits.reports.sentences.typography import NBSP, ends, signed

_SIGNS = {ROSE: "▲", FELL: "▼"}


def areas(report: DepartmentReport) -> Part:
    methods = report.methods_shown
    total = AreaRow(
        "",
        pgettext("all areas", "Together"),
        tuple(
            Cell(found.method, found.audits, found.met, found.rated, found.scored) for found in report.headline.found
        ),
        report.headline.comparison,
    )
    changes = worth_a_column(_compares(row.change) for row in (*report.areas, total))
    heads = [head(_("Area"))]
    heads += [head(tables.method_column(method), "num", span=2) for method in methods]
    if changes:
        heads.append(head(_("Change, points"), "num"))
    rows = [
        TableRow((row_head(f"{row.number}. {as_title(row.title)}"), *_cells(row, methods, changes=changes)))
        for row in report.areas
    ]
    rows.append(TableRow((row_head(total.title), *_cells(total, methods, changes=changes)), "total"))
    columns = ("col-name", *(column for method in methods for column in ("col-score", "col-interval")))
    return Part(
        key="obszary",
        heading=_("Areas"),
        legend=[legends.areas(report.headline.yard, changes=changes), *_editions_apart(report)],
        table=Table(
            columns=(*columns, *(["col-change"] if changes else [])),
            heads=(TableRow(tuple(heads)),),
            bodies=(tuple(rows),),
            classes="areas",
            stacks=True,
        ),
        starts_page=True,
    )


def _editions_apart(report: DepartmentReport) -> list[str]:
    """Editions that share too little for one score stand beside it, each with its own."""
    return [
        tables.edition_apart(edition.code, edition.audits, [(part.method, cell_text(part)) for part in edition.parts])
        for edition in report.editions
        if edition.parts
    ]


def _cells(row: AreaRow, methods: tuple[str, ...], *, changes: bool) -> list[TableCell]:
    cells: list[TableCell] = []
    for method in methods:
        cell = cell_of(row.cells, method)
        name = tables.method_column(method)
        if cell.scored:
            cells.append(figure(score_text(cell.scored), name=name))
            cells.append(figure(ends(cell.scored.low, cell.scored.high), "few"))
        else:
            cells.append(figure(counts_text(cell) if cell.rated else not_rated(), "few", span=2, name=name))
    if changes:
        cells.append(figure(_change(row.change), name=_("Change, points")) if _compares(row.change) else TableCell())
    return cells


def _compares(change: Comparison | None) -> bool:
    return change is not None and change.points is not None


def _change(change: Comparison | None) -> str:
    """ "▲ +4,6 (+0,9; +9,5)"."""
    if change is None or change.points is None or change.low is None or change.high is None:
        return ""
    sign = _SIGNS.get(change.outcome, "")
    points = f"{signed(change.points)} ({signed(change.low)};{NBSP}{signed(change.high)})"
    return f"{sign}{NBSP}{points}" if sign else points

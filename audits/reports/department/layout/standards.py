"""Standards: the headline's score with its interval, the other methods beside it."""

from django.utils.html import format_html
from django.utils.translation import gettext as _

from audits.reports.department.contents import Cell, DepartmentReport, StandardRow, cell_of
from audits.reports.department.layout.parts import Part
from audits.reports.department.layout.tables import (
    Table,
    TableCell,
    TableRow,
    as_title,
    cell_text,
    ends_cell,
    figure,
    head,
    row_head,
    score_cell,
    tinted,
    worth_a_column,
)
from audits.reports.sentences import legends, tables
from audits.reports.sentences.typography import count, ends


def standards(report: DepartmentReport) -> Part:
    main, yard = report.main_method, report.headline.yard
    rows = [standard for standard in report.standards if standard.is_rated]
    main_cells = [cell_of(standard.cells, main) for standard in rows]
    intervals = worth_a_column(cell.scored is not None for cell in main_cells)
    others = [method for method in report.methods_shown if method != main]
    kept = [method for method in others if worth_a_column(bool(cell_of(row.cells, method).rated) for row in rows)]
    dropped = [method for method in others if method not in kept]

    heads = [head(_("Standard")), head(tables.method_column_heading(main), "num")]
    if intervals:
        heads.append(head(_("Interval"), "num"))
    heads += [head(_("Audits"), "num"), *(head(tables.method_column(method), "num") for method in kept)]
    body = []
    for standard, cell in zip(rows, main_cells, strict=True):
        cells = [
            row_head(_title(standard, cell, dropped, intervals=intervals)),
            score_cell(cell, yard, name=tables.method_column_heading(main)),
        ]
        if intervals:
            cells.append(ends_cell(cell))
        cells.append(figure(count(cell.audits), "few", name=_("Audits")) if cell.audits else TableCell())
        cells += [
            score_cell(cell_of(standard.cells, method), yard, name=tables.method_column(method)) for method in kept
        ]
        body.append(TableRow(tuple(cells)))
    not_rated = [standard.number for standard in report.standards if not standard.is_rated]
    return Part(
        key="standardy",
        heading=_("Standards"),
        legend=[tables.standards(yard, tinted=tinted), legends.not_rated_rows(not_rated)],
        table=Table(
            columns=(
                "col-name",
                "col-score",
                *(["col-ends"] if intervals else []),
                "col-audits",
                *("col-method" for method in kept),
            ),
            heads=(TableRow(tuple(heads)),),
            bodies=(tuple(body),),
            classes="standards",
            stacks=True,
        ),
    )


def _title(standard: StandardRow, cell: Cell, dropped: list[str], *, intervals: bool) -> str:
    """The title and, small, what has no column of its own."""
    title = f"{standard.number}. {as_title(standard.title)}"
    small = []
    if cell.scored and not intervals:
        small.append(tables.interval_in_words(ends(cell.scored.low, cell.scored.high)))
    small += [
        tables.method_in_words(method, cell_text(other))
        for method in dropped
        if (other := cell_of(standard.cells, method)).rated
    ]
    return format_html('{}<br><span class="small">{}</span>', title, "; ".join(small)) if small else title

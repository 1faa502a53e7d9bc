"""Beside the trend's chart: the same figures as a table, for who does not see the chart."""

from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import gettext as _

from audits.reports.department.contents import Cell
from audits.reports.department.layout.tables import (
    Table,
    TableCell,
    TableRow,
    ends_cell,
    figure,
    head,
    row_head,
    score_cell,
)
from audits.reports.headline import TrendColumn
from audits.reports.results.figures import Results
from audits.reports.sentences import causes, names
from audits.reports.sentences.standing import SIGNS
from audits.reports.sentences.typography import NBSP, bound, count, number

_FEWEST_PERIODS = 2


def trend_table(results: Results) -> Table | None:
    """The latest first; none where there is one period alone."""
    method = results.choice.method.value
    columns = results.report.trend.columns
    if len(columns) < _FEWEST_PERIODS:
        return None
    heads = (head(_("Period")), head(_("Score"), "num"), head(_("Interval"), "num"), head(_("Audits"), "num"))
    rows = tuple(TableRow(tuple(_column(column, method, results))) for column in reversed(columns))
    return Table(("col-name", "col-score", "col-ends", "col-audits"), (TableRow(heads),), (rows,), "trend-table")


def _column(column: TrendColumn, method: str, results: Results) -> Iterable[TableCell]:
    found = column.of(method)
    cell = Cell(method, found.audits, found.met, found.rated, found.scored)
    yield row_head(bound(names.period_name(column.period)))
    if found.absence:
        why = causes.few_people(results.report.headline.yard.smallest_crowd)
        yield TableCell(why if found.absence == "few_people" else _("not closed yet"), "few", span=3)
        return
    shown = score_cell(cell, results.report.headline.yard)
    if found.scored:
        # With the chart's signs, whose legend stands above both: without one there were too few audits.
        shown = replace(shown, text=f"{SIGNS[found.scored.band]}{NBSP}{number(found.scored.value)}")
    yield shown
    yield ends_cell(cell)
    yield figure(count(found.audits), "few") if found.audits else TableCell()

"""Every recommendation that was rated, with its legal text once and the methods beside each other."""

import re
from collections.abc import Iterable
from typing import Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from audits.reports.department.contents import DepartmentReport, RecommendationRow, RowFigure, StandardRow
from audits.reports.department.layout.parts import Part
from audits.reports.department.layout.tables import (
    Table,
    TableCell,
    TableRow,
    as_title,
    figure,
    head,
    row_head,
    worth_a_column,
)
from audits.reports.sentences import legends, tables
from audits.reports.sentences.counting import k_of_n, remark, remarks
from audits.reports.sentences.typography import NBSP
from standards.wording.emphasis import segments

_PART: Final = re.compile(r"(?<=[;,:] )[^;,:]+|^[^;,:]+")


class _Columns:
    """What the table has room for: the headline's method, its intervals, other methods that rated enough of it."""

    def __init__(self, report: DepartmentReport) -> None:
        rated = [row for standard in report.standards for row in standard.recommendations if row.is_rated]
        self.main = report.main_method
        self.intervals = worth_a_column(row.of(self.main).interval is not None for row in rated)
        self.others = [method for method in report.methods_shown if method != self.main]
        self.beside = [method for method in self.others if worth_a_column(bool(row.of(method).rated) for row in rated)]
        self.all = 3 + self.intervals + len(self.beside)


def detail(report: DepartmentReport) -> Part:
    columns = _Columns(report)
    heads = [
        head(_("No.")),
        head(_("Recommendation")),
        head(tables.method_column_heading(columns.main), "num"),
        *([head(_("Interval, %"), "num")] if columns.intervals else []),
        *(head(tables.method_column(method), "num") for method in columns.beside),
    ]
    rated = [standard for standard in report.standards if any(row.is_rated for row in standard.recommendations)]
    bodies = [tuple(_standard(standard, columns)) for standard in rated]
    others = [standard.number for standard in report.standards if standard not in rated]
    if others:
        last = TableCell(legends.standards_without_ratings(others), "folded", span=columns.all)
        bodies.append((TableRow((last,)),))
    has_refrain = any(row.refrain and row.is_rated for standard in rated for row in standard.recommendations)
    return Part(
        key="zalecenia",
        heading=_("Recommendations: how often they were met"),
        legend=[legends.detail(report.headline.yard), *([tables.refrain()] if has_refrain else [])],
        table=Table(
            columns=(
                "col-no",
                "col-name",
                "col-counts--main",
                *(["col-percents"] if columns.intervals else []),
                *("col-counts" for method in columns.beside),
            ),
            heads=(TableRow(tuple(heads)),),
            bodies=tuple(bodies),
            classes="detail",
            stacks=True,
        ),
    )


def _standard(standard: StandardRow, columns: _Columns) -> Iterable[TableRow]:
    title = f"{standard.number}. {as_title(standard.title)}"
    yield TableRow((TableCell(title, scope="rowgroup", span=columns.all),), "group")
    for row in standard.recommendations:
        if row.is_rated:
            yield TableRow(tuple(_row(row, columns)))
    not_rated = [row.label for row in standard.recommendations if not row.is_rated]
    if not_rated:
        yield TableRow((TableCell(legends.not_rated_rows(not_rated), "folded", span=columns.all),))


def _row(row: RecommendationRow, columns: _Columns) -> Iterable[TableCell]:
    yield row_head(row.label)
    yield TableCell(_text(row, _small(row, columns)), "text")
    main = row.of(columns.main)
    yield _count(main, tables.method_column_heading(columns.main))
    if columns.intervals:
        ends = f"{main.interval.whole_low}–{main.interval.whole_high}" if main.interval else ""
        yield figure(ends, "few", name=_("Interval, %")) if ends else TableCell()
    for method in columns.beside:
        yield _count(row.of(method), tables.method_column(method))


def _count(found: RowFigure, name: str) -> TableCell:
    if not found.rated:
        return TableCell()
    counted = k_of_n(found.met, found.rated)
    return figure(f"▼{NBSP}{counted}", "strong", name=name) if found.below else figure(counted, name=name)


def _small(row: RecommendationRow, columns: _Columns) -> str:
    """After the text, in small: what "4 z 5" doesn't say, and the methods that have no column."""
    own = _remark(row.of(columns.main))
    others = []
    for method in columns.others:
        found = row.of(method)
        met_of = k_of_n(found.met, found.rated) if found.rated and method not in columns.beside else ""
        others.append((method, _remark(found, met_of)))
    said = [remarks(own, others, row.elsewhere)]
    if row.edition:
        said.append(tables.only_in_edition(row.edition))
    # What one method says of one verdict does not part at the end of a line.
    return _PART.sub(lambda part: part[0].replace(" ", NBSP), "; ".join(part for part in said if part))


def _remark(found: RowFigure, met_of: str = "") -> str:
    return remark(found.counts, met_of=met_of)


def _text(row: RecommendationRow, small: str) -> SafeString:
    """The legal text, its points, the small line: one cell without boxes in it, which are slow to set."""
    points = format_html_join("", "<br>–{}{}", ((NBSP, _emphasised(each.text, each.emphasis)) for each in row.points))
    text = format_html("{}{}", _emphasised(row.text, row.emphasis), points)
    if not small:
        return text
    between = mark_safe("<br>") if row.points else " "
    return format_html('{}{}<span class="small">{}</span>', text, between, small)


def _emphasised(text: str, emphasis: Iterable[tuple[int, int]]) -> SafeString | str:
    ranges = tuple(emphasis)
    if not ranges:
        return text
    return format_html_join(
        "",
        "{}",
        ((format_html("<em>{}</em>", each.text) if each.emphasised else each.text,) for each in segments(text, ranges)),
    )

"""Channels by method, and how long people waited there."""

from decimal import Decimal

from django.utils.translation import gettext as _

from audits.reports.department.contents import ChannelRow, DepartmentReport, Waiting
from audits.reports.department.layout.parts import Part
from audits.reports.department.layout.tables import (
    Table,
    TableCell,
    TableRow,
    counts_text,
    ends_cell,
    figure,
    head,
    row_head,
    score_text,
    worth_a_column,
)
from audits.reports.sentences import legends, tables
from audits.reports.sentences.causes import not_rated, too_few_audits
from audits.reports.sentences.typography import NBSP, count, number


def channels(report: DepartmentReport) -> Part | None:
    rows = report.channels
    if not rows:
        return None
    waiting = worth_a_column(bool(row.waiting and row.waiting.audits) for row in rows)
    heads = [
        head(_("Method and channel")),
        head(_("Audits"), "num"),
        head(_("Score"), "num"),
        head(_("Interval"), "num"),
        *([head(_("Waiting, minutes"), "num")] if waiting else []),
    ]
    said = [tables.channels()]
    if waiting:
        said.append(legends.waiting(report.headline.yard))
    else:
        said += [
            tables.waiting_in_words(row.method, row.channel, _waiting(row.waiting))
            for row in rows
            if row.waiting and row.waiting.audits
        ]
    return Part(
        key="kanaly",
        heading=_("Channels and waiting times") if any(row.waiting for row in rows) else _("Channels"),
        legend=said,
        table=Table(
            columns=("col-name", "col-audits", "col-score", "col-ends", *(["col-waiting"] if waiting else [])),
            heads=(TableRow(tuple(heads)),),
            bodies=(tuple(_row(row, waiting=waiting) for row in rows),),
            classes="channels",
            stacks=True,
        ),
    )


def _row(row: ChannelRow, *, waiting: bool) -> TableRow:
    cells = [row_head(tables.method_and_channel(row.method, row.channel)), figure(count(row.audits), name=_("Audits"))]
    if row.cell.scored:
        cells += [figure(score_text(row.cell.scored), name=_("Score")), ends_cell(row.cell)]
    else:
        counts = counts_text(row.cell) if row.cell.rated else not_rated()
        cells.append(figure(counts, "few", span=2, name=_("Score")))
    if waiting:
        noted = row.waiting is not None and row.waiting.audits
        cells.append(figure(_waiting(row.waiting), name=_("Waiting, minutes")) if noted else TableCell())
    return TableRow(tuple(cells))


def _waiting(found: Waiting | None) -> str:
    """ "10 (5–14); n = 5": median, quartiles, in how many audits it was noted."""
    if found is None:
        return ""
    sample = f"n{NBSP}={NBSP}{count(found.audits)}"
    if found.median is None or found.lower is None or found.upper is None:
        return f"{too_few_audits()}; {sample}"
    return f"{_minutes(found.median)}{NBSP}({_minutes(found.lower)}–{_minutes(found.upper)}); {sample}"


def _minutes(value: Decimal) -> str:
    return number(value).removesuffix(",0")

"""Page one: for half a minute."""

from dataclasses import dataclass
from typing import Final

from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from audits.reports.department.contents import DepartmentReport
from audits.reports.department.layout.breaches import KEY as BREACHES
from audits.reports.department.layout.tables import Table, TableCell, TableRow, head, row_head
from audits.reports.headline import RowToWorkOn
from audits.reports.sentences import captions, tables
from audits.reports.sentences.counting import basis, how_often
from audits.reports.sentences.page_one import PageOne, page_one
from audits.reports.sentences.warnings import breaches_on_page
from audits.reports.trend_chart import TrendChart, trend_chart

# Millimetres that texts have on page one besides its chart and headings; beyond that all of it is set smaller.
_ROOM: Final = 148


@dataclass(frozen=True, slots=True)
class FirstPage:
    """`breaches` is safe markup: a link to where they are listed. No chart where no method has a score in it."""

    says: PageOne
    is_scored: bool
    is_long: bool
    breaches: str
    chart_heading: str
    chart: TrendChart | None
    caption: str
    to_work_on: Table | None


def first_page(report: DepartmentReport) -> FirstPage:
    chart, main = trend_chart(report.trend), report.headline.main
    says, caption = page_one(report.headline), _caption(report, chart)
    return FirstPage(
        says=says,
        is_long=_height(report, says, caption) > _ROOM,
        is_scored=main is not None and main.scored is not None,
        breaches=breaches_on_page(report.headline.breaches, f"#{BREACHES}"),
        chart_heading=captions.chart_heading(report.period),
        chart=chart,
        caption=caption,
        to_work_on=_to_work_on(report),
    )


def _height(report: DepartmentReport, says: PageOne, caption: str) -> float:
    """About how high the texts stand, in millimetres, were they set in the usual size."""
    told = [says.lead, says.reason, says.change, says.weakest, says.units_below, says.breaches]
    sure = " ".join([says.certainty, says.left_out, says.not_closed])
    rows = [f"{chosen.row.name} ({chosen.row.label})" for chosen in report.headline.to_work_on]
    return (
        4.4 * _lines(tables.level_in_short(report.level.purpose, report.level.issued_at), 56)
        + 8.5 * _lines(report.department_name, 48)
        + sum(5.2 * _lines(sentence, 74) + 1.2 for sentence in told if sentence)
        + 3.7 * _lines(caption, 145)
        + sum(4.2 * max(_lines(row, 30), 2) + 1.5 for row in rows)
        + 4.6 * (_lines(says.strong, 105) + _lines(sure, 112))
    )


def _lines(text: str, characters: int) -> int:
    return -(-len(text) // characters)


def _caption(report: DepartmentReport, chart: TrendChart | None) -> str:
    """Without a chart, why the other methods have nothing; where none has, the first sentence has said it."""
    if chart:
        return chart.caption
    return captions.chart_caption(report.trend, ()) if report.headline.main else ""


def _to_work_on(report: DepartmentReport) -> Table | None:
    if not report.headline.to_work_on:
        return None
    agreed = {action.label: action for action in report.actions}
    rows = []
    for chosen in report.headline.to_work_on:
        action = agreed.get(chosen.row.label)
        who = action.who if action else ""
        until = tables.day(action.until) if action and action.until else ""
        rows.append(
            TableRow(
                (
                    row_head(_name(chosen)),
                    TableCell(
                        format_html('{}<br><span class="small">{}</span>', how_often(chosen.row), basis(chosen)),
                        name=_("How often"),
                    ),
                    TableCell(who, "field", name=_("Who sees to it")),
                    TableCell(until, "field", name=_("Until when")),
                )
            )
        )
    heads = (head(_("Recommendation")), head(_("How often")), head(_("Who sees to it")), head(_("Until when")))
    columns = ("col-work", "col-often", "col-who", "col-until")
    return Table(columns, (TableRow(heads),), (tuple(rows),), "to-work-on", stacks=True)


def _name(chosen: RowToWorkOn) -> str:
    return format_html("<b>{}</b> ({})", capfirst(chosen.row.name), chosen.row.label)

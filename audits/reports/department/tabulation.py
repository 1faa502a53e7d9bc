"""A report as a workbook, as CSV and as JSON, from the same shapes as screen and PDF, so nothing else gets out.

A table is told once: its rows by the names of columns. The workbook has a sheet for each; CSV has all of them below
each other, under the same headings.
"""

import json
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from audits.choices import VERDICT_WORDS
from audits.exports import Column, Kind, Sheet, Value, csv_bytes, plain
from audits.figures.verdicts import NAMES
from audits.reports.department.contents import DepartmentReport, EditionRow
from audits.reports.department.figure_tables import figure_tables, plainly
from audits.reports.sentences import names, tables
from audits.reports.sentences.limitations import limitations
from audits.reports.sentences.page_one import page_one


def to_json(report: DepartmentReport) -> dict[str, Any]:
    """Plain values, ready for `json.dumps`; instants in UTC, percentages as numbers."""
    found: dict[str, Any] = plain(report)
    return found


def json_bytes(report: DepartmentReport) -> bytes:
    return (json.dumps(to_json(report), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def to_csv(report: DepartmentReport) -> bytes:
    """All figures, a line each."""
    columns = _columns()
    rows = (
        (table.what, *(row.get(name) for name in columns if name != "what"))
        for table in figure_tables(report)
        for row in table.rows
    )
    return csv_bytes(tuple(columns.values()), rows)


def to_sheets(report: DepartmentReport) -> Iterator[Sheet]:
    """First what it is, for whom and how it came about; then a sheet a table, without those that are empty."""
    yield Sheet(
        _("About the report"), (Column(_("What"), 28), Column(_("What it says"), 110, wraps=True)), _about(report)
    )
    columns = _columns()
    for table in figure_tables(report):
        if table.rows:
            yield Sheet(
                table.title,
                [columns[name] for name in table.columns],
                [[row.get(name) for name in table.columns] for row in table.rows],
            )


def _columns() -> dict[str, Column]:
    """Of all tables, in the order in which CSV has them."""
    return {
        "what": Column(_("What"), 16),
        "number": Column(pgettext("heading of a file", "Number"), 14, Kind.LABEL),
        "name": Column(pgettext("heading of a file", "Name"), 44, wraps=True),
        "text": Column(_("Text of the standards"), 70, wraps=True),
        "area": Column(pgettext("heading of a file", "Area"), 10, Kind.LABEL),
        "standard": Column(pgettext("heading of a file", "Standard"), 10, Kind.LABEL),
        "unit": Column(pgettext("heading of a file", "Unit"), 18, wraps=True),
        "period": Column(pgettext("heading of a file", "Period"), 20),
        "first_day": Column(_("First day"), 12, Kind.DAY),
        "last_day": Column(_("Last day"), 12, Kind.DAY),
        "method": Column(pgettext("heading of a file", "Method"), 24),
        "channel": Column(pgettext("heading of a file", "Channel"), 14),
        "audits": Column(pgettext("heading of a file", "Audits"), 10, Kind.WHOLE),
        "rated": Column(pgettext("heading of a file", "Rated answers"), 10, Kind.WHOLE),
        **{NAMES[verdict]: Column(str(words.heading), 12, Kind.WHOLE) for verdict, words in VERDICT_WORDS.items()},
        "score": Column(_("Score (%)"), 10, Kind.DECIMAL),
        "low": Column(_("Interval from (%)"), 12, Kind.DECIMAL),
        "high": Column(_("Interval to (%)"), 12, Kind.DECIMAL),
        "band": Column(_("Against the target"), 18),
        "below": Column(_("Surely below the target"), 16),
        "change": Column(_("Change (percentage points)"), 14, Kind.DECIMAL),
        "change_low": Column(_("Change from"), 12, Kind.DECIMAL),
        "change_high": Column(_("Change to"), 12, Kind.DECIMAL),
        "coverage": Column(_("Coverage (%)"), 12, Kind.DECIMAL),
        "auditors": Column(pgettext("heading of a file", "Auditors"), 10, Kind.WHOLE),
        "judged": Column(_("Recommendations judged"), 16, Kind.WHOLE),
        "visible": Column(_("Recommendations that the method sees"), 18, Kind.WHOLE),
        "waited": Column(_("Waiting times noted"), 14, Kind.WHOLE),
        "median": Column(_("Waiting: median (min)"), 14, Kind.DECIMAL),
        "lower": Column(_("Waiting: lower quartile (min)"), 14, Kind.DECIMAL),
        "upper": Column(_("Waiting: upper quartile (min)"), 14, Kind.DECIMAL),
        "refrain": Column(_("A breach is looked for"), 14),
        "critical": Column(_("Critical"), 11),
        "edition": Column(_("Only in edition"), 14, Kind.LABEL),
        "from": Column(_("In force since"), 12, Kind.DAY),
        "recommendations": Column(_("Recommendations"), 14, Kind.WHOLE),
        "who": Column(_("Who sees to it"), 30, wraps=True),
        "until": Column(_("Until when"), 12, Kind.DAY),
        "remark": Column(_("Remark"), 30, wraps=True),
    }


def _about(report: DepartmentReport) -> Iterator[tuple[Value, Value]]:
    period, level = report.period, report.level
    first = page_one(report.headline)
    said = [
        (_("Office"), report.office),
        (_("Department"), f"{report.department_code} {report.department_name}"),
        (_("Period"), f"{names.period_name(period)} ({tables.day(period.first_day)}–{tables.day(period.last_day)})"),
        (_("Level"), tables.level_in_short(level.purpose, level.issued_at)),
        *((_("Edition of the standards"), _edition(edition)) for edition in report.editions),
        (_("Result"), f"{first.lead} {first.reason}"),
        (_("Change"), first.change),
        (_("Weakest"), first.weakest),
        (_("Strong"), first.strong),
        (_("Units below the target"), first.units_below),
        (_("Critical breaches"), first.breaches),
        (_("Left out"), first.left_out),
        (_("Not closed"), first.not_closed),
        (_("How sure this is"), first.certainty),
        *((_("Limitation"), each.text) for each in limitations(report.facts)),
    ]
    yield from ((name, plainly(text)) for name, text in said if text.strip())
    yield _("Data as of"), report.as_of
    yield _("Fingerprint of the data"), report.fingerprint


def _edition(edition: EditionRow) -> str:
    return tables.edition(
        edition.code, edition.legal_basis, edition.effective_from, edition.recommendations, edition.audits
    )

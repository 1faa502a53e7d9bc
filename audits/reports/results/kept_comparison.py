"""A comparison as a stored report: what its row says, and what it was made of."""

import hashlib
import json
from typing import Any
from urllib.parse import parse_qs, urlencode

from audits.choices import ReportKind, ReportLevel
from audits.models import Report, periods
from audits.reports.results.comparing import Compared, Selection
from audits.reports.results.comparison_layout import sheets
from standards.choices import Channel, Method


def fields_of(first: Selection, second: Selection) -> dict[str, Any]:
    """Of the row, by which the same one is found again."""
    both = (first.period, second.period)
    return {
        "kind": ReportKind.COMPARISON,
        "department": first.department,
        "other_department": second.department,
        "compared": "&".join(_said(side, each) for side, each in (("a", first), ("b", second))),
        "period_start": min(period.first_day for period in both),
        "period_end": max(period.last_day for period in both),
        "level": ReportLevel.GENERAL,
    }


def _said(side: str, chosen: Selection) -> str:
    said = {
        "metoda": chosen.method.value,
        "okres": chosen.period.code,
        "komorka": chosen.department.pk,
        "kanal": chosen.channel.value if chosen.channel else "",
    }
    return urlencode({f"{side}-{name}": value for name, value in said.items()})


def selections_of(report: Report) -> tuple[Selection, Selection]:
    said = {name: values[0] for name, values in parse_qs(report.compared).items()}

    def one(side: str, department: Any) -> Selection:
        channel = said.get(f"{side}-kanal")
        period = periods.parse(said[f"{side}-okres"])
        return Selection(Method(said[f"{side}-metoda"]), period, department, Channel(channel) if channel else None)

    return one("a", report.department), one("b", report.other_department)


def fingerprint_of(found: Compared) -> str:
    """Of all that is shown, so that the same content has the same and nothing else has."""
    shown = [[sheet.title, [list(row) for row in sheet.rows]] for sheet in sheets(found)]
    text = json.dumps([found.as_of, shown], ensure_ascii=True, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def period_shown(report: Report) -> str:
    """The two periods, or the one of both."""
    first, second = (chosen.period for chosen in selections_of(report))
    return first.label if first == second else f"{first.label}, {second.label}"

"""A report's figures as JSON and as CSV, from the same shapes as screen and PDF, so nothing suppressed comes back."""

import csv
import dataclasses
import datetime
import io
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from audits.reports.contents import DepartmentReport, MethodSection, RecommendationRow
from audits.reports.figures import WITHHELD, Counts, Figure, Share
from audits.reports.periods import Period

# A cell that begins with one of these is run as a formula by spreadsheets.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

_COLUMNS = (
    "edition",
    "method",
    "level",
    "number",
    "name",
    "audits",
    "people",
    "met",
    "partly",
    "not_met",
    "rated",
    "not_applicable",
    "not_observed",
    "unanswered",
    "share_met_percent",
    "share_met_low",
    "share_met_high",
    "score_percent",
    "score_low",
    "score_high",
    "coverage_percent",
    "band",
)


def to_json(report: DepartmentReport) -> dict[str, Any]:
    """Plain values, ready for `json.dumps`; instants in UTC, percentages as numbers."""
    return plain(report)


def plain(value: Any) -> Any:
    """Dataclasses as dicts, tuples as lists, days and instants as ISO text, decimals as numbers."""
    if isinstance(value, Period):
        return {
            "code": value.code,
            "label": value.label,
            "first_day": value.first_day.isoformat(),
            "last_day": value.last_day.isoformat(),
        }
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


def neutralised(text: str) -> str:
    """The text for one cell of a CSV file, so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def to_csv(report: DepartmentReport) -> str:
    """One line a figure, as Polish spreadsheets read it: semicolons, decimal commas, CRLF, a byte-order mark."""
    written = io.StringIO()
    written.write("\ufeff")
    writer = csv.writer(written, delimiter=";")
    writer.writerow(_COLUMNS)
    for section in report.methods:
        for level, number, name, people, cells, editions in _lines(section):
            texts = (", ".join(editions), section.method, level, number, name)
            writer.writerow([*map(neutralised, texts), *map(_cell, (cells[0], people, *cells[1:]))])
    return written.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    # Only a number may begin with a minus.
    return str(value).replace(".", ",") if isinstance(value, Decimal | int) else neutralised(str(value))


Line = tuple[str, str, str, int | None, list[Any], Sequence[str]]


def _lines(section: MethodSection) -> Iterator[Line]:
    every = section.editions
    yield "total", "", section.method_label, section.people, _of_figure(section.figure), every
    for own in section.edition_parts:
        yield "edition_total", "", section.method_label, None, _of_figure(own.figure, own.audits), (own.code,)
    for part in section.parts:
        yield "channel", part.channel, part.channel_label, None, _of_figure(part.figure, part.audits), every
    for unit in section.units:
        yield "unit", ", ".join(unit.codes), unit.label, unit.people, _of_figure(unit.figure, unit.audits), every
    for area in section.areas:
        yield "area", area.number, area.title, None, _of_figure(area.figure), every
        for standard in area.standards:
            yield "standard", standard.number, standard.title, None, _of_figure(standard.figure), every
            for row in standard.recommendations:
                yield _row_line(row)
    for group in section.apart:
        for row in group.recommendations:
            yield _row_line(row)


def _row_line(row: RecommendationRow) -> Line:
    return "recommendation", row.label, row.text, None, _of_row(row), row.editions


def _of_figure(figure: Figure, audits: int | None = None) -> list[Any]:
    return [
        figure.audits if audits is None else audits,
        *_of_counts(figure.counts),
        *_of_share(figure.share),
        figure.score,
        figure.low,
        figure.high,
        figure.coverage,
        figure.band,
    ]


def _of_row(row: RecommendationRow) -> list[Any]:
    band = WITHHELD if row.is_withheld else None
    return [row.audits, *_of_counts(row.counts), *_of_share(row.share), None, None, None, None, band]


def _of_counts(counts: Counts | None) -> Iterable[int | None]:
    if counts is None:
        return [None] * 7
    return (
        counts.met,
        counts.partly,
        counts.not_met,
        counts.rated,
        counts.not_applicable,
        counts.not_observed,
        counts.unanswered,
    )


def _of_share(share: Share | None) -> Iterable[Decimal | None]:
    return (None, None, None) if share is None else (share.percent, share.low, share.high)

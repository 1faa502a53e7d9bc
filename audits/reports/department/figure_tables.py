"""The figures of a report as tables: each told once, its rows by the names of columns."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from audits.exports import Value
from audits.figures.statistics import FAILS, MEETS, UNDECIDED
from audits.figures.verdicts import MET, NAMES
from audits.reports.department.contents import Cell, DepartmentReport, RowFigure
from audits.reports.headline import FEW_PEOPLE, Found, Scored
from audits.reports.sentences import causes, names
from audits.reports.sentences.standing import longer_granule
from audits.reports.sentences.typography import NBSP

Row = Mapping[str, Value]
_COUNTS: Final = ("audits", "rated", "met")
_SCORE: Final = ("score", "low", "high", "band")
_VERDICTS: Final = tuple(name for name in NAMES.values() if name != MET)


@dataclass(frozen=True, slots=True)
class FigureTable:
    """`what`: of which kind each of its rows is, where tables stand below each other."""

    title: str
    what: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def plainly(text: str) -> str:
    """A sentence for a cell: spaces that may break, as nobody finds the others by typing."""
    return text.replace(NBSP, " ").strip()


def figure_tables(report: DepartmentReport) -> Iterator[FigureTable]:
    yield FigureTable(
        pgettext("sheet", "Methods"),
        _("whole"),
        ("name", "method", "auditors", *_COUNTS, *_SCORE, "coverage", "judged", "visible", "remark"),
        tuple(_of_methods(report)),
    )
    yield FigureTable(
        pgettext("sheet", "Over time"),
        _("period"),
        ("period", "first_day", "last_day", "method", *_COUNTS, *_SCORE, "remark"),
        tuple(
            {
                "period": plainly(names.period_name(column.period)),
                "first_day": column.period.first_day,
                "last_day": column.period.last_day,
                **_of_found(found, report.headline.yard.smallest_crowd),
            }
            for column in report.trend.columns
            for found in column.found
            if found.audits or found.absence
        ),
    )
    yield FigureTable(
        pgettext("sheet", "To work on and strong"),
        _("page one"),
        ("remark", "number", "name", "method", "rated", "met", "low", "high"),
        tuple(_of_page_one(report)),
    )
    yield FigureTable(
        pgettext("sheet", "Areas"),
        _("area"),
        ("number", "name", "method", *_COUNTS, *_SCORE, "change", "change_low", "change_high"),
        tuple(_of_areas(report)),
    )
    yield FigureTable(
        pgettext("sheet", "Units"),
        _("unit"),
        ("number", "name", "method", *_COUNTS, *_SCORE, "remark"),
        tuple(_of_units(report)),
    )
    yield FigureTable(
        pgettext("sheet", "Units by area"),
        _("unit and area"),
        ("number", "name", "area", "method", *_COUNTS, *_SCORE),
        tuple(
            {"number": ", ".join(unit.codes), "name": ", ".join(unit.names), "area": area, **_of_cell(cell)}
            for unit in report.units
            for area, cell in unit.areas
        ),
    )
    yield FigureTable(
        pgettext("sheet", "Standards"),
        _("standard"),
        ("area", "number", "name", "method", *_COUNTS, *_SCORE),
        tuple(
            {"area": standard.area, "number": standard.number, "name": standard.title, **_of_cell(cell)}
            for standard in report.standards
            for cell in standard.cells
        ),
    )
    yield FigureTable(
        pgettext("sheet", "Channels"),
        pgettext("row of a file", "channel"),
        ("method", "channel", *_COUNTS, *_SCORE, "waited", "median", "lower", "upper"),
        tuple(_of_channels(report)),
    )
    yield FigureTable(
        pgettext("sheet", "Recommendations"),
        _("recommendation"),
        (
            *("standard", "number", "name", "text", "method", "rated", "met", *_VERDICTS, "low", "high", "below"),
            *("refrain", "critical", "edition", "remark"),
        ),
        tuple(_of_recommendations(report)),
    )
    yield FigureTable(
        pgettext("sheet", "Critical breaches"),
        _("critical breach"),
        ("number", "name", "unit", "not_met"),
        tuple(
            {"number": each.label, "name": each.name, "unit": each.unit, "not_met": each.number}
            for each in report.breaches
        ),
    )
    yield FigureTable(
        pgettext("sheet", "Editions"),
        _("edition"),
        ("number", "name", "from", "recommendations", "method", *_COUNTS, *_SCORE),
        tuple(_of_editions(report)),
    )
    yield FigureTable(
        pgettext("sheet", "Actions"),
        _("action"),
        ("number", "who", "until"),
        tuple({"number": each.label, "who": each.who, "until": each.until} for each in report.actions),
    )


def _of_methods(report: DepartmentReport) -> Iterator[Row]:
    coverage = {row.method: row.coverage for row in report.methods}
    for found in report.headline.found:
        if found.audits or found.absence:
            reach: Row = (
                {
                    "auditors": found.auditors,
                    "coverage": coverage.get(found.method),
                    "judged": found.judged,
                    "visible": found.visible,
                }
                if found.audits
                else {}
            )
            yield {"name": report.department_name, **_of_found(found, report.headline.yard.smallest_crowd), **reach}


def _of_found(found: Found, smallest_crowd: int) -> Row:
    if found.absence:
        return {"method": names.method_name(found.method), "remark": _cause(found, smallest_crowd)}
    cell = Cell(found.method, found.audits, found.met, found.rated, found.scored)
    return _of_cell(cell) | {"remark": _remark(cell)}


def _cause(found: Found, smallest_crowd: int) -> str:
    if found.absence == FEW_PEOPLE:
        return plainly(causes.few_people(smallest_crowd))
    return plainly(longer_granule(found.granule)) if found.granule else _("not closed")


def _remark(cell: Cell) -> str:
    """Why there is no score, in the words that the report has for it."""
    if cell.scored:
        return ""
    return causes.too_few_audits() if cell.rated else causes.not_rated()


def _of_cell(cell: Cell) -> dict[str, Value]:
    return {
        "method": names.method_name(cell.method),
        "audits": cell.audits,
        "rated": cell.rated,
        "met": cell.met,
        **_of_score(cell.scored),
    }


def _of_score(scored: Scored | None) -> dict[str, Value]:
    if scored is None:
        return {}
    words = {
        MEETS: pgettext("band", "reached"),
        FAILS: pgettext("band", "not reached"),
        UNDECIDED: pgettext("band", "undecided"),
    }
    return {"score": scored.value, "low": scored.low, "high": scored.high, "band": words[scored.band]}


def _of_page_one(report: DepartmentReport) -> Iterator[Row]:
    found = [(_("to work on"), each.row) for each in report.headline.to_work_on]
    found += [(_("strong"), row) for row in report.headline.strong]
    for remark, row in found:
        yield {
            "remark": remark,
            "number": row.label,
            "name": row.name,
            "method": names.method_name(row.method),
            "rated": row.rated,
            "met": row.met,
            "low": row.low,
            "high": row.high,
        }


def _of_areas(report: DepartmentReport) -> Iterator[Row]:
    for area in report.areas:
        for cell in area.cells:
            change: Row = {}
            if area.change and cell.method == report.main_method:
                change = {
                    "change": area.change.points,
                    "change_low": area.change.low,
                    "change_high": area.change.high,
                }
            yield {"number": area.number, "name": area.title, **_of_cell(cell), **change}


def _of_units(report: DepartmentReport) -> Iterator[Row]:
    for unit in report.units:
        named = {"number": ", ".join(unit.codes), "name": ", ".join(unit.names)}
        if unit.few_people:
            yield {**named, "remark": plainly(causes.few_people(report.headline.yard.smallest_crowd))}
        for cell in unit.cells:
            yield {**named, **_of_cell(cell), "remark": _remark(cell)}


def _of_channels(report: DepartmentReport) -> Iterator[Row]:
    for row in report.channels:
        waiting = row.waiting
        times: Row = (
            {
                "waited": waiting.audits,
                "median": waiting.median,
                "lower": waiting.lower,
                "upper": waiting.upper,
            }
            if waiting
            else {}
        )
        yield {"channel": names.channel_name(row.channel), **_of_cell(row.cell), "audits": row.audits, **times}


def _of_recommendations(report: DepartmentReport) -> Iterator[Row]:
    for standard in report.standards:
        for row in standard.recommendations:
            said: Row = {
                "standard": standard.number,
                "number": row.label,
                "name": capfirst(row.name),
                "text": row.text,
                "refrain": row.refrain,
                "critical": row.critical,
                "edition": row.edition or None,
            }
            for figure in row.figures:
                yield {**said, **_of_figure(figure)}
            if not row.figures:
                yield {**said, "remark": causes.not_rated()}


def _of_figure(figure: RowFigure) -> Row:
    interval = figure.interval
    return {
        "method": names.method_name(figure.method),
        "rated": figure.rated,
        "met": figure.met,
        **{name: figure.counts.get(name, 0) for name in _VERDICTS},
        "low": interval.low if interval else None,
        "high": interval.high if interval else None,
        "below": figure.below if interval else None,
    }


def _of_editions(report: DepartmentReport) -> Iterable[Row]:
    for edition in report.editions:
        said: Row = {
            "number": edition.code,
            "name": edition.title,
            "from": edition.effective_from,
            "recommendations": edition.recommendations,
        }
        yield {**said, "audits": edition.audits}
        for cell in edition.parts:
            yield {**said, **_of_cell(cell)}

"""What the page of a comparison shows, and its workbook."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from audits.choices import ReportLevel
from audits.exports import Column, Kind, Sheet, Value
from audits.figures.statistics import FELL, ROSE
from audits.reports.department.contents import Cell
from audits.reports.department.layout.parts import Part
from audits.reports.department.layout.tables import (
    Table,
    TableCell,
    TableRow,
    as_title,
    cell_text,
    figure,
    head,
    row_head,
)
from audits.reports.department.report import yard
from audits.reports.headline import Comparison
from audits.reports.results.comparing import Compared, Line, Side
from audits.reports.results.layout import Section
from audits.reports.sentences import names, overview, tables
from audits.reports.sentences.typography import NBSP, bound, signed

_SIGNS = {ROSE: "▲", FELL: "▼"}


def called(side: Side, other: Side) -> str:
    """As a sentence calls it: by what it does not share with the other, at least by its department."""
    said = [side.name]
    if side.selection.period != other.selection.period:
        said.append(names.period_name(side.selection.period))
    if side.selection.method != other.selection.method:
        said.append(names.method_name(side.selection.method.value))
    if side.selection.channel and side.selection.channel != other.selection.channel:
        said.append(names.channel_name(side.selection.channel.value))
    return bound(f"{said[0]} ({', '.join(said[1:])})" if said[1:] else said[0])


def sentences(found: Compared) -> list[str]:
    """What came of it; where nothing did, why."""
    if found.total:
        return [
            overview.difference(
                found.total.difference, called(found.first, found.second), called(found.second, found.first)
            ),
            overview.shared_rows(found.shared),
        ]
    lacking = [side for side in (found.first, found.second) if not side.found.audits]
    if lacking:
        return [overview.nothing_to_compare(side.name, side.found, yard()) for side in lacking]
    return [overview.same_audits() if found.overlaps else overview.nothing_shared()]


def sections(found: Compared) -> list[Section]:
    if not found.total:
        return []
    legend = (_("Change in percentage points: ▲ better, ▼ worse, no sign: undecided."),)
    return [
        Section("obszary", _("Areas"), "", legend, _table(found, (*found.areas, found.total))),
        Section("standardy", _("Standards"), table=_table(found, found.standards)),
    ]


@dataclass(frozen=True, slots=True)
class Printed:
    """What the document shows."""

    office: str
    title: str
    level: str
    running: str
    sentences: list[str]
    parts: list[Section | Part]


def printed(found: Compared) -> Printed:
    """As the page, and at the end what both sides are and where the figures come from."""
    title = bound(_("%(first)s and %(second)s") % {"first": _whole(found.first), "second": _whole(found.second)})
    level = tables.level_in_short("", None)
    facts = Part("czego-dotyczy", _("What is compared"), table=_facts(found))
    running = f"{found.first.code} · {found.second.code} · {level}"
    return Printed(settings.OFFICE_NAME, title, level, running, sentences(found), [*sections(found), facts])


def _whole(side: Side) -> str:
    return f"{side.name}, {names.period_name(side.selection.period)}"


def _facts(found: Compared) -> Table:
    rows = [(heading, _about(side)) for heading, side in ((_("First"), found.first), (_("Second"), found.second))]
    rows += [
        (_("Level"), tables.level("", None, yard().smallest_crowd)),
        (
            _("Data"),
            bound(_("as closed %(when)s") % {"when": date_format(timezone.localtime(found.as_of), "j.m.Y, H:i")}),
        ),
    ]
    body = tuple(TableRow((row_head(name), TableCell(text))) for name, text in rows)
    return Table(("col-fact", "col-name"), (), (body,), "facts-table")


def _about(side: Side) -> str:
    """Department, method, period, channels, and how many audits."""
    chosen = side.selection
    channels = ", ".join(names.channel_name(channel) for channel in side.channels)
    said = [side.name, str(chosen.method.label), names.period_name(chosen.period), channels]
    return bound("; ".join(part for part in (*said, names.audits(side.found.audits)) if part))


def _table(found: Compared, lines: Iterable[Line]) -> Table:
    first, second = called(found.first, found.second), called(found.second, found.first)
    heads = (head(_("Part")), head(first, "num"), head(second, "num"), head(_("Difference, points"), "num"))
    rows = tuple(
        TableRow(
            (
                row_head(_title(line)),
                figure(cell_text(line.first), name=first),
                figure(cell_text(line.second), name=second),
                figure(_difference(line.difference), name=_("Difference, points"))
                if line.difference.points is not None
                else TableCell(),
            ),
            "" if line.number else "total",
        )
        for line in lines
    )
    columns = ("col-name", "col-score", "col-score", "col-change")
    return Table(columns, (TableRow(heads),), (rows,), "compared", stacks=True)


def _title(line: Line) -> str:
    return f"{line.number}. {as_title(line.title)}" if line.number else pgettext("all areas", "Together")


def _difference(found: Comparison) -> str:
    """ "▲ +4,6 (+0,9; +9,5)"."""
    if found.points is None or found.low is None or found.high is None:
        return ""
    points = f"{signed(found.points)} ({signed(found.low)};{NBSP}{signed(found.high)})"
    sign = _SIGNS.get(found.outcome, "")
    return f"{sign}{NBSP}{points}" if sign else points


def sheets(found: Compared) -> list[Sheet]:
    """The same figures as a workbook."""
    about: list[tuple[Value, ...]] = [(_("Level"), str(ReportLevel.GENERAL.label))]
    for heading, side in ((_("First"), found.first), (_("Second"), found.second)):
        chosen = side.selection
        channels = ", ".join(names.channel_name(channel) for channel in side.channels)
        said = [side.name, str(chosen.method.label), names.period_name(chosen.period), channels]
        about.append((heading, "; ".join(part for part in said if part)))
    about += [("", sentence) for sentence in sentences(found)]
    columns = (
        Column(_("No."), 8, Kind.LABEL),
        Column(_("Part"), 50, wraps=True),
        *(
            Column(f"{heading}: {part}", 16, kind)
            for heading in (_("First"), _("Second"))
            for part, kind in (
                (_("score (%)"), Kind.DECIMAL),
                (_("from"), Kind.DECIMAL),
                (_("to"), Kind.DECIMAL),
                (_("audits"), Kind.WHOLE),
            )
        ),
        Column(_("Difference, points"), 16, Kind.DECIMAL),
        Column(_("from"), 10, Kind.DECIMAL),
        Column(_("to"), 10, Kind.DECIMAL),
    )
    lines = [*([found.total] if found.total else []), *found.areas, *found.standards]
    return [
        Sheet(_("About the file"), (Column(_("What"), 30), Column(_("What it says"), 100, wraps=True)), about),
        Sheet(_("Comparison"), columns, [tuple(_row(line)) for line in lines]),
    ]


def _row(line: Line) -> Iterable[Value]:
    yield line.number
    yield as_title(line.title) if line.title else pgettext("all areas", "Together")
    for cell in (line.first, line.second):
        yield from _values(cell)
    yield from (line.difference.points, line.difference.low, line.difference.high)


def _values(cell: Cell) -> tuple[Decimal | None, Decimal | None, Decimal | None, int]:
    if cell.scored is None:
        return None, None, None, cell.audits
    return cell.scored.value, cell.scored.low, cell.scored.high, cell.audits

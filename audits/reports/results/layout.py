"""The tables of the pages of results: every figure with the address of what it is made of."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from audits.choices import Verdict
from audits.figures.verdicts import NAMES
from audits.reports.department.contents import Cell, RecommendationRow, RowFigure, StandardRow, cell_of
from audits.reports.department.layout.tables import (
    Table,
    TableCell,
    TableRow,
    as_title,
    cell_text,
    ends_cell,
    figure,
    head,
    leading,
    row_head,
    score_cell,
    tinted,
)
from audits.reports.headline import METHODS, Scored
from audits.reports.results.choice import Choice, area_key
from audits.reports.results.figures import Covered, Results, Unit
from audits.reports.sentences import causes, legends, names, overview, tables
from audits.reports.sentences.counting import basis, how_often, k_of_n, remark
from audits.reports.sentences.typography import NBSP, bound, count

_FEWEST_UNITS = 2
_NAMED_TOGETHER = 4


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what its table tells in words, what explains it, and the table; `says` stands there without one."""

    key: str
    heading: str
    words: str = ""
    legend: tuple[str, ...] = ()
    table: Table | None = None
    says: str = ""


def map_of_units(results: Results, may_see: Collection[int]) -> Section | None:
    """Units by area. A figure leads on to its unit, where the reader may have the unit's results, else to the area."""
    report, method, yard = results.report, results.choice.method.value, results.report.headline.yard
    rows = [unit for unit in results.units if unit.total.rated]
    if len(rows) < _FEWEST_UNITS:
        return None
    areas = [area for area in report.areas if any(unit.areas.get(area.number, Cell(method)).rated for unit in rows)]
    heads = [head(_("Unit")), head(_("Audits"), "num"), head(pgettext("all areas", "Together"), "num")]
    heads += [head(area.number, "num") for area in areas]
    body = [
        TableRow(
            (
                leading(_named_unit(unit, results), _unit_address(unit, results, may_see)),
                figure(count(unit.total.audits), "few"),
                leading(score_cell(unit.total, yard, bold=True), _unit_address(unit, results, may_see)),
                *(
                    leading(
                        score_cell(unit.areas.get(area.number, Cell(method)), yard),
                        _unit_address(unit, results, may_see, area.number),
                    )
                    for area in areas
                ),
            )
        )
        for unit in rows
    ]
    body.append(_whole(results, [area.number for area in areas]))
    return Section(
        "jednostki",
        _("Units and areas"),
        overview.groups(
            _whole_scored(results), [(_name(unit, results), unit.total.scored) for unit in rows if unit.total.scored]
        ),
        (
            overview.order(),
            tables.standards(yard, tinted=tinted),
            overview.areas({area.number: as_title(area.title) for area in areas}),
            *_not_in_the_map(results, rows),
        ),
        Table(
            ("col-name", "col-audits", "col-total", *("col-area" for _area in areas)),
            (TableRow(tuple(heads)),),
            (tuple(body),),
            "units results-map",
        ),
    )


def _whole_scored(results: Results) -> Scored | None:
    main = results.report.headline.main
    return main.scored if main else None


def _whole(results: Results, areas: list[str]) -> TableRow:
    report, method = results.report, results.choice.method.value
    found = next(each for each in report.headline.found if each.method == method)
    total = Cell(method, found.audits, found.met, found.rated, found.scored)
    cells = {area.number: cell_of(area.cells, method) for area in report.areas}
    return TableRow(
        (
            row_head(pgettext("all units", "Together")),
            figure(count(total.audits), "few"),
            score_cell(total, report.headline.yard),
            *(leading(score_cell(cells[area], report.headline.yard), f"#{area_key(area)}") for area in areas),
        ),
        "total",
    )


def _unit_address(unit: Unit, results: Results, may_see: Collection[int], area: str = "") -> str:
    """A department's own audits, and units that are shown together, have no page of theirs."""
    if found := _own_choice(unit, results, may_see):
        return found.area(area) if area else found.address
    return f"#{area_key(area)}" if area else ""


def _own_choice(unit: Unit, results: Results, may_see: Collection[int]) -> Choice | None:
    """The same of the unit itself."""
    if unit.key is None or unit.key not in may_see or unit.key == results.choice.unit:
        return None
    return results.choice.of(unit.key)


def _name(unit: Unit | Covered, results: Results) -> str:
    """Without the words that it shares with the office: "Urząd Dzielnicy Bemowo"."""
    found = _names(unit, results)
    return found[0] if len(found) == 1 else tables.merged_units(found)


def _names(unit: Unit | Covered, results: Results) -> list[str]:
    of_the_office = f" {results.report.office.partition(' ')[2]}"
    return [name.removesuffix(of_the_office) if of_the_office.strip() else name for name in unit.names]


def _named_unit(unit: Unit | Covered, results: Results) -> TableCell:
    """Of many units that are shown together the first few, and all of them once it is opened."""
    found = _names(unit, results)
    if len(found) <= _NAMED_TOGETHER:
        return row_head(_name(unit, results))
    few = tables.merged_units([names.first_few(found)])
    return row_head(format_html("<details><summary>{}</summary>{}</details>", few, ", ".join(found)))


def _not_in_the_map(results: Results, rows: list[Unit]) -> list[str]:
    rest = [unit for unit in results.units if unit not in rows]
    without = [_name(unit, results) for unit in rest if not unit.few_people]
    few = [_name(unit, results) for unit in rest if unit.few_people]
    said = [legends.units_without_audits(without)] if without else []
    if few:
        said.append(tables.not_shown(causes.few_people(results.report.headline.yard.smallest_crowd), few))
    return said


def coverage(results: Results) -> Section | None:
    """How many audits each unit had, by method; of one method alone the map says it."""
    rows = [row for row in results.coverage if row.audits]
    if not rows:
        return None
    shown = [method for method in METHODS if any(row.audits.get(method) for row in rows)]
    yard = results.report.headline.yard
    left = [
        overview.no_audits_of(method, results.absences.get(method, ""), yard)
        for method in METHODS
        if method not in shown
    ]
    without = [_name(row, results) for row in results.coverage if not row.audits]
    said = " ".join([*left, *([overview.without_audits(without)] if without else [])])
    return Section(
        "ile-audytow",
        _("How many audits"),
        said,
        table=_counts_of_audits(results, rows, shown) if len(shown) > 1 else None,
    )


def _counts_of_audits(results: Results, rows: Sequence[Covered], methods: Sequence[str]) -> Table:
    heads = (head(_("Unit")), *(head(tables.method_column(method), "num") for method in methods))
    body = [
        TableRow(
            (
                _named_unit(row, results),
                *(
                    figure(count(row.audits[method])) if method in row.audits else figure("–", "few")
                    for method in methods
                ),
            )
        )
        for row in rows
    ]
    if len(rows) > 1:
        sums = [sum(row.audits.get(method, 0) for row in rows) for method in methods]
        cells = (row_head(pgettext("all units", "Together")), *(figure(count(each)) for each in sums))
        body.append(TableRow(cells, "total"))
    columns = ("col-name", *("col-audits" for _method in methods))
    return Table(columns, (TableRow(heads),), (tuple(body),), "coverage")


def weakest(results: Results) -> Section | None:
    """What page one names to be worked on, by short names."""
    chosen = results.report.headline.to_work_on
    if not chosen:
        return None
    rows = tuple(
        TableRow(
            (
                leading(
                    row_head(f"{capfirst(each.row.name)} ({each.row.label})"),
                    results.choice.recommendation(each.row.label),
                ),
                TableCell(format_html('{}<br><span class="small">{}</span>', how_often(each.row), basis(each))),
            )
        )
        for each in chosen
    )
    heads = (head(_("Recommendation")), head(_("How often")))
    return Section(
        "nad-czym-pracowac",
        _("What to work on"),
        table=Table(("col-work", "col-often"), (TableRow(heads),), (rows,), "weakest"),
    )


def breaches(results: Results) -> Section:
    heading = _("Critical breaches")
    found = results.report.breaches
    if not found:
        return Section("naruszenia-krytyczne", heading, says=legends.no_breaches())
    heads = (head(_("Recommendation")), head(_("Unit")), head(_("Breaches"), "num"))
    rows = tuple(
        TableRow(
            (
                leading(row_head(f"{capfirst(row.name)} ({row.label})"), results.choice.recommendation(row.label)),
                TableCell(row.unit, name=_("Unit")),
                figure(count(row.number), "alarm", name=_("Breaches")),
            )
        )
        for row in found
    )
    table = Table(("col-breach", "col-name", "col-score"), (TableRow(heads),), (rows,), "breaches", stacks=True)
    return Section("naruszenia-krytyczne", heading, table=table)


def standards(results: Results) -> Section | None:
    """By area; each leads on to its recommendations."""
    report, method = results.report, results.choice.method.value
    rated = [row for row in report.standards if row.is_rated]
    if not rated:
        return None
    heads = (
        head(_("Standard")),
        head(_("Score"), "num"),
        head(_("Interval"), "num"),
        head(_("Audits"), "num"),
    )
    bodies = []
    for area in report.areas:
        rows = [row for row in rated if row.area == area.number]
        if rows:
            title = f"{area.number}. {as_title(area.title)}"
            group = TableRow((TableCell(title, scope="rowgroup", span=4),), "group", area_key(area.number))
            bodies.append((group, *(TableRow(tuple(_standard(row, method, results))) for row in rows)))
    not_rated = [row.number for row in report.standards if not row.is_rated]
    return Section(
        "standardy",
        _("Standards"),
        "",
        (tables.standards(report.headline.yard, tinted=tinted), legends.not_rated_rows(not_rated)),
        Table(
            ("col-name", "col-score", "col-ends", "col-audits"), (TableRow(heads),), tuple(bodies), "standards", True
        ),
    )


def _standard(row: StandardRow, method: str, results: Results) -> Iterable[TableCell]:
    cell = cell_of(row.cells, method)
    yield leading(row_head(f"{row.number}. {as_title(row.title)}"), results.choice.standard(row.number))
    yield from _scores(cell, results)


def _scores(cell: Cell, results: Results) -> Iterable[TableCell]:
    yield score_cell(cell, results.report.headline.yard, name=_("Score"))
    yield figure(ends_cell(cell).text, "few", name=_("Interval")) if cell.scored else TableCell()
    yield figure(count(cell.audits), "few", name=_("Audits")) if cell.audits else TableCell()


def recommendations(results: Results, standard: StandardRow) -> Section:
    method = results.choice.method.value
    heads = (head(_("No.")), head(_("Recommendation")), head(_("Met"), "num"), head(_("Interval, %"), "num"))
    rows = tuple(
        TableRow(
            (
                row_head(row.label),
                TableCell(_named(row, method), "text", href=results.choice.recommendation(row.label)),
                *_counts(row.of(method)),
            )
        )
        for row in standard.recommendations
        if row.of(method).rated
    )
    not_rated = [row.label for row in standard.recommendations if not row.of(method).rated]
    return Section(
        "zalecenia",
        _("Recommendations: how often they were met"),
        "",
        (legends.detail(results.report.headline.yard), legends.not_rated_rows(not_rated)),
        Table(
            ("col-no", "col-name", "col-counts--main", "col-percents"),
            (TableRow(heads),),
            (rows,),
            "detail results-detail",
            stacks=True,
        ),
    )


def total_of_standard(results: Results, standard: StandardRow) -> str:
    """ "91,2% (88,0–94,1), 160 audytów", or the counts."""
    cell = cell_of(standard.cells, results.choice.method.value)
    return bound(f"{cell_text(cell)}, {names.audits(cell.audits)}") if cell.rated else ""


def _named(row: RecommendationRow, method: str) -> str:
    said = remark(row.of(method).counts)
    name = capfirst(row.name)
    return format_html('{}<br><span class="small">{}</span>', name, said) if said else name


def _counts(found: RowFigure) -> Iterable[TableCell]:
    counted = k_of_n(found.met, found.rated)
    yield figure(f"▼{NBSP}{counted}", "strong", name=_("Met")) if found.below else figure(counted, name=_("Met"))
    ends = f"{found.interval.whole_low}–{found.interval.whole_high}" if found.interval else ""
    yield figure(ends, "few", name=_("Interval, %")) if ends else TableCell()


def standard_by_unit(results: Results, standard: StandardRow, may_see: Collection[int]) -> Section | None:
    rows = [(unit, cell) for unit, cell in results.standard_by_unit(standard) if cell.rated]
    if len(rows) < _FEWEST_UNITS:
        return None
    heads = (head(_("Unit")), head(_("Score"), "num"), head(_("Interval"), "num"), head(_("Audits"), "num"))
    body = tuple(
        TableRow(
            (
                leading(_named_unit(unit, results), own.standard(standard.number) if own else ""),
                *_scores(cell, results),
            )
        )
        for unit, cell in rows
        for own in [_own_choice(unit, results, may_see)]
    )
    return Section(
        "jednostki",
        _("The same by unit"),
        "",
        (tables.standards(results.report.headline.yard, tinted=tinted),),
        Table(("col-name", "col-score", "col-ends", "col-audits"), (TableRow(heads),), (body,), "by-unit", True),
    )


def recommendation_by_unit(results: Results, row: RecommendationRow, may_see: Collection[int]) -> Section | None:
    rows = [(unit, found) for unit, found in results.recommendation_by_unit(row) if found.rated]
    if len(rows) < _FEWEST_UNITS:
        return None
    heads = (head(_("Unit")), head(_("Met"), "num"), head(_("Interval, %"), "num"))
    body = []
    for unit, found in rows:
        own = _own_choice(unit, results, may_see)
        href = own.recommendation(row.label) if own else ""
        body.append(TableRow((leading(_named_unit(unit, results), href), *_counts(found))))
    return Section(
        "jednostki",
        _("The same by unit"),
        table=Table(
            ("col-name", "col-counts--main", "col-percents"), (TableRow(heads),), (tuple(body),), "by-unit", True
        ),
    )


def verdicts(found: RowFigure) -> list[tuple[str, str]]:
    """Each verdict that was given, and how often."""
    counted = [(verdict, found.counts.get(NAMES[verdict], 0)) for verdict in Verdict]
    return [(str(verdict.label), count(number)) for verdict, number in counted if number]

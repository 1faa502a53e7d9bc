"""How the figures came about, and what must be known before relying on them."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from audits.reports.department.contents import FIGURES_NAME, DepartmentReport, EditionRow
from audits.reports.department.layout.parts import Part
from audits.reports.department.layout.tables import Table, TableCell, TableRow, row_head
from audits.reports.sentences import names, tables
from audits.reports.sentences.limitations import limitations


def method(report: DepartmentReport) -> Part:
    rows = tuple(TableRow((row_head(name), TableCell(text, classes))) for name, text, classes in _facts(report))
    return Part(
        key="metoda",
        heading=_("Method and limitations"),
        table=Table(("col-fact", "col-name"), (), (rows,), "facts-table"),
        items=tuple(each.text for each in limitations(report.facts)),
    )


def _facts(report: DepartmentReport) -> Iterable[tuple[str, str, str]]:
    details = {row.method: row for row in report.methods}
    for found in report.headline.found:
        if not found.audits:
            continue
        row = details.get(found.method)
        used = [(channel.channel, channel.audits) for channel in report.channels if channel.method == found.method]
        text = tables.method_facts(found, used, row.coverage if row else None)
        if row and row.closings:
            text = f"{text} {tables.closings([(each.period, each.closed_on) for each in row.closings])}"
        yield names.method_heading(found.method), text, ""
    for edition in report.editions:
        yield _("Edition of the standards"), _edition(edition, several=len(report.editions) > 1), ""
    level = tables.level(report.level.purpose, report.level.issued_at, report.headline.yard.smallest_crowd)
    yield _("Level"), level, ""
    yield (
        _("Data"),
        tables.data(report.as_of, closed=any(row.closings for row in report.methods), file=FIGURES_NAME),
        "",
    )
    yield _("Fingerprint of the data"), report.fingerprint, "fingerprint"


def _edition(edition: EditionRow, *, several: bool) -> str:
    return tables.edition(
        edition.code,
        edition.legal_basis,
        edition.effective_from,
        edition.recommendations,
        edition.audits if several else None,
    )

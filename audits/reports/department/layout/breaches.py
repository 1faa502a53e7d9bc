"""Critical breaches, by recommendation and unit."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from audits.reports.department.contents import DepartmentReport
from audits.reports.department.layout.parts import Part
from audits.reports.department.layout.tables import Table, TableCell, TableRow, figure, head, row_head
from audits.reports.sentences import legends
from audits.reports.sentences.typography import count

KEY = "naruszenia-krytyczne"


def breaches(report: DepartmentReport) -> Part:
    heading = _("Critical breaches")
    if not report.breaches:
        return Part(KEY, heading, says=legends.no_breaches())
    heads = (head(_("No.")), head(_("Recommendation")), head(_("Unit")), head(_("Breaches"), "num"))
    rows = tuple(
        TableRow(
            (
                row_head(row.label),
                TableCell(capfirst(row.name)),
                TableCell(row.unit),
                figure(count(row.number), "alarm"),
            )
        )
        for row in report.breaches
    )
    columns = ("col-no", "col-breach", "col-name", "col-score")
    return Part(KEY, heading, table=Table(columns, (TableRow(heads),), (rows,), "breaches"))

"""Writes a file of answers as its report says: the only place that knows both levels."""

import datetime
from typing import IO

from django.utils import timezone
from django.utils.translation import gettext as _

from audits.access_log.log import record_accesses
from audits.access_log.purposes import MANY_PEOPLE
from audits.choices import AccessKind, ReportLevel
from audits.exports import write_xlsx
from audits.models import Report
from audits.models.periods import free
from audits.reports.answers.choice import Choice, NoFile, audits_to_export
from audits.reports.answers.full import full_sheets
from audits.reports.answers.general import blocks_of, general_sheets


def write_answers(report: Report, to: IO[bytes]) -> datetime.datetime:
    """The workbook; when its data were read. Whoever is told of singly in it has a row of the log. Raises NoFile."""
    period, as_of = free(report.period_start, report.period_end), timezone.now()
    if report.level != ReportLevel.FULL:
        found = blocks_of(report.department, period)
        if not found.blocks:
            raise NoFile(nothing_closed())
        write_xlsx(general_sheets(found), to)
        return as_of
    choice = audits_to_export(report.department, period, by=report.requested_by)
    # Done before the file is written: nobody else waits for the log while that lasts.
    _log(report, choice)
    said = {"purpose": report.purpose_label, "justification": report.justification}
    write_xlsx(full_sheets(choice, **said, named=report.names_people), to)
    return as_of


def nothing_closed() -> str:
    return _("Nothing that may be shown is closed in this department and period.")


def _log(report: Report, choice: Choice) -> None:
    """By name everybody; else only where they are so few that each might be told."""
    by = report.requested_by
    about = [audit for audit in choice.audits if audit.employee and audit.auditor_id != by.pk]
    if about and (report.names_people or len({audit.employee_id for audit in about}) < MANY_PEOPLE):
        record_accesses(
            reader=by,
            kind=AccessKind.ANSWERS,
            audits=about,
            purpose=report.purpose,
            justification=report.justification,
            report=report,
        )

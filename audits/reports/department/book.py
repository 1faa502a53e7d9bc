"""The reports of many departments as one PDF, with a list of them before it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import IO

from django.utils.translation import gettext as _

from audits.reports.department.contents import FULL, DepartmentReport
from audits.reports.sentences import names, tables
from audits.reports.sentences.typography import bound
from standards.typesetting.book import Book, page_count


@dataclass(frozen=True, slots=True)
class Line:
    """Of the list. `page`: on which of the file a department's report begins."""

    code: str
    name: str
    page: int


@dataclass(frozen=True, slots=True)
class Contents:
    office: str
    period: str
    level: str
    is_full: bool
    lines: tuple[Line, ...]
    as_of: datetime


def write_book(
    reports: Iterable[DepartmentReport],
    to: IO[bytes],
    *,
    typeset: Callable[[DepartmentReport], bytes],
    typeset_contents: Callable[[Contents], bytes],
) -> Contents | None:
    """Each report is reckoned, typeset, added and forgotten. None, and nothing of use, where there is no report."""
    book = Book(to)
    begins: list[Line] = []
    first: DepartmentReport | None = None
    as_of: datetime | None = None
    for report in reports:
        first = first or report
        as_of = max(as_of or report.as_of, report.as_of)
        begins.append(Line(report.department_code, report.department_name, book.pages + 1))
        book.add(
            typeset(report),
            name=report.department_code,
            title=f"{report.department_code} – {report.department_name}",
        )
    if first is None or as_of is None:
        return None
    # It stands before what it lists: its own pages count too. A line more or less of it does not depend on numbers.
    pages = page_count(typeset_contents(_contents(first, begins, 0, as_of)))
    contents = _contents(first, begins, pages, as_of)
    book.finish(typeset_contents(contents), name="", title=_("List of reports"))
    return contents


def _contents(report: DepartmentReport, begins: Iterable[Line], before: int, as_of: datetime) -> Contents:
    level = report.level
    return Contents(
        office=report.office,
        period=bound(names.period_name(report.period)),
        level=tables.level_in_short(level.purpose, level.issued_at),
        is_full=level.kind == FULL,
        lines=tuple(Line(line.code, line.name, line.page + before) for line in begins),
        as_of=as_of,
    )

"""How a department's report is laid out: `DepartmentReport` in, texts and tables out. Page and PDF show the same."""

from dataclasses import dataclass

from audits.reports.department.contents import FULL, DepartmentReport
from audits.reports.department.layout.areas import areas
from audits.reports.department.layout.breaches import breaches
from audits.reports.department.layout.channels import channels
from audits.reports.department.layout.detail import detail
from audits.reports.department.layout.method import method
from audits.reports.department.layout.page_one import FirstPage, first_page
from audits.reports.department.layout.parts import Part
from audits.reports.department.layout.standards import standards
from audits.reports.department.layout.units import units
from audits.reports.sentences import names, tables
from audits.reports.sentences.typography import bound


@dataclass(frozen=True, slots=True)
class Laid:
    """Without audits there is page one alone, with the facts of the method at its foot."""

    office: str
    name: str
    period: str
    level: str
    is_full: bool
    running: str
    first: FirstPage
    parts: tuple[Part, ...]
    facts: Part | None = None


def laid(report: DepartmentReport) -> Laid:
    """What the templates show."""
    level = tables.level_in_short(report.level.purpose, report.level.issued_at)
    period = bound(names.period_name(report.period))
    parts = [areas, units, standards, channels, detail, breaches, method] if report.methods_shown else []
    return Laid(
        office=report.office,
        name=report.department_name,
        period=period,
        level=level,
        is_full=report.level.kind == FULL,
        running=f"{report.department_code} · {period} · {level}",
        first=first_page(report),
        parts=tuple(part for make in parts if (part := make(report)) is not None),
        facts=None if parts else method(report),
    )


__all__ = ["FirstPage", "Laid", "Part", "laid"]

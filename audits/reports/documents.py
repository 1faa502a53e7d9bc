"""Reports as PDFs: the same shapes that the screen shows, through the same templates."""

from collections.abc import Iterable
from typing import IO, Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from audits.exports import xlsx_bytes
from audits.fieldwork.card import AuditCard
from audits.reports.blank import BlankCard
from audits.reports.card_files import card_csv, card_json, card_sheets
from audits.reports.department.book import Contents, write_book
from audits.reports.department.contents import FIGURES_NAME, DepartmentReport
from audits.reports.department.layout import laid
from audits.reports.department.tabulation import json_bytes, to_csv, to_sheets
from audits.reports.results import comparison_layout
from audits.reports.results.comparing import Compared
from standards.typesetting.pdf import Attachment, render_pdf


def department_pdf(report: DepartmentReport) -> bytes:
    """The department's report with its figures attached. Raises pdf.RenderFailed."""
    with translation.override(settings.LANGUAGE_CODE):
        figures = Attachment(
            name=FIGURES_NAME,
            media_type="text/csv",
            description=_("All figures of this report"),
            content=to_csv(report),
        )
        shown = laid(report)
        title = f"{_('Report on service standards')}: {shown.name}, {shown.period}"
        return _pdf("department_report_pdf.html", {"laid": shown}, title, report.as_of, [figures])


def department_book(reports: Iterable[DepartmentReport], to: IO[bytes]) -> Contents | None:
    """All of these reports as one PDF. Raises pdf.RenderFailed."""

    def contents_pdf(contents: Contents) -> bytes:
        title = f"{_('Reports on service standards')}: {contents.period}"
        return _pdf("department_book_pdf.html", {"contents": contents}, title, contents.as_of)

    with translation.override(settings.LANGUAGE_CODE):
        return write_book(reports, to, typeset=department_pdf, typeset_contents=contents_pdf)


def department_file(report: DepartmentReport, form: str) -> bytes:
    """The same figures in another form: "xlsx", "csv" or "json"."""
    with translation.override(settings.LANGUAGE_CODE):
        if form == "xlsx":
            return xlsx_bytes(to_sheets(report))
        return to_csv(report) if form == "csv" else json_bytes(report)


def audit_card_pdf(card: AuditCard) -> bytes:
    """Raises pdf.RenderFailed."""
    with translation.override(settings.LANGUAGE_CODE):
        return _pdf("audit_card_pdf.html", {"card": card}, f"{_('Audit card')} {card.receipt}", card.as_of)


def audit_card_file(card: AuditCard, form: str) -> bytes:
    """The same card in another form: "xlsx", "csv" or "json"."""
    with translation.override(settings.LANGUAGE_CODE):
        if form == "xlsx":
            return xlsx_bytes(card_sheets(card))
        return card_csv(card) if form == "csv" else card_json(card)


def comparison_pdf(found: Compared) -> bytes:
    """Two selections side by side, as their page shows them. Raises pdf.RenderFailed."""
    with translation.override(settings.LANGUAGE_CODE):
        shown = comparison_layout.printed(found)
        return _pdf("comparison_pdf.html", {"shown": shown}, f"{_('Comparison')}: {shown.title}", found.as_of)


def comparison_xlsx(found: Compared) -> bytes:
    with translation.override(settings.LANGUAGE_CODE):
        return xlsx_bytes(comparison_layout.sheets(found))


def blank_card_pdf(card: BlankCard) -> bytes:
    """Raises pdf.RenderFailed."""
    with translation.override(settings.LANGUAGE_CODE):
        title = f"{_('Blank checklist')}: {card.method_label}, {card.channel_label}"
        return _pdf("blank_card_pdf.html", {"card": card}, title, card.as_of)


def _pdf(template: str, context: dict[str, Any], title: str, as_of: Any, attachments: Any = ()) -> bytes:
    return render_pdf(
        render_to_string(f"audits/reports/{template}", context),
        title=title,
        author=settings.OFFICE_NAME,
        as_of=as_of,
        attachments=attachments,
        lang=settings.LANGUAGE_CODE,
        seconds=settings.REPORT_RENDER_SECONDS,
        memory_mb=settings.REPORT_RENDER_MEMORY_MB,
    )

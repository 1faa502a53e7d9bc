"""Reports as PDFs: the same shapes that the screen shows, through the same templates."""

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from audits.reports.audit import AuditCard
from audits.reports.blank import BlankCard
from audits.reports.contents import DepartmentReport
from audits.reports.tabulation import to_csv
from standards.pdf import Attachment, render_pdf

FIGURES_NAME = "figures.csv"


def department_pdf(report: DepartmentReport) -> bytes:
    """The department's report with its figures attached. Raises pdf.RenderFailed."""
    with translation.override(settings.LANGUAGE_CODE):
        figures = Attachment(
            name=FIGURES_NAME,
            media_type="text/csv",
            description=_("All figures of this report"),
            content=to_csv(report).encode("utf-8"),
        )
        title = f"{_('Report on service standards')}: {report.department_name}, {report.period.label}"
        return _pdf("department_report_pdf.html", {"report": report}, title, report.as_of, [figures])


def audit_card_pdf(card: AuditCard) -> bytes:
    """Raises pdf.RenderFailed."""
    with translation.override(settings.LANGUAGE_CODE):
        return _pdf("audit_card_pdf.html", {"card": card}, f"{_('Audit card')} {card.receipt}", card.as_of)


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

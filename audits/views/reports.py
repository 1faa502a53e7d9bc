"""Reports: asked for, watched while they are made, listed, read and downloaded."""

import logging
import re
import uuid as uuids
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from audits import access, jobs
from audits.access_log import PurposeMissing
from audits.choices import AccessKind, AuditStatus, ReportKind, ReportState
from audits.forms.reports import ReportFilter, ReportRequestForm
from audits.models import Report
from audits.reports.department import department_report
from audits.reports.periods import free
from audits.signin.recency import require_recent_authentication
from audits.views.paging import show_page
from audits.views.purposes import ask_for_purpose, log_reading
from audits.views.report_table import ReportTable
from standards.folding import fold

logger = logging.getLogger(__name__)

REPORTS_ON_A_PAGE = 25


def _visible(request: HttpRequest) -> QuerySet[Report]:
    found: QuerySet[Report] = access.reports_visible_to(request.user).select_related(
        "department", "audit", "requested_by"
    )
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def reports(request: HttpRequest) -> HttpResponse:
    """The form that asks for a department's report, and the reports kept."""
    may_ask = access.departments_to_report(request.user).exists()
    if request.method == "POST" and not may_ask:
        raise Http404
    form = ReportRequestForm(request.POST or None, user=request.user) if may_ask else None
    if form and form.is_bound and form.is_valid():
        report = jobs.request_report(
            department=form.cleaned_data["department"], period=form.cleaned_data["chosen"], by=request.user
        )
        if report.state == ReportState.DONE:
            messages.success(request, _("Nothing has changed since this report was made, so here it is."))
        return redirect(report)
    found = ReportFilter(request.GET, queryset=_visible(request), user=request.user)
    table = ReportTable(found.qs)
    show_page(table, request, rows=REPORTS_ON_A_PAGE)
    status = 422 if form and form.errors else 200
    return render(
        request, "audits/reports/reports.html", {"form": form, "filter": found, "table": table}, status=status
    )


@require_safe
def report(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """One report: being made, failed, or to be downloaded."""
    jobs.revive_reports()
    found = get_object_or_404(_visible(request), uuid=uuid)
    period = free(found.period_start, found.period_end)
    about = found.audit.receipt if found.audit else f"{found.department.code}, {period.label}"
    shown = {"report": found, "period": period, "heading": f"{found.get_kind_display()}: {about}"}
    return render(request, "audits/reports/report.html", shown)


@require_safe
def report_status(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """How far the report is, for the page that waits for it: 204 while nothing has changed since `seen`."""
    jobs.revive_reports()
    found = get_object_or_404(_visible(request), uuid=uuid)
    if request.GET.get("seen") == f"{found.state}-{found.progress}":
        return HttpResponse(status=204)
    return render(request, "audits/reports/_report_status.html", {"report": found})


@require_safe
def report_screen(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """The figures of a department's report as a page. Whether the stored file still shows the same is said."""
    kept = get_object_or_404(_visible(request), uuid=uuid, kind=ReportKind.DEPARTMENT)
    figures = department_report(kept.department, free(kept.period_start, kept.period_end))
    changed = kept.state == ReportState.DONE and kept.fingerprint != figures.fingerprint
    return render(
        request, "audits/reports/report_screen.html", {"kept": kept, "report": figures, "changed_since": changed}
    )


@require_safe
def report_download(request: HttpRequest, uuid: uuids.UUID) -> FileResponse | HttpResponse:
    """The file, to whoever may see the report at this moment. An audit's card is logged as read."""
    kept = get_object_or_404(_visible(request), uuid=uuid, state=ReportState.DONE)
    if kept.audit:
        require_recent_authentication(request, then=kept.get_absolute_url())
    try:
        file = kept.file.open("rb")
    except FileNotFoundError as error:
        logger.exception("The file of report %s is missing", kept.uuid)
        raise Http404 from error
    if kept.audit:
        try:
            log_reading(request, kept.audit, AccessKind.DOWNLOAD, kept)
        except PurposeMissing:
            file.close()
            return ask_for_purpose(kept.audit, then=kept.get_absolute_url())
    logger.info("Report %s downloaded by account %s", kept.uuid, request.user.pk)
    response = FileResponse(file, content_type="application/pdf")
    response["Content-Disposition"] = _attachment(_file_name(kept))
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _file_name(kept: Report) -> str:
    if kept.kind == ReportKind.AUDIT and kept.audit:
        return _("Audit card %(receipt)s.pdf") % {"receipt": kept.audit.receipt}
    period = free(kept.period_start, kept.period_end)
    return _("Report %(code)s %(period)s.pdf") % {"code": kept.department.code, "period": period.label}


def _attachment(name: str) -> str:
    """Both forms of a file name: plain ASCII for old clients, and as it is."""
    safe = re.sub(r"[^\w .–-]+", "-", name)
    ascii_only = re.sub(r"[^A-Za-z0-9 ._-]+", "-", _unaccented(safe))
    return f"attachment; filename=\"{ascii_only}\"; filename*=UTF-8''{quote(safe)}"


def _unaccented(text: str) -> str:
    return "".join(
        (fold(letter).upper() if letter.isupper() else fold(letter)) if letter.isalpha() else letter for letter in text
    )


@require_POST
def audit_card_pdf(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """Ask for one audit's card as PDF."""
    audit = get_object_or_404(access.audits_visible_to(request.user).exclude(status=AuditStatus.DRAFT), uuid=uuid)
    require_recent_authentication(request, then=audit.get_absolute_url())
    try:
        log_reading(request, audit, AccessKind.CARD)
        asked: Any = jobs.request_audit_card(audit=audit, by=request.user)
    except PurposeMissing:
        return ask_for_purpose(audit, then=audit.get_absolute_url())
    except jobs.NotAllowed as error:
        raise Http404 from error
    return redirect(asked)

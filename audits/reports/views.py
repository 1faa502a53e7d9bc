"""Reports: asked for, watched while they are made, listed, read and downloaded."""

import logging
import uuid as uuids
from typing import Any, cast

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from audits import access
from audits.access.recency import require_recent_authentication
from audits.access.requests import SignedInRequest
from audits.access_log import purposes
from audits.access_log.log import PurposeMissing, record_access
from audits.access_log.purposes import ask_for_kept_purpose, ask_for_purpose, log_reading
from audits.choices import AccessKind, AuditStatus, ReportKind, ReportLevel, ReportState, Role
from audits.document_sources import code_version
from audits.exports import CSV_TYPE, XLSX_TYPE, xlsx_response
from audits.fieldwork.audit_page import audit_page
from audits.figures import patterns
from audits.models import Audit, Department, Report
from audits.models.periods import free
from audits.models.reports import ANSWERS_KEPT_FOR, OTHER_FORMS, path_beside
from audits.reports import again, comparisons, jobs, turns
from audits.reports.auditors import patterns_of
from audits.reports.blank import blank_card as card_of
from audits.reports.blank_file import blank_card_sheets
from audits.reports.department.contents import Level
from audits.reports.department.layout import laid
from audits.reports.department.report import department_report
from audits.reports.documents import blank_card_pdf
from audits.reports.file_names import attachment, file_name, is_full_level
from audits.reports.forms import BlankCardForm, PatternsForm
from audits.reports.results.asked import chosen_selections, selection_forms
from audits.reports.results.comparison_page import comparison_page
from audits.reports.results.kept_comparison import period_shown, selections_of
from standards.models import Edition

logger = logging.getLogger(__name__)

REPORTS_ON_A_PAGE = 25


def _visible(request: SignedInRequest) -> QuerySet[Report]:
    found: QuerySet[Report] = access.reports_visible_to(request.user).select_related(
        "department", "other_department", "audit", "batch", "requested_by"
    )
    return found


@require_safe
def report(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """One report: being made, failed, or to be downloaded."""
    return _page(request, get_object_or_404(_visible(request), uuid=uuid))


def _page(request: SignedInRequest, found: Report, *, refused: str = "") -> HttpResponse:
    """`refused`: why it is not ordered again."""
    period = free(found.period_start, found.period_end)
    about = found.audit.receipt if found.audit else f"{found.department_then.code}, {period.label}"
    selections = selections_of(found) if found.kind == ReportKind.COMPARISON else ()
    if selections:
        about = f"{' · '.join(dict.fromkeys(each.department.code for each in selections))}, {period_shown(found)}"
    shown = {
        "period": period,
        "selections": selections,
        "heading": f"{found.get_kind_display()}: {about}",
        "is_full": is_full_level(found),
        "answers_kept_for": ANSWERS_KEPT_FOR.days,
        "refused": refused,
    }
    status = 429 if refused else 200
    return render(request, "audits/reports/report.html", shown | _state_of(request, found), status=status)


@require_POST
def report_cancel(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """Whoever ordered it no longer wants what is not made yet."""
    found = get_object_or_404(_visible(request).filter(requested_by=request.user), uuid=uuid)
    if not again.cancel(found, by=request.user):
        messages.info(request, _("It was not cancelled: its making had ended already."))
    return redirect(found)


@require_POST
def report_again(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """Whoever ordered what failed or was cancelled orders it once more: of the same, with the data as they are now."""
    found = get_object_or_404(_visible(request).filter(requested_by=request.user), uuid=uuid)
    if found.state not in again.TO_ORDER_AGAIN:
        return redirect(found)
    given = purposes.in_force(request) if is_full_level(found) else None
    if is_full_level(found) and given is None:
        return ask_for_kept_purpose(found.get_absolute_url())
    try:
        if found.audit:
            require_recent_authentication(request, then=found.get_absolute_url())
            log_reading(request, found.audit, AccessKind.CARD)
        ordered = again.order_again(
            found,
            by=request.user,
            purpose=given.purpose if given else None,
            justification=given.justification if given else "",
            request=request,
        )
    except PurposeMissing:
        return ask_for_purpose(cast(Audit, found.audit), then=found.get_absolute_url())
    except turns.TooManyWaiting as error:
        return _page(request, found, refused=str(error))
    except comparisons.NothingToCompare:
        # Its page says why: since then one of the two has become a part of the other.
        return redirect(f"{reverse('audits:results_comparison')}?{found.compared}")
    except jobs.NotAllowed as error:
        raise Http404 from error
    return redirect(ordered)


@require_safe
def report_status(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """How far the report is, for the page that waits for it: 204 while nothing has changed since `seen`."""
    found = get_object_or_404(_visible(request), uuid=uuid)
    shown = _state_of(request, found)
    if request.GET.get("seen") == shown["seen"]:
        return HttpResponse(status=204)
    return render(request, "audits/reports/_report_status.html", shown)


def _state_of(request: SignedInRequest, kept: Report) -> dict[str, Any]:
    """`again`: where it is asked for once more; who ordered it has a button where it failed or was cancelled."""
    if kept.audit:
        address = kept.audit.get_absolute_url()
    elif kept.kind == ReportKind.COMPARISON:
        address = f"{reverse('audits:results_comparison')}?{kept.compared}"
    else:
        address = reverse("audits:answers" if kept.kind == ReportKind.ANSWERS else "audits:reports")
    is_own = kept.requested_by_id == request.user.pk
    others = turns.others_of_account(kept) if is_own else 0
    return {
        "report": kept,
        "worker_is_away": turns.worker_is_away(kept),
        "again": address,
        "is_own": is_own,
        "others": others,
        "seen": f"{kept.state}-{kept.progress}" + (f"-{others}" if others else ""),
    }


@require_safe
def report_screen(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """The figures of a department's report as a page. Whether the stored file still shows the same is said, and whether
    the portal itself has changed since it was made.

    At the full level they are those of now, and that somebody looked at them is logged.
    """
    kept = get_object_or_404(_visible(request), uuid=uuid, kind=ReportKind.DEPARTMENT)
    level = jobs.level_of(kept)
    if kept.level == ReportLevel.FULL:
        given = purposes.in_force(request)
        if given is None:
            return ask_for_kept_purpose(request.get_full_path())
        _log_full(request, kept, AccessKind.FULL_PAGE, given)
        level = Level("full", given.purpose.label, timezone.now())
    figures = department_report(kept.department, free(kept.period_start, kept.period_end), level=level)
    is_done = kept.state == ReportState.DONE
    shown = {
        "kept": kept,
        "laid": laid(figures),
        "changed_since": is_done and kept.fingerprint != figures.fingerprint,
        "made_by_other_sources": is_done and kept.code_version != code_version(),
    }
    return render(request, "audits/reports/report_screen.html", shown)


@require_safe
def report_download(request: SignedInRequest, uuid: uuids.UUID) -> FileResponse | HttpResponse:
    """The file, to whoever may see the report at this moment. An audit's card and the full level are logged as read."""
    found = get_object_or_404(_visible(request), uuid=uuid, state=ReportState.DONE)
    return _download(request, found, found.form)


@require_safe
def report_file(request: SignedInRequest, uuid: uuids.UUID, form: str) -> FileResponse | HttpResponse:
    """What a report says in another form, an audit's card or a comparison too, as it was when its PDF was made."""
    if form not in OTHER_FORMS:
        raise Http404
    with_others = _visible(request).exclude(kind=ReportKind.ANSWERS)
    found = get_object_or_404(with_others, uuid=uuid, state=ReportState.DONE)
    return _download(request, found, form)


_TYPES = {"pdf": "application/pdf", "xlsx": XLSX_TYPE, "csv": CSV_TYPE, "json": "application/json"}


def _download(request: SignedInRequest, kept: Report, form: str) -> FileResponse | HttpResponse:
    is_full = is_full_level(kept)
    if kept.audit or is_full:
        require_recent_authentication(request, then=kept.get_absolute_url())
    try:
        file = kept.file.storage.open(path_beside(str(kept.file.name), form), "rb")
    except FileNotFoundError as error:
        # Older reports have their PDF alone.
        if form == kept.form:
            logger.exception("The file of report %s is missing", kept.uuid)
        raise Http404 from error
    if kept.audit:
        try:
            log_reading(request, kept.audit, AccessKind.DOWNLOAD, kept)
        except PurposeMissing:
            file.close()
            return ask_for_purpose(kept.audit, then=kept.get_absolute_url())
    if is_full:
        given = purposes.in_force(request)
        if given is None:
            file.close()
            return ask_for_kept_purpose(kept.get_absolute_url())
        _log_full(request, kept, AccessKind.FULL_DOWNLOAD, given)
    logger.info("Report %s (%s) downloaded by account %s", kept.uuid, form, request.user.pk)
    response = FileResponse(file, content_type=_TYPES[form])
    response["Content-Disposition"] = attachment(f"{file_name(kept)}.{form}")
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _log_full(request: SignedInRequest, kept: Report, kind: AccessKind, given: purposes.Given) -> None:
    record_access(
        reader=request.user,
        kind=kind,
        report=kept,
        purpose=given.purpose,
        justification=given.justification,
        request=request,
    )


@require_POST
def audit_card_pdf(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """Ask for one audit's card as PDF."""
    audit = get_object_or_404(access.audits_visible_to(request.user).exclude(status=AuditStatus.DRAFT), uuid=uuid)
    require_recent_authentication(request, then=audit.get_absolute_url())
    try:
        log_reading(request, audit, AccessKind.CARD)
        asked: Any = jobs.request_audit_card(audit=audit, by=request.user)
    except PurposeMissing:
        return ask_for_purpose(audit, then=audit.get_absolute_url())
    except turns.TooManyWaiting as error:
        messages.error(request, str(error))
        return audit_page(request, audit, status=429)
    except jobs.NotAllowed as error:
        raise Http404 from error
    return redirect(asked)


@require_POST
def comparison_pdf(request: SignedInRequest) -> HttpResponse:
    """Ask for two selections side by side, as the address says them, as PDF."""
    forms, departments = selection_forms(request)
    if not all(form.is_valid() for form in forms):
        return comparison_page(request)
    first, second = chosen_selections(forms, departments)
    try:
        asked = comparisons.request_comparison(first=first, second=second, by=request.user)
    except comparisons.NothingToCompare:
        return comparison_page(request, status=422)
    except turns.TooManyWaiting as error:
        return comparison_page(request, status=429, refused=str(error))
    except jobs.NotAllowed as error:
        raise Http404 from error
    return redirect(asked)


@require_safe
def blank_card(request: SignedInRequest) -> HttpResponse | FileResponse:
    """A form; with its fields in the address, the checklist in force today as a PDF, or as a workbook (`plik=xlsx`)."""
    if not access.roles(request.user) & {Role.AUDITOR, Role.HR}:
        raise Http404
    edition = Edition.objects.in_force_on(timezone.localdate()).select_related("publication").first()
    if edition is None:
        raise Http404
    form = BlankCardForm(request.GET if "way" in request.GET else None, edition=edition)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "audits/reports/blank_card.html", {"form": form, "edition": edition}, status=status)
    card = card_of(edition, **form.cleaned_data)
    if card is None:
        form.say_nothing_seen()
        return render(request, "audits/reports/blank_card.html", {"form": form, "edition": edition}, status=422)
    name = f"karta-{card.method}-{card.channel}"
    if request.GET.get("plik") == "xlsx":
        return xlsx_response(f"{name}.xlsx", blank_card_sheets(card))
    response = HttpResponse(blank_card_pdf(card), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response


@require_safe
def auditor_patterns(request: SignedInRequest) -> HttpResponse:
    """Figures of named auditors: shown for a purpose that is kept, and each look is logged."""
    if Role.HR not in access.roles_in(request):
        raise Http404
    given = purposes.in_force(request)
    if given is None:
        return ask_for_kept_purpose(request.get_full_path())
    sent = {name: request.GET.get(name) or usual for name, usual in PatternsForm.usual().items()}
    form = PatternsForm(sent | {"department": request.GET.get("department", "")}, user=request.user)
    shown = {"form": form, "given": given, "fewest": patterns.FEWEST_AUDITS, "quick": patterns.QUICK_MINUTES}
    if not form.is_valid():
        return render(request, "audits/reports/patterns.html", shown, status=422)
    audits = access.audits_held_by_hr(request.user).filter(
        took_place_at__gte=form.period.start, took_place_at__lt=form.period.end
    )
    if chosen := form.cleaned_data["department"]:
        audits = audits.filter(department__in=Department.objects.under(chosen, timezone.localdate()).values("pk"))
    methods = patterns_of(audits, hidden=request.user.pk)
    record_access(
        reader=request.user,
        kind=AccessKind.PATTERNS,
        purpose=given.purpose,
        justification=given.justification,
        request=request,
    )
    shown |= {"methods": methods, "period": form.period, "confidence": round(patterns.CONFIDENCE * 100)}
    return render(request, "audits/reports/patterns.html", shown)

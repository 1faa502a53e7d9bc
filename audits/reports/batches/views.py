"""Orders of many reports: given, watched, cancelled, retried, and fetched as a ZIP. For whoever gave them."""

import logging
import uuid as uuids
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from audits import access
from audits.access.recency import require_recent_authentication
from audits.access.requests import SignedInRequest
from audits.access_log import purposes
from audits.access_log.log import record_reports
from audits.access_log.purposes import ask_for_kept_purpose
from audits.choices import AccessKind, ReportLevel, Role
from audits.models import Batch
from audits.models.periods import free
from audits.reports import jobs
from audits.reports.batches import ordering
from audits.reports.batches.forms import BatchForm
from audits.reports.batches.progress import progress_of
from audits.reports.batches.zipping import zip_name, zipped
from audits.reports.file_names import attachment
from audits.reports.ordering.forms import said_by_address
from audits.reports.turns import TooManyWaiting

logger = logging.getLogger(__name__)

BATCHES_SHOWN = 20


def _visible(request: SignedInRequest) -> QuerySet[Batch]:
    found: QuerySet[Batch] = access.batches_visible_to(request.user).select_related("department", "requested_by")
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def batches(request: SignedInRequest) -> HttpResponse:
    """For HR: the form that orders the reports of many departments, and the account's latest such orders."""
    if Role.HR not in access.roles_in(request):
        raise Http404
    if request.method != "POST":
        return _form_page(request, BatchForm(user=request.user, initial=said_by_address(request.GET)))
    form = BatchForm(request.POST, user=request.user)
    if not form.is_valid():
        return _form_page(request, form, status=422)
    level = form.cleaned_data["level"]
    given = purposes.in_force(request) if level == ReportLevel.FULL else None
    if level == ReportLevel.FULL and given is None:
        # Once it is said, the form stands there as it was filled in.
        return ask_for_kept_purpose(form.address)
    try:
        batch = ordering.order_batch(
            department=form.chosen_department,
            period=form.cleaned_data["chosen"],
            by=request.user,
            level=level,
            purpose=given.purpose if given else None,
            justification=given.justification if given else "",
            request=request,
        )
    except TooManyWaiting as error:
        form.add_error(None, str(error))
        return _form_page(request, form, status=429)
    except ordering.NoDepartments:
        form.add_error("period", _("None of these departments was there at the end of this period. Choose another."))
        return _form_page(request, form, status=422)
    except jobs.NotAllowed as error:
        raise Http404 from error
    return redirect(batch)


def _form_page(request: SignedInRequest, form: BatchForm, status: int = 200) -> HttpResponse:
    orders = [(batch, free(batch.period_start, batch.period_end)) for batch in _visible(request)[:BATCHES_SHOWN]]
    shown = {"form": form, "orders": orders, "given": purposes.in_force(request)}
    return render(request, "audits/reports/batches/batches.html", shown, status=status)


@require_safe
def batch(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """One order: how far each of its reports is."""
    return _page(request, get_object_or_404(_visible(request), uuid=uuid))


def _page(request: SignedInRequest, found: Batch, *, refused: str = "") -> HttpResponse:
    """`refused`: why nothing is ordered again."""
    period = free(found.period_start, found.period_end)
    about = found.department.code if found.department else _("all departments")
    shown = {
        "heading": _("Reports: %(code)s, %(period)s") % {"code": about, "period": period.label},
        "period": period,
        "is_full": found.level == ReportLevel.FULL,
        "refused": refused,
    }
    status = 429 if refused else 200
    return render(request, "audits/reports/batches/batch.html", shown | _state_of(request, found), status=status)


def _state_of(request: SignedInRequest, found: Batch) -> dict[str, Any]:
    return {"batch": found, "progress": progress_of(found, by=request.user)}


@require_safe
def batch_status(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """How far it is, for the page that waits: 204 while nothing has changed since `seen`."""
    shown = _state_of(request, get_object_or_404(_visible(request), uuid=uuid))
    if request.GET.get("seen") == shown["progress"].seen:
        return HttpResponse(status=204)
    return render(request, "audits/reports/batches/_status.html", shown)


@require_POST
def batch_cancel(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """What is not made yet is no longer wanted; what is made stays."""
    found = get_object_or_404(_visible(request), uuid=uuid)
    cancelled = ordering.cancel_rest(found, by=request.user)
    if cancelled:
        text = ngettext("%(n)d report was cancelled.", "%(n)d reports were cancelled.", cancelled)
        messages.success(request, text % {"n": cancelled})
    else:
        messages.info(request, _("Nothing was cancelled: the making of all had ended already."))
    return redirect(found)


@require_POST
def batch_retry(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """What failed or was cancelled is ordered once more, with the data as they are now."""
    found = get_object_or_404(_visible(request), uuid=uuid)
    given = purposes.in_force(request) if found.level == ReportLevel.FULL else None
    if found.level == ReportLevel.FULL and given is None:
        return ask_for_kept_purpose(found.get_absolute_url())
    try:
        ordering.retry(
            found,
            by=request.user,
            purpose=given.purpose if given else None,
            justification=given.justification if given else "",
            request=request,
        )
    except TooManyWaiting as error:
        return _page(request, found, refused=str(error))
    return redirect(found)


@require_safe
def batch_zip(request: SignedInRequest, uuid: uuids.UUID) -> StreamingHttpResponse | HttpResponse:
    """The PDFs of what is made so far. At the full level each of them is logged as handed out."""
    found = get_object_or_404(_visible(request), uuid=uuid)
    progress = progress_of(found, by=request.user)
    if not progress.done:
        raise Http404
    if found.level == ReportLevel.FULL:
        require_recent_authentication(request, then=found.get_absolute_url())
        given = purposes.in_force(request)
        if given is None:
            return ask_for_kept_purpose(found.get_absolute_url())
        missing = progress.missing
        record_reports(
            reader=request.user,
            kind=AccessKind.FULL_DOWNLOAD,
            reports=[line.report for line in progress.lines if line not in missing],
            purpose=given.purpose,
            justification=given.justification,
            request=request,
        )
    logger.info("The reports of batch %s downloaded by account %s", found.uuid, request.user.pk)
    response = StreamingHttpResponse(zipped(progress), content_type="application/zip")
    response["Content-Disposition"] = attachment(f"{zip_name(found)}.zip")
    response["X-Content-Type-Options"] = "nosniff"
    return response

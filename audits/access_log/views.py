"""Who read whose results: the whole log for the data protection officer, one's own part for everybody."""

import uuid as uuids

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from audits import access
from audits.access.recency import require_recent_authentication
from audits.access.requests import SignedInRequest, local_address
from audits.access_log import purposes
from audits.access_log.forms import PurposeForm
from audits.access_log.log import record_access
from audits.access_log.tables import AccessLogFilter, AccessLogTable, OwnReadersTable
from audits.choices import AccessKind, Role
from audits.exports import Column, Value, csv_response
from audits.models import AccessRecord
from audits.tables import BoundedPaginator, show_page

READINGS_ON_A_PAGE = 50


def _chosen(request: SignedInRequest) -> tuple[AccessLogFilter, QuerySet[AccessRecord]]:
    """The filter as filled in, and the readings that it leaves; none where it is filled in wrongly."""
    if Role.DPO not in access.roles_in(request):
        raise Http404
    visible = access.access_log_visible_to(request.user).select_related("reader", "employee", "audit", "account")
    chosen = AccessLogFilter(request.GET, queryset=visible, request=request)
    return chosen, chosen.qs if chosen.is_valid() else visible.none()


@require_safe
def access_log(request: SignedInRequest) -> HttpResponse:
    chosen, readings = _chosen(request)
    table = AccessLogTable(readings)
    show_page(table, request, rows=READINGS_ON_A_PAGE, paginator=BoundedPaginator)
    shown = {"table": table, "filter": chosen, "query": request.GET.urlencode()}
    return render(request, "audits/access_log/access_log.html", shown)


@require_safe
def access_log_file(request: SignedInRequest) -> StreamingHttpResponse:
    """The readings chosen as CSV, as Polish spreadsheets read it. That it was taken is logged too."""
    _filter, readings = _chosen(request)
    require_recent_authentication(request, then=f"{reverse('audits:access_log')}?{request.GET.urlencode()}")
    taken = record_access(reader=request.user, kind=AccessKind.LOG_EXPORT, request=request)
    # Without the row about itself: the file holds what the page showed.
    rows = readings.filter(number__lt=taken.number).order_by("number")
    day = timezone.localdate().isoformat()
    lines = map(_cells, rows.iterator(chunk_size=1000))
    return csv_response(f"dziennik-dostepu-{day}.csv", [Column(heading) for heading in _headings()], lines)


def _headings() -> tuple[str, ...]:
    return (
        _("No."),
        _("When"),
        _("Who"),
        _("User name"),
        _("Roles"),
        _("What"),
        _("Whose"),
        _("Personnel number"),
        _("Audit"),
        _("Purpose"),
        _("Justification"),
        _("From where"),
        "SHA-256",
    )


def _cells(row: AccessRecord) -> tuple[Value, ...]:
    return (
        row.number,
        timezone.localtime(row.at).strftime("%Y-%m-%d %H:%M:%S"),
        str(row.reader),
        row.reader.get_username(),
        row.roles_shown,
        str(row.get_kind_display()),
        str(row.employee or row.account or ""),
        row.employee.number if row.employee else "",
        str(row.audit or ""),
        row.purpose_shown,
        row.justification or row.detail_shown,
        row.address,
        row.hash,
    )


@require_safe
def own_readers(request: SignedInRequest) -> HttpResponse:
    """Who read the audits of the person who asks; those not released to them are not told by their number."""
    shown = Exists(access.own_released_audits(request.user).filter(pk=OuterRef("audit")))
    readings = access.readings_about(request.user).select_related("reader", "audit").annotate(is_shown=shown)
    table = OwnReadersTable(readings)
    show_page(table, request, rows=READINGS_ON_A_PAGE, paginator=BoundedPaginator)
    return render(request, "audits/access_log/own_readers.html", {"table": table})


@require_http_methods(["GET", "HEAD", "POST"])
def purpose(request: SignedInRequest, uuid: uuids.UUID | None = None) -> HttpResponse:
    """Asks for the purpose, of one audit or of all that follow. Of the audit it tells what the list does."""
    if Role.HR not in access.roles_in(request):
        raise Http404
    audit = None
    if uuid is not None:
        others = access.audits_visible_to(request.user).exclude(auditor=request.user).select_related("department")
        audit = get_object_or_404(others, uuid=uuid)
    then = local_address(request.POST.get("next") or request.GET.get("next", "")) or (
        audit.get_absolute_url() if audit else reverse("audits:audits")
    )
    form = PurposeForm(request.POST if request.method == "POST" else None, for_one_audit=audit is not None)
    if form.is_bound and form.is_valid():
        purposes.give(request, audit=audit, **form.cleaned_data)
        return redirect(then)
    shown = {"form": form, "audit": audit, "next": then, "in_force": purposes.in_force(request, audit)}
    return render(request, "audits/access_log/purpose.html", shown, status=422 if form.is_bound else 200)

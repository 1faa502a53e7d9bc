"""Who read whose results: the whole log for the data protection officer, one's own part for everybody."""

import csv
from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from audits import access
from audits.access_log import record_access
from audits.choices import AccessKind, Role
from audits.filters import AccessLogFilter
from audits.models import AccessRecord
from audits.reports.tabulation import neutralised
from audits.signin.recency import require_recent_authentication
from audits.tables import AccessLogTable, OwnReadersTable
from audits.views.paging import show_page

READINGS_ON_A_PAGE = 50


def _chosen(request: HttpRequest) -> tuple[AccessLogFilter, QuerySet[AccessRecord]]:
    """The filter as filled in, and the readings that it leaves; none where it is filled in wrongly."""
    if Role.DPO not in access.roles_in(request):
        raise Http404
    visible = access.access_log_visible_to(request.user).select_related("reader", "employee", "audit")
    chosen = AccessLogFilter(request.GET, queryset=visible, request=request)
    return chosen, chosen.qs if chosen.is_valid() else visible.none()


@require_safe
def access_log(request: HttpRequest) -> HttpResponse:
    chosen, readings = _chosen(request)
    table = AccessLogTable(readings)
    show_page(table, request, rows=READINGS_ON_A_PAGE)
    shown = {"table": table, "filter": chosen, "query": request.GET.urlencode()}
    return render(request, "audits/access_log.html", shown)


class _Line:
    """A file for `csv.writer` that gives each line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


@require_safe
def access_log_file(request: HttpRequest) -> StreamingHttpResponse:
    """The readings chosen as CSV, as Polish spreadsheets read it. That it was taken is logged too."""
    _filter, readings = _chosen(request)
    require_recent_authentication(request, then=f"{reverse('audits:access_log')}?{request.GET.urlencode()}")
    taken = record_access(reader=request.user, kind=AccessKind.LOG_EXPORT, request=request)
    # Without the row about itself: the file holds what the page showed.
    rows = readings.filter(number__lt=taken.number).order_by("number")
    response = StreamingHttpResponse(_lines(rows), content_type="text/csv; charset=utf-8")
    day = timezone.localdate().isoformat()
    response["Content-Disposition"] = f'attachment; filename="dziennik-dostepu-{day}.csv"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _lines(rows: QuerySet[AccessRecord]) -> Iterator[str]:
    write = csv.writer(_Line(), delimiter=";").writerow
    yield "\ufeff"
    yield write(
        [
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
        ]
    )
    for row in rows.iterator(chunk_size=1000):
        yield write(neutralised(str(cell)) for cell in _cells(row))


def _cells(row: AccessRecord) -> tuple[Any, ...]:
    return (
        row.number,
        timezone.localtime(row.at).strftime("%Y-%m-%d %H:%M:%S"),
        row.reader,
        row.reader.get_username(),
        row.roles_shown,
        row.get_kind_display(),
        row.employee or "",
        row.employee.number if row.employee else "",
        row.audit or "",
        row.purpose_shown,
        row.justification,
        row.address,
        row.hash,
    )


@require_safe
def own_readers(request: HttpRequest) -> HttpResponse:
    """Who read the audits of the person who asks; those not released to them are not told by their number."""
    shown = Exists(access.own_released_audits(request.user).filter(pk=OuterRef("audit")))
    readings = access.readings_about(request.user).select_related("reader", "audit").annotate(is_shown=shown)
    table = OwnReadersTable(readings)
    show_page(table, request, rows=READINGS_ON_A_PAGE)
    return render(request, "audits/own_readers.html", {"table": table})

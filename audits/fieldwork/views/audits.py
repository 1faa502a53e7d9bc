"""The list of audits, and one audit."""

import re
import uuid as uuids
from urllib.parse import urlencode

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from audits import access
from audits.access.recency import require_recent_authentication
from audits.access.requests import SignedInRequest
from audits.access_log import purposes
from audits.access_log.purposes import log_readings
from audits.choices import AccessKind, Role
from audits.exports import xlsx_response
from audits.fieldwork.audit_page import audit_page
from audits.fieldwork.list_file import MOST_AUDITS_IN_A_FILE, list_sheets, narrowed_to
from audits.fieldwork.tables import AuditFilter, AuditTable
from audits.tables import BoundedPaginator, remember_list, show_page, sort

AUDITS_ON_A_PAGE = 25


@require_safe
def audit_list(request: SignedInRequest) -> HttpResponse:
    """The audits that the account may see. Whom others' audits are about is shown to HR once they said what for."""
    is_hr = Role.HR in access.roles_in(request)
    given = purposes.in_force(request) if is_hr else None
    chosen, table = _list(request, is_hr=is_hr, given=given)
    if is_hr and not given and _is_name(chosen) and not chosen.qs.exists():
        # Whether there are any is said to whoever said what for.
        return redirect(f"{reverse('audits:purpose')}?{urlencode({'next': request.get_full_path()})}")
    show_page(table, request, rows=AUDITS_ON_A_PAGE, paginator=BoundedPaginator)
    table.show_scores()
    remember_list(request)
    if given:
        shown_now = [row.record for row in table.paginated_rows]
        log_readings(request, AccessKind.LIST, shown_now, given, each=_looks_for_somebody(request, chosen))
    shown = {
        "table": table,
        "filter": chosen,
        "asks_for_purpose": is_hr,
        "given": given,
        "query": request.GET.urlencode(),
    }
    return render(request, "audits/fieldwork/list.html", shown)


def _list(request: SignedInRequest, *, is_hr: bool, given: purposes.Given | None) -> tuple[AuditFilter, AuditTable]:
    """The filter as filled in, and all that it leaves."""
    visible = access.audits_visible_to(request.user)
    visible = visible.select_related("department", "employee", "auditor", "superseded_by")
    # To an auditor every row is their own.
    names_of = request.user if is_hr and not given else None
    chosen = AuditFilter(request.GET, queryset=visible, request=request, names_of=names_of)
    audits = chosen.qs if chosen.is_valid() else visible.none()
    return chosen, AuditTable(audits, names_of=names_of, exclude=() if is_hr else ("auditor",))


@require_safe
def audit_list_file(request: SignedInRequest) -> FileResponse | HttpResponse:
    """For HR: the list as it is narrowed and sorted, whole, as a workbook. A row an audit is the full level: for a
    purpose, and everybody whom the file names is logged as read.
    """
    if Role.HR not in access.roles_in(request):
        raise Http404
    back = f"{reverse('audits:audits')}?{request.GET.urlencode()}"
    given = purposes.in_force(request)
    if given is None:
        return HttpResponseRedirect(f"{reverse('audits:purpose')}?{urlencode({'next': back})}")
    require_recent_authentication(request, then=back)
    chosen, table = _list(request, is_hr=True, given=given)
    if not chosen.is_valid():
        return HttpResponseRedirect(back)
    sort(table, request)
    # Once: what is logged is what is written.
    audits = [row.record for row in table.rows]
    if len(audits) > MOST_AUDITS_IN_A_FILE:
        told = _("These are %(n)d audits, and a file holds at most %(most)d. Narrow the list.")
        messages.error(request, told % {"n": len(audits), "most": MOST_AUDITS_IN_A_FILE})
        return HttpResponseRedirect(back)
    log_readings(request, AccessKind.LIST_FILE, audits, given, each=True)
    sheets = list_sheets(audits, given=given, narrowed_to=narrowed_to(chosen.form))
    day = timezone.localdate().isoformat()
    return xlsx_response(f"audyty-{day}-poziom-pelny.xlsx", sheets)


def _is_name(chosen: AuditFilter) -> bool:
    """Receipt numbers have digits, names have none."""
    text = chosen.form.cleaned_data.get("text", "") if chosen.is_valid() else ""
    return bool(text.strip()) and not re.search(r"[\d/]", text)


def _looks_for_somebody(request: SignedInRequest, chosen: AuditFilter) -> bool:
    """Narrowed in any way, or in the order of the names, a list leads to one person as a search for them does."""
    return bool(chosen.is_valid() and any(chosen.form.cleaned_data.values())) or "sort" in request.GET


@require_safe
def audit(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """A submitted audit with all that came of it; a draft is filled instead."""
    visible = access.audits_visible_to(request.user)
    visible = visible.select_related("department", "employee", "edition", "auditor", "corrects", "superseded_by")
    found = get_object_or_404(visible, uuid=uuid)
    if found.is_draft:
        return redirect("audits:fill", uuid)
    return audit_page(request, found)

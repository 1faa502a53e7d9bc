"""HR shows people the audits about them: many of a department and period at once, or one."""

import uuid as uuids
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from audits import access
from audits.access.requests import SignedInRequest
from audits.access_log import purposes
from audits.access_log.log import PurposeMissing, record_accesses
from audits.access_log.purposes import ask_for_purpose, log_reading
from audits.assessed.forms import ReleaseFilter, ReleaseForm
from audits.assessed.releasing import RELEASED_AT_ONCE, notes_of
from audits.assessed.tables import StatementsTable
from audits.choices import AccessKind, Role
from audits.models import Department, earlier_version_released
from audits.tables import show_page


@require_http_methods(["GET", "HEAD", "POST"])
def releases(request: SignedInRequest) -> HttpResponse:
    """What waits to be released, with its notes once HR has said what for; a POST releases what was shown."""
    if Role.HR not in access.roles_in(request):
        raise Http404
    chosen = ReleaseFilter(request.GET or None, user=request.user)
    form = ReleaseForm(request.POST if request.method == "POST" else None, user=request.user)
    given = purposes.in_force(request)
    if form.is_bound and given and form.is_valid() and (done := form.save()) is not None:
        messages.success(request, _released(len(done)))
        return redirect(f"{request.path}?{request.GET.urlencode()}" if request.GET else request.path)
    waiting = _narrowed(access.audits_to_release(request.user), chosen)
    shown = []
    if given:
        shown = list(
            waiting.select_related("department", "employee")
            .annotate(corrects_shown=earlier_version_released())
            # First what takes the place of a result that the person still sees.
            .order_by("-corrects_shown", "took_place_at", "pk")[:RELEASED_AT_ONCE]
        )
        record_accesses(
            reader=request.user,
            kind=AccessKind.NOTES,
            audits=shown,
            purpose=given.purpose,
            justification=given.justification,
            request=request,
        )
    context = {
        "filter": chosen,
        "form": form,
        "given": given,
        "waiting": waiting.count(),
        "shown": notes_of(shown),
        "purpose_query": urlencode({"next": request.get_full_path()}),
    }
    return render(
        request, "audits/assessed/releases.html", context, status=422 if form.errors or chosen.errors else 200
    )


def _narrowed(waiting: Any, chosen: ReleaseFilter) -> Any:
    if not chosen.is_bound:
        return waiting
    if not chosen.is_valid():
        return waiting.none()
    department, since, until = (chosen.cleaned_data[name] for name in ("department", "since", "until"))
    if department:
        below = Department.objects.under(department, timezone.localdate())
        waiting = waiting.filter(department__in=below.values("pk"))
    if since:
        waiting = waiting.filter(took_place_at__date__gte=since)
    return waiting.filter(took_place_at__date__lte=until) if until else waiting


@require_http_methods(["GET", "HEAD", "POST"])
def release(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """The notes of one audit, and the act that shows it to the person it is about."""
    waiting = access.audits_to_release(request.user).select_related("department", "employee")
    waiting = waiting.annotate(corrects_shown=earlier_version_released())
    audit = get_object_or_404(waiting, uuid=uuid)
    form = ReleaseForm(request.POST if request.method == "POST" else None, user=request.user)
    if form.is_bound and form.is_valid() and form.cleaned_data["audit"] == [uuid] and (done := form.save()) is not None:
        messages.success(request, _released(len(done)))
        return redirect(audit)
    try:
        log_reading(request, audit, AccessKind.NOTES)
    except PurposeMissing:
        return ask_for_purpose(audit, then=request.path)
    shown = {"audit": audit, "form": form, "shown": notes_of([audit])}
    return render(request, "audits/assessed/release.html", shown, status=422 if form.is_bound else 200)


def _released(count: int) -> str:
    return ngettext(
        "%(count)d audit has been released to the person it is about.",
        "%(count)d audits have been released to the people they are about.",
        count,
    ) % {"count": count}


STATEMENTS_ON_A_PAGE = 25


@require_safe
def statements(request: SignedInRequest) -> HttpResponse:
    """Those that nobody of HR has read since they were made, the oldest first; or all, the latest first."""
    if Role.HR not in access.roles_in(request):
        raise Http404
    every = request.GET.get("state") == "all"
    found = access.audits_replied_to(request.user).select_related("department")
    found = found.order_by("-said_at", "-pk") if every else found.filter(is_unread=True).order_by("said_at", "pk")
    table = StatementsTable(found, every=every)
    show_page(table, request, rows=STATEMENTS_ON_A_PAGE)
    return render(request, "audits/assessed/statements.html", {"table": table, "every": every})

"""What waits for another administrator: read by the data protection officer too, decided by administrators."""

import uuid as uuids
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from audits import access
from audits.access.recency import require_recent_authentication
from audits.access.requests import SignedInRequest
from audits.choices import Role
from audits.four_eyes.hands import Hands
from audits.four_eyes.waiting import WAITS_FOR, expires_at
from audits.models import AccountChange, Appointment
from audits.rights import confirming
from audits.rights.views.holdings import RIGHTS_ON_A_PAGE, only_administrators

CONFIRM, REFUSE = "confirm", "refuse"
UNPROCESSABLE, CONFLICT = 422, 409


@require_http_methods(["GET", "HEAD", "POST"])
def proposals(request: SignedInRequest) -> HttpResponse:
    if not access.reads_proposals(request.user):
        raise Http404
    if request.method != "POST":
        return _page(request)
    only_administrators(request)
    act = request.POST.get("act")
    chosen, changes = _chosen(request, "chosen"), _chosen(request, "change")
    if act not in (CONFIRM, REFUSE):
        raise Http404
    if not chosen and not changes:
        return _page(request, _("Choose at least one."), status=UNPROCESSABLE)
    require_recent_authentication(request)
    count = len(chosen) + len(changes)
    try:
        with transaction.atomic():
            if act == CONFIRM:
                confirming.confirm_appointments(chosen=chosen, by=request.user)
                confirming.confirm_changes(chosen=changes, by=request.user)
                said = ngettext("%(count)d proposal confirmed.", "%(count)d proposals confirmed.", count)
            else:
                confirming.refuse_appointments(chosen=chosen, by=request.user)
                confirming.refuse_changes(chosen=changes, by=request.user)
                said = ngettext("%(count)d proposal refused.", "%(count)d proposals refused.", count)
    except confirming.CannotConfirm as fault:
        return _page(request, f"{fault.proposal}. {fault.message}", chosen | changes, status=UNPROCESSABLE)
    except confirming.Decided:
        late = _("One of them has been decided about meanwhile, or its time is over. Nothing was written: look again.")
        return _page(request, late, status=CONFLICT)
    messages.success(request, said % {"count": count})
    return redirect("audits:proposals")


def _chosen(request: SignedInRequest, name: str) -> set[uuids.UUID]:
    found = set()
    for each in request.POST.getlist(name)[:1000]:
        try:
            found.add(uuids.UUID(each))
        except ValueError:
            raise Http404 from None
    return found


def _page(
    request: SignedInRequest, fault: str = "", chosen: set[uuids.UUID] | None = None, status: int = 200
) -> HttpResponse:
    decides = Role.ADMINISTRATOR in access.roles_in(request)
    waiting = (
        Appointment.objects.waiting()
        .select_related("user", "department", "granted_by")
        .prefetch_related("user__makings__by")
        .order_by("granted_at", "pk")
    )
    page = Paginator(waiting, RIGHTS_ON_A_PAGE).get_page(request.GET.get("page"))
    hands = Hands()
    rows: list[dict[str, Any]] = [
        {
            "one": one,
            "why_not": confirming.why_not(one, request.user, hands) if decides else "",
            "expires_at": expires_at(one),
            "chosen": one.uuid in (chosen or ()),
        }
        for one in page.object_list
    ]
    changes = [
        {
            "one": one,
            "why_not": confirming.why_not(one, request.user, hands) if decides else "",
            "expires_at": one.proposed_at + WAITS_FOR,
            "chosen": one.uuid in (chosen or ()),
        }
        for one in AccountChange.objects.waiting()
        .select_related("account", "proposed_by")
        .prefetch_related("account__makings__by")
    ]
    shown = {"page": page, "rows": rows, "changes": changes, "decides": decides, "fault": fault}
    return render(request, "audits/rights/proposals.html", shown, status=status)

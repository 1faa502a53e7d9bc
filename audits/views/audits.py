"""The list of audits, one audit, and the two ends of a draft: submitted or discarded."""

import uuid as uuids
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods
from django_tables2 import RequestConfig

from audits import access, fieldwork
from audits.choices import Role
from audits.filters import AuditFilter
from audits.forms.annulment import AnnulmentForm
from audits.models import Audit
from audits.reports.audit import audit_card
from audits.tables import AuditTable

AUDITS_ON_A_PAGE = 25


@require_GET
def audit_list(request: HttpRequest) -> HttpResponse:
    visible = access.audits_visible_to(request.user).select_related("department", "employee", "auditor")
    chosen = AuditFilter(request.GET, queryset=visible, request=request)
    # To an auditor every row is their own.
    hidden = () if Role.HR in access.roles(request.user) else ("auditor",)
    table = AuditTable(chosen.qs if chosen.is_valid() else visible.none(), exclude=hidden)
    RequestConfig(request, paginate={"per_page": AUDITS_ON_A_PAGE}).configure(table)
    return render(request, "audits/list.html", {"table": table, "filter": chosen})


@require_GET
def audit(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """A submitted audit with all that came of it; a draft is filled instead."""
    found = get_object_or_404(access.audits_visible_to(request.user), uuid=uuid)
    if found.is_draft:
        return redirect("audits:fill", uuid)
    return audit_page(request, found)


def audit_page(
    request: HttpRequest, found: Audit, form: AnnulmentForm | None = None, status: int = 200
) -> HttpResponse:
    annulments = found.annulments.select_related("proposed_by", "decided_by").order_by("-proposed_at")
    open_proposal = next((one for one in annulments if one.approved is None), None)
    may_annul = access.audits_to_annul(request.user).filter(pk=found.pk).exists()
    context: dict[str, Any] = {
        "audit": found,
        "card": audit_card(found),
        "annulments": annulments,
        "open_proposal": open_proposal,
        "form": form or AnnulmentForm(),
        "may_propose": may_annul and open_proposal is None,
        "may_decide": may_annul
        and open_proposal is not None
        and request.user.pk not in (open_proposal.proposed_by_id, found.auditor_id),
    }
    return render(request, "audits/audit.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def submit(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """What is left open, and the act that ends filling. Sent twice, it shows the same receipt."""
    mine = access.audits_visible_to(request.user).filter(auditor=request.user)
    found = get_object_or_404(mine.select_related("department", "employee"), uuid=uuid)
    if not found.is_draft:
        return redirect(found)
    draft = get_object_or_404(access.drafts_of(request.user).select_related("department", "employee"), uuid=uuid)
    if request.method == "POST":
        try:
            fieldwork.submit_audit(audit=draft, by=request.user, leave_unanswered="leave_unanswered" in request.POST)
            messages.success(request, _("The audit has been submitted."))
            return redirect(draft)
        except fieldwork.Refused as refused:
            messages.error(request, refused.message)
            return redirect("home")
        except fieldwork.Unanswered:
            # The page below lists what is open and asks for the explicit act.
            return _review(request, draft, status=422)
    return _review(request, draft)


def _review(request: HttpRequest, draft: Audit, status: int = 200) -> HttpResponse:
    answers = draft.answers.select_related("gate").order_by("position")
    left = fieldwork.pending(answers, draft.gates.order_by("position"))
    return render(
        request, "audits/submit.html", {"audit": draft, "left": left, "refused": status != 200}, status=status
    )


@require_http_methods(["GET", "HEAD", "POST"])
def discard(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    draft = get_object_or_404(access.drafts_of(request.user).select_related("department", "employee"), uuid=uuid)
    if request.method != "POST":
        return render(request, "audits/discard.html", {"audit": draft})
    try:
        fieldwork.discard_audit(audit=draft, by=request.user)
        messages.success(request, _("The draft has been discarded."))
    except fieldwork.Refused as refused:
        messages.error(request, refused.message)
    return redirect("home")

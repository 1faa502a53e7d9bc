"""Annulling a submitted audit: one person of HR proposes, another decides."""

import uuid as uuids

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from audits import access, fieldwork
from audits.forms.annulment import AnnulmentForm
from audits.views.audits import audit_page


@require_POST
def propose(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    audit = get_object_or_404(access.audits_to_annul(request.user), uuid=uuid)
    form = AnnulmentForm(request.POST)
    if not form.is_valid():
        return audit_page(request, audit, form, status=422)
    try:
        fieldwork.propose_annulment(audit=audit, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(
            request, _("The annulment has been proposed. It takes effect when a second person approves it.")
        )
    except fieldwork.Refused as refused:
        messages.error(request, refused.message)
    return redirect(audit)


@require_POST
def decide(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """Approve or reject the open proposal; `decision` is "approve" or "reject"."""
    audit = get_object_or_404(access.audits_to_annul(request.user), uuid=uuid)
    proposal = audit.annulments.filter(approved__isnull=True).first()
    if proposal is None:
        messages.info(request, _("This proposal has already been decided."))
        return redirect(audit)
    if request.POST.get("decision") not in ("approve", "reject"):
        raise Http404
    approved = request.POST["decision"] == "approve"
    try:
        fieldwork.decide_annulment(annulment=proposal, by=request.user, approved=approved)
        messages.success(
            request, _("The audit has been annulled.") if approved else _("The proposal has been rejected.")
        )
    except fieldwork.Refused as refused:
        messages.error(request, refused.message)
    return redirect(audit)

"""Correcting a submitted audit: its auditor or HR writes another version, a second person of HR decides on it."""

import uuid as uuids

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from audits import access, fieldwork
from audits.access.requests import SignedInRequest
from audits.access_log.log import PurposeMissing
from audits.access_log.purposes import ask_for_purpose, log_reading
from audits.choices import AccessKind
from audits.fieldwork.audit_page import audit_page
from audits.fieldwork.forms.amending import AnnulmentForm, CorrectionForm, RedactionForm


@require_POST
def propose_correction(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """Open the draft, a copy of the audit: to HR that is reading it."""
    audit = get_object_or_404(access.audits_to_correct(request.user), uuid=uuid)
    form = CorrectionForm(request.POST)
    if not form.is_valid():
        return audit_page(request, audit, correction_form=form, status=422)
    try:
        log_reading(request, audit, AccessKind.PAGE)
        draft = fieldwork.propose_correction(audit=audit, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("This is a copy of the audit. Mend what is wrong, then submit it."))
        return redirect("audits:fill", draft.uuid)
    except PurposeMissing:
        return ask_for_purpose(audit, then=audit.get_absolute_url())
    except fieldwork.Refused as refused:
        messages.error(request, refused.message)
    return redirect(audit)


@require_POST
def decide_correction(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """Approve or reject a proposed correction; `decision` is "approve" or "reject"."""
    version = get_object_or_404(access.corrections_to_decide(request.user), uuid=uuid)
    if request.POST.get("decision") not in ("approve", "reject"):
        raise Http404
    approved = request.POST["decision"] == "approve"
    try:
        fieldwork.decide_correction(version=version, by=request.user, approved=approved)
        messages.success(
            request,
            _("The correction has been approved and counts from now on.")
            if approved
            else _("The correction has been rejected."),
        )
        if access.corrections_to_release(request.user).filter(pk=version.pk).exists():
            messages.warning(
                request,
                _("The person was shown the audit that this replaces. Release the correction to them as well."),
            )
            return redirect("audits:release", version.uuid)
    except fieldwork.Refused as refused:
        messages.error(request, refused.message)
    return redirect(version)


@require_POST
def propose_annulment(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
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
def decide_annulment(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
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


@require_http_methods(["GET", "HEAD", "POST"])
def redact(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """The notes to choose from, logged as read."""
    audit = get_object_or_404(access.audits_to_redact(request.user).select_related("department"), uuid=uuid)
    form = RedactionForm(request.POST if request.method == "POST" else None, audit=audit)
    if form.is_bound and form.is_valid():
        try:
            said = {"passage": form.cleaned_data["passage"], "reason": form.cleaned_data["reason"]}
            if stated := form.chosen_reason:
                fieldwork.redact_reason(audit=audit, by=request.user, of=stated, **said)
            else:
                fieldwork.redact_note(audit=audit, by=request.user, **form.chosen_note, **said)
            messages.success(request, _("It has been taken out for good. That it was is shown with the audit."))
            return redirect(audit)
        except fieldwork.Refused as refused:
            form.add_error(refused.field or None, str(refused.message))
    try:
        log_reading(request, audit, AccessKind.PAGE)
    except PurposeMissing:
        return ask_for_purpose(audit, then=request.path)
    status = 422 if form.is_bound else 200
    return render(request, "audits/fieldwork/redact.html", {"audit": audit, "form": form}, status=status)

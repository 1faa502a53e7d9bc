"""Correcting a submitted audit: its auditor or HR writes another version, a second person of HR decides on it."""

import uuid as uuids

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from audits import access, fieldwork
from audits.access_log import PurposeMissing
from audits.choices import AccessKind
from audits.forms.annulment import CorrectionForm
from audits.views.audits import audit_page
from audits.views.purposes import ask_for_purpose, log_reading


@require_POST
def propose(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
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
def decide(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
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

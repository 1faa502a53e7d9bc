"""Taking something out of the notes of a finished audit."""

import uuid as uuids

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from audits import access, fieldwork
from audits.access_log import PurposeMissing
from audits.choices import AccessKind
from audits.forms.redaction import RedactionForm
from audits.views.purposes import ask_for_purpose, log_reading


@require_http_methods(["GET", "HEAD", "POST"])
def redact(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """The notes to choose from, logged as read."""
    audit = get_object_or_404(access.audits_to_redact(request.user).select_related("department"), uuid=uuid)
    form = RedactionForm(request.POST if request.method == "POST" else None, audit=audit)
    if form.is_bound and form.is_valid():
        try:
            said = {"passage": form.cleaned_data["passage"], "reason": form.cleaned_data["reason"]}
            if stated := form.chosen_reason:
                fieldwork.redact_reason(audit=audit, by=request.user, of=stated, **said)
            else:
                fieldwork.redact_note(audit=audit, by=request.user, recommendation_id=form.recommendation_id, **said)
            messages.success(request, _("It has been taken out for good. That it was is shown with the audit."))
            return redirect(audit)
        except fieldwork.Refused as refused:
            form.add_error(refused.field or None, str(refused.message))
    try:
        log_reading(request, audit, AccessKind.PAGE)
    except PurposeMissing:
        return ask_for_purpose(audit, then=request.path)
    status = 422 if form.is_bound else 200
    return render(request, "audits/redact.html", {"audit": audit, "form": form}, status=status)

"""Whom mystery shoppers' audits are about: what waits to be said, and saying it."""

import uuid as uuids

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from audits import access, fieldwork
from audits.access.requests import SignedInRequest
from audits.access_log import purposes
from audits.access_log.log import PurposeMissing
from audits.access_log.purposes import ask_for_purpose, log_reading
from audits.choices import AccessKind
from audits.fieldwork.forms.identification import IdentificationForm, NarrowForm
from audits.fieldwork.tables import UnidentifiedTable
from audits.models import Audit
from audits.tables import show_page

AUDITS_ON_A_PAGE = 25


@require_safe
def unidentified(request: SignedInRequest) -> HttpResponse:
    """Submitted audits with a desk or a name that HR has not looked into; what was typed is on the audit's own page."""
    if not access.departments_to_assign(request.user).exists():
        raise Http404
    waiting = access.audits_to_identify(request.user).filter(identifications=None).select_related("department")
    table = UnidentifiedTable(waiting)
    show_page(table, request, rows=AUDITS_ON_A_PAGE)
    return render(request, "audits/fieldwork/assignments/unidentified.html", {"table": table})


@require_http_methods(["GET", "HEAD", "POST"])
def identify(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """What the shopper typed and who worked there then, logged as read."""
    found = access.audits_to_identify(request.user).select_related("department", "assignment")
    audit = get_object_or_404(found, uuid=uuid)
    latest = audit.identifications.select_related("employee", "by").order_by("-pk").first()
    narrow = NarrowForm(request.GET)
    form = IdentificationForm(
        request.POST if request.method == "POST" else None,
        audit=audit,
        user=request.user,
        latest=latest,
        narrowed=narrow.cleaned_data["name"] if narrow.is_valid() else "",
    )
    said_what_for = purposes.in_force(request, audit) is not None
    if form.is_bound and said_what_for and form.is_valid() and _identify(request, audit, form):
        return redirect("audits:unidentified")
    try:
        log_reading(request, audit, AccessKind.IDENTIFICATION)
    except PurposeMissing:
        return ask_for_purpose(audit, then=request.get_full_path())
    shown = {"audit": audit, "form": form, "narrow": narrow, "latest": latest}
    return render(request, "audits/fieldwork/assignments/identify.html", shown, status=422 if form.is_bound else 200)


def _identify(request: SignedInRequest, audit: Audit, form: IdentificationForm) -> bool:
    try:
        fieldwork.identify_employee(
            audit=audit,
            by=request.user,
            employee=form.cleaned_data["employee"],
            replaces=form.cleaned_data["replaces"],
            reason=form.cleaned_data.get("reason", ""),
        )
    except fieldwork.Refused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.message)
        return False
    except fieldwork.Stale:
        form.add_error(None, _("Somebody else has said meanwhile whom it is about. Look at it before you go on."))
        return False
    messages.success(request, _("It has been recorded whom audit %(receipt)s is about.") % {"receipt": audit.receipt})
    return True

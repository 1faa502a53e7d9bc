"""Opening an audit, and mending what it says of the visit."""

import uuid as uuids

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from audits import access, fieldwork
from audits.access.requests import SignedInRequest, and_back
from audits.access_log.purposes import log_filling
from audits.fieldwork.forms.assignments import AssignedHeaderForm
from audits.fieldwork.forms.header import HeaderForm
from audits.fieldwork.forms.opening import OpenForm
from audits.fieldwork.forms.people import FOUND_AT_MOST, EmployeeSearchForm, asked_for


@require_http_methods(["GET", "HEAD", "POST"])
def open_audit(request: SignedInRequest) -> HttpResponse:
    """Sent twice, the form opens one audit: it carries the audit's own UUID."""
    if request.method != "POST" and (unread := access.notices_to_acknowledge(request.user).first()):
        # Auditors are told what they take on before their first audit.
        return redirect(and_back(unread.get_absolute_url(), request))
    if request.method != "POST":
        initial = OpenForm.initial_values(timezone.now()) | asked_for(request.user, request.GET)
        return _opening_page(request, OpenForm(user=request.user, initial=initial))
    form = OpenForm(request.POST, user=request.user)
    if "refresh" in request.POST:
        form.show_no_errors()
        return _opening_page(request, form)
    audit = form.open() if form.is_valid() else None
    if audit is None:
        return _opening_page(request, form, status=409 if form.opened_before else 422)
    return redirect("audits:fill", audit.uuid)


def _opening_page(request: SignedInRequest, form: OpenForm, status: int = 200) -> HttpResponse:
    if not access.departments_to_audit(request.user, timezone.localdate()).exists():
        raise Http404
    return render(request, "audits/fieldwork/open.html", {"form": form}, status=status)


@require_safe
def scope(request: SignedInRequest) -> HttpResponse:
    """The part of the opening form that method and channel decide, with how long each selection takes."""
    if not access.departments_to_audit(request.user, timezone.localdate()).exists():
        raise Http404
    form = OpenForm(request.GET, user=request.user)
    form.show_no_errors()
    return render(request, "audits/fieldwork/_scope.html", {"form": form})


@require_safe
def employees(request: SignedInRequest) -> HttpResponse:
    """Options for the name being typed."""
    form = EmployeeSearchForm(request.GET, user=request.user)
    form.is_valid()
    if not form.may_search:
        raise Http404
    found = form.found()
    return render(
        request,
        "audits/fieldwork/_employees.html",
        {"found": found[:FOUND_AT_MOST], "more": len(found) > FOUND_AT_MOST},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def header(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """Mend what a draft says of the visit."""
    draft = get_object_or_404(access.drafts_of(request.user).select_related("department", "employee"), uuid=uuid)
    if question := log_filling(request, draft):
        return question
    form_class = AssignedHeaderForm if draft.assignment_id and not draft.corrects_id else HeaderForm
    if request.method != "POST":
        return render(
            request,
            "audits/fieldwork/header.html",
            {"audit": draft, "form": form_class(audit=draft, user=request.user)},
        )
    form = form_class(request.POST, audit=draft, user=request.user)
    status = 422
    if form.is_valid():
        try:
            if form.save():
                messages.success(request, _("The visit's details have been saved."))
                return redirect("audits:fill", draft.uuid)
        except fieldwork.Stale as stale:
            # Both are shown: what was typed, in the form, and what stands, beside it. Saving again is a choice.
            form.take_version(stale.current.version)
            draft, status = stale.current, 409
    return render(
        request, "audits/fieldwork/header.html", {"audit": draft, "form": form, "stale": status == 409}, status=status
    )

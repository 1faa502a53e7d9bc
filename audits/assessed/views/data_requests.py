"""Requests under RODO: the person's own, and those that HR answers."""

import uuid as uuids
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import F
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from audits import access
from audits.access.recency import require_recent_authentication
from audits.access.requests import SignedInRequest
from audits.access_log import purposes
from audits.access_log.log import PurposeMissing, record_access, record_accesses
from audits.assessed.forms import AnswerForm, ExtensionForm, OwnRequestForm, PaperRequestForm
from audits.assessed.own_data import own_data, packed
from audits.assessed.releasing import notes_of
from audits.assessed.tables import RequestsTable
from audits.assessed.views.own_results import data_file
from audits.choices import AccessKind, DataRequestKind, Outcome, Role
from audits.models import Audit, DataRequest, Employee, was_released
from audits.tables import show_page

REQUESTS_ON_A_PAGE = 25


@require_http_methods(["GET", "HEAD", "POST"])
def own_requests(request: SignedInRequest) -> HttpResponse:
    """The person's own requests with their state, and the form that files one."""
    person = get_object_or_404(Employee.objects.all(), user_id=request.user.pk)
    form = OwnRequestForm(request.POST if request.method == "POST" else None, user=request.user)
    if form.is_bound and form.is_valid() and form.save():
        messages.success(request, _("Your request has been filed. HR answers within a month."))
        return redirect("audits:own_requests")
    kept = access.own_data_requests(request.user).order_by("-received_on", "-pk")
    shown = {"form": form, "requests": kept, "employee": person, "today": timezone.localdate()}
    return render(request, "audits/assessed/own_requests.html", shown, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD"])
def data_requests(request: SignedInRequest) -> HttpResponse:
    """For HR: those to be answered by the day by which they must be, so that the overdue come first."""
    if Role.HR not in access.roles_in(request):
        raise Http404
    answered = request.GET.get("state") == "answered"
    kept = access.data_requests_to_answer(request.user).filter(answered_at__isnull=not answered)
    ordered = kept.order_by(F("answered_at").desc(), "-pk") if answered else kept.order_by("deadline", "pk")
    table = RequestsTable(ordered.select_related("employee", "department"), answered=answered)
    show_page(table, request, rows=REQUESTS_ON_A_PAGE)
    return render(request, "audits/assessed/data_requests.html", {"table": table, "answered": answered})


@require_http_methods(["GET", "HEAD", "POST"])
def new_data_request(request: SignedInRequest) -> HttpResponse:
    if Role.HR not in access.roles_in(request):
        raise Http404
    form = PaperRequestForm(request.POST if request.method == "POST" else None, user=request.user)
    if form.is_bound and form.is_valid() and (filed := form.save()):
        messages.success(request, _("The request has been recorded."))
        return redirect(filed)
    return render(request, "audits/assessed/new_data_request.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def data_request(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """One request; a POST answers it."""
    found = _found(request, uuid)
    form = AnswerForm(request.POST if request.method == "POST" else None, request=found, user=request.user)
    if form.is_bound and form.is_valid() and form.save():
        messages.success(request, _("The request has been answered."))
        return redirect(found)
    return _request_page(request, found, form, ExtensionForm(request=found, user=request.user))


@require_POST
def extend(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    found = _found(request, uuid)
    form = ExtensionForm(request.POST, request=found, user=request.user)
    if form.is_valid() and form.save():
        messages.success(request, _("The time to answer has been extended."))
        return redirect(found)
    return _request_page(request, found, AnswerForm(request=found, user=request.user), form)


def _found(request: SignedInRequest, uuid: uuids.UUID) -> DataRequest:
    kept = access.data_requests_to_answer(request.user)
    found: DataRequest = get_object_or_404(
        kept.select_related("employee", "department", "filed_by", "answered_by"), uuid=uuid
    )
    return found


def _request_page(
    request: SignedInRequest, found: DataRequest, form: AnswerForm, extension: ExtensionForm
) -> HttpResponse:
    context: dict[str, Any] = {
        "one": found,
        "today": timezone.localdate(),
        "form": form,
        "extension": extension,
        "may_extend": found.answered_at is None
        and found.extended_at is None
        and timezone.localdate() <= found.deadline,
        "purpose_query": urlencode({"next": found.get_absolute_url()}),
    }
    if found.kind == DataRequestKind.ACCESS:
        context |= _what_is_held(request, found, form)
    status = 422 if form.errors or extension.errors else 200
    return render(request, "audits/assessed/data_request.html", context, status=status)


def _what_is_held(request: SignedInRequest, found: DataRequest, form: AnswerForm) -> dict[str, Any]:
    """What answering would show the person, with its notes once HR has said what for; what was given, afterwards."""
    if found.answered_at:
        return _what_was_given(request, found)
    held = access.audits_held_about(request.user, found).select_related("department", "employee")
    given = purposes.in_force(request)
    shown = []
    if given:
        shown = list(held.order_by("took_place_at", "pk"))
        record_accesses(
            reader=request.user,
            kind=AccessKind.NOTES,
            audits=shown,
            purpose=given.purpose,
            justification=given.justification,
            request=request,
        )
    chosen = set(form["audit"].value() or ()) if form.is_bound else {str(audit.uuid) for audit in shown}
    return {
        "given": given,
        "held": held.count(),
        "shown": [(one, str(one.audit.uuid) in chosen) for one in notes_of(shown)],
        "drafts": found.employee.audits.drafts().count(),
        "released": Audit.objects.filter(was_released(), employee=found.employee).count(),
    }


def _what_was_given(request: SignedInRequest, found: DataRequest) -> dict[str, Any]:
    """How many audits; which ones, beside the name of whom they are about, once HR has said what for."""
    audits = Audit.objects.filter(releases__request=found).order_by("took_place_at", "pk")
    given = purposes.in_force(request)
    if given is None or not audits:
        return {"given_count": len(audits)}
    record_access(
        reader=request.user,
        kind=AccessKind.LIST,
        employee=found.employee,
        purpose=given.purpose,
        justification=given.justification,
        request=request,
    )
    return {"given_count": len(audits), "given_audits": audits}


@require_http_methods(["GET", "HEAD"])
def data_request_file(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """For a person without an account: the file that they would take themselves, to be handed over."""
    found = _found(request, uuid)
    if found.kind != DataRequestKind.ACCESS or found.outcome not in (Outcome.GRANTED, Outcome.PARTLY):
        raise Http404
    require_recent_authentication(request, then=found.get_absolute_url())
    given = purposes.in_force(request)
    try:
        record_access(
            reader=request.user,
            kind=AccessKind.OWN_EXPORT,
            employee=found.employee,
            purpose=given.purpose if given else None,
            justification=given.justification if given else "",
            request=request,
        )
    except PurposeMissing:
        return redirect(f"{reverse('audits:purpose')}?{urlencode({'next': found.get_absolute_url()})}")
    return data_file(packed(own_data(found.employee)))

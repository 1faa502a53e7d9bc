"""Assignments of mystery shoppers as HR sees them: listed, made, withdrawn."""

import uuid as uuids

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from audits import access, fieldwork
from audits.choices import AssignmentState
from audits.forms.assignments import AssignmentForm, WithdrawalForm
from audits.models import Assignment
from audits.views.assignment_table import AssignmentFilter, AssignmentTable
from audits.views.paging import show_page

ASSIGNMENTS_ON_A_PAGE = 25


@require_safe
def assignments(request: HttpRequest) -> HttpResponse:
    _refuse_others(request)
    found = (
        access.assignments_visible_to(request.user).with_state(timezone.now()).select_related("shopper", "department")
    )
    chosen = AssignmentFilter(request.GET, queryset=found, request=request)
    table = AssignmentTable(chosen.qs if chosen.is_valid() else found.none())
    show_page(table, request, rows=ASSIGNMENTS_ON_A_PAGE)
    waiting = access.audits_to_identify(request.user).filter(identifications=None).count()
    return render(request, "audits/assignments/list.html", {"table": table, "filter": chosen, "waiting": waiting})


@require_http_methods(["GET", "HEAD", "POST"])
def assign(request: HttpRequest) -> HttpResponse:
    """Sent twice, the form makes its assignments once: it carries the first one's own UUID."""
    _refuse_others(request)
    if request.method != "POST":
        initial = AssignmentForm.initial_values(timezone.localdate())
        return _assigning_page(request, AssignmentForm(user=request.user, initial=initial))
    form = AssignmentForm(request.POST, user=request.user)
    if "refresh" in request.POST:
        form.show_no_errors()
        return _assigning_page(request, form)
    made = form.assign() if form.is_valid() else None
    if made is None:
        return _assigning_page(request, form, status=422)
    text = ngettext("%(count)d assignment has been made.", "%(count)d assignments have been made.", len(made))
    messages.success(request, text % {"count": len(made)})
    return redirect("audits:assignments")


def _assigning_page(request: HttpRequest, form: AssignmentForm, status: int = 200) -> HttpResponse:
    return render(request, "audits/assignments/assign.html", {"form": form}, status=status)


@require_safe
def assign_scope(request: HttpRequest) -> HttpResponse:
    """The part of the form that channel and day decide, with how long each selection takes."""
    _refuse_others(request)
    form = AssignmentForm(request.GET, user=request.user)
    form.show_no_errors()
    return render(request, "audits/_scope_choices.html", {"form": form})


@require_safe
def assignment(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    return _assignment_page(request, _visible(request, uuid), WithdrawalForm())


@require_POST
def withdraw(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    found = _visible(request, uuid)
    form = WithdrawalForm(request.POST)
    if not form.is_valid():
        return _assignment_page(request, found, form, status=422)
    try:
        fieldwork.withdraw_assignment(assignment=found, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("The assignment has been withdrawn. The shopper sees it no more."))
    except fieldwork.Refused as refused:
        messages.error(request, refused.message)
    return redirect(found)


def _refuse_others(request: HttpRequest) -> None:
    if not access.departments_to_assign(request.user).exists():
        raise Http404


def _visible(request: HttpRequest, uuid: uuids.UUID) -> Assignment:
    found = access.assignments_visible_to(request.user).with_state(timezone.now())
    one: Assignment = get_object_or_404(
        found.select_related("shopper", "department", "assigned_by", "withdrawn_by"), uuid=uuid
    )
    return one


def _assignment_page(request: HttpRequest, found: Assignment, form: WithdrawalForm, status: int = 200) -> HttpResponse:
    audit = (
        access.audits_visible_to(request.user).filter(assignment=found, corrects=None, receipt__isnull=False).first()
    )
    state = AssignmentState(found.state)
    may_withdraw = state in (AssignmentState.OPEN, AssignmentState.IN_PROGRESS)
    shown = {"assignment": found, "state": state, "audit": audit, "form": form, "may_withdraw": may_withdraw}
    return render(request, "audits/assignments/assignment.html", shown, status=status)

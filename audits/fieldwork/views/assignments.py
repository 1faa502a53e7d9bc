"""Assignments of mystery shoppers as HR sees them: listed, made, withdrawn."""

import uuid as uuids

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from audits import access, fieldwork
from audits.access.requests import SignedInRequest, and_back
from audits.choices import AssignmentState
from audits.fieldwork.forms.assignments import AssignmentForm, OpenAssignedForm, WithdrawalForm
from audits.fieldwork.tables import AssignmentFilter, AssignmentTable
from audits.models import Assignment, Audit
from audits.tables import address_of_list, remember_list, show_page
from standards.models import Edition

ASSIGNMENTS_ON_A_PAGE = 25


@require_safe
def assignments(request: SignedInRequest) -> HttpResponse:
    _refuse_others(request)
    found = (
        access.assignments_visible_to(request.user).with_state(timezone.now()).select_related("shopper", "department")
    )
    chosen = AssignmentFilter(request.GET, queryset=found, request=request)
    table = AssignmentTable(chosen.qs if chosen.is_valid() else found.none())
    show_page(table, request, rows=ASSIGNMENTS_ON_A_PAGE)
    remember_list(request)
    waiting = access.audits_to_identify(request.user).filter(identifications=None).count()
    return render(
        request, "audits/fieldwork/assignments/list.html", {"table": table, "filter": chosen, "waiting": waiting}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def assign(request: SignedInRequest) -> HttpResponse:
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
        return _assigning_page(request, form, status=409 if form.is_stale else 422)
    text = ngettext("%(count)d assignment has been made.", "%(count)d assignments have been made.", len(made))
    messages.success(request, text % {"count": len(made)})
    return redirect("audits:assignments")


def _assigning_page(request: SignedInRequest, form: AssignmentForm, status: int = 200) -> HttpResponse:
    return render(request, "audits/fieldwork/assignments/assign.html", {"form": form}, status=status)


@require_safe
def assign_scope(request: SignedInRequest) -> HttpResponse:
    """The part of the form that channel and day decide, with how long each selection takes."""
    _refuse_others(request)
    form = AssignmentForm(request.GET, user=request.user)
    form.show_no_errors()
    return render(request, "audits/fieldwork/_scope_choices.html", {"form": form})


@require_safe
def assignment(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    return _assignment_page(request, _visible(request, uuid), WithdrawalForm())


@require_POST
def withdraw(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
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


def _refuse_others(request: SignedInRequest) -> None:
    if not access.departments_to_assign(request.user).exists():
        raise Http404


def _visible(request: SignedInRequest, uuid: uuids.UUID) -> Assignment:
    found = access.assignments_visible_to(request.user).with_state(timezone.now())
    one: Assignment = get_object_or_404(
        found.select_related("shopper", "department", "assigned_by", "withdrawn_by"), uuid=uuid
    )
    return one


def _assignment_page(
    request: SignedInRequest, found: Assignment, form: WithdrawalForm, status: int = 200
) -> HttpResponse:
    audit = (
        access.audits_visible_to(request.user).filter(assignment=found, corrects=None, receipt__isnull=False).first()
    )
    state = AssignmentState(found.state)  # type: ignore[attr-defined]
    may_withdraw = state in (AssignmentState.OPEN, AssignmentState.IN_PROGRESS)
    shown = {"assignment": found, "state": state, "audit": audit, "form": form, "may_withdraw": may_withdraw}
    shown["list_url"] = address_of_list(request, "audits:assignments")
    return render(request, "audits/fieldwork/assignments/assignment.html", shown, status=status)


def page_of(audit: Audit) -> HttpResponse:
    return redirect(address_of(audit))


def address_of(audit: Audit) -> str:
    """Where its auditor finds a finished audit: a shopper is told the receipt number, nothing of the content."""
    if audit.assignment is not None and audit.corrects_id is None:
        return reverse("audits:own_assignment", args=[audit.assignment.uuid])
    return audit.get_absolute_url()


@require_http_methods(["GET", "HEAD", "POST"])
def own_assignment(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """Opened twice, it gives one audit: an assignment has no other."""
    now = timezone.now()
    mine = access.assignments_of(request.user, now).with_state(now).select_related("department")
    assignment = get_object_or_404(mine, uuid=uuid)
    if assignment.state == AssignmentState.DONE:
        return render(request, "audits/fieldwork/assignments/own.html", {"assignment": assignment})
    draft = access.drafts_of(request.user).filter(assignment=assignment).first()
    if draft and request.method != "POST":
        return redirect("audits:fill", draft.uuid)
    if request.method != "POST" and (unread := access.notices_to_acknowledge(request.user).first()):
        # Shoppers are told what they take on before their first audit.
        return redirect(and_back(unread.get_absolute_url(), request))
    if request.method != "POST":
        return _page(request, assignment, OpenAssignedForm(initial=OpenAssignedForm.initial_values(assignment, now)))
    form = OpenAssignedForm(request.POST)
    audit = form.open(assignment, request.user) if form.is_valid() else None
    if form.opened_before or (audit is None and draft is None):
        return _page(request, assignment, form, status=409 if form.opened_before else 422)
    opened = audit or draft
    assert opened  # noqa: S101 - one of the two is there
    if str(opened.uuid) == request.POST.get("uuid"):
        messages.success(request, _("The checklist is open. Every answer is saved as you give it."))
    else:
        messages.warning(request, _("It had been opened from another page before. What you typed now was not taken."))
    return redirect("audits:fill", opened.uuid)


def _page(request: SignedInRequest, assignment: Assignment, form: OpenAssignedForm, status: int = 200) -> HttpResponse:
    edition = Edition.objects.in_force_on(timezone.localdate()).first()
    shown = {"assignment": assignment, "form": form, "edition": edition}
    response = render(request, "audits/fieldwork/assignments/own.html", shown, status=status)
    if status == 200 and edition:
        # Opens without a network too, as its card does: it names nobody and says nothing of any result.
        response["Cache-Control"] = "private, no-cache"
    return response

"""A mystery shopper's own assignment: read, opened, and afterwards its receipt."""

import uuid as uuids

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from audits import access
from audits.choices import AssignmentState
from audits.forms.assignments import OpenAssignedForm
from audits.models import Assignment, Audit


def page_of(audit: Audit) -> HttpResponse:
    """To where its auditor finds a finished audit: a shopper is told the receipt number, nothing of the content."""
    if audit.assignment is not None and audit.corrects_id is None:
        return redirect("audits:own_assignment", audit.assignment.uuid)
    return redirect(audit)


@require_http_methods(["GET", "HEAD", "POST"])
def own_assignment(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """Opened twice, it gives one audit: an assignment has no other."""
    now = timezone.now()
    mine = access.assignments_of(request.user, now).with_state(now).select_related("department")
    assignment = get_object_or_404(mine, uuid=uuid)
    if assignment.state == AssignmentState.DONE:
        return render(request, "audits/assignments/own.html", {"assignment": assignment})
    if draft := access.drafts_of(request.user).filter(assignment=assignment).first():
        return redirect("audits:fill", draft.uuid)
    if request.method != "POST" and (unread := access.notices_to_acknowledge(request.user).first()):
        # Shoppers are told what they take on before their first audit.
        return redirect(unread)
    if request.method != "POST":
        return _page(request, assignment, OpenAssignedForm(initial=OpenAssignedForm.initial_values(assignment, now)))
    form = OpenAssignedForm(request.POST)
    audit = form.open(assignment, request.user) if form.is_valid() else None
    if audit is None:
        return _page(request, assignment, form, status=422)
    messages.success(request, _("The checklist is open. Every answer is saved as you give it."))
    return redirect("audits:fill", audit.uuid)


def _page(request: HttpRequest, assignment: Assignment, form: OpenAssignedForm, status: int = 200) -> HttpResponse:
    return render(request, "audits/assignments/own.html", {"assignment": assignment, "form": form}, status=status)

"""What a person sees of the audits about themselves, and what they say of them."""

import uuid as uuids

from django.contrib import messages
from django.db.models import Exists, OuterRef, Subquery
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from audits import access
from audits.access.recency import require_recent_authentication
from audits.access.requests import SignedInRequest
from audits.access_log.log import record_access
from audits.assessed.forms import StatementForm
from audits.assessed.own_data import own_data, packed
from audits.assessed.own_results import own_result as result_of
from audits.assessed.tables import OwnResultsTable
from audits.choices import AccessKind
from audits.models import Audit, Employee, Release, Statement
from audits.tables import show_page

RESULTS_ON_A_PAGE = 25


@require_safe
def own_results(request: SignedInRequest) -> HttpResponse:
    """The audits released to the person who asks; nothing of what they found."""
    replied = Exists(Statement.objects.filter(audit=OuterRef("pk")))
    released = access.own_released_audits(request.user).select_related("department", "superseded_by")
    shown_since = Release.objects.filter(audit=OuterRef("pk"), employee=OuterRef("employee")).values("released_at")
    table = OwnResultsTable(released.annotate(has_statement=replied, released=Subquery(shown_since)))
    show_page(table, request, rows=RESULTS_ON_A_PAGE)
    shown = {"table": table, "employee": Employee.objects.filter(user_id=request.user.pk).first()}
    return render(request, "audits/assessed/own_results.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def own_result(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """One audit, logged as read by the person it is about. A POST adds or amends their statement."""
    found = get_object_or_404(access.own_released_audits(request.user).select_related("employee"), uuid=uuid)
    if request.method != "POST":
        return _result_page(request, found, None)
    form = StatementForm(request.POST, audit=found, user=request.user)
    if form.is_valid() and form.save():
        messages.success(request, _("Your statement has been saved. Every later card of this audit prints it."))
        return redirect("audits:own_result", uuid)
    return _result_page(request, found, form)


def _result_page(request: SignedInRequest, found: Audit, form: StatementForm | None) -> HttpResponse:
    record_access(reader=request.user, kind=AccessKind.PAGE, audit=found, request=request)
    own = result_of(found)
    if form is None:
        said = {"text": own.statement.text} if own.statement else None
        form = StatementForm(audit=found, user=request.user, initial=said)
    status = 422 if form.errors else 200
    return render(request, "audits/assessed/own_result.html", {"audit": found, "own": own, "form": form}, status=status)


@require_safe
def own_data_file(request: SignedInRequest) -> HttpResponse:
    """Everything held about the person who asks, in one step. That it was taken is logged as their own data."""
    person = get_object_or_404(Employee.objects.select_related("user"), user_id=request.user.pk)
    require_recent_authentication(request, then=reverse("audits:own_results"))
    record_access(reader=request.user, kind=AccessKind.OWN_EXPORT, employee=person, request=request)
    return data_file(packed(own_data(person)))


def data_file(content: bytes) -> HttpResponse:
    response = HttpResponse(content, content_type="application/zip")
    # The person's name stays out of the file's.
    name = f"moje-dane-{timezone.localdate().isoformat()}.zip"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response

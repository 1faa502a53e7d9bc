"""The list of audits, one audit, and the two ends of a draft: submitted or discarded."""

import uuid as uuids
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from audits import access, fieldwork, purposes
from audits.access_log import PurposeMissing, record_access, record_accesses
from audits.choices import AccessKind, AuditStatus, Role
from audits.filters import AuditFilter
from audits.forms.annulment import AnnulmentForm, CorrectionForm
from audits.forms.waiting import SetAsideForm
from audits.models import Audit
from audits.reports.audit import audit_card
from audits.reports.changes import changes_of
from audits.tables import AuditTable
from audits.views.paging import show_page
from audits.views.purposes import ask_for_purpose, log_filling, log_reading
from audits.views.shopping import page_of

AUDITS_ON_A_PAGE = 25
# As many as stand behind a figure that is shown to somebody who may not see them singly.
MANY_PEOPLE = 5


@require_safe
def audit_list(request: HttpRequest) -> HttpResponse:
    """The audits that the account may see. Whom others' audits are about is shown to HR once they said what for."""
    visible = access.audits_visible_to(request.user)
    visible = visible.select_related("department", "employee", "auditor", "superseded_by")
    is_hr = Role.HR in access.roles_in(request)
    given = purposes.in_force(request) if is_hr else None
    # To an auditor every row is their own.
    names_of = request.user if is_hr and not given else None
    chosen = AuditFilter(request.GET, queryset=visible, request=request, names_of=names_of)
    table = AuditTable(
        chosen.qs if chosen.is_valid() else visible.none(),
        names_of=names_of,
        exclude=() if is_hr else ("auditor",),
    )
    show_page(table, request, rows=AUDITS_ON_A_PAGE)
    if given:
        _log_list(request, given, table, is_search=_looks_for_somebody(request, chosen))
    shown = {"table": table, "filter": chosen, "asks_for_purpose": is_hr, "given": given}
    return render(request, "audits/list.html", shown)


def _looks_for_somebody(request: HttpRequest, chosen: AuditFilter) -> bool:
    """Narrowed in any way, or in the order of the names, a list leads to one person as a search for them does."""
    return bool(chosen.is_valid() and any(chosen.form.cleaned_data.values())) or "sort" in request.GET


def _log_list(request: HttpRequest, given: purposes.Given, table: AuditTable, *, is_search: bool) -> None:
    """A look at many people names nobody; of a few, or of those that were looked for, each has a row of theirs."""
    shown = [row.record for row in table.paginated_rows]
    named = [audit for audit in shown if audit.employee and audit.auditor_id != request.user.pk]
    said = {"purpose": given.purpose, "justification": given.justification, "request": request}
    if named and (is_search or len({audit.employee_id for audit in named}) < MANY_PEOPLE):
        record_accesses(reader=request.user, kind=AccessKind.LIST, audits=named, **said)
    else:
        record_access(reader=request.user, kind=AccessKind.LIST, **said)


@require_safe
def audit(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """A submitted audit with all that came of it; a draft is filled instead."""
    visible = access.audits_visible_to(request.user)
    visible = visible.select_related("department", "employee", "edition", "auditor", "corrects", "superseded_by")
    found = get_object_or_404(visible, uuid=uuid)
    if found.is_draft:
        return redirect("audits:fill", uuid)
    return audit_page(request, found)


def audit_page(
    request: HttpRequest,
    found: Audit,
    form: AnnulmentForm | None = None,
    correction_form: CorrectionForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The audit's page, logged as read; the way to the question for a purpose where none was given."""
    try:
        reading = log_reading(request, found, AccessKind.PAGE)
    except PurposeMissing:
        return ask_for_purpose(found, then=found.get_absolute_url())
    annulments = found.annulments.select_related("proposed_by", "decided_by").order_by("-proposed_at")
    open_proposal = next((one for one in annulments if one.approved is None), None)
    may_annul = access.audits_to_annul(request.user).filter(pk=found.pk).exists()
    card = audit_card(found)
    release = found.releases.filter(employee=found.employee_id).select_related("released_by").first()
    corrections = access.audits_visible_to(request.user).filter(corrects=found)
    corrections = corrections.select_related("correction__proposed_by", "correction__decided_by").order_by("pk")
    waits = any(one.status == AuditStatus.PROPOSED for one in corrections)
    context: dict[str, Any] = {
        "audit": found,
        "reading": reading,
        "card": card,
        # As access.audits_to_release says it, of what is known here already.
        "may_release": may_annul
        and open_proposal is None
        and found.employee_id is not None
        and not card.corrected_by
        and release is None,
        "release": release,
        "annulments": annulments,
        "open_proposal": open_proposal,
        "form": form or AnnulmentForm(),
        "identifications": found.identifications.select_related("employee", "by") if found.assignment_id else (),
        "may_identify": found.assignment_id and access.audits_to_identify(request.user).filter(pk=found.pk).exists(),
        "corrections": corrections,
        "correction_form": correction_form or CorrectionForm(),
        "may_correct": not waits and access.audits_to_correct(request.user).filter(pk=found.pk).exists(),
        "changes": changes_of(found) if found.status in (AuditStatus.PROPOSED, AuditStatus.REJECTED) else None,
        "may_decide_correction": found.status == AuditStatus.PROPOSED
        and access.corrections_to_decide(request.user).filter(pk=found.pk).exists(),
        "may_redact": access.audits_to_redact(request.user).filter(pk=found.pk).exists(),
        "may_propose": may_annul and open_proposal is None,
        "may_decide": may_annul
        and open_proposal is not None
        and request.user.pk not in (open_proposal.proposed_by_id, found.auditor_id),
    }
    return render(request, "audits/audit.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def submit(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """What is left open, and the act that ends filling. Sent twice, it shows the same receipt."""
    draft = (
        access.drafts_of(request.user).select_related("department", "employee", "assignment").filter(uuid=uuid).first()
    )
    if draft is None:
        return page_of(get_object_or_404(access.finished_by(request.user).select_related("assignment"), uuid=uuid))
    if request.method == "POST":
        try:
            fieldwork.submit_audit(audit=draft, by=request.user, leave_unanswered="leave_unanswered" in request.POST)
            messages.success(request, _submitted(draft))
            return page_of(draft)
        except fieldwork.Refused as refused:
            messages.error(request, refused.message)
            return redirect("audits:fill", uuid) if draft.corrects_id else redirect("home")
        except fieldwork.Unanswered:
            # The page below lists what is open and asks for the explicit act.
            return _review(request, draft, status=422)
    return _review(request, draft)


def _submitted(draft: Audit) -> str:
    if draft.corrects_id:
        return _("The correction has been submitted. It counts once a second person of HR approves it.")
    return _("The audit has been submitted.")


@require_POST
def set_aside(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """Leave open only what comes later, until a day that the auditor names."""
    draft = get_object_or_404(access.drafts_of(request.user).select_related("department", "employee"), uuid=uuid)
    form = SetAsideForm(request.POST, audit=draft, left_now=_left(draft).now)
    if not form.is_valid():
        return _review(request, draft, status=422, form=form)
    try:
        audit = fieldwork.set_aside(audit=draft, by=request.user, **form.cleaned_data)
    except fieldwork.Refused as refused:
        form.add_error(refused.field or None, refused.message)
        return _review(request, draft, status=422, form=form)
    except fieldwork.Unanswered:
        form.add_error(None, _("There are questions without an answer that can be judged now. Answer or leave them."))
        return _review(request, draft, status=422, form=form)
    day = date_format(audit.awaited_until, "j E Y")
    messages.success(request, _("The audit waits until %(day)s. You find it on the start page.") % {"day": day})
    return redirect("home")


def _left(draft: Audit) -> fieldwork.Pending:
    answers = draft.answers.select_related("gate").order_by("position")
    return fieldwork.pending(answers, draft.gates.order_by("position"))


def _review(request: HttpRequest, draft: Audit, status: int = 200, form: SetAsideForm | None = None) -> HttpResponse:
    if question := log_filling(request, draft, then=reverse("audits:submit", args=[draft.uuid])):
        return question
    left = _left(draft)
    comes_later = left.later is not None and left.later.count > 0
    may_wait = comes_later and timezone.localdate() <= fieldwork.last_day_awaited(draft)
    context = {
        "audit": draft,
        "left": left,
        "refused": status != 200 and form is None,
        "form": form or (SetAsideForm(audit=draft, left_now=left.now) if may_wait else None),
    }
    return render(request, "audits/submit.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def discard(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    draft = get_object_or_404(access.drafts_of(request.user).select_related("department", "employee"), uuid=uuid)
    if request.method != "POST":
        return log_filling(request, draft) or render(request, "audits/discard.html", {"audit": draft})
    try:
        fieldwork.discard_audit(audit=draft, by=request.user)
        messages.success(request, _("The draft has been discarded."))
    except fieldwork.Refused as refused:
        messages.error(request, refused.message)
    return redirect("home")

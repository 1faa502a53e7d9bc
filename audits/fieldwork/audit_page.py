"""The page of one submitted audit, for every view that ends at it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from audits import access
from audits.access.requests import SignedInRequest
from audits.access_log.log import PurposeMissing
from audits.access_log.purposes import ask_for_purpose, log_reading
from audits.choices import AccessKind, AuditStatus
from audits.fieldwork.card import audit_card
from audits.fieldwork.changes import changes_of
from audits.fieldwork.forms.amending import AnnulmentForm, CorrectionForm
from audits.models import Audit
from audits.tables import address_of_list


def audit_page(
    request: SignedInRequest,
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
        "list_url": address_of_list(request, "audits:audits"),
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
    return render(request, "audits/fieldwork/audit.html", context, status=status)

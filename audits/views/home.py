"""The start page: what waits for the person who signed in."""

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from audits import access, fieldwork
from audits.choices import AuditStatus, Role
from audits.models import Annulment, Answer

DRAFTS_SHOWN = 10
RECENT_SHOWN = 5


def home(request: HttpRequest) -> HttpResponse:
    """Own drafts with what is left in each, own latest audits, a shopper's assignments, own results that were
    replaced; for HR what waits for a decision, a release or a reader."""
    rows = Answer.objects.select_related("gate").order_by("position")
    drafts = (
        access.drafts_of(request.user)
        # A shopper's stand with their assignments.
        .filter(Q(assignment=None) | Q(corrects__isnull=False))
        .select_related("department", "employee")
        .prefetch_related("gates", Prefetch("answers", queryset=rows))
        .order_by("-opened_at", "-pk")[:DRAFTS_SHOWN]
    )
    recent = (
        access.audits_visible_to(request.user)
        .filter(auditor=request.user, status=AuditStatus.SUBMITTED)
        .select_related("department")
        .order_by("-submitted_at", "-pk")[:RECENT_SHOWN]
    )
    shown: dict[str, Any] = {
        "notices": access.notices_to_acknowledge(request.user),
        "drafts": [
            (draft, fieldwork.pending(draft.answers.all(), draft.gates.all()).count, len(draft.answers.all()))
            for draft in drafts
        ],
        "recent": recent,
        "today": timezone.localdate(),
    }
    held = access.roles_in(request)
    if Role.SHOPPER in held:
        now = timezone.now()
        assignments = access.assignments_of(request.user, now).with_state(now)
        shown["assignments"] = assignments.select_related("department")
    if request.user.is_employee:  # type: ignore[union-attr]
        corrected = access.own_corrected_audits(request.user).select_related("superseded_by__correction")
        shown["corrected"] = corrected.order_by("-took_place_at", "-pk")[:DRAFTS_SHOWN]
    if Role.HR in held:
        shown |= _waiting_for_hr(request.user)
    return render(request, "audits/home.html", shown)


def _waiting_for_hr(user: Any) -> dict[str, Any]:
    """What waits for a decision, a release, a name or a reader."""
    waiting = Annulment.objects.filter(audit=OuterRef("pk"), approved__isnull=True)
    annulments = access.audits_to_annul(user).filter(Exists(waiting)).select_related("department")
    corrections = access.corrections_to_decide(user).select_related("department", "corrects")
    to_release = access.corrections_to_release(user).select_related("department", "supersedes")
    return {
        "annulments": annulments[:DRAFTS_SHOWN],
        "corrections": corrections.order_by("submitted_at", "pk")[:DRAFTS_SHOWN],
        "to_release": to_release.order_by("took_place_at", "pk")[:DRAFTS_SHOWN],
        "unidentified": access.audits_to_identify(user).filter(identifications=None).count(),
        "unread_statements": access.audits_replied_to(user).filter(is_unread=True).count(),
    }

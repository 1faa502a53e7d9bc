"""The start page: what waits for the person who signed in."""

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
    now = timezone.now()
    is_shopper = Role.SHOPPER in access.roles_in(request)
    assignments = access.assignments_of(request.user, now).with_state(now).select_related("department")
    is_hr = Role.HR in access.roles_in(request)
    is_employee = bool(request.user.is_employee)  # type: ignore[union-attr]
    unidentified = access.audits_to_identify(request.user).filter(identifications=None).count() if is_hr else 0
    waiting = Annulment.objects.filter(audit=OuterRef("pk"), approved__isnull=True)
    annulments = access.audits_to_annul(request.user).filter(Exists(waiting)).select_related("department")
    to_release = access.corrections_to_release(request.user).select_related("department", "supersedes")
    unread = access.audits_replied_to(request.user).filter(is_unread=True).count() if is_hr else 0
    corrected = access.own_corrected_audits(request.user).select_related("superseded_by__correction")
    corrections = access.corrections_to_decide(request.user).select_related("department", "corrects")
    return render(
        request,
        "audits/home.html",
        {
            "notices": access.notices_to_acknowledge(request.user),
            "drafts": [
                (draft, fieldwork.pending(draft.answers.all(), draft.gates.all()).count, len(draft.answers.all()))
                for draft in drafts
            ],
            "assignments": assignments if is_shopper else (),
            "recent": recent,
            "unidentified": unidentified,
            "today": timezone.localdate(),
            "annulments": annulments[:DRAFTS_SHOWN],
            "to_release": to_release.order_by("took_place_at", "pk")[:DRAFTS_SHOWN] if is_hr else (),
            "unread_statements": unread,
            "corrected": corrected.order_by("-took_place_at", "-pk")[:DRAFTS_SHOWN] if is_employee else (),
            "corrections": corrections.order_by("submitted_at", "pk")[:DRAFTS_SHOWN],
        },
    )

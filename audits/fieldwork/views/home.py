"""The start page: what waits for the person who signed in."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from audits import access, fieldwork
from audits.access.requests import SignedInRequest
from audits.choices import AuditStatus, Role
from audits.fieldwork.forms.offline import CARDS
from audits.fieldwork.missing import people_without, units_without
from audits.models import Annulment, Answer, Correction, Department
from audits.models.periods import Period, quarter_of

DRAFTS_SHOWN = 10
RECENT_SHOWN = 5


@dataclass(frozen=True)
class Missing:
    """Where an auditor has not been in the quarter: units, and how many people."""

    period: Period
    units: list[Department]
    people: int


def home(request: SignedInRequest) -> HttpResponse:
    """Own drafts with what is left in each, whom an auditor has not audited yet, own latest audits, a shopper's
    assignments, own results that were replaced; for HR what waits for a decision, a release or a reader. How HR's and
    heads' departments stand, which comes first, the template asks."""
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
    if Role.AUDITOR in held:
        shown["to_keep"] = addresses_to_keep()
    if Role.SHOPPER in held:
        now = timezone.now()
        assignments = access.assignments_of(request.user, now).with_state(now)
        shown["assignments"] = assignments.select_related("department")
    if request.user.is_employee:  # type: ignore[attr-defined]
        corrected = access.own_corrected_audits(request.user).select_related("superseded_by__correction")
        shown["corrected"] = corrected.order_by("-took_place_at", "-pk")[:DRAFTS_SHOWN]
    if Role.AUDITOR in held:
        period = quarter_of(timezone.localdate())
        units = list(units_without(request.user, period))
        shown["missing"] = Missing(period, units, people_without(request.user, period).count())
    if Role.HR in held:
        shown |= _waiting_for_hr(request.user)
    return render(request, "audits/fieldwork/home.html", shown)


def addresses_to_keep() -> list[str]:
    """What opens a new audit without a network."""
    return [reverse("audits:open_offline"), *(reverse("audits:offline_card", args=card) for card in CARDS)]


def _waiting_for_hr(user: Any) -> dict[str, Any]:
    """What waits for a decision, a release, a name or a reader.

    Read from the few that wait, whichever they are, on to whether they are this account's: audits are many.
    """
    proposed = Annulment.objects.filter(approved__isnull=True).values("audit")
    to_decide = Correction.objects.filter(approved__isnull=True).values("version")
    approved = Correction.objects.filter(approved=True).values("version")
    annulments = access.audits_to_annul(user).filter(pk__in=proposed).select_related("department")
    corrections = access.corrections_to_decide(user).filter(pk__in=to_decide).select_related("department", "corrects")
    to_release = access.corrections_to_release(user).filter(pk__in=approved)
    return {
        "annulments": annulments[:DRAFTS_SHOWN],
        "corrections": corrections.order_by("submitted_at", "pk")[:DRAFTS_SHOWN],
        "to_release": to_release.select_related("department", "supersedes").order_by("took_place_at", "pk")[
            :DRAFTS_SHOWN
        ],
        "unidentified": access.audits_to_identify(user).filter(identifications=None).count(),
        "unread_statements": access.audits_replied_to(user).filter(is_unread=True).count(),
    }

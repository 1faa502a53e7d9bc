"""The start page: what waits for the person who signed in."""

from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Prefetch, Q, Subquery
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from audits import access, fieldwork
from audits.access.requests import SignedInRequest
from audits.choices import AssignmentState, AuditStatus, Role
from audits.fieldwork.forms.offline import CARDS
from audits.fieldwork.missing import people_without, units_without
from audits.models import Annulment, Answer, Assignment, Audit, Correction, Department
from audits.models.periods import Period, quarter_of
from standards.models import Edition

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
        shown["assignments"] = _assignments_of(request.user)
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
    """What opens a new audit without a network: the cards, then the form that leads to them."""
    edition = Edition.objects.in_force_on(timezone.localdate()).first()
    cards = [reverse("audits:offline_card", args=[*card, edition.pk]) for card in CARDS] if edition else []
    return [*cards, reverse("audits:open_offline")]


def _assignments_of(user: Any) -> list[Assignment]:
    """Each with `draft`, if it was begun, and the addresses `to_keep` of what it needs without a network."""
    now = timezone.now()
    drafts = Audit.objects.drafts().filter(assignment=OuterRef("pk"), corrects=None).values("uuid")
    found = access.assignments_of(user, now).with_state(now).annotate(draft=Subquery(drafts[:1]))
    assignments = list(found.select_related("department"))
    edition = Edition.objects.in_force_on(timezone.localdate(now)).first() if assignments else None
    for one in assignments:
        if one.draft:
            one.to_keep = [reverse("audits:fill", args=[one.draft])]
        elif one.state == AssignmentState.OPEN and edition:
            card = reverse("audits:own_card", args=[one.uuid, edition.pk])
            one.to_keep = [card, reverse("audits:own_assignment", args=[one.uuid])]
    return assignments


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

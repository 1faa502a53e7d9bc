"""Filling a checklist: the page, and what devices send of it."""

import uuid as uuids
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Prefetch
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import ngettext
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods, require_POST

from audits import access, fieldwork
from audits.access.requests import SignedInRequest
from audits.access_log.purposes import log_filling
from audits.fieldwork.forms.changes import clash_of, read_changes
from audits.fieldwork.forms.checklist import Attempt, checklist_page
from audits.fieldwork.forms.setting_aside import DAYS_TO_WAIT
from audits.fieldwork.forms.values import arose_as_text, is_untouched, minutes_as_text, read_minutes, read_version
from audits.fieldwork.journal import Decided
from audits.fieldwork.views.assignments import page_of
from audits.models import Answer, Audit, Gate
from standards.choices import Block
from standards.models import Point


def own(request: SignedInRequest, uuid: uuids.UUID) -> Audit:
    """The account's draft, or its audit submitted meanwhile, so that the action can say why it refuses."""
    if draft := access.drafts_of(request.user).filter(uuid=uuid).first():
        return draft
    return get_object_or_404(access.finished_by(request.user).select_related("assignment"), uuid=uuid)


def rows_with_text(audit: Audit) -> tuple[list[Answer], list[Gate]]:
    """The audit's rows with the recommendations' full text, and its gates; three queries."""
    gates = {gate.pk: gate for gate in audit.gates.order_by("position")}
    points = Prefetch("recommendation__points", Point.objects.order_by("position"))
    rows = audit.answers.select_related("recommendation__standard").prefetch_related(points).order_by("position")
    answers = list(rows)
    for answer in answers:
        if answer.gate_id is not None:
            answer.gate = gates[answer.gate_id]
    return answers, list(gates.values())


# A hundred questions with their legal text are 300 KB of HTML, and 25 KB on a phone's connection. (Django pads what it
# compresses, so that its length tells nothing of the token inside.)
@gzip_page
@require_http_methods(["GET", "HEAD", "POST"])
def checklist(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    """The whole checklist; a POST saves it at once, as it comes without a script."""
    audit = own(request, uuid)
    if not audit.is_draft:
        return page_of(audit)
    attempt = Attempt()
    if request.method == "POST":
        attempt = _save_all(request, audit)
        if attempt.is_empty:
            return redirect("audits:submit" if "submit" in request.POST else "audits:fill", uuid)
    if question := log_filling(request, audit):
        return question
    audit = Audit.objects.select_related("department", "employee", "corrects", "correction").get(pk=audit.pk)
    page = checklist_page(audit, *rows_with_text(audit), attempt)
    # From which list of the page before submitting one came, to go back to it.
    shown = {"page": page, "audit": audit, "back_to": request.GET.get("sprawdzenie", ""), "days_to_wait": DAYS_TO_WAIT}
    response = render(request, "audits/fieldwork/fill.html", shown, status=attempt.status)
    if audit.auditor_id == request.user.pk and not audit.corrects_id:
        # The one exception from "no-store": what somebody fills themselves opens without a network too.
        response["Cache-Control"] = "private, no-cache"
    return response


def _save_all(request: SignedInRequest, audit: Audit) -> Attempt:
    """Save what a page sent; returns what of it could not be saved."""
    attempt = Attempt.read(request.POST)
    try:
        result = fieldwork.save_checklist(
            audit=audit,
            by=request.user,
            answers=attempt.answers_to_save,
            gates=attempt.gates_to_save,
            none_of_these=_blocks_without_breach(request.POST.get("none_of_these", "")),
        )
    except fieldwork.Refused as refused:
        attempt.refusal = refused.message
        return attempt
    left_over = attempt.left_over(result)
    _save_waiting(request, audit, left_over)
    if left_over.is_empty:
        count = result.pending.count
        text = ngettext("Saved. %(count)d question left.", "Saved. %(count)d questions left.", count)
        messages.success(request, text % {"count": count})
    return left_over


def _blocks_without_breach(sent: str) -> set[str]:
    """All, or the one that a page asks that came before the breaches stood in one list."""
    return set(Block.values) if sent == "all" else {sent} & set(Block.values)


def _save_waiting(request: SignedInRequest, audit: Audit, left_over: Attempt) -> None:
    sent = request.POST.get("waiting_minutes")
    if sent is None:
        return
    try:
        if is_untouched(request.POST, "audit-version", sent.strip()):
            return
        version = read_version(request.POST, "audit-version")
        minutes = read_minutes(sent)
        fieldwork.record_waiting(audit=audit, by=request.user, version=version, minutes=minutes)
    except (ValidationError, fieldwork.Refused, fieldwork.Stale) as fault:
        left_over.keep_waiting(sent, fault)


def answers_device(view: Callable[[SignedInRequest, uuids.UUID], JsonResponse]) -> Callable[..., JsonResponse]:
    """What a device is told where nothing was taken of what it sent for a draft."""

    @wraps(view)
    def answer(request: SignedInRequest, uuid: uuids.UUID) -> JsonResponse:
        try:
            return view(request, uuid)
        except ValidationError as fault:
            # Whose draft it is comes first: a foreign one is not found, whatever was sent.
            own(request, uuid)
            return JsonResponse({"problem": "unreadable", "reason": " ".join(fault.messages)}, status=422)
        except Audit.DoesNotExist:
            raise Http404 from None
        except fieldwork.Gap as gap:
            return JsonResponse({"problem": "gap", "seq": gap.seq}, status=409)
        except fieldwork.Late as late:
            return JsonResponse({"problem": "late", "receipt": late.audit.receipt}, status=409)

    return answer


@require_POST
@answers_device
def changes(request: SignedInRequest, uuid: uuids.UUID) -> JsonResponse:
    """Changes of a device, in their order: 200 where all were taken, else the first reason why not (409, 422)."""
    sent = read_changes(request.POST)
    told = fieldwork.take_changes(
        audit=uuid,
        by=request.user,
        device=sent.device,
        first=sent.first,
        changes=sent.changes,
        digest=sent.digest,
        reply=told_to_device,
    )
    became = [one["became"] for one in told.get("turned_down", {}).values()]
    status = 409 if fieldwork.Became.CLASH in became else 422 if became else 200
    return JsonResponse(told | {"now": date_format(timezone.localtime(), "H:i")}, status=status)


def told_to_device(taken: fieldwork.Taken) -> dict[str, Any]:
    """What a page takes over: which questions moved, and what of its own changes was not taken."""
    turned_down = [one for one in taken.decided if one.became != fieldwork.Became.TAKEN]
    return {
        "seq": taken.seq,
        "before": taken.before,
        "revision": taken.revision,
        "moved": {key: [was, now, _as_text(value)] for key, (was, now, value) in taken.moved.items()},
        "turned_down": {one.change.key: {"became": one.became, "html": _explained(one)} for one in turned_down},
    }


def _explained(decided: Decided) -> str:
    if decided.became == fieldwork.Became.CLASH:
        return render_to_string("audits/fieldwork/_clash.html", {"clash": clash_of(decided)})
    return render_to_string("audits/fieldwork/_refused.html", {"reason": decided.reason})


def _as_text(value: Any) -> str:
    if isinstance(value, str):
        return value
    # No number of minutes is a bool, and both have a "none".
    return minutes_as_text(value) if type(value) is int else arose_as_text(value)

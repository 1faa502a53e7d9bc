"""Filling a checklist: the page, and each act on it as it is pressed."""

import json
import uuid as uuids
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods, require_POST

from audits import access, fieldwork
from audits.forms.checklist import Attempt, checklist_page
from audits.forms.values import Clash, arose_as_text, is_untouched, read_arose, read_minutes, read_note, read_version
from audits.models import Answer, Audit, Gate
from audits.views.purposes import log_filling
from audits.views.shopping import page_of
from standards.choices import Block
from standards.models import Point


def _own(request: HttpRequest, uuid: uuids.UUID) -> Audit:
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
def checklist(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """The whole checklist; a POST saves it at once, as it comes without a script."""
    audit = _own(request, uuid)
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
    return render(request, "audits/fill.html", {"page": page, "audit": audit}, status=attempt.status)


def _save_all(request: HttpRequest, audit: Audit) -> Attempt:
    """Save what a page sent; returns what of it could not be saved."""
    attempt = Attempt.read(request.POST)
    try:
        result = fieldwork.save_checklist(
            audit=audit,
            by=request.user,
            answers=attempt.answers_to_save,
            gates=attempt.gates_to_save,
            none_of_these={request.POST.get("none_of_these", "")} & set(Block.values),
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


def _save_waiting(request: HttpRequest, audit: Audit, left_over: Attempt) -> None:
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


def _act(
    request: HttpRequest, action: Callable[[], fieldwork.Recorded | Audit], clash: Callable[[Any], Clash] | None = None
) -> HttpResponse:
    """Do one act of the auditor's and say what came of it: saved, refused, or another window was faster."""
    try:
        outcome = action()
    except fieldwork.Stale as stale:
        assert clash  # noqa: S101 - only acts that carry a version can be stale
        return render(request, "audits/_clash.html", {"clash": clash(stale.current)}, status=409)
    except fieldwork.Refused as refused:
        return render(request, "audits/_refused.html", {"reason": refused.message}, status=422)
    except ValidationError as fault:
        return render(request, "audits/_refused.html", {"reason": " ".join(fault.messages)}, status=422)
    return render(request, "audits/_saved.html", {"now": timezone.now(), "state": json.dumps(_state(outcome))})


def _state(outcome: fieldwork.Recorded | Audit) -> dict[str, Any]:
    """The versions and values that moved, for the page to take over."""
    if isinstance(outcome, Audit):
        return {"audit": outcome.version}
    answers = [one for one in (outcome.answer, *outcome.changed) if one]
    gates = [one for one in (outcome.gate, *outcome.changed_gates) if one]
    return {
        "answers": {one.recommendation_id: [one.version, one.verdict] for one in answers},
        "gates": {one.occasion_id: [one.version, arose_as_text(one.arose)] for one in gates},
    }


@require_POST
def answer(request: HttpRequest, uuid: uuids.UUID, recommendation_id: int) -> HttpResponse:
    audit = _own(request, uuid)
    verdict = request.POST.get(f"verdict-{recommendation_id}", "")
    note = request.POST.get(f"note-{recommendation_id}", "")
    return _act(
        request,
        lambda: fieldwork.record_answer(
            audit=audit,
            by=request.user,
            recommendation_id=recommendation_id,
            version=read_version(request.POST, f"version-{recommendation_id}"),
            verdict=verdict,
            note=read_note(note),
        ),
        lambda current: Clash.over_answer(current, verdict, note),
    )


@require_POST
def gate(request: HttpRequest, uuid: uuids.UUID, occasion_id: int) -> HttpResponse:
    audit = _own(request, uuid)
    arose = request.POST.get(f"gate-{occasion_id}", "")
    return _act(
        request,
        lambda: fieldwork.record_gate(
            audit=audit,
            by=request.user,
            occasion_id=occasion_id,
            version=read_version(request.POST, f"gate-version-{occasion_id}"),
            arose=read_arose(arose),
        ),
        lambda current: Clash.over_gate(current, arose),
    )


@require_POST
def other_gates(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    audit = _own(request, uuid)
    return _act(request, lambda: fieldwork.record_other_gates(audit=audit, by=request.user))


@require_POST
def none_of_these(request: HttpRequest, uuid: uuids.UUID, block: str) -> HttpResponse:
    audit = _own(request, uuid)
    return _act(request, lambda: fieldwork.record_none_of_these(audit=audit, by=request.user, block=block))


@require_POST
def waiting(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    audit = _own(request, uuid)
    minutes = request.POST.get("waiting_minutes", "")
    return _act(
        request,
        lambda: fieldwork.record_waiting(
            audit=audit,
            by=request.user,
            version=read_version(request.POST, "audit-version"),
            minutes=read_minutes(minutes),
        ),
        lambda current: Clash.over_waiting(current, minutes),
    )

"""Pages on which a draft's recommendation is divided, joined, taken to another standard, taken out; and numbering."""

import functools
import uuid
from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from standards.editing.admin.standard_page import MEANINGS
from standards.editing.editing import NotSaved, renumber_standard, rows_of
from standards.editing.restructuring import (
    GONE,
    merge_recommendations,
    move_to_standard,
    remove_recommendation,
    repeal_recommendation,
    split_recommendation,
)
from standards.editing.typed import Typed, fingerprint
from standards.models import Point, Recommendation, Standard
from standards.pages import asked_and_sent, key_sent, page, standard_or_404, text_sent
from standards.refusals import Refused
from standards.wording.numbering import label_between, next_label, renumbered

Stored = tuple[Recommendation, list[Point]]
Page = Callable[[HttpRequest, Standard, Stored], HttpResponse]


def of_row(view: Page) -> Callable[..., HttpResponse]:
    """A page about one recommendation of a draft's standard; a second click on what took it away leads back."""

    @asked_and_sent
    @functools.wraps(view)
    def found(request: HttpRequest, object_id: str, row: int) -> HttpResponse:
        standard = standard_or_404(object_id, draft=True)
        stored = rows_of(standard).get(row)
        if stored is None:
            if request.method != "POST":
                raise Http404
            messages.info(request, str(GONE))
            return _back(standard)
        return view(request, standard, stored)

    return found


def _back(standard: Standard, row: Recommendation | None = None) -> HttpResponse:
    response = redirect("admin:standards_standard_change", standard.pk)
    if row is not None:
        response["Location"] += f"#zalecenie-{row.pk}"
    return response


def _sent(request: HttpRequest, name: str) -> Typed:
    return Typed(*(text_sent(request.POST.get(f"{name}-{field}", "")) for field in Typed.__slots__))


def _shown(
    request: HttpRequest,
    act: str,
    title: str,
    standard: Standard,
    stored: Stored,
    context: Mapping[str, Any],
    status: int,
) -> HttpResponse:
    recommendation, points = stored
    context = {
        "standard": standard,
        "recommendation": recommendation,
        "points": points,
        "seen": fingerprint(Typed.of(recommendation, points)),
        "meanings": MEANINGS,
        "has_before": _has_before(standard, recommendation),
        **context,
    }
    return page(request, f"standard/{act}", title, standard.edition, context, status)


def _has_before(standard: Standard, recommendation: Recommendation) -> bool:
    return Recommendation.objects.filter(
        standard__edition=standard.edition.based_on_id, lineage=recommendation.lineage
    ).exists()


@of_row
def split(request: HttpRequest, standard: Standard, stored: Stored) -> HttpResponse:
    recommendation, points = stored
    numbers = [row.number for row, _points in rows_of(standard).values()]
    now = Typed.of(recommendation, points)
    first, second = now, Typed(label_between(recommendation.number, numbers), "", "")
    lineage, keeps, problem = uuid.uuid4(), "first", None
    faults: Mapping[int, Mapping[str, Any]] = {}
    status = 200
    if request.method == "POST":
        first, second = _sent(request, "first"), _sent(request, "second")
        keeps = "second" if request.POST.get("keeps") == "second" else "first"
        lineage = _uuid(request.POST.get("lineage", ""), lineage)
        try:
            part = split_recommendation(
                recommendation=recommendation,
                by=request.user,  # type: ignore[arg-type]
                seen=request.POST.get("seen", ""),
                first=first,
                second=second,
                keeps_first=keeps == "first",
                lineage=lineage,
            )
        except NotSaved as refused:
            faults, status = refused.faults, 422
        except Refused as refused:
            problem, status = refused.message, 409
        else:
            messages.success(request, _("Split. Write the question of %(label)s.") % {"label": part.label})
            return _back(standard, part)
    parts = [
        ("first", _("First part"), first, faults.get(1, {})),
        ("second", _("Second part"), second, faults.get(2, {})),
    ]
    context = {"parts": parts, "keeps": keeps, "lineage": lineage, "problem": problem, "now": now}
    title = _("Split %(label)s") % {"label": recommendation.label}
    return _shown(request, "split", title, standard, stored, context, status)


def _uuid(text: str, otherwise: uuid.UUID) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError:
        return otherwise


@of_row
def merge(request: HttpRequest, standard: Standard, stored: Stored) -> HttpResponse:
    """With which one is chosen first, its text is joined then."""
    recommendation = stored[0]
    others = {pk: each for pk, each in rows_of(standard).items() if pk != recommendation.pk}
    asked = request.POST if request.method == "POST" else request.GET
    other = others.get(key_sent(asked.get("other", "")))
    title = _("Merge %(label)s with another") % {"label": recommendation.label}
    if other is None:
        return _shown(request, "merge_choice", title, standard, stored, {"others": _following(stored, others)}, 200)
    now, their = Typed.of(*stored), Typed.of(*other)
    typed = Typed(now.number, f"{now.text} {their.text}", "\n".join(filter(None, (now.points, their.points))))
    keeps, problem, status = "first", None, 200
    faults: Mapping[str, Any] = {}
    if request.method == "POST":
        typed = _sent(request, "merged")
        keeps = "other" if request.POST.get("keeps") == "other" else "first"
        try:
            kept = merge_recommendations(
                recommendation=recommendation,
                other=other[0],
                by=request.user,  # type: ignore[arg-type]
                seen=request.POST.get("seen", ""),
                other_seen=request.POST.get("other-seen", ""),
                typed=typed,
                keeps_other=keeps == "other",
            )
        except NotSaved as refused:
            faults, status = refused.faults[0], 422
        except Refused as refused:
            problem, status = refused.message, 409
        else:
            messages.success(request, _("Merged into %(label)s.") % {"label": kept.label})
            return _back(standard, kept)
    context = {
        "other": other[0],
        "other_points": other[1],
        "other_seen": fingerprint(their),
        "typed": typed,
        "keeps": keeps,
        "faults": faults,
        "problem": problem,
    }
    return _shown(request, "merge", title, standard, stored, context, status)


def _following(stored: Stored, others: Mapping[int, Stored]) -> list[Recommendation]:
    """The one below first: that is what is joined most often."""
    rows = [row for row, _points in others.values()]
    below = [row for row in rows if row.position > stored[0].position]
    return [*below, *(row for row in rows if row not in below)]


@of_row
def move(request: HttpRequest, standard: Standard, stored: Stored) -> HttpResponse:
    recommendation = stored[0]
    standards = Standard.objects.filter(edition=standard.edition_id).exclude(pk=standard.pk).order_by("position")
    chosen, number, problem, status = 0, "", None, 200
    if request.method == "POST":
        chosen, number = key_sent(request.POST.get("to", "")), text_sent(request.POST.get("number", ""))
        to = standards.filter(pk=chosen).first()
        try:
            if to is None:
                raise Refused(_("Choose another standard of this edition."), "to")
            moved = move_to_standard(
                recommendation=recommendation,
                to=to,
                by=request.user,  # type: ignore[arg-type]
                seen=request.POST.get("seen", ""),
                number=number,
            )
        except Refused as refused:
            problem, status = refused.message, 422 if refused.field else 409
        else:
            messages.success(request, _("It is %(label)s now.") % {"label": moved.label})
            return _back(to, moved)
    context = {"standards": standards, "chosen": chosen, "number": number, "problem": problem}
    title = _("Move %(label)s to another standard") % {"label": recommendation.label}
    return _shown(request, "move", title, standard, stored, context, status)


@of_row
def remove(request: HttpRequest, standard: Standard, stored: Stored) -> HttpResponse:
    recommendation, problem, status = stored[0], None, 200
    if request.method == "POST":
        repeals = "repeal" in request.POST
        act = repeal_recommendation if repeals else remove_recommendation
        try:
            act(
                recommendation=recommendation,
                by=request.user,  # type: ignore[arg-type]
                seen=request.POST.get("seen", ""),
            )
        except Refused as refused:
            problem, status = refused.message, 409
        else:
            done = _("Repealed: %(label)s.") if repeals else _("Removed: %(label)s.")
            messages.success(request, done % {"label": recommendation.label})
            return _back(standard)
    title = _("Repeal or remove %(label)s") % {"label": recommendation.label}
    return _shown(request, "remove", title, standard, stored, {"problem": problem}, status)


@asked_and_sent
def renumber(request: HttpRequest, object_id: str) -> HttpResponse:
    standard = standard_or_404(object_id, draft=True)
    asked = request.POST if request.method == "POST" else request.GET
    first, problem, status = text_sent(asked.get("first", "")).strip(), None, 200
    if request.method == "POST":
        try:
            renumber_standard(
                standard=standard,
                by=request.user,  # type: ignore[arg-type]
                first=first,
                seen=request.POST.getlist("seen"),
            )
        except Refused as refused:
            problem, status = refused.message, 422 if refused.field else 409
        else:
            messages.success(request, _("The numbers follow one another."))
            return _back(standard)
    labels = [row.number for row, _points in rows_of(standard).values()]
    context = {
        "standard": standard,
        "first": first or (labels[0] if labels else next_label([])),
        "plan": list(zip(labels, renumbered(labels, first), strict=True)),
        "problem": problem,
    }
    title = _("Renumber standard %(number)s") % {"number": standard.number}
    return page(request, "standard/renumber", title, standard.edition, context, status)

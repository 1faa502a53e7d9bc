"""Reading the standards: for everybody who is signed in; drafts for those who may edit them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Model, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from standards.choices import Method
from standards.comparing.comparison import compare
from standards.fields import too_long
from standards.interchange import export_edition
from standards.lineage import history_of, spans
from standards.models import Assessability, Edition, Point, Recommendation, Standard
from standards.models.editions import visible_edition, visible_editions
from standards.reading.search import search

LONGEST_QUERY = 200


def _recommendations(edition: Edition) -> QuerySet[Recommendation]:
    """In the edition's order, each with its points read in one more query."""
    return (
        Recommendation.objects.filter(standard__edition=edition)
        .select_related("standard__edition")
        .order_by("standard__position", "standard", "position", "pk")
        .prefetch_related(Prefetch("points", Point.objects.order_by("position", "pk")))
    )


def _neighbours(in_order: Iterable[Model], here: Model) -> dict[str, Model | None]:
    """Links to turn the page: what stands before and after."""
    pages = list(in_order)
    place = [page.pk for page in pages].index(here.pk)
    return {
        "previous": pages[place - 1] if place else None,
        "next": pages[place + 1] if place + 1 < len(pages) else None,
    }


def _states() -> dict[str, Any]:
    """What `_edition_state.html` tells an edition's state by."""
    today = timezone.localdate()
    return {"in_force": Edition.objects.in_force_on(today).first(), "today": today}


@require_safe
def editions(request: HttpRequest) -> HttpResponse:
    found = visible_editions(request).annotate(
        recommendation_count=Count("standards__recommendations", filter=Q(standards__recommendations__repealed=False))
    )
    in_force = spans()
    shown = [(edition, in_force.get(edition.pk)) for edition in found]
    return render(request, "standards/reading/editions.html", {"editions": shown, **_states()})


@require_safe
def edition(request: HttpRequest, code: str) -> HttpResponse:
    found = visible_edition(request, code)
    standards = Standard.objects.annotate(
        recommendation_count=Count("recommendations", filter=Q(recommendations__repealed=False))
    ).order_by("position", "pk")
    areas = list(found.areas.order_by("position", "pk").prefetch_related(Prefetch("standards", standards)))
    in_all: list[Any] = [standard for area in areas for standard in area.standards.all()]
    context = {
        "edition": found,
        "areas": areas,
        "standard_count": len(in_all),
        "recommendation_count": sum(standard.recommendation_count for standard in in_all),
        "spans": spans().get(found.pk),
        **_changes(request, found),
        **_states(),
    }
    return render(request, "standards/reading/edition.html", context)


def _changes(request: HttpRequest, edition: Edition) -> dict[str, Any]:
    """What the edition changed against the one that it was drafted from, where the reader may see that."""
    before = visible_editions(request).filter(pk=edition.based_on_id).first() if edition.based_on_id else None
    if before is None:
        return {"before": None}
    compared = compare(export_edition(before.code), export_edition(edition.code))
    return {"before": before, "changes": compared, "counts": compared.count()}


@require_safe
def whole_text(request: HttpRequest, code: str) -> HttpResponse:
    """The edition from its first word to its last, to be printed or searched by the browser."""
    found = visible_edition(request, code)
    standards = Standard.objects.order_by("position", "pk").prefetch_related(
        Prefetch("recommendations", _recommendations(found).order_by("position", "pk"))
    )
    areas = found.areas.order_by("position", "pk").prefetch_related(Prefetch("standards", standards))
    return render(request, "standards/reading/whole_text.html", {"edition": found, "areas": areas, **_states()})


@require_safe
def standard(request: HttpRequest, code: str, number: str) -> HttpResponse:
    in_edition = visible_edition(request, code)
    found = get_object_or_404(in_edition.standards.select_related("area"), number=number)
    in_order = in_edition.standards.order_by("position", "pk").defer("rationale")
    context = {
        "edition": in_edition,
        "standard": found,
        "recommendations": _recommendations(in_edition).filter(standard=found),
        **_neighbours(in_order, found),
        **_states(),
    }
    return render(request, "standards/reading/standard.html", context)


@require_safe
def recommendation(request: HttpRequest, code: str, standard_number: str, number: str) -> HttpResponse:
    in_edition = visible_edition(request, code)
    chosen = get_object_or_404(
        _recommendations(in_edition).select_related("standard__area"), standard__number=standard_number, number=number
    )
    in_order = _recommendations(in_edition).prefetch_related(None).defer("text")
    context = {
        "edition": in_edition,
        "standard": chosen.standard,
        "recommendation": chosen,
        "history": history_of(chosen),
        **_judging(chosen),
        **_neighbours(in_order, chosen),
        **_states(),
    }
    return render(request, "standards/reading/recommendation.html", context)


def _judging(chosen: Recommendation) -> dict[str, Any]:
    """How it is judged, if anybody has said so, and what is judged together with it."""
    judged = (
        Assessability.objects.filter(recommendation=chosen).select_related("occasion", "excludes__standard").first()
    )
    if not judged:
        return {"judged": None}
    together = _recommendations(chosen.standard.edition).prefetch_related(None).exclude(pk=chosen.pk)
    return {
        "judged": judged,
        "methods": [(method.label, judged.channels(method)) for method in Method if judged.channels(method)],
        "together": together.filter(assessability__same_matter=judged.same_matter) if judged.same_matter else (),
    }


@require_safe
def search_edition(request: HttpRequest, code: str) -> HttpResponse:
    found = visible_edition(request, code)
    query = request.GET.get("q", "").replace("\x00", "").strip()
    fault = too_long(query, LONGEST_QUERY)
    context = {
        "edition": found,
        "query": query,
        "fault": fault,
        "results": search(found, "" if fault else query),
        **_states(),
    }
    return render(request, "standards/reading/search.html", context)

"""What the pages of the standards' administration share that are not Django's own."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from standards.admin.rules import edition_of
from standards.models import Area, Assessability, Edition, Point, Recommendation, Standard

asked_and_sent: Callable[..., Any] = require_http_methods(["GET", "HEAD", "POST"])


def page(
    request: HttpRequest, template: str, title: Any, edition: Edition | None, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A page below the administration's list of editions."""
    context = {
        **admin.site.each_context(request),
        "title": title,
        "opts": Edition._meta,
        "edition": edition,
        **context,
    }
    return TemplateResponse(request, f"admin/standards/{template}.html", context, status=status)


def edition_exists(pk: Any) -> bool:
    return Edition.objects.filter(pk=_key(pk)).exists()


def edition_or_404(pk: Any) -> Edition:
    found: Edition = get_object_or_404(
        Edition.objects.select_related("publication", "withdrawal", "based_on"), pk=_key(pk)
    )
    return found


def draft_or_404(pk: Any) -> Edition:
    """An edition whose text can still be written."""
    found: Edition = get_object_or_404(Edition.objects.drafts().select_related("based_on"), pk=_key(pk))
    return found


def standard_or_404(pk: Any, *, draft: bool = False) -> Standard:
    rows = Standard.objects.select_related("area", "edition__publication", "edition__based_on")
    if draft:
        rows = rows.filter(edition__publication__isnull=True)
    found: Standard = get_object_or_404(rows, pk=_key(pk))
    return found


def _key(pk: Any) -> int:
    """Keys come from addresses as text; what is no key leads to no row."""
    text = str(pk)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else 0


def place_to_mend(row: Any) -> str:
    """Where a row is edited."""
    match row:
        case Edition():
            return reverse("admin:standards_edition_change", args=[row.pk])
        case Area():
            return reverse("admin:standards_area_change", args=[row.pk])
        case Standard():
            return reverse("admin:standards_standard_change", args=[row.pk])
        case Recommendation():
            if edition_of(row).is_published:
                return reverse("admin:standards_recommendation_change", args=[row.pk])
            return reverse("admin:standards_standard_change", args=[row.standard_id]) + f"#zalecenie-{row.pk}"
        case Point():
            return place_to_mend(row.recommendation)
        case Assessability():
            return reverse("admin:standards_recommendation_change", args=[row.recommendation_id])
        case _:
            return reverse("admin:standards_occasion_change", args=[row.pk])

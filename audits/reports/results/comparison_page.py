"""The page of two selections side by side: for its address, and for whoever could not have it as a document."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from audits.access.requests import SignedInRequest
from audits.reports.results import comparison_layout as layout
from audits.reports.results.asked import chosen_selections, selection_forms
from audits.reports.results.comparing import compare


def comparison_page(request: SignedInRequest, *, status: int = 200, refused: str = "") -> HttpResponse:
    """`refused`: why its document is not made."""
    forms, departments = selection_forms(request)
    shown: dict[str, Any] = {"forms": forms, "refused": refused}
    if not all(form.is_valid() for form in forms):
        return render(request, "audits/reports/results/comparison.html", shown, status=422)
    found = compare(*chosen_selections(forms, departments))
    shown |= {
        "compared": found,
        "sentences": layout.sentences(found),
        "sections": layout.sections(found),
        "query": request.GET.urlencode(),
    }
    return render(request, "audits/reports/results/comparison.html", shown, status=status)

"""Two selections side by side, as a page and as a workbook. Made of closings, for whoever may have both."""

from typing import Any

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from audits.access.requests import SignedInRequest
from audits.exports import xlsx_response
from audits.models import periods
from audits.reports.results import comparison_layout as layout
from audits.reports.results.comparing import Compared, Selection, compare
from audits.reports.results.forms import SelectionForm
from audits.reports.results.views.pages import offered_departments, topmost, usual_period
from standards.choices import Channel, Method

_SIDES = ("a", "b")


@require_safe
def comparison(request: SignedInRequest) -> HttpResponse:
    """Any unit, period, channel and method against any other."""
    forms, departments = _forms(request)
    shown: dict[str, Any] = {"forms": forms}
    if not all(form.is_valid() for form in forms):
        return render(request, "audits/reports/results/comparison.html", shown, status=422)
    found = _compared(forms, departments)
    shown |= {
        "compared": found,
        "sentences": layout.sentences(found),
        "sections": layout.sections(found),
        "sides": [(side, layout.called(side, other)) for side, other in _both(found)],
        "query": request.GET.urlencode(),
    }
    return render(request, "audits/reports/results/comparison.html", shown)


@require_safe
def comparison_file(request: SignedInRequest) -> FileResponse:
    """The same as a workbook."""
    forms, departments = _forms(request)
    if not all(form.is_valid() for form in forms):
        raise Http404
    name = f"porownanie-{timezone.localdate().isoformat()}.xlsx"
    return xlsx_response(name, layout.sheets(_compared(forms, departments)))


def _forms(request: SignedInRequest) -> tuple[list[SelectionForm], list[Any]]:
    """What the address leaves out is filled in: the top and the last that was closed, against the period before."""
    departments = offered_departments(request)
    keys = {str(each.pk) for each in departments}
    sent: dict[str, str] = {}
    method = request.GET.get("a-metoda") or Method.MYSTERY.value
    usual = usual_period(method)
    for side, period in zip(_SIDES, (usual, periods.parse(usual).previous().code), strict=True):
        sent |= {
            f"{side}-metoda": request.GET.get(f"{side}-metoda") or method,
            f"{side}-okres": request.GET.get(f"{side}-okres") or period,
            f"{side}-komorka": request.GET.get(f"{side}-komorka") or str(topmost(departments).pk),
            f"{side}-kanal": request.GET.get(f"{side}-kanal", ""),
        }
        if sent[f"{side}-komorka"] not in keys:
            raise Http404
    return [SelectionForm(sent, prefix=side, departments=departments) for side in _SIDES], departments


def _compared(forms: list[SelectionForm], departments: list[Any]) -> Compared:
    by_key = {str(each.pk): each for each in departments}
    first, second = (
        Selection(
            Method(form.cleaned_data["metoda"]),
            periods.parse(form.cleaned_data["okres"]),
            by_key[form.cleaned_data["komorka"]],
            Channel(form.cleaned_data["kanal"]) if form.cleaned_data["kanal"] else None,
        )
        for form in forms
    )
    return compare(first, second)


def _both(found: Compared) -> list[tuple[Any, Any]]:
    return [(found.first, found.second), (found.second, found.first)]

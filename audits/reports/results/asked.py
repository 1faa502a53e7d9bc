"""What the address of a page of results asks for, and of what the reader may ask."""

from typing import Any

from django.db.models import OuterRef
from django.http import Http404
from django.utils import timezone

from audits import access
from audits.access.requests import SignedInRequest
from audits.choices import Role
from audits.models import periods
from audits.reports.results.comparing import Selection
from audits.reports.results.figures import latest_closed
from audits.reports.results.forms import SelectionForm
from standards.choices import Channel, Method

SIDES = ("a", "b")


def offered_departments(request: SignedInRequest) -> list[Any]:
    """Those of which the reader may have results, in the order of codes, with whether they are HR over each.

    Whoever has none is told that there is no such page.
    """
    found = access.departments_to_report(request.user).annotate(
        is_of_hr=access.over(request.user, OuterRef("pk"), Role.HR)
    )
    departments = list(found.order_by("code"))
    if not departments:
        raise Http404
    return departments


def topmost(departments: list[Any]) -> Any:
    keys = {each.pk for each in departments}
    return next(each for each in departments if each.parent_id not in keys)


def usual_period(method: str) -> str:
    """The last that was closed."""
    found = latest_closed(method) if method in Method.values else None
    return (found or periods.last_finished_quarter(timezone.localdate())).code


def selection_forms(request: SignedInRequest) -> tuple[list[SelectionForm], list[Any]]:
    """What the address leaves out is filled in: the top and the last that was closed, against the period before."""
    departments = offered_departments(request)
    keys = {str(each.pk) for each in departments}
    sent: dict[str, str] = {}
    method = request.GET.get("a-metoda") or Method.MYSTERY.value
    usual = usual_period(method)
    for side, period in zip(SIDES, (usual, periods.parse(usual).previous().code), strict=True):
        sent |= {
            f"{side}-metoda": request.GET.get(f"{side}-metoda") or method,
            f"{side}-okres": request.GET.get(f"{side}-okres") or period,
            f"{side}-komorka": request.GET.get(f"{side}-komorka") or str(topmost(departments).pk),
            f"{side}-kanal": request.GET.get(f"{side}-kanal", ""),
        }
        if sent[f"{side}-komorka"] not in keys:
            raise Http404
    return [SelectionForm(sent, prefix=side, departments=departments) for side in SIDES], departments


def chosen_selections(forms: list[SelectionForm], departments: list[Any]) -> tuple[Selection, Selection]:
    """Of forms that are valid."""
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
    return first, second

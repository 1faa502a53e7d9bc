"""Closing granules, for HR of the whole office: what is to be closed, the act itself, later changes, lengths."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from audits import access
from audits.access.requests import SignedInRequest
from audits.choices import GranuleLength
from audits.figures.disclosure import SMALLEST_CROWD
from audits.models import GranuleSetting
from audits.models.periods import NotAPeriod, parse
from audits.reports import closings as rules
from audits.reports.closings.forms import CloseForm, LengthsForm
from audits.reports.sentences.causes import few_people
from standards.choices import Method
from standards.refusals import Refused

# Of each kind; all are counted, and listed unit by unit.
OPEN_SHOWN = 20

_OPEN = {
    rules.OpenKind.DRAFTS: (
        gettext_lazy("Audits being filled"),
        gettext_lazy("Each is its auditor's alone: remind them to submit or discard it."),
    ),
    rules.OpenKind.SET_ASIDE: (
        gettext_lazy("Audits set aside"),
        gettext_lazy("They wait for what comes later, such as a promised call; their auditors submit them."),
    ),
    rules.OpenKind.CORRECTIONS: (
        gettext_lazy("Corrections begun or not decided"),
        gettext_lazy("Until one is approved, the audit as it was first submitted counts."),
    ),
    rules.OpenKind.ANNULMENTS: (
        gettext_lazy("Annulments not decided"),
        gettext_lazy("Until one is approved, the audit counts."),
    ),
    rules.OpenKind.UNIDENTIFIED: (
        gettext_lazy("Mystery shoppers' audits of which nobody has said whom they are about"),
        gettext_lazy("They count for their unit all the same."),
    ),
}


def _only_closers(request: SignedInRequest) -> None:
    if not access.closes_granules(request.user):
        raise Http404


@require_safe
def closings(request: SignedInRequest) -> HttpResponse:
    """What is to be closed, of whatever year; and one year's granules by method."""
    _only_closers(request)
    today = timezone.localdate()
    years = rules.years_of_granules(today)
    asked = request.GET.get("rok", "")
    year = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) == 4 else today.year
    if year not in years:
        raise Http404
    shown = {
        "due": rules.due_granules(today),
        "years": years,
        "year": year,
        "methods": rules.granules_of_year(year, today),
    }
    return render(request, "audits/reports/closings/closings.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def closing(request: SignedInRequest, method: str, period: str) -> HttpResponse:
    """One granule: closed, with what is seen of it; else with what is still open before, and what would be seen."""
    row = _row(request, method, period)
    form = CloseForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _closing_page(request, row, form)
    if not form.is_valid():
        return _closing_page(request, row, form, status=422)
    try:
        rules.close_granule(
            method=row.method,
            first_day=row.period.first_day,
            last_day=row.period.last_day,
            by=request.user,
            shown=request.POST.get("fingerprint", ""),
        )
    except rules.Changed:
        messages.warning(request, _("What would be closed has changed meanwhile. Nothing was closed: look again."))
        return _closing_page(request, row, CloseForm(), status=409)
    except Refused as refused:
        messages.error(request, str(refused.message))
        return _closing_page(request, _row(request, method, period), CloseForm(), status=409)
    messages.success(request, _("It has been closed. What it shows can be reported on from now on."))
    return redirect("audits:closing", method, period)


def _closing_page(request: SignedInRequest, row: rules.GranuleRow, form: CloseForm, status: int = 200) -> HttpResponse:
    few = {"few_people": few_people(SMALLEST_CROWD), "smallest_crowd": SMALLEST_CROWD}
    shown: dict[str, Any] = {"row": row, "form": form} | few
    if row.closing:
        shown["kept"] = rules.kept_outlook(row.closing)
        return render(request, "audits/reports/closings/closed.html", shown, status=status)
    if row.state != rules.GranuleState.AHEAD:
        open_work = rules.open_before_closing(method=row.method, period=row.period, by=request.user)
        outlook = rules.closing_preview(method=row.method, period=row.period)
        shown |= {
            "open_work": [
                (work, *_OPEN[work.kind], list(work.audits[:OPEN_SHOWN])) for work in open_work if work.count
            ],
            "outlook": outlook,
            "fingerprint": rules.fingerprint_of_closing(outlook, open_work),
        }
    return render(request, "audits/reports/closings/close.html", shown, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def supplement(request: SignedInRequest, method: str, period: str) -> HttpResponse:
    """What came, was corrected, annulled or identified since a granule was closed, as far as it may be taken in."""
    row = _row(request, method, period)
    if row.closing is None:
        raise Http404
    if request.method != "POST":
        return _supplement_page(request, row)
    try:
        made = rules.supplement_closing(closing=row.closing, by=request.user, shown=request.POST.get("fingerprint", ""))
    except rules.Changed:
        messages.warning(request, _("What would be taken in has changed meanwhile. Nothing was done: look again."))
        return _supplement_page(request, row, status=409)
    except Refused:
        return _supplement_page(request, row, status=409)
    if made:
        messages.success(request, _("The later changes have been taken in."))
    else:
        messages.info(request, _("There was nothing that could be taken in."))
    return redirect("audits:closing", method, period)


def _supplement_page(request: SignedInRequest, row: rules.GranuleRow, status: int = 200) -> HttpResponse:
    shown: dict[str, Any] = {"row": row, "few_people": few_people(SMALLEST_CROWD)}
    try:
        # The view has seen that it is closed.
        shown["changes"] = rules.later_changes(row.closing)  # type: ignore[arg-type]
    except Refused as refused:
        shown["refused"] = refused.message
    return render(request, "audits/reports/closings/supplement.html", shown, status=status)


def _row(request: SignedInRequest, method: str, period: str) -> rules.GranuleRow:
    """The granule that the address names, spelt in the one way; else 404, as for those who may not close."""
    _only_closers(request)
    try:
        found = parse(period)
    except NotAPeriod:
        raise Http404 from None
    if method not in Method.values or found.code != period:
        raise Http404
    row = rules.granule_row(method, found, timezone.localdate())
    if row is None:
        raise Http404
    return row


@require_http_methods(["GET", "HEAD", "POST"])
def granule_lengths(request: SignedInRequest) -> HttpResponse:
    """For how long each method's audits are closed at once from next year on, with what this year's would show."""
    _only_closers(request)
    this_year = timezone.localdate().year
    lengths = rules.lengths_of()
    form = LengthsForm(
        request.POST if request.method == "POST" else None,
        previews=rules.granules_preview(this_year + 1),
        lengths={method: lengths.of(method, this_year + 1) for method in Method},
        initial={"year": this_year + 1},
    )
    if form.is_bound and form.is_valid():
        try:
            # The year that was shown: whoever sends it after midnight of the last day is told that it has begun.
            made = rules.set_granules(year=form.cleaned_data["year"], lengths=form.chosen, by=request.user)
        except Refused as refused:
            form.add_error(None, str(refused.message))
        else:
            if made:
                messages.success(request, _("The lengths have been set."))
            else:
                messages.info(request, _("Nothing was changed: these lengths hold already."))
            return redirect("audits:granule_lengths")
    shown = {
        "form": form,
        "this_year": this_year,
        "next_year": this_year + 1,
        "now": [(method, GranuleLength(lengths.of(method, this_year)).label) for method in Method],
        "history": GranuleSetting.objects.select_related("set_by").order_by("-set_at", "-pk"),
    }
    return render(request, "audits/reports/closings/lengths.html", shown, status=422 if form.errors else 200)

"""Reviews of who holds what: made by an administrator about today, and kept."""

import uuid as uuids
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from audits.access.requests import SignedInRequest
from audits.choices import ReviewDecision
from audits.models import Department, RightsReview
from audits.rights import holdings as rights
from audits.rights import reviewing
from audits.rights.forms import Choices, ListForm, ReviewForm, ShownForm
from audits.rights.views.holdings import RIGHTS_ON_A_PAGE, only_administrators


@require_safe
def reviews(request: SignedInRequest) -> HttpResponse:
    only_administrators(request)
    counted = {decision.value: Count("reviewed", filter=Q(reviewed__decision=decision)) for decision in ReviewDecision}
    kept = RightsReview.objects.select_related("by", "department").annotate(**counted)
    return render(request, "audits/rights/reviews.html", {"reviews": kept, "form": ListForm()})


@require_http_methods(["GET", "HEAD", "POST"])
def new_review(request: SignedInRequest) -> HttpResponse:
    """Of today, of the whole office or of the part that the address names."""
    only_administrators(request)
    chosen = ListForm({"department": request.GET.get("department", "")})
    if not chosen.is_valid():
        raise Http404
    department = chosen.cleaned_data["department"]
    found = rights.rights_on(timezone.localdate(), department)
    choices = Choices(request.session, department=department, rights=found)
    sent = request.POST if request.method == "POST" else None
    if sent is not None:
        choices.take(sent)
    initial = {"note": choices.note}
    form = ReviewForm(sent, rights=found, by=request.user, chosen=choices.chosen, initial=initial)
    if sent is None:
        return _review_page(request, department, found, form)
    if sent.get("fingerprint") != rights.fingerprint(found):
        return _look_again(request, department, found, form)
    if {"go", "confirm_shown"} & sent.keys():
        return redirect(f"{request.path}?{_place(department, sent)}")
    if found and form.is_valid():
        try:
            kept = reviewing.review_rights(
                by=request.user,
                department=department,
                decisions=form.decisions,
                shown=sent["fingerprint"],
                note=form.cleaned_data["note"],
            )
            choices.forget()
            messages.success(request, _("The review has been kept."))
            return redirect(kept)
        except reviewing.CannotEnd as fault:
            form.add_error(None, f"{fault.right.appointment}: {fault.message}")
        except reviewing.Changed:
            return _look_again(request, department, found, form)
    return _review_page(request, department, found, form, status=422)


def _look_again(
    request: SignedInRequest, department: Department | None, found: list[rights.Right], form: ReviewForm
) -> HttpResponse:
    messages.warning(request, _("What is held has changed meanwhile. Nothing was written: look again."))
    return _review_page(request, department, found, form, status=409)


def _review_page(
    request: SignedInRequest,
    department: Department | None,
    found: list[rights.Right],
    form: ReviewForm,
    status: int = 200,
) -> HttpResponse:
    narrowing = ShownForm(request.GET)
    page = Paginator(_looked_at(found, narrowing, form), RIGHTS_ON_A_PAGE).get_page(request.GET.get("page"))
    shown: dict[str, Any] = {
        "form": form,
        "narrowing": narrowing,
        "page": page,
        "rows": form.rows(list(page.object_list)),
        "held": len(found),
        "is_long": len(found) > RIGHTS_ON_A_PAGE,
        "department": department,
        "day": timezone.localdate(),
        "fingerprint": rights.fingerprint(found),
        "decisions": ReviewDecision,
    }
    return render(request, "audits/rights/new_review.html", shown, status=status)


def _looked_at(found: list[rights.Right], narrowing: ShownForm, form: ReviewForm) -> list[rights.Right]:
    if not narrowing.is_valid():
        return found
    shown = rights.named_like(found, narrowing.cleaned_data["q"])
    match narrowing.cleaned_data["show"]:
        case ShownForm.REMARKS:
            return [right for right in shown if right.remarks]
        case ShownForm.UNDECIDED:
            undecided = {right.appointment.pk for right in form.undecided}
            return [right for right in shown if right.appointment.pk in undecided]
    return shown


def _place(department: Department | None, sent: Any) -> str:
    """The address of the rows that are looked at next."""
    said = {name: sent.get(name, "") for name in ("q", "show")}
    said["department"] = str(department.pk) if department is not None else ""
    # Of those without a decision, the next are on the first page by now.
    if said["show"] != ShownForm.UNDECIDED:
        said["page"] = sent.get("go") or sent.get("confirm_shown", "")
    return urlencode({name: value[:100] for name, value in said.items() if value})


@require_safe
def review(request: SignedInRequest, uuid: uuids.UUID) -> HttpResponse:
    only_administrators(request)
    kept = get_object_or_404(RightsReview.objects.select_related("by", "department"), uuid=uuid)
    reviewed = kept.reviewed.select_related("appointment__user", "appointment__department", "appointment__granted_by")
    decided = {one.value: one.label for one in ReviewDecision}
    decision = request.GET.get("decision", "")
    if decision in decided:
        reviewed = reviewed.filter(decision=decision)
    counts = dict(kept.reviewed.order_by().values_list("decision").annotate(Count("pk")))
    pages = Paginator(reviewed, RIGHTS_ON_A_PAGE)
    # Counted above already.
    pages.count = counts.get(decision, 0) if decision in decided else sum(counts.values())
    shown = {
        "review": kept,
        "page": pages.get_page(request.GET.get("page")),
        "decision": decision,
        "counts": [(one, label, counts.get(one, 0)) for one, label in decided.items()],
    }
    return render(request, "audits/rights/review.html", shown)

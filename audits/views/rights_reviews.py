"""Reviews of who holds what: made by an administrator about today, and kept."""

import uuid as uuids
from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from audits import reviewing, rights
from audits.choices import ReviewDecision
from audits.forms.rights import ListForm, ReviewForm
from audits.models import RightsReview
from audits.views.rights import only_administrators


@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    only_administrators(request)
    counted = {decision.value: Count("reviewed", filter=Q(reviewed__decision=decision)) for decision in ReviewDecision}
    kept = RightsReview.objects.select_related("by", "department").annotate(**counted)
    return render(request, "audits/rights/reviews.html", {"reviews": kept, "form": ListForm()})


@require_http_methods(["GET", "HEAD", "POST"])
def new_review(request: HttpRequest) -> HttpResponse:
    """Of today, of the whole office or of the part that the address names."""
    only_administrators(request)
    chosen = ListForm({"department": request.GET.get("department", "")})
    if not chosen.is_valid():
        raise Http404
    department = chosen.cleaned_data["department"]
    found = rights.rights_on(timezone.localdate(), department)
    form = ReviewForm(request.POST if request.method == "POST" else None, rights=found, by=request.user)
    status = 200
    if form.is_bound and request.POST.get("fingerprint") != rights.fingerprint(found):
        messages.warning(request, _("What is held has changed meanwhile. Nothing was written: look again."))
        status = 409
    elif form.is_bound and found and form.is_valid():
        try:
            kept = reviewing.review_rights(
                by=request.user,
                department=department,
                decisions=form.decisions,
                shown=request.POST["fingerprint"],
                note=form.cleaned_data["note"],
            )
            messages.success(request, _("The review has been kept."))
            return redirect(kept)
        except reviewing.CannotEnd as fault:
            form.add_error(None, f"{fault.right.appointment}: {fault.reason}")
        except reviewing.Changed:
            messages.warning(request, _("What is held has changed meanwhile. Nothing was written: look again."))
            status = 409
    if status == 200 and form.is_bound:
        status = 422
    shown: dict[str, Any] = {
        "form": form,
        "rights": found,
        "department": department,
        "day": timezone.localdate(),
        "fingerprint": rights.fingerprint(found),
        "decisions": ReviewDecision,
    }
    return render(request, "audits/rights/new_review.html", shown, status=status)


@require_safe
def review(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    only_administrators(request)
    kept = get_object_or_404(RightsReview.objects.select_related("by", "department"), uuid=uuid)
    reviewed = kept.reviewed.select_related("appointment__user", "appointment__department", "appointment__granted_by")
    return render(request, "audits/rights/review.html", {"review": kept, "reviewed": reviewed})

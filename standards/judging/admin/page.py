"""One recommendation: its text to read, how it is judged to write, who has confirmed that."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from standards.fields import Text
from standards.history.changes import displayed
from standards.judging.forms import AssessabilityForm
from standards.judging.signoff import LONGEST_REASON, begin_judging, change_judging, confirm_assessability, version_of
from standards.models import Assessability, Recommendation
from standards.pages import asked_and_sent, page, place_to_mend
from standards.refusals import Refused


class JudgingForm(AssessabilityForm):
    """What the row itself forbids is said by the action, which knows what it was before."""

    reason = Text(
        label=capfirst(gettext_lazy("reason of the change")),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
        help_text=gettext_lazy(
            "Goes into the history. Required once the text is published, and where the recommendation was not "
            "assessable before."
        ),
    )

    def _post_clean(self) -> None:
        pass

    def changes(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self._meta.fields or ()}


@dataclass(frozen=True)
class Side:
    """A field of which two versions are there."""

    label: str
    theirs: str
    mine: str


@asked_and_sent
def judging_page(request: HttpRequest, recommendation: Recommendation) -> HttpResponse:
    judged = Assessability.objects.filter(recommendation=recommendation).first()
    if request.method != "POST":
        return _show(request, recommendation, judged, _form(recommendation, judged))
    if "confirm" in request.POST:
        return _confirm(request, recommendation, judged)
    form = _form(recommendation, judged, request.POST)
    if not form.is_valid():
        return _show(request, recommendation, judged, form, status=422)
    seen = request.POST.get("seen", "")
    reason = form.cleaned_data["reason"]
    if judged is not None and seen == version_of(judged) and not _differs(judged, form):
        messages.info(request, _("Nothing was changed."))
        return redirect("admin:standards_recommendation_change", recommendation.pk)
    try:
        if judged is None:
            begin_judging(
                recommendation=recommendation,
                by=request.user,  # type: ignore[arg-type]
                reason=reason,
                changes=form.changes(),
            )
        else:
            change_judging(
                assessability=judged,
                by=request.user,  # type: ignore[arg-type]
                seen=seen,
                reason=reason,
                changes=form.changes(),
            )
    except Refused as refused:
        if refused.field:
            form.add_error(refused.field, refused.message)
            return _show(request, recommendation, judged, form, status=422)
        return _conflict(request, recommendation, form)
    except ValidationError as error:
        for name, problems in error.message_dict.items():
            form.add_error(name if name in form.fields else None, problems)
        return _show(request, recommendation, judged, form, status=422)
    messages.success(request, _("Saved."))
    return redirect("admin:standards_recommendation_change", recommendation.pk)


def _form(recommendation: Recommendation, judged: Assessability | None, data: Any = None) -> JudgingForm:
    """On a row of its own, so that what is typed never gets into the one that is shown."""
    row = Assessability.objects.filter(pk=judged.pk).first() if judged else None
    form = JudgingForm(data, instance=row or Assessability(recommendation=recommendation))
    form.initial["reason"] = ""
    return form


def _differs(judged: Assessability, form: JudgingForm) -> bool:
    return any(getattr(judged, name) != value for name, value in form.changes().items())


def _conflict(request: HttpRequest, recommendation: Recommendation, form: JudgingForm) -> HttpResponse:
    """Somebody has judged it otherwise meanwhile: both versions, and the form with what was typed."""
    judged = Assessability.objects.get(recommendation=recommendation)
    sides = [
        Side(
            str(form.fields[name].label), displayed(judged, name, getattr(judged, name)), displayed(judged, name, value)
        )
        for name, value in form.changes().items()
        if getattr(judged, name) != value
    ]
    return _show(request, recommendation, judged, form, sides=sides, status=409)


def _confirm(request: HttpRequest, recommendation: Recommendation, judged: Assessability | None) -> HttpResponse:
    what = request.POST["confirm"]
    if judged is not None:
        try:
            confirm_assessability(
                assessability=judged,
                by=request.user,  # type: ignore[arg-type]
                seen=request.POST.get("seen", ""),
                row=what != "question",
                question=what != "row",
            )
        except Refused as refused:
            messages.error(request, str(refused.message))
        else:
            messages.success(request, _("Confirmed: %(count)s.") % {"count": 1})
    return redirect("admin:standards_recommendation_change", recommendation.pk)


def _show(
    request: HttpRequest,
    recommendation: Recommendation,
    judged: Assessability | None,
    form: JudgingForm,
    *,
    sides: list[Side] | None = None,
    status: int = 200,
) -> HttpResponse:
    standard = recommendation.standard
    seen = version_of(judged) if judged else ""
    if status == 422:
        seen = request.POST.get("seen", "")
    context = {
        "standard": standard,
        "recommendation": recommendation,
        "points": recommendation.points.order_by("position"),
        "judged": judged,
        "confirmations": Assessability.objects.select_related("confirmed_by", "question_confirmed_by").get(pk=judged.pk)
        if judged
        else None,
        "seen": seen,
        "form": form,
        "sides": sides,
        "text_address": place_to_mend(recommendation) if not standard.edition.is_published else "",
    }
    title = _("How %(label)s is judged") % {"label": recommendation.label}
    return page(request, "recommendation/judging", title, standard.edition, context, status)

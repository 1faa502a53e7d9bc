"""Who has confirmed how recommendations are judged: row by row, or a whole standard at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from standards.judging.signoff import Confirming, NotConfirmed, confirm_many, unconfirmed, version_of
from standards.models import Assessability, Edition, Occasion
from standards.pages import asked_and_sent, edition_or_404, key_sent, page, place_to_mend


@dataclass
class SignedRow:
    """A row as it was shown: what is confirmed of it is this, and not what somebody makes of it meanwhile."""

    judged: Assessability
    seen: str
    faulty: bool

    @property
    def is_settled(self) -> bool:
        judged = self.judged
        return bool(judged.confirmed_at and (judged.question_confirmed_at or not judged.is_assessable))


@asked_and_sent
def signing_off(request: HttpRequest, object_id: str) -> HttpResponse:
    edition = edition_or_404(object_id)
    only_open = request.GET.get("only") == "unconfirmed"
    if request.method != "POST":
        return _show(request, edition, only_open)
    wanted = _wanted(request, edition)
    if not wanted:
        messages.info(request, _("Nothing was chosen."))
    else:
        try:
            count = confirm_many(by=request.user, wanted=wanted)  # type: ignore[arg-type]
        except NotConfirmed as refused:
            return _show(request, edition, only_open, refused.problems, 409)
        messages.success(request, _("Confirmed: %(count)s.") % {"count": count})
    address = reverse("admin:standards_edition_signoff", args=[edition.pk])
    return redirect(f"{address}?only=unconfirmed" if only_open else address)


def _rows(edition: Edition) -> list[Assessability]:
    return list(
        Assessability.objects.filter(recommendation__standard__edition=edition)
        .select_related(
            "recommendation__standard__edition",
            "occasion",
            "excludes__standard",
            "confirmed_by",
            "question_confirmed_by",
        )
        .order_by("recommendation__standard__position", "recommendation__position", "pk")
    )


def _gates(edition: Edition) -> list[Occasion]:
    return list(edition.occasions.select_related("confirmed_by").order_by("position", "pk"))


def _wanted(request: HttpRequest, edition: Edition) -> list[Confirming]:
    """What was ticked; with the button of a standard, all of that standard that is not confirmed yet."""
    whole = key_sent(request.POST.get("standard", ""))
    rows, questions = (set(map(key_sent, request.POST.getlist(name))) for name in ("judging", "question"))
    gates = set(map(key_sent, request.POST.getlist("gate")))
    wanted: list[Confirming] = []
    for row in _rows(edition):
        seen = request.POST.get(f"seen-{row.pk}")
        if seen is None:
            continue
        if whole:
            chosen = row.recommendation.standard_id == whole
            judging, question = chosen and not row.confirmed_at, chosen and not row.question_confirmed_at
        else:
            judging, question = row.pk in rows, row.pk in questions
        if judging or (question and row.is_assessable):
            wanted.append(Confirming(row, seen, judging, question))
    chosen_gates = [gate for gate in _gates(edition) if gate.pk in gates and not whole]
    return [
        *wanted,
        *(Confirming(gate, request.POST.get(f"gate-seen-{gate.pk}", "")) for gate in chosen_gates),
    ]


def _show(
    request: HttpRequest,
    edition: Edition,
    only_open: bool,
    problems: Sequence[tuple[Assessability | Occasion, Any]] = (),
    status: int = 200,
) -> HttpResponse:
    rows = [SignedRow(row, version_of(row), bool(row.faults())) for row in _rows(edition)]
    gates = [(gate, version_of(gate)) for gate in _gates(edition)]
    shown = [row for row in rows if not (only_open and row.is_settled)]
    context = {
        "standards": [
            (standard, list(of_it))
            for standard, of_it in groupby(shown, lambda row: row.judged.recommendation.standard)
        ],
        "gates": [(gate, seen) for gate, seen in gates if not (only_open and gate.confirmed_at)],
        "only_open": only_open,
        "open": unconfirmed(edition),
        "problems": [(_label(row), problem, place_to_mend(row)) for row, problem in problems],
    }
    return page(request, "edition/signoff", _("Confirming how it is judged"), edition, context, status)


def _label(row: Assessability | Occasion) -> str:
    return row.label if isinstance(row, Occasion) else row.recommendation.label

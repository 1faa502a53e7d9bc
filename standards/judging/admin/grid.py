"""How all recommendations of an edition are seen: a grid of boxes, and what each checklist would contain."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from standards.checklist import Row, judged_rows
from standards.choices import CHANNELS_OF_METHOD, Channel, Method
from standards.fields import too_long
from standards.judging.grid import COLUMNS, Column, GridNotSaved, Ticked, change_channels, columns_of, contents
from standards.judging.signoff import LONGEST_REASON
from standards.models import Edition, Recommendation
from standards.pages import asked_and_sent, edition_or_404, key_sent, page, text_sent


@dataclass(frozen=True)
class Box:
    """One box: `value` is the column, as "mystery:counter"."""

    value: str
    name: str
    ticked: bool


@dataclass
class GridRow:
    row: Row
    boxes: list[Box]
    shown: str
    faults: Mapping[str, Any] = field(default_factory=dict)
    # What somebody else has ticked meanwhile, in words.
    theirs: str | None = None

    @property
    def key(self) -> int:
        return self.row.assessability.pk


@dataclass
class Sent:
    rows: dict[int, Ticked] = field(default_factory=dict)
    reason: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> "Sent":
        rows = {}
        for pk in map(key_sent, request.POST.getlist("row")):
            if pk and request.POST.get(f"g{pk}-take") != "theirs":
                now = _columns(request.POST.getlist(f"g{pk}"))
                rows[pk] = Ticked(now, _columns(request.POST.get(f"g{pk}-shown", "").split(" ")))
        return cls(rows, text_sent(request.POST.get("reason", "")))


def _columns(values: Sequence[str]) -> frozenset[Column]:
    return frozenset(column for column in COLUMNS if _value(column) in values)


def _value(column: Column) -> str:
    return ":".join(column)


def _named(column: Column) -> str:
    return f"{Method(column[0]).label}: {Channel(column[1]).label}"


@asked_and_sent
def grid(request: HttpRequest, object_id: str) -> HttpResponse:
    edition = edition_or_404(object_id)
    if request.method != "POST":
        return _show(request, edition, Sent())
    sent = Sent.of(request)
    if "count" in request.POST:
        return _show(request, edition, sent)
    if told := too_long(sent.reason, LONGEST_REASON):
        problem = told
        return _show(request, edition, sent, GridNotSaved({0: {"reason": problem}}, {}), 422)
    try:
        count = change_channels(edition=edition, by=request.user, reason=sent.reason, rows=sent.rows)  # type: ignore[arg-type]
    except GridNotSaved as refused:
        return _show(request, edition, sent, refused, 409 if refused.stale else 422)
    if count:
        messages.success(request, _("Saved. Rows judged otherwise now: %(count)s.") % {"count": count})
    else:
        messages.info(request, _("Nothing was changed."))
    return redirect("admin:standards_edition_judging", edition.pk)


def _show(
    request: HttpRequest, edition: Edition, sent: Sent, refused: GridNotSaved | None = None, status: int = 200
) -> HttpResponse:
    rows = judged_rows(edition)
    shown = [_row(row, sent, refused) for row in rows]
    for each in shown:
        # Counted as it is ticked, nothing of it being saved.
        if each.key in sent.rows:
            _tick(each.row, sent.rows[each.key].now)
    standards = [
        (standard, list(of_it)) for standard, of_it in groupby(shown, lambda each: each.row.recommendation.standard)
    ]
    reasons = [faults["reason"] for faults in (refused.faults.values() if refused else ()) if "reason" in faults]
    context = {
        "standards": standards,
        "methods": [(method, [Channel(one) for one in CHANNELS_OF_METHOD[method]]) for method in Method],
        "columns": [(Method(method), Channel(channel)) for method, channel in COLUMNS],
        "contents": [(Method(one.method), Channel(one.channel), one) for one in contents(rows)],
        "reason": sent.reason,
        "reason_fault": reasons[0] if reasons else None,
        "longest_reason": LONGEST_REASON,
        "stale": bool(refused and refused.stale),
        "faulty": [each for each in shown if each.faults],
        "unsaved": status == 200 and bool(sent.rows),
        "unjudged": Recommendation.objects.filter(standard__edition=edition, assessability=None, repealed=False)
        .select_related("standard")
        .order_by("standard__position", "position"),
    }
    return page(request, "edition/judging", _("Who sees what, where"), edition, context, status)


def _row(row: Row, sent: Sent, refused: GridNotSaved | None) -> GridRow:
    judged = row.assessability
    stored = columns_of(judged)
    ticked = sent.rows.get(judged.pk)
    theirs = refused.stale.get(judged.pk) if refused else None
    now = ticked.now if ticked else stored
    shown = ticked.shown if ticked and theirs is None else stored
    return GridRow(
        row,
        [Box(_value(column), f"{row.label}, {_named(column)}", column in now) for column in COLUMNS],
        " ".join(_value(column) for column in COLUMNS if column in shown),
        refused.faults.get(judged.pk, {}) if refused else {},
        None if theirs is None else _in_words(theirs),
    )


def _in_words(columns: frozenset[Column]) -> str:
    return "; ".join(_named(column) for column in COLUMNS if column in columns) or str(_("not assessable"))


def _tick(row: Row, columns: frozenset[Column]) -> None:
    for method, channels in CHANNELS_OF_METHOD.items():
        ticked = [str(channel) for channel in channels if (str(method), str(channel)) in columns]
        setattr(row.assessability, str(method), ticked)

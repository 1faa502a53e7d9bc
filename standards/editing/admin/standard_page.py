"""One page a standard: its recommendations in order, to be read, written, moved, divided, joined, numbered."""

import datetime
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from standards.editing.editing import (
    Edit,
    NotSaved,
    add_recommendation,
    move_recommendation,
    order_of,
    rows_of,
    save_standard,
)
from standards.editing.typed import Heading, Typed, fingerprint
from standards.models import Area, Point, Recommendation, Standard
from standards.pages import asked_and_sent, key_sent, named, page, text_sent
from standards.refusals import Refused
from standards.wording.differences import Piece, differences
from standards.wording.emphasis import UnpairedAsteriskError, from_typed

MEANINGS = (("", gettext_lazy("not said yet")), ("same", gettext_lazy("the same")), ("other", gettext_lazy("another")))
# Buttons that lead to a page of their own, once what was typed is saved.
ELSEWHERE = ("split", "merge", "move", "remove")


@dataclass(frozen=True, slots=True)
class Preview:
    """A passage as it will be shown."""

    text: str
    emphasis: Sequence[Sequence[int]]


@dataclass
class Row:
    """A recommendation as the page shows it: what stands in its fields, and what is to be said of them."""

    recommendation: Recommendation
    typed: Typed
    seen: str
    was: Typed | None = None
    faults: Mapping[str, Any] = field(default_factory=dict)
    # What somebody else has saved meanwhile.
    theirs: Typed | None = None
    saved_by: str = ""
    saved_at: datetime.datetime | None = None
    previews: list[Preview] = field(default_factory=list)

    @property
    def key(self) -> int:
        return self.recommendation.pk

    @property
    def name(self) -> str:
        """What its fields' names begin with."""
        return f"r{self.key}"

    @property
    def wording_differs(self) -> bool:
        return self.was is not None and _words(self.was) != _words(self.typed)

    @property
    def must_say(self) -> bool:
        return self.wording_differs and not self.typed.meaning

    @property
    def difference(self) -> tuple[Piece, ...]:
        """Against the edition before, its points below it."""
        return differences(_plain(self.was), _plain(self.typed)) if self.was else ()

    @property
    def their_difference(self) -> tuple[Piece, ...]:
        """From what they saved to what stands in the fields."""
        return differences(_plain(self.theirs), _plain(self.typed)) if self.theirs else ()


def _plain(typed: Typed) -> str:
    return "\n".join(part for part in (typed.text, typed.points) if part)


def _words(typed: Typed) -> list[str]:
    """As far as it is wording: emphasis and spacing are none."""
    try:
        passages = [typed.passage(), *typed.point_passages()]
    except UnpairedAsteriskError:
        return [typed.text, typed.points]
    return [" ".join(text.split()) for text, _emphasis in passages]


@dataclass
class Gone:
    """Typed into a recommendation that somebody has taken away meanwhile."""

    key: int
    typed: Typed


@asked_and_sent
def standard_page(request: HttpRequest, standard: Standard) -> HttpResponse:
    if standard.edition.is_published:
        return read_page(request, standard)
    if request.method != "POST":
        return _show(request, standard, Sent())
    return _save(request, standard, Sent.of(request))


def read_page(request: HttpRequest, standard: Standard) -> HttpResponse:
    rows = list(standard.recommendations.select_related("standard", "assessability").order_by("position", "pk"))
    points: dict[int, list[Point]] = {row.pk: [] for row in rows}
    for point in Point.objects.filter(recommendation__standard=standard).order_by("position"):
        points[point.recommendation_id].append(point)
    context = {"standard": standard, "rows": [(row, points[row.pk]) for row in rows]}
    return page(request, "standard/read", _title(standard), standard.edition, context)


@dataclass
class Sent:
    """What came back from the page; nothing for a page that is only asked for."""

    heading: Heading | None = None
    heading_seen: str = ""
    rows: dict[int, Edit] = field(default_factory=dict)
    added: Typed = field(default_factory=lambda: Typed("", "", ""))
    added_after: int = 0
    lineage: uuid.UUID = field(default_factory=uuid.uuid4)
    order: str = ""
    act: str = "save"
    key: int = 0

    @classmethod
    def of(cls, request: HttpRequest) -> "Sent":
        data = request.POST
        sent = cls(order=data.get("order", ""))
        if "heading-seen" in data:
            values = {name: text_sent(data.get(f"heading-{name}", "")) for name in Heading.__slots__}
            sent.heading, sent.heading_seen = Heading(**values), data["heading-seen"]
            if data.get("heading-take") == "theirs":
                sent.heading = None
        for pk in map(key_sent, data.getlist("row")):
            if pk and data.get(f"r{pk}-take") != "theirs":
                values = {name: text_sent(data.get(f"r{pk}-{name}", "")) for name in Typed.__slots__}
                sent.rows[pk] = Edit(Typed(**values), data.get(f"r{pk}-seen", ""))
        sent.added = Typed(*(text_sent(data.get(f"new-{name}", "")) for name in ("number", "text", "points")))
        sent.added_after = key_sent(data.get("new-after", ""))
        try:
            sent.lineage = uuid.UUID(data.get("new-lineage", ""))
        except ValueError:
            sent.lineage = uuid.uuid4()
        sent.act, _dash, key = data.get("act", "save").partition("-")
        sent.key = key_sent(key)
        return sent


def _save(request: HttpRequest, standard: Standard, sent: Sent) -> HttpResponse:
    if sent.act == "preview":
        return _show(request, standard, sent, preview=True)
    try:
        count = save_standard(
            standard=standard,
            by=request.user,  # type: ignore[arg-type]
            heading=sent.heading,
            heading_seen=sent.heading_seen,
            rows=sent.rows,
        )
    except NotSaved as refused:
        return _show(request, standard, sent, refused, status=409 if refused.stale else 422)
    except Refused as refused:
        messages.error(request, str(refused.message))
        return redirect(_address(standard))
    if sent.added.text.strip() or sent.added.points.strip():
        try:
            after = Recommendation.objects.filter(standard=standard, pk=sent.added_after).first()
            added = add_recommendation(
                standard=standard,
                by=request.user,  # type: ignore[arg-type]
                lineage=sent.lineage,
                typed=sent.added,
                after=after,
            )
        except NotSaved as refused:
            # What was typed above is saved; the page begins anew with it.
            sent.rows, sent.heading = {}, None
            return _show(request, standard, sent, new_faults=refused.faults[0], status=422)
        messages.success(request, _("Saved. Added: %(label)s.") % {"label": added.label})
        return redirect(f"{_address(standard)}#zalecenie-{added.pk}")
    if count:
        messages.success(request, _("Saved."))
    elif sent.act == "save":
        messages.info(request, _("Nothing was changed."))
    return _act(request, standard, sent)


def _act(request: HttpRequest, standard: Standard, sent: Sent) -> HttpResponse:
    """What was asked for besides saving."""
    if sent.act in ELSEWHERE and sent.key:
        return redirect(f"admin:standards_standard_{sent.act}", standard.pk, sent.key)
    if sent.act == "renumber":
        return redirect("admin:standards_standard_renumber", standard.pk)
    row = Recommendation.objects.filter(standard=standard, pk=sent.key).select_related("standard").first()
    if sent.act in ("up", "down") and row is not None:
        moved = move_recommendation(
            recommendation=row,
            by=request.user,  # type: ignore[arg-type]
            step=-1 if sent.act == "up" else 1,
            order_seen=sent.order,
        )
        if not moved:
            messages.info(request, _("The order has changed meanwhile: nothing was moved."))
        return redirect(f"{_address(standard)}#zalecenie-{row.pk}")
    return redirect(_address(standard))


def _address(standard: Standard) -> str:
    return reverse("admin:standards_standard_change", args=[standard.pk])


def _title(standard: Standard) -> str:
    return _("Standard %(number)s") % {"number": standard.number}


def _show(
    request: HttpRequest,
    standard: Standard,
    sent: Sent,
    refused: NotSaved | None = None,
    *,
    preview: bool = False,
    new_faults: Mapping[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    standard = Standard.objects.select_related("area", "edition__based_on").get(pk=standard.pk)
    stored = rows_of(standard)
    before = _before(standard, stored)
    rows = [_row(pk, stored[pk], sent, refused, before) for pk in stored]
    for row in rows if preview else ():
        row.previews = _previews(row.typed)
    stale = refused.stale if refused else {}
    _say_who(rows)
    heading = sent.heading or Heading.of(standard)
    context = {
        "standard": standard,
        "rows": rows,
        "heading": heading,
        "heading_seen": fingerprint(Heading.of(standard))
        if 0 in stale or not sent.heading_seen or sent.heading is None
        else sent.heading_seen,
        "heading_theirs": stale.get(0),
        "heading_faults": refused.faults.get(0, {}) if refused else {},
        "areas": Area.objects.filter(edition=standard.edition_id).order_by("position"),
        "gone": [Gone(pk, sent.rows[pk].typed) for pk, now in stale.items() if now is None],
        "stale": bool(stale),
        "faulty": bool(new_faults or (refused and refused.faults)),
        "meanings": MEANINGS,
        "added": sent.added,
        "added_after": sent.added_after,
        "added_faults": new_faults or {},
        "added_previews": _previews(sent.added) if preview else [],
        "lineage": sent.lineage,
        "order": sent.order if sent.order and not stale else order_of(standard),
        "neighbours": _neighbours(standard),
    }
    return page(request, "standard/edit", _title(standard), standard.edition, context, status)


def _row(
    pk: int,
    stored: tuple[Recommendation, list[Point]],
    sent: Sent,
    refused: NotSaved | None,
    before: Mapping[uuid.UUID, Typed],
) -> Row:
    now = Typed.of(*stored)
    edit = sent.rows.get(pk)
    theirs = refused.stale.get(pk) if refused else None
    return Row(
        recommendation=stored[0],
        typed=edit.typed if edit else now,
        seen=edit.seen if edit and theirs is None else fingerprint(now),
        was=before.get(stored[0].lineage),
        faults=refused.faults.get(pk, {}) if refused else {},
        theirs=theirs if isinstance(theirs, Typed) else None,
    )


def _before(standard: Standard, stored: Mapping[int, tuple[Recommendation, list[Point]]]) -> dict[uuid.UUID, Typed]:
    """The same recommendations in the edition before, by lineage."""
    if standard.edition.based_on_id is None:
        return {}
    rows: dict[int, tuple[Recommendation, list[Point]]] = {
        row.pk: (row, [])
        for row in Recommendation.objects.filter(
            standard__edition=standard.edition.based_on_id,
            lineage__in=[row.lineage for row, _points in stored.values()],
        )
    }
    for point in Point.objects.filter(recommendation__in=rows).order_by("position"):
        rows[point.recommendation_id][1].append(point)
    return {row.lineage: Typed.of(row, points) for row, points in rows.values()}


def _previews(typed: Typed) -> list[Preview]:
    shown = []
    try:
        for text, emphasis in (from_typed(typed.text), *typed.point_passages()):
            if text:
                shown.append(Preview(text, emphasis))
    except UnpairedAsteriskError:
        return []
    return shown


def _say_who(rows: Sequence[Row]) -> None:
    """Who saved what stands there instead, and when."""
    for row in rows:
        if row.theirs is None:
            continue
        latest = (
            Recommendation.history.filter(id=row.key).select_related("history_user").order_by("-history_date").first()
        )
        if latest and latest.history_user:
            row.saved_by, row.saved_at = named(latest.history_user), latest.history_date


def _neighbours(standard: Standard) -> dict[str, Standard | None]:
    """The standards before and after, to go on with."""
    rows = list(Standard.objects.filter(edition=standard.edition_id).order_by("position", "pk"))
    at = next(place for place, row in enumerate(rows) if row.pk == standard.pk)
    return {"before": rows[at - 1] if at else None, "after": rows[at + 1] if at + 1 < len(rows) else None}

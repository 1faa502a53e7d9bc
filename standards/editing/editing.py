"""What an editor does to the text of a draft. Published text has no editor; the database holds that (`guards`).

Whatever is saved says what it was based on: the fingerprint of what the page showed (`typed.fingerprint`). Where
somebody has saved something else since, nothing is written and both versions are handed back.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from standards.editing.typed import Heading, Typed, fingerprint
from standards.fields import fault_of_signs, too_long
from standards.models import Assessability, Edition, Point, Recommendation, Standard, validate_number
from standards.models.history import delete_as, keep_as_it_stood, save_as
from standards.models.text import says_repealed
from standards.refusals import Refused
from standards.wording.numbering import next_label, renumbered

LONGEST_NUMBER = int(Recommendation._meta.get_field("number").max_length or 0)
PUBLISHED = _("The text of a published edition cannot be changed: draft a new edition.")
TAKEN = _("Another recommendation of this standard has this number.")
STALE = _("This recommendation has changed meanwhile: look at it again.")


@dataclass(frozen=True, slots=True)
class Edit:
    """What was typed of a row, and the fingerprint of what it was typed over."""

    typed: Typed
    seen: str


class NotSaved(Exception):
    """Nothing was written. By the recommendation's key: `faults` by field, `stale` what stands there now.

    The key 0 is the standard itself; None in `stale` is a recommendation that this standard has no more.
    """

    def __init__(self, faults: Mapping[int, Mapping[str, Any]], stale: Mapping[int, Typed | Heading | None]) -> None:
        super().__init__(f"{len(faults)} with faults, {len(stale)} changed meanwhile")
        self.faults = faults
        self.stale = stale


@dataclass
class _Outcome:
    faults: dict[int, dict[str, Any]] = field(default_factory=dict)
    stale: dict[int, Typed | Heading | None] = field(default_factory=dict)

    def raise_if_any(self) -> None:
        if self.faults or self.stale:
            raise NotSaved(self.faults, self.stale)


@transaction.atomic
def save_standard(
    *,
    standard: Standard,
    by: AbstractBaseUser,
    heading: Heading | None = None,
    heading_seen: str = "",
    rows: Mapping[int, Edit] | None = None,
) -> int:
    """Save what was changed on a standard's page, all of it or nothing; how many rows were. Raises NotSaved, Refused.

    A row that was left as it was shown is not written, whatever has become of it.
    """
    standard = lock_draft(standard)
    outcome = _Outcome()
    changed_heading = heading is not None and _changed_heading(standard, heading, heading_seen, outcome)
    stored = rows_of(standard)
    changed = _changed_rows(stored, rows or {}, outcome)
    _check_numbers(stored, changed, outcome)
    if changed_heading and heading is not None:
        _apply_heading(standard, heading, outcome)
    outcome.raise_if_any()
    if changed_heading:
        save_as(standard, by)
    _free_numbers([stored[pk][0] for pk, edit in changed.items() if edit.number != stored[pk][0].number])
    for pk, edit in changed.items():
        recommendation, points = stored[pk]
        _write(recommendation, points, edit, by)
    return len(changed) + changed_heading


def _changed_heading(standard: Standard, heading: Heading, seen: str, outcome: _Outcome) -> bool:
    now = Heading.of(standard)
    if heading == now or fingerprint(heading) == seen:
        return False
    if fingerprint(now) != seen:
        outcome.stale[0] = now
        return False
    return True


def _apply_heading(standard: Standard, heading: Heading, outcome: _Outcome) -> None:
    standard.number, standard.title, standard.rationale = heading.number, heading.title, heading.rationale
    standard.position = heading.position
    area = next((area for area in standard.edition.areas.all() if str(area.pk) == heading.area), None)
    if area is None:
        outcome.faults[0] = {"area": _("Choose an area of this edition.")}
        return
    standard.area = area
    for name in ("title", "rationale"):
        if fault := fault_of_signs(getattr(heading, name)):
            outcome.faults[0] = {name: fault}
            return
    try:
        standard.full_clean()
    except ValidationError as error:
        outcome.faults[0] = {
            name if name in Heading.__slots__ else "number": messages[0]
            for name, messages in error.message_dict.items()
        }


def rows_of(standard: Standard) -> dict[int, tuple[Recommendation, list[Point]]]:
    """Its recommendations in order with their points, by key; two queries."""
    rows: dict[int, tuple[Recommendation, list[Point]]] = {
        row.pk: (row, [])
        for row in Recommendation.objects.filter(standard=standard)
        .select_related("standard")
        .order_by("position", "pk")
    }
    for point in Point.objects.filter(recommendation__standard=standard).order_by("position"):
        rows[point.recommendation_id][1].append(point)
    return rows


def _changed_rows(
    stored: Mapping[int, tuple[Recommendation, list[Point]]], edits: Mapping[int, Edit], outcome: _Outcome
) -> dict[int, Typed]:
    changed: dict[int, Typed] = {}
    for pk, edit in edits.items():
        now = Typed.of(*stored[pk]) if pk in stored else None
        if edit.typed == now or fingerprint(edit.typed) == edit.seen:
            continue
        if now is None or fingerprint(now) != edit.seen:
            outcome.stale[pk] = now
            continue
        if faults := edit.typed.faults():
            outcome.faults[pk] = faults
            continue
        changed[pk] = edit.typed
    return changed


def _check_numbers(
    stored: Mapping[int, tuple[Recommendation, list[Point]]], changed: Mapping[int, Typed], outcome: _Outcome
) -> None:
    numbers = {pk: changed[pk].number if pk in changed else row.number for pk, (row, _points) in stored.items()}
    for pk, edit in changed.items():
        if edit.number == stored[pk][0].number:
            continue
        others = [number for other, number in numbers.items() if other != pk]
        if fault := fault_of_number(edit.number, others):
            outcome.faults.setdefault(pk, {})["number"] = fault


def fault_of_number(number: str, others: Sequence[str]) -> Any:
    try:
        validate_number(number)
    except ValidationError as error:
        return error.messages[0]
    if told := too_long(number, LONGEST_NUMBER):
        return told
    return TAKEN if number in others else None


def _free_numbers(rows: Sequence[Recommendation]) -> None:
    """Numbers that change hands are let go first, since none may be there twice at any moment."""
    for row in rows:
        keep_as_it_stood(row)
        Recommendation.objects.filter(pk=row.pk).update(number=f"-{row.pk}")


def _write(recommendation: Recommendation, points: Sequence[Point], edit: Typed, by: AbstractBaseUser) -> None:
    before = Typed.of(recommendation, points)
    recommendation.number = edit.number
    recommendation.text, recommendation.emphasis = edit.passage()
    # Whoever writes a text into it has it in force again.
    recommendation.repealed = recommendation.repealed and says_repealed(recommendation.text)
    meaning = edit.same_meaning()
    if edit.wording != before.wording and edit.meaning == before.meaning:
        # What was said of the wording before says nothing of this one.
        meaning = None
    recommendation.same_meaning = meaning
    if Typed.of(recommendation, points) != before:
        save_as(recommendation, by)
    _write_points(recommendation, points, edit, by)


def _write_points(recommendation: Recommendation, points: Sequence[Point], edit: Typed, by: AbstractBaseUser) -> None:
    passages = edit.point_passages()
    for place, (text, emphasis) in enumerate(passages):
        if place < len(points):
            point = points[place]
            if (point.text, point.emphasis) == (text, emphasis):
                continue
            point.text, point.emphasis = text, emphasis
        else:
            position = points[-1].position + 1 + place - len(points) if points else place + 1
            point = Point(recommendation=recommendation, position=position, text=text, emphasis=emphasis)
        save_as(point, by)
    for point in points[len(passages) :]:
        delete_as(point, by)


# The draft


def lock_draft(standard: Standard) -> Standard:
    """The standard as it is now, no other editor of its edition writing meanwhile. Raises Refused when published."""
    edition = Edition.objects.select_for_update(of=("self",)).get(pk=standard.edition_id)
    if edition.is_published:
        raise Refused(PUBLISHED)
    kept: Standard = Standard.objects.select_related("area", "edition").get(pk=standard.pk)
    return kept


# Order and number


def order_of(standard: Standard) -> str:
    """The order that a page shows, to see whether it is still so."""
    keys = Recommendation.objects.filter(standard=standard).order_by("position", "pk").values_list("pk", flat=True)
    return ".".join(map(str, keys))


@transaction.atomic
def move_recommendation(*, recommendation: Recommendation, by: AbstractBaseUser, step: int, order_seen: str) -> bool:
    """Up (-1) or down (1) among its neighbours; False, and nothing moved, where their order is not the one seen."""
    standard = lock_draft(recommendation.standard)
    if order_of(standard) != order_seen:
        return False
    rows = list(Recommendation.objects.filter(standard=standard).order_by("position", "pk"))
    place = next((at for at, row in enumerate(rows) if row.pk == recommendation.pk), None)
    if place is None or not 0 <= place + step < len(rows):
        return False
    moved = rows.pop(place)
    rows.insert(place + step, moved)
    put_in_order(rows, moved, by)
    return True


def put_in_order(rows: Sequence[Recommendation], moved: Recommendation, by: AbstractBaseUser) -> None:
    """Positions from 1 on. Only the row that was moved gets a line in the history, not those that make room."""
    for position, row in enumerate(rows, start=1):
        if row.pk == moved.pk:
            if row.position != position or row._state.adding:
                row.position = position
                save_as(row, by)
        elif row.position != position:
            row.position = position
            Recommendation.objects.filter(pk=row.pk).update(position=position)


@transaction.atomic
def add_recommendation(
    *,
    standard: Standard,
    by: AbstractBaseUser,
    lineage: uuid.UUID,
    typed: Typed,
    after: Recommendation | None = None,
) -> Recommendation:
    """A new one, at the end or after another; without a number it gets the next. Sent twice, it is added once.

    Raises NotSaved (key 0) for what cannot be, Refused.
    """
    standard = lock_draft(standard)
    existing: Recommendation | None = Recommendation.objects.filter(
        standard__edition=standard.edition_id, lineage=lineage
    ).first()
    if existing is not None:
        return existing
    rows = list(Recommendation.objects.filter(standard=standard).order_by("position", "pk"))
    numbers = [row.number for row in rows]
    number = typed.number.strip() or next_label(numbers)
    faults = typed.faults()
    if fault := fault_of_number(number, numbers):
        faults["number"] = fault
    if faults:
        raise NotSaved({0: faults}, {})
    text, emphasis = typed.passage()
    added = Recommendation(
        standard=standard, number=number, text=text, emphasis=emphasis, lineage=lineage, position=len(rows) + 1
    )
    save_as(added, by)
    place = next((at for at, row in enumerate(rows, start=1) if after and row.pk == after.pk), len(rows))
    rows.insert(place, added)
    put_in_order(rows, added, by)
    _write_points(added, [], typed, by)
    return added


@transaction.atomic
def renumber_standard(*, standard: Standard, by: AbstractBaseUser, first: str = "", seen: Sequence[str]) -> int:
    """Labels that follow one another, from `first` on; `seen` are those that were there. How many changed.

    Raises Refused for a label that cannot be, or where others have been given meanwhile.
    """
    standard = lock_draft(standard)
    rows = list(Recommendation.objects.filter(standard=standard).order_by("position", "pk"))
    labels = [row.number for row in rows]
    given = renumbered(labels, first)
    if labels == given:
        return 0
    if labels != list(seen):
        raise Refused(_("The numbers have changed meanwhile: look at them again."))
    for place, label in enumerate(given):
        if fault := fault_of_number(label, given[:place]):
            raise Refused(fault, "first")
    changed = [(row, label) for row, label in zip(rows, given, strict=True) if row.number != label]
    _free_numbers([row for row, _label in changed])
    for row, label in changed:
        row.number = label
        save_as(row, by, "renumbered")
    return len(changed)


def require_seen(recommendation: Recommendation, points: Sequence[Point], seen: str) -> None:
    if fingerprint(Typed.of(recommendation, points)) != seen:
        raise Refused(STALE)


def let_go_of(recommendation: Recommendation, by: AbstractBaseUser) -> None:
    """Take away how it is judged; one that it excludes, or that excludes it, stands alone then."""
    for twin in Assessability.objects.filter(excludes=recommendation):
        twin.excludes = None
        save_as(twin, by, "the other of the two was removed")
    for judged in Assessability.objects.filter(recommendation=recommendation):
        delete_as(judged, by)

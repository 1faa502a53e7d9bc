"""Recommendations of a draft divided, joined, taken to another standard or taken out."""

import uuid
from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from standards.editing.editing import Edit as _Edit
from standards.editing.editing import (
    NotSaved,
    fault_of_number,
    let_go_of,
    lock_draft,
    put_in_order,
    require_seen,
    rows_of,
    save_standard,
)
from standards.editing.typed import Typed, fingerprint
from standards.models import Assessability, Point, Recommendation, Standard
from standards.models.history import delete_as, save_as
from standards.models.judging import ASKED, JUDGED
from standards.models.text import REPEALED
from standards.refusals import Refused
from standards.wording.numbering import label_between, next_label

GONE = _("This recommendation is not there any more.")


def _row(recommendation: Recommendation) -> tuple[Recommendation, list[Point]]:
    stored = rows_of(recommendation.standard)
    if recommendation.pk not in stored:
        raise Refused(GONE)
    return stored[recommendation.pk]


@transaction.atomic
def move_to_standard(
    *, recommendation: Recommendation, to: Standard, by: AbstractBaseUser, seen: str, number: str = ""
) -> Recommendation:
    """To the end of another standard of the draft, with its lineage and how it is judged. Raises Refused."""
    standard = lock_draft(recommendation.standard)
    kept, points = _row(recommendation)
    if to.edition_id != standard.edition_id or to.pk == standard.pk:
        raise Refused(_("Choose another standard of this edition."), "to")
    require_seen(kept, points, seen)
    there = list(Recommendation.objects.filter(standard=to).order_by("position", "pk"))
    numbers = [row.number for row in there]
    number = number.strip() or next_label(numbers)
    if fault := fault_of_number(number, numbers):
        raise Refused(fault, "number")
    kept.standard, kept.number = to, number
    kept.position = max((row.position for row in there), default=0) + 1
    save_as(kept, by, f"moved from {standard.number}")
    return kept


@transaction.atomic
def remove_recommendation(*, recommendation: Recommendation, by: AbstractBaseUser, seen: str) -> None:
    """With its points and how it is judged; its history stays. Raises Refused."""
    lock_draft(recommendation.standard)
    kept, points = _row(recommendation)
    require_seen(kept, points, seen)
    _delete(kept, points, by, "removed")


@transaction.atomic
def repeal_recommendation(*, recommendation: Recommendation, by: AbstractBaseUser, seen: str) -> None:
    """It keeps its number and its place; its text, points and how it is judged go. Raises Refused."""
    lock_draft(recommendation.standard)
    kept, points = _row(recommendation)
    require_seen(kept, points, seen)
    if kept.repealed:
        return
    let_go_of(kept, by)
    for point in points:
        delete_as(point, by)
    kept.text, kept.emphasis, kept.repealed, kept.same_meaning = REPEALED, [], True, None
    save_as(kept, by, "repealed")


def _delete(row: Recommendation, points: Sequence[Point], by: AbstractBaseUser, reason: str) -> None:
    let_go_of(row, by)
    for point in points:
        delete_as(point, by)
    delete_as(row, by, reason)


@transaction.atomic
def split_recommendation(
    *,
    recommendation: Recommendation,
    by: AbstractBaseUser,
    seen: str,
    first: Typed,
    second: Typed,
    keeps_first: bool,
    lineage: uuid.UUID,
) -> Recommendation:
    """Two of one, the second right after the first; the new one. Sent twice, it is split once.

    One part keeps the lineage, so that its figures may go on; the other begins `lineage`. Both are judged as the one
    was, but the new one's question is to be written and confirmed. Raises NotSaved (keys 1 and 2), Refused.
    """
    standard = lock_draft(recommendation.standard)
    done: Recommendation | None = Recommendation.objects.filter(
        standard__edition=standard.edition_id, lineage=lineage
    ).first()
    if done is not None:
        return done
    kept, points = _row(recommendation)
    require_seen(kept, points, seen)
    numbers = [row.number for row, _points in rows_of(standard).values() if row.pk != kept.pk]
    second = Typed(
        second.number.strip() or label_between(first.number, [*numbers, first.number]),
        second.text,
        second.points,
        second.meaning,
    )
    faults = {1: first.faults(), 2: second.faults()}
    if fault := fault_of_number(first.number, numbers):
        faults[1]["number"] = fault
    if fault := fault_of_number(second.number, [*numbers, first.number]):
        faults[2]["number"] = fault
    if any(faults.values()):
        raise NotSaved({key: found for key, found in faults.items() if found}, {})
    old, new = (first, second) if keeps_first else (second, first)
    save_standard(standard=standard, by=by, rows={kept.pk: _Edit(old, seen)})
    kept.refresh_from_db()
    text, emphasis = new.passage()
    part = Recommendation(
        standard=standard, number=new.number, text=text, emphasis=emphasis, lineage=lineage, position=kept.position + 1
    )
    save_as(part, by, f"split from {kept.number}")
    _place(standard, part, kept, by, before=not keeps_first)
    for position, (words, spans) in enumerate(new.point_passages(), start=1):
        save_as(Point(recommendation=part, position=position, text=words, emphasis=spans), by)
    _judge_alike(part, kept, by)
    return part


def _place(
    standard: Standard, part: Recommendation, other: Recommendation, by: AbstractBaseUser, *, before: bool
) -> None:
    rows = [row for row, _points in rows_of(standard).values() if row.pk != part.pk]
    at = next(place for place, row in enumerate(rows) if row.pk == other.pk)
    rows.insert(at if before else at + 1, part)
    put_in_order(rows, part, by)


def _judge_alike(part: Recommendation, like: Recommendation, by: AbstractBaseUser) -> None:
    judged = Assessability.objects.filter(recommendation=like).first()
    if judged is None:
        return
    alike = {name: getattr(judged, name) for name in (*JUDGED, *ASKED)}
    alike |= {"question": "", "parts": [], "channel_questions": [], "short_name": ""}
    alike |= {"same_matter": "", "excludes_id": None}
    save_as(Assessability(recommendation=part, **alike), by, f"split from {like.number}")


@transaction.atomic
def merge_recommendations(
    *,
    recommendation: Recommendation,
    other: Recommendation,
    by: AbstractBaseUser,
    seen: str,
    other_seen: str,
    typed: Typed,
    keeps_other: bool = False,
) -> Recommendation:
    """One of two, in the place of the first; what is kept gives lineage and judging. Raises NotSaved (0), Refused."""
    standard = lock_draft(recommendation.standard)
    stored = rows_of(standard)
    if recommendation.pk not in stored or other.pk not in stored or recommendation.pk == other.pk:
        raise Refused(GONE)
    for each, was in ((recommendation, seen), (other, other_seen)):
        require_seen(*stored[each.pk], was)
    one, two = stored[recommendation.pk], stored[other.pk]
    kept, gone = (two, one) if keeps_other else (one, two)
    faults = typed.faults()
    numbers = [row.number for row, _points in stored.values() if row.pk not in (recommendation.pk, other.pk)]
    if fault := fault_of_number(typed.number, numbers):
        faults["number"] = fault
    if faults:
        raise NotSaved({0: faults}, {})
    position = one[0].position
    base = fingerprint(Typed.of(*kept))
    _delete(*gone, by, f"merged into {kept[0].number}")
    save_standard(standard=standard, by=by, rows={kept[0].pk: _Edit(typed, base)})
    kept[0].refresh_from_db()
    if kept[0].position != position:
        kept[0].position = position
        save_as(kept[0], by)
    return kept[0]

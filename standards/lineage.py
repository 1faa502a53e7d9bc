"""A recommendation through the editions, and how far its figures are about the same thing."""

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Prefetch, prefetch_related_objects

from standards.models import Edition, Point, Publication, Recommendation
from standards.wording.differences import Piece, differences, differences_of_points, wording


@dataclass(frozen=True, slots=True)
class Span:
    """Days on which an edition is in force: from the first to the last, both in it; no last day as far as is known."""

    since: datetime.date
    until: datetime.date | None


def spans() -> dict[int, tuple[Span, ...]]:
    """By edition, the earliest first; one query. () for an edition that another replaced before its day came.

    What `EditionQuerySet.in_force_on` says of single days, said of all of them.
    """
    rows = Publication.objects.values_list("edition_id", "effective_from", "edition__withdrawal__since")
    return spans_of(rows)


def spans_of(rows: Iterable[tuple[int, datetime.date, datetime.date | None]]) -> dict[int, tuple[Span, ...]]:
    """The same, from each published edition's key, first day and the day since which it is withdrawn."""
    editions = list(rows)
    borders = sorted({day for _, since, until in editions for day in (since, until) if day})
    found: dict[int, list[Span]] = {edition: [] for edition, _, _ in editions}
    for index, day in enumerate(borders):
        in_force = [
            (since, edition) for edition, since, until in editions if since <= day and (until is None or day < until)
        ]
        if not in_force:
            continue
        after = borders[index + 1] if index + 1 < len(borders) else None
        last = after - datetime.timedelta(days=1) if after else None
        own = found[max(in_force)[1]]
        if own and own[-1].until == day - datetime.timedelta(days=1):
            own[-1] = Span(own[-1].since, last)
        else:
            own.append(Span(day, last))
    return {edition: tuple(days) for edition, days in found.items()}


# The lineage, and the edition (its key) since which it has meant what it means.
Meaning = tuple[uuid.UUID, int]


def meanings(editions: Iterable[Edition]) -> dict[int, Meaning]:
    """The meaning of each recommendation of these editions by its key; figures pool where meanings are equal.

    Two queries. New numbers, another standard or another order change no meaning; a wording that the editor said to
    mean something else begins a new one, and so does an edition that is based on none.
    """
    based_on = dict(Edition.objects.values_list("pk", "based_on_id"))
    wanted = {edition.pk for edition in editions}
    chain = set(wanted)
    for edition in wanted:
        while edition := based_on.get(edition):  # type: ignore[assignment]
            chain.add(edition)
    rows = Recommendation.objects.filter(standard__edition__in=chain).values_list(
        "pk", "lineage", "wording_changed", "standard__edition_id"
    )
    changed = {(lineage, edition): wording_changed for _, lineage, wording_changed, edition in rows}

    def since(lineage: uuid.UUID, edition: int) -> int:
        before = based_on.get(edition)
        while before and (lineage, before) in changed and not changed[lineage, edition]:
            edition, before = before, based_on.get(before)
        return edition

    return {pk: (lineage, since(lineage, edition)) for pk, lineage, _, edition in rows if edition in wanted}


def through_editions(lineage: uuid.UUID) -> list[Recommendation]:
    """The same recommendation in each published edition that has it, the oldest first; one query."""
    return list(
        Recommendation.objects.filter(lineage=lineage, standard__edition__publication__isnull=False)
        .select_related("standard__edition__publication", "standard__edition__withdrawal")
        .order_by("standard__edition__publication__effective_from", "standard__edition_id")
    )


class Meant(StrEnum):
    """How a recommendation relates to itself in the edition before."""

    FIRST = "first"
    SAME_WORDING = "same_wording"
    SAME_MEANING = "same_meaning"
    OTHER_MEANING = "other_meaning"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class Stage:
    """A recommendation in one edition, against the edition before: `text` and `points` hold what differs.

    `in_force` is None for a draft; `before` is its label in the edition before, None where that has not got it.
    """

    recommendation: Recommendation
    in_force: tuple[Span, ...] | None
    meant: Meant
    before: str | None
    text: tuple[Piece, ...]
    points: tuple[tuple[Piece, ...], ...]


def history_of(recommendation: Recommendation) -> list[Stage]:
    """The recommendation in each published edition, and in its own draft; the oldest first. Three queries."""
    found = through_editions(recommendation.lineage)
    if recommendation.pk not in {each.pk for each in found}:
        found.append(recommendation)
    prefetch_related_objects(found, Prefetch("points", Point.objects.order_by("position", "pk")))
    in_force = spans()
    by_edition = {each.standard.edition_id: each for each in found}
    stages: list[Stage] = []
    for index, each in enumerate(found):
        edition = each.standard.edition
        before = by_edition.get(edition.based_on_id or 0) or (found[index - 1] if index else None)
        if before is each:
            before = None
        stages.append(_stage(each, before, in_force.get(edition.pk)))
    return stages


def _stage(now: Recommendation, before: Recommendation | None, in_force: tuple[Span, ...] | None) -> Stage:
    points_now = [(point.text, point.emphasis) for point in now.points.all()]
    if before is None:
        text = differences(now.text, now.text, now.emphasis, now.emphasis)
        points = tuple(differences(point, point, emphasis, emphasis) for point, emphasis in points_now)
        return Stage(now, in_force, Meant.FIRST, None, text, points)
    points_before = [(point.text, point.emphasis) for point in before.points.all()]
    wordings = [
        wording({"text": each.text, "points": [point for point, _ in points]})
        for each, points in ((before, points_before), (now, points_now))
    ]
    if wordings[0] == wordings[1]:
        meant = Meant.SAME_WORDING
    elif now.same_meaning is None:
        meant = Meant.UNDECIDED
    else:
        meant = Meant.SAME_MEANING if now.same_meaning else Meant.OTHER_MEANING
    return Stage(
        now,
        in_force,
        meant,
        before.label,
        differences(before.text, now.text, before.emphasis, now.emphasis),
        tuple(differences_of_points(points_before, points_now)),
    )

"""When each published edition is, was or will be in force."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from standards.models import Publication


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

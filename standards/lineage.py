"""A recommendation through the editions, and how far its figures are about the same thing."""

import uuid
from collections.abc import Iterable

from standards.models import Edition, Recommendation

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

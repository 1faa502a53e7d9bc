"""The editions that a report's audits were made by: their text, how it is judged, and what of it means the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.db.models import F, Prefetch

from audits.figures.sums import Place
from standards.lineage import Meaning, meanings
from standards.models import Edition, Point, Recommendation


@dataclass(frozen=True)
class Texts:
    """`editions` the oldest first; `recommendations` of all of them by key, in the order of their texts."""

    editions: tuple[Edition, ...]
    recommendations: Mapping[int, Recommendation]
    meanings: Mapping[int, Meaning]

    @cached_property
    def of_edition(self) -> dict[int, dict[Meaning, int]]:
        """By edition: its recommendations by what they mean."""
        found: dict[int, dict[Meaning, int]] = {edition.pk: {} for edition in self.editions}
        for pk, each in self.recommendations.items():
            found[each.standard.edition_id][self.meanings[pk]] = pk
        return found

    def edition(self, pk: int) -> Edition:
        return next(edition for edition in self.editions if edition.pk == pk)

    def age(self, pk: int) -> int:
        """Its place among the editions, the oldest first."""
        return next(at for at, edition in enumerate(self.editions) if edition.pk == pk)

    def weight(self, recommendation: int) -> int:
        judged = getattr(self.recommendations[recommendation], "assessability", None)
        return judged.weight if judged else 1

    def is_seen(self, recommendation: int, method: str, channels: Iterable[str]) -> bool:
        """Whether the method judges it at one of these channels, as the office arranges it now."""
        judged = getattr(self.recommendations[recommendation], "assessability", None)
        return bool(judged and set(channels).intersection(judged.channels(method)))


def read_texts(editions: Iterable[int], *, otherwise: Edition | None) -> Texts:
    """Those of these editions; where there are none, `otherwise`. Four queries, two more for several editions."""
    wanted = set(editions) or ({otherwise.pk} if otherwise else set())
    found = Edition.objects.filter(pk__in=wanted).select_related("publication")
    listed = tuple(found.order_by(F("publication__effective_from").asc(nulls_last=True), "pk"))
    rows = (
        Recommendation.objects.filter(standard__edition__in=listed, repealed=False)
        .select_related("standard__area", "assessability__occasion")
        .prefetch_related(Prefetch("points", Point.objects.order_by("position")))
        .order_by("standard__edition", "standard__area__position", "standard__position", "position")
    )
    recommendations = {each.pk: each for each in rows}
    if len(listed) > 1:
        meant = meanings(listed)
    else:
        meant = {pk: (each.lineage, each.standard.edition_id) for pk, each in recommendations.items()}
    return Texts(listed, recommendations, meant)


@dataclass(frozen=True)
class Frame:
    """The edition in whose order and numbers a report shows everything."""

    texts: Texts
    edition: int

    def row_of(self, recommendation: int) -> int:
        """That under which this one is shown: the frame's with its meaning, else that of the newest that has it."""
        meaning = self.texts.meanings[recommendation]
        own = self.texts.of_edition[self.edition].get(meaning)
        if own is not None:
            return own
        return next(
            self.texts.of_edition[edition.pk][meaning]
            for edition in reversed(self.texts.editions)
            if meaning in self.texts.of_edition[edition.pk]
        )

    @cached_property
    def places(self) -> dict[int, Place]:
        """Where each recommendation counts: what the frame lacks, in its standard of the same number, if it has one."""
        standards = {
            each.standard.number: Place(each.standard_id, each.standard.area_id)
            for each in self.texts.recommendations.values()
            if each.standard.edition_id == self.edition
        }
        found = {}
        for pk in self.texts.recommendations:
            row = self.texts.recommendations[self.row_of(pk)]
            own = Place(row.standard_id, row.standard.area_id)
            found[pk] = own if row.standard.edition_id == self.edition else standards.get(row.standard.number, own)
        return found

    def elsewhere(self, row: int, editions: Iterable[int]) -> tuple[tuple[str, str], ...]:
        """In which of these editions it has another label, and which."""
        meaning, label = self.texts.meanings[row], self.texts.recommendations[row].label
        found = []
        for edition in editions:
            pk = self.texts.of_edition[edition].get(meaning)
            if pk is not None and self.texts.recommendations[pk].label != label:
                found.append((self.texts.edition(edition).code, self.texts.recommendations[pk].label))
        return tuple(found)

"""What differs between two editions: recommendations by their lineage, texts word by word.

Pure: it compares the documents that `interchange.export_edition` makes, and knows no database.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from standards.wording.differences import Document, Kind, Piece, differences, differences_of_points, differs, wording


@dataclass(frozen=True, slots=True)
class RecommendationChange:
    """A recommendation in both editions or in one; a label is None where the edition has not got it.

    `moved` to another standard or place among its neighbours; `renumbered` where it is; `repealed` in the newer
    one, keeping its number. `wording_differs` leaves emphasis and spacing aside; `same_meaning` is what the newer
    edition's editor said of it.
    """

    lineage: str
    kind: Kind
    old_label: str | None
    new_label: str | None
    renumbered: bool
    moved: bool
    wording_differs: bool
    same_meaning: bool | None
    repealed: bool
    text: tuple[Piece, ...]
    points: tuple[tuple[Piece, ...], ...]

    @property
    def is_same(self) -> bool:
        return self.kind == Kind.SAME and not self.moved and not self.renumbered

    @property
    def pools(self) -> bool:
        """Whether figures of both editions are about the same thing; numbers have no say in it."""
        if self.kind in (Kind.ADDED, Kind.REMOVED):
            return False
        return not self.wording_differs or self.same_meaning is True


@dataclass(frozen=True, slots=True)
class StandardChange:
    old_number: str | None
    new_number: str | None
    title: tuple[Piece, ...]
    rationale: tuple[Piece, ...]
    recommendations: tuple[RecommendationChange, ...]

    @property
    def kind(self) -> Kind:
        """What became of the standard itself: its number, title and rationale, not its recommendations."""
        if self.old_number is None or self.new_number is None:
            return Kind.ADDED if self.old_number is None else Kind.REMOVED
        own = self.old_number == self.new_number and not differs(self.title) and not self.rationale_differs
        return Kind.SAME if own else Kind.CHANGED

    @property
    def rationale_differs(self) -> bool:
        return differs(self.rationale)

    @property
    def is_same(self) -> bool:
        return self.kind == Kind.SAME and all(row.is_same for row in self.recommendations)

    @property
    def changed(self) -> int:
        """How many of its recommendations are not as they were."""
        return sum(not row.is_same for row in self.recommendations)


@dataclass(frozen=True, slots=True)
class AreaChange:
    old_number: str | None
    new_number: str | None
    title: tuple[Piece, ...]
    standards: tuple[StandardChange, ...]

    @property
    def is_same(self) -> bool:
        own = self.old_number == self.new_number and not differs(self.title)
        return own and all(one.is_same for one in self.standards)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions side by side, in the newer one's order; what it has no more stands where it stood."""

    old_code: str
    new_code: str
    old_title: str
    new_title: str
    title: tuple[Piece, ...]
    areas: tuple[AreaChange, ...]

    @property
    def recommendations(self) -> Iterator[RecommendationChange]:
        for area in self.areas:
            for standard in area.standards:
                yield from standard.recommendations

    @property
    def is_same(self) -> bool:
        return not differs(self.title) and all(area.is_same for area in self.areas)

    def only_changed(self) -> "Comparison":
        """Without what is the same in both; an area, a standard stays with what changed in it."""
        return replace(
            self,
            areas=tuple(
                replace(
                    area,
                    standards=tuple(
                        replace(one, recommendations=tuple(row for row in one.recommendations if not row.is_same))
                        for one in area.standards
                        if not one.is_same
                    ),
                )
                for area in self.areas
                if not area.is_same
            ),
        )

    def count(self) -> dict[str, int]:
        """Recommendations by kind, and how many of them were renumbered or moved."""
        rows = list(self.recommendations)
        kinds = Counter(str(row.kind) for row in rows)
        return {str(kind): kinds[kind] for kind in Kind} | {
            "renumbered": sum(row.renumbered for row in rows),
            "moved": sum(row.moved for row in rows),
        }


# Editions


def compare(old: Document, new: Document) -> Comparison:
    """The difference of two editions' documents. A recommendation is the same one where its lineage is."""
    parts = _Parts(old, new)
    return Comparison(
        old["code"],
        new["code"],
        old["title"],
        new["title"],
        differences(old["title"], new["title"]),
        tuple(parts.areas()),
    )


class _Parts:
    """What belongs together in two editions. Standards are known by their numbers, recommendations by lineage."""

    def __init__(self, old: Document, new: Document) -> None:
        self.old_areas = {area["number"]: area for area in old["areas"]}
        self.new_areas = {area["number"]: area for area in new["areas"]}
        self.old_standards = _standards(old)
        self.new_standards = _standards(new)
        self.old_place = _places(self.old_standards)
        self.new_place = _places(self.new_standards)
        self.standard_after = _counterparts(
            [
                (place[0], self.new_place[lineage][0])
                for lineage, place in self.old_place.items()
                if lineage in self.new_place
            ],
            self.old_standards,
            self.new_standards,
        )
        area_of = {one["number"]: area["number"] for area in old["areas"] for one in area["standards"]}
        area_of_new = {one["number"]: area["number"] for area in new["areas"] for one in area["standards"]}
        self.area_after = _counterparts(
            [(area_of[before], area_of_new[after]) for before, after in self.standard_after.items()],
            self.old_areas,
            self.new_areas,
        )

    def areas(self) -> Iterator[AreaChange]:
        for before, after in _interleaved(list(self.old_areas), list(self.new_areas), self.area_after):
            old = self.old_areas[before] if before is not None else None
            new = self.new_areas[after] if after is not None else None
            yield AreaChange(before, after, differences(_of(old, "title"), _of(new, "title")), self._in_area(old, new))

    def _in_area(self, old: Document | None, new: Document | None) -> tuple[StandardChange, ...]:
        pairs = _interleaved(_numbers(old), _numbers(new), self.standard_after)
        here = set(_numbers(old))
        changes: list[StandardChange] = []
        for before, after in pairs:
            if before is None and after is not None:
                # It may have come from another area.
                before = next((one for one, other in self.standard_after.items() if other == after), None)
            elif after is None and before in here and before in self.standard_after:
                continue
            changes.append(self._standard(before, after))
        return tuple(changes)

    def _standard(self, before: str | None, after: str | None) -> StandardChange:
        old = self.old_standards[before] if before is not None else None
        new = self.new_standards[after] if after is not None else None
        return StandardChange(
            before,
            after,
            differences(_of(old, "title"), _of(new, "title")),
            differences(_of(old, "rationale"), _of(new, "rationale")),
            tuple(self._recommendations(old, new)),
        )

    def _recommendations(self, old: Document | None, new: Document | None) -> Iterator[RecommendationChange]:
        olds = {one["lineage"]: one for one in old["recommendations"]} if old else {}
        news = {one["lineage"]: one for one in new["recommendations"]} if new else {}
        stayed = _in_order([lineage for lineage in olds if lineage in news], list(news))
        for before, after in _interleaved(list(olds), list(news), {lineage: lineage for lineage in olds}):
            if after is not None:
                elsewhere = before is None and after in self.old_place
                yield self._recommendation(after, moved=elsewhere or (before is not None and after not in stayed))
            elif before is not None and before not in self.new_place:
                yield self._recommendation(before, moved=False)

    def _recommendation(self, lineage: str, *, moved: bool) -> RecommendationChange:
        old_standard, old = self.old_place.get(lineage, (None, None))
        new_standard, new = self.new_place.get(lineage, (None, None))
        old_label = f"{old_standard}.{old['number']}" if old else None
        new_label = f"{new_standard}.{new['number']}" if new else None
        text = differences(_of(old, "text"), _of(new, "text"), _of(old, "emphasis") or (), _of(new, "emphasis") or ())
        points = tuple(_points(old, new))
        kind = Kind.CHANGED if differs(text) or any(map(differs, points)) else Kind.SAME
        if old is None or new is None:
            kind = Kind.ADDED if old is None else Kind.REMOVED
        return RecommendationChange(
            lineage=lineage,
            kind=kind,
            old_label=old_label,
            new_label=new_label,
            renumbered=bool(old and new and old_label != new_label and not moved),
            moved=moved,
            wording_differs=bool(old and new and wording(old) != wording(new)),
            same_meaning=new.get("same_meaning") if new else None,
            repealed=bool(new and new.get("repealed") and not (old and old.get("repealed"))),
            text=text,
            points=points,
        )


def _of(part: Document | None, key: str) -> Any:
    return part[key] if part is not None else None


def _numbers(area: Document | None) -> list[str]:
    return [one["number"] for one in area["standards"]] if area else []


def _standards(edition: Document) -> dict[str, Document]:
    return {one["number"]: one for area in edition["areas"] for one in area["standards"]}


def _places(standards: Mapping[str, Document]) -> dict[str, tuple[str, Document]]:
    """By lineage: the number of the standard that it stands in, and the recommendation."""
    places: dict[str, tuple[str, Document]] = {}
    for number, standard in standards.items():
        for recommendation in standard["recommendations"]:
            places.setdefault(recommendation["lineage"], (number, recommendation))
    return places


def _counterparts(
    shared: Sequence[tuple[str, str]], olds: Mapping[str, Document], news: Mapping[str, Document]
) -> dict[str, str]:
    """Old number → new number: those that share most go together, of equals those of one title, then of one number."""
    share = Counter(shared)
    share.update(
        dict.fromkeys([(old, new) for old in olds for new in news if olds[old]["title"] == news[new]["title"]], 0)
    )
    likely = sorted(
        share, key=lambda pair: (-share[pair], olds[pair[0]]["title"] != news[pair[1]]["title"], pair[0] != pair[1])
    )
    found: dict[str, str] = {}
    taken: set[str] = set()
    for old, new in likely:
        if old not in found and new not in taken:
            found[old] = new
            taken.add(new)
    return found


def _interleaved(
    olds: Sequence[str], news: Sequence[str], counterpart: Mapping[str, str]
) -> list[tuple[str | None, str | None]]:
    """Pairs in the new order; what has no pair among `news` follows what it followed."""
    before = {new: old for old in olds if (new := counterpart.get(old)) in set(news)}
    pairs: list[tuple[str | None, str | None]] = [(before.get(new), new) for new in news]
    place = 0
    for old in olds:
        at = next((index for index, pair in enumerate(pairs) if pair[0] == old), None)
        if at is None:
            pairs.insert(place, (old, None))
            at = place
        place = at + 1
    return pairs


def _in_order(olds: Sequence[str], news: Sequence[str]) -> set[str]:
    """The most keys that stand in the same order in both: the others were moved."""
    rank = {key: index for index, key in enumerate(news)}
    best: list[list[str]] = []
    for index, key in enumerate(olds):
        earlier = [best[other] for other in range(index) if rank[olds[other]] < rank[key]]
        best.append([*max(earlier, key=len, default=[]), key])
    longest: list[str] = max(best, key=len, default=[])
    return set(longest)


def _points(old: Document | None, new: Document | None) -> Iterator[tuple[Piece, ...]]:
    olds = list(zip(old["points"], old["points_emphasis"], strict=True)) if old else []
    news = list(zip(new["points"], new["points_emphasis"], strict=True)) if new else []
    return differences_of_points(olds, news)

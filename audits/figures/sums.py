"""What several audits add up to: filled checklists in, sums out that add up over channels, units and periods.

A *sheet* is one audit's checklist as a text, a letter a line. Lines are what an answer was copied with when its audit
was opened: two audits that weigh a recommendation otherwise have two lines for it, and a dot where they lack one.
Sheets tell no order, no day and no name. All sums are whole numbers, plain enough to be kept as JSON.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Final, NamedTuple

from audits.figures.scoring import Tally
from audits.figures.statistics import AuditSums
from audits.figures.verdicts import COUNTED, LETTERS, NOT_MET, POINTS, PRECEDENCE

ABSENT: Final = "."
_PLACE: Final = {LETTERS[verdict]: place for place, verdict in enumerate(COUNTED)}
_RANK: Final = {LETTERS[verdict]: rank for rank, verdict in enumerate(PRECEDENCE)}
_POINTS: Final = {LETTERS[verdict]: points for verdict, points in POINTS.items()}
_BREACH: Final = COUNTED.index(NOT_MET)


class Line(NamedTuple):
    """One row of a checklist, as an audit holds it. `matter` is "" for a row of no matter."""

    recommendation: int
    weight: int = 1
    matter: str = ""
    refrain: bool = False
    critical: bool = False
    of_unit: bool = False


@dataclass(frozen=True)
class Sheets:
    """Filled checklists over the same lines, in the order of the alphabet, equal ones as often as there are."""

    lines: tuple[Line, ...] = ()
    filled: tuple[str, ...] = ()

    @classmethod
    def of(cls, audits: Iterable[Mapping[Line, str]]) -> "Sheets":
        """From each audit's verdicts by line."""
        audits = list(audits)
        lines = tuple(sorted({line for audit in audits for line in audit}))
        return cls(
            lines,
            tuple(
                sorted("".join(LETTERS[audit[line]] if line in audit else ABSENT for line in lines) for audit in audits)
            ),
        )

    @classmethod
    def together(cls, parts: Iterable["Sheets"]) -> "Sheets":
        """All of them over all of their lines."""
        parts = list(parts)
        lines = tuple(sorted({line for part in parts for line in part.lines}))
        filled = []
        for part in parts:
            place = {line: at for at, line in enumerate(part.lines)}
            order = [place.get(line) for line in lines]
            filled += ["".join(ABSENT if at is None else sheet[at] for at in order) for sheet in part.filled]
        return cls(lines, tuple(sorted(filled)))

    def to_json(self) -> dict[str, Any]:
        return {"lines": [list(line) for line in self.lines], "filled": list(self.filled)}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Sheets":
        return cls(tuple(Line(*line) for line in kept["lines"]), tuple(kept["filled"]))


# Counts of verdicts as in a Tally, then the seven sums of AuditSums; of a recommendation, three counts of what it is.
Numbers = tuple[int, ...]
COUNTS: Final = len(COUNTED)
_MOMENTS: Final = len(fields(AuditSums))
_OF_ROW: Final = 3
NOTHING: Final[Numbers] = (0,) * (COUNTS + _MOMENTS)


def added(parts: Iterable[Numbers]) -> Numbers:
    """The sum, place by place; of nothing: nothing."""
    parts = list(parts)
    if len(parts) == 1:
        return parts[0]
    return tuple(map(sum, zip(*parts, strict=True))) or NOTHING


def tally_of(numbers: Numbers) -> Tally:
    return Tally(numbers[:COUNTS])


def rated_of(numbers: Numbers) -> int:
    return tally_of(numbers).rated


def moments_of(numbers: Numbers) -> AuditSums:
    return AuditSums(*numbers[COUNTS:])


@dataclass
class Sums:
    """`rows`: by recommendation, counts of verdicts, then in how many answers it is to refrain, critical, the unit's.

    A matter counts once in the total and in each area, every row in its standard; as in `scoring`.
    """

    rows: dict[int, Numbers] = field(default_factory=dict)
    total: Numbers = NOTHING
    areas: dict[int, Numbers] = field(default_factory=dict)
    standards: dict[int, Numbers] = field(default_factory=dict)
    breaches: dict[int, int] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        return {
            "rows": [[key, *numbers] for key, numbers in sorted(self.rows.items())],
            "total": list(self.total),
            "areas": [[key, *numbers] for key, numbers in sorted(self.areas.items())],
            "standards": [[key, *numbers] for key, numbers in sorted(self.standards.items())],
            "breaches": [[key, count] for key, count in sorted(self.breaches.items())],
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Sums":
        def by_key(name: str) -> dict[int, Numbers]:
            return {key: total_from_json(numbers) for key, *numbers in kept[name]}

        return cls(
            rows_from_json(kept["rows"]),
            total_from_json(kept["total"]),
            by_key("areas"),
            by_key("standards"),
            dict(kept["breaches"]),
        )


def rows_from_json(rows: Iterable[Sequence[int]]) -> dict[int, Numbers]:
    """Of `Sums.to_json` the rows alone."""
    return {key: _with_all_counts(numbers, _OF_ROW) for key, *numbers in rows}


def total_from_json(numbers: Sequence[int]) -> Numbers:
    """Of `Sums.to_json` the total alone."""
    return _with_all_counts(numbers, _MOMENTS)


def _with_all_counts(numbers: Sequence[int], others: int) -> Numbers:
    """As kept, maybe when there were fewer verdicts: those that came since were given to no answer."""
    since = COUNTS + others - len(numbers)
    unanswered = len(numbers) - others - 1
    return (*numbers[:unanswered], *(0,) * since, *numbers[unanswered:])


def sums_together(parts: Sequence[Sums]) -> Sums:
    def by_key(each: Iterable[Mapping[int, Numbers]]) -> dict[int, Numbers]:
        found: dict[int, list[Numbers]] = defaultdict(list)
        for one in each:
            for key, numbers in one.items():
                found[key].append(numbers)
        return {key: added(numbers) for key, numbers in found.items()}

    if len(parts) == 1:
        return parts[0]
    breaches: Counter[int] = Counter()
    for part in parts:
        breaches.update(part.breaches)
    return Sums(
        by_key(part.rows for part in parts),
        added(part.total for part in parts),
        by_key(part.areas for part in parts),
        by_key(part.standards for part in parts),
        dict(breaches),
    )


class Place(NamedTuple):
    """Where a recommendation counts."""

    standard: int
    area: int


def sums_of(sheets: Sheets, places: Mapping[int, Place], only: Collection[int] | None = None) -> Sums:
    """The sums over these sheets. `only`: over these recommendations alone. Those without a place are passed over."""
    return Reckoned(sheets.lines, sheets.filled, places, only).sums()


class Reckoned:
    """Sheets over the same lines, in any order, each reckoned once, to be added up in various selections.

    What one audit found in the total, in each area and in each standard is a few numbers: counts of verdicts, Σ weight,
    Σ points, Σ weight². They are packed into one whole number, so that adding them is adding one number; and lines
    of one standard are reckoned once for all audits that filled them alike, which most did.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        filled: Sequence[str],
        places: Mapping[int, Place],
        only: Collection[int] | None = None,
    ) -> None:
        self._taken = [
            (at, line)
            for at, line in enumerate(lines)
            if line.recommendation in places and (only is None or line.recommendation in only)
        ]
        self._filled = filled
        columns = list(zip(*filled, strict=True))
        single: dict[Place, list[tuple[int, Line]]] = defaultdict(list)
        matters: dict[str, list[tuple[int, Line]]] = defaultdict(list)
        matters_of_area: dict[tuple[int, str], list[tuple[int, Line]]] = defaultdict(list)
        matters_of_standard: dict[Place, list[tuple[int, Line]]] = defaultdict(list)
        for at, line in self._taken:
            place = places[line.recommendation]
            if line.matter:
                matters[line.matter].append((at, line))
                matters_of_area[place.area, line.matter].append((at, line))
                matters_of_standard[place].append((at, line))
            else:
                single[place].append((at, line))

        of_total: list[list[int]] = []
        of_areas: dict[int, list[list[int]]] = defaultdict(list)
        of_standards: dict[int, list[list[int]]] = defaultdict(list)
        for place, found in single.items():
            packed = _of_audits(columns, found, _of_lines)
            of_total.append(packed)
            of_areas[place.area].append(packed)
            of_standards[place.standard].append(packed)
        of_total += [_of_audits(columns, found, _of_matter) for found in matters.values()]
        for (area, _matter), found in matters_of_area.items():
            of_areas[area].append(_of_audits(columns, found, _of_matter))
        for place, found in matters_of_standard.items():
            of_standards[place.standard].append(_of_audits(columns, found, _of_lines))
        # Of each audit in turn.
        self._total = _added_up(of_total)
        self._areas = {area: _added_up(parts) for area, parts in of_areas.items()}
        self._standards = {standard: _added_up(parts) for standard, parts in of_standards.items()}

    def sums(self, selection: Sequence[int] | None = None) -> Sums:
        """Over all of the sheets, or over those at these places."""
        filled = self._filled if selection is None else [self._filled[at] for at in selection]
        if not self._taken or not filled:
            return Sums()
        columns = list(zip(*filled, strict=True))
        rows: dict[int, list[Numbers]] = defaultdict(list)
        breaches: dict[int, int] = defaultdict(int)
        for at, line in self._taken:
            counts = tuple(columns[at].count(letter) for letter in _PLACE)
            answers = sum(counts)
            rows[line.recommendation].append(
                (*counts, answers * line.refrain, answers * line.critical, answers * line.of_unit)
            )
            if line.critical and counts[_BREACH]:
                breaches[line.recommendation] += counts[_BREACH]
        return Sums(
            {key: added(numbers) for key, numbers in rows.items()},
            _numbers(self._total, selection),
            {area: _numbers(packed, selection) for area, packed in self._areas.items()},
            {standard: _numbers(packed, selection) for standard, packed in self._standards.items()},
            dict(breaches),
        )


_BITS: Final = 64
_MASK: Final = (1 << _BITS) - 1
_SHIFTS: Final = tuple(_BITS * place for place in range(COUNTS + 3))


def _pack(numbers: Iterable[int]) -> int:
    return sum(number << shift for number, shift in zip(numbers, _SHIFTS, strict=True))


def _added_up(parts: Sequence[list[int]]) -> list[int]:
    return list(map(sum, zip(*parts, strict=True))) if len(parts) != 1 else parts[0]


def _numbers(packed: Sequence[int], selection: Sequence[int] | None) -> Numbers:
    audits = Counter(packed if selection is None else [packed[at] for at in selection])
    totals = list(NOTHING)
    for found, times in audits.items():
        numbers = [(found >> shift) & _MASK for shift in _SHIFTS]
        for at in range(COUNTS):
            totals[at] += times * numbers[at]
        weight, points, weight_sq = numbers[COUNTS:]
        if weight:
            own = (1, weight, points, weight * weight, weight * points, points * points, weight_sq)
            for at, number in enumerate(own, start=COUNTS):
                totals[at] += times * number
    return tuple(totals)


def _of_audits(
    columns: Sequence[tuple[str, ...]],
    taken: Sequence[tuple[int, Line]],
    reckon: Callable[[Sequence[str], Sequence[int]], Numbers],
) -> list[int]:
    """Of each audit in turn, packed: what these lines hold."""
    weights = [line.weight for _at, line in taken]
    letters = list(zip(*(columns[at] for at, _line in taken), strict=True))
    known = {each: _pack(reckon(each, weights)) for each in set(letters)}
    return [known[each] for each in letters]


def _of_lines(letters: Sequence[str], weights: Sequence[int]) -> Numbers:
    counts = [0] * COUNTS
    weight_sum = points = weight_sq = 0
    for letter, weight in zip(letters, weights, strict=True):
        if letter == ABSENT:
            continue
        counts[_PLACE[letter]] += 1
        if letter in _POINTS:
            weight_sum += weight
            points += weight * _POINTS[letter]
            weight_sq += weight * weight
    return (*counts, weight_sum, points, weight_sq)


def _of_matter(letters: Sequence[str], weights: Sequence[int]) -> Numbers:
    """Rows of one matter as one: the verdict that PRECEDENCE puts first, the greatest weight."""
    there = [
        (_RANK[letter], letter, weight) for letter, weight in zip(letters, weights, strict=True) if letter != ABSENT
    ]
    if not there:
        return (0,) * (COUNTS + 3)
    verdict = min(there)[1]
    return _of_lines([verdict], [max(weight for _rank, _letter, weight in there)])

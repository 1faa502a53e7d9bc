"""What keeps a draft from being published, each fault named with its place."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from standards.choices import Attribution, Block
from standards.digests import digest_of
from standards.interchange import export_edition
from standards.models import (
    Area,
    Assessability,
    Edition,
    Point,
    Recommendation,
    Standard,
    validate_emphasis,
    validate_number,
    validate_texts,
)
from standards.models.judging import REASON_NEEDED
from standards.wording.differences import wording
from standards.wording.intake import faults_of_kept
from standards.wording.numbering import gaps

# Of rows that share one verdict: what they cannot have each their own way.
_SHARED_BY_ONE_MATTER = {
    "parts": _("parts"),
    "channel_questions": _("questions of single channels"),
    "short_name": _("short name"),
    "attribution": _("attribution"),
    "critical": _("critical"),
    "weight": _("weight"),
}


@dataclass(frozen=True)
class Fault:
    """`place` as people cite it ("17.10"), `problem` one sentence, `row` what to open to mend it.

    A row that is missing is named by one that was never saved.
    """

    place: str
    problem: Any
    row: Model
    # Amended texts have gaps and odd orders of numbers: the editor says that it is meant.
    is_warning: bool = False

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}"


def findings(edition: Edition) -> list[Fault]:
    """All that is wrong or odd, in the order of the text. A fixed number of queries."""
    return [*_Draft(edition).faults()]


def faults(edition: Edition) -> list[Fault]:
    """All that is wrong; empty when it can be published."""
    return [one for one in findings(edition) if not one.is_warning]


def warnings(edition: Edition) -> list[Fault]:
    """All that is odd, and can be published once somebody has said that it is meant."""
    return [one for one in findings(edition) if one.is_warning]


def fingerprint(odd: Iterable[Fault]) -> str:
    """Of warnings, so that what is confirmed is what was shown."""
    return digest_of([(one.place, str(one.problem)) for one in odd])


class _Draft:
    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.areas = list(edition.areas.order_by("position", "pk"))
        self.standards = list(edition.standards.select_related("area").order_by("position", "pk"))
        self.recommendations = list(
            Recommendation.objects.filter(standard__edition=edition)
            .select_related("standard")
            .order_by("standard__position", "position", "pk")
        )
        self.points = list(
            Point.objects.filter(recommendation__standard__edition=edition)
            .select_related("recommendation__standard")
            .order_by("recommendation__standard__position", "recommendation__position", "position")
        )
        self.occasions = list(edition.occasions.order_by("position", "pk"))
        self.judged = {
            row.recommendation_id: row
            for row in Assessability.objects.filter(recommendation__standard__edition=edition).select_related(
                "recommendation__standard", "occasion", "excludes__standard"
            )
        }

    def faults(self) -> Iterator[Fault]:
        if not self.edition.title.strip():
            yield Fault(self.edition.code, _("The edition has no title."), self.edition)
        if not self.areas:
            yield Fault(self.edition.code, _("The edition has no area."), self.edition)
        yield from self._numbering()
        yield from self._text()
        yield from self._judging()
        yield from self._matters()
        yield from self._short_names()
        yield from self._gate_questions()
        yield from self._against_the_edition_before()

    # The text

    def _numbering(self) -> Iterator[Fault]:
        yield from _numbered(self.areas, _area_place)
        yield from _numbered(self.standards, _standard_place)
        last = ""
        for standard in self.standards:
            rows = [row for row in self.recommendations if row.standard_id == standard.pk]
            yield from _numbered(rows, _recommendation_place, after=last)
            last = rows[-1].number if rows else last
        for point in _twice(self.points, lambda point: (point.recommendation_id, point.position)):
            yield Fault(_point_place(point), _("Another one has the same position."), point)
        position_of = {area.pk: place for place, area in enumerate(self.areas)}
        furthest = -1
        for standard in self.standards:
            place = position_of.get(standard.area_id, -1)
            if place < furthest:
                yield Fault(_standard_place(standard), _("It stands after standards of a later area."), standard, True)
            furthest = max(furthest, place)
        for row in _twice(self.recommendations, lambda row: row.lineage):
            yield Fault(_recommendation_place(row), _("Another recommendation has the same lineage."), row)

    def _text(self) -> Iterator[Fault]:
        for area in self.areas:
            if not area.title.strip():
                yield Fault(_area_place(area), _("It has no title."), area)
            if not any(standard.area_id == area.pk for standard in self.standards):
                yield Fault(_area_place(area), _("It has no standard."), area)
        filled = {row.standard_id for row in self.recommendations}
        for standard in self.standards:
            if not standard.title.strip():
                yield Fault(_standard_place(standard), _("It has no title."), standard)
            if standard.pk not in filled:
                yield Fault(_standard_place(standard), _("It has no recommendation."), standard)
            if standard.area.edition_id != self.edition.pk:
                yield Fault(_standard_place(standard), _("This area belongs to another edition."), standard)
        yield from self._signs()
        for recommendation in self.recommendations:
            yield from _passage(recommendation, _recommendation_place(recommendation))
        for point in self.points:
            yield from _passage(point, _point_place(point))

    def _signs(self) -> Iterator[Fault]:
        """What is published never changes, so nothing invisible may be in it."""
        texts: list[tuple[str, Any, str]] = [(self.edition.code, self.edition, self.edition.title)]
        texts += [(_area_place(row), row, row.title) for row in self.areas]
        texts += [(_standard_place(row), row, text) for row in self.standards for text in (row.title, row.rationale)]
        texts += [(_recommendation_place(row), row, row.text) for row in self.recommendations]
        texts += [(_point_place(row), row, row.text) for row in self.points]
        for place, row, text in texts:
            for fault in faults_of_kept(text):
                yield Fault(place, _("It cannot be published as it is: %(fault)s.") % {"fault": fault}, row)

    # How it is judged

    def _judging(self) -> Iterator[Fault]:
        for recommendation in self.recommendations:
            place = _recommendation_place(recommendation)
            row = self.judged.get(recommendation.pk)
            if recommendation.repealed:
                if row is not None:
                    yield Fault(place, _("It is repealed, yet this says how it is judged."), row)
                continue
            if row is None:
                missing = Assessability(recommendation=recommendation)
                yield Fault(place, _("Nobody has said how it is judged."), missing)
                continue
            yield from (Fault(place, problem, row) for problem in _faults_of(row))
            if row.excludes_id == recommendation.pk:
                yield Fault(place, _("It excludes itself."), row)
            elif row.excludes:
                twin = self.judged.get(row.excludes.pk)
                if twin is None or twin.excludes_id != recommendation.pk:
                    problem = _("It excludes %(twin)s, which does not exclude it.") % {"twin": row.excludes.label}
                    yield Fault(place, problem, row)

    def _matters(self) -> Iterator[Fault]:
        first: dict[str, Assessability] = {}
        for recommendation in self.recommendations:
            row = self.judged.get(recommendation.pk)
            if row is None or not row.same_matter:
                continue
            other = first.setdefault(row.same_matter, row)
            differing = [name for name in _SHARED_BY_ONE_MATTER if getattr(row, name) != getattr(other, name)]
            if differing:
                yield Fault(
                    _recommendation_place(recommendation),
                    _("It is the same matter as %(other)s, yet they differ in: %(fields)s.")
                    % {
                        "other": other.recommendation.label,
                        "fields": ", ".join(str(_SHARED_BY_ONE_MATTER[name]) for name in differing),
                    },
                    row,
                )

    def _short_names(self) -> Iterator[Fault]:
        """Only rows of one matter are called alike."""
        first: dict[str, Assessability] = {}
        for recommendation in self.recommendations:
            row = self.judged.get(recommendation.pk)
            if row is None or not row.short_name:
                continue
            other = first.setdefault(row.short_name.casefold(), row)
            if other is not row and not (row.same_matter and row.same_matter == other.same_matter):
                problem = _("It has the same short name as %(other)s.") % {"other": other.recommendation.label}
                yield Fault(_recommendation_place(recommendation), problem, row)

    def _gate_questions(self) -> Iterator[Fault]:
        for occasion in self.occasions:
            place = str(_("Occasion “%(code)s”") % {"code": occasion.code})
            if not occasion.label.strip() or not occasion.question.strip():
                yield Fault(place, _("It has no label or no gate question."), occasion)
        for occasion in _twice(self.occasions, lambda occasion: occasion.position):
            place = str(_("Occasion “%(code)s”") % {"code": occasion.code})
            yield Fault(place, _("Another one has the same position."), occasion)

    # What changed

    @cached_property
    def _before(self) -> dict[str, dict[str, Any]]:
        """The recommendations of the edition before, by lineage."""
        return rows_by_lineage(self.edition.based_on) if self.edition.based_on else {}

    def _against_the_edition_before(self) -> Iterator[Fault]:
        if not self._before:
            return
        now = rows_by_lineage(self.edition)
        for recommendation in self.recommendations:
            lineage = str(recommendation.lineage)
            before = self._before.get(lineage)
            if before is None or recommendation.repealed:
                continue
            place = _recommendation_place(recommendation)
            if wording(before) != wording(now[lineage]) and recommendation.same_meaning is None:
                yield Fault(place, _("Its wording has changed: say whether the meaning is the same."), recommendation)
            row = self.judged.get(recommendation.pk)
            was_left_out = before["judged"] and not (before["mystery"] or before["observation"] or before["documents"])
            if row and row.is_assessable and was_left_out and not row.reason.strip():
                yield Fault(place, REASON_NEEDED, row)


def rows_by_lineage(edition: Edition) -> dict[str, dict[str, Any]]:
    """Each recommendation as it is exported, by its lineage."""
    return {
        row["lineage"]: row
        for area in export_edition(edition.code)["areas"]
        for standard in area["standards"]
        for row in standard["recommendations"]
    }


# Places


def _area_place(area: Area) -> str:
    return str(_("Area %(number)s") % {"number": area.number})


def _standard_place(standard: Standard) -> str:
    return str(_("Standard %(number)s") % {"number": standard.number})


def _recommendation_place(recommendation: Recommendation) -> str:
    return recommendation.label


def _point_place(point: Point) -> str:
    return str(_("%(label)s, point %(position)s") % {"label": point.recommendation.label, "position": point.position})


# Single rows


def _numbered(rows: list[Any], place_of: Any, *, after: str = "") -> Iterator[Fault]:
    for row in rows:
        try:
            validate_number(row.number)
        except ValidationError as error:
            yield Fault(place_of(row), error.messages[0], row)
    by_number = {row.number: row for row in rows}
    for gap in gaps([row.number for row in rows], after=after):
        problem = (
            _("The numbering does not go on from %(before)s.") % {"before": gap.before}
            if gap.before
            else _("The numbering does not begin with 1.")
        )
        yield Fault(place_of(by_number[gap.label]), problem, by_number[gap.label], True)
    for row in _twice(rows, lambda row: row.position):
        yield Fault(place_of(row), _("Another one has the same position."), row)


def _twice(rows: Iterable[Any], key: Any) -> list[Any]:
    """Those whose key another row has too."""
    counted = Counter(key(row) for row in rows)
    return [row for row in rows if counted[key(row)] > 1]


def _passage(row: Recommendation | Point, place: str) -> Iterator[Fault]:
    if not row.text.strip():
        yield Fault(place, _("It has no text."), row)
    try:
        validate_emphasis(row.emphasis)
    except ValidationError as error:
        yield Fault(place, error.messages[0], row)
    else:
        if any(end > len(row.text) for _start, end in row.emphasis):
            yield Fault(place, _("Its emphasis reaches beyond the text."), row)


def _faults_of(row: Assessability) -> Iterator[Any]:
    for problem in row.faults().values():
        yield problem.messages[0] if isinstance(problem, ValidationError) else problem
    try:
        validate_texts(row.parts)
    except ValidationError as error:
        yield error.messages[0]
    if row.block and row.block not in Block.values:
        yield _("There is no such block.")
    if row.attribution not in Attribution.values:
        yield _("There is no such attribution.")

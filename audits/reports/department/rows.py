"""Recommendations as rows: what each method judged of them, in the order of the frame's text."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from audits.figures.sums import NOTHING, Numbers, added, rated_of
from audits.reports.department import scores
from audits.reports.department.assembly import Assembly, short_name
from audits.reports.department.contents import AreaRow, Cell, RecommendationRow, RowFigure, StandardRow
from audits.reports.headline import Comparison, Row
from standards.models import Recommendation
from standards.wording.emphasis import PointText, emphasis_of


class Rows:
    """Counts pool over editions by meaning, whatever the totals are made of."""

    def __init__(self, assembly: Assembly) -> None:
        self.assembly = assembly
        self.texts = assembly.texts
        self.frame = assembly.frame

    @cached_property
    def _numbers(self) -> dict[tuple[int, str, str], Numbers]:
        """By row, method and channel: the numbers of `Sums.rows`."""
        found: dict[tuple[int, str, str], list[Numbers]] = defaultdict(list)
        for method in self.assembly.methods:
            for piece in self.assembly.findings(method).pieces:
                for recommendation, numbers in piece.sums.rows.items():
                    found[self.frame.row_of(recommendation), method, piece.channel].append(numbers)
        return {key: added(numbers) for key, numbers in found.items()}

    @cached_property
    def _by_row(self) -> dict[int, dict[str, dict[str, Numbers]]]:
        found: dict[int, dict[str, dict[str, Numbers]]] = {}
        for (row, method, channel), numbers in self._numbers.items():
            found.setdefault(row, {}).setdefault(method, {})[channel] = numbers
        return found

    @cached_property
    def _shown(self) -> list[int]:
        """The frame's rows, and those that only other editions have and somebody had on a checklist."""
        own = [pk for pk, each in self.texts.recommendations.items() if each.standard.edition_id == self.frame.edition]
        known = set(own)
        return [*own, *(pk for pk in self.texts.recommendations if pk in self._by_row and pk not in known)]

    @cached_property
    def standards(self) -> tuple[StandardRow, ...]:
        of_standard: dict[int, list[int]] = defaultdict(list)
        for pk in self._shown:
            of_standard[self.frame.places[pk].standard].append(pk)
        titles = {each.standard_id: each.standard for each in self.texts.recommendations.values()}
        return tuple(
            StandardRow(
                number=titles[standard].number,
                title=titles[standard].title,
                area=titles[standard].area.number,
                cells=tuple(self._cells(standard)),
                recommendations=tuple(self._row(pk) for pk in rows),
            )
            for standard, rows in of_standard.items()
        )

    def _cells(self, standard: int) -> Iterable[Cell]:
        for method in self.assembly.methods:
            if standard in self.assembly.sums[method].standards:
                yield scores.cell(method, self.assembly.sums[method].standards[standard], self.assembly.yard)

    def areas(self, changes: dict[int, Comparison]) -> tuple[AreaRow, ...]:
        titles = {each.standard.area_id: each.standard.area for each in self.texts.recommendations.values()}
        found = []
        for area, number in self.assembly.areas.items():
            cells = tuple(
                scores.cell(method, self.assembly.sums[method].areas[area], self.assembly.yard)
                for method in self.assembly.methods
                if area in self.assembly.sums[method].areas
            )
            found.append(AreaRow(number, titles[area].title, cells, changes.get(area)))
        return tuple(found)

    def _row(self, pk: int) -> RecommendationRow:
        recommendation = self.texts.recommendations[pk]
        figures = tuple(self._figures(pk))
        numbers = [numbers for method in self._by_row.get(pk, {}).values() for numbers in method.values()]
        flags = added(numbers) if numbers else NOTHING
        refrain, critical = (flags[6] > 0, flags[7] > 0) if numbers else _as_arranged(recommendation)
        own_edition = recommendation.standard.edition_id
        meaning = self.texts.meanings[pk]
        holders = [edition for edition in self._used if meaning in self.texts.of_edition[edition]]
        return RecommendationRow(
            label=recommendation.label,
            name=short_name(self.texts, pk),
            text=recommendation.text,
            emphasis=emphasis_of(recommendation.emphasis),
            points=tuple(PointText(point.text, emphasis_of(point.emphasis)) for point in recommendation.points.all()),
            refrain=refrain,
            critical=critical,
            figures=figures,
            elsewhere=self.frame.elsewhere(pk, (edition for edition in self._used if edition != own_edition)),
            edition=self.texts.edition(holders[-1]).code if holders and holders[-1] != self._used[-1] else "",
        )

    @cached_property
    def _used(self) -> list[int]:
        """Editions by which the period's audits were made, the oldest first."""
        used = {piece.edition for method in self.assembly.methods for piece in self.assembly.findings(method).pieces}
        return [edition.pk for edition in self.texts.editions if edition.pk in used]

    def _figures(self, pk: int) -> Iterable[RowFigure]:
        for method, channels in self._by_row.get(pk, {}).items():
            yield scores.row_figure(method, added(channels.values()), self.assembly.yard)

    @cached_property
    def to_choose_from(self) -> tuple[Row, ...]:
        """What page one chooses from: every method's rated rows, by method, then in the order of the text."""
        return tuple(self._to_choose(pk, method) for method in self.assembly.methods for pk in self._rated(method))

    def _rated(self, method: str) -> Iterable[int]:
        return (
            pk
            for pk in self._shown
            if any(rated_of(numbers) for numbers in self._by_row.get(pk, {}).get(method, {}).values())
        )

    def _to_choose(self, pk: int, method: str) -> Row:
        recommendation = self.texts.recommendations[pk]
        judged = getattr(recommendation, "assessability", None)
        channels = self._by_row[pk][method]
        figure = scores.row_figure(method, added(channels.values()), self.assembly.yard)
        return Row(
            label=recommendation.label,
            name=short_name(self.texts, pk),
            standard=recommendation.standard.number,
            method=method,
            met=figure.met,
            rated=figure.rated,
            matter=judged.same_matter if judged else "",
            refrain=added(channels.values())[6] > 0,
            low=figure.interval.low if figure.interval else None,
            high=figure.interval.high if figure.interval else None,
            rated_by_channel=tuple((channel, sum(numbers[:3])) for channel, numbers in sorted(channels.items())),
        )


def _as_arranged(recommendation: Recommendation) -> tuple[bool, bool]:
    judged = getattr(recommendation, "assessability", None)
    return (judged.refrain, judged.critical) if judged else (False, False)

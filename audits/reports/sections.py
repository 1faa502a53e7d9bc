"""One section of a department's report for each method (and edition): from what was counted to what is shown."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cached_property
from statistics import median
from typing import Any

from django.utils.text import slugify

from audits.models import Department
from audits.models.fieldwork import LATE_AFTER, REMEMBERED_FOR
from audits.reports import figures
from audits.reports.contents import (
    AreaRow,
    Breach,
    ChannelPart,
    MethodSection,
    Reach,
    RecommendationRow,
    StandardRow,
    UnitRow,
    Waiting,
)
from audits.reports.figures import Change, Figure
from audits.reports.material import Material
from audits.reports.tallies import AuditScores, RowTally, Visit
from audits.scoring import Score, Tally
from audits.statistics import Merging, merge_small
from standards.choices import Attribution, Channel, Method
from standards.folding import fold
from standards.models import Edition, Recommendation

# So many of the strongest and of the weakest recommendations are listed.
LISTED = 5


def method_sections(material: Material) -> tuple[MethodSection, ...]:
    """In the order of the editions, then of the methods; only where there are audits."""
    sections = []
    for edition in material.editions:
        for method in Method:
            visits = [visit for visit in material.now.visits if (visit.edition, visit.method) == (edition.pk, method)]
            if visits:
                before = [
                    visit for visit in material.before.visits if (visit.edition, visit.method) == (edition.pk, method)
                ]
                sections.append(_Section(material, edition, method, visits, before).contents())
    return tuple(sections)


class _Section:
    def __init__(
        self, material: Material, edition: Edition, method: Method, visits: list[Visit], before: list[Visit]
    ) -> None:
        self.material = material
        self.edition = edition
        self.method = method
        self.visits = visits
        self.before = before
        self.shown = material.may_show(visits)
        self.rows = self._rows()

    def _rows(self) -> dict[int, RowTally]:
        """By recommendation, over the channels, in the order of the text."""
        found: dict[int, RowTally] = {}
        for row in self.material.now.rows:
            if (row.edition, row.method) == (self.edition.pk, self.method):
                known = found.get(row.recommendation)
                found[row.recommendation] = known + row if known else row
        return {pk: found[pk] for pk in self.material.recommendations if pk in found}

    def contents(self) -> MethodSection:
        visits = self.visits
        listed = [row for area in self.areas for standard in area.standards for row in standard.recommendations]
        strengths = self._strengths(listed)
        return MethodSection(
            key=slugify(f"{self.method}-{self.edition.code}"),
            method=str(self.method),
            method_label=str(self.method.label),
            edition_code=self.edition.code,
            audits=len(visits),
            people=len({visit.employee for visit in visits} - {None}),
            auditors=len({visit.auditor for visit in visits}),
            unattributed=sum(visit.employee is None for visit in visits),
            opened_late=sum(visit.opened_at - visit.took_place_at > LATE_AFTER for visit in visits),
            filled_from_memory=sum(visit.finished_at - visit.took_place_at > REMEMBERED_FOR for visit in visits),
            figure=self._figure(visits) if self.shown else figures.withheld(len(visits)),
            change=self._change(visits, self.before) if self._same_channels() else None,
            parts=self._parts(),
            reach=self._reach(),
            waiting=self._waiting(),
            areas=self.areas,
            strengths=strengths,
            weakest=self._weakest(listed, strengths),
            breaches=self._breaches(),
            units=self._unit_rows(),
            target_percent=self.material.yardstick.target_percent,
        )

    def _figure(self, visits: Iterable[Visit]) -> Figure:
        return figures.figure([self._scores(visit).total for visit in visits], self.material.yardstick)

    def _scores(self, visit: Visit) -> AuditScores:
        return self.material.scores.get(visit.audit) or AuditScores()

    # Against the period before

    def _same_channels(self) -> bool:
        """A channel more or less would change the score by itself."""
        return {visit.channel for visit in self.visits} == {visit.channel for visit in self.before}

    def _change(self, now: Sequence[Visit], before: Sequence[Visit]) -> Change | None:
        return self._change_in(now, before, None)

    def _change_in(self, now: Sequence[Visit], before: Sequence[Visit], area: int | None) -> Change | None:
        """None where there is nothing to compare with, or where one side may not be shown."""
        material = self.material
        if not before or not material.may_show(now) or not material.may_show(before):
            return None
        comparable = material.comparable
        if area is None:
            rows = comparable.number_of_rows(now)
        else:
            area_of = {pk: each.standard.area_id for pk, each in material.recommendations.items()}
            rows = comparable.number_of_rows(now, area_of, area)
        if not rows:
            return None

        def scores(known: dict[int, AuditScores], visits: Iterable[Visit]) -> list[Score]:
            found = [known[visit.audit] for visit in visits if visit.audit in known]
            return [each.total if area is None else each.areas.get(area, Score()) for each in found]

        return figures.change(rows, scores(comparable.before, before), scores(comparable.now, now), material.yardstick)

    # Channels

    def _parts(self) -> tuple[ChannelPart, ...]:
        by_channel = {
            channel: [visit for visit in self.visits if visit.channel == channel]
            for channel in Channel
            if any(visit.channel == channel for visit in self.visits)
        }
        hidden = self._hidden_channels(by_channel)
        parts = []
        for channel, visits in by_channel.items():
            before = [visit for visit in self.before if visit.channel == channel]
            shown = channel not in hidden
            parts.append(
                ChannelPart(
                    channel=str(channel),
                    channel_label=str(channel.label),
                    audits=len(visits),
                    figure=self._figure(visits) if shown else figures.withheld(len(visits)),
                    change=self._change(visits, before) if shown else None,
                )
            )
        return tuple(parts)

    def _hidden_channels(self, by_channel: dict[Channel, list[Visit]]) -> set[Channel]:
        """Channels behind which too few people stand, and more of them until the total gives none of these away."""
        if not self.shown:
            return set(by_channel)
        hidden = {channel for channel, visits in by_channel.items() if not self.material.may_show(visits)}
        rest = sorted(
            set(by_channel) - hidden, key=lambda channel: (self.material.people_behind(by_channel[channel]), channel)
        )
        while hidden and rest:
            if self.material.may_show(visit for channel in hidden for visit in by_channel[channel]):
                break
            hidden.add(rest.pop(0))
        return hidden

    # Areas, standards, recommendations

    @cached_property
    def areas(self) -> tuple[AreaRow, ...]:
        if not self.shown:
            return ()
        by_area: dict[int, dict[int, list[RecommendationRow]]] = {}
        for pk, row in self.rows.items():
            recommendation = self.material.recommendations[pk]
            standards = by_area.setdefault(recommendation.standard.area_id, {})
            standards.setdefault(recommendation.standard_id, []).append(self._row(recommendation, row))
        titles = {each.standard_id: each.standard for each in self.material.recommendations.values()}
        found = []
        for area, standards in by_area.items():
            first = titles[next(iter(standards))].area
            found.append(
                AreaRow(
                    number=first.number,
                    title=first.title,
                    figure=self._cell(lambda scores, area=area: scores.areas.get(area)),
                    change=self._change_in(self.visits, self.before, area) if self._same_channels() else None,
                    standards=tuple(
                        StandardRow(
                            number=titles[standard].number,
                            title=titles[standard].title,
                            figure=self._cell(lambda scores, standard=standard: scores.standards.get(standard)),
                            recommendations=tuple(rows),
                        )
                        for standard, rows in standards.items()
                    ),
                )
            )
        return tuple(found)

    def _cell(self, of_audit: Any) -> Figure:
        found = [score for visit in self.visits if (score := of_audit(self._scores(visit))) is not None]
        return figures.figure(found, self.material.yardstick)

    def _row(self, recommendation: Recommendation, row: RowTally) -> RecommendationRow:
        judged = getattr(recommendation, "assessability", None)
        tally: Tally = row.tally
        return RecommendationRow(
            label=recommendation.label,
            text=recommendation.text,
            emphasis=tuple((start, end) for start, end in recommendation.emphasis),
            occasion=judged.occasion.label if judged and judged.occasion else "",
            refrain=row.refrain > 0,
            critical=row.critical > 0,
            attribution=str(Attribution.UNIT if row.of_unit else Attribution.EMPLOYEE),
            audits=tally.answers,
            counts=figures.counts(tally),
            share=figures.share_of_visits(tally, self.material.yardstick),
        )

    def _strengths(self, listed: Sequence[RecommendationRow]) -> tuple[RecommendationRow, ...]:
        """Those met most surely: by the lower end of the interval; equal ones in the order of the text."""
        found = [row for row in listed if row.share.low is not None and row.share.met]
        return tuple(sorted(found, key=lambda row: (-row.share.low, -row.share.percent))[:LISTED])  # type: ignore[operator]

    def _weakest(
        self, listed: Sequence[RecommendationRow], strengths: Sequence[RecommendationRow]
    ) -> tuple[RecommendationRow, ...]:
        """Those not met most surely: by the upper end; never one that was always met or is among the strengths."""
        found = [
            row
            for row in listed
            if row.share.high is not None and row.share.met < row.share.rated and row not in strengths
        ]
        return tuple(sorted(found, key=lambda row: (row.share.high, row.share.percent))[:LISTED])

    def _reach(self) -> Reach:
        used = {visit.channel for visit in self.visits}
        known = self.material.recommendations_of(self.edition.pk)
        # What an audit was opened with stays, even where the office has since changed how a row is judged.
        visible = set(self.rows)
        for each in known:
            judged = getattr(each, "assessability", None)
            if judged and used.intersection(judged.channels(self.method)):
                visible.add(each.pk)
        return Reach(judged=len(self.rows), visible=len(visible), total=len(known))

    def _waiting(self) -> Waiting:
        minutes = [visit.waiting_minutes for visit in self.visits if visit.waiting_minutes is not None]
        if not minutes or not self.shown:
            return Waiting(len(minutes), None, None)
        mean = Fraction(sum(minutes), len(minutes))
        return Waiting(len(minutes), figures.rounded(mean), figures.rounded(Fraction(median(minutes))))

    # Units

    @cached_property
    def unit_of(self) -> dict[int, int]:
        return {visit.audit: self.material.tree.unit_of(visit.department, visit.day) for visit in self.visits}

    @cached_property
    def merging(self) -> Merging:
        """Which units may be shown. Somebody audited in two units counts in the first, and desks count as nobody."""
        people: dict[int, int] = dict.fromkeys(self.unit_of.values(), 0)
        seen: set[int] = set()
        for visit in self.visits:
            if visit.employee is not None and visit.employee not in seen:
                seen.add(visit.employee)
                people[self.unit_of[visit.audit]] += 1
        order = sorted(people, key=lambda unit: (unit == self.material.tree.root, self._name(unit).sort_key, unit))
        return merge_small([(self._name(unit).code, people[unit]) for unit in order])

    def _name(self, unit: int) -> Department:
        return self.material.units[unit]

    def _unit_rows(self) -> tuple[UnitRow, ...]:
        if not self.shown or not self.material.tree.units or self.merging.total_only:
            return ()
        by_code = {department.code: unit for unit, department in self.material.units.items()}
        rows = [self._unit_row([by_code[code]], merged=False) for code in self.merging.kept]
        if self.merging.merged:
            rows.append(self._unit_row([by_code[code] for code in self.merging.merged], merged=True))
        return tuple(rows)

    def _unit_row(self, units: list[int], *, merged: bool) -> UnitRow:
        visits = [visit for visit in self.visits if self.unit_of[visit.audit] in units]
        named = [self._name(unit) for unit in units]
        return UnitRow(
            codes=tuple(unit.code for unit in named),
            names=tuple(unit.name for unit in named),
            own=self.material.tree.root in units,
            merged=merged,
            audits=len(visits),
            people=len({visit.employee for visit in visits} - {None}),
            figure=self._figure(visits),
        )

    # Critical breaches

    def _breaches(self) -> tuple[Breach, ...]:
        visits = {visit.audit: visit for visit in self.visits}
        found = []
        for audit, recommendation, desk, note, *name in self.material.now.breaches:
            if visit := visits.get(audit):
                unit = self.unit_of[audit]
                text = self.material.recommendations[recommendation]
                shown = self.shown and self._name(unit).code in self.merging.kept
                found.append(
                    Breach(
                        label=text.label,
                        text=text.text,
                        unit=self._name(unit).name if shown else "",
                        channel_label=str(Channel(visit.channel).label),
                        day=visit.day if shown else None,
                        desk=desk if shown and not _names(desk, name) else "",
                        note=note if shown and not _names(note, name) else "",
                        details_withheld=not shown,
                    )
                )
        return tuple(found)


def _names(text: str, name: Sequence[str | None]) -> bool:
    """Whether a text may name the audited person, in any case of the Polish declension."""
    words = fold(text).replace("-", " ").split()
    for part in name:
        for piece in fold(part or "").replace("-", " ").split():
            stem = piece[: max(3, len(piece) - 3)]
            if any(word.lstrip("(„\"'").startswith(stem) for word in words):
                return True
    return False

"""One section of a department's report for each method: from what was counted to what is shown."""

import re
from collections.abc import Hashable, Iterable, Sequence
from fractions import Fraction
from functools import cached_property
from statistics import median
from typing import Any

from django.utils.text import slugify

from audits.models import Department
from audits.models.fieldwork import LATE_AFTER, REMEMBERED_FOR
from audits.reports import figures
from audits.reports.contents import (
    ApartRows,
    AreaRow,
    Breach,
    ChannelPart,
    EditionPart,
    MethodSection,
    Reach,
    RecommendationRow,
    StandardRow,
    UnitRow,
    Waiting,
)
from audits.reports.figures import Change, Figure
from audits.reports.material import Material
from audits.reports.pooling import rows_of
from audits.reports.privacy import Privacy, area_key, standard_key
from audits.reports.tallies import AuditScores, RowTally, Visit
from audits.scoring import Score, Tally
from audits.statistics import Merging, merge_small
from standards.choices import Attribution, Channel, Method
from standards.folding import fold
from standards.models import Recommendation

# So many of the strongest and of the weakest recommendations are listed.
LISTED = 5


def method_sections(material: Material) -> tuple[MethodSection, ...]:
    """In the order of the methods; only where there are audits."""
    sections = []
    for method in Method:
        visits, before = (
            [visit for visit in findings.visits if visit.method == method]
            for findings in (material.now, material.before)
        )
        if visits:
            sections.append(_Section(material, method, visits, before).contents())
    return tuple(sections)


class _Section:
    def __init__(self, material: Material, method: Method, visits: list[Visit], before: list[Visit]) -> None:
        self.material = material
        self.method = method
        self.visits = visits
        self.before = before
        self.pooling = material.poolings[method]
        self.shown = material.may_show(visits)
        self.by_part = [row for row in material.now.rows if row.method == method]
        self.rows = self._rows()

    def _rows(self) -> dict[int, RowTally]:
        """By the recommendation under which it is shown, over channels and editions, in the order of the text."""
        found: dict[int, RowTally] = {}
        for row in self.by_part:
            shown = self.pooling.row_of(row.recommendation)
            if shown is not None:
                found[shown] = found[shown] + row if shown in found else row
        return {pk: found[pk] for pk in self.material.recommendations if pk in found}

    @cached_property
    def privacy(self) -> Privacy:
        return Privacy(self.material, self.pooling, self.rows, self.by_part)

    def contents(self) -> MethodSection:
        visits = self.visits
        listed = [row for area in self.areas for standard in area.standards for row in standard.recommendations]
        strengths = self._strengths(listed)
        return MethodSection(
            key=slugify(str(self.method)),
            method=str(self.method),
            method_label=str(self.method.label),
            editions=self.pooling.codes,
            audits=len(visits),
            people=len({visit.employee for visit in visits} - {None}),
            auditors=len({visit.auditor for visit in visits}),
            unattributed=sum(visit.employee is None for visit in visits),
            opened_late=sum(visit.opened_at - visit.took_place_at > LATE_AFTER for visit in visits),
            filled_from_memory=sum(visit.finished_at - visit.took_place_at > REMEMBERED_FOR for visit in visits),
            figure=self._figure(visits) if self.shown else figures.withheld(len(visits)),
            change=self._change(visits, self.before) if self._same_channels() else None,
            parts=self._parts(),
            edition_parts=self._edition_parts(),
            apart=self.apart,
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
        comparable = material.comparable
        area_of = {pk: each.standard.area_id for pk, each in material.recommendations.items()}
        rows = comparable.number_of_rows(now, None if area is None else area_of, area or 0)

        def judged(known: dict[int, AuditScores], visits: Iterable[Visit]) -> dict[Visit, Score]:
            found = {visit: known[visit.audit] for visit in visits if visit.audit in known}
            if area is None:
                return {visit: scores.total for visit, scores in found.items()}
            return {visit: scores.areas[area] for visit, scores in found.items() if area in scores.areas}

        scores_before, scores_now = judged(comparable.before, before), judged(comparable.now, now)
        if not rows or not material.may_show(scores_before) or not material.may_show(scores_now):
            return None
        return figures.change(rows, list(scores_before.values()), list(scores_now.values()), material.yardstick)

    # Channels

    def _parts(self) -> tuple[ChannelPart, ...]:
        by_channel = {
            channel: [visit for visit in self.visits if visit.channel == channel]
            for channel in Channel
            if any(visit.channel == channel for visit in self.visits)
        }
        shown = self.shown and self.privacy.may_split(lambda row: row.channel)
        parts = []
        for channel, visits in by_channel.items():
            before = [visit for visit in self.before if visit.channel == channel]
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

    # Editions

    def _edition_parts(self) -> tuple[EditionPart, ...]:
        """Each edition's own total, where the editions' rows are not the same."""
        if not self.pooling.apart:
            return ()
        shown = self.shown and self.privacy.may_split(lambda row: row.edition)
        parts = []
        for edition in self.pooling.editions:
            visits = [visit for visit in self.visits if visit.edition == edition.pk]
            own = [self.material.own_scores.get(visit.audit, AuditScores()).total for visit in visits]
            figure = figures.figure(own, self.material.yardstick) if shown else figures.withheld(len(visits))
            parts.append(EditionPart(edition.code, len(visits), figure))
        return tuple(parts)

    @cached_property
    def apart(self) -> tuple[ApartRows, ...]:
        if not self.shown:
            return ()
        found: dict[tuple[str, ...], list[RecommendationRow]] = {}
        for pk, row in self.rows.items():
            if not self.pooling.is_pooled(pk):
                codes = tuple(edition.code for edition in self.pooling.editions_of(pk))
                found.setdefault(codes, []).append(self._row(self.material.recommendations[pk], row))
        order = self.pooling.codes.index
        oldest_first = sorted(found.items(), key=lambda group: [order(code) for code in group[0]])
        return tuple(ApartRows(codes, tuple(rows)) for codes, rows in oldest_first)

    # Areas, standards, recommendations

    @cached_property
    def areas(self) -> tuple[AreaRow, ...]:
        if not self.shown:
            return ()
        by_area: dict[int, dict[int, list[RecommendationRow]]] = {}
        for pk, row in self.rows.items():
            if not self.pooling.is_pooled(pk):
                continue
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
                    figure=self._cell(area_key(area), lambda scores, area=area: scores.areas.get(area)),
                    change=self._area_change(area),
                    standards=tuple(
                        StandardRow(
                            number=titles[standard].number,
                            title=titles[standard].title,
                            figure=self._cell(
                                standard_key(standard), lambda scores, standard=standard: scores.standards.get(standard)
                            ),
                            recommendations=tuple(rows),
                        )
                        for standard, rows in standards.items()
                    ),
                )
            )
        return tuple(found)

    def _area_change(self, area: int) -> Change | None:
        if not self._same_channels() or area_key(area) in self.privacy.hidden:
            return None
        return self._change_in(self.visits, self.before, area)

    def _cell(self, key: Hashable, of_audit: Any) -> Figure:
        found = [score for visit in self.visits if (score := of_audit(self._scores(visit))) is not None]
        if key in self.privacy.hidden:
            return figures.withheld(sum(1 for score in found if score.weight))
        return figures.figure(found, self.material.yardstick)

    def _row(self, recommendation: Recommendation, row: RowTally) -> RecommendationRow:
        judged = getattr(recommendation, "assessability", None)
        tally: Tally = row.tally
        shown = recommendation.pk not in self.privacy.hidden
        return RecommendationRow(
            label=recommendation.label,
            text=recommendation.text,
            emphasis=tuple((start, end) for start, end in recommendation.emphasis),
            occasion=judged.occasion.label if judged and judged.occasion else "",
            refrain=row.refrain > 0,
            critical=row.critical > 0,
            attribution=str(Attribution.UNIT if row.of_unit else Attribution.EMPLOYEE),
            audits=tally.answers,
            counts=figures.counts(tally) if shown else None,
            share=figures.share_of_visits(tally, self.material.yardstick) if shown else None,
            editions=tuple(edition.code for edition in self.pooling.editions_of(recommendation.pk)),
            other_labels=self.pooling.labels.get(recommendation.pk, ()),
        )

    def _strengths(self, listed: Sequence[RecommendationRow]) -> tuple[RecommendationRow, ...]:
        """Those met most surely: by the lower end of the interval; equal ones in the order of the text."""
        found = [row for row in listed if row.share and row.share.low is not None and row.share.met]
        return tuple(sorted(found, key=lambda row: (-row.share.low, -row.share.percent))[:LISTED])  # type: ignore[operator, union-attr]

    def _weakest(
        self, listed: Sequence[RecommendationRow], strengths: Sequence[RecommendationRow]
    ) -> tuple[RecommendationRow, ...]:
        """Those not met most surely: by the upper end; never one that was always met or is among the strengths."""
        found = [
            row
            for row in listed
            if row.share and row.share.high is not None and row.share.met < row.share.rated and row not in strengths
        ]
        return tuple(sorted(found, key=lambda row: (row.share.high, row.share.percent))[:LISTED])  # type: ignore[union-attr]

    def _reach(self) -> Reach:
        used = {visit.channel for visit in self.visits}
        known = [each for edition in self.pooling.editions for each in self.material.recommendations_of(edition.pk)]
        # What an audit was opened with stays, even where the office has since changed how a row is judged.
        visible = set(self.rows)
        for each in known:
            judged = getattr(each, "assessability", None)
            if judged and used.intersection(judged.channels(self.method)):
                visible |= rows_of(self.pooling, [each.pk])
        total = len(rows_of(self.pooling, (each.pk for each in known)))
        return Reach(judged=len(self.rows), visible=len(visible), total=total)

    def _waiting(self) -> Waiting:
        waited = [visit for visit in self.visits if visit.waiting_minutes is not None]
        minutes = [visit.waiting_minutes for visit in waited if visit.waiting_minutes is not None]
        if not minutes or not self.material.may_show(waited):
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
        if not self.privacy.may_split_people(self._people_of_units()):
            return ()
        by_code = {department.code: unit for unit, department in self.material.units.items()}
        rows = [self._unit_row([by_code[code]], merged=False) for code in self.merging.kept]
        if self.merging.merged:
            rows.append(self._unit_row([by_code[code] for code in self.merging.merged], merged=True))
        return tuple(rows)

    def _people_of_units(self) -> list[frozenset[int]]:
        """Who was audited in each row of the table of units."""
        row_of = {
            code: code if code in self.merging.kept else "" for code in (*self.merging.kept, *self.merging.merged)
        }
        people: dict[str, set[int]] = {}
        for visit in self.visits:
            if visit.employee is not None:
                people.setdefault(row_of[self._name(self.unit_of[visit.audit]).code], set()).add(visit.employee)
        return [frozenset(found) for found in people.values()]

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
        for audit, recommendation, desk, note, *full_name, as_named in self.material.breaches:
            name = [*full_name, *_names_in(as_named)]
            if visit := visits.get(audit):
                unit = self.unit_of[audit]
                text = self.material.recommendations[recommendation]
                row = self.pooling.row_of(recommendation)
                known = self.shown and row not in self.privacy.hidden
                shown = known and self._name(unit).code in self.merging.kept
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


# What a mystery shopper types beside a name, or instead of one: "pani Anna, stanowisko 4".
_NO_NAMES = {"pan", "pani", "stanowisko", "okienko", "biurko", "pokoj", "sala", "numer"}


def _names_in(as_named: str) -> set[str]:
    """Words of what a shopper typed that may be a person's name."""
    return set(re.findall(r"[^\W\d_]{3,}", fold(as_named))) - _NO_NAMES


def _names(text: str, name: Sequence[str | None]) -> bool:
    """Whether a text may name the audited person, in any case of the Polish declension."""
    words = fold(text).replace("-", " ").split()
    for part in name:
        for piece in fold(part or "").replace("-", " ").split():
            stem = piece[: max(3, len(piece) - 3)]
            if any(word.lstrip("(„\"'").startswith(stem) for word in words):
                return True
    return False

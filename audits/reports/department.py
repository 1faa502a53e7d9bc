"""A department's report: what the audits of a period say of a department and all below it. Nobody is named in it."""

import datetime
import hashlib
import json
from dataclasses import astuple, dataclass
from typing import Any

from django.conf import settings
from django.db.models import F, Prefetch, Q
from django.utils import timezone
from django.utils.functional import cached_property

from audits.models import Department
from audits.reports import tallies
from audits.reports.contents import (
    AreaText,
    DepartmentReport,
    EditionFacts,
    PointText,
    Proposed,
    RecommendationText,
    StandardText,
)
from audits.reports.figures import Yardstick
from audits.reports.limitations import limitations_of
from audits.reports.material import Findings, Material
from audits.reports.periods import Period, day_start
from audits.reports.sections import method_sections
from standards.lineage import meanings
from standards.models import Edition, Point, Recommendation
from standards.signoff import unconfirmed_among

# Changes whenever the same data would give other figures or another document, so that no stored report of an
# older version is served for a new request.
CODE_VERSION = "6"


@dataclass
class DepartmentData:
    """All that a department's report is made from, as read from the database; `gather` reads it."""

    department: Department
    period: Period
    material: Material
    as_of: datetime.datetime

    @cached_property
    def fingerprint(self) -> str:
        """The same for the same data and only then: SHA-256 over what the queries returned and what it is held to."""
        material = self.material
        parts: list[Any] = [
            [settings.OFFICE_NAME, self.department.code, self.department.name, self.period.code],
            [self.as_of, material.staff, astuple(material.yardstick)],
            sorted((unit, name.code, name.name) for unit, name in material.units.items()),
            [[edition.pk, edition.code, edition.title] for edition in material.editions],
            [
                [each.pk, each.text, *_judging(each)]
                for _, each in sorted(material.recommendations.items(), key=lambda item: item[0])
            ],
        ]
        for findings in (material.now, material.before):
            parts += [
                [astuple(visit) for visit in findings.visits],
                [material.tree.unit_of(visit.department, visit.day) for visit in findings.visits],
                [[*astuple(row)[:-1], sorted(row.crowd.people), row.crowd.unnamed] for row in findings.rows],
            ]
        parts += [material.sums, material.comparable.sums, material.breaches, material.replied]
        # What pools: that an editor said so changes figures, not text.
        parts.append(sorted((pk, str(lineage), since) for pk, (lineage, since) in material.meanings.items()))
        return hashlib.sha256(json.dumps(parts, default=str, ensure_ascii=True).encode("ascii")).hexdigest()


def _judging(recommendation: Recommendation) -> list[Any]:
    judged = getattr(recommendation, "assessability", None)
    if judged is None:
        return []
    confirmed = [judged.confirmed_at, judged.question_confirmed_at]
    gate = [judged.occasion.label, judged.occasion.confirmed_at] if judged.occasion else []
    return [judged.mystery, judged.observation, judged.documents, *confirmed, *gate]


def gather(department: Department, period: Period, *, as_of: datetime.datetime | None = None) -> DepartmentData:
    """Read what the report needs, in a fixed number of queries, however many audits there are.

    Audits submitted after `as_of` are left out, and whom HR named later is not named yet. Without it, everything
    counts, and the report states the instant at which these data last changed; so the same data give the same report
    whenever it is made.
    """
    previous, asked = period.previous(), as_of
    tree = tallies.subtree(department, previous.first_day, period.last_day)
    known = Q(submitted_at__lte=as_of) if as_of else Q()
    now, before = (_findings(tree.visits(each) & known, as_of) for each in (period, previous))
    in_both = tree.visits(period) | tree.visits(previous)
    if as_of is None:
        # Without data, the day that the report speaks of or, when that is still to come, today.
        as_of = tallies.last_change(in_both) or min(period.end, day_start(timezone.localdate()))
    editions = _editions(now, period)
    recommendations = _recommendations(editions)
    used = {visit.edition for visit in (*now.visits, *before.visits)} | {edition.pk for edition in editions}
    if len(used) > 1:
        found = meanings(Edition.objects.filter(pk__in=used))
    else:
        found = {pk: (each.lineage, each.standard.edition_id) for pk, each in recommendations.items()}
    material = Material(
        yardstick=Yardstick(settings.SCORE_TARGET_PERCENT, settings.SMALLEST_SAMPLE),
        tree=tree,
        staff=tallies.people_employed(tree, period),
        department=department,
        units=Department.objects.in_bulk(sorted({tree.root, *tree.units})),
        editions=editions,
        recommendations=recommendations,
        meanings=found,
        now=now,
        before=before,
        breaches=tallies.critical_breaches(now.scope, asked) if now.visits else [],
        replied=tallies.replied(now.scope, as_of) if now.visits else 0,
    )
    return DepartmentData(department, period, material, as_of)


def department_report(
    department: Department,
    period: Period,
    *,
    as_of: datetime.datetime | None = None,
    data: DepartmentData | None = None,
) -> DepartmentReport:
    """The report; reads only, at most 20 queries. `data`: what `gather` has already read for the same arguments."""
    data = data or gather(department, period, as_of=as_of)
    material = data.material
    sections = method_sections(material)
    editions = tuple(_facts(edition, material.recommendations_of(edition.pk)) for edition in material.editions)
    return DepartmentReport(
        office=settings.OFFICE_NAME,
        department_code=department.code,
        department_name=department.name,
        period=period,
        previous=period.previous(),
        as_of=data.as_of,
        fingerprint=data.fingerprint,
        code_version=CODE_VERSION,
        target_percent=material.yardstick.target_percent,
        smallest_sample=material.yardstick.smallest_sample,
        audits=len(material.now.visits),
        audits_before=len(material.before.visits),
        methods=sections,
        editions=editions,
        limitations=limitations_of(sections, editions, replied=material.replied),
    )


def _findings(scope: Q, as_of: datetime.datetime | None) -> Findings:
    visits = tallies.visits(scope, as_of)
    if not visits:
        return Findings(scope)
    return Findings(scope, visits, tallies.tallies_by_recommendation(scope, as_of))


def _editions(now: Findings, period: Period) -> list[Edition]:
    """Those by which the period's audits were made; where there are none, the one in force on its last day."""
    used = {visit.edition for visit in now.visits}
    if not used:
        return list(Edition.objects.in_force_on(period.last_day).select_related("publication")[:1])
    found = Edition.objects.filter(pk__in=used).select_related("publication")
    return list(found.order_by(F("publication__effective_from").asc(nulls_last=True), "pk"))


def _recommendations(editions: list[Edition]) -> dict[int, Recommendation]:
    """By key, in the order of the text."""
    found = (
        Recommendation.objects.filter(standard__edition__in=editions)
        .select_related("standard__area", "assessability__occasion")
        .prefetch_related(Prefetch("points", Point.objects.order_by("position")))
        .order_by("standard__edition", "standard__area__position", "standard__position", "position")
    )
    return {each.pk: each for each in found}


def _facts(edition: Edition, recommendations: list[Recommendation]) -> EditionFacts:
    publication = getattr(edition, "publication", None)
    areas: dict[int, dict[int, list[Recommendation]]] = {}
    for each in recommendations:
        areas.setdefault(each.standard.area_id, {}).setdefault(each.standard_id, []).append(each)
    return EditionFacts(
        code=edition.code,
        title=edition.title,
        legal_basis=publication.legal_basis if publication else "",
        effective_from=publication.effective_from if publication else None,
        recommendations=len(recommendations),
        areas=tuple(_area_text(list(standards.values())) for standards in areas.values()),
        proposed=_proposed(recommendations),
    )


def _proposed(recommendations: list[Recommendation]) -> Proposed:
    """What nobody of the office has confirmed yet of how these are judged."""
    judged = []
    for each in recommendations:
        if row := getattr(each, "assessability", None):
            row.recommendation = each  # read already, with its standard
            judged.append(row)
    gates = {row.occasion.pk: row.occasion for row in judged if row.occasion}
    found = unconfirmed_among(judged, sorted(gates.values(), key=lambda gate: gate.position))
    order = [each.label for each in recommendations]
    return Proposed(
        tuple(found.rows),
        tuple(found.questions),
        tuple(found.gates),
        in_short(found.rows, order),
        in_short(found.questions, order),
    )


def in_short(labels: list[str], order: list[str]) -> str:
    """Labels that follow each other in the text as ranges: "1.1–1.4, 2.2"."""
    place = {label: index for index, label in enumerate(order)}
    ranges: list[list[str]] = []
    for label in labels:
        if ranges and place[label] == place[ranges[-1][-1]] + 1:
            ranges[-1] = [ranges[-1][0], label]
        else:
            ranges.append([label])
    return ", ".join("–".join(ends) for ends in ranges)


def _area_text(standards: list[list[Recommendation]]) -> AreaText:
    area = standards[0][0].standard.area
    return AreaText(
        area.number,
        area.title,
        tuple(
            StandardText(rows[0].standard.number, rows[0].standard.title, tuple(map(recommendation_text, rows)))
            for rows in standards
        ),
    )


def recommendation_text(recommendation: Recommendation) -> RecommendationText:
    return RecommendationText(
        recommendation.label,
        recommendation.text,
        emphasis_of(recommendation.emphasis),
        tuple(PointText(point.text, emphasis_of(point.emphasis)) for point in recommendation.points.all()),
    )


def emphasis_of(ranges: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in ranges)

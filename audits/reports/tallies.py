"""What the database counts for reports: grouped sums over counted audits, in a fixed number of queries."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    Count,
    Exists,
    F,
    Max,
    Min,
    OuterRef,
    Q,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils import timezone

from audits.choices import AuditStatus, Verdict
from audits.models import Ancestry, Answer, Audit, Department, Employment, Identification, Statement
from audits.reports.periods import Period, day_start
from audits.reports.suppression import Crowd
from audits.scoring import POINTS, PRECEDENCE, RATED, Mark, Score, Tally, score_of
from standards.choices import Attribution

_ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Place:
    """That a department stood below another, or was it (depth 0), from one day until another."""

    department: int
    depth: int
    since: datetime.date
    until: datetime.date | None

    def holds_on(self, day: datetime.date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True)
class Subtree:
    """A department and all that was below it, day by day."""

    root: int
    places: tuple[Place, ...]
    # For every unit directly below the root: what was below that unit.
    units: dict[int, tuple[Place, ...]]

    def visits(self, period: Period) -> Q:
        """Audits that took place in the period in what was then the subtree."""
        found = Q(pk__in=())
        after_last = period.last_day + _ONE_DAY
        stays: dict[tuple[datetime.date, datetime.date], list[int]] = {}
        for place in self.places:
            since, until = max(place.since, period.first_day), min(place.until or after_last, after_last)
            if since < until:
                stays.setdefault((since, until), []).append(place.department)
        for (since, until), departments in stays.items():
            found |= Q(
                department_id__in=sorted(departments),
                took_place_at__gte=day_start(since),
                took_place_at__lt=day_start(until),
            )
        return found

    def unit_of(self, department: int, day: datetime.date) -> int:
        """The unit directly below the root to which the department belonged on that day; the root's own is the root."""
        for place in self.places:
            if place.depth == 1 and place.holds_on(day):
                below = self.units.get(place.department, ())
                if any(each.department == department and each.holds_on(day) for each in below):
                    return place.department
        return self.root


def subtree(department: Department, first_day: datetime.date, last_day: datetime.date) -> Subtree:
    """The structure in these days, in two queries."""

    def places(ancestors: Any) -> list[tuple[int, Place]]:
        rows = (
            Ancestry.objects.filter(Q(until__isnull=True) | Q(until__gt=first_day), since__lte=last_day)
            .filter(ancestor__in=ancestors)
            .order_by("ancestor_id", "descendant_id", "since")
            .values_list("ancestor_id", "descendant_id", "depth", "since", "until")
        )
        return [(ancestor, Place(*rest)) for ancestor, rest in ((row[0], row[1:]) for row in rows)]

    own = tuple(place for _, place in places([department.pk]))
    units: dict[int, list[Place]] = {place.department: [] for place in own if place.depth == 1}
    for unit, place in places(list(units)):
        units[unit].append(place)
    return Subtree(department.pk, own, {unit: tuple(below) for unit, below in units.items()})


def people_employed(tree: Subtree, period: Period) -> int:
    """Different people employed in the subtree at any time of the period."""
    return (
        Employment.objects.filter(Q(until__isnull=True) | Q(until__gt=period.first_day), since__lte=period.last_day)
        .filter(department_id__in={place.department for place in tree.places})
        .aggregate(people=Count("employee", distinct=True))["people"]
    )


@dataclass(frozen=True, slots=True)
class Visit:
    """One counted audit, without its answers."""

    audit: int
    edition: int
    method: str
    channel: str
    department: int
    employee: int | None
    auditor: int
    took_place_at: datetime.datetime
    opened_at: datetime.datetime
    # Submitted, or set aside until what comes later can be judged.
    finished_at: datetime.datetime
    waiting_minutes: int | None
    selection: str

    @property
    def day(self) -> datetime.date:
        return timezone.localtime(self.took_place_at, timezone.get_default_timezone()).date()

    @property
    def stratum(self) -> tuple[str, str]:
        return (self.method, self.channel)


def _of_person(path: str, as_of: datetime.datetime | None, prefix: str = "") -> Any:
    """What stands at that path from the audit to its person; of a mystery shopper's audit, as HR had said by `as_of`.

    So what a report of an earlier instant says of people stays true of it, whoever was named since.
    """
    if as_of is None:
        return F(f"{prefix}{path}")
    said = Identification.objects.filter(audit=OuterRef(f"{prefix}pk"), at__lte=as_of).order_by("-pk")
    return Case(
        When(**{f"{prefix}assignment__isnull": False}, then=Subquery(said.values(path)[:1])),
        default=F(f"{prefix}{path}"),
        output_field=BigIntegerField() if path.endswith("_id") else CharField(),
    )


def visits(scope: Q, as_of: datetime.datetime | None = None) -> list[Visit]:
    """The counted audits of a scope (`Subtree.visits`), in the order in which they took place.

    `as_of`: with the people whom HR had named by then.
    """
    rows = Audit.objects.counted().filter(scope).order_by("took_place_at", "pk")
    return [
        Visit(*row)
        for row in rows.values_list(
            "pk",
            "edition_id",
            "method",
            "channel",
            "department_id",
            _of_person("employee_id", as_of),
            "auditor_id",
            "took_place_at",
            "opened_at",
            Coalesce("set_aside_at", "submitted_at"),
            "waiting_minutes",
            "selection",
        )
    ]


def last_change(scope: Q) -> datetime.datetime | None:
    """When a scope's audits last came to be other than before; None where there is none."""
    found = Audit.objects.filter(scope, status__in=(AuditStatus.SUBMITTED, AuditStatus.ANNULLED)).aggregate(
        submitted=Max("submitted_at"),
        annulled=Max("annulments__decided_at", filter=Q(annulments__approved=True)),
        corrected=Max("correction__decided_at", filter=Q(correction__approved=True)),
        # Notes of critical breaches are printed.
        redacted=Max("redactions__redacted_at"),
        # Units are merged by how many people were audited in them.
        identified=Max("identifications__at"),
        replied=Max("statements__made_at"),
    )
    return max((instant for instant in found.values() if instant), default=None)


def replied(scope: Q, as_of: datetime.datetime) -> int:
    """To how many of a scope's counted audits the person assessed had replied by then."""
    statement = Statement.objects.filter(audit=OuterRef("pk"), made_at__lte=as_of)
    return Audit.objects.counted().filter(scope).filter(Exists(statement)).count()


def _counted(scope: Q) -> Any:
    return Answer.objects.filter(audit__in=Audit.objects.counted().filter(scope)).order_by()


_VERDICT_COUNTS = {verdict: Count("pk", filter=Q(verdict=verdict)) for verdict in Verdict.values} | {
    "unanswered": Count("pk", filter=Q(verdict=""))
}
_IS_RATED = Q(verdict__in=RATED)
_POINTS = Case(*(When(verdict=verdict, then=Value(points)) for verdict, points in POINTS.items()), default=Value(0))
_RANK = Case(*(When(verdict=verdict, then=Value(rank)) for rank, verdict in enumerate(PRECEDENCE)))


@dataclass
class AuditScores:
    """One audit's sums: a matter counted once in the total and in each area, every row in each standard."""

    total: Score = field(default_factory=Score)
    areas: dict[int, Score] = field(default_factory=dict)
    standards: dict[int, Score] = field(default_factory=dict)


# By method: recommendations that count in another standard than their own, and that standard (`Pooling.places`).
Places = dict[str, dict[int, int]]


def _place(places: Places) -> Any:
    whens = []
    for method, standard_of in sorted(places.items()):
        recommendations: dict[int, list[int]] = {}
        for recommendation, standard in sorted(standard_of.items()):
            recommendations.setdefault(standard, []).append(recommendation)
        whens += [
            When(audit__method=method, recommendation_id__in=found, then=Value(standard))
            for standard, found in sorted(recommendations.items())
        ]
    own = F("recommendation__standard_id")
    return Case(*whens, default=own, output_field=BigIntegerField()) if whens else own


def sums_by_audit(scope: Q, only: Q | None = None, places: Places | None = None) -> list[tuple[Any, ...]]:
    """For each audit, standard and matter ("" for rows of no matter): the sums from which `audit_scores` are made.

    `only` takes some of the answers (`only_rows`, `without_rows`); `places` says which count elsewhere.
    Rows: audit, standard, matter, met, partly, not_met, not_applicable, not_observed, unanswered, Σ weight,
    Σ weight·points and Σ weight² over rated answers, the least rank in scoring.PRECEDENCE, the greatest weight.
    """
    return list(
        _counted(scope)
        .filter(only or Q())
        .annotate(place=_place(places or {}))
        .values("audit_id", "place", "same_matter")
        .annotate(
            **_VERDICT_COUNTS,
            weights=Sum("weight", filter=_IS_RATED, default=0),
            points=Sum(F("weight") * _POINTS, filter=_IS_RATED, default=0),
            weights_sq=Sum(F("weight") * F("weight"), filter=_IS_RATED, default=0),
            rank=Min(_RANK),
            greatest_weight=Max("weight"),
        )
        .order_by("audit_id", "place", "same_matter")
        .values_list(
            "audit_id",
            "place",
            "same_matter",
            *_VERDICT_COUNTS,
            "weights",
            "points",
            "weights_sq",
            "rank",
            "greatest_weight",
        )
    )


def audit_scores(rows: Iterable[tuple[Any, ...]], area_of: dict[int, int]) -> dict[int, AuditScores]:
    """Each audit's scores from `sums_by_audit`, equal to those of `scoring`. `area_of` maps standards to areas."""
    found: dict[int, AuditScores] = {}
    # A matter's verdict is that of its least rank, its weight the greatest: both can be taken group by group.
    matters: dict[tuple[int, int | None, str], tuple[int, int]] = {}
    for audit, standard, matter, *counts, weights, points, weights_sq, rank, greatest_weight in rows:
        scores = found.setdefault(audit, AuditScores())
        score = Score(Tally(*counts), points=points, weight=weights, weight_sq=weights_sq)
        area = area_of[standard]
        scores.standards[standard] = scores.standards.get(standard, _NOTHING) + score
        if matter:
            for key in ((audit, area, matter), (audit, None, matter)):
                least, greatest = matters.get(key, (rank, greatest_weight))
                matters[key] = (min(least, rank), max(greatest, greatest_weight))
        else:
            scores.areas[area] = scores.areas.get(area, _NOTHING) + score
            scores.total += score
    for (audit, place, _matter), (rank, weight) in matters.items():
        score = _of_one(PRECEDENCE[rank], weight)
        scores = found[audit]
        if place is None:
            scores.total += score
        else:
            scores.areas[place] = scores.areas.get(place, _NOTHING) + score
    return found


_NOTHING = Score()


def _of_one(verdict: str, weight: int) -> Score:
    return score_of([Mark(verdict, weight)])


@dataclass(frozen=True, slots=True)
class RowTally:
    """How one recommendation was judged in the audits of one edition, method and channel.

    `crowd` stands behind it: whose service was rated. What did not occur or was not observed says nothing of anybody.
    """

    edition: int
    method: str
    channel: str
    recommendation: int
    tally: Tally
    critical: int
    refrain: int
    of_unit: int
    crowd: Crowd

    def __add__(self, other: "RowTally") -> "RowTally":
        return RowTally(
            self.edition,
            self.method,
            self.channel,
            self.recommendation,
            self.tally + other.tally,
            self.critical + other.critical,
            self.refrain + other.refrain,
            self.of_unit + other.of_unit,
            # Audits of another edition or channel are other audits.
            Crowd(self.crowd.people | other.crowd.people, self.crowd.unnamed + other.crowd.unnamed),
        )


def tallies_by_recommendation(scope: Q, as_of: datetime.datetime | None = None) -> list[RowTally]:
    """One for each edition, method, channel and recommendation; read by person, so that it is known who is behind.

    `as_of`: as in `visits`.
    """
    keys = ("audit__edition_id", "audit__method", "audit__channel", "recommendation_id")
    rows = (
        _counted(scope)
        .annotate(person=_of_person("employee_id", as_of, "audit__"))
        .values(*keys, "person")
        .annotate(
            **_VERDICT_COUNTS,
            critical_rows=Count("pk", filter=Q(critical=True)),
            refrain_rows=Count("pk", filter=Q(refrain=True)),
            unit_rows=Count("pk", filter=Q(attribution=Attribution.UNIT)),
        )
        .order_by(*keys, "person")
        .values_list(*keys, "person", *_VERDICT_COUNTS, "critical_rows", "refrain_rows", "unit_rows")
    )
    return [_tallied(key, list(of_row)) for key, of_row in groupby(rows, key=lambda row: row[:4])]


def _tallied(key: tuple[Any, ...], rows: list[tuple[Any, ...]]) -> RowTally:
    sums = [sum(column) for column in zip(*(row[5:] for row in rows), strict=True)]
    # The first three verdicts are the rated ones; an audit has each row once.
    rated = [(row[4], sum(row[5 : 5 + len(RATED)])) for row in rows]
    people = frozenset(person for person, answers in rated if person is not None and answers)
    unnamed = sum(answers for person, answers in rated if person is None)
    edition, method, channel, recommendation = key
    critical, refrain, of_unit = sums[6:]
    crowd = Crowd(people, unnamed)
    return RowTally(edition, method, channel, recommendation, Tally(*sums[:6]), critical, refrain, of_unit, crowd)


def without_rows(rows_of_method: dict[str, frozenset[int]]) -> Q:
    """All answers but those to these recommendations in a method's audits."""
    found = Q()
    for method, recommendations in sorted(rows_of_method.items()):
        if recommendations:
            found &= ~Q(audit__method=method, recommendation_id__in=sorted(recommendations))
    return found


def only_rows(rows_of_stratum: dict[tuple[str, str], set[int]]) -> Q:
    """Answers to these recommendations alone, by method and channel of their audits."""
    found = Q(pk__in=())
    for (method, channel), recommendations in sorted(rows_of_stratum.items()):
        found |= Q(audit__method=method, audit__channel=channel, recommendation_id__in=sorted(recommendations))
    return found


def critical_breaches(scope: Q, as_of: datetime.datetime | None = None) -> list[tuple[Any, ...]]:
    """Rows: audit, recommendation, desk, note, and what may name the audited person, to keep it out of the report."""
    return list(
        _counted(scope)
        .filter(critical=True, verdict=Verdict.NOT_MET)
        .order_by("audit__took_place_at", "audit_id", "position", "pk")
        .values_list(
            "audit_id",
            "recommendation_id",
            "audit__desk",
            "note",
            _of_person("employee__last_name", as_of, "audit__"),
            _of_person("employee__first_name", as_of, "audit__"),
            "audit__as_named",
        )
    )

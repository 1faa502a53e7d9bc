"""What a department and a period would give, said before a report is ordered; and what next to it gives a score."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils import timezone

from audits import access
from audits.choices import ReportLevel, Role
from audits.figures import disclosure
from audits.figures.sums import moments_of, total_from_json
from audits.figures.verdicts import RATED
from audits.models import Answer, Audit, Department, User
from audits.models.periods import HALF_YEAR, QUARTER, Period, day_start, half_year, whole_year
from audits.reports.closings.granules import lengths_of
from audits.reports.closings.kept import Closed, newest_sums, read_closed, why_nothing
from audits.reports.closings.office import places
from audits.reports.department.pooling import pooled_editions, rows_seen
from audits.reports.department.texts import read_texts
from audits.reports.live import Spans, Structure
from standards.choices import Method

_ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MethodYield:
    """`audits` that would be in it; without any, `absence` and `granule` say why as in `headline.Found`."""

    method: str
    audits: int = 0
    has_score: bool = False
    absence: str = ""
    granule: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A department, a period and a level, and what each method would give there."""

    department: Department
    period: Period
    level: ReportLevel
    methods: tuple[MethodYield, ...]

    @property
    def has_score(self) -> bool:
        return any(each.has_score for each in self.methods)

    @property
    def audits(self) -> int:
        return sum(each.audits for each in self.methods)


@dataclass(frozen=True, slots=True)
class Yields:
    """What was chosen, at each level that the account may ask for; and instead of what gives no score, the nearest
    that does: first a longer period of the same department, the shortest, then the departments above it."""

    offers: tuple[Offer, ...]
    instead: Mapping[ReportLevel, Offer]


def yields(department: Department, period: Period, *, by: User) -> Yields:
    """Counts alone; scores are the report's to say. So many queries a level, six more for several editions."""
    longer = [period, *_longer(period)]
    above = [department, *_above(department)]
    allowed = set(
        access.departments_to_report(by).filter(pk__in=[each.pk for each in above]).values_list("pk", flat=True)
    )
    of_hr = set(access.departments_of(by, Role.HR).filter(pk__in=allowed).values_list("pk", flat=True))
    reads = {ReportLevel.GENERAL: (_kept, allowed), ReportLevel.FULL: (_live, of_hr)}
    offers: list[Offer] = []
    instead: dict[ReportLevel, Offer] = {}
    for level, (read, may_ask) in reads.items():
        if department.pk not in may_ask or (level == ReportLevel.GENERAL and not period.is_fixed):
            continue
        choices = [(department, each) for each in longer] + [(each, period) for each in above[1:] if each.pk in may_ask]
        found = read(choices)
        made = [Offer(unit, days, level, found[unit.pk, days]) for unit, days in choices]
        offers.append(made[0])
        if not made[0].has_score and (better := next((each for each in made[1:] if each.has_score), None)):
            instead[level] = better
    return Yields(tuple(offers), instead)


def _longer(period: Period) -> list[Period]:
    year, month = period.last_day.year, period.last_day.month
    halves = [half_year(year, 1 if month <= 6 else 2)] if period.kind == QUARTER else []
    years = [whole_year(year)] if period.kind in (QUARTER, HALF_YEAR) else []
    return halves + years


def _above(department: Department) -> list[Department]:
    """Today, the nearest first."""
    parents = {each.pk: each for each in Department.objects.all()}
    found: list[Department] = []
    at = department.parent_id
    while at is not None and parents[at] not in found:
        found.append(parents[at])
        at = parents[at].parent_id
    return found


_Found = dict[tuple[int, Period], tuple[MethodYield, ...]]
# By edition and channel: how many audits count for a score.
_Counts = Counter[tuple[int, str]]


class _Pooling:
    """Whether audits make a score: those of one edition, or of several that share enough to have one."""

    def __init__(self, counts: Iterable[_Counts]) -> None:
        editions = [{edition for edition, _channel in each} for each in counts]
        several = set[int]().union(*(each for each in editions if len(each) > 1))
        self.texts = read_texts(several, otherwise=None) if several else None

    def has_score(self, method: str, counts: _Counts) -> bool:
        audits: Counter[int] = Counter()
        channels: dict[int, set[str]] = {}
        for (edition, channel), number in counts.items():
            audits[edition] += number
            channels.setdefault(edition, set()).add(channel)
        if len(audits) > 1 and self.texts is not None:
            rows = {each: rows_seen(each, method, found, self.texts) for each, found in channels.items()}
            pooled = pooled_editions(audits, rows, self.texts)
            return sum(audits[edition] for edition in pooled) >= settings.SMALLEST_SAMPLE
        return audits.total() >= settings.SMALLEST_SAMPLE


def _kept(choices: Collection[tuple[Department, Period]]) -> _Found:
    days = [period for _department, period in choices]
    closed = read_closed(min(each.first_day for each in days), max(each.last_day for each in days))
    wanted = {(unit.pk, period): _contents(closed, unit.pk, period) for unit, period in choices}
    blocks = {block.pk for each in wanted.values() for contents in each.values() for block in contents.blocks}  # type: ignore[attr-defined]
    rows = newest_sums().filter(block__in=blocks).values_list("block", "audits", "sums__total")
    counts = {block: (audits, moments_of(total_from_json(total)).audits) for block, audits, total in rows}
    rated: dict[tuple[int, Period, str], _Counts] = {}
    for key, each in wanted.items():
        for method, contents in each.items():
            of_method = rated[(*key, method)] = _Counts()
            for block in contents.blocks:
                of_method[block.key.edition, block.key.channel] += counts[block.pk][1]  # type: ignore[attr-defined]
    pooling = _Pooling(rated.values())
    found: _Found = {}
    for key, each in wanted.items():
        made = []
        for method, contents in each.items():
            if contents.blocks:
                audits = sum(counts[block.pk][0] for block in contents.blocks)  # type: ignore[attr-defined]
                made.append(MethodYield(method, audits, pooling.has_score(method, rated[(*key, method)])))
            else:
                absence, granule = why_nothing(method, contents, closed, key[1])
                made.append(MethodYield(method, absence=absence, granule=granule))
        found[key] = tuple(made)
    return found


def _contents(closed: Closed, unit: int, period: Period) -> dict[str, disclosure.Contents]:
    return {str(method): closed.contents(method, unit, period) for method in Method}


def _live(choices: Collection[tuple[Department, Period]]) -> _Found:
    periods = list(dict.fromkeys(period for _department, period in choices))
    spans = Spans(periods)
    stood, lengths = places(), lengths_of()
    structures = {unit.pk: Structure(unit.pk, lengths, stood) for unit, _period in choices}
    units = set[int]().union(*(structure.units_in(spans) for structure in structures.values()))
    is_rated = Answer.objects.filter(audit=OuterRef("pk"), verdict__in=RATED)
    audits = (
        Audit.objects.counted()
        .filter(
            department__in=units, took_place_at__gte=day_start(spans.first), took_place_at__lt=day_start(spans.after)
        )
        .annotate(is_rated=Exists(is_rated))
    )
    zone = timezone.get_default_timezone()
    counts: Counter[tuple[str, int, int, str, bool, Any]] = Counter()
    for method, unit, edition, channel, rated, took_place_at in audits.order_by().values_list(
        "method", "department_id", "edition_id", "channel", "is_rated", "took_place_at"
    ):
        if span := spans.of(took_place_at.astimezone(zone).date()):
            counts[method, unit, edition, channel, rated, span] += 1
    whole: dict[tuple[int, Period, str], int] = defaultdict(int)
    of_score: dict[tuple[int, Period, str], _Counts] = defaultdict(_Counts)
    for department, period in choices:
        for (method, unit, edition, channel, rated, span), number in counts.items():
            if spans.lies_in(span, period) and unit in structures[department.pk].below(method, span):
                whole[department.pk, period, method] += number
                of_score[department.pk, period, method][edition, channel] += number * rated
    pooling = _Pooling(of_score.values())
    return {
        (department.pk, period): tuple(
            MethodYield(
                str(method),
                whole[department.pk, period, str(method)],
                pooling.has_score(str(method), of_score[department.pk, period, str(method)]),
            )
            for method in Method
        )
        for department, period in choices
    }

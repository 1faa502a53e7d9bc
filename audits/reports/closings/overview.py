"""How far each granule of a year is: closed, to be closed, or not over yet."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Count, Exists, Min, QuerySet
from django.utils import timezone

from audits.figures.disclosure import Granule, lies_in
from audits.models import Audit, Closing, Department, Supplement
from audits.models.periods import Period, day_start, free
from audits.reports.closings.granules import lengths_of
from audits.reports.closings.versions import audits_in
from standards.choices import Method


class GranuleState(StrEnum):
    CLOSED = "closed"
    DUE = "due"
    # Its last day is not over.
    RUNNING = "running"
    # Its first day has not come.
    AHEAD = "ahead"


@dataclass(frozen=True)
class GranuleRow:
    """A method's granule on some day. `audits`: that count now; what was closed is another number."""

    method: Method
    period: Period
    audits: int
    today: datetime.date
    closing: Closing | None = None
    supplement: Supplement | None = None

    @property
    def state(self) -> GranuleState:
        if self.closing is not None:
            return GranuleState.CLOSED
        if self.period.last_day < self.today:
            return GranuleState.DUE
        return GranuleState.RUNNING if self.period.first_day <= self.today else GranuleState.AHEAD

    @property
    def closes_on(self) -> datetime.date:
        """The first day on which it can be closed."""
        return self.period.last_day + datetime.timedelta(days=1)


def years_of_granules(today: datetime.date) -> list[int]:
    """The latest first: from that of the first audit, or of the first closing, to this one."""
    first_audit = Audit.objects.counted().aggregate(at=Min("took_place_at"))["at"]
    first_closed = Closing.objects.aggregate(day=Min("first_day"))["day"]
    days = [day for day in (first_audit and timezone.localdate(first_audit), first_closed, today) if day]
    return list(range(today.year, min(days).year - 1, -1))


def granules_of_year(year: int, today: datetime.date) -> list[tuple[Method, list[GranuleRow]]]:
    """All granules of the year by method, in order, and whatever else was closed in it. Five queries."""
    of_year = Granule(datetime.date(year, 1, 1), datetime.date(year, 12, 31))
    lengths = lengths_of()
    counts = _counts(of_year)
    closed: dict[tuple[str, Granule], Closing] = {
        (closing.method, Granule(closing.first_day, closing.last_day)): closing
        for closing in _closings().filter(last_day__gte=of_year.first, last_day__lte=of_year.last)
    }
    found = []
    for method in Method:
        granules = {*lengths.granules_of(method, of_year), *(key[1] for key in closed if key[0] == method)}
        found.append(
            (
                method,
                [
                    _row(method, granule, _within(counts[method], granule), today, closed.get((method, granule)))
                    for granule in sorted(granules)
                ],
            )
        )
    return found


def open_granules(period: Period, today: datetime.date) -> list[GranuleRow]:
    """What a report of the period lacks: granules that lie in it, have audits somewhere in the office and are not
    closed, whether they are over or not. In the order in which they end. Three queries."""
    days = Granule(period.first_day, period.last_day)
    lengths = lengths_of()
    counts = _counts(days)
    closed = set(Closing.objects.values_list("method", "first_day", "last_day"))
    found = [
        _row(method, granule, audits, today, None)
        for method in Method
        for granule in lengths.granules_of(method, days)
        if lies_in(granule, days)
        and (method, granule.first, granule.last) not in closed
        and (audits := _within(counts[method], granule))
    ]
    return sorted(found, key=_order)


def due_lately(today: datetime.date) -> list[GranuleRow]:
    """What ended in the last twelve months, has audits and is not closed, in the order in which it ended.

    For the start page: however many audits there are, it looks for one of each granule. Their number stays unsaid: 0.
    """
    year = Granule(today.replace(day=1, year=today.year - 1), today)
    lengths = lengths_of()
    closed = set(Closing.objects.filter(last_day__gte=year.first).values_list("method", "first_day", "last_day"))
    open_now = [
        (method, granule)
        for method in Method
        for granule in lengths.granules_of(method, year)
        if year.first <= granule.last < today and (method, granule.first, granule.last) not in closed
    ]
    if not open_now:
        return []
    # Department by department, since it is these that an index has with their days.
    everywhere = {"department__in": Department.objects.order_by().values("pk")}
    one_of_each = [
        Exists(audits_in(method, granule.first, granule.last).counted().filter(**everywhere))
        for method, granule in open_now
    ]
    # One row, whichever, so that all is asked at once.
    asked = Department.objects.order_by("pk").values_list(*one_of_each)[:1]
    there = next(iter(asked), ())
    found = [_row(*each, 0, today, None) for each, has_audits in zip(open_now, there, strict=False) if has_audits]
    return sorted(found, key=_order)


def _order(row: GranuleRow) -> tuple[datetime.date, int, datetime.date]:
    return row.period.last_day, list(Method).index(row.method), row.period.first_day


def granule_row(method: str, period: Period, today: datetime.date) -> GranuleRow | None:
    """One of them; None where these days are neither the method's granule nor were closed."""
    granule = Granule(period.first_day, period.last_day)
    closing = _closings().filter(method=method, first_day=granule.first, last_day=granule.last).first()
    if closing is None and lengths_of().granule_of(method, granule.first) != granule:
        return None
    audits = audits_in(method, granule.first, granule.last).counted().count()
    return _row(Method(method), granule, audits, today, closing)


def _closings() -> QuerySet[Closing]:
    return Closing.objects.select_related("closed_by").prefetch_related("supplements__made_by")


def _row(method: Method, granule: Granule, audits: int, today: datetime.date, closing: Closing | None) -> GranuleRow:
    supplements = list(closing.supplements.all()) if closing else []
    last = max(supplements, key=lambda each: each.number, default=None)
    return GranuleRow(method, free(granule.first, granule.last), audits, today, closing, last)


def _counts(days: Granule) -> dict[str, dict[datetime.date, int]]:
    """How many audits count, by method and day."""
    after = days.last + datetime.timedelta(days=1)
    rows = (
        Audit.objects.counted()
        .filter(took_place_at__gte=day_start(days.first), took_place_at__lt=day_start(after))
        .order_by()
        .values_list("method", "took_place_at__date")
        .annotate(count=Count("pk"))
    )
    counts: dict[str, dict[datetime.date, int]] = defaultdict(dict)
    for method, day, count in rows:
        counts[method][day] = count
    return counts


def _within(counts: dict[datetime.date, int], granule: Granule) -> int:
    return sum(count for day, count in counts.items() if granule.first <= day <= granule.last)

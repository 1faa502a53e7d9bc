"""What is closed at once: quarters, half-years, years and waves."""

import datetime
from enum import StrEnum
from typing import NamedTuple

_ONE_DAY = datetime.timedelta(days=1)


class Length(StrEnum):
    """How long a method's granules are: set before the year begins, the same for all units."""

    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"

    @property
    def months(self) -> int:
        return _MONTHS[self]


_MONTHS = {Length.QUARTER: 3, Length.HALF_YEAR: 6, Length.YEAR: 12}


class Granule(NamedTuple):
    """What is closed at once: a quarter, a half-year, a year, or a wave with its own days. Both days are inside.

    A report's period is written the same way: any days, or (`wave` given) that wave alone.
    """

    first: datetime.date
    last: datetime.date
    wave: int | None = None


def granule_of(day: datetime.date, length: Length) -> Granule:
    """The quarter, half-year or year in which the day lies."""
    month = (day.month - 1) // length.months * length.months + 1
    first = datetime.date(day.year, month, 1)
    after = month + length.months
    return Granule(first, datetime.date(day.year + after // 13, (after - 1) % 12 + 1, 1) - _ONE_DAY)


def granules_of(period: Granule, length: Length) -> list[Granule]:
    """All granules of that length that have a day in the period, in order; of a wave, itself alone."""
    if period.wave is not None:
        return [period]
    found = [granule_of(period.first, length)]
    while found[-1].last < period.last:
        found.append(granule_of(found[-1].last + _ONE_DAY, length))
    return found


def lies_in(granule: Granule, period: Granule) -> bool:
    """Whether a report of the period may hold what the granule holds.

    A wave counts whole in the quarter, half-year and year of its last day, and in other periods that hold all of it.
    """
    if period.wave is not None:
        return granule.wave == period.wave
    ends_in = period.first <= granule.last <= period.last
    if granule.wave is not None and _is_of_quarters(period):
        return ends_in
    return ends_in and period.first <= granule.first


def _is_of_quarters(period: Granule) -> bool:
    return (
        granule_of(period.first, Length.QUARTER).first == period.first
        and granule_of(period.last, Length.QUARTER).last == period.last
    )

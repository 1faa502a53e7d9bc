"""The periods that reports cover: whole days of the office's calendar, from the first to the last, both inside."""

import datetime
import re
from dataclasses import dataclass

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

QUARTER, HALF_YEAR, YEAR, FREE = "quarter", "half_year", "year", "free"
_MONTHS = {QUARTER: 3, HALF_YEAR: 6, YEAR: 12}
_ROMAN = ("I", "II", "III", "IV")
_ONE_DAY = datetime.timedelta(days=1)
# Typing slips such as 0206 are told at once; no audits are that old or that far ahead.
_YEARS = range(2000, 2200)


class NotAPeriod(ValueError):
    """The text names no period; the message, translated, says what would."""


@dataclass(frozen=True, slots=True)
class Period:
    """Raises NotAPeriod when the last day is before the first."""

    kind: str
    first_day: datetime.date
    last_day: datetime.date

    def __post_init__(self) -> None:
        if self.last_day < self.first_day:
            raise NotAPeriod(_("The period ends before it begins."))

    @property
    def start(self) -> datetime.datetime:
        """The instant (UTC) at which the first day begins."""
        return day_start(self.first_day)

    @property
    def end(self) -> datetime.datetime:
        """The first instant (UTC) after the last day."""
        return day_start(self.last_day + _ONE_DAY)

    @property
    def is_fixed(self) -> bool:
        """A quarter, half-year or year: two of them never differ by a few days, so by a few people."""
        return self.kind != FREE

    @property
    def code(self) -> str:
        """As `parse` reads it: "2026Q3", "2026H1", "2026" or "2026-01-01..2026-03-31"."""
        year, month = self.first_day.year, self.first_day.month
        if self.kind == QUARTER:
            return f"{year}Q{(month + 2) // 3}"
        if self.kind == HALF_YEAR:
            return f"{year}H{(month + 5) // 6}"
        if self.kind == YEAR:
            return f"{year}"
        return f"{self.first_day.isoformat()}..{self.last_day.isoformat()}"

    @property
    def label(self) -> str:
        """In the language in force: "III kwartał 2026", "I półrocze 2026", "rok 2026", or both days."""
        year, month = self.first_day.year, self.first_day.month
        if self.kind == QUARTER:
            return _("quarter %(number)s of %(year)d") % {"number": _ROMAN[(month - 1) // 3], "year": year}
        if self.kind == HALF_YEAR:
            return _("half-year %(number)s of %(year)d") % {"number": _ROMAN[(month - 1) // 6], "year": year}
        if self.kind == YEAR:
            return _("year %(year)d") % {"year": year}
        first, last = (date_format(day, "j E Y") for day in (self.first_day, self.last_day))
        return first if self.first_day == self.last_day else f"{first} – {last}"

    def previous(self) -> "Period":
        """The period of the same kind just before; of a free one, as many whole months, or else days, before."""
        if months := _whole_months(self.first_day, self.last_day):
            return Period(self.kind, _months_later(self.first_day, -months), self.first_day - _ONE_DAY)
        length = self.last_day - self.first_day
        return Period(self.kind, self.first_day - _ONE_DAY - length, self.first_day - _ONE_DAY)


def day_start(day: datetime.date) -> datetime.datetime:
    """The instant, in UTC, at which that day begins in the office's time zone."""
    # Warsaw's clocks are moved at 2 and 3 in the morning, so midnight is never ambiguous nor missing.
    midnight = datetime.datetime.combine(day, datetime.time(), tzinfo=timezone.get_default_timezone())
    return midnight.astimezone(datetime.UTC)


def quarter(year: int, number: int) -> Period:
    return _fixed(QUARTER, year, 3 * number - 2)


def half_year(year: int, number: int) -> Period:
    return _fixed(HALF_YEAR, year, 6 * number - 5)


def whole_year(year: int) -> Period:
    return _fixed(YEAR, year, 1)


def free(first_day: datetime.date, last_day: datetime.date) -> Period:
    """From day to day; where these are the days of a quarter, a half-year or a year, that period."""
    for kind in (YEAR, HALF_YEAR, QUARTER):
        months = _MONTHS[kind]
        if _whole_months(first_day, last_day) == months and first_day.month % months == 1:
            return Period(kind, first_day, last_day)
    return Period(FREE, first_day, last_day)


def quarter_of(day: datetime.date) -> Period:
    return quarter(day.year, (day.month + 2) // 3)


def half_year_of(day: datetime.date) -> Period:
    return half_year(day.year, (day.month + 5) // 6)


def last_finished_quarter(today: datetime.date) -> Period:
    return quarter_of(today).previous()


def parse(text: str) -> Period:
    """The period that "2026Q3", "2026H1", "2026" or "2026-01-01..2026-03-31" names; NotAPeriod for anything else."""
    text = text.strip().upper()
    try:
        if int(text[:4]) not in _YEARS or (".." in text and int(text.split("..")[1][:4]) not in _YEARS):
            raise ValueError
        if match := re.fullmatch(r"(\d{4})Q([1-4])", text):
            return quarter(int(match[1]), int(match[2]))
        if match := re.fullmatch(r"(\d{4})H([12])", text):
            return half_year(int(match[1]), int(match[2]))
        if re.fullmatch(r"\d{4}", text):
            return whole_year(int(text))
        if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)", text):
            return free(datetime.date.fromisoformat(match[1]), datetime.date.fromisoformat(match[2]))
    except NotAPeriod:
        raise
    except (ValueError, OverflowError):
        pass  # a year or a day that no calendar has
    raise NotAPeriod(
        _("“%(text)s” names no period. Write 2026Q3, 2026H1, 2026 or 2026-01-01..2026-03-31.") % {"text": text[:40]}
    )


def _fixed(kind: str, year: int, month: int) -> Period:
    first_day = datetime.date(year, month, 1)
    return Period(kind, first_day, _months_later(first_day, _MONTHS[kind]) - _ONE_DAY)


def _whole_months(first_day: datetime.date, last_day: datetime.date) -> int:
    """How many whole calendar months these days are; 0 when they are not."""
    after = last_day + _ONE_DAY
    if first_day.day != 1 or after.day != 1:
        return 0
    return 12 * (after.year - first_day.year) + after.month - first_day.month


def _months_later(first_of_month: datetime.date, months: int) -> datetime.date:
    count = 12 * first_of_month.year + first_of_month.month - 1 + months
    return datetime.date(count // 12, count % 12 + 1, 1)


def on_day(day: datetime.date, prefix: str = "") -> Q:
    """Rows dated since/until that hold on that day; `until` is the first day on which they no longer do."""
    return Q(**{f"{prefix}since__lte": day}) & (
        Q(**{f"{prefix}until__isnull": True}) | Q(**{f"{prefix}until__gt": day})
    )


def last_day(until: datetime.date | None) -> datetime.date | None:
    """For readers, who count the last day in."""
    return until - datetime.timedelta(days=1) if until is not None else None


# Month of the first day, month and day of the last.
_FIXED_PERIODS = ((1, 3, 31), (4, 6, 30), (7, 9, 30), (10, 12, 31), (1, 6, 30), (7, 12, 31), (1, 12, 31))


def fixed_period() -> Q:
    """Reports on a quarter, a half-year or a year: two of them never differ by a few days, so by a few people."""
    of_one_year = Q(period_start__day=1, period_end__year=models.F("period_start__year"))
    ends = Q()
    for first_month, last_month, last_day in _FIXED_PERIODS:
        ends |= Q(period_start__month=first_month, period_end__month=last_month, period_end__day=last_day)
    return of_one_year & ends

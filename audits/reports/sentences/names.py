"""What methods, channels and periods are called within a sentence, in the cases that sentences need."""

import datetime
from collections.abc import Sequence
from typing import Final

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from audits.models.periods import HALF_YEAR, QUARTER, YEAR, Period
from audits.reports.headline import METHODS
from audits.reports.sentences.typography import count

_ROMAN: Final = ("I", "II", "III", "IV")


def method_name(method: str) -> str:
    """ "tajemniczy klient", within a sentence."""
    return {
        "mystery": pgettext("method in a sentence", "mystery shopper"),
        "observation": pgettext("method in a sentence", "supervisor's observation"),
        "documents": pgettext("method in a sentence", "review of documents"),
    }[method]


def method_heading(method: str) -> str:
    """ "Tajemniczy klient", where a line or a sentence begins with it."""
    return capfirst(method_name(method))


def method_short(method: str) -> str:
    """ "obserwacja", in lists and small print."""
    return {
        "mystery": pgettext("method in a sentence", "mystery shopper"),
        "observation": pgettext("method in short", "observation"),
        "documents": pgettext("method in short", "documents"),
    }[method]


def by_method(method: str) -> str:
    """ "audytów tajemniczego klienta": what the result is according to."""
    return {
        "mystery": pgettext("according to", "audits by mystery shoppers"),
        "observation": pgettext("according to", "supervisors' observation"),
        "documents": pgettext("according to", "the review of documents"),
    }[method]


def in_order(methods: Sequence[str]) -> list[str]:
    return sorted(methods, key=METHODS.index)


def channel_name(channel: str) -> str:
    """ "telefon", within a sentence."""
    return {
        "counter": pgettext("channel in a sentence", "counter"),
        "phone": pgettext("channel in a sentence", "phone"),
        "email": pgettext("channel in a sentence", "e-mail"),
        "office": pgettext("channel in a sentence", "back office"),
        "letter": pgettext("channel in a sentence", "letters"),
        "records": pgettext("channel in a sentence", "records"),
    }[channel]


def in_period(period: Period) -> str:
    """ "w II kwartale 2026"."""
    if period.kind == QUARTER:
        return pgettext("when", "in quarter %(number)s of %(year)s") % _numbered(period, 3)
    if period.kind == HALF_YEAR:
        return pgettext("when", "in half-year %(number)s of %(year)s") % _numbered(period, 6)
    if period.kind == YEAR:
        return pgettext("when", "in the year %(year)s") % _numbered(period, 12)
    if period.first_day == period.last_day:
        return pgettext("when", "on %(day)s") % {"day": _day(period.first_day)}
    return pgettext("when", "from %(first)s to %(last)s") % _days(period)


def with_period(period: Period) -> str:
    """ "z II kwartałem 2026": what is compared with."""
    if period.kind == QUARTER:
        return pgettext("compared", "with quarter %(number)s of %(year)s") % _numbered(period, 3)
    if period.kind == HALF_YEAR:
        return pgettext("compared", "with half-year %(number)s of %(year)s") % _numbered(period, 6)
    if period.kind == YEAR:
        return pgettext("compared", "with the year %(year)s") % _numbered(period, 12)
    if period.first_day == period.last_day:
        return pgettext("compared", "with %(day)s") % {"day": _day(period.first_day)}
    return pgettext("compared", "with the time from %(first)s to %(last)s") % _days(period)


def period_name(period: Period) -> str:
    """ "II kwartał 2026", in a list."""
    if period.kind == QUARTER:
        return pgettext("period", "quarter %(number)s of %(year)s") % _numbered(period, 3)
    if period.kind == HALF_YEAR:
        return pgettext("period", "half-year %(number)s of %(year)s") % _numbered(period, 6)
    if period.kind == YEAR:
        return pgettext("period", "year %(year)s") % _numbered(period, 12)
    if period.first_day == period.last_day:
        return _day(period.first_day)
    return f"{_day(period.first_day)}–{_day(period.last_day)}"


def quarter_number(period: Period) -> str:
    return _ROMAN[(period.first_day.month - 1) // 3]


def audits(number: int) -> str:
    """ "12 audytów", in the nominative."""
    return ngettext("%(n)s audit", "%(n)s audits", number) % {"n": count(number)}


def auditors(number: int) -> str:
    """ "8 audytorów", in the nominative."""
    return ngettext("%(n)s auditor", "%(n)s auditors", number) % {"n": count(number)}


def times(number: int) -> str:
    """ "5 razy"."""
    return ngettext("%(n)s time", "%(n)s times", number) % {"n": count(number)}


def first_few(names: Sequence[str], most: int = 3) -> str:
    """ "A, B, C i 2 inne": of many, the first few."""
    if len(names) <= most:
        return ", ".join(names)
    rest = len(names) - most
    return ngettext("%(named)s and %(n)s other", "%(named)s and %(n)s others", rest) % {
        "named": ", ".join(names[:most]),
        "n": count(rest),
    }


def listed(names: Sequence[str]) -> str:
    """ "A, B oraz C"."""
    if len(names) < 2:
        return "".join(names)
    return _("%(all_but_last)s and %(last)s") % {"all_but_last": ", ".join(names[:-1]), "last": names[-1]}


def _numbered(period: Period, months: int) -> dict[str, str]:
    return {"number": _ROMAN[(period.first_day.month - 1) // months], "year": str(period.first_day.year)}


def _days(period: Period) -> dict[str, str]:
    return {"first": _day(period.first_day), "last": _day(period.last_day)}


def _day(day: datetime.date) -> str:
    return f"{day.day}.{day.month:02}.{day.year}"

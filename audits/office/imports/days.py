"""Days as personnel systems and spreadsheets write them. Pure but for the reasons' words."""

import datetime
import re

from django.utils.translation import gettext as _

from standards.wording.folding import fold
from standards.wording.intake import comparable

_DATE_FORMATS = ("%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y", "%Y.%m.%d", "%Y/%m/%d", "%Y%m%d")
_DIGITS = re.compile(r"[0-9 .\-/]+")
_MIDNIGHT = re.compile(r"(?:,? |t)0?0:00(:00([.,]0+)?)?z?$")
_YEAR_SIGN = re.compile(r",? ?r(?:\.|oku)?$")
_MONTHS = (
    ("stycz", "sty"), ("lut",), ("mar",), ("kwie", "kwi"), ("maj",), ("czerw", "cze"), ("lip",), ("sierp", "sie"),
    ("wrze", "wrz"), ("pazdz", "paz"), ("listop", "lis"), ("grud", "gru"),
)  # fmt: skip
_IN_WORDS = re.compile(r"([0-9]{1,2})[ .\-]+([a-z]{3,12})[ .\-]+([0-9]{4})")
# Days since the end of 1899, as spreadsheets count them: from 1950 to 2100.
_SERIAL = re.compile(r"([0-9]{5})([.,]0+)?")
_FIRST_SERIAL, _LAST_SERIAL = 18_264, 73_415
_ORIGIN = datetime.date(1899, 12, 30)
_EARLIEST, _LATEST = datetime.date(1900, 1, 1), datetime.date(2200, 1, 1)
# Personnel systems write an end that is not known yet as the last day of this year.
_NEVER = 9999


class NoDay(ValueError):
    """`str` is the reason for the sender."""


def read_day(text: str, *, may_be_never: bool = False) -> datetime.date | None:
    """The day; None for an empty cell or an end that is not known. Raises NoDay."""
    plain = _YEAR_SIGN.sub("", _MIDNIGHT.sub("", _YEAR_SIGN.sub("", fold(comparable(text)))))
    if not plain:
        return None
    day = _in_figures(plain) or _in_words(plain) or _of_spreadsheet(plain)
    if day is not None and may_be_never and day.year == _NEVER:
        return None
    if day is None or not _EARLIEST <= day < _LATEST:
        raise NoDay(_("“%(text)s” is not a date such as 2026-03-01 or 01.03.2026.") % {"text": text})
    return day


def is_day(text: str) -> bool:
    """Whether a cell reads as a date and as nothing else: "01.02.2024" is no number of a person."""
    return re.fullmatch(r"[0-9]{1,4}[.\-/][0-9]{1,2}[.\-/][0-9]{1,4}", text) is not None and bool(_in_figures(text))


def _in_figures(plain: str) -> datetime.date | None:
    plain = plain.replace(" ", "")
    if not _DIGITS.fullmatch(plain):
        return None
    for date_format in _DATE_FORMATS:
        if date_format == "%Y%m%d" and len(plain) != 8:
            continue
        try:
            return datetime.datetime.strptime(plain, date_format).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


def _in_words(plain: str) -> datetime.date | None:
    match = _IN_WORDS.fullmatch(plain)
    if match is None:
        return None
    for month, beginnings in enumerate(_MONTHS, start=1):
        if match[2].startswith(beginnings):
            try:
                return datetime.date(int(match[3]), month, int(match[1]))
            except ValueError:
                return None
    return None


def _of_spreadsheet(plain: str) -> datetime.date | None:
    match = _SERIAL.fullmatch(plain)
    if match is None or not _FIRST_SERIAL <= int(match[1]) <= _LAST_SERIAL:
        return None
    return _ORIGIN + datetime.timedelta(days=int(match[1]))

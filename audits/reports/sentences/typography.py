"""How a number is written, and which words must not part at the end of a line."""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import wraps
from typing import Final, ParamSpec

NBSP: Final = "\N{NO-BREAK SPACE}"
_MINUS: Final = "\N{MINUS SIGN}"
# From here on thousands are set apart: 9999, but 10 000.
_LONG: Final = 10_000

_P = ParamSpec("_P")

_YEAR_AFTER = ("kwartał", "kwartale", "kwartałem", "półrocze", "półroczu", "półroczem", "rok", "roku", "rokiem")
# A whole number and what is counted, or points of per cent. Not a year ("w II kwartale 2026 były") and not a day
# ("9.02.2026 nie było"): those end a phrase, and what follows may stand on the next line.
_COUNTED = re.compile(
    "".join(f"(?<!{word} )" for word in _YEAR_AFTER)
    + r"(?<![\d.,–/-])((?:\d+(?:\N{NO-BREAK SPACE}\d+)*)(?= [^\W\d])|[+−]?\d+,\d(?= pkt)) "
)
_YEAR_WORD = re.compile(r"\b(rok|roku|rokiem) (?=\d)")
_ONE_LETTER = re.compile(r"(?<!\w)([aiouwzAIOUWZ]) ")
_POINTS = re.compile(r"\b(pkt) (?=proc\b)")
_ROMAN = re.compile(r"\b(I|II|III|IV) (?=kwarta|półrocz)")


def bound(text: str) -> str:
    """With no-break spaces after one-letter words and between a number and what is counted."""
    for pattern in (_COUNTED, _YEAR_WORD, _ROMAN, _POINTS, _ONE_LETTER):
        text = pattern.sub(rf"\1{NBSP}", text)
    return text


def binding(sentence: Callable[_P, str]) -> Callable[_P, str]:
    """A function whose text is bound."""

    @wraps(sentence)
    def bound_sentence(*args: _P.args, **kwargs: _P.kwargs) -> str:
        return bound(sentence(*args, **kwargs))

    return bound_sentence


def number(value: Decimal) -> str:
    """One decimal after a comma: "90,2", "−4,0"."""
    text = f"{abs(value):.1f}".replace(".", ",")
    return f"{_MINUS}{text}" if value < 0 else text


def percent(value: Decimal | int) -> str:
    return f"{value}%" if isinstance(value, int) else f"{number(value)}%"


def signed(value: Decimal) -> str:
    """A difference: "+3,8", "−4,0", "0,0"."""
    return f"+{number(value)}" if value > 0 else number(value)


def count(value: int) -> str:
    return str(value) if value < _LONG else f"{value:,}".replace(",", NBSP)


def ends(low: Decimal, high: Decimal) -> str:
    """An interval in a table: "82,9–94,6"."""
    return f"{number(low)}–{number(high)}"

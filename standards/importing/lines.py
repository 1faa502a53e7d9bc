"""Lines of a foreign annex, each with its pattern: the mark that it begins with, or else how it is written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy


class Role(StrEnum):
    """What a line is."""

    ORIGIN = "origin"
    TITLE = "title"
    AREA = "area"
    STANDARD = "standard"
    RATIONALE_HEADING = "rationale_heading"
    RATIONALE = "rationale"
    RECOMMENDATIONS_HEADING = "recommendations_heading"
    RECOMMENDATION = "recommendation"
    POINT = "point"
    CONTINUATION = "continuation"
    LEFT_OUT = "left_out"


ROLES = {
    Role.ORIGIN: gettext_lazy("to which act it belongs"),
    Role.TITLE: gettext_lazy("title"),
    Role.AREA: gettext_lazy("area"),
    Role.STANDARD: gettext_lazy("standard"),
    Role.RATIONALE_HEADING: gettext_lazy("heading of the rationale"),
    Role.RATIONALE: gettext_lazy("rationale"),
    Role.RECOMMENDATIONS_HEADING: gettext_lazy("heading of the recommendations"),
    Role.RECOMMENDATION: gettext_lazy("recommendation"),
    Role.POINT: gettext_lazy("point of a recommendation"),
    Role.CONTINUATION: gettext_lazy("goes on from the line before"),
    Role.LEFT_OUT: gettext_lazy("left out"),
}
# What an editor may say of a mark; of lines without one everything may be said.
SAYABLE = (
    Role.AREA, Role.STANDARD, Role.RECOMMENDATION, Role.POINT, Role.RATIONALE, Role.CONTINUATION, Role.LEFT_OUT,
)  # fmt: skip

_ROMAN = "[IVXLC]{1,7}"
# By name, as it is shown to the editor: the mark, its label as group 1, the text after it as group 2. The first that
# fits; in the order of what stands above what.
BY_MARK: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "Rozdział I",
            rf"(?:Rozdział|ROZDZIAŁ|Dział|DZIAŁ|Część|CZĘŚĆ)\s+({_ROMAN}|\d{{1,3}}|[A-Z])[.:)]?\s*[-–—]?\s*(.*)",
        ),
        ("OBSZAR A", rf"(?:OBSZAR|Obszar)\s+({_ROMAN}|\d{{1,3}}|[A-Z])[.:)]?\s*[-–—]?\s*(.*)"),
        ("I.", rf"({_ROMAN})[.)]\s+(.*)"),
        (
            "STANDARD 1",
            rf"(?:STANDARD|Standard)\s+(?:nr\s+)?((?:{_ROMAN}\.|[A-Z]\.)?\d{{1,4}}[a-z]?|{_ROMAN})[.:)]?\s*[-–—]?\s*(.*)",
        ),
        ("§ 1", r"§\s*(\d{1,4}[a-z]?)[.)]?\s*(.*)"),
        ("1.1.", r"\d{1,3}\.(\d{1,3}[a-z]?)[.)]?\s+(.*)"),
        ("ust. 1", r"[Uu]st\.\s*(\d{1,4}[a-z]?)[.)]?\s*(.*)"),
        ("1.", r"(\d{1,4}[a-z]?)\.(?:\s+(.*))?"),
        ("1)", r"\(?(\d{1,4}[a-z]?)\)(?:\s+(.*))?"),
        ("a)", r"([a-z])\)\s*(.*)"),
        ("–", r"()[-–—•*·▪◦]\s+(.*)"),
    )
)
MARKS = tuple(name for name, _pattern in BY_MARK)
ABOVE = ("Rozdział I", "OBSZAR A", "I.")
COUNTED = ("1.1.", "ust. 1", "1.", "1)", "a)", "–")
# What may stand on the same line with a mark below it: "§ 3. 1. …".
_OVER_OTHERS = ("§ 1", "ust. 1", "1.")
_BULLETS = "-–—•*·▪◦ "


class Plain(StrEnum):
    """How a line without a mark is written. Which of these it is decides nothing: it is what an editor speaks of."""

    RATIONALE = "rationale"
    RECOMMENDATIONS = "recommendations"
    PAGE = "page"
    TABLE = "table"
    CAPITALS = "capitals"
    SMALL = "small"
    COLON = "colon"
    SENTENCE = "sentence"
    PHRASE = "phrase"


PLAIN = {
    Plain.RATIONALE: gettext_lazy("“Uzasadnienie”"),
    Plain.RECOMMENDATIONS: gettext_lazy("“Zalecenia”, “Zasady”"),
    Plain.PAGE: gettext_lazy("number of a page"),
    Plain.TABLE: gettext_lazy("head of a table"),
    Plain.CAPITALS: gettext_lazy("in capitals throughout"),
    Plain.SMALL: gettext_lazy("begins with a small letter"),
    Plain.COLON: gettext_lazy("ends with a colon"),
    Plain.SENTENCE: gettext_lazy("a sentence with its full stop"),
    Plain.PHRASE: gettext_lazy("begins with a capital, no full stop"),
}
# The first that fits; what none of them fits is a phrase.
_PLAIN: tuple[tuple[Plain, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (Plain.RATIONALE, r"(?i:Uzasadnienie(?: wprowadzenia)?(?: standardu)?\s*:?)"),
        (Plain.RECOMMENDATIONS, r"(?i:(?:Zalecenia|Zasady|Wymagania|Wskazówki)\s*:?)"),
        (Plain.PAGE, r"(?:-\s*)?(?:[Ss]tr(?:ona|\.)\s*)?\d{1,4}(?:\s*(?:z|/)\s*\d{1,4})?(?:\s*-)?"),
        (Plain.TABLE, r"(?i:(?:L\.?\s?p\.?|Nr)(?:\s.*)?)"),
        (Plain.COLON, r".*:"),
        (Plain.SENTENCE, r".*[.!?;,…][”\"’)\]]*"),
    )
)
_TEXT_OF_CELL = re.compile(r"^\s*(\d{1,4}[a-z]?)[.)]?[ \xa0]*\t\s*", re.MULTILINE)


@dataclass(slots=True)
class Line:
    """One line of the file as it was taken; `pattern` is one of MARKS or of PLAIN."""

    number: int
    text: str
    pattern: str
    label: str
    rest: str
    after_blank: bool
    role: Role = Role.LEFT_OUT

    @property
    def role_name(self) -> Any:
        return ROLES[self.role]

    @property
    def is_plain(self) -> bool:
        return self.pattern in PLAIN


def without_cells(text: str) -> str:
    """A table's first cells with a number become marks; what a file begins with to say its order of bytes goes."""
    return _TEXT_OF_CELL.sub(r"\1. ", text.removeprefix("\ufeff"))


def lines_of(text: str) -> Iterable[Line]:
    after_blank = True
    for number, raw in enumerate(text.split("\n"), start=1):
        line = " ".join(raw.split())
        if not line:
            after_blank = True
            continue
        while line:
            one, line = _marked(number, line, after_blank)
            yield one
            after_blank = False


def _marked(number: int, text: str, after_blank: bool) -> tuple[Line, str]:
    """The line with its mark; what stands behind a second mark ("§ 3. 1. …") is a line of its own."""
    for name, pattern in BY_MARK:
        match = pattern.fullmatch(text)
        if match is None:
            continue
        rest = (match[2] or "").strip()
        inner = next((other for other, one in BY_MARK if one.fullmatch(rest)), None)
        if name == "–" and inner in COUNTED:
            # Two marks never stand on one point: a bullet beside a number or a letter goes.
            return _marked(number, rest, after_blank)
        if inner == "–":
            rest = rest.lstrip(_BULLETS)
        elif name in _OVER_OTHERS and inner in COUNTED:
            return Line(number, text[: len(text) - len(rest)].strip(), name, match[1], "", after_blank), rest
        return Line(number, text, name, match[1], rest, after_blank), ""
    return Line(number, text, _plain(text, after_blank=after_blank), "", text, after_blank), ""


def _plain(text: str, *, after_blank: bool) -> Plain:
    kind = next((kind for kind, pattern in _PLAIN if pattern.fullmatch(text)), Plain.PHRASE)
    if kind in (Plain.RATIONALE, Plain.RECOMMENDATIONS, Plain.PAGE) or (kind is Plain.TABLE and after_blank):
        return kind
    letters = [sign for sign in text if sign.isalpha()]
    if len(letters) > 1 and all(sign.isupper() for sign in letters):
        return Plain.CAPITALS
    if text[0].islower():
        return Plain.SMALL
    if kind is Plain.TABLE:
        # In the middle of a paragraph it is only its next line.
        return next((kind for kind, pattern in _PLAIN[4:] if pattern.fullmatch(text)), Plain.PHRASE)
    return kind

"""Annexes as other offices write them: every line is taken for something by the mark that it begins with.

"§ 3", "ust. 2", "Rozdział II", "Standard II.1.", "1)", "a)", numbered sentences without a heading: which of these marks
heads a standard and which a recommendation is guessed from which of them there are, and an editor may say otherwise for
all lines of one pattern. Wrapped lines are joined; nothing is dropped but what is said to be (headers, page numbers).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from standards.importing.annex import (
    Annex,
    AnnexArea,
    AnnexRecommendation,
    AnnexStandard,
    ParseError,
    Passage,
    passage_of,
)
from standards.wording.intake import clean, unreadable
from standards.wording.numbering import gaps


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
# What an editor may say of a pattern.
SAYABLE = (
    Role.AREA, Role.STANDARD, Role.RECOMMENDATION, Role.POINT, Role.RATIONALE, Role.CONTINUATION, Role.LEFT_OUT,
)  # fmt: skip

_ROMAN = "[IVXLC]{1,7}"
# By name, as it is shown to the editor: the mark, its label as group 1, the text after it as group 2. The first that
# fits; in the order of what stands above what.
_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
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
MARKS = tuple(name for name, _pattern in _MARKS)
_ABOVE = ("Rozdział I", "OBSZAR A", "I.")
_COUNTED = ("1.1.", "ust. 1", "1.", "1)", "a)", "–")
# What may stand on the same line with a mark below it: "§ 3. 1. …".
_OVER_OTHERS = ("§ 1", "ust. 1", "1.")
_BULLETS = "-–—•*·▪◦ "
_HEADINGS = (
    (Role.RATIONALE_HEADING, re.compile(r"Uzasadnienie(?: wprowadzenia)?(?: standardu)?\s*:?", re.IGNORECASE)),
    (Role.RECOMMENDATIONS_HEADING, re.compile(r"(?:Zalecenia|Zasady|Wymagania|Wskazówki)\s*:?", re.IGNORECASE)),
)
_PAGE = re.compile(r"(?:-\s*)?(?:[Ss]tr(?:ona|\.)\s*)?\d{1,4}(?:\s*(?:z|/)\s*\d{1,4})?(?:\s*-)?")
_TABLE_HEADER = re.compile(r"(?:L\.?\s?p\.?|Nr)(?:\s.*)?", re.IGNORECASE)
_CELL_OF_NUMBER = re.compile(r"^\s*(\d{1,4}[a-z]?)[.)]?[ \xa0]*\t\s*", re.MULTILINE)
_TEXT = "…"


@dataclass(slots=True)
class Line:
    """One line of the file as it was taken; `pattern` is the mark that all lines of its kind begin with."""

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


@dataclass(frozen=True, slots=True)
class Shaped:
    """`annex` is None where the lines make none. `odd`: places where numbers do not follow one another."""

    annex: Annex | None
    lines: tuple[Line, ...]
    faults: tuple[ParseError, ...]
    odd: tuple[str, ...] = ()

    @property
    def patterns(self) -> tuple[tuple[str, Role, int, str], ...]:
        """Each mark with what its lines were taken for, how many there are, and the first."""
        found: dict[str, list[Line]] = {}
        for line in self.lines:
            if line.pattern != _TEXT:
                found.setdefault(line.pattern, []).append(line)
        return tuple((name, of[0].role, len(of), of[0].text[:80]) for name, of in found.items())


def shaped(text: str, said: Mapping[str, Role] | None = None) -> Shaped:
    """The annex that the lines make; `said`, by pattern, takes the place of what would be guessed."""
    text = clean(_CELL_OF_NUMBER.sub(r"\1. ", text.removeprefix("\ufeff"))).text
    lines = list(_lines(text))
    faults = [
        ParseError(number, str(fault))
        for number, line in enumerate(text.split("\n"), start=1)
        for fault in unreadable(line)
    ]
    roles = _guessed([line.pattern for line in lines]) | dict(said or {})
    _take(lines, roles)
    built = _Built()
    try:
        for line in lines:
            built.add(line)
        annex = built.annex()
    except ParseError as fault:
        faults.append(fault)
    if faults:
        return Shaped(None, tuple(lines), tuple(faults))
    return Shaped(annex, tuple(lines), (), tuple(_odd(annex)))


# Lines


def _lines(text: str) -> Iterable[Line]:
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
    for name, pattern in _MARKS:
        match = pattern.fullmatch(text)
        if match is None:
            continue
        rest = (match[2] or "").strip()
        inner = next((other for other, one in _MARKS if one.fullmatch(rest)), None)
        if name == "–" and inner in _COUNTED:
            # Two marks never stand on one point: a bullet beside a number or a letter goes.
            return _marked(number, rest, after_blank)
        if inner == "–":
            rest = rest.lstrip(_BULLETS)
        elif name in _OVER_OTHERS and inner in _COUNTED:
            return Line(number, text[: len(text) - len(rest)].strip(), name, match[1], "", after_blank), rest
        return Line(number, text, name, match[1], rest, after_blank), ""
    return Line(number, text, _TEXT, "", text, after_blank), ""


def _guessed(patterns: Sequence[str]) -> dict[str, Role]:
    """Which mark heads what, from which of them there are."""
    present = [name for name, _mark in _MARKS if name in patterns]
    above = [name for name in present if name in _ABOVE]
    counted = [name for name in present if name in _COUNTED]
    standard: str | None = next((name for name in ("STANDARD 1", "§ 1") if name in present), None)
    if (standard is None and len(above) > 1) or (standard is None and above and not _both(counted)):
        standard = above.pop()
    elif standard is None and _both(counted):
        standard = counted.pop(counted.index("1."))
    roles = dict.fromkeys(above, Role.AREA)
    if standard is not None:
        roles[standard] = Role.STANDARD
        if standard == "STANDARD 1" and "§ 1" in present:
            counted.insert(0, "§ 1")
    heads = {"ust. 1", "1."} if {"ust. 1", "1."} <= {*counted} else {*counted[:1]}
    return roles | {name: Role.RECOMMENDATION if name in heads else Role.POINT for name in counted}


def _both(counted: Sequence[str]) -> bool:
    """Whether "1." stands above other counted lines, and so may head a standard."""
    return "1." in counted and any(name in counted for name in ("1.1.", "1)"))


def _take(lines: Sequence[Line], roles: Mapping[str, Role]) -> None:
    """Say of each line what it is, from its mark and from what stands before it."""
    first = next((at for at, line in enumerate(lines) if roles.get(line.pattern) not in (None, Role.POINT)), len(lines))
    _take_front(lines[:first])
    title = next((line.text for line in lines[:first] if line.role is Role.TITLE), "")
    before, untitled = Role.TITLE, False
    for line in lines[first:]:
        role = roles.get(line.pattern)
        if role is None:
            role = _of_text(line, before, title, untitled=untitled)
        line.role = role
        if role is Role.LEFT_OUT:
            continue
        if role in (Role.AREA, Role.STANDARD, Role.RECOMMENDATION, Role.POINT):
            untitled = not line.rest
        elif role is Role.CONTINUATION:
            untitled = False
        before = before if role is Role.CONTINUATION else role


def _take_front(lines: Sequence[Line]) -> None:
    """The title is the last paragraph before the first mark; what stands before that says to which act it belongs."""
    begins = max((at for at, line in enumerate(lines) if line.after_blank), default=0)
    for at, line in enumerate(lines):
        line.role = Role.ORIGIN if at < begins else Role.TITLE
    written = [line for line in lines if line.role is Role.TITLE]
    # Repeated as the first page's header.
    said = " ".join(line.text for line in written)
    if any(line.role is Role.ORIGIN and line.text == said for line in lines):
        for line in lines:
            if line.role is Role.ORIGIN and line.text == said:
                line.role = Role.LEFT_OUT


def _of_text(line: Line, before: Role, title: str, *, untitled: bool) -> Role:
    for heading, pattern in _HEADINGS:
        if pattern.fullmatch(line.text):
            return heading
    if _PAGE.fullmatch(line.text) or line.text == title or (_TABLE_HEADER.fullmatch(line.text) and line.after_blank):
        return Role.LEFT_OUT
    if untitled:
        return Role.CONTINUATION
    if before in (Role.RATIONALE_HEADING, Role.STANDARD, Role.RATIONALE):
        wrapped = not line.after_blank and before is not Role.RATIONALE_HEADING
        return Role.CONTINUATION if wrapped and (before is Role.RATIONALE or line.text[0].islower()) else Role.RATIONALE
    return Role.CONTINUATION


# The annex


@dataclass
class _Part:
    line: int
    label: str
    text: str
    rationale: list["_Part"] = field(default_factory=list)
    parts: list["_Part"] = field(default_factory=list)


class _Built:
    """The annex as it grows line by line."""

    def __init__(self) -> None:
        self.origin: list[str] = []
        self.title: list[str] = []
        self.areas: list[_Part] = []
        self.last: _Part | None = None

    def add(self, line: Line) -> None:
        match line.role:
            case Role.ORIGIN:
                self.origin.append(line.text)
            case Role.TITLE:
                self.title.append(line.text)
            case Role.AREA:
                self.areas.append(self._part(line))
            case Role.STANDARD:
                self._area(line).parts.append(self._part(line))
            case Role.RATIONALE:
                self._standard(line).rationale.append(self._part(line, line.text))
            case Role.RECOMMENDATION:
                self._standard(line).parts.append(self._part(line))
            case Role.POINT:
                self._point(line)
            case Role.CONTINUATION:
                if self.last is None:
                    raise ParseError(line.number, _("this goes on from nothing"))
                # A word that was cut at the end of a line stays as it stands: a hyphen may belong to it.
                self.last.text = f"{self.last.text} {line.text}".strip()

    def _part(self, line: Line, text: str | None = None) -> _Part:
        self.last = _Part(line.number, line.label, line.rest if text is None else text)
        return self.last

    def _area(self, line: Line) -> _Part:
        if not self.areas:
            self.areas.append(_Part(line.number, "I", " ".join(self.title)))
        return self.areas[-1]

    def _standard(self, line: Line) -> _Part:
        area = self._area(line)
        if not area.parts:
            if line.role is Role.RATIONALE:
                raise ParseError(line.number, _("a standard is expected before this"))
            area.parts.append(_Part(line.number, self._next_number(), area.text))
        return area.parts[-1]

    def _next_number(self) -> str:
        return str(sum(len(area.parts) for area in self.areas) + 1)

    def _point(self, line: Line) -> None:
        standard = self._standard(line)
        if not standard.parts:
            raise ParseError(line.number, _("a recommendation is expected before its point"))
        # A letter or a number is cited, so it stays in the text; a dash is only a mark.
        mark = line.text.split(line.label)[0] + line.label + ")" if line.label else ""
        part = self._part(line, f"{mark} {line.rest}".strip())
        standard.parts[-1].parts.append(part)

    def annex(self) -> Annex:
        if not self.areas:
            raise ParseError(1, _("no line begins with a number, “§”, “Standard” or “Rozdział”"))
        title = " ".join(self.title) or self.areas[0].text
        if not title:
            raise ParseError(1, _("the title of the annex is expected before the first area"))
        return Annex(" ".join(self.origin), title, tuple(map(_area_of, self.areas)))


def _area_of(area: _Part) -> AnnexArea:
    if not area.text:
        raise ParseError(area.line, _("the title of the area is expected"))
    if not area.parts:
        raise ParseError(area.line, _("this area has no standard"))
    return AnnexArea(area.label, area.text, tuple(map(_standard_of, area.parts)))


def _standard_of(standard: _Part) -> AnnexStandard:
    if not standard.text:
        raise ParseError(standard.line, _("the title of the standard is expected"))
    if not standard.parts:
        raise ParseError(standard.line, _("this standard has no recommendation"))
    return AnnexStandard(
        standard.label,
        standard.text,
        standard.line,
        tuple(_passage_of(one) for one in standard.rationale),
        tuple(
            AnnexRecommendation(
                # Dashed ones have no number of their own.
                one.label or str(place),
                _passage_of(one),
                tuple(map(_passage_of, one.parts)),
            )
            for place, one in enumerate(standard.parts, start=1)
        ),
    )


def _passage_of(part: _Part) -> Passage:
    if not part.text:
        raise ParseError(part.line, _("a text is expected here"))
    return passage_of(part.line, part.text)


def _odd(annex: Annex) -> Iterable[str]:
    """Where a number may have been lost: to be looked at, no fault in an amended text."""
    last = ""
    for area in annex.areas:
        for standard in area.standards:
            labels = [one.number for one in standard.recommendations]
            for gap in gaps(labels, after=last):
                said = {"label": f"{standard.number}.{gap.label}", "before": gap.before or "–"}
                yield _("%(label)s comes after %(before)s") % said
            last = labels[-1]
    for gap in gaps([standard.number for area in annex.areas for standard in area.standards]):
        yield _("standard %(label)s comes after %(before)s") % {"label": gap.label, "before": gap.before or "–"}

"""Annexes as other offices write them: every line is taken for something by the mark that it begins with.

"§ 3", "ust. 2", "Rozdział II", "Standard II.1.", "1)", "a)", numbered sentences without a heading: which of these
marks heads a standard and which a recommendation is guessed from which of them there are; of a line without a mark its
place tells. An editor may say otherwise for all lines of one pattern. Wrapped lines are joined; nothing is dropped but
what is said to be (headers, page numbers).
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count, pairwise
from typing import Any

from django.utils.translation import gettext as _

from standards.importing.annex import (
    Annex,
    AnnexArea,
    AnnexRecommendation,
    AnnexStandard,
    ParseError,
    Passage,
    passage_of,
)
from standards.importing.lines import ABOVE, COUNTED, MARKS, PLAIN, ROLES, Line, Plain, Role, lines_of, without_cells
from standards.wording.intake import clean, unreadable
from standards.wording.numbering import gaps, renumbered


@dataclass(frozen=True, slots=True)
class Pattern:
    """All lines of one pattern; `role` is None where each was taken by its place."""

    key: str
    name: Any
    role: Role | None
    lines: tuple[Line, ...]

    @property
    def first(self) -> str:
        return self.lines[0].text[:80]

    @property
    def is_plain(self) -> bool:
        return self.key in PLAIN

    @property
    def taken(self) -> str:
        """What its lines were taken for, and how many of them."""
        counted = Counter(line.role for line in self.lines)
        return ", ".join(f"{ROLES[role]} ({count})" for role, count in counted.most_common())


@dataclass(frozen=True, slots=True)
class Shaped:
    """`annex` is None where the lines make none. `odd`: places where numbers do not follow one another."""

    annex: Annex | None
    lines: tuple[Line, ...]
    faults: tuple[ParseError, ...]
    odd: tuple[str, ...] = ()

    # What was said, not guessed, of which patterns.
    said: Mapping[str, Role] = field(default_factory=dict)

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """Marks in the order in which they are met, then the lines without one."""
        found: dict[str, list[Line]] = {}
        for line in self.lines:
            found.setdefault(line.pattern, []).append(line)
        marks = [Pattern(name, name, of[0].role, tuple(of)) for name, of in found.items() if name not in PLAIN]
        plain = [
            Pattern(kind, shown, self.said.get(kind), tuple(found[kind]))
            for kind, shown in PLAIN.items()
            if kind in found
        ]
        return (*marks, *plain)


def shaped(text: str, said: Mapping[str, Role] | None = None) -> Shaped:
    """The annex that the lines make; `said`, by pattern, takes the place of what would be guessed."""
    text = clean(without_cells(text)).text
    lines = list(lines_of(text))
    faults = [
        ParseError(number, str(fault))
        for number, line in enumerate(text.split("\n"), start=1)
        for fault in unreadable(line)
    ]
    said = dict(said or {})
    roles = _guessed([line.pattern for line in lines]) | said
    _take(lines, roles)
    built = _Built()
    try:
        for line in lines:
            built.add(line)
        annex = built.annex()
    except ParseError as fault:
        faults.append(fault)
    if faults:
        return Shaped(None, tuple(lines), tuple(faults), said=said)
    return Shaped(annex, tuple(lines), (), tuple(_odd(annex)), said)


# What each line is


def _guessed(patterns: Sequence[str]) -> dict[str, Role]:
    """Which mark heads what, from which of them there are."""
    present = [name for name in MARKS if name in patterns]
    above = [name for name in present if name in ABOVE]
    counted = [name for name in present if name in COUNTED]
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


# What begins a part of the annex, and what only goes on with one.
_BEGIN = (Role.AREA, Role.STANDARD, Role.RECOMMENDATION)
_GO_ON = (Role.CONTINUATION, Role.TITLE)
_OF_AN_ACT = re.compile(r"(?i:załącznik|do (?:zarządzenia|uchwały|decyzji|regulaminu)|zarządzenie|uchwała)\b")


def _take(lines: Sequence[Line], roles: Mapping[str, Role]) -> None:
    """Say of each line what it is, from its mark and from what stands before it."""
    first = _end_of_front(lines, roles)
    _take_front(lines[:first], roles)
    title = next((line.text for line in lines[:first] if line.role is Role.TITLE), "")
    before, untitled = Role.TITLE, False
    for line in lines[first:]:
        role = roles.get(line.pattern)
        if line.is_plain and line.text == title:
            # A page's header says it again, whatever else is written so.
            role = Role.LEFT_OUT
        elif role is None:
            role = _of_text(line, before, untitled=untitled)
        line.role = role
        if role is Role.LEFT_OUT:
            continue
        if role in (Role.AREA, Role.STANDARD, Role.RECOMMENDATION, Role.POINT):
            untitled = not line.rest
        elif role in _GO_ON:
            untitled = False
        before = before if role in _GO_ON else role


def _end_of_front(lines: Sequence[Line], roles: Mapping[str, Role]) -> int:
    """Where the first mark stands, or a line without one of which was said that it begins something."""
    marked = next(
        (
            at
            for at, line in enumerate(lines)
            if not line.is_plain and roles.get(line.pattern) not in (None, Role.POINT)
        ),
        len(lines),
    )
    begins = [at for at in range(marked) if not at or lines[at].after_blank]
    paragraphs = list(pairwise([*begins, marked]))
    while len(paragraphs) > 1 and _OF_AN_ACT.match(lines[paragraphs[0][0]].text):
        paragraphs.pop(0)
    if not paragraphs:
        return marked
    # The title is written like what was spoken of, perhaps, and is the title all the same.
    begin, end = paragraphs[0]
    begin = begin + 1 if len(paragraphs) == 1 else end
    return next((at for at in range(begin, marked) if roles.get(lines[at].pattern) in _BEGIN), marked)


def _take_front(lines: Sequence[Line], roles: Mapping[str, Role]) -> None:
    """The title is the last paragraph before the first mark; what stands before that says to which act it belongs."""
    begins = max((at for at, line in enumerate(lines) if line.after_blank), default=0)
    for at, line in enumerate(lines):
        line.role = Role.ORIGIN if at < begins else Role.TITLE
        said = roles.get(line.pattern)
        if said in (Role.ORIGIN, Role.TITLE, Role.LEFT_OUT):
            line.role = said
        elif said is Role.CONTINUATION and at:
            line.role = lines[at - 1].role
    written = [line for line in lines if line.role is Role.TITLE]
    # Repeated as the first page's header.
    said_so = " ".join(line.text for line in written)
    if any(line.role is Role.ORIGIN and line.text == said_so for line in lines):
        for line in lines:
            if line.role is Role.ORIGIN and line.text == said_so:
                line.role = Role.LEFT_OUT


_BY_WORDS = {
    Plain.RATIONALE: Role.RATIONALE_HEADING,
    Plain.RECOMMENDATIONS: Role.RECOMMENDATIONS_HEADING,
    Plain.PAGE: Role.LEFT_OUT,
    Plain.TABLE: Role.LEFT_OUT,
}


def _of_text(line: Line, before: Role, *, untitled: bool) -> Role:
    if line.pattern in _BY_WORDS:
        return _BY_WORDS[Plain(line.pattern)]
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
        # The area or the standard whose title may go on.
        self.heading: _Part | None = None

    def add(self, line: Line) -> None:
        match line.role:
            case Role.ORIGIN:
                self.origin.append(line.text)
            case Role.TITLE:
                self._title(line)
            case Role.AREA:
                label = line.label or renumbered(["I"] * (len(self.areas) + 1))[-1]
                self.areas.append(self._head(line, label))
            case Role.STANDARD:
                area, label = self._area(line), line.label or self._next_number()
                area.parts.append(self._head(line, label))
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

    def _title(self, line: Line) -> None:
        if not self.areas:
            self.title.append(line.text)
        elif self.heading is None:
            raise ParseError(line.number, _("a title is expected only at the beginning or below a heading"))
        else:
            self.heading.text = f"{self.heading.text} {line.text}".strip()

    def _head(self, line: Line, label: str) -> _Part:
        self.last = self.heading = _Part(line.number, label, line.rest)
        return self.last

    def _part(self, line: Line, text: str | None = None) -> _Part:
        self.heading = None
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
        taken = {one.label for area in self.areas for one in area.parts}
        number = sum(len(area.parts) for area in self.areas) + 1
        return next(label for label in map(str, count(number)) if label not in taken)

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

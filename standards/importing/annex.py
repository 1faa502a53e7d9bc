"""The plain text of an annex with service standards, read into its parts.

An annex is written so (any office's can be):

    Załącznik … (lines that say to which act it belongs)

    THE TITLE

    I. AN AREA

    STANDARD 1

    The title of the standard

    Uzasadnienie wprowadzenia:

    One paragraph or more.

    Zalecenia:

    1. A recommendation, in which *asterisks* mark emphasis:
     - its point
     - another point.
    2. The next.

A rationale may be left out; an area may be headed "OBSZAR A. …"; standards may be numbered "II.3"; points may be
lettered ("a) …") instead of dashed, and keep their letter.

Pages of a scan repeat the title and the area above a standard: that is furniture and is dropped. Nothing else is
dropped and nothing is mended: whatever does not fit is a `ParseError` with its line. Numbers are labels ("7a" is one),
yet they must follow one another, since a gap in a scan is a lost line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from standards.wording.intake import clean, unreadable

Range = tuple[int, int]

_AREA = re.compile(r"(?:OBSZAR ([A-Z]|[IVXLCDM]{1,12}|[0-9]{1,3})\.? |([IVXLCDM]{1,12})\. )(\S.*)")
_STANDARD = re.compile(r"STANDARD ((?:[IVXLCDM]{1,12}\.|[A-Z]\.)?[0-9]{1,4}[a-z]?)")
_RATIONALE = re.compile(r"Uzasadnienie(?: wprowadzenia)?:?")
_RECOMMENDATIONS = re.compile(r"Zalecenia:?")
_RECOMMENDATION = re.compile(r"([0-9]{1,4}[a-z]?)\. (\S.*)")
_POINT = re.compile(r"\s*(?:[-–•] |(?=([a-z])\) ))(\S.*)")
_STRUCTURE = (_AREA, _STANDARD, _RATIONALE, _RECOMMENDATIONS, _RECOMMENDATION, _POINT)

# A page header that the scan misread is still the header: it is as long as the title and differs in so many letters.
_MISREAD_LETTERS = 2


class ParseError(ValueError):
    """The text is not an annex: `line` (from 1) is where, `problem` is what."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(_("line %(line)s: %(problem)s") % {"line": line, "problem": problem})
        self.line = line
        self.problem = problem


@dataclass(frozen=True)
class Passage:
    """Plain text and the half-open ranges of its characters that are emphasised."""

    text: str
    emphasis: tuple[Range, ...]
    line: int


@dataclass(frozen=True)
class AnnexRecommendation:
    number: str
    passage: Passage
    points: tuple[Passage, ...]


@dataclass(frozen=True)
class AnnexStandard:
    """`rationale` holds its paragraphs; a standard's lines run from `line` (its title) on."""

    number: str
    title: str
    line: int
    rationale: tuple[Passage, ...]
    recommendations: tuple[AnnexRecommendation, ...]


@dataclass(frozen=True)
class AnnexArea:
    number: str
    title: str
    standards: tuple[AnnexStandard, ...]


@dataclass(frozen=True)
class Annex:
    """`origin` says to which act the annex belongs; it may be empty."""

    origin: str
    title: str
    areas: tuple[AnnexArea, ...]

    def places(self) -> dict[str, tuple[int, ...]]:
        """The lines of each passage by its place: "3 tytuł", "3 uzasadnienie", "3.4", "18.4 podpunkt 2"."""
        places: dict[str, tuple[int, ...]] = {}
        for area in self.areas:
            for standard in area.standards:
                places[f"{standard.number} tytuł"] = (standard.line,)
                places[f"{standard.number} uzasadnienie"] = tuple(part.line for part in standard.rationale)
                for recommendation in standard.recommendations:
                    label = f"{standard.number}.{recommendation.number}"
                    places[label] = (recommendation.passage.line,)
                    for position, point in enumerate(recommendation.points, start=1):
                        places[f"{label} podpunkt {position}"] = (point.line,)
        return places


@dataclass(frozen=True)
class _Line:
    number: int
    text: str
    after_blank: bool


class _Lines:
    """The lines that are not blank, one after the other."""

    def __init__(self, text: str) -> None:
        self._lines: list[_Line] = []
        self._next = 0
        self.last = 1
        self.faults: list[ParseError] = []
        after_blank = True
        for number, raw in enumerate(clean(text.removeprefix("\ufeff")).text.split("\n"), start=1):
            line = raw.rstrip()
            if not line:
                after_blank = True
                continue
            self.faults += [ParseError(number, str(fault)) for fault in unreadable(line)]
            self._lines.append(_Line(number, line, after_blank))
            self.last = number
            after_blank = False

    def peek(self) -> _Line | None:
        return self._lines[self._next] if self._next < len(self._lines) else None

    @property
    def place(self) -> int:
        return self._next

    def skip(self) -> None:
        self._next += 1

    def skip_to(self, *patterns: re.Pattern[str]) -> None:
        """To the next line of one of these forms, or to the end."""
        while self.peek() is not None and not any(self.match(pattern) for pattern in patterns):
            self.skip()

    def take(self, expected: str) -> _Line:
        line = self.peek()
        if line is None:
            raise ParseError(self.last, _("the text ends where %(expected)s is expected") % {"expected": expected})
        self.skip()
        return line

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The next line if it has this form; it is not taken."""
        line = self.peek()
        return pattern.fullmatch(line.text) if line else None

    def expect(self, pattern: re.Pattern[str], expected: str) -> tuple[_Line, re.Match[str]]:
        line = self.take(expected)
        match = pattern.fullmatch(line.text)
        if match is None:
            raise ParseError(line.number, _("%(expected)s is expected") % {"expected": expected})
        return line, match


def parse_annex(text: str) -> Annex:
    """Read an annex; raise ParseError, and nothing else, for whatever is not one."""
    annex, faults = read_annex(text)
    if annex is None:
        raise faults[0]
    return annex


def read_annex(text: str) -> tuple[Annex | None, list[ParseError]]:
    """The annex, or all its faults: after one, reading goes on at the next heading of an area or a standard."""
    lines = _Lines(text)
    faults = lines.faults
    origin = title = ""
    try:
        origin, title = _front(lines)
    except ParseError as fault:
        faults.append(fault)
        lines.skip_to(_AREA)
    areas: list[tuple[str, str, list[AnnexStandard]]] = []
    label = ""
    while lines.peek() is not None:
        begun, heading = lines.place, None
        try:
            _page_heading(lines, title, areas)
            heading = lines.match(_STANDARD)
            standard = _standard(lines, label)
            label = standard.number
            areas[-1][2].append(standard)
        except ParseError as fault:
            faults.append(fault)
            # What comes next is numbered after the standard that cannot be read, not after the one before it.
            label = heading[1] if heading else label
            if lines.place == begun:
                lines.skip()
            lines.skip_to(_AREA, _STANDARD)
        if not areas:
            areas.append(("", "", []))
    if faults:
        return None, faults
    return Annex(origin, title, tuple(AnnexArea(number, name, tuple(of)) for number, name, of in areas)), []


def _front(lines: _Lines) -> tuple[str, str]:
    """What stands before the first area: the origin, then the title (and once more as the first page's header)."""
    paragraphs: list[list[_Line]] = []
    while not lines.match(_AREA):
        line = lines.take(_("an area such as “I. TITLE”"))
        if any(pattern.fullmatch(line.text) for pattern in _STRUCTURE):
            raise ParseError(line.number, _("an area such as “I. TITLE” is expected before this"))
        if line.after_blank:
            paragraphs.append([])
        paragraphs[-1].append(line)
    while len(paragraphs) > 1 and _is_page_header(paragraphs[-1][0].text, paragraphs[-2][0].text):
        paragraphs.pop()
    if not paragraphs:
        line = lines.take(_("the title"))
        raise ParseError(line.number, _("the title of the annex is expected before the first area"))
    *before, title = paragraphs
    if len(title) > 1:
        raise ParseError(title[1].number, _("the title of the annex is one line"))
    return " ".join(_plain(line) for paragraph in before for line in paragraph), _plain(title[0])


def _page_heading(lines: _Lines, title: str, areas: list[tuple[str, str, list[AnnexStandard]]]) -> None:
    """Drop a page's furniture; open the area that begins here, if one does."""
    line = lines.peek()
    if areas and line is not None and _is_page_header(line.text, title):
        lines.skip()
    match = lines.match(_AREA)
    if match is None:
        return
    line = lines.take("an area")
    number, name = match[1] or match[2], _plain(line, match[3])
    if areas and areas[-1][0] == number:
        if areas[-1][1] != name:
            raise ParseError(line.number, _("area %(number)s has another title than before") % {"number": number})
        return
    if any(known == number for known, *_ in areas):
        raise ParseError(line.number, _("area %(number)s was there before") % {"number": number})
    areas.append((number, name, []))


def _standard(lines: _Lines, before: str) -> AnnexStandard:
    line, match = lines.expect(_STANDARD, _("a heading such as “STANDARD 1”"))
    number = match[1]
    _require_next(line, before, number)
    heading = lines.take(_("the title of the standard"))
    if any(pattern.fullmatch(heading.text) for pattern in _STRUCTURE):
        raise ParseError(heading.number, _("the title of the standard is expected"))
    title = _plain(heading)
    rationale: tuple[Passage, ...] = ()
    if not lines.match(_RECOMMENDATIONS):
        lines.expect(_RATIONALE, _("“Uzasadnienie wprowadzenia:”"))
        rationale = tuple(_rationale(lines))
    lines.expect(_RECOMMENDATIONS, _("“Zalecenia:”"))
    return AnnexStandard(number, title, heading.number, rationale, tuple(_recommendations(lines)))


def _rationale(lines: _Lines) -> Iterator[Passage]:
    """Its paragraphs, up to “Zalecenia:”."""
    first = True
    while first or not lines.match(_RECOMMENDATIONS):
        line = lines.take(_("“Zalecenia:”"))
        if any(pattern.fullmatch(line.text) for pattern in _STRUCTURE):
            raise ParseError(
                line.number, _("a paragraph of the rationale is expected") if first else _("“Zalecenia:” is expected")
            )
        if not first and not line.after_blank:
            raise ParseError(line.number, _("a blank line is expected between paragraphs"))
        yield Passage(_plain(line), (), line.number)
        first = False


def _recommendations(lines: _Lines) -> Iterator[AnnexRecommendation]:
    label = ""
    while not label or lines.match(_RECOMMENDATION):
        line, match = lines.expect(_RECOMMENDATION, _("a recommendation such as “1. …”"))
        _require_next(line, label, match[1])
        label = match[1]
        yield AnnexRecommendation(label, _passage(line, match[2]), tuple(_points(lines)))


def _points(lines: _Lines) -> Iterator[Passage]:
    """Dashed or lettered; letters follow one another, since a gap is a lost line."""
    expected = "a"
    while match := lines.match(_POINT):
        line = lines.take("a point")
        if match[1]:
            if match[1] != expected:
                raise ParseError(
                    line.number,
                    _("point %(expected)s) is expected, not %(found)s)") % {"expected": expected, "found": match[1]},
                )
            expected = chr(ord(expected) + 1)
        yield _passage(line, match[2])


def _require_next(line: _Line, before: str, label: str) -> None:
    """Labels run 1, 2, 3 …, with 3a, 3b … put in between; under another prefix they begin anew or go on."""
    prefix, _number, _letter = _split(label)
    last_prefix, number, letter = _split(before)
    following = [f"{prefix}{number + 1}"]
    if before and prefix == last_prefix:
        following.append(f"{prefix}{number}{chr(ord(letter) + 1) if letter else 'a'}")
    elif number and prefix != last_prefix:
        following.insert(0, f"{prefix}1")
    if label not in following:
        expected = _(" or ").join(following)
        raise ParseError(
            line.number, _("number %(expected)s is expected, not %(found)s") % {"expected": expected, "found": label}
        )


def _split(label: str) -> tuple[str, int, str]:
    """ "II.3a" is "II.", 3, "a"; no label is number 0."""
    prefix, dot, counted = label.rpartition(".")
    digits = counted.rstrip("abcdefghijklmnopqrstuvwxyz")
    return prefix + dot, int(digits or 0), counted[len(digits) :]


def _passage(line: _Line, marked: str) -> Passage:
    return passage_of(line.number, marked)


def passage_of(line: int, marked: str) -> Passage:
    """Asterisks in pairs become ranges of the text without them. Raises ParseError."""
    pieces = marked.split("*")
    if len(pieces) % 2 == 0:
        raise ParseError(line, _("an asterisk without its pair"))
    text = ""
    emphasis: list[Range] = []
    for index, piece in enumerate(pieces):
        if index % 2:
            if not piece or piece != piece.strip():
                raise ParseError(line, _("emphasis is empty, or begins or ends with a space"))
            if emphasis and emphasis[-1][1] == len(text):
                raise ParseError(line, _("two emphases touch"))
            emphasis.append((len(text), len(text) + len(piece)))
        text += piece
    return Passage(text, tuple(emphasis), line)


def _plain(line: _Line, text: str | None = None) -> str:
    text = line.text if text is None else text
    if "*" in text:
        raise ParseError(line.number, _("emphasis is possible in recommendations and points only"))
    if text != text.strip():
        raise ParseError(line.number, _("the line begins with a space"))
    return text


def _is_page_header(line: str, title: str) -> bool:
    if len(line) != len(title):
        return False
    return sum(a != b for a, b in zip(line, title, strict=True)) <= min(_MISREAD_LETTERS, len(title) // 10)

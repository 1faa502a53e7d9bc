"""Tables ready for a template: every cell is a text, every column a class of the style sheets."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from django.utils.html import format_html

from audits.figures.statistics import FAILS, MEETS
from audits.reports.department.contents import Cell
from audits.reports.headline import Band, Scored, Yard
from audits.reports.sentences.causes import not_rated
from audits.reports.sentences.counting import k_of_n
from audits.reports.sentences.legends import TINTED_MORE, TINTED_MOST
from audits.reports.sentences.typography import NBSP, ends, number

# A column that has a figure in fewer of its rows is left out; what it has stands in words.
_WORTH_A_COLUMN: Final = Fraction(1, 3)
# In tables the undecided have no sign: what is marked is what to look at.
_SIGNS: Final[dict[Band, str]] = {MEETS: "●", FAILS: "▼"}


@dataclass(frozen=True, slots=True)
class TableCell:
    """`scope` makes it a head: "col", "colgroup", "row" or "rowgroup". `name` is its column's, where cells are stacked.

    `text` is escaped unless it is marked safe. `href` makes it a link: what the figure is made of.
    """

    text: str = ""
    classes: str = ""
    scope: str = ""
    span: int = 1
    name: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """`key` is its address on the page."""

    cells: tuple[TableCell, ...]
    classes: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """`columns`: a class each, for its width. `bodies`: groups of rows, one where rows are not grouped.

    `stacks`: on a narrow screen each row stands as lines below each other, not in a frame that is moved sideways.
    """

    columns: tuple[str, ...]
    heads: tuple[TableRow, ...]
    bodies: tuple[tuple[TableRow, ...], ...]
    classes: str = ""
    stacks: bool = False


def leading(cell: TableCell, href: str) -> TableCell:
    """The same cell as a link, where there is something in it and somewhere to lead."""
    return replace(cell, href=href) if cell.text and href else cell


def head(text: str, classes: str = "", *, span: int = 1) -> TableCell:
    return TableCell(text, classes, "colgroup" if span > 1 else "col", span)


def row_head(text: str, classes: str = "") -> TableCell:
    return TableCell(text, classes, "row")


def figure(text: str, classes: str = "", *, span: int = 1, name: str = "") -> TableCell:
    return TableCell(text, f"num {classes}".strip(), span=span, name=name)


def worth_a_column(filled: Iterable[bool]) -> bool:
    """Whether enough of a column's cells have a figure."""
    cells = list(filled)
    return bool(cells) and Fraction(sum(cells), len(cells)) >= _WORTH_A_COLUMN


def score_text(scored: Scored) -> str:
    """The score, with a sign before it where its whole interval is on one side of the target."""
    sign = _SIGNS.get(scored.band, "")
    return f"{sign}{NBSP}{number(scored.value)}" if sign else number(scored.value)


def score_cell(cell: Cell, yard: Yard, *, bold: bool = False, name: str = "") -> TableCell:
    """One column: the score, the counts in grey where audits are too few for one, nothing where nothing was rated."""
    if cell.scored:
        classes = f"{shade(cell.scored, yard)} {'strong' if bold else ''}".strip()
        return figure(score_text(cell.scored), classes, name=name)
    return figure(counts_text(cell), "few", name=name) if cell.rated else TableCell()


def counts_text(cell: Cell) -> str:
    return k_of_n(cell.met, cell.rated)


def cell_text(cell: Cell) -> str:
    """Score and interval, or the counts, within a sentence: "87,2 (65,5–96,1)", "13 z 15", "nie oceniano"."""
    if cell.scored:
        return f"{number(cell.scored.value)} ({ends(cell.scored.low, cell.scored.high)})"
    return counts_text(cell) if cell.rated else not_rated()


def ends_cell(cell: Cell) -> TableCell:
    """The interval of a score, of which nothing is said without one."""
    return figure(ends(cell.scored.low, cell.scored.high), "few") if cell.scored else TableCell()


def shade(scored: Scored, yard: Yard) -> str:
    """How far the printed score is below the target. What reaches it has no background: colour says: look here."""
    if scored.value >= yard.target:
        return ""
    if scored.value >= yard.target - TINTED_MORE:
        return "shade-1"
    return "shade-2" if scored.value >= yard.target - TINTED_MOST else "shade-3"


def tinted(level: int, text: str) -> str:
    """A sample of a background, for a legend."""
    return format_html('<span class="shade-{}">{}</span>', level, text)


def as_title(title: str) -> str:
    """Titles in capitals are shown like any other."""
    return title.capitalize() if title.isupper() else title

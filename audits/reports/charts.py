"""The geometry of the reports' charts: plain figures in, coordinates out; one template draws them on screen and in PDF.

Coordinates are text, since a template would write the number 1.5 as "1,5" in Polish.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

# Where the whole interval lies, legible without colour: at or above the reference, across it (or unknown), below it.
Shape = Literal["disc", "ring", "diamond"]

_WIDTH = 660
_AXIS_LEFT, _AXIS_RIGHT = 250, 548
_FIGURES_LEFT = 560
_TOP, _BOTTOM = 20, 8
_LINE, _ROW_GAP = 13, 9
_LABEL_CHARACTERS = 42


@dataclass(frozen=True)
class IntervalRow:
    """One line of a chart: a share or a difference of shares, as fractions (0.923 for 92.3%).

    `value` is None where there is no figure, and `remark` says why in the figure's place. `low` and `high` are None
    where there is a value without an interval. `shape` is what the verdict beside the figure says: it was
    reached before rounding, and 89.96%, shown as 90.0%, is below 90%. Without it the ends decide.
    """

    label: str
    value: float | None
    low: float | None = None
    high: float | None = None
    remark: str = ""
    shape: Shape | None = None

    def __post_init__(self) -> None:
        if (self.low is None) != (self.high is None):
            raise ValueError("an interval has two ends")
        if self.value is None and self.low is not None:
            raise ValueError("an interval needs a value")
        if self.value is None or self.low is None or self.high is None:
            return
        if not self.low <= self.value <= self.high:
            raise ValueError(f"{self.value} is outside of its interval {self.low} to {self.high}")


@dataclass(frozen=True)
class Tick:
    x: str
    text: str


@dataclass(frozen=True)
class LabelLine:
    y: str
    text: str


@dataclass(frozen=True)
class Mark:
    """One row, drawn: the interval as a bar from `bar_x`, the value as a marker at `x`."""

    lines: tuple[LabelLine, ...]
    y: str
    text_y: str
    figures: str
    shape: Shape | None = None
    x: str = ""
    diamond: str = ""
    bar_x: str = ""
    bar_y: str = ""
    bar_width: str = ""


@dataclass(frozen=True)
class Drawing:
    """All that the template needs. `key` makes the ids unique on the page; `title` is the alternative text."""

    key: str
    title: str
    description: str
    width: str
    height: str
    axis_left: str
    axis_right: str
    axis_top: str
    axis_bottom: str
    figures_x: str
    ticks: tuple[Tick, ...]
    reference_x: str
    marks: tuple[Mark, ...]


def interval_chart(rows: Sequence[IntervalRow], *, key: str, title: str, target: float | None = None) -> Drawing:
    """Shares with their intervals on an axis from 0 to 100%, with a line at the target."""
    ticks = tuple((fraction, f"{fraction * 100:.0f}%") for fraction in (0.0, 0.25, 0.5, 0.75, 1.0))
    return _draw(rows, key, title, (0.0, 1.0), ticks, target, _share)


def change_chart(rows: Sequence[IntervalRow], *, key: str, title: str) -> Drawing:
    """Differences between two periods with their intervals, in percentage points around a line at 0."""
    furthest = max((abs(end) for row in rows for end in (row.value, row.low, row.high) if end is not None), default=0)
    reach = max(0.1, min(1.0, math.ceil(furthest * 10) / 10))
    ticks = tuple((reach * step, signed_points(reach * step, digits=0)) for step in (-1.0, -0.5, 0.0, 0.5, 1.0))
    return _draw(rows, key, title, (-reach, reach), ticks, 0.0, _change)


def share_of(fraction: float) -> str:
    """92.3% as "92,3%": rounded half up, decimal comma."""
    return f"{_rounded(fraction, 1)}%"


def signed_points(fraction: float, *, digits: int = 1) -> str:
    """A difference of shares as percentage points without the unit: "+2,5", "−1,0", "0,0"."""
    text = _rounded(abs(fraction), digits)
    if not text.strip("0,"):
        return text
    return f"{'+' if fraction > 0 else '−'}{text}"


def _rounded(fraction: float, digits: int) -> str:
    # repr() keeps what was computed; 0.0005 as a binary fraction would otherwise round down.
    quantum = Decimal(1).scaleb(-digits)
    return f"{(Decimal(repr(fraction)) * 100).quantize(quantum, ROUND_HALF_UP)}".replace(".", ",")


def _share(row: IntervalRow) -> str:
    if row.value is None:
        return row.remark
    if row.low is None or row.high is None:
        return share_of(row.value)
    return f"{share_of(row.value)} ({_rounded(row.low, 1)}–{_rounded(row.high, 1)})"


def _change(row: IntervalRow) -> str:
    if row.value is None:
        return row.remark
    if row.low is None or row.high is None:
        return signed_points(row.value)
    return f"{signed_points(row.value)} ({signed_points(row.low)}; {signed_points(row.high)})"


def _draw(
    rows: Sequence[IntervalRow],
    key: str,
    title: str,
    axis: tuple[float, float],
    ticks: Sequence[tuple[float, str]],
    reference: float | None,
    figures_of: Callable[[IntervalRow], str],
) -> Drawing:
    def x(fraction: float) -> float:
        start, end = axis
        share = (min(max(fraction, start), end) - start) / (end - start)
        return _AXIS_LEFT + share * (_AXIS_RIGHT - _AXIS_LEFT)

    marks = []
    top = float(_TOP)
    for row in rows:
        lines = _wrapped(row.label)
        height = _LINE * len(lines) + _ROW_GAP
        marks.append(_mark(row, lines, top + height / 2, x, reference, figures_of(row)))
        top += height
    return Drawing(
        key=key,
        title=title,
        description="; ".join(f"{row.label}: {figures_of(row)}" for row in rows),
        width=str(_WIDTH),
        height=_text(top + _BOTTOM),
        axis_left=str(_AXIS_LEFT),
        axis_right=str(_AXIS_RIGHT),
        axis_top=str(_TOP),
        axis_bottom=_text(top),
        figures_x=str(_FIGURES_LEFT),
        ticks=tuple(Tick(_text(x(fraction)), text) for fraction, text in ticks),
        reference_x="" if reference is None else _text(x(reference)),
        marks=tuple(marks),
    )


def _mark(
    row: IntervalRow,
    lines: Sequence[str],
    middle: float,
    x: Callable[[float], float],
    reference: float | None,
    figures: str,
) -> Mark:
    first = middle - _LINE * (len(lines) - 1) / 2 + 4
    mark = Mark(
        lines=tuple(LabelLine(_text(first + _LINE * index), line) for index, line in enumerate(lines)),
        y=_text(middle),
        text_y=_text(middle + 4),
        figures=figures,
    )
    if row.value is None:
        return mark
    at = x(row.value)
    corners = ((at, middle - 5), (at + 5, middle), (at, middle + 5), (at - 5, middle))
    mark = replace(
        mark,
        shape=_shape(row, reference),
        x=_text(at),
        diamond=" ".join(f"{_text(across)},{_text(down)}" for across, down in corners),
    )
    if row.low is None or row.high is None:
        return mark
    left, right = x(row.low), x(row.high)
    return replace(mark, bar_x=_text(left), bar_y=_text(middle - 3), bar_width=_text(max(right - left, 1)))


def _shape(row: IntervalRow, reference: float | None) -> Shape:
    if reference is None:
        return "disc"
    if row.low is None or row.high is None:
        return "ring"
    if row.shape is not None:
        return row.shape
    if row.low >= reference:
        return "disc"
    return "diamond" if row.high < reference else "ring"


def _wrapped(label: str) -> list[str]:
    """The label on at most two lines; the table beside the chart has it in full."""
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > _LABEL_CHARACTERS:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    if len(lines) > 2:
        lines = [lines[0], f"{lines[1][: _LABEL_CHARACTERS - 1].rstrip(' ,;–')}…"]
    return lines


def _text(coordinate: float) -> str:
    return f"{coordinate:.1f}".removesuffix(".0")

"""The chart of page one: the last quarters, one panel a method. Plain figures in, coordinates out; a template draws it.

Coordinates are text, since a template would write the number 1.5 as "1,5" in Polish.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from audits.figures.statistics import FAILS, MEETS
from audits.models.periods import QUARTER, Period, quarter_of
from audits.reports.headline import METHODS, Found, Scored, Trend, TrendColumn
from audits.reports.sentences import captions, names
from audits.reports.sentences.typography import number, percent

Shape = Literal["disc", "ring", "triangle"]

WIDTH: Final = 664
HEIGHT: Final = 204
QUARTERS: Final = 4

_AXIS: Final = 30
_GAP: Final = 14
_WIDEST_PANEL: Final = 480
# Of many columns in one panel.
_WIDEST_COLUMN: Final = 80
_HEADING: Final = 10
_FRAME_TOP: Final = 17
_PLOT_TOP: Final = 34.0
_PLOT_BOTTOM: Final = 166.0
_LABELS: Final = 179
_SAMPLES: Final = 190
_FRAME_BOTTOM: Final = 196

_BAR: Final = 5
_DISC, _RING, _TRIANGLE = 4.2, 3.6, 4.6
# The tallest mark, above its middle.
_MARK: Final = 4.6
_CUT_HEIGHT, _CUT_WIDTH = 5, 9
_SCORE_SIZE, _LABEL_SIZE, _SAMPLE_SIZE = 10.5, 9.5, 8.5
_SCORE_GAP: Final = 3
_DIGIT_HEIGHT: Final = 0.66
_BESIDE_LABEL: Final = 8
_BEFORE_AXIS: Final = 4
# Two numbers on the axis that are nearer than this run into each other.
_TICK_GAP: Final = 11


def _widths_of(said: dict[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in said.items() for letter in letters}


# How wide the printed font sets what scores, labels and samples are written with, in thousandths of its size.
_REGULAR: Final = _widths_of(
    {
        200: " \N{NO-BREAK SPACE}",
        249: ",.",
        255: "l",
        263: "I",
        298: "ł",
        347: "r",
        419: "s",
        425: "z",
        456: "c",
        480: "–",
    }
    | {495: "k", 496: "e", 497: "0123456789=", 504: "a", 515: "V", 542: "oó", 547: "n", 555: "p", 824: "%"}
)
_BOLD: Final = _widths_of(
    {
        200: " \N{NO-BREAK SPACE}",
        286: "l",
        300: ",.",
        301: "I",
        359: "ł",
        398: "r",
        443: "s",
        460: "z",
        467: "c",
        480: "–",
    }
    | {518: "e", 521: "y", 527: "a", 528: "0123456789=", 548: "k", 555: "oó", 556: "V", 572: "n", 573: "p", 857: "%"}
)
_OTHER: Final = 560


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across all panels; without `text` where the target's own label leaves no room."""

    y: str
    text_x: str
    text_y: str
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """The interval. `cut` are the corners of the triangle by which it ends where the axis does."""

    x: str
    y: str
    width: str
    height: str
    cut: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """The number above the bar, on a patch of background: else the target line would strike it through."""

    text: str
    x: str
    y: str
    patch_x: str
    patch_y: str
    patch_width: str
    patch_height: str


@dataclass(frozen=True, slots=True)
class Mark:
    shape: Shape
    y: str
    corners: str
    bar: Bar
    score: Score


@dataclass(frozen=True, slots=True)
class Column:
    """One period of a method. `own`: the report's, which stands on a tint, in bold. No mark without a score."""

    x: str
    left: str
    width: str
    label: str
    label_x: str
    sample: str
    sample_x: str
    own: bool
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class Panel:
    method: str
    heading: str
    left: str
    right: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class TrendChart:
    """All that the template needs. `title` is the alternative text; `cut`: some bar is longer than the axis."""

    key: str
    title: str
    caption: str
    cut: bool
    panels: tuple[Panel, ...]
    ticks: tuple[Tick, ...]
    target: Tick
    width: str = str(WIDTH)
    height: str = str(HEIGHT)
    heading_y: str = str(_HEADING)
    frame_top: str = str(_FRAME_TOP)
    frame_height: str = str(_FRAME_BOTTOM - _FRAME_TOP)
    labels_y: str = str(_LABELS)
    samples_y: str = str(_SAMPLES)


def columns_of(period: Period) -> tuple[Period, ...]:
    """The four quarters that end with the period's last day, or before it, and the period itself where it is none."""
    last = quarter_of(period.last_day)
    if last.last_day > period.last_day:
        last = last.previous()
    quarters = [last]
    while len(quarters) < QUARTERS:
        quarters.insert(0, quarters[0].previous())
    return (*quarters, *(() if period.kind == QUARTER else (period,)))


def trend_chart(trend: Trend, *, key: str = "trend") -> TrendChart | None:
    """None where no method has a score in any column: then `captions.chart_caption` alone says why."""
    drawn = [method for method in METHODS if any(column.of(method).scored for column in trend.columns)]
    if not drawn:
        return None
    scores = [
        found.scored for column in trend.columns for method in drawn if (found := column.of(method)).scored is not None
    ]
    axis = _Axis(_floor([score for score in scores if score], trend.yard.target))
    cut = any(score.low < axis.floor for score in scores if score)
    return TrendChart(
        key=key,
        title=captions.chart_in_words(trend, drawn),
        caption=captions.chart_caption(trend, drawn, cut=cut),
        cut=cut,
        panels=tuple(
            _panel(trend, method, left, right, axis)
            for method, (left, right) in zip(drawn, _sides(len(drawn), len(trend.columns)), strict=True)
        ),
        ticks=_ticks(axis, trend.yard.target),
        target=_tick(axis, trend.yard.target, percent(trend.yard.target), bold=True),
    )


@dataclass(frozen=True, slots=True)
class _Axis:
    """From `floor` to 100 per cent."""

    floor: int

    def y(self, value: Decimal | int) -> float:
        share = (float(value) - self.floor) / (100 - self.floor)
        return _PLOT_BOTTOM - min(max(share, 0.0), 1.0) * (_PLOT_BOTTOM - _PLOT_TOP)

    @property
    def step(self) -> int:
        span = 100 - self.floor
        if span <= 20:
            return 5
        return 10 if span <= 50 else 20


def _floor(scores: list[Scored], target: int) -> int:
    """Low enough for all intervals and the target; below 50 only as far as the scores themselves need it."""
    floor = _tens(min(score.low for score in scores))
    if floor < 50:
        floor = max(floor, min(50, _tens(min(score.value for score in scores) - 10)))
    return min(max(floor, 0), 80, max(_tens(Decimal(target - 5)), 0))


def _tens(value: Decimal) -> int:
    return int(value // 10) * 10 if value > 0 else 0


def _sides(panels: int, columns: int) -> list[tuple[float, float]]:
    widest = float(max(_WIDEST_PANEL, _WIDEST_COLUMN * columns))
    width = min((WIDTH - _AXIS - _GAP * (panels - 1)) / panels, widest)
    return [(left, left + width) for left in (_AXIS + place * (width + _GAP) for place in range(panels))]


def _ticks(axis: _Axis, target: int) -> tuple[Tick, ...]:
    values = [value for value in range(100, axis.floor - 1, -axis.step) if value != target]
    beside = axis.y(target)
    return tuple(
        _tick(axis, value, percent(value) if abs(axis.y(value) - beside) >= _TICK_GAP else "") for value in values
    )


def _tick(axis: _Axis, value: int, text: str, *, bold: bool = False) -> Tick:
    left = _AXIS - _BEFORE_AXIS - _wide(text, _SAMPLE_SIZE, bold=bold)
    return Tick(_text(axis.y(value)), _text(left), _text(axis.y(value) + 3), text)


def _panel(trend: Trend, method: str, left: float, right: float, axis: _Axis) -> Panel:
    labels = [_label(trend.columns, place) for place in range(len(trend.columns))]
    columns = []
    at = left
    for column, label, width in zip(trend.columns, labels, _widths(labels, right - left), strict=True):
        columns.append(_column(column.of(method), label, at, width, column is trend.columns[-1], axis))
        at += width
    return Panel(method, names.method_heading(method), _text(left), _text(right), tuple(columns))


def _label(columns: tuple[TrendColumn, ...], place: int) -> str:
    """The year at the first column and at the first quarter of another; a longer period says its own."""
    period = columns[place].period
    with_year = place == 0 or columns[place - 1].period.first_day.year != period.first_day.year
    return captions.column_label(period, with_year=with_year)


def _widths(labels: list[str], whole: float) -> list[float]:
    """Equal, but for a last column whose label needs more."""
    equal = whole / len(labels)
    last = max(equal, _wide(labels[-1], _LABEL_SIZE, bold=True) + _BESIDE_LABEL)
    rest = (whole - last) / (len(labels) - 1) if len(labels) > 1 else 0
    return [*[rest] * (len(labels) - 1), last if len(labels) > 1 else whole]


def _column(found: Found, label: str, left: float, width: float, own: bool, axis: _Axis) -> Column:
    middle = left + width / 2
    sample = "" if found.absence else captions.sample(found.audits)
    return Column(
        x=_text(middle),
        left=_text(left),
        width=_text(width),
        label=label,
        label_x=_centred(label, middle, _LABEL_SIZE, bold=own),
        sample=sample,
        sample_x=_centred(sample, middle, _SAMPLE_SIZE, bold=False),
        own=own,
        mark=_mark(found.scored, middle, own, axis) if found.scored else None,
    )


def _mark(scored: Scored, x: float, own: bool, axis: _Axis) -> Mark:
    y = axis.y(scored.value)
    shape: Shape = {MEETS: "disc", FAILS: "triangle"}.get(scored.band, "ring")  # type: ignore[assignment]
    corners = ((x - _TRIANGLE, y - _TRIANGLE), (x + _TRIANGLE, y - _TRIANGLE), (x, y + _TRIANGLE))
    return Mark(shape, _text(y), _corners(corners), _bar(scored, x, axis), _score(scored, x, own, axis))


def _bar(scored: Scored, x: float, axis: _Axis) -> Bar:
    top, bottom = axis.y(scored.high), axis.y(scored.low)
    cut = ""
    if scored.low < axis.floor:
        bottom -= _CUT_HEIGHT
        half = _CUT_WIDTH / 2
        cut = _corners(((x - half, bottom), (x + half, bottom), (x, bottom + _CUT_HEIGHT)))
    return Bar(_text(x - _BAR / 2), _text(top), str(_BAR), _text(max(bottom - top, 1)), cut)


def _score(scored: Scored, x: float, own: bool, axis: _Axis) -> Score:
    """Above the bar, and above the mark where that reaches higher."""
    text = number(scored.value)
    y = min(axis.y(scored.high), axis.y(scored.value) - _MARK) - _SCORE_GAP
    wide, high = _wide(text, _SCORE_SIZE, bold=own), _SCORE_SIZE * _DIGIT_HEIGHT
    return Score(
        text=text,
        x=_text(x - wide / 2),
        y=_text(y),
        patch_x=_text(x - wide / 2 - 1),
        patch_y=_text(y - high - 1),
        patch_width=_text(wide + 2),
        patch_height=_text(high + 2),
    )


def _centred(text: str, middle: float, size: float, *, bold: bool) -> str:
    """Where a text begins that is to stand around `middle`.

    Said by its beginning: texts that are centred or aligned right are drawn through forms, whose edge readers of PDF
    cut through the first letter, so that 80% reads like 30%.
    """
    return _text(middle - _wide(text, size, bold=bold) / 2)


def _wide(text: str, size: float, *, bold: bool) -> float:
    widths = _BOLD if bold else _REGULAR
    return sum(widths.get(each, _OTHER) for each in text) * size / 1000


def _corners(points: tuple[tuple[float, float], ...]) -> str:
    return " ".join(f"{_text(x)},{_text(y)}" for x, y in points)


def _text(coordinate: float) -> str:
    return f"{coordinate:.1f}".removesuffix(".0")

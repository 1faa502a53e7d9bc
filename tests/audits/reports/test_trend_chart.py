"""The chart of page one, as it is drawn: whatever was found, every number can be read and stands where it belongs."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from audits.models.periods import Period, free, half_year, quarter, whole_year
from audits.reports.headline import METHODS, Found, Scored, Trend, TrendColumn, Yard
from audits.reports.trend_chart import TrendChart, columns_of, trend_chart

SVG = "{http://www.w3.org/2000/svg}"
THIRD = quarter(2026, 3)
FONTS = Path(settings.BASE_DIR) / "static/vendor/source-sans"


@pytest.fixture(autouse=True)
def _polish():
    with translation.override("pl"):
        yield


def scored(value: str, low: str, high: str, target: int = 90) -> Scored:
    ends = Decimal(low), Decimal(high)
    band = "meets" if ends[0] >= target else "fails" if ends[1] < target else "undecided"
    return Scored(Decimal(value), *ends, band)  # type: ignore[arg-type]


def mystery(value: str, low: str, high: str, audits: int = 12) -> Found:
    return Found("mystery", audits, scored(value, low, high))


def trend(*columns: tuple[Found, ...], period: Period = THIRD, target: int = 90) -> Trend:
    periods = columns_of(period)
    found = [(), (), (), (), ()][: len(periods) - len(columns)] + list(columns)
    drawn = [TrendColumn(each, what) for each, what in zip(periods, found, strict=True)]
    return Trend(tuple(drawn), Yard(target=target))


def chart_of(*columns: tuple[Found, ...], **facts: Any) -> TrendChart:
    chart = trend_chart(trend(*columns, **facts))
    assert chart is not None
    return chart


def drawing(chart: TrendChart) -> ElementTree.Element:
    return ElementTree.fromstring(  # noqa: S314 - our own markup
        render_to_string("audits/reports/_trend_chart.svg", {"chart": chart})
    )


# What it shows


@pytest.mark.parametrize(
    ("period", "codes"),
    [
        (THIRD, ["2025Q4", "2026Q1", "2026Q2", "2026Q3"]),
        (half_year(2026, 1), ["2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026H1"]),
        (whole_year(2025), ["2025Q1", "2025Q2", "2025Q3", "2025Q4", "2025"]),
        (
            free(date(2026, 1, 2), date(2026, 8, 9)),
            ["2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026-01-02..2026-08-09"],
        ),
    ],
)
def test_the_columns_are_four_quarters_and_the_period_itself_where_it_is_longer(period, codes):
    assert [each.code for each in columns_of(period)] == codes


def test_a_method_has_a_panel_if_it_has_any_score_and_no_panels_are_no_chart():
    few, none = Found("observation", 4), Found("documents")
    chart = chart_of((mystery("88", "80", "93"), few), (Found("mystery", 2), few, none))
    assert [panel.method for panel in chart.panels] == ["mystery"]
    assert trend_chart(trend((few, none))) is None


def test_the_year_stands_at_the_first_column_and_at_the_first_quarter():
    (panel,) = chart_of((mystery("88", "80", "93"),)).panels
    assert [column.label for column in panel.columns] == ["IV 2025", "I 2026", "II", "III"]
    (panel,) = chart_of((mystery("88", "80", "93"),), period=whole_year(2025)).panels
    assert [column.label for column in panel.columns] == ["I 2025", "II", "III", "IV", "rok\N{NO-BREAK SPACE}2025"]


def test_the_reports_own_column_alone_is_marked():
    (panel,) = chart_of((mystery("88", "80", "93"),), period=whole_year(2025)).panels
    assert [column.own for column in panel.columns] == [False, False, False, False, True]


def test_signs_follow_the_verdict_that_was_reached_before_rounding():
    found = [mystery("93", "90", "96"), mystery("80", "70", "89.9"), mystery("90", "80", "95")]
    almost = Found("mystery", 9, Scored(Decimal(95), Decimal("90.0"), Decimal(99), "undecided"))
    (panel,) = chart_of(*((each,) for each in (*found, almost))).panels
    shapes = [column.mark and column.mark.shape for column in panel.columns]
    assert shapes == ["disc", "triangle", "ring", "ring"]


def test_a_column_without_a_score_says_how_many_audits_and_nothing_where_that_may_not_be_known():
    columns = [(Found("mystery", 3),), (Found("mystery"),), (Found("mystery", absence="few_people"),)]
    (panel,) = chart_of(*columns, (mystery("88", "80", "93"),)).panels
    assert [column.sample for column in panel.columns] == ["n = 3", "n = 0", "", "n = 12"]
    assert [column.mark is None for column in panel.columns] == [True, True, True, False]


@pytest.mark.parametrize(
    ("found", "ticks"),
    [
        (("95", "91", "98"), ["100%", "95%", "85%", "80%"]),
        (("90", "72", "95"), ["100%", "80%", "70%"]),
        (("85", "55", "95"), ["100%", "80%", "70%", "60%", "50%"]),
        (("80", "31", "95"), ["100%", "80%", "70%", "60%", "50%"]),  # not below 50 for a long bar
        (("48", "22", "75"), ["100%", "80%", "60%", "40%"]),  # 30, ten under the score
        (("3", "0", "40"), ["100%", "80%", "60%", "40%", "20%", "0%"]),
    ],
)
def test_the_axis_goes_as_low_as_it_must(found, ticks):
    assert [tick.text for tick in chart_of((mystery(*found),)).ticks] == ticks


@pytest.mark.parametrize(
    ("target", "found", "ticks"),
    [
        (88, ("90", "55", "95"), ["100%", "", "80%", "70%", "60%", "50%"]),  # 90% would run into 88%
        (95, ("90", "55", "95"), ["100%", "90%", "80%", "70%", "60%", "50%"]),
        (98, ("90", "55", "95"), ["", "90%", "80%", "70%", "60%", "50%"]),
        (75, ("97", "95", "98"), ["100%", "90%", "80%", "70%"]),  # the target is higher than the floor
    ],
)
def test_the_targets_label_stands_alone(target, found, ticks):
    chart = chart_of((mystery(*found),), target=target)
    assert ([tick.text for tick in chart.ticks], chart.target.text) == (ticks, f"{target}%")


def test_a_bar_longer_than_the_axis_ends_in_a_triangle_and_the_caption_says_so():
    cut = chart_of((mystery("80", "31", "95"),))
    whole = chart_of((mystery("80", "55", "95"),))
    assert ("Trójkąt" in cut.caption, "Trójkąt" in whole.caption) == (True, False)
    assert len(drawing(cut).findall(f"{SVG}polygon")) == len(drawing(whole).findall(f"{SVG}polygon")) + 1


def test_a_single_panel_does_not_spread_over_the_whole_width_and_several_do():
    (alone,) = chart_of((mystery("88", "80", "93"),)).panels
    assert float(alone.right) - float(alone.left) == 480
    both = chart_of((mystery("88", "80", "93"), Found("observation", 9, scored("88", "80", "93")))).panels
    assert float(both[-1].right) == 664
    assert float(both[1].left) - float(both[0].right) == 14


def test_the_alternative_text_holds_every_figure():
    chart = chart_of(
        (mystery("89.4", "81.3", "94.2", 11), Found("observation", 5, scored("84", "78.9", "88.1"))),
        (Found("mystery", 3),),
        (Found("mystery", absence="few_people"),),
        (mystery("90.2", "82.9", "94.6"), Found("documents", 1)),
    )
    title = drawing(chart).find(f"{SVG}title")
    assert title is not None
    assert (title.text or "").replace("\N{NO-BREAK SPACE}", " ") == (
        "Wynik z przedziałem 95% według metody i okresu; cel 90%. "
        "Tajemniczy klient: IV kwartał 2025: 89,4% (81,3–94,2), n = 11; I kwartał 2026: za mało audytów, n = 3; "
        "II kwartał 2026: mniej niż 5 osób; III kwartał 2026: 90,2% (82,9–94,6), n = 12. "
        "Obserwacja przełożonego: IV kwartał 2025: 84,0% (78,9–88,1), n = 5; I kwartał 2026: bez audytów; "
        "II kwartał 2026: bez audytów; III kwartał 2026: bez audytów."
    )


def test_the_drawing_is_named_and_needs_nothing_that_a_strict_policy_would_drop():
    chart = chart_of((mystery("89.4", "81.3", "94.2"),))
    markup = render_to_string("audits/reports/_trend_chart.svg", {"chart": chart})
    svg = drawing(chart)
    assert svg.get("aria-labelledby") == svg.find(f"{SVG}title").get("id") == "trend-title"
    assert svg.get("role") == "img"
    assert not re.search(r"\sstyle=|<style|<desc|\son\w+=|href", markup)


# How it is drawn


@dataclass(frozen=True)
class Box:
    what: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)


@cache
def advances(face: str) -> dict[str, float]:
    with TTFont(FONTS / f"SourceSans3-{face}.ttf") as font:
        widths, names = font["hmtx"], font.getBestCmap()
        return {chr(code): widths[name][0] / font["head"].unitsPerEm for code, name in names.items()}


def text_box(element: ElementTree.Element) -> Box:
    text, size = element.text or "", float(element.get("font-size", "9.5"))
    face = {"700": "Bold", "600": "Semibold"}.get(element.get("font-weight", ""), "Regular")
    wide = sum(advances(face)[each] for each in text) * size
    x, y = float(element.get("x", "")), float(element.get("y", ""))
    left = {"middle": x - wide / 2, "end": x - wide}.get(element.get("text-anchor", ""), x)
    below = 0.2 if re.search("[gjpqyąę]", text) else 0.02
    return Box(text, left, y - 0.66 * size, left + wide, y + below * size)


def shape_box(element: ElementTree.Element) -> Box:
    kind = element.tag.removeprefix(SVG)
    if kind == "rect":
        x, y, width, height = (float(element.get(name, "")) for name in ("x", "y", "width", "height"))
        return Box(kind, x, y, x + width, y + height)
    if kind == "circle":
        x, y, r = (float(element.get(name, "")) for name in ("cx", "cy", "r"))
        r += float(element.get("stroke-width", "0")) / 2
        return Box(kind, x - r, y - r, x + r, y + r)
    points = [tuple(map(float, point.split(","))) for point in element.get("points", "").split()]
    xs, ys = zip(*points, strict=True)
    return Box(kind, min(xs), min(ys), max(xs), max(ys))


tenths = st.integers(0, 1000).map(lambda value: Decimal(value) / 10)


@st.composite
def drawn_scores(draw: st.DrawFn, target: int) -> Scored:
    low, value, high = sorted(draw(tenths) for _ in range(3))
    return scored(str(value), str(low), str(high), target)


@st.composite
def drawn_trends(draw: st.DrawFn) -> Trend:
    target = draw(st.sampled_from([90, 90, 90, 50, 75, 88, 95, 100]))
    period = draw(
        st.sampled_from(
            [THIRD, quarter(2026, 1), half_year(2026, 1), whole_year(2025), free(date(2026, 1, 2), date(2026, 8, 9))]
        )
    )
    methods = draw(st.lists(st.sampled_from(METHODS), min_size=1, unique=True))

    def found(method: str) -> Found:
        kind = draw(st.sampled_from(["scored", "scored", "scored", "few", "none", "people"]))
        if kind == "people":
            return Found(method, absence="few_people")
        if kind == "scored":
            return Found(method, draw(st.integers(5, 9999)), draw(drawn_scores(target)))
        return Found(method, draw(st.integers(1, 4)) if kind == "few" else 0)

    columns = [TrendColumn(each, tuple(map(found, methods))) for each in columns_of(period)]
    return Trend(tuple(columns), Yard(target=target))


@given(drawn=drawn_trends())
@hypothesis_settings(max_examples=25)
def test_every_text_is_placed_by_its_beginning_and_yet_stands_around_its_column_or_before_the_axis(drawn):
    """Readers of PDF cut through the first letter of texts that are centred or aligned right."""
    chart = trend_chart(drawn)
    if chart is None:
        return
    texts = list(drawing(chart).iter(f"{SVG}text"))
    assert not [element for element in texts if element.get("text-anchor")]
    middles = [float(column.x) for panel in chart.panels for column in panel.columns]
    headings = {panel.heading for panel in chart.panels}
    for box in (text_box(element) for element in texts if element.text not in headings):
        is_at_axis = abs(box.right - 26) < 0.3
        assert is_at_axis or min(abs((box.left + box.right) / 2 - middle) for middle in middles) < 0.3, box


@given(drawn_trends())
@hypothesis_settings(deadline=None)
def test_nothing_leaves_the_frame_and_no_text_covers_another(drawn):
    chart = trend_chart(drawn)
    if chart is None:
        assert not any(each.scored for column in drawn.columns for each in column.found)
        return
    svg = drawing(chart)
    texts = [text_box(each) for each in svg.iter(f"{SVG}text")]
    shapes = [shape_box(each) for kind in ("rect", "circle", "polygon") for each in svg.iter(f"{SVG}{kind}")]
    for box in (*texts, *shapes):
        assert box.left >= 0, box
        assert box.top >= 0, box
        assert box.right <= 664, box
        assert box.bottom <= 204, box
    for place, text in enumerate(texts):
        for other in texts[place + 1 :]:
            assert not text.meets(other), (text, other)
    numbers = [text for text in texts if re.fullmatch(r"\d+,\d", text.what)]
    marks = [shape for shape in shapes if shape.what != "rect"]
    assert not [(number, mark) for number in numbers for mark in marks if number.meets(mark)]
    bars = [shape for shape in shapes if shape.what == "rect" and shape.right - shape.left == pytest.approx(5)]
    assert not [(number, bar) for number in numbers for bar in bars if number.meets(bar)]


@given(drawn_trends())
@hypothesis_settings(deadline=None)
def test_every_score_is_drawn_once_at_its_height_within_its_bar(drawn):
    chart = trend_chart(drawn)
    if chart is None:
        return
    heights: dict[Decimal, set[str]] = {}
    for panel in chart.panels:
        for column, of in zip(panel.columns, drawn.columns, strict=True):
            found = of.of(panel.method).scored
            assert (column.mark is None) == (found is None)
            if column.mark is None or found is None:
                continue
            heights.setdefault(found.value, set()).add(column.mark.y)
            bar, y = column.mark.bar, float(column.mark.y)
            assert float(bar.y) - 0.2 <= y
            # A bar that is cut goes on in its triangle.
            assert y <= float(bar.y) + float(bar.height) + (5.2 if bar.cut else 0.2)
            assert float(panel.left) < float(column.x) < float(panel.right)
    assert all(len(drawn_at) == 1 for drawn_at in heights.values())
    in_order = [float(next(iter(heights[value]))) for value in sorted(heights)]
    assert in_order == sorted(in_order, reverse=True)


@given(drawn_trends())
@hypothesis_settings(deadline=None)
def test_the_target_is_always_on_the_axis(drawn):
    if chart := trend_chart(drawn):
        lowest = max(float(tick.y) for tick in chart.ticks)
        assert 34 <= float(chart.target.y) < lowest
        assert chart.target.text == f"{drawn.yard.target}%"

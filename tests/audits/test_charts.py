"""The charts' geometry, and the one template that draws it."""

import re
from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string

from audits.reports.charts import IntervalRow, change_chart, interval_chart, share_of, signed_points

SVG = "{http://www.w3.org/2000/svg}"


def test_a_share_is_drawn_in_proportion_between_the_ends_of_the_axis():
    rows = [IntervalRow("zero", 0.0), IntervalRow("half", 0.5), IntervalRow("all", 1.0)]
    chart = interval_chart(rows, key="areas", title="Areas")
    left, right = float(chart.axis_left), float(chart.axis_right)
    assert [float(mark.x) for mark in chart.marks] == [left, (left + right) / 2, right]


def test_an_interval_spans_its_two_ends():
    chart = interval_chart([IntervalRow("I", 0.9, 0.75, 1.0)], key="areas", title="Areas")
    (mark,) = chart.marks
    three_quarters = next(tick for tick in chart.ticks if tick.text == "75%")
    assert mark.bar_x == three_quarters.x
    assert float(mark.bar_x) + float(mark.bar_width) == float(chart.axis_right)


@pytest.mark.parametrize(
    ("low", "high", "shape"),
    [(0.90, 0.99, "disc"), (0.70, 0.899, "diamond"), (0.70, 0.90, "ring"), (0.85, 0.95, "ring"), (None, None, "ring")],
)
def test_the_marker_says_where_the_whole_interval_lies(low, high, shape):
    value = 0.95 if low is None else (low + high) / 2
    chart = interval_chart([IntervalRow("I", value, low, high)], key="areas", title="Areas", target=0.9)
    assert [mark.shape for mark in chart.marks] == [shape]


def test_the_marker_follows_a_verdict_that_was_reached_before_rounding():
    almost = IntervalRow("89,96% printed as 90,0%", 0.964, 0.9, 0.987, shape="ring")
    just_below = IntervalRow("89,96% printed as 90,0%", 0.85, 0.8, 0.9, shape="diamond")
    chart = interval_chart([almost, just_below], key="areas", title="Areas", target=0.9)
    assert [mark.shape for mark in chart.marks] == ["ring", "diamond"]


def test_without_a_figure_the_remark_stands_in_its_place():
    chart = interval_chart([IntervalRow("IV", None, remark="za mało danych")], key="areas", title="Areas", target=0.9)
    (mark,) = chart.marks
    assert (mark.figures, mark.shape, mark.bar_x) == ("za mało danych", None, "")


def test_figures_are_written_in_polish():
    chart = interval_chart([IntervalRow("I", 0.9234, 0.8405, 0.96994)], key="areas", title="Areas")
    assert [mark.figures for mark in chart.marks] == ["92,3% (84,1–97,0)"]
    assert chart.description == "I: 92,3% (84,1–97,0)"


@pytest.mark.parametrize(
    ("fraction", "text"), [(0.0005, "0,1%"), (0.12345, "12,3%"), (0.1225, "12,3%"), (1.0, "100,0%")]
)
def test_a_share_is_rounded_half_up(fraction, text):
    assert share_of(fraction) == text


@pytest.mark.parametrize(("fraction", "text"), [(0.025, "+2,5"), (-0.01, "−1,0"), (0.0, "0,0"), (-0.0004, "0,0")])
def test_a_difference_carries_its_sign(fraction, text):
    assert signed_points(fraction) == text


def test_changes_lie_around_zero_on_an_axis_that_holds_them_all():
    rows = [IntervalRow("up", 0.05, -0.02, 0.12), IntervalRow("down", -0.18, -0.31, -0.05)]
    chart = change_chart(rows, key="change", title="Change")
    assert [tick.text for tick in chart.ticks] == ["−40", "−20", "0", "+20", "+40"]
    assert chart.reference_x == chart.ticks[2].x
    assert [mark.shape for mark in chart.marks] == ["ring", "diamond"]
    assert [mark.figures for mark in chart.marks] == ["+5,0 (−2,0; +12,0)", "−18,0 (−31,0; −5,0)"]
    assert all(float(chart.axis_left) <= float(mark.bar_x) for mark in chart.marks)


def test_changes_of_nothing_still_have_an_axis():
    chart = change_chart([IntervalRow("I", None, remark="–")], key="change", title="Change")
    assert [tick.text for tick in chart.ticks] == ["−10", "−5", "0", "+5", "+10"]


def test_a_long_label_takes_two_lines_at_most_and_the_row_grows():
    long = interval_chart([IntervalRow("słowo " * 30, 0.5)], key="areas", title="Areas")
    short = interval_chart([IntervalRow("słowo", 0.5)], key="areas", title="Areas")
    assert len(long.marks[0].lines) == 2
    assert long.marks[0].lines[1].text.endswith("…")
    assert float(long.height) > float(short.height)


@pytest.mark.parametrize(
    "figures",
    [{"value": 0.5, "low": 0.4}, {"value": None, "low": 0.4, "high": 0.5}, {"value": 0.9, "low": 0.4, "high": 0.5}],
)
def test_figures_that_contradict_each_other_are_refused(figures):
    with pytest.raises(ValueError):
        IntervalRow("I", **figures)


def test_the_drawing_is_named_and_needs_no_style_that_a_strict_policy_would_drop():
    rows = [
        IntervalRow("I <b>", 0.95, 0.91, 0.98),
        IntervalRow("II", 0.5, 0.4, 0.6),
        IntervalRow("III", 0.9, 0.8, 0.95),
        IntervalRow("IV", None, remark="za mało danych"),
    ]
    chart = interval_chart(rows, key="areas", title="Wykres: obszary", target=0.9)
    markup = render_to_string("audits/reports/_chart.svg", {"chart": chart})
    svg = ElementTree.fromstring(markup)  # noqa: S314 - our own markup
    assert svg.find(f"{SVG}title").text == "Wykres: obszary"
    assert svg.find(f"{SVG}title").get("id") == svg.get("aria-labelledby") == "areas-title"
    assert svg.find(f"{SVG}desc").text.startswith("I <b>: 95,0% (91,0–98,0); II: 50,0%")
    assert not re.search(r"\sstyle=|<style|\son\w+=|href", markup)
    assert len(svg.findall(f"{SVG}rect")) == 3
    assert [len(svg.findall(f"{SVG}{shape}")) for shape in ("circle", "polygon")] == [2, 1]
    # Numbers are written for SVG, whatever the page's language.
    assert all(re.fullmatch(r"[\d.]+", rect.get("x")) for rect in svg.iter(f"{SVG}rect"))

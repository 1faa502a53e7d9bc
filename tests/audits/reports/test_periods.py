import datetime

import pytest
import time_machine
from django.utils import translation

from audits.models import periods
from audits.models.periods import NotAPeriod, Period, parse

UTC = datetime.UTC


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "first", "last", "kind"),
    [
        ("2026Q1", "2026-01-01", "2026-03-31", "quarter"),
        ("2026q4", "2026-10-01", "2026-12-31", "quarter"),
        ("2026H1", "2026-01-01", "2026-06-30", "half_year"),
        ("2026H2", "2026-07-01", "2026-12-31", "half_year"),
        (" 2024 ", "2024-01-01", "2024-12-31", "year"),
        ("2026-02-03..2026-02-03", "2026-02-03", "2026-02-03", "free"),
        ("2026-01-01..2026-03-31", "2026-01-01", "2026-03-31", "quarter"),
        ("2026-02-01..2026-04-30", "2026-02-01", "2026-04-30", "free"),
        ("2026-04-01..2026-09-30", "2026-04-01", "2026-09-30", "free"),
    ],
)
def test_texts_name_periods(text: str, first: str, last: str, kind: str) -> None:
    assert parse(text) == Period(kind, day(first), day(last))


@pytest.mark.parametrize(
    "text",
    ["", "2026Q5", "2026Q0", "2026H3", "26Q1", "2026-13-01..2026-14-01", "2026-02-30..2026-03-01", "kwartał", "0001Q1"],
)
def test_other_texts_are_refused_and_told_what_is_expected(text: str) -> None:
    with pytest.raises(NotAPeriod, match="2026Q3"):
        parse(text)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(NotAPeriod):
        parse("2026-03-31..2026-01-01")


@pytest.mark.parametrize("text", ["2026Q3", "2026H2", "2026", "2026-02-03..2026-02-10"])
def test_the_code_names_the_same_period(text: str) -> None:
    assert parse(text).code == text


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2026Q1", "2025Q4"),
        ("2026Q3", "2026Q2"),
        ("2026H1", "2025H2"),
        ("2026", "2025"),
        ("2026-02-01..2026-03-31", "2025-12-01..2026-01-31"),
        ("2026-03-10..2026-03-19", "2026-02-28..2026-03-09"),
    ],
)
def test_the_period_before_is_as_long_and_ends_the_day_before(text: str, before: str) -> None:
    assert parse(text).previous() == parse(before)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        # Winter time at one edge, summer time at the other.
        ("2026Q1", datetime.datetime(2025, 12, 31, 23, tzinfo=UTC), datetime.datetime(2026, 3, 31, 22, tzinfo=UTC)),
        ("2026Q4", datetime.datetime(2026, 9, 30, 22, tzinfo=UTC), datetime.datetime(2026, 12, 31, 23, tzinfo=UTC)),
        # The nights on which the clocks are moved: a day of 23 hours and one of 25.
        (
            "2026-03-29..2026-03-29",
            datetime.datetime(2026, 3, 28, 23, tzinfo=UTC),
            datetime.datetime(2026, 3, 29, 22, tzinfo=UTC),
        ),
        (
            "2026-10-25..2026-10-25",
            datetime.datetime(2026, 10, 24, 22, tzinfo=UTC),
            datetime.datetime(2026, 10, 25, 23, tzinfo=UTC),
        ),
    ],
)
def test_days_begin_and_end_at_midnight_in_warsaw(text: str, start: datetime.datetime, end: datetime.datetime) -> None:
    period = parse(text)
    assert (period.start, period.end) == (start, end)


def test_periods_follow_each_other_without_gap_or_overlap() -> None:
    period = parse("2030Q1")
    for _ in range(40):
        assert period.previous().end == period.start
        period = period.previous()


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        # Half past eleven in the evening, UTC: in Warsaw the new quarter has begun.
        (datetime.datetime(2026, 9, 30, 22, 30, tzinfo=UTC), "2026Q3"),
        (datetime.datetime(2026, 9, 30, 21, 30, tzinfo=UTC), "2026Q2"),
    ],
)
def test_the_last_finished_quarter_is_reckoned_in_warsaw(instant: datetime.datetime, expected: str) -> None:
    from django.utils import timezone

    with time_machine.travel(instant, tick=False):
        assert periods.last_finished_quarter(timezone.localdate()).code == expected


def test_only_fixed_periods_are_fixed() -> None:
    assert [parse(text).is_fixed for text in ("2026Q1", "2026H1", "2026", "2026-01-01..2026-01-31")] == [
        True,
        True,
        True,
        False,
    ]


def test_labels_are_in_the_language_in_force() -> None:
    with translation.override("en"):
        assert [parse(text).label for text in ("2026Q3", "2026H2", "2026")] == [
            "quarter III of 2026",
            "half-year II of 2026",
            "year 2026",
        ]

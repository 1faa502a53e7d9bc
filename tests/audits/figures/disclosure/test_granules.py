"""A granule is a quarter, a half-year, a year, or a wave with its own days."""

from datetime import date

import pytest

from audits.figures.disclosure import Granule, Length, Place, granule_of, granules_of, lies_in, tree_on, units_below
from tests.audits.figures.disclosure.makers import H1, LONG_AGO, Q1, Q2, Q3, Q4, YEAR

WAVE = Granule(date(2025, 3, 10), date(2025, 4, 20), wave=7)


@pytest.mark.parametrize(
    ("day", "length", "first", "last"),
    [
        (date(2025, 1, 1), Length.QUARTER, date(2025, 1, 1), date(2025, 3, 31)),
        (date(2025, 3, 31), Length.QUARTER, date(2025, 1, 1), date(2025, 3, 31)),
        (date(2025, 12, 31), Length.QUARTER, date(2025, 10, 1), date(2025, 12, 31)),
        (date(2025, 6, 30), Length.HALF_YEAR, date(2025, 1, 1), date(2025, 6, 30)),
        (date(2025, 7, 1), Length.HALF_YEAR, date(2025, 7, 1), date(2025, 12, 31)),
        (date(2024, 2, 29), Length.YEAR, date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_day_lies_in_one_granule_of_each_length(day: date, length: Length, first: date, last: date) -> None:
    assert granule_of(day, length) == Granule(first, last)


def test_the_granules_of_a_period_are_all_that_have_a_day_in_it() -> None:
    assert granules_of(YEAR, Length.QUARTER) == [Q1, Q2, Q3, Q4]
    assert granules_of(Granule(date(2025, 3, 31), date(2025, 7, 1)), Length.QUARTER) == [Q1, Q2, Q3]
    assert granules_of(Q3, Length.YEAR) == [YEAR]
    assert granules_of(Granule(date(2024, 11, 1), date(2025, 2, 1)), Length.YEAR)[1:] == [YEAR]


def test_the_granule_of_a_waves_report_is_the_wave() -> None:
    assert granules_of(WAVE, Length.QUARTER) == [WAVE]


@pytest.mark.parametrize(
    ("period", "holds"),
    [
        (Q1, False),
        (Q2, True),
        (H1, True),
        (YEAR, True),
        (Granule(date(2025, 4, 1), date(2025, 4, 20)), False),
        (Granule(date(2025, 3, 10), date(2025, 4, 20)), True),
        (Granule(date(2025, 3, 1), date(2025, 4, 19)), False),
        (WAVE, True),
        (Granule(WAVE.first, WAVE.last, wave=8), False),
    ],
    ids=str,
)
def test_a_wave_counts_whole_in_the_quarter_half_and_year_of_its_last_day(period: Granule, holds: bool) -> None:
    assert lies_in(WAVE, period) is holds


@pytest.mark.parametrize(
    ("period", "holds"),
    [
        (Q2, True),
        (H1, True),
        (Q1, False),
        (Granule(date(2025, 4, 2), date(2025, 6, 30)), False),
        (Granule(date(2025, 4, 1), date(2025, 6, 29)), False),
        (Granule(Q2.first, Q2.last, wave=1), False),
    ],
    ids=str,
)
def test_a_quarter_counts_where_all_its_days_lie(period: Granule, holds: bool) -> None:
    assert lies_in(Q2, period) is holds


class TestTree:
    """The tree is that of the granule's last day; a closed unit stands where it stood last."""

    OFFICE, FIRST, SECOND, UNIT = 1, 2, 3, 20
    BASE = [Place(OFFICE, None, LONG_AGO), Place(FIRST, OFFICE, LONG_AGO), Place(SECOND, OFFICE, LONG_AGO)]

    @pytest.mark.parametrize(
        ("moved", "parent"), [(Q2.last, SECOND), (Q3.first, FIRST), (Q2.first, SECOND)], ids=["last", "next", "first"]
    )
    def test_a_unit_that_moves_stands_where_it_is_on_that_day(self, moved: date, parent: int) -> None:
        places = [*self.BASE, Place(self.UNIT, self.SECOND, moved), Place(self.UNIT, self.FIRST, LONG_AGO, moved)]
        assert tree_on(Q2.last, places)[self.UNIT] == parent

    def test_a_closed_unit_stands_where_it_stood_last(self) -> None:
        spans = [(self.FIRST, LONG_AGO, date(2025, 1, 5)), (self.SECOND, date(2025, 1, 5), date(2025, 2, 1))]
        places = [*self.BASE, *(Place(self.UNIT, *span) for span in spans)]
        assert tree_on(Q2.last, places)[self.UNIT] == self.SECOND
        assert tree_on(Q2.last, places[::-1])[self.UNIT] == self.SECOND

    def test_a_unit_that_opens_later_stands_where_it_will(self) -> None:
        spans = [(self.FIRST, date(2025, 9, 1), date(2025, 10, 1)), (self.SECOND, date(2025, 10, 1), None)]
        assert tree_on(Q2.last, [*self.BASE, *(Place(self.UNIT, *span) for span in spans)])[self.UNIT] == self.FIRST

    def test_below_a_unit_is_itself_and_all_that_is_below(self) -> None:
        tree = {1: None, 2: 1, 20: 2, 200: 20, 3: 1}
        assert units_below(tree, 2) == {2, 20, 200}
        assert units_below(tree, 99) == {99}

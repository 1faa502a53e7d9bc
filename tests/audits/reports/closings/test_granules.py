"""How long granules are is set before a year begins, and holds until something else is set."""

import datetime

import pytest

from audits.choices import Role
from audits.figures.disclosure import Granule, Length
from audits.models import GranuleSetting
from audits.models.periods import half_year, quarter, whole_year
from audits.reports.closings import due_granules, granules_preview, length_of, set_granule
from audits.reports.closings.granules import lengths_of
from standards.choices import Method
from standards.refusals import Refused
from tests.audits.factories import appointed
from tests.audits.reports import makers
from tests.audits.reports.closings.conftest import NOW

pytestmark = pytest.mark.django_db


def test_as_shipped_shopping_is_closed_by_the_quarter_and_what_names_people_by_the_year() -> None:
    assert {method: length_of(method, 2026) for method in Method} == {
        Method.MYSTERY: Length.QUARTER,
        Method.OBSERVATION: Length.YEAR,
        Method.DOCUMENTS: Length.YEAR,
    }


def test_one_set_holds_from_its_year_on_and_the_last_word_counts(hr) -> None:
    for length in ("year", "half_year"):
        set_granule(method=Method.MYSTERY, year=2027, length=length, by=hr, now=NOW)
    assert [length_of(Method.MYSTERY, year) for year in (2026, 2027, 2028)] == [
        Length.QUARTER,
        Length.HALF_YEAR,
        Length.HALF_YEAR,
    ]
    assert length_of(Method.OBSERVATION, 2027) == Length.YEAR
    assert GranuleSetting.objects.filter(set_by=hr, set_at=NOW).count() == 2


def test_a_period_over_a_change_of_length_has_granules_of_both(hr) -> None:
    set_granule(method=Method.MYSTERY, year=2027, length="year", by=hr, now=NOW)
    found = lengths_of().granules_of(Method.MYSTERY, Granule(datetime.date(2026, 7, 1), datetime.date(2027, 3, 31)))
    assert [granule.last.isoformat() for granule in found] == ["2026-09-30", "2026-12-31", "2027-12-31"]


class TestRefused:
    def refused(self, **options: object) -> None:
        with pytest.raises(Refused):
            set_granule(**{"method": Method.MYSTERY, "year": 2027, "length": "year", "now": NOW} | options)  # type: ignore[arg-type]
        assert not GranuleSetting.objects.exists()

    def test_once_the_year_has_begun(self, hr) -> None:
        self.refused(by=hr, year=2026)
        new_year = datetime.datetime(2026, 12, 31, 23, tzinfo=datetime.UTC)
        self.refused(by=hr, now=new_year)
        set_granule(
            method=Method.MYSTERY, year=2027, length="year", by=hr, now=new_year - datetime.timedelta(minutes=1)
        )

    def test_once_a_part_of_it_is_closed(self, hr, close) -> None:
        """A clock put right afterwards: what was closed as of the next year stays."""
        close(
            first_day=datetime.date(2027, 1, 1),
            last_day=datetime.date(2027, 3, 31),
            now=datetime.datetime(2027, 4, 1, 9, tzinfo=datetime.UTC),
        )
        self.refused(by=hr)

    @pytest.mark.parametrize("options", [{"method": "survey"}, {"length": "month"}, {"year": 3000}])
    def test_what_there_is_not(self, hr, options) -> None:
        self.refused(by=hr, **options)

    def test_to_hr_of_a_part_of_the_office(self, district) -> None:
        self.refused(by=appointed(Role.HR, district.units[0]))


def test_due_is_what_is_over_has_audits_and_is_not_closed(district, hr, close) -> None:
    for month in (2, 5, 8, 11):
        makers.submit(
            district,
            district.units[0],
            method=Method.MYSTERY,
            took_place_at=datetime.datetime(2026, month, 3, 9, tzinfo=datetime.UTC),
        )
    makers.submit(district, district.units[0])
    close()
    assert due_granules(datetime.date(2026, 12, 31)) == [
        (Method.MYSTERY, quarter(2026, 1)),
        (Method.MYSTERY, quarter(2026, 2)),
    ]
    assert due_granules(datetime.date(2027, 1, 1))[2:] == [
        (Method.MYSTERY, quarter(2026, 4)),
        (Method.OBSERVATION, whole_year(2026)),
    ]
    assert half_year(2026, 1) not in [period for _method, period in due_granules(datetime.date(2027, 1, 1))]


def test_the_preview_says_of_last_years_audits_what_each_length_would_show(district) -> None:
    unit = district.units[0]
    for number, person in enumerate(district.people[unit.pk]):
        day = datetime.datetime(2026, 2 if number < 3 else 8, 3, 9, tzinfo=datetime.UTC)
        makers.submit(district, unit, employee=person, took_place_at=day)
    preview = granules_preview(2027)[Method.OBSERVATION]
    assert {length: (each.audits, each.audits_shown, each.units_shown) for length, each in preview.items()} == {
        Length.QUARTER: (6, 0, 0),
        Length.HALF_YEAR: (6, 0, 0),
        Length.YEAR: (6, 6, 1),
    }

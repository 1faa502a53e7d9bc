"""Who is audited when, at full size; planned without a database."""

import datetime
import random
from collections import Counter

import pytest

from audits.demo import office, people
from audits.demo.office import Period
from audits.demo.visits import MOST_PER_PERSON, Planner, Visit


def plan(until: datetime.date) -> tuple[people.Staff, list[Visit]]:
    rng = random.Random(1)
    listed = office.units()
    staff = people.choose(people.hire(rng, listed, Period.until(until)), listed)
    return staff, Planner(rng, staff, listed, Period.until(until)).submitted()


def quarter(moment: datetime.datetime) -> tuple[int, int]:
    return moment.year, (moment.month - 1) // 3


@pytest.fixture(scope="module")
def planned() -> tuple[people.Staff, list[Visit]]:
    return plan(datetime.date(2026, 9, 10))


@pytest.mark.parametrize(
    "until",
    [datetime.date(2026, 1, 1), datetime.date(2026, 2, 28), datetime.date(2028, 2, 29), datetime.date(2026, 12, 31)],
)
def test_about_twelve_thousand_audits_whatever_the_day(until: datetime.date) -> None:
    _, visits = plan(until)
    assert 10_500 <= len(visits) <= 12_700
    assert max(visit.took_place_at.date() for visit in visits) < until
    assert min(visit.took_place_at.date() for visit in visits) >= Period.until(until).start


def test_a_quarter_that_began_on_a_weekend_has_its_visits_before_it() -> None:
    # Saturday to Monday: no working day has passed in the new quarter.
    _, visits = plan(datetime.date(2028, 10, 2))
    assert all(visit.took_place_at.weekday() < 5 for visit in visits)


def test_every_district_has_a_sample_every_quarter(planned: tuple[people.Staff, list[Visit]]) -> None:
    staff, visits = planned
    shoppers = Counter(
        (visit.unit.branch, visit.channel, quarter(visit.took_place_at))
        for visit in visits
        if visit.method == "mystery"
    )
    quarters = sorted({quarter(visit.took_place_at) for visit in visits})
    assert len(staff.auditors) == 18
    assert len(quarters) == 9
    for district in staff.auditors:
        for channel in ("counter", "phone"):
            # What has passed of the current quarter has its share.
            assert {shoppers[district, channel, one] for one in quarters[:-1]} == {20}
            assert 14 <= shoppers[district, channel, quarters[-1]] < 20


def test_every_unit_of_five_has_enough_for_a_score_every_quarter(planned: tuple[people.Staff, list[Visit]]) -> None:
    _, visits = planned
    shoppers = Counter((visit.unit, quarter(visit.took_place_at)) for visit in visits if visit.method == "mystery")
    quarters = sorted({quarter(visit.took_place_at) for visit in visits})
    changing = {office.SET_UP_LATE, office.CLOSED}
    units = {unit for unit, _ in shoppers if unit.posts >= 5 and unit.code not in changing}
    few = [(unit.code, one) for unit in units for one in quarters[:-1] if shoppers[unit, one] < 5]
    assert not few


def test_letters_of_a_year_are_of_five_people_in_most_units(planned: tuple[people.Staff, list[Visit]]) -> None:
    """Whoever read some of them takes these off, so that five are left without any one reader's."""
    _, visits = planned
    read: dict[str, dict[str, set[str]]] = {}
    for visit in visits:
        if (visit.method, visit.channel, visit.took_place_at.year) == ("documents", "letter", 2025) and visit.employee:
            readers = read.setdefault(visit.unit.code, {})
            readers.setdefault(visit.auditor.employee.number, set()).add(visit.employee.employee.number)
    left = [
        min(len(set().union(*(seen for other, seen in readers.items() if other != one))) for one in readers)
        for readers in read.values()
    ]
    assert sum(crowd >= 5 for crowd in left) >= 0.7 * len(left)


def test_some_units_are_too_small_to_be_shown_alone(planned: tuple[people.Staff, list[Visit]]) -> None:
    _, visits = planned
    audited: dict[str, set[str]] = {}
    for visit in visits:
        if visit.employee and visit.took_place_at.year == 2025:
            audited.setdefault(visit.unit.code, set()).add(visit.employee.employee.number)
    sizes = [len(people) for people in audited.values()]
    assert min(sizes) < 5 < max(sizes)


def test_nobody_is_audited_too_often_or_by_themselves(planned: tuple[people.Staff, list[Visit]]) -> None:
    _, visits = planned
    times = Counter((visit.method == "documents", visit.employee.employee.number) for visit in visits if visit.employee)
    assert max(times.values()) == MOST_PER_PERSON
    assert len({number for _, number in times}) > 1800
    assert not any(visit.employee is visit.auditor for visit in visits)


def test_some_were_filled_late_and_some_far_too_late(planned: tuple[people.Staff, list[Visit]]) -> None:
    _, visits = planned
    delays = [visit.opened_at - visit.took_place_at for visit in visits]
    assert min(delays) > datetime.timedelta(0)
    assert sum(delay > datetime.timedelta(days=30) for delay in delays) > 10
    assert sum(delay > datetime.timedelta(days=1) for delay in delays) < 0.15 * len(delays)

"""What a choice would give is said before a report is ordered, and what next to it gives a score."""

import datetime
from typing import Any

import pytest

from audits.choices import ReportLevel, Role
from audits.models.periods import half_year, parse, quarter, whole_year
from audits.reports.department.contents import Level
from audits.reports.department.report import department_report
from audits.reports.yields import Offer, yields
from standards.choices import Method
from tests.audits.factories import appointed
from tests.audits.reports import makers
from tests.audits.reports.department.amending import amended
from tests.audits.reports.department.closed import FULL, close, found, hr_of
from tests.audits.reports.makers import Office, submit

pytestmark = pytest.mark.django_db

SUMMER = quarter(2026, 3)


@pytest.fixture
def office() -> Office:
    return makers.office((6, 6, 3))


def visits(office: Office, unit: Any, number: int, month: int = 8) -> None:
    for _ in range(number):
        day = datetime.datetime(2026, month, 3, 9, tzinfo=datetime.UTC)
        submit(office, unit, method=Method.MYSTERY, took_place_at=day)


def of(offer: Offer, method: str = Method.MYSTERY) -> tuple[int, bool, str]:
    found = next(each for each in offer.methods if each.method == method)
    return found.audits, found.has_score, found.absence


def test_each_level_says_its_audits_and_whether_they_make_a_score(office: Office) -> None:
    visits(office, office.units[0], 5)
    visits(office, office.units[2], 2)
    close(office, SUMMER, Method.MYSTERY)
    general, full = yields(office.district, SUMMER, by=hr_of(office)).offers
    assert (general.level, full.level) == (ReportLevel.GENERAL, ReportLevel.FULL)
    assert (of(general), of(full)) == ((5, True, ""), (7, True, ""))
    assert of(general, Method.OBSERVATION) == (0, False, "longer_granule")


@pytest.mark.parametrize(
    ("before_closing", "expected"), [(True, (0, False, "not_closed")), (False, (0, False, "few_people"))]
)
def test_why_there_is_nothing(office: Office, before_closing: bool, expected: tuple[int, bool, str]) -> None:
    visits(office, office.units[2], 5)
    if not before_closing:
        close(office, SUMMER, Method.MYSTERY)
    general, full = yields(office.units[2], SUMMER, by=hr_of(office)).offers
    assert (of(general), of(full)) == (expected, (5, True, ""))


def test_instead_of_what_gives_no_score_comes_the_shortest_longer_period(office: Office) -> None:
    unit = office.units[0]
    visits(office, unit, 3)
    visits(office, unit, 2, month=11)
    visits(office, office.units[1], 5)
    for number in (3, 4):
        close(office, quarter(2026, number), Method.MYSTERY)
    found = yields(unit, SUMMER, by=hr_of(office)).instead
    assert {level: (offer.department, offer.period) for level, offer in found.items()} == dict.fromkeys(
        (ReportLevel.GENERAL, ReportLevel.FULL), (unit, half_year(2026, 2))
    )


def test_where_no_longer_period_gives_one_it_is_the_department_above(office: Office) -> None:
    visits(office, office.units[0], 3)
    visits(office, office.units[1], 2)
    close(office, SUMMER, Method.MYSTERY)
    found = yields(office.units[0], SUMMER, by=hr_of(office)).instead
    assert {(offer.department, offer.period) for offer in found.values()} == {(office.district, SUMMER)}


def test_a_score_needs_nothing_instead_and_nothing_at_all_has_nothing(office: Office) -> None:
    hr = hr_of(office)
    assert yields(office.district, whole_year(2026), by=hr).instead == {}
    visits(office, office.units[0], 5)
    close(office, SUMMER, Method.MYSTERY)
    assert yields(office.units[0], SUMMER, by=hr).instead == {}


def test_a_head_is_told_of_their_own_department_at_the_general_level_alone(office: Office) -> None:
    visits(office, office.units[0], 3)
    visits(office, office.units[1], 5)
    close(office, SUMMER, Method.MYSTERY)
    head = appointed(Role.HEAD, office.units[0])
    found = yields(office.units[0], SUMMER, by=head)
    assert [(offer.level, of(offer)) for offer in found.offers] == [(ReportLevel.GENERAL, (3, False, ""))]
    assert found.instead == {}
    assert yields(office.units[1], SUMMER, by=head).offers == ()


def test_free_days_are_of_the_full_level_alone(office: Office) -> None:
    visits(office, office.units[0], 5)
    (offer,) = yields(office.district, parse("2026-08-01..2026-08-20"), by=hr_of(office)).offers
    assert (offer.level, of(offer)) == (ReportLevel.FULL, (5, True, ""))


REWORDED = {"text": "Nowe brzmienie.", "same_meaning": False}


@pytest.mark.parametrize(("only", "is_one"), [(None, True), (0, False)], ids=["three reworded", "all reworded"])
def test_audits_of_two_editions_make_a_score_where_the_report_has_one(
    office: Office, only: int | None, is_one: bool
) -> None:
    unit = office.units[0]
    visits(office, unit, 3)
    changed = {} if only is not None else {"r17_1": REWORDED, "r14_6": REWORDED, "r4_5": REWORDED}
    office.edition, office.checklists = amended(office.edition, only=only, **changed), {}
    visits(office, unit, 3)
    close(office, SUMMER, Method.MYSTERY)
    general, full = yields(unit, SUMMER, by=hr_of(office)).offers
    assert [of(offer)[1] for offer in (general, full)] == [is_one, is_one]
    for level in (Level(), FULL):
        report = department_report(unit, SUMMER, level=level)
        assert bool(found(report, Method.MYSTERY).scored) == is_one


def test_audits_in_which_nothing_was_rated_make_no_score(office: Office) -> None:
    for _ in range(5):
        submit(office, office.units[0], method=Method.MYSTERY, verdict="not_observed")
    close(office, SUMMER, Method.MYSTERY)
    general, full = yields(office.units[0], SUMMER, by=hr_of(office)).offers
    assert (of(general), of(full)) == ((5, False, ""), (5, False, ""))

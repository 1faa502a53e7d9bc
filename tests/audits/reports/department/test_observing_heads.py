"""A head who observes in a unit knows what they found there, and takes it off whatever is shown: a crowd is left.

Whoever closes asks this of every block and every auditor, so that what is shown is the same for every reader: a report
is handed on, and what its reader may not have is in nobody's.
"""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from audits.choices import Role
from audits.models import Department, User
from audits.models.periods import Period, whole_year
from audits.reports.closings import supplement_closing
from audits.reports.department.report import department_report
from audits.reports.department.tabulation import to_csv
from audits.reports.yields import yields
from standards.choices import Method
from tests.audits.factories import appointed
from tests.audits.reports import makers
from tests.audits.reports.department.closed import close, found, hr_of, row
from tests.audits.reports.makers import Office, submit

pytestmark = pytest.mark.django_db

YEAR = whole_year(2026)
LABEL = "14.6"
FEW = "mniej niż 5 osób"
WINTER = datetime.datetime(2027, 1, 20, 9, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def winter() -> Iterator[None]:
    with time_machine.travel(WINTER, tick=False):
        yield


@pytest.fixture
def office() -> Office:
    return makers.office((6, 8))


@pytest.fixture
def head(office: Office) -> User:
    """Of the first unit, who observes there too."""
    return appointed(Role.HEAD, office.units[0])


def observe(office: Office, unit: Department, number: int, auditor: User, verdict: str = "met") -> None:
    employee = office.people[unit.pk][number]
    submit(office, unit, method=Method.OBSERVATION, verdict={LABEL: verdict}, employee=employee, auditor=auditor)


def counts(unit: Department, period: Period = YEAR) -> tuple[int, int]:
    figure = row(department_report(unit, period), LABEL).of(Method.OBSERVATION)
    return figure.met, figure.rated


def test_a_unit_that_the_head_observed_all_but_one_of_is_shown_to_nobody_by_itself(office: Office, head: User) -> None:
    unit, other = office.units
    for number in range(5):
        observe(office, unit, number, head)
    observe(office, unit, 5, office.auditor, "not_met")
    for number in range(4):
        observe(office, other, number, office.auditor)
    close(office, YEAR, Method.OBSERVATION)

    own = department_report(unit, YEAR)
    assert found(own, Method.OBSERVATION).absence == "few_people"
    assert counts(unit) == (0, 0)
    # In the district's figure it is together with others: less the head's five, five people are left.
    assert counts(office.district) == (9, 10)
    assert [each.codes for each in department_report(office.district, YEAR).units] == [("UD-PRO-1", "UD-PRO-2")]


def test_one_whose_others_audits_have_a_crowd_is_shown(office: Office, head: User) -> None:
    unit = office.units[0]
    for number in range(6):
        observe(office, unit, number, head)
    for number in range(5):
        observe(office, unit, number, office.auditor, "not_met")
    close(office, YEAR, Method.OBSERVATION)
    assert counts(unit) == (6, 11)


def test_one_that_the_head_observed_alone_is_shown(office: Office, head: User) -> None:
    unit = office.units[0]
    for number in range(5):
        observe(office, unit, number, head)
    close(office, YEAR, Method.OBSERVATION)
    assert counts(unit) == (5, 5)


def test_what_another_observed_later_is_not_added_to_what_the_head_observed_alone(office: Office, head: User) -> None:
    unit = office.units[0]
    for number in range(5):
        observe(office, unit, number, head)
    by = hr_of(office)
    (closing,) = close(office, YEAR, Method.OBSERVATION, by=by)
    observe(office, unit, 5, office.auditor, "not_met")
    assert supplement_closing(closing=closing, by=by) is None
    assert counts(unit) == (5, 5)


class TestWhereverFiguresReachTheHead:
    @pytest.fixture(autouse=True)
    def _closed(self, office: Office, head: User) -> None:
        for number in range(5):
            observe(office, office.units[0], number, head)
        observe(office, office.units[0], 5, office.auditor, "not_met")
        close(office, YEAR, Method.OBSERVATION)

    @pytest.fixture
    def unit(self, office: Office) -> Department:
        return office.units[0]

    def test_the_order_form_says_why_there_would_be_none(self, unit: Department, head: User) -> None:
        (general,) = yields(unit, YEAR, by=head).offers
        told = {each.method: (each.audits, each.absence) for each in general.methods}
        assert told[Method.OBSERVATION] == (0, "few_people")

    def test_nor_are_there_any_in_the_reports_files(self, unit: Department) -> None:
        assert FEW in to_csv(department_report(unit, YEAR)).decode()
        assert counts(unit) == (0, 0)

    def test_nor_on_the_pages_of_wyniki(self, unit: Department, head: User, signed_in: Callable[..., Client]) -> None:
        client = signed_in(head)
        asked = {"metoda": Method.OBSERVATION.value, "okres": YEAR.code, "komorka": str(unit.pk)}
        page = client.get("/wyniki/", asked)
        assert FEW in words(page)
        assert page.context["sections"] == []
        assert client.get(f"/wyniki/zalecenie/{LABEL}/", asked).context["figure"].rated == 0

    def test_nor_in_a_comparison(self, unit: Department, head: User, signed_in: Callable[..., Client]) -> None:
        asked = {f"{side}-metoda": Method.OBSERVATION.value for side in "ab"}
        asked |= {f"{side}-komorka": str(unit.pk) for side in "ab"}
        asked |= {"a-okres": YEAR.code, "b-okres": YEAR.previous().code}
        page = signed_in(head).get("/wyniki/porownanie/", asked)
        assert FEW in words(page)
        assert page.context["sections"] == []


def words(page: Any) -> str:
    return " ".join(page.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())

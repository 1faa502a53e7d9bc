"""The start page begins with how HR's and heads' departments stand, and tells auditors whom they have not audited."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from audits.choices import Role
from audits.models.periods import quarter
from audits.reports.department.report import department_report
from audits.reports.sentences.page_one import page_one
from standards.choices import Method
from tests.audits.factories import appointed
from tests.audits.reports import makers
from tests.audits.reports.department.closed import close

pytestmark = pytest.mark.django_db

SUMMER = quarter(2026, 3)
AUTUMN = datetime.datetime(2026, 11, 20, 9, tzinfo=datetime.UTC)
MOST_QUERIES = 20
HEADING = "Jak stoimy"


@pytest.fixture(autouse=True)
def autumn() -> Any:
    with time_machine.travel(AUTUMN, tick=False):
        yield


@pytest.fixture
def shopped() -> makers.Office:
    found = makers.office((6, 6))
    for unit in found.units:
        for _ in range(6):
            makers.submit(found, unit, method=Method.MYSTERY)
    return found


def words(page: Any) -> str:
    return " ".join(page.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.mark.parametrize("role", [Role.HR, Role.HEAD])
def test_it_begins_with_how_we_stand(shopped: Any, signed_in: Callable[..., Client], role: Role) -> None:
    close(shopped, SUMMER, Method.MYSTERY)
    page = words(signed_in(appointed(role, shopped.district)).get("/"))
    said = page_one(department_report(shopped.district, SUMMER).headline)
    assert said.box.figure.replace("\N{NO-BREAK SPACE}", " ") in page
    assert said.lead in page
    assert page.index(f">{HEADING}<") < page.index(">Raporty<")
    assert f'href="/wyniki/?metoda=mystery&amp;okres=2026Q3&amp;komorka={shopped.district.pk}"' in page


def test_before_anything_is_closed_it_says_nothing_of_it(shopped: Any, signed_in: Callable[..., Client]) -> None:
    assert HEADING not in words(signed_in(appointed(Role.HR, shopped.district)).get("/"))


def test_what_is_closed_later_and_supplemented_is_told_on_the_next_look(
    shopped: Any, signed_in: Callable[..., Client]
) -> None:
    close(shopped, SUMMER.previous(), Method.MYSTERY)
    client = signed_in(appointed(Role.HEAD, shopped.district))
    assert "II kwartał 2026" in words(client.get("/"))
    close(shopped, SUMMER, Method.MYSTERY)
    page = words(client.get("/"))
    assert "Tajemniczy klient, III kwartał 2026" in page
    assert "II kwartał 2026" not in page.replace("III kwartał 2026", "")


def test_a_head_of_a_unit_sees_that_unit_alone(shopped: Any, signed_in: Callable[..., Client]) -> None:
    close(shopped, SUMMER, Method.MYSTERY)
    page = words(signed_in(appointed(Role.HEAD, shopped.units[1])).get("/"))
    assert f"komorka={shopped.units[1].pk}" in page
    assert shopped.district.name not in page


def test_others_are_told_nothing_of_it(shopped: Any, signed_in: Callable[..., Client]) -> None:
    close(shopped, SUMMER, Method.MYSTERY)
    page = signed_in(appointed(Role.AUDITOR, shopped.district)).get("/")
    assert (page.status_code, HEADING in words(page)) == (200, False)


def test_an_auditor_is_told_whom_they_have_not_audited_yet(shopped: Any, signed_in: Callable[..., Client]) -> None:
    auditor = appointed(Role.AUDITOR, shopped.district)
    page = signed_in(auditor).get("/")
    assert "IV kwartał 2026 – 2 jednostki, 12 osób." in words(page)
    assert f'href="/audyty/nowy/?department={shopped.units[0].pk}"' in words(page)


@pytest.mark.both_databases
def test_it_takes_few_queries_once_the_sentences_were_made(shopped: Any, signed_in: Callable[..., Client]) -> None:
    hr = appointed(Role.HR, shopped.district)
    close(shopped, SUMMER, Method.MYSTERY, by=hr)
    client = signed_in(hr)
    client.get("/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/")
    assert len(queries) <= MOST_QUERIES

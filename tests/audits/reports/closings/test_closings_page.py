"""The list of closings: what is to be closed, and how far each granule of a year is."""

import datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audits.choices import Role
from standards.choices import Method
from tests.audits.factories import DepartmentFactory, appointed
from tests.audits.reports import makers
from tests.audits.reports.closings.conftest import NOW

pytestmark = pytest.mark.django_db
ADDRESS = "/zamkniecia/"


@pytest.fixture(autouse=True)
def day_after() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


def visit(office, unit, **fields):
    return makers.submit(office, unit, method=Method.MYSTERY, **fields)


def states(page, method):
    rows = dict(page.context["methods"])[method]
    return [(row.period.code, row.state.value, row.audits) for row in rows]


def test_it_says_how_far_each_granule_of_the_year_is(district, hr, close, signed_in):
    visit(district, district.units[0], took_place_at=datetime.datetime(2026, 5, 4, 8, tzinfo=datetime.UTC))
    close(first_day=datetime.date(2026, 4, 1), last_day=datetime.date(2026, 6, 30))
    visit(district, district.units[0])
    page = signed_in(hr).get(ADDRESS)
    assert states(page, Method.MYSTERY) == [
        ("2026Q1", "due", 0),
        ("2026Q2", "closed", 1),
        ("2026Q3", "due", 1),
        ("2026Q4", "running", 0),
    ]
    assert states(page, Method.OBSERVATION) == [("2026", "running", 0)]
    text = page.content.decode()
    assert f"{hr}, 1.10.2026, 10:00" in text
    assert "zamknąć można od 1.01.2027" in text
    assert "Po terminie, bez audytów" in text


def test_what_has_audits_and_is_over_is_to_be_closed_whatever_its_year(district, hr, signed_in):
    visit(district, district.units[0], took_place_at=datetime.datetime(2025, 12, 30, 8, tzinfo=datetime.UTC))
    makers.submit(district, district.units[0], took_place_at=datetime.datetime(2025, 3, 3, 8, tzinfo=datetime.UTC))
    client = signed_in(hr)
    page = client.get(ADDRESS)
    assert [(method, period.code) for method, period in page.context["due"]] == [
        (Method.MYSTERY, "2025Q4"),
        (Method.OBSERVATION, "2025"),
    ]
    assert 'href="/zamkniecia/mystery/2025Q4/"' in page.content.decode()
    assert page.context["years"] == [2026, 2025]
    assert states(client.get(ADDRESS, {"rok": "2025"}), Method.MYSTERY)[3] == ("2025Q4", "due", 1)


@pytest.mark.parametrize("year", ["2024", "2027", "99999", "0000", "²⁰²⁶", "-2026", "rok"])
def test_a_year_that_has_nothing_is_no_page(district, hr, signed_in, year):
    visit(district, district.units[0])
    status = signed_in(hr).get(ADDRESS, {"rok": year}).status_code
    # What is no year at all is as if nothing was asked.
    assert status == (404 if year in ("2024", "2027", "0000") else 200)


ADDRESSES = [
    ADDRESS,
    "/zamkniecia/dlugosci/",
    "/zamkniecia/mystery/2026Q3/",
    "/zamkniecia/mystery/2026Q3/pozniejsze-zmiany/",
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("act", ["get", "post"])
def test_to_everybody_but_hr_of_the_whole_office_there_is_no_such_page(district, close, signed_in, address, act):
    visit(district, district.units[0])
    close()
    outsiders = [
        appointed(Role.HR, district.units[0]),
        appointed(Role.HR, DepartmentFactory(parent=district.district)),
        appointed(Role.HEAD, district.district),
        appointed(Role.ADMINISTRATOR, district.district),
        district.auditor,
    ]
    for outsider in outsiders:
        client = signed_in(outsider)
        assert getattr(client, act)(address).status_code == (405 if act == "post" and address == ADDRESS else 404)
        assert "/zamkniecia/" not in client.get(reverse("home")).content.decode()


@pytest.mark.parametrize("address", ADDRESSES)
def test_whoever_is_not_signed_in_is_sent_to_sign_in(client, address):
    assert client.get(address)["Location"].startswith(reverse("account_login"))


def test_it_costs_the_same_with_more_audits_and_closings(district, hr, close, signed_in):
    client = signed_in(hr)
    client.get(ADDRESS)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(ADDRESS).status_code == 200
        return len(captured)

    visit(district, district.units[0], took_place_at=datetime.datetime(2026, 2, 4, 8, tzinfo=datetime.UTC))
    close(first_day=datetime.date(2026, 1, 1), last_day=datetime.date(2026, 3, 31))
    before = queries()
    for month in (5, 6, 8, 9):
        for unit in district.units:
            visit(district, unit, took_place_at=datetime.datetime(2026, month, 4, 8, tzinfo=datetime.UTC))
    close(first_day=datetime.date(2026, 4, 1), last_day=datetime.date(2026, 6, 30))
    close()
    assert queries() == before <= 18


def test_the_menu_and_the_start_page_of_hr_lead_to_it(district, hr, close, signed_in):
    client = signed_in(hr)
    home = client.get(reverse("home")).content.decode()
    assert 'href="/zamkniecia/"' in home
    assert "nie zamknięto" not in home
    visit(district, district.units[0])
    home = client.get(reverse("home")).content.decode()
    assert 'href="/zamkniecia/mystery/2026Q3/"' in home
    assert "Tajemniczy klient: III kwartał 2026 – nie zamknięto" in home
    close()
    assert "nie zamknięto" not in client.get(reverse("home")).content.decode()

"""The page that says for how long audits are closed at once: from next year on, with what this year's would show."""

import datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audits.models import GranuleSetting
from audits.reports.closings import granules, length_of
from standards.choices import Method
from standards.refusals import Refused
from tests.audits.reports import makers
from tests.audits.reports.closings.conftest import NOW

pytestmark = pytest.mark.django_db
ADDRESS = "/zamkniecia/dlugosci/"
SHIPPED = {"mystery": "quarter", "observation": "year", "documents": "year"}


@pytest.fixture(autouse=True)
def day_after() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


def test_only_what_is_another_length_than_before_is_written(district, hr, signed_in):
    client = signed_in(hr)
    assert client.post(ADDRESS, {"year": "2027"} | SHIPPED | {"observation": "half_year"}).status_code == 302
    setting = GranuleSetting.objects.get()
    assert (setting.method, setting.year, setting.length, setting.set_by) == ("observation", 2027, "half_year", hr)
    assert length_of(Method.OBSERVATION, 2026) == "year"
    assert length_of(Method.OBSERVATION, 2027) == "half_year"
    page = client.get(ADDRESS)
    assert page.context["form"]["observation"].initial == "half_year"
    assert f"{hr}, 1.10.2026, 10:00" in page.content.decode()


def test_setting_what_holds_already_writes_nothing(district, hr, signed_in):
    assert signed_in(hr).post(ADDRESS, {"year": "2027"} | SHIPPED).status_code == 302
    assert not GranuleSetting.objects.exists()


def test_each_length_says_what_it_would_have_shown_of_this_years_audits(district, hr, signed_in):
    for month in (2, 8):
        for person in district.people[district.units[0].pk][: 3 if month == 2 else 2]:
            shown_at = datetime.datetime(2026, month, 4, 8, tzinfo=datetime.UTC)
            makers.submit(district, district.units[0], employee=person, took_place_at=shown_at)
    for person in district.people[district.units[0].pk][3:]:
        shown_at = datetime.datetime(2026, 9, 4, 8, tzinfo=datetime.UTC)
        makers.submit(district, district.units[0], employee=person, took_place_at=shown_at)
    choices = signed_in(hr).get(ADDRESS).context["form"].fields["observation"].choices
    said = [label.replace("\N{NO-BREAK SPACE}", " ") for _value, label in choices]
    # By quarter and half-year the first three people are too few.
    assert said == [
        "kwartał – audyty w liczbach: 5 z 8; komórki osobno: 0 z 1, częściowo: 1",
        "półrocze – audyty w liczbach: 5 z 8; komórki osobno: 0 z 1, częściowo: 1",
        "rok – audyty w liczbach: 8 z 8; komórki osobno: 1 z 1",
    ]


@pytest.mark.parametrize("year", ["2026", "2025", "1", "2200", "99999999999"])
def test_a_year_that_has_begun_or_is_none_stays_as_it_is(district, hr, signed_in, year):
    answer = signed_in(hr).post(ADDRESS, {"year": year} | SHIPPED | {"mystery": "half_year"})
    assert answer.status_code == 422
    assert not GranuleSetting.objects.exists()


@pytest.mark.parametrize("sent", [{}, {"mystery": "month"}, {"mystery": ""}])
def test_what_is_no_length_is_told_at_the_method(district, hr, signed_in, sent):
    answer = signed_in(hr).post(ADDRESS, {"year": "2027"} | ({} if not sent else SHIPPED) | sent)
    assert answer.status_code == 422
    assert "mystery" in answer.context["form"].errors
    assert not GranuleSetting.objects.exists()


def test_of_several_methods_all_are_set_or_none(district, hr, signed_in, monkeypatch):
    set_one = granules.set_granule

    def fails_at_the_second(**options):
        if options["method"] == Method.OBSERVATION:
            raise Refused("Nie teraz.")
        return set_one(**options)

    monkeypatch.setattr(granules, "set_granule", fails_at_the_second)
    answer = signed_in(hr).post(
        ADDRESS, {"year": "2027", "mystery": "half_year", "observation": "quarter", "documents": "year"}
    )
    assert answer.status_code == 422
    assert "Nie teraz." in answer.content.decode()
    assert not GranuleSetting.objects.exists()


def test_it_takes_equally_many_queries_with_more_audits_and_units(district, hr, signed_in):
    client = signed_in(hr)

    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.get(ADDRESS).status_code == 200
        return len(found)

    makers.submit(district, district.units[0], employee=district.people[district.units[0].pk][0])
    queries()
    before = queries()
    for unit in district.units:
        for person in district.people[unit.pk]:
            makers.submit(district, unit, employee=person)
    assert queries() == before <= 40

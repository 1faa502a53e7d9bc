"""The page of later changes: it says what may be taken into a closing and takes in just that."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audits.models import Audit, BlockSums, Supplement
from standards.choices import Channel, Method
from tests.audits.reports import makers
from tests.audits.reports.closings.conftest import NOW

pytestmark = pytest.mark.django_db
ADDRESS = "/zamkniecia/mystery/2026Q3/pozniejsze-zmiany/"
CLOSING = "/zamkniecia/mystery/2026Q3/"


@pytest.fixture(autouse=True)
def day_after() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


def visit(office, unit, **fields):
    return makers.submit(office, unit, method=Method.MYSTERY, **fields)


@pytest.fixture
def closed(district, close):
    """The first unit's one visit."""
    visit(district, district.units[0])
    return close()


def test_what_came_and_is_enough_is_taken_in_as_it_was_shown(district, hr, closed, signed_in):
    visit(district, district.units[0])
    visit(district, district.units[1], channel=Channel.PHONE)
    client = signed_in(hr)
    page = client.get(ADDRESS)
    changes = page.context["changes"]
    assert [([unit.code for unit in each.units], each.before, each.came, each.after) for each in changes.blocks] == [
        (["UD-PRO-1"], 1, 1, 2),
        (["UD-PRO-2"], 0, 1, 1),
    ]
    answer = client.post(ADDRESS, {"fingerprint": changes.fingerprint})
    assert (answer.status_code, answer["Location"]) == (302, CLOSING)
    supplement = Supplement.objects.get()
    assert (supplement.number, supplement.made_by) == (1, hr)
    assert sorted(BlockSums.objects.filter(number=1).values_list("audits", flat=True)) == [1, 2]
    assert client.get(CLOSING).context["kept"].audits == 3
    assert "Późniejsze zmiany, 1" in client.get(CLOSING).content.decode()


def test_what_is_not_enough_is_counted_and_stays_out(district, hr, closed, signed_in):
    visit(district, district.units[2])
    client = signed_in(hr)
    page = client.get(ADDRESS)
    assert (page.context["changes"].blocks, page.context["changes"].not_taken) == ((), 1)
    words = " ".join(page.content.decode().split())
    assert "mniej niż 5 osób" in words
    assert "Uwzględnij późniejsze zmiany" not in words
    client.post(ADDRESS, {"fingerprint": page.context["changes"].fingerprint})
    assert not Supplement.objects.exists()


def test_where_it_changed_meanwhile_nothing_is_taken_in(district, hr, closed, signed_in):
    visit(district, district.units[0])
    client = signed_in(hr)
    shown = client.get(ADDRESS).context["changes"].fingerprint
    visit(district, district.units[0])
    again = client.post(ADDRESS, {"fingerprint": shown})
    assert again.status_code == 409
    assert not Supplement.objects.exists()
    assert [each.came for each in again.context["changes"].blocks] == [2]
    assert client.post(ADDRESS, {}).status_code == 409


def test_once_an_audit_is_no_longer_kept_it_says_that_nothing_can_be_added(district, hr, closed, signed_in):
    # As retention does: all that belongs to it goes with it.
    Audit.objects.get().delete()
    visit(district, district.units[0])
    client = signed_in(hr)
    page = client.get(ADDRESS)
    assert page.status_code == 200
    assert "refused" in page.context
    assert client.post(ADDRESS, {"fingerprint": ""}).status_code == 409
    assert not Supplement.objects.exists()


def test_what_was_in_no_figure_when_it_was_closed_is_no_later_change(district, hr, close, signed_in):
    visit(district, district.units[0])
    visit(district, district.units[2])
    close()
    changes = signed_in(hr).get(ADDRESS).context["changes"]
    assert (changes.blocks, changes.not_taken) == ((), 0)


def test_it_takes_equally_many_queries_with_more_changes(district, hr, closed, signed_in):
    client = signed_in(hr)

    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.get(ADDRESS).status_code == 200
        return len(found)

    visit(district, district.units[0])
    queries()
    before = queries()
    for unit in district.units[:2]:
        for channel in (Channel.COUNTER, Channel.PHONE):
            visit(district, unit, channel=channel)
    assert queries() == before <= 50

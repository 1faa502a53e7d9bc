"""The page that closes a granule: it says what is open and what will be seen, and closes just that."""

import datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audits.choices import AuditStatus, Role
from audits.models import Annulment, Closing
from standards.choices import Channel, Method
from tests.audits.factories import DepartmentFactory, appointed, employed
from tests.audits.reports import makers
from tests.audits.reports.closings.conftest import FIRST, LAST, NOW

pytestmark = pytest.mark.django_db
ADDRESS = "/zamkniecia/mystery/2026Q3/"


@pytest.fixture(autouse=True)
def day_after() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


def visit(office, unit, **fields):
    return makers.submit(office, unit, method=Method.MYSTERY, **fields)


def draft(office, unit, **fields):
    open_still = {"status": AuditStatus.DRAFT, "submitted_at": None, "receipt": None}
    return visit(office, unit, **open_still, **fields)


def confirmed(page, **fields):
    return {"fingerprint": page.context["fingerprint"], "understood": "on"} | fields


def test_what_was_shown_and_confirmed_is_closed_in_one_act(district, hr, signed_in):
    visit(district, district.units[0])
    client = signed_in(hr)
    answer = client.post(ADDRESS, confirmed(client.get(ADDRESS)))
    assert (answer.status_code, answer["Location"]) == (302, ADDRESS)
    closing = Closing.objects.get()
    assert (closing.method, closing.first_day, closing.last_day, closing.closed_by) == ("mystery", FIRST, LAST, hr)
    closed = client.get(ADDRESS)
    assert closed.context["kept"].audits == 1
    assert "Zamknięte: Tajemniczy klient, III kwartał 2026" in closed.content.decode()
    assert "fingerprint" not in closed.content.decode()


@pytest.mark.parametrize("happens", ["an audit more", "a draft more", "an annulment proposed"])
def test_where_anything_changed_meanwhile_nothing_is_closed(district, hr, signed_in, happens):
    first = visit(district, district.units[0])
    client = signed_in(hr)
    sent = confirmed(client.get(ADDRESS))
    if happens == "an audit more":
        visit(district, district.units[0])
    elif happens == "a draft more":
        draft(district, district.units[1])
    else:
        Annulment.objects.create(audit=first, reason="Nie ten dzień.", proposed_by=hr, proposed_at=NOW)
    again = client.post(ADDRESS, sent)
    assert again.status_code == 409
    assert "Niczego nie zamknięto" in again.content.decode()
    assert not Closing.objects.exists()
    assert client.post(ADDRESS, confirmed(again)).status_code == 302


@pytest.mark.parametrize("sent", [{}, {"understood": ""}])
def test_without_the_confirmation_it_is_not_closed(district, hr, signed_in, sent):
    visit(district, district.units[0])
    client = signed_in(hr)
    answer = client.post(ADDRESS, {"fingerprint": client.get(ADDRESS).context["fingerprint"]} | sent)
    assert answer.status_code == 422
    assert "Potwierdź to, zanim zamkniesz." in answer.content.decode()
    assert not Closing.objects.exists()


def test_a_fingerprint_that_was_not_shown_closes_nothing(district, hr, signed_in):
    visit(district, district.units[0])
    assert signed_in(hr).post(ADDRESS, {"understood": "on"}).status_code == 409
    assert signed_in(hr).post(ADDRESS, {"understood": "on", "fingerprint": "0" * 64}).status_code == 409
    assert not Closing.objects.exists()


def test_who_comes_second_is_told_that_it_is_closed(district, hr, close, signed_in):
    visit(district, district.units[0])
    client = signed_in(hr)
    sent = confirmed(client.get(ADDRESS))
    close()
    answer = client.post(ADDRESS, sent)
    assert answer.status_code == 409
    assert "Ten okres jest już zamknięty" in answer.content.decode()
    assert Closing.objects.count() == 1


def test_what_is_not_over_says_from_which_day_and_cannot_be_closed(district, hr, signed_in):
    client = signed_in(hr)
    page = client.get("/zamkniecia/observation/2026/")
    assert "można od 1 stycznia 2027" in page.content.decode()
    assert "understood" not in page.content.decode()
    answer = client.post("/zamkniecia/observation/2026/", confirmed(page))
    assert answer.status_code == 409
    assert not Closing.objects.exists()
    ahead = client.get("/zamkniecia/observation/2027/").content.decode()
    assert "Zaczyna się 1 stycznia 2027" in ahead


def test_it_lists_what_is_still_open_unit_by_unit(district, hr, signed_in):
    draft(district, district.units[0])
    draft(district, district.units[0])
    draft(district, district.units[1], set_aside_at=NOW, awaited_until=LAST)
    proposed = visit(district, district.units[2])
    Annulment.objects.create(audit=proposed, reason="Nie ten dzień.", proposed_by=district.auditor, proposed_at=NOW)
    page = signed_in(hr).get(ADDRESS)
    found = {work.kind.value: [(unit.code, n) for unit, n in work.units] for work, *_ in page.context["open_work"]}
    assert found == {
        "drafts": [("UD-PRO-1", 2)],
        "set_aside": [("UD-PRO-2", 1)],
        "annulments": [("UD-PRO-3", 1)],
    }
    text = page.content.decode()
    assert "Audyty w trakcie wypełniania: 2" in text
    # A draft is its auditor's alone; what waits for a decision is HR's to open.
    assert text.count('href="/audyty/') == text.count(f'href="{proposed.get_absolute_url()}"') + text.count(
        'href="/audyty/"'
    )
    assert f'href="{proposed.get_absolute_url()}"' in text


def test_it_says_of_each_unit_how_it_will_be_seen(district, hr, signed_in):
    small = DepartmentFactory(code="UD-PRO-4", name="Wydział Próbny 4", parent=district.district)
    for _ in range(2):
        employed(small)
    visit(district, district.units[0])
    visit(district, district.units[2])
    visit(district, small)
    visit(district, small, channel=Channel.PHONE)
    page = signed_in(hr).get(ADDRESS)
    outlook = page.context["outlook"]
    assert [(row.unit.code, row.channel, row.shown.value) for row in outlook.rows] == [
        ("UD-PRO-1", "counter", "alone"),
        ("UD-PRO-3", "counter", "together"),
        ("UD-PRO-4", "counter", "together"),
        ("UD-PRO-4", "phone", "not"),
    ]
    words = " ".join(page.content.decode().split())
    assert "tylko razem z UD-PRO-4" in words
    assert "w żadnej liczbie: mniej niż 5 osób" in words
    assert "Audyty w liczbach: 3 z 4." in words
    assert "Komórki pokazane osobno ze wszystkimi audytami: 1 z 3." in words


@pytest.mark.parametrize(("method", "period", "is_said"), [("observation", "2025", True), ("mystery", "2026Q3", False)])
def test_where_auditors_know_whom_they_met_it_says_that_a_crowd_must_be_left(
    district, hr, signed_in, method, period, is_said
):
    took_place_at = datetime.datetime(2025, 8, 4, 9, tzinfo=datetime.UTC)
    for employee in district.people[district.units[0].pk]:
        makers.submit(district, district.units[0], employee=employee, took_place_at=took_place_at)
    visit(district, district.units[0])
    page = signed_in(hr).get(f"/zamkniecia/{method}/{period}/").content.decode()
    assert ("musi zostać co najmniej 5 osób" in page) is is_said


def test_once_closed_it_shows_blocks_as_they_were_put_together(district, hr, close, signed_in):
    small = DepartmentFactory(code="UD-PRO-4", name="Wydział Próbny 4", parent=district.district)
    for _ in range(2):
        employed(small)
    for unit in (district.units[0], district.units[2], small):
        visit(district, unit)
    visit(district, small, channel=Channel.PHONE)
    close()
    kept = signed_in(hr).get(ADDRESS).context["kept"]
    assert [([unit.code for unit in row.units], row.channel, row.audits, row.shown.value) for row in kept.rows] == [
        (["UD-PRO-1"], "counter", 1, "alone"),
        (["UD-PRO-3", "UD-PRO-4"], "counter", 2, "together"),
        (["UD-PRO-4"], "phone", 1, "not"),
    ]


@pytest.mark.parametrize(
    "address",
    [
        "/zamkniecia/mystery/2026/",
        "/zamkniecia/mystery/2026q3/",
        "/zamkniecia/mystery/2026-07-01..2026-09-30/",
        "/zamkniecia/mystery/2026Q5/",
        "/zamkniecia/mystery/9999Q1/",
        "/zamkniecia/gossip/2026Q3/",
        "/zamkniecia/observation/2026Q3/",
        "/zamkniecia/mystery/2026Q3/pozniejsze-zmiany/",
    ],
)
def test_what_is_no_granule_has_no_page(district, hr, signed_in, address):
    assert signed_in(hr).get(address).status_code == 404
    assert signed_in(hr).post(address).status_code == 404


def test_it_costs_the_same_with_more_audits_and_units(district, hr, signed_in):
    client = signed_in(hr)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(ADDRESS).status_code == 200
        return len(captured)

    def more(unit):
        visit(district, unit)
        draft(district, unit)
        proposed = visit(district, unit, channel=Channel.PHONE)
        Annulment.objects.create(audit=proposed, reason="Nie.", proposed_by=district.auditor, proposed_at=NOW)

    more(district.units[0])
    before = queries()
    for unit in (*district.units, DepartmentFactory(parent=district.district)):
        more(unit)
    assert queries() == before <= 32


def test_a_head_reads_nothing_of_it_before_it_is_closed(district, signed_in):
    visit(district, district.units[0])
    head = appointed(Role.HEAD, district.units[0])
    assert signed_in(head).get(ADDRESS).status_code == 404
    assert reverse("audits:closings") not in signed_in(head).get(reverse("home")).content.decode()

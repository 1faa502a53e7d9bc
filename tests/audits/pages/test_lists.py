"""The start page and the list of audits: what each person finds there."""

import datetime

import pytest
from django.utils import timezone

from audits.choices import Role
from audits.fieldwork import propose_annulment, submit_audit
from tests.audits.factories import DepartmentFactory, UserFactory, appointed, employed, opened_audit


@pytest.fixture
def submitted(auditor, department):
    person = employed(department, first_name="Łucja", last_name="Świątek")
    return submit_audit(audit=opened_audit(auditor, department, employee=person), by=auditor, leave_unanswered=True)


def found(client, **query):
    """UUIDs on the list, narrowed."""
    response = client.get("/audyty/", query)
    assert response.status_code == 200
    return [row.record.uuid for row in response.context["table"].paginated_rows]


def test_the_start_page_continues_drafts_with_how_many_questions_are_left(web, draft):
    response = web.get("/")
    (entry,) = response.context["drafts"]
    assert entry[0] == draft
    assert entry[1] == web.get(f"/audyty/{draft.uuid}/karta/").context["page"].left
    assert f"/audyty/{draft.uuid}/karta/" in response.content.decode()


def test_the_start_page_shows_own_latest_audits(web, stranger, submitted):
    assert submitted.receipt in web.get("/").content.decode()
    assert submitted.receipt not in stranger.get("/").content.decode()


def test_hr_finds_annulments_that_wait(signed_in, department, submitted):
    hr = appointed(Role.HR, department)
    propose_annulment(audit=submitted, by=hr, reason="Pomyłka.")
    assert submitted.receipt in signed_in(appointed(Role.HR, department)).get("/").content.decode()
    assert submitted.receipt not in signed_in(appointed(Role.HEAD, department)).get("/").content.decode()


def test_an_account_without_appointment_is_told_so(signed_in):
    text = signed_in(UserFactory()).get("/").content.decode()
    assert "nie ma dziś żadnego uprawnienia" in text


def test_nobody_unknown_sees_the_start_page(client):
    assert client.get("/")["Location"] == "/logowanie/?next=/"


def test_the_accessibility_statement_is_for_everybody(client):
    assert client.get("/dostepnosc/").status_code == 200


def test_the_list_holds_what_the_account_may_see(web, stranger, signed_in, department, draft, submitted):
    assert set(found(web)) == {draft.uuid, submitted.uuid}
    assert found(stranger) == []
    assert found(signed_in(appointed(Role.HR, department))) == [submitted.uuid]
    assert found(signed_in(appointed(Role.HR, DepartmentFactory()))) == []
    assert found(signed_in(appointed(Role.ADMINISTRATOR, department))) == []


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ({"text": "swiatek"}, True),
        ({"text": "ŁUCJA"}, True),
        ({"text": "KA/"}, True),
        ({"text": "Wrona"}, False),
        ({"status": "submitted"}, True),
        ({"status": "annulled"}, False),
        ({"method": "mystery", "channel": "counter"}, True),
        ({"channel": "phone"}, False),
        ({"since": "2000-01-01", "until": "2099-01-01"}, True),
        ({"since": "2099-01-01"}, False),
    ],
)
def test_the_list_can_be_narrowed(web, submitted, query, fits):
    assert found(web, **query) == ([submitted.uuid] if fits else [])


def test_a_department_is_found_with_those_below_it(signed_in, department, submitted):
    top = DepartmentFactory()
    below = DepartmentFactory(parent=top)
    supervisor = appointed(Role.AUDITOR, top)
    audit = opened_audit(supervisor, below)
    client = signed_in(supervisor)
    assert found(client, department=top.pk) == [audit.uuid]
    assert found(client, department=below.pk) == [audit.uuid]
    assert found(client, department=department.pk) == []


@pytest.mark.parametrize(
    "query",
    [
        {"page": "99999"},
        {"page": "x"},
        {"sort": "-nie-ma"},
        {"sort": "auditor__password"},
        {"department": "abc"},
        {"status": "discarded"},
        {"since": "wczoraj"},
        {"since": "9999-12-31"},
        {"until": "0001-01-01"},
        {"text": "x" * 5000},
        {"text": "\0"},
        {"text": "%_' OR 1=1"},
    ],
)
def test_nonsense_in_the_address_never_fails(web, submitted, query):
    assert web.get("/audyty/", query).status_code == 200


def test_the_latest_visit_comes_first_and_the_order_can_be_turned(web, auditor, department):
    old, new = (
        opened_audit(auditor, department, took_place_at=timezone.now() - datetime.timedelta(days=days))
        for days in (9, 2)
    )
    assert found(web) == [new.uuid, old.uuid]
    assert found(web, sort="took_place_at") == [old.uuid, new.uuid]


def test_a_long_list_comes_in_pages(web, auditor, department):
    for _number in range(26):
        opened_audit(auditor, department, selection="standards", standards=["7"])
    assert (len(found(web)), len(found(web, page=2))) == (25, 1)

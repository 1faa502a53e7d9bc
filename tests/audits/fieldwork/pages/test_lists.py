"""The start page and the list of audits: what each person finds there."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from audits.choices import Role
from audits.fieldwork import propose_annulment, submit_audit
from audits.fieldwork.card import audit_card
from audits.tables import BoundedPaginator
from tests.audits.devices import record_answer
from tests.audits.factories import DepartmentFactory, UserFactory, appointed, employed, opened_audit, with_purpose


@pytest.fixture
def submitted(auditor, department):
    person = employed(department, first_name="Łucja", last_name="Świątek")
    return submit_audit(audit=opened_audit(auditor, department, employee=person), by=auditor, leave_unanswered=True)


@pytest.fixture
def web_of_hr(signed_in, department):
    return signed_in(appointed(Role.HR, department))


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


def test_of_a_list_without_end_rows_are_counted_to_a_bound_and_all_are_reached(
    web, auditor, department, monkeypatch, django_assert_max_num_queries
):
    """Of a bound of 50 and 60 audits: the page says that there are more, and turning leads to the last ten."""
    monkeypatch.setattr(BoundedPaginator, "MOST_COUNTED", 50)
    for _number in range(60):
        opened_audit(auditor, department, selection="standards", standards=["7"])
    with django_assert_max_num_queries(8) as asked:
        page = web.get("/audyty/")
    assert "Ponad 50 audytów" in page.content.decode()
    counts = [query["sql"] for query in asked.captured_queries if "COUNT(" in query["sql"]]
    assert all("LIMIT 51" in sql for sql in counts)
    assert [len(found(web, page=number)) for number in (2, 3)] == [25, 10]
    assert "page=3" in web.get("/audyty/?page=2").content.decode()
    # Beyond the last: the last that was counted, as of any list.
    assert len(found(web, page=9)) == 10


def test_hr_without_a_purpose_is_not_given_all_audits_to_count(web_of_hr, department, auditor):
    """Only the page's rows are read of the database."""
    for _number in range(3):
        opened_audit(auditor, department, selection="standards", standards=["7"])
    with CaptureQueriesContext(connection) as asked:
        assert web_of_hr.get("/audyty/").status_code == 200
    listed = [query["sql"] for query in asked if '"audits_audit"."uuid"' in query["sql"]]
    assert all("LIMIT" in sql for sql in listed)


def cells(client, **query):
    """What the list says of each audit: score and state."""
    table = client.get("/audyty/", query).context["table"]
    return [(str(row.get_cell("score")), row.record.status) for row in table.paginated_rows]


def test_each_audit_has_its_score_and_a_draft_has_none(web, auditor, department):
    opened_audit(auditor, department)
    audit = opened_audit(auditor, department, selection="standards", standards=["7"])
    first, *_others = audit.answers.order_by("position")
    record_answer(audit=audit, by=auditor, recommendation_id=first.recommendation_id, version=0, verdict="met", note="")
    submit_audit(audit=audit, by=auditor, leave_unanswered=True)
    assert sorted(cells(web)) == [("100,0%", "submitted"), ("–", "draft")]
    assert f"{audit_card(audit).result.score}%".replace(".", ",") == "100,0%"


def test_to_hr_a_score_is_told_with_the_name_after_the_purpose(signed_in, department, submitted):
    submitted.answers.filter(position=0).update(verdict="met")
    hr = signed_in(appointed(Role.HR, department))
    assert cells(hr) == [("–", "submitted")]
    assert cells(with_purpose(hr)) == [("100,0%", "submitted")]


def test_the_way_back_from_an_audit_keeps_how_the_list_was_narrowed(web, submitted):
    web.get("/audyty/", {"method": "mystery", "sort": "receipt"})
    page = web.get(submitted.get_absolute_url()).content.decode()
    assert 'href="/audyty/?method=mystery&amp;sort=receipt"' in page
    web.get("/audyty/")
    assert 'href="/audyty/">Powrót do listy' in web.get(submitted.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("query", "field", "told"),
    [
        ({"since": "2026-05-02", "until": "2026-05-01"}, "until", "wcześniejszy niż pierwszy"),
        ({"method": "documents", "channel": "counter"}, "channel", "nie obejmuje kanału"),
    ],
)
def test_a_filter_that_contradicts_itself_says_so(web, submitted, query, field, told):
    page = web.get("/audyty/", query)
    assert told in str(page.context["filter"].form.errors[field])
    text = page.content.decode()
    assert told in text
    assert "0 audytów" not in text


def test_hr_that_looks_for_a_name_is_asked_for_the_purpose_first(signed_in, department, submitted):
    hr = signed_in(appointed(Role.HR, department))
    for name in ("Świątek", "Nikt Taki"):
        asked = hr.get("/audyty/", {"text": name})
        assert asked["Location"].startswith("/audyty/cel/?next=")
    assert found(hr, text=submitted.receipt) == [submitted.uuid]
    assert found(with_purpose(hr), text="Świątek") == [submitted.uuid]
    assert found(hr, text="Nikt Taki") == []


def test_addresses_that_are_asked_for_everywhere_answer(client):
    assert client.get("/admin/")["Location"] == "/administracja/"
    assert client.get("/favicon.ico")["Location"].startswith("/static/img/favicon")
    robots = client.get("/robots.txt")
    assert (robots["Content-Type"].partition(";")[0], robots.content) == ("text/plain", b"User-agent: *\nDisallow: /\n")

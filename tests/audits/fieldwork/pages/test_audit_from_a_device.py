"""A new audit that was opened without a network: what a device takes along, and how it arrives."""

import datetime
import json
import uuid as uuids

import pytest
from django.utils import timezone

from audits.choices import AuditStatus, Role
from audits.fieldwork.forms import offline
from audits.models import Audit
from standards.models import Edition
from standards.publishing.publishing import draft_from
from tests.audits.factories import (
    AppointmentFactory,
    DepartmentFactory,
    appointed,
    employed,
    load_edition_2016,
    opened_audit,
)
from tests.standards.factories import PublicationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

OPENING, ARRIVING = "/audyty/nowy/bez-sieci/", "/audyty/nowy/z-urzadzenia/"
SUBMITTING = {"ending": "submit", "leave_unanswered": "on"}


@pytest.fixture
def department():
    load_edition_2016()
    return DepartmentFactory()


@pytest.fixture
def auditor(department):
    return appointed(Role.AUDITOR, department)


@pytest.fixture
def web(client, auditor):
    client.force_login(auditor)
    return client


@pytest.fixture
def opened(department):
    """What a device sends of an audit that it opened."""
    return {
        "uuid": str(uuids.uuid4()),
        "edition": Edition.objects.get().pk,
        "method": "observation",
        "channel": "counter",
        "department": department.pk,
        "selection": "core",
        "took_place_at": timezone.localtime().strftime("%Y-%m-%dT%H:%M"),
        "desk": "stanowisko 3",
        "no_conflict": "on",
        "device": str(uuids.uuid4()),
        "first": 1,
        "revision": 0,
        "changes": json.dumps([{"key": "nothing"}]),
    }


def card_of(method: str = "observation", channel: str = "counter", edition: Edition | None = None) -> str:
    return f"{OPENING}{method}/{channel}/{(edition or Edition.objects.get()).pk}/"


def row_of(number: str, edition: Edition | None = None) -> int:
    standard, position = number.split(".")
    edition = edition or Edition.objects.get()
    return edition.standards.get(number=standard).recommendations.get(number=position).pk


def answers(*given: tuple[str, str]) -> str:
    return json.dumps([{"key": f"answer:{row_of(number)}", "value": value} for number, value in given])


def test_a_device_takes_along_whom_an_audit_may_name(web, department):
    told = employed(department, first_name="Łucja", last_name="Świątek")
    employed(DepartmentFactory(), first_name="Obcy", last_name="Człowiek")
    response = web.get(OPENING)
    text = response.content.decode()
    assert f'value="{told.uuid}"' in text
    assert "Człowiek" not in text
    assert response["Cache-Control"] == "private, no-cache"


def test_of_a_large_scope_only_the_units_that_somebody_names(web, auditor, department, monkeypatch):
    monkeypatch.setattr(offline, "PEOPLE_AT_MOST", 1)
    other = DepartmentFactory(parent=department)
    AppointmentFactory(user=auditor, role=Role.AUDITOR, department=other, since=datetime.date(2020, 1, 1))
    employed(department, last_name="Pierwsza")
    employed(other, last_name="Druga")
    assert web.get(OPENING).context["people"] == []
    assert web.post(OPENING + "komorki/", {"units": [other.pk]})["Location"] == OPENING
    assert [person.last_name for person in web.get(OPENING).context["people"]] == ["Druga"]
    employed(other, last_name="Trzecia")
    refused = web.post(OPENING + "komorki/", {"units": [other.pk]})
    assert refused.status_code == 422
    assert "najwyżej 1 osób" in refused.content.decode()


def test_a_blank_card_asks_what_an_audit_would(web, auditor, department):
    draft = opened_audit(auditor, department, method="observation", selection="everything")
    page, blank = (web.get(address).context["page"] for address in (f"/audyty/{draft.uuid}/karta/", card_of()))
    assert blank.left == page.left
    asked = [[row.answer.recommendation_id for row in block.every_row] for block in blank.blocks]
    assert asked == [[row.answer.recommendation_id for row in block.every_row] for block in page.blocks]
    assert Audit.objects.count() == 1


@pytest.mark.parametrize(("method", "channel"), offline.CARDS)
def test_every_method_has_its_card_in_few_queries(web, method, channel, django_assert_max_num_queries):
    web.get(card_of())
    with django_assert_max_num_queries(13):
        assert web.get(card_of(method, channel)).status_code == 200


@pytest.mark.parametrize("card", [("observation", "letter"), ("nothing", "counter"), ("documents", "counter")])
def test_no_other_card_is_there(web, auditor, card):
    assert web.get(card_of(*card)).status_code == 404
    unpublished = draft_from(edition=Edition.objects.get(), code="nowe", title="Nowe", by=auditor)
    assert web.get(card_of(edition=unpublished)).status_code == 404


def test_whoever_audits_nowhere_finds_none(client, department):
    client.force_login(appointed(Role.HR, department))
    for address in (OPENING, card_of()):
        assert client.get(address).status_code == 404


def test_it_is_opened_filled_and_submitted_at_once(web, auditor, opened):
    response = web.post(
        ARRIVING, opened | {"changes": answers(("7.3", "not_met")), "ending": "submit", "leave_unanswered": "on"}
    )
    audit = Audit.objects.get()
    assert (str(audit.uuid), audit.auditor, audit.status) == (opened["uuid"], auditor, AuditStatus.SUBMITTED)
    assert response.json()["receipt"] == audit.receipt
    assert response.json()["address"] == f"/audyty/{audit.uuid}/"
    assert [one.recommendation.label for one in audit.answers.filter(verdict="not_met")] == ["7.3"]


@pytest.mark.parametrize("ending", [{}, {"ending": "submit", "leave_unanswered": "on"}])
def test_sent_again_it_is_there_once_and_answered_as_before(web, opened, ending):
    sent = opened | {"changes": answers(("7.3", "not_met"))} | ending
    first, second = (web.post(ARRIVING, sent).json() for _time in range(2))
    assert Audit.objects.count() == 1
    assert (first["receipt"], first["seq"]) == (second["receipt"], second["seq"])
    assert Audit.objects.get().answers.get(verdict="not_met").version == 1


def test_its_end_may_come_after_it(web, opened):
    told = web.post(ARRIVING, opened | {"changes": answers(("7.3", "met"))}).json()
    nothing = json.dumps([{"key": "nothing"}])
    later = {"first": 2, "revision": told["revision"], "changes": nothing} | SUBMITTING
    # What was said of the visit may have been mended in the portal since.
    assert web.post(ARRIVING, opened | later | {"desk": "inne"}).json()["receipt"] == Audit.objects.get().receipt


def test_what_is_not_complete_is_taken_as_a_draft_and_says_why(web, opened):
    told = web.post(ARRIVING, opened | {"changes": answers(("7.3", "met")), "ending": "submit"}).json()
    assert (told["receipt"], told["why"]) == ("", "Są pytania bez odpowiedzi.")
    audit = Audit.objects.get()
    assert (audit.is_draft, audit.answers.get(verdict="met").recommendation.label) == (True, "7.3")
    assert told["address"] == f"/audyty/{audit.uuid}/zlozenie/"


def test_a_value_that_cannot_be_leaves_a_draft(web, opened):
    sent = json.dumps([{"key": f"answer:{row_of('7.3')}", "value": "met", "note": "ż" * 2001}])
    told = web.post(ARRIVING, opened | {"changes": sent, "ending": "submit", "leave_unanswered": "on"}).json()
    assert (told["receipt"], told["why"]) == ("", "Niektórych odpowiedzi nie przyjęto.")
    assert Audit.objects.get().is_draft


def test_it_can_be_set_aside_until_a_day(web, opened):
    until = timezone.localdate() + datetime.timedelta(days=3)
    calling = {"method": "observation", "channel": "phone", "selection": "everything"}
    told = web.post(
        ARRIVING, opened | calling | {"ending": "aside", "until": until.isoformat(), "leave_unanswered": "on"}
    ).json()
    audit = Audit.objects.get()
    assert (audit.awaited_until, told["why"]) == (until, "")


def refused(web, sent: dict) -> list[str]:
    response = web.post(ARRIVING, sent)
    assert (response.status_code, response.json()["problem"]) == (422, "unaccepted")
    assert not Audit.objects.exists()
    return [one["text"] for one in response.json()["reasons"]]


def test_an_ended_appointment_is_told(web, auditor, opened):
    auditor.appointments.update(until=timezone.localdate() - datetime.timedelta(days=1))
    assert "Komórka" in refused(web, opened)[0]


def test_a_person_who_works_elsewhere_is_told_and_mended(web, department, opened):
    person = employed(DepartmentFactory(parent=department), first_name="Łucja", last_name="Świątek")
    naming = {"employee": str(person.uuid), "employee_name": str(person)}
    assert "Świątek" in refused(web, opened | naming)[0]
    assert web.post(ARRIVING, opened).status_code == 200


@pytest.fixture
def newer(auditor) -> Edition:
    """In force from today on; one recommendation means something else, one question behind a gate is put otherwise."""
    older = Edition.objects.get()
    edition = draft_from(edition=older, code="nowe", title="Nowe", by=auditor)
    edition.standards.get(number="7").recommendations.filter(number="2").update(wording_changed=True)
    edition.occasions.filter(code=older.occasions.first().code).update(question="Inaczej?")
    return PublicationFactory(edition=edition, effective_from=timezone.localdate()).edition


def test_another_edition_is_told_with_the_card_of_that_day(web, opened, newer):
    response = web.post(ARRIVING, opened)
    reasons = ["Karta na tym urządzeniu nie pochodzi z wydania, które obowiązywało w dniu wizyty."]
    assert [one["text"] for one in response.json()["reasons"]] == reasons
    assert response.json()["card"] == card_of(edition=newer)
    assert not Audit.objects.exists()
    assert web.post(ARRIVING, opened | {"edition": newer.pk}).status_code == 200


def test_the_devices_edition_holds_on_the_days_on_which_it_was_in_force(web, opened, newer):
    yesterday = timezone.localtime() - datetime.timedelta(days=1)
    assert web.post(ARRIVING, opened | {"took_place_at": yesterday.strftime("%Y-%m-%dT%H:%M")}).status_code == 200
    assert Audit.objects.get().edition != newer


def test_a_card_names_what_means_the_same_in_another_edition(web, auditor, newer):
    older = Edition.objects.exclude(pk=newer.pk).get()
    page = web.get(card_of(edition=newer)).context["page"]
    rows = {row.answer.recommendation_id: row.was for row in page.every_row}
    assert rows[row_of("7.3", newer)] == str(row_of("7.3", older))
    assert rows[row_of("7.2", newer)] == ""
    asked = {gate.gate.occasion.code: gate.was for gate in page.gates}
    assert asked.pop(older.occasions.first().code, "") == ""
    assert asked == {code: str(older.occasions.get(code=code).pk) for code in asked}


def test_no_declaration_no_audit(web, opened):
    del opened["no_conflict"]
    assert "oświadczeni" in refused(web, opened)[0]


def test_what_is_no_request_of_the_page_opens_nothing(web, opened):
    for change in (
        {"changes": "["},
        {"device": "x"},
        {"uuid": "x"},
        {"ending": "aside"},
        {"ending": "aside", "until": "x"},
    ):
        refused(web, opened | change)


def test_an_audit_of_another_account_is_not_touched(web, department, opened):
    theirs = opened_audit(appointed(Role.AUDITOR, department), department)
    before = Audit.objects.values().get()
    response = web.post(ARRIVING, opened | {"uuid": str(theirs.uuid)})
    assert response.json()["problem"] == "unaccepted"
    assert Audit.objects.values().get() == before

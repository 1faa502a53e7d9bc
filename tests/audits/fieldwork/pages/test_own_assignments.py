"""What a mystery shopper sees: their own open assignments, the checklist of one, a receipt. Nothing else."""

import datetime
import json
import uuid
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from audits.choices import Audience, AuditStatus, Role
from audits.fieldwork import submit_audit, withdraw_assignment
from audits.models import Appointment, Assignment, Audit, User
from audits.notices.telling import acknowledge
from standards.models import Edition
from tests.audits.factories import appointed, assigned, employed, notice, opened_assigned
from tests.audits.fieldwork.pages.sending import changes, fields, seen


@pytest.fixture
def shopper(department) -> User:
    return appointed(Role.SHOPPER, department)


@pytest.fixture
def phone(signed_in, shopper) -> Client:
    """The shopper's browser."""
    return signed_in(shopper)


@pytest.fixture
def assignment(shopper, department) -> Assignment:
    return assigned(shopper, department)


@pytest.fixture
def place(assignment) -> str:
    return f"/moje-zlecenia/{assignment.uuid}/"


@pytest.fixture
def visit() -> dict[str, Any]:
    hour_ago = timezone.localtime() - datetime.timedelta(hours=1)
    return {
        "uuid": str(uuid.uuid4()),
        "took_place_at": hour_ago.strftime("%Y-%m-%dT%H:%M"),
        "as_named": "pani Anna, stanowisko 4",
        "waiting_minutes": "7",
        "no_conflict": "on",
    }


def test_the_start_page_lists_them(phone, assignment, place, department):
    text = phone.get("/").content.decode()
    assert place in text
    assert department.name in text
    assert "do wykonania" in text


def test_it_says_what_to_do_and_opens_the_checklist(phone, assignment, place, visit, shopper):
    assert assignment.scenario in phone.get(place).content.decode()
    answer = phone.post(place, visit)
    audit = Audit.objects.get()
    assert answer["Location"] == f"/audyty/{audit.uuid}/karta/"
    assert (audit.auditor, audit.assignment, audit.as_named) == (shopper, assignment, "pani Anna, stanowisko 4")
    checklist = phone.get(answer["Location"]).content.decode()
    assert assignment.scenario in checklist
    assert "rozpoczęte" in phone.get("/").content.decode()


def test_a_double_click_opens_one(phone, place, visit):
    first, second = phone.post(place, visit), phone.post(place, visit | {"uuid": str(uuid.uuid4())})
    assert first["Location"] == second["Location"] == phone.get(place)["Location"]
    assert Audit.objects.count() == 1


def test_nothing_else_can_be_chosen(phone, place, visit, department):
    person = employed(department)
    extra = {"channel": "email", "method": "observation", "selection": "everything", "department": "1"}
    phone.post(place, visit | extra | {"employee": str(person.uuid), "employee_name": str(person), "desk": "7"})
    audit = Audit.objects.get()
    assert (audit.method, audit.channel, audit.selection) == ("mystery", "counter", "core")
    assert (audit.department, audit.employee, audit.desk) == (department, None, "")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("took_place_at", ""),
        ("took_place_at", "2020-01-01T10:00"),
        ("took_place_at", "9999-12-31T10:00"),
        ("as_named", "a" * 201),
        ("waiting_minutes", "601"),
        ("no_conflict", ""),
    ],
)
def test_what_cannot_be_is_told_at_its_field(phone, place, visit, field, value):
    answer = phone.post(place, visit | {field: value})
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Audit.objects.exists()


def test_the_details_may_be_mended_without_any_employee(phone, assignment, department):
    person = employed(department, last_name="Ząbkowska")
    audit = opened_assigned(assignment)
    address = f"/audyty/{audit.uuid}/dane/"
    text = phone.get(address).content.decode()
    assert "employee" not in text
    assert "combobox" not in text
    moment = timezone.localtime(audit.took_place_at).strftime("%Y-%m-%dT%H:%M")
    sent = {"took_place_at": moment, "as_named": "Ząbkowska", "waiting_minutes": "", "version": "0"}
    assert phone.post(address, sent).status_code == 302
    audit.refresh_from_db()
    assert (audit.as_named, audit.employee) == ("Ząbkowska", None)
    # Sent twice it is no conflict; otherwise than it stands by now, it is.
    assert phone.post(address, sent).status_code == 302
    assert phone.post(address, sent | {"as_named": "stanowisko 2"}).status_code == 409
    assert person.uuid.hex not in text


def test_filled_and_submitted_it_leaves_the_receipt_alone(phone, assignment, place, shopper):
    audit = opened_assigned(assignment)
    checklist, end = f"/audyty/{audit.uuid}/karta/", f"/audyty/{audit.uuid}/zlozenie/"
    sent = fields(phone.get(checklist))
    row = audit.answers.filter(gate=None).order_by("position").first().recommendation_id
    assert phone.post(checklist, sent | {f"verdict-{row}": "met", "submit": "yes"})["Location"] == end
    assert phone.post(end, seen(audit)).status_code == 422
    for _ in range(2):
        assert phone.post(end, seen(audit, leave_unanswered="yes"))["Location"] == place
    audit.refresh_from_db()
    assert audit.status == AuditStatus.SUBMITTED
    receipt = phone.get(place).content.decode()
    assert audit.receipt in receipt
    assert audit.as_named not in receipt
    assert audit.receipt in phone.get("/").content.decode()
    # What was done is closed: neither shown nor changed, only told that it is done.
    assert phone.get(f"/audyty/{audit.uuid}/").status_code == 404
    assert phone.get(f"/audyty/{audit.uuid}/dane/").status_code == 404
    assert phone.get(checklist)["Location"] == place
    late = changes(phone, checklist, {"key": f"answer:{row}", "version": 1, "value": "not_met"})
    assert late.json()["problem"] == "late"
    assert audit.answers.get(recommendation=row).verdict == "met"
    assert len(phone.get("/audyty/").context["table"].data) == 0
    assert phone.post(f"/audyty/{audit.uuid}/karta-pdf/").status_code == 404


@pytest.mark.parametrize("why", ["withdrawn", "appointment ended", "over", "not begun yet", "anothers"])
@pytest.mark.parametrize("begun", ["not begun", "begun", "submitted"])
def test_when_it_is_closed_there_is_nothing(
    phone, signed_in, assignment, place, visit, department, shopper, why, begun
):
    addresses = [place]
    if begun != "not begun":
        audit = opened_assigned(assignment)
        addresses += [f"/audyty/{audit.uuid}/{part}" for part in ("", "karta/", "dane/", "zlozenie/", "porzucenie/")]
        if begun == "submitted":
            submit_audit(audit=audit, by=shopper, leave_unanswered=True)
    today = timezone.localdate()
    if why == "withdrawn":
        if begun == "submitted":
            return
        hr = appointed(Role.HR, department)
        withdraw_assignment(assignment=assignment, by=hr, reason="powód")
    elif why == "appointment ended":
        Appointment.objects.filter(user=shopper).update(until=today)
    elif why == "anothers":
        phone = signed_in(appointed(Role.SHOPPER, department))
    else:
        first, last = (-9, -3) if why == "over" else (1, 5)
        day = datetime.timedelta(days=1)
        Assignment.objects.update(first_day=today + first * day, last_day=today + last * day)
    for address in addresses:
        assert phone.get(address).status_code == 404, address
        assert phone.post(address, visit).status_code in (404, 405), address
    assert place not in phone.get("/").content.decode()


def test_a_shopper_finds_no_person_no_report_and_opens_nothing_freely(phone, assignment, department):
    person = employed(department)
    query = {"department": department.pk, "employee_name": person.last_name}
    assert phone.get("/audyty/nowy/pracownicy/", query).status_code == 404
    assert phone.get("/audyty/nowy/").status_code == 404
    assert phone.post("/raporty/", {"department": department.pk}).status_code == 404
    assert len(phone.get("/raporty/").context["table"].data) == 0
    assert "Raporty" not in phone.get("/").content.decode()


def test_before_the_first_the_notice_to_auditors_is_read(phone, place, visit, shopper):
    binding = notice(audience=Audience.AUDITORS)
    assert phone.get(place)["Location"].partition("?")[0] == binding.get_absolute_url()
    assert phone.post(place, visit).status_code == 422
    assert not Audit.objects.exists()
    acknowledge(notice=binding, by=shopper)
    assert phone.get(place).status_code == 200
    assert phone.post(place, visit).status_code == 302


# Without a network: what the phone keeps, and what it sends of an audit that was opened there.


@pytest.fixture
def card(assignment) -> str:
    return f"/moje-zlecenia/{assignment.uuid}/karta/{Edition.objects.get().pk}/"


@pytest.fixture
def held(visit, assignment) -> dict[str, Any]:
    sent = {"edition": Edition.objects.get().pk, "device": str(uuid.uuid4()), "first": 1, "revision": 0}
    return visit | sent | {"assignment": str(assignment.uuid), "changes": json.dumps([{"key": "nothing"}])}


def test_a_phone_keeps_what_opens_it_and_no_name_of_anybody(phone, assignment, place, card, department, shopper):
    employed(department, first_name="Łucja", last_name="Świątek")
    named = phone.get("/").content.decode()
    for address in (place, card):
        assert f'data-keep="{address}"' in named
        response = phone.get(address)
        assert response["Cache-Control"] == "private, no-cache"
        for name in ("Świątek", str(assignment.assigned_by)):
            assert name not in response.content.decode()


def test_its_card_asks_what_its_audit_would(phone, assignment, card, visit, place):
    blank = phone.get(card).context["page"]
    phone.post(place, visit)
    page = phone.get(f"/audyty/{Audit.objects.get().uuid}/karta/").context["page"]
    asked = [[row.answer.recommendation_id for row in one.every_row] for one in (blank, page)]
    assert (asked[0], blank.left) == (asked[1], page.left)


def test_opened_filled_and_submitted_on_the_phone_it_arrives_once(phone, assignment, held, shopper):
    ending = {"ending": "submit", "leave_unanswered": "on"}
    first, second = (phone.post("/audyty/nowy/z-urzadzenia/", held | ending).json() for _time in range(2))
    audit = Audit.objects.get()
    assert (audit.status, audit.assignment, audit.auditor) == (AuditStatus.SUBMITTED, assignment, shopper)
    assert (audit.as_named, audit.employee) == ("pani Anna, stanowisko 4", None)
    # Where the receipt is, and nothing of the audit.
    assert first["address"] == f"/moje-zlecenia/{assignment.uuid}/"
    assert (first["receipt"], second["receipt"]) == (audit.receipt, audit.receipt)
    told = phone.get("/").content.decode()
    assert f'data-keep="/moje-zlecenia/{assignment.uuid}/' not in told


def unaccepted(phone, held) -> str:
    response = phone.post("/audyty/nowy/z-urzadzenia/", held)
    assert (response.status_code, response.json()["problem"]) == (422, "unaccepted")
    return response.json()["reasons"][0]["text"]


def test_what_was_withdrawn_or_opened_elsewhere_meanwhile_is_told(phone, assignment, held, place, visit):
    phone.post(place, visit)
    assert "otwarto już w innym miejscu" in unaccepted(phone, held | {"uuid": str(uuid.uuid4())})
    assert Audit.objects.count() == 1
    withdraw_assignment(assignment=assignment, by=assignment.assigned_by, reason="Wydział jest zamknięty.")
    assert unaccepted(phone, held | {"uuid": str(uuid.uuid4())}) == "To zlecenie nie jest już otwarte."


def test_of_another_shoppers_assignment_no_phone_learns_anything(phone, held, department):
    other = assigned(appointed(Role.SHOPPER, department), department)
    assert phone.get(f"/moje-zlecenia/{other.uuid}/karta/{held['edition']}/").status_code == 404
    for unknown in (str(other.uuid), str(uuid.uuid4())):
        assert unaccepted(phone, held | {"assignment": unknown}) == "To zlecenie nie jest już otwarte."
    assert "assignment" not in unaccepted(phone, held | {"assignment": "x"})

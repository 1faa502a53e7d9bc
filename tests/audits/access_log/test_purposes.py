"""HR says what for: for one audit and an hour, or for whatever follows and half an hour."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from audits.access_log import purposes
from audits.choices import Role
from audits.fieldwork import submit_audit
from audits.models import AccessRecord, Purpose
from tests.audits.factories import AppointmentFactory, appointed, employed, opened_audit, purpose, with_purpose

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2026, 10, 5, 10, tzinfo=datetime.UTC)


@pytest.fixture
def reader(hr, signed_in):
    return signed_in(hr)


@pytest.fixture
def other(auditor, department):
    audit = opened_audit(auditor, department, employee=employed(department))
    return submit_audit(audit=audit, by=auditor, leave_unanswered=True)


def page(audit) -> str:
    return reverse("audits:audit", args=[audit.uuid])


def question(audit) -> str:
    return reverse("audits:purpose_of_audit", args=[audit.uuid])


def is_shown(client, audit) -> bool:
    answer = client.get(page(audit))
    assert answer.status_code in (200, 302)
    return answer.status_code == 200


def test_the_question_leads_to_the_audit_and_the_page_says_the_purpose(reader, audit, complaint) -> None:
    asked = reader.get(page(audit), follow=True)
    assert asked.redirect_chain == [(f"{question(audit)}?next=%2Faudyty%2F{audit.uuid}%2F", 302)]
    sent = {"purpose": complaint.pk, "justification": "SK/12/2026", "next": asked.context["next"]}
    answer = reader.post(question(audit), sent)
    assert (answer.status_code, answer["Location"]) == (302, page(audit))
    shown = reader.get(page(audit)).content.decode()
    assert "rozpatrzenie skargi lub wniosku" in shown
    assert question(audit) in shown
    assert AccessRecord.objects.get().justification == "SK/12/2026"


def test_a_purpose_said_for_one_audit_is_for_that_one_and_an_hour(reader, audit, other, complaint) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        reader.post(question(audit), {"purpose": complaint.pk})
        assert is_shown(reader, audit)
        assert is_shown(reader, audit)
        assert not is_shown(reader, other)
        clock.shift(datetime.timedelta(minutes=59))
        assert is_shown(reader, audit)
        clock.shift(datetime.timedelta(minutes=1))
        assert not is_shown(reader, audit)


@pytest.mark.parametrize("where", ["of an audit", "of the list"])
def test_a_purpose_kept_is_for_all_that_follow_and_half_an_hour(reader, audit, other, complaint, where) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        if where == "of an audit":
            reader.post(question(audit), {"purpose": complaint.pk, "keep": "on"})
        else:
            reader.post(reverse("audits:purpose"), {"purpose": complaint.pk})
        assert is_shown(reader, audit)
        assert is_shown(reader, other)
        clock.shift(datetime.timedelta(minutes=29, seconds=59))
        assert is_shown(reader, other)
        clock.shift(datetime.timedelta(seconds=1))
        assert not is_shown(reader, audit)
        assert not is_shown(reader, other)


def test_the_latest_word_holds(reader, audit, other, complaint) -> None:
    supervision = purpose()
    reader.post(question(audit), {"purpose": complaint.pk, "keep": "on"})
    reader.post(question(audit), {"purpose": supervision.pk})
    assert is_shown(reader, audit)
    assert AccessRecord.objects.latest("number").purpose == supervision
    # Changed for one audit without keeping it, nothing is kept.
    assert not is_shown(reader, other)
    reader.post(question(other), {"purpose": complaint.pk, "keep": "on"})
    assert is_shown(reader, audit)
    assert AccessRecord.objects.latest("number").purpose == complaint


def test_signing_out_ends_it(reader, hr, audit) -> None:
    with_purpose(reader)
    assert is_shown(reader, audit)
    reader.post(reverse("account_logout"))
    reader.force_login(hr)
    assert not is_shown(reader, audit)


def test_one_persons_purpose_is_not_anothers(signed_in, hr, department, audit) -> None:
    with_purpose(signed_in(hr))
    assert not is_shown(signed_in(appointed(Role.HR, department)), audit)


def test_a_purpose_taken_out_of_use_no_longer_holds_and_is_not_offered(reader, audit, complaint) -> None:
    reader.post(question(audit), {"purpose": complaint.pk})
    assert is_shown(reader, audit)
    Purpose.objects.filter(pk=complaint.pk).update(is_active=False)
    assert not is_shown(reader, audit)
    assert complaint not in reader.get(question(audit)).context["form"].fields["purpose"].queryset
    assert reader.post(question(audit), {"purpose": complaint.pk}).status_code == 422


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"purpose": ""},
        {"purpose": "0"},
        {"purpose": "abc"},
        {"purpose": "9" * 40},
        {"purpose": "\0"},
        {"justification": "bez celu"},
        {"justification": "x" * 501, "purpose": "valid"},
        {"justification": "a\0b", "purpose": "valid"},
    ],
)
def test_what_is_no_purpose_or_no_fit_justification_shows_nothing(reader, audit, complaint, sent) -> None:
    if sent.get("purpose") == "valid":
        sent = sent | {"purpose": complaint.pk}
    answer = reader.post(question(audit), sent)
    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert not is_shown(reader, audit)
    assert not AccessRecord.objects.exists()


def test_what_was_typed_comes_back_as_text(reader, audit) -> None:
    answer = reader.post(question(audit), {"justification": "<script>alert(1)</script>"})
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize(
    "elsewhere",
    ["https://example.org/", "//example.org/", "javascript:alert(1)", "/\\example.org", "\\\\example.org", "\0/"],
)
def test_the_question_leads_nowhere_else(reader, audit, complaint, elsewhere) -> None:
    assert reader.get(question(audit), {"next": elsewhere}).context["next"] == page(audit)
    answer = reader.post(question(audit), {"purpose": complaint.pk, "next": elsewhere})
    assert answer["Location"] == page(audit)


def test_only_hr_is_asked(signed_in, auditor, officer, department, audit) -> None:
    others = [auditor, officer, appointed(Role.HEAD, department), appointed(Role.ADMINISTRATOR, department)]
    for client in map(signed_in, others):
        for address in (question(audit), reverse("audits:purpose")):
            assert client.get(address).status_code == client.post(address).status_code == 404


def test_nobody_is_asked_about_their_own_audit(signed_in, auditor, department, audit) -> None:
    AppointmentFactory(user=auditor, role=Role.HR, department=department)
    assert signed_in(auditor).get(question(audit)).status_code == 404


def test_the_end_of_an_appointment_ends_the_reading_at_once(reader, hr, audit) -> None:
    with_purpose(reader)
    assert is_shown(reader, audit)
    hr.appointments.update(until=timezone.localdate())
    assert reader.get(page(audit)).status_code == 404
    assert AccessRecord.objects.count() == 1


def test_a_session_remembers_a_bounded_number_of_audits(rf, complaint, audit) -> None:
    request = rf.get("/")
    request.session = {}
    first = audit.pk
    for number in range(purposes.MOST_AUDITS + 5):
        audit.pk = first + number
        purposes.give(request, purpose=complaint, audit=audit)
    assert len(request.session["purposes"]["audits"]) == purposes.MOST_AUDITS
    assert purposes.in_force(request, audit).purpose == complaint
    audit.pk = first
    assert purposes.in_force(request, audit) is None


class TestRegister:
    """Administrators keep it."""

    @pytest.fixture
    def administrator(self, signed_in, department):
        return signed_in(appointed(Role.ADMINISTRATOR, department))

    def test_it_ships_with_purposes(self) -> None:
        assert set(Purpose.objects.offered().values_list("code", flat=True)) >= {
            "nadzor",
            "skarga",
            "rozmowa",
            "prawa-osoby",
            "kontrola",
        }

    def test_an_administrator_adds_and_words_anew(self, administrator) -> None:
        sent = {"label": "badanie satysfakcji", "code": "badanie", "is_active": "on", "position": "9"}
        assert administrator.post(reverse("admin:audits_purpose_add"), sent).status_code == 302
        added = Purpose.objects.get(code="badanie")
        change = reverse("admin:audits_purpose_change", args=[added.pk])
        assert administrator.get(change).status_code == 200
        administrator.post(change, sent | {"label": "badanie potrzeb", "code": "inny"})
        added.refresh_from_db()
        assert (added.label, added.code) == ("badanie potrzeb", "badanie")

    def test_nobody_deletes_one(self, administrator, complaint) -> None:
        answer = administrator.post(reverse("admin:audits_purpose_delete", args=[complaint.pk]), {"post": "yes"})
        assert answer.status_code in (403, 404)
        assert Purpose.objects.filter(pk=complaint.pk).exists()

    def test_the_log_is_not_in_the_administration(self, administrator, read) -> None:
        read()
        assert "accessrecord" not in administrator.get(reverse("admin:index")).content.decode()
        assert administrator.get("/administracja/audits/accessrecord/").status_code == 404

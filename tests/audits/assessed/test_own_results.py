"""What a person sees of the audits about themselves."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.html import escape

from audits.choices import Role
from audits.fieldwork import decide_annulment, propose_annulment
from audits.fieldwork.card import audit_card
from audits.models import AccessRecord
from tests.audits.factories import AppointmentFactory, DepartmentFactory, UserFactory, appointed, employed

NOTE = "Nie powiedział „Dzień dobry”."


def address(audit) -> str:
    return reverse("audits:own_result", args=[audit.uuid])


@pytest.fixture
def own(signed_in, assessed):
    """Łucja's browser."""
    return signed_in(assessed.user)


def page_of(own, audit) -> str:
    answer = own.get(address(audit))
    assert answer.status_code == 200
    return answer.content.decode()


class TestTheList:
    def test_it_holds_what_was_released_and_nothing_else(self, own, submitted, released, department):
        shown, hidden = released(submitted()), submitted()
        another = released(submitted(employee=employed(department)))
        page = own.get("/moje-wyniki/").content.decode()
        assert shown.receipt in page
        assert hidden.receipt not in page
        assert another.receipt not in page
        assert "Nie jest oceną okresową" in page

    def test_whoever_is_no_employee_is_told_so(self, signed_in):
        page = signed_in(UserFactory()).get("/moje-wyniki/")
        assert page.status_code == 200
        assert "nie jest połączone" in page.content.decode()

    def test_it_takes_as_many_queries_for_one_audit_as_for_ten(self, own, submitted, released):
        def measure() -> int:
            with CaptureQueriesContext(connection) as captured:
                own.get("/moje-wyniki/")
            return len(captured)

        released(submitted())
        measure()
        for_one = measure()
        for _ in range(9):
            released(submitted())
        assert measure() == for_one <= 8

    def test_it_leaves_no_row_in_the_log(self, own, submitted, released):
        released(submitted())
        own.get("/moje-wyniki/")
        assert not AccessRecord.objects.exists()


class TestOneAudit:
    def test_it_shows_questions_verdicts_notes_text_and_the_cards_score(self, own, submitted, released):
        audit = released(submitted(NOTE))
        page = page_of(own, audit)
        card = audit_card(audit)
        answer = next(one for area in card.areas for each in area.standards for one in each.answers if one.note)
        score, coverage = (f"{number_format(one)}%" for one in (card.result.score, card.result.coverage))
        for shown in (answer.question, answer.verdict_label, NOTE, answer.label, score, coverage):
            assert escape(shown) in page
        assert "Nie jest oceną okresową" in page

    def test_a_reading_is_logged_as_of_ones_own_data(self, own, assessed, submitted, released):
        audit = released(submitted())
        page_of(own, audit)
        row = AccessRecord.objects.get()
        assert (row.reader, row.employee, row.audit) == (assessed.user, assessed, audit)
        assert (row.kind, row.ground, row.purpose) == ("page", "own_data", None)

    @pytest.mark.parametrize("who", ["somebody else", "hr", "auditor", "officer", "before its release"])
    def test_it_is_there_for_nobody_else(self, signed_in, who, hr, auditor, department, submitted, released, assessed):
        audit = submitted()
        if who != "before its release":
            released(audit)
        users = {
            "somebody else": lambda: employed(department, user=UserFactory()).user,
            "hr": lambda: hr,
            "auditor": lambda: auditor,
            "officer": lambda: appointed(Role.DPO, department),
            "before its release": lambda: assessed.user,
        }
        client = signed_in(users[who]())
        answer = client.get(address(audit))
        missing = client.get(reverse("audits:own_result", args=["00000000-0000-4000-8000-000000000000"]))
        assert (answer.status_code, missing.status_code) == (404, 404)
        assert client.post(address(audit), {"text": "Nie zgadzam się."}).status_code == 404
        assert not AccessRecord.objects.exists()

    def test_annulled_after_its_release_it_is_shown_as_annulled_without_the_reason(
        self, own, hr, submitted, released, department
    ):
        audit = released(submitted())
        proposal = propose_annulment(audit=audit, by=hr, reason="Klientka znała audytorkę.")
        assert "Zaproponowano unieważnienie" in page_of(own, audit)
        decide_annulment(annulment=proposal, by=appointed(Role.HR, department), approved=True)
        page = page_of(own, audit)
        assert "Unieważniony" in page
        assert "Klientka znała audytorkę." not in page

    def test_there_is_no_other_person_and_no_comparison(self, own, submitted, released, department):
        other = employed(department, last_name="Nieobecna")
        released(submitted(employee=other))
        page = page_of(own, released(submitted()))
        assert "Nieobecna" not in page


class TestWhoAudited:
    def test_a_shopper_is_never_named_nor_told_by_the_hour(self, own, submitted, released, auditor):
        audit = released(submitted(method="mystery"))
        page = page_of(own, audit)
        assert "tajemniczy klient" in page
        assert auditor.last_name not in page
        local = timezone.localtime(audit.took_place_at)
        assert date_format(local, "j E Y") in page
        # The page's own release day aside, no hour stands on it.
        for moment in (audit.took_place_at, audit.opened_at, audit.submitted_at):
            assert timezone.localtime(moment).strftime("%H:%M") not in page

    def test_whoever_observed_openly_is_named_with_their_role(self, own, submitted, released, auditor):
        page = page_of(own, released(submitted(method="observation")))
        assert f"przełożony (audytor): {auditor}" in page

    def test_whoever_read_documents_is_told_by_role_alone(self, own, submitted, released, auditor):
        page = page_of(own, released(submitted(method="documents", channel="email")))
        assert "przełożony (audytor)" in page
        assert auditor.last_name not in page

    def test_an_auditor_of_the_whole_office_is_the_quality_team(self, own, submitted, released, auditor):
        AppointmentFactory(user=auditor, role=Role.AUDITOR, department=DepartmentFactory())
        page = page_of(own, released(submitted(method="documents", channel="email")))
        assert "zespół jakości" in page

    def test_somebody_who_is_also_a_shopper_is_not_named(self, own, submitted, released, auditor, department):
        AppointmentFactory(user=auditor, role=Role.SHOPPER, department=department)
        page = page_of(own, released(submitted(method="observation")))
        assert auditor.last_name not in page

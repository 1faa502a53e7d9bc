"""Requests under articles 15, 16 and 21 RODO: filed, answered within a month, kept with their dates."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from audits.assessed.data_requests import (
    MOST_OPEN,
    answer_request,
    extend_request,
    file_own_request,
    file_request,
    months_after,
)
from audits.choices import AuditStatus, DataRequestKind, Outcome, Role
from audits.fieldwork import Refused, decide_annulment, propose_annulment
from audits.models import AccessRecord, Audit, DataRequest, Release
from tests.audits.factories import DepartmentFactory, UserFactory, appointed, employed, with_purpose

TEXT = "Proszę o kopię moich danych."
NOTE = "Nie powiedział „Dzień dobry”."


@pytest.fixture
def asked(assessed) -> DataRequest:
    return file_own_request(by=assessed.user, kind=DataRequestKind.ACCESS, text=TEXT)


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-12-05", 1, "2027-01-05"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-10-31", 3, "2027-01-31"),
    ],
)
def test_a_month_ends_on_the_same_day_or_the_last(day, months, found):
    assert months_after(datetime.date.fromisoformat(day), months) == datetime.date.fromisoformat(found)


class TestFiling:
    def test_it_keeps_who_what_when_and_by_when(self, asked, assessed, department):
        today = timezone.localdate()
        assert (asked.employee, asked.department, asked.received_on) == (assessed, department, today)
        assert asked.deadline == months_after(today, 1)
        assert asked.filed_by == assessed.user

    def test_sent_twice_it_is_one(self, asked, assessed):
        assert file_own_request(by=assessed.user, kind=DataRequestKind.ACCESS, text=TEXT) == asked

    def test_whoever_is_no_employee_files_none(self):
        with pytest.raises(Refused):
            file_own_request(by=UserFactory(), kind=DataRequestKind.ACCESS, text=TEXT)

    def test_not_without_end(self, assessed):
        for number in range(MOST_OPEN):
            file_own_request(by=assessed.user, kind=DataRequestKind.OBJECTION, text=f"Sprzeciw {number}")
        with pytest.raises(Refused):
            file_own_request(by=assessed.user, kind=DataRequestKind.OBJECTION, text="Jeszcze jeden")

    def test_hr_records_what_came_on_paper_with_its_day(self, hr, assessed):
        day = timezone.localdate() - datetime.timedelta(days=40)
        filed = file_request(by=hr, employee=assessed, kind=DataRequestKind.RECTIFICATION, text=TEXT, received_on=day)
        assert (filed.received_on, filed.deadline, filed.filed_by) == (day, months_after(day, 1), hr)

    def test_of_somebody_who_has_left_too(self, hr, assessed):
        assessed.employments.update(until=timezone.localdate() - datetime.timedelta(days=1))
        filed = file_request(
            by=hr, employee=assessed, kind=DataRequestKind.ACCESS, text=TEXT, received_on=timezone.localdate()
        )
        assert filed.employee == assessed

    def test_hr_of_another_department_does_not(self, assessed):
        stranger = appointed(Role.HR, DepartmentFactory())
        with pytest.raises(Refused):
            file_request(
                by=stranger, employee=assessed, kind=DataRequestKind.ACCESS, text=TEXT, received_on=timezone.localdate()
            )


class TestAnswering:
    def answer(self, request, hr, **fields):
        values = {"outcome": Outcome.GRANTED, "answer": "Udostępniono.", "audits": [], "notes_checked": True}
        return answer_request(request=request, by=hr, **(values | fields))

    def test_granted_access_shows_what_is_held_before_its_release_and_annulled_too(
        self, hr, asked, submitted, department
    ):
        plain, annulled, proposed = submitted(), submitted(), submitted()
        proposal = propose_annulment(audit=annulled, by=hr, reason="Nie ten wydział.")
        decide_annulment(annulment=proposal, by=appointed(Role.HR, department), approved=True)
        propose_annulment(audit=proposed, by=hr, reason="Nie ten wydział.")
        held = [plain, annulled, proposed]
        done = self.answer(asked, hr, audits=[audit.uuid for audit in held])
        assert (done.outcome, done.answer, done.answered_by) == ("granted", "Udostępniono.", hr)
        assert {release.audit for release in Release.objects.filter(request=asked)} == set(held)

    def test_in_full_means_all_that_is_held(self, hr, asked, submitted):
        one, _another = submitted(), submitted()
        with pytest.raises(Refused) as refused:
            self.answer(asked, hr, audits=[one.uuid])
        assert refused.value.field == "audit"
        asked.refresh_from_db()
        assert asked.answered_at is None
        self.answer(asked, hr, outcome=Outcome.PARTLY, audits=[one.uuid])
        assert Release.objects.get().audit == one

    def test_drafts_and_other_peoples_audits_are_not_given(self, hr, asked, submitted, department):
        draft, others = submitted(), submitted(employee=employed(department))
        Audit.objects.filter(pk=draft.pk).update(status=AuditStatus.DRAFT, submitted_at=None, receipt=None)
        for audit in (draft, others):
            with pytest.raises(Refused):
                self.answer(asked, hr, outcome=Outcome.PARTLY, audits=[audit.uuid])

    def test_the_notes_are_checked_first(self, hr, asked, audit):
        with pytest.raises(Refused) as refused:
            self.answer(asked, hr, audits=[audit.uuid], notes_checked=False)
        assert refused.value.field == "notes_checked"
        assert not Release.objects.exists()

    @pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.WITHDRAWN])
    def test_refused_or_withdrawn_it_gives_nothing(self, hr, asked, audit, outcome):
        self.answer(asked, hr, outcome=outcome, audits=[audit.uuid])
        assert not Release.objects.exists()

    def test_an_objection_gives_nothing(self, hr, assessed, audit):
        objection = file_own_request(by=assessed.user, kind=DataRequestKind.OBJECTION, text=TEXT)
        self.answer(objection, hr, audits=[audit.uuid])
        assert not Release.objects.exists()

    def test_once(self, hr, asked):
        self.answer(asked, hr)
        with pytest.raises(Refused):
            self.answer(asked, hr)

    def test_with_words_for_the_person(self, hr, asked):
        with pytest.raises(Refused) as refused:
            self.answer(asked, hr, answer="  ")
        assert refused.value.field == "answer"

    @pytest.mark.parametrize("role", [Role.AUDITOR, Role.HEAD, Role.DPO, Role.ADMINISTRATOR])
    def test_only_hr_answers(self, asked, department, role):
        with pytest.raises(Refused):
            self.answer(asked, appointed(role, department))

    def test_nobody_answers_their_own(self, hr, department):
        employed(department, user=hr)
        own = file_own_request(by=hr, kind=DataRequestKind.ACCESS, text=TEXT)
        with pytest.raises(Refused):
            self.answer(own, hr)


class TestExtending:
    def test_two_months_more_once_with_the_reason(self, hr, asked):
        extend_request(request=asked, by=hr, because="Wiele komórek.")
        asked.refresh_from_db()
        assert asked.deadline == months_after(asked.received_on, 3)
        assert asked.extended_because == "Wiele komórek."
        with pytest.raises(Refused):
            extend_request(request=asked, by=hr, because="Jeszcze więcej.")

    def test_not_after_the_deadline(self, hr, asked):
        with pytest.raises(Refused):
            extend_request(request=asked, by=hr, because="Późno.", now=timezone.now() + datetime.timedelta(days=40))


class TestHrsPages:
    def test_the_list_puts_the_overdue_first(self, signed_in, hr, assessed):
        today = timezone.localdate()
        for days, kind in ((3, DataRequestKind.OBJECTION), (60, DataRequestKind.ACCESS)):
            day = today - datetime.timedelta(days=days)
            file_request(by=hr, employee=assessed, kind=kind, text=TEXT, received_on=day)
        page = signed_in(hr).get("/wnioski/").content.decode()
        assert page.index("dostęp do danych (art. 15 RODO)") < page.index("sprzeciw wobec przetwarzania")
        assert page.count("po terminie") == 1

    def test_without_a_purpose_nothing_of_the_audits_is_shown(self, signed_in, hr, asked, submitted):
        submitted(NOTE)
        page = signed_in(hr).get(asked.get_absolute_url()).content.decode()
        assert "1 audyt jeszcze nieudostępniony" in page
        assert NOTE not in page
        assert not AccessRecord.objects.exists()

    def test_with_one_hr_checks_the_notes_and_answers(self, signed_in, hr, asked, submitted, assessed):
        audit = submitted(NOTE)
        client = with_purpose(signed_in(hr))
        assert NOTE in client.get(asked.get_absolute_url()).content.decode()
        row = AccessRecord.objects.get()
        assert (row.kind, row.audit, row.employee) == ("notes", audit, assessed)
        sent = {"outcome": "granted", "answer": "Udostępniono.", "audit": audit.uuid}
        refused = client.post(asked.get_absolute_url(), sent)
        assert refused.status_code == 422
        assert "Udostępniono." in refused.content.decode()
        page = client.post(asked.get_absolute_url(), sent | {"notes_checked": "on"}, follow=True).content.decode()
        assert "Udzielono odpowiedzi" in page
        assert audit.receipt in page

    def test_which_audits_were_given_is_told_for_a_purpose_and_logged(self, signed_in, hr, asked, audit, assessed):
        answer_request(
            request=asked, by=hr, outcome=Outcome.GRANTED, answer="Tak.", audits=[audit.uuid], notes_checked=True
        )
        client = signed_in(hr)
        page = client.get(asked.get_absolute_url()).content.decode()
        assert "1 audyt. Podaj cel" in page
        assert audit.receipt not in page
        assert not AccessRecord.objects.exists()
        assert audit.receipt in with_purpose(client).get(asked.get_absolute_url()).content.decode()
        row = AccessRecord.objects.get()
        assert (row.kind, row.employee, row.ground) == ("list", assessed, "purpose")

    def test_for_somebody_without_an_account_hr_takes_the_file(self, signed_in, hr, department, submitted):
        person = employed(department)
        audit = submitted(employee=person)
        filed = file_request(
            by=hr, employee=person, kind=DataRequestKind.ACCESS, text=TEXT, received_on=timezone.localdate()
        )
        address = reverse("audits:data_request_file", args=[filed.uuid])
        client = signed_in(hr)
        assert client.get(address).status_code == 404
        answer_request(
            request=filed, by=hr, outcome=Outcome.GRANTED, answer="Tak.", audits=[audit.uuid], notes_checked=True
        )
        assert "/audyty/cel/" in client.get(address)["Location"]
        assert not AccessRecord.objects.exists()
        answer = with_purpose(client).get(address)
        assert answer["Content-Type"] == "application/zip"
        row = AccessRecord.objects.get()
        assert (row.kind, row.employee, row.ground) == ("own_export", person, "purpose")

    def test_a_paper_request_is_recorded_by_personnel_number(self, signed_in, hr, assessed):
        client = signed_in(hr)
        sent = {"number": "nikt", "kind": "access", "received_on": timezone.localdate().isoformat(), "text": TEXT}
        assert client.post("/wnioski/nowy/", sent).status_code == 422
        answer = client.post("/wnioski/nowy/", sent | {"number": assessed.number}, follow=True)
        assert "Świątek Łucja" in answer.content.decode()
        future = (timezone.localdate() + datetime.timedelta(days=1)).isoformat()
        late = client.post("/wnioski/nowy/", sent | {"number": assessed.number, "received_on": future})
        assert late.status_code == 422

    def test_the_time_is_extended_on_the_page(self, signed_in, hr, asked):
        address = reverse("audits:extend_request", args=[asked.uuid])
        assert signed_in(hr).post(address, {"because": ""}).status_code == 422
        page = signed_in(hr).post(address, {"because": "Wiele komórek."}, follow=True).content.decode()
        assert "Wiele komórek." in page

    def test_to_hr_of_another_department_it_is_not_there(self, signed_in, asked):
        client = signed_in(appointed(Role.HR, DepartmentFactory()))
        assert client.get(asked.get_absolute_url()).status_code == 404
        assert "dostęp do danych" not in client.get("/wnioski/").content.decode()

    def test_the_list_takes_as_many_queries_for_one_as_for_ten(self, signed_in, hr, department):
        client = signed_in(hr)

        def measure() -> int:
            with CaptureQueriesContext(connection) as captured:
                client.get("/wnioski/")
            return len(captured)

        def more(count: int) -> None:
            for _ in range(count):
                person = employed(department)
                today = timezone.localdate()
                file_request(by=hr, employee=person, kind=DataRequestKind.ACCESS, text=TEXT, received_on=today)

        more(1)
        measure()
        for_one = measure()
        more(9)
        assert measure() == for_one <= 8


class TestThePersonsPage:
    address = "/moje-wyniki/moje-wnioski/"

    def test_they_file_one_and_see_its_state_and_answer(self, signed_in, assessed, hr):
        client = signed_in(assessed.user)
        assert client.post(self.address, {"kind": "objection", "text": ""}).status_code == 422
        page = client.post(self.address, {"kind": "objection", "text": "Sprzeciwiam się."}, follow=True)
        assert "czeka na odpowiedź" in page.content.decode()
        filed = DataRequest.objects.get()
        extend_request(request=filed, by=hr, because="Wiele komórek.")
        answer_request(request=filed, by=hr, outcome=Outcome.PARTLY, answer="Uwzględniamy w części.")
        page = client.get(self.address).content.decode()
        for shown in ("Sprzeciwiam się.", "Wiele komórek.", "Uwzględniamy w części.", "uwzględniony w części"):
            assert shown in page

    def test_nobody_sees_anothers(self, signed_in, asked, department):
        colleague = employed(department, user=UserFactory()).user
        assert TEXT not in signed_in(colleague).get(self.address).content.decode()

    def test_whoever_is_no_employee_has_none(self, signed_in):
        assert signed_in(UserFactory()).get(self.address).status_code == 404

"""HR shows people the audits about them, once these are final and their notes were checked."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from audits import access
from audits.access_log.log import verify
from audits.assessed.releasing import release_audits
from audits.choices import AuditStatus, Role
from audits.fieldwork import Refused, decide_annulment, propose_annulment
from audits.models import AccessRecord, Audit, Release
from tests.audits.factories import DepartmentFactory, appointed, employed, with_purpose

NOTE = "Nie powiedział „Dzień dobry”."


def waiting(user) -> set[Audit]:
    return set(access.audits_to_release(user))


class TestTheAct:
    def test_it_keeps_who_and_when(self, hr, audit):
        now = timezone.now()
        [release] = release_audits(uuids=[audit.uuid], by=hr, notes_checked=True, now=now)
        assert (release.audit, release.released_by, release.released_at) == (audit, hr, now)
        assert waiting(hr) == set()

    def test_without_checking_the_notes_nothing_is_released(self, hr, audit):
        with pytest.raises(Refused) as refused:
            release_audits(uuids=[audit.uuid], by=hr, notes_checked=False)
        assert refused.value.field == "notes_checked"
        assert not Release.objects.exists()

    def test_released_again_it_stays_as_it_was(self, hr, audit, department):
        [first] = release_audits(uuids=[audit.uuid], by=hr, notes_checked=True)
        assert release_audits(uuids=[audit.uuid], by=appointed(Role.HR, department), notes_checked=True) == []
        assert Release.objects.get() == first

    def test_all_are_released_or_none(self, hr, audit, submitted, auditor, department):
        unnamed = submitted(employee=None)
        with pytest.raises(Refused):
            release_audits(uuids=[audit.uuid, unnamed.uuid], by=hr, notes_checked=True)
        assert not Release.objects.exists()

    @pytest.mark.parametrize("role", [Role.AUDITOR, Role.HEAD, Role.DPO, Role.ADMINISTRATOR, Role.SHOPPER])
    def test_only_hr_releases(self, role, audit, department):
        with pytest.raises(Refused):
            release_audits(uuids=[audit.uuid], by=appointed(role, department), notes_checked=True)

    def test_hr_of_another_department_does_not(self, audit):
        with pytest.raises(Refused):
            release_audits(uuids=[audit.uuid], by=appointed(Role.HR, DepartmentFactory()), notes_checked=True)

    def test_nobody_releases_an_audit_about_themselves(self, hr, submitted, department):
        own = submitted(employee=employed(department, user=hr))
        assert own not in waiting(hr)

    def test_after_the_appointment_ended_nothing_waits(self, hr, audit):
        hr.appointments.update(until=timezone.localdate())
        assert waiting(hr) == set()


class TestWhatIsFinal:
    def test_a_draft_does_not_wait(self, hr, audit):
        Audit.objects.filter(pk=audit.pk).update(status=AuditStatus.DRAFT, submitted_at=None, receipt=None)
        assert waiting(hr) == set()

    def test_an_audit_that_somebody_proposed_to_annul_waits_for_the_decision(self, hr, audit, department):
        proposal = propose_annulment(audit=audit, by=hr, reason="Nie ten wydział.")
        assert waiting(hr) == set()
        decide_annulment(annulment=proposal, by=appointed(Role.HR, department), approved=False)
        assert waiting(hr) == {audit}

    def test_an_annulled_audit_is_never_released(self, hr, audit, department):
        proposal = propose_annulment(audit=audit, by=hr, reason="Nie ten wydział.")
        decide_annulment(annulment=proposal, by=appointed(Role.HR, department), approved=True)
        with pytest.raises(Refused):
            release_audits(uuids=[audit.uuid], by=hr, notes_checked=True)

    def test_nor_one_replaced_by_a_correction(self, hr, audit, submitted):
        correction = submitted()
        Audit.objects.filter(pk=correction.pk).update(corrects=audit, supersedes=audit)
        assert waiting(hr) == {correction}


class TestThePageOfMany:
    address = "/udostepnianie/"

    def test_without_a_purpose_it_counts_and_shows_nothing(self, signed_in, hr, submitted):
        submitted(NOTE)
        page = signed_in(hr).get(self.address).content.decode()
        assert "Czeka 1 audyt" in page
        assert NOTE not in page
        assert "Świątek" not in page
        assert not AccessRecord.objects.exists()

    def test_with_a_purpose_it_shows_each_note_and_logs_each_audit(self, signed_in, hr, submitted, assessed):
        first, second = submitted(NOTE), submitted(scenario="Pyta o dowód córki.")
        page = with_purpose(signed_in(hr)).get(self.address).content.decode()
        assert NOTE in page
        assert "Pyta o dowód córki." in page
        rows = AccessRecord.objects.order_by("number")
        assert [(row.kind, row.audit, row.employee) for row in rows] == [
            ("notes", first, assessed),
            ("notes", second, assessed),
        ]
        assert verify().rows == 2

    def test_it_releases_what_was_shown(self, signed_in, hr, submitted):
        first, second = submitted(), submitted()
        later = submitted()
        client = with_purpose(signed_in(hr))
        answer = client.post(self.address, {"audit": [first.uuid, second.uuid], "notes_checked": "on"}, follow=True)
        assert "Udostępniono 2 audyty" in answer.content.decode()
        assert waiting(hr) == {later}

    def test_without_the_box_it_says_so_and_releases_nothing(self, signed_in, hr, audit):
        answer = with_purpose(signed_in(hr)).post(self.address, {"audit": [audit.uuid]})
        assert answer.status_code == 422
        assert "Najpierw sprawdź notatki" in answer.content.decode()
        assert waiting(hr) == {audit}

    def test_without_a_purpose_it_releases_nothing(self, signed_in, hr, audit):
        signed_in(hr).post(self.address, {"audit": [audit.uuid], "notes_checked": "on"})
        assert waiting(hr) == {audit}

    def test_it_can_be_narrowed_to_a_department_and_period(self, signed_in, hr, auditor, audit, department, submitted):
        unit = DepartmentFactory(parent=department)
        week_ago = timezone.now() - datetime.timedelta(days=7)
        there = submitted(department=unit, employee=employed(unit), took_place_at=week_ago)
        client = with_purpose(signed_in(hr))

        def shown(**query):
            return [one.audit for one in client.get(self.address, query).context["shown"]]

        day = timezone.localdate(week_ago)
        assert shown() == [there, audit]
        assert shown(department=unit.pk) == [there]
        assert shown(since=day + datetime.timedelta(days=1)) == [audit]
        assert shown(until=day) == [there]
        assert client.get(self.address, {"since": "2026-02-02", "until": "2026-01-01"}).status_code == 422

    def test_it_takes_as_many_queries_for_one_audit_as_for_eight(self, signed_in, hr, submitted):
        client = with_purpose(signed_in(hr))

        def measure() -> int:
            with CaptureQueriesContext(connection) as captured:
                assert client.get(self.address).status_code == 200
            return len(captured)

        submitted(NOTE)
        measure()
        for_one = measure()
        for _ in range(7):
            submitted(NOTE)
        assert measure() == for_one <= 16


class TestThePageOfOne:
    def test_it_shows_the_notes_and_releases_after_they_were_checked(self, signed_in, hr, submitted):
        audit = submitted(NOTE)
        client = with_purpose(signed_in(hr))
        address = reverse("audits:release", args=[audit.uuid])
        assert NOTE in client.get(address).content.decode()
        assert client.post(address, {"audit": audit.uuid}).status_code == 422
        answer = client.post(address, {"audit": audit.uuid, "notes_checked": "on"}, follow=True)
        assert "po sprawdzeniu notatek" in answer.content.decode()
        assert Release.objects.get().audit == audit
        assert client.get(address).status_code == 404

    def test_it_releases_no_other_audit(self, signed_in, hr, submitted):
        audit, other = submitted(), submitted()
        client = with_purpose(signed_in(hr))
        address = reverse("audits:release", args=[audit.uuid])
        assert client.post(address, {"audit": other.uuid, "notes_checked": "on"}).status_code == 422
        assert not Release.objects.exists()

    def test_the_audits_page_leads_there_until_it_was_released(self, signed_in, hr, audit, released):
        client = with_purpose(signed_in(hr))
        address = reverse("audits:release", args=[audit.uuid])
        assert address in client.get(audit.get_absolute_url()).content.decode()
        released(audit)
        assert address not in client.get(audit.get_absolute_url()).content.decode()

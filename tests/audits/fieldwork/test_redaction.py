"""What HR takes out of a finished audit's notes is gone from every place; that it was taken out stays."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from audits.choices import AuditStatus, ReportKind, ReportState, Role
from audits.fieldwork import REDACTED, Refused, propose_correction, redact_note, redact_reason, submit_audit
from audits.fieldwork.card import audit_card
from audits.models import Annulment, Answer, Audit, Department, Redaction, Report, User
from audits.models.reports import delete_withdrawn_files
from tests.audits.devices import record_answer
from tests.audits.factories import LONG_AGO, AppointmentFactory, DepartmentFactory, appointed, opened_audit

NOTE = "Klientka Nowak Ewa\npłakała; nowak  ewa pytała o dowód."


@pytest.fixture
def audit(auditor: User, department: Department) -> Audit:
    """A note on a plain row, one on a critical breach, and one on the scenario."""
    draft = opened_audit(auditor, department, selection="everything", scenario="Pytanie Nowak Ewy o dowód.")
    for label, verdict, note in [("7.3", "met", NOTE), ("13.3", "not_met", "powiedziano przy kolejce o rozwodzie")]:
        standard, number = label.split(".")
        row = draft.answers.get(recommendation__standard__number=standard, recommendation__number=number)
        record_answer(
            audit=draft,
            by=auditor,
            recommendation_id=row.recommendation_id,
            version=row.version,
            verdict=verdict,
            note=note,
        )
    return submit_audit(audit=draft, by=auditor, leave_unanswered=True)


@pytest.fixture
def hr(department: Department) -> User:
    return appointed(Role.HR, department)


@pytest.fixture
def plain(audit: Audit) -> Answer:
    return audit.answers.get(note=NOTE)


@pytest.fixture
def critical(audit: Audit) -> Answer:
    return audit.answers.get(critical=True, verdict="not_met")


@pytest.fixture
def stored(audit: Audit, hr: User) -> Callable[..., Report]:
    """A report that was made and is kept."""

    def store(kind: str = ReportKind.AUDIT, department: Department | None = None, **fields: object) -> Report:
        day = timezone.localdate(audit.took_place_at)
        report = Report(
            **{
                "kind": kind,
                "department": department or audit.department,
                "audit": audit if kind == ReportKind.AUDIT else None,
                "period_start": day,
                "period_end": day,
                "state": ReportState.DONE,
                "attempt": 1,
                "requested_by": hr,
                "requested_at": timezone.now(),
                "finished_at": timezone.now(),
                "as_of": timezone.now(),
                "fingerprint": "f" * 64,
            }
            | fields
        )
        report.file.save("report.pdf", ContentFile(b"%PDF-1.7 Nowak"))
        return report

    return store


def redact(audit: Audit, hr: User, answer: Answer | None, passage: str = "") -> list[Redaction]:
    return redact_note(
        audit=audit,
        by=hr,
        recommendation_id=answer.recommendation_id if answer else None,
        passage=passage,
        reason="dane klientki",
    )


def test_every_occurrence_of_the_words_gives_way_to_the_mark_however_they_are_spaced(audit, hr, plain):
    redact(audit, hr, plain, "Nowak Ewa")
    plain.refresh_from_db()
    assert plain.note == f"Klientka {REDACTED}\npłakała; {REDACTED} pytała o dowód."


def test_words_spread_over_lines_are_found_as_they_were_copied(audit, hr, plain):
    redact(audit, hr, plain, "  Ewa płakała ")
    plain.refresh_from_db()
    assert plain.note == f"Klientka Nowak {REDACTED}; nowak  ewa pytała o dowód."


def test_a_whole_note_leaves_the_mark_alone(audit, hr, plain):
    redact(audit, hr, plain)
    plain.refresh_from_db()
    assert plain.note == REDACTED


def test_the_note_on_the_scenario_is_one_too(audit, hr):
    redact(audit, hr, None, "Nowak Ewy")
    audit.refresh_from_db()
    assert audit.scenario == f"Pytanie {REDACTED} o dowód."


def test_who_when_and_why_are_kept_and_nothing_of_what_it_was(audit, hr, plain):
    now = timezone.now()
    redact_note(
        audit=audit,
        by=hr,
        recommendation_id=plain.recommendation_id,
        passage="Nowak Ewa",
        reason=" dane\nklientki ",
        now=now,
    )
    trace = Redaction.objects.get()
    assert (trace.audit, trace.answer, trace.is_whole) == (audit, plain, False)
    assert (trace.redacted_by, trace.redacted_at, trace.reason) == (hr, now, "dane klientki")
    shown = audit_card(audit).redactions
    assert [(one.label, one.is_whole, one.reason, one.by, one.at) for one in shown] == [
        ("7.3", False, "dane klientki", str(hr), now)
    ]


def test_the_reason_may_not_repeat_what_is_taken_out(audit, hr, plain):
    with pytest.raises(Refused) as fault:
        redact_note(
            audit=audit,
            by=hr,
            recommendation_id=plain.recommendation_id,
            passage="Nowak Ewa",
            reason="nazwisko NOWAK EWA",
        )
    assert fault.value.field == "reason"
    plain.refresh_from_db()
    assert plain.note == NOTE


def test_words_that_the_note_does_not_hold_are_told_and_leave_no_trace(audit, hr, plain):
    with pytest.raises(Refused) as fault:
        redact(audit, hr, plain, "Kowalska")
    assert fault.value.field == "passage"
    assert not Redaction.objects.exists()


def test_a_mark_is_not_taken_out_again(audit, hr, plain):
    redact(audit, hr, plain)
    for passage in ("", "usunięto"):
        with pytest.raises(Refused):
            redact(audit, hr, plain, passage)
    assert Redaction.objects.count() == 1


def test_a_reason_is_needed(audit, hr, plain):
    with pytest.raises(Refused) as fault:
        redact_note(audit=audit, by=hr, recommendation_id=plain.recommendation_id, reason=" \n")
    assert fault.value.field == "reason"


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.HEAD, Role.ADMINISTRATOR, Role.DPO])
def test_no_other_role_redacts(audit, department, plain, role):
    with pytest.raises(Refused):
        redact(audit, appointed(role, department), plain)


def test_neither_hr_of_another_department_nor_the_auditor_with_the_role_redacts(audit, department, plain):
    with pytest.raises(Refused):
        redact(audit, appointed(Role.HR, DepartmentFactory()), plain)
    AppointmentFactory(user=audit.auditor, role=Role.HR, department=department, since=LONG_AGO)
    with pytest.raises(Refused):
        redact(audit, audit.auditor, plain)


def test_a_draft_is_mended_by_its_auditor_and_not_redacted(draft, hr):
    with pytest.raises(Refused):
        redact(draft, hr, draft.answers.first())


def test_verdicts_score_and_status_stay_while_the_fingerprint_changes(audit, hr, plain):
    before = audit_card(audit)
    redact(audit, hr, plain)
    after = audit_card(audit)
    assert (after.result, after.status, after.receipt) == (before.result, before.status, before.receipt)
    assert after.fingerprint != before.fingerprint
    assert after.as_of == after.redactions[0].at


class TestReasons:
    """Why an audit was annulled or corrected is kept and shown: what does not belong there is taken out too."""

    @pytest.fixture
    def annulment(self, audit, hr):
        return Annulment.objects.create(
            audit=audit, reason="Klientka Nowak Ewa to siostra.", proposed_by=hr, proposed_at=timezone.now()
        )

    def test_the_words_are_gone_the_card_is_withdrawn_and_the_place_is_told(self, audit, hr, annulment, stored):
        card, report = stored(), stored(ReportKind.DEPARTMENT)
        redact_reason(audit=audit, by=hr, of=annulment, passage="nowak  Ewa", reason="dane klientki")
        annulment.refresh_from_db()
        assert annulment.reason == f"Klientka {REDACTED} to siostra."
        shown = audit_card(audit).redactions
        assert [(one.place, one.label, one.reason) for one in shown] == [("annulment", "", "dane klientki")]
        assert [Report.objects.get(pk=one.pk).state for one in (card, report)] == ["withdrawn", "done"]

    def test_so_it_is_with_the_reason_of_a_correction(self, audit, hr, department):
        version = Audit.objects.get(pk=audit.pk)
        draft = propose_correction(audit=version, by=hr, reason="Pomyłka: Nowak Ewa")
        Audit.objects.filter(pk=draft.pk).update(
            status=AuditStatus.PROPOSED, submitted_at=timezone.now(), receipt="AU-1"
        )
        proposed = Audit.objects.get(pk=draft.pk)
        redact_reason(audit=proposed, by=hr, of=proposed.correction, reason="dane klientki")
        assert audit_card(proposed).correction.reason == REDACTED
        assert Redaction.objects.get().place == "correction"

    def test_what_it_does_not_hold_is_told_and_leaves_no_trace(self, audit, hr, annulment):
        with pytest.raises(Refused) as fault:
            redact_reason(audit=audit, by=hr, of=annulment, passage="Kowalska", reason="dane klientki")
        assert fault.value.field == "passage"
        assert not Redaction.objects.exists()

    def test_one_of_another_audit_is_not_reached(self, audit, hr, annulment, auditor, department):
        other = submit_audit(audit=opened_audit(auditor, department), by=auditor, leave_unanswered=True)
        with pytest.raises(Annulment.DoesNotExist):
            redact_reason(audit=other, by=hr, of=annulment, reason="dane klientki")

    def test_whoever_may_not_redact_notes_may_not_redact_reasons(self, audit, annulment, auditor):
        with pytest.raises(Refused):
            redact_reason(audit=audit, by=auditor, of=annulment, reason="dane klientki")


class TestStoredReports:
    def test_its_card_is_withdrawn_with_a_remark_and_the_file_deleted(
        self, audit, hr, plain, stored, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
    ):
        card = stored()
        path = Path(card.file.path)
        assert path.exists()
        with django_capture_on_commit_callbacks(execute=True):
            redact(audit, hr, plain)
        card.refresh_from_db()
        assert (card.state, card.withdrawn_because, card.file.name) == (ReportState.WITHDRAWN, "redaction", "")
        assert card.withdrawn_at
        assert not path.exists()

    def test_one_that_is_being_made_is_given_up(self, audit, hr, plain, stored):
        running = stored(state=ReportState.RUNNING)
        redact(audit, hr, plain)
        running.refresh_from_db()
        assert running.state == ReportState.WITHDRAWN

    def test_a_file_left_by_a_cut_short_attempt_goes_too(self, audit, hr, plain, stored):
        card = stored(attempt=2)
        left = card.file.storage.save(
            card.file.name.rpartition("/")[0] + f"/{card.uuid}-1.pdf", ContentFile(b"%PDF Nowak")
        )
        redact(audit, hr, plain)
        delete_withdrawn_files()
        assert not card.file.storage.exists(left)

    def test_reports_of_departments_stay_since_they_print_no_notes(self, audit, hr, critical, stored):
        report = stored(ReportKind.DEPARTMENT)
        redact(audit, hr, critical)
        report.refresh_from_db()
        assert report.state == ReportState.DONE


def test_every_version_of_the_audit_loses_it(audit, hr, plain, auditor, department):
    other = submit_audit(
        audit=opened_audit(auditor, department, selection="everything"), by=auditor, leave_unanswered=True
    )
    twin = other.answers.get(recommendation_id=plain.recommendation_id)
    Answer.objects.filter(pk=twin.pk).update(note="Była też Nowak Ewa.")
    Audit.objects.filter(pk=other.pk).update(corrects=audit, supersedes=audit)
    redact(audit, hr, plain, "Nowak Ewa")
    twin.refresh_from_db()
    assert twin.note == f"Była też {REDACTED}."
    assert {one.audit_id for one in Redaction.objects.all()} == {audit.pk, other.pk}

"""Audits whose time is over are deleted with all that hangs on them; holds and the access log keep them longer."""

import datetime

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from audits.access_log.log import record_access
from audits.choices import AccessKind, DataClass, ReportKind, ReportLevel, ReportState, Role
from audits.fieldwork import redact_note
from audits.models import (
    Annulment,
    Answer,
    Audit,
    Correction,
    Identification,
    LegalHold,
    Redaction,
    Report,
    RetentionProtocol,
)
from audits.models.reports import path_beside
from audits.retention.applying import apply_rule
from audits.retention.plans import over_before, plan
from standards import guards
from standards.refusals import Refused
from tests.audits.factories import DepartmentFactory, appointed, purpose
from tests.audits.retention.conftest import NOW, TODAY


@pytest.fixture
def apply(rule, administrator):
    def act(**options):
        kept = rule(DataClass.AUDITS)
        return apply_rule(rule=kept, **({"by": administrator, "consent": "zgoda AP 12/2026", "now": NOW} | options))

    return act


def planned(rule):
    made = plan(rule(DataClass.AUDITS), today=TODAY)
    return [[item.shown for item in items] for items in (made.items, made.held, made.waiting)]


def hold(administrator, **fields):
    return LegalHold.objects.create(reason="postępowanie", placed_by=administrator, placed_at=NOW, **fields)


def test_years_count_from_the_first_of_january_after_the_year_of_the_audit(rule, submit):
    assert over_before(rule(DataClass.AUDITS), TODAY) == datetime.date(2021, 1, 1)
    last, first = submit("2020-12-31"), submit("2021-01-01")
    assert planned(rule) == [[last.receipt], [], []]
    assert plan(rule(DataClass.AUDITS), today=datetime.date(2027, 1, 1)).pks == [last.pk, first.pk]


def test_it_and_all_that_hangs_on_it_are_deleted_and_the_rest_stays(apply, submit, office):
    hr = appointed(Role.HR, office.district)
    over = submit("2020-05-05", note="notatka")
    stays = submit("2024-05-05", note="notatka")
    Annulment.objects.create(audit=over, reason="x", proposed_by=hr, proposed_at=NOW)
    redact_note(audit=over, by=hr, recommendation_id=over.answers.first().recommendation_id, reason="x")
    Identification.objects.create(audit=over, employee=None, by=hr, at=NOW)
    made = apply()
    assert made.pks == [over.pk]
    assert list(Audit.objects.all()) == [stays]
    assert set(Answer.objects.values_list("audit", flat=True)) == {stays.pk}
    for hanging in (Annulment, Redaction, Identification):
        assert not hanging.objects.exists()
    assert guards.missing("default") == []


def test_its_card_goes_with_it_file_and_all(apply, submit, office, django_capture_on_commit_callbacks):
    over = submit("2020-05-05")
    card = Report(
        kind=ReportKind.AUDIT,
        audit=over,
        department=office.units[0],
        period_start="2020-05-05",
        period_end="2020-05-05",
        state=ReportState.DONE,
        requested_by=office.auditor,
        requested_at=NOW,
        finished_at=NOW,
        as_of=NOW,
        fingerprint="f" * 64,
    )
    card.file.save("card.pdf", ContentFile(b"%PDF"))
    beside = card.file.storage.save(path_beside(card.file.name, "xlsx"), ContentFile(b"PK"))
    with django_capture_on_commit_callbacks(execute=True):
        apply()
    assert not Report.objects.exists()
    assert not card.file.storage.exists(card.file.name)
    assert not card.file.storage.exists(beside)


def test_files_of_answers_with_a_row_of_it_are_withdrawn(apply, submit, office, django_capture_on_commit_callbacks):
    submit("2020-05-05")
    said = purpose()
    made = []
    for first, last in (("2020-04-01", "2020-06-30"), ("2020-07-01", "2020-09-30")):
        report = Report(
            kind=ReportKind.ANSWERS,
            level=ReportLevel.FULL,
            purpose=said,
            purpose_label=said.label,
            department=office.units[0],
            period_start=first,
            period_end=last,
            state=ReportState.DONE,
            requested_by=office.auditor,
            requested_at=NOW,
            finished_at=NOW,
            as_of=NOW,
            fingerprint="f" * 64,
        )
        report.file.save("answers.xlsx", ContentFile(b"PK"))
        made.append(report)
    with django_capture_on_commit_callbacks(execute=True):
        apply()
    assert [Report.objects.get(pk=report.pk).state for report in made] == [ReportState.WITHDRAWN, ReportState.DONE]
    assert [report.file.storage.exists(report.file.name) for report in made] == [False, True]


def test_versions_of_one_audit_go_together_once_the_latest_is_over(apply, rule, submit):
    first = submit("2020-05-05")
    second = submit("2020-05-05", corrects=first, supersedes=first)
    Audit.objects.filter(pk=second.pk).update(submitted_at="2022-01-03T12:00Z")
    assert planned(rule) == [[], [], []]
    Audit.objects.filter(pk=second.pk).update(submitted_at="2020-06-03T12:00Z")
    apply()
    assert not Audit.objects.exists()
    assert not Correction.objects.exists()


def test_what_the_access_log_refers_to_waits_for_it(apply, rule, submit, office):
    read, unread = submit("2020-05-05"), submit("2020-05-06")
    record_access(reader=appointed(Role.HR, office.district), kind=AccessKind.PAGE, audit=read, purpose=purpose())
    assert planned(rule) == [[unread.receipt], [], [read.receipt]]
    apply()
    assert list(Audit.objects.all()) == [read]


class TestLegalHolds:
    @pytest.mark.parametrize("what", ["department", "employee", "period", "all of them"])
    def test_what_one_covers_is_kept(self, rule, submit, administrator, office, person, what):
        mine, other = submit("2020-05-05", employee=person), submit("2019-05-05")
        Audit.objects.filter(pk=other.pk).update(department=DepartmentFactory())
        period = {"first_day": "2020-05-05", "last_day": "2020-05-05"}
        fields = {
            "department": {"department": office.district},
            "employee": {"employee": person},
            "period": period,
            "all of them": {"department": office.district, "employee": person, **period},
        }[what]
        hold(administrator, **fields)
        assert planned(rule) == [[other.receipt], [mine.receipt], []]

    def test_what_it_names_must_all_be_so(self, rule, submit, administrator, person):
        audit = submit("2020-05-05", employee=person)
        hold(administrator, employee=person, first_day="2020-05-06", last_day="2020-06-30")
        assert planned(rule) == [[audit.receipt], [], []]

    def test_released_it_keeps_nothing(self, rule, submit, administrator, office):
        audit = submit("2020-05-05")
        placed = hold(administrator, department=office.district)
        LegalHold.objects.filter(pk=placed.pk).update(released_by=administrator, released_at=NOW)
        assert planned(rule) == [[audit.receipt], [], []]

    def test_one_version_held_holds_all(self, rule, submit, administrator, person):
        first = submit("2020-05-05", employee=person)
        second = submit("2020-05-05", corrects=first, supersedes=first)
        hold(administrator, employee=person)
        assert planned(rule) == [[], [first.receipt, second.receipt], []]

    def test_one_that_covers_nothing_is_none(self, administrator):
        with pytest.raises(IntegrityError), transaction.atomic():
            hold(administrator, first_day="2020-05-05")


class TestTheProtocol:
    def test_it_says_how_much_of_what_by_whom_and_with_which_consent(self, apply, submit, administrator, office):
        over, held = submit("2020-05-05"), submit("2019-05-05")
        hold(administrator, first_day="2019-01-01", last_day="2019-12-31")
        apply(consent=" zgoda  AP\n12/2026 ")
        protocol = RetentionProtocol.objects.get()
        assert protocol.counts["audit"] == 1
        assert protocol.counts["answer"] == 4
        assert (protocol.held, protocol.waiting, protocol.years) == (1, 0, 5)
        assert (protocol.first_day, protocol.last_day, protocol.before) == (
            datetime.date(2020, 5, 5),
            datetime.date(2020, 5, 5),
            datetime.date(2021, 1, 1),
        )
        assert (protocol.by, protocol.at, protocol.consent) == (administrator, NOW, "zgoda AP 12/2026")
        assert over.receipt not in str(protocol.__dict__)
        assert list(Audit.objects.all()) == [held]

    def test_it_is_neither_changed_nor_deleted(self, apply, submit):
        submit("2020-05-05")
        apply()
        for act in (lambda: RetentionProtocol.objects.all().delete(), lambda: RetentionProtocol.objects.update(held=9)):
            with pytest.raises(IntegrityError), transaction.atomic():
                act()

    def test_where_nothing_was_taken_there_is_none(self, apply, submit):
        submit("2024-05-05")
        apply()
        assert not RetentionProtocol.objects.exists()


class TestRefusals:
    @pytest.mark.parametrize(
        "options", [{"consent": ""}, {"consent": "  "}, {"by": "hr"}], ids=["no consent", "blank consent", "not by hr"]
    )
    def test_nothing_is_touched(self, apply, submit, office, options):
        submit("2020-05-05")
        if options.get("by"):
            options = {"by": appointed(Role.HR, office.district)}
        with pytest.raises(Refused):
            apply(**options)
        assert Audit.objects.exists()

    def test_a_proposal_is_not_applied(self, rule, submit, administrator):
        submit("2020-05-05")
        with pytest.raises(Refused):
            apply_rule(rule=rule(DataClass.AUDITS, is_proposal=True), by=administrator, consent="x", now=NOW)

    def test_a_failure_half_way_leaves_everything(self, apply, submit, monkeypatch):
        submit("2020-05-05")

        def fail(*args, **kwargs):
            raise OSError("disk full")

        monkeypatch.setattr(RetentionProtocol.objects, "create", fail)
        with pytest.raises(OSError, match="disk full"), transaction.atomic():
            apply()
        assert (Audit.objects.count(), Answer.objects.count()) == (1, 4)
        assert guards.missing("default") == []

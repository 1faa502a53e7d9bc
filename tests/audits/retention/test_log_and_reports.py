"""The access log is cut at its beginning and still proves the rest; files of old reports go, their rows stay."""

from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import IntegrityError, transaction

from audits.access_log.log import BEGINNING, Broken, cut_log, record_access, verify
from audits.choices import AccessKind, DataClass, ReportKind, ReportState, Role
from audits.models import AccessRecord, Batch, LegalHold, LogCheckpoint, Report, RetentionProtocol, RetentionRule
from audits.retention.applying import apply_rule
from audits.retention.plans import plan
from standards import guards
from tests.audits.factories import appointed, purpose
from tests.audits.retention.conftest import NOW, TODAY, noon


@pytest.fixture
def read(submit, office):
    """HR reads an audit on these days."""
    hr, audit = appointed(Role.HR, office.district), submit("2020-05-05")
    reason = purpose()

    def add(*days):
        return [
            record_access(reader=hr, kind=AccessKind.PAGE, audit=audit, purpose=reason, now=noon(day)) for day in days
        ]

    return add


@pytest.fixture
def apply(rule, administrator):
    def act(data_class, **options):
        return apply_rule(rule=rule(data_class, **options), by=administrator, consent="zgoda AP 1/2026", now=NOW)

    return act


class TestTheLog:
    def test_its_beginning_is_cut_and_the_rest_still_verifies(self, apply, read):
        rows = read("2021-02-01", "2023-12-31", "2024-01-01", "2026-03-03")
        made = apply(DataClass.ACCESS_LOG, years=2)
        assert [item.shown for item in made.items] == ["row 1", "row 2"]
        assert list(AccessRecord.objects.order_by("number").values_list("number", flat=True)) == [3, 4]
        found = verify(expected=rows[1].hash)
        assert (found.rows, found.head) == (4, rows[3].hash)
        assert verify(expected=rows[2].hash).rows == 4
        (next_row,) = read("2026-04-04")
        assert (next_row.number, next_row.previous_hash) == (5, rows[3].hash)
        assert guards.missing("default") == []

    def test_cut_whole_it_goes_on_where_it_ended(self, apply, read):
        rows = read("2021-02-01", "2021-02-02")
        apply(DataClass.ACCESS_LOG, years=2)
        assert verify().head == rows[1].hash
        (next_row,) = read("2026-04-04")
        assert (next_row.number, next_row.previous_hash) == (3, rows[1].hash)
        assert verify().rows == 3

    def test_what_is_missing_after_the_cut_is_still_found(self, read):
        read("2021-02-01", "2021-02-02", "2021-02-03", "2021-02-04")
        cut_log(up_to=2)
        with transaction.atomic(), guards.only_added_lifted("default", ["audits_accessrecord"]):
            AccessRecord.objects.filter(number=3).delete()
        with pytest.raises(Broken) as fault:
            verify()
        assert fault.value.number == 3

    def test_a_beginning_taken_away_without_a_checkpoint_is_found(self, read):
        read("2021-02-01", "2021-02-02")
        with transaction.atomic(), guards.only_added_lifted("default", ["audits_accessrecord"]):
            AccessRecord.objects.filter(number=1).delete()
        with pytest.raises(Broken) as fault:
            verify()
        assert fault.value.number == 1

    def test_a_log_that_is_not_as_it_was_written_is_not_cut(self, read):
        read("2021-02-01", "2021-02-02", "2021-02-03")
        with transaction.atomic(), guards.only_added_lifted("default", ["audits_accessrecord"]):
            AccessRecord.objects.filter(number=2).delete()
        with pytest.raises(Broken):
            cut_log(up_to=1)
        assert AccessRecord.objects.count() == 2
        assert not LogCheckpoint.objects.exists()

    def test_row_and_checkpoint_are_guarded_again_afterwards(self, apply, read):
        read("2021-02-01", "2026-02-02")
        apply(DataClass.ACCESS_LOG, years=2)
        for act in (
            lambda: AccessRecord.objects.all().delete(),
            lambda: LogCheckpoint.objects.all().delete(),
            lambda: LogCheckpoint.objects.update(hash=BEGINNING),
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                act()

    def test_guards_are_lifted_in_a_transaction_alone(self, monkeypatch):
        monkeypatch.setattr(guards, "connections", {"default": SimpleNamespace(in_atomic_block=False)})
        with pytest.raises(transaction.TransactionManagementError), guards.only_added_lifted("default", []):
            pass

    def test_a_hold_keeps_the_rows_from_the_first_that_it_covers(self, rule, read, administrator, office):
        read("2021-02-01", "2021-02-02")
        LegalHold.objects.create(reason="x", department=office.district, placed_by=administrator, placed_at=NOW)
        made = plan(rule(DataClass.ACCESS_LOG, years=2), today=TODAY)
        assert (made.items, len(made.held)) == ([], 2)

    def test_less_than_two_years_are_refused_by_the_database(self, rule):
        with pytest.raises(IntegrityError), transaction.atomic():
            RetentionRule.objects.filter(pk=rule(DataClass.ACCESS_LOG, years=2).pk).update(years=1)


class TestReports:
    @pytest.fixture
    def stored(self, office):
        def store(day):
            report = Report(
                kind=ReportKind.DEPARTMENT,
                department=office.units[0],
                period_start="2020-01-01",
                period_end="2020-03-31",
                state=ReportState.DONE,
                requested_by=office.auditor,
                requested_at=noon(day),
                finished_at=noon(day),
                as_of=noon(day),
                fingerprint="f" * 64,
            )
            report.file.save("report.pdf", ContentFile(b"%PDF"))
            return report

        return store

    @pytest.fixture
    def hr_batch(self, office):
        def ordered(day):
            return Batch.objects.create(
                period_start="2020-01-01",
                period_end="2020-03-31",
                requested_by=office.auditor,
                requested_at=noon(day),
            )

        return ordered

    def test_files_of_old_ones_go_and_their_rows_say_so(self, apply, stored, django_capture_on_commit_callbacks):
        old, young = stored("2020-04-04"), stored("2026-04-04")
        path = Path(old.file.path)
        with django_capture_on_commit_callbacks(execute=True):
            apply(DataClass.REPORTS)
        old.refresh_from_db()
        assert (old.state, old.withdrawn_because) == (ReportState.WITHDRAWN, "retention")
        assert not path.exists()
        young.refresh_from_db()
        assert young.state == ReportState.DONE

    def test_an_order_of_many_goes_with_the_last_of_its_reports(self, apply, stored, office, hr_batch):
        batch = hr_batch("2020-04-04")
        old, young = stored("2020-04-04"), stored("2026-04-04")
        for report in (old, young):
            report.batch = batch
            report.save()
        apply(DataClass.REPORTS)
        assert Batch.objects.filter(pk=batch.pk).exists()
        young.requested_at = noon("2020-04-05")
        young.save()

        apply(DataClass.REPORTS)

        assert not Batch.objects.exists()
        old.refresh_from_db()
        assert (old.state, old.batch) == (ReportState.WITHDRAWN, None)
        assert RetentionProtocol.objects.latest("pk").counts == {"report": 1, "batch": 1}

    def test_an_order_of_which_a_hold_keeps_a_report_stays(self, apply, stored, administrator, person, hr_batch):
        batch = hr_batch("2020-04-04")
        kept = stored("2020-04-04")
        kept.batch = batch
        kept.save()
        stored("2020-04-05")
        LegalHold.objects.create(
            reason="x",
            department=kept.department,
            first_day="2020-01-01",
            last_day="2020-02-01",
            placed_by=administrator,
            placed_at=NOW,
        )
        other = Report.objects.exclude(pk=kept.pk).get()
        other.period_start, other.period_end = "2020-04-01", "2020-06-30"
        other.save()
        apply(DataClass.REPORTS)
        other.refresh_from_db()
        assert (other.state, Batch.objects.get()) == (ReportState.WITHDRAWN, batch)

    def test_a_file_that_another_report_took_stays_until_that_one_goes_too(
        self, apply, stored, django_capture_on_commit_callbacks
    ):
        old, young = stored("2020-04-04"), stored("2026-04-04")
        Path(young.file.path).unlink()
        young.file = old.file.name
        young.save()
        path = Path(old.file.path)
        with django_capture_on_commit_callbacks(execute=True):
            apply(DataClass.REPORTS)
        assert path.exists()
        young.requested_at = noon("2020-04-05")
        young.save()

        with django_capture_on_commit_callbacks(execute=True):
            apply(DataClass.REPORTS)

        assert not path.exists()

    def test_a_hold_over_a_unit_below_or_a_person_keeps_them(self, rule, stored, administrator, person):
        report = stored("2020-04-04")
        LegalHold.objects.create(reason="x", employee=person, placed_by=administrator, placed_at=NOW)
        made = plan(rule(DataClass.REPORTS), today=TODAY)
        assert (made.items, [item.pk for item in made.held]) == ([], [report.pk])


class TestTheCommand:
    def run(self, *arguments):
        out, err = StringIO(), StringIO()
        call_command("apply_retention", *arguments, stdout=out, stderr=err)
        return out.getvalue()

    def test_a_dry_run_shows_what_and_why_and_changes_nothing(self, rule, submit):
        rule(DataClass.AUDITS)
        audit = submit("2020-05-05")
        text = self.run("--dry-run", "--class", "audits")
        assert f"{audit.receipt}: ended 2020-05-05" in text
        assert "would be deleted: 1" in text
        audit.refresh_from_db()

    def test_it_shows_proposals_too_and_says_that_they_are_not_applied(self, db, rule):
        rule(DataClass.AUDITS, is_proposal=True)
        assert "a proposal: not applied" in self.run("--dry-run", "--class", "audits")

    def test_it_is_applied_by_an_administrator_with_the_consent(self, rule, submit, administrator):
        rule(DataClass.AUDITS)
        submit("2020-05-05")
        arguments = ("--class", "audits", "--by", administrator.username, "--consent", "audits=zgoda 7/2026")
        assert "deleted: 1" in self.run(*arguments)

    @pytest.mark.parametrize(
        "arguments",
        [
            (),
            ("--by", "nobody"),
            ("--by", "{administrator}", "--class", "audits"),
            ("--dry-run", "--consent", "audits"),
            ("--dry-run", "--consent", "wszystko=tak"),
        ],
    )
    def test_what_it_cannot_do_it_says(self, rule, submit, administrator, arguments):
        rule(DataClass.AUDITS)
        audit = submit("2020-05-05")
        with pytest.raises(CommandError):
            self.run(*(each.format(administrator=administrator.username) for each in arguments))
        audit.refresh_from_db()

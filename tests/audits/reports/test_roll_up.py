"""The short form of finished audits: made when it is first needed, equal to their answers, and made anew on request."""

import datetime
import random
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audits.figures.sums import ABSENT
from audits.figures.verdicts import LETTERS
from audits.models import Answer, Audit, Sheet, SheetLines
from audits.models.periods import quarter
from audits.reports.department.report import department_report
from audits.reports.roll_up import add_missing, roll_up_of
from tests.audits.reports import makers
from tests.audits.reports.department.closed import FULL
from tests.audits.reports.makers import chance_verdict, submit

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db]


@pytest.fixture
def office() -> makers.Office:
    office = makers.office((6,))
    makers.fill_by_chance(office, 12, 1, datetime.date(2026, 7, 1), 90)
    return office


def verdicts(audit: Audit) -> dict[int, tuple[int, str, str]]:
    rows = Answer.objects.filter(audit=audit)
    return {each.recommendation_id: (each.weight, each.same_matter, each.verdict) for each in rows}


def test_it_holds_every_answer_with_what_it_was_copied_with(office: makers.Office) -> None:
    found = roll_up_of(Audit.objects.all())
    assert found.sheets.keys() == set(Audit.objects.values_list("pk", flat=True))
    of_letter = {letter: verdict for verdict, letter in LETTERS.items()}
    for audit in Audit.objects.all():
        lines, filled = found.sheets[audit.pk]
        assert ABSENT not in filled
        assert {
            line.recommendation: (line.weight, line.matter, of_letter[letter])
            for line, letter in zip(found.lines[lines], filled, strict=True)
        } == verdicts(audit)


def test_audits_with_the_same_rows_share_their_lines(office: makers.Office) -> None:
    roll_up_of(Audit.objects.all())
    assert SheetLines.objects.count() < Sheet.objects.count()
    shared = next(lines for lines in SheetLines.objects.all() if lines.sheets.count() > 1)
    Answer.objects.filter(audit=shared.sheets.order_by("pk")[0].pk).update(weight=5)
    before = SheetLines.objects.count()
    call_command("rebuild_roll_up", stdout=StringIO())
    assert SheetLines.objects.count() == before + 1


def test_drafts_have_none_and_a_second_call_makes_none(office: makers.Office) -> None:
    submit(office, office.units[0], status="draft", submitted_at=None, receipt=None)
    assert add_missing(Audit.objects.all()) == 12
    assert add_missing(Audit.objects.all()) == 0
    assert Sheet.objects.count() == 12


def test_reports_are_the_same_before_and_after_it_is_made_anew(office: makers.Office) -> None:
    submit(office, office.units[0], verdict=chance_verdict(random.Random(3)))
    before = department_report(office.district, quarter(2026, 3), level=FULL)
    printed = StringIO()
    call_command("rebuild_roll_up", stdout=printed)
    assert printed.getvalue().strip() == "13 audits."
    assert department_report(office.district, quarter(2026, 3), level=FULL) == before


# Held against the answers ---------------------------------------------------------------------------------------------


def checked() -> list[str]:
    """What the check prints where it finds no fault."""
    printed = StringIO()
    call_command("rebuild_roll_up", "--check", stdout=printed)
    return printed.getvalue().splitlines()


def faults() -> list[str]:
    """What the check prints before it ends with 1."""
    printed = StringIO()
    with pytest.raises(CommandError) as ended:
        call_command("rebuild_roll_up", "--check", stdout=printed)
    found = printed.getvalue().splitlines()
    assert (ended.value.returncode, str(ended.value).split(".")[0]) == (1, f"{len(found)} differ")
    return found


def test_the_check_finds_no_fault_and_makes_nothing(office: makers.Office) -> None:
    assert checked() == ["0 audits: all as the answers tell."]
    add_missing(Audit.objects.all())
    assert checked() == ["12 audits: all as the answers tell."]


def test_the_check_names_a_sheet_of_other_verdicts_and_changes_nothing(office: makers.Office) -> None:
    add_missing(Audit.objects.all())
    sheet = Sheet.objects.order_by("pk")[4]
    other = max(LETTERS.values())
    Sheet.objects.filter(pk=sheet.pk).update(filled=other * len(sheet.filled))

    told = [f"audit {sheet.audit.receipt}: the sheet has other verdicts than the answers"]
    assert faults() == told
    assert faults() == told

    call_command("rebuild_roll_up", stdout=StringIO())
    assert checked() == ["12 audits: all as the answers tell."]


def test_the_check_names_a_sheet_of_other_rows(office: makers.Office) -> None:
    add_missing(Audit.objects.all())
    audit = Audit.objects.order_by("pk")[3]
    row = audit.answers.order_by("pk")[0]
    Answer.objects.filter(pk=row.pk).update(weight=row.weight + 1)

    assert faults() == [f"audit {audit.receipt}: the sheet has other rows than the answers"]


def test_the_check_names_a_sheet_of_an_audit_that_is_not_finished(office: makers.Office) -> None:
    add_missing(Audit.objects.all())
    audit = Audit.objects.order_by("pk")[0]
    Audit.objects.filter(pk=audit.pk).update(status="discarded", receipt=None, submitted_at=None)

    assert faults() == [f"audit {audit.uuid}: has a sheet, though it is not finished"]


def test_the_check_names_lines_that_are_not_those_of_their_digest(office: makers.Office) -> None:
    add_missing(Audit.objects.all())
    lines = SheetLines.objects.order_by("pk")[0]
    SheetLines.objects.filter(pk=lines.pk).update(digest="0" * 64)

    assert faults() == [f"lines {lines.pk}: not those that their digest is of"]


def test_the_check_takes_the_same_queries_for_many(office: makers.Office) -> None:
    add_missing(Audit.objects.filter(pk=Audit.objects.first().pk))
    with CaptureQueriesContext(connection) as few:
        checked()
    add_missing(Audit.objects.all())
    with CaptureQueriesContext(connection) as many:
        checked()

    assert len(many) == len(few)

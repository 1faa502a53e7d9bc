"""The short form of finished audits: made when it is first needed, equal to their answers, and made anew on request."""

import datetime
import random
from io import StringIO

import pytest
from django.core.management import call_command

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

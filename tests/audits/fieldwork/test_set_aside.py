"""An audit is set aside until what comes later, a promised call-back, has come or its day has passed."""

import datetime

import pytest
from django.utils import timezone

from audits.choices import Act, Role, Verdict
from audits.fieldwork import Refused, Unanswered, pending, set_aside, submit_audit
from audits.models import Audit
from standards.choices import Channel
from tests.audits.devices import record_answer, record_gate, record_none_of_these, record_other_gates
from tests.audits.factories import appointed, opened_audit
from tests.audits.fieldwork.test_edit_header import edit
from tests.audits.fieldwork.test_record_answer import arise, judge

DAY = datetime.timedelta(days=1)
# What is asked of nothing but what comes later.
LATER = ["nieodebrane połączenie", "informacja niegotowa w terminie", "telefon do klienta"]


@pytest.fixture
def draft(auditor, department) -> Audit:
    """A call: only there something comes later."""
    return opened_audit(auditor, department, channel=Channel.PHONE, selection="everything")


@pytest.fixture
def today() -> datetime.date:
    return timezone.localdate()


def promise_a_call(draft: Audit, row) -> None:
    gate = row("15.12").gate
    record_gate(audit=draft, by=draft.auditor, occasion_id=gate.occasion_id, version=gate.version, arose=True)


def judge_the_rest(draft: Audit, row) -> None:
    """Everything but what comes later."""
    promise_a_call(draft, row)
    record_other_gates(audit=draft, by=draft.auditor)
    for block in set(draft.answers.values_list("block", flat=True)):
        record_none_of_these(audit=draft, by=draft.auditor, block=block)
    for answer in draft.answers.filter(verdict="", delayed=False):
        answer.refresh_from_db()
        record_answer(
            audit=draft,
            by=draft.auditor,
            recommendation_id=answer.recommendation_id,
            version=answer.version,
            verdict=Verdict.MET,
            note="",
        )


def left(draft: Audit):
    return pending(draft.answers.select_related("gate"), draft.gates.all())


def numbers(answers) -> set[str]:
    return {one.recommendation.label for one in answers}


def test_what_comes_later_is_told_apart_from_what_can_be_judged_at_once(draft, row):
    promise_a_call(draft, row)
    found = left(draft)
    # 17.9 is 15.12's.
    assert numbers(found.later.answers) == {"15.12"}
    assert [gate.label for gate in found.later.gates] == LATER
    assert found.now == found.count - 4


def test_set_aside_it_keeps_what_was_judged_and_leaves_open_what_comes_later(draft, row, today):
    judge_the_rest(draft, row)
    audit = set_aside(audit=draft, by=draft.auditor, until=today + 7 * DAY)
    assert audit.is_draft
    assert (audit.awaited_until, audit.set_aside_at is not None) == (today + 7 * DAY, True)
    assert numbers(left(draft).answers) == {"15.12"}
    judge(draft, row("15.12"), "met")
    assert (row("15.12").verdict, row("17.9").verdict) == ("met", "met")


def test_the_call_back_is_another_conversation_judged_when_it_came(draft, row, today):
    judge_the_rest(draft, row)
    set_aside(audit=draft, by=draft.auditor, until=today)
    arise(draft, row("16.2"))
    assert numbers(left(draft).answers) == {"15.12", "16.2", "16.3", "16.4"}
    judge(draft, row("16.2"), "not_met")
    assert (row("15.4").verdict, row("16.2").verdict) == ("met", "not_met")


def test_a_promise_that_nobody_kept_is_a_breach_though_nobody_called(draft, row, today):
    judge_the_rest(draft, row)
    set_aside(audit=draft, by=draft.auditor, until=today)
    judge(draft, row("15.12"), "not_met")
    assert (row("15.12").verdict, row("17.9").verdict) == ("not_met", "not_met")
    assert (row("16.3").verdict, row("16.3").act) == (Verdict.NOT_APPLICABLE, Act.GATE)
    assert left(draft).count == 0


def test_what_was_judged_can_no_longer_change(draft, row, today):
    draft.answers.filter(pk__in=[row("15.4").pk, row("16.2").pk]).update(same_matter="przedstawienie się")
    judge_the_rest(draft, row)
    arise(draft, row("16.2"))
    set_aside(audit=draft, by=draft.auditor, until=today)
    before = row("15.4")
    with pytest.raises(Refused, match="odłożono"):
        judge(draft, before, "not_met")
    gate = draft.answers.filter(delayed=False, gate__isnull=False).first().gate
    with pytest.raises(Refused, match="odłożono"):
        record_gate(audit=draft, by=draft.auditor, occasion_id=gate.occasion_id, version=gate.version, arose=True)
    assert row("15.4").verdict == before.verdict
    # Nor by way of a row of the same matter.
    with pytest.raises(Refused, match="odłożono"):
        judge(draft, row("16.2"), "not_met")


def test_what_is_sent_again_with_the_same_values_is_no_change(draft, row, today):
    """A phone sends again what was saved, when the answer to it was lost."""
    judge_the_rest(draft, row)
    set_aside(audit=draft, by=draft.auditor, until=today)
    answer = row("15.4")
    recommendation, version = answer.recommendation_id, answer.version
    record_answer(
        audit=draft,
        by=draft.auditor,
        recommendation_id=recommendation,
        version=version - 1,
        verdict=answer.verdict,
        note=answer.note,
    )
    gate = draft.answers.filter(delayed=False, gate__isnull=False).first().gate
    record_gate(audit=draft, by=draft.auditor, occasion_id=gate.occasion_id, version=0, arose=gate.arose)
    assert row("15.4").version == version


def test_the_visit_cannot_move_past_the_moment_when_it_was_set_aside(draft, row, today):
    judge_the_rest(draft, row)
    then = timezone.now() - datetime.timedelta(minutes=30)
    audit = set_aside(audit=draft, by=draft.auditor, until=today, now=then)
    with pytest.raises(Refused) as fault:
        edit(audit, took_place_at=then + datetime.timedelta(minutes=1))
    assert fault.value.field == "took_place_at"
    edit(audit, took_place_at=then - datetime.timedelta(minutes=1))


def test_a_gate_about_what_comes_later_can_still_turn(draft, row, today):
    judge_the_rest(draft, row)
    set_aside(audit=draft, by=draft.auditor, until=today)
    gate = row("15.12").gate
    record_gate(audit=draft, by=draft.auditor, occasion_id=gate.occasion_id, version=gate.version, arose=False)
    assert row("15.12").verdict == Verdict.NOT_APPLICABLE
    assert left(draft).count == 0


def test_while_something_else_is_open_it_is_not_set_aside_unless_that_is_left(draft, row, today):
    promise_a_call(draft, row)
    with pytest.raises(Unanswered):
        set_aside(audit=draft, by=draft.auditor, until=today)
    draft.refresh_from_db()
    assert draft.set_aside_at is None
    set_aside(audit=draft, by=draft.auditor, until=today, leave_unanswered=True)
    assert (row("15.4").verdict, row("15.4").act) == (Verdict.NOT_OBSERVED, Act.LEFT)
    assert row("15.12").verdict == ""
    # Gate questions that were left are not asked again; the one about what comes later is.
    assert [gate.label for gate in left(draft).gates] == LATER


def test_an_audit_without_anything_to_come_is_submitted_not_set_aside(auditor, department, today):
    counter = opened_audit(auditor, department)
    with pytest.raises(Refused, match="nic nie jest"):
        set_aside(audit=counter, by=auditor, until=today, leave_unanswered=True)


@pytest.mark.parametrize("days", [-1, 91])
def test_a_day_that_has_passed_or_is_too_far_away_is_refused(draft, row, today, days):
    judge_the_rest(draft, row)
    with pytest.raises(Refused) as fault:
        set_aside(audit=draft, by=draft.auditor, until=today + days * DAY)
    assert fault.value.field == "until"


def test_another_day_is_set_without_moving_the_moment(draft, row, today):
    judge_the_rest(draft, row)
    first = set_aside(audit=draft, by=draft.auditor, until=today)
    again = set_aside(audit=draft, by=draft.auditor, until=today + 14 * DAY)
    assert (again.set_aside_at, again.awaited_until) == (first.set_aside_at, today + 14 * DAY)


def test_what_did_not_come_is_left_at_submission(draft, row, today):
    judge_the_rest(draft, row)
    set_aside(audit=draft, by=draft.auditor, until=today)
    with pytest.raises(Unanswered):
        submit_audit(audit=draft, by=draft.auditor, leave_unanswered=False)
    audit = submit_audit(audit=draft, by=draft.auditor, leave_unanswered=True)
    assert audit.receipt
    assert (row("15.12").verdict, row("15.12").act) == (Verdict.NOT_OBSERVED, Act.LEFT)


def test_the_wait_is_no_late_filling(draft, row, today):
    judge_the_rest(draft, row)
    set_aside(audit=draft, by=draft.auditor, until=today + 7 * DAY)
    weeks_later = timezone.now() + 7 * DAY
    audit = submit_audit(audit=draft, by=draft.auditor, leave_unanswered=True, now=weeks_later)
    assert not audit.filled_from_memory
    another = opened_audit(draft.auditor, draft.department)
    late = submit_audit(audit=another, by=draft.auditor, leave_unanswered=True, now=weeks_later)
    assert late.filled_from_memory


def test_only_the_auditor_sets_it_aside(draft, department, today):
    with pytest.raises(Refused):
        set_aside(audit=draft, by=appointed(Role.AUDITOR, department), until=today, leave_unanswered=True)

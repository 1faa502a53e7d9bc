"""Gate questions fold away what did not occur, and give back what they covered."""

import pytest

from audits.choices import Act, Verdict
from audits.fieldwork import Refused, Stale
from tests.audits.devices import record_gate, record_none_of_these, record_other_gates
from tests.audits.fieldwork.test_record_answer import arise, judge


def test_no_makes_all_its_rows_not_applicable_as_the_auditors_own_act(draft, row):
    recorded = arise(draft, row("10.1"), arose=False)
    form = draft.answers.filter(gate=row("10.1").gate)
    assert form.count() == 9
    assert set(form.values_list("verdict", "act")) == {(Verdict.NOT_APPLICABLE, Act.GATE)}
    assert recorded.moved[f"gate:{row('10.1').gate.occasion_id}"] == (0, 1, False)
    assert len(recorded.moved) == 10


def test_no_is_undone_with_everything_that_stood_there(draft, row):
    arise(draft, row("10.1"))
    judge(draft, row("10.1"), Verdict.NOT_MET, "zabrakło druków")
    arise(draft, row("10.1"), arose=False)
    assert row("10.1").verdict == "not_applicable"
    arise(draft, row("10.1"))
    assert (row("10.1").verdict, row("10.1").act, row("10.1").note) == ("not_met", "judged", "zabrakło druków")
    assert row("10.2").verdict == ""


def test_an_answer_can_be_taken_back_to_unanswered(draft, row):
    arise(draft, row("10.1"), arose=False)
    arise(draft, row("10.1"), arose=None)
    assert (row("10.1").verdict, row("10.1").gate.arose) == ("", None)


def test_a_reopened_row_takes_what_its_matter_was_given_meanwhile(draft, row):
    judge(draft, row("9.5"), Verdict.MET)
    arise(draft, row("10.7"))
    arise(draft, row("10.7"), arose=False)
    judge(draft, row("9.5"), Verdict.NOT_MET)
    assert row("10.7").verdict == "not_applicable"
    arise(draft, row("10.7"))
    assert row("10.7").verdict == "not_met"


def test_a_row_whose_gate_is_asked_again_waits_until_it_opens(draft, row):
    arise(draft, row("10.7"), arose=False)
    judge(draft, row("9.5"), Verdict.MET)
    arise(draft, row("10.7"), arose=None)
    assert row("10.7").verdict == ""


@pytest.mark.parametrize("meanwhile", [(), (False,)])
def test_a_row_that_keeps_a_verdict_behind_a_question_asked_again_keeps_its_matters(draft, row, meanwhile):
    judge(draft, row("9.5"), Verdict.MET)
    arise(draft, row("10.7"))
    for arose in (*meanwhile, None):
        arise(draft, row("10.7"), arose=arose)
    judge(draft, row("9.5"), Verdict.NOT_MET)
    assert row("10.7").verdict == "not_met"


def test_what_a_no_covered_is_not_older_than_its_matter_once_the_question_is_asked_again(draft, row):
    judge(draft, row("9.5"), Verdict.MET)
    arise(draft, row("10.7"))
    arise(draft, row("10.7"), arose=False)
    judge(draft, row("9.5"), Verdict.NOT_MET)
    arise(draft, row("10.7"), arose=None)
    assert row("10.7").verdict == "not_met"


def test_a_stale_gate_changes_nothing(draft, row):
    gate = draft.gates.get(pk=row("10.6").gate_id)
    arise(draft, row("10.6"))
    with pytest.raises(Stale) as fault:
        record_gate(audit=draft, by=draft.auditor, occasion_id=gate.occasion_id, version=gate.version, arose=False)
    assert fault.value.current.arose is True
    assert row("10.6").gate.arose is True


def test_an_occasion_that_the_audit_does_not_ask_about_is_refused(draft):
    with pytest.raises(Refused):
        record_gate(audit=draft, by=draft.auditor, occasion_id=-1, version=0, arose=True)


def test_nothing_else_happened_answers_only_what_was_not_answered(draft, row):
    arise(draft, row("10.6"))
    record_other_gates(audit=draft, by=draft.auditor)
    assert draft.gates.filter(arose=True).count() == 1
    assert draft.gates.filter(arose=False).count() == 14


def test_none_of_these_meets_the_shown_and_unjudged_breaches_of_one_block(draft, row):
    judge(draft, row("8.5"), Verdict.NOT_MET, "jadł kanapkę")
    recorded = record_none_of_these(audit=draft, by=draft.auditor, block="behaviour")
    assert (row("8.5").verdict, row("8.5").act) == ("not_met", Act.JUDGED)
    assert (row("14.2").verdict, row("14.2").act) == ("met", Act.NONE_OF_THESE)
    # Behind unanswered gates nothing was shown, so nothing was said.
    assert row("21.1").verdict == ""
    assert not draft.answers.exclude(block="behaviour").exclude(verdict="").exists()
    assert recorded.moved
    # 8.4 is the same matter as 7.1, an act and no breach.
    assert row("8.4").verdict == ""


def test_none_of_these_can_be_judged_again_one_by_one(draft, row):
    record_none_of_these(audit=draft, by=draft.auditor, block="behaviour")
    judge(draft, row("14.2"), Verdict.MET)
    assert row("14.2").act == Act.JUDGED

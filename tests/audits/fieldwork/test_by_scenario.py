"""What only a scenario makes happen is judged where it says so, and then nobody asks whether it did."""

import pytest

from audits.choices import Act, Verdict
from audits.fieldwork import pending, submit_audit
from standards.models import Occasion
from tests.audits.devices import record_other_gates
from tests.audits.factories import opened_audit
from tests.audits.fieldwork.test_record_answer import arise, judge


@pytest.fixture
def draft(auditor, department):
    return opened_audit(auditor, department, selection="core", occasions=["typical-matter", "fee"])


def labels(audit) -> set[str]:
    return {answer.recommendation.label for answer in audit.answers.all()}


@pytest.mark.parametrize("selection", ["core", "everything"])
def test_without_the_scenario_its_rows_are_not_there(auditor, department, selection):
    audit = opened_audit(auditor, department, selection=selection)
    assert "9.7" not in labels(audit)
    assert not audit.gates.filter(occasion__code="typical-matter").exists()


def test_with_it_its_gate_is_answered_and_the_others_are_asked(draft, row):
    gates = {gate.occasion.code: (gate.arose, gate.by_scenario) for gate in draft.gates.all()}
    assert gates == {"typical-matter": (True, True), "fee": (None, False)}
    left = pending(draft.answers.select_related("gate"), draft.gates.all())
    assert [gate.occasion.code for gate in left.gates] == ["fee"]
    assert row("9.7") in left.answers


def test_nothing_else_happened_leaves_it(draft, row):
    record_other_gates(audit=draft, by=draft.auditor)
    assert row("9.7").verdict == ""
    judge(draft, row("9.7"), Verdict.NOT_MET)
    assert (row("9.7").verdict, row("9.7").act) == ("not_met", Act.JUDGED)


def test_a_visit_on_which_it_could_not_be_played_out_takes_it_back(draft, row):
    arise(draft, row("9.7"), arose=False)
    assert (row("9.7").verdict, row("9.7").act) == (Verdict.NOT_APPLICABLE, Act.GATE)
    arise(draft, row("9.7"))
    assert row("9.7").verdict == ""


def test_a_supervisor_is_asked(auditor, department):
    audit = opened_audit(auditor, department, method="observation", selection="everything")
    gate = audit.gates.get(occasion__code="typical-matter")
    assert (gate.arose, gate.by_scenario) == (None, False)


def test_the_flag_as_it_was_at_opening_stays(draft, row):
    Occasion.objects.update(by_scenario=False)
    submit_audit(audit=draft, by=draft.auditor, leave_unanswered=True)
    assert draft.gates.get(occasion__code="typical-matter").by_scenario
    assert row("9.7").verdict == Verdict.NOT_OBSERVED

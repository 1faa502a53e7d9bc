"""The whole page saved at once, as it is without JavaScript."""

from audits.choices import Verdict
from audits.fieldwork import save_checklist, shown
from tests.audits.fieldwork.test_record_answer import judge


def page(draft):
    """What the page sends when nothing was touched."""
    answers = list(draft.answers.select_related("gate").order_by("position"))
    return (
        {one.recommendation_id: (one.version, one.verdict, one.note) for one in shown(answers)},
        {gate.occasion_id: (gate.version, gate.arose) for gate in draft.gates.all()},
    )


def save(draft, answers, gates, none_of_these=()):
    return save_checklist(audit=draft, by=draft.auditor, answers=answers, gates=gates, none_of_these=none_of_these)


def test_an_untouched_page_writes_nothing(draft):
    judge(draft, draft.answers.first(), Verdict.MET)
    before = list(draft.answers.values())
    result = save(draft, *page(draft))
    assert (result.saved, result.conflicts, result.gate_conflicts) == (0, [], [])
    assert list(draft.answers.values()) == before


def test_verdicts_gates_and_none_of_these_are_saved_together(draft, row):
    answers, gates = page(draft)
    answers[row("7.3").recommendation_id] = (0, "met", "")
    answers[row("10.1").recommendation_id] = (0, "not_met", "brak druków")
    gates[row("10.1").gate.occasion_id] = (0, True)
    gates[row("10.6").gate.occasion_id] = (0, False)
    result = save(draft, answers, gates, ["behaviour"])
    assert result.conflicts == []
    assert row("7.3").verdict == "met"
    assert (row("10.1").verdict, row("10.1").note) == ("not_met", "brak druków")
    assert row("10.6").verdict == "not_applicable"
    assert row("14.2").verdict == "met"


def test_what_another_window_saved_is_kept_and_told(draft, row):
    answers, gates = page(draft)
    judge(draft, row("7.3"), Verdict.MET, "z telefonu")
    answers[row("7.3").recommendation_id] = (0, "not_met", "z komputera")
    answers[row("7.2").recommendation_id] = (0, "met", "")
    result = save(draft, answers, gates)
    (conflict,) = result.conflicts
    assert (conflict.current.verdict, conflict.current.note) == ("met", "z telefonu")
    assert (conflict.verdict, conflict.note) == ("not_met", "z komputera")
    assert row("7.3").verdict == "met"
    assert row("7.2").verdict == "met"


def test_rows_that_another_window_judged_and_this_one_left_empty_are_a_conflict_not_a_loss(draft, row):
    answers, gates = page(draft)
    judge(draft, row("7.3"), Verdict.MET)
    result = save(draft, answers, gates)
    assert row("7.3").verdict == "met"
    assert len(result.conflicts) == 1


def test_a_gate_that_another_window_answered_otherwise_is_told(draft, row):
    answers, gates = page(draft)
    occasion = row("10.6").gate.occasion_id
    save(draft, {}, {occasion: (0, True)})
    result = save(draft, answers, gates | {occasion: (0, False)})
    assert [conflict.arose for conflict in result.gate_conflicts] == [False]
    assert row("10.6").gate.arose is True


def test_closing_a_gate_and_judging_behind_it_in_one_form_follows_the_gate(draft, row):
    answers, gates = page(draft)
    answers[row("10.6").recommendation_id] = (0, "met", "notatka zostaje")
    gates[row("10.6").gate.occasion_id] = (0, False)
    save(draft, answers, gates)
    assert (row("10.6").verdict, row("10.6").note) == ("not_applicable", "notatka zostaje")


def test_a_whole_checklist_costs_few_queries(draft, django_assert_max_num_queries):
    answers, gates = page(draft)
    answers = {key: (version, "met", "w porządku") for key, (version, _, _) in answers.items()}
    gates = {key: (version, True) for key, (version, _) in gates.items()}
    with django_assert_max_num_queries(8):
        save(draft, answers, gates)
    assert not draft.answers.filter(verdict="").exists()

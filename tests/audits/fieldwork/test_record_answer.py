"""One verdict at a time."""

import pytest

from audits.choices import Act, Role, Verdict
from audits.fieldwork import Change, Late, Refused, Stale, pending, submit_audit
from audits.models import Answer, Audit
from tests.audits.devices import record_answer, record_gate, take
from tests.audits.factories import appointed


def judge(audit, answer, verdict, note="", version=None):
    return record_answer(
        audit=audit,
        by=audit.auditor,
        recommendation_id=answer.recommendation_id,
        version=answer.version if version is None else version,
        verdict=verdict,
        note=note,
    )


def arise(audit, answer, arose=True):
    gate = audit.gates.get(pk=answer.gate_id)
    return record_gate(audit=audit, by=audit.auditor, occasion_id=gate.occasion_id, version=gate.version, arose=arose)


def test_a_verdict_and_its_note_are_kept_and_the_version_rises(draft, row):
    recorded = judge(draft, row("7.3"), Verdict.NOT_MET, "powiedział „no słucham”")
    stored = row("7.3")
    assert (stored.verdict, stored.act, stored.note, stored.version) == (
        "not_met",
        "judged",
        "powiedział „no słucham”",
        1,
    )
    assert recorded.moved == {f"answer:{stored.recommendation_id}": (0, 1, "not_met")}


def test_a_verdict_can_be_taken_back(draft, row):
    judge(draft, row("7.3"), Verdict.MET)
    judge(draft, row("7.3"), "")
    assert (row("7.3").verdict, row("7.3").act) == ("", "")


def test_a_stale_verdict_changes_nothing_and_shows_what_stands(draft, row):
    seen = row("7.3")
    judge(draft, seen, Verdict.MET, "z pierwszej karty")
    with pytest.raises(Stale) as fault:
        judge(draft, seen, Verdict.NOT_MET, "z drugiej karty")
    assert (fault.value.current.verdict, fault.value.current.note) == ("met", "z pierwszej karty")
    assert (row("7.3").verdict, row("7.3").note, row("7.3").version) == ("met", "z pierwszej karty", 1)


def test_the_same_verdict_resent_is_no_conflict_and_writes_nothing(draft, row):
    seen = row("7.3")
    judge(draft, seen, Verdict.MET)
    recorded = judge(draft, seen, Verdict.MET)
    assert row("7.3").version == 1
    assert list(recorded.moved.values()) == [(0, 1, "met")]


def test_rows_of_the_same_matter_follow(draft, row):
    recorded = judge(draft, row("3.1"), Verdict.MET)
    assert (row("4.1").verdict, row("4.1").act, row("4.1").version) == ("met", "judged", 1)
    assert set(recorded.moved) == {f"answer:{row(label).recommendation_id}" for label in ("3.1", "4.1")}


def test_a_row_of_the_same_matter_behind_an_unanswered_gate_waits_until_it_opens(draft, row):
    judge(draft, row("9.5"), Verdict.MET)
    assert row("10.7").verdict == ""
    arise(draft, row("10.7"))
    assert (row("10.7").verdict, row("10.7").act) == ("met", "judged")


def test_judging_behind_an_unanswered_gate_says_that_the_occasion_arose(draft, row):
    recorded = judge(draft, row("10.6"), Verdict.MET)
    assert row("10.6").gate.arose is True
    assert recorded.moved[f"gate:{row('10.6').gate.occasion_id}"] == (0, 1, True)


def test_of_two_rows_that_exclude_each_other_the_later_judged_applies(draft, row):
    arise(draft, row("23.1"))
    judge(draft, row("23.1"), Verdict.MET)
    assert (row("23.2").verdict, row("23.2").act) == ("not_applicable", Act.EXCLUDED)
    judge(draft, row("23.2"), Verdict.NOT_MET)
    assert (row("23.2").verdict, row("23.2").act) == ("not_met", Act.JUDGED)
    assert (row("23.1").verdict, row("23.1").act) == ("not_applicable", Act.EXCLUDED)
    judge(draft, row("23.2"), "")
    assert (row("23.1").verdict, row("23.1").act) == ("", "")


def test_not_applicable_is_only_for_rows_with_an_occasion(draft, row):
    with pytest.raises(Refused):
        judge(draft, row("7.3"), Verdict.NOT_APPLICABLE)
    arise(draft, row("10.1"))
    judge(draft, row("10.1"), Verdict.NOT_APPLICABLE)
    assert row("10.1").verdict == "not_applicable"


def test_partly_is_only_for_acts_with_parts(draft, row):
    assert row("7.3").parts == []
    with pytest.raises(Refused):
        judge(draft, row("7.3"), Verdict.PARTLY)
    compound = draft.answers.exclude(parts=[]).filter(gate__isnull=True).first()
    judge(draft, compound, Verdict.PARTLY)
    compound.refresh_from_db()
    assert compound.verdict == "partly"


@pytest.mark.parametrize("verdict", ["excellent", "MET", "met "])
def test_an_unknown_verdict_is_refused(draft, row, verdict):
    with pytest.raises(Refused):
        judge(draft, row("7.3"), verdict)
    assert row("7.3").verdict == ""


def test_a_recommendation_outside_the_checklist_is_refused(draft, row):
    with pytest.raises(Refused):
        record_answer(audit=draft, by=draft.auditor, recommendation_id=-1, version=0, verdict="met", note="")


def test_a_row_behind_a_closed_gate_cannot_be_judged(draft, row):
    arise(draft, row("10.6"), arose=False)
    with pytest.raises(Refused):
        judge(draft, row("10.6"), Verdict.MET)
    assert row("10.6").verdict == "not_applicable"


def test_nobody_else_fills_a_draft(draft, row, department):
    with pytest.raises(Audit.DoesNotExist):
        record_answer(
            audit=draft,
            by=appointed(Role.AUDITOR, department),
            recommendation_id=row("7.3").recommendation_id,
            version=0,
            verdict="met",
            note="",
        )
    assert row("7.3").verdict == ""


def test_a_submitted_audit_cannot_be_changed(draft, row):
    submit_audit(audit=draft, by=draft.auditor, leave_unanswered=True)
    before = list(Answer.objects.filter(audit=draft).order_by("pk").values())
    with pytest.raises(Late):
        judge(draft, row("7.3"), Verdict.MET)
    with pytest.raises(Late):
        arise(draft, row("10.6"))
    assert list(Answer.objects.filter(audit=draft).order_by("pk").values()) == before


def test_what_is_left_shrinks_by_one_for_each_matter(draft, row):
    def left() -> int:
        return pending(draft.answers.select_related("gate"), draft.gates.all()).count

    before = left()
    judge(draft, row("3.1"), Verdict.MET)
    assert left() == before - 1
    judge(draft, row("3.1"), "")
    assert left() == before


def test_one_answer_costs_few_queries_even_with_a_twin(draft, row, django_assert_max_num_queries):
    answer = row("3.1")
    # The savepoint, its release, the audit with its device, the rows, and three that write.
    with django_assert_max_num_queries(7):
        take(draft, draft.auditor, Change(f"answer:{answer.recommendation_id}", 0, "met"), first=1)

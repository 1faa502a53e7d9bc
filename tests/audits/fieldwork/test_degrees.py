"""A breach of two degrees: lecturing is a breach in part and told to nobody, mocking is critical."""

import pytest

from audits.choices import Verdict, degree_noticed, verdict_label
from audits.fieldwork import Refused
from audits.fieldwork.forms.checklist import RowOnPage, checklist_page
from audits.figures.scoring import Mark, total_score
from audits.figures.verdicts import NOT_MET, PARTLY
from tests.audits.devices import record_none_of_these
from tests.audits.factories import opened_audit
from tests.audits.fieldwork.test_record_answer import judge

DEGREES = ["pouczanie", "drwina lub wyśmiewanie"]


def every_row(draft) -> list[RowOnPage]:
    answers = draft.answers.select_related("gate", "recommendation__standard")
    page = checklist_page(draft, list(answers), list(draft.gates.all()))
    groups = [group for block in page.blocks for group in block.groups]
    places = [*(one.breaches for one in page.breaches), *(one.rows for one in [*page.blocks, *groups])]
    return [row for rows in places for row in rows]


def words(draft, label: str) -> list[str]:
    row = next(row for row in every_row(draft) if row.answer.recommendation.label == label)
    return [str(option.label) for option in row.options]


def test_the_auditor_is_asked_which_was_noticed(draft):
    assert words(draft, "14.4") == [
        "Tak: drwina lub wyśmiewanie",
        "Tak, tylko: pouczanie",
        "Nie",
        "Nie widziałem",
    ]
    assert words(draft, "14.3") == ["Tak", "Nie", "Nie widziałem"]


@pytest.mark.parametrize(
    ("method", "channel", "said"),
    [
        ("observation", "office", "Nie widziałem"),
        ("observation", "phone", "Nie słyszałem"),
        ("documents", "email", "Nie wiadomo"),
        ("documents", "letter", "Nie wiadomo"),
        ("documents", "records", "Nie wiadomo"),
    ],
)
def test_what_was_not_observed_is_said_as_its_channel_shows_it(auditor, department, method, channel, said):
    draft = opened_audit(auditor, department, method=method, channel=channel, selection="everything")
    last = {str(row.options[-1].label) for row in every_row(draft)}
    assert last == {said}


def test_a_key_is_the_same_word_in_every_question(draft):
    digits = {(option.digit, str(option.label)) for row in every_row(draft) for option in row.options}
    assert {word.partition(":")[0] for digit, word in digits if digit == 1} == {"Tak"}
    assert {word for digit, word in digits if digit == 3} == {"Nie"}


@pytest.mark.parametrize(("verdict", "critical"), [("met", False), ("partly", False), ("not_met", True)])
def test_only_the_graver_is_critical(draft, row, verdict, critical):
    judge(draft, row("14.4"), verdict)
    assert row("14.4").critical
    assert row("14.4").is_critical_breach is critical


def test_a_breach_without_degrees_has_no_part(draft, row):
    with pytest.raises(Refused):
        judge(draft, row("14.3"), "partly")


def test_none_of_these_means_neither(draft, row):
    record_none_of_these(audit=draft, by=draft.auditor, block="behaviour")
    assert row("14.4").verdict == Verdict.MET


def test_the_milder_costs_half(draft, row):
    assert total_score([Mark(PARTLY, 1, critical=True)]).ratio * 2 == 1
    assert total_score([Mark(NOT_MET, 1, critical=True)]).ratio == 0


@pytest.mark.parametrize(
    ("verdict", "label"),
    [
        ("met", "nie zauważono naruszenia"),
        ("partly", "zauważono tylko: pouczanie"),
        ("not_met", "zauważono: drwina lub wyśmiewanie"),
        ("not_observed", "nie można było ocenić"),
        ("", "bez odpowiedzi"),
    ],
)
def test_cards_and_files_say_which(verdict, label):
    assert verdict_label(verdict, refrain=True, parts=DEGREES) == label


def test_an_act_of_two_parts_has_no_degrees(draft):
    assert verdict_label("partly", refrain=False, parts=DEGREES) == "Częściowo"
    assert degree_noticed("partly", []) == ""

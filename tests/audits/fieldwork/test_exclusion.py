"""Of two rows that exclude each other one applies, and the other gives way with all of its matter."""

import pytest
from django.db import IntegrityError, transaction

from audits.choices import Act, Verdict
from audits.fieldwork import Refused, pending
from audits.models import Answer
from standards.choices import Channel
from tests.audits.factories import opened_audit
from tests.audits.fieldwork.test_record_answer import arise, judge

GIVEN_WAY = (Verdict.NOT_APPLICABLE, Act.EXCLUDED)


def held(answer: Answer) -> tuple[str, str]:
    return answer.verdict, answer.act


def test_a_wait_that_was_explained_is_judged_once_though_6_3_always_applies(draft, row):
    judge(draft, row("6.3"), "not_met")
    judge(draft, row("6.4"), "met")
    assert held(row("6.3")) == GIVEN_WAY
    assert held(row("6.4")) == ("met", Act.JUDGED)


def test_who_was_served_at_once_did_not_wait(draft, row):
    judge(draft, row("6.4"), "met")
    judge(draft, row("6.3"), "met")
    assert held(row("6.4")) == GIVEN_WAY
    assert held(row("6.3")) == ("met", Act.JUDGED)


@pytest.mark.parametrize("verdict", ["", "not_observed"])
def test_what_gave_way_is_asked_again_once_the_other_is_not_rated(draft, row, verdict):
    judge(draft, row("6.4"), "met")
    judge(draft, row("6.4"), verdict)
    assert held(row("6.3")) == ("", "")


def test_a_closed_gate_gives_the_other_back_and_a_reopened_one_takes_it(draft, row):
    judge(draft, row("6.3"), "met")
    judge(draft, row("6.4"), "partly")
    arise(draft, row("6.4"), arose=False)
    assert held(row("6.3")) == ("", "")
    assert row("6.3") in pending(draft.answers.select_related("gate"), draft.gates.all()).answers
    arise(draft, row("6.4"))
    assert (row("6.4").verdict, held(row("6.3"))) == ("partly", GIVEN_WAY)


def test_what_gave_way_before_its_gate_closed_is_asked_once_nothing_excludes_it_any_more(draft, row):
    arise(draft, row("6.4"))
    judge(draft, row("6.3"), "met")
    assert held(row("6.4")) == GIVEN_WAY
    arise(draft, row("6.4"), arose=False)
    judge(draft, row("6.3"), "")
    arise(draft, row("6.4"))
    assert held(row("6.4")) == ("", "")


def test_it_did_not_apply_can_be_said_only_where_the_other_does(draft, row):
    with pytest.raises(Refused):
        judge(draft, row("6.3"), "not_applicable")
    judge(draft, row("6.4"), "not_met")
    judge(draft, row("6.3"), "not_applicable")
    assert held(row("6.3")) == GIVEN_WAY
    assert row("6.4").verdict == "not_met"


@pytest.mark.django_db(transaction=False)
@pytest.mark.parametrize("label", ["6.3", "7.3"])
def test_the_database_keeps_a_row_without_occasion_from_not_applying_otherwise(draft, row, label):
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.filter(pk=row(label).pk).update(verdict=Verdict.NOT_APPLICABLE, act=Act.JUDGED)


class TestPromise:
    @pytest.fixture
    def draft(self, auditor, department):
        return opened_audit(auditor, department, channel=Channel.PHONE, selection="everything")

    def test_news_of_another_day_stands_in_for_the_promised_call(self, draft, row):
        judge(draft, row("15.12"), "not_met")
        assert row("17.9").verdict == "not_met"
        judge(draft, row("17.8"), "met")
        assert held(row("17.8")) == ("met", Act.JUDGED)
        assert (held(row("15.12")), held(row("17.9"))) == (GIVEN_WAY, GIVEN_WAY)

    @pytest.mark.parametrize("label", ["15.12", "17.9"])
    def test_the_promised_call_stands_in_for_news_whichever_of_its_rows_is_judged(self, draft, row, label):
        arise(draft, row("15.12"))
        judge(draft, row("17.8"), "met")
        judge(draft, row(label), "met")
        assert held(row("17.8")) == GIVEN_WAY
        assert (row("15.12").verdict, row("17.9").verdict) == ("met", "met")

    def test_a_promise_is_asked_again_when_there_was_news_after_all_not(self, draft, row):
        judge(draft, row("15.12"), "not_met")
        judge(draft, row("17.8"), "not_met")
        arise(draft, row("17.8"), arose=False)
        assert (held(row("15.12")), held(row("17.9"))) == (("", ""), ("", ""))

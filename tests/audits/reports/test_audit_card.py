import random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from audits.fieldwork.card import audit_card
from audits.figures import scoring, statistics
from tests.audits.reports import makers
from tests.audits.reports.makers import submit

pytestmark = pytest.mark.django_db


def marks_of(audit):
    answers = audit.answers.select_related("recommendation__standard__area").order_by("position")
    return [
        scoring.Mark(
            answer.verdict,
            answer.weight,
            answer.same_matter,
            answer.recommendation.label,
            answer.recommendation.standard.number,
            answer.recommendation.standard.area.number,
            answer.critical,
        )
        for answer in answers
    ]


@pytest.mark.parametrize("seed", [3, 4])
def test_its_scores_are_those_of_scoring(seed):
    office = makers.office((1,))
    audit = submit(office, office.units[0], verdict=makers.chance_verdict(random.Random(seed)))
    marks = marks_of(audit)

    card = audit_card(audit)

    total = scoring.total_score(marks)
    assert card.result.score == statistics.percent(total.ratio)
    assert card.result.coverage == statistics.percent(total.coverage)
    assert {area.number: area.result.score for area in card.areas} == {
        number: statistics.percent(score.ratio) for number, score in scoring.scores_by_area(marks).items()
    }
    by_standard = scoring.scores_by_standard(marks)
    assert {s.number: (s.result.score, s.result.counts["met"]) for area in card.areas for s in area.standards} == {
        number: (statistics.percent(score.ratio), score.tally["met"]) for number, score in by_standard.items()
    }
    assert {answer.label for answer in card.breaches} == {m.recommendation for m in scoring.critical_breaches(marks)}


def test_nothing_rated_gives_no_score():
    office = makers.office((1,))
    card = audit_card(submit(office, office.units[0], verdict="not_observed"))

    assert (card.result.score, card.result.coverage) == (None, statistics.percent(0))


def test_a_correction_is_the_second_version_and_names_the_first():
    office = makers.office((1,))
    first = submit(office, office.units[0])
    second = submit(office, office.units[0], corrects=first, supersedes=first)

    assert (audit_card(first).version, audit_card(first).corrected_by) == (1, second.receipt)
    assert (audit_card(second).version, audit_card(second).corrects) == (2, first.receipt)


def test_the_fingerprint_does_not_depend_on_the_language():
    office = makers.office((1,))
    audit = submit(office, office.units[0])

    with translation.override("pl"):
        polish = audit_card(audit)
    with translation.override("en"):
        english = audit_card(audit)

    assert polish.method_label != english.method_label
    assert polish.fingerprint == english.fingerprint


def test_it_takes_as_many_queries_for_few_rows_as_for_many():
    office = makers.office((1,))
    rows = office.rows("observation", "counter")
    taken = []
    for judged in (rows[:5], rows):
        audit = submit(office, office.units[0], rows=judged)
        with CaptureQueriesContext(connection) as queries:
            audit_card(audit)
        taken.append(len(queries))

    assert taken[0] == taken[1] <= 8

"""`export_edition` prints the whole edition as one JSON document."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from standards.choices import Channel
from standards.interchange import export_edition
from standards.models import Assessability, Edition
from tests.standards.factories import (
    AreaFactory,
    AssessabilityFactory,
    EditionFactory,
    OccasionFactory,
    PointFactory,
    RecommendationFactory,
    StandardFactory,
)


def exported(code: str) -> Any:
    output = StringIO()
    call_command("export_edition", code, stdout=output)
    return json.loads(output.getvalue())


def recommendation_of(edition: Any, standard: str, number: str) -> Any:
    for area in edition["areas"]:
        for each in area["standards"]:
            if each["number"] == standard:
                return next(one for one in each["recommendations"] if one["number"] == number)
    raise AssertionError(f"no standard {standard}")


def test_2016_is_printed_whole_and_in_order(edition_2016: Edition) -> None:
    edition = exported("75-2016")
    assert (edition["code"], edition["title"]) == ("75-2016", edition_2016.title)
    assert [area["number"] for area in edition["areas"]] == ["I", "II", "III", "IV", "V"]
    standards = [standard for area in edition["areas"] for standard in area["standards"]]
    assert [standard["number"] for standard in standards] == [str(number) for number in range(1, 26)]
    assert [len(standard["recommendations"]) for standard in standards] == [
        *(4, 5, 6, 5, 4),
        *(4, 7, 5, 7, 7, 3, 5, 4, 7),
        *(13, 4, 11, 5),
        *(9,),
        *(6, 9, 9, 3, 10, 3),
    ]
    assert sum(len(one["points"]) for each in standards for one in each["recommendations"]) == 18
    assert all(standard["rationale"] for standard in standards)
    assert edition["publication"]["effective_from"] == "2016-01-26"
    assert len(edition["occasions"]) == 33


def test_every_recommendation_says_how_it_is_judged(edition_2016: Edition) -> None:
    edition = exported("75-2016")
    for judged in Assessability.objects.select_related("recommendation__standard", "occasion"):
        written = recommendation_of(edition, judged.recommendation.standard.number, judged.recommendation.number)
        assert written["text"] == judged.recommendation.text
        assert written["occasion"] == (judged.occasion.code if judged.occasion else None)
        for column in (
            "mystery",
            "observation",
            "documents",
            "block",
            "question",
            "weight",
            "critical",
            "parts",
            "short_name",
        ):
            assert written[column] == getattr(judged, column)


def test_keys_name_every_column_of_judging(edition_2016: Edition) -> None:
    """A column that a later version adds is exported too; who confirmed a row is this office's own."""
    written = recommendation_of(export_edition("75-2016"), "1", "1")
    signed_off = {"confirmed_by", "confirmed_at", "question_confirmed_by", "question_confirmed_at"}
    columns = {field.name for field in Assessability._meta.concrete_fields} - {"id", "recommendation"} - signed_off
    assert columns <= set(written)


def test_labels_of_another_office_are_kept_as_text(db: None) -> None:
    edition = EditionFactory(code="lublin-1")
    area = AreaFactory(edition=edition, number="B")
    standard = StandardFactory(area=area, number="II.3")
    second = RecommendationFactory(standard=standard, number="7b", position=2, text="Nie trzaskaj drzwiami.")
    first = RecommendationFactory(standard=standard, number="7a", position=1, text="Zamknij drzwi.", emphasis=[[0, 7]])
    PointFactory(recommendation=first, position=2, text="cicho")
    PointFactory(recommendation=first, position=1, text="od razu", emphasis=[[3, 7]])
    occasion = OccasionFactory(edition=edition, code="przeciag")
    AssessabilityFactory(recommendation=first, observation=[Channel.OFFICE.value], occasion=occasion, excludes=second)

    written = exported("lublin-1")

    assert written["publication"] is None
    assert [one["number"] for one in written["areas"][0]["standards"][0]["recommendations"]] == ["7a", "7b"]
    row = recommendation_of(written, "II.3", "7a")
    assert row["points"] == ["od razu", "cicho"]
    assert row["points_emphasis"] == [[[3, 7]], []]
    assert (row["emphasis"], row["excludes"], row["occasion"]) == ([[0, 7]], ["II.3", "7b"], "przeciag")
    unjudged = recommendation_of(written, "II.3", "7b")
    assert (unjudged["mystery"], unjudged["weight"], unjudged["question"]) == ([], 0, "")
    assert (row["judged"], unjudged["judged"]) == (True, False)


def test_costs_seven_queries(edition_2016: Edition, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(7):
        export_edition("75-2016")


def test_unknown_code_is_one_sentence_and_exit_1(edition_2016: Edition) -> None:
    with pytest.raises(
        CommandError, match=r"^There is no edition with the code '1-1999'\. Editions here: 75-2016\.$"
    ) as refused:
        call_command("export_edition", "1-1999")
    assert refused.value.returncode == 1

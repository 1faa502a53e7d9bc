"""The stable address of a recommendation, and how it is judged."""

from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from standards.choices import Attribution, Channel
from standards.models import Edition, Recommendation
from tests.standards.factories import (
    AssessabilityFactory,
    OccasionFactory,
    PointFactory,
    PublicationFactory,
    RecommendationFactory,
)
from tests.standards.pages import links, main, words


def test_address_is_made_of_labels_not_keys(edition_2016: Edition) -> None:
    recommendation = Recommendation.objects.get_by_natural_key("75-2016", "17", "10")
    assert recommendation.get_absolute_url() == "/standardy/75-2016/standard/17/zalecenie/10/"


def test_17_1_is_not_17_10(reader: Client, edition_2016: Edition) -> None:
    first, tenth = (
        reader.get(f"/standardy/75-2016/standard/17/zalecenie/{number}/").context["recommendation"]
        for number in ("1", "10")
    )
    assert (first.label, tenth.label) == ("17.1", "17.10")
    assert first.text != tenth.text


def test_shows_text_points_question_and_channels(reader: Client, edition_2016: Edition) -> None:
    response = reader.get("/standardy/75-2016/standard/19/zalecenie/9/")
    text = words(response)
    assert "Zanim prześlesz ją do klienta upewnij się, że:" in text
    assert "wpisany adres odbiorcy jest poprawny" in text
    assert "Czy zapowiedziany załącznik był dołączony do wiadomości?" in text
    assert [list(channels) for _, channels in response.context["methods"]] == [["email"], ["email"]]


def test_turns_the_page_over_the_border_of_standards(reader: Client, edition_2016: Edition) -> None:
    context = reader.get("/standardy/75-2016/standard/19/zalecenie/9/").context
    assert (context["previous"].label, context["next"].label) == ("19.8", "20.1")
    assert reader.get("/standardy/75-2016/standard/1/zalecenie/1/").context["previous"] is None
    assert reader.get("/standardy/75-2016/standard/25/zalecenie/3/").context["next"] is None


def test_row_that_nobody_sees_says_so(reader: Client, edition_2016: Edition) -> None:
    response = reader.get("/standardy/75-2016/standard/1/zalecenie/2/")
    assert not response.context["judged"].is_assessable
    assert "<dl" not in main(response)


def test_row_of_which_nobody_said_how_it_is_judged_says_so(reader: Client, db: None) -> None:
    recommendation = RecommendationFactory()
    PublicationFactory(edition=recommendation.standard.edition)
    response = reader.get(recommendation.get_absolute_url())
    assert response.context["judged"] is None
    assert "<dl" not in main(response)


@pytest.fixture
def judged_row(db: None) -> Recommendation:
    """With everything that judging can say."""
    recommendation = RecommendationFactory(standard__number="II.3", number="7a")
    standard = recommendation.standard
    twin = RecommendationFactory(standard=standard, number="7b")
    other = RecommendationFactory(standard=standard, number="7c")
    PointFactory(recommendation=recommendation)
    AssessabilityFactory(recommendation=twin, same_matter="kubek")
    AssessabilityFactory(
        recommendation=recommendation,
        mystery=[],
        observation=[Channel.OFFICE.value, Channel.COUNTER.value],
        question="Czy <b>kubek</b> stał z dala od krawędzi?",
        parts=["kubek stał z dala", "kubek był pusty"],
        occasion=OccasionFactory(edition=standard.edition, question="Czy pracownik miał kubek?"),
        same_matter="kubek",
        excludes=other,
        attribution=Attribution.UNIT,
        critical=True,
        delayed=True,
        ask_first=True,
        weight=4,
        note="ocenia się tylko na biurku",
    )
    PublicationFactory(edition=standard.edition)
    return recommendation


def test_everything_about_judging_is_said(reader: Client, judged_row: Recommendation) -> None:
    with translation.override("en"):
        response = reader.get(judged_row.get_absolute_url(), headers={"accept-language": "en"})
    text, found = words(response), links(response)
    for said in (
        "Czy <b>kubek</b> stał z dala od krawędzi?",
        "kubek stał z dala",
        "kubek był pusty",
        "Czy pracownik miał kubek?",
        "ocenia się tylko na biurku",
    ):
        assert said in text
    base = judged_row.standard.get_absolute_url()
    assert f"{base}zalecenie/7b/" in found
    assert f"{base}zalecenie/7c/" in found
    assert "<b>" not in main(response)


def test_costs_thirteen_queries_at_most(
    reader: Client, judged_row: Recommendation, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(13):
        reader.get(judged_row.get_absolute_url())


@pytest.mark.parametrize("address", ["standard/17/zalecenie/12/", "standard/1/zalecenie/9/", "standard/x/zalecenie/1/"])
def test_unknown_labels_are_not_found(reader: Client, edition_2016: Edition, address: str) -> None:
    assert reader.get(f"/standardy/75-2016/{address}").status_code == 404

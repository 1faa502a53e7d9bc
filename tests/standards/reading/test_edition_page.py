"""The contents of an edition, and its whole text on one page."""

from typing import Any

from django.test import Client

from standards.models import Edition
from tests.standards.factories import AreaFactory, EditionFactory, PublicationFactory, StandardFactory
from tests.standards.pages import links, main, words


def test_contents_lead_to_every_standard_in_order(reader: Client, edition_2016: Edition) -> None:
    found = [address for address in links(reader.get("/standardy/75-2016/")) if "/standard/" in address]
    assert found == [f"/standardy/75-2016/standard/{number}/" for number in range(1, 26)]


def test_contents_show_areas_and_counts(reader: Client, edition_2016: Edition) -> None:
    response = reader.get("/standardy/75-2016/")
    assert (response.context["standard_count"], response.context["recommendation_count"]) == (25, 155)
    for title in ("STANDARDY PODSTAWOWE", "PROCES OBSŁUGI", "ROZMOWY TELEFONICZNE", "TRUDNE SYTUACJE"):
        assert title in words(response)


def test_labels_of_another_office_keep_their_order_by_position(reader: Client, db: None) -> None:
    edition = EditionFactory(code="lublin-1")
    area = AreaFactory(edition=edition, number="B")
    for position, number in enumerate(["II.10", "II.9", "3a"], start=1):
        StandardFactory(area=area, number=number, position=position)
    PublicationFactory(edition=edition)
    found = [address for address in links(reader.get("/standardy/lublin-1/")) if "/standard/" in address]
    assert found == [f"/standardy/lublin-1/standard/{number}/" for number in ("II.10", "II.9", "3a")]


def test_unknown_edition_is_not_found(reader: Client, db: None) -> None:
    assert reader.get("/standardy/1-1999/").status_code == 404


def test_contents_cost_nine_queries_at_most(
    reader: Client, edition_2016: Edition, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(9):
        reader.get("/standardy/75-2016/")


def test_whole_text_holds_every_recommendation_and_point(reader: Client, edition_2016: Edition) -> None:
    response = reader.get("/standardy/75-2016/calosc/")
    text = words(response)
    for standard in edition_2016.standards.prefetch_related("recommendations__points"):
        assert standard.title in text
        for recommendation in standard.recommendations.all():
            assert f"{standard.number}.{recommendation.number}" in text
    assert main(response).count('class="recommendation"') == 155
    assert "<em>asystenta podczas nieobecności</em>" in main(response)


def test_whole_text_costs_ten_queries_at_most(
    reader: Client, edition_2016: Edition, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(10):
        reader.get("/standardy/75-2016/calosc/")

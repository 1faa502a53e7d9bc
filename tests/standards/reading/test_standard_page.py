"""A standard with its rationale and recommendations."""

from typing import Any

from django.test import Client

from standards.models import Edition
from tests.standards.factories import (
    AreaFactory,
    EditionFactory,
    PublicationFactory,
    RecommendationFactory,
    StandardFactory,
)
from tests.standards.pages import links, main, words


def test_shows_title_rationale_recommendations_and_points(reader: Client, edition_2016: Edition) -> None:
    response = reader.get("/standardy/75-2016/standard/19/")
    text = words(response)
    assert "19. Zasady prowadzenia korespondencji e-mail" in text
    assert "Posługiwanie się pocztą elektroniczną" in text
    assert "19.1 Przeglądaj służbową pocztę" in text
    assert "włącz korektor pisowni" in text
    assert "włącz <em>asystenta podczas nieobecności</em>, podając" in main(response)


def test_each_recommendation_has_its_address(reader: Client, edition_2016: Edition) -> None:
    found = links(reader.get("/standardy/75-2016/standard/17/"))
    assert [address for address in found if "zalecenie" in address] == [
        f"/standardy/75-2016/standard/17/zalecenie/{number}/" for number in range(1, 12)
    ]


def test_neighbours_are_one_step_away(reader: Client, edition_2016: Edition) -> None:
    context = reader.get("/standardy/75-2016/standard/5/").context
    assert (context["previous"].number, context["next"].number) == ("4", "6")
    assert reader.get("/standardy/75-2016/standard/1/").context["previous"] is None
    assert reader.get("/standardy/75-2016/standard/25/").context["next"] is None


def test_label_of_another_office_is_found_whole(reader: Client, db: None) -> None:
    area = AreaFactory(edition=EditionFactory(code="lublin-1"))
    standard = StandardFactory(area=area, number="II.3", title="Zamykaj okna")
    StandardFactory(area=area, number="II.30", title="Otwieraj okna")
    RecommendationFactory(standard=standard, number="7a", text="Zamknij okno przed wyjściem.")
    PublicationFactory(edition=area.edition)
    text = words(reader.get("/standardy/lublin-1/standard/II.3/"))
    assert "II.3. Zamykaj okna" in text
    assert "II.3.7a Zamknij okno przed wyjściem." in text


def test_text_is_escaped(reader: Client, db: None) -> None:
    standard = StandardFactory(title="<script>alert(1)</script>", rationale="<b>bo tak</b>")
    RecommendationFactory(standard=standard, text="<img src=x onerror=alert(1)>", emphasis=[[0, 4]])
    PublicationFactory(edition=standard.edition)
    markup = main(reader.get(f"/standardy/{standard.edition.code}/standard/{standard.number}/"))
    assert "<script" not in markup
    assert "<b>" not in markup
    assert "<img" not in markup
    assert "<em>&lt;img</em> src=x" in markup


def test_unknown_number_is_not_found(reader: Client, edition_2016: Edition) -> None:
    assert reader.get("/standardy/75-2016/standard/26/").status_code == 404


def test_costs_ten_queries_at_most(reader: Client, edition_2016: Edition, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(10):
        reader.get("/standardy/75-2016/standard/24/")

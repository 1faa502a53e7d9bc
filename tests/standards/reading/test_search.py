"""Search finds Polish words typed in any way, and shows where."""

from typing import Any

import pytest
from django.test import Client

from standards.models import Edition
from standards.reading.search import search
from standards.wording.folding import holds
from tests.standards.factories import AreaFactory, PointFactory, RecommendationFactory, StandardFactory
from tests.standards.pages import links, main, words

pytestmark = pytest.mark.both_databases


def labels(edition: Edition, query: str) -> list[str]:
    return [
        hit.recommendation.label
        for area in search(edition, query).areas
        for standard in area.standards
        for hit in standard.recommendations
    ]


@pytest.mark.parametrize("query", ["dzien dobry", "Dzień dobry", "DZIEŃ DOBRY", "dobry, dzien!", "dzien\u0301 dobry"])
def test_greeting_is_found_however_it_is_typed(edition_2016: Edition, query: str) -> None:
    assert "7.3" in labels(edition_2016, query)


def test_every_letter_of_the_alphabet_is_folded(db: None) -> None:
    row = RecommendationFactory(text="Zażółć gęślą jaźń ŁÓDŹ")
    assert labels(row.standard.edition, "zazolc gesla jazn lodz") == [row.label]
    assert labels(row.standard.edition, "ZAŻÓŁĆ GĘŚLĄ JAŹŃ łódź") == [row.label]


def test_every_word_must_be_there(edition_2016: Edition) -> None:
    assert labels(edition_2016, "dzien dobry smok") == []


def test_beginning_of_a_word_is_enough_and_its_middle_is_not(db: None) -> None:
    row = RecommendationFactory(text="Podaj formularze.")
    assert labels(row.standard.edition, "formularz") == [row.label]
    assert labels(row.standard.edition, "mularz") == []


def test_label_finds_its_recommendation_alone(edition_2016: Edition) -> None:
    assert labels(edition_2016, "17.10") == ["17.10"]
    assert labels(edition_2016, "17.1") == ["17.1"]


@pytest.mark.parametrize("query", ["15.12", "zalecenie 15.12", "Zal. 15.12", "zalecenie nr 15.12.", "pkt\u00a015.12"])
def test_what_is_cited_is_found_alone(edition_2016: Edition, query: str) -> None:
    results = search(edition_2016, query)
    assert labels(edition_2016, query) == ["15.12"]
    assert (results.standard_count, results.recommendation_count) == (0, 1)


def test_a_standard_that_is_cited_is_found_alone(edition_2016: Edition) -> None:
    (area,) = search(edition_2016, "standard 15").areas
    assert [(hit.standard.number, hit.itself, hit.recommendations) for hit in area.standards] == [("15", True, [])]


def test_a_word_with_a_hyphen_is_found_without_it(edition_2016: Edition) -> None:
    assert labels(edition_2016, "email") == labels(edition_2016, "e-mail") == labels(edition_2016, "e–mail") != []


def test_label_of_another_office_is_found(db: None) -> None:
    standard = StandardFactory(number="II.3")
    RecommendationFactory(standard=standard, number="7a")
    RecommendationFactory(standard=standard, number="7b")
    assert labels(standard.edition, "II.3.7a") == ["II.3.7a"]


def test_words_of_points_are_found(edition_2016: Edition) -> None:
    assert "19.8" in labels(edition_2016, "korektor pisowni")


def test_words_spread_over_text_and_points_are_found(db: None) -> None:
    row = RecommendationFactory(text="Zanim wyślesz")
    PointFactory(recommendation=row, text="sprawdź pisownię")
    assert labels(row.standard.edition, "pisownie wyslesz") == [row.label]


def test_title_rationale_and_area_are_found(db: None) -> None:
    area = AreaFactory(title="Trudne sytuacje")
    StandardFactory(area=area, title="Łagodź spory", rationale="Spór kosztuje więcej niż " + "słowo " * 90)
    edition = area.edition
    assert search(edition, "lagodz").standard_count == 1
    by_rationale = search(edition, "kosztuje").areas[0].standards[0]
    assert by_rationale.rationale is not None
    assert by_rationale.rationale.text.startswith("Spór kosztuje")
    assert by_rationale.rationale.text.endswith(" …")
    by_area = search(edition, "trudne").areas[0]
    assert (by_area.itself, by_area.standards) == (True, [])


def test_excerpt_of_a_long_rationale_is_cut_round_the_word(db: None) -> None:
    standard = StandardFactory(rationale="początek " * 60 + "igła " + "koniec " * 60)
    passage = search(standard.edition, "igla").areas[0].standards[0].rationale
    assert passage is not None
    assert passage.text.startswith("… początek")
    assert len(passage.text) < 300
    assert [passage.text[start:end] for start, end in passage.found] == ["igła"]


def test_nothing_is_found_by_no_word(edition_2016: Edition) -> None:
    assert not search(edition_2016, " ?! „” ")


def test_another_edition_is_not_searched(edition_2016: Edition) -> None:
    row = RecommendationFactory(text="Dzień dobry, smoku.")
    assert labels(row.standard.edition, "dzien dobry") == [row.label]
    assert row.label not in labels(edition_2016, "smoku")


def test_holds_compares_all_texts_together() -> None:
    assert holds("lodz 7", ["7", "Łódź podwodna"])
    assert not holds("lodz 7", ["70", "Łódź podwodna"])


class TestPage:
    ADDRESS = "/standardy/75-2016/szukaj/"

    def test_marks_the_words_and_links_the_recommendation(self, reader: Client, edition_2016: Edition) -> None:
        response = reader.get(self.ADDRESS, {"q": "dzien dobry"})
        assert "<mark>Dzień</mark> <mark>dobry</mark>" in main(response)
        assert "/standardy/75-2016/standard/7/zalecenie/3/" in links(response)

    def test_query_stays_in_the_box_and_is_escaped(self, reader: Client, edition_2016: Edition) -> None:
        markup = main(reader.get(self.ADDRESS, {"q": '"><script>alert(1)</script>'}))
        assert "<script" not in markup
        assert 'value="&quot;&gt;&lt;script&gt;' in markup

    def test_text_that_was_found_is_escaped(self, administrator: Client, db: None) -> None:
        row = RecommendationFactory(text="<b>Kubek</b> & spodek", emphasis=[[0, 8]])
        markup = main(administrator.get(f"/standardy/{row.standard.edition.code}/szukaj/", {"q": "kubek"}))
        assert "<em>&lt;b&gt;</em><em><mark>Kubek</mark></em>&lt;/b&gt; &amp; spodek" in markup

    def test_nothing_found_is_said(self, reader: Client, edition_2016: Edition) -> None:
        response = reader.get(self.ADDRESS, {"q": "smok wawelski"})
        assert not response.context["results"]
        assert "smok wawelski" in words(response)

    @pytest.mark.parametrize("query", ["", " ", "\x00", "a" * 5000])
    def test_odd_queries_are_answered(self, reader: Client, edition_2016: Edition, query: str) -> None:
        assert reader.get(self.ADDRESS, {"q": query}).status_code == 200

    def test_costs_ten_queries_at_most(
        self, reader: Client, edition_2016: Edition, django_assert_max_num_queries: Any
    ) -> None:
        with django_assert_max_num_queries(10):
            reader.get(self.ADDRESS, {"q": "klient"})

"""Two editions compared on a page: who sees it, what it marks, what it leaves out."""

import datetime
from typing import Any

import pytest
from django.test import Client

from standards.models import Edition, Recommendation
from standards.publishing.publishing import draft_from
from tests.audits.factories import UserFactory
from tests.standards.factories import PublicationFactory, RecommendationFactory, recommendation_of, sound_draft
from tests.standards.pages import links, main, words

pytestmark = pytest.mark.django_db


def written(recommendation: Recommendation, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(recommendation, name, value)
    recommendation.save()


@pytest.fixture
def old() -> Edition:
    edition = sound_draft("1-2020")
    PublicationFactory(edition=edition)
    return edition


@pytest.fixture
def new(old: Edition) -> Edition:
    """1.1 reworded, 1.2 removed, 2.1 renumbered, 3.2 new; a point of 2.2 changed; title and rationale of 3 too."""
    draft = draft_from(edition=old, code="2-2026", title="Nowe standardy", by=UserFactory())
    written(recommendation_of(draft, "1.1"), text="Wstań od razu, gdy klient podchodzi.")
    gone = recommendation_of(draft, "1.2")
    gone.assessability.delete()
    gone.delete()
    written(recommendation_of(draft, "2.1"), number="9")
    point = recommendation_of(draft, "2.2").points.order_by("position")[0]
    point.text = "numer piętra"
    point.save()
    standard = recommendation_of(draft, "3.1").standard
    standard.title, standard.rationale = "Dbaj o czystość na biurku", "Czystość świadczy."
    standard.save()
    RecommendationFactory(standard=standard, number="2", position=2, text="Pożegnaj <b>klienta</b> & dziecko.")
    return draft


@pytest.fixture
def published(new: Edition) -> Edition:
    PublicationFactory(edition=new, effective_from=datetime.date(2026, 3, 1))
    return new


ADDRESS = "/standardy/2-2026/porownanie/1-2020/"


def test_word_by_word_between_signs_and_said_in_words(reader: Client, published: Edition) -> None:
    text = words(reader.get(ADDRESS))
    assert "Wstań dodano: [+ od razu +] (koniec dodanego) , gdy klient podchodzi." in text
    assert "usunięto: [− Powiedz „Dzień dobry”. −] (koniec usuniętego)" in text
    assert "numer usunięto: [− pokoju −] (koniec usuniętego) dodano: [+ piętra +]" in text
    assert "Dbaj o usunięto: [− porządek −] (koniec usuniętego) dodano: [+ czystość +]" in text
    assert "wcześniej 2.1" in text
    assert "usunięto: [− Porządek na biurku" in text


def test_counts_what_changed(reader: Client, published: Edition) -> None:
    response = reader.get(ADDRESS)
    assert response.context["counts"] == {
        "same": 2,
        "changed": 2,
        "added": 1,
        "removed": 1,
        "renumbered": 1,
        "moved": 0,
    }


def test_text_is_escaped(reader: Client, published: Edition) -> None:
    markup = main(reader.get(ADDRESS))
    assert "Pożegnaj &lt;b&gt;klienta&lt;/b&gt; &amp; dziecko." in markup
    assert "<b>" not in markup


def test_only_what_changed(reader: Client, old: Edition, published: Edition) -> None:
    whole, changed = (words(reader.get(ADDRESS, {"only": only})) for only in ("", "changed"))
    assert "Odprowadź klienta wzrokiem." in whole
    assert "Odprowadź klienta wzrokiem." not in changed
    assert "[+ od razu +]" in changed


def test_side_by_side_shows_each_text_once(reader: Client, published: Edition) -> None:
    text = words(reader.get(ADDRESS, {"layout": "columns"}))
    assert "Przed zmianą: Wstań, gdy klient podchodzi." in text
    assert "Po zmianie: Wstań dodano: [+ od razu +]" in text


def test_the_other_way_round_what_was_added_is_removed(reader: Client, published: Edition) -> None:
    response = reader.get("/standardy/1-2020/porownanie/2-2026/")
    assert response.context["counts"]["added"] == 1
    assert "usunięto: [− od razu −]" in words(response)
    assert "/standardy/2-2026/porownanie/1-2020/" in links(reader.get("/standardy/1-2020/porownanie/2-2026/"))


def test_an_edition_against_itself_does_not_differ(reader: Client, old: Edition) -> None:
    assert "Oba teksty są takie same." in words(reader.get("/standardy/1-2020/porownanie/1-2020/"))


def test_filter_and_layout_go_along_to_the_file(reader: Client, published: Edition) -> None:
    found = links(reader.get(ADDRESS, {"only": "changed", "layout": "columns"}))
    assert f"{ADDRESS}pdf/?only=changed&layout=columns" in found


@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}pdf/", "/standardy/1-2020/porownanie/2-2026/"])
def test_a_draft_is_not_found_by_readers(reader: Client, new: Edition, address: str) -> None:
    assert reader.get(address).status_code == 404


def test_an_editor_compares_a_draft(administrator: Client, new: Edition) -> None:
    response = administrator.get(ADDRESS)
    assert "projekt" in words(response)
    assert "redaktor nie zaznaczył jeszcze, czy znaczenie jest to samo" in words(response)


@pytest.mark.parametrize(("same", "said"), [(True, "znaczenie jest to samo"), (False, "znaczenie jest inne")])
def test_what_the_editor_said_of_the_meaning(administrator: Client, new: Edition, same: bool, said: str) -> None:
    written(recommendation_of(new, "1.1"), same_meaning=same)
    assert said in words(administrator.get(ADDRESS))


def test_costs_a_fixed_number_of_queries(
    reader: Client, edition_2016: Edition, published: Edition, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(22):
        reader.get("/standardy/75-2016/porownanie/2-2026/")


def test_choosing_leads_to_the_comparison(reader: Client, published: Edition) -> None:
    response = reader.get("/standardy/2-2026/porownanie/", {"other": "1-2020"})
    assert (response.status_code, response["Location"]) == (302, ADDRESS)


@pytest.mark.parametrize("other", ["", "nie-ma", "2-2026", "\x00"])
def test_choosing_nonsense_is_told_at_the_field(reader: Client, published: Edition, other: str) -> None:
    response = reader.get("/standardy/2-2026/porownanie/", {"other": other})
    assert response.status_code == 422
    assert 'aria-invalid="true"' in main(response)


def test_drafts_are_offered_to_editors_only(
    administrator: Client, client: Client, old: Edition, new: Edition, edition_2016: Edition
) -> None:
    assert "2-2026" in words(administrator.get("/standardy/75-2016/porownanie/"))
    client.force_login(UserFactory())
    page = words(client.get("/standardy/75-2016/porownanie/"))
    assert "1-2020" in page
    assert "2-2026" not in page


def test_a_single_edition_has_nothing_to_be_compared_with(reader: Client, old: Edition) -> None:
    assert "<form" not in main(reader.get("/standardy/1-2020/porownanie/"))

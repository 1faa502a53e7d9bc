"""The list of editions, and who sees a draft."""

import datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from standards.models import Edition
from tests.standards.factories import EditionFactory, PublicationFactory
from tests.standards.pages import links, words

ADDRESS = "/standardy/"


def test_address_is_polish() -> None:
    assert reverse("standards:editions") == ADDRESS


def test_signed_out_reader_is_sent_to_the_login(client: Client, db: None) -> None:
    response = client.get(ADDRESS)
    assert response.status_code == 302
    assert response["Location"].startswith("/logowanie/?next=")


def test_published_edition_is_listed_with_its_basis(reader: Client, edition_2016: Edition) -> None:
    response = reader.get(ADDRESS)
    assert "Zarządzenie nr 75/2016 Prezydenta m.st. Warszawy" in words(response)
    assert "155" in words(response)
    assert links(response) == ["/standardy/75-2016/"]


@time_machine.travel(datetime.datetime(2026, 5, 4, 12, tzinfo=datetime.UTC))
def test_state_tells_replaced_in_force_and_coming(reader: Client, db: None) -> None:
    for code, day in (("stare", "2016-01-26"), ("obecne", "2026-05-04"), ("przyszle", "2026-05-05")):
        PublicationFactory(edition__code=code, effective_from=datetime.date.fromisoformat(day))
    response = reader.get(ADDRESS)
    assert [edition.code for edition, _ in response.context["editions"]] == ["przyszle", "obecne", "stare"]
    assert response.context["in_force"].code == "obecne"


def test_days_in_force_are_told_with_their_end(reader: Client, db: None) -> None:
    for code, day in (("stare", "2016-01-26"), ("obecne", "2026-05-04")):
        PublicationFactory(edition__code=code, effective_from=datetime.date.fromisoformat(day))
    page = words(reader.get(ADDRESS))
    assert "obowiązuje od 26 stycznia 2016 do 3 maja 2026" in page
    assert "obowiązuje od 4 maja 2026" in page


def test_draft_is_listed_for_administrators_only(administrator: Client, edition_2016: Edition) -> None:
    EditionFactory(code="projekt")
    assert links(administrator.get(ADDRESS)) == ["/standardy/projekt/", "/standardy/75-2016/"]


@pytest.mark.parametrize("address", ["", "calosc/", "szukaj/", "standard/1/", "standard/1/zalecenie/1/"])
def test_draft_is_not_found_by_others(reader: Client, address: str, db: None) -> None:
    EditionFactory(code="projekt")
    assert reader.get(f"/standardy/projekt/{address}").status_code == 404


def test_no_edition_is_said_in_a_sentence(reader: Client, db: None) -> None:
    response = reader.get(ADDRESS)
    assert links(response) == []
    assert len(words(response)) > 60


def test_costs_the_same_for_many_editions(
    reader: Client, edition_2016: Edition, django_assert_max_num_queries: Any
) -> None:
    for _ in range(12):
        PublicationFactory()
    with django_assert_max_num_queries(7):
        reader.get(ADDRESS)

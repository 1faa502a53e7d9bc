"""A recommendation through the editions, on its own page, and what an edition changed, on the edition's."""

import datetime
from typing import Any

import pytest
from django.test import Client

from standards.lineage import Meant, history_of
from standards.models import Edition
from standards.publishing.publishing import draft_from
from tests.audits.factories import UserFactory
from tests.standards.factories import PublicationFactory, recommendation_of, sound_draft
from tests.standards.pages import links, words

pytestmark = pytest.mark.django_db


def edition_after(old: Edition, code: str, label: str, day: datetime.date | None = None, **fields: Any) -> Edition:
    """Drafted from another, with one recommendation changed; published on a day if one is given."""
    draft = draft_from(edition=old, code=code, title=f"Standardy {code}", by=UserFactory())
    row = recommendation_of(draft, label)
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()
    if day:
        PublicationFactory(edition=draft, effective_from=day)
    return draft


@pytest.fixture
def first() -> Edition:
    edition = sound_draft("1-2020")
    PublicationFactory(edition=edition)
    return edition


@pytest.fixture
def second(first: Edition) -> Edition:
    day = datetime.date(2024, 3, 1)
    return edition_after(first, "2-2024", "1.1", day, number="1a", text="Wstań od razu.", same_meaning=False)


def test_every_edition_tells_its_text_number_days_and_meaning(reader: Client, first: Edition, second: Edition) -> None:
    page = reader.get("/standardy/2-2024/standard/1/zalecenie/1a/")
    text = words(page)
    assert "1.1 w wydaniu 1-2020" in text
    assert "obowiązuje od 1 lutego 2020 do 29 lutego 2024; pierwsze wydanie, w którym występuje" in text
    assert "1.1a w wydaniu 2-2024 (ta strona)" in text
    assert "obowiązuje od 1 marca 2024; zmienione brzmienie; według redaktora znaczenie jest inne" in text
    assert "numer wcześniej: 1.1" in text
    assert "[− , gdy klient podchodzi −]" in text
    assert "/standardy/1-2020/standard/1/zalecenie/1/" in links(page)


@pytest.mark.parametrize(
    ("fields", "meant"),
    [
        ({"number": "9"}, Meant.SAME_WORDING),
        ({"emphasis": [[0, 5]]}, Meant.SAME_WORDING),
        ({"text": "Wstań.", "same_meaning": True}, Meant.SAME_MEANING),
        ({"text": "Wstań.", "same_meaning": False}, Meant.OTHER_MEANING),
        ({"text": "Wstań."}, Meant.UNDECIDED),
    ],
)
def test_what_it_meant_against_the_edition_before(first: Edition, fields: dict[str, Any], meant: Meant) -> None:
    old = recommendation_of(first, "1.1")
    edition_after(first, "2-2024", "1.1", datetime.date(2024, 3, 1), **fields)
    assert [stage.meant for stage in history_of(old)] == [Meant.FIRST, meant]


def test_a_changed_point_is_a_changed_wording(first: Edition) -> None:
    draft = draft_from(edition=first, code="2-2024", title="Nowe", by=UserFactory())
    row = recommendation_of(draft, "2.2")
    point = row.points.order_by("position")[0]
    point.text = "numer piętra"
    point.save()
    assert [stage.meant for stage in history_of(row)] == [Meant.FIRST, Meant.UNDECIDED]


def test_a_draft_is_in_the_history_on_its_own_page_only(
    administrator: Client, client: Client, first: Edition, second: Edition
) -> None:
    edition_after(second, "3-2026", "1.1a", text="Wstań bez zwłoki.")
    assert "Wstań bez zwłoki." in words(administrator.get("/standardy/3-2026/standard/1/zalecenie/1a/"))
    client.force_login(UserFactory())
    assert "Wstań bez zwłoki." not in words(client.get("/standardy/2-2024/standard/1/zalecenie/1a/"))


def test_costs_the_same_for_many_editions(
    reader: Client, first: Edition, second: Edition, django_assert_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    address = "/standardy/1-2020/standard/1/zalecenie/1/"
    with CaptureQueriesContext(connection) as of_two:
        reader.get(address)
    edition_after(second, "3-2026", "1.1a", datetime.date(2026, 3, 1), text="Wstań bez zwłoki.", same_meaning=True)
    with django_assert_num_queries(len(of_two)):
        reader.get(address)


def test_an_edition_tells_what_it_changed_and_leads_there(reader: Client, first: Edition, second: Edition) -> None:
    page = reader.get("/standardy/2-2024/")
    text = words(page)
    assert "Co się zmieniło względem wydania 1-2020" in text
    assert "zalecenia o zmienionym brzmieniu: 1" in text
    assert "zalecenia o zmienionym numerze: 1" in text
    assert "/standardy/2-2024/porownanie/1-2020/?only=changed" in links(page)
    assert "/standardy/2-2024/porownanie/1-2020/?layout=columns" in links(page)


def test_the_first_edition_changed_nothing(reader: Client, first: Edition) -> None:
    assert "Co się zmieniło" not in words(reader.get("/standardy/1-2020/"))


def test_a_change_against_a_draft_is_not_told_to_readers(reader: Client) -> None:
    draft = sound_draft("1-2020")
    edition_after(draft, "2-2024", "1.1", datetime.date(2024, 3, 1), text="Wstań.")
    page = reader.get("/standardy/2-2024/")
    assert page.status_code == 200
    assert "1-2020" not in words(page)

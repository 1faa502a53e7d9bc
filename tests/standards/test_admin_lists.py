"""Lists of the administration with a draft beside a published edition: they open on what is edited, and say so."""

import pytest
from django.test import Client
from django.urls import reverse

from standards.models import Edition
from standards.publishing.publishing import draft_from
from tests.audits.factories import EmployeeFactory, UserFactory
from tests.standards.factories import PublicationFactory, sound_draft
from tests.standards.pages import words

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

LISTS = ("area", "standard", "recommendation", "assessability", "occasion")


@pytest.fixture
def published() -> Edition:
    edition = sound_draft("1-2026")
    PublicationFactory(edition=edition)
    return edition


def rows(client: Client, name: str, **chosen: object) -> set[str]:
    response = client.get(reverse(f"admin:standards_{name}_changelist"), chosen)
    page = response.context["cl"].model_admin
    return {page.of_edition(row) for row in response.context["cl"].result_list}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_opens_on_the_draft_that_is_edited(administrator: Client, published: Edition, name: str) -> None:
    assert rows(administrator, name) == {"1-2026"}
    draft_from(edition=published, code="2-2026", title="Nowe", by=UserFactory())
    assert rows(administrator, name) == {"2-2026 (projekt)"}
    assert rows(administrator, name, edition=published.pk) == {"1-2026"}
    assert rows(administrator, name, edition="all") == {"1-2026", "2-2026 (projekt)"}


@pytest.mark.parametrize("chosen", ["0", "x", "9" * 30, "-1", "\u0661"])
def test_a_choice_that_is_no_edition_shows_nothing(administrator: Client, published: Edition, chosen: str) -> None:
    assert rows(administrator, "standard", edition=chosen) == set()


def test_a_standards_text_is_two_steps_from_the_edition(administrator: Client, published: Edition) -> None:
    draft = draft_from(edition=published, code="2-2026", title="Nowe", by=UserFactory())
    page = administrator.get(reverse("admin:standards_edition_change", args=[draft.pk])).text
    for standard in draft.standards.all():
        assert reverse("admin:standards_standard_change", args=[standard.pk]) in page


def test_numbers_are_sorted_as_numbers(administrator: Client) -> None:
    for number in ("10", "9", "100", "00011"):
        EmployeeFactory(number=number)
    response = administrator.get(reverse("admin:audits_employee_changelist"), {"o": "2"})
    assert [row.number for row in response.context["cl"].result_list] == ["9", "10", "00011", "100"]


def test_a_count_goes_with_its_noun(administrator: Client) -> None:
    for _person in range(5):
        EmployeeFactory()
    assert "5 pracowników" in words(administrator.get(reverse("admin:audits_employee_changelist")))


@pytest.mark.parametrize("name", LISTS)
def test_deleting_is_offered_only_where_a_draft_is_shown(administrator: Client, published: Edition, name: str) -> None:
    address = reverse(f"admin:standards_{name}_changelist")
    assert "delete_selected" not in administrator.get(address).text
    draft = draft_from(edition=published, code="2-2026", title="Nowe", by=UserFactory())
    for chosen, offered in ((published.pk, False), (draft.pk, name != "recommendation")):
        page = administrator.get(address, {"edition": chosen}).text
        assert ("delete_selected" in page) is offered, chosen


def test_editions_are_filtered_by_their_state_in_its_own_words(administrator: Client, published: Edition) -> None:
    draft_from(edition=published, code="2-2026", title="Nowe", by=UserFactory())
    address = reverse("admin:standards_edition_changelist")
    page = administrator.get(address)
    for words_of_state in ("projekt", "ogłoszone", "wycofane"):
        assert f">{words_of_state}</a>" in page.text
    for state, codes in (("draft", ["2-2026"]), ("published", ["1-2026"]), ("withdrawn", []), ("x", None)):
        found = [row.code for row in administrator.get(address, {"state": state}).context["cl"].result_list]
        assert found == (["2-2026", "1-2026"] if codes is None else codes)


def test_a_publication_is_found_without_diacritics(administrator: Client, published: Edition) -> None:
    address = reverse("admin:standards_publication_changelist")
    legal_basis = published.publication.legal_basis
    assert administrator.get(address, {"q": legal_basis.lower()}).context["cl"].result_count == 1
    assert administrator.get(address, {"q": "żółw"}).context["cl"].result_count == 0
    assert "1 ogłoszenie" in words(administrator.get(address))

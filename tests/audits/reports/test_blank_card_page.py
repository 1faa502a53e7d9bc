import io

import pdfplumber
import pytest
from django.test import Client
from django.urls import reverse

from audits.choices import Role
from tests.audits.factories import DepartmentFactory, appointed, load_edition_2016

pytestmark = pytest.mark.django_db

ADDRESS = "audits:blank_card"


@pytest.fixture
def auditor() -> Client:
    load_edition_2016()
    client = Client()
    client.force_login(appointed(Role.AUDITOR, DepartmentFactory()))
    return client


def test_an_auditor_gets_the_chosen_checklist_as_pdf(auditor: Client) -> None:
    asked = {"way": "mystery:counter", "selection": "standards", "standards": ["7", "17"]}

    response = auditor.get(reverse(ADDRESS), asked)

    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="karta-mystery-counter.pdf"'
    with pdfplumber.open(io.BytesIO(response.content)) as pdf:
        text = " ".join(page.extract_text() for page in pdf.pages)
    assert "7.1" in text
    assert "6.1" not in text.split()


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"way": "mystery:letter", "selection": "core"}, "way"),
        ({"way": "mystery:counter", "selection": "standards"}, "standards"),
        # Standard 16 is about the telephone.
        ({"way": "documents:letter", "selection": "standards", "standards": "16"}, "standards"),
        # All that is judged of a letter needs an occasion.
        ({"way": "documents:letter", "selection": "core"}, "selection"),
    ],
)
def test_a_checklist_that_cannot_be_is_refused_at_its_field(auditor: Client, asked: dict[str, str], field: str) -> None:
    response = auditor.get(reverse(ADDRESS), asked)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]


def test_the_form_is_shown_first(auditor: Client) -> None:
    assert auditor.get(reverse(ADDRESS)).status_code == 200


@pytest.mark.parametrize("role", [Role.HEAD, Role.ADMINISTRATOR])
def test_those_who_audit_nothing_have_no_checklists(role: str) -> None:
    load_edition_2016()
    client = Client()
    client.force_login(appointed(role, DepartmentFactory()))

    assert client.get(reverse(ADDRESS)).status_code == 404

"""A comparison as a file to attach to the ordinance."""

import datetime
from io import BytesIO

import page
import pdfplumber
import pytest
from django.test import Client

from standards.models import Edition
from standards.typesetting.pdf import RenderFailed
from tests.standards.factories import PublicationFactory, RecommendationFactory, sound_draft
from tests.standards.factories import recommendation_of as of

pytestmark = pytest.mark.django_db

ADDRESS = "/standardy/2-2026/porownanie/1-2020/pdf/"


@pytest.fixture
def editions() -> list[Edition]:
    """Two published ones that share lineages, the newer with one recommendation more and one reworded."""
    old, new = sound_draft("1-2020"), sound_draft("2-2026", title="Nowe standardy")
    for label in ("1.1", "1.2", "2.1", "2.2", "3.1"):
        row = of(new, label)
        row.lineage = of(old, label).lineage
        if label == "1.1":
            row.text = "Wstań od razu, gdy klient podchodzi."
        row.save()
    RecommendationFactory(standard=of(new, "3.1").standard, number="2", position=2, text="Pożegnaj <b>klienta</b>.")
    PublicationFactory(edition=old)
    PublicationFactory(edition=new, effective_from=datetime.date(2026, 3, 1))
    return [old, new]


def test_a_document_that_cannot_be_typeset_is_told_on_the_page(
    reader: Client, editions: list[Edition], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object, **__: object) -> bytes:
        raise RenderFailed("late")

    monkeypatch.setattr("standards.comparing.documents.render_pdf", failing)
    response = reader.get(ADDRESS, follow=True)
    assert response.redirect_chain == [("/standardy/2-2026/porownanie/1-2020/", 302)]
    assert "Nie udało się złożyć dokumentu" in response.content.decode()


def test_is_archivable_accessible_and_says_what_the_page_says(reader: Client, editions: list[Edition]) -> None:
    response = reader.get(ADDRESS)
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="porownanie-1-2020-2-2026.pdf"'
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        assert [str(each) for each in page.validate_pdf_bytes(response.content, profile=profile).failures] == []
    with pdfplumber.open(BytesIO(response.content)) as opened:
        text = " ".join(" ".join(each.extract_text().split()) for each in opened.pages)
    assert "Wydanie 2-2026 względem wydania 1-2020" in text
    assert "[+od razu+]" in text.replace("[+ ", "[+").replace(" +]", "+]")
    assert "Pożegnaj <b>klienta</b>." in text
    assert "obowiązuje od 1 marca 2026" in text
    assert "strona 1 z " in text
    # Published text stays as it is, and so does the file.
    assert reader.get(ADDRESS).content == response.content

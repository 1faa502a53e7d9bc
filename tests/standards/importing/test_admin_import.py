"""An edition from a file or a pasted annex in the administration: looked at first, then a draft."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from audits.choices import Role
from standards.interchange import export_edition
from standards.models import Edition
from tests.audits.factories import DepartmentFactory, appointed
from tests.standards.factories import sound_draft
from tests.standards.pages import words

ANNEX = (Path(__file__).parent / "annexes" / "gmina-probna.txt").read_text("utf-8")


def sent(client: Client, **fields: Any) -> Any:
    return client.post(reverse("admin:standards_edition_import"), fields)


@pytest.fixture
def document(db: None) -> dict[str, Any]:
    sound_draft("1-2026")
    return export_edition("1-2026") | {"code": "2-2026"}


def test_look_at_an_annex_writes_nothing(administrator: Client) -> None:
    response = sent(administrator, text=ANNEX, code="gmina-7", look="1")
    assert response.status_code == 200
    page = words(response)
    assert "Obszary: 3, standardy: 12, zalecenia: 29." in page
    assert "II.4a. Chroń dane" in page
    assert not Edition.objects.exists()


def test_annex_becomes_a_draft(administrator: Client) -> None:
    response = sent(administrator, text=ANNEX.replace("\n", "\r\n"), code="gmina-7", write="1")
    draft = Edition.objects.get(code="gmina-7")
    assert response["Location"] == reverse("admin:standards_edition_change", args=[draft.pk])
    assert not draft.is_published
    assert draft.standards.count() == 12


def test_file_is_read_and_its_text_stays_in_the_box(administrator: Client) -> None:
    file = SimpleUploadedFile("annex.txt", ("\ufeff" + ANNEX).encode())
    response = sent(administrator, file=file, code="gmina-7", look="1")
    assert response.context["form"]["text"].value() == ANNEX
    assert response.context["preview"].recommendations == 29


def test_json_becomes_a_draft_with_its_judging(administrator: Client, document: dict[str, Any]) -> None:
    assert sent(administrator, text=json.dumps(document), code="", write="1").status_code == 302
    assert export_edition("2-2026") == document


def test_double_click_makes_one_draft(administrator: Client) -> None:
    first, second = (sent(administrator, text=ANNEX, code="gmina-7", write="1") for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Edition.objects.count() == 1


def test_all_faults_of_an_annex_are_listed_with_their_lines(administrator: Client) -> None:
    broken = ANNEX.replace("\n2. ", "\n5. ", 2).replace("OBSZAR C.", "OBSZAR B.")
    response = sent(administrator, text=broken, code="gmina-7", write="1")
    assert response.status_code == 422
    faults = response.context["preview"].faults
    assert len(faults) == 3
    for place, problem in faults:
        assert place.startswith("wiersz ")
        assert f"{place}: {problem}" in words(response).replace(" :", ":")
    assert response.context["form"]["text"].value() == broken
    assert not Edition.objects.exists()


def test_all_faults_of_json_are_listed_with_their_places(administrator: Client, document: dict[str, Any]) -> None:
    rows = document["areas"][0]["standards"][0]["recommendations"]
    rows[0]["number"] = "1/2"
    rows[1]["occasion"] = "nie-ma"
    response = sent(administrator, text=json.dumps(document), code="", look="1")
    assert response.status_code == 422
    places = [place for place, _problem in response.context["preview"].faults]
    assert places == [
        "$.areas[0].standards[0].recommendations[0].number",
        "$.areas[0].standards[0].recommendations[1].occasion",
    ]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"text": "", "code": "x"}, "text"),
        ({"text": ANNEX, "code": ""}, "code"),
        ({"text": ANNEX, "code": "zła nazwa"}, "code"),
        ({"file": SimpleUploadedFile("a.txt", b"\xff\xfe\x00"), "code": "x"}, "file"),
        ({"file": SimpleUploadedFile("a.txt", b"a" * 800_001), "code": "x"}, "file"),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_field(administrator: Client, fields: dict[str, Any], field: str) -> None:
    response = sent(administrator, **fields, look="1")
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    if "text" in fields:
        assert response.context["form"]["text"].value() == fields["text"]


@pytest.mark.parametrize("text", ["{", "[]", '{"code": []}', "{}", '{"areas": 1, "areas": 2}'])
def test_what_is_no_edition_is_refused(administrator: Client, text: str) -> None:
    response = sent(administrator, text=text, code="x", write="1")
    assert response.status_code == 422
    assert response.context["preview"].faults


def test_what_a_word_processor_put_in_is_told_and_what_nobody_sees_is_refused_by_name(administrator: Client) -> None:
    text = ANNEX.replace("Chroń dane", "Chroń \uf0b7 dane")
    told = "Zamieniono znaki, których nie ma każda czcionka: U+F0B7 na „•”."
    assert told in words(sent(administrator, text=text, code="gmina-7", look="1"))
    assert told not in words(sent(administrator, text=ANNEX, code="gmina-7", look="1"))
    response = sent(administrator, text=ANNEX.replace("Chroń dane", "Chroń\u200b dane"), code="gmina-7", write="1")
    assert response.status_code == 422
    assert "znak U+200B po „Chroń”" in words(response)
    assert not Edition.objects.exists()
    response = administrator.post(
        reverse("admin:standards_edition_import"), {"text": text, "code": "gmina-7", "write": "1"}, follow=True
    )
    assert told in words(response)


def packed(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            {"[Content_Types].xml": b"", "word/document.xml": b""},
            "To jest dokument Worda (.docx); otwórz i zapisz jako zwykły tekst (.txt, UTF-8) albo skopiuj treść i",
        ),
        ({"mimetype": b"application/vnd.oasis.opendocument.text"}, "To jest tekst OpenDocument (.odt); otwórz"),
        ({"[Content_Types].xml": b"", "xl/workbook.xml": b""}, "To jest skoroszyt (.xlsx); otwórz"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "To jest skoroszyt starego Excela (.xls); otwórz"),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "To jest dokument starego Worda (.doc); otwórz"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "Ten dokument jest chroniony hasłem;"),
        (b"%PDF-1.4\n1 0 obj", "To jest PDF: otwórz go, skopiuj treść i wklej ją poniżej."),
        (b"\xef\xbb\xbf\r\n%PDF-1.7\n\xe2\xe3", "To jest PDF: otwórz"),
        (b"{\\rtf1\\ansi Zasady}", "To jest dokument RTF; otwórz"),
        (b"<!DOCTYPE html><p>Zasady</p>", "To jest strona internetowa; otwórz"),
        ({"zdjecie.jpg": b""}, "To jest archiwum (.zip) albo uszkodzony dokument;"),
        (b"PK\x03\x04 x", "To jest archiwum (.zip) albo uszkodzony dokument;"),
    ],
    ids=["docx", "odt", "xlsx", "xls", "doc", "password", "pdf", "pdf with a mark", "rtf", "html", "zip", "damaged"],
)
def test_a_file_that_is_no_text_is_told_what_it_is_and_what_to_do(
    administrator: Client, content: bytes | dict[str, bytes], told: str
) -> None:
    file = SimpleUploadedFile("zasady.txt", packed(content) if isinstance(content, dict) else content)
    response = sent(administrator, file=file, code="gmina-7", look="1")
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["file"]
    assert response.context["form"].errors["file"][0].startswith(told)


def test_the_command_tells_it_too(tmp_path: Path) -> None:
    file = tmp_path / "zasady.txt"
    file.write_bytes(b"%PDF-1.4\n")
    with pytest.raises(CommandError, match="To jest PDF"):
        call_command("import_annex", str(file), "--code", "gmina-7")


def test_code_that_is_taken_is_refused(administrator: Client) -> None:
    sound_draft("gmina-7")
    response = sent(administrator, text=ANNEX, code="gmina-7", look="1")
    assert response.status_code == 422
    assert Edition.objects.count() == 1


def test_markup_stays_text(administrator: Client) -> None:
    text = ANNEX.replace("II.4a", "II.4a", 1).replace("Chroń dane", "Chroń <script>alert(1)</script> dane")
    page = sent(administrator, text=text, code="gmina-7", look="1").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_others_find_no_page(client: Client, db: None) -> None:
    client.force_login(appointed(Role.HR, DepartmentFactory()))
    address = reverse("admin:standards_edition_import")
    assert client.get(address).status_code == 404
    assert client.post(address, {"text": ANNEX, "code": "x", "write": "1"}).status_code == 404


OTHER = "Zasady obsługi\n\nRozdział 1. Kontakt\n1) Przywitaj klienta.\n2) Wysłuchaj go.\nStrona 1 z 1\n"


class TestOtherShapes:
    def test_what_lines_were_taken_for_is_shown_and_nothing_is_written(self, administrator: Client) -> None:
        response = sent(administrator, text=OTHER, code="gmina-8", look="1")
        assert response.status_code == 200
        page = words(response)
        assert "Rozdział I (1 wiersz)" in page
        assert "1) (2 wiersze)" in page
        assert "Pominięto: Strona 1 z 1" in page
        assert not Edition.objects.exists()

    def test_what_is_said_of_a_mark_holds_for_all_its_lines_and_is_remembered(self, administrator: Client) -> None:
        marks = {"as-Rozdział I": "area", "as-1)": "standard", "as-§ 1": "nonsense", "as-x": "area"}
        text = OTHER.replace("2) Wysłuchaj go.", "a) Wstań.\n2) Wysłuchaj go.\na) Milcz.")
        response = sent(administrator, text=text, code="gmina-8", write="1", **marks, **{"as-a)": "recommendation"})
        assert response.status_code == 302
        draft = Edition.objects.get(code="gmina-8")
        assert [str(one) for one in draft.standards.order_by("position")] == [
            "1. Przywitaj klienta.",
            "2. Wysłuchaj go.",
        ]
        again = sent(administrator, text=text, code="gmina-9", look="1")
        assert again.context["preview"].standards[1]["title"] == "Wysłuchaj go."

    def test_what_is_said_of_lines_without_a_mark_is_remembered_until_it_is_taken_back(
        self, administrator: Client
    ) -> None:
        text = "Zasady obsługi\n\nPowitanie\nWita się klienta.\n\nPożegnanie\nDziękuje się.\n"
        first = sent(administrator, text=text, code="gmina-8", look="1")
        assert first.status_code == 422
        assert "zdanie z kropką (2 wiersze)" in words(first)
        said = {"as-phrase": "standard", "as-sentence": "recommendation"}
        assert sent(administrator, text=text, code="gmina-8", write="1", **said).status_code == 302
        draft = Edition.objects.get(code="gmina-8")
        assert [str(one) for one in draft.standards.order_by("position")] == ["1. Powitanie", "2. Pożegnanie"]

        again = sent(administrator, text=text, code="gmina-9", look="1")
        assert [one["title"] for one in again.context["preview"].standards] == ["Powitanie", "Pożegnanie"]
        assert '<option value="standard" selected>' in again.content.decode()
        taken_back = sent(administrator, text=text, code="gmina-9", look="1", **said | {"as-phrase": ""})
        assert len(taken_back.context["preview"].standards) == 1

    def test_a_mark_that_makes_no_annex_is_told(self, administrator: Client) -> None:
        response = sent(
            administrator, text=OTHER, code="gmina-8", write="1", **{"as-1)": "area", "as-Rozdział I": "point"}
        )
        assert response.status_code == 422
        assert response.context["preview"].faults
        assert not Edition.objects.exists()

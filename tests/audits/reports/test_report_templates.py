"""Templates of reports and cards: sound markup, nothing of what people typed taken for markup, valid PDFs.

What a department's report says and how its pages look: test_department_layout, test_department_document.
"""

import itertools
import re
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO

import page
import pdfplumber
import pytest
from django.template.loader import render_to_string
from django.utils import translation

from audits.reports.department.layout import laid
from standards.typesetting.pdf import STYLESHEETS, render_pdf
from tests.audits.reports.drawn_reports import quarter_of_district
from tests.audits.reports.report_samples import AS_OF, GREETING, HOSTILE, audit_card, blank_card


def hostile_report() -> object:
    with translation.override("pl"):
        return laid(replace(quarter_of_district(), department_name=f"Urząd Dzielnicy {HOSTILE}"))


DOCUMENTS = {
    "department_report_pdf.html": {"laid": hostile_report()},
    "audit_card_pdf.html": {"card": audit_card()},
    "blank_card_pdf.html": {"card": blank_card()},
}
VOID = {"br", "col", "img", "meta", "link", "hr", "input"}


class Page(HTMLParser):
    """Headings, ids and tags of a document; complains of tags that are not closed in order."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(markup)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def rendered(template: str, **context: object) -> str:
    with translation.override("pl"):
        return render_to_string(f"audits/reports/{template}", context)


def words(markup: str) -> str:
    """The text between the tags, on one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", markup))


def rows(markup: str) -> list[list[str]]:
    """The cells of every table row."""
    found = re.findall(r"<tr.*?</tr>", markup, re.DOTALL)
    return [[words(cell).strip() for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)] for row in found]


@pytest.mark.parametrize("template", DOCUMENTS)
@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A])
def test_every_document_is_accessible_and_archivable(template, profile):
    data = render_pdf(rendered(template, **DOCUMENTS[template]), title="Dokument", as_of=AS_OF)
    report = page.validate_pdf_bytes(data, profile=profile)
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []


@pytest.mark.parametrize("template", DOCUMENTS)
def test_markup_is_sound_and_keeps_to_the_policy(template):
    markup = rendered(template, **DOCUMENTS[template])
    parsed = Page(markup)
    ids = [attributes["id"] for _, attributes in parsed.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    names = {name for _, attributes in parsed.tags for name in attributes}
    assert not {name for name in names if name == "style" or name.startswith("on")}
    assert parsed.named("script") == parsed.named("img") == parsed.named("style") == []
    assert {attributes.get("scope") for attributes in parsed.named("th")} <= {"col", "row", "colgroup", "rowgroup"}
    levels = [int(tag[1]) for tag, _ in parsed.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("template", DOCUMENTS)
def test_every_table_row_is_as_wide_as_its_columns(template):
    for table in re.findall(r"<table.*?</table>", rendered(template, **DOCUMENTS[template]), re.DOTALL):
        columns = table.count("<col ")
        assert columns >= 2
        for row in re.findall(r"<tr.*?</tr>", table, re.DOTALL):
            spans = [re.search(r'colspan="(\d+)"', cell) for cell in re.findall(r"<t[hd][^>]*>", row)]
            assert sum(int(span[1]) if span else 1 for span in spans) == columns


@pytest.mark.parametrize("template", DOCUMENTS)
def test_one_column_of_each_table_takes_what_the_others_leave(template, settings):
    sheets = [(settings.BASE_DIR / "static" / sheet).read_text(encoding="utf-8") for sheet in STYLESHEETS]
    widths = dict(re.findall(r"^\.(col-[\w-]+) \{\s+width: ([\d.]+)%;\s+\}", "".join(sheets), re.MULTILINE))
    for group in re.findall(r"<colgroup>.*?</colgroup>", rendered(template, **DOCUMENTS[template]), re.DOTALL):
        columns = re.findall(r'<col class="([\w-]+)"', group)
        named = [float(widths[column]) for column in columns if column != "col-name"]
        assert sum(named) < 80 or (sum(named) == 100 and "col-name" not in columns)


@pytest.mark.parametrize("template", DOCUMENTS)
def test_every_document_says_that_it_is_no_appraisal(template):
    assert "art. 27" in words(rendered(template, **DOCUMENTS[template])) or "article 27" in words(
        rendered(template, **DOCUMENTS[template])
    )


@pytest.mark.parametrize("template", ["department_report_pdf.html", "audit_card_pdf.html"])
def test_what_people_typed_is_printed_as_typed(template):
    markup = rendered(template, **DOCUMENTS[template])
    assert HOSTILE not in markup
    with pdfplumber.open(BytesIO(render_pdf(markup, title="Dokument", as_of=AS_OF))) as opened:
        text = " ".join(re.sub(r"\s+", " ", sheet.extract_text()) for sheet in opened.pages)
    assert '<script>alert("x")</script>' in text


def test_a_card_shows_verdict_note_and_version():
    markup = rendered("audit_card_pdf.html", card=audit_card())
    (answer,) = [cells for cells in rows(markup) if cells[0] == "7.1"]
    assert answer[1].startswith(f"{GREETING.partition(' ')[0]} klienta")
    assert "pierwszy wiersz drugi &lt;script&gt;" in answer[1]
    assert answer[2] == "Spełnione"
    (breach,) = [cells for cells in rows(markup) if cells[0] == "13.4"]
    assert breach[2].startswith("▼&nbsp;zauważono naruszenie – naruszenie krytyczne")
    text = words(markup)
    assert "2026/000123" in text
    assert "2026/000101" in text
    assert "97,5%" in text


def test_an_annulled_card_says_so_first():
    card = replace(audit_card(), status="annulled", annulment_reason="Zła komórka <b>")
    text = words(rendered("_audit_card.html", card=card))
    assert "Zła komórka &lt;b&gt;" in text
    assert text.index("Zła komórka") < text.index("2026/000123")


def test_a_blank_card_has_a_box_for_each_verdict():
    markup = rendered("blank_card_pdf.html", card=blank_card())
    questions = [cells for cells in rows(markup) if cells[0] in ("7.1", "9.2", "8.4")]
    assert [cells[2].count("☐") for cells in questions] == [3, 3, 2]
    assert "–&nbsp;termin –&nbsp;opłata" in questions[1][1]
    assert all(cells[3] == "" for cells in questions)

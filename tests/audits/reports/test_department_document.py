"""A department's report as a PDF, read page by page as its readers get it."""

import re
from functools import cache
from io import BytesIO
from typing import Any

import page
import pdfplumber
import pikepdf
import pypdfium2
import pytest
from django.template.loader import render_to_string
from django.utils import translation

from audits.reports.department.layout import Laid, laid
from audits.reports.headline import METHODS
from audits.reports.sentences.typography import ends, percent
from standards.typesetting.pdf import render_pdf
from tests.audits.reports import drawn_reports

# How many pages a report of this kind may have.
MOST_PAGES = {
    "quarter_of_district": 9,
    "year_of_district": 12,
    "quarter_of_small_unit": 9,
    "year_of_office": 16,
    "without_audits": 1,
}
LONG_FIRST_PAGES = {
    "longest_first_page": drawn_reports.longest_first_page,
    "longer_than_any_first_page": drawn_reports.longer_than_any_first_page,
    "quarter_at_level_full": drawn_reports.quarter_at_level_full,
}
REPORTS = drawn_reports.CASES | LONG_FIRST_PAGES
FEWEST_LINES = 6
# In points: what is nearer to the edge is said on every page.
HEAD, FOOT = 57, 42
NAMES = sorted(REPORTS)


@cache
def shown(name: str) -> Laid:
    with translation.override("pl"):
        return laid(REPORTS[name]())


@cache
def document(name: str) -> bytes:
    with translation.override("pl"):
        markup = render_to_string("audits/reports/department_report_pdf.html", {"laid": shown(name)})
    return render_pdf(markup, title=f"Raport: {name}", as_of=REPORTS[name]().as_of)


@cache
def pages(name: str) -> list[list[str]]:
    """The lines of each page between its head and its foot."""
    found = []
    for number, sheet in enumerate(pypdfium2.PdfDocument(document(name))):
        text = sheet.get_textpage().get_text_bounded(bottom=FOOT, top=sheet.get_height() - (0 if number == 0 else HEAD))
        found.append(text.replace("\N{NO-BREAK SPACE}", " ").splitlines())
    return found


def tables(name: str) -> list[Any]:
    found = [part.table for part in shown(name).parts if part.table]
    first = shown(name).first.to_work_on
    return [*([first] if first else []), *found]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A])
def test_is_accessible_and_archivable(name: str, profile: page.ValidationProfile) -> None:
    report = page.validate_pdf_bytes(document(name), profile=profile)
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []


@pytest.mark.parametrize("name", sorted(MOST_PAGES))
def test_is_as_long_as_its_evidence(name: str) -> None:
    assert len(pages(name)) <= MOST_PAGES[name]


@pytest.mark.parametrize("name", NAMES)
def test_no_page_has_a_few_lines_only(name: str) -> None:
    assert [(number, lines) for number, lines in enumerate(pages(name), 1) if len(lines) < FEWEST_LINES] == []


@pytest.mark.parametrize("name", NAMES)
def test_page_one_is_one_page(name: str) -> None:
    first, *rest = pages(name)
    assert sum("art. 27" in line for line in first) == 1
    if rest:
        assert rest[0][0].strip() == "Obszary"


@pytest.mark.parametrize("name", NAMES)
def test_less_than_a_third_of_a_tables_cells_are_blank(name: str) -> None:
    for table in tables(name):
        cells = [cell for body in table.bodies for row in body for cell in row.cells if cell.classes != "field"]
        assert 3 * sum(not cell.text for cell in cells) < len(cells), table.classes


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_of_the_chart_is_in_its_alternative_text(name: str) -> None:
    report = REPORTS[name]()
    with pikepdf.open(BytesIO(document(name))) as opened:
        told = " ".join(
            str(each.Alt) for each in opened.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        )
    found = [column.of(method) for column in report.trend.columns for method in METHODS]
    for scored in filter(None, (each.scored for each in found)):
        assert f"{percent(scored.value)} ({ends(scored.low, scored.high)})" in told
    for each in found:
        if each.scored:
            assert f"n = {each.audits}" in told.replace("\N{NO-BREAK SPACE}", " ")


def test_links_are_named_by_where_they_lead() -> None:
    with pikepdf.open(BytesIO(document("year_of_office"))) as opened:
        links = [annotation for sheet in opened.pages for annotation in sheet.get("/Annots", [])]
        assert {str(link.Contents) for link in links} == {"Naruszenia krytyczne"}


def test_no_text_is_white() -> None:
    with pdfplumber.open(BytesIO(document("quarter_of_district"))) as opened:
        colours = {char["non_stroking_color"] for sheet in opened.pages for char in sheet.chars}
    assert colours
    assert not {colour for colour in colours if set(colour) == {1}}


def test_the_page_of_the_breaches_is_said_on_page_one() -> None:
    said = next(line for line in pages("year_of_office")[0] if "naruszeń krytycznych" in line)
    number = int(re.search(r"\(strona (\d+)\)", said)[1])  # type: ignore[index]
    assert "Naruszenia krytyczne" in [line.strip() for line in pages("year_of_office")[number - 1]]


def test_every_part_has_a_bookmark() -> None:
    with pikepdf.open(BytesIO(document("year_of_district"))) as opened, opened.open_outline() as outline:
        (whole,) = outline.root
        headings = [item.title for item in whole.children]
    assert headings[-len(shown("year_of_district").parts) :] == [
        part.heading for part in shown("year_of_district").parts
    ]


def test_level_full_is_said_on_every_page_with_purpose_and_moment() -> None:
    for sheet in pypdfium2.PdfDocument(document("quarter_at_level_full")):
        text = sheet.get_textpage().get_text_bounded().replace("\N{NO-BREAK SPACE}", " ")
        assert "POZIOM PEŁNY – cel: dobór tematów szkoleń – wydano 15.10.2026, 12:00" in " ".join(text.split())


def test_a_report_without_audits_says_so_and_has_no_figure() -> None:
    text = " ".join(pages("without_audits")[0])
    assert "W roku 2025 nie było w tej komórce audytów." in text
    assert "%" not in text

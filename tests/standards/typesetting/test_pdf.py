"""The PDF: archivable, accessible, the same bytes each time, and nothing that a document says can reach out of it."""

import http.server
import os
import subprocess
import sys
import threading
import zlib
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import page
import pdfplumber
import pikepdf
import pytest

from standards.typesetting import pdf
from standards.typesetting.pdf import (
    STATIC_ROOT,
    Attachment,
    RenderFailed,
    RenderOutOfMemory,
    RenderTimeout,
    render_pdf,
)
from standards.typesetting.typesetter import FetchRefusedError, permitted_file

AS_OF = datetime(2026, 9, 30, 21, 15, tzinfo=UTC)
CSV = b"standard;k;n\r\n17;19;20\r\n"
BODY = """
<header><p class="office">Urząd Miasta</p><h1>Raport o obsłudze klienta</h1></header>
<section><h2>Wyniki</h2>
<table><caption>Standardy</caption>
<thead><tr><th scope="col">Standard</th><th scope="col" class="num">k z n</th></tr></thead>
<tbody><tr><th scope="row">17. Zażółć gęślą jaźń</th><td class="num">19 z 20</td></tr></tbody></table>
<svg xmlns="http://www.w3.org/2000/svg" width="60" height="12" viewBox="0 0 60 12"><title>Wykres: 95,0%</title>
<rect x="10" y="3" width="40" height="6" fill="#9fb0c6"/><text x="0" y="10" font-family="Source Sans 3">95</text></svg>
<p>Pełny tekst w <a href="#aneks">aneksie</a>, <em>wyróżniony</em>.</p>
</section>
<section id="aneks"><h2>Aneks</h2><p>Treść zaleceń.</p></section>
"""


def document(body: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="pl"><head><title>t</title>{head}</head><body>{body}</body></html>'


def render(body: str = BODY, *, head: str = "", **options) -> bytes:
    return render_pdf(document(body, head), **({"title": "Raport: Bemowo", "as_of": AS_OF} | options))


def text_of(data: bytes) -> str:
    with pdfplumber.open(BytesIO(data)) as opened:
        return "\n".join(opened_page.extract_text() for opened_page in opened.pages)


def failures(data: bytes, profile: page.ValidationProfile) -> list[str]:
    report = page.validate_pdf_bytes(data, profile=profile)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


@pytest.fixture(autouse=True)
def cold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a test before made with the same process, each document here has a typesetter of its own."""
    monkeypatch.setattr(pdf, "_warm", None)


@pytest.fixture(scope="module")
def report() -> bytes:
    attachments = [Attachment("figures.csv", "text/csv", "Dane do tabel", CSV)]
    return render(attachments=attachments, author="Urząd Miasta", subject="Wyniki audytów")


@pytest.fixture
def opened(report):
    with pikepdf.open(BytesIO(report)) as opened:
        yield opened


@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A])
def test_one_file_is_accessible_and_archivable(report, profile):
    assert failures(report, profile) == []


def test_the_validator_sees_a_document_that_is_not_accessible():
    # The test above proves nothing unless this one finds something.
    table = (
        '<table><thead><tr><th scope="col" colspan="2">x</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></table>'
    )
    assert failures(render(f"<h1>Raport</h1>{table}"), page.ValidationProfile.PDF_UA_1)


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ('<img src="missing.png" alt="x">', "missing.png is missing"),
        ('<a href="#nowhere">x</a>', "nowhere"),
    ],
)
def test_a_document_that_would_lack_something_is_not_made(body, complaint):
    with pytest.raises(RenderFailed, match=complaint):
        render(f"<h1>Raport</h1>{body}")


def test_metadata_claims_both_standards_in_one_packet(opened, report):
    with opened.open_metadata() as metadata:
        claims = {name: metadata[name] for name in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part", "dc:title")}
        assert claims == {
            "pdfaid:part": "3",
            "pdfaid:conformance": "A",
            "pdfuaid:part": "1",
            "dc:title": "Raport: Bemowo",
        }
        assert metadata["xmp:CreateDate"] == metadata["xmp:ModifyDate"] == "2026-09-30T21:15:00Z"
    assert report.count(b"<rdf:RDF") == report.count(b"</rdf:RDF>") == 1  # readable without a PDF library


def test_the_document_is_tagged_polish_and_shows_its_title(opened):
    root = opened.Root
    assert str(root.Lang) == "pl"
    assert bool(root.MarkInfo.Marked) is True
    assert root.StructTreeRoot.K[0].S == "/Document"
    assert bool(root.ViewerPreferences.DisplayDocTitle) is True
    assert str(opened.docinfo["/Title"]) == "Raport: Bemowo"
    assert str(opened.docinfo["/CreationDate"]) == "D:20260930211500Z"


def test_headings_become_bookmarks(opened):
    with opened.open_outline() as outline:
        top = outline.root[0]
        assert top.title == "Raport o obsłudze klienta"
        assert [child.title for child in top.children] == ["Wyniki", "Aneks"]


def test_a_chart_is_a_figure_with_alternative_text(opened):
    figures = [item for item in opened.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"]
    assert [str(figure.Alt) for figure in figures] == ["Wykres: 95,0%"]


def test_the_data_travel_inside(opened):
    assert list(opened.attachments) == ["figures.csv"]
    specification = opened.attachments["figures.csv"]
    assert specification.get_file().read_bytes() == CSV
    assert specification.get_file().mime_type == "text/csv"
    assert specification.obj.AFRelationship == "/Data"
    assert str(specification.obj.Desc) == "Dane do tabel"
    assert len(opened.Root.AF) == 1


def test_data_that_end_like_a_line_are_kept_to_the_last_byte():
    # Compressed, this one byte ends in a carriage return, which a reader may take for part of an end of line.
    data = render(attachments=[Attachment("a.csv", "text/csv", "", b"\x0c")])
    assert zlib.compress(b"\x0c", 9).endswith(b"\r")
    assert b"\r\nendstream" not in data
    assert failures(data, page.ValidationProfile.PDF_A_3A) == []
    with pikepdf.open(BytesIO(data)) as opened:
        assert opened.attachments["a.csv"].get_file().read_bytes() == b"\x0c"


def test_every_font_is_our_own_and_embedded(opened):
    descriptors = [
        item
        for item in opened.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
    ]
    assert len(descriptors) >= 4  # text, italics, two weights of headings
    for descriptor in descriptors:
        assert "Source-Sans-3" in str(descriptor.FontName)
        assert any(key in descriptor for key in ("/FontFile2", "/FontFile3"))


def test_pages_are_numbered(report):
    assert "strona 1 z 1" in text_of(report)


def test_the_same_document_gives_the_same_bytes_in_another_process(report):
    script = (
        "import sys; from tests.standards.typesetting import test_pdf as t; "
        "sys.stdout.buffer.write(t.render(author='Urząd Miasta', subject='Wyniki audytów',"
        " attachments=[t.Attachment('figures.csv', 'text/csv', 'Dane do tabel', t.CSV)]))"
    )
    other = {"PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONPATH": str(STATIC_ROOT.parent)}
    process = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, cwd=STATIC_ROOT.parent, env=os.environ | other
    )
    assert process.stdout == report


def test_the_as_of_instant_is_dated_in_utc(report):
    warsaw = timezone(timedelta(hours=2))
    attachments = [Attachment("figures.csv", "text/csv", "Dane do tabel", CSV)]
    again = render(
        attachments=attachments, author="Urząd Miasta", subject="Wyniki audytów", as_of=AS_OF.astimezone(warsaw)
    )
    assert again == report


def test_a_naive_date_is_refused():
    with pytest.raises(ValueError, match="aware"):
        render(as_of=datetime(2026, 9, 30))  # noqa: DTZ001 - the point of the test


@pytest.mark.parametrize("name", ["../figures.csv", "a b.csv", "żółć.csv", "", ".csv", "a/b.csv"])
def test_an_attachment_has_a_plain_name(name):
    with pytest.raises(ValueError, match="plain file name"):
        Attachment(name, "text/csv", "", b"")


def test_two_attachments_of_one_name_are_refused():
    with pytest.raises(ValueError, match="same name"):
        render(attachments=[Attachment("a.csv", "text/csv", "", b"1"), Attachment("a.csv", "text/csv", "", b"2")])


# What the document may read


def test_the_projects_own_static_files_are_permitted():
    url = (STATIC_ROOT / "css" / "print.css").as_uri()
    assert permitted_file(url, STATIC_ROOT) == STATIC_ROOT / "css" / "print.css"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/print.css",
        "https://example.org/print.css",
        "ftp://example.org/print.css",
        "data:text/css,p{}",
        "javascript:1",
        "//example.org/print.css",
        "css/print.css",
        "file:///etc/passwd",
        "file://example.org/etc/print.css",
        (STATIC_ROOT / ".." / "manage.py").as_uri(),
        f"{STATIC_ROOT.as_uri()}/../standards_portal/settings.py",
        f"{STATIC_ROOT.as_uri()}/%2e%2e/.env",
        f"{STATIC_ROOT.as_uri()}/css/missing.css",
        f"{STATIC_ROOT.as_uri()}/css",
    ],
)
def test_everything_else_is_refused(url):
    with pytest.raises(FetchRefusedError):
        permitted_file(url, STATIC_ROOT)


def test_a_link_that_leads_out_of_the_static_files_is_refused(tmp_path):
    secret = tmp_path / "secret.css"
    secret.write_text("p { color: red }")
    root = tmp_path / "static"
    root.mkdir()
    (root / "print.css").symlink_to(secret)
    with pytest.raises(FetchRefusedError):
        permitted_file((root / "print.css").as_uri(), root)


@pytest.fixture
def listener():
    """A web server on this machine, and the list of what it was asked for."""
    asked: list[str] = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(302)
            self.send_header("Location", (STATIC_ROOT / "css" / "print.css").as_uri())
            self.end_headers()

        def log_message(self, *args):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", '<img alt="x" src="{server}/a.png">'),
        ("", '<object data="{server}/a.svg"></object>'),
        ('<link rel="stylesheet" href="{server}/a.css">', "<p>x</p>"),
        ('<link rel="attachment" href="{server}/a.css">', "<p>x</p>"),
        ('<style>@import "{server}/a.css";</style>', "<p>x</p>"),
        ('<style>@font-face {{ font-family: x; src: url("{server}/a.ttf") }}</style>', "<p>x</p>"),
        ("", '<p style="background: url({server}/a.png)">x</p>'),
        ("", '<p style="list-style: url({server}/a.png); display: list-item">x</p>'),
        ("", '<svg width="9" height="9"><title>x</title><image href="{server}/a.png" width="9" height="9"/></svg>'),
    ],
)
def test_no_part_of_a_document_reaches_the_network(listener, head, body):
    server, asked = listener
    with pytest.raises(RenderFailed, match="refused to fetch"):
        render(body.format(server=server), head=head.format(server=server))
    assert asked == []


def test_a_base_address_does_not_move_what_is_read(listener):
    server, asked = listener
    assert "x" in text_of(
        render('<link rel="stylesheet" href="css/print.css"><p>x</p>', head=f'<base href="{server}/">')
    )
    assert asked == []


def test_a_chart_borrows_no_drawing_from_elsewhere(listener):
    server, asked = listener
    drawing = f'<svg width="9" height="9"><title>x</title><use href="{server}/a.svg#b"/></svg>'
    assert render(f"<h1>Raport</h1>{drawing}").startswith(b"%PDF-1.7")
    assert asked == []


@pytest.mark.parametrize("source", ["data:image/png;base64,iVBORw0KGgo=", "file:///etc/passwd", "../manage.py"])
def test_no_part_of_a_document_reads_other_files(source):
    with pytest.raises(RenderFailed, match="refused to fetch"):
        render(f'<img alt="x" src="{source}">')


def test_links_are_not_followed_while_rendering(listener):
    server, asked = listener
    assert "x" in text_of(render(f'<p><a href="{server}/page">x</a></p>'))
    assert asked == []


# Limits


def test_a_document_that_takes_too_long_is_stopped_and_the_next_one_comes_out(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf.tempfile, "tempdir", str(tmp_path))
    endless = "<table>" + "<tr><td>x</td><td>y</td></tr>" * 200_000 + "</table>"
    with pytest.raises(RenderTimeout, match="2 s"):
        render(endless, seconds=2)
    assert list(tmp_path.iterdir()) == []
    assert "Aneks" in text_of(render())


def test_a_document_that_grows_too_large_is_stopped():
    huge = "<table>" + "<tr><td>x</td><td>y</td></tr>" * 100_000 + "</table>"
    with pytest.raises(RenderOutOfMemory, match="200 MB"):
        render(huge, memory_mb=200, seconds=100)


def test_a_typesetter_that_dies_is_a_failed_report(monkeypatch, tmp_path):
    dying = tmp_path / "dying.py"
    dying.write_text("import os; os.abort()")
    monkeypatch.setattr(pdf, "_TYPESETTER", dying)
    with pytest.raises(RenderFailed, match="exit status -6"):
        render()


def test_the_typesetter_inherits_no_secret(monkeypatch, tmp_path):
    spy = tmp_path / "spy.py"
    spy.write_text("import os, sys; sys.stderr.write(' '.join(os.environ)); sys.exit(1)")
    monkeypatch.setattr(pdf, "_TYPESETTER", spy)
    monkeypatch.setenv("DATABASE_URL", "postgres://somebody:secret@127.0.0.1/x")
    with pytest.raises(RenderFailed, match="FONTCONFIG_FILE") as failed:
        render()
    assert "DATABASE_URL" not in str(failed.value)
    assert "SECRET_KEY" not in str(failed.value)


def test_the_portal_itself_never_loads_the_typesetting_library():
    script = "import sys, standards.typesetting.pdf; sys.exit('weasyprint' in sys.modules or 'django' in sys.modules)"
    subprocess.run([sys.executable, "-c", script], check=True, cwd=STATIC_ROOT.parent)


# What people type


@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A])
def test_pictures_that_no_font_of_ours_has_are_a_plain_mark_and_letters_their_number(profile):
    data = render(
        "<h1>Uwaga</h1><p>Super 😀👩🏽\u200d💻 obsługa \uf0b7 中 \u202eodwrotnie\u202c \x0b\x1b \ufeff\ufffd "
        "nie\u2011biało\tczarne</p>"
    )
    assert failures(data, profile) == []
    text = text_of(data)
    assert "Super ••• obsługa • [U+4E2D] odwrotnie" in text
    assert "nie-biało czarne" in text


def test_cyrillic_greek_and_signs_are_printed_as_they_are():
    assert "Олена Ω ≥ → ✓ ₴" in text_of(render("<p>Олена Ω ≥ → ✓ ₴</p>"))


def test_one_endless_word_does_not_leave_the_page():
    data = render(f"<table><tbody><tr><td>{'x' * 4000}</td></tr></tbody></table>")
    with pdfplumber.open(BytesIO(data)) as opened:
        assert max(char["x1"] for page_ in opened.pages for char in page_.chars) < opened.pages[0].width


def test_static_root_is_the_projects():
    assert Path(__file__).resolve().parents[3] / "static" == STATIC_ROOT


def test_links_are_named_by_the_heading_that_they_lead_to_or_else_by_their_own_words() -> None:
    body = (
        '<h1>Dokument</h1><p><a href="#dalej">strona</a>, <a href="#tu">to miejsce</a></p>'
        '<h2 id="dalej">Dalszy ciąg</h2><p id="tu">Tutaj.</p>'
    )
    markup = f'<!DOCTYPE html><html lang="pl"><head><title>Dokument</title></head><body>{body}</body></html>'
    with pikepdf.open(BytesIO(render_pdf(markup, title="Dokument", as_of=AS_OF))) as opened:
        assert [str(each.Contents) for each in opened.pages[0].Annots] == ["Dalszy ciąg", "to miejsce"]

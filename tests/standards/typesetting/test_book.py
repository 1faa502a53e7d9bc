"""Documents put together to a book: pages, bookmarks, tags, links and attached files of all, none mixed up."""

import io
from datetime import UTC, datetime
from typing import Any

import pikepdf
import pytest

from standards.typesetting.book import Book, NotOurs, page_count
from standards.typesetting.pdf import Attachment, render_pdf

AS_OF = datetime(2026, 10, 1, tzinfo=UTC)


def document(title: str, *, pages: int, csv: bytes | None = None) -> bytes:
    """Each page with a heading and a link to the last one."""
    sections = "".join(
        f'<section style="break-before: page"><h2 id="p{number}">{title} {number}</h2>'
        f'<p>1 0 R (nawias \\) <a href="#p{pages}">Na koniec</a></p></section>'
        for number in range(1, pages + 1)
    )
    head = f'<!DOCTYPE html><html lang="pl"><head><title>{title}</title></head>'
    html = f"{head}<body><h1>{title}</h1>{sections}</body></html>"
    attachments = [Attachment("wyniki.csv", "text/csv", "Liczby", csv)] if csv else []
    return render_pdf(html, title=title, as_of=AS_OF, attachments=attachments)


@pytest.fixture(scope="module")
def parts() -> list[bytes]:
    return [
        document("Pierwszy", pages=2, csv=b"a;1"),
        document("Drugi (zażółć)", pages=3, csv=b"b;2"),
        document("Spis", pages=1),
    ]


@pytest.fixture(scope="module")
def book(parts: list[bytes]) -> pikepdf.Pdf:
    first, second, contents = parts
    written = io.BytesIO()
    made = Book(written)
    made.add(first, name="A-1", title="A-1 – Pierwszy")
    made.add(second, name="B-2", title="B-2 – Drugi (zażółć)")
    made.finish(contents, name="", title="Spis")
    return pikepdf.open(written)


def structure(book: pikepdf.Pdf) -> Any:
    return book.Root.StructTreeRoot


def test_the_last_to_be_added_comes_first_and_the_others_in_their_order(book: pikepdf.Pdf, parts: list[bytes]) -> None:
    assert [page_count(part) for part in parts] == [3, 4, 2]
    with book.open_outline() as outline:
        assert [(item.title, len(item.children)) for item in outline.root] == [
            ("Spis", 1),
            ("A-1 – Pierwszy", 1),
            ("B-2 – Drugi (zażółć)", 1),
        ]
        pages = [book.pages.index(pikepdf.Page(item.to_dictionary_object(book).Dest[0])) for item in outline.root]
        assert pages == [0, 2, 5]
        # The headings of a part stay below it.
        assert [item.title for item in outline.root[2].children[0].children] == [
            f"Drugi (zażółć) {number}" for number in (1, 2, 3)
        ]
    assert len(book.pages) == 9


def test_a_pdf_reader_finds_nothing_wrong(book: pikepdf.Pdf) -> None:
    assert book.check_pdf_syntax() == []
    assert (str(book.Root.Lang), bool(book.Root.MarkInfo.Marked)) == ("pl", True)
    assert b"Spis" in book.Root.Metadata.read_bytes()


def test_every_page_finds_its_own_tags(book: pikepdf.Pdf) -> None:
    numbers = list(structure(book).ParentTree.Nums)
    tags = {int(key): tagged for key, tagged in zip(numbers[::2], numbers[1::2], strict=True)}
    assert len(tags) == len(numbers) // 2
    assert max(tags) < int(structure(book).ParentTreeNextKey)
    parents = [int(page.obj.StructParents) for page in book.pages]
    assert len(set(parents)) == len(book.pages)
    for page, parent in zip(book.pages, parents, strict=True):
        assert {tag.Pg.objgen for tag in tags[parent] if "/Pg" in tag} == {page.objgen}
    for page in book.pages:
        for link in page.obj.get("/Annots", []):
            assert tags[int(link.StructParent)].S == "/Link"


def test_tags_hang_together_from_the_whole_to_each_part(book: pikepdf.Pdf) -> None:
    (whole,) = structure(book).K
    assert [(str(part.S), str(part.T)) for part in whole.K] == [
        ("/Part", "Spis"),
        ("/Part", "A-1 – Pierwszy"),
        ("/Part", "B-2 – Drugi (zażółć)"),
    ]
    for part in whole.K:
        assert whole == part.P
        assert all(part == kid.P for kid in part.K)


def test_links_lead_to_the_end_of_their_own_part(book: pikepdf.Pdf) -> None:
    names = list(book.Root.Names.Dests.Names)
    assert [bytes(name) for name in names[::2]] == sorted(bytes(name) for name in names[::2])
    places = {
        str(name): book.pages.index(pikepdf.Page(place[0])) for name, place in zip(names[::2], names[1::2], strict=True)
    }
    led = []
    for number, page in enumerate(book.pages):
        for link in page.obj.get("/Annots", []):
            target = link.Dest if "/Dest" in link else link.A.D
            led.append((number, places[str(target)]))
    assert led == [(1, 1), (3, 4), (4, 4), (6, 8), (7, 8), (8, 8)]


def test_files_of_all_are_attached_each_under_a_name_of_its_own(book: pikepdf.Pdf) -> None:
    assert {name: book.attachments[name].get_file().read_bytes() for name in book.attachments} == {
        "A-1-wyniki.csv": b"a;1",
        "B-2-wyniki.csv": b"b;2",
    }
    assert [str(file.UF) for file in book.Root.AF] == ["A-1-wyniki.csv", "B-2-wyniki.csv"]


def test_the_same_parts_give_the_same_bytes(parts: list[bytes]) -> None:
    def made() -> bytes:
        written = io.BytesIO()
        book = Book(written)
        book.add(parts[0], name="A-1", title="A-1")
        book.finish(parts[2], name="", title="Spis")
        return written.getvalue()

    assert made() == made()


def test_a_pdf_of_another_hand_is_refused() -> None:
    other = pikepdf.new()
    other.add_blank_page()
    written = io.BytesIO()
    other.save(written)
    with pytest.raises(NotOurs):
        page_count(written.getvalue())

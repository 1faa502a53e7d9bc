"""The version that documents are kept under moves with whatever makes them, and with nothing else."""

import os
import re
import shutil
from importlib import metadata
from pathlib import Path

import grimp
import pytest

from audits.document_sources import LIBRARIES, ROOT, SOURCES, code_version, digest, files_of
from standards.typesetting.pdf import STYLESHEETS

pytestmark = pytest.mark.one_database

VERSIONS = {"weasyprint": "70.1", "django": "5.2.19"}
ALL = frozenset(name for kind in SOURCES for name in files_of(kind, ROOT))
# Of each kind, one that a document surely depends on.
TAKING_PART = {
    "figures": "audits/figures/scoring.py",
    "reports": "audits/reports/sentences/limitations.py",
    "cards": "audits/fieldwork/card.py",
    "data": "audits/models/periods.py",
    "standards": "standards/lineage.py",
    "typesetter": "standards/typesetting/typesetter.py",
    "filters": "audits/templatetags/report_format.py",
    "templates": "templates/audits/reports/_trend_chart.svg",
    "style sheets": "static/css/print-report.css",
    "fonts": "static/vendor/source-sans/SourceSans3-Bold.ttf",
    "words": "locale/pl/LC_MESSAGES/django.po",
}
UNRELATED = (
    "audits/signin/views.py",
    "audits/fieldwork/opening.py",
    "audits/reports/__pycache__/jobs.cpython-311.pyc",
    "templates/base.html",
    "static/css/portal.css",
    "locale/pl/LC_MESSAGES/django.mo",
    "tests/audits/test_document_sources.py",
    "README.md",
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the sources, with some other files."""
    for name in (*ALL, *UNRELATED):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        if name in ALL:
            shutil.copyfile(ROOT / name, tmp_path / name)
        else:
            (tmp_path / name).write_text("other")
    return tmp_path


def test_another_machine_and_another_time_give_the_same(tree: Path) -> None:
    for name in ALL:
        os.utime(tree / name, (1, 1))
    assert digest(tree, VERSIONS) == digest(ROOT, dict(reversed(VERSIONS.items())))


@pytest.mark.parametrize("kind", SOURCES)
def test_a_changed_source_of_each_kind_moves_it(tree: Path, kind: str) -> None:
    before = digest(tree, VERSIONS)
    changed = tree / TAKING_PART[kind]
    content = changed.read_bytes()
    changed.write_bytes(content + b"\n")
    assert digest(tree, VERSIONS) != before
    changed.write_bytes(content)
    assert digest(tree, VERSIONS) == before


@pytest.mark.parametrize("name", UNRELATED)
def test_what_takes_no_part_does_not_move_it(tree: Path, name: str) -> None:
    before = digest(tree, VERSIONS)
    (tree / name).write_text("changed")
    assert digest(tree, VERSIONS) == before


def test_another_release_of_a_library_moves_it(tree: Path) -> None:
    assert digest(tree, VERSIONS | {"weasyprint": "70.2"}) != digest(tree, VERSIONS)


def test_a_source_under_another_name_moves_it_and_so_does_a_new_one(tree: Path) -> None:
    found = [digest(tree, VERSIONS)]
    template = tree / "templates/audits/reports/_redaction.html"
    template.rename(template.with_name("_words_taken_out.html"))
    found.append(digest(tree, VERSIONS))
    template.write_text("")
    found.append(digest(tree, VERSIONS))
    assert len(set(found)) == 3


def test_text_that_passes_from_one_file_to_the_next_moves_it(tree: Path) -> None:
    before = digest(tree, VERSIONS)
    first, second = (tree / "static/css" / name for name in ("print-fonts.css", "print-report.css"))
    words = first.read_bytes() + second.read_bytes()
    first.write_bytes(words[:10])
    second.write_bytes(words[10:])
    assert digest(tree, VERSIONS) != before


def test_a_portal_without_its_sources_has_no_version(tree: Path) -> None:
    shutil.rmtree(tree / "locale")
    with pytest.raises(FileNotFoundError, match="words"):
        digest(tree, VERSIONS)


def test_it_fits_where_it_is_kept_and_is_of_what_is_installed() -> None:
    assert re.fullmatch("[0-9a-f]{40}", code_version())
    assert code_version() == digest(ROOT, {name: metadata.version(name) for name in LIBRARIES})


# That nothing which takes part is missing from the list


def test_all_code_that_documents_are_made_by_is_among_the_sources() -> None:
    graph = grimp.build_graph("audits", "standards", cache_dir=None)
    makers = {"audits.reports.documents", "audits.reports.department.report", "audits.fieldwork.card"}
    reached = makers.union(*(graph.find_upstream_modules(maker) for maker in makers))
    files = {name: name.replace(".", "/") for name in reached}
    missing = [name for name, path in files.items() if not {f"{path}.py", f"{path}/__init__.py"} & ALL]
    assert len(reached) > 90
    assert missing == []


def test_all_templates_and_filters_of_documents_are_among_the_sources() -> None:
    templates = ["audits/reports/department_report_pdf.html", "audits/reports/audit_card_pdf.html"]
    for name in templates:
        path = f"templates/{name}"
        assert path in ALL
        markup = (ROOT / path).read_text()
        named = re.findall(r"""{%\s*(?:include|extends)\s+["']([^"']+)""", markup)
        templates += [each for each in named if each not in templates]
        libraries = {each for loaded in re.findall(r"{%\s*load\s+([^%]+?)\s*%}", markup) for each in loaded.split()}
        for library in libraries - {"i18n"}:
            assert {f"audits/templatetags/{library}.py", f"standards/templatetags/{library}.py"} & ALL
    assert len(templates) > 10


def test_all_style_sheets_and_fonts_of_documents_are_among_the_sources() -> None:
    for sheet in STYLESHEETS:
        path = ROOT / "static" / sheet
        assert f"static/{sheet}" in ALL
        for font in re.findall(r'url\("([^"]+)"\)', path.read_text()):
            assert (path.parent / font).resolve().relative_to(ROOT).as_posix() in ALL

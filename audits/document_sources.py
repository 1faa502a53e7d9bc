"""Which sources make the portal's documents: a stored one is served again only where the same sources made it.

Listed here are the code, templates, style sheets, fonts and words that reports and cards are made of, and the libraries
that set them. Nobody has to remember to count a version up; the tests know when something that takes part is missing.
"""

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]

# By kind: files, and folders with all that lies in them, by the endings that count there.
SOURCES: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "figures": (("audits/figures",), (".py",)),
    "reports": (("audits/reports", "audits/exports.py", "audits/document_sources.py"), (".py",)),
    "cards": (("audits/fieldwork/card.py", "audits/fieldwork/header.py"), (".py",)),
    # Which audits and closings are asked for, and how they are named.
    "data": (("audits/models", "audits/choices.py", "audits/access"), (".py",)),
    "standards": (
        (
            *("standards/models", "standards/judging", "standards/wording", "standards/choices.py"),
            *(
                "standards/checklist.py",
                "standards/digests.py",
                "standards/exports.py",
                "standards/fields.py",
                "standards/lineage.py",
                "standards/refusals.py",
            ),
        ),
        (".py",),
    ),
    "typesetter": (("standards/typesetting",), (".py",)),
    "filters": (("audits/templatetags", "standards/templatetags"), (".py",)),
    "templates": (("templates/_print_base.html", "templates/audits/reports"), (".html", ".svg")),
    "style sheets": (("static/css/print-fonts.css", "static/css/print.css", "static/css/print-report.css"), (".css",)),
    "fonts": (("static/vendor/source-sans",), (".ttf",)),
    # The catalogue as it is written: what is compiled of it differs from one machine to the next.
    "words": (("locale",), (".po",)),
}
LIBRARIES: Final = (
    *("django", "openpyxl"),
    *("weasyprint", "pydyf", "fonttools", "tinycss2", "tinyhtml5", "cssselect2", "pyphen"),
)


@cache
def code_version() -> str:
    """The version that stored documents are kept under; a running process keeps the one that it started with."""
    return digest(ROOT, {name: metadata.version(name) for name in LIBRARIES})


def digest(root: Path, libraries: Mapping[str, str]) -> str:
    """Of the contents and names of the sources below `root`, and these versions: no times, no paths of a machine.

    Raises FileNotFoundError where a kind has no sources: a version of nothing would never change.
    """
    found = hashlib.sha256()
    for name, version in sorted(libraries.items()):
        _take(found, name, version.encode())
    for kind in SOURCES:
        files = sorted(files_of(kind, root))
        if not files:
            raise FileNotFoundError(f"None of the {kind} that documents are made of lie in {root}")
        for name in files:
            _take(found, name, (root / name).read_bytes())
    return found.hexdigest()[:40]


def files_of(kind: str, root: Path) -> Iterator[str]:
    """Their paths below `root`."""
    places, endings = SOURCES[kind]
    for place in places:
        path = root / place
        for file in path.rglob("*") if path.is_dir() else (path,):
            if file.suffix in endings and file.is_file():
                yield file.relative_to(root).as_posix()


def _take(found: "hashlib._Hash", name: str, content: bytes) -> None:
    # With its length, so that no text can pass from one file to the next unseen.
    found.update(f"{len(name.encode())} {name} {len(content)} ".encode())
    found.update(content)

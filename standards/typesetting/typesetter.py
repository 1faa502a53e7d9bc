"""The process that `pdf.render_pdf` starts: one job as JSON on standard input, one PDF on standard output.

With `--serve FOLDER` it stays: it imports the library once and forks a child for each job, which comes as a line of
JSON on standard input and names a folder of its own; the child leaves `document.pdf` and `complaints` there, and its
exit status is answered in a line. The one that stays never typesets anything, so nothing of one job reaches another.

Run as a script, never imported by the portal. It imports nothing of the portal either, so it starts without Django.
"""

import base64
import functools
import gc
import io
import json
import logging
import math
import os
import re
import resource
import subprocess
import sys
import unicodedata
import warnings
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

OUT_OF_MEMORY = 3

_MEDIA_TYPES = {".css": "text/css", ".ttf": "font/ttf", ".svg": "image/svg+xml", ".png": "image/png"}
_TEXT_FONT = "vendor/source-sans/SourceSans3-Regular.ttf"
_XMP_END = b"</rdf:RDF>"
# PDF/UA-1's identification is not among the schemas that PDF/A knows, so it comes with its description
# (ISO 19005-3, 6.6.2.3).
_PDFUA_XMP = b"""<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1"/>
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
 rdf:about=""><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


class FetchRefusedError(Exception):
    """The document refers to something that it may not read."""


class IncompleteDocumentError(Exception):
    """The library left something out of the document, and went on."""


class Complaints(logging.Handler):
    """What the library logs: errors are kept, the rest goes to standard error."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        cause = f" ({record.exc_info[1]})" if record.exc_info else ""
        if record.levelno >= logging.ERROR:
            self.errors.append(record.getMessage() + cause)
        else:
            sys.stderr.write(record.getMessage() + cause + "\n")


def permitted_file(url: str, static_root: Path) -> Path:
    """The file that `url` names, when it is one of the project's static files; FetchRefusedError otherwise."""
    parts = urlsplit(url)
    if parts.scheme.lower() != "file" or parts.netloc not in ("", "localhost"):
        raise FetchRefusedError(f"refused to fetch {url[:200]!r}: not a static file of the project")
    root = static_root.resolve()
    # Links are followed before the comparison, so that none leads out of the folder.
    path = Path(unquote(parts.path)).resolve()
    if not path.is_relative_to(root) or path.suffix not in _MEDIA_TYPES:
        raise FetchRefusedError(f"refused to fetch {url[:200]!r}: not a static file of the project")
    if not path.is_file():
        raise FetchRefusedError(f"{path.relative_to(root)} is missing among the static files")
    return path


def look_libraries_up_once() -> None:
    """Answer what the library asks of each of its own libraries, by several names, from one list of the linker's.

    Python asks the linker, then the compiler, then the linker's editor, each in a process, for each name: sixteen times
    three where a name is unknown. Without that list it goes on as before.
    """
    import ctypes.util

    try:
        listed = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, check=True).stdout.decode()
    except (OSError, subprocess.CalledProcessError, UnicodeDecodeError):
        return
    # "libpango-1.0.so.0 (libc6,x86-64) => /lib/…": the first of a name is what would be loaded.
    sonames = re.findall(r"^\s+(lib(\S+?)\.so\S*) \(", listed, re.MULTILINE)
    known = {name: soname for soname, name in reversed(sonames)}
    if known:
        ctypes.util.find_library = known.get


def typeset(job: dict) -> bytes:
    """The PDF of one job, a dict as `pdf.render_pdf` writes it."""
    from weasyprint import CSS, HTML
    from weasyprint import Attachment as EmbeddedFile
    from weasyprint.logger import LOGGER
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    static_root = Path(job["static_root"])
    complaints = Complaints()
    LOGGER.handlers[:] = [complaints]

    class StaticFilesOnly(URLFetcher):
        """Reads static files itself, so that there is no protocol, no proxy and no redirect to follow."""

        def fetch(self, url, headers=None):
            try:
                path = permitted_file(url, static_root)
            except FetchRefusedError as error:
                complaints.errors.append(str(error))  # inside of a chart the library would swallow the exception
                raise
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": _MEDIA_TYPES[path.suffix]})

    fetcher = StaticFilesOnly(allowed_protocols=("file",), allow_redirects=False, fail_on_errors=True)
    base_url = static_root.resolve().as_uri() + "/"
    font_config = FontConfiguration()
    html = HTML(string=job["html"], base_url=base_url, url_fetcher=fetcher)
    html.base_url = base_url  # whatever a <base> element says
    replace_unprintable(html.etree_element, covered_characters(static_root))
    stylesheets = [
        CSS(url=base_url + path, url_fetcher=fetcher, font_config=font_config) for path in job["stylesheets"]
    ]
    document = html.render(font_config=font_config, stylesheets=stylesheets, pdf_variant="pdf/a-3a")

    metadata = document.metadata
    metadata.title, metadata.lang = job["title"], job["lang"]
    metadata.authors = [job["author"]] if job["author"] else []
    metadata.description = job["subject"] or None
    metadata.created = metadata.modified = job["as_of"]
    as_of = datetime.fromisoformat(job["as_of"])
    embedded = [
        EmbeddedFile(
            file_obj=io.BytesIO(base64.b64decode(attachment["content"])),
            name=attachment["name"],
            description=attachment["description"],
            created=as_of,
            modified=as_of,
            relationship="Data",
        )
        for attachment in job["attachments"]
    ]
    media_types = {attachment["name"]: attachment["media_type"] for attachment in job["attachments"]}

    names = link_names(html.etree_element)

    def finish(_document, pdf) -> None:
        declare_pdfua(pdf)
        name_links(pdf, names)
        describe_embedded_files(pdf, media_types)
        compress_once()

    pdf = document.write_pdf(finisher=finish, attachments=embedded, pdf_variant="pdf/a-3a")
    if complaints.errors:
        # A chart that is missing, a figure without its text: better no document than one that lacks something.
        raise IncompleteDocumentError("; ".join(complaints.errors))
    return pdf


def declare_pdfua(pdf) -> None:
    """Add PDF/UA-1's identification to the metadata that already holds PDF/A's."""
    stream = _referred(pdf, pdf.catalog["Metadata"])
    packet = b"\n".join(stream.stream)
    if packet.count(_XMP_END) != 1:
        raise ValueError("the metadata has no single rdf:RDF element")
    stream.stream = [packet.replace(_XMP_END, _PDFUA_XMP + _XMP_END)]
    stream.compress = False  # tools that index archives read the packet without a PDF library


def describe_embedded_files(pdf, media_types: dict[str, str]) -> None:
    """Give embedded files the media types that they were sent with, and list each once."""
    for entry in pdf.objects:
        if isinstance(entry, dict) and entry.get("Type") == "/Filespec":
            name = entry["UF"].string
            stream = _referred(pdf, entry["EF"]["F"])
            stream.extra["Subtype"] = "/" + re.sub(r"[^A-Za-z0-9.-]", _name_escape, media_types[name])
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])


_LONGEST_NAME = 120


def link_names(root: ElementTree.Element) -> dict[str, str]:
    """What each link is called: the text that it leads to, or else its own; by its target, "#" left out."""

    def text(element: ElementTree.Element) -> str:
        return " ".join("".join(element.itertext()).split())[:_LONGEST_NAME]

    targets = {element.get("id"): element for element in root.iter() if element.get("id")}
    headings = {key for key, element in targets.items() if element.tag in ("h1", "h2", "h3", "h4", "caption")}
    found: dict[str, str] = {}
    for link in root.iter("a"):
        target = link.get("href", "").removeprefix("#")
        if name := text(targets[target]) if target in headings else text(link):
            found.setdefault(target, name)
    return found


def name_links(pdf, names: dict[str, str]) -> None:
    """Give links the words that a reader is told; the library gives them the address within the document."""
    import pydyf

    for entry in pdf.objects:
        if isinstance(entry, dict) and entry.get("Subtype") == "/Link" and "Contents" in entry:
            address = entry["Contents"].string
            entry["Contents"] = pydyf.String(names.get(address, address))


def compress_once() -> None:
    """Have every stream compressed once, not for the file and again for its identifier, and ended unmistakably.

    Data that happen to end in a carriage return get a line feed after them, which decompression ignores. Without it
    a reader can take the two bytes before "endstream" for one end of line, and miss the last byte. The library writes
    its last streams after all hooks, so what they are written by is replaced, in this process that writes one file.
    """
    import pydyf

    written = pydyf.Stream.data.fget

    def data(stream):
        if stream.compress:
            compressed = written(stream).partition(b"\nstream\n")[2].removesuffix(b"\nendstream")
            stream.stream = [compressed + b"\n" if compressed.endswith(b"\r") else compressed]
            stream.extra["Filter"] = "/FlateDecode"
            stream.compress = False
        return written(stream)

    pydyf.Stream.data = property(data)


def _name_escape(match: re.Match[str]) -> str:
    return f"#{ord(match[0]):02x}"


def _referred(pdf, reference: bytes):
    return pdf.objects[int(reference.split()[0])]


# Pasted from a word processor; they are printed as their equals, whatever glyph a font has for them.
_EQUALS = {"\t": " ", "\r": " ", "\f": " ", "\u2010": "-", "\u2011": "-", "\u2007": "\u00a0", "\u202f": "\u00a0"}
_BLANK = frozenset(" \n\u00a0\u00ad")
# Where a picture, or a bullet of a word processor's own font, stood.
_MARK = "•"
# Said of the picture before: as a picture, of which skin.
_TINTS = frozenset("\ufe0e\ufe0f" + "".join(map(chr, range(0x1F3FB, 0x1F400))))


@functools.cache
def covered_characters(static_root: Path) -> frozenset[str]:
    """The characters that the text fonts can print."""
    from fontTools.ttLib import TTFont

    # The faces of one family cover the same characters.
    with TTFont(static_root / _TEXT_FONT, lazy=True) as font:
        covered = map(chr, font.getBestCmap())
        return _BLANK.union(character for character in covered if unicodedata.category(character) not in ("Cc", "Cf"))


def replace_unprintable(root: ElementTree.Element, covered: frozenset[str]) -> None:
    """Write pictures and bullets without a glyph as a plain mark: a missing glyph is a hole in the archive.

    It fails PDF/A. Letters are told by their number, "[U+4E2D]". Characters that show nothing (direction marks,
    joiners, controls, what only tints the picture before it) are dropped: they could only mislead.
    """

    def printable(text: str) -> str:
        if covered.issuperset(text):
            return text
        return "".join(_printed(character, covered) for character in unicodedata.normalize("NFC", text))

    for element in root.iter():
        if element.text and isinstance(element.tag, str) and element.tag not in ("style", "script"):
            element.text = printable(element.text)
        if element.tail:
            element.tail = printable(element.tail)


def _printed(character: str, covered: frozenset[str]) -> str:
    if character in _BLANK:
        return character
    if character in _EQUALS:
        return _EQUALS[character]
    if unicodedata.category(character) in ("Cc", "Cf") or character in _TINTS:
        return ""
    if character in covered:
        return character
    return f"[U+{ord(character):04X}]" if unicodedata.category(character)[0] in "LMN" else _MARK


def limit(job: dict) -> None:
    """To the memory and the seconds that the job was given, in the process that does it."""
    memory = job["memory_mb"] * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    # The parent kills a late child; this ends one whose parent is gone.
    seconds = math.ceil(job["seconds"]) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    gc.disable()  # one document and out: nothing is worth collecting
    # That there are no system fonts is what we want.
    warnings.filterwarnings("ignore", message="No fonts configured")


def do(job: dict, output) -> int:
    """Write one job's PDF; the exit status."""
    try:
        limit(job)
        pdf = typeset(job)
    except MemoryError:
        return OUT_OF_MEMORY
    except BaseException as error:  # the library stops on a refused fetch by a BaseException of its own
        cause = f" ({error.__cause__})" if error.__cause__ else ""
        sys.stderr.write(f"{type(error).__name__}: {error}{cause}\n")
        return 1
    output.write(pdf)
    output.close()
    return 0


def main() -> int:
    # What a library prints must not get between the bytes of the PDF.
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    look_libraries_up_once()
    if sys.argv[1:2] == ["--serve"]:
        return serve(output, Path(sys.argv[2]))
    return do(json.load(sys.stdin.buffer), output)


def serve(answers, static_root: Path) -> int:
    """Until standard input ends."""
    import weasyprint  # noqa: F401 - so that no child imports it again

    covered_characters(static_root)
    # What is there now belongs to every child: looking through it would copy its pages.
    gc.collect()
    gc.freeze()
    for line in sys.stdin.buffer:
        child = os.fork()
        if child == 0:
            os._exit(_apart(json.loads(line)))
        _, status = os.waitpid(child, 0)
        answers.write(b"%d\n" % os.waitstatus_to_exitcode(status))
        answers.flush()
    return 0


def _apart(job: dict) -> int:
    """One job in a child, with its own folder for all that it writes."""
    folder = Path(job["folder"])
    os.chdir(folder)
    os.environ["HOME"] = os.environ["TMPDIR"] = str(folder)
    complaints = os.open(folder / "complaints", os.O_WRONLY | os.O_CREAT, 0o600)
    for stream in (1, 2):
        os.dup2(complaints, stream)
    # Whoever serves waits for the next job there.
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    try:
        return do(job, (folder / "document.pdf").open("wb"))
    finally:
        sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())

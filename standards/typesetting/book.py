"""Several documents of the typesetter put together to one, with their bookmarks, tags, links and attached files.

A document of hundreds of pages is not typeset at once: that would keep all of its pages in memory. Each part is typeset
by itself, added, and forgotten, so that a book takes what its pages take and no more memory than its longest part.

It reads what the typesetter writes (one object stream, one cross-reference stream) and no other PDF.
"""

import hashlib
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any, NamedTuple


class NotOurs(ValueError):
    """The PDF is not laid down as the typesetter does it."""


class Ref(NamedTuple):
    number: int


# Reading and writing objects: dicts and lists as such, references as Ref, all else as the bytes that it stands in.

_TOKEN = re.compile(
    rb"<<|>>|[\[\]]|\d+ 0 R\b|/[^\s/<>\[\]()]*|\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f]*>|[^\s/<>\[\]()]+", re.DOTALL
)
# Texts come before references, so that what looks like one within a text is none.
_REFERENCE = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f]*>|\b(\d+) 0 R\b", re.DOTALL)


def _read(data: bytes) -> Any:
    tokens = iter(_TOKEN.findall(data))
    return _value(next(tokens), tokens)


def _value(token: bytes, tokens: Iterator[bytes]) -> Any:
    if token == b"[":
        items = []
        while (token := next(tokens)) != b"]":
            items.append(_value(token, tokens))
        return items
    if token == b"<<":
        found = {}
        while (key := next(tokens)) != b">>":
            found[key] = _value(next(tokens), tokens)
        return found
    if token.endswith(b" 0 R"):
        return Ref(int(token[:-4]))
    return token


def _written(value: Any) -> bytes:
    if isinstance(value, Ref):
        return b"%d 0 R" % value.number
    if isinstance(value, dict):
        return b"<<" + b"".join(b"%s %s" % (key, _written(each)) for key, each in value.items()) + b">>"
    if isinstance(value, list):
        return b"[" + b" ".join(map(_written, value)) + b"]"
    return b"%d" % value if isinstance(value, int) else value


def _text(value: bytes) -> str:
    if value.startswith(b"("):
        return re.sub(rb"\\(.)", rb"\1", value[1:-1], flags=re.DOTALL).decode("latin-1")
    content = bytes.fromhex(value[1:-1].decode("ascii"))
    return content.decode("utf-16") if content.startswith(b"\xfe\xff") else content.decode("latin-1")


def _as_text(text: str) -> bytes:
    return b"<" + (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode("ascii") + b">"


def page_count(pdf: bytes) -> int:
    """Of a document of the typesetter."""
    part = _Part(pdf, 0)
    return int(part.get(part.get(Ref(part.catalog))[b"/Pages"])[b"/Count"])


class _Part:
    """The objects of one document, under the numbers that they have in the book."""

    def __init__(self, pdf: bytes, begin: int) -> None:
        self._begin = begin
        position = int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])
        if not re.match(rb"\d+ 0 obj\n<<", pdf[position:]):
            raise NotOurs("no cross-reference stream at the end")
        trailer, table = self._stream(pdf[position:])
        if trailer.get(b"/Type") != b"/XRef":
            raise NotOurs("no cross-reference stream at the end")
        widths = [int(each) for each in trailer[b"/W"]]
        self.size = int(trailer[b"/Size"])
        self.catalog = self._moved(trailer[b"/Root"])
        # As they are written; a stream with all that belongs to it.
        self.streams: dict[int, bytes] = {}
        self.objects: dict[int, bytes] = {}
        offsets, row = {}, sum(widths)
        for number in range(self.size):
            line, at, fields = table[number * row : (number + 1) * row], 0, []
            for width in widths:
                fields.append(int.from_bytes(line[at : at + width], "big"))
                at += width
            if fields[0] == 1:
                offsets[fields[1]] = number
        ends = [*sorted(offsets)[1:], len(pdf)]
        for offset, end in zip(sorted(offsets), ends, strict=True):
            self._take(offsets[offset], pdf[offset:end], position == offset)

    def _take(self, number: int, raw: bytes, is_table: bool) -> None:
        if is_table:
            return
        head, _, rest = raw.partition(b" obj\n")
        if head != b"%d 0" % number:
            raise NotOurs(f"object {number} is not where it is said to be")
        if b"/ObjStm" in rest[: rest.find(b"stream\n")]:
            described, content = self._stream(raw)
            first = int(described[b"/First"])
            heads = list(map(int, content[:first].split()))
            places = [*heads[1::2], len(content) - first]
            for each, begin, end in zip(heads[::2], places, places[1:], strict=False):
                self.objects[self._begin + each] = self._renumbered(content[first + begin : first + end].strip())
            return
        about, separator, content = rest.partition(b"stream\n")
        self.streams[self._begin + number] = self._renumbered(about) + separator + content[: content.rindex(b"endobj")]

    @staticmethod
    def _stream(raw: bytes) -> tuple[dict[bytes, Any], bytes]:
        described, _, content = raw.partition(b" obj\n")[2].partition(b"stream\n")
        return _read(described), zlib.decompressobj().decompress(content)

    def _renumbered(self, data: bytes) -> bytes:
        return _REFERENCE.sub(lambda found: b"%d 0 R" % (int(found[1]) + self._begin) if found[1] else found[0], data)

    def _moved(self, reference: Ref) -> int:
        return reference.number + self._begin

    def get(self, value: Any) -> Any:
        """What is referred to, however often; itself where it is no reference."""
        while isinstance(value, Ref):
            value = _read(self.objects[value.number])
        return value

    def put(self, number: int, value: Any) -> None:
        self.objects[number] = _written(value)


@dataclass
class _Entry:
    """What the book keeps of a part that is written."""

    pages: list[Ref]
    struct: Ref
    bookmark: dict[bytes, Any]
    bookmark_number: int


_PAGES, _STRUCTURE, _WHOLE, _BOOKMARKS = 1, 2, 3, 4


@dataclass
class Book:
    """`add` each part in its order, then `finish` with the one that stands before them and says what the book is."""

    output: IO[bytes]
    _position: int = 0
    _digest: Any = field(default_factory=lambda: hashlib.md5(usedforsecurity=False))
    _places: list[tuple[int, int, int]] = field(default_factory=lambda: [(0, 0, 0)] * 5)
    _entries: list[_Entry] = field(default_factory=list)
    _parents: list[Any] = field(default_factory=list)
    _next_parent: int = 0
    _targets: list[tuple[str, Any]] = field(default_factory=list)
    _files: list[tuple[str, Ref]] = field(default_factory=list)
    _roles: dict[bytes, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._write(b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n")

    @property
    def pages(self) -> int:
        return sum(len(entry.pages) for entry in self._entries)

    def add(self, pdf: bytes, *, name: str, title: str) -> None:
        """`name` stands before the names of its attached files: no other part has it. `title`: of its bookmark."""
        self._add(pdf, name, title)

    def finish(self, pdf: bytes, *, name: str, title: str) -> None:
        """Title, language and colours of the book are those of this part, which becomes its first."""
        catalog = self._add(pdf, name, title)
        self._entries.insert(0, self._entries.pop())
        objects = self._joined()
        number = len(self._places)
        objects[number] = catalog | {
            b"/Pages": Ref(_PAGES),
            b"/StructTreeRoot": Ref(_STRUCTURE),
            b"/Outlines": Ref(_BOOKMARKS),
            b"/AF": [file for _name, file in self._files],
            b"/Names": {
                b"/Dests": {b"/Names": _by_name(self._targets)},
                b"/EmbeddedFiles": {b"/Names": _by_name(self._files)},
            },
        }
        self._places.append((0, 0, 0))
        for each, value in objects.items():
            self._write_object(each, _written(value))
        self._write_table(number)

    def _add(self, pdf: bytes, name: str, title: str) -> dict[bytes, Any]:
        part = _Part(pdf, len(self._places))
        catalog: dict[bytes, Any] = part.get(Ref(part.catalog))
        begin = len(self._places)
        # Two more than it has: what stands for it among the tags and the bookmarks.
        self._places += [(0, 0, 0)] * (part.size + 2)
        tag, bookmark = begin + part.size, begin + part.size + 1
        pages = part.get(catalog[b"/Pages"])[b"/Kids"]
        self._take_pages(part, pages, name)
        self._take_tags(part, catalog, tag, title)
        entry = _Entry(pages, Ref(tag), self._bookmark(part, catalog, bookmark, pages, title), bookmark)
        self._take_names(part, catalog, name)
        self._entries.append(entry)
        dropped = {part.catalog, catalog[b"/Pages"].number}
        dropped |= {
            value.number for key in (b"/StructTreeRoot", b"/Outlines") if isinstance(value := catalog[key], Ref)
        }
        for number, content in part.streams.items():
            self._write_object(number, content.rstrip(b"\n"))
        self._write_objects({each: data for each, data in part.objects.items() if each not in dropped})
        return catalog

    def _take_pages(self, part: _Part, pages: list[Ref], name: str) -> None:
        for reference in pages:
            page = part.get(reference)
            page[b"/Parent"] = Ref(_PAGES)
            if b"/StructParents" in page:
                page[b"/StructParents"] = int(page[b"/StructParents"]) + self._next_parent
            part.put(reference.number, page)
            for each in part.get(page.get(b"/Annots", [])):
                annotation = part.get(each)
                if b"/StructParent" in annotation:
                    annotation[b"/StructParent"] = int(annotation[b"/StructParent"]) + self._next_parent
                self._lead_within(part, annotation, name)
                part.put(each.number, annotation)

    @staticmethod
    def _lead_within(part: _Part, annotation: dict[bytes, Any], name: str) -> None:
        """Parts have the same names for their places: each link leads to that of its own part."""
        action = part.get(annotation.get(b"/A", {}))
        for holder, key in ((annotation, b"/Dest"), (action, b"/D")):
            target = holder.get(key)
            if isinstance(target, bytes) and target[:1] in b"(<":
                holder[key] = _as_text(f"{name}/{_text(target)}")
        if action:
            annotation[b"/A"] = action

    def _take_tags(self, part: _Part, catalog: dict[bytes, Any], tag: int, title: str) -> None:
        root = part.get(catalog[b"/StructTreeRoot"])
        kids = root[b"/K"] if isinstance(root[b"/K"], list) else [root[b"/K"]]
        for kid in kids:
            part.put(kid.number, part.get(kid) | {b"/P": Ref(tag)})
        about = {b"/Type": b"/StructElem", b"/S": b"/Part", b"/T": _as_text(title), b"/P": Ref(_WHOLE), b"/K": kids}
        part.put(tag, about)
        self._roles |= part.get(root.get(b"/RoleMap", {}))
        numbers = part.get(root[b"/ParentTree"])[b"/Nums"]
        keys = [int(each) for each in numbers[::2]]
        for key, tagged in zip(keys, numbers[1::2], strict=True):
            self._parents += [key + self._next_parent, tagged]
        self._next_parent += max(keys, default=-1) + 1

    @staticmethod
    def _bookmark(
        part: _Part, catalog: dict[bytes, Any], number: int, pages: list[Ref], title: str
    ) -> dict[bytes, Any]:
        """Closed, with those of the part below it."""
        root, count = part.get(catalog[b"/Outlines"]), 0
        following: Ref | None = root[b"/First"]
        while following is not None:
            below = part.get(following) | {b"/Parent": Ref(number)}
            part.put(following.number, below)
            following, count = below.get(b"/Next"), count + 1
        return {
            b"/Title": _as_text(title),
            b"/Parent": Ref(_BOOKMARKS),
            b"/First": root[b"/First"],
            b"/Last": root[b"/Last"],
            b"/Count": -count,
            b"/Dest": [pages[0], b"/Fit"],
        }

    def _take_names(self, part: _Part, catalog: dict[bytes, Any], name: str) -> None:
        names = part.get(catalog.get(b"/Names", {}))
        targets = part.get(part.get(names.get(b"/Dests", {})).get(b"/Names", []))
        for key, place in zip(targets[::2], targets[1::2], strict=True):
            self._targets.append((f"{name}/{_text(key)}", place))
        for file in part.get(catalog.get(b"/AF", [])):
            described = part.get(file)
            called = f"{name}-{_text(described[b'/UF'])}"
            part.put(file.number, described | {b"/F": _as_text(called), b"/UF": _as_text(called)})
            self._files.append((called, file))

    def _joined(self) -> dict[int, Any]:
        """What the parts have in common: pages, tags, bookmarks."""
        pages = [page for entry in self._entries for page in entry.pages]
        found: dict[int, Any] = {
            _PAGES: {b"/Type": b"/Pages", b"/Kids": pages, b"/Count": len(pages)},
            _STRUCTURE: {
                b"/Type": b"/StructTreeRoot",
                b"/K": [Ref(_WHOLE)],
                b"/ParentTree": {b"/Nums": self._parents},
                b"/ParentTreeNextKey": self._next_parent,
                b"/RoleMap": self._roles,
            },
            _WHOLE: {
                b"/Type": b"/StructElem",
                b"/S": b"/Document",
                b"/P": Ref(_STRUCTURE),
                b"/K": [entry.struct for entry in self._entries],
            },
            _BOOKMARKS: {
                b"/Type": b"/Outlines",
                b"/First": Ref(self._entries[0].bookmark_number),
                b"/Last": Ref(self._entries[-1].bookmark_number),
                b"/Count": len(self._entries),
            },
        }
        for at, entry in enumerate(self._entries):
            near = {b"/Prev": at - 1, b"/Next": at + 1}
            neighbours = {
                key: Ref(self._entries[to].bookmark_number) for key, to in near.items() if 0 <= to < len(self._entries)
            }
            found[entry.bookmark_number] = entry.bookmark | neighbours
        return found

    def _write(self, data: bytes) -> None:
        self.output.write(data)
        self._digest.update(data)
        self._position += len(data)

    def _write_object(self, number: int, data: bytes) -> None:
        self._places[number] = (1, self._position, 0)
        self._write(b"%d 0 obj\n%s\nendobj\n" % (number, data))

    def _write_objects(self, objects: dict[int, bytes]) -> None:
        """A part's small ones, in one stream."""
        heads, at = [], 0
        for number, data in objects.items():
            heads.append(b"%d %d" % (number, at))
            at += len(data) + 1
        head = b" ".join(heads) + b"\n"
        content = zlib.compress(head + b"\n".join(objects.values()))
        stream = len(self._places)
        self._places.append((0, 0, 0))
        for index, number in enumerate(objects):
            self._places[number] = (2, stream, index)
        self._write_stream(stream, {b"/Type": b"/ObjStm", b"/N": len(objects), b"/First": len(head)}, content)

    def _write_stream(self, number: int, about: dict[bytes, Any], content: bytes) -> None:
        about |= {b"/Filter": b"/FlateDecode", b"/Length": len(content) + 1}
        self._write_object(number, _written(about) + b"\nstream\n" + content + b"\n\nendstream")

    def _write_table(self, catalog: int) -> None:
        number = len(self._places)
        self._places.append((1, self._position, 0))
        begin = self._position
        table = b"".join(
            kind.to_bytes(1, "big") + where.to_bytes(5, "big") + index.to_bytes(3, "big")
            for kind, where, index in self._places
        )
        identifier = b"<" + self._digest.hexdigest().encode("ascii") + b">"
        about = {
            b"/Type": b"/XRef",
            b"/W": [1, 5, 3],
            b"/Size": number + 1,
            b"/Root": Ref(catalog),
            b"/ID": [identifier, identifier],
        }
        self._write_stream(number, about, zlib.compress(table))
        self._write(b"startxref\n%d\n%%%%EOF\n" % begin)


def _by_name(entries: list[tuple[str, Any]]) -> list[Any]:
    """A name tree is sorted, by the bytes that its keys are written in."""
    found: list[Any] = []
    for name, value in sorted(entries, key=lambda entry: entry[0].encode("utf-16-be")):
        found += [_as_text(name), value]
    return found

"""Files as nobody should send them, drawn: broken archives, odd workbooks, texts in no encoding; bodies with them."""

import datetime
import io
import struct
import zipfile
from typing import Any

from hypothesis import strategies as st
from openpyxl import Workbook

from audits.office.imports.columns import HEADINGS
from tests.matrix.hostile import MARKER

GOOD = [*HEADINGS.values()]
CELLS = st.one_of(
    st.sampled_from(
        [
            "", "1", "2", "UD-BEM", "UD-WOL", "UMSTW", "Żółć", "Jan", "01.03.2019", "2026-02-30", "45000", "9" * 40,
            "=cmd|'/C calc'!A0", "@SUM(A1)", "+48", MARKER, f'">{MARKER}', "a\0b", "\u202eodwrotnie", "\u0661\u0662",
            '"', 'otwarty "', "a;b", "a\nb", "\u00a0", "\ufffd", "e" + "\u0301" * 40, "#N/D!", "{{ 7 }}", "%(a)s",
        ]
    ),
    st.text(max_size=12),
)  # fmt: skip
HEADING_ROWS = st.one_of(
    st.just(GOOD),
    st.permutations(GOOD),
    st.lists(st.sampled_from([*GOOD, "Pokój", MARKER, "", "Numer\0osobowy"]), min_size=1, max_size=14),
    st.integers(1, 400).map(lambda extra: [*GOOD, *(f"Kolumna {n}" for n in range(extra))]),
)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=11), max_size=6)
# A name on a sheet that nobody sees.
HIDDEN = "Ukryta-Osoba"
MEGABYTE = "ą" * 500_000


@st.composite
def texts(draw: Any) -> bytes:
    """A CSV file: quoted or not, each line perhaps in another encoding, cut short, with a cell that never ends."""
    separator = draw(st.sampled_from([";", ";", ",", "\t"]))
    quoting = draw(st.sampled_from(["as it should be", "as it should be", "none", "not doubled"]))

    def line(cells: list[str]) -> str:
        if quoting == "as it should be":
            cells = [cell.replace('"', '""') for cell in cells]
        return separator.join(cells if quoting == "none" else [f'"{cell}"' for cell in cells])

    lines = [line(draw(HEADING_ROWS)), *(line(row) for row in draw(ROWS))]
    if draw(st.integers(0, 9)) == 0:
        lines.append(line(["1", "No", MEGABYTE, "UD-BEM"]))
    encodings = draw(
        st.sampled_from(
            [["utf-8"], ["utf-8-sig"], ["cp1250"], ["utf-16"], ["utf-16-le"], ["utf-8", "cp1250"], ["utf-7"]]
        )
    )
    ending = draw(st.sampled_from(["\r\n", "\n", "\r"]))
    if encodings == ["utf-16"]:
        content = ending.join(lines).encode("utf-16", "surrogatepass")
    else:
        parts = [
            (text + ending).encode(
                encodings[number % len(encodings)], "replace" if "cp1250" in encodings else "surrogatepass"
            )
            for number, text in enumerate(lines)
        ]
        content = b"".join(parts)
    return content[: len(content) - draw(st.sampled_from([0, 0, 1, 3]))]


VALUES = st.one_of(
    CELLS.map(lambda text: "".join(c for c in text if c >= " " and not 0xD800 <= ord(c) <= 0xDFFF)),
    st.integers(-(10**12), 10**15),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(datetime.date(1900, 1, 1), datetime.date(9999, 12, 31)),
    st.times(),
    st.timedeltas(datetime.timedelta(0), datetime.timedelta(days=900)),
    st.just("=1/0"),
)


@st.composite
def workbooks(draw: Any) -> bytes:
    """Dates as numbers, formulas without a value, merged cells, hidden sheets, hundreds of columns."""
    book = Workbook()
    book.active.title = "Pierwszy"
    if draw(st.booleans()):
        hidden = book.create_sheet("Ukryty", 0)
        hidden.sheet_state = draw(st.sampled_from(["hidden", "veryHidden"]))
        hidden.append(GOOD)
        hidden.append(["9", HIDDEN, "Osoba", "UD-BEM"])
    sheet = book["Pierwszy"]
    sheet.append([heading.replace("\0", "") for heading in draw(HEADING_ROWS)])
    for row in draw(st.lists(st.lists(VALUES, min_size=1, max_size=11), max_size=5)):
        sheet.append(row)
    for cells in draw(st.lists(st.sampled_from(["A2:D3", "B1:C1", "D1:E1", "F1:F2"]), unique=True, max_size=3)):
        sheet.merge_cells(cells)
    if draw(st.booleans()):
        sheet["A2"].number_format = draw(st.sampled_from(["00000", "General", "yyyy-mm-dd", "@", '"x"']))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


PARTS = ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml", "xl/sharedStrings.xml"]
ODD = st.one_of(
    st.binary(max_size=60),
    st.sampled_from(
        [
            b"", b"<worksheet/>", b"<a><b></a>", b"\xef\xbb\xbf<?xml version='1.0' encoding='utf-16'?><a/>",
            b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData>&b;</sheetData></worksheet>",
            b'<worksheet><sheetData><row r="x"><c r="??" t="s"><v>999999</v></c></row></sheetData></worksheet>',
            b"<a>" * 5000,
        ]
    ),
)  # fmt: skip


@st.composite
def archives(draw: Any) -> bytes:
    """A workbook with parts added, replaced, left out or said to be larger than they are; cut or with bytes flipped."""
    with zipfile.ZipFile(io.BytesIO(draw(workbooks()))) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    for name in draw(st.lists(st.sampled_from(PARTS), max_size=2)):
        parts[name] = draw(ODD)
    parts.pop(draw(st.sampled_from(["", *PARTS])), None)
    parts |= draw(st.sampled_from([{}, {"../../etc/x": b"y"}, {"xl/" + "a" * 300: b""}, {"C:\\x": b"", "xl/ż": b"z"}]))
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", draw(st.sampled_from([zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2]))) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    content = bytearray(written.getvalue())
    if draw(st.booleans()):
        # The size that the directory of the archive declares for its first part.
        at = content.find(b"PK\x01\x02")
        content[at + 24 : at + 28] = struct.pack("<I", draw(st.sampled_from([0, 1, 2**31, 2**32 - 1])))
    for _time in range(draw(st.sampled_from([0, 0, 1, 4]))):
        # Not of the archive's own length, which differs from time to time with the moment that is written into it.
        content[draw(st.integers(0, 2**16)) % len(content)] ^= draw(st.integers(1, 255))
    return bytes(content[: len(content) - draw(st.sampled_from([0, 0, 0, 5, 500]))])


CONTENTS = st.one_of(
    texts(),
    workbooks(),
    archives(),
    st.binary(max_size=300),
    st.binary(max_size=300).map(lambda some: b"PK\x03\x04" + some),
)


def in_every_cell(text: str) -> bytes:
    """A file with the text as each cell of a row that is good but for it, and as a heading."""
    row = ["7", "Nowak", "Ewa", "UD-BEM", "Urząd Dzielnicy Bemowo", "UMSTW", "referent", "2020-01-01", ""]
    rows = [[*row[:at], text, *row[at + 1 :], "x"] for at in range(len(row))]
    for at, cells in enumerate(rows[1:], start=1):
        cells[0] = str(at)
    return "\n".join(";".join(cells) for cells in [[*GOOD, text], *rows]).encode()


BOUNDARY = b"granica"
FILE_NAMES = st.sampled_from(
    [b"kadry.csv", b"kadry.xlsx", b"../../../etc/passwd", b"", MARKER.encode(), b"a\0b.csv", b"=cmd|x.csv", b"x" * 4000,
     "\u202efdp.exe".encode(), b"\xff\xfe", b'a"; name="on', b"a\r\nX-Evil: 1"]
)  # fmt: skip
DAYS = st.sampled_from([b"2026-03-01", b"", b"0001-01-01", b"9999-12-31", b"\0", b"\xff", MARKER.encode(), b"9" * 5000])


@st.composite
def bodies(draw: Any) -> bytes:
    """What a form with a file sends, and what none does: fields doubled, without a name, ill encoded, never ended."""

    def part(name: bytes, content: bytes, file_name: bytes | None = None) -> bytes:
        file = b'; filename="%s"' % file_name if file_name is not None else b""
        head = b'Content-Disposition: form-data; name="%s"%s' % (name, file)
        more = draw(
            st.sampled_from(
                [b"", b"\r\nContent-Type: text/csv", b"\r\nContent-Transfer-Encoding: base64", b"\r\nX: " + b"y" * 9000]
            )
        )
        return b"--%s\r\n%s%s\r\n\r\n%s\r\n" % (BOUNDARY, head, more, content)

    file = st.builds(part, st.sampled_from([b"file", b"file", b"file", b"f\0"]), CONTENTS, st.none() | FILE_NAMES)
    day = st.builds(part, st.sampled_from([b"on", b"on", b""]), DAYS)
    stray = st.builds(part, st.sampled_from([b"csrfmiddlewaretoken", b"x", b"\xed\xa0\x80"]), st.binary(max_size=30))
    parts = draw(st.lists(st.one_of(file, file, day, stray), max_size=4))
    return b"".join(parts) + draw(
        st.sampled_from([b"--%s--\r\n" % BOUNDARY, b"--%s--\r\n" % BOUNDARY, b"", b"--inna--"])
    )

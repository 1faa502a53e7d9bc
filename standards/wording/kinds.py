"""What a file is, told by its bytes: names of files say anything. Pure."""

import io
import zipfile
from enum import StrEnum

ARCHIVE = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = "WordDocument".encode("utf-16-le")
_LOOKED_AT = 4096
_ORDER_OF_BYTES_AND_SPACES = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_FAULTS_OF_ARCHIVES = (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, RuntimeError, EOFError)


class Kind(StrEnum):
    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    XML_TABLE = "xml"
    ODS = "ods"
    DOCX = "docx"
    DOC = "doc"
    ODT = "odt"
    OPEN_DOCUMENT = "opendocument"
    RTF = "rtf"
    PDF = "pdf"
    WEB_PAGE = "html"
    PROTECTED = "protected"
    ARCHIVE = "zip"
    DAMAGED = "damaged"


def kind_of(content: bytes) -> Kind | None:
    """None for what may be a text."""
    if content.startswith(_OLD_OFFICE):
        if _PROTECTED in content:
            return Kind.PROTECTED
        return Kind.DOC if _OLD_WORD in content else Kind.XLS
    if content.startswith(ARCHIVE):
        return _of_archive(content)
    beginning = content[:_LOOKED_AT].replace(b"\0", b"").lstrip(_ORDER_OF_BYTES_AND_SPACES).lower()
    if beginning.startswith(b"%pdf"):
        return Kind.PDF
    if beginning.startswith(rb"{\rtf"):
        return Kind.RTF
    if beginning.startswith(b"<"):
        if b"urn:schemas-microsoft-com:office:spreadsheet" in beginning:
            return Kind.XML_TABLE
        if any(mark in beginning for mark in (b"<html", b"<!doctype html", b"<table", b"<meta", b"<body")):
            return Kind.WEB_PAGE
    return None


def _of_archive(content: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            declared = archive.open("mimetype").read(200) if "mimetype" in names else b""
    except _FAULTS_OF_ARCHIVES:
        return Kind.DAMAGED
    if b"opendocument" in declared:
        of_text = b"opendocument.text" in declared
        return Kind.ODS if b"spreadsheet" in declared else Kind.ODT if of_text else Kind.OPEN_DOCUMENT
    if "xl/workbook.bin" in names:
        return Kind.XLSB
    if any(name.startswith("word/") for name in names):
        return Kind.DOCX
    is_workbook = "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names)
    return Kind.XLSX if is_workbook else Kind.ARCHIVE

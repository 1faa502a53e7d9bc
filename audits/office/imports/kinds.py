"""What a file is that cannot be read here, told by its bytes: names of files say anything."""

import io
import zipfile

from django.utils.translation import gettext as _

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
ARCHIVE = b"PK\x03\x04"
_LOOKED_AT = 4096


def told(content: bytes) -> str:
    """Which kind it is and what to do about it, one sentence; "" for a text or a workbook in XLSX."""
    if content.startswith(_OLD_OFFICE):
        if _PROTECTED in content:
            return _("This workbook is protected by a password: save it without one.")
        return _("This is a workbook of old Excel (.xls): open it and save it as XLSX.")
    if content.startswith(b"%PDF"):
        return _("This is a PDF: save the table as XLSX or CSV.")
    if content.startswith(ARCHIVE):
        return _of_archive(content)
    beginning = content[:_LOOKED_AT].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if beginning.startswith(b"<"):
        if b"urn:schemas-microsoft-com:office:spreadsheet" in beginning:
            return _("This is an XML table of Excel 2003: open it and save it as XLSX.")
        if any(mark in beginning for mark in (b"<html", b"<!doctype html", b"<table", b"<meta", b"<body")):
            return _(
                "This is a web page with a table, whatever its name says: open it in a spreadsheet, save it as XLSX."
            )
    return ""


def _of_archive(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            kind = archive.open("mimetype").read(200) if "mimetype" in names else b""
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, RuntimeError, EOFError):
        return _("The workbook is damaged.")
    if b"opendocument.spreadsheet" in kind:
        return _("This is an OpenDocument sheet (.ods): save it as XLSX or CSV.")
    if "xl/workbook.bin" in names:
        return _("This is a binary workbook (.xlsb): save it as XLSX.")
    if any(name.startswith("word/") for name in names) or b"opendocument" in kind:
        return _("This is a text document: save its table as XLSX or CSV.")
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        return _("The file is not an XLSX workbook.")
    return ""

"""What a file is that somebody gives for an annex and that is no text, and what to do about it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from standards.wording.kinds import Kind, kind_of

_KINDS = {
    Kind.XLSX: gettext_lazy("This is a workbook (.xlsx)"),
    Kind.XLSB: gettext_lazy("This is a binary workbook (.xlsb)"),
    Kind.XLS: gettext_lazy("This is a workbook of old Excel (.xls)"),
    Kind.XML_TABLE: gettext_lazy("This is an XML table of Excel 2003"),
    Kind.ODS: gettext_lazy("This is an OpenDocument sheet (.ods)"),
    Kind.DOCX: gettext_lazy("This is a Word document (.docx)"),
    Kind.DOC: gettext_lazy("This is a document of old Word (.doc)"),
    Kind.ODT: gettext_lazy("This is an OpenDocument text (.odt)"),
    Kind.OPEN_DOCUMENT: gettext_lazy("This is an OpenDocument file"),
    Kind.RTF: gettext_lazy("This is an RTF document"),
    Kind.WEB_PAGE: gettext_lazy("This is a web page"),
}


def told(content: bytes) -> str:
    """One sentence; "" for what may be a text."""
    kind = kind_of(content)
    if kind is None:
        return ""
    if kind is Kind.PDF:
        return _("This is a PDF: open it, copy its text and paste it below.")
    if kind is Kind.PROTECTED:
        return _("This document is protected by a password; open it, copy its text and paste it below.")
    if kind not in _KINDS:
        return _("This is an archive (.zip) or a damaged document; give the text that is in it.")
    return _("%(kind)s; open it and save it as plain text (.txt, UTF-8), or copy its text and paste it below.") % {
        "kind": _KINDS[kind]
    }

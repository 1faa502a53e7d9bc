"""What a file of staff is that cannot be read here, and what to do about it."""

from django.utils.translation import gettext as _

from standards.wording.kinds import ARCHIVE as ARCHIVE
from standards.wording.kinds import Kind, kind_of


def told(content: bytes) -> str:
    """One sentence; "" for a text or a workbook in XLSX."""
    match kind_of(content):
        case None | Kind.XLSX:
            return ""
        case Kind.PROTECTED:
            return _("This workbook is protected by a password: save it without one.")
        case Kind.XLS:
            return _("This is a workbook of old Excel (.xls): open it and save it as XLSX.")
        case Kind.PDF:
            return _("This is a PDF: save the table as XLSX or CSV.")
        case Kind.XML_TABLE:
            return _("This is an XML table of Excel 2003: open it and save it as XLSX.")
        case Kind.WEB_PAGE:
            return _(
                "This is a web page with a table, whatever its name says: open it in a spreadsheet, save it as XLSX."
            )
        case Kind.DAMAGED:
            return _("The workbook is damaged.")
        case Kind.ODS:
            return _("This is an OpenDocument sheet (.ods): save it as XLSX or CSV.")
        case Kind.XLSB:
            return _("This is a binary workbook (.xlsb): save it as XLSX.")
        case Kind.DOCX | Kind.DOC | Kind.ODT | Kind.OPEN_DOCUMENT | Kind.RTF:
            return _("This is a text document: save its table as XLSX or CSV.")
    return _("The file is not an XLSX workbook.")

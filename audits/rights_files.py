"""Who holds what as CSV and XLSX: every cell a text, so that no spreadsheet runs a name as a formula."""

import csv
import io
from collections.abc import Iterator, Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from audits.reports.tabulation import neutralised
from audits.rights import Right


def headings() -> list[str]:
    return [
        _("Account"),
        _("Name"),
        _("Role"),
        _("Department's code"),
        _("Department"),
        _("First day"),
        _("Last day"),
        _("Granted by"),
        _("Last sign-in"),
        _("Works there"),
        _("Remarks"),
    ]


def cells(right: Right) -> list[str]:
    one = right.appointment
    return [
        one.user.get_username(),
        one.user.get_full_name(),
        str(one.get_role_display()),
        one.department.code,
        one.department.name,
        one.since.isoformat(),
        one.last_day.isoformat() if one.last_day else "",
        str(one.granted_by or ""),
        timezone.localtime(one.user.last_login).strftime("%Y-%m-%d %H:%M") if one.user.last_login else "",
        "" if right.works_there is None else _("yes") if right.works_there else _("no"),
        "; ".join(right.remarks),
    ]


def to_csv(rights: Sequence[Right]) -> bytes:
    """As Polish spreadsheets read it: semicolons and a byte-order mark."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";")
    writer.writerows([neutralised(cell) for cell in line] for line in _lines(rights))
    return written.getvalue().encode("utf-8-sig")


def to_xlsx(rights: Sequence[Right]) -> bytes:
    # Takes a tenth of a second to import, and few processes ever need it.
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = _("Appointments")
    sheet.freeze_panes = "A2"
    for number, line in enumerate(_lines(rights), start=1):
        for column, text in enumerate(line, start=1):
            cell = sheet.cell(number, column, ILLEGAL_CHARACTERS_RE.sub("", text) or None)
            if cell.value is not None:
                # A text that begins with = would else be a formula; and stay one when somebody edits the cell.
                cell.data_type = "s"
                cell.quotePrefix = neutralised(text) != text
            if number == 1:
                cell.font = Font(bold=True)
    for column in range(1, len(headings()) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = 24
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _lines(rights: Sequence[Right]) -> Iterator[list[str]]:
    yield headings()
    yield from map(cells, rights)

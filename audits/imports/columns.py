"""The columns that an import understands, by the headings that offices give them, and the template with all of them."""

import csv
import io
from enum import StrEnum

from django.utils.translation import gettext as _

from standards.folding import fold


class Column(StrEnum):
    NUMBER = "number"
    LAST_NAME = "last_name"
    FIRST_NAME = "first_name"
    DEPARTMENT = "department"
    DEPARTMENT_NAME = "department_name"
    PARENT = "parent"
    POSITION = "position"
    SINCE = "since"
    UNTIL = "until"


# As the template writes them. In Polish whatever the portal's language: they are read back by these.
HEADINGS = {
    Column.NUMBER: "Numer osobowy",
    Column.LAST_NAME: "Nazwisko",
    Column.FIRST_NAME: "Imię",
    Column.DEPARTMENT: "Kod komórki",
    Column.DEPARTMENT_NAME: "Nazwa komórki",
    Column.PARENT: "Kod komórki nadrzędnej",
    Column.POSITION: "Stanowisko",
    Column.SINCE: "Zatrudniony od",
    Column.UNTIL: "Zatrudniony do",
}

_ALSO = {
    Column.NUMBER: ("nr osobowy", "numer pracownika", "nr pracownika", "numer ewidencyjny", "personnel number"),
    Column.LAST_NAME: ("last name", "surname"),
    Column.FIRST_NAME: ("imiona", "pierwsze imię", "first name"),
    Column.DEPARTMENT: ("kod komórki organizacyjnej", "kod jednostki", "department code"),
    Column.DEPARTMENT_NAME: (
        "nazwa komórki organizacyjnej",
        "komórka",
        "komórka organizacyjna",
        "nazwa jednostki",
        "department name",
    ),
    Column.PARENT: ("kod nadrzędnej", "kod komórki wyższej", "kod jednostki nadrzędnej", "parent code"),
    Column.POSITION: ("stanowisko służbowe", "job title"),
    Column.SINCE: ("zatrudniona od", "zatrudnienie od", "data zatrudnienia", "od", "employed since"),
    Column.UNTIL: ("zatrudniona do", "zatrudnienie do", "data zwolnienia", "do", "employed until"),
}

_BY_HEADING = {fold(heading): column for column, heading in HEADINGS.items()} | {
    fold(heading): column for column, headings in _ALSO.items() for heading in headings
}


def column_of(heading: str) -> Column | None:
    return _BY_HEADING.get(fold(heading).strip(" .:*"))


def explained() -> list[tuple[str, str]]:
    """Each heading with what belongs below it."""
    texts = {
        Column.NUMBER: _("Tells people apart. Empty in a row that only describes a department."),
        Column.LAST_NAME: _("Required where there is a personnel number."),
        Column.FIRST_NAME: _("Required where there is a personnel number."),
        Column.DEPARTMENT: _("Required in every row; tells departments apart."),
        Column.DEPARTMENT_NAME: _("Required for a new department; once is enough."),
        Column.PARENT: _("The department above it; empty at the top of the office, or to leave it as it is."),
        Column.POSITION: _("Empty leaves it as it is."),
        Column.SINCE: _(
            "First day: 2026-03-01, 01.03.2026 or a date of the spreadsheet. Empty: the day of the import."
        ),
        Column.UNTIL: _("Last day of work, inclusive. Empty: still employed."),
    }
    return [(HEADINGS[column], texts[column]) for column in Column]


def template_csv() -> bytes:
    """With a byte-order mark and semicolons, so that a Polish spreadsheet opens it as a table."""
    written = io.StringIO()
    csv.writer(written, delimiter=";").writerow(HEADINGS.values())
    return written.getvalue().encode("utf-8-sig")


def template_xlsx() -> bytes:
    # Takes a tenth of a second to import, and few processes ever need it.
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = _("Employees")
    sheet.append(list(HEADINGS.values()))
    sheet.freeze_panes = "A2"
    for index, column in enumerate(HEADINGS, start=1):
        sheet.cell(1, index).font = Font(bold=True)
        letter = get_column_letter(index)
        sheet.column_dimensions[letter].width = 26
        # As text, so that 00123 keeps its zeros.
        sheet.column_dimensions[letter].number_format = "yyyy-mm-dd" if column in (Column.SINCE, Column.UNTIL) else "@"
    help_sheet = book.create_sheet(_("Explanations"))
    for heading, text in explained():
        help_sheet.append([heading, text])
    help_sheet.column_dimensions["A"].width = 26
    help_sheet.column_dimensions["B"].width = 100
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()

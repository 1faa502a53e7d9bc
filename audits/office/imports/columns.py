"""The columns that an import understands, by the headings that offices give them, and the template with all of them."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext as _

from audits import exports
from audits.exports import Sheet, csv_bytes, xlsx_bytes
from standards.wording.folding import fold


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
    SERVES_CLIENTS = "serves_clients"
    # Both names in one column.
    LAST_FIRST = "last_first"
    FIRST_LAST = "first_last"


# What an office's own headings mean, by their key: None is a column that is left out.
Meanings = Mapping[str, Column | None]

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
    Column.SERVES_CLIENTS: "Obsługuje klientów",
}

# Not in the template, yet read; in place of the two.
COMBINED = {Column.LAST_FIRST: "Nazwisko i imię", Column.FIRST_LAST: "Imię i nazwisko"}

_ALSO = {
    Column.LAST_FIRST: ("nazwisko imię", "nazwisko, imię", "nazwisko i imiona", "pracownik"),
    Column.FIRST_LAST: ("imię nazwisko", "imiona i nazwisko"),
    Column.NUMBER: (
        "nr osobowy",
        "numer pracownika",
        "nr pracownika",
        "numer ewidencyjny",
        "personnel number",
        "pracownik numer",
    ),
    Column.LAST_NAME: ("last name", "surname"),
    Column.FIRST_NAME: ("imiona", "pierwsze imię", "first name"),
    Column.DEPARTMENT: (
        "kod komórki organizacyjnej",
        "kod jednostki",
        "department code",
        # Of a head in two rows.
        "komórka organizacyjna kod",
        "komórka kod",
        "jednostka organizacyjna kod",
        "jednostka kod",
    ),
    Column.DEPARTMENT_NAME: (
        "nazwa komórki organizacyjnej",
        "komórka",
        "komórka organizacyjna",
        "nazwa jednostki",
        "department name",
        "komórka organizacyjna nazwa",
        "komórka nazwa",
        "jednostka organizacyjna nazwa",
        "jednostka nazwa",
    ),
    Column.PARENT: (
        "kod nadrzędnej",
        "kod komórki wyższej",
        "kod jednostki nadrzędnej",
        "parent code",
        "komórka nadrzędna kod",
    ),
    Column.POSITION: ("stanowisko służbowe", "job title"),
    Column.SINCE: ("zatrudniona od", "zatrudnienie od", "data zatrudnienia", "od", "employed since"),
    Column.UNTIL: ("zatrudniona do", "zatrudnienie do", "data zwolnienia", "do", "employed until"),
    Column.SERVES_CLIENTS: ("obsługa klientów", "obsługuje interesantów", "serves clients"),
}

_BY_HEADING = {fold(heading): column for column, heading in (HEADINGS | COMBINED).items()} | {
    fold(heading): column for column, headings in _ALSO.items() for heading in headings
}


_LONGEST_KEY = 200


def heading_of(column: Column) -> str:
    return (HEADINGS | COMBINED)[column]


def key_of(heading: str) -> str:
    """A heading as it is known again, however it was typed."""
    return fold(heading[:_LONGEST_KEY]).strip(" .:*")[:_LONGEST_KEY]


def column_of(heading: str, meanings: Meanings | None = None) -> Column | None:
    """What the office has said of the heading, or else what it means everywhere."""
    key = key_of(heading)
    return meanings[key] if meanings and key in meanings else _BY_HEADING.get(key)


def explained() -> list[tuple[str, str]]:
    """Each heading with what belongs below it."""
    texts = {
        Column.NUMBER: _("Tells people apart. Empty in a row that only describes a department."),
        Column.LAST_NAME: _(
            "Required where there is a personnel number; or both names in one column “Nazwisko i imię”."
        ),
        Column.FIRST_NAME: _("Required where there is a personnel number."),
        Column.DEPARTMENT: _("Required in every row; tells departments apart."),
        Column.DEPARTMENT_NAME: _("Required for a new department; once is enough."),
        Column.PARENT: _("The department above it; empty at the top of the office, or to leave it as it is."),
        Column.POSITION: _("Empty leaves it as it is."),
        Column.SINCE: _(
            "First day: 2026-03-01, 01.03.2026 or a date of the spreadsheet. Empty: the day of the import."
        ),
        Column.UNTIL: _("Last day of work, inclusive. Empty: still employed."),
        Column.SERVES_CLIENTS: _(
            "“tak” or “nie”: whether a mystery shopper’s visit may have met the person. Empty leaves it as it is; new "
            "people do. A change holds from the day of the import."
        ),
    }
    return [(heading, texts[column]) for column, heading in HEADINGS.items()]


def template_csv() -> bytes:
    return csv_bytes(_columns(), ())


def template_xlsx() -> bytes:
    help_columns = (exports.Column(_("Column"), 26), exports.Column(_("What belongs there"), 100, wraps=True))
    return xlsx_bytes([Sheet(_("Employees"), _columns(), ()), Sheet(_("Explanations"), help_columns, explained())])


def _columns() -> list[exports.Column]:
    """As text, so that 00123 keeps its zeros."""
    days = (Column.SINCE, Column.UNTIL)
    return [
        exports.Column(heading, 26, exports.Kind.DAY if column in days else exports.Kind.LABEL)
        for column, heading in HEADINGS.items()
    ]

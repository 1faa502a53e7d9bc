"""A section of the report after page one: a heading, what explains its table, the table."""

from collections.abc import Sequence
from dataclasses import dataclass

from audits.reports.department.layout.tables import Table


@dataclass(frozen=True, slots=True)
class Part:
    """`key` is the address within the document; readers of a PDF hear it, so it is in Polish words.

    `legend` stands above the table, never below it, where it would be left alone on the next page. `says` stands in
    the table's place where there is none; `items` are a list after it. `starts_page` where it must not begin at
    the foot of another.
    """

    key: str
    heading: str
    legend: Sequence[str] = ()
    table: Table | None = None
    says: str = ""
    items: tuple[str, ...] = ()
    starts_page: bool = False

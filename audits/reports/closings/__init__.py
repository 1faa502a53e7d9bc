"""Granules closed for the whole office at once, and what reports of the general level are made of.

`granules` says how long they are, `office` reads the office as it stood in one, `versions` what its audits found;
`closing` and `supplement` write, `open_work` and `outlook` say beforehand what is still open and what will be seen,
`confirmation` whether that still holds; `overview` tells how far each granule of a year is;
`kept` reads closings back, and reaches no audit.
"""

from audits.reports.closings.closing import close_granule
from audits.reports.closings.confirmation import Changed, fingerprint_of_closing
from audits.reports.closings.granules import (
    SHIPPED_LENGTHS,
    due_granules,
    granules_preview,
    length_of,
    lengths_of,
    set_granule,
    set_granules,
)
from audits.reports.closings.open_work import OpenKind, OpenWork, open_before_closing
from audits.reports.closings.outlook import KeptOutlook, Outlook, OutlookRow, Shown, closing_preview, kept_outlook
from audits.reports.closings.overview import (
    GranuleRow,
    GranuleState,
    due_lately,
    granule_row,
    granules_of_year,
    open_granules,
    years_of_granules,
)
from audits.reports.closings.supplement import BlockChange, LaterChanges, later_changes, supplement_closing

__all__ = [
    "SHIPPED_LENGTHS",
    "BlockChange",
    "Changed",
    "GranuleRow",
    "GranuleState",
    "KeptOutlook",
    "LaterChanges",
    "OpenKind",
    "OpenWork",
    "Outlook",
    "OutlookRow",
    "Shown",
    "close_granule",
    "closing_preview",
    "due_granules",
    "due_lately",
    "fingerprint_of_closing",
    "granule_row",
    "granules_of_year",
    "granules_preview",
    "kept_outlook",
    "later_changes",
    "length_of",
    "lengths_of",
    "open_before_closing",
    "open_granules",
    "set_granule",
    "set_granules",
    "supplement_closing",
    "years_of_granules",
]

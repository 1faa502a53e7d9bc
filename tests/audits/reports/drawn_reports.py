"""Department's reports as long as real ones, made by drawing audits over the standards of 2016: no database, no clock.

The same seed gives the same report; the audits themselves are of drawn_audits.
"""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from audits.models.periods import Period, quarter, whole_year
from audits.reports.department.contents import (
    DepartmentReport,
    Level,
    UnitRow,
)
from audits.reports.headline import (
    METHODS,
    Found,
    LeftOut,
    UnitsBelow,
)
from tests.audits.reports.drawn_audits import Drawn, drawn_audits
from tests.audits.reports.drawn_figures import OFFICE, report

DISTRICT = "Urząd Dzielnicy Bemowo m.st. Warszawy"
UNITS = (
    ("UD-BEM-WAB", "Wydział Architektury i Budownictwa"),
    ("UD-BEM-WDG", "Wydział Działalności Gospodarczej i Zezwoleń"),
    ("UD-BEM-WOM", "Wydział Obsługi Mieszkańców"),
    ("UD-BEM-WZL", "Wydział Zasobów Lokalowych"),
)
_BUREAUS = (
    "Administracji i Spraw Obywatelskich",
    "Architektury i Planowania Przestrzennego",
    "Edukacji",
    "Geodezji i Katastru",
    "Kadr i Szkoleń",
    "Kultury",
    "Mienia Miasta",
    "Ochrony Środowiska",
    "Organizacji Urzędu",
    "Podatków i Egzekucji",
    "Polityki Lokalowej",
    "Pomocy i Projektów Społecznych",
)
_DISTRICTS = (
    "Bemowo",
    "Białołęka",
    "Bielany",
    "Mokotów",
    "Ochota",
    "Praga-Południe",
    "Praga-Północ",
    "Rembertów",
    "Śródmieście",
    "Targówek",
    "Ursus",
    "Ursynów",
    "Wawer",
    "Wesoła",
    "Wilanów",
    "Włochy",
    "Wola",
    "Żoliborz",
)
WHOLE_OFFICE_UNITS = (
    *((f"B-{place:02}", f"Biuro {name}") for place, name in enumerate(_BUREAUS)),
    *((f"UD-{place:02}", f"Urząd Dzielnicy {name} m.st. Warszawy") for place, name in enumerate(_DISTRICTS)),
)

# Method and channel: how many audits in a quarter.
SHOPPERS_OF_DISTRICT = {("mystery", "counter"): 20, ("mystery", "phone"): 20}
DISTRICT_QUARTER = {
    ("mystery", "counter"): 20,
    ("mystery", "phone"): 20,
    ("mystery", "email"): 5,
    ("observation", "counter"): 9,
    ("observation", "phone"): 3,
    ("documents", "email"): 3,
    ("documents", "letter"): 3,
}
SMALL_UNIT_QUARTER = {("mystery", "counter"): 3, ("mystery", "phone"): 2, ("observation", "counter"): 3}
OFFICE_QUARTER = {
    ("mystery", "counter"): 140,
    ("mystery", "phone"): 70,
    ("mystery", "email"): 24,
    ("observation", "counter"): 70,
    ("observation", "phone"): 20,
    ("documents", "email"): 14,
    ("documents", "letter"): 18,
}


def _drawing(numbers: dict[tuple[str, str], int], units: Sequence[str]) -> Callable[[Period], list[Drawn]]:
    """Audits of a quarter by its own seed; a year's are those of its quarters."""

    @cache
    def of(period: Period) -> list[Drawn]:
        if period.kind != "year":
            return drawn_audits(numbers, units, f"{units[0]} {period.code}", better=0.01)
        return [audit for number in (1, 2, 3, 4) for audit in of(quarter(period.first_day.year, number))]

    return of


@cache
def quarter_of_district() -> DepartmentReport:
    """As shipped: shopping is closed by quarter, the other methods by year; one unit has too few people."""
    audits_of = _drawing(SHOPPERS_OF_DISTRICT, [code for code, _name in UNITS])
    found = report(quarter(2026, 3), audits_of, code="UD-BEM", name=DISTRICT, units=UNITS)
    by_year = tuple(Found(method, absence="longer_granule", granule="year") for method in METHODS[1:])
    columns = tuple(replace(column, found=(*column.found[:1], *by_year)) for column in found.trend.columns)
    left_out = (LeftOut(unit="Wydział Kultury"),)
    return replace(
        found,
        headline=replace(found.headline, found=(*found.headline.found, *by_year), left_out=left_out),
        trend=replace(found.trend, columns=columns),
        units=(*found.units, UnitRow(("UD-BEM-WKU",), ("Wydział Kultury",), few_people=True)),
        facts=replace(found.facts, methods=(replace(found.facts.methods[0], left_out=left_out),)),
    )


@cache
def year_of_district() -> DepartmentReport:
    audits_of = _drawing(DISTRICT_QUARTER, [code for code, _name in UNITS])
    return report(whole_year(2025), audits_of, code="UD-BEM", name=DISTRICT, units=UNITS)


@cache
def quarter_of_small_unit() -> DepartmentReport:
    audits_of = _drawing(SMALL_UNIT_QUARTER, ["UD-BEM-WOM"])
    return report(quarter(2026, 3), audits_of, code="UD-BEM-WOM", name="Wydział Obsługi Mieszkańców")


@cache
def year_of_office() -> DepartmentReport:
    audits_of = _drawing(OFFICE_QUARTER, [code for code, _name in WHOLE_OFFICE_UNITS])
    units = WHOLE_OFFICE_UNITS
    return report(whole_year(2025), audits_of, code="UMSTW", name=OFFICE, units=units, has_parent=False)


@cache
def without_audits() -> DepartmentReport:
    return report(whole_year(2025), lambda period: [], code="UD-BEM-WKU", name="Wydział Kultury")


@cache
def longest_first_page() -> DepartmentReport:
    """A name of two lines, level full, three methods, three rows to work on, breaches, units below, parts left out."""
    found = year_of_district()
    headline = replace(
        found.headline,
        breaches=22,
        units_below=UnitsBelow(tuple(name for _code, name in UNITS), 5),
        left_out=(LeftOut(unit="Wydział Kultury"), LeftOut(channel="email"), LeftOut(period=quarter(2025, 2))),
        not_closed=(quarter(2025, 3), quarter(2025, 4)),
        to_work_on=tuple(replace(each, row=replace(each.row, refrain=True)) for each in found.headline.to_work_on),
    )
    return replace(
        found,
        department_name="Biuro Architektury i Planowania Przestrzennego oraz Polityki Lokalowej i Rewitalizacji",
        level=Level(
            "full",
            "przygotowanie szkoleń dla pracowników obsługi klienta",
            datetime.datetime(2026, 1, 15, 10, 0, tzinfo=datetime.UTC),
        ),
        headline=headline,
    )


@cache
def quarter_at_level_full() -> DepartmentReport:
    """Everything, live: the longest that a quarter gets."""
    audits_of = _drawing(DISTRICT_QUARTER, [code for code, _name in UNITS])
    level = Level("full", "dobór tematów szkoleń", datetime.datetime(2026, 10, 15, 10, 0, tzinfo=datetime.UTC))
    return report(quarter(2026, 3), audits_of, code="UD-BEM", name=DISTRICT, units=UNITS, level=level)


@cache
def longer_than_any_first_page() -> DepartmentReport:
    """More than an office has: a name of three lines, a purpose of three, breaches, long names of units."""
    found = longest_first_page()
    name = " oraz ".join(["Wydział Obsługi Mieszkańców i Spraw Obywatelskich", "Wydział Działalności Gospodarczej"] * 2)
    below = UnitsBelow(tuple(f"Wydział Działalności Gospodarczej i Zezwoleń {each}" for each in "ABCD"), 5)
    purpose = "przygotowanie planu szkoleń dla pracowników obsługi klienta w roku następnym oraz rozmowa o nim"
    return replace(
        found,
        department_name=name[:140],
        level=replace(found.level, purpose=f"{purpose}, {purpose}"[:180]),
        headline=replace(found.headline, units_below=below),
    )


CASES: dict[str, Callable[[], DepartmentReport]] = {
    "quarter_of_district": quarter_of_district,
    "year_of_district": year_of_district,
    "quarter_of_small_unit": quarter_of_small_unit,
    "year_of_office": year_of_office,
    "without_audits": without_audits,
}

"""The demo office's departments: Warsaw's districts and some bureaus, with invented units (fixtures/demo)."""

import csv
import datetime
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from audits.models import Department
from audits.office.departments import add_department, close_department

ROOT = "UMSTW"
FIXTURES: Path = settings.BASE_DIR / "fixtures" / "demo"
BEGINNING = datetime.date(2003, 1, 1)

# During the two years: one unit was set up and another one was closed, its people going over to a third.
SET_UP_LATE = "UD-MOK-WOS"
CLOSED, TAKEN_OVER_BY = "UD-WOL-WDG", "UD-WOL-WOM"


@dataclass(frozen=True, slots=True)
class Unit:
    """One department of the office as listed; `service` is front (counters first), back (desks, letters) or none."""

    code: str
    parent: str
    name: str
    service: str
    posts: int

    @property
    def is_district(self) -> bool:
        return self.code.startswith("UD-") and self.parent == ROOT

    @property
    def branch(self) -> str:
        """The code of the district office or bureau that it belongs to."""
        return self.code if self.parent == ROOT else self.parent


@dataclass(frozen=True, slots=True)
class Period:
    """The two years and a little of the demo: first and last day."""

    start: datetime.date
    end: datetime.date

    @classmethod
    def until(cls, end: datetime.date) -> "Period":
        """Eight whole quarters and what has passed of the current one, up to that day."""
        first_month = (end.month - 1) // 3 * 3 + 1
        return cls(datetime.date(end.year - 2, first_month, 1), end)

    def day(self, share: float) -> datetime.date:
        """The day when that share (0 to 1) of the period is over."""
        return self.start + datetime.timedelta(days=round(share * (self.end - self.start).days))

    @property
    def set_up_on(self) -> datetime.date:
        return self.day(0.3)

    @property
    def closed_on(self) -> datetime.date:
        return self.day(0.65)


def read(name: str) -> list[dict[str, str]]:
    with (FIXTURES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def units() -> list[Unit]:
    """All departments, each after its parent."""
    return [
        Unit(row["code"], row["parent"], row["name"], row["service"], int(row["posts"]))
        for row in read("departments.csv")
    ]


def build(listed: list[Unit], period: Period) -> dict[str, Department]:
    built: dict[str, Department] = {}
    for unit in listed:
        built[unit.code] = add_department(
            code=unit.code,
            name=unit.name,
            parent=built.get(unit.parent),
            since=period.set_up_on if unit.code == SET_UP_LATE else BEGINNING,
        )
    return built


def close(built: dict[str, Department], period: Period) -> None:
    """After its people have gone."""
    close_department(department=built[CLOSED], on=period.closed_on)

"""Small offices and their audits, for tests that know what comes out."""

import itertools
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from audits.figures.disclosure import (
    MYSTERY,
    Audit,
    Closing,
    Contents,
    Granule,
    Length,
    Office,
    Place,
    Post,
    close,
    contents_of,
    granule_of,
    granules_of,
    office_in,
)

Q1, Q2, Q3, Q4 = (granule_of(date(2025, month, 1), Length.QUARTER) for month in (1, 4, 7, 10))
H1, YEAR = granule_of(Q1.first, Length.HALF_YEAR), granule_of(Q1.first, Length.YEAR)
LONG_AGO = date(2000, 1, 1)
LATER = date(2026, 3, 1)

_numbers = itertools.count(1)


def by_number(unit: int) -> int:
    return unit


def standing(tree: Mapping[int, int | None]) -> list[Place]:
    return [Place(unit, parent, LONG_AGO) for unit, parent in tree.items()]


def employed(staff: Mapping[int, Iterable[int]]) -> list[Post]:
    return [Post(person, unit, LONG_AGO) for unit, people in staff.items() for person in people]


def an_office(
    tree: Mapping[int, int | None], staff: Mapping[int, Iterable[int]] | None = None, granule: Granule = Q2
) -> Office:
    return office_in(granule, standing(tree), employed(staff or {}), by_number)


def visits(unit: int, count: int = 1, **fields: Any) -> list[Audit]:
    """Of a mystery shopper, at the counter."""
    given = {"method": MYSTERY, "channel": "counter", "edition": 1, "granule": Q2} | fields
    return [Audit(id=next(_numbers), unit=unit, **given) for _ in range(count)]


def observed(unit: int, people: Iterable[int | None], **fields: Any) -> list[Audit]:
    """One observation of each of these people."""
    given = {"method": "observation", "channel": "counter", "edition": 1, "granule": Q2} | fields
    return [Audit(id=next(_numbers), unit=unit, person=person, **given) for person in people]


def closed(office: Office, audits: Iterable[Audit], **fields: Any) -> Closing:
    audits = list(audits)
    return close(office, audits, **{"method": audits[0].method, "on": LATER} | fields)


def report(
    closings: Iterable[Closing], unit: int, period: Granule = Q2, length: Length = Length.QUARTER, **fields: Any
) -> Contents:
    closings = list(closings)
    given = {"method": closings[0].method, "expected": granules_of(period, length), "order": by_number} | fields
    return contents_of(closings, unit=unit, period=period, **given)


def ids(audits: Iterable[Audit]) -> set[int]:
    return {audit.id for audit in audits}


def told(contents: Contents) -> set[int]:
    """The versions whose answers a report adds."""
    return {audit.id for block in contents.blocks for audit in block.audits}

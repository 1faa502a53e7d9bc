"""The list of what a scan got wrong: each correction is one row, and nothing else is corrected."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from standards.annex import parse_annex

COLUMNS = ["where", "as_scanned", "as_corrected", "why"]


class ErrataError(ValueError):
    """A row that does not fit the text."""


@dataclass(frozen=True)
class Erratum:
    """`where` is a place as `Annex.places` names it; `as_scanned` stands there exactly once."""

    where: str
    as_scanned: str
    as_corrected: str
    why: str


def read_errata(text: str) -> list[Erratum]:
    """The rows of the CSV, in its order."""
    rows = csv.DictReader(io.StringIO(text), strict=True)
    if rows.fieldnames != COLUMNS:
        raise ErrataError(f"the columns of the errata are {', '.join(COLUMNS)}")
    errata = []
    for row in rows:
        values = [row[column] for column in COLUMNS]
        if None in row or not all(values) or row["as_scanned"] == row["as_corrected"]:
            raise ErrataError(f"errata, line {rows.line_num}: each row says where, what, its correction and why")
        errata.append(Erratum(*values))
    return errata


def corrected(source: str, errata: Sequence[Erratum]) -> str:
    """The source with every erratum applied once, at its place and nowhere else."""
    places = parse_annex(source).places()
    lines = source.split("\n")
    for erratum in errata:
        if erratum.where not in places:
            raise ErrataError(f"{erratum.where}: no such place")
        numbers = places[erratum.where]
        found = [number for number in numbers for _ in range(lines[number - 1].count(erratum.as_scanned))]
        if len(found) != 1:
            raise ErrataError(f"{erratum.where}: “{erratum.as_scanned}” stands there {len(found)} times, not once")
        lines[found[0] - 1] = lines[found[0] - 1].replace(erratum.as_scanned, erratum.as_corrected)
    return "\n".join(lines)

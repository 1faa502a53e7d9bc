"""Prints a large invented office as a table to import: `python -m tests.load.large_office 8000 60 > office.csv`.

A third number shifts it: so many people leave, as many come, everybody has another job title, half another unit.
"""

import csv
import sys

from audits.office.imports.columns import HEADINGS


def main(people: int, departments: int, shift: int = 0) -> None:
    writer = csv.writer(sys.stdout, delimiter=";")
    writer.writerow(HEADINGS.values())
    for number in range(departments):
        writer.writerow(["", "", "", f"D{number:03}", f"Wydział {number}", "D000" if number else "", "", "", ""])
    for number in range(shift, people + shift):
        moves = 1 if shift and number % 2 else 0
        unit = 1 + (number + moves) % (departments - 1)
        since = f"{1 + number % 28:02}.{1 + number % 12:02}.{2010 + number % 15}"
        position = "referent" if shift else "inspektor"
        writer.writerow([f"{number:06}", f"Żółwik{number % 977}", "Łucja", f"D{unit:03}", "", "", position, since, ""])


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

"""What the reports of all departments show at the general level: units, areas, standards and rows, blank cells, pages.

    .venv/bin/python -m tests.load.reports_shown 2026Q2 2025
    .venv/bin/python -m tests.load.reports_shown 2026Q2 2025 --pages

Reads the database that the environment names (`make setup` fills one with the demo office) and writes nothing. A unit
is a department with nobody below it that serves clients; its people are those who were there all of the period and
serve clients. With `--pages` every report is typeset, which takes minutes.
"""

import argparse
import os
import sys
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CROWD = 5
MOST_BLANK = 1 / 3


def people_of(period: Any) -> Counter[int]:
    """By unit."""
    from django.db.models import Q

    from audits.models import Employment

    there = Employment.objects.filter(
        Q(until__isnull=True) | Q(until__gt=period.last_day), since__lte=period.first_day, serves_clients=True
    )
    return Counter(there.values_list("department", flat=True))


def audited_in(period: Any) -> Counter[tuple[int, str]]:
    """By unit and method: how many audits count."""
    from audits.models import Audit

    audits = Audit.objects.counted().filter(took_place_at__gte=period.start, took_place_at__lt=period.end)
    return Counter(audits.order_by().values_list("department", "method"))


def share(part: int, whole: int) -> str:
    return f"{part} of {whole}" + (f" ({100 * part / whole:.0f}%)" if whole else "")


class Seen:
    """Adds up one period's reports."""

    def __init__(self, period: Any) -> None:
        self.people, self.audits = people_of(period), audited_in(period)
        self.units: Counter[tuple[str, str]] = Counter()
        self.cells: Counter[tuple[str, str]] = Counter()
        self.blank: dict[str, list[tuple[float, str]]] = {}
        self.pages: dict[str, int] = {}
        self.audits_in: Counter[str] = Counter()

    def add(self, department: Any, is_unit: bool, report: Any, shown: Any) -> None:
        for found in report.headline.found:
            if is_unit:
                self._add_unit(department, found)
        self.audits_in[department.code] = sum(found.audits for found in report.headline.found)
        for kind, rows in (("areas", report.areas), ("standards", report.standards)):
            self._add_cells(kind, (cell for row in rows for cell in row.cells))
        for standard in report.standards:
            for row in standard.recommendations:
                for figure in row.figures:
                    self.cells["rows", "rated"] += bool(figure.rated)
                    self.cells["rows", "shown"] += bool(figure.interval)
        for part in shown.parts:
            if part.table:
                cells = [
                    one for body in part.table.bodies for row in body for one in row.cells if one.classes != "field"
                ]
                empty = sum(not one.text for one in cells) / len(cells) if cells else 0
                self.blank.setdefault(part.key, []).append((empty, department.code))

    def _add_unit(self, department: Any, found: Any) -> None:
        has = self.audits[department.pk, found.method]
        for group in ("all", f"of {CROWD} and more")[: 1 + (self.people[department.pk] >= CROWD)]:
            key = f"{found.method}, units {group}"
            self.units[key, "with audits"] += bool(has)
            self.units[key, "shown"] += bool(has and found.audits)
            self.units[key, "scored"] += bool(has and found.scored)

    def _add_cells(self, kind: str, cells: Any) -> None:
        for cell in cells:
            self.cells[kind, "rated"] += bool(cell.rated)
            self.cells[kind, "shown"] += bool(cell.scored)

    def lines(self) -> list[str]:
        told = []
        for key in dict.fromkeys(key for key, _ in self.units):
            audited = self.units[key, "with audits"]
            told.append(
                f"{key} with audits: shown {share(self.units[key, 'shown'], audited)}, "
                f"with a score {share(self.units[key, 'scored'], audited)}"
            )
        told += [
            f"{kind} with a score of what was rated: {share(self.cells[kind, 'shown'], self.cells[kind, 'rated'])}"
            for kind in ("areas", "standards", "rows")
        ]
        for key, found in self.blank.items():
            worst, code = max(found)
            over = sum(each >= MOST_BLANK for each, _code in found)
            told.append(
                f"blank cells in {key}: {100 * sum(each for each, _ in found) / len(found):.0f}% on average, "
                f"at most {100 * worst:.0f}% ({code}); a third or more in {over} of {len(found)}"
            )
        if self.pages:
            told.append(f"pages: {sum(self.pages.values())} in {len(self.pages)} reports")
            for number, times in sorted(Counter(self.pages.values()).items()):
                longest = [code for code, pages in self.pages.items() if pages == number]
                told.append(f"  {number} pages: {times} ({', '.join(longest[:4])}{' …' if len(longest) > 4 else ''})")
        return told


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("periods", nargs="+", help="2026Q2, 2026H1 or 2025")
    arguments.add_argument("--pages", action="store_true", help="typeset every report and count its pages")
    arguments.add_argument("--of", nargs="*", metavar="CODE", help="of these departments alone")
    given = arguments.parse_args()

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "standards_portal.settings")
    import django

    django.setup()
    import pikepdf
    from django.utils import translation

    from audits.models import Department, periods
    from audits.reports.department.layout import laid
    from audits.reports.department.report import department_report
    from audits.reports.documents import department_pdf

    for text in given.periods:
        period = periods.parse(text)
        seen = Seen(period)
        departments = Department.objects.filter(pk__in=Department.objects.open_on(period.last_day)).order_by("code")
        with translation.override("pl"):
            for department in departments.filter(code__in=given.of) if given.of else departments:
                report = department_report(department, period)
                is_unit = not department.children.exists() and seen.people[department.pk] > 0
                seen.add(department, is_unit, report, laid(report))
                if given.pages:
                    with pikepdf.open(BytesIO(department_pdf(report))) as opened:
                        seen.pages[department.code] = len(opened.pages)
        print(f"{period.code}: {len(departments)} departments")  # noqa: T201
        for line in seen.lines():
            print(f"  {line}")  # noqa: T201


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()

"""What the reports of all departments cost as PDF: seconds by page, and the memory of the two processes that make them.

    .venv/bin/python -m tests.load.all_reports 2025
    .venv/bin/python -m tests.load.all_reports 2025 --every 4

Reads the database that the environment names (`make setup` fills one with the demo office). Makes what
`manage.py department_report --all` makes, one report after another, as it does: this process takes the figures and the
markup together, the other, which has loaded the typesetting library, forks itself for each document. With `--every 4`
each fourth department alone, from the one with most pages to those with few.
"""

import argparse
import os
import resource
import sys
import time
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def fit(points: list[tuple[int, float]]) -> tuple[float, float, float]:
    """Least squares of seconds by pages: seconds a document, seconds a page, and the share of the spread explained."""
    n = len(points)
    x, y = (sum(each[k] for each in points) / n for k in (0, 1))
    across = sum((pages - x) ** 2 for pages, _ in points)
    slope = sum((pages - x) * (seconds - y) for pages, seconds in points) / across
    left = sum((seconds - y - slope * (pages - x)) ** 2 for pages, seconds in points)
    return y - slope * x, slope, 1 - left / sum((seconds - y) ** 2 for _, seconds in points)


def spent_by(pid: int) -> float:
    """Seconds of CPU of a process and of its children that have ended."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("period", help="2026Q3, 2026H1 or 2025")
    arguments.add_argument("--every", type=int, default=1)
    given = arguments.parse_args()

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "standards_portal.settings")
    import django

    django.setup()
    import pikepdf
    from django.utils import translation

    from audits.models import Department, periods
    from audits.reports.department.report import department_report
    from audits.reports.documents import department_pdf
    from standards.typesetting import pdf

    period = periods.parse(given.period)
    pdf.keep_warm()
    typesetter = pdf._warm
    assert typesetter is not None
    departments = Department.objects.filter(pk__in=Department.objects.open_on(period.last_day)).order_by("code")
    points: list[tuple[int, float]] = []
    figures = 0.0
    with translation.override("pl"):
        reports = (department_report(department, period) for department in departments[:: given.every])
        while True:
            before = time.process_time()
            report = next(reports, None)
            if report is None:
                break
            figures += time.process_time() - before
            if not any(found.audits for found in report.headline.found):
                continue
            before = time.process_time()
            running = typesetter._process.pid if typesetter._process else None
            spent = spent_by(running) if running else 0.0
            document = department_pdf(report)
            assert typesetter._process is not None
            seconds = time.process_time() - before + spent_by(typesetter._process.pid) - spent
            with pikepdf.open(BytesIO(document)) as opened:
                pages = len(opened.pages)
            # The first of all loads the library too.
            if running:
                points.append((pages, seconds))
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    typesetter.stop()
    theirs = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    in_all, spent = sum(pages for pages, _ in points), sum(seconds for _, seconds in points)
    start, page, explained = fit(points)
    print(f"{len(points)} reports, {in_all} pages: {spent:.0f} s of CPU, and {figures:.0f} s for figures")  # noqa: T201
    print(f"{start:.2f} s a report and {page:.3f} s a page; a straight line explains {100 * explained:.0f}%")  # noqa: T201
    print(f"at most {own:.0f} MB in the process with the figures, {theirs:.0f} MB in that which typesets")  # noqa: T201


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()

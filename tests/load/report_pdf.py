"""How long a department's report takes, in CPU seconds, and how that compares to the plain library on the same HTML.

    .venv/bin/python tests/load/report_pdf.py UD-BEM 2025

Reads the database that the environment names (`make setup` fills one with the demo office) and writes nothing. The
library is run as its documentation says: one `write_pdf()` with the same style sheets, in a process of its own, first
with its defaults and then with the tags and the archive profile that our PDF has.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path

import pikepdf

ROOT = Path(__file__).resolve().parents[2]
PLAIN = """
import sys
from weasyprint import CSS, HTML
html, static, *sheets = sys.argv[1:]
options = {"pdf_variant": sheets.pop()} if sheets[-1].startswith("pdf/") else {}
HTML(filename=html, base_url=static).write_pdf(html + ".pdf", stylesheets=[CSS(sheet) for sheet in sheets], **options)
"""


def cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def plainly(html: str, static: Path, sheets: list[str], *variant: str) -> float:
    """CPU seconds of the plain library, its start included."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        page.write_text(html, encoding="utf-8")
        before = cpu_of_children()
        command = [sys.executable, "-c", PLAIN, str(page), str(static), *sheets, *variant]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        return cpu_of_children() - before


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("department", help="code of the department, such as UD-BEM")
    arguments.add_argument("period", help="2026Q3, 2026H1, 2026 or 2026-01-01..2026-03-31")
    given = arguments.parse_args()

    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "standards_portal.settings")
    import django

    django.setup()
    from django.db import connection
    from django.template.loader import render_to_string
    from django.test.utils import CaptureQueriesContext
    from django.utils import translation

    from audits.models import Department, periods
    from audits.reports.department.layout import laid
    from audits.reports.department.report import department_report
    from standards.typesetting.pdf import STATIC_ROOT, STYLESHEETS, render_pdf

    with translation.override("pl"):
        department = Department.objects.get(code=given.department)
        started, clock = time.process_time(), time.monotonic()
        with CaptureQueriesContext(connection) as queries:
            report = department_report(department, periods.parse(given.period))
        figures = time.process_time() - started
        started = time.process_time()
        html = render_to_string("audits/reports/department_report_pdf.html", {"laid": laid(report)})
        template = time.process_time() - started
        before = cpu_of_children()
        document = render_pdf(html, title="Report", as_of=report.as_of)
        ours, elapsed = cpu_of_children() - before, time.monotonic() - clock
    sheets = [str(STATIC_ROOT / sheet) for sheet in STYLESHEETS]
    stock = plainly(html, STATIC_ROOT, sheets)
    conforming = plainly(html, STATIC_ROOT, sheets, "pdf/a-3a")
    audits = sum(found.audits for found in report.headline.found)
    with pikepdf.open(BytesIO(document)) as opened:
        print(f"{audits} audits, {len(queries)} queries, {len(opened.pages)} pages")  # noqa: T201
    print(f"figures {figures:.2f} s, template {template:.2f} s, PDF {ours:.2f} s of CPU; {elapsed:.1f} s by the clock")  # noqa: T201
    print(f"plain library {stock:.2f} s: ratio {ours / stock:.2f}")  # noqa: T201
    print(f"plain library, tagged and archivable {conforming:.2f} s: ratio {ours / conforming:.2f}")  # noqa: T201


if __name__ == "__main__":
    main()

"""What typesetting a drawn report costs in CPU seconds, against an empty page, the plain library and an older layout.

    .venv/bin/python -m tests.load.typesetting year_of_district
    .venv/bin/python -m tests.load.typesetting year_of_district --against OLD.html --styles OLD/static

No database is read: the report is one of tests/audits/reports/drawn_reports. `--against` is the document that another
version of the portal would have typeset (its HTML, saved) and `--styles` the folder of that version's style sheets.
Documents take turns, and the least of each one's rounds counts, so that a busy machine spoils neither. What an empty
page costs is the start of the process and of the library; "without the start" is what is left. "Warm" is what a worker
pays for each document once it keeps a process that has loaded the library. Memory is the most that any process took
which was started for one document of ours.
"""

import argparse
import atexit
import os
import resource
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EMPTY = '<!DOCTYPE html><html lang="pl"><head><meta charset="utf-8"><title>–</title></head><body><p>–</p></body></html>'


def cpu_of(work: Callable[[], object]) -> float:
    """CPU seconds of the processes that this starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def warmly(typeset: Callable[[], object]) -> Callable[[], float]:
    """CPU seconds of a document in a worker that keeps the library loaded; to a hundredth, as the system counts."""
    from standards.typesetting import pdf

    warm = pdf._Warm()
    atexit.register(warm.stop)

    def spent() -> float:
        assert warm._process is not None
        fields = Path(f"/proc/{warm._process.pid}/stat").read_text().rpartition(")")[2].split()
        # Its own and its ended children's, in the user's and the system's time.
        return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")

    def work() -> float:
        pdf._warm = warm
        try:
            if warm._process is None:
                typeset()
            before = spent()
            typeset()
            return spent() - before
        finally:
            pdf._warm = None

    return work


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("report", help="a case of tests/audits/reports/drawn_reports, such as year_of_district")
    arguments.add_argument("--against", type=Path, metavar="OLD.html", help="the HTML of another version's document")
    arguments.add_argument("--styles", type=Path, metavar="FOLDER", help="that version's folder static")
    arguments.add_argument("--rounds", type=int, default=5)
    given = arguments.parse_args()

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "standards_portal.settings")
    os.environ.setdefault("SECRET_KEY", "load")
    os.environ.setdefault("DATABASE_URL", "sqlite:///:memory:")
    import django

    django.setup()
    import pikepdf
    from django.template.loader import render_to_string
    from django.utils import translation

    from audits.reports.department.layout import laid
    from standards.typesetting.pdf import STATIC_ROOT, STYLESHEETS, render_pdf
    from tests.audits.reports import drawn_reports
    from tests.load.report_pdf import plainly

    report = getattr(drawn_reports, given.report)()
    with translation.override("pl"):
        html = render_to_string("audits/reports/department_report_pdf.html", {"laid": laid(report)})
    sheets = [str(STATIC_ROOT / sheet) for sheet in STYLESHEETS]

    def typeset(markup: str, static_root: Path = STATIC_ROOT, styles: tuple[str, ...] = STYLESHEETS) -> bytes:
        return render_pdf(markup, title="Report", as_of=report.as_of, static_root=static_root, stylesheets=styles)

    documents = {"this report": typeset(html)}
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    works: dict[str, Callable[[], float]] = {
        "an empty page": lambda: cpu_of(lambda: typeset(EMPTY)),
        "this report": lambda: cpu_of(lambda: typeset(html)),
        "this report, warm": warmly(lambda: typeset(html)),
        "plain library": lambda: plainly(html, STATIC_ROOT, sheets),
        "plain library, tagged and archivable": lambda: plainly(html, STATIC_ROOT, sheets, "pdf/a-3a"),
    }
    if given.against:
        older = given.against.read_text(encoding="utf-8")
        folder = given.styles.resolve()
        found = tuple(sheet for sheet in STYLESHEETS if (folder / sheet).exists())
        works["older layout"] = lambda: cpu_of(lambda: typeset(older, folder, found))
        documents["older layout"] = typeset(older, folder, found)
    spent: dict[str, list[float]] = {name: [] for name in works}
    for _round in range(given.rounds):
        for name, work in works.items():
            spent[name].append(work())
    least = {name: min(seconds) for name, seconds in spent.items()}

    for name, document in documents.items():
        with pikepdf.open(BytesIO(document)) as opened:
            print(f"{name}: {len(opened.pages)} pages, {len(document) / 1024:.0f} KB")  # noqa: T201
    print(f"memory of this report: {memory:.0f} MB")  # noqa: T201
    for name, seconds in least.items():
        print(f"{name}: {seconds:.2f} s of CPU; this report {least['this report'] / seconds:.2f} of it")  # noqa: T201
    if given.against:
        start = least["an empty page"]
        ratio = (least["this report"] - start) / (least["older layout"] - start)
        print(f"without the start: {ratio:.2f} of the older layout")  # noqa: T201
        warm = least["this report, warm"] / (least["older layout"] - start)
        print(f"warm, against the older layout without its start: {warm:.2f}")  # noqa: T201


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()

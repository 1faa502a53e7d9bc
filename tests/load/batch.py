"""What an order of the reports of many departments takes, from the order to the last file: seconds, and CPU.

    .venv/bin/python -m tests.load.batch kadry 2026Q3 --workers 1
    .venv/bin/python -m tests.load.batch kadry 2026Q3 --workers 2 --most 60

Orders on the database that the environment names (`make setup` fills one with the demo office), as that account of HR;
no other worker may run. One worker does both lanes in one process; two are a process for each lane, as `manage.py
worker` starts them. What was made is taken away afterwards. With `--most` so many departments, from the small ones on.
"""

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LANES = ("short", "long")


def work(names: Sequence[str]) -> None:
    """Do what is queued in these lanes, in turn, until nothing of the batch is left to do."""
    from audits.models import Report
    from audits.queue.lanes import JobLane

    lanes = [JobLane(name) for name in names]
    while Report.objects.unfinished().exists():
        turns = [lane.turn() for lane in lanes]
        if not any(turns):
            time.sleep(0.1)


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("account", nargs="?")
    arguments.add_argument("period", nargs="?", help="2026Q3, 2026H1 or 2025")
    arguments.add_argument("--workers", type=int, choices=(1, 2), default=1)
    arguments.add_argument("--most", type=int)
    arguments.add_argument("--work", nargs="+", choices=LANES, help=argparse.SUPPRESS)
    given = arguments.parse_args()

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "standards_portal.settings")
    import django

    django.setup()
    if given.work:
        work(given.work)
        return
    from django.db.models import Sum

    from audits.models import Report, User, periods
    from audits.models.reports import OTHER_FORMS, path_beside
    from audits.reports.batches import ordering

    by = User.objects.get(username=given.account)
    if given.most:
        all_of_them = ordering.of_batch
        ordering.of_batch = lambda *place, **who: all_of_them(*place, **who)[: given.most]  # type: ignore[assignment]
    before = time.process_time()
    batch = ordering.order_batch(department=None, period=periods.parse(given.period), by=by)
    ordered = time.process_time() - before
    begun, load = time.monotonic(), os.getloadavg()[0]
    each = [list(LANES)] if given.workers == 1 else [[name] for name in LANES]
    command = [sys.executable, "-m", "tests.load.batch", "--work"]
    children = [subprocess.Popen([*command, *names], cwd=ROOT) for names in each]
    for child in children:
        child.wait()
    wall, used = time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    reports = Report.objects.filter(batch=batch)
    made = reports.done()
    size = (made.aggregate(size=Sum("file_size"))["size"] or 0) / 1e6
    taken = sum(batch.requested_at > report.finished_at for report in made if report.finished_at)
    print(f"ordered in {ordered:.2f} s of CPU; {given.workers} worker(s), load {load:.0f} to {os.getloadavg()[0]:.0f}")  # noqa: T201
    print(f"{made.count()} of {reports.count()} reports ({taken} of them stored before), {size:.1f} MB of PDF")  # noqa: T201
    print(f"{wall:.0f} s, {used.ru_utime + used.ru_stime:.0f} s of CPU")  # noqa: T201
    for report in made:
        if report.finished_at and report.finished_at >= batch.requested_at:
            for name in (str(report.file.name), *(path_beside(str(report.file.name), form) for form in OTHER_FORMS)):
                report.file.storage.delete(name)
    reports.delete()
    batch.delete()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()

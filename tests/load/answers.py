"""How long a workbook of so many answers takes, and how much memory.

    .venv/bin/python -m tests.load.answers 50000

Makes an invented office with as many answers in a database of its own, in a temporary folder, then orders the file and
makes it in another process, as a worker does: the time is that of the whole job, from the choice of audits to the file
stored; the memory is all that the process took. Once with numbers for people, once with names.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def fill(number: int) -> None:
    import random

    from django.core.management import call_command

    from audits.choices import Role
    from tests.audits.factories import appointed
    from tests.audits.reports import makers

    call_command("migrate", verbosity=0)
    draw = random.Random(1)
    office = makers.office((40, 40, 40))
    appointed(Role.HR, office.district, username="kadry")
    made = 0
    while made < number:
        unit = draw.choice(office.units)
        audit = makers.submit(
            office,
            unit,
            employee=draw.choice(office.people[unit.pk]),
            verdict=makers.chance_verdict(draw),
            note="Rozmowa przy ladzie, bez zastrzeżeń." if draw.random() < 0.1 else "",
        )
        made += audit.answers.count()


def measure(level: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from audits.models import Answer, Audit, Department, Purpose, User, periods
    from audits.reports import jobs

    report = jobs.request_answers(
        department=Department.objects.get(code="UD-PRO"),
        period=periods.quarter(2026, 3),
        by=User.objects.get(username="kadry"),
        level="full",
        named=level == "named",
        purpose=Purpose.objects.all()[0],
    )
    cpu, clock = time.process_time(), time.monotonic()
    with CaptureQueriesContext(connection) as queries:
        jobs.run_report(report.pk)
    used, elapsed = time.process_time() - cpu, time.monotonic() - clock
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    report.refresh_from_db()
    if not report.file:
        sys.exit(report.error)
    size, read = f"{report.file.size / 1024**2:.1f} MB", f"{len(queries)} queries"
    print(f"{Answer.objects.count()} answers of {Audit.objects.count()} audits, {level}: {size}, {read}")  # noqa: T201
    print(f"{used:.1f} s of CPU, {elapsed:.1f} s by the clock, peak {peak:.0f} MB")  # noqa: T201


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("answers", type=int, nargs="?", default=50_000)
    arguments.add_argument("--step", choices=("fill", "numbered", "named"), help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.step:
        sys.path.insert(0, str(ROOT))
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "standards_portal.settings")
        import django

        django.setup()
        fill(given.answers) if given.step == "fill" else measure(given.step)
        return
    with tempfile.TemporaryDirectory() as folder:
        # Without lxml, which is there for the tests alone: as in production.
        own = {"DATABASE_URL": f"sqlite:///{folder}/load.sqlite3", "OPENPYXL_LXML": "False"}
        own |= {"PRIVATE_MEDIA_ROOT": f"{folder}/files", "MFA_REQUIRED": "off"}
        own["SECRET_KEY"] = os.environ.get("SECRET_KEY") or "for this measurement alone"
        for step in ("fill", "numbered", "named"):
            command = [sys.executable, "-m", "tests.load.answers", str(given.answers), "--step", step]
            subprocess.run(command, check=True, cwd=ROOT, env=os.environ | own)


if __name__ == "__main__":
    main()

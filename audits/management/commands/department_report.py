"""A department's report from the shell: as PDF into a file, or its figures as JSON."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from audits.models import Department
from audits.reports import periods
from audits.reports.department import department_report
from audits.reports.documents import department_pdf
from audits.reports.tabulation import to_json
from standards.pdf import RenderFailed


class Command(BaseCommand):
    help = "Makes a department's report: --output FILE.pdf, or --json for the same figures on standard output."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("department", help="the department's code, such as UD-BEM")
        parser.add_argument(
            "--period", required=True, help="2026Q3, 2026H1, 2026 or 2026-01-01..2026-03-31 (both days inside)"
        )
        parser.add_argument("--output", metavar="FILE.pdf", type=Path, help="where to write the PDF")
        parser.add_argument("--json", action="store_true", dest="as_json", help="print the figures as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["output"] and not options["as_json"]:
            raise CommandError("Say where the PDF goes with --output FILE.pdf, or ask for --json.")
        with translation.override(settings.LANGUAGE_CODE):
            try:
                period = periods.parse(options["period"])
            except periods.NotAPeriod as error:
                raise CommandError(str(error)) from error
            department = Department.objects.filter(code=options["department"]).first()
            if department is None:
                raise CommandError(f"There is no department with the code {options['department']}.")
            report = department_report(department, period)
            if options["output"]:
                self._write(options["output"], report)
            if options["as_json"]:
                self.stdout.write(json.dumps(to_json(report), ensure_ascii=False, indent=2))

    def _write(self, output: Path, report: Any) -> None:
        try:
            document = department_pdf(report)
        except RenderFailed as error:
            raise CommandError(f"The PDF could not be made: {error}") from error
        try:
            output.write_bytes(document)
        except OSError as error:
            raise CommandError(f"{output} could not be written: {error.strerror}.") from error
        self.stderr.write(f"{output}: {len(document) / 1024:.0f} KB, {report.audits} audits.")

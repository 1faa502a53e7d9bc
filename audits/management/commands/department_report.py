"""Departments' reports from the shell: as PDF, workbook, CSV or JSON."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation

from audits import access
from audits.access_log.log import record_access
from audits.choices import AccessKind, ReportLevel, Role
from audits.models import Department, Purpose, User, periods
from audits.models.periods import Period
from audits.reports.department.contents import DepartmentReport, Level
from audits.reports.department.report import department_report
from audits.reports.documents import department_book, department_file, department_pdf
from standards.typesetting.pdf import RenderFailed, keep_warm

PRINTED = ("csv", "json")


class Command(BaseCommand):
    help = "Makes a department's report, or one of each department that has audits in the period."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("department", nargs="?", help="the department's code, such as UD-BEM")
        parser.add_argument("--all", action="store_true", dest="of_all", help="of each department that has figures")
        parser.add_argument(
            "--book", action="store_true", help="with --all: as one PDF, with a list of them, instead of a file each"
        )
        parser.add_argument(
            "--period", required=True, help="2026Q3, 2026H1, 2026 or 2026-01-01..2026-03-31 (both days inside)"
        )
        parser.add_argument(
            "--level",
            choices=ReportLevel.values,
            default=ReportLevel.GENERAL,
            help="general (from what is closed, the usual one) or full, which needs --by and --purpose and is logged",
        )
        parser.add_argument("--by", metavar="ACCOUNT", help="for --level full: the account of HR that it is made for")
        parser.add_argument("--purpose", metavar="CODE", help="for --level full: a purpose of the office's register")
        parser.add_argument("--format", choices=("pdf", "xlsx", *PRINTED), default="pdf", dest="form")
        parser.add_argument(
            "--output",
            metavar="PATH",
            type=Path,
            help="the file to write or, with --all, the folder; CSV and JSON of one department are else printed",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if bool(options["department"]) == options["of_all"]:
            raise CommandError("Name one department by its code, or ask for --all.")
        form, output, of_all = options["form"], options["output"], options["of_all"]
        if output is None and (of_all or form not in PRINTED):
            in_folder = of_all and not options["book"]
            what = "the files go with --output FOLDER" if in_folder else f"the file goes with --output FILE.{form}"
            raise CommandError(f"Say where {what}.")
        if options["book"] and not (of_all and form == "pdf"):
            raise CommandError("--book is one PDF of --all departments.")
        if of_all and not options["book"] and not output.is_dir():
            raise CommandError(f"{output} is no folder.")
        with translation.override(settings.LANGUAGE_CODE):
            period = _period(options["period"], options["level"])
            by, purpose = self._asked_for(options)
            departments = self._departments(options["department"], period, by)
            if not of_all:
                self._one(departments[0], period, by, purpose, form, output)
                return
            if form == "pdf" and settings.REPORT_KEEP_WARM:
                keep_warm()
            if options["book"]:
                self._book(departments, period, by, purpose, output)
                return
            without = 0
            for department in departments:
                target = output / f"{department.code}-{period.code}.{form}"
                without += not self._one(department, period, by, purpose, form, target, skip_empty=True)
            self.stderr.write(f"{len(departments) - without} reports; {without} departments without audits.")

    def _asked_for(self, options: dict[str, Any]) -> tuple[User | None, Purpose | None]:
        """The account and the purpose of a report at the full level."""
        if options["level"] != ReportLevel.FULL:
            if options["by"] or options["purpose"]:
                raise CommandError("--by and --purpose belong to --level full.")
            return None, None
        if not (options["by"] and options["purpose"]):
            raise CommandError("--level full needs the account that it is made for (--by) and its --purpose.")
        by = User.objects.filter(username=options["by"], is_active=True).first()
        if by is None:
            raise CommandError(f"There is no account {options['by']} in use.")
        purpose = Purpose.objects.offered().filter(code=options["purpose"]).first()
        if purpose is None:
            known = ", ".join(Purpose.objects.offered().values_list("code", flat=True))
            raise CommandError(f"The register offers no purpose {options['purpose']}. It offers: {known or 'none'}.")
        return by, purpose

    def _departments(self, code: str | None, period: Period, by: User | None) -> list[Department]:
        allowed = access.departments_of(by, Role.HR) if by else Department.objects.all()
        if code is None:
            return list(allowed.filter(pk__in=Department.objects.open_on(period.last_day)).order_by("code"))
        department = Department.objects.filter(code=code).first()
        if department is None:
            raise CommandError(f"There is no department with the code {code}.")
        if not allowed.filter(pk=department.pk).exists():
            raise CommandError(f"The account is not HR over {code}: the full level is not theirs to see.")
        return [department]

    def _book(
        self, departments: list[Department], period: Period, by: User | None, purpose: Purpose | None, output: Path
    ) -> None:
        """Beside its place first, so that what is cut short leaves nothing half done there."""
        made = 0

        def reports() -> Iterator[DepartmentReport]:
            nonlocal made
            for department in departments:
                report, audits = self._reckoned(department, period, purpose)
                if audits:
                    self._log(by, purpose)
                    made += 1
                    yield report

        unfinished = output.with_name(f"{output.name}.unfinished")
        try:
            with unfinished.open("wb") as file:
                contents = department_book(reports(), file)
            if contents is None:
                raise CommandError("No department has audits in this period.")
            unfinished.replace(output)
        except OSError as error:
            raise CommandError(f"{output} could not be written: {error.strerror}.") from error
        except RenderFailed as error:
            raise CommandError(f"The PDF could not be made: {error}") from error
        finally:
            unfinished.unlink(missing_ok=True)
        size = output.stat().st_size / 1024
        self.stderr.write(
            f"{output}: {size:.0f} KB, {made} reports; {len(departments) - made} departments without audits."
        )

    def _reckoned(
        self, department: Department, period: Period, purpose: Purpose | None
    ) -> tuple[DepartmentReport, int]:
        level = Level("full", purpose.label, timezone.now()) if purpose else Level()
        report = department_report(department, period, level=level)
        return report, sum(found.audits for found in report.headline.found)

    def _log(self, by: User | None, purpose: Purpose | None) -> None:
        if purpose:
            record_access(reader=by, kind=AccessKind.FULL_REPORT, purpose=purpose, now=timezone.now())

    def _one(
        self,
        department: Department,
        period: Period,
        by: User | None,
        purpose: Purpose | None,
        form: str,
        output: Path | None,
        skip_empty: bool = False,
    ) -> bool:
        """Whether it was written; without audits it need not be."""
        report, audits = self._reckoned(department, period, purpose)
        if skip_empty and not audits:
            return False
        self._log(by, purpose)
        content = _content(report, form)
        if output is None:
            self.stdout.write(content.decode("utf-8"), ending="")
            return True
        try:
            output.write_bytes(content)
        except OSError as error:
            raise CommandError(f"{output} could not be written: {error.strerror}.") from error
        self.stderr.write(f"{output}: {len(content) / 1024:.0f} KB, {audits} audits.")
        return True


def _period(text: str, level: str) -> Period:
    try:
        period = periods.parse(text)
    except periods.NotAPeriod as error:
        raise CommandError(str(error)) from error
    if level != ReportLevel.FULL and not period.is_fixed:
        raise CommandError("From day to day there are reports at the full level only.")
    return period


def _content(report: DepartmentReport, form: str) -> bytes:
    if form != "pdf":
        return department_file(report, form)
    try:
        return department_pdf(report)
    except RenderFailed as error:
        raise CommandError(f"The PDF could not be made: {error}") from error

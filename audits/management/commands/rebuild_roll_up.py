"""The short form of finished audits that figures are reckoned from: made anew from their answers, or held to them."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from audits.models import Sheet
from audits.reports.roll_up import differing, rebuild


class Command(BaseCommand):
    help = "Makes the short form of all finished audits anew; reports show the same figures before and after."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check",
            action="store_true",
            help="change nothing; name each that tells something else than the answers, and then end with 1",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["check"]:
            self.stdout.write(f"{rebuild()} audits.")
            return
        found = 0
        for line in differing():
            found += 1
            self.stdout.write(line)
        if found:
            raise CommandError(f"{found} differ. `rebuild_roll_up` makes all of them anew from the answers.")
        self.stdout.write(f"{Sheet.objects.count()} audits: all as the answers tell.")

"""The short form of finished audits that figures are reckoned from, made anew from their answers."""

from typing import Any

from django.core.management.base import BaseCommand

from audits.reports.roll_up import rebuild


class Command(BaseCommand):
    help = "Makes the short form of all finished audits anew; reports show the same figures before and after."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{rebuild()} audits.")

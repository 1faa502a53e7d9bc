from typing import Any

from django.core.management.base import BaseCommand

from audits.queue import locks
from audits.retention.cleaning import clean_up


class Command(BaseCommand):
    help = (
        "Takes away what only waits to be forgotten: ended sessions, done jobs, letters of a month ago, uploaded files "
        "of staff a day old, files of withdrawn reports; ends what waited 14 days to be confirmed. Every worker runs "
        "it once an hour."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if locks.is_held("clean-up"):
            return
        with locks.held("clean-up"):
            taken = clean_up()
        if any(taken.values()):
            self.stdout.write(
                "Cleaned up: " + ", ".join(f"{what} {number}" for what, number in taken.items() if number)
            )

from typing import Any

from django.core.management.base import BaseCommand

from audits import jobs, withdrawing


class Command(BaseCommand):
    help = (
        "Queues again the reports whose making was cut short, and deletes what is left of withdrawn ones. "
        "Run it before a worker starts."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        withdrawing.delete_withdrawn_files()
        self.stdout.write(f"Reports queued again: {jobs.revive_reports()}.")

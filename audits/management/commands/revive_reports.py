from typing import Any

from django.core.management.base import BaseCommand

from audits import jobs


class Command(BaseCommand):
    help = "Queues again the reports whose making was cut short. Run it before a worker starts."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Reports queued again: {jobs.revive_reports()}.")

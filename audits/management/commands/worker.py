from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.autoreload import run_with_reloader

from audits.letters.sending import MailLane
from audits.models.reports import delete_withdrawn_files
from audits.queue.lanes import JobLane
from audits.queue.supervising import Supervisor
from audits.tasks import LONG, MAIL, SHORT

LANES = (MAIL, SHORT, LONG)


def _lane(name: str) -> Any:
    if name == MAIL:
        return MailLane()
    if settings.QUEUE_URL:
        from audits.queue.broker import BrokerLane

        return BrokerLane(name)
    return JobLane(name)


class Command(BaseCommand):
    help = (
        "Does what the portal does in the background: letters, reports, and once an hour what has to be cleaned up. "
        "Each lane is a process of its own, which is started again when it ends. Any number of workers may run, on any "
        "number of machines."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--lanes", default=",".join(LANES), help="which of them, by commas (all: %(default)s)")
        parser.add_argument("--lane", choices=LANES, help="this one alone, in this very process")
        parser.add_argument("--reload", action="store_true", help="start anew when a source file changes")

    def handle(self, *args: Any, **options: Any) -> None:
        reload = ["--reload"] if options["reload"] else []
        if options["lane"]:
            lane = _lane(options["lane"])
            if reload:
                run_with_reloader(lane.run)
            else:
                lane.run()
            return
        chosen = options["lanes"].split(",")
        if unknown := set(chosen) - set(LANES):
            raise CommandError(f"There is no lane {', '.join(sorted(unknown))}; there are: {', '.join(LANES)}.")
        delete_withdrawn_files()
        commands = [["worker", "--lane", name, *reload] for name in LANES if name in chosen]
        Supervisor(commands, hourly=["clean_up"]).run()

"""Make the demo office: departments, people, accounts and two years of audits, all invented."""

import datetime
import gc
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from audits.demo import people, seeding
from standards.refusals import Refused


def share(text: str) -> float:
    value = float(text)
    if not 0 < value <= 1:
        raise ArgumentTypeError("more than 0 and at most 1")
    return value


class Command(BaseCommand):
    help = (
        "Make the demo office: departments, people, accounts and two years of audits, all invented. "
        "Does nothing where the demo is already; refuses a database that holds an office of its own."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--until", type=datetime.date.fromisoformat, metavar="YYYY-MM-DD", help="The last day of the two years."
        )
        parser.add_argument("--scale", type=share, default=1.0, help="Which share of some 11,000 audits to make.")
        parser.add_argument(
            "--anyway", action="store_true", help="Make it although DEBUG is off: its accounts have a known password."
        )
        parser.add_argument("--accounts", action="store_true", help="Only print the demo accounts.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["accounts"]:
            self._print_accounts()
            return
        if seeding.is_there():
            self.stdout.write("The demo office is already there.")
            return
        if not settings.DEBUG and not options["anyway"]:
            raise CommandError(
                "DEBUG is off: this may be an office's own portal, and everybody knows the demo's passwords. "
                "If it is to be a demo: seed_demo --anyway"
            )
        # Half a million objects, of which none is garbage before the end: looking for it costs a sixth of the time.
        gc.disable()
        try:
            made = seeding.seed(until=options["until"] or timezone.localdate(), scale=options["scale"])
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        finally:
            gc.enable()
        self.stdout.write(
            f"Made the demo office: {made.departments} departments, {made.employees} employees, {made.audits} audits."
        )
        self._print_accounts()

    def _print_accounts(self) -> None:
        width = max(len(account.username) for account in people.ACCOUNTS)
        for account in people.ACCOUNTS:
            self.stdout.write(f"  {account.username:<{width}}  {people.PASSWORD}  {account.description}")

"""Check that the log of who read whose results is as it was written."""

import re
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from audits.access_log import log as access_log


def sha256(text: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", text.lower()):
        raise ArgumentTypeError("64 hexadecimal digits, as an earlier check printed them")
    return text.lower()


class Command(BaseCommand):
    help = (
        "Check the log of who read whose results: names the first row that was removed, altered, moved or put in, and "
        "then ends with 1. Note the printed hash elsewhere and give it to the next check, which then also finds a log "
        "that was made anew, or cut short together with the note of its end."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--expect", type=sha256, metavar="HASH", help="The hash of an earlier check.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            verified = access_log.verify(expected=options["expect"] or "")
        except access_log.Broken as broken:
            raise CommandError(f"The access log is broken: {broken}.", returncode=1) from None
        self.stdout.write(f"The access log is whole: {verified.rows} rows.")
        self.stdout.write(f"Hash of the last row: {verified.head}")

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from audits.backups.contents import Faulty
from audits.backups.writing import write_backup


class Command(BaseCommand):
    help = (
        "Writes the database that the settings name and the files of reports into a new folder in DIR, reads it back, "
        "and prints the folder's path. The secret key (.env) is not in it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.stdout.write(str(write_backup(options["folder"])))
        except Faulty as fault:
            raise CommandError(f"No backup was made. {fault}") from None

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from audits.backups import restoring
from audits.backups.contents import Faulty


class Command(BaseCommand):
    help = (
        "Brings a backup back into the empty database that the settings name, or with --drill into one that is thrown "
        "away again, and compares rows, triggers, the access log and files with what was written away."
    )
    # It needs an empty one, which has no tables to look at.
    requires_migrations_checks = False
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="BACKUP", help="a folder that `manage.py backup` made")
        parser.add_argument("--drill", action="store_true", help="try it, and touch nothing that is in use")

    def handle(self, *args: Any, **options: Any) -> None:
        bring_back = restoring.drill if options["drill"] else restoring.restore
        try:
            manifest = bring_back(options["folder"])
        except Faulty as fault:
            raise CommandError(str(fault)) from None
        verb = "would bring back" if options["drill"] else "brought back"
        rows = sum(manifest.rows.values())
        self.stdout.write(
            f"The backup of {manifest.made_at} {verb} {rows} rows of {len(manifest.rows)} tables, as they were."
        )

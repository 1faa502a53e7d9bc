"""Imports one edition of the standards, as `export_edition` wrote it, as a draft."""

from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from standards.importing.importing import InvalidDocument, import_edition, read_document
from standards.publishing.soundness import faults


class Command(BaseCommand):
    help = "Imports one edition of the standards from a JSON file (standards/importing/edition.schema.json) as a draft."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the file, as export_edition writes it")
        parser.add_argument("--code", help="the code that the edition gets here, instead of the file's own")
        parser.add_argument("--by", metavar="USERNAME", help="the account that imports: it may not publish the draft")
        parser.add_argument("--dry-run", action="store_true", help="check the file and import nothing")

    def handle(self, *args: Any, file: Path, code: str | None, by: str | None, **options: Any) -> None:
        try:
            content = file.read_bytes()
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from None
        user = None
        if by is not None:
            user = get_user_model().objects.filter(username=by).first()
            if user is None:
                raise CommandError(f"There is no account '{by}'.")
        try:
            with transaction.atomic():
                imported = import_edition(document=read_document(content), by=user, code=code)
                left = [str(fault) for fault in faults(imported.edition)]
                if options["dry_run"]:
                    transaction.set_rollback(True)
        except InvalidDocument as invalid:
            named = "\n".join(f"  {fault}" for fault in invalid.faults)
            raise CommandError(f"Nothing was imported. Faults: {len(invalid.faults)}.\n{named}") from None
        for note in imported.notes:
            self.stdout.write(str(note))
        verb = "would be imported" if options["dry_run"] else "was imported"
        self.stdout.write(f"{imported.edition} {verb} as a draft.")
        if left:
            self.stdout.write(f"Before it can be published, {len(left)} to mend:")
            self.stdout.writelines(f"  {fault}\n" for fault in left)

"""Imports an annex in plain text, of the form that `standards.annex` describes, as a draft."""

from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from standards.importing import foreign
from standards.importing.annex import ParseError, parse_annex
from standards.importing.annex_document import annex_document, outline
from standards.importing.importing import InvalidDocument, import_edition
from standards.wording.encodings import NotText, decode
from standards.wording.intake import clean


class Command(BaseCommand):
    help = "Imports an annex in plain text (areas, STANDARD n, Zalecenia:, numbered lines) as a draft edition."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the annex, as text")
        parser.add_argument("--code", required=True, help="the code that the edition gets, for example 12-2027")
        parser.add_argument("--by", metavar="USERNAME", help="the account that imports: it may not publish the draft")
        parser.add_argument("--dry-run", action="store_true", help="show what was understood and import nothing")

    def handle(self, *args: Any, file: Path, code: str, by: str | None, **options: Any) -> None:
        try:
            content = file.read_bytes()
            if told := foreign.told(content):
                raise CommandError(f"{file}: {told}")
            decoded = decode(content)
            if decoded.doubts:
                raise CommandError(f"The Polish letters of {file} cannot be told for certain: save it in UTF-8.")
            annex = parse_annex(decoded.text)
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from None
        except NotText:
            raise CommandError(f"{file} is not text in UTF-8.") from None
        except ParseError as error:
            raise CommandError(f"Nothing was imported. {file}, {error}.") from None
        user = None
        if by is not None:
            user = get_user_model().objects.filter(username=by).first()
            if user is None:
                raise CommandError(f"There is no account '{by}'.")
        for told in clean(decoded.text).told:
            self.stderr.write(told)
        for line in outline(annex):
            self.stdout.write(line)
        if options["dry_run"]:
            return
        try:
            edition = import_edition(document=annex_document(annex, code), by=user).edition
        except InvalidDocument as invalid:
            named = "\n".join(f"  {fault}" for fault in invalid.faults)
            raise CommandError(f"Nothing was imported. Faults: {len(invalid.faults)}.\n{named}") from None
        self.stdout.write(f"{edition} was imported as a draft. Next: say how each recommendation is judged.")

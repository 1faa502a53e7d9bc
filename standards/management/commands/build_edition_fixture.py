"""Writes an edition's fixture anew from its annex, errata and judging tables."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from standards.importing.edition_fixture import build_fixture


class Command(BaseCommand):
    help = "Build fixtures/standards/NAME.json from NAME.source.txt, its errata and how it is judged."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="for instance zarzadzenie-75-2016")
        parser.add_argument("--check", action="store_true", help="write nothing, fail when the fixture differs")

    def handle(self, *args: Any, name: str, check: bool, **options: Any) -> None:
        folder = Path(settings.BASE_DIR) / "fixtures" / "standards"
        path = folder / f"{name}.json"
        try:
            built = build_fixture(folder, name)
        except (ValueError, OSError) as error:
            raise CommandError(f"{name}: {error}") from error
        if not check:
            path.write_text(built, encoding="utf-8", newline="\n")
            self.stdout.write(f"{path.relative_to(settings.BASE_DIR)}: written")
        elif not path.exists() or path.read_text(encoding="utf-8") != built:
            raise CommandError(f"{path.name} differs from what its sources give: run build_edition_fixture {name}")
        else:
            self.stdout.write(f"{path.name}: equal to its sources")

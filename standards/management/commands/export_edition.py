"""Prints one edition of the standards as JSON, in the shape that `standards.interchange` describes."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from standards.interchange import export_edition
from standards.models import Edition


class Command(BaseCommand):
    help = "Prints one edition of the standards, with how each recommendation is judged, as JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", help="the edition's code, for example 75-2016")

    def handle(self, *args: Any, code: str, **options: Any) -> None:
        try:
            edition = export_edition(code)
        except Edition.DoesNotExist:
            known = ", ".join(Edition.objects.order_by("code").values_list("code", flat=True)) or "none"
            raise CommandError(f"There is no edition with the code '{code}'. Editions here: {known}.") from None
        self.stdout.write(json.dumps(edition, ensure_ascii=False, indent=2))

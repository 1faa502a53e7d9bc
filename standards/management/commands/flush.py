"""Django's `flush`: empties the whole database once that was confirmed, published standards included."""

from typing import Any

from django.core.management.commands import flush

from standards import guards


class Command(flush.Command):
    def handle(self, **options: Any) -> None:
        using = options["database"]
        # Asked here, so that the text stays guarded while the question waits.
        if options["interactive"] and not self._confirmed(using):
            self.stdout.write("Nothing was deleted.")
            return
        guards.lift(using)
        try:
            super().handle(**options | {"interactive": False})
        finally:
            guards.install(using)

    def _confirmed(self, using: str) -> bool:
        self.stdout.write(
            f"This deletes ALL data in the database '{using}', published standards and audits included, for ever."
        )
        return input("Type 'yes' to continue: ").strip() == "yes"

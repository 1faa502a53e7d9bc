"""Django's `migrate`, which also runs where the guards of published text are missing: it puts them back."""

from typing import Any

from django.core.management.commands import migrate

from standards import guards


class Command(migrate.Command):
    def check(self, *args: Any, **kwargs: Any) -> None:
        with guards.mending():
            super().check(*args, **kwargs)

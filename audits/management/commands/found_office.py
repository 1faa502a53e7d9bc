import datetime
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone, translation

from audits.four_eyes.founding import appoint_first
from audits.models import Department, User
from audits.office.departments import add_department
from standards.refusals import Refused


class Command(BaseCommand):
    help = (
        "Appoints the first administrator of an empty portal, and makes the office's top department where there is "
        "none. Whom they then appoint as second administrator and as data protection officer holds it once they have "
        "signed in with a second factor; whatever follows, another administrator confirms."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", help="of an account that createsuperuser made")
        parser.add_argument("--code", help="of the top department, where there is none yet")
        parser.add_argument("--name", default=settings.OFFICE_NAME, help="its name (OFFICE_NAME unless told)")
        parser.add_argument("--since", help="its first day, as 2026-01-31 (today unless told)")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(username=options["username"], is_active=True).first()
        if user is None:
            raise CommandError(f"There is no active account {options['username']}: make it with createsuperuser.")
        try:
            with translation.override("en"), transaction.atomic():
                top = self._top(options)
                appoint_first(user=user, department=top)
        except Refused as fault:
            raise CommandError(str(fault)) from fault
        except ValidationError as fault:
            raise CommandError(" ".join(fault.messages)) from fault
        self.stdout.write(f"{user.get_username()} administers {top}. Next: a second administrator, and the officer.")

    def _top(self, options: dict[str, Any]) -> Department:
        top = Department.objects.open_on(timezone.localdate()).filter(parent=None).order_by("pk").first()
        if top is not None:
            return top
        if not options["code"]:
            raise CommandError("There is no department yet: say the top one's code with --code (and --name).")
        try:
            since = datetime.date.fromisoformat(options["since"]) if options["since"] else timezone.localdate()
        except ValueError as fault:
            raise CommandError(f"--since {options['since']}: write a day as 2026-01-31.") from fault
        made = Department(code=options["code"], name=options["name"])
        made.full_clean(exclude=["parent"])
        return add_department(code=made.code, name=made.name, parent=None, since=since)

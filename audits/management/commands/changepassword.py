import getpass
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.management.commands import changepassword
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import CommandError

from audits.choices import AccountChangeKind
from audits.four_eyes.changes import opens_results, propose_change
from audits.models import User


class Command(changepassword.Command):
    """Django's own, but for accounts that open results: there an administrator of the portal confirms it."""

    help = (
        "Sets the password of an account. Of one that opens results (it holds an appointment, or results were released "
        "to it) the new password waits until an administrator confirms it in the portal, but where ONE_ADMINISTRATOR "
        "says that there is nobody to do so."
    )

    def handle(self, *args: Any, **options: Any) -> str | None:
        name = options["username"] or getpass.getuser()
        account = User.objects.using(options["database"]).filter(username=name).first()
        if account is None or settings.ONE_ADMINISTRATOR or not opens_results(account):
            return super().handle(*args, **options)
        password = getpass.getpass("Password: ")
        if password != getpass.getpass("Password (again): "):
            raise CommandError("The two passwords differ: nothing was changed.")
        try:
            validate_password(password, account)
        except ValidationError as fault:
            raise CommandError(" ".join(fault.messages)) from fault
        propose_change(account=account, kind=AccountChangeKind.PASSWORD, value=make_password(password))
        return f"{name} opens results: the new password waits until an administrator confirms it in the portal."

"""Letters written. Nothing is sent here: what a letter tells of and the letter are in the database together or not."""

from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Tags, register
from django.db import transaction
from django.utils import timezone

from audits.choices import LetterFault, LetterKind, LetterState
from audits.models import Invitation, Letter, User

NO_SERVER = "django.core.mail.backends.dummy.EmailBackend"


def is_set_up() -> bool:
    """Whether there is a mail server to hand letters to."""
    return bool(settings.EMAIL_BACKEND != NO_SERVER)


@register(Tags.security, deploy=True)
def check_mail(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if is_set_up():
        return []
    return [
        checks.Warning(
            "EMAIL_URL is not set: nobody gets a link for a new password, or a notice that something of their account "
            "has changed; invitations are handed over by the administrators.",
            hint="Set EMAIL_URL in the environment or .env (.env.example shows how).",
            id="audits.W102",
        )
    ]


@transaction.atomic
def write_letter(
    *,
    kind: LetterKind | str,
    user: User | None,
    invitation: Invitation | None = None,
    portal: str = "",
    details: dict[str, Any] | None = None,
) -> Letter:
    """To be sent as soon as the transaction is there to be seen. `portal`: scheme and host, for links.

    `details`: what its text names and no table has; taken out when it is sent. Without a mail server it has failed
    already.
    """
    now = timezone.now()
    finished: dict[str, Any] = {}
    if not is_set_up():
        finished = {"state": LetterState.FAILED, "fault": LetterFault.NOT_SET_UP, "finished_at": now}
    return Letter.objects.create(
        kind=LetterKind(kind),
        user=user,
        invitation=invitation,
        portal=portal,
        details={} if finished else details or {},
        written_at=now,
        **finished,
    )

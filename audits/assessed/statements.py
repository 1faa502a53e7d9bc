"""The right of reply."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.fieldwork.faults import Refused
from audits.models import Audit, Statement, User
from audits.models.assessed import LONGEST_STATEMENT

# A person amends a statement a few times, not without end.
MOST_VERSIONS = 20


@transaction.atomic
def add_statement(*, audit: Audit, by: User, text: str, now: datetime.datetime | None = None) -> Statement:
    """Add a statement to an audit about oneself, or amend it: what was said before is kept. Raises Refused.

    The same text again changes nothing.
    """
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise Refused(_("Write the statement."), "text")
    if len(text) > LONGEST_STATEMENT:
        raise Refused(_("Shorten the statement to 4,000 characters."), "text")
    locked = access.own_released_audits(by).select_for_update(of=("self",)).filter(pk=audit.pk).first()
    if locked is None:
        raise Refused(_("You cannot reply to this audit."))
    before = list(locked.statements.order_by("made_at", "pk"))
    if before and before[-1].text == text:
        return before[-1]
    if len(before) >= MOST_VERSIONS:
        raise Refused(_("This statement was amended too many times. Write to HR."))
    return Statement.objects.create(audit=locked, text=text, made_by=by, made_at=now or timezone.now())

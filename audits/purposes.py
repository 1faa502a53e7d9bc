"""For which purpose somebody reads other people's results: said once, and kept in their session for a while.

It is said for one audit and holds for an hour; or it is kept for the audits that follow, and for the names on the list
of audits, and holds for half an hour. Signing out ends both.
"""

import datetime
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from audits.models import Audit, Purpose

FOR_ONE_AUDIT = datetime.timedelta(hours=1)
FOR_THOSE_THAT_FOLLOW = datetime.timedelta(minutes=30)
# A session does not grow without end; the oldest audit is asked about anew.
MOST_AUDITS = 100

_KEY = "purposes"


@dataclass(frozen=True, slots=True)
class Given:
    purpose: Purpose
    justification: str
    until: datetime.datetime


def give(
    request: HttpRequest, *, purpose: Purpose, justification: str = "", audit: Audit | None = None, keep: bool = False
) -> None:
    """Remember the purpose for this audit, or, with `keep` or without an audit, for whatever is read next.

    The latest word holds: a purpose kept replaces those said for single audits, one for a single audit ends the kept.
    """
    now = timezone.now()
    keep = keep or audit is None
    until = now + (FOR_THOSE_THAT_FOLLOW if keep else FOR_ONE_AUDIT)
    said = [purpose.pk, justification, until.timestamp()]
    audits: dict[str, Any] = {}
    if not keep and audit is not None:
        before = request.session.get(_KEY, {}).get("audits", {})
        audits = {key: each for key, each in before.items() if each[2] > now.timestamp() and key != str(audit.pk)}
        audits = dict(list(audits.items())[1 - MOST_AUDITS :]) | {str(audit.pk): said}
    request.session[_KEY] = {"kept": said if keep else None, "audits": audits}


def in_force(request: HttpRequest, audit: Audit | None = None) -> Given | None:
    """The purpose said for this audit or kept, while it holds and the register offers it; without an audit: kept."""
    remembered = request.session.get(_KEY)
    if not remembered:
        return None
    said = (remembered["audits"].get(str(audit.pk)) if audit else None) or remembered["kept"]
    if said is None or said[2] <= timezone.now().timestamp():
        return None
    purpose = Purpose.objects.offered().filter(pk=said[0]).first()
    if purpose is None:
        return None
    return Given(purpose, said[1], datetime.datetime.fromtimestamp(said[2], datetime.UTC))

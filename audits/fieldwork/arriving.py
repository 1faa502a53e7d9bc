"""An audit that was opened on a device without a network: opened, filled and ended here in one transaction.

By the same actions as any other, so it may be refused on arrival: an appointment ended, a person who had not been
told, a unit that was closed. Then nothing of it is written, and all of it stays with the device, to be mended and sent
again.
"""

import datetime
import uuid as uuids
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.fieldwork.journal import Change, Reply, take_changes
from audits.fieldwork.opening import open_audit
from audits.fieldwork.submission import Seen, Unanswered, set_aside, submit_audit
from audits.models import Audit, User
from standards.models import Edition
from standards.refusals import Refused

OTHER_EDITION = _("The card on this device is not of the edition that was in force on the day of the visit.")


@dataclass(frozen=True, slots=True)
class Ending:
    """What ends filling: submitting, or with `until` waiting for what comes later until that day."""

    leave_unanswered: bool = False
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Arrived:
    """`reply` is what the journal answers; `why`: why it was not ended though the device asked for it."""

    audit: Audit
    reply: dict[str, Any]
    why: Any = ""


@transaction.atomic
def take_opened(
    *,
    by: User,
    uuid: uuids.UUID,
    opened: Callable[[], dict[str, Any]],
    edition: int | None,
    device: uuids.UUID,
    first: int,
    changes: Sequence[Change],
    digest: str,
    reply: Reply,
    ending: Ending | None = None,
) -> Arrived:
    """Open it as `opened` says, unless it is there; take the changes; end it, if it is complete.

    `opened` gives open_audit's arguments. Raises Refused or Stale where it cannot be opened so, Gap or Late as
    the journal does.
    """
    audit = access.drafts_of(by).filter(uuid=uuid).first() or access.finished_by(by).filter(uuid=uuid).first()
    if audit is None:
        said = opened()
        if edition != _edition_on(timezone.localdate(said["took_place_at"])):
            raise Refused(OTHER_EDITION, "took_place_at")
        audit = open_audit(auditor=by, uuid=uuid, **said)
    told = take_changes(audit=uuid, by=by, device=device, first=first, changes=changes, digest=digest, reply=reply)
    audit.refresh_from_db()
    if ending is None or not audit.is_draft:
        return Arrived(audit, told)
    if told.get("turned_down"):
        return Arrived(audit, told, _("Some of its answers were not taken."))
    seen = Seen(revision=audit.revision, device=device, last=first + len(changes) - 1)
    try:
        return Arrived(_end(audit, by, ending, seen), told)
    except Unanswered:
        return Arrived(audit, told, _("There are questions without an answer."))
    except Refused as refused:
        return Arrived(audit, told, refused.message)


@transaction.atomic
def _end(audit: Audit, by: User, ending: Ending, seen: Seen) -> Audit:
    """In a savepoint: what cannot be ended is a draft all the same."""
    if ending.until is not None:
        return set_aside(audit=audit, by=by, until=ending.until, leave_unanswered=ending.leave_unanswered, seen=seen)
    return submit_audit(audit=audit, by=by, leave_unanswered=ending.leave_unanswered, seen=seen)


def _edition_on(day: datetime.date) -> int | None:
    pk: int | None = Edition.objects.in_force_on(day).values_list("pk", flat=True).first()
    return pk

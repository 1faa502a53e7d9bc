"""What was opened or ended on a device without a network, and comes in once there is one.

By the same actions as any other, each in one transaction. An audit that was opened there may be refused on arrival: an
appointment ended, a person who had not been told, a unit that was closed. Then nothing of it is written, and all of it
stays with the device, to be mended and sent again. One that is only ended there stays a draft where it cannot be ended.
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
from audits.fieldwork.assignments import open_assigned
from audits.fieldwork.journal import Change, Late, Reply, take_changes
from audits.fieldwork.opening import open_audit
from audits.fieldwork.submission import LookAgain, Seen, Unanswered, set_aside, submit_audit
from audits.models import Audit, User
from standards.models import Edition
from standards.refusals import Refused

OTHER_EDITION = _("The card on this device is not of the edition that was in force on the day of the visit.")


OPENED_ELSEWHERE = _("The checklist of this assignment was opened elsewhere. Discard that draft, or this one.")


class OtherEdition(Refused):
    """The device's card is of another edition than was in force on the day of the visit: `edition`, its key."""

    def __init__(self, edition: int | None) -> None:
        super().__init__(OTHER_EDITION, "took_place_at")
        self.edition = edition


@dataclass(frozen=True, slots=True)
class Ending:
    """What ends filling: submitting, or with `until` waiting for what comes later until that day."""

    leave_unanswered: bool = False
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Arrived:
    """`reply` is what the journal answers; `why`: why it was not ended though the device asked for it.

    `has_changed`: it is not what the device showed; what differs is to be looked at first.
    """

    audit: Audit
    reply: dict[str, Any]
    why: Any = ""
    has_changed: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """The last that a device holds of an audit: its changes, as the journal takes them, and how it asks to end it.

    `revision` is that of the draft that the device showed, these changes left out.
    """

    device: uuids.UUID
    first: int
    changes: Sequence[Change]
    digest: str
    ending: Ending | None = None
    revision: int | None = None

    @property
    def last(self) -> int:
        return self.first + len(self.changes) - 1


@transaction.atomic
def take_opened(
    *,
    by: User,
    uuid: uuids.UUID,
    opened: Callable[[], dict[str, Any]],
    edition: int | None,
    held: Held,
    reply: Reply,
) -> Arrived:
    """Open it as `opened` says, unless it is there; take the changes; end it, if it is complete.

    `opened` gives the arguments of open_audit, or, with an assignment, of open_assigned. Raises Refused or Stale where
    it cannot be opened so, OtherEdition where the card was another one, Gap or Late as the journal does.
    """
    if not (access.drafts_of(by).filter(uuid=uuid).exists() or access.finished_by(by).filter(uuid=uuid).exists()):
        said = opened()
        in_force = _edition_on(timezone.localdate(said["took_place_at"]))
        if edition != in_force:
            raise OtherEdition(in_force)
        audit = (
            open_assigned(by=by, uuid=uuid, **said)
            if "assignment" in said
            else open_audit(auditor=by, uuid=uuid, **said)
        )
        if audit.uuid != uuid:
            raise Refused(OPENED_ELSEWHERE)
    return end_kept(by=by, uuid=uuid, held=held, reply=reply)


@transaction.atomic
def end_kept(*, by: User, uuid: uuids.UUID, held: Held, reply: Reply) -> Arrived:
    """Take what a device holds of a draft, and end it as was asked for there without a network.

    Sent again, it is answered as before. Raises Gap, Late or Audit.DoesNotExist as the journal does.
    """
    try:
        told = take_changes(
            audit=uuid,
            by=by,
            device=held.device,
            first=held.first,
            changes=held.changes,
            digest=held.digest,
            reply=reply,
        )
    except Late as late:
        if any(change.kind != "nothing" for change in held.changes):
            raise
        # Submitted elsewhere, with all that this device ever gave: the same receipt.
        return Arrived(late.audit, {"seq": held.last})
    audit = access.drafts_of(by).filter(uuid=uuid).first() or access.finished_by(by).get(uuid=uuid)
    return Arrived(audit, told) if held.ending is None else _end(audit, by, held, held.ending, told)


def _end(audit: Audit, by: User, held: Held, ending: Ending, told: dict[str, Any]) -> Arrived:
    if not audit.is_draft or (ending.until and audit.set_aside_at and audit.awaited_until == ending.until):
        # Asked for before, and the reply was lost.
        return Arrived(audit, told)
    refused = audit.devices.filter(device=held.device).values_list("refused", flat=True).first() or {}
    if told.get("turned_down") or any(one["reason"] for one in refused.values()):
        return Arrived(audit, told, _("Some of its answers were not taken."))
    # Nobody else wrote between what the device showed and now.
    is_same = held.revision == told.get("before") and told.get("revision") == audit.revision
    seen = Seen(audit.revision if is_same else None, held.device, held.last)
    try:
        return Arrived(_ended(audit, by, ending, seen), told)
    except LookAgain:
        return Arrived(audit, told, _("It was changed elsewhere since you looked at it."), has_changed=True)
    except Unanswered:
        return Arrived(audit, told, _("There are questions without an answer."))
    except Refused as refusal:
        return Arrived(audit, told, refusal.message)


@transaction.atomic
def _ended(audit: Audit, by: User, ending: Ending, seen: Seen) -> Audit:
    """In a savepoint: what cannot be ended is a draft all the same."""
    if ending.until is not None:
        return set_aside(audit=audit, by=by, until=ending.until, leave_unanswered=ending.leave_unanswered, seen=seen)
    return submit_audit(audit=audit, by=by, leave_unanswered=ending.leave_unanswered, seen=seen)


def _edition_on(day: datetime.date) -> int | None:
    pk: int | None = Edition.objects.in_force_on(day).values_list("pk", flat=True).first()
    return pk

"""Submitting an audit: from then on it stays as it is."""

import datetime
import uuid as uuids
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits.choices import FINISHED, AuditStatus
from audits.fieldwork.amending import check_correction
from audits.fieldwork.answering import Sheet
from audits.fieldwork.opening import filler_of, locked_draft
from audits.models import Audit, User
from standards.refusals import Refused


class Unanswered(Exception):
    """Rows were left open and nobody has said that they may be. `pending` lists them."""

    def __init__(self, pending: Any) -> None:
        super().__init__(f"{pending.count} unanswered")
        self.pending = pending


class Short(Exception):
    """The device that asks still holds changes: they come first."""


class LookAgain(Exception):
    """The draft is not the one that was looked at before submitting."""


class DeviceUnknown(Exception):
    """Devices have filled this draft; the page, without a script, cannot say what its own still holds."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page says that ends filling: which revision it showed, and how many changes its device has given."""

    revision: int | None
    device: uuids.UUID | None = None
    last: int = 0
    # Ticked, where no script can tell.
    holds_nothing: bool = False


def _check_seen(draft: Audit, seen: Seen | None) -> None:
    """Nothing is final while the device still holds something, or of what nobody has looked at."""
    if seen is None:
        return
    if seen.device is not None:
        kept = draft.devices.filter(device=seen.device).values_list("seq", flat=True).first() or 0
        if kept < seen.last:
            raise Short
    if seen.revision != draft.revision:
        raise LookAgain
    if seen.device is None and not seen.holds_nothing and draft.devices.exists():
        raise DeviceUnknown


def receipt_number(audit_id: int, submitted_at: datetime.datetime) -> str:
    """The number by which a submitted audit is cited: "KA/2026/001234"."""
    return f"KA/{timezone.localdate(submitted_at).year}/{audit_id:06d}"


@transaction.atomic
def submit_audit(
    *,
    audit: Audit,
    by: User,
    leave_unanswered: bool,
    seen: Seen | None = None,
    now: datetime.datetime | None = None,
) -> Audit:
    """Submit a draft and give it its receipt number; a second submission gives the first receipt.

    Raises Unanswered while rows are open, unless `leave_unanswered` says by an explicit act that they are
    "not observed"; Short, LookAgain or DeviceUnknown where what was `seen` on a page is not all.
    """
    draft = Audit.objects.select_for_update(of=("self",)).get(pk=audit.pk)
    if filler_of(draft) != by.pk:
        raise Refused(_("Only its auditor submits an audit."))
    if draft.status in FINISHED:
        return draft
    if draft.status == AuditStatus.DISCARDED:
        raise Refused(_("This audit was discarded."))
    _check_seen(draft, seen)
    if draft.corrects_id:
        check_correction(draft)
    sheet = Sheet(draft)
    left = sheet.pending()
    if left.count and not leave_unanswered:
        raise Unanswered(left)
    for answer in sheet.answers.values():
        # Rows of a matter that was judged have their verdict; rows behind a closed gate are not applicable.
        if not answer.verdict:
            sheet.leave(answer)
    sheet.write()
    # A correction waits for a second person.
    draft.status = AuditStatus.PROPOSED if draft.corrects_id else AuditStatus.SUBMITTED
    draft.submitted_at = now or timezone.now()
    draft.receipt = receipt_number(draft.pk, draft.submitted_at)
    draft.save(update_fields=["status", "submitted_at", "receipt"])
    # Kept so that a device may ask again; a finished audit needs none of it, and nobody would redact it there.
    draft.devices.update(digest="", reply={}, refused={})
    return draft


# No answer that the law lets an office take its time for takes longer: two months, and the post.
LONGEST_AWAITED = datetime.timedelta(days=90)
USUALLY_AWAITED = datetime.timedelta(days=7)


@transaction.atomic
def set_aside(
    *,
    audit: Audit,
    by: User,
    until: datetime.date,
    leave_unanswered: bool = False,
    seen: Seen | None = None,
    now: datetime.datetime | None = None,
) -> Audit:
    """Keep everything that was judged as it is, and leave open only what comes later, until that day.

    Again with another day: awaits it until then. Nothing happens on the day itself: the auditor submits, with
    what did not come "not observed". Raises Refused, or Unanswered while something else is open, unless
    `leave_unanswered` says by an explicit act that it is "not observed".
    """
    now = now or timezone.now()
    draft = locked_draft(audit, by)
    _check_seen(draft, seen)
    _check_day(draft, until, timezone.localdate(now))
    if draft.set_aside_at is None:
        _finish_the_rest(draft, leave_unanswered)
        draft.set_aside_at = now
    draft.awaited_until = until
    draft.version += 1
    draft.revision += 1
    draft.save(update_fields=["set_aside_at", "awaited_until", "version", "revision"])
    return draft


def last_day_awaited(audit: Audit) -> datetime.date:
    return timezone.localdate(audit.took_place_at) + LONGEST_AWAITED


def _check_day(draft: Audit, until: datetime.date, today: datetime.date) -> None:
    if until < today:
        raise Refused(_("This day has passed: choose today or a later one."), "until")
    if until > last_day_awaited(draft):
        raise Refused(_("What comes later is awaited for 90 days after the visit at most."), "until")


def _finish_the_rest(draft: Audit, leave_unanswered: bool) -> None:
    sheet = Sheet(draft)
    left = sheet.pending()
    later = left.later
    if later is None or not later.count:
        raise Refused(_("Nothing in this audit is judged later: submit it."))
    if left.now and not leave_unanswered:
        raise Unanswered(left)
    waits = {one.pk for one in later.answers} | {
        one.pk for one in sheet.answers.values() if one.gate_id in {gate.pk for gate in later.gates}
    }
    for answer in sheet.answers.values():
        if not answer.verdict and answer.pk not in waits:
            sheet.leave(answer)
    sheet.write()

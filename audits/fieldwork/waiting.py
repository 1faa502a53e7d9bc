"""Setting an audit aside: what comes later, a promised call-back, is judged when it has come or its day has passed."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits.fieldwork.answering import Sheet
from audits.fieldwork.faults import Refused, Unanswered
from audits.fieldwork.opening import locked_draft
from audits.models import Audit, User

# No answer that the law lets an office take its time for takes longer: two months, and the post.
LONGEST_AWAITED = datetime.timedelta(days=90)


@transaction.atomic
def set_aside(
    *,
    audit: Audit,
    by: User,
    until: datetime.date,
    leave_unanswered: bool = False,
    now: datetime.datetime | None = None,
) -> Audit:
    """Keep everything that was judged as it is, and leave open only what comes later, until that day.

    Again with another day: awaits it until then. Nothing happens on the day itself: the auditor submits, with
    what did not come "not observed". Raises Refused, or Unanswered while something else is open, unless
    `leave_unanswered` says by an explicit act that it is "not observed".
    """
    now = now or timezone.now()
    draft = locked_draft(audit, by)
    _check_day(draft, until, timezone.localdate(now))
    if draft.set_aside_at is None:
        _finish_the_rest(draft, leave_unanswered)
        draft.set_aside_at = now
    draft.awaited_until = until
    draft.version += 1
    draft.save(update_fields=["set_aside_at", "awaited_until", "version"])
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

"""Submitting an audit: from then on it stays as it is."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits.choices import FINISHED, AuditStatus
from audits.fieldwork.answering import Sheet
from audits.fieldwork.correction import check_correction
from audits.fieldwork.faults import Refused, Unanswered
from audits.fieldwork.opening import filler_of
from audits.models import Audit, User


def receipt_number(audit_id: int, submitted_at: datetime.datetime) -> str:
    """The number by which a submitted audit is cited: "KA/2026/001234"."""
    return f"KA/{timezone.localdate(submitted_at).year}/{audit_id:06d}"


@transaction.atomic
def submit_audit(*, audit: Audit, by: User, leave_unanswered: bool, now: datetime.datetime | None = None) -> Audit:
    """Submit a draft and give it its receipt number; a second submission gives the first receipt.

    Raises Unanswered while rows are open, unless `leave_unanswered` says by an explicit act that they are
    "not observed".
    """
    draft = Audit.objects.select_for_update(of=("self",)).get(pk=audit.pk)
    if filler_of(draft) != by.pk:
        raise Refused(_("Only its auditor submits an audit."))
    if draft.status in FINISHED:
        return draft
    if draft.status == AuditStatus.DISCARDED:
        raise Refused(_("This audit was discarded."))
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
    return draft

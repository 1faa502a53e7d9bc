"""Taking a submitted audit out of every figure: proposed by one person of HR, decided by another."""

import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import AuditStatus
from audits.fieldwork.faults import Refused
from audits.models import Annulment, Audit, User


def propose_annulment(*, audit: Audit, by: User, reason: str, now: datetime.datetime | None = None) -> Annulment:
    """Ask for a submitted audit to be annulled. It counts until a second person has approved."""
    if not reason.strip():
        raise Refused(_("Give the reason."), "reason")
    if not access.audits_to_annul(by).filter(pk=audit.pk).exists():
        raise Refused(_("You cannot annul this audit."))
    try:
        with transaction.atomic():
            return Annulment.objects.create(
                audit=audit, reason=reason.strip(), proposed_by=by, proposed_at=now or timezone.now()
            )
    except IntegrityError:
        raise Refused(_("An annulment of this audit already waits for a decision.")) from None


@transaction.atomic
def decide_annulment(
    *, annulment: Annulment, by: User, approved: bool, now: datetime.datetime | None = None
) -> Annulment:
    """Approve or reject a proposal. The proposer and the audit's auditor cannot decide."""
    audit = Audit.objects.select_for_update(of=("self",)).get(pk=annulment.audit_id)
    proposal = Annulment.objects.get(pk=annulment.pk)
    if proposal.approved is not None:
        raise Refused(_("This proposal has already been decided."))
    if by.pk in (proposal.proposed_by_id, audit.auditor_id):
        raise Refused(_("A second person decides: neither who proposed it nor the auditor."))
    if not access.audits_to_annul(by).filter(pk=audit.pk).exists():
        raise Refused(_("You cannot annul this audit."))
    proposal.decided_by = by
    proposal.decided_at = now or timezone.now()
    proposal.approved = approved
    proposal.save(update_fields=["decided_by", "decided_at", "approved"])
    if approved:
        audit.status = AuditStatus.ANNULLED
        audit.save(update_fields=["status"])
    return proposal

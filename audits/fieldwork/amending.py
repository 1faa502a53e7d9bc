"""Correcting a submitted audit: another version, with a reason, that counts once a second person approves it."""

import datetime
import uuid

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import AuditStatus
from audits.fieldwork.header import COLUMNS, CORRECTED
from audits.models import Annulment, Answer, Audit, Correction, Gate, User
from standards.refusals import Refused

# What decided what is asked: a correction keeps it.
CHECKLIST = ("edition_id", "method", "channel", "selection", "department_id", "assignment_id")


@transaction.atomic
def propose_correction(*, audit: Audit, by: User, reason: str, now: datetime.datetime | None = None) -> Audit:
    """A draft with everything that the audit holds, for the proposer to mend and submit. The audit still counts.

    Who is writing one already gets that one back.
    """
    now = now or timezone.now()
    if not reason.strip():
        raise Refused(_("Give the reason."), "reason")
    if not access.audits_to_correct(by).filter(pk=audit.pk).exists():
        raise Refused(_("You cannot correct this audit."))
    original = Audit.objects.select_for_update(of=("self",)).get(pk=audit.pk)
    _check_none_waits(original)
    if begun := original.corrections.drafts().filter(correction__proposed_by=by).first():
        return begun
    draft = Audit.objects.create(
        uuid=uuid.uuid4(),
        corrects=original,
        auditor_id=original.auditor_id,
        opened_at=now,
        **{name: getattr(original, name) for name in (*COLUMNS, *CHECKLIST)},
        no_conflict_declared_at=original.no_conflict_declared_at,
    )
    _copy_rows(original, draft)
    Correction.objects.create(version=draft, reason=reason.strip(), proposed_by=by, proposed_at=now)
    return draft


def _copy_rows(original: Audit, draft: Audit) -> None:
    gates = {gate.pk: gate for gate in original.gates.all()}
    answers = list(original.answers.all())
    rows: list[Gate | Answer] = [*gates.values(), *answers]
    for row in rows:
        row.pk, row.audit, row.version = None, draft, 0
        row._state.adding = True
    # Each gate by the key that it had in the original.
    Gate.objects.bulk_create(gates.values())
    for answer in answers:
        answer.gate = gates.get(answer.gate_id)  # type: ignore[arg-type]
    Answer.objects.bulk_create(answers)


def check_correction(draft: Audit) -> None:
    """Raises Refused for a correction that may not be handed in."""
    assert draft.corrects_id  # noqa: S101
    original = Audit.objects.select_for_update(of=("self",)).get(pk=draft.corrects_id)
    _check_counts(original)
    _check_none_waits(original)
    rows = ("recommendation_id", "verdict", "note")
    same_rows = set(draft.answers.values_list(*rows)) == set(original.answers.values_list(*rows))
    if same_rows and all(getattr(draft, name) == getattr(original, name) for name in CORRECTED):
        raise Refused(_("This correction changes nothing yet. Mend what is wrong first."))


def _check_none_waits(original: Audit) -> None:
    if original.corrections.filter(status=AuditStatus.PROPOSED).exists():
        raise Refused(_("A correction of this audit already waits for a decision."))


def _check_counts(original: Audit) -> None:
    if not Audit.objects.counted().filter(pk=original.pk).exists():
        raise Refused(_("The audit that this corrects does not count any more: it was annulled or corrected."))


@transaction.atomic
def decide_correction(*, version: Audit, by: User, approved: bool, now: datetime.datetime | None = None) -> Audit:
    """Approve or reject a proposed correction. Approved, it counts in place of what it corrects, from this moment."""
    # In the order of their keys, so that two decisions never wait for each other.
    locked = Audit.objects.select_for_update(of=("self",)).filter(pk__in=(version.pk, version.corrects_id or 0))
    audits = {audit.pk: audit for audit in locked.order_by("pk")}
    version = audits[version.pk]
    if version.corrects_id is None or version.status != AuditStatus.PROPOSED:
        raise Refused(_("This proposal has already been decided."))
    if not access.corrections_to_decide(by).filter(pk=version.pk).exists():
        raise Refused(_("A second person of HR decides: neither who proposed it nor the auditor."))
    original = audits[version.corrects_id]
    if approved:
        _check_counts(original)
        if original.annulments.filter(approved__isnull=True).exists():
            raise Refused(_("An annulment of this audit waits for a decision. Decide on that first."))
        version.supersedes = original
        if original.assignment_id is not None:
            # HR may have said meanwhile whom the shopper's audit is about.
            version.employee_id = original.employee_id
    version.status = AuditStatus.SUBMITTED if approved else AuditStatus.REJECTED
    version.save(update_fields=["status", "supersedes", "employee"])
    correction = version.correction
    correction.decided_by = by
    correction.decided_at = now or timezone.now()
    correction.approved = approved
    correction.save(update_fields=["decided_by", "decided_at", "approved"])
    return version


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

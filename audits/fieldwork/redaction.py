"""Taking something out of the free words of a finished audit for good. That it happened stays, what it was does not."""

import datetime
import re

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import RedactedPlace, ReportKind, WithdrawnBecause
from audits.fieldwork.faults import Refused
from audits.fieldwork.versions import versions_of
from audits.models import Annulment, Answer, Audit, Correction, Redaction, Report, User
from audits.withdrawing import reports_showing_notes_of, withdraw_reports

# Stands where something was taken out. Of the record, so the same in every language of the pages.
REDACTED = "[usunięto]"


@transaction.atomic
def redact_note(
    *,
    audit: Audit,
    by: User,
    recommendation_id: int | None,
    reason: str,
    passage: str = "",
    now: datetime.datetime | None = None,
) -> list[Redaction]:
    """Put a mark in place of every occurrence of the passage, or of the whole note where none is given.

    `recommendation_id` names the row whose note it is; None: the note on the scenario. All versions of the audit lose
    it. Stored reports that may print it are withdrawn. Raises Refused.
    """
    cut, reason = _checked(audit, by, passage, reason)
    now = now or timezone.now()
    versions = versions_of(audit, lock=True)
    tried = [_redact(version, recommendation_id, cut, by, reason, now) for version in versions]
    redactions = [one for one in tried if one is not None]
    if not any(one.audit_id == audit.pk for one in redactions):
        raise cut.nothing_found
    return redactions


@transaction.atomic
def redact_reason(
    *,
    audit: Audit,
    by: User,
    of: Annulment | Correction,
    reason: str,
    passage: str = "",
    now: datetime.datetime | None = None,
) -> Redaction:
    """The same where it stands in a reason: why the audit was to be annulled, or why this version of it was made."""
    cut, reason = _checked(audit, by, passage, reason)
    now = now or timezone.now()
    # Held against whoever decides on it meanwhile.
    kept: Annulment | Correction
    if isinstance(of, Annulment):
        place = RedactedPlace.ANNULMENT
        kept = audit.annulments.select_for_update(of=("self",)).get(pk=of.pk)
    else:
        place = RedactedPlace.CORRECTION
        kept = Correction.objects.select_for_update(of=("self",)).get(pk=of.pk, version=audit)
    left = cut.of(kept.reason)
    if left == kept.reason:
        raise cut.nothing_found
    kept.reason = left
    kept.save(update_fields=["reason"])
    withdraw_reports(
        Report.objects.filter(kind=ReportKind.AUDIT, audit=audit), because=WithdrawnBecause.REDACTION, now=now
    )
    return Redaction.objects.create(
        audit=audit, place=place, is_whole=cut.is_whole, reason=reason, redacted_by=by, redacted_at=now
    )


def _checked(audit: Audit, by: User, passage: str, reason: str) -> tuple["_Cut", str]:
    """What is to be taken out and why, unless it may not."""
    reason = " ".join(reason.split())
    if not reason:
        raise Refused(_("Give the reason."), "reason")
    if not access.audits_to_redact(by).filter(pk=audit.pk).exists():
        raise Refused(_("You cannot redact the notes of this audit."))
    cut = _Cut(passage)
    if cut.would_stay_in(reason):
        raise Refused(_("The reason is kept. Do not repeat in it what is taken out."), "reason")
    return cut, reason


class _Cut:
    """What is taken out: a passage, however its words are spaced, or everything."""

    def __init__(self, passage: str) -> None:
        words = passage.split()
        self.is_whole = not words
        self._pattern = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)

    def of(self, note: str) -> str:
        """The note without it."""
        if self.is_whole:
            return REDACTED if note.strip() else note
        # The marks of earlier cuts stay whole.
        return REDACTED.join(self._pattern.sub(REDACTED, part) for part in note.split(REDACTED))

    def would_stay_in(self, text: str) -> bool:
        return not self.is_whole and self._pattern.search(text) is not None

    @property
    def nothing_found(self) -> Refused:
        if self.is_whole:
            return Refused(_("There is nothing left in this note to take out."), "note")
        return Refused(_("The note does not hold these words as they stand here."), "passage")


def _redact(
    version: Audit, recommendation_id: int | None, cut: _Cut, by: User, reason: str, now: datetime.datetime
) -> Redaction | None:
    answer = None
    if recommendation_id is None:
        note, left = version.scenario, cut.of(version.scenario)
        if left != note:
            Audit.objects.filter(pk=version.pk).update(scenario=left, version=version.version + 1)
    else:
        answer = version.answers.filter(recommendation_id=recommendation_id).first()
        if answer is None:
            return None
        note, left = answer.note, cut.of(answer.note)
        if left != note:
            Answer.objects.filter(pk=answer.pk).update(note=left, version=answer.version + 1)
    if left == note:
        return None
    reports = reports_showing_notes_of(version)
    if answer is None or not answer.critical:
        reports = reports.filter(kind=ReportKind.AUDIT)
    withdraw_reports(reports, because=WithdrawnBecause.REDACTION, now=now)
    return Redaction.objects.create(
        audit=version,
        place=RedactedPlace.SCENARIO if answer is None else RedactedPlace.NOTE,
        answer=answer,
        is_whole=cut.is_whole,
        reason=reason,
        redacted_by=by,
        redacted_at=now,
    )

"""Taking something out of the free words of a finished audit for good. That it happened stays, what it was does not."""

import datetime
import re

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import RedactedPlace, WithdrawnBecause
from audits.fieldwork.header import FREE_TEXT, HeaderField
from audits.models import Annulment, Answer, Audit, Correction, Redaction, User
from audits.models.reports import cards_of, files_about, withdraw_reports
from standards.refusals import Refused


def versions_of(audit: Audit, *, lock: bool = False) -> list[Audit]:
    """All of them, the first submitted first; with `lock`, held against other writers until the transaction ends."""
    first, before = audit.pk, audit.corrects_id
    while before is not None:
        first, before = before, Audit.objects.values_list("corrects", flat=True).get(pk=before)
    found, latest = [first], [first]
    while latest:
        latest = list(Audit.objects.filter(corrects__in=latest).values_list("pk", flat=True))
        found += latest
    rows = Audit.objects.filter(pk__in=found).order_by("pk")
    return list(rows.select_for_update(of=("self",)) if lock else rows)


_OF_HEADER = {field.name: field for field in FREE_TEXT}

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
    field: str = "scenario",
    now: datetime.datetime | None = None,
) -> list[Redaction]:
    """Put a mark in place of every occurrence of the passage, or of the whole note where none is given.

    `recommendation_id` names the row whose note it is; None: it is that `field` of the header, of free text. All
    versions of the audit lose it. Stored reports that may print it are withdrawn. Raises Refused.
    """
    cut, reason = _checked(audit, by, passage, reason)
    now = now or timezone.now()
    versions = versions_of(audit, lock=True)
    tried = [_redact(version, recommendation_id, _OF_HEADER[field], cut, by, reason, now) for version in versions]
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
    withdraw_reports(cards_of(audit), because=WithdrawnBecause.REDACTION, now=now)
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
    version: Audit,
    recommendation_id: int | None,
    field: HeaderField,
    cut: _Cut,
    by: User,
    reason: str,
    now: datetime.datetime,
) -> Redaction | None:
    answer = None
    if recommendation_id is None:
        note = getattr(version, field.name)
        # The mark may be longer than what it stands for.
        left = cut.of(note)[: field.column.max_length]
        if left != note:
            Audit.objects.filter(pk=version.pk).update(**{field.name: left}, version=version.version + 1)
    else:
        answer = version.answers.filter(recommendation_id=recommendation_id).first()
        if answer is None:
            return None
        note, left = answer.note, cut.of(answer.note)
        if left != note:
            Answer.objects.filter(pk=answer.pk).update(note=left, version=answer.version + 1)
    if left == note:
        return None
    printed_in = files_about(Audit.objects.filter(pk=version.pk))
    withdraw_reports(printed_in, because=WithdrawnBecause.REDACTION, now=now)
    return Redaction.objects.create(
        audit=version,
        place=field.name if answer is None else RedactedPlace.NOTE,
        answer=answer,
        is_whole=cut.is_whole,
        reason=reason,
        redacted_by=by,
        redacted_at=now,
    )

"""Showing people the audits about them."""

import datetime
import uuid as uuids
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audits import access
from audits.choices import verdict_label
from audits.fieldwork.header import Fact, free_text_of
from audits.models import Answer, Audit, Release, Statement, User, was_released
from audits.models.assessed import LONGEST_STATEMENT
from standards.refusals import Refused
from standards.wording.intake import clean

# As many notes as somebody can check with care in one go; also what one form can carry.
RELEASED_AT_ONCE = 25


@transaction.atomic
def release_audits(
    *, uuids: Collection[uuids.UUID], by: User, notes_checked: bool, now: datetime.datetime | None = None
) -> list[Release]:
    """Release these audits to the people they are about; all of them or, when one may not be, none.

    Raises Refused. What was released before stays as it was then.
    """
    if not notes_checked:
        raise Refused(_("Check the notes first, and say that you have."), "notes_checked")
    wanted = access.audits_visible_to(by).filter(uuid__in=uuids).select_for_update(of=("self",)).order_by("pk")
    known = list(wanted)
    before = set(access.audits_visible_to(by).filter(was_released(), uuid__in=uuids).values_list("pk", flat=True))
    left = [audit.pk for audit in known if audit.pk not in before]
    may = list(access.audits_to_release(by).filter(pk__in=left).order_by("pk"))
    if len(may) != len(left) or len(known) != len(set(uuids)):
        raise Refused(_("One of these audits cannot be released any more. The list below is as it stands now."))
    at = now or timezone.now()
    return Release.objects.bulk_create(
        Release(audit=audit, employee=audit.employee, released_by=by, released_at=at) for audit in may
    )


# A person amends a statement a few times, not without end.
MOST_VERSIONS = 20


@transaction.atomic
def add_statement(*, audit: Audit, by: User, text: str, now: datetime.datetime | None = None) -> Statement:
    """Add a statement to an audit about oneself, or amend it: what was said before is kept. Raises Refused.

    The same text again changes nothing.
    """
    text = clean(text, forgiving=True).text.strip()
    if not text:
        raise Refused(_("Write the statement."), "text")
    if len(text) > LONGEST_STATEMENT:
        raise Refused(_("Shorten the statement to 4,000 characters."), "text")
    locked = access.own_released_audits(by).select_for_update(of=("self",)).filter(pk=audit.pk).first()
    if locked is None:
        raise Refused(_("You cannot reply to this audit."))
    before = list(locked.statements.order_by("made_at", "pk"))
    if before and before[-1].text == text:
        return before[-1]
    if len(before) >= MOST_VERSIONS:
        raise Refused(_("This statement was amended too many times. Write to HR."))
    return Statement.objects.create(audit=locked, text=text, made_by=by, made_at=now or timezone.now())


@dataclass(frozen=True, slots=True)
class Note:
    label: str
    question: str
    verdict_label: str
    text: str


@dataclass(frozen=True, slots=True)
class AuditNotes:
    audit: Audit
    notes: tuple[Note, ...]

    @property
    def of_the_visit(self) -> tuple[Fact, ...]:
        """The free words of its header."""
        return free_text_of(self.audit)

    @property
    def has_none(self) -> bool:
        return not (self.notes or self.of_the_visit)


def notes_of(audits: Sequence[Audit]) -> list[AuditNotes]:
    """Of each audit, in one query."""
    noted = (
        Answer.objects.filter(audit__in=[audit.pk for audit in audits])
        .exclude(note="")
        .select_related("recommendation__standard")
        .order_by("audit", "position")
    )
    found: dict[int, list[Note]] = {}
    for answer in noted:
        found.setdefault(answer.audit_id, []).append(
            Note(
                answer.recommendation.label,
                answer.question,
                verdict_label(answer.verdict, refrain=answer.refrain, parts=answer.parts),
                answer.note,
            )
        )
    return [AuditNotes(audit, tuple(found.get(audit.pk, ()))) for audit in audits]

"""What was written in free words in an audit: what is checked before the person it is about sees it."""

from collections.abc import Sequence
from dataclasses import dataclass

from audits.models import Answer, Audit
from audits.reports.audit import verdict_label


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
    def has_none(self) -> bool:
        return not (self.notes or self.audit.scenario or self.audit.desk)


def notes_of(audits: Sequence[Audit]) -> list[AuditNotes]:
    """Of each audit, in one query. The free words of the visit itself stand on the audit."""
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
                verdict_label(answer.verdict, refrain=answer.refrain),
                answer.note,
            )
        )
    return [AuditNotes(audit, tuple(found.get(audit.pk, ()))) for audit in audits]

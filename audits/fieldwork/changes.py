"""What a correction changes: header and rows of two versions of one audit, side by side."""

from dataclasses import dataclass

from audits.choices import verdict_label
from audits.fieldwork.header import HEADER, fact_of
from audits.models import Answer, Audit


@dataclass(frozen=True, slots=True)
class Change:
    what: str
    before: str
    after: str


def changes_of(version: Audit) -> list[Change]:
    """What the correction says otherwise than the audit that it corrects, in the order of the card."""
    original = Audit.objects.select_related("employee").get(corrections=version)
    return [
        Change(what, before, after)
        for what, before, after in (*_of_header(original, version), *_of_rows(original, version))
        if before != after
    ]


def _of_header(original: Audit, version: Audit) -> list[tuple[str, str, str]]:
    corrected = [field for field in HEADER if field.corrected]
    return [
        (field.label, fact_of(original, field).words_label, fact_of(version, field).words_label) for field in corrected
    ]


def _of_rows(original: Audit, version: Audit) -> list[tuple[str, str, str]]:
    before, after = _rows(original), _rows(version)
    return [(_what(before[key]), _value(before[key]), _value(after[key])) for key in before if key in after]


def _rows(audit: Audit) -> dict[int, Answer]:
    rows = audit.answers.select_related("recommendation__standard").order_by(
        "recommendation__standard__position", "recommendation__position"
    )
    return {row.recommendation_id: row for row in rows}


def _what(answer: Answer) -> str:
    return f"{answer.recommendation.label} {answer.question}"


def _value(answer: Answer) -> str:
    verdict = verdict_label(answer.verdict, refrain=answer.refrain, parts=answer.parts)
    return f"{verdict}\n{answer.note}" if answer.note else verdict

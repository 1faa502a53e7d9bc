"""What a correction changes: header and rows of two versions of one audit, side by side."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from audits.models import Answer, Audit
from audits.reports.audit import verdict_label


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
    shown: list[tuple[str, Any]] = [
        (_("Took place"), lambda audit: date_format(timezone.localtime(audit.took_place_at), "j E Y, H:i")),
        (_("Employee"), lambda audit: str(audit.employee or "")),
        (_("Desk or room"), lambda audit: audit.desk),
        (_("Waiting time (minutes)"), _minutes),
        (_("Note on the scenario"), lambda audit: audit.scenario),
    ]
    return [(what, value(original), value(version)) for what, value in shown]


def _minutes(audit: Audit) -> str:
    return "" if audit.waiting_minutes is None else str(audit.waiting_minutes)


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
    verdict = verdict_label(answer.verdict, refrain=answer.refrain)
    return f"{verdict}\n{answer.note}" if answer.note else verdict

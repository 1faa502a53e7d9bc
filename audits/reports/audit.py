"""An audit's card: one audit with every answer and note. And the blank card of a checklist, to be filled by hand."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from audits.reports.figures import Counts


@dataclass(frozen=True, slots=True)
class CardScore:
    """One audit's score; None where nothing is rated. One audit has no interval and no band."""

    counts: Counts
    score: Decimal | None
    coverage: Decimal | None


@dataclass(frozen=True, slots=True)
class CardAnswer:
    label: str
    question: str
    text: str
    emphasis: tuple[tuple[int, int], ...]
    points: tuple["CardPoint", ...]
    refrain: bool
    critical: bool
    attribution: str
    occasion: str
    verdict: str
    verdict_label: str
    act: str
    act_label: str
    note: str
    is_critical_breach: bool


@dataclass(frozen=True, slots=True)
class CardPoint:
    text: str
    emphasis: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class CardStandard:
    number: str
    title: str
    result: CardScore
    answers: tuple[CardAnswer, ...]


@dataclass(frozen=True, slots=True)
class CardArea:
    number: str
    title: str
    result: CardScore
    standards: tuple[CardStandard, ...]


@dataclass(frozen=True, slots=True)
class CardGate:
    """`arose`: True, False, or None where the question was left open."""

    question: str
    label: str
    arose: bool | None


@dataclass(frozen=True, slots=True)
class AuditCard:
    office: str
    uuid: str
    receipt: str
    version: int
    status: str
    status_label: str
    edition_code: str
    edition_title: str
    method: str
    method_label: str
    channel: str
    channel_label: str
    selection_label: str
    department_code: str
    department_name: str
    employee: str
    desk: str
    auditor: str
    took_place_at: datetime.datetime
    opened_at: datetime.datetime
    submitted_at: datetime.datetime | None
    waiting_minutes: int | None
    scenario: str
    opened_late: bool
    filled_from_memory: bool
    corrects: str
    corrected_by: str
    annulment_reason: str
    result: CardScore
    judged: int
    areas: tuple[CardArea, ...]
    breaches: tuple[CardAnswer, ...]
    gates: tuple[CardGate, ...]
    as_of: datetime.datetime
    fingerprint: str
    code_version: str


@dataclass(frozen=True, slots=True)
class BlankRow:
    """`verdicts` are the boxes to tick: (verdict, label) in the order of the form."""

    label: str
    question: str
    text: str
    emphasis: tuple[tuple[int, int], ...]
    points: tuple[CardPoint, ...]
    parts: tuple[str, ...]
    refrain: bool
    verdicts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BlankGroup:
    """Rows behind one gate question; `question` is "" for rows that always apply."""

    question: str
    rows: tuple[BlankRow, ...]


@dataclass(frozen=True, slots=True)
class BlankBlock:
    """`key` is a standards.choices.Block value, or "first" for what is soonest forgotten."""

    key: str
    title: str
    groups: tuple[BlankGroup, ...]
    refrain: tuple[BlankRow, ...]


@dataclass(frozen=True, slots=True)
class BlankCard:
    office: str
    edition_code: str
    edition_title: str
    method: str
    method_label: str
    channel: str
    channel_label: str
    selection_label: str
    rows: int
    minutes: int
    blocks: tuple[BlankBlock, ...]
    as_of: datetime.datetime

"""An audit's card: one audit with every answer and note."""

import dataclasses
import datetime
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db.models import Prefetch
from django.utils import timezone

from audits.choices import Act, AuditStatus, verdict_label
from audits.exports import plain
from audits.fieldwork.header import Fact, facts
from audits.figures import scoring, statistics
from audits.figures.numbers import Counts, counts
from audits.models import Answer, Audit, Redaction, read_names
from standards.choices import Method
from standards.models import Point
from standards.models.text import points_of
from standards.wording.emphasis import PointText


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
    points: tuple[PointText, ...]
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
class CardCorrection:
    """Why this version was made. `approved` is None until a second person has decided."""

    reason: str
    proposed_by: str
    proposed_at: datetime.datetime
    approved: bool | None
    decided_by: str
    decided_at: datetime.datetime | None


@dataclass(frozen=True, slots=True)
class CardRedaction:
    """That something was taken out of free words; `label`: of which recommendation, where it was its note."""

    place: str
    place_label: str
    label: str
    is_whole: bool
    reason: str
    by: str
    at: datetime.datetime


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
    # When HR said whom a mystery shopper met, or that nobody can tell.
    identified_at: datetime.datetime | None
    auditor: str
    auditor_label: str
    took_place_at: datetime.datetime
    opened_at: datetime.datetime
    submitted_at: datetime.datetime | None
    set_aside_at: datetime.datetime | None
    awaited_until: datetime.date | None
    # What it says of the visit itself, with the employee and the time.
    facts: tuple[Fact, ...]
    opened_late: bool
    filled_from_memory: bool
    corrects: str
    corrected_by: str
    correction: CardCorrection | None
    annulment_reason: str
    redactions: tuple[CardRedaction, ...]
    # What the person said of it last, since it was released to them.
    statement: str
    statement_at: datetime.datetime | None
    result: CardScore
    judged: int
    areas: tuple[CardArea, ...]
    breaches: tuple[CardAnswer, ...]
    gates: tuple[CardGate, ...]
    as_of: datetime.datetime
    fingerprint: str


def audit_card(audit: Audit) -> AuditCard:
    """The card, in at most eleven queries and one for each correction before. It names people: check who reads it."""
    known = Audit.objects.select_related("edition", "employee", "auditor", *_DECISIONS).get(pk=audit.pk)
    answers = list(
        known.answers.select_related("recommendation__standard__area", "gate")
        .prefetch_related(Prefetch("recommendation__points", Point.objects.order_by("position")))
        .order_by(
            "recommendation__standard__area__position",
            "recommendation__standard__position",
            "recommendation__position",
        )
    )
    department = read_names([known.department_id]).of(known.department_id, timezone.localdate(known.took_place_at))
    corrected = _corrected(known)
    successor = getattr(known, "superseded_by", None)
    correction = _correction(known)
    statement = known.statements.order_by("-made_at", "-pk").first()
    annulment = known.annulments.filter(approved=True).order_by("-decided_at").first()
    identification = known.identifications.order_by("-pk").first() if known.assignment_id else None
    redactions = tuple(
        map(_redaction, known.redactions.select_related("answer__recommendation__standard", "redacted_by"))
    )
    changes = [
        known.submitted_at or known.opened_at,
        annulment.decided_at if annulment else None,
        successor.correction.decided_at if successor else None,
        correction.decided_at if correction else None,
        identification.at if identification else None,
        *(one.at for one in redactions),
        statement.made_at if statement else None,
    ]
    in_order_of_filling = sorted(answers, key=lambda answer: (answer.position, answer.pk))
    card = AuditCard(
        office=settings.OFFICE_NAME,
        uuid=str(known.uuid),
        receipt=known.receipt or "",
        version=1 + len(corrected),
        status=known.status,
        status_label=str(AuditStatus(known.status).label),
        edition_code=known.edition.code,
        edition_title=known.edition.title,
        method=known.method,
        method_label=known.get_method_display(),
        channel=known.channel,
        channel_label=known.get_channel_display(),
        selection_label=known.get_selection_display(),
        department_code=department.code,
        department_name=department.name,
        employee=str(known.employee) if known.employee else "",
        identified_at=identification.at if identification else None,
        # A mystery shopper stays unnamed wherever a card may go.
        auditor="" if known.method == Method.MYSTERY else str(known.auditor),
        auditor_label=str(Method.MYSTERY.label if known.method == Method.MYSTERY else known.auditor),
        took_place_at=known.took_place_at,
        opened_at=known.opened_at,
        submitted_at=known.submitted_at,
        set_aside_at=known.set_aside_at,
        awaited_until=known.awaited_until,
        facts=facts(known),
        opened_late=known.opened_late,
        filled_from_memory=known.filled_from_memory,
        corrects=corrected[0] if corrected else "",
        corrected_by=(successor.receipt or "") if successor else "",
        correction=correction,
        annulment_reason=annulment.reason if annulment else "",
        redactions=redactions,
        statement=statement.text if statement else "",
        statement_at=statement.made_at if statement else None,
        # A matter's weight and place do not depend on the order; its labels do, and none is shown here.
        result=_result(scoring.total_score(map(_mark, in_order_of_filling))),
        judged=len(answers),
        areas=tuple(_area(group) for group in _grouped(answers, lambda a: a.recommendation.standard.area_id)),
        breaches=tuple(_answer(answer) for answer in in_order_of_filling if answer.is_critical_breach),
        gates=tuple(CardGate(gate.question, gate.label, gate.arose) for gate in known.gates.order_by("position")),
        as_of=max(instant for instant in changes if instant),
        fingerprint="",
    )
    content = json.dumps(_without_labels(plain(card)), ensure_ascii=True, sort_keys=True).encode("ascii")
    return dataclasses.replace(card, fingerprint=hashlib.sha256(content).hexdigest())


def _without_labels(value: Any) -> Any:
    """The data alone, the same in every language."""
    if isinstance(value, dict):
        return {key: _without_labels(each) for key, each in value.items() if not key.endswith("_label")}
    return [_without_labels(each) for each in value] if isinstance(value, list) else value


def _corrected(audit: Audit) -> list[str]:
    """Receipts of what the audit corrects, or is to correct, and of what that corrected, the latest first."""
    found = []
    while audit.corrects_id and (audit := Audit.objects.get(pk=audit.corrects_id)):
        found.append(audit.receipt or "")
    return found


_DECISIONS = ("superseded_by__correction", "correction__proposed_by", "correction__decided_by")


def _correction(audit: Audit) -> CardCorrection | None:
    if audit.corrects_id is None:
        return None
    made = audit.correction
    return CardCorrection(
        reason=made.reason,
        proposed_by=str(made.proposed_by),
        proposed_at=made.proposed_at,
        approved=made.approved,
        decided_by=str(made.decided_by) if made.decided_by else "",
        decided_at=made.decided_at,
    )


def _redaction(redaction: Redaction) -> CardRedaction:
    return CardRedaction(
        place=redaction.place,
        place_label=redaction.place_label,
        label=redaction.answer.recommendation.label if redaction.answer else "",
        is_whole=redaction.is_whole,
        reason=redaction.reason,
        by=str(redaction.redacted_by),
        at=redaction.redacted_at,
    )


def _grouped(answers: Iterable[Answer], key: object) -> list[list[Answer]]:
    groups: dict[int, list[Answer]] = {}
    for answer in answers:
        groups.setdefault(key(answer), []).append(answer)  # type: ignore[operator]
    return list(groups.values())


def _mark(answer: Answer) -> scoring.Mark:
    return scoring.Mark(
        verdict=answer.verdict,
        weight=answer.weight,
        same_matter=answer.same_matter,
        critical=answer.critical,
    )


def _result(score: scoring.Score) -> CardScore:
    return CardScore(counts(score.tally), statistics.percent(score.ratio), statistics.percent(score.coverage))


def _area(answers: Sequence[Answer]) -> CardArea:
    area = answers[0].recommendation.standard.area
    return CardArea(
        number=area.number,
        title=area.title,
        result=_result(scoring.total_score(map(_mark, answers))),
        standards=tuple(_standard(group) for group in _grouped(answers, lambda a: a.recommendation.standard_id)),
    )


def _standard(answers: Sequence[Answer]) -> CardStandard:
    standard = answers[0].recommendation.standard
    return CardStandard(
        number=standard.number,
        title=standard.title,
        result=_result(scoring.score_of(map(_mark, answers))),
        answers=tuple(map(_answer, answers)),
    )


def _answer(answer: Answer) -> CardAnswer:
    recommendation = answer.recommendation
    return CardAnswer(
        label=recommendation.label,
        question=answer.question,
        text=recommendation.text,
        emphasis=tuple((start, end) for start, end in recommendation.emphasis),
        points=points_of(recommendation),
        refrain=answer.refrain,
        critical=answer.critical,
        attribution=answer.attribution,
        occasion=answer.gate.label if answer.gate else "",
        verdict=answer.verdict,
        verdict_label=verdict_label(answer.verdict, refrain=answer.refrain, parts=answer.parts),
        act=answer.act,
        act_label=str(Act(answer.act).label) if answer.act else "",
        note=answer.note,
        is_critical_breach=answer.is_critical_breach,
    )

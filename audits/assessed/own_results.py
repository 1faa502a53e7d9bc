"""An audit as the person it is about sees it: its card, without what would tell who the shopper was."""

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from audits.choices import AuditStatus, Role
from audits.fieldwork.card import AuditCard, CardAnswer, CardArea, CardGate, CardScore, audit_card
from audits.fieldwork.header import Fact, facts
from audits.models import Appointment, Audit, later_version_released
from standards.choices import Method


@dataclass(frozen=True, slots=True)
class OwnStatement:
    text: str
    made_at: datetime.datetime


@dataclass(frozen=True, slots=True)
class OwnResult:
    """`took_place_at` is None where the hour would tell the visit of a shopper; the day is always told."""

    receipt: str
    version: int
    status: str
    status_label: str
    department_code: str
    department_name: str
    method_label: str
    channel_label: str
    selection_label: str
    edition_code: str
    edition_title: str
    auditor: str
    took_place_on: datetime.date
    took_place_at: datetime.datetime | None
    # Of the visit itself, what the person is told besides.
    facts: tuple[Fact, ...]
    opened_late: bool
    filled_from_memory: bool
    corrects: str
    corrected_by: str
    # Of the version that counts in its place: the day on which it came to, and whether this person may see it.
    corrected_on: datetime.date | None
    correction_released: bool
    annulled_on: datetime.date | None
    annulment_proposed: bool
    judged: int
    result: CardScore
    areas: tuple[CardArea, ...]
    breaches: tuple[CardAnswer, ...]
    gates: tuple[CardGate, ...]
    released_at: datetime.datetime
    given_on_request: bool
    # The latest last, and that one is printed on every card.
    statements: tuple[OwnStatement, ...]

    @property
    def statement(self) -> OwnStatement | None:
        return self.statements[-1] if self.statements else None


def own_result(audit: Audit) -> OwnResult:
    """Of a released audit, in a fixed number of queries. Why it was annulled stays out: nobody checked those words."""
    card = audit_card(audit)
    annulments = list(audit.annulments.order_by("decided_at"))
    approved = [one.decided_at for one in annulments if one.approved and one.decided_at]
    release = audit.releases.get(employee=audit.employee_id)
    return OwnResult(
        receipt=card.receipt,
        version=card.version,
        status=card.status,
        status_label=card.status_label,
        department_code=card.department_code,
        department_name=card.department_name,
        method_label=card.method_label,
        channel_label=card.channel_label,
        selection_label=card.selection_label,
        edition_code=card.edition_code,
        edition_title=card.edition_title,
        auditor=auditor_shown(audit, card),
        took_place_on=timezone.localdate(card.took_place_at),
        took_place_at=None if card.method == Method.MYSTERY else card.took_place_at,
        facts=facts(audit, told_only=True),
        opened_late=card.opened_late,
        filled_from_memory=card.filled_from_memory,
        corrects=card.corrects,
        corrected_by=card.corrected_by,
        corrected_on=_corrected_on(audit),
        correction_released=bool(card.corrected_by) and _correction_released(audit),
        annulled_on=timezone.localdate(approved[-1]) if approved else None,
        annulment_proposed=card.status == AuditStatus.SUBMITTED and any(one.approved is None for one in annulments),
        judged=card.judged,
        result=card.result,
        areas=card.areas,
        breaches=card.breaches,
        gates=card.gates,
        released_at=release.released_at,
        given_on_request=release.request_id is not None,
        statements=tuple(OwnStatement(one.text, one.made_at) for one in audit.statements.order_by("made_at", "pk")),
    )


def _corrected_on(audit: Audit) -> datetime.date | None:
    successor = getattr(audit, "superseded_by", None)
    return timezone.localdate(successor.correction.decided_at) if successor else None


def _correction_released(audit: Audit) -> bool:
    return Audit.objects.filter(later_version_released(), pk=audit.pk).exists()


def auditor_shown(audit: Audit, card: AuditCard) -> str:
    """In which role the auditor came; their name only where they sat there for all to see.

    A shopper is never named, whoever played them. A supervisor's open observation hides nothing, and the person may
    know where what is held about them comes from.
    """
    if audit.method == Method.MYSTERY:
        return _("mystery shopper")
    held = Appointment.objects.filter(user=audit.auditor_id)
    on_that_day = held.held_on(timezone.localdate(audit.took_place_at)).filter(role=Role.AUDITOR)
    over_the_office = on_that_day.filter(department__parent=None).exists()
    role = _("quality team, auditor of the whole office") if over_the_office else _("supervisor (auditor)")
    if audit.method != Method.OBSERVATION or held.filter(role=Role.SHOPPER).exists():
        return role
    return f"{role}: {card.auditor}"

"""The only writers of audits: each action is keyword-only and one transaction."""

from audits.fieldwork.annulment import decide_annulment, propose_annulment
from audits.fieldwork.answering import (
    Pending,
    Recorded,
    SaveResult,
    awaited,
    pending,
    record_answer,
    record_gate,
    record_none_of_these,
    record_other_gates,
    save_checklist,
    shown,
)
from audits.fieldwork.assignments import assign_visits, edit_assigned, open_assigned, withdraw_assignment
from audits.fieldwork.correction import decide_correction, propose_correction
from audits.fieldwork.faults import Refused, Stale, Unanswered
from audits.fieldwork.identification import identify_employee
from audits.fieldwork.opening import discard_audit, edit_header, open_audit, record_waiting
from audits.fieldwork.redaction import REDACTED, redact_note, redact_reason
from audits.fieldwork.submission import receipt_number, submit_audit
from audits.fieldwork.waiting import last_day_awaited, set_aside

__all__ = [
    "REDACTED",
    "Pending",
    "Recorded",
    "Refused",
    "SaveResult",
    "Stale",
    "Unanswered",
    "assign_visits",
    "awaited",
    "decide_annulment",
    "decide_correction",
    "discard_audit",
    "edit_assigned",
    "edit_header",
    "identify_employee",
    "last_day_awaited",
    "open_assigned",
    "open_audit",
    "pending",
    "propose_annulment",
    "propose_correction",
    "receipt_number",
    "record_answer",
    "record_gate",
    "record_none_of_these",
    "record_other_gates",
    "record_waiting",
    "redact_note",
    "redact_reason",
    "save_checklist",
    "set_aside",
    "shown",
    "submit_audit",
    "withdraw_assignment",
]

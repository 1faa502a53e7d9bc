"""The only writers of audits: each action is keyword-only and one transaction."""

from audits.fieldwork.amending import decide_annulment, decide_correction, propose_annulment, propose_correction
from audits.fieldwork.answering import awaited, pending, save_checklist, shown
from audits.fieldwork.arriving import Arrived, Ending, Held, OtherEdition, end_kept, take_opened
from audits.fieldwork.assignments import assign_visits, edit_assigned, open_assigned, withdraw_assignment
from audits.fieldwork.identification import identify_employee
from audits.fieldwork.journal import Became, Change, Gap, Late, Taken, take_changes
from audits.fieldwork.opening import discard_audit, edit_header, open_audit, record_waiting
from audits.fieldwork.outcomes import Pending, SaveResult
from audits.fieldwork.redaction import REDACTED, redact_note, redact_reason
from audits.fieldwork.submission import (
    DeviceUnknown,
    LookAgain,
    Seen,
    Short,
    Unanswered,
    last_day_awaited,
    receipt_number,
    set_aside,
    submit_audit,
)
from standards.refusals import Refused, Stale

__all__ = [
    "REDACTED",
    "Arrived",
    "Became",
    "Change",
    "DeviceUnknown",
    "Ending",
    "Gap",
    "Held",
    "Late",
    "LookAgain",
    "OtherEdition",
    "Pending",
    "Refused",
    "SaveResult",
    "Seen",
    "Short",
    "Stale",
    "Taken",
    "Unanswered",
    "assign_visits",
    "awaited",
    "decide_annulment",
    "decide_correction",
    "discard_audit",
    "edit_assigned",
    "edit_header",
    "end_kept",
    "identify_employee",
    "last_day_awaited",
    "open_assigned",
    "open_audit",
    "pending",
    "propose_annulment",
    "propose_correction",
    "receipt_number",
    "record_waiting",
    "redact_note",
    "redact_reason",
    "save_checklist",
    "set_aside",
    "shown",
    "submit_audit",
    "take_changes",
    "take_opened",
    "withdraw_assignment",
]

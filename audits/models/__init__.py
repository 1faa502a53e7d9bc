"""The audits' tables, split by noun."""

from audits.models.access_log import AccessRecord, LogEnd, Purpose
from audits.models.assessed import (
    Acknowledgement,
    Notice,
    Release,
    RightsRequest,
    Statement,
    Told,
    earlier_version_released,
    later_version_released,
    told_on,
    was_released,
)
from audits.models.assignments import WRITE_UP_FOR, Assignment
from audits.models.correction import Correction
from audits.models.fieldwork import Annulment, Answer, Audit, Gate, Identification
from audits.models.invitations import Invitation
from audits.models.organisation import Ancestry, Appointment, Department, Employee, Employment, last_day, on_day
from audits.models.redaction import Redaction
from audits.models.reports import Report
from audits.models.retention import LegalHold, LogCheckpoint, RetentionProtocol, RetentionRule
from audits.models.rights import ReviewedAppointment, RightsReview
from audits.models.users import User

__all__ = [
    "WRITE_UP_FOR",
    "AccessRecord",
    "Acknowledgement",
    "Ancestry",
    "Annulment",
    "Answer",
    "Appointment",
    "Assignment",
    "Audit",
    "Correction",
    "Department",
    "Employee",
    "Employment",
    "Gate",
    "Identification",
    "Invitation",
    "LegalHold",
    "LogCheckpoint",
    "LogEnd",
    "Notice",
    "Purpose",
    "Redaction",
    "Release",
    "Report",
    "RetentionProtocol",
    "RetentionRule",
    "ReviewedAppointment",
    "RightsRequest",
    "RightsReview",
    "Statement",
    "Told",
    "User",
    "earlier_version_released",
    "last_day",
    "later_version_released",
    "on_day",
    "told_on",
    "was_released",
]

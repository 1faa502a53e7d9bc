"""The audits' tables, split by noun."""

from audits.models.access_log import AccessRecord, Purpose
from audits.models.fieldwork import Annulment, Answer, Audit, Gate
from audits.models.organisation import Ancestry, Appointment, Department, Employee, Employment, on_day
from audits.models.redaction import Redaction
from audits.models.reports import Report
from audits.models.rights import ReviewedAppointment, RightsReview
from audits.models.users import User

__all__ = [
    "AccessRecord",
    "Ancestry",
    "Annulment",
    "Answer",
    "Appointment",
    "Audit",
    "Department",
    "Employee",
    "Employment",
    "Gate",
    "Purpose",
    "Redaction",
    "Report",
    "ReviewedAppointment",
    "RightsReview",
    "User",
    "on_day",
]

"""The audits' tables, split by noun."""

from audits.models.access_log import AccessRecord, LogEnd, Purpose
from audits.models.account_changes import AccountChange
from audits.models.amendments import Annulment, Correction, Identification, Redaction
from audits.models.answers import Answer, Gate
from audits.models.assessed import (
    DataRequest,
    Release,
    Statement,
    earlier_version_released,
    later_version_released,
    was_released,
)
from audits.models.audits import WRITE_UP_FOR, Assignment, Audit
from audits.models.batches import Batch
from audits.models.closings import (
    Block,
    BlockSums,
    BlockVersion,
    Closing,
    Departure,
    GranuleSetting,
    LeftOut,
    Supplement,
)
from audits.models.drafts import DraftDevice
from audits.models.letters import Letter
from audits.models.notices import Acknowledgement, Notice, Told, told_on
from audits.models.office import (
    Ancestry,
    Department,
    DepartmentName,
    Employee,
    Employment,
    HeadingMeaning,
    read_names,
)
from audits.models.periods import last_day, on_day
from audits.models.reports import Report
from audits.models.retention import LegalHold, LogCheckpoint, RetentionProtocol, RetentionRule
from audits.models.rights import Appointment, ReviewedAppointment, RightsReview, holding_on
from audits.models.roll_up import Sheet, SheetLines
from audits.models.users import AccountMaking, Invitation, User

__all__ = [
    "WRITE_UP_FOR",
    "AccessRecord",
    "AccountChange",
    "AccountMaking",
    "Acknowledgement",
    "Ancestry",
    "Annulment",
    "Answer",
    "Appointment",
    "Assignment",
    "Audit",
    "Batch",
    "Block",
    "BlockSums",
    "BlockVersion",
    "Closing",
    "Correction",
    "DataRequest",
    "Department",
    "DepartmentName",
    "Departure",
    "DraftDevice",
    "Employee",
    "Employment",
    "Gate",
    "GranuleSetting",
    "HeadingMeaning",
    "Identification",
    "Invitation",
    "LeftOut",
    "LegalHold",
    "Letter",
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
    "RightsReview",
    "Sheet",
    "SheetLines",
    "Statement",
    "Supplement",
    "Told",
    "User",
    "earlier_version_released",
    "holding_on",
    "last_day",
    "later_version_released",
    "on_day",
    "read_names",
    "told_on",
    "was_released",
]

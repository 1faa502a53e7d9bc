"""The closed lists of audits and of those who make and read them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Role(models.TextChoices):
    AUDITOR = "auditor", _("Auditor (supervisor)")
    SHOPPER = "mystery_shopper", _("Mystery shopper")
    HEAD = "head", _("Head of a department")
    HR = "hr", _("HR")
    STANDARDS_EDITOR = "standards_editor", _("Standards editor")
    ADMINISTRATOR = "administrator", _("Administrator")
    DPO = "data_protection_officer", _("Data protection officer")


class Verdict(models.TextChoices):
    MET = "met", _("Met")
    PARTLY = "partly", _("Partly")
    NOT_MET = "not_met", _("Not met")
    NOT_APPLICABLE = "not_applicable", _("Did not occur")
    NOT_OBSERVED = "not_observed", _("Not observed")


class Act(models.TextChoices):
    """By which act of the auditor's a verdict came about. Kept, so that each can be told apart and undone."""

    JUDGED = "judged", _("judged")
    GATE = "gate", _("the occasion did not arise")
    NONE_OF_THESE = "none_of_these", _("none of these breaches")
    EXCLUDED = "excluded", _("the other of two rows applied")
    LEFT = "left", _("left as not observed at submission")


class AuditStatus(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    DISCARDED = "discarded", _("Discarded")
    ANNULLED = "annulled", _("Annulled")
    # A correction of a submitted audit: until a second person approves it, and where they do not.
    PROPOSED = "proposed", _("Proposed correction")
    REJECTED = "rejected", _("Rejected correction")


# Filled and handed in: it has a receipt and is read, never changed.
FINISHED = (AuditStatus.SUBMITTED, AuditStatus.ANNULLED, AuditStatus.PROPOSED, AuditStatus.REJECTED)


class AssignmentState(models.TextChoices):
    """Where an assignment stands. Reckoned from its days and its audit, never stored."""

    OPEN = "open", pgettext_lazy("assignment", "Open")
    IN_PROGRESS = "in_progress", pgettext_lazy("assignment", "In progress")
    DONE = "done", pgettext_lazy("assignment", "Done")
    EXPIRED = "expired", pgettext_lazy("assignment", "Expired")
    WITHDRAWN = "withdrawn", pgettext_lazy("assignment", "Withdrawn")


class Selection(models.TextChoices):
    """What is judged, chosen before the visit: nobody remembers everything."""

    CORE = "core", _("The core: what every visit shows")
    STANDARDS = "standards", _("Chosen standards")
    EVERYTHING = "everything", _("Everything that this method sees there")


class ReportKind(models.TextChoices):
    DEPARTMENT = "department", _("Department's report")
    AUDIT = "audit", _("Audit card")


class ReportState(models.TextChoices):
    QUEUED = "queued", _("Queued")
    RUNNING = "running", _("Being made")
    DONE = "done", _("Ready")
    FAILED = "failed", _("Failed")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class WithdrawnBecause(models.TextChoices):
    """Why a report's file is no longer kept."""

    REDACTION = "redaction", _("a note that it shows was redacted")
    IDENTIFICATION = "identification", _("it named somebody by mistake")
    RETENTION = "retention", _("its time of keeping is over")


class RedactedPlace(models.TextChoices):
    """Where something was taken out of an audit's free words."""

    NOTE = "note", _("note on a recommendation")
    SCENARIO = "scenario", _("note on the scenario")
    CORRECTION = "correction", _("reason of the correction")
    ANNULMENT = "annulment", _("reason of the proposal to annul")


class ReportStage(models.TextChoices):
    WAITING = "waiting", _("Waiting for its turn")
    COUNTING = "counting", _("Counting the figures")
    TYPESETTING = "typesetting", _("Typesetting the pages")
    STORING = "storing", _("Storing the file")


class DataClass(models.TextChoices):
    """What is kept for a time of its own."""

    ACCESS_LOG = "access_log", _("access log")
    REPORTS = "reports", _("files of reports")
    AUDITS = "audits", _("audits with answers and notes")
    ACCOUNTS = "accounts", _("accounts of people who left")
    EMPLOYEES = "employees", _("employees who left")


class AccessKind(models.TextChoices):
    """By what a named person's result was read."""

    PAGE = "page", _("audit's page")
    CARD = "card", _("audit card asked for")
    DOWNLOAD = "download", _("audit card downloaded")
    IDENTIFICATION = "identification", _("search for the person behind a shopper's audit")
    LIST = "list", _("list of audits with names")
    LOG_EXPORT = "log_export", _("export of this log")
    NOTES = "notes", _("notes checked before release")
    OWN_EXPORT = "own_export", _("file with everything held about the person")
    PATTERNS = "patterns", _("how auditors fill audits")


class AccessGround(models.TextChoices):
    """Why somebody may read it: for a purpose that they name, or because it is theirs to."""

    PURPOSE = "purpose", _("for a purpose of the register")
    OWN_WORK = "own_work", _("own work: an audit that they made")
    OWN_DATA = "own_data", _("own data")
    OVERSIGHT = "oversight", _("data protection officer's duties")


class ReviewDecision(models.TextChoices):
    CONFIRMED = "confirmed", _("confirmed")
    ENDED = "ended", _("ended")
    # Nobody decides about their own.
    LEFT = "left", _("left to another administrator")


class Audience(models.TextChoices):
    """To whom a notice is given."""

    STAFF = "staff", _("Everybody who may be audited")
    AUDITORS = "auditors", _("Auditors")


class RightsKind(models.TextChoices):
    ACCESS = "access", _("access to my data (article 15 RODO)")
    RECTIFICATION = "rectification", _("rectification of my data (article 16 RODO)")
    OBJECTION = "objection", _("objection to processing (article 21 RODO)")


class Outcome(models.TextChoices):
    GRANTED = "granted", _("granted")
    PARTLY = "partly", _("granted in part")
    REFUSED = "refused", _("refused")
    WITHDRAWN = "withdrawn", _("withdrawn by whoever asked")

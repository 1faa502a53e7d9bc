"""The closed lists of audits and of those who make and read them."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from audits.figures import verdicts


class Role(models.TextChoices):
    AUDITOR = "auditor", _("Auditor (supervisor)")
    SHOPPER = "mystery_shopper", _("Mystery shopper")
    HEAD = "head", _("Head of a department")
    HR = "hr", _("HR")
    STANDARDS_EDITOR = "standards_editor", _("Standards editor")
    ADMINISTRATOR = "administrator", _("Administrator")
    DPO = "data_protection_officer", _("Data protection officer")


class Verdict(models.TextChoices):
    MET = verdicts.MET, _("Met")
    PARTLY = verdicts.PARTLY, _("Partly")
    NOT_MET = verdicts.NOT_MET, _("Not met")
    NOT_APPLICABLE = verdicts.NOT_APPLICABLE, _("Did not occur")
    NOT_OBSERVED = verdicts.NOT_OBSERVED, _("Not observed")


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


class GranuleLength(models.TextChoices):
    """For how long a method's audits are closed at once; as in `figures.disclosure`."""

    QUARTER = "quarter", pgettext_lazy("granule", "quarter")
    HALF_YEAR = "half_year", pgettext_lazy("granule", "half-year")
    YEAR = "year", pgettext_lazy("granule", "year")


class ReportLevel(models.TextChoices):
    """How much may be seen: sums of whole blocks, or everything, for a purpose that is logged."""

    GENERAL = "general", _("general level")
    FULL = "full", _("full level")


class ReportKind(models.TextChoices):
    DEPARTMENT = "department", _("Department's report")
    AUDIT = "audit", _("Audit card")
    ANSWERS = "answers", _("Answers for analysis")
    COMPARISON = "comparison", _("Comparison")


class ReportState(models.TextChoices):
    QUEUED = "queued", _("Queued")
    RUNNING = "running", _("Being made")
    DONE = "done", _("Ready")
    FAILED = "failed", _("Failed")
    CANCELLED = "cancelled", _("Cancelled")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class WithdrawnBecause(models.TextChoices):
    """Why a report's file is no longer kept."""

    REDACTION = "redaction", _("a note that it shows was redacted")
    IDENTIFICATION = "identification", _("it named somebody by mistake")
    RETENTION = "retention", _("its time of keeping is over")


class LetterKind(models.TextChoices):
    """What the portal writes by mail about; the values are the names of the texts in templates/…/email/."""

    INVITATION = "invitation", _("invitation")
    RESET_LINK = "reset_link", _("link for a new password")
    PASSWORD_CHANGED = "password_changed", _("password changed")
    PASSWORD_RESET = "password_reset", _("password set by a link")
    ADDRESS_MOVED = "address_moved", _("e-mail address changed")
    FACTORS_REMOVED = "factors_removed", _("second factor removed by an administrator")
    TOTP_ACTIVATED = "totp_activated", _("application added")
    TOTP_DEACTIVATED = "totp_deactivated", _("application removed")
    WEBAUTHN_ADDED = "webauthn_added", _("passkey added")
    WEBAUTHN_REMOVED = "webauthn_removed", _("passkey removed")
    RECOVERY_CODES_GENERATED = "recovery_codes_generated", _("new recovery codes")
    # To the data protection officers: what was proposed, and what became of it.
    POWER_PROPOSED = "power_proposed", _("power over results proposed")
    POWER_CONFIRMED = "power_confirmed", _("power over results confirmed")
    POWER_REFUSED = "power_refused", _("power over results refused")
    POWER_EXPIRED = "power_expired", _("power over results not confirmed in time")


class LetterState(models.TextChoices):
    WAITING = "waiting", pgettext_lazy("letter", "waiting")
    SENT = "sent", pgettext_lazy("letter", "sent")
    FAILED = "failed", pgettext_lazy("letter", "not delivered")
    # What it was to tell of is no longer so: an invitation revoked meanwhile, an address of no account.
    NEEDLESS = "needless", _("no longer needed")


class LetterFault(models.TextChoices):
    """Why a letter could not be handed over, the last time it was tried."""

    NOT_SET_UP = "not_set_up", _("the portal has no mail server")
    UNREACHABLE = "unreachable", _("the mail server cannot be reached")
    SILENT = "silent", _("the mail server does not answer")
    BROKEN_OFF = "broken_off", _("the mail server broke off")
    NOT_LET_IN = "not_let_in", _("the mail server does not let the portal in")
    PUT_OFF = "put_off", _("the mail server asks to try again later")
    REFUSED = "refused", _("the mail server refuses the address or the message")
    OTHER = "other", _("a fault; the log says which")


class RedactedPlace(models.TextChoices):
    """Where something was taken out of an audit's free words, but for its header: there the field's name says it."""

    NOTE = "note", _("note on a recommendation")
    CORRECTION = "correction", _("reason of the correction")
    ANNULMENT = "annulment", _("reason of the proposal to annul")


class ReportStage(models.TextChoices):
    WAITING = "waiting", _("Waiting for its turn")
    COUNTING = "counting", _("Counting the figures")
    TYPESETTING = "typesetting", _("Typesetting the pages")
    WRITING = "writing", _("Writing the rows")
    STORING = "storing", _("Storing the file")


class DataClass(models.TextChoices):
    """What is kept for a time of its own."""

    ACCESS_LOG = "access_log", _("access log")
    REPORTS = "reports", _("files of reports")
    AUDITS = "audits", _("audits with answers and notes")
    ACCOUNTS = "accounts", _("accounts of people who left")
    EMPLOYEES = "employees", _("employees who left")
    # Goes by itself: no rule of the office makes it stay.
    UPLOADS = "uploads", _("uploaded files of staff")


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
    FULL_REPORT = "full_report", _("report at the full level asked for")
    FULL_PAGE = "full_page", _("figures at the full level")
    FULL_DOWNLOAD = "full_download", _("report at the full level downloaded")
    ANSWERS = "answers", _("answers of audits as a file")
    LIST_FILE = "list_file", _("list of audits as a file")
    # What happened to an account, beside what was read with it.
    SIGNED_IN = "signed_in", _("signing in")
    NOT_SIGNED_IN = "not_signed_in", _("failed signing in")
    PASSWORD_SET = "password_set", _("password set")
    FACTOR_ADDED = "factor_added", _("second factor added")
    FACTOR_REMOVED = "factor_removed", _("second factor removed")
    ADDRESS_CHANGED = "address_changed", _("e-mail address of the account changed")
    RIGHT_GRANTED = "right_granted", _("right granted")
    RIGHT_CONFIRMED = "right_confirmed", _("right confirmed")
    RIGHT_REFUSED = "right_refused", _("right refused")
    RIGHT_EXPIRED = "right_expired", _("right not confirmed in time")
    RIGHT_ENDED = "right_ended", _("right ended")
    CHANGE_PROPOSED = "change_proposed", _("change of an account proposed")
    CHANGE_CONFIRMED = "change_confirmed", _("change of an account confirmed")
    CHANGE_REFUSED = "change_refused", _("change of an account refused")
    CHANGE_EXPIRED = "change_expired", _("change of an account not confirmed in time")
    ACCOUNT_IN_HAND = "account_in_hand", _("account made or held by an administrator")


class AccessGround(models.TextChoices):
    """Why somebody may read it: for a purpose that they name, or because it is theirs to."""

    PURPOSE = "purpose", _("for a purpose of the register")
    OWN_WORK = "own_work", _("own work: an audit that they made")
    OWN_DATA = "own_data", _("own data")
    OVERSIGHT = "oversight", _("data protection officer's duties")
    # Nobody's results were read.
    ACCOUNT = "account", _("safety of accounts")


class Confirmation(models.TextChoices):
    """By whose eyes, beside those of whoever granted it, an appointment comes to hold."""

    SECOND = "second", _("by another administrator")
    FOUNDING = "founding", _("by signing in with a second factor, while the office was founded")
    ALONE = "alone", _("by the only administrator")
    # Of before there were confirmations, and what the portal's own commands write with the office.
    WITH_OFFICE = "with_office", _("with the office's data")


class AccountChangeKind(models.TextChoices):
    """What of somebody's account is power over results by another name."""

    ADDRESS = "new_address", _("new e-mail address")
    PASSWORD = "new_password", _("password set on the server")
    FACTORS = "no_factors", _("second factor taken away")
    PROVIDER = "provider", _("tied to an account of the office's provider")
    EMPLOYEE = "employee", _("tied to an employee")
    NO_EMPLOYEE = "no_employee", _("no longer tied to an employee")


class Making(models.TextChoices):
    """By what somebody had an account in hand, alone."""

    MADE = "made", _("made the account")
    INVITED = "invited", _("had the link of its invitation")
    ADDRESS = "address", _("changed its e-mail address")
    FACTORS = "factors", _("took its second factor away")


class ReviewDecision(models.TextChoices):
    CONFIRMED = "confirmed", _("confirmed")
    ENDED = "ended", _("ended")
    # Nobody decides about their own.
    LEFT = "left", _("left to another administrator")


class Audience(models.TextChoices):
    """To whom a notice is given."""

    STAFF = "staff", _("Everybody who may be audited")
    AUDITORS = "auditors", _("Auditors")


class DataRequestKind(models.TextChoices):
    ACCESS = "access", _("access to my data (article 15 RODO)")
    RECTIFICATION = "rectification", _("rectification of my data (article 16 RODO)")
    OBJECTION = "objection", _("objection to processing (article 21 RODO)")


class Outcome(models.TextChoices):
    GRANTED = "granted", _("granted")
    PARTLY = "partly", _("granted in part")
    REFUSED = "refused", _("refused")
    WITHDRAWN = "withdrawn", _("withdrawn by whoever asked")


# Of a row on which a breach is looked for: "met" could be misread there.
WORDS_OF_BREACH = {
    Verdict.MET: _("no breach noticed"),
    Verdict.PARTLY: Verdict.PARTLY.label,
    Verdict.NOT_MET: _("breach noticed"),
    Verdict.NOT_APPLICABLE: Verdict.NOT_APPLICABLE.label,
    Verdict.NOT_OBSERVED: _("could not be judged"),
}


class VerdictWords(NamedTuple):
    """In files: the heading of its counts, what it means; in a report, beside how many were met, `remark` of n."""

    heading: Any
    meaning: Any
    remark: Any = ""


# By code, in the order in which they are counted; "" is an answer that was left open.
VERDICT_WORDS = {
    verdicts.MET: VerdictWords(
        pgettext_lazy("heading of a file", "Met"), _("Met; where a breach is looked for: none was noticed.")
    ),
    verdicts.PARTLY: VerdictWords(
        pgettext_lazy("heading of a file", "Partly met"),
        _("Met in part; offered only where the act has parts. Of two degrees of a breach: the milder."),
        pgettext_lazy("remark", "partly %(n)s"),
    ),
    verdicts.NOT_MET: VerdictWords(
        pgettext_lazy("heading of a file", "Not met"), _("Not met; where a breach is looked for: it was noticed.")
    ),
    verdicts.NOT_APPLICABLE: VerdictWords(
        pgettext_lazy("heading of a file", "Did not occur"),
        _("What it takes did not occur in this audit. It leaves the score."),
        pgettext_lazy("remark", "did not occur %(n)s"),
    ),
    verdicts.NOT_OBSERVED: VerdictWords(
        pgettext_lazy("heading of a file", "Not observed"),
        _("It could not be judged. It leaves the score and lowers the coverage."),
        pgettext_lazy("remark", "not observed %(n)s"),
    ),
    verdicts.UNANSWERED: VerdictWords(
        pgettext_lazy("heading of a file", "Not answered"),
        _("The auditor left it open. It leaves the score and lowers the coverage."),
        pgettext_lazy("remark", "not answered %(n)s"),
    ),
}


def degree_noticed(verdict: str, degrees: Sequence[str]) -> str:
    """Of a breach of two degrees, such as lecturing a client and mocking them: which was noticed, in words.

    "partly" is the milder degree alone, "not met" the graver one; "" without degrees, or where none was noticed.
    """
    if len(degrees) != 2:
        return ""
    if verdict == Verdict.PARTLY:
        return gettext("noticed only: %(degree)s") % {"degree": degrees[0]}
    if verdict == Verdict.NOT_MET:
        return gettext("noticed: %(degree)s") % {"degree": degrees[1]}
    return ""


def verdict_label(verdict: str, *, refrain: bool, parts: Sequence[str]) -> str:
    if not verdict:
        return str(_("not answered"))
    if not refrain:
        return str(Verdict(verdict).label)
    return degree_noticed(verdict, parts) or str(WORDS_OF_BREACH[Verdict(verdict)])


def offered_verdicts(*, parts: bool, may_not_occur: bool) -> list[Verdict]:
    """Those that a row offers: partly only where its act has parts, not occurred only where that can be."""
    unfit = {Verdict.PARTLY: not parts, Verdict.NOT_APPLICABLE: not may_not_occur}
    return [verdict for verdict in Verdict if not unfit.get(verdict)]

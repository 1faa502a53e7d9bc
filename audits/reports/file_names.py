"""What reports' files are called when they are handed out."""

import re
from urllib.parse import quote

from django.utils.translation import gettext as _

from audits.choices import ReportKind, ReportLevel
from audits.models import Report
from audits.models.periods import free
from audits.reports.results.kept_comparison import period_shown, selections_of
from standards.wording.folding import fold


def is_full_level(report: Report) -> bool:
    """A department's report or answers at the full level; an audit's card is none."""
    return report.kind != ReportKind.AUDIT and report.level == ReportLevel.FULL


def file_name(kept: Report) -> str:
    if kept.kind == ReportKind.AUDIT and kept.audit:
        return _("Audit card %(receipt)s") % {"receipt": kept.audit.receipt}
    about = {"code": kept.department_then.code, "period": free(kept.period_start, kept.period_end).label}
    if kept.kind == ReportKind.ANSWERS:
        return (
            _("Answers %(code)s %(period)s LEVEL FULL") if is_full_level(kept) else _("Answers %(code)s %(period)s")
        ) % about
    if kept.kind == ReportKind.COMPARISON:
        codes = dict.fromkeys(each.department.code for each in selections_of(kept))
        # A comma may stand in no file name.
        periods = period_shown(kept).replace(", ", " – ")
        return _("Comparison %(codes)s %(periods)s") % {"codes": " ".join(codes), "periods": periods}
    if is_full_level(kept):
        # Nobody may overlook it, in a folder of files either.
        return _("Report %(code)s %(period)s LEVEL FULL") % about
    return _("Report %(code)s %(period)s") % about


def safe(name: str) -> str:
    """Without what a folder of files, or a header, would take for something else."""
    return re.sub(r"[^\w .–-]+", "-", name)


def attachment(name: str) -> str:
    """Both forms of a file name: plain ASCII for old clients, and as it is."""
    name = safe(name)
    ascii_only = re.sub(r"[^A-Za-z0-9 ._-]+", "-", _unaccented(name))
    return f"attachment; filename=\"{ascii_only}\"; filename*=UTF-8''{quote(name)}"


def _unaccented(text: str) -> str:
    return "".join(
        (fold(letter).upper() if letter.isupper() else fold(letter)) if letter.isalpha() else letter for letter in text
    )

"""A batch is ordered without counting anything, so what is stored already is found when a report's turn comes."""

from django.db import transaction
from django.db.models import QuerySet

from audits.choices import ReportLevel, ReportStage, ReportState
from audits.document_sources import code_version
from audits.models import Report

# What makes two reports the same, beside their data and who may have them.
_SAME = ("kind", "department", "period_start", "period_end", "names_people", "level")
_OF_THE_FULL_LEVEL = ("requested_by", "purpose", "purpose_label", "justification")


def take_stored(report: Report, attempt: QuerySet[Report], fingerprint: str) -> bool:
    """Finish it with the file of a stored report of the same data, made by the same sources; whether there was one.

    The file stays one: it is deleted once no report that is kept names it.
    """
    fields = _SAME + (_OF_THE_FULL_LEVEL if report.level == ReportLevel.FULL else ())
    wanted = {name: getattr(report, name) for name in fields}
    same = Report.objects.done().filter(fingerprint=fingerprint, code_version=code_version(), **wanted)
    with transaction.atomic():
        # Whoever withdraws it at this moment waits, and then finds that the file is this one's too.
        for stored in same.select_for_update().order_by("-pk"):
            if stored.file.name and stored.file.storage.exists(stored.file.name):
                taken = attempt.update(
                    state=ReportState.DONE,
                    stage=ReportStage.STORING,
                    progress=100,
                    finished_at=stored.finished_at,
                    as_of=stored.as_of,
                    fingerprint=fingerprint,
                    code_version=stored.code_version,
                    file=stored.file.name,
                    file_size=stored.file_size,
                    file_sha256=stored.file_sha256,
                    error="",
                )
                return bool(taken)
    return False

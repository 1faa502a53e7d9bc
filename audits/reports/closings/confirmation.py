"""What somebody was shown before an act that cannot be undone, in a word that changes when any of it does."""

from collections.abc import Iterable

from audits.reports.closings.open_work import OpenWork
from audits.reports.closings.outlook import Outlook
from standards.digests import digest_of
from standards.refusals import Stale


class Changed(Stale):
    """What would be done is no longer what was shown. Nothing has been done."""


def fingerprint_of_closing(outlook: Outlook, open_work: Iterable[OpenWork]) -> str:
    return digest_of(
        "closing",
        [
            (
                row.unit.department_id,
                row.channel.value,
                row.edition,
                row.audits,
                row.shown.value,
                [unit.department_id for unit in row.others],
            )
            for row in outlook.rows
        ],
        [(work.kind.value, [(unit.department_id, count) for unit, count in work.units]) for work in open_work],
    )

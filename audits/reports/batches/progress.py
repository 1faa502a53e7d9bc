"""How far a batch is: of each of its reports, and together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from audits import access
from audits.choices import ReportState
from audits.models import Batch, DepartmentName, Report, read_names
from audits.queue.lanes import is_alive
from audits.reports.batches.ordering import TO_RETRY
from audits.tasks import LONG, SHORT

_IN_WORK = (ReportState.QUEUED, ReportState.RUNNING)


@dataclass(frozen=True, slots=True)
class Line:
    """`name`: the department's, as it was called on the last day of the period."""

    report: Report
    name: DepartmentName


@dataclass(frozen=True)
class Progress:
    """`lines`: in the order of codes."""

    batch: Batch
    lines: Sequence[Line]
    counts: Counter[str]

    @property
    def done(self) -> int:
        return self.counts[ReportState.DONE]

    @property
    def total(self) -> int:
        return len(self.lines)

    @property
    def unfinished(self) -> int:
        return sum(self.counts[state] for state in _IN_WORK)

    @property
    def waiting(self) -> int:
        return self.counts[ReportState.QUEUED]

    @property
    def running(self) -> int:
        return self.counts[ReportState.RUNNING]

    @property
    def failed(self) -> int:
        return self.counts[ReportState.FAILED]

    @property
    def cancelled(self) -> int:
        return self.counts[ReportState.CANCELLED]

    @property
    def withdrawn(self) -> int:
        return self.counts[ReportState.WITHDRAWN]

    @property
    def to_retry(self) -> int:
        return sum(self.counts[state] for state in TO_RETRY)

    @property
    def ended(self) -> int:
        return self.total - self.unfinished

    @property
    def missing(self) -> list[Line]:
        """Those of which there is no file; of these nothing is in the ZIP."""
        return [line for line in self.lines if line.report.state != ReportState.DONE]

    @property
    def seen(self) -> str:
        """The same while nothing has changed."""
        running = [line.report.pk for line in self.lines if line.report.state == ReportState.RUNNING]
        counted = (self.done, self.waiting, self.failed, self.cancelled, self.withdrawn)
        return "-".join(map(str, (*counted, *running)))

    @property
    def worker_is_away(self) -> bool:
        """Whether it waits for a worker that is not there."""
        return bool(self.unfinished) and not (is_alive(SHORT) and is_alive(LONG))


def progress_of(batch: Batch, *, by: Any) -> Progress:
    """Two queries, however many reports there are: those that the account may see."""
    reports = list(access.reports_visible_to(by).filter(batch=batch).order_by("pk"))
    names = read_names([report.department_id for report in reports])
    lines = [Line(report, names.of(report.department_id, batch.period_end)) for report in reports]
    for line in lines:
        # What names its file, too: without a query for each.
        line.report.department_then = line.name
    lines.sort(key=lambda line: (line.name.code, line.report.pk))
    return Progress(batch, lines, Counter(report.state for report in reports))

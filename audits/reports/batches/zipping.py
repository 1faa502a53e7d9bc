"""The PDFs of a batch as one ZIP, written while it is handed out: in memory there is a piece of one file at a time."""

import io
import logging
import zipfile
from collections.abc import Iterator, Sequence

from django.conf import settings
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from audits.models import Batch
from audits.models.periods import free
from audits.reports.batches.progress import Line, Progress
from audits.reports.file_names import file_name, safe

logger = logging.getLogger(__name__)

_PIECE = 64 * 1024
# PDFs are compressed in themselves.
_LEVEL = 1


class _Pieces(io.RawIOBase):
    """What was written since it was last asked for. It cannot be gone back in, so that sizes follow their files."""

    def __init__(self) -> None:
        self._written: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: bytes) -> int:  # type: ignore[override]
        self._written.append(bytes(piece))
        return len(piece)

    def take(self) -> bytes:
        taken = b"".join(self._written)
        self._written.clear()
        return taken


def zip_name(batch: Batch) -> str:
    """Without the ending."""
    said = {
        "code": batch.department.code if batch.department else _("of all departments"),
        "period": free(batch.period_start, batch.period_end).label,
    }
    return _("Reports %(code)s %(period)s") % said


def zipped(progress: Progress) -> Iterator[bytes]:
    """The files of what is made, and last a list of what is inside and what is not, and why."""
    pieces, inside, missing = _Pieces(), [], list(progress.missing)
    with zipfile.ZipFile(pieces, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        taken: set[str] = set()
        for line in progress.lines:
            if line in missing:
                continue
            try:
                file = line.report.file.storage.open(str(line.report.file.name), "rb")
            except FileNotFoundError:
                # Withdrawn since, or not where the row says.
                logger.exception("The file of report %s is missing", line.report.uuid)
                missing.append(line)
                continue
            with translation.override(settings.LANGUAGE_CODE):
                name = _unique(f"{safe(file_name(line.report))}.pdf", taken)
            with file, archive.open(_entry(name, line), "w") as entry:
                for piece in iter(lambda file=file: file.read(_PIECE), b""):  # type: ignore[misc]
                    entry.write(piece)
                    if written := pieces.take():
                        yield written
            inside.append((name, line))
        with translation.override(settings.LANGUAGE_CODE):
            # Old editors know by its beginning that the text is UTF-8.
            archive.writestr(_entry(_("list.txt")), _listed(progress, inside, missing).encode("utf-8-sig"))
    # The last file's end, the list, and the ZIP's own.
    yield pieces.take()


def _entry(name: str, line: Line | None = None) -> zipfile.ZipInfo:
    made = timezone.localtime(line.report.finished_at if line else None)
    entry = zipfile.ZipInfo(name, made.timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _unique(name: str, taken: set[str]) -> str:
    stem, number, found = name.removesuffix(".pdf"), 2, name
    while found in taken:
        found, number = f"{stem} ({number}).pdf", number + 1
    taken.add(found)
    return found


def _listed(progress: Progress, inside: Sequence[tuple[str, Line]], missing: Sequence[Line]) -> str:
    batch = progress.batch
    period = free(batch.period_start, batch.period_end).label
    facts = [
        (_("Departments"), str(batch.department or _("All departments"))),
        (_("Period"), period),
        (_("Level"), str(batch.get_level_display())),
        (_("Purpose"), ", ".join(filter(None, (batch.purpose_label, batch.justification)))),
        (_("As of"), date_format(timezone.localtime(), "j E Y, H:i")),
        (_("In this file"), str(len(inside))),
        (_("Not in this file"), str(len(missing))),
    ]
    said = [f"{name}: {value}" for name, value in facts if value]
    said += ["", _("In this file"), *(f"{name}\t{line.name.name}" for name, line in inside)]
    if missing:
        said += ["", _("Not in this file"), *(f"{line.name}\t{why_missing(line)}" for line in missing)]
    return "\r\n".join(said) + "\r\n"


def why_missing(line: Line) -> str:
    """In a sentence or a word, of what has no file."""
    report = line.report
    if report.error:
        return f"{report.get_state_display()}: {report.error}"
    if report.withdrawn_because:
        return f"{report.get_state_display()}: {report.get_withdrawn_because_display()}"
    return report.get_state_display() if report.file.name == "" else _("The file could not be read.")

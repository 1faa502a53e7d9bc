"""Finished audits in the short form that figures are reckoned from: the only writer of Sheet and SheetLines.

An audit's answers no longer change once it is finished (only its notes may be redacted), so that its sheet never gets
out of date. It is made when somebody first needs it, not when the audit is submitted: nobody waits for it then.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from audits.choices import FINISHED
from audits.figures.sums import Line, Sheets
from audits.figures.verdicts import LETTERS
from audits.models import Answer, Audit, Sheet, SheetLines
from standards.choices import Attribution

# Answers of so many audits are in memory at once.
_BATCH = 500


@dataclass
class RollUp:
    """`sheets`: by audit, the key of its lines and its verdicts."""

    lines: dict[int, tuple[Line, ...]] = field(default_factory=dict)
    sheets: dict[int, tuple[int, str]] = field(default_factory=dict)

    def of(self, audits: Iterable[int]) -> Sheets:
        """Those of these audits, over all of their lines."""
        filled: dict[int, list[str]] = defaultdict(list)
        for audit in audits:
            lines, sheet = self.sheets[audit]
            filled[lines].append(sheet)
        return Sheets.together(Sheets(self.lines[lines], tuple(sheets)) for lines, sheets in filled.items())


def roll_up_of(audits: Any) -> RollUp:
    """The sheets of a queryset's finished audits; those that lack one get it. Three queries where none does."""
    finished = audits.filter(status__in=FINISHED).order_by()
    add_missing(finished)
    found = RollUp()
    for audit, lines, filled in finished.values_list("pk", "sheet__lines", "sheet__filled"):
        found.sheets[audit] = (lines, filled)
    wanted = {lines for lines, _filled in found.sheets.values()}
    for pk, lines in SheetLines.objects.filter(pk__in=wanted).values_list("pk", "lines"):
        found.lines[pk] = tuple(Line(*line) for line in lines)
    return found


def add_missing(audits: Any) -> int:
    """Make the sheets that a queryset's finished audits lack; how many."""
    missing = list(audits.filter(status__in=FINISHED, sheet__isnull=True).order_by("pk").values_list("pk", flat=True))
    for at in range(0, len(missing), _BATCH):
        _add(missing[at : at + _BATCH])
    return len(missing)


def rebuild() -> int:
    """Forget all sheets and make them anew; how many."""
    with transaction.atomic():
        Sheet.objects.all().delete()
        SheetLines.objects.all().delete()
        return add_missing(Audit.objects.all())


def differing() -> Iterator[str]:
    """A line for each that tells something else than the answers do.

    An audit without a sheet is none of them: it gets one when it is needed. In memory there are as many audits at once
    as when sheets are made.
    """
    for lines in SheetLines.objects.order_by("pk").iterator():
        if _digest([Line(*line) for line in lines.lines]) != lines.digest:
            yield f"lines {lines.pk}: not those that their digest is of"
    pks = list(Sheet.objects.order_by("audit").values_list("audit", flat=True))
    for at in range(0, len(pks), _BATCH):
        yield from _differing(pks[at : at + _BATCH])


def _differing(pks: Sequence[int]) -> Iterator[str]:
    told = _answered(pks)
    kept = Sheet.objects.filter(audit__in=pks).select_related("audit", "lines").order_by("audit")
    for sheet in kept:
        known, audit = told[sheet.audit_id], sheet.audit
        lines = [Line(*line) for line in sheet.lines.lines]
        name = f"audit {audit.receipt or audit.uuid}"
        if audit.status not in FINISHED:
            yield f"{name}: has a sheet, though it is not finished"
        elif lines != sorted(known):
            yield f"{name}: the sheet has other rows than the answers"
        elif sheet.filled != "".join(known[line] for line in lines):
            yield f"{name}: the sheet has other verdicts than the answers"


def _answered(pks: Sequence[int]) -> dict[int, dict[Line, str]]:
    """By audit, the letter of each line, as the answers tell."""
    verdicts: dict[int, dict[Line, str]] = {pk: {} for pk in pks}
    answers = Answer.objects.filter(audit__in=pks).order_by()
    for audit, recommendation, weight, matter, refrain, critical, attribution, verdict in answers.values_list(
        "audit_id", "recommendation_id", "weight", "same_matter", "refrain", "critical", "attribution", "verdict"
    ):
        line = Line(recommendation, weight, matter, refrain, critical, attribution == Attribution.UNIT)
        verdicts[audit][line] = LETTERS[verdict]
    return verdicts


def _add(pks: Sequence[int]) -> None:
    verdicts = _answered(pks)
    of_audit = {audit: tuple(sorted(found)) for audit, found in verdicts.items()}
    keys = _keys_of(set(of_audit.values()))
    # Two that need the same audit's at once make the same sheet.
    Sheet.objects.bulk_create(
        (
            Sheet(audit_id=audit, lines_id=keys[lines], filled="".join(verdicts[audit][line] for line in lines))
            for audit, lines in of_audit.items()
        ),
        ignore_conflicts=True,
    )


def _keys_of(wanted: set[tuple[Line, ...]]) -> dict[tuple[Line, ...], int]:
    digests = {_digest(lines): lines for lines in wanted}
    known = dict(SheetLines.objects.filter(digest__in=digests).values_list("digest", "pk"))
    if new := digests.keys() - known.keys():
        SheetLines.objects.bulk_create(
            (SheetLines(digest=digest, lines=list(map(list, digests[digest]))) for digest in sorted(new)),
            ignore_conflicts=True,
        )
        known = dict(SheetLines.objects.filter(digest__in=digests).values_list("digest", "pk"))
    return {lines: known[digest] for digest, lines in digests.items()}


def _digest(lines: Sequence[Line]) -> str:
    return hashlib.sha256(json.dumps(lines, ensure_ascii=True, separators=(",", ":")).encode("ascii")).hexdigest()

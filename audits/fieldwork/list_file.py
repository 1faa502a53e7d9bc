"""The list of audits as a workbook: what the page shows, whole, for whoever may see the names on it."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from audits.access_log.purposes import Given
from audits.choices import ReportLevel
from audits.exports import Column, Kind, Sheet, Value
from audits.fieldwork.scores import scores_of
from audits.models import Audit, read_names

MOST_AUDITS_IN_A_FILE = 10_000
# Scores of so many are reckoned at once.
_BATCH = 500


def list_sheets(audits: Sequence[Audit], *, given: Given, narrowed_to: Sequence[tuple[str, str]]) -> list[Sheet]:
    """`narrowed_to`: label and value of what the list was narrowed to."""
    said: list[tuple[str, Value]] = [
        (_("Level"), str(ReportLevel.FULL.label)),
        (_("Purpose"), given.purpose.label),
        (_("Justification"), given.justification),
        (_("Made"), timezone.now()),
        *narrowed_to,
        (pgettext("heading of a file", "Audits"), len(audits)),
    ]
    about = (Column(_("What"), 30), Column(_("What it says"), 100, wraps=True))
    columns = (
        Column(_("Audit"), 18, Kind.LABEL),
        Column(_("Took place"), 18, Kind.MOMENT),
        Column(_("Department's code"), 18, Kind.LABEL),
        Column(_("Department"), 40),
        Column(pgettext("heading of a file", "Method"), 24),
        Column(pgettext("heading of a file", "Channel"), 18),
        Column(_("Employee"), 28),
        Column(_("Auditor"), 28),
        Column(_("Score (%)"), 10, Kind.DECIMAL),
        Column(_("Status"), 24),
    )
    return [
        Sheet(_("About the file"), about, [row for row in said if row[1] not in ("", None)]),
        Sheet(pgettext("sheet", "Audits"), columns, _rows(audits)),
    ]


def _rows(audits: Sequence[Audit]) -> Iterator[tuple[Value, ...]]:
    names = read_names()
    for at in range(0, len(audits), _BATCH):
        batch = audits[at : at + _BATCH]
        scores = scores_of(batch)
        for audit in batch:
            department = names.of(audit.department_id, timezone.localdate(audit.took_place_at))
            replaced = hasattr(audit, "superseded_by")
            yield (
                audit.receipt,
                audit.took_place_at,
                department.code,
                department.name,
                str(audit.get_method_display()),
                str(audit.get_channel_display()),
                str(audit.employee or ""),
                str(audit.auditor),
                scores.get(audit.pk),
                _("Replaced by a correction") if replaced else str(audit.get_status_display()),
            )


def narrowed_to(form: Any) -> list[tuple[str, str]]:
    """What a list's form was filled in with, in words."""
    found = []
    for name, value in form.cleaned_data.items():
        if value not in (None, ""):
            choices = dict(getattr(form.fields[name], "choices", ())) if isinstance(value, str) else {}
            found.append((str(form.fields[name].label), str(choices.get(value, value))))
    return found

"""Which audits go into a file of answers: those that a department's report at the full level counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from audits import access
from audits.models import Answer, Audit, Department, DepartmentName, User, read_names
from audits.models.periods import Period, day_start
from audits.reports.closings.granules import lengths_of
from audits.reports.closings.office import places
from audits.reports.live import Spans, Structure

# No sheet holds more rows than 1,048,576.
MOST_ANSWERS = 1_000_000
# Answers of so many audits are asked for at once.
BATCH = 500


class NoFile(Exception):
    """Of what was asked for no file is made; the message says why, to whoever asked."""


@dataclass(frozen=True)
class Choice:
    """`audits` by their keys; `not_theirs`: how many more there are, which tell of whoever asks.

    `names`: what departments were called on the period's last day.
    """

    department: Department
    period: Period
    audits: tuple[Audit, ...]
    answers: int
    not_theirs: int
    names: dict[int, DepartmentName]


def audits_to_export(department: Department, period: Period, *, by: User) -> Choice:
    """For HR over the department: queries by the number of audits divided by BATCH. Raises NoFile."""
    spans, structure, inside = _inside(department, period)
    theirs = set(access.audits_held_by_hr(by).filter(pk__in=inside.values("pk")).values_list("pk", flat=True))
    zone = timezone.get_default_timezone()
    wanted, not_theirs = [], 0
    for pk, method, unit, took_place_at in inside.values_list("pk", "method", "department_id", "took_place_at"):
        span = spans.of(took_place_at.astimezone(zone).date())
        # Units stand where they do in the report of the same days.
        if span is None or unit not in structure.below(method, span):
            continue
        if pk in theirs:
            wanted.append(pk)
        else:
            not_theirs += 1
    answers = sum(Answer.objects.filter(audit__in=batch).count() for batch in batches(wanted))
    if answers > MOST_ANSWERS:
        told = _("These are %(n)d answers, and a file holds at most %(most)d. Choose a shorter period or a unit.")
        raise NoFile(told % {"n": answers, "most": MOST_ANSWERS})
    if not wanted:
        raise NoFile(_("There are no audits of this department and period."))
    related = Audit.objects.select_related("employee", "auditor", "edition")
    audits = tuple(audit for batch in batches(wanted) for audit in related.filter(pk__in=batch).order_by("pk"))
    return Choice(department, period, audits, answers, not_theirs, read_names().on(period.last_day))


def has_audits(department: Department, period: Period) -> bool:
    """Whether it is worth asking for them: one look, however many there are."""
    return _inside(department, period)[2].exists()


def _inside(department: Department, period: Period) -> tuple[Spans, Structure, Any]:
    """And all that count in units that stood in the department at any time of the period."""
    spans = Spans([period])
    structure = Structure(department.pk, lengths_of(), places())
    found = Audit.objects.counted().filter(
        department__in=structure.units_in(spans),
        took_place_at__gte=day_start(spans.first),
        took_place_at__lt=day_start(spans.after),
    )
    return spans, structure, found.order_by("pk")


def batches(pks: Sequence[int]) -> Iterator[Sequence[int]]:
    for at in range(0, len(pks), BATCH):
        yield pks[at : at + BATCH]

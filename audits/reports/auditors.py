"""How auditors fill audits, for HR: figures of each beside those of the others, without a verdict and in no ranking."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, Greatest

from audits.choices import AuditStatus, Verdict
from audits.figures import patterns
from audits.figures.patterns import Filled, Pattern
from audits.figures.verdicts import RATED
from audits.models import Audit, User
from audits.models.audits import LATE_AFTER, REMEMBERED_FOR
from standards.choices import Method


@dataclass(frozen=True, slots=True)
class AuditorPattern:
    auditor: User
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class MethodPatterns:
    """Auditors who used one method, by name: shoppers and supervisors see different things."""

    method: str
    method_label: str
    audits: int
    auditors: tuple[AuditorPattern, ...]

    @property
    def comparisons(self) -> int:
        return patterns.comparisons(each.pattern for each in self.auditors)


def patterns_of(audits: QuerySet[Audit], *, hidden: int | None = None) -> list[MethodPatterns]:
    """As first submitted, whatever was corrected later, without what was annulled. Two queries.

    `hidden`: an account that is compared with but not shown, whoever looks being no judge of themselves.
    """
    filled: dict[str, dict[int, list[Filled]]] = {method: defaultdict(list) for method in Method.values}
    for method, auditor, audit in _filled(audits):
        filled[method][auditor].append(audit)
    accounts = User.objects.in_bulk({auditor for of_method in filled.values() for auditor in of_method})
    found = []
    for method, by_auditor in filled.items():
        keys = sorted(by_auditor, key=lambda key: (accounts[key].last_name, accounts[key].first_name, key))
        shown = tuple(
            AuditorPattern(accounts[key], pattern)
            for key, pattern in zip(keys, patterns.patterns([by_auditor[key] for key in keys]), strict=True)
            if key != hidden
        )
        if shown:
            audits_made = sum(map(len, by_auditor.values()))
            found.append(MethodPatterns(method, str(Method(method).label), audits_made, shown))
    return found


def _rows(**condition: Any) -> Count:
    return Count("answers", filter=Q(**{f"answers__{name}": value for name, value in condition.items()}))


def _filled(audits: QuerySet[Audit]) -> list[tuple[str, int, Filled]]:
    counts = {verdict: _rows(verdict=verdict) for verdict in RATED}
    rows = (
        audits.filter(status=AuditStatus.SUBMITTED, corrects__isnull=True)
        .order_by()
        .annotate(
            finished_at=Coalesce("set_aside_at", "submitted_at"),
            **{f"rows_{verdict}": count for verdict, count in counts.items()},
            rows_applied=Count("answers", filter=~Q(answers__verdict=Verdict.NOT_APPLICABLE)),
            rows_not_observed=_rows(verdict=Verdict.NOT_OBSERVED),
            most_frequent=Greatest(*(F(f"rows_{verdict}") for verdict in RATED)),
            late=Case(
                When(opened_at__gt=F("took_place_at") + LATE_AFTER, then=Value(True)),
                When(finished_at__gt=F("took_place_at") + REMEMBERED_FOR, then=Value(True)),
                default=Value(False),
            ),
        )
        .values_list(
            "method",
            "auditor_id",
            "employee_id",
            "opened_at",
            "finished_at",
            "late",
            "rows_met",
            "rows_partly",
            "rows_not_met",
            "rows_not_observed",
            "rows_applied",
            "most_frequent",
        )
    )
    return [(method, auditor, _one(*values)) for method, auditor, *values in rows]


def _one(
    employee: int | None,
    opened: datetime.datetime,
    finished: datetime.datetime,
    late: bool,
    met: int,
    partly: int,
    not_met: int,
    not_observed: int,
    applied: int,
    most_frequent: int,
) -> Filled:
    return Filled(
        employee=employee,
        rated=met + partly + not_met,
        met=met,
        not_observed=not_observed,
        applied=applied,
        most_frequent=most_frequent,
        minutes=(finished - opened).total_seconds() / 60,
        is_late=bool(late),
    )

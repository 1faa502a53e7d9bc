"""What is still open in a granule before it is closed: afterwards it is in the full level only."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from audits import access
from audits.choices import AuditStatus
from audits.models import Annulment, Audit, DepartmentName, Identification, User, read_names
from audits.models.periods import Period
from audits.reports.closings.versions import audits_in


class OpenKind(StrEnum):
    # Being filled; somebody else's are nobody's to read, but can be counted.
    DRAFTS = "drafts"
    # All but what comes later (a promised call-back) was judged.
    SET_ASIDE = "set_aside"
    # Corrections begun, or proposed and not decided.
    CORRECTIONS = "corrections"
    # Annulments proposed and not decided.
    ANNULMENTS = "annulments"
    # Shoppers' audits of which HR has not said whom they are about.
    UNIDENTIFIED = "unidentified"


@dataclass(frozen=True)
class OpenWork:
    """What of one kind is open: `audits` are those that the account may open, the counts are of all."""

    kind: OpenKind
    audits: QuerySet[Audit]
    units: Sequence[tuple[DepartmentName, int]]

    @property
    def count(self) -> int:
        return sum(count for _unit, count in self.units)


def open_before_closing(*, method: str, period: Period, by: User) -> list[OpenWork]:
    """In the order in which it is best dealt with; kinds of which nothing is open too. Two queries a kind at most."""
    inside = audits_in(method, period.first_day, period.last_day)
    open_annulment = Annulment.objects.filter(audit=OuterRef("pk"), approved__isnull=True)
    identified = Identification.objects.filter(audit=OuterRef("pk"))
    first = Q(status=AuditStatus.DRAFT, corrects__isnull=True)
    found: dict[OpenKind, Any] = {
        OpenKind.DRAFTS: inside.filter(first, set_aside_at__isnull=True),
        OpenKind.SET_ASIDE: inside.filter(first, set_aside_at__isnull=False),
        OpenKind.CORRECTIONS: inside.filter(
            status__in=(AuditStatus.DRAFT, AuditStatus.PROPOSED), corrects__isnull=False
        ),
        OpenKind.ANNULMENTS: inside.filter(Exists(open_annulment)),
        OpenKind.UNIDENTIFIED: inside.counted()
        .filter(~Exists(identified), assignment__isnull=False, employee__isnull=True)
        .exclude(as_named=""),
    }
    visible = access.audits_visible_to(by).filter(pk=OuterRef("pk"))
    counts = {
        kind: dict(audits.order_by().values_list("department").annotate(count=Count("pk")))
        for kind, audits in found.items()
    }
    units = read_names({unit for counted in counts.values() for unit in counted}).on(period.last_day)
    return [
        OpenWork(
            kind,
            audits.filter(Exists(visible)).select_related("department").order_by("department__code", "took_place_at"),
            sorted(((units[unit], count) for unit, count in counts[kind].items()), key=lambda row: row[0].code),
        )
        for kind, audits in found.items()
    ]

"""The counted versions of a granule's audits, as the rule of disclosure must know them."""

import datetime
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db.models import Exists, OuterRef

from audits.figures import disclosure
from audits.models import Audit, BlockVersion, Closing
from audits.models.periods import day_start

_ONE_DAY = datetime.timedelta(days=1)
# PostgreSQL takes 65,535 values in one statement, SQLite 250,000.
_BATCH = 10_000


def audits_in(method: str, first_day: datetime.date, last_day: datetime.date) -> Any:
    """All audits of the method that took place on these days, both inside."""
    return Audit.objects.filter(
        method=method, took_place_at__gte=day_start(first_day), took_place_at__lt=day_start(last_day + _ONE_DAY)
    )


def versions_in(method: str, granule: disclosure.Granule) -> list[disclosure.Audit]:
    """The counted ones now."""
    return _read(audits_in(method, granule.first, granule.last).counted(), granule)


def versions_of(pks: Collection[int], granule: disclosure.Granule) -> list[disclosure.Audit]:
    """These, counted or not, as far as they are still kept."""
    return [version for batch in batches(sorted(pks)) for version in _read(Audit.objects.filter(pk__in=batch), granule)]


def told_elsewhere(method: str, granule: disclosure.Granule, closing: Closing | None = None) -> set[int]:
    """Versions of these days that are, or ever were, in a block of another closing: since the office moved a day."""
    in_blocks = BlockVersion.objects.filter(audit=OuterRef("pk"))
    if closing is not None:
        in_blocks = in_blocks.exclude(block__closing=closing)
    found = audits_in(method, granule.first, granule.last).filter(Exists(in_blocks))
    return set(found.order_by().values_list("pk", flat=True))


def _read(audits: Any, granule: disclosure.Granule) -> list[disclosure.Audit]:
    rows = audits.order_by("pk").values_list(
        "pk", "department_id", "method", "channel", "edition_id", "employee_id", "auditor_id"
    )
    return [
        disclosure.Audit(pk, unit, method, channel, edition, granule, person, auditor)
        for pk, unit, method, channel, edition, person, auditor in rows
    ]


def batches(pks: Sequence[int]) -> Iterable[Sequence[int]]:
    return (pks[at : at + _BATCH] for at in range(0, len(pks), _BATCH))

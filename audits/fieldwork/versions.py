"""The versions of one audit: as it was first submitted, and all that was to correct it, whatever became of it."""

from audits.models import Audit


def versions_of(audit: Audit, *, lock: bool = False) -> list[Audit]:
    """All of them, the first submitted first; with `lock`, held against other writers until the transaction ends."""
    first, before = audit.pk, audit.corrects_id
    while before is not None:
        first, before = before, Audit.objects.values_list("corrects", flat=True).get(pk=before)
    found, latest = [first], [first]
    while latest:
        latest = list(Audit.objects.filter(corrects__in=latest).values_list("pk", flat=True))
        found += latest
    rows = Audit.objects.filter(pk__in=found).order_by("pk")
    return list(rows.select_for_update(of=("self",)) if lock else rows)

"""The versions of one audit: as it was first submitted, and what was to correct it."""

from audits.models import Audit


def versions_of(audit: Audit, *, lock: bool = False) -> list[Audit]:
    """All of them, the first submitted first; with `lock`, held against other writers until the transaction ends."""
    first = audit.pk
    while before := Audit.objects.filter(superseded_by=first).values_list("pk", flat=True).first():
        first = before
    found, latest = [first], [first]
    while latest:
        latest = list(Audit.objects.filter(supersedes__in=latest).values_list("pk", flat=True))
        found += latest
    rows = Audit.objects.filter(pk__in=found).order_by("pk")
    return list(rows.select_for_update(of=("self",)) if lock else rows)

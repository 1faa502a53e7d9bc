"""The scores of a page of audits, for lists."""

from collections.abc import Collection
from decimal import Decimal

from audits.choices import FINISHED
from audits.figures import scoring, statistics
from audits.models import Answer, Audit


def scores_of(audits: Collection[Audit]) -> dict[int, Decimal | None]:
    """Of the finished ones among them, by key, as their cards say; None where nothing is rated. One query."""
    finished = [audit.pk for audit in audits if audit.status in FINISHED]
    marks: dict[int, list[scoring.Mark]] = {pk: [] for pk in finished}
    rows = Answer.objects.filter(audit__in=finished).order_by("audit", "position")
    for audit, verdict, weight, same_matter in rows.values_list("audit", "verdict", "weight", "same_matter"):
        marks[audit].append(scoring.Mark(verdict=verdict, weight=weight, same_matter=same_matter))
    return {pk: statistics.percent(scoring.total_score(each).ratio) for pk, each in marks.items()}

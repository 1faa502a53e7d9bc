"""Counts by block, recommendation and verdict, as closed: the general level. Nothing here reaches an audit."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from audits.choices import VERDICT_WORDS, ReportLevel
from audits.exports import Column, Kind, Sheet, Value
from audits.figures.sums import COUNTS, Numbers, rows_from_json
from audits.models import Department, read_names
from audits.models.periods import Period
from audits.reports.answers import codebook
from audits.reports.closings.kept import newest_sums, read_closed
from audits.reports.closings.office import order_of
from standards.choices import Channel, Method
from standards.models import Edition, Recommendation


@dataclass(frozen=True)
class Blocks:
    """Those that lie wholly in the department and period, with their newest sums."""

    department: Department
    period: Period
    blocks: tuple[Any, ...]
    # By block: how many audits, and what each recommendation got.
    sums: dict[int, tuple[int, dict[int, Numbers]]]
    closed_on: dict[Any, Any]


def blocks_of(department: Department, period: Period) -> Blocks:
    """A fixed number of queries."""
    closed = read_closed(period.first_day, period.last_day)
    found = [block for method in Method for block in closed.contents(str(method), department.pk, period).blocks]
    # Of the same day, method and channel the order says nothing of how they came to be.
    found.sort(key=lambda block: (list(Method).index(Method(block.key.method)), block.key, sorted(block.units)))
    kept = newest_sums().filter(block__in=[block.pk for block in found])  # type: ignore[attr-defined]
    sums = {
        pk: (audits, rows_from_json(rows)) for pk, audits, rows in kept.values_list("block", "audits", "sums__rows")
    }
    on = {(each.method, each.granule): each.on for each in closed.closings}
    return Blocks(department, period, tuple(found), sums, on)


def general_sheets(found: Blocks) -> Iterator[Sheet]:
    editions = {block.key.edition for block in found.blocks}
    yield _about(found)
    yield _blocks_sheet(found, editions)
    yield _counts_sheet(found, editions)
    yield codebook.recommendations_sheet(editions)
    yield codebook.explanations_sheet(_explained())


def _about(found: Blocks) -> Sheet:
    said: list[tuple[str, Value]] = [
        (_("Level"), str(ReportLevel.GENERAL.label)),
        (_("Department"), str(read_names([found.department.pk]).of(found.department.pk, found.period.last_day))),
        (_("Period"), found.period.label),
        (_("Blocks"), len(found.blocks)),
        (pgettext("heading of a file", "Audits"), sum(audits for audits, _rows in found.sums.values())),
        (
            _("What is in it"),
            _(
                "Blocks that lie wholly in the department and period, as closed: audits of one method, channel and "
                "edition, behind which at least five people stand. A block may be a single audit: which of them it "
                "met, nobody can tell."
            ),
        ),
    ]
    return Sheet(_("About the file"), (Column(_("What"), 24), Column(_("What it says"), 100, wraps=True)), said)


def _blocks_sheet(found: Blocks, editions: set[int]) -> Sheet:
    codes = dict(Edition.objects.filter(pk__in=editions).values_list("pk", "code"))
    names = read_names({unit for block in found.blocks for unit in block.units}).on(found.period.last_day)
    by_code = order_of(names)

    def rows() -> Iterator[tuple[Value, ...]]:
        for number, block in enumerate(found.blocks, start=1):
            granule = block.key.granule
            yield (
                number,
                str(Method(block.key.method).label),
                str(Channel(block.key.channel).label),
                codes[block.key.edition],
                granule.first,
                granule.last,
                found.closed_on[block.key.method, granule],
                ", ".join(names[unit].code for unit in sorted(block.units, key=by_code)),
                found.sums[block.pk][0],
            )

    columns = (
        Column(_("Block of audits"), 10, Kind.WHOLE),
        Column(pgettext("heading of a file", "Method"), 24),
        Column(pgettext("heading of a file", "Channel"), 18),
        Column(_("Edition"), 14, Kind.LABEL),
        Column(_("First day"), 12, Kind.DAY),
        Column(_("Last day"), 12, Kind.DAY),
        Column(_("Closed on"), 12, Kind.DAY),
        Column(_("Codes of the units"), 50, Kind.LABEL, wraps=True),
        Column(pgettext("heading of a file", "Audits"), 10, Kind.WHOLE),
    )
    return Sheet(pgettext("sheet", "Blocks"), columns, rows())


def _counts_sheet(found: Blocks, editions: set[int]) -> Sheet:
    listed = Recommendation.objects.filter(standard__edition__in=editions).select_related("standard")
    labels = {
        each.pk: (at, each.label)
        for at, each in enumerate(listed.order_by("standard__area__position", "standard__position", "position"))
    }

    def rows() -> Iterator[tuple[Value, ...]]:
        for number, block in enumerate(found.blocks, start=1):
            for key, numbers in sorted(found.sums[block.pk][1].items(), key=lambda row: labels[row[0]]):
                # Counts of verdicts, as `figures.sums.Sums` keeps them.
                yield number, labels[key][1], *numbers[:COUNTS]

    columns = (
        Column(_("Block of audits"), 10, Kind.WHOLE),
        Column(_("Recommendation"), 14, Kind.LABEL),
        *(Column(str(words.heading), 12, Kind.WHOLE) for words in VERDICT_WORDS.values()),
    )
    return Sheet(pgettext("sheet", "Counts"), columns, rows())


def _explained() -> Iterator[tuple[str, str, str]]:
    yield _("Block of audits"), "", _("Joins the two sheets. It is no number of the portal.")
    yield from codebook.verdicts_explained(_("Counts"))

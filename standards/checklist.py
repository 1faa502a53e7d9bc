"""Which recommendations one method sees at one channel, in which order, behind which gate questions."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from standards.choices import CHANNELS_OF_METHOD, Block, Method
from standards.models import Assessability, Edition, Occasion, Recommendation

_BLOCK_ORDER = {block: order for order, block in enumerate(Block.values)}

# How long one question takes somebody who saw the visit a moment ago: to read it, to remember, to press.
# A breach is passed over faster than an act is recalled; a gate question is a yes or a no.
SECONDS_TO_JUDGE = 8
SECONDS_TO_JUDGE_BREACH = 5
SECONDS_TO_ANSWER_GATE = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One recommendation as a method sees it at a channel: its number as cited, and how it is judged.

    Both are "" where no one method and channel is meant.
    """

    recommendation: Recommendation
    assessability: Assessability
    method: str = ""
    channel: str = ""

    @property
    def recommendation_id(self) -> int:
        return self.recommendation.pk

    @property
    def label(self) -> str:
        return self.recommendation.label

    @property
    def standard_number(self) -> str:
        return self.recommendation.standard.number

    @property
    def block(self) -> str:
        return self.assessability.block

    @property
    def question(self) -> str:
        return self.assessability.question_at(self.channel)

    @property
    def parts(self) -> list[str]:
        return self.assessability.parts_at(self.channel)

    @property
    def occasion(self) -> Occasion | None:
        return self.assessability.occasion

    @property
    def is_core(self) -> bool:
        """What every visit shows: nothing special has to happen first."""
        return self.assessability.occasion_id is None

    @property
    def is_by_scenario(self) -> bool:
        """It is judged only where the scenario makes its occasion happen, and then nobody asks whether it did."""
        return self.method == Method.MYSTERY and self.occasion is not None and self.occasion.by_scenario


def checklist(edition: Edition, method: str, channel: str) -> list[Row]:
    """All rows that this method sees at this channel, in the order of filling; one query.

    What is soonest forgotten comes first, then the five blocks of a visit. In a block: what is always
    there, then occasion by occasion, and the breaches to look for at its end. Empty for a channel that
    the method never sees.
    """
    if channel not in CHANNELS_OF_METHOD.get(method, ()):
        return []
    return rows_seen(judged_rows(edition), method, channel)


def judged_rows(edition: Edition) -> list[Row]:
    """Every recommendation of the edition that somebody has said how to judge, in the order of the text; one query."""
    judged = (
        Assessability.objects.filter(recommendation__standard__edition=edition, recommendation__repealed=False)
        .select_related("recommendation__standard", "occasion")
        .order_by("recommendation__standard__position", "recommendation__position", "recommendation")
    )
    return [Row(one.recommendation, one) for one in judged]


def rows_seen(rows: Iterable[Row], method: str, channel: str) -> list[Row]:
    """Those that this method sees at this channel, in the order of filling."""
    seen = (row for row in rows if channel in row.assessability.channels(method))
    return sorted((replace(row, method=method, channel=channel) for row in seen), key=_order)


def _order(row: Row) -> tuple[int, ...]:
    judged = row.assessability
    return (
        not judged.ask_first,
        # A draft's row may still lack its block.
        _BLOCK_ORDER.get(judged.block, len(_BLOCK_ORDER)),
        judged.refrain,
        row.occasion.position if row.occasion else -1,
        row.recommendation.standard.position,
        row.recommendation.position,
    )


def select(
    rows: Iterable[Row],
    selection: str,
    *,
    standards: Collection[str] = (),
    occasions: Collection[str] = (),
) -> list[Row]:
    """The rows to judge in one audit, in their order.

    `selection` is "core" (rows without an occasion), "standards" (rows of the standards with these numbers)
    or "everything"; the rows of the `occasions` (codes) that the scenario makes happen join either of the first two.
    What only a scenario makes happen is in none of them without it.
    """
    rows = [row for row in rows if not row.is_by_scenario or _on_occasion(row, occasions)]
    if selection == "everything":
        return rows
    if selection == "core":
        return [row for row in rows if row.is_core or _on_occasion(row, occasions)]
    if selection == "standards":
        return [row for row in rows if row.standard_number in standards or _on_occasion(row, occasions)]
    raise ValueError(f"no such selection: {selection!r}")


def _on_occasion(row: Row, codes: Collection[str]) -> bool:
    return row.occasion is not None and row.occasion.code in codes


def questions_asked(rows: Iterable[Row]) -> list[Row]:
    """Rows of the same matter once: what the auditor will in fact be asked."""
    asked: list[Row] = []
    matters: set[str] = set()
    for row in rows:
        matter = row.assessability.same_matter
        if matter and matter in matters:
            continue
        matters.add(matter)
        asked.append(row)
    return asked


def occasions_of(rows: Iterable[Row]) -> list[Occasion]:
    """The gate questions that these rows stand behind, in their order, each once."""
    found = {row.occasion.pk: row.occasion for row in rows if row.occasion}
    return sorted(found.values(), key=lambda occasion: (occasion.position, occasion.pk))


def estimated_minutes(rows: Collection[Row]) -> int:
    """Whole minutes that filling takes, at least 1; every gate taken to be open."""
    asked = questions_asked(rows)
    breaches = sum(row.assessability.refrain for row in asked)
    seconds = (
        (len(asked) - breaches) * SECONDS_TO_JUDGE
        + breaches * SECONDS_TO_JUDGE_BREACH
        + len(occasions_of(rows)) * SECONDS_TO_ANSWER_GATE
    )
    return max(1, round(seconds / 60))

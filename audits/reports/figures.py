"""The numbers that reports show: rounded once, ready to print. Percentages are Decimals with one decimal, 0 to 100."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from audits import statistics
from audits.scoring import MOST_POINTS, Score, Tally

# A band besides those of `statistics`: fewer people stand behind the figure than may be shown.
WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many answers got which verdict."""

    met: int
    partly: int
    not_met: int
    not_applicable: int
    not_observed: int
    unanswered: int
    rated: int


@dataclass(frozen=True, slots=True)
class Share:
    """`met` of `rated`, strictly: partly met is not met. No percentage below the smallest sample."""

    met: int
    rated: int
    percent: Decimal | None
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One cell with a score.

    `audits` are those with a rated answer in the cell. `score`, `low` and `high` are None, and `band` is "too_few",
    below the smallest sample; when `band` is "withheld", `counts`, `share` and `coverage` are None too.
    """

    audits: int
    counts: Counts | None
    share: Share | None
    coverage: Decimal | None
    score: Decimal | None
    low: Decimal | None
    high: Decimal | None
    band: str


@dataclass(frozen=True, slots=True)
class Change:
    """A score against the period before, in percentage points, over the same rows only.

    `verdict`: "rose", "fell", "undecided" (the interval holds 0) or "too_few".
    """

    rows: int
    audits_before: int
    audits_now: int
    before: Decimal | None
    now: Decimal | None
    points: Decimal | None
    low: Decimal | None
    high: Decimal | None
    verdict: str


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What the office holds figures against: the target and the smallest sample that is given a score."""

    target_percent: int
    smallest_sample: int

    @property
    def target(self) -> Fraction:
        return Fraction(self.target_percent, 100)


def counts(tally: Tally) -> Counts:
    return Counts(
        met=tally.met,
        partly=tally.partly,
        not_met=tally.not_met,
        not_applicable=tally.not_applicable,
        not_observed=tally.not_observed,
        unanswered=tally.unanswered,
        rated=tally.rated,
    )


def rounded(number: Fraction) -> Decimal | None:
    """Any number with one decimal, half up, as percentages are."""
    return statistics.percent(number / 100)


def _ends(found: statistics.Estimate) -> tuple[Decimal | None, Decimal | None]:
    if found.interval is None:
        return None, None
    return statistics.percent(found.interval.lower), statistics.percent(found.interval.upper)


def _share(tally: Tally, found: statistics.Estimate | None, yardstick: Yardstick) -> Share:
    if not statistics.enough(found, yardstick.smallest_sample):
        return Share(tally.met, tally.rated, None, None, None)
    return Share(tally.met, tally.rated, statistics.percent(found.score), *_ends(found))


def share_of_visits(tally: Tally, yardstick: Yardstick) -> Share:
    """Of one recommendation, judged once an audit: Wilson's interval for k of n."""
    return _share(tally, statistics.estimate_share(tally.met, tally.rated), yardstick)


def share_of_answers(tallies: Sequence[Tally], yardstick: Yardstick) -> Share:
    """Of several recommendations, one tally an audit: an audit's answers are correlated, so it counts as one unit."""
    whole = sum(tallies, Tally())
    # A met answer of weight 1 earns all points; a partly met one, strictly, none.
    found = statistics.estimate((tally.rated, MOST_POINTS * tally.met, tally.rated) for tally in tallies)
    return _share(whole, found, yardstick)


def figure(audits: Sequence[Score], yardstick: Yardstick) -> Figure:
    """The figure of several audits, each given by its sums in the cell."""
    whole = sum(audits, Score())
    found = estimate(audits)
    shown = found if statistics.enough(found, yardstick.smallest_sample) else None
    low, high = _ends(shown) if shown else (None, None)
    return Figure(
        audits=found.m if found else 0,
        counts=counts(whole.tally),
        share=share_of_answers([score.tally for score in audits], yardstick),
        coverage=statistics.percent(whole.coverage),
        score=statistics.percent(shown.score) if shown else None,
        low=low,
        high=high,
        band=statistics.band(found, yardstick.target, yardstick.smallest_sample),
    )


def estimate(audits: Collection[Score]) -> statistics.Estimate | None:
    return statistics.estimate((score.weight, score.points, score.weight_sq) for score in audits)


def withheld(audits: int) -> Figure:
    return Figure(audits, None, None, None, None, None, None, WITHHELD)


def change(rows: int, before: Collection[Score], now: Collection[Score], yardstick: Yardstick) -> Change:
    """A score against the period before. Both are given over the same rows: `rows` of them."""
    found_before, found_now = estimate(before), estimate(now)
    verdict = statistics.change(found_now, found_before, yardstick.smallest_sample)
    audits_before, audits_now = (found.m if found else 0 for found in (found_before, found_now))
    difference = statistics.newcombe_difference(found_now, found_before)
    if verdict == statistics.TOO_FEW or difference is None or found_before is None or found_now is None:
        return Change(rows, audits_before, audits_now, None, None, None, None, None, statistics.TOO_FEW)
    return Change(
        rows=rows,
        audits_before=audits_before,
        audits_now=audits_now,
        before=statistics.percent(found_before.score),
        now=statistics.percent(found_now.score),
        points=statistics.percent(difference.difference),
        low=statistics.percent(difference.interval.lower),
        high=statistics.percent(difference.interval.upper),
        verdict=verdict,
    )

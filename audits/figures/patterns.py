"""Which of several auditors fill audits otherwise than the others do, by more than chance makes plausible.

An auditor's mean is compared with those of the others alone: the interval in which the mean of one more auditor like
them would lie, with as many audits, 99 times in 100. It takes in how much the others differ from each other, how much
one auditor's audits differ among themselves, and how few the others are (Student's t). It says nothing of why:
another desk, another hour, a stricter eye. Standard library only; no Django, no model.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import fmean, median, variance

from audits.figures.quantiles import student_t_quantile
from audits.figures.statistics import percent

# Fewer audits of an auditor, or fewer other auditors with that many, allow no comparison.
FEWEST_AUDITS = 5
FEWEST_OTHERS = 5
CONFIDENCE = 0.99
# Of yes-or-no measures: one audit alone makes nobody unusual.
FEWEST_ODD_AUDITS = 2
_ROUNDING = 1e-9

USUAL, ABOVE, BELOW, TOO_FEW = "usual", "above", "below", "too_few"


@dataclass(frozen=True, slots=True)
class Sample:
    """One auditor's audits by one measure: how many, their sum and the sum of their squares."""

    n: int
    total: float
    squares: float

    @classmethod
    def of(cls, values: Iterable[float]) -> "Sample":
        values = list(values)
        return cls(len(values), math.fsum(values), math.fsum(value * value for value in values))

    @property
    def mean(self) -> float:
        return self.total / self.n

    @property
    def spread(self) -> float:
        """Σ(value − mean)², at least 0."""
        return max(0.0, self.squares - self.total * self.total / self.n)


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an auditor's mean lies beside the plausible interval; no interval where there is too little to compare."""

    verdict: str
    low: float | None = None
    high: float | None = None
    others: int = 0

    @property
    def is_unusual(self) -> bool:
        return self.verdict in (ABOVE, BELOW)


def place(own: Sample, others: Sequence[Sample], *, is_share: bool, is_yes_or_no: bool = False) -> Placement:
    """Compare one auditor with the others. Shares lie between 0 and 1, and the interval is cut to that."""
    compared = [other for other in others if other.n >= FEWEST_AUDITS]
    if own.n < FEWEST_AUDITS or len(compared) < FEWEST_OTHERS:
        return Placement(TOO_FEW, others=len(compared))
    means = [other.mean for other in compared]
    centre, between = fmean(means), variance(means)
    within = _within(compared, is_yes_or_no=is_yes_or_no)
    chance = within * fmean(1 / other.n for other in compared)
    # How much auditors differ beyond what their few audits would make them differ by chance.
    real = max(0.0, between - chance)
    likely = real + within / own.n + max(between, chance) / len(compared)
    reach = student_t_quantile(len(compared) - 1, 1 - (1 - CONFIDENCE) / 2) * math.sqrt(likely)
    # Equal means are equal, however they were summed.
    low, high = centre - reach - _ROUNDING, centre + reach + _ROUNDING
    if is_share:
        low, high = max(0.0, low), min(1.0, high)
    verdict = ABOVE if own.mean > high else BELOW if own.mean < low else USUAL
    if is_yes_or_no and abs(own.mean - centre) * own.n < FEWEST_ODD_AUDITS:
        verdict = USUAL
    return Placement(verdict, low, high, len(compared))


def _within(samples: Sequence[Sample], *, is_yes_or_no: bool) -> float:
    """The variance of one auditor's audits, pooled; of yes or no at least what half an audit more would give."""
    audits = sum(sample.n for sample in samples)
    pooled = math.fsum(sample.spread for sample in samples) / (audits - len(samples))
    if not is_yes_or_no:
        return pooled
    share = (math.fsum(sample.total for sample in samples) + 0.5) / (audits + 1)
    return max(pooled, share * (1 - share))


def place_all(samples: Sequence[Sample], *, is_share: bool, is_yes_or_no: bool = False) -> list[Placement]:
    """Each compared with all the others, in the order given."""
    return [
        place(own, [*samples[:at], *samples[at + 1 :]], is_share=is_share, is_yes_or_no=is_yes_or_no)
        for at, own in enumerate(samples)
    ]


@dataclass(frozen=True, slots=True)
class Filled:
    """One audit as its auditor filled it."""

    employee: int | None
    rated: int
    met: int
    not_observed: int
    # Rows that applied: rated, not observed, or left open.
    applied: int
    # How often the most frequent of the three rated verdicts was given.
    most_frequent: int
    minutes: float
    is_late: bool


QUICK_MINUTES = 5
# Fewer rated rows may well all be alike.
FEWEST_ROWS_ALIKE = 10


@dataclass(frozen=True, slots=True)
class Value:
    """One figure of an auditor: k of n, or a time (k is None), and where it lies."""

    shown: float | None
    n: int
    placement: Placement
    k: int | None = None

    @property
    def percents(self) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
        """The figure and the ends of the interval, of a share."""
        return percent(self.shown), percent(self.placement.low), percent(self.placement.high)


@dataclass(frozen=True, slots=True)
class Pattern:
    """How one auditor fills audits."""

    audits: int
    met: Value
    not_observed: Value
    minutes: Value
    quick: Value
    late: Value
    alike: Value
    one_person: Value

    @property
    def values(self) -> tuple[Value, ...]:
        return (self.met, self.not_observed, self.minutes, self.quick, self.late, self.alike, self.one_person)


def patterns(auditors: Sequence[Sequence[Filled]]) -> list[Pattern]:
    """One pattern for each auditor's audits, in the order given; each compared with the others."""
    shares = (
        [Sample.of(each.met / each.rated for each in audits if each.rated) for audits in auditors],
        [Sample.of(each.not_observed / each.applied for each in audits if each.applied) for audits in auditors],
    )
    met, not_observed = (_values(samples) for samples in shares)
    quick = _yes_or_no(auditors, lambda each: each.minutes < QUICK_MINUTES)
    late = _yes_or_no(auditors, lambda each: each.is_late)
    alike = _yes_or_no(
        [[each for each in audits if each.rated >= FEWEST_ROWS_ALIKE] for audits in auditors],
        lambda each: each.most_frequent == each.rated,
    )
    rows = zip(auditors, met, not_observed, _minutes(auditors), quick, late, alike, _one_person(auditors), strict=True)
    return [Pattern(len(audits), *values) for audits, *values in rows]


def comparisons(found: Iterable[Pattern]) -> int:
    """How many figures were compared: about one in a hundred of them lies outside by chance."""
    return sum(value.placement.verdict != TOO_FEW for pattern in found for value in pattern.values)


def _values(samples: Sequence[Sample]) -> list[Value]:
    return [
        Value(sample.mean if sample.n else None, sample.n, placement)
        for sample, placement in zip(samples, place_all(samples, is_share=True), strict=True)
    ]


def _counted(counts: Sequence[tuple[int, int]]) -> list[Value]:
    samples = [Sample(n, k, k) for k, n in counts]
    placements = place_all(samples, is_share=True, is_yes_or_no=True)
    return [Value(k / n if n else None, n, placement, k) for (k, n), placement in zip(counts, placements, strict=True)]


def _yes_or_no(auditors: Sequence[Sequence[Filled]], holds: Callable[[Filled], bool]) -> list[Value]:
    return _counted([(sum(map(holds, audits)), len(audits)) for audits in auditors])


def _one_person(auditors: Sequence[Sequence[Filled]]) -> list[Value]:
    """Of the audits that name somebody, how many are about the person named most often."""
    counts = []
    for audits in auditors:
        named = Counter(each.employee for each in audits if each.employee is not None)
        counts.append((max(named.values(), default=0), named.total()))
    return _counted(counts)


def _minutes(auditors: Sequence[Sequence[Filled]]) -> list[Value]:
    """The median, compared by the mean logarithm: times are skewed, and twice as long is as far as half as long."""
    samples = [Sample.of(math.log(max(each.minutes, 0.5)) for each in audits) for audits in auditors]
    return [
        Value(
            median(each.minutes for each in audits) if audits else None,
            len(audits),
            Placement(
                placement.verdict,
                None if placement.low is None else math.exp(placement.low),
                None if placement.high is None else math.exp(placement.high),
                placement.others,
            ),
        )
        for audits, placement in zip(auditors, place_all(samples, is_share=False), strict=True)
    ]

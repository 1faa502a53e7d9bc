"""How far a figure can be trusted: intervals, bands, differences, rounding.

Scores come in as the whole-number sums of `scoring` (weights, and points where met is 2 and partly
1) and stay exact up to an interval's square root, so the same sums give the same figures whether a
database or Python added them up.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeGuard

from audits.figures.quantiles import normal_quantile, student_t_quantile
from audits.figures.verdicts import MOST_POINTS, PRECEDENCE, UNANSWERED

# Conventions that the office signs off.
INTRA_AUDIT_CORRELATION: Final = Fraction(1, 20)
CONFIDENCE: Final = 0.95
TARGET: Final = Fraction(9, 10)
N_MIN: Final = 5

# What a band says.
MEETS: Final = "meets"
FAILS: Final = "fails"
# What a change says.
ROSE: Final = "rose"
FELL: Final = "fell"
# What either says.
UNDECIDED: Final = "undecided"
TOO_FEW: Final = "too_few"


@dataclass(frozen=True, slots=True)
class Interval:
    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share or a score (0 to 1) and what it rests on.

    `m` counts what was sampled: audits, or the rated answers of one recommendation, one an audit.
    `n_eff` is how many independent answers carry as much; it is None where one audit can't tell.
    """

    m: int
    score: Fraction
    n_eff: Fraction | None = None
    interval: Interval | None = None


def wilson(k: int, n: int, confidence: float = CONFIDENCE) -> Interval | None:
    """Wilson's interval for k of n; None for n = 0. Raises ValueError unless 0 ≤ k ≤ n."""
    if not 0 <= k <= n:
        raise ValueError(f"{k} of {n} is no count")
    if n == 0:
        return None
    return wilson_effective(Fraction(k, n), Fraction(n), normal_quantile(_upper_tail(confidence)))


def wilson_effective(p: Fraction, n_eff: Fraction, quantile: float) -> Interval:
    """Wilson's interval about the share p (0 to 1) of n_eff > 0 answers, n_eff any fraction.

    Raises ValueError outside these ranges. The interval always holds p and stays within 0 to 1.
    """
    if not 0 <= p <= 1:
        raise ValueError(f"a share lies between 0 and 1, not {p}")
    if n_eff <= 0:
        raise ValueError(f"an effective number is positive, not {n_eff}")
    share, n = float(p), float(n_eff)
    z2 = quantile * quantile
    centre = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = quantile / (1 + z2 / n) * math.sqrt(float(p * (1 - p)) / n + z2 / (4 * n * n))
    # The ends meet 0 and 1 exactly in theory; in floats they may miss by a last digit.
    lower = 0.0 if p == 0 else min(max(centre - half, 0.0), share)
    upper = 1.0 if p == 1 else max(min(centre + half, 1.0), share)
    return Interval(lower, upper)


def estimate_share(k: int, n: int, confidence: float = CONFIDENCE) -> Estimate | None:
    """k met of n rated answers to one recommendation, one an audit; None for n = 0."""
    interval = wilson(k, n, confidence)
    return Estimate(m=n, score=Fraction(k, n), n_eff=Fraction(n), interval=interval) if n else None


@dataclass(frozen=True, slots=True)
class AuditSums:
    """What `estimate` needs to know of several audits, in whole numbers that add up.

    With w an answer's weight, and for each audit weight = Σw and points = Σ w·points over its
    rated answers (points in halves: met 2, partly 1), over the audits whose weight is above 0:
    `audits` their number, `weight` Σ weight, `points` Σ points, `weight_weight` Σ weight²,
    `weight_points` Σ weight·points, `points_points` Σ points², and `answer_weight_sq` Σ w² over
    all their rated answers. Whole numbers of any numeric type are taken, as databases return
    them; others raise ValueError, and so do sums that no audits can have.
    """

    audits: int = 0
    weight: int = 0
    points: int = 0
    weight_weight: int = 0
    weight_points: int = 0
    points_points: int = 0
    answer_weight_sq: int = 0

    def __post_init__(self) -> None:
        for field in fields(self):
            given = getattr(self, field.name)
            if given != int(given) or given < 0:
                raise ValueError(f"{field.name} must be a whole number, not {given!r}")
            object.__setattr__(self, field.name, int(given))
        possible = (
            self.audits <= self.weight
            and self.weight <= self.answer_weight_sq <= self.weight_weight <= self.weight**2
            and self.points <= MOST_POINTS * self.weight
            and self.residual_sq >= 0
            and (self.audits > 0 or self.weight == 0)
        )
        if not possible:
            raise ValueError(f"no audits have these sums: {self}")

    @classmethod
    def of(cls, audits: Iterable[tuple[int, int, int]]) -> AuditSums:
        """From each audit's (weight, points, weight_sq), as in `scoring.Score`.

        Audits without a rated answer are left out. The audits paired at one interaction go in as
        one: their scores added up.
        """
        rated = [audit for audit in audits if audit[0]]
        return cls(
            audits=len(rated),
            weight=sum(weight for weight, _, _ in rated),
            points=sum(points for _, points, _ in rated),
            weight_weight=sum(weight**2 for weight, _, _ in rated),
            weight_points=sum(weight * points for weight, points, _ in rated),
            points_points=sum(points**2 for _, points, _ in rated),
            answer_weight_sq=sum(weight_sq for _, _, weight_sq in rated),
        )

    def __add__(self, other: AuditSums) -> AuditSums:
        return AuditSums(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def residual_sq(self) -> int:
        """Σ(points − (Σpoints ⁄ Σweight)·weight)² times (Σweight)², which is a whole number."""
        return (
            self.points_points * self.weight**2
            - 2 * self.weight_points * self.points * self.weight
            + self.weight_weight * self.points**2
        )


def estimate(audits: Iterable[tuple[int, int, int]], confidence: float = CONFIDENCE) -> Estimate | None:
    """The score of several audits, each given as `AuditSums.of` takes it; None where none is rated."""
    return estimate_from_sums(AuditSums.of(audits), confidence)


def estimate_from_sums(sums: AuditSums, confidence: float = CONFIDENCE) -> Estimate | None:
    """The score of several audits with its interval, the audit being the sampling unit.

    None for no audit; no interval for a single one. An audit's answers resemble each other, so the
    scatter between audits sets the effective number of answers. It is kept between the number of
    audits (no audit tells less than one answer) and `cap`, what the answers can tell at most:
    few audits alike by chance must not look certain.
    """
    m = sums.audits
    if m == 0:
        return None
    score = Fraction(sums.points, MOST_POINTS * sums.weight)
    if m == 1:
        return Estimate(m=1, score=score)
    n_eff = _effective_number(sums, score)
    quantile = student_t_quantile(m - 1, _upper_tail(confidence))
    return Estimate(m=m, score=score, n_eff=n_eff, interval=wilson_effective(score, n_eff, quantile))


def _effective_number(sums: AuditSums, score: Fraction) -> Fraction:
    m = sums.audits
    answers = Fraction(sums.weight**2, sums.answer_weight_sq)
    cap = answers / (1 + (answers / m - 1) * INTRA_AUDIT_CORRELATION)
    variance = Fraction(m, m - 1) * Fraction(sums.residual_sq, MOST_POINTS**2 * sums.weight**4)
    if variance == 0:
        return cap
    return min(max(score * (1 - score) / variance, Fraction(m)), cap)


def enough(found: Estimate | None, n_min: int = N_MIN) -> TypeGuard[Estimate]:
    """Whether a score may be shown at all; otherwise counts and "too few audits"."""
    return found is not None and found.m >= n_min


def band(found: Estimate | None, target: Fraction | Decimal | float = TARGET, n_min: int = N_MIN) -> str:
    """MEETS when the whole interval is at or above the target, FAILS when below, or UNDECIDED.

    TOO_FEW below n_min audits, and where there is no interval: then no score is shown either.
    """
    if not enough(found, n_min) or found.interval is None:
        return TOO_FEW
    if found.interval.lower >= target:
        return MEETS
    return FAILS if found.interval.upper < target else UNDECIDED


@dataclass(frozen=True, slots=True)
class Difference:
    """One score less another, −1 to 1, with its interval."""

    difference: Fraction
    interval: Interval

    @property
    def direction(self) -> str:
        if self.interval.lower > 0:
            return ROSE
        return FELL if self.interval.upper < 0 else UNDECIDED


def newcombe_difference(a: Estimate | None, b: Estimate | None) -> Difference | None:
    """a less b by Newcombe's method on the limits of each; None where either has no interval.

    The two must rest on disjoint selections of audits.
    """
    if a is None or b is None or a.interval is None or b.interval is None:
        return None
    p_a, p_b = float(a.score), float(b.score)
    difference = a.score - b.score
    below = math.hypot(p_a - a.interval.lower, b.interval.upper - p_b)
    above = math.hypot(a.interval.upper - p_a, p_b - b.interval.lower)
    return Difference(
        difference,
        Interval(max(float(difference) - below, -1.0), min(float(difference) + above, 1.0)),
    )


def change(now: Estimate | None, before: Estimate | None, n_min: int = N_MIN) -> str:
    """ROSE, FELL or UNDECIDED (the interval of the difference holds 0), or TOO_FEW on either side."""
    if not (enough(now, n_min) and enough(before, n_min)):
        return TOO_FEW
    difference = newcombe_difference(now, before)
    return TOO_FEW if difference is None else difference.direction


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two auditors of the same interactions agree on `pairs` rows that both judged.

    `ac1` is Gwet's AC1; its interval, over rows, is None where every row says the same, since
    nothing then tells how far it could stray. `alpha` is Krippendorff's, nominal; None where a
    single verdict was ever given, which leaves no disagreement to expect.
    """

    pairs: int
    agreed: int
    ac1: Fraction
    ac1_interval: Interval | None
    alpha: Fraction | None

    @property
    def share(self) -> Fraction:
        return Fraction(self.agreed, self.pairs)


JUDGED: Final = tuple(verdict for verdict in PRECEDENCE if verdict != UNANSWERED)


def agreement(
    pairs: Iterable[tuple[str, str]], categories: Collection[str] = JUDGED, confidence: float = CONFIDENCE
) -> Agreement | None:
    """Agreement on pairs of verdicts of the same row; pairs with an unanswered one are left out.

    `categories` are the verdicts that could be given (AC1 depends on how many there were).
    None where no pair is left; ValueError for a verdict outside the categories or fewer than two.
    """
    if len(set(categories)) < 2:
        raise ValueError("agreement needs at least two categories")
    counts = Counter((first, second) for first, second in pairs if UNANSWERED not in (first, second))
    given: Counter[str] = Counter()
    for (first, second), times in counts.items():
        given[first] += times
        given[second] += times
    if strays := given.keys() - set(categories):
        raise ValueError(f"verdicts outside the categories: {sorted(strays)}")
    n = counts.total()
    if n == 0:
        return None
    agreed = sum(times for (first, second), times in counts.items() if first == second)
    ac1, ac1_variance = _gwet_ac1(counts, given, len(set(categories)))
    interval = None
    if ac1_variance:
        half = student_t_quantile(n - 1, _upper_tail(confidence)) * math.sqrt(ac1_variance)
        interval = Interval(max(float(ac1) - half, -1.0), min(float(ac1) + half, 1.0))
    return Agreement(n, agreed, ac1, interval, _krippendorff_alpha(n, agreed, given))


def _gwet_ac1(counts: Counter[tuple[str, str]], given: Counter[str], categories: int) -> tuple[Fraction, Fraction]:
    """AC1 and the variance of its linear approximation; 0 for a single row."""
    n = counts.total()
    # What chance would make agree on a row that got this verdict from one of the two.
    by_chance = {verdict: Fraction(2 * n - times, 2 * n * (categories - 1)) for verdict, times in given.items()}
    expected = sum((times * by_chance[verdict] for verdict, times in given.items()), Fraction(0)) / (2 * n)
    agreed = sum(times for (first, second), times in counts.items() if first == second)
    ac1 = (Fraction(agreed, n) - expected) / (1 - expected)
    if n == 1:
        return ac1, Fraction(0)
    squares = Fraction(0)
    for (first, second), times in counts.items():
        own = (int(first == second) - expected) / (1 - expected)
        own_expected = (by_chance[first] + by_chance[second]) / 2
        pull = 2 * (1 - ac1) * (own_expected - expected) / (1 - expected)
        squares += times * (own - pull - ac1) ** 2
    return ac1, squares / (n * (n - 1))


def _krippendorff_alpha(n: int, agreed: int, given: Counter[str]) -> Fraction | None:
    values = 2 * n
    expected = Fraction(values**2 - sum(times**2 for times in given.values()), values * (values - 1))
    return 1 - Fraction(n - agreed, n) / expected if expected else None


def percent(ratio: Fraction | float | None) -> Decimal | None:
    """A ratio as per cent with one decimal, rounded half up (a negative one like its opposite).

    The one place where a figure is rounded. A float counts as the exact number that it holds.
    """
    if ratio is None:
        return None
    tenths = math.floor(abs(Fraction(ratio)) * 1000 + Fraction(1, 2))
    return Decimal(-tenths if ratio < 0 else tenths).scaleb(-1)


def _upper_tail(confidence: float) -> float:
    """The probability below the upper end of a two-sided interval."""
    return (1 + confidence) / 2

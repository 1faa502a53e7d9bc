"""Figures reckoned as one would by hand: answer by answer, in fractions, from the rules as the office has them.

Slow on purpose, and made of nothing of the portal's own: it shares no code, no constant and no order of steps with
what it is compared with. Intervals rest on scipy.
"""

import math
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from scipy import stats


class Row(NamedTuple):
    """One answer of an audit with what was copied for it. `key` is the recommendation, in whatever way it is named."""

    key: object
    standard: object
    area: object
    verdict: str
    weight: int = 1
    matter: str = ""
    critical: bool = False
    refrain: bool = False
    of_unit: bool = False


HALVES = {"met": 2, "partly": 1, "not_met": 0}
# From the worst on: what stands for a matter whose rows differ.
WORST_FIRST = ("not_met", "partly", "met", "not_observed", "", "not_applicable")
ORDER_OF_COUNTS = ("met", "partly", "not_met", "not_applicable", "not_observed", "")


def matter_once(rows: Iterable[Row]) -> list[tuple[str, int]]:
    """Verdicts with their weights: rows of one matter as one, with the worst verdict and the greatest weight."""
    rows = list(rows)
    found = [(row.verdict, row.weight) for row in rows if not row.matter]
    for matter in sorted({row.matter for row in rows if row.matter}):
        of_matter = [row for row in rows if row.matter == matter]
        for verdict in WORST_FIRST:
            if any(row.verdict == verdict for row in of_matter):
                found.append((verdict, max(row.weight for row in of_matter)))
                break
    return found


def every_row(rows: Iterable[Row]) -> list[tuple[str, int]]:
    return [(row.verdict, row.weight) for row in rows]


Taking = Callable[[Iterable[Row]], list[tuple[str, int]]]


def of_total(audit: Iterable[Row]) -> list[tuple[str, int]]:
    return matter_once(audit)


def of_area(audit: Iterable[Row], area: object) -> list[tuple[str, int]]:
    return matter_once(row for row in audit if row.area == area)


def of_standard(audit: Iterable[Row], standard: object) -> list[tuple[str, int]]:
    return every_row(row for row in audit if row.standard == standard)


def of_recommendation(audit: Iterable[Row], key: object) -> list[tuple[str, int]]:
    return every_row(row for row in audit if row.key == key)


Judged = Sequence[tuple[str, int]]


@dataclass(frozen=True)
class ByHand:
    """What several audits come to, each of them given as its verdicts with their weights."""

    audits: tuple[Judged, ...]

    @property
    def rated(self) -> list[list[tuple[int, int]]]:
        """Of each audit with a rated answer of some weight: halves of points and weights."""
        found = [[(HALVES[verdict], weight) for verdict, weight in audit if verdict in HALVES] for audit in self.audits]
        return [audit for audit in found if sum(weight for _, weight in audit) > 0]

    def count(self, *verdicts: str) -> int:
        return sum(1 for audit in self.audits for verdict, _weight in audit if verdict in verdicts)

    @property
    def counts(self) -> tuple[int, ...]:
        return tuple(self.count(verdict) for verdict in ORDER_OF_COUNTS)

    @property
    def m(self) -> int:
        return len(self.rated)

    @property
    def score(self) -> Fraction | None:
        possible = sum(2 * weight for audit in self.rated for _, weight in audit)
        earned = sum(halves * weight for audit in self.rated for halves, weight in audit)
        return Fraction(earned, possible) if possible else None

    @property
    def coverage(self) -> Fraction | None:
        rated = self.count("met", "partly", "not_met")
        might = rated + self.count("not_observed", "")
        return Fraction(rated, might) if might else None

    @property
    def moments(self) -> tuple[int, ...]:
        """As they are kept: audits, Σx, Σy, Σx², Σxy, Σy² with x the weight and y the halves of an audit, and Σw²."""
        x = [sum(weight for _, weight in audit) for audit in self.rated]
        y = [sum(halves * weight for halves, weight in audit) for audit in self.rated]
        return (
            *(len(x), sum(x), sum(y), sum(a * a for a in x)),
            *(sum(a * b for a, b in zip(x, y, strict=True)), sum(b * b for b in y)),
            sum(weight**2 for audit in self.rated for _, weight in audit),
        )

    @property
    def n_eff(self) -> Fraction | None:
        """As domain.md puts it, over audits: x = Σw and y = Σw·p of each."""
        if self.m < 2 or self.score is None:
            return None
        m, score = Fraction(self.m), self.score
        x = [Fraction(sum(weight for _, weight in audit)) for audit in self.rated]
        y = [sum((Fraction(halves, 2) * weight for halves, weight in audit), Fraction(0)) for audit in self.rated]
        every = [weight for audit in self.rated for _, weight in audit]
        n = Fraction(sum(every) ** 2, sum(weight * weight for weight in every))
        v = m / (m - 1) * sum((b - score * a) ** 2 for a, b in zip(x, y, strict=True)) / sum(x) ** 2
        cap = n / (1 + (n / m - 1) * Fraction(5, 100))
        if v == 0:
            return cap
        least, most = m, cap
        return min(max(score * (1 - score) / v, least), most)

    @property
    def interval(self) -> tuple[float, float] | None:
        if self.n_eff is None or self.score is None:
            return None
        return wilson(self.score, self.n_eff, student(self.m - 1))


@cache
def student(freedom: int) -> float:
    return float(stats.t.ppf(0.975, freedom))


@cache
def normal() -> float:
    return float(stats.norm.ppf(0.975))


def wilson(share: Fraction, n: Fraction, quantile: float) -> tuple[float, float]:
    """The two shares at which the distance to the found one is `quantile` standard errors: a quadratic equation."""
    p, z = float(share), quantile
    a, b, c = 1 + z * z / float(n), -(2 * p + z * z / float(n)), p * p
    root = math.sqrt(max(b * b - 4 * a * c, 0.0))
    return (-b - root) / (2 * a), (-b + root) / (2 * a)


def several(audits: Iterable[Iterable[Row]], taking: Callable[..., Judged], *place: object) -> ByHand:
    return ByHand(tuple(tuple(taking(list(audit), *place)) for audit in audits))


def percent(share: Fraction | None) -> Decimal | None:
    """Rounded once, half up, one decimal."""
    if share is None:
        return None
    return (Decimal((share * 100).numerator) / Decimal((share * 100).denominator)).quantize(
        Decimal("0.1"), rounding=ROUND_HALF_UP
    )


def is_as_printed(printed: Decimal, limit: float) -> bool:
    """Whether a limit of an interval is printed rightly; the last bit of a float may tip what lies on the edge."""
    return abs(float(printed) - 100 * limit) <= 0.05 + 1e-9


def band(interval: tuple[float, float], target: float) -> str:
    if interval[0] >= target:
        return "meets"
    return "fails" if interval[1] < target else "undecided"


def breaches(audits: Iterable[Iterable[Row]]) -> list[object]:
    """The recommendations of all critical breaches, one each time."""
    return [row.key for audit in audits for row in audit if row.critical and row.verdict == "not_met"]


def those(rows: Iterable[Row], keys: Collection[object]) -> list[Row]:
    return [row for row in rows if row.key in keys]

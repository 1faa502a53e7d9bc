"""From sums to what is printed: scores with their intervals, shares, changes, waiting times. Rounded once, here."""

import math
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from typing import cast

from audits.figures import statistics
from audits.figures.numbers import counts, rounded
from audits.figures.statistics import Estimate
from audits.figures.sums import Numbers, moments_of, tally_of
from audits.figures.verdicts import MET
from audits.reports.department.contents import Cell, Interval, RowFigure, Waiting
from audits.reports.headline import FEW_BEFORE, FEW_NOW, OTHER_ROWS, Band, Comparison, Outcome, Scored, Yard


def estimate(numbers: Numbers) -> Estimate | None:
    return statistics.estimate_from_sums(moments_of(numbers))


def scored(found: Estimate | None, yard: Yard) -> Scored | None:
    """None below the smallest sample."""
    if not statistics.enough(found, yard.smallest_sample) or found.interval is None:
        return None
    return Scored(
        _percent(found.score),
        _percent(found.interval.lower),
        _percent(found.interval.upper),
        cast(Band, statistics.band(found, yard.share, yard.smallest_sample)),
    )


def cell(method: str, numbers: Numbers, yard: Yard) -> Cell:
    tally = tally_of(numbers)
    found = estimate(numbers)
    return Cell(method, found.m if found else 0, tally[MET], tally.rated, scored(found, yard))


def coverage(numbers: Numbers) -> Decimal | None:
    return statistics.percent(tally_of(numbers).coverage)


def row_figure(method: str, numbers: Numbers, yard: Yard) -> RowFigure:
    """Of one recommendation: Wilson's interval for k of n, from the smallest sample on."""
    tally = tally_of(numbers)
    met, rated = tally[MET], tally.rated
    interval, below = None, False
    if rated >= yard.smallest_sample and (found := statistics.wilson(met, rated)):
        below = found.upper < yard.share
        interval = Interval(
            _percent(found.lower), _percent(found.upper), _whole_percent(found.lower), _whole_percent(found.upper)
        )
    return RowFigure(method, counts(tally), interval, below)


def compared(now: Numbers, before: Numbers, yard: Yard, *, audits_before: int) -> Comparison:
    """Two scores over the same rows. `audits_before`: all that there were, whatever they rated."""
    found_now, found_before = estimate(now), estimate(before)
    rated_before = found_before.m if found_before else 0
    if not found_now or not found_before:
        return Comparison(OTHER_ROWS)
    if found_before.m < yard.smallest_sample:
        # That there were enough audits is known to the reader; what they share was rated too seldom.
        few = FEW_BEFORE if audits_before < yard.smallest_sample else FEW_NOW
        return Comparison(cast(Outcome, few), audits_before=rated_before)
    difference = statistics.newcombe_difference(found_now, found_before)
    if found_now.m < yard.smallest_sample or difference is None:
        return Comparison(FEW_NOW, audits_before=rated_before)
    return Comparison(
        cast(Outcome, difference.direction),
        _percent(difference.difference),
        _percent(difference.interval.lower),
        _percent(difference.interval.upper),
        rated_before,
    )


def waiting(minutes: Counter[int], yard: Yard) -> Waiting | None:
    """Median and quartiles, interpolated between the two nearest; None where nobody noted any."""
    audits = minutes.total()
    if not audits:
        return None
    if audits < yard.smallest_sample:
        return Waiting(audits)
    noted = sorted(minutes.elements())
    lower, median, upper = (rounded(_quantile(noted, Fraction(part, 4))) for part in (1, 2, 3))
    return Waiting(audits, median, lower, upper)


def _quantile(values: list[int], part: Fraction) -> Fraction:
    at = part * (len(values) - 1)
    below = math.floor(at)
    above = min(below + 1, len(values) - 1)
    return values[below] + (at - below) * (values[above] - values[below])


def _percent(ratio: Fraction | float) -> Decimal:
    found = statistics.percent(ratio)
    if found is None:
        raise ValueError("a ratio has a percentage")
    return found


def _whole_percent(ratio: float) -> int:
    """Half up, of the exact number: not of what was rounded to a decimal before."""
    return math.floor(Fraction(ratio) * 100 + Fraction(1, 2))

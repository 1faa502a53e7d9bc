"""The numbers that reports and cards show: rounded once, ready to print."""

from decimal import Decimal
from fractions import Fraction

from audits.figures import statistics
from audits.figures.scoring import Tally
from audits.figures.verdicts import NAMES

# How many answers got which verdict, by the names of `verdicts.NAMES`, and "rated".
Counts = dict[str, int]


def counts(tally: Tally) -> Counts:
    return {name: tally[verdict] for verdict, name in NAMES.items()} | {"rated": tally.rated}


def rounded(number: Fraction) -> Decimal | None:
    """Any number with one decimal, half up, as percentages are."""
    return statistics.percent(number / 100)

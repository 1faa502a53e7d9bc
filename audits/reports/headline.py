"""What page one of a department's report rests on: plain values, for its sentences, choice of rows and chart.

Percentages are Decimals of 0 to 100 with one decimal, as they are printed; bands were reached before rounding.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from typing import Final, Literal

from audits.figures.statistics import FELL, N_MIN, ROSE, TARGET, UNDECIDED
from audits.models.periods import Period

# In the order in which a method speaks for a department.
METHODS: Final = ("mystery", "observation", "documents")
SMALLEST_CROWD: Final = 5

Band = Literal["meets", "fails", "undecided"]

# Why a method has no figures at all, besides having no audits.
FEW_PEOPLE: Final = "few_people"
# It is closed for a longer time than the period: `Found.granule` says for which.
LONGER_GRANULE: Final = "longer_granule"
NOT_CLOSED: Final = "not_closed"
Absence = Literal["", "few_people", "longer_granule", "not_closed"]

# Why there is no comparison with the period before; FEW_NOW: in this one, over the rows that both share.
NO_AUDITS_BEFORE: Final = "no_audits_before"
FEW_BEFORE: Final = "few_before"
FEW_NOW: Final = "few_now"
OTHER_CHANNELS: Final = "other_channels"
OTHER_ROWS: Final = "other_rows"
FEW_PEOPLE_BEFORE: Final = "few_people_before"
NOT_CLOSED_BEFORE: Final = "not_closed_before"
Outcome = Literal[
    "rose",
    "fell",
    "undecided",
    "no_audits_before",
    "few_before",
    "few_now",
    "other_channels",
    "other_rows",
    "few_people_before",
    "not_closed_before",
]


@dataclass(frozen=True, slots=True)
class Yard:
    """What figures are held against, in whole per cent and audits."""

    target: int = int(100 * TARGET)
    smallest_sample: int = N_MIN
    smallest_crowd: int = SMALLEST_CROWD

    @property
    def share(self) -> Fraction:
        return Fraction(self.target, 100)


@dataclass(frozen=True, slots=True)
class Scored:
    """A score with its 95% interval, and where all of that lies."""

    value: Decimal
    low: Decimal
    high: Decimal
    band: Band

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.value <= self.high <= 100:
            raise ValueError(f"{self.value} is not within {self.low} to {self.high}")

    @property
    def half_width(self) -> Decimal:
        """The larger of the two: by how much another choice of audits could move the score."""
        return max(self.value - self.low, self.high - self.value)


@dataclass(frozen=True, slots=True)
class Found:
    """What one method found in a department and period.

    `met` of `rated` answers, strictly. `judged` of the `visible` recommendations that the method can judge at the
    channels used. `scored` is None below the smallest sample. With an `absence` nothing of it may be shown or known.
    """

    method: str
    audits: int = 0
    scored: Scored | None = None
    met: int = 0
    rated: int = 0
    auditors: int = 0
    judged: int = 0
    visible: int = 0
    absence: Absence = ""
    granule: str = ""

    def __post_init__(self) -> None:
        if self.absence and (self.audits or self.scored):
            raise ValueError(f"nothing is shown of {self.method}: {self.absence}")
        if not 0 <= self.met <= self.rated:
            raise ValueError(f"{self.met} of {self.rated} is no count")
        if (self.absence == LONGER_GRANULE) != bool(self.granule):
            raise ValueError("a longer granule, and only that, has a kind")


@dataclass(frozen=True, slots=True)
class Comparison:
    """The score against the period before, over the same rows: `points` with its interval, in percentage points.

    `audits_before` are those with a rated answer in these rows; where there is none, no rows are shared.
    """

    outcome: Outcome
    points: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    audits_before: int = 0

    def __post_init__(self) -> None:
        compares = self.outcome in (ROSE, FELL, UNDECIDED)
        if compares != (None not in (self.points, self.low, self.high)):
            raise ValueError(f"{self.outcome} with {self.points} ({self.low}; {self.high})")
        if self.outcome == FEW_BEFORE and self.audits_before < 1:
            raise ValueError("few audits are at least one")


@dataclass(frozen=True, slots=True)
class Row:
    """One recommendation as one method judged it: `met` of `rated`, its interval from the smallest sample on.

    `name` is the short one, nominative and in small letters; `matter` the label that rows about the same act share.
    `rated_by_channel` are (channel, rated answers). In a `refrain` row what is met is that nothing was breached.
    """

    label: str
    name: str
    standard: str
    method: str
    met: int
    rated: int
    matter: str = ""
    refrain: bool = False
    low: Decimal | None = None
    high: Decimal | None = None
    rated_by_channel: tuple[tuple[str, int], ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.met <= self.rated:
            raise ValueError(f"{self.met} of {self.rated} is no count")
        if (self.low is None) != (self.high is None):
            raise ValueError("an interval has two ends")

    @property
    def channels(self) -> tuple[str, ...]:
        return tuple(channel for channel, rated in self.rated_by_channel if rated)

    @property
    def act(self) -> str:
        """What it is about: rows with the same act are never listed twice."""
        return self.matter or self.label


@dataclass(frozen=True, slots=True)
class RowToWorkOn:
    """`few`: rated less often than the smallest sample, listed so that a small unit is told something."""

    row: Row
    few: bool = False


@dataclass(frozen=True, slots=True)
class UnitsBelow:
    """Units directly below the department whose whole interval is below the target, of those that have a score.

    In the order of the structure.
    """

    names: tuple[str, ...]
    scored: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of the department and period that is in no figure, since fewer people than a crowd stand behind it.

    Each of the three may be empty: then the part is of all units, all channels, the whole period.
    """

    unit: str = ""
    channel: str = ""
    period: Period | None = None

    def __post_init__(self) -> None:
        if not (self.unit or self.channel or self.period):
            raise ValueError("something is left out")


@dataclass(frozen=True, slots=True)
class Headline:
    """All that the words of page one rest on. `found`: one a method, in any order; methods without audits may lack."""

    period: Period
    found: tuple[Found, ...]
    yard: Yard = field(default_factory=Yard)
    comparison: Comparison | None = None
    to_work_on: tuple[RowToWorkOn, ...] = ()
    strong: tuple[Row, ...] = ()
    # Rows, over all methods, that were rated at least as often as the smallest sample.
    rows_often_rated: int = 0
    breaches: int = 0
    units_below: UnitsBelow | None = None
    left_out: tuple[LeftOut, ...] = ()
    not_closed: tuple[Period, ...] = ()
    has_parent: bool = True

    @property
    def main(self) -> Found | None:
        return speaking(self.found)


@dataclass(frozen=True, slots=True)
class TrendColumn:
    """One period of the chart, and what each method found in it."""

    period: Period
    found: tuple[Found, ...] = ()

    def of(self, method: str) -> Found:
        return next((each for each in self.found if each.method == method), Found(method))


@dataclass(frozen=True, slots=True)
class Trend:
    """The columns of the chart, the last of them the report's own period. `methods`: those of which it tells."""

    columns: tuple[TrendColumn, ...]
    yard: Yard = field(default_factory=Yard)
    methods: tuple[str, ...] = METHODS

    @property
    def period(self) -> Period:
        return self.columns[-1].period


def speaking(found: Sequence[Found]) -> Found | None:
    """The method that speaks for a department: the first with a score, else with audits, else any with an absence."""
    in_order = sorted(found, key=lambda each: METHODS.index(each.method))
    with_score = (each for each in in_order if each.scored)
    with_audits = (each for each in in_order if each.audits)
    without_figures = (each for each in in_order if each.absence)
    return next(chain(with_score, with_audits, without_figures), None)

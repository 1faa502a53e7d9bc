"""What a department's report holds: the one shape that page, PDF and files show. Nobody is named in it.

It knows no database. Numbers are ready to print: percentages are Decimals of 0 to 100 with one decimal, rounded once;
bands were reached before rounding. What is said of them in sentences is `audits.reports.sentences`' to say; how it is
laid out, `audits.reports.department.layout`'s.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, Literal

from audits.figures.numbers import Counts
from audits.figures.verdicts import MET, RATED
from audits.models.periods import Period
from audits.reports.headline import METHODS, Comparison, Headline, Scored, Trend
from audits.reports.sentences.limitations import Facts
from standards.wording.emphasis import PointText

GENERAL: Final = "general"
FULL: Final = "full"
# What the PDF carries its figures in.
FIGURES_NAME: Final = "wyniki.csv"


@dataclass(frozen=True, slots=True)
class Level:
    """Who it is for. At level "full" it has a purpose and the moment it was issued, which every page says."""

    kind: Literal["general", "full"] = "general"
    purpose: str = ""
    issued_at: datetime.datetime | None = None

    def __post_init__(self) -> None:
        if (self.kind == FULL) != bool(self.purpose and self.issued_at):
            raise ValueError("a report has a purpose and a moment at level full, and only there")


@dataclass(frozen=True, slots=True)
class Cell:
    """What one method found in a part of the standards, of the office or of the channels.

    `audits` with a rated answer in it; `met` of `rated` answers, strictly. `scored` is None below the smallest sample.
    Without a rated answer it was not judged.
    """

    method: str
    audits: int = 0
    met: int = 0
    rated: int = 0
    scored: Scored | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.met <= self.rated:
            raise ValueError(f"{self.met} of {self.rated} is no count")
        if self.scored and not self.rated:
            raise ValueError("a score of nothing")


def cell_of(cells: Iterable[Cell], method: str) -> Cell:
    """The method's cell; one of nothing, where it judged nothing."""
    return next((cell for cell in cells if cell.method == method), Cell(method))


@dataclass(frozen=True, slots=True)
class AreaRow:
    """`change` is the headline method's, against the period before; None where nothing was compared."""

    number: str
    title: str
    cells: tuple[Cell, ...]
    change: Comparison | None = None


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit directly below the department with all below it, or several small ones whose audits are in one block.

    `cells`: a method's total each. `areas`: the headline method's, by the area's number. With `few_people` nothing of
    that method may be shown.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    cells: tuple[Cell, ...] = ()
    areas: tuple[tuple[str, Cell], ...] = ()
    few_people: bool = False

    def __post_init__(self) -> None:
        if len(self.codes) != len(self.names) or not self.codes:
            raise ValueError("a unit has a code and a name")
        if self.few_people and self.areas:
            raise ValueError("nothing is shown of a unit of few people")


@dataclass(frozen=True, slots=True)
class Interval:
    """95% of a recommendation met, in per cent: with one decimal for files, in whole ones for print."""

    low: Decimal
    high: Decimal
    whole_low: int
    whole_high: int


@dataclass(frozen=True, slots=True)
class RowFigure:
    """How one method judged one recommendation: answers by verdict. `below`: the whole interval is below the target.

    An interval is given from the smallest sample on.
    """

    method: str
    counts: Counts = field(default_factory=dict)
    interval: Interval | None = None
    below: bool = False

    @property
    def met(self) -> int:
        return self.counts.get(MET, 0)

    @property
    def rated(self) -> int:
        return sum(self.counts.get(verdict, 0) for verdict in RATED)


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """One recommendation with its legal text. `name` is the short one; `figures` one a method that had it on a card.

    `elsewhere`: (code of an edition, the label in it), where it is another. `edition` is the code of the only edition
    that has it with this meaning, where that is not the newest in the report.
    """

    label: str
    name: str
    text: str
    emphasis: tuple[tuple[int, int], ...] = ()
    points: tuple[PointText, ...] = ()
    refrain: bool = False
    critical: bool = False
    figures: tuple[RowFigure, ...] = ()
    elsewhere: tuple[tuple[str, str], ...] = ()
    edition: str = ""

    def of(self, method: str) -> RowFigure:
        return next((figure for figure in self.figures if figure.method == method), RowFigure(method))

    @property
    def is_rated(self) -> bool:
        return any(figure.rated for figure in self.figures)


@dataclass(frozen=True, slots=True)
class StandardRow:
    """Every standard is here with all its recommendations, those that nobody rated too."""

    number: str
    title: str
    area: str
    cells: tuple[Cell, ...]
    recommendations: tuple[RecommendationRow, ...]

    @property
    def is_rated(self) -> bool:
        return any(cell.rated for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Minutes, over the `audits` that noted them: median and quartiles, from the smallest sample on."""

    audits: int
    median: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """A method at a channel. `audits` made there; the cell counts those with a rated answer."""

    channel: str
    audits: int
    cell: Cell
    waiting: Waiting | None = None

    @property
    def method(self) -> str:
        return self.cell.method


@dataclass(frozen=True, slots=True)
class BreachRow:
    """Critical breaches of one recommendation in one unit. At level "general" the unit is that of the block."""

    label: str
    name: str
    unit: str
    number: int


@dataclass(frozen=True, slots=True)
class Closing:
    """The period of a method that was closed, and when: the figures are of that day."""

    period: Period
    closed_on: datetime.date


@dataclass(frozen=True, slots=True)
class MethodRow:
    """What the method part says besides `Facts`. `closings` are those that the figures were made from, if any."""

    method: str
    coverage: Decimal | None = None
    closings: tuple[Closing, ...] = ()


@dataclass(frozen=True, slots=True)
class EditionRow:
    """`parts`: the edition's own total by method, given where editions share too little for one score."""

    code: str
    title: str
    legal_basis: str
    effective_from: datetime.date | None
    recommendations: int
    audits: int
    parts: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionOnRow:
    """What was agreed on a recommendation of page one: who sees to it, until when."""

    label: str
    who: str
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class DepartmentReport:
    """`headline` is page one with the total of every method, `trend` its chart, `facts` what limitations rest on.

    `areas`, `units`, `standards` in the order of the text and the structure; `channels` by method, then channel;
    `breaches` by recommendation, then unit; `methods` and `editions` those with audits, the newest edition first.
    `as_of`: the instant of the last change of the data or, from closings, of the last closing.
    """

    office: str
    department_code: str
    department_name: str
    level: Level
    headline: Headline
    trend: Trend
    facts: Facts
    as_of: datetime.datetime
    fingerprint: str
    areas: tuple[AreaRow, ...] = ()
    units: tuple[UnitRow, ...] = ()
    standards: tuple[StandardRow, ...] = ()
    channels: tuple[ChannelRow, ...] = ()
    breaches: tuple[BreachRow, ...] = ()
    methods: tuple[MethodRow, ...] = ()
    editions: tuple[EditionRow, ...] = ()
    actions: tuple[ActionOnRow, ...] = field(default=())

    @property
    def period(self) -> Period:
        return self.headline.period

    @property
    def main_method(self) -> str:
        """The one that speaks for the department; "" where no method has anything to show."""
        main = self.headline.main
        return main.method if main else ""

    @property
    def methods_shown(self) -> tuple[str, ...]:
        """The methods with audits, the headline's first."""
        found = [
            method for method in METHODS if any(each.method == method and each.audits for each in self.headline.found)
        ]
        return tuple(sorted(found, key=lambda method: method != self.main_method))

"""What a department's report holds: the shapes that screen, PDF, CSV and JSON show alike. Nobody is named in them."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from audits.reports.charts import Drawing, IntervalRow, Shape, change_chart, interval_chart
from audits.reports.figures import WITHHELD, Change, Counts, Figure, Share
from audits.reports.periods import Period
from audits.statistics import FAILS, FELL, MEETS, ROSE, UNDECIDED


@dataclass(frozen=True, slots=True)
class PointText:
    text: str
    emphasis: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class RecommendationText:
    """The legal text of one recommendation, for the annex."""

    label: str
    text: str
    emphasis: tuple[tuple[int, int], ...]
    points: tuple[PointText, ...]


@dataclass(frozen=True, slots=True)
class StandardText:
    number: str
    title: str
    recommendations: tuple[RecommendationText, ...]


@dataclass(frozen=True, slots=True)
class AreaText:
    number: str
    title: str
    standards: tuple[StandardText, ...]


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """k met of n rated. `audits` had the row on their checklist; `occasion` is "" where the row always applies.

    `counts` and `share` are None where too few people stand behind them, or another row's could be reckoned from them.
    `editions` are those whose audits are in it; `other_labels` say in which of them it has another number.
    """

    label: str
    text: str
    emphasis: tuple[tuple[int, int], ...]
    occasion: str
    refrain: bool
    critical: bool
    attribution: str
    audits: int
    counts: Counts | None
    share: Share | None
    editions: tuple[str, ...] = ()
    other_labels: tuple[tuple[str, str], ...] = ()

    @property
    def is_withheld(self) -> bool:
        return self.counts is None


@dataclass(frozen=True, slots=True)
class ApartRows:
    """Recommendations that only these editions have, or have with this meaning: in no pooled figure."""

    editions: tuple[str, ...]
    recommendations: tuple[RecommendationRow, ...]


@dataclass(frozen=True, slots=True)
class EditionPart:
    """The audits made by one edition, over all of its rows."""

    code: str
    audits: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class StandardRow:
    number: str
    title: str
    figure: Figure
    recommendations: tuple[RecommendationRow, ...]


@dataclass(frozen=True, slots=True)
class AreaRow:
    number: str
    title: str
    figure: Figure
    change: Change | None
    standards: tuple[StandardRow, ...]


@dataclass(frozen=True, slots=True)
class ChannelPart:
    channel: str
    channel_label: str
    audits: int
    figure: Figure
    change: Change | None


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit directly below the department with all below it, or several merged because each is too small.

    `own`: audits made in the department itself, outside its units, are in it.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    own: bool
    merged: bool
    audits: int
    people: int
    figure: Figure

    @property
    def label(self) -> str:
        if self.merged:
            return _("Other units together")
        return _("%(name)s (outside its units)") % {"name": self.names[0]} if self.own else self.names[0]


@dataclass(frozen=True, slots=True)
class Breach:
    """A breach of a critical recommendation. Without details where they could point to a person."""

    label: str
    text: str
    unit: str
    channel_label: str
    day: datetime.date | None
    desk: str
    note: str
    details_withheld: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """Minutes, over audits that recorded a waiting time."""

    audits: int
    mean: Decimal | None
    median: Decimal | None


@dataclass(frozen=True, slots=True)
class Reach:
    """`judged` of the `visible` recommendations that the method sees at the channels used; `total` in the standards."""

    judged: int
    visible: int
    total: int


@dataclass(frozen=True, slots=True)
class MethodSection:
    """All that one method found. Methods are never pooled; editions are where their wording means the same.

    Where it does not, `figure`, the areas, standards and changes are over the rows that mean the same in all
    `editions`; `edition_parts` give each edition's own total, `apart` the rows that are not shared.
    """

    key: str
    method: str
    method_label: str
    editions: tuple[str, ...]
    audits: int
    people: int
    auditors: int
    unattributed: int
    opened_late: int
    filled_from_memory: int
    figure: Figure
    change: Change | None
    parts: tuple[ChannelPart, ...]
    edition_parts: tuple[EditionPart, ...]
    apart: tuple[ApartRows, ...]
    reach: Reach
    waiting: Waiting
    areas: tuple[AreaRow, ...]
    strengths: tuple[RecommendationRow, ...]
    weakest: tuple[RecommendationRow, ...]
    breaches: tuple[Breach, ...]
    units: tuple[UnitRow, ...]
    target_percent: int

    @property
    def edition_code(self) -> str:
        return ", ".join(self.editions)

    @property
    def is_withheld(self) -> bool:
        return self.figure.band == WITHHELD

    @property
    def rows(self) -> tuple[RecommendationRow, ...]:
        """All recommendations judged, those apart last."""
        pooled = [row for area in self.areas for standard in area.standards for row in standard.recommendations]
        return (*pooled, *(row for group in self.apart for row in group.recommendations))

    @property
    def withheld_rows(self) -> int:
        return sum(row.is_withheld for row in self.rows)

    @property
    def pools(self) -> bool:
        """Whether figures of several editions are in one."""
        return len(self.editions) > 1

    @property
    def rows_differ(self) -> bool:
        """Whether the editions have rows that cannot be pooled: then the total is over the others."""
        return bool(self.edition_parts)

    @property
    def area_chart(self) -> Drawing | None:
        rows = [(f"{area.number}. {area.title}", area.figure) for area in self.areas]
        return self._chart(rows, "areas", _("Score by area with its interval"))

    @property
    def standard_chart(self) -> Drawing | None:
        rows = [
            (f"{standard.number}. {standard.title}", standard.figure)
            for area in self.areas
            for standard in area.standards
        ]
        return self._chart(rows, "standards", _("Score by standard with its interval"))

    @property
    def channel_chart(self) -> Drawing | None:
        if len(self.parts) < 2:
            return None
        whole = (_("All channels"), self.figure)
        rows = [whole, *((part.channel_label, part.figure) for part in self.parts)]
        return self._chart(rows, "channels", _("Score by channel with its interval"))

    @property
    def unit_chart(self) -> Drawing | None:
        rows = [(unit.label, unit.figure) for unit in self.units]
        return self._chart(rows, "units", _("Score by unit with its interval"))

    @property
    def change_chart(self) -> Drawing | None:
        rows = [_change_row(f"{area.number}. {area.title}", area.change, area.figure) for area in self.areas]
        rows.append(_change_row(_("Together"), self.change, self.figure))
        if not any(row.value is not None for row in rows):
            return None
        title = _("Change of the score against the period before, by area, in percentage points")
        return change_chart(rows, key=f"{self.key}-change", title=title)

    def _chart(self, figures: Iterable[tuple[str, Figure]], key: str, title: str) -> Drawing | None:
        rows = [_chart_row(label, figure) for label, figure in figures]
        if not any(row.value is not None for row in rows):
            return None
        return interval_chart(rows, key=f"{self.key}-{key}", title=title, target=self.target_percent / 100)


_SHAPES: dict[str, Shape] = {MEETS: "disc", ROSE: "disc", FAILS: "diamond", FELL: "diamond", UNDECIDED: "ring"}


def _chart_row(label: str, figure: Figure) -> IntervalRow:
    if figure.score is None:
        return _no_interval(label, figure)
    low, high = (None if end is None else float(end) / 100 for end in (figure.low, figure.high))
    return IntervalRow(label, float(figure.score) / 100, low, high, shape=_SHAPES.get(figure.band))


def _no_interval(label: str, figure: Figure) -> IntervalRow:
    return IntervalRow(label, None, remark=_("not shown") if figure.band == WITHHELD else _("too little data"))


def _change_row(label: str, change: Change | None, figure: Figure) -> IntervalRow:
    if change is None or change.points is None:
        return _no_interval(label, figure)
    low, high = (None if end is None else float(end) / 100 for end in (change.low, change.high))
    return IntervalRow(label, float(change.points) / 100, low, high, shape=_SHAPES.get(change.verdict))


@dataclass(frozen=True, slots=True)
class Proposed:
    """What nobody has confirmed: how rows are judged, their questions (labels), the gates (names of occasions)."""

    rows: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    # The same labels for readers: "1.1–1.4, 2.2".
    rows_in_short: str = ""
    questions_in_short: str = ""

    def __bool__(self) -> bool:
        return bool(self.rows or self.questions or self.gates)


@dataclass(frozen=True, slots=True)
class EditionFacts:
    code: str
    title: str
    legal_basis: str
    effective_from: datetime.date | None
    recommendations: int
    areas: tuple[AreaText, ...]
    proposed: Proposed


@dataclass(frozen=True, slots=True)
class Limitation:
    """`key` names it in JSON; `text` says it in the language of the reader."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class DepartmentReport:
    office: str
    department_code: str
    department_name: str
    period: Period
    previous: Period
    as_of: datetime.datetime
    fingerprint: str
    code_version: str
    target_percent: int
    smallest_sample: int
    audits: int
    audits_before: int
    methods: tuple[MethodSection, ...]
    editions: tuple[EditionFacts, ...]
    limitations: tuple[Limitation, ...]

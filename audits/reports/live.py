"""What a department's audits hold at this moment: the full level.

Units stand where they do on the last day of their granule, as they will when it is closed.
"""

import datetime
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, Max, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from audits.choices import AuditStatus
from audits.figures import disclosure
from audits.figures.disclosure import Granule, Length
from audits.figures.facts import Facts
from audits.figures.sums import Line, Reckoned, Sheets, sums_together
from audits.figures.verdicts import LETTERS, NOT_MET
from audits.models import Audit, SheetLines, Statement
from audits.models.audits import LATE_AFTER, REMEMBERED_FOR
from audits.models.periods import Period, day_start
from audits.reports.closings.findings import places_of
from audits.reports.closings.granules import Lengths, lengths_of
from audits.reports.closings.office import directly_below, order_on, places
from audits.reports.pieces import Findings, Piece, Source, in_order
from audits.reports.roll_up import add_missing
from standards.choices import Method

_ONE_DAY = datetime.timedelta(days=1)
_BREACH = LETTERS[NOT_MET]


@dataclass
class _Pile:
    """Audits of one piece: their facts, and where their sheets are among all of the same lines."""

    facts: list[Facts] = field(default_factory=list)
    sheets: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    # By unit, to say where a critical breach was.
    of_unit: dict[int, dict[int, list[int]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))


def read_live(
    department: int, periods: Sequence[Period], *, last: Period, as_of: datetime.datetime | None = None
) -> Source:
    """A department in these periods. `as_of`: without what was submitted later. A fixed number of queries."""
    periods = list(dict.fromkeys(periods))
    spans = Spans(periods)
    structure = Structure(department, lengths_of(), places())
    units = structure.units_in(spans)
    inside = Audit.objects.filter(
        department__in=units, took_place_at__gte=day_start(spans.first), took_place_at__lt=day_start(spans.after)
    )
    known = inside.counted().filter(submitted_at__lte=as_of) if as_of else inside.counted()
    add_missing(known)
    piles, filled = _piles(known, spans, structure)
    by_code = order_on(last.last_day)
    codes = {unit: at for at, unit in enumerate(sorted({*structure.units_on(last.last_day), *units}, key=by_code))}
    pieces = _pieces(piles, filled, codes)
    findings: dict[tuple[str, Period], Findings] = {}
    for method in Method:
        for period in periods:
            found = [piece for (key, span), piece in pieces if key == method and spans.lies_in(span, period)]
            findings[str(method), period] = Findings(pieces=tuple(found))
    usual = min(last.end, day_start(timezone.localdate()))
    return Source(
        findings=findings,
        parents=structure.tree_on(last.last_day),
        units=in_order(structure.units_on(last.last_day), codes),
        as_of=as_of or last_change(inside) or usual,
        statements=_statements(known, last, as_of),
    )


class Spans:
    """The days of several periods, cut wherever one of them, or a quarter, begins or ends."""

    def __init__(self, periods: Sequence[Period]) -> None:
        self.first = min(period.first_day for period in periods)
        self.after = max(period.last_day for period in periods) + _ONE_DAY
        cuts = {period.first_day for period in periods} | {period.last_day + _ONE_DAY for period in periods}
        quarters = disclosure.granules_of(Granule(self.first, self.after - _ONE_DAY), Length.QUARTER)
        cuts |= {granule.first for granule in quarters if granule.first > self.first}
        self._begins = sorted(cuts - {self.after})
        ends = [*(begin - _ONE_DAY for begin in self._begins[1:]), self.after - _ONE_DAY]
        self.all = [
            Granule(begin, end)
            for begin, end in zip(self._begins, ends, strict=True)
            if any(period.first_day <= begin and end <= period.last_day for period in periods)
        ]
        self._known = set(self.all)
        self._ends = dict(zip(self._begins, ends, strict=True))

    def of(self, day: datetime.date) -> Granule | None:
        """The span in which the day lies; None where no period holds it."""
        begin = self._begins[bisect_right(self._begins, day) - 1]
        span = Granule(begin, self._ends[begin])
        return span if span in self._known else None

    @staticmethod
    def lies_in(span: Granule, period: Period) -> bool:
        return period.first_day <= span.first and span.last <= period.last_day


class Structure:
    """What was below a department in the granules of each method."""

    def __init__(self, department: int, lengths: Lengths, stood: Sequence[disclosure.Place]) -> None:
        self.department = department
        self._lengths = lengths
        self._stood = stood
        self._on_day: dict[datetime.date, dict[int, int]] = {}

    def below(self, method: str, span: Granule) -> dict[int, int]:
        """Of each unit below the department: the one directly below it to which it belongs, or the department."""
        day = self._lengths.granule_of(method, span.first).last
        if day not in self._on_day:
            self._on_day[day] = directly_below(disclosure.tree_on(day, self._stood), self.department)
        return self._on_day[day]

    def units_in(self, spans: Spans) -> set[int]:
        return {unit for span in spans.all for method in Method for unit in self.below(method, span)}

    def units_on(self, day: datetime.date) -> list[int]:
        """Those directly below the department."""
        return [unit for unit, parent in self.tree_on(day).items() if parent == self.department]

    def tree_on(self, day: datetime.date) -> disclosure.office.Tree:
        return disclosure.tree_on(day, self._stood)


_FIELDS = (
    *("method", "channel", "edition_id", "department_id", "auditor_id", "employee_id", "waiting_minutes"),
    *("took_place_at", "opened_at", "finished_at", "sheet__lines", "sheet__filled"),
)
# Method, the unit directly below, channel, edition, span.
_Key = tuple[str, int, str, int, Granule]


def _piles(audits: Any, spans: Spans, structure: Structure) -> tuple[dict[_Key, _Pile], dict[int, list[str]]]:
    piles: dict[_Key, _Pile] = defaultdict(_Pile)
    filled: dict[int, list[str]] = defaultdict(list)
    zone = timezone.get_default_timezone()
    rows = audits.order_by("pk").annotate(finished_at=Coalesce("set_aside_at", "submitted_at")).values_list(*_FIELDS)
    for (
        method,
        channel,
        edition,
        unit,
        auditor,
        employee,
        waiting,
        took_place_at,
        opened_at,
        finished_at,
        *sheet,
    ) in rows:
        span = spans.of(took_place_at.astimezone(zone).date())
        child = structure.below(method, span).get(unit) if span else None
        if span is None or child is None:
            continue
        pile = piles[method, child, channel, edition, span]
        pile.facts.append(
            Facts.of_audit(
                auditor=auditor,
                waiting=waiting,
                late=opened_at - took_place_at > LATE_AFTER,
                from_memory=finished_at - took_place_at > REMEMBERED_FOR,
                named=employee is not None,
            )
        )
        lines, letters = sheet
        pile.sheets[lines].append(len(filled[lines]))
        pile.of_unit[unit][lines].append(len(filled[lines]))
        filled[lines].append(letters)
    return piles, filled


def _pieces(
    piles: Mapping[_Key, _Pile], filled: Mapping[int, list[str]], codes: Mapping[int, int]
) -> list[tuple[tuple[str, Granule], Piece]]:
    lines = {
        pk: tuple(Line(*line) for line in kept)
        for pk, kept in SheetLines.objects.filter(pk__in=filled).values_list("pk", "lines")
    }
    standing = places_of({edition for _method, _child, _channel, edition, _span in piles})
    reckoned = {pk: Reckoned(lines[pk], sheets, standing) for pk, sheets in filled.items()}
    found = []
    for (method, child, channel, edition, span), pile in piles.items():
        sums = [reckoned[pk].sums(selection) for pk, selection in pile.sheets.items()]
        piece = Piece(
            method,
            channel,
            edition,
            (child,),
            Facts.together(pile.facts),
            sums_together(sums) if len(sums) > 1 else sums[0],
            _sheets_of(pile, lines, filled),
            tuple(_breaches(pile, lines, filled, codes)),
        )
        found.append(((method, span), piece))
    return found


def _sheets_of(
    pile: _Pile, lines: Mapping[int, tuple[Line, ...]], filled: Mapping[int, list[str]]
) -> Callable[[], Sheets]:
    return lambda: Sheets.together(
        Sheets(lines[pk], tuple(filled[pk][at] for at in selection)) for pk, selection in pile.sheets.items()
    )


def _breaches(
    pile: _Pile, lines: Mapping[int, tuple[Line, ...]], filled: Mapping[int, list[str]], codes: Mapping[int, int]
) -> list[tuple[int, tuple[int, ...], int]]:
    counts: dict[tuple[int, int], int] = defaultdict(int)
    critical = {pk: [at for at, line in enumerate(lines[pk]) if line.critical] for pk in pile.sheets}
    for unit, sheets in pile.of_unit.items():
        for pk, selection in sheets.items():
            for at in critical[pk]:
                if count := sum(filled[pk][sheet][at] == _BREACH for sheet in selection):
                    counts[lines[pk][at].recommendation, unit] += count
    in_codes = sorted(counts, key=lambda key: (key[0], codes.get(key[1], len(codes))))
    return [(recommendation, (unit,), counts[recommendation, unit]) for recommendation, unit in in_codes]


def last_change(audits: Any) -> datetime.datetime | None:
    """When a scope's audits last came to be other than before; None where there is none."""
    found = audits.filter(status__in=(AuditStatus.SUBMITTED, AuditStatus.ANNULLED)).aggregate(
        submitted=Max("submitted_at"),
        annulled=Max("annulments__decided_at", filter=Q(annulments__approved=True)),
        corrected=Max("correction__decided_at", filter=Q(correction__approved=True)),
        # Audits that name nobody are counted.
        identified=Max("identifications__at"),
        replied=Max("statements__made_at"),
    )
    return max((instant for instant in found.values() if instant), default=None)


def _statements(audits: Any, period: Period, as_of: datetime.datetime | None) -> int:
    """To how many of the period's audits the person assessed had replied by then."""
    made = Statement.objects.filter(audit=OuterRef("pk"))
    made = made.filter(made_at__lte=as_of) if as_of else made
    count: int = audits.filter(Exists(made), took_place_at__gte=period.start, took_place_at__lt=period.end).count()
    return count

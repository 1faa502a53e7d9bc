"""The figures of drawn audits, as a department's report holds them."""

import datetime
from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from statistics import quantiles

from audits.figures import statistics
from audits.models.periods import Period
from audits.reports.department.contents import (
    AreaRow,
    BreachRow,
    Cell,
    ChannelRow,
    Closing,
    DepartmentReport,
    EditionRow,
    Interval,
    Level,
    MethodRow,
    RecommendationRow,
    RowFigure,
    StandardRow,
    UnitRow,
    Waiting,
)
from audits.reports.headline import (
    METHODS,
    Comparison,
    Found,
    Headline,
    Row,
    Trend,
    TrendColumn,
    UnitsBelow,
    Yard,
)
from audits.reports.row_choice import often_rated, rows_to_work_on, strong_rows
from audits.reports.sentences.limitations import Editions, Facts, MethodFacts
from audits.reports.trend_chart import columns_of
from tests.audits.reports.drawn_audits import Drawn, Text, cell, percent, sums, texts, titles

OFFICE = "Urząd m.st. Warszawy"
FINGERPRINT = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
YARD = Yard()


def report(
    period: Period,
    audits_of: Callable[[Period], list[Drawn]],
    *,
    code: str,
    name: str,
    units: Sequence[tuple[str, str]] = (),
    level: Level | None = None,
    has_parent: bool = True,
) -> DepartmentReport:
    audits, before = audits_of(period), audits_of(period.previous())
    methods = [method for method in METHODS if any(audit.method == method for audit in audits)]
    found = tuple(_found(audits, method) for method in methods)
    main = next((each.method for each in found if each.scored), methods[0] if methods else "")
    standards = _standards(audits, methods)
    rows = [row for method in methods for row in _rows(audits, method)]
    to_work_on = rows_to_work_on(rows, YARD)
    unit_rows = _units(audits, units, methods, main)
    breaches = _breaches(audits, dict(units), name)
    below = tuple(
        unit.names[0]
        for unit in unit_rows
        if unit.cells and unit.cells[0].scored and unit.cells[0].scored.band == statistics.FAILS
    )
    headline = Headline(
        period=period,
        found=found,
        yard=YARD,
        comparison=_comparison(audits, before, main) if main else None,
        to_work_on=to_work_on,
        strong=strong_rows(rows, YARD, to_work_on),
        rows_often_rated=often_rated(rows, YARD),
        breaches=sum(row.number for row in breaches),
        units_below=UnitsBelow(below, sum(bool(unit.cells and unit.cells[0].scored) for unit in unit_rows))
        if unit_rows
        else None,
        has_parent=has_parent,
    )
    columns = [
        TrendColumn(each, found if each == period else tuple(_found(audits_of(each), method) for method in METHODS))
        for each in columns_of(period)
    ]
    used = [(method, channel) for method in methods for channel in _channels(audits, method)]
    channels = tuple(_channel(audits, method, channel) for method, channel in used)
    return DepartmentReport(
        office=OFFICE,
        department_code=code,
        department_name=name,
        level=level or Level(),
        headline=headline,
        trend=Trend(tuple(columns), YARD),
        facts=_facts(found, channels),
        as_of=datetime.datetime.combine(
            period.last_day + datetime.timedelta(days=14), datetime.time(9, 30), tzinfo=datetime.UTC
        ),
        fingerprint=FINGERPRINT,
        areas=tuple(
            AreaRow(number, title, *_of_area(audits, before, number, methods, main)) for number, title in titles()[0]
        ),
        units=unit_rows,
        standards=standards,
        channels=channels,
        breaches=breaches,
        methods=tuple(_method(audits, method, period) for method in methods),
        editions=(
            EditionRow(
                "75-2016",
                "STANDARDY OBSŁUGI KLIENTA W URZĘDZIE M.ST. WARSZAWY",
                "Zarządzenie nr 75/2016 Prezydenta m.st. Warszawy z dnia 26 stycznia 2016 r.",
                datetime.date(2016, 1, 26),
                155,
                len(audits),
            ),
        ),
    )


def _found(audits: list[Drawn], method: str) -> Found:
    whole = sums(audits, method)
    number = len(whole.audits)
    if not number:
        return Found(method)
    channels = _channels(audits, method)
    visible = sum(bool(set(text.channels.get(method, ())) & set(channels)) for text in texts())
    judged = {
        label
        for audit in audits
        if audit.method == method
        for label, verdict in audit.verdicts.items()
        if verdict in ("met", "partly", "not_met")
    }
    return Found(
        method=method,
        audits=number,
        scored=whole.scored,
        met=whole.met,
        rated=whole.rated,
        auditors=max(min(number * 2 // 3, 42), 1),
        judged=len(judged),
        visible=visible,
    )


def _channels(audits: list[Drawn], method: str) -> list[str]:
    return list(dict.fromkeys(audit.channel for audit in audits if audit.method == method))


def _comparison(
    now: list[Drawn], before: list[Drawn], method: str, labels: frozenset[str] | None = None
) -> Comparison | None:
    found, earlier = (sums(each, method, labels).estimate for each in (now, before))
    difference = statistics.newcombe_difference(found, earlier)
    outcome = statistics.change(found, earlier)
    if difference is None or outcome == statistics.TOO_FEW:
        number = earlier.m if earlier else 0
        return Comparison("few_before", audits_before=number) if number else Comparison("no_audits_before")
    return Comparison(
        outcome,  # type: ignore[arg-type]
        percent(difference.difference),
        percent(difference.interval.lower),
        percent(difference.interval.upper),
        earlier.m if earlier else 0,
    )


def _of_area(
    now: list[Drawn], before: list[Drawn], number: str, methods: Sequence[str], main: str
) -> tuple[tuple[Cell, ...], Comparison | None]:
    labels = frozenset(text.label for text in texts() if text.area == number)
    return tuple(cell(now, method, labels) for method in methods), _comparison(now, before, main, labels)


def _units(
    audits: list[Drawn], units: Sequence[tuple[str, str]], methods: Sequence[str], main: str
) -> tuple[UnitRow, ...]:
    found = []
    for code, name in units:
        own = [audit for audit in audits if audit.unit == code]
        of_areas = [
            (number, cell(own, main, frozenset(text.label for text in texts() if text.area == number)))
            for number, _title in titles()[0]
        ]
        cells = tuple(each for each in (cell(own, method) for method in methods) if each.rated)
        found.append(UnitRow((code,), (name,), cells, tuple(each for each in of_areas if each[1].rated)))
    return tuple(found)


def _standards(audits: list[Drawn], methods: Sequence[str]) -> tuple[StandardRow, ...]:
    counted = {
        method: Counter(
            (label, verdict) for audit in audits if audit.method == method for label, verdict in audit.verdicts.items()
        )
        for method in methods
    }
    found = []
    for number, title, area in titles()[1]:
        own = [text for text in texts() if text.standard == number]
        labels = frozenset(text.label for text in own)
        cells = tuple(each for each in (cell(audits, method, labels) for method in methods) if each.rated)
        rows = tuple(_recommendation(text, counted) for text in own)
        found.append(StandardRow(number, title, area, cells, rows))
    return tuple(found)


def _recommendation(text: Text, counted: dict[str, Counter[tuple[str, str]]]) -> RecommendationRow:
    return RecommendationRow(
        label=text.label,
        name=text.name,
        text=text.text,
        emphasis=text.emphasis,
        points=text.points,
        refrain=text.refrain,
        critical=text.critical,
        figures=tuple(
            figure for method, verdicts in counted.items() if (figure := _row_figure(text.label, method, verdicts))
        ),
    )


def _row_figure(label: str, method: str, counted: Counter[tuple[str, str]]) -> RowFigure | None:
    verdicts = ("met", "partly", "not_met", "not_applicable", "not_observed", "")
    given = [counted[label, verdict] for verdict in verdicts]
    if not any(given):
        return None
    rated = sum(given[:3])
    named = {verdict or "unanswered": number for verdict, number in zip(verdicts, given, strict=True)}
    counts = named | {"rated": rated}
    wilson = statistics.wilson(given[0], rated) if rated >= YARD.smallest_sample else None
    if wilson is None:
        return RowFigure(method, counts)
    ends = [percent(end) for end in (wilson.lower, wilson.upper)]
    whole = [int(100 * Fraction(end) + Fraction(1, 2)) for end in (wilson.lower, wilson.upper)]
    return RowFigure(method, counts, Interval(*ends, *whole), below=wilson.upper < YARD.share)


def _rows(audits: list[Drawn], method: str) -> list[Row]:
    found = []
    for text in texts():
        by_channel: Counter[str] = Counter()
        met = 0
        for audit in audits:
            verdict = audit.verdicts.get(text.label) if audit.method == method else None
            if verdict in ("met", "partly", "not_met"):
                by_channel[audit.channel] += 1
                met += verdict == "met"
        rated = by_channel.total()
        if not rated:
            continue
        wilson = statistics.wilson(met, rated) if rated >= YARD.smallest_sample else None
        low, high = (percent(wilson.lower), percent(wilson.upper)) if wilson else (None, None)
        found.append(
            Row(
                label=text.label,
                name=text.name,
                standard=text.standard,
                method=method,
                met=met,
                rated=rated,
                matter=text.matter,
                refrain=text.refrain,
                low=low,
                high=high,
                rated_by_channel=tuple(by_channel.items()),
            )
        )
    return found


def _breaches(audits: list[Drawn], units: dict[str, str], name: str) -> tuple[BreachRow, ...]:
    found: Counter[tuple[str, str]] = Counter()
    critical = {text.label: text for text in texts() if text.critical}
    for audit in audits:
        for label in critical.keys() & audit.verdicts.keys():
            if audit.verdicts[label] == "not_met":
                found[label, audit.unit] += 1
    order = {text.label: place for place, text in enumerate(texts())}
    return tuple(
        BreachRow(label, critical[label].name, units.get(unit, name), number)
        for (label, unit), number in sorted(found.items(), key=lambda each: (order[each[0][0]], each[0][1]))
    )


def _channel(audits: list[Drawn], method: str, channel: str) -> ChannelRow:
    own = [audit for audit in audits if audit.method == method and audit.channel == channel]
    minutes = [audit.waiting for audit in own if audit.waiting is not None]
    waiting = None
    if minutes:
        waiting = Waiting(len(minutes))
        if len(minutes) >= YARD.smallest_sample:
            lower, median, upper = (Decimal(f"{each:.1f}") for each in quantiles(minutes, n=4, method="inclusive"))
            waiting = Waiting(len(minutes), median, lower, upper)
    return ChannelRow(channel, len(own), cell(own, method), waiting)


def _method(audits: list[Drawn], method: str, period: Period) -> MethodRow:
    verdicts = Counter(verdict for audit in audits if audit.method == method for verdict in audit.verdicts.values())
    rated = verdicts["met"] + verdicts["partly"] + verdicts["not_met"]
    closed = period.last_day + datetime.timedelta(days=14)
    return MethodRow(
        method,
        percent(Fraction(rated, rated + verdicts["not_observed"])),
        (Closing(period, closed),),
    )


def _facts(found: Sequence[Found], channels: Sequence[ChannelRow]) -> Facts:
    return Facts(
        methods=tuple(
            MethodFacts(
                found=each,
                channels=sum(row.method == each.method for row in channels),
                naming_nobody=each.audits // 4 if each.method == "mystery" else 0,
                finished_late=each.audits // 12,
                opened_late=each.audits // 20,
            )
            for each in found
        ),
        yard=YARD,
        editions=Editions(("75-2016",)),
    )

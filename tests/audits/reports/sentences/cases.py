"""Every case of every sentence, in Polish, as lines to compare with the files beside: golden/<name>.txt.

A sentence is tried in all that it depends on: the kind of period, the number, the method, the channel. To write the
files anew, after a change of words that is meant, and then to read what has changed:

    .venv/bin/python -m tests.audits.reports.sentences.write
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from audits.models.periods import Period, free, half_year, quarter, whole_year
from audits.reports import headline as h
from audits.reports.sentences import (
    captions,
    causes,
    counting,
    legends,
    rows,
    standing,
    warnings,
)
from audits.reports.sentences import change as changes
from audits.reports.sentences.limitations import Editions, Facts, MethodFacts, Unconfirmed, limitations
from audits.reports.sentences.page_one import page_one

GOLDEN = Path(__file__).parent / "golden"
NUMBERS = (0, 1, 2, 4, 5, 12, 21, 22, 112)
# All four quarters, since each has a numeral of its own, and a period that is one day.
PERIODS = (
    *(quarter(2026, number) for number in (1, 2, 3, 4)),
    half_year(2026, 1),
    half_year(2026, 2),
    whole_year(2026),
    free(date(2026, 1, 2), date(2026, 2, 9)),
    free(date(2026, 5, 4), date(2026, 5, 4)),
)
QUARTER, YEAR = quarter(2026, 3), whole_year(2025)
CHANNELS = ("counter", "phone", "email", "office", "letter", "records")
MEETS = h.Scored(Decimal("93.4"), Decimal("91.0"), Decimal("95.2"), "meets")
FAILS = h.Scored(Decimal("84.0"), Decimal("78.9"), Decimal("88.1"), "fails")
UNDECIDED = h.Scored(Decimal("90.2"), Decimal("82.9"), Decimal("94.6"), "undecided")
SURE = h.Scored(Decimal("91.9"), Decimal("91.4"), Decimal("92.4"), "meets")
UNITS = ("Wydział Kultury", "Wydział Zasobów Lokalowych", "Biuro Edukacji", "Wydział Informatyki", "Zespół Prawny")
CULTURE = "Wydział Kultury"


def found(scored: h.Scored | None = UNDECIDED, audits: int = 12, method: str = "mystery", **more: object) -> h.Found:
    facts = {"met": 41, "rated": 45, "auditors": 8, "judged": 92, "visible": 103} | more
    return h.Found(method, audits, scored, **facts)  # type: ignore[arg-type]


def page(period: Period = QUARTER, *findings: h.Found, **more: object) -> h.Headline:
    return h.Headline(period, findings, **more)  # type: ignore[arg-type]


def row(
    name: str = "czytelny identyfikator", label: str = "4.5", met: int = 3, rated: int = 5, **more: object
) -> h.Row:
    facts = {
        "standard": label.split(".", maxsplit=1)[0],
        "method": "mystery",
        "rated_by_channel": (("counter", rated),),
    }
    return h.Row(label=label, name=name, met=met, rated=rated, **(facts | more))  # type: ignore[arg-type]


IDENTIFIER = row()
ONE_PERSON = row("tylko jedna osoba przy stanowisku", "13.1", 2, 5, refrain=True)
E_MAIL = row("układ e-maila od powitania po podpis", "19.5", 3, 5, rated_by_channel=(("email", 5),))
ANSWERS = row("wyczerpujące odpowiedzi", "9.2", 9, 10, rated_by_channel=(("counter", 5), ("phone", 5)))
EYES = row("kontakt wzrokowy przy powitaniu", "7.2", 5, 5)


def chosen(*named: h.Row) -> tuple[h.RowToWorkOn, ...]:
    return tuple(h.RowToWorkOn(each) for each in named)


def _box(box: standing.Box) -> str:
    return " | ".join(filter(None, (box.figure, box.basis, f"{box.sign} {box.verdict}".strip())))


def _standing(headline: h.Headline) -> Iterator[str]:
    said = standing.standing(headline)
    yield f"  [{_box(said.box)}]"
    yield f"  {said.lead}"
    if said.reason:
        yield f"  {said.reason}"


def standing_lines() -> Iterator[str]:
    for method in h.METHODS:
        for scored in (MEETS, FAILS, UNDECIDED):
            for n in NUMBERS[1:] if scored is UNDECIDED else (12,):
                yield f"# {method}, {scored.band}, n = {n}"
                yield from _standing(page(QUARTER, found(scored, n, method)))
    yield from _too_few_lines()
    yield from _absence_lines()


def _too_few_lines() -> Iterator[str]:
    for n in NUMBERS[1:4]:
        yield f"# too few, n = {n}"
        yield from _standing(page(QUARTER, found(None, n)))
    for method in h.METHODS[1:]:
        yield f"# too few, {method}"
        yield from _standing(page(QUARTER, found(None, 4, method)))
    for n in NUMBERS:
        yield f"# too few, {n} rated"
        yield from _standing(page(QUARTER, found(None, 4, met=min(n, 1), rated=n)))
    for n in NUMBERS[4:]:
        yield f"# too few, {n} needed"
        yield from _standing(page(QUARTER, found(None, 2), yard=h.Yard(smallest_sample=n)))


def _absence_lines() -> Iterator[str]:
    for period in PERIODS:
        yield f"# none, {period.code}"
        yield from _standing(page(period))
    yield "# none, the whole office"
    yield from _standing(page(QUARTER, has_parent=False))
    for period in PERIODS:
        yield f"# fewer people, {period.code}"
        yield from _standing(page(period, h.Found("mystery", absence="few_people")))
    for period in PERIODS:
        yield f"# not closed, {period.code}"
        yield from _standing(page(period, h.Found("mystery", absence="not_closed")))
    for method in h.METHODS:
        for granule in ("year", "half_year", "quarter"):
            yield f"# longer granule, {method}, {granule}"
            yield from _standing(page(QUARTER, h.Found(method, absence="longer_granule", granule=granule)))


def change_lines() -> Iterator[str]:
    compared = {
        "rose": ("4.6", "0.9", "9.5"),
        "fell": ("-4.6", "-9.5", "-0.9"),
        "undecided": ("-4.0", "-11.5", "3.8"),
    }
    for outcome in h.Outcome.__args__:  # type: ignore[attr-defined]
        for period in PERIODS:
            numbers = NUMBERS[1:] if outcome == "few_before" else (0,)
            for n in numbers:
                points = map(Decimal, compared.get(outcome, ()))
                comparison = h.Comparison(outcome, *points, audits_before=n)
                said = changes.change(page(period, found(), comparison=comparison))
                yield f"{outcome}, {period.code}{f', n = {n}' if n else ''} → {said}"
    for points, low, high in (("0.0", "-3.0", "3.0"), ("0.4", "-0.4", "2.2")):
        comparison = h.Comparison("undecided", Decimal(points), Decimal(low), Decimal(high))
        yield f"undecided by {points} → {changes.change(page(YEAR, found(), comparison=comparison))}"


def row_lines() -> Iterator[str]:
    for named in (
        chosen(IDENTIFIER),
        chosen(IDENTIFIER, ONE_PERSON),
        chosen(IDENTIFIER, ONE_PERSON, E_MAIL),
        (*chosen(IDENTIFIER), h.RowToWorkOn(EYES, few=True)),
    ):
        yield f"weakest, {len(named)} → {rows.weakest(page(QUARTER, found(), to_work_on=named))}"
    for n in NUMBERS[1:]:
        for often in (10, 0):
            headline = page(QUARTER, found(), yard=h.Yard(smallest_sample=n), rows_often_rated=often)
            yield f"weakest, {often} rated {n} times → {rows.weakest(headline)}"
    for named_rows in ((), (ANSWERS,), (ANSWERS, EYES)):
        yield f"strong, {len(named_rows)} → {rows.strong(page(QUARTER, found(), strong=named_rows))}"
    for method in h.METHODS:
        for few in (False, True):
            yield f"basis, {method} → {counting.basis(h.RowToWorkOn(replace(EYES, method=method), few))}"


def counting_lines() -> Iterator[str]:
    for refrain in (False, True):
        for channels in (*((channel,) for channel in CHANNELS), ("counter", "phone")):
            for n in NUMBERS:
                judged = row(met=n // 2, rated=n, refrain=refrain, rated_by_channel=tuple((c, n) for c in channels))
                kind = "refrain" if refrain else "to do"
                yield f"{kind}, {' and '.join(channels)}, n = {n} → {counting.how_often(judged)}"
    yield f"k of n → {counting.k_of_n(13, 15)}"
    yield f"k of n → {counting.k_of_n(12345, 23456)}"
    for n in NUMBERS:
        yield f"causes → {causes.few_people(n)}"
    yield f"causes → {causes.too_few_audits()}; {causes.did_not_occur()}; {causes.not_rated()}"
    full = counting.remark({"partly": 1, "not_applicable": 3, "not_observed": 2, "unanswered": 1})
    yield f"remark → {full}"
    yield f"remark → {counting.remark({'not_observed': 2})}"
    others = (
        ("observation", counting.remark({"partly": 1, "not_applicable": 4})),
        ("documents", counting.remark({"partly": 1}, met_of=counting.k_of_n(2, 3))),
    )
    yield f"remarks → {counting.remarks(full, others, (('75-2016', '4.4'),))}"
    yield f"remarks → {counting.remarks('', others[:1])}"
    yield f"remarks → {counting.remarks('', ())}"


def warning_lines() -> Iterator[str]:
    for n in NUMBERS[1:]:
        below = h.UnitsBelow(tuple(f"Wydział {place}" for place in range(1, 1 + max(1, n // 2))), n)
        yield f"units below, of {n} → {warnings.units_below(page(QUARTER, found(), units_below=below))}"
    for n in NUMBERS:
        below = h.UnitsBelow(tuple(f"W{place}" for place in range(3 + n)), 150)
        yield f"units below, {n} more → {warnings.units_below(page(QUARTER, found(), units_below=below))}"
    for n in NUMBERS:
        yield f"breaches, {n} → {warnings.breaches(n)}"
    for n in NUMBERS:
        yield f"breaches in print, {n} → {warnings.breaches_on_page(n, '#naruszenia-krytyczne')}"
    for scored in (SURE, MEETS, UNDECIDED):
        said = warnings.certainty(page(QUARTER, found(scored, 860)))
        yield f"certainty, {scored.band} by {scored.half_width} → {said}"
    for n in NUMBERS[1:]:
        facts = {"auditors": n, "judged": n, "visible": n}
        low = Decimal(90) - min(n, 90)
        wide = h.Scored(Decimal(90), low, Decimal(91), "undecided")
        yield f"certainty, {n} → {warnings.certainty(page(QUARTER, found(wide, n, **facts)))}"
        yield f"certainty, too few, {n} → {warnings.certainty(page(QUARTER, found(None, n, **facts)))}"
    yield f"certainty, none → {warnings.certainty(page(QUARTER))}"


def left_out_lines() -> Iterator[str]:
    period = quarter(2026, 2)
    for part in (
        h.LeftOut(unit=CULTURE),
        h.LeftOut(channel="phone"),
        h.LeftOut(period=period),
        h.LeftOut(unit=CULTURE, channel="phone"),
        h.LeftOut(unit=CULTURE, period=period),
        h.LeftOut(channel="phone", period=period),
        h.LeftOut(unit=CULTURE, channel="phone", period=period),
    ):
        yield f"{standing.left_out((part,), 5)}"
    for channel in CHANNELS:
        yield f"{standing.left_out((h.LeftOut(channel=channel, period=period),), 5)}"
    for each in PERIODS:
        yield f"{standing.left_out((h.LeftOut(channel='phone', period=each), h.LeftOut(period=each)), 5)}"
    for n in NUMBERS:
        parts = tuple(h.LeftOut(unit=f"W{place}") for place in range(3 + n))
        yield f"{n} more → {standing.left_out(parts, 5)}"
    yield f"{standing.not_closed((quarter(2026, 4),))}"
    yield f"{standing.not_closed((quarter(2026, 3), half_year(2026, 2), whole_year(2026)))}"


def quarters(*last: Period) -> tuple[Period, ...]:
    return (quarter(2025, 4), quarter(2026, 1), quarter(2026, 2), quarter(2026, 3), *last)


def trend(*findings: tuple[h.Found, ...], periods: Iterable[Period] = ()) -> h.Trend:
    columns = [h.TrendColumn(period, each) for period, each in zip(periods or quarters(), findings, strict=False)]
    return h.Trend(tuple(columns))


TRENDS: dict[str, h.Trend] = {
    "two methods": trend(
        (found(UNDECIDED, 11), found(FAILS, 5, "observation")),
        (found(MEETS, 11), found(UNDECIDED, 5, "observation")),
        (found(None, 1), found(None, 4, "observation")),
        (found(UNDECIDED, 12), found(UNDECIDED, 5, "observation"), found(None, 2, "documents")),
    ),
    "one method": trend((), (), (found(None, 3),), (found(UNDECIDED, 5), found(None, 3, "observation"))),
    "fewer people, not closed": trend(
        (h.Found("mystery", absence="few_people"),),
        (found(),),
        (h.Found("mystery", absence="few_people"),),
        (h.Found("mystery", absence="not_closed"), h.Found("observation", absence="few_people")),
    ),
    "closed by the year": trend(
        *4 * [(found(), h.Found("observation", absence="longer_granule", granule="year"))],
        (found(), found(MEETS, 40, "observation"), found(None, 1, "documents")),
        periods=(*(quarter(2025, number) for number in (1, 2, 3, 4)), YEAR),
    ),
    "nothing": trend((), (), (), (found(None, 1),)),
}


def caption_lines() -> Iterator[str]:
    for period in PERIODS[3:]:
        yield f"heading, {period.code} → {captions.chart_heading(period)}"
        with_year, without = (captions.column_label(period, with_year=year) for year in (True, False))
        yield f"column, {period.code} → {with_year}; {without}; {captions.sample(12345)}"
    for name, drawn in TRENDS.items():
        methods = [m for m in h.METHODS if any(column.of(m).scored for column in drawn.columns)]
        yield f"{name}, below → {captions.chart_caption(drawn, methods)}"
        yield f"{name}, in words → {captions.chart_in_words(drawn, methods)}"
    yield f"cut → {captions.chart_caption(TRENDS['one method'], ['mystery'], cut=True)}"
    for method in h.METHODS:
        for n in NUMBERS[:4]:
            yield f"note → {captions.method_note(h.Found(method, n), h.Yard())}"
        for granule in ("year", "half_year", "quarter"):
            closed = h.Found(method, absence="longer_granule", granule=granule)
            yield f"note → {captions.method_note(closed, h.Yard())}"
    yard = h.Yard()
    yield f"areas → {legends.areas(yard, changes=True)}"
    yield f"areas → {legends.areas(yard, changes=False)}"
    yield f"units → {legends.units(yard)}"
    yield f"units → {legends.units(h.Yard(target=85))}"
    yield f"units → {legends.units_without_audits(UNITS[:2])}"
    yield f"standards → {legends.not_rated_rows(('2', '16'))}"
    yield f"recommendations → {legends.not_rated_rows(('6.2', '6.4'))}"
    yield f"recommendations → {legends.standards_without_ratings(('2',))}"
    yield f"recommendations → {legends.standards_without_ratings(('2', '16'))}"
    yield f"waiting → {legends.waiting(yard)}"
    yield f"detail → {legends.detail(yard)}"
    yield f"breaches → {legends.no_breaches()}"


def limitation_lines() -> Iterator[str]:
    def said(facts: Facts) -> Iterator[str]:
        yield from (f"  {each.key} → {each.text}" for each in limitations(facts))

    editions = Editions(("75-2016",))
    yield "# none"
    yield from said(Facts((), h.Yard(), editions))
    yield "# everything"
    methods = (
        MethodFacts(
            found(),
            channels=3,
            naming_nobody=2,
            finished_late=4,
            opened_late=13,
            left_out=(h.LeftOut(unit=CULTURE), h.LeftOut(channel="phone", period=quarter(2026, 2))),
        ),
        MethodFacts(found(None, 3, "observation", auditors=1), channels=2, finished_late=1, opened_late=8),
        MethodFacts(h.Found("documents", absence="few_people")),
    )
    two = Editions(("75-2016", "12-2026"))
    yield from said(Facts(methods, h.Yard(), two, (Unconfirmed("75-2016", 3, 155, 12, 0),), with_statements=2))
    for n in NUMBERS[1:]:
        yield f"# limits of {n}, {n} statements"
        facts = Facts(methods[:1], h.Yard(smallest_sample=n), editions, (), n, n, n)
        wanted = {"too_few_audits", "from_memory", "opened_late", "statements"}
        yield from (f"  {each.key} → {each.text}" for each in limitations(facts) if each.key in wanted)
    yield "# an edition apart"
    apart = limitations(Facts(methods[:1], h.Yard(), Editions(("75-2016", "12-2026"), "75-2016")))
    yield from (f"  {each.key} → {each.text}" for each in apart if each.key.startswith("editions"))


def page_lines() -> Iterator[str]:
    """Whole pages, as they are read."""
    rose = h.Comparison("rose", Decimal("4.6"), Decimal("0.9"), Decimal("9.5"))
    weak = {"to_work_on": chosen(IDENTIFIER, ONE_PERSON, E_MAIL), "strong": (ANSWERS, EYES), "rows_often_rated": 9}
    left = (h.LeftOut(channel="phone", period=quarter(2026, 2)),)
    pages = {
        "a quarter": page(QUARTER, found(), comparison=h.Comparison("few_before", audits_before=3), **weak),
        "a half-year with everything": page(
            half_year(2026, 2),
            found(FAILS, 22),
            comparison=rose,
            breaches=2,
            units_below=h.UnitsBelow(UNITS, 30),
            left_out=left,
            not_closed=(quarter(2026, 4),),
            **weak,
        ),
        "a year": page(YEAR, found(SURE, 860), comparison=rose, breaches=1, **weak),
        "some days": page(PERIODS[7], found(MEETS, 21), comparison=h.Comparison("no_audits_before")),
        "too few": page(QUARTER, found(None, 4), to_work_on=(h.RowToWorkOn(EYES, few=True),)),
        "none": page(YEAR),
        "fewer people": page(YEAR, h.Found("mystery", absence="few_people"), left_out=left),
    }
    for name, headline in pages.items():
        said = page_one(headline)
        yield f"# {name}"
        yield f"  [{_box(said.box)}]"
        yield from (
            f"  {field.name} → {getattr(said, field.name)}" for field in fields(said)[1:] if getattr(said, field.name)
        )


FILES: dict[str, Callable[[], Iterator[str]]] = {
    "standing": standing_lines,
    "change": change_lines,
    "rows": row_lines,
    "counting": counting_lines,
    "warnings": warning_lines,
    "left_out": left_out_lines,
    "captions": caption_lines,
    "limitations": limitation_lines,
    "pages": page_lines,
}


def text_of(name: str) -> str:
    """What golden/<name>.txt must say. No-break spaces are written as "~", to be seen."""
    return "".join(f"{line}\n" for line in FILES[name]()).replace("\N{NO-BREAK SPACE}", "~")

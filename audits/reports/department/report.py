"""A department's report: what the audits of a period say of a department and all below it. Nobody is named in it."""

import datetime
import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace

from django.conf import settings
from django.utils.translation import gettext as _

from audits.exports import plain
from audits.figures.disclosure import SMALLEST_CROWD
from audits.models import Department, DepartmentName, read_names
from audits.models.audits import LATE_AFTER, REMEMBERED_FOR
from audits.models.periods import QUARTER, Period, quarter_of
from audits.reports.closings.kept import read_kept
from audits.reports.closings.office import order_of
from audits.reports.department import scores
from audits.reports.department.assembly import Assembly
from audits.reports.department.comparison import comparisons
from audits.reports.department.contents import (
    FULL,
    Closing,
    DepartmentReport,
    EditionRow,
    Level,
    MethodRow,
)
from audits.reports.department.rows import Rows
from audits.reports.department.texts import Texts, read_texts
from audits.reports.headline import METHODS, Comparison, Headline, Trend, TrendColumn, Yard
from audits.reports.live import read_live
from audits.reports.pieces import Source, facts_together
from audits.reports.row_choice import often_rated, rows_to_work_on, strong_rows
from audits.reports.sentences.limitations import Editions, Facts, MethodFacts, Unconfirmed
from standards.judging.signoff import unconfirmed_among
from standards.models import Edition

_QUARTERS_SHOWN = 4


def department_report(
    department: Department,
    period: Period,
    *,
    level: Level | None = None,
    as_of: datetime.datetime | None = None,
) -> DepartmentReport:
    """The report; a fixed number of queries, however many audits there are.

    At the general level, which is the usual one, it is made of closings and reaches no audit. `as_of`, at the full
    level: without audits submitted later; else the report states the instant at which its data last changed, so that
    the same data give the same report whenever it is made.
    """
    level = level or Level()
    columns = trend_periods(period)
    wanted = [period, period.previous(), *columns]
    if level.kind == FULL:
        source = read_live(department.pk, wanted, last=period, as_of=as_of)
    else:
        source = read_kept(department.pk, wanted, last=period)
    return _stamped(report_of(assembled(department, period, source), level, columns))


def assembled(department: Department, period: Period, source: Source, texts: Texts | None = None) -> Assembly:
    """`texts`: those of the editions used, and maybe of others, where they were read before."""
    return Assembly(
        department=department,
        names=_names(period.last_day),
        period=period,
        source=source,
        texts=texts or _texts(source, period),
        yard=yard(),
        own=_("%(name)s (outside its units)"),
    )


def yard() -> Yard:
    return Yard(settings.SCORE_TARGET_PERCENT, settings.SMALLEST_SAMPLE, SMALLEST_CROWD)


def trend_periods(period: Period) -> list[Period]:
    """Four quarters up to the period's last day, then the period itself where it is not the last of them."""
    last = quarter_of(period.last_day)
    if last.last_day > period.last_day:
        last = last.previous()
    quarters = [last]
    while len(quarters) < _QUARTERS_SHOWN:
        quarters.insert(0, quarters[0].previous())
    return quarters if period.kind == QUARTER else [*quarters, period]


def _names(day: datetime.date) -> dict[int, DepartmentName]:
    names = read_names().on(day)
    return {unit: names[unit] for unit in sorted(names, key=order_of(names))}


def _texts(source: Source, period: Period) -> Texts:
    used = {piece.edition for findings in source.findings.values() for piece in findings.pieces}
    in_force = None if used else Edition.objects.in_force_on(period.last_day).first() or Edition.objects.last()
    return read_texts(used, otherwise=in_force)


def report_of(assembly: Assembly, level: Level, columns: Sequence[Period]) -> DepartmentReport:
    """Without its fingerprint."""
    rows = Rows(assembly)
    change, changes_of_areas = comparisons(assembly)
    return DepartmentReport(
        office=settings.OFFICE_NAME,
        department_code=assembly.name.code,
        department_name=assembly.name.name,
        level=level,
        headline=_headline(assembly, rows, change),
        trend=Trend(tuple(_column(assembly, period) for period in columns), assembly.yard),
        facts=_facts(assembly),
        as_of=assembly.source.as_of,
        fingerprint="",
        areas=rows.areas(changes_of_areas),
        units=assembly.units,
        standards=rows.standards,
        channels=assembly.channels,
        breaches=assembly.breaches,
        methods=_methods(assembly),
        editions=_editions(assembly),
    )


def _stamped(report: DepartmentReport) -> DepartmentReport:
    """With the fingerprint of all that is shown: the same for the same content and only then, whoever asked when."""
    shown = plain(replace(report, level=Level()))
    text = json.dumps([report.level.kind, shown], ensure_ascii=True, sort_keys=True, default=str)
    return replace(report, fingerprint=hashlib.sha256(text.encode("ascii")).hexdigest())


def _headline(assembly: Assembly, rows: Rows, change: Comparison | None) -> Headline:
    to_work_on = rows_to_work_on(rows.to_choose_from, assembly.yard)
    main = assembly.findings(assembly.main) if assembly.main else None
    return Headline(
        period=assembly.period,
        found=tuple(assembly.found(method) for method in METHODS),
        yard=assembly.yard,
        comparison=change,
        to_work_on=to_work_on,
        strong=strong_rows(rows.to_choose_from, assembly.yard, to_work_on),
        rows_often_rated=often_rated(rows.to_choose_from, assembly.yard),
        breaches=sum(breach.number for breach in assembly.breaches),
        units_below=assembly.units_below,
        left_out=assembly.left_out(assembly.main) if assembly.main else (),
        not_closed=main.not_closed if main else (),
        has_parent=assembly.source.parents.get(assembly.department.pk) is not None,
    )


def _column(assembly: Assembly, period: Period) -> TrendColumn:
    return TrendColumn(period, tuple(assembly.found(method, period) for method in METHODS))


def _facts(assembly: Assembly) -> Facts:
    methods = []
    for method in METHODS:
        found = assembly.found(method)
        facts = facts_together(assembly.choice(method).pieces)
        if found.audits or found.absence:
            methods.append(
                MethodFacts(
                    found,
                    channels=len({piece.channel for piece in assembly.choice(method).pieces}),
                    naming_nobody=facts.nobody_named,
                    finished_late=facts.from_memory,
                    opened_late=facts.opened_late,
                    left_out=assembly.left_out(method),
                )
            )
    return Facts(
        methods=tuple(methods),
        yard=assembly.yard,
        editions=_named_editions(assembly),
        unconfirmed=tuple(
            unconfirmed for edition in _used(assembly) if (unconfirmed := _unconfirmed(assembly.texts, edition))
        ),
        with_statements=assembly.source.statements,
        hours_remembered=int(REMEMBERED_FOR.total_seconds() // 3600),
        days_to_open=LATE_AFTER.days,
    )


def _used(assembly: Assembly) -> list[Edition]:
    """Those by which the period's audits were made, the oldest first; without audits, the one that is shown."""
    used = {piece.edition for method in assembly.methods for piece in assembly.findings(method).pieces}
    return [edition for edition in assembly.texts.editions if edition.pk in (used or {assembly.frame.edition})]


def _named_editions(assembly: Assembly) -> Editions:
    codes = tuple(edition.code for edition in _used(assembly))
    beside = assembly.main and assembly.choice(assembly.main).beside
    return Editions(codes, assembly.texts.edition(assembly.frame.edition).code if beside else "")


def _unconfirmed(texts: Texts, edition: Edition) -> Unconfirmed | None:
    """What nobody of the office has confirmed yet of how the edition's recommendations are judged."""
    judged = []
    recommendations = [texts.recommendations[pk] for pk in texts.of_edition[edition.pk].values()]
    for each in recommendations:
        if row := getattr(each, "assessability", None):
            row.recommendation = each  # read already, with its standard
            judged.append(row)
    gates = {row.occasion.pk: row.occasion for row in judged if row.occasion}
    found = unconfirmed_among(judged, sorted(gates.values(), key=lambda gate: gate.position))
    if not (found.rows or found.questions or found.gates):
        return None
    return Unconfirmed(edition.code, len(found.rows), len(recommendations), len(found.questions), len(found.gates))


def _methods(assembly: Assembly) -> tuple[MethodRow, ...]:
    return tuple(
        MethodRow(
            method,
            scores.coverage(assembly.sums[method].total),
            tuple(Closing(period, on) for period, on in assembly.findings(method).closings),
        )
        for method in assembly.methods
    )


def _editions(assembly: Assembly) -> tuple[EditionRow, ...]:
    """The newest first."""
    rows = []
    for edition in reversed(_used(assembly)):
        publication = getattr(edition, "publication", None)
        audits = sum(
            piece.facts.audits
            for method in assembly.methods
            for piece in assembly.findings(method).pieces
            if piece.edition == edition.pk
        )
        rows.append(
            EditionRow(
                code=edition.code,
                title=edition.title,
                legal_basis=publication.legal_basis if publication else "",
                effective_from=publication.effective_from if publication else None,
                recommendations=len(assembly.texts.of_edition[edition.pk]),
                audits=audits,
                parts=assembly.parts_of_edition(edition.pk),
            )
        )
    return tuple(rows)

"""Every figure of a department's report, of closings and of cards against the same ones by hand, on drawn audits."""

import contextlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given

from audits.choices import Role
from audits.fieldwork.card import audit_card
from audits.fieldwork.scores import scores_of
from audits.models import BlockSums, BlockVersion
from audits.models.periods import whole_year
from audits.reports.closings import close_granule
from audits.reports.department.contents import Cell, DepartmentReport, RowFigure, cell_of
from audits.reports.department.report import department_report
from tests.audits import drawn_checklists, figures_by_hand
from tests.audits.drawn_checklists import AREA_OF, STANDARDS, WEIGHTS, Office, Text, Visit, visits, written
from tests.audits.factories import appointed
from tests.audits.figures_by_hand import ByHand, Row, several
from tests.audits.reports.department.closed import FULL, found
from tests.drawing import examples

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db]

YEAR = whole_year(2026)
TARGET, FEWEST = 0.9, 5


@pytest.fixture
def office(settings: Any) -> Office:
    settings.SCORE_TARGET_PERCENT, settings.SMALLEST_SAMPLE = 90, FEWEST
    return drawn_checklists.office()


@contextlib.contextmanager
def undone() -> Iterator[None]:
    """Each draw begins with the office alone."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


class Expected:
    """Which answers a method's figures are made of where several editions were used, and where each of them counts."""

    def __init__(self, office: Office, drawn: Iterable[Visit], main: str) -> None:
        self.office = office
        self.drawn = list(drawn)
        self.frame = office.texts[self.pooled(main)[-1]]

    def of(self, method: str) -> list[Visit]:
        return [visit for visit in self.drawn if visit.method == method]

    def pooled(self, method: str) -> list[int]:
        """From the edition with most audits on, the newer first, each that shares nine tenths by weight with them."""
        audits = Counter(visit.text for visit in self.of(method))
        chosen: list[int] = []
        for text in sorted(audits, key=lambda text: (-audits[text], -text)):
            shared = self.shared([*chosen, text])
            weights = [
                sum(WEIGHTS[place] for place in range(10) if self.office.texts[each].meanings[place] in shared)
                for each in [*chosen, text]
            ]
            if all(10 * weight >= 9 * sum(WEIGHTS) for weight in weights):
                chosen.append(text)
        return sorted(chosen)

    def shared(self, texts: Iterable[int]) -> set[tuple[int, str]]:
        return set.intersection(*(set(self.office.texts[text].meanings) for text in texts))

    def keys(self, text: Text) -> list[tuple[object, object, object]]:
        """A meaning counts where the frame has it; what the frame lacks, in its own standard."""
        standards = [
            self.frame.standards[self.frame.meanings.index(meaning)] if meaning in self.frame.meanings else own
            for meaning, own in zip(text.meanings, self._newest(text), strict=True)
        ]
        return [
            (meaning, standard, AREA_OF[standard]) for meaning, standard in zip(text.meanings, standards, strict=True)
        ]

    def _newest(self, text: Text) -> Iterable[str]:
        """The standard in which the newest edition of those in use has each meaning."""
        used = sorted({visit.text for visit in self.drawn})
        for meaning in text.meanings:
            newest = [self.office.texts[each] for each in used if meaning in self.office.texts[each].meanings][-1]
            yield newest.standards[newest.meanings.index(meaning)]

    def audits(self, method: str, **only: Any) -> list[list[Row]]:
        """Those of the total, over the rows that its editions share."""
        pooled = self.pooled(method)
        rows = []
        for visit in self.of(method):
            if visit.text in pooled and all(getattr(visit, name) == value for name, value in only.items()):
                answers = visit.by_hand(self.keys(self.office.texts[visit.text]))
                rows.append(figures_by_hand.those(answers, self.shared(pooled)))
        return rows


def assert_cell(cell: Cell | Any, expected: ByHand) -> None:
    assert (cell.met, cell.rated) == (expected.count("met"), expected.count("met", "partly", "not_met"))
    assert_scored(cell.scored, expected)


def assert_scored(scored: Any, expected: ByHand) -> None:
    assert (scored is None) == (expected.m < FEWEST)
    if scored is None or expected.interval is None:
        return
    assert scored.value == figures_by_hand.percent(expected.score)
    lower, upper = expected.interval
    assert figures_by_hand.is_as_printed(scored.low, lower)
    assert figures_by_hand.is_as_printed(scored.high, upper)
    assert scored.band == figures_by_hand.band(expected.interval, TARGET)


def assert_report(report: DepartmentReport, expected: Expected, methods: Sequence[str]) -> None:
    assert sorted(report.methods_shown) == sorted(methods)
    for method in methods:
        audits = expected.audits(method)
        total = found(report, method)
        assert total.audits == len(audits)
        assert_cell(total, several(audits, figures_by_hand.of_total))
        for area in report.areas:
            assert_part(area.cells, method, several(audits, figures_by_hand.of_area, area.number))
        for standard in report.standards:
            assert_part(standard.cells, method, several(audits, figures_by_hand.of_standard, standard.number))
        coverage = next(each.coverage for each in report.methods if each.method == method)
        assert coverage == figures_by_hand.percent(several(audits, figures_by_hand.of_total).coverage)
        for channel in report.channels:
            if channel.method == method:
                own = expected.audits(method, channel=channel.channel)
                assert channel.audits == len(own)
                assert_part((channel.cell,), method, several(own, figures_by_hand.of_total))
    assert_recommendations(report, expected)
    assert_editions_beside(report, expected, methods)


def assert_part(cells: Sequence[Cell], method: str, expected: ByHand) -> None:
    cell = cell_of(cells, method)
    assert cell.audits == expected.m
    assert_cell(cell, expected)


def assert_recommendations(report: DepartmentReport, expected: Expected) -> None:
    """Counts pool by meaning over all editions, in the total or not."""
    counts: dict[tuple[Any, str], Counter[str]] = defaultdict(Counter)
    for visit in expected.drawn:
        meanings = expected.office.texts[visit.text].meanings
        for row, verdict in zip(visit.rows, visit.verdicts, strict=True):
            counts[meanings[row.place], visit.method][verdict] += 1
    rows = [row for standard in report.standards for row in standard.recommendations]
    shown = [(row.label.rpartition(".")[2], figure) for row in rows for figure in row.figures]
    assert sorted((number, figure.method, *told(figure)) for number, figure in shown) == sorted(
        (str(meaning[0] + 1), method, *(given[verdict] for verdict in figures_by_hand.ORDER_OF_COUNTS))
        for (meaning, method), given in counts.items()
    )
    for _number, figure in shown:
        if figure.rated < FEWEST:
            assert figure.interval is None
            continue
        lower, upper = figures_by_hand.wilson(
            Fraction(figure.met, figure.rated), Fraction(figure.rated), figures_by_hand.normal()
        )
        assert figure.interval is not None
        assert figures_by_hand.is_as_printed(figure.interval.low, lower)
        assert figures_by_hand.is_as_printed(figure.interval.high, upper)
        assert figure.below == (upper < TARGET)


def told(figure: RowFigure) -> tuple[int, ...]:
    return tuple(figure.counts.get(verdict or "unanswered", 0) for verdict in figures_by_hand.ORDER_OF_COUNTS)


def assert_editions_beside(report: DepartmentReport, expected: Expected, methods: Sequence[str]) -> None:
    """An edition that shares too little has a total of its own, over all of its rows."""
    codes = {text.edition.code: at for at, text in enumerate(expected.office.texts)}
    for edition in report.editions:
        at = codes[edition.code]
        for method in methods:
            own = [
                visit.by_hand(expected.keys(expected.office.texts[at]))
                for visit in expected.of(method)
                if visit.text == at
            ]
            is_beside = own and at not in expected.pooled(method)
            cells = [cell for cell in edition.parts if cell.method == method]
            if is_beside:
                (cell,) = cells
                # Matters count once, wherever their rows stand.
                assert_part((cell,), method, several(own, figures_by_hand.of_total))


@examples(20)
@given(drawn=visits())
def test_the_full_report_is_as_reckoned_by_hand(office: Office, drawn: list[Visit]) -> None:
    with undone():
        written(office, drawn)
        report = department_report(office.district, YEAR, level=FULL)
        expected = Expected(office, drawn, report.main_method)
        methods = sorted({visit.method for visit in drawn})
        assert_report(report, expected, methods)
        for at, unit in enumerate(office.units):
            (shown,) = [each for each in report.units if each.codes == (unit.code,)]
            for method in methods:
                own = expected.audits(method, unit=at)
                assert_part(shown.cells, method, several(own, figures_by_hand.of_total))
            of_main = expected.audits(report.main_method, unit=at)
            for area, cell in shown.areas:
                assert_part((cell,), report.main_method, several(of_main, figures_by_hand.of_area, area))
        counted = Counter(
            (office.texts[visit.text].meanings[row.place][0] + 1, office.units[visit.unit].name)
            for visit in drawn
            for row, verdict in zip(visit.rows, visit.verdicts, strict=True)
            if row.critical and verdict == "not_met"
        )
        shown_breaches: Counter[tuple[int, str]] = Counter()
        for breach in report.breaches:
            shown_breaches[int(breach.label.rpartition(".")[2]), breach.unit] += breach.number
        assert shown_breaches == counted
        assert report.headline.breaches == counted.total()


@examples(16)
@given(drawn=visits())
def test_closings_and_the_general_report_are_as_reckoned_by_hand(office: Office, drawn: list[Visit]) -> None:
    with undone():
        audits = written(office, drawn)
        hr = appointed(Role.HR, office.district)
        for method in drawn_checklists.METHODS:
            close_granule(**drawn_checklists.closing_of(method), by=hr)
        visit_of = {audit.pk: visit for audit, visit in zip(audits, drawn, strict=True)}
        told_of: dict[int, list[Visit]] = defaultdict(list)
        for block, audit in BlockVersion.objects.values_list("block", "audit"):
            told_of[block].append(visit_of[audit])
        for sums in BlockSums.objects.select_related("block"):
            assert_kept(sums, told_of[sums.block_id], office)
        of_blocks = [visit for found_in in told_of.values() for visit in found_in]
        report = department_report(office.district, YEAR)
        if of_blocks:
            expected = Expected(office, of_blocks, report.main_method)
            assert_report(report, expected, sorted({visit.method for visit in of_blocks}))


def assert_kept(sums: BlockSums, of_block: Sequence[Visit], office: Office) -> None:
    (text,) = {visit.text for visit in of_block}
    keys = [(each.pk, each.standard_id, each.standard.area_id) for each in office.texts[text].recommendations]
    audits = [visit.by_hand(keys) for visit in of_block]
    assert sums.audits == len(audits)
    total = several(audits, figures_by_hand.of_total)
    assert sums.sums["total"] == [*total.counts, *total.moments]
    for name, taking in (("areas", figures_by_hand.of_area), ("standards", figures_by_hand.of_standard)):
        places = {getattr(row, name.removesuffix("s")) for audit in audits for row in audit}
        assert {key: numbers for key, *numbers in sums.sums[name]} == {
            place: [*(part := several(audits, taking, place)).counts, *part.moments] for place in places
        }
    for key, *numbers in sums.sums["rows"]:
        rows = [row for audit in audits for row in audit if row.key == key]
        flags = [sum(getattr(row, flag) for row in rows) for flag in ("refrain", "critical", "of_unit")]
        assert numbers == [*several(audits, figures_by_hand.of_recommendation, key).counts, *flags]
    assert dict(sums.sums["breaches"]) == Counter(figures_by_hand.breaches(audits))


@examples(14)
@given(drawn=visits(least=2, most=4))
def test_cards_and_lists_of_audits_are_as_reckoned_by_hand(office: Office, drawn: list[Visit]) -> None:
    with undone():
        audits = written(office, drawn)
        scores: dict[int, Decimal | None] = {}
        for audit, visit in zip(audits, drawn, strict=True):
            text = office.texts[visit.text]
            rows = visit.by_hand((place, number, AREA_OF[number]) for place, number in enumerate(text.standards))
            total = several([rows], figures_by_hand.of_total)
            scores[audit.pk] = figures_by_hand.percent(total.score)
            card = audit_card(audit)
            assert_result(card.result, total)
            assert len(card.breaches) == len(figures_by_hand.breaches([rows]))
            assert {area.number for area in card.areas} == {row.area for row in rows}
            for area in card.areas:
                assert_result(area.result, several([rows], figures_by_hand.of_area, area.number))
                for standard in area.standards:
                    assert_result(standard.result, several([rows], figures_by_hand.of_standard, standard.number))
        assert scores_of(audits) == scores


def assert_result(result: Any, expected: ByHand) -> None:
    assert result.score == figures_by_hand.percent(expected.score)
    assert result.coverage == figures_by_hand.percent(expected.coverage)
    judged = ("met", "partly", "not_met")
    assert [result.counts[verdict] for verdict in judged] == [expected.count(verdict) for verdict in judged]


def test_of_the_later_editions_one_shares_enough_by_weight_and_the_other_by_number_only() -> None:
    assert len(STANDARDS) == len(WEIGHTS) == 10
    assert Fraction(sum(WEIGHTS) - WEIGHTS[0], sum(WEIGHTS)) >= Fraction(9, 10)
    assert Fraction(sum(WEIGHTS) - WEIGHTS[5], sum(WEIGHTS)) < Fraction(9, 10)

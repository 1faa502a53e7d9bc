"""Three attacks that worked while figures were hidden one by one: with blocks each of them tells nothing.

The office of each is small enough to be read: who was seen, what was shown, what was left after subtracting.
"""

from datetime import date

from audits.figures.disclosure import Audit, Length, Reason, supplement
from tests.audits.figures.disclosure.attacker import Figure, Leak, leak_in
from tests.audits.figures.disclosure.makers import (
    H1,
    Q1,
    Q2,
    YEAR,
    an_office,
    closed,
    ids,
    observed,
    report,
    told,
    visits,
)

OFFICE, DISTRICT, BUREAU, WKA, WKU = 1, 2, 3, 30, 31
TREE = {OFFICE: None, DISTRICT: OFFICE, BUREAU: OFFICE, WKA: BUREAU, WKU: BUREAU}
STAFF = {WKA: range(6), WKU: [10, 11]}


def reckoned(figures: list[set[int]], audits: list[Audit]) -> Leak | None:
    """`audits` name whom they met, or might have met any of their unit's staff."""
    people: dict[int, frozenset[int]] = {
        audit.id: frozenset({audit.person} if audit.person is not None else STAFF[audit.unit]) for audit in audits
    }
    return leak_in(map(Figure, figures), lambda found: frozenset[int]().union(*(people[each] for each in found)))


class TestAHalfYearLessAQuarter:
    """11 of 16 in the half-year, 6 of 9 in its first quarter: 5 of 7 in the second, of three people."""

    FIRST = observed(DISTRICT, [1, 2, 3, 4, 5, 6, 1, 2, 3], granule=Q1)
    SECOND = observed(DISTRICT, [1, 2, 3, 1, 2, 3, 1], granule=Q2)

    def test_worked_while_each_figure_was_looked_at_by_itself(self) -> None:
        half_year, quarter = ids(self.FIRST + self.SECOND), ids(self.FIRST)
        leak = reckoned([half_year, quarter], self.FIRST + self.SECOND)
        assert leak == Leak(frozenset(ids(self.SECOND)), frozenset({1, 2, 3}))

    def test_by_quarters_the_half_year_is_its_first_quarter(self) -> None:
        closings = [
            closed(an_office(TREE, granule=Q1), self.FIRST),
            closed(an_office(TREE, granule=Q2), self.SECOND),
        ]
        half_year = report(closings, DISTRICT, H1)
        assert told(half_year) == told(report(closings, DISTRICT, Q1)) == ids(self.FIRST)
        assert [(each.reason, each.granule) for each in half_year.missing] == [(Reason.GRANULE, Q2)]
        assert told(report(closings, DISTRICT, Q2)) == set()

    def test_by_half_years_no_quarter_is_shown(self) -> None:
        audits = [audit._replace(granule=H1) for audit in self.FIRST + self.SECOND]
        closings = [closed(an_office(TREE, granule=H1), audits)]
        assert told(report(closings, DISTRICT, H1, Length.HALF_YEAR)) == ids(audits)
        quarter = report(closings, DISTRICT, Q1, Length.HALF_YEAR)
        assert [(each.reason, each.granule) for each in quarter.missing] == [(Reason.LONGER, H1)]
        assert quarter.blocks == ()


class TestAParentLessItsShownChildren:
    """A bureau of two units, less the one of six people: the one of two."""

    AUDITS = visits(WKA, 8) + visits(WKU, 3)

    def test_worked_while_each_figure_was_looked_at_by_itself(self) -> None:
        leak = reckoned([ids(self.AUDITS), ids(self.AUDITS[:8])], self.AUDITS)
        assert leak == Leak(frozenset(ids(self.AUDITS[8:])), frozenset({10, 11}))

    def test_the_bureau_is_what_is_shown_of_it_and_says_so(self) -> None:
        closings = [closed(an_office(TREE, STAFF), self.AUDITS)]
        bureau = report(closings, BUREAU)
        assert told(bureau) == told(report(closings, WKA)) == told(report(closings, OFFICE)) == ids(self.AUDITS[:8])
        assert [(each.reason, each.units) for each in bureau.missing] == [(Reason.FEW_PEOPLE, (WKU,))]
        assert told(report(closings, WKU)) == set()


class TestAHeadWhoReloads:
    """The page before and after one audit came in differ by one person's checklist."""

    BEFORE = observed(WKA, range(6))
    ONE = observed(WKA, [3])

    def test_worked_while_pages_were_live(self) -> None:
        leak = reckoned([ids(self.BEFORE), ids(self.BEFORE + self.ONE)], self.BEFORE + self.ONE)
        assert leak == Leak(frozenset(ids(self.ONE)), frozenset({3}))

    def test_what_comes_after_the_closing_changes_no_page(self) -> None:
        office = an_office(TREE)
        closing = closed(office, self.BEFORE)
        after = supplement(office, closing, self.BEFORE + self.ONE, on=date(2026, 5, 1))
        for unit in TREE:
            for period in (Q2, H1, YEAR):
                assert report([after], unit, period) == report([closing], unit, period)

    def test_nor_does_one_that_is_corrected_or_annulled(self) -> None:
        office = an_office(TREE)
        closing = closed(office, self.BEFORE)
        for now in (self.BEFORE[1:], self.BEFORE[1:] + observed(WKA, [0])):
            assert supplement(office, closing, now, on=date(2026, 5, 1)) == closing

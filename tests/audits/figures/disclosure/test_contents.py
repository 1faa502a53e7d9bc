"""A report of a unit and period adds the blocks that lie wholly in both, and says what is not in it."""

from datetime import date, timedelta

from audits.figures.disclosure import (
    Closing,
    Granule,
    Length,
    Missing,
    Place,
    Reason,
    granules_of,
    office_in,
    supplement,
)
from tests.audits.figures.disclosure.makers import (
    H1,
    LONG_AGO,
    Q1,
    Q2,
    Q3,
    Q4,
    YEAR,
    an_office,
    by_number,
    closed,
    employed,
    ids,
    observed,
    report,
    standing,
    told,
    visits,
)

OFFICE, BUREAU, WKA, WKU, OTHER = 1, 2, 20, 21, 3
TREE = {OFFICE: None, BUREAU: OFFICE, WKA: BUREAU, WKU: BUREAU, OTHER: OFFICE}
STAFF = {WKA: range(6), WKU: [10, 11], OTHER: [20, 21, 22]}
WAVE = Granule(date(2025, 3, 10), date(2025, 4, 20), wave=7)


def quarter(granule: Granule, *audits_of: int, **fields: object) -> Closing:
    """A visit to each of these units, closed."""
    audits = [audit for unit in audits_of for audit in visits(unit, granule=granule, **fields)]
    return closed(an_office(TREE, STAFF, granule), audits, method="mystery")


def test_without_wku_fewer_than_five_people() -> None:
    closing = quarter(Q2, WKA, WKU)
    contents = report([closing], BUREAU)
    assert [block.units for block in contents.blocks] == [{WKA}]
    assert contents.missing == (Missing(Reason.FEW_PEOPLE, Q2, "counter", 1, (WKU,)),)


def test_small_units_are_in_the_report_of_whatever_holds_their_whole_block() -> None:
    closing = quarter(Q2, WKA, WKU, OTHER)
    assert [block.units for block in report([closing], OFFICE).blocks] == [{WKA}, {WKU, OTHER}]
    assert report([closing], OFFICE).missing == ()
    assert report([closing], BUREAU).missing == (Missing(Reason.FEW_PEOPLE, Q2, "counter", 1, (WKU,)),)
    assert report([closing], WKU).blocks == ()


def test_units_are_named_in_the_order_of_codes() -> None:
    tree = {**TREE, 22: BUREAU}
    office = an_office(tree, {**STAFF, 22: [30]})
    closing = closed(office, visits(WKA) + visits(WKU) + visits(22))
    (missing,) = report([closing], BUREAU, order=lambda unit: -unit).missing
    assert missing.units == (22, WKU)


def test_without_telephone() -> None:
    few = observed(WKA, range(6)) + observed(WKA, [1, 2], channel="phone") + observed(WKU, [10], channel="phone")
    contents = report([closed(an_office(TREE), few)], BUREAU)
    assert contents.missing == (Missing(Reason.CHANNEL, channel="phone"),)
    assert told(contents) == ids(few[:6])


def test_without_the_second_quarter_that_is_closed_and_of_too_few() -> None:
    closings = [quarter(Q1, WKA, WKU, OTHER), quarter(Q2, WKU, OTHER)]
    contents = report(closings, BUREAU, H1)
    assert contents.missing == (
        Missing(Reason.GRANULE, granule=Q2),
        Missing(Reason.FEW_PEOPLE, Q1, "counter", 1, (WKU,)),
    )


def test_without_the_second_quarter_that_is_not_closed() -> None:
    contents = report([quarter(Q1, WKA)], BUREAU, H1)
    assert contents.missing == (Missing(Reason.NOT_CLOSED, granule=Q2),)
    assert len(contents.blocks) == 1


def test_a_closed_granule_without_audits_below_the_unit_is_not_missed() -> None:
    assert report([quarter(Q1, WKA), quarter(Q2, OTHER)], BUREAU, H1).missing == ()


def test_a_method_whose_granule_is_longer_than_the_period_says_so() -> None:
    year = closed(an_office(TREE, granule=YEAR), observed(WKA, range(6), granule=YEAR))
    contents = report([year], BUREAU, Q2, Length.YEAR)
    assert (contents.blocks, contents.missing) == ((), (Missing(Reason.LONGER, granule=YEAR),))
    assert contents.closed_on is None
    assert len(report([year], BUREAU, YEAR, Length.YEAR).blocks) == 1


def test_days_that_cut_a_quarter_hold_nothing_of_it() -> None:
    days = Granule(date(2025, 2, 1), date(2025, 8, 31))
    contents = report([quarter(Q1, WKA), quarter(Q2, WKA), quarter(Q3, WKA)], BUREAU, days)
    assert [block.key.granule for block in contents.blocks] == [Q2]
    assert contents.missing == (Missing(Reason.LONGER, granule=Q1), Missing(Reason.LONGER, granule=Q3))


def test_longer_periods_add_closings() -> None:
    closings = [quarter(granule, WKA) for granule in (Q1, Q2, Q3, Q4)]
    assert told(report(closings, BUREAU, YEAR)) == {
        each for closing in closings for each in told(report([closing], BUREAU, YEAR))
    }
    assert report(closings, BUREAU, YEAR).missing == ()


def test_a_wave_adds_to_the_quarter_of_its_last_day_and_has_a_report_of_its_own() -> None:
    wave = closed(an_office(TREE, STAFF, WAVE), visits(WKA, 3, granule=WAVE))
    closings = [quarter(Q1, WKA), quarter(Q2, WKA), wave]
    in_wave = {audit.id for block in wave.blocks for audit in block.audits}
    assert in_wave <= told(report(closings, BUREAU, Q2))
    assert not in_wave & told(report(closings, BUREAU, Q1))
    assert told(report(closings, BUREAU, WAVE)) == in_wave


def test_a_wave_that_is_not_closed_is_missed_beside_its_closed_quarter() -> None:
    contents = report([quarter(Q2, WKA)], BUREAU, Q2, expected=[*granules_of(Q2, Length.QUARTER), WAVE])
    assert contents.missing == (Missing(Reason.NOT_CLOSED, granule=WAVE),)


def test_an_edition_of_too_few_takes_nothing_from_the_others() -> None:
    audits = observed(WKA, range(6)) + observed(WKA, [1], edition=2)
    contents = report([closed(an_office(TREE), audits)], BUREAU)
    assert told(contents) == ids(audits[:6])
    assert contents.missing == (Missing(Reason.FEW_PEOPLE, Q2, "counter", 2, (WKA,)),)


def test_each_granules_units_stand_where_they_stood_on_its_last_day() -> None:
    moved = Q2.first + timedelta(days=30)
    places = [place for place in standing(TREE) if place.unit != WKA]
    places += [Place(WKA, BUREAU, LONG_AGO, moved), Place(WKA, OTHER, moved)]
    closings = [
        closed(office_in(granule, places, employed(STAFF), by_number), visits(WKA, granule=granule))
        for granule in (Q1, Q2)
    ]
    assert [block.key.granule for block in report(closings, BUREAU, H1).blocks] == [Q1]
    assert [block.key.granule for block in report(closings, OTHER, H1).blocks] == [Q2]
    assert [block.key.granule for block in report(closings, WKA, H1).blocks] == [Q1, Q2]


def test_other_methods_are_passed_over() -> None:
    shopping, observation = quarter(Q2, WKA), closed(an_office(TREE), observed(WKA, range(6)))
    assert report([shopping, observation], BUREAU, method="observation").blocks == observation.blocks
    assert report([shopping, observation], BUREAU, method="documents").blocks == ()


def test_a_block_of_which_all_was_annulled_is_in_no_report() -> None:
    office, audits = an_office(TREE), observed(WKA, range(6))
    closing = supplement(office, closed(office, audits), [], on=date(2026, 4, 1))
    assert (report([closing], BUREAU).blocks, report([closing], BUREAU).missing) == ((), ())


def test_a_report_says_the_day_of_its_closings_not_that_of_the_last_audit() -> None:
    office, audits = an_office(TREE, granule=Q1), observed(WKA, range(6), granule=Q1)
    first = closed(office, audits, on=date(2025, 4, 10))
    second = closed(an_office(TREE), observed(WKA, range(6)), on=date(2025, 7, 10))
    assert report([first, second], BUREAU, Q1).closed_on == date(2025, 4, 10)
    assert report([first, second], BUREAU, H1).closed_on == date(2025, 7, 10)
    changed = supplement(office, first, audits + observed(WKA, range(6), granule=Q1), on=date(2025, 9, 1))
    assert report([changed, second], BUREAU, H1).closed_on == date(2025, 9, 1)

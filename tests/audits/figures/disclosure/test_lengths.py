"""A preview from last year's data says what each length of granule would show."""

from datetime import date

from audits.figures.disclosure import Audit, Granule, Length, Preview, preview
from tests.audits.figures.disclosure.makers import by_number, employed, observed, standing, visits

OFFICE, UNIT, SMALL, TINY = 1, 10, 11, 12
TREE = {OFFICE: None, UNIT: OFFICE, SMALL: OFFICE, TINY: OFFICE}
STAFF = {UNIT: range(6), SMALL: [10, 11, 12], TINY: [20, 21]}
JANUARY, JULY = date(2025, 1, 15), date(2025, 7, 15)


def previews(audits: list[tuple[date, Audit]]) -> dict[Length, Preview]:
    return preview(audits, standing(TREE), employed(STAFF), order=by_number)


def on(day: date, audits: list[Audit]) -> list[tuple[date, Audit]]:
    return [(day, audit) for audit in audits]


def test_observation_needs_longer_granules_than_shopping() -> None:
    seen = on(JANUARY, observed(UNIT, range(3))) + on(JULY, observed(UNIT, range(3, 6)))
    found = previews(seen)
    assert found[Length.QUARTER] == found[Length.HALF_YEAR] == Preview(6, 0, 1, 0, 0)
    assert found[Length.YEAR] == Preview(6, 6, 1, 1, 0)
    shopped = previews(on(JANUARY, visits(UNIT, 3)) + on(JULY, visits(UNIT, 3)))
    assert set(shopped.values()) == {Preview(6, 6, 1, 1, 0)}


def test_small_units_are_shown_together_not_by_themselves() -> None:
    found = previews(on(JANUARY, visits(UNIT) + visits(SMALL, 2) + visits(TINY)))
    assert found[Length.YEAR] == Preview(audits=4, audits_shown=4, units=3, units_shown=1, units_partly=0)


def test_what_is_in_no_figure_is_not_shown() -> None:
    found = previews(on(JANUARY, visits(UNIT) + visits(SMALL, 2)) + on(JULY, visits(TINY)))
    assert found[Length.QUARTER] == Preview(audits=4, audits_shown=1, units=3, units_shown=1, units_partly=0)
    assert found[Length.YEAR].audits_shown == 4


def test_a_unit_of_which_some_audits_are_shown_is_shown_partly() -> None:
    seen = on(JANUARY, observed(UNIT, range(6))) + on(JULY, observed(UNIT, [1]))
    assert previews(seen)[Length.QUARTER] == Preview(7, 6, 1, 0, 1)


def test_a_wave_stays_a_granule_of_its_own() -> None:
    wave = Granule(JANUARY, date(2025, 1, 20), wave=1)
    seen = on(JANUARY, observed(UNIT, range(3), granule=wave)) + on(JULY, observed(UNIT, range(3, 6)))
    assert set(previews(seen).values()) == {Preview(6, 0, 1, 0, 0)}


def test_no_audits_show_nothing() -> None:
    assert set(previews([]).values()) == {Preview(0, 0, 0, 0, 0)}

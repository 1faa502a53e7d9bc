"""Each sentence of the rule is needed: with one of them broken, the attacker finds what is of fewer than five people.

On the same office the rule itself leaks nothing, so that it is the broken sentence that does.
"""

from datetime import date
from random import Random

import pytest

from audits.figures.disclosure import MYSTERY, Length, Place
from tests.audits.figures.disclosure import mutants
from tests.audits.figures.disclosure.makers import LONG_AGO, employed, standing
from tests.audits.figures.disclosure.publication import Publication
from tests.audits.figures.disclosure.worlds import Version, World, drawn

OFFICE, BUREAU, OTHER = 1, 2, 3
SHOPPING = (MYSTERY, Length.QUARTER)
OBSERVATION = ("observation", Length.HALF_YEAR)


@pytest.mark.parametrize(
    ("mutant", "method", "length"),
    [
        (mutants.LateChangesAccepted, *SHOPPING),
        (mutants.LateChangesAccepted, *OBSERVATION),
        (mutants.YearCountedLive, *SHOPPING),
        (mutants.YearCountedLive, *OBSERVATION),
        (mutants.BlocksRecut, *SHOPPING),
        (mutants.BlocksRecut, *OBSERVATION),
        (mutants.ClosedBeforeTheEnd, *SHOPPING),
        (mutants.ClosedBeforeTheEnd, *OBSERVATION),
        (mutants.TreeOfTheVisitsDay, *SHOPPING),
        (mutants.TreeOfTheVisitsDay, *OBSERVATION),
        (mutants.StaffOfTheLastDay, *SHOPPING),
        (mutants.StaffOfAnyDay, *SHOPPING),
        (mutants.WhoServesNobodyCounts, *SHOPPING),
        (mutants.IdleUnitsCount, *SHOPPING),
        (mutants.TwoPostsCountTwice, *OBSERVATION),
        (mutants.WaveBesideDatedQuarters, *SHOPPING),
        (mutants.EditionNotInTheKey, *SHOPPING),
        (mutants.EditionNotInTheKey, *OBSERVATION),
        (mutants.ChannelNotInTheKey, *SHOPPING),
        (mutants.ChannelNotInTheKey, *OBSERVATION),
        (mutants.OneRowAnAudit, *SHOPPING),
        (mutants.OneRowAnAudit, *OBSERVATION),
        (mutants.TwoBlocksForOneVersion, *SHOPPING),
        (mutants.TwoBlocksForOneVersion, *OBSERVATION),
        (mutants.FourAreEnough, *SHOPPING),
        (mutants.FourAreEnough, *OBSERVATION),
        (mutants.AuditsAreCounted, *OBSERVATION),
    ],
)
def test_is_caught(mutant: type[Publication], method: str, length: Length) -> None:
    worlds = (drawn(Random(seed)) for seed in range(100))
    caught = next((world for world in worlds if mutant(world, method, length).run().leak()), None)
    assert caught is not None
    assert Publication(caught, method, length).run().leak() is None


def test_is_caught_by_an_auditor_who_takes_their_own_off() -> None:
    worlds = (drawn(Random(seed)) for seed in range(100))
    caught = next(
        (each for each in worlds if mutants.AuditorsNotAsked(each, *OBSERVATION).run().leak_to_an_auditor()), None
    )
    assert caught is not None
    assert Publication(caught, *OBSERVATION).run().leak_to_an_auditor() is None


# Offices that are seldom drawn


def test_two_posts_of_one_person_in_two_units_put_together_is_caught() -> None:
    world = World(
        standing({OFFICE: None, 10: OFFICE, 11: OFFICE}),
        employed({10: [1, 2, 3], 11: [3, 4]}),
        [_visit(1, 10), _visit(2, 11)],
    )
    leak = mutants.TwoPostsCountTwice(world).run().leak()
    assert leak == ({1, 2}, {1, 2, 3, 4})
    assert Publication(world).run().figures == set()


def test_a_unit_that_joined_the_district_after_the_visit_is_caught() -> None:
    moved = date(2025, 5, 20)
    world = World(
        [
            *standing({OFFICE: None, BUREAU: OFFICE, OTHER: OFFICE, 20: BUREAU}),
            Place(21, OTHER, LONG_AGO, moved),
            Place(21, BUREAU, moved),
        ],
        employed({20: [1, 2], 21: [3, 4, 5]}),
        [_visit(1, BUREAU, anywhere_below=True)],
    )
    leak = mutants.DistrictsTreeOfTheLastDay(world).run().leak()
    assert leak == ({1}, {1, 2})
    assert Publication(world).run().figures == set()


def test_changes_that_are_enough_together_only_are_caught() -> None:
    """One is replaced by five, these by another one: what was first less what is last is of the two."""
    first, second = date(2025, 8, 1), date(2025, 10, 1)
    world = World(
        standing({OFFICE: None, 10: OFFICE}),
        [],
        [
            *(_seen(number, person=number) for number in range(1, 7)),
            _seen(7, person=20)._replace(until=first),
            *(_seen(number, person=number)._replace(since=first, until=second) for number in range(8, 13)),
            _seen(13, person=21)._replace(since=second),
        ],
    )
    leak = mutants.ChangesAreEnoughTogether(world, *OBSERVATION).run().leak()
    assert leak == ({7, 13}, {20, 21})
    assert Publication(world, *OBSERVATION).run().figures == {frozenset(range(1, 8))}


def _visit(number: int, unit: int, *, anywhere_below: bool = False) -> Version:
    day = date(2025, 4, 10)
    return Version(number, unit, day, MYSTERY, since=day, anywhere_below=anywhere_below)


def _seen(number: int, *, person: int) -> Version:
    day = date(2025, 4, 10)
    return Version(number, 10, day, "observation", since=day, person=person)

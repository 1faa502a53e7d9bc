"""Over drawn offices: nothing that anybody can reckon from all that is ever shown is of fewer than five people."""

import os
from datetime import timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audits.figures.disclosure import MYSTERY, SMALLEST_CROWD, Length
from tests.audits.figures.disclosure.attacker import leak_in
from tests.audits.figures.disclosure.oracle import Expected, expected
from tests.audits.figures.disclosure.publication import Publication
from tests.audits.figures.disclosure.worlds import drawn

# A stronger run: DISCLOSURE_OFFICES=300.
OFFICES = int(os.environ.get("DISCLOSURE_OFFICES", "60"))

thorough = settings(
    max_examples=OFFICES,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
ONE_DAY = timedelta(days=1)
lengths = st.sampled_from(Length)
randoms = st.randoms(use_true_random=False)
methods = pytest.mark.parametrize("method", [MYSTERY, "observation"])


@methods
@thorough
@given(lengths, randoms)
def test_whatever_can_be_derived_has_a_crowd_of_five(method: str, length: Length, random: Random) -> None:
    world = drawn(random)
    publication = Publication(world, method, length).run()
    assert leak_in(publication.figures, world.people_throughout) is None
    if method != MYSTERY:
        assert publication.leak_to_an_auditor() is None


@methods
@thorough
@given(lengths, randoms)
def test_every_shown_figure_is_a_sum_of_whole_blocks(method: str, length: Length, random: Random) -> None:
    publication = Publication(drawn(random), method, length).run()
    # Before a change and after it a block differs by whole heaps.
    heaps = publication.heaps()
    in_heaps = frozenset[int]().union(*heaps)
    for figure in publication.figures:
        assert figure <= in_heaps
        assert all(heap <= figure or not heap & figure for heap in heaps)


@methods
@thorough
@given(lengths, randoms)
def test_a_version_is_in_one_block_at_most_for_good(method: str, length: Length, random: Random) -> None:
    publication = Publication(drawn(random), method, length).run()
    told = [
        each
        for closing in publication.closings.values()
        for block in closing.blocks
        for each in [*(audit.id for audit in block.audits), *block.gone]
    ]
    assert len(told) == len(set(told))
    assert set(told) == frozenset().union(*publication.contents)


@methods
@thorough
@given(randoms)
def test_blocks_are_those_of_the_rule_taken_word_by_word(method: str, random: Random) -> None:
    world = drawn(random)
    for length in Length:
        publication = Publication(world, method, length)
        for granule in publication.granules:
            closed_on = granule.last + ONE_DAY
            closing = publication.close(granule, closed_on)
            assert Expected(
                frozenset(frozenset(audit.id for audit in block.audits) for block in closing.blocks),
                frozenset(audit.id for left in closing.left_out for audit in left.audits),
            ) == expected(
                world,
                granule,
                [each for each in publication.counted(closed_on) if publication.granule(each) == granule],
            )


@thorough
@given(randoms)
def test_a_unit_that_has_its_crowd_is_never_merged(random: Random) -> None:
    world = drawn(random)
    publication = Publication(world).run()
    for granule, closing in publication.closings.items():
        staff = publication.office(granule).staff
        for block in closing.blocks:
            assert len(block.units) == 1 or all(len(staff.get(unit, ())) < SMALLEST_CROWD for unit in block.units)

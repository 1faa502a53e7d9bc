"""A granule is closed once, for a method and the whole office; what comes later is taken in by whole heaps only."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from audits.figures.disclosure import Audit, Block, Closing, Granule, close, supplement
from tests.audits.figures.disclosure.makers import LATER, Q1, Q2, an_office, closed, ids, observed, visits

OFFICE, UNIT, OTHER, THIRD = 1, 10, 11, 12
TREE = {OFFICE: None, UNIT: OFFICE, OTHER: OFFICE, THIRD: OFFICE}
STAFF = {UNIT: range(6), OTHER: [20, 21], THIRD: [30, 31]}
DAY = timedelta(days=1)
SHOPS, SEES = an_office(TREE, STAFF), an_office(TREE)


def shown(closing: Closing) -> set[int]:
    return {audit.id for block in closing.blocks for audit in block.audits}


def later(closing: Closing, audits: Iterable[Audit], *, told: Sequence[int] = ()) -> Closing:
    return supplement(SHOPS if closing.method == "mystery" else SEES, closing, audits, on=closing.on + DAY, told=told)


class TestBlock:
    """A block is the audits of one method, channel, edition and granule in a unit, or in several small ones."""

    def test_channels_and_editions_are_blocks_apart(self) -> None:
        audits = visits(UNIT, 2) + visits(UNIT, channel="phone") + visits(UNIT, edition=2)
        closing = closed(SHOPS, audits)
        assert sorted((block.key.channel, block.key.edition, len(block.audits)) for block in closing.blocks) == [
            ("counter", 1, 2),
            ("counter", 2, 1),
            ("phone", 1, 1),
        ]
        assert {block.key.granule for block in closing.blocks} == {Q2}

    @pytest.mark.parametrize("field", ["channel", "edition"])
    def test_people_seen_under_another_key_are_no_crowd(self, field: str) -> None:
        other = {"channel": "phone", "edition": 2}[field]
        closing = closed(SEES, observed(UNIT, [1, 2, 3]) + observed(UNIT, [4, 5, 6], **{field: other}))
        assert closing.blocks == ()
        assert sorted(each.units for each in closing.left_out) == [{UNIT}, {UNIT}]

    def test_every_audit_is_in_a_block_or_left_out(self) -> None:
        audits = visits(UNIT, 3) + visits(OTHER, 2) + visits(THIRD, channel="phone")
        closing = closed(SHOPS, audits)
        left = {audit.id for each in closing.left_out for audit in each.audits}
        assert shown(closing) | left == ids(audits)
        assert not shown(closing) & left


class TestClosing:
    def test_after_the_granules_last_day(self) -> None:
        with pytest.raises(ValueError, match="2025-06-30"):
            closed(SHOPS, visits(UNIT), on=Q2.last)
        assert closed(SHOPS, visits(UNIT), on=Q2.last + DAY).on == Q2.last + DAY

    def test_a_wave_is_closed_after_its_own_last_day(self) -> None:
        wave = Granule(date(2025, 5, 5), date(2025, 5, 16), wave=1)
        office = an_office(TREE, STAFF, wave)
        assert closed(office, visits(UNIT, granule=wave), on=wave.last + DAY).blocks[0].key.granule == wave
        with pytest.raises(ValueError, match="2025-05-16"):
            closed(office, visits(UNIT, granule=wave), on=wave.last)

    @pytest.mark.parametrize("audits", [visits(UNIT, granule=Q1), observed(UNIT, [1])], ids=["granule", "method"])
    def test_audits_of_another_granule_or_method_are_refused(self, audits: list[Audit]) -> None:
        with pytest.raises(ValueError, match=f"Audit {audits[0].id} "):
            close(SHOPS, audits, method="mystery", on=LATER)

    def test_a_wave_is_no_part_of_the_quarter_that_it_ends_in(self) -> None:
        with pytest.raises(ValueError, match="granule"):
            closed(SHOPS, visits(UNIT) + visits(UNIT, granule=Granule(Q2.first, Q2.last, wave=1)))

    def test_a_version_is_in_one_block_at_most_for_good(self) -> None:
        audits = visits(UNIT, 4)
        assert shown(closed(SHOPS, audits, told=[audits[0].id])) == ids(audits[1:])

    def test_the_same_audits_in_another_order_close_the_same(self) -> None:
        audits = visits(UNIT, 2) + visits(OTHER, 2) + visits(THIRD, 2) + visits(UNIT, channel="phone")
        there, back = closed(SHOPS, audits), closed(SHOPS, audits[::-1])
        assert set(there.blocks) == set(back.blocks)
        assert set(there.left_out) == set(back.left_out)

    def test_a_granule_without_audits_is_closed_too(self) -> None:
        closing = close(SHOPS, [], method="mystery", on=LATER)
        assert (closing.blocks, closing.left_out) == ((), ())


class TestLaterChanges:
    """What comes, is corrected or annulled later is in *pełny* only, unless it is enough by itself."""

    SIX = observed(UNIT, range(6))

    def test_nothing_changed_changes_nothing(self) -> None:
        closing = closed(SEES, self.SIX)
        assert later(closing, self.SIX) is closing

    def test_one_that_comes_is_not_taken_in(self) -> None:
        closing = closed(SEES, self.SIX)
        assert later(closing, self.SIX + observed(UNIT, [7])) is closing

    def test_one_that_is_annulled_stays_in(self) -> None:
        closing = closed(SEES, self.SIX)
        assert later(closing, self.SIX[1:]) is closing

    def test_one_that_is_corrected_stays_as_it_was(self) -> None:
        closing = closed(SEES, self.SIX)
        assert later(closing, self.SIX[1:] + observed(UNIT, [0])) is closing

    def test_five_peoples_that_come_are_taken_in_as_a_heap(self) -> None:
        closing, more = closed(SEES, self.SIX), observed(UNIT, range(5))
        after = later(closing, self.SIX + more)
        assert [ids(heap) for heap in after.blocks[0].heaps] == [ids(self.SIX), ids(more)]
        assert after.on == closing.on + DAY

    def test_all_that_are_corrected_are_taken_in(self) -> None:
        closing, corrected = closed(SEES, self.SIX), observed(UNIT, range(6))
        after = later(closing, corrected)
        assert shown(after) == ids(corrected)
        assert after.blocks[0].gone == ids(self.SIX)

    def test_five_peoples_that_come_beside_one_that_goes_are_not(self) -> None:
        closing = closed(SEES, self.SIX)
        assert later(closing, self.SIX[1:] + observed(UNIT, range(5))) is closing

    def test_what_stays_must_be_enough_by_itself(self) -> None:
        closing = closed(SEES, self.SIX)
        assert later(closing, self.SIX[5:] + observed(UNIT, range(5))) is closing

    def test_a_heap_parts_in_two_that_are_both_enough(self) -> None:
        twelve = observed(UNIT, range(12))
        after = later(closed(SEES, twelve), twelve[:7])
        assert shown(after) == ids(twelve[:7])

    def test_all_that_are_annulled_leave_an_empty_block(self) -> None:
        after = later(closed(SEES, self.SIX), [])
        assert shown(after) == set()
        assert after.blocks[0].gone == ids(self.SIX)

    def test_what_was_taken_out_never_comes_back(self) -> None:
        empty = later(closed(SEES, self.SIX), [])
        assert later(empty, self.SIX) == empty
        assert later(empty, self.SIX + observed(UNIT, range(5))) == empty

    def test_whoever_takes_off_what_they_made_is_left_with_five_again(self) -> None:
        closing = closed(SEES, self.SIX)
        assert (
            later(closing, self.SIX + observed(UNIT, range(5), auditor=1) + observed(UNIT, [8], auditor=2)) is closing
        )

    def test_one_of_a_shopper_tells_of_all_staff_and_is_taken_in(self) -> None:
        audits = visits(UNIT, 3)
        more = visits(UNIT)
        assert shown(later(closed(SHOPS, audits), audits + more)) == ids(audits + more)

    def test_one_of_a_shopper_in_a_small_unit_of_a_block_is_not(self) -> None:
        audits = visits(OTHER) + visits(THIRD) + visits(OFFICE)
        office = an_office(TREE, {**STAFF, OFFICE: [1]})
        closing = closed(office, audits)
        assert closing.blocks[0].units == {OTHER, THIRD, OFFICE}
        assert supplement(office, closing, audits + visits(OTHER), on=LATER + DAY) is closing
        more = visits(OTHER) + visits(THIRD) + visits(OFFICE)
        assert shown(supplement(office, closing, audits + more, on=LATER + DAY)) == ids(audits + more)

    def test_units_left_out_are_shown_when_what_comes_is_enough(self) -> None:
        few = observed(OTHER, [20, 21])
        closing = closed(SEES, self.SIX + few)
        more = observed(OTHER, range(20, 25))
        after = later(closing, self.SIX + few + more)
        assert shown(after) == ids(self.SIX + few + more)
        assert after.left_out == ()

    def test_units_left_out_stay_so_when_what_comes_is_not(self) -> None:
        few = observed(OTHER, [20, 21])
        closing = closed(SEES, self.SIX + few)
        assert later(closing, self.SIX + few + observed(OTHER, [22, 23, 24])) is closing

    def test_a_unit_without_audits_at_the_closing_gets_its_block(self) -> None:
        closing, more = closed(SEES, self.SIX), observed(OTHER, range(20, 26))
        assert shown(later(closing, self.SIX + more)) == ids(self.SIX + more)

    def test_a_block_is_never_recut(self) -> None:
        small = observed(OTHER, [20, 21, 22]) + observed(THIRD, [30, 31])
        closing, more = closed(SEES, small), observed(OTHER, range(20, 26))
        after = later(closing, small + more)
        assert [block.units for block in after.blocks] == [{OTHER, THIRD}]
        assert shown(after) == ids(small + more)

    def test_a_version_that_went_to_another_unit_is_not_told_twice(self) -> None:
        others = observed(OTHER, range(20, 26))
        closing = closed(SEES, self.SIX + others)
        moved = [audit._replace(unit=OTHER) for audit in self.SIX]
        after = later(closing, moved + others)
        assert [ids(block.audits) for block in after.blocks] == [set(), ids(others)]

    def test_nor_told_in_a_unit_that_has_no_block(self) -> None:
        closing = closed(SEES, self.SIX)
        moved = [audit._replace(unit=OTHER) for audit in self.SIX]
        assert shown(later(closing, moved)) == set()
        assert shown(later(later(closing, []), moved)) == set()

    def test_a_version_that_is_told_elsewhere_is_passed_over(self) -> None:
        closing, more = closed(SEES, self.SIX), observed(UNIT, range(5))
        assert later(closing, self.SIX + more, told=[more[0].id]) is closing

    def test_a_second_change_shares_nothing_small_with_the_first(self) -> None:
        """Each change is of five people together; but the first less the third shows one who came and one who went."""
        one, five, another = observed(UNIT, [0]), observed(UNIT, range(10, 15)), observed(UNIT, [1])
        rest = observed(UNIT, range(20, 26))
        closing = closed(SEES, rest + one)
        after = later(later(closing, rest + five), rest + another)
        assert shown(after) == ids(rest + one)


def test_a_block_says_what_its_sums_are_made_of() -> None:
    block: Block = closed(SHOPS, visits(UNIT, 3)).blocks[0]
    assert len(block.audits) == 3
    assert replace(block, heaps=()).audits == ()

"""Its crowd is everybody it might have been, different people, at least five."""

from datetime import date, timedelta

import pytest

from audits.figures.disclosure import SMALLEST_CROWD, Granule, Office, Place, Post, crowd, enough, office_in
from tests.audits.figures.disclosure.makers import (
    LONG_AGO,
    Q2,
    an_office,
    by_number,
    employed,
    observed,
    standing,
    visits,
)

OFFICE, UNIT, OTHER = 1, 10, 11
TREE = {OFFICE: None, UNIT: OFFICE, OTHER: OFFICE}
DAY = timedelta(days=1)


def with_posts(*posts: Post, granule: Granule = Q2) -> Office:
    return office_in(granule, standing(TREE), posts, by_number)


def test_the_smallest_crowd_is_five() -> None:
    assert SMALLEST_CROWD == 5
    assert enough(an_office(TREE, {UNIT: range(5)}), visits(UNIT))
    assert not enough(an_office(TREE, {UNIT: range(4)}), visits(UNIT, 40))


def test_no_audits_are_not_enough() -> None:
    assert not enough(an_office(TREE, {UNIT: range(9)}), [])


def test_a_shopper_might_have_met_all_staff_however_few_were_seen() -> None:
    assert crowd(an_office(TREE, {UNIT: range(6), OTHER: range(20, 30)}), visits(UNIT, person=3)) == set(range(6))


def test_staff_of_a_unit_without_audits_is_no_crowd() -> None:
    office = an_office(TREE, {UNIT: range(3), OTHER: range(20, 30)})
    assert not enough(office, visits(UNIT, 5))
    assert enough(office, visits(UNIT) + visits(OTHER))


@pytest.mark.parametrize(
    ("since", "until", "counts"),
    [
        (Q2.first, None, True),
        (Q2.first + DAY, None, False),
        (LONG_AGO, Q2.last + DAY, True),
        (LONG_AGO, Q2.last, False),
        (Q2.first, Q2.last + DAY, True),
        (LONG_AGO, Q2.first, False),
        (Q2.last + DAY, None, False),
    ],
    ids=["from the first day", "from the second", "to the last day", "to the last but one", "exactly", "left", "later"],
)
def test_employed_during_the_whole_granule(since: date, until: date | None, counts: bool) -> None:
    assert crowd(with_posts(Post(7, UNIT, since, until)), visits(UNIT)) == ({7} if counts else set())


def test_posts_in_one_unit_that_follow_each_other_are_one() -> None:
    middle = date(2025, 5, 15)
    assert crowd(with_posts(Post(7, UNIT, middle), Post(7, UNIT, LONG_AGO, middle)), visits(UNIT)) == {7}
    assert not crowd(with_posts(Post(7, UNIT, middle + DAY), Post(7, UNIT, LONG_AGO, middle)), visits(UNIT))


def test_posts_that_overlap_count_as_long_as_the_longest() -> None:
    posts = [Post(7, UNIT, LONG_AGO, Q2.last + DAY), Post(7, UNIT, date(2025, 5, 1), date(2025, 5, 9))]
    assert crowd(with_posts(*posts), visits(UNIT)) == {7}


def test_who_moves_between_two_units_was_in_neither_during_the_whole_granule() -> None:
    middle = date(2025, 5, 15)
    office = with_posts(Post(7, UNIT, LONG_AGO, middle), Post(7, OTHER, middle))
    assert not crowd(office, visits(UNIT) + visits(OTHER))


def test_two_posts_of_one_person_in_two_units_count_once() -> None:
    office = an_office(TREE, {UNIT: [1, 2, 3], OTHER: [3, 4]})
    assert crowd(office, visits(UNIT) + visits(OTHER)) == {1, 2, 3, 4}
    assert not enough(office, visits(UNIT, 3) + visits(OTHER, 3))


def test_marked_as_serving_no_clients_is_not_in_the_crowd() -> None:
    assert not crowd(with_posts(Post(7, UNIT, LONG_AGO, serves_clients=False)), visits(UNIT))


def test_marked_so_for_a_part_of_the_granule_is_not_in_it_either() -> None:
    middle = date(2025, 5, 15)
    posts = [Post(7, UNIT, LONG_AGO, middle), Post(7, UNIT, middle, serves_clients=False)]
    assert not crowd(with_posts(*posts), visits(UNIT))


def test_a_second_post_that_serves_clients_counts_by_itself() -> None:
    posts = [Post(7, UNIT, LONG_AGO, serves_clients=False), Post(7, OTHER, LONG_AGO)]
    assert crowd(with_posts(*posts), visits(OTHER)) == {7}
    assert not crowd(with_posts(*posts), visits(UNIT))


def test_a_waves_crowd_is_of_its_own_days() -> None:
    wave = Granule(date(2025, 5, 5), date(2025, 5, 16), wave=3)
    post = Post(7, UNIT, date(2025, 5, 1), date(2025, 5, 17))
    assert crowd(with_posts(post, granule=wave), visits(UNIT, granule=wave)) == {7}
    assert not crowd(with_posts(post), visits(UNIT))


class TestDistrict:
    """An audit known only for a district as a whole might have met anybody below it."""

    DISTRICT, FIRST, SECOND, ELSEWHERE = 2, 20, 21, 30
    TREE = {OFFICE: None, DISTRICT: OFFICE, FIRST: DISTRICT, SECOND: DISTRICT, ELSEWHERE: OFFICE}
    STAFF = {DISTRICT: [1], FIRST: [2, 3], SECOND: [3, 4, 5], ELSEWHERE: [6, 7]}

    def test_its_crowd_is_the_staff_of_all_below_whether_they_have_audits_or_not(self) -> None:
        office = an_office(self.TREE, self.STAFF)
        assert crowd(office, visits(self.DISTRICT, anywhere_below=True)) == {1, 2, 3, 4, 5}
        assert enough(office, visits(self.DISTRICT, anywhere_below=True))

    def test_one_at_the_districts_own_desk_might_have_met_its_own_staff(self) -> None:
        assert crowd(an_office(self.TREE, self.STAFF), visits(self.DISTRICT)) == {1}

    @pytest.mark.parametrize("moved_in", [True, False])
    def test_a_unit_that_was_below_it_for_a_part_of_the_granule_adds_nobody(self, moved_in: bool) -> None:
        middle = date(2025, 5, 15)
        before, after = (OFFICE, self.DISTRICT) if moved_in else (self.DISTRICT, OFFICE)
        places = [place for place in standing(self.TREE) if place.unit != self.SECOND]
        places += [Place(self.SECOND, before, LONG_AGO, middle), Place(self.SECOND, after, middle)]
        office = office_in(Q2, places, employed(self.STAFF), by_number)
        assert crowd(office, visits(self.DISTRICT, anywhere_below=True)) == {1, 2, 3}

    def test_a_unit_that_moves_on_the_granules_first_day_was_there_during_all_of_it(self) -> None:
        places = [place for place in standing(self.TREE) if place.unit != self.SECOND]
        places += [Place(self.SECOND, OFFICE, LONG_AGO, Q2.first), Place(self.SECOND, self.DISTRICT, Q2.first)]
        office = office_in(Q2, places, employed(self.STAFF), by_number)
        assert crowd(office, visits(self.DISTRICT, anywhere_below=True)) == {1, 2, 3, 4, 5}


@pytest.mark.parametrize("method", ["observation", "documents"])
class TestWhereItIsKnown:
    """Observation and documents: the people named in its audits."""

    def test_the_crowd_is_whom_its_audits_name_not_the_staff(self, method: str) -> None:
        office = an_office(TREE, {UNIT: range(20)})
        assert crowd(office, observed(UNIT, [1, 2, 2], method=method)) == {1, 2}
        assert not enough(office, observed(UNIT, [1, 2, 3, 4, 4], method=method))
        assert enough(office, observed(UNIT, [1, 2, 3, 4, 5], method=method))

    def test_an_audit_that_names_nobody_adds_nobody(self, method: str) -> None:
        office = an_office(TREE, {UNIT: range(20)})
        assert not enough(office, observed(UNIT, [1, 2, 3, 4, None, None], method=method))
        assert enough(office, observed(UNIT, [1, 2, 3, 4, 5, None], method=method))

    def test_one_person_seen_in_two_units_counts_once(self, method: str) -> None:
        audits = observed(UNIT, [1, 2, 3], method=method) + observed(OTHER, [3, 4], method=method)
        assert not enough(an_office(TREE), audits)


class TestWhoeverObserves:
    """Takes the audits that they made themselves off: the crowd of the others' is five, or there are none."""

    def test_two_auditors_of_whom_one_saw_too_few_are_not_enough(self) -> None:
        audits = observed(UNIT, [1, 2, 3, 4, 5], auditor=1) + observed(UNIT, [6], auditor=2)
        assert not enough(an_office(TREE), audits)

    def test_one_auditor_who_made_all_knows_all_anyway(self) -> None:
        assert enough(an_office(TREE), observed(UNIT, [1, 2, 3, 4, 5], auditor=1))

    def test_enough_whoever_takes_their_own_off(self) -> None:
        audits = observed(UNIT, [1, 2, 3, 4, 5], auditor=1) + observed(UNIT, [1, 2, 3, 4, 5], auditor=2)
        assert enough(an_office(TREE), audits)
        assert not enough(an_office(TREE), audits[:-1])

    def test_others_audits_that_name_nobody_have_no_crowd(self) -> None:
        audits = observed(UNIT, [1, 2, 3, 4, 5], auditor=1) + observed(UNIT, [None], auditor=2)
        assert not enough(an_office(TREE), audits)

    def test_an_auditor_whom_the_portal_does_not_know_reads_nothing_in_it(self) -> None:
        audits = observed(UNIT, [1, 2, 3, 4]) + observed(UNIT, [5], auditor=2)
        assert not enough(an_office(TREE), audits)
        assert enough(an_office(TREE), audits + observed(UNIT, [5]))

    def test_shoppers_are_not_asked(self) -> None:
        office = an_office(TREE, {UNIT: range(5)})
        assert enough(office, visits(UNIT, auditor=1) + visits(UNIT, auditor=2))

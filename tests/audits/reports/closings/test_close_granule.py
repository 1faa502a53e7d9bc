"""A granule is closed once, after its last day, by HR of the whole office; what it holds stays."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from audits.choices import Role
from audits.models import (
    Audit,
    Block,
    BlockSums,
    BlockVersion,
    Closing,
    Department,
    GranuleSetting,
    LeftOut,
    Supplement,
)
from audits.reports.closings import close_granule
from standards.choices import Channel, Method
from standards.refusals import Refused
from tests.audits.factories import DepartmentFactory, appointed, employed
from tests.audits.reports import makers
from tests.audits.reports.closings.conftest import FIRST, NOW

pytestmark = pytest.mark.django_db


def visit(office, unit, **fields):
    return makers.submit(office, unit, method=Method.MYSTERY, **fields)


def blocks_of(closing):
    """By unit codes: how many audits."""
    codes = dict(Department.objects.values_list("pk", "code"))
    return {
        tuple(sorted(codes[unit] for unit in sums.block.units)): sums.audits
        for sums in BlockSums.objects.filter(block__closing=closing).select_related("block")
    }


def test_each_unit_of_five_people_is_a_block_of_its_own(district, close):
    for unit in district.units[:2]:
        visit(district, unit)
        visit(district, unit)
    assert blocks_of(close()) == {("UD-PRO-1",): 2, ("UD-PRO-2",): 2}


def test_small_units_below_one_parent_are_put_together_until_they_are_enough(district, close):
    small = DepartmentFactory(code="UD-PRO-4", name="Wydział Próbny 4", parent=district.district)
    for _ in range(2):
        employed(small)
    visit(district, district.units[2])
    visit(district, small)
    assert blocks_of(close()) == {("UD-PRO-3", "UD-PRO-4"): 2}


def test_whoever_serves_no_clients_is_nobody_whom_a_visit_met(district, close):
    person = district.people[district.units[0].pk][0]
    person.employments.update(serves_clients=False)
    other = district.people[district.units[0].pk][1]
    other.employments.update(serves_clients=False)
    visit(district, district.units[0])
    closing = close()
    assert blocks_of(closing) == {}
    assert [left.units for left in closing.left_out.all()] == [[district.units[0].pk]]


def test_who_served_clients_only_from_the_middle_of_it_on_does_not_count(district, close):
    people = district.people[district.units[0].pk]
    for person in people[:2]:
        person.employments.update(since=FIRST + datetime.timedelta(days=1))
    visit(district, district.units[0])
    assert blocks_of(close()) == {}


def test_of_units_left_out_nothing_is_kept_of_what_was_found(district, close):
    lone = visit(district, district.units[2])
    closing = close()
    left = closing.left_out.get()
    assert (left.units, left.audits) == ([district.units[2].pk], [lone.pk])
    assert not Block.objects.exists()


def test_another_channel_is_another_block(district, close):
    visit(district, district.units[0])
    visit(district, district.units[0], channel=Channel.PHONE)
    assert sorted(close().blocks.values_list("channel", flat=True)) == [Channel.COUNTER, Channel.PHONE]


def test_sums_are_of_the_audits_that_count_and_of_these_days(district, close):
    unit = district.units[0]
    label = district.rows(Method.MYSTERY, Channel.COUNTER)[0].label
    visit(district, unit, verdict={label: "not_met"})
    visit(district, unit)
    visit(district, unit, verdict="not_met", took_place_at=datetime.datetime(2026, 6, 30, 12, tzinfo=datetime.UTC))
    visit(district, unit, verdict="not_met", status="annulled")
    first = visit(district, unit, verdict="not_met")
    visit(district, unit, corrects=first, supersedes=first)
    sums = BlockSums.objects.get(block__closing=close())
    assert sums.audits == 3
    assert len(sums.sheets["filled"]) == 3
    assert sum("n" in sheet for sheet in sums.sheets["filled"]) == 1
    assert sum(row[3] for row in sums.sums["rows"]) == 1


def test_an_observation_names_whom_it_may_tell_of(district, close):
    unit = district.units[0]
    people = district.people[unit.pk]
    for person in people[:4]:
        makers.submit(district, unit, employee=person)
    year = {
        "method": Method.OBSERVATION,
        "first_day": datetime.date(2026, 1, 1),
        "last_day": datetime.date(2026, 12, 31),
        "now": datetime.datetime(2027, 1, 1, 9, tzinfo=datetime.UTC),
    }
    assert blocks_of(close(**year)) == {}


class TestRefused:
    def refused(self, close, **options):
        with pytest.raises(Refused) as refusal:
            close(**options)
        assert not Block.objects.exists()
        return str(refusal.value)

    def test_before_its_last_day_is_over(self, district, close):
        visit(district, district.units[0])
        last_evening = datetime.datetime(2026, 9, 30, 21, 59, tzinfo=datetime.UTC)
        assert self.refused(close, now=last_evening)
        assert not Closing.objects.exists()
        close(now=last_evening + datetime.timedelta(minutes=1))

    def test_the_second_time(self, district, close):
        close()
        visit(district, district.units[0])
        assert self.refused(close)
        assert Closing.objects.count() == 1

    @pytest.mark.parametrize(
        "days",
        [
            {"last_day": datetime.date(2026, 8, 31)},
            {"first_day": datetime.date(2026, 1, 1)},
            {"first_day": datetime.date(2026, 1, 1), "last_day": datetime.date(2026, 12, 31)},
        ],
    )
    def test_days_that_are_no_granule_of_the_method(self, close, days):
        assert self.refused(close, now=datetime.datetime(2027, 2, 1, tzinfo=datetime.UTC), **days)

    def test_hr_of_a_part_of_the_office(self, district, close):
        assert self.refused(close, by=appointed(Role.HR, district.units[0]))

    def test_hr_of_one_of_two_offices(self, district, close, hr):
        DepartmentFactory(code="INNY")
        assert self.refused(close, by=hr)

    @pytest.mark.parametrize("role", [Role.HEAD, Role.ADMINISTRATOR, Role.AUDITOR, Role.DPO])
    def test_another_role(self, district, close, role):
        assert self.refused(close, by=appointed(role, district.district))


@pytest.mark.parametrize("model", [Closing, Block, BlockSums, BlockVersion, LeftOut, Supplement, GranuleSetting])
def test_the_database_refuses_to_change_or_delete_what_was_closed(district, close, hr, model):
    visit(district, district.units[0])
    visit(district, district.units[2])
    closing = close()
    Supplement.objects.create(closing=closing, number=1, made_by=hr, made_at=NOW)
    GranuleSetting.objects.create(method=Method.MYSTERY, year=2027, length="year", set_by=hr, set_at=NOW)
    row = model.objects.first()
    kept = model.objects.filter(pk=row.pk)
    for act in (lambda: kept.update(id=row.pk), lambda: kept._raw_delete(kept.db)):
        with pytest.raises(IntegrityError, match="only added"), transaction.atomic():
            act()


def test_a_version_is_in_one_block_for_good(district, close):
    audit = visit(district, district.units[0])
    closing = close()
    with pytest.raises(IntegrityError), transaction.atomic():
        BlockVersion.objects.create(block=closing.blocks.get(), heap=1, audit=audit.pk)


def test_what_was_told_of_in_one_granule_is_passed_over_in_another(district, close, hr):
    """A visit's day may be put right after its quarter was closed only by a new version; the old one stays told."""
    audit = visit(district, district.units[0])
    visit(district, district.units[1])
    close()
    Audit.objects.filter(pk=audit.pk).update(took_place_at=datetime.datetime(2026, 11, 3, 9, tzinfo=datetime.UTC))
    later = close_granule(
        method=Method.MYSTERY,
        first_day=datetime.date(2026, 10, 1),
        last_day=datetime.date(2026, 12, 31),
        by=hr,
        now=datetime.datetime(2027, 1, 2, tzinfo=datetime.UTC),
    )
    assert not later.blocks.exists()


def test_closing_a_whole_office_takes_a_fixed_number_of_queries(district, close, django_assert_max_num_queries):
    for unit in district.units:
        for _ in range(6):
            visit(district, unit)
    with django_assert_max_num_queries(35):
        close()

"""Later changes come into a closing only where they are enough in themselves; all that was said before stays kept."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from audits.choices import DataClass, Role
from audits.models import (
    Audit,
    BlockSums,
    BlockVersion,
    Closing,
    Department,
    Departure,
    RetentionRule,
    Supplement,
    User,
)
from audits.models.periods import quarter
from audits.reports.closings import supplement_closing
from audits.reports.department.report import department_report
from audits.retention.applying import apply_rule
from standards.choices import Method
from standards.refusals import Refused
from tests.audits.factories import DepartmentFactory, appointed, employed
from tests.audits.reports import makers
from tests.audits.reports.closings.conftest import NOW
from tests.audits.reports.department.closed import found

pytestmark = pytest.mark.django_db

LATER = NOW + datetime.timedelta(days=20)
QUARTER = quarter(2026, 3)


@pytest.fixture
def supplement(hr: User) -> Callable[[Closing], Supplement | None]:
    return lambda closing: supplement_closing(closing=closing, by=hr, now=LATER)


def visit(office: makers.Office, unit: Department, **fields: Any) -> Audit:
    return makers.submit(office, unit, method=Method.MYSTERY, **fields)


def observed(office: makers.Office, unit: Department, people: list[Any], **fields: Any) -> list[Audit]:
    return [makers.submit(office, unit, employee=person, **fields) for person in people]


def now(closing: Closing) -> list[int]:
    """How many audits are in its blocks."""
    newest: dict[int, int] = {}
    for sums in BlockSums.objects.filter(block__closing=closing).order_by("block", "number"):
        newest[sums.block_id] = sums.audits
    return list(newest.values())


def test_what_came_late_to_a_unit_with_a_crowd_is_taken_in_as_a_heap_of_its_own(district, close, supplement) -> None:
    visit(district, district.units[0])
    closing = close()
    visit(district, district.units[0], verdict="not_met")
    before = found(department_report(district.district, QUARTER))

    made = supplement(closing)

    assert made is not None
    assert (made.number, now(closing)) == (1, [2])
    assert sorted(BlockVersion.objects.values_list("heap", flat=True)) == [0, 1]
    after = department_report(district.district, QUARTER)
    assert (before.audits, found(after).audits) == (1, 2)
    assert after.methods[0].closings[0].closed_on == datetime.date(2026, 10, 21)
    assert after.as_of == LATER
    # What was said before is still on record.
    assert list(BlockSums.objects.values_list("number", "audits")) == [(0, 1), (1, 2)]


def test_nothing_late_leaves_no_trace(district, close, supplement) -> None:
    visit(district, district.units[0])
    closing = close()
    before = department_report(district.district, QUARTER)
    assert supplement(closing) is None
    assert not Supplement.objects.exists()
    assert department_report(district.district, QUARTER) == before


def year(close: Callable[..., Closing]) -> Closing:
    return close(
        method=Method.OBSERVATION,
        first_day=datetime.date(2026, 1, 1),
        last_day=datetime.date(2026, 12, 31),
        now=datetime.datetime(2027, 1, 1, 9, tzinfo=datetime.UTC),
    )


def test_one_observation_more_is_not_enough_and_five_peoples_are(district, close, supplement) -> None:
    unit = district.units[0]
    people = district.people[unit.pk]
    observed(district, unit, people)
    closing = year(close)
    observed(district, unit, people[:4])
    assert supplement(closing) is None
    assert now(closing) == [6]
    observed(district, unit, people[4:5])
    assert supplement(closing) is not None
    assert now(closing) == [11]


def test_one_corrected_audit_stays_as_it_was(district, close, supplement) -> None:
    unit = district.units[0]
    first, *_rest = observed(district, unit, district.people[unit.pk])
    closing = year(close)
    makers.submit(district, unit, employee=first.employee, verdict="not_met", corrects=first, supersedes=first)
    assert supplement(closing) is None


def test_annulled_audits_that_are_enough_leave_their_block_for_good(district, close, supplement) -> None:
    unit = district.units[0]
    visits = [visit(district, unit, verdict=verdict) for verdict in ("met", "not_met")]
    closing = close()
    Audit.objects.filter(pk=visits[1].pk).update(status="annulled")
    assert supplement(closing) is not None
    assert now(closing) == [1]
    assert [each.version.audit for each in Departure.objects.all()] == [visits[1].pk]
    sums = BlockSums.objects.get(number=1)
    assert sum(row[3] for row in sums.sums["rows"]) == 0
    Audit.objects.filter(pk=visits[1].pk).update(status="submitted")
    assert supplement(closing) is None


def test_a_block_all_of_whose_audits_went_is_in_no_report(district, close, supplement) -> None:
    visit(district, district.units[0])
    closing = close()
    Audit.objects.update(status="annulled")
    assert supplement(closing) is not None
    report = department_report(district.district, QUARTER)
    assert (found(report).audits, found(report).absence) == (0, "")


def test_units_that_were_left_out_get_a_block_once_what_came_is_enough(district, close, supplement) -> None:
    small = district.units[2]
    visit(district, small)
    closing = close()
    assert [left.units for left in closing.left_out.all()] == [[small.pk]]
    visit(district, district.units[0])
    assert supplement(closing) is not None
    assert sorted(closing.blocks.values_list("units", flat=True)) == [[district.units[0].pk]]
    assert [left.units for left in closing.left_out.filter(number=1)] == [[small.pk]]


def test_a_unit_that_the_office_did_not_have_then_is_passed_over(district, close, supplement) -> None:
    visit(district, district.units[0])
    closing = close()
    new = DepartmentFactory(code="UD-PRO-8", name="Nowy", parent=district.district)
    for _ in range(6):
        employed(new)
    visit(district, new)
    assert supplement(closing) is None


@pytest.mark.parametrize("role", [Role.HEAD, Role.ADMINISTRATOR])
def test_nobody_but_hr_of_the_whole_office_supplements(district, close, role) -> None:
    closing = close()
    with pytest.raises(Refused):
        supplement_closing(closing=closing, by=appointed(role, district.district), now=LATER)


class TestOnceTheTimeOfKeepingIsOver:
    """Audits are deleted; what was shown of them stays true, and is not changed any more."""

    @pytest.fixture
    def gone(self, district, close, hr) -> Closing:
        for verdict in ("met", "not_met"):
            visit(district, district.units[0], verdict=verdict)
        visit(district, district.units[2])
        closing: Closing = close()
        RetentionRule.objects.filter(data_class=DataClass.AUDITS).delete()
        rule = RetentionRule.objects.create(
            data_class=DataClass.AUDITS, years=5, needs_consent=False, is_proposal=False
        )
        administrator = appointed(Role.ADMINISTRATOR, district.district)
        in_2032 = datetime.datetime(2032, 2, 1, 9, tzinfo=datetime.UTC)
        self.before = department_report(district.district, QUARTER)
        apply_rule(rule=rule, by=administrator, now=in_2032)
        assert not Audit.objects.exists()
        return closing

    def test_the_report_is_the_same(self, district, gone) -> None:
        assert found(self.before).audits == 2
        assert department_report(district.district, QUARTER) == self.before

    def test_what_was_told_stays_known(self, gone) -> None:
        assert BlockVersion.objects.count() == 2
        version = BlockVersion.objects.first()
        with pytest.raises(IntegrityError), transaction.atomic():
            BlockVersion.objects.create(block=version.block, heap=5, audit=version.audit)

    def test_nothing_is_added_any_more(self, gone, supplement) -> None:
        with pytest.raises(Refused):
            supplement(gone)


def test_a_person_who_left_and_was_given_a_pseudonym_changes_nothing(district, close) -> None:
    from audits.retention.people import pseudonymise_employee

    unit = district.units[0]
    observed(district, unit, district.people[unit.pk])
    year(close)
    before = department_report(district.district, quarter(2026, 3)), BlockSums.objects.values_list("sums", "sheets")[0]
    pseudonymise_employee(district.people[unit.pk][0], now=LATER)
    after = department_report(district.district, quarter(2026, 3)), BlockSums.objects.values_list("sums", "sheets")[0]
    assert after == before


def test_what_is_kept_names_nobody(district, close) -> None:
    unit = district.units[0]
    for person in district.people[unit.pk]:
        makers.submit(district, unit, employee=person, note="Pani Wąsik1aski była miła.")
    year(close)
    kept = str(list(BlockSums.objects.values()))
    for person in district.people[unit.pk]:
        assert person.last_name not in kept
    assert "miła" not in kept
    assert set(BlockSums.objects.get().sums["facts"]) == {
        "audits",
        "auditors",
        "waiting",
        "opened_late",
        "from_memory",
        "nobody_named",
    }

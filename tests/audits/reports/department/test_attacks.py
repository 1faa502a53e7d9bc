"""Three ways in which reports once gave away one person's checklist. Each is tried on what is shown now."""

import datetime

import pytest

from audits.choices import Role
from audits.models import Department
from audits.models.periods import Period, half_year, quarter
from audits.reports.department.contents import DepartmentReport
from audits.reports.department.report import department_report
from standards.choices import Method
from tests.audits.factories import DepartmentFactory, appointed, employed
from tests.audits.reports import makers
from tests.audits.reports.department.closed import close, found, hr_of, row
from tests.audits.reports.makers import Office, submit

pytestmark = pytest.mark.django_db

SPRING = datetime.datetime(2026, 5, 4, 8, tzinfo=datetime.UTC)
LABEL = "14.6"


def visit(office: Office, unit: Department, verdict: str = "met", **fields: object) -> None:
    submit(office, unit, method=Method.MYSTERY, verdict={LABEL: verdict}, **fields)


def counts(report: DepartmentReport) -> tuple[int, int]:
    figure = row(report, LABEL).of(Method.MYSTERY)
    return figure.met, figure.rated


def test_a_half_year_less_a_quarter_is_the_other_quarter_whole() -> None:
    """11 of 16 less 6 of 9 gave 5 of 7 in a quarter that was not shown. What is left now is a block, or nothing."""
    office = makers.office((6, 2))
    large, small = office.units
    for verdict in ["met"] * 5 + ["not_met"] * 2:
        visit(office, large, verdict, took_place_at=SPRING)
    for verdict in ["met"] * 6 + ["not_met"] * 3:
        visit(office, large, verdict)
    # Two people, seen in spring alone.
    visit(office, small, "not_met", took_place_at=SPRING)
    close(office, half_year(2026, 1))
    close(office, half_year(2026, 2))

    spring, summer = (department_report(office.district, quarter(2026, each)) for each in (2, 3))
    assert counts(summer) == (6, 9)
    assert counts(spring) == (5, 7)
    first_half, second_half = (department_report(office.district, half_year(2026, each)) for each in (1, 2))
    assert (counts(first_half), counts(second_half)) == ((5, 7), (6, 9))
    # The small unit's visit is in none of them, and each says so.
    assert [part.unit for part in spring.headline.left_out] == [small.name]
    assert [part.unit for part in first_half.headline.left_out] == [small.name]


def test_a_parent_less_its_shown_children_leaves_no_small_unit() -> None:
    office = makers.office((6, 6, 3))
    *large, small = office.units
    for unit in office.units:
        visit(office, unit)
        visit(office, unit, "not_met")
    close(office, quarter(2026, 3))

    parent = department_report(office.district, quarter(2026, 3))
    children = [department_report(unit, quarter(2026, 3)) for unit in large]
    own = department_report(small, quarter(2026, 3))
    assert counts(parent) == (2, 4) == tuple(sum(each) for each in zip(*map(counts, children), strict=True))
    assert found(own).absence == "few_people"
    assert counts(own) == (0, 0)
    assert {unit.codes for unit in parent.units if unit.few_people} == {(small.code,)}


def test_where_what_is_left_has_a_crowd_the_parent_holds_it_too() -> None:
    office = makers.office((6, 3, 3))
    for unit in office.units:
        visit(office, unit)
    close(office, quarter(2026, 3))

    parent = department_report(office.district, quarter(2026, 3))
    assert found(parent).audits == 3
    assert [unit.codes for unit in parent.units] == [("UD-PRO-1",), ("UD-PRO-2", "UD-PRO-3")]
    for unit in office.units[1:]:
        assert found(department_report(unit, quarter(2026, 3))).absence == "few_people"


class TestAHeadWhoReloadsAfterOneAuditCameIn:
    QUARTER = quarter(2026, 3)

    @pytest.fixture
    def office(self) -> Office:
        office = makers.office((6, 6))
        for unit in office.units:
            visit(office, unit)
        return office

    def report(self, office: Office, period: Period | None = None) -> DepartmentReport:
        return department_report(office.district, period or self.QUARTER)

    def test_sees_nothing_before_the_quarter_is_closed(self, office: Office) -> None:
        before = self.report(office)
        visit(office, office.units[0], "not_met")
        after = self.report(office)
        assert after == before
        assert found(after).absence == "not_closed"

    def test_sees_the_same_once_it_is(self, office: Office) -> None:
        close(office, self.QUARTER)
        before = self.report(office)
        visit(office, office.units[0], "not_met")
        assert self.report(office) == before
        assert self.report(office, half_year(2026, 2)).headline == self.report(office, half_year(2026, 2)).headline
        assert found(self.report(office, half_year(2026, 2))).audits == 2

    def test_nor_does_an_annulment_change_it(self, office: Office) -> None:
        from audits.models import Audit

        close(office, self.QUARTER)
        before = self.report(office)
        Audit.objects.update(status="annulled")
        assert self.report(office) == before

    def test_nor_one_who_is_told_of_a_person_that_left(self, office: Office) -> None:
        close(office, self.QUARTER)
        before = self.report(office)
        employed(office.units[0], last_name="Nowa")
        appointed(Role.HEAD, office.district)
        assert self.report(office) == before


def test_an_office_reorganised_later_shows_what_was_closed_by_the_tree_of_then() -> None:
    from audits.office.reorganisation import move_department

    office = makers.office((6, 6))
    for unit in office.units:
        visit(office, unit)
    by = hr_of(office)
    elsewhere = DepartmentFactory(code="UD-PRO-9", name="Inny", parent=office.district)
    close(office, quarter(2026, 3), by=by)
    before = found(department_report(office.district, quarter(2026, 3)))
    move_department(department=office.units[0], parent=elsewhere, since=datetime.date(2026, 10, 1))
    assert found(department_report(office.district, quarter(2026, 3))) == before
    assert found(department_report(elsewhere, quarter(2026, 3))).audits == 0

"""Units moved and merged: what held before stays, people and reports follow from the day on."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audits import access
from audits.choices import Role
from audits.models import Ancestry, Department, Employee, on_day
from audits.office.reorganisation import (
    NewDepartment,
    add_departments,
    merge_departments,
    move_department,
    move_departments,
)
from tests.audits.factories import (
    DepartmentFactory,
    EmployeeFactory,
    EmploymentFactory,
    appointed,
    employed,
    load_edition_2016,
    opened_audit,
)

pytestmark = pytest.mark.django_db

FIRST = datetime.date(2025, 1, 1)
MOVED = datetime.date(2025, 3, 1)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def office() -> Department:
    return DepartmentFactory(code="UMSTW", since=FIRST)


@pytest.fixture
def district(office) -> Department:
    return DepartmentFactory(code="UD-BEM", parent=office, since=FIRST)


@pytest.fixture
def bureau(office) -> Department:
    return DepartmentFactory(code="B-SO", parent=office, since=FIRST)


@pytest.fixture
def unit(district) -> Department:
    return DepartmentFactory(code="UD-BEM-WOM", parent=district, since=FIRST)


@pytest.fixture
def section(unit) -> Department:
    return DepartmentFactory(code="UD-BEM-WOM-R1", parent=unit, since=FIRST)


def above(department: Department, day: datetime.date) -> list[str]:
    rows = Ancestry.objects.filter(on_day(day), descendant=department).order_by("depth")
    assert [row.depth for row in rows] == list(range(len(rows)))
    return [row.ancestor.code for row in rows.select_related("ancestor")]


def stays(employee: Employee) -> list[tuple[str, datetime.date, datetime.date | None]]:
    return list(employee.employments.order_by("since").values_list("department__code", "since", "until"))


def test_a_unit_moves_with_all_below_it_and_only_from_the_day(district, bureau, unit, section):
    move_department(department=unit, parent=bureau, since=MOVED)
    assert above(section, MOVED - DAY) == ["UD-BEM-WOM-R1", "UD-BEM-WOM", "UD-BEM", "UMSTW"]
    assert above(section, MOVED) == ["UD-BEM-WOM-R1", "UD-BEM-WOM", "B-SO", "UMSTW"]
    assert set(Department.objects.under(district, MOVED - DAY)) == {district, unit, section}
    assert set(Department.objects.under(district, MOVED)) == {district}
    unit.refresh_from_db()
    assert unit.parent == bureau


def test_an_audit_stays_in_its_department_and_the_rights_follow_the_structure_of_today(district, bureau, unit):
    load_edition_2016()
    auditor = appointed(Role.AUDITOR, district)
    audit = opened_audit(auditor, unit, employee=employed(unit))
    move_department(department=unit, parent=bureau, since=timezone.localdate())
    audit.refresh_from_db()
    assert audit.department == unit
    assert not access.drafts_of(auditor).exists()
    assert unit in access.departments_of(appointed(Role.AUDITOR, bureau), Role.AUDITOR)


def test_an_earlier_move_entered_later_leaves_the_later_one(district, bureau, unit, office):
    move_department(department=unit, parent=office, since=MOVED)
    move_department(department=unit, parent=bureau, since=MOVED - 10 * DAY)
    assert above(unit, MOVED - 11 * DAY) == ["UD-BEM-WOM", "UD-BEM", "UMSTW"]
    assert above(unit, MOVED - DAY) == ["UD-BEM-WOM", "B-SO", "UMSTW"]
    assert above(unit, MOVED) == ["UD-BEM-WOM", "UMSTW"]
    unit.refresh_from_db()
    assert unit.parent == office


def test_a_unit_can_come_to_the_top_and_back(district, office):
    move_department(department=district, parent=None, since=MOVED)
    assert above(district, MOVED) == ["UD-BEM"]
    move_department(department=district, parent=office, since=MOVED + 5 * DAY)
    assert above(district, MOVED + 4 * DAY) == ["UD-BEM"]
    assert above(district, MOVED + 5 * DAY) == ["UD-BEM", "UMSTW"]


def test_moving_there_and_back_on_one_day_leaves_no_trace(district, bureau, unit, section):
    before = set(Ancestry.objects.values_list("ancestor", "descendant", "depth", "since", "until"))
    move_department(department=unit, parent=bureau, since=MOVED)
    move_department(department=unit, parent=district, since=MOVED)
    assert set(Ancestry.objects.values_list("ancestor", "descendant", "depth", "since", "until")) == before


@pytest.mark.parametrize(
    ("move", "field"),
    [
        (lambda d: {"department": d["unit"], "parent": d["section"], "since": MOVED}, "parent"),
        (lambda d: {"department": d["unit"], "parent": d["unit"], "since": MOVED}, "parent"),
        (lambda d: {"department": d["unit"], "parent": d["bureau"], "since": FIRST - DAY}, "since"),
        (lambda d: {"department": d["unit"], "parent": d["late"], "since": MOVED}, "since"),
        (lambda d: {"department": d["unit"], "parent": d["closed"], "since": MOVED}, "parent"),
        (lambda d: {"department": d["closed"], "parent": d["bureau"], "since": MOVED}, "department"),
        (lambda d: {"department": d["unit"], "parent": d["bureau"], "since": timezone.localdate() + DAY}, "since"),
    ],
    ids=["below its own", "below itself", "before it was", "before the parent was", "closed parent", "closed", "ahead"],
)
def test_a_move_that_cannot_be_is_refused_and_changes_nothing(move, field, unit, section, bureau, office):
    departments = {
        "unit": unit,
        "section": section,
        "bureau": bureau,
        "late": DepartmentFactory(parent=office, since=MOVED + DAY),
        "closed": DepartmentFactory(parent=office, since=FIRST),
    }
    Department.objects.filter(pk=departments["closed"].pk).update(closed_on=MOVED)
    departments["closed"].refresh_from_db()
    before = set(Ancestry.objects.values_list("ancestor", "descendant", "depth", "since", "until"))
    with pytest.raises(ValidationError) as refused:
        move_department(**move(departments))
    assert set(refused.value.message_dict) == {field}
    assert set(Ancestry.objects.values_list("ancestor", "descendant", "depth", "since", "until")) == before


def test_two_units_change_places_on_one_day(district, unit, office):
    move_departments(parents={unit: office, district: unit}, since=MOVED)
    assert above(district, MOVED) == ["UD-BEM", "UD-BEM-WOM", "UMSTW"]
    assert above(unit, MOVED - DAY) == ["UD-BEM-WOM", "UD-BEM", "UMSTW"]


def test_many_moves_cost_as_many_queries_as_one(office, district, bureau, django_assert_max_num_queries):
    many = [DepartmentFactory(parent=district, since=FIRST) for _ in range(40)]
    with django_assert_max_num_queries(14):
        move_departments(parents=dict.fromkeys(many, bureau), since=MOVED)
    assert Department.objects.filter(parent=bureau).count() == 40


def test_many_new_departments_at_once(office, django_assert_max_num_queries):
    listed = [NewDepartment(f"D{n}", f"Żródło {n}", "UMSTW", FIRST) for n in range(20)]
    listed += [NewDepartment(f"U{n}", f"Łąka {n}", f"D{n % 20}", MOVED) for n in range(40)]
    with django_assert_max_num_queries(12):
        added = add_departments(listed=listed)
    assert above(added["U25"], MOVED) == ["U25", "D5", "UMSTW"]
    assert above(added["U25"], MOVED - DAY) == []
    single = Department(name="Łąka 25")
    single.save()
    assert Department.objects.get(code="U25").sort_key == single.sort_key


def test_a_merger_takes_people_and_units_over_and_closes_the_source(district, bureau, unit, section):
    here, gone, both, coming = (EmployeeFactory() for _ in range(4))
    EmploymentFactory(employee=here, department=unit, since=FIRST, position="referent")
    EmploymentFactory(employee=gone, department=unit, since=FIRST, until=MOVED - DAY)
    EmploymentFactory(employee=both, department=unit, since=FIRST)
    EmploymentFactory(employee=both, department=bureau, since=MOVED + 10 * DAY, until=MOVED + 20 * DAY)
    EmploymentFactory(employee=coming, department=unit, since=MOVED + 3 * DAY, until=MOVED + 30 * DAY)

    merged = merge_departments(source=unit, target=bureau, on=MOVED)

    assert merged.closed_on == MOVED
    assert stays(here) == [("UD-BEM-WOM", FIRST, MOVED), ("B-SO", MOVED, None)]
    assert here.employments.get(department=bureau).position == "referent"
    assert stays(gone) == [("UD-BEM-WOM", FIRST, MOVED - DAY)]
    assert stays(both) == [
        ("UD-BEM-WOM", FIRST, MOVED),
        ("B-SO", MOVED, MOVED + 10 * DAY),
        ("B-SO", MOVED + 10 * DAY, MOVED + 20 * DAY),
        ("B-SO", MOVED + 20 * DAY, None),
    ]
    assert stays(coming) == [("B-SO", MOVED + 3 * DAY, MOVED + 30 * DAY)]
    assert above(section, MOVED - DAY) == ["UD-BEM-WOM-R1", "UD-BEM-WOM", "UD-BEM", "UMSTW"]
    assert above(section, MOVED) == ["UD-BEM-WOM-R1", "B-SO", "UMSTW"]
    section.refresh_from_db()
    assert section.parent == bureau
    # The source keeps its place: whoever answered for it answers for its records.
    assert above(unit, MOVED) == ["UD-BEM-WOM", "UD-BEM", "UMSTW"]


def test_a_merger_leaves_audits_and_gives_nobody_rights(district, bureau, unit):
    load_edition_2016()
    auditor = appointed(Role.AUDITOR, unit)
    audit = opened_audit(auditor, unit, employee=employed(unit))
    merge_departments(source=unit, target=bureau, on=timezone.localdate())
    audit.refresh_from_db()
    assert audit.department == unit
    assert set(access.departments_of(auditor, Role.AUDITOR)) == {unit}


def test_a_closed_unit_below_the_source_stays_with_it(bureau, unit, section):
    Department.objects.filter(pk=section.pk).update(closed_on=MOVED - DAY)
    merge_departments(source=unit, target=bureau, on=MOVED)
    assert above(section, MOVED)[1] == "UD-BEM-WOM"


@pytest.mark.parametrize("case", ["itself", "below", "before", "ahead", "closed"])
def test_a_merger_that_cannot_be_is_refused(case, bureau, unit, section):
    target, on, field = {
        "itself": (unit, MOVED, "target"),
        "below": (section, MOVED, "target"),
        "before": (bureau, FIRST, "on"),
        "ahead": (bureau, timezone.localdate() + DAY, "on"),
        "closed": (bureau, MOVED, "target"),
    }[case]
    if case == "closed":
        Department.objects.filter(pk=bureau.pk).update(closed_on=MOVED)
    person = employed(unit)
    with pytest.raises(ValidationError) as refused:
        merge_departments(source=unit, target=target, on=on)
    assert set(refused.value.message_dict) == {field}
    assert person.employments.get().until is None
    assert Department.objects.get(pk=unit.pk).closed_on is None


units = st.integers(0, 4)
changes = st.tuples(st.sampled_from(["move", "merge"]), units, st.none() | units, st.integers(0, 9))


@given(steps=st.lists(changes, max_size=6))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_changes_the_stored_places_are_those_of_each_day(steps):
    with transaction.atomic():
        compare_with_day_by_day(steps)
        transaction.set_rollback(True)


HORIZON = 10


class DayByDay:
    """Each unit's parent, and where one person works, on each day."""

    def __init__(self) -> None:
        self.parents: list[list[int | None]] = [[(n - 1) // 2 if n else None] * HORIZON for n in range(5)]
        self.works_in: list[int] = [4] * HORIZON
        self.closed: dict[int, int] = {}

    def move(self, unit: int, parent: int | None, number: int) -> None:
        before = self.parents[unit][number]
        for later in range(number, HORIZON):
            if self.parents[unit][later] != before:
                break
            self.parents[unit][later] = parent

    def merge(self, source: int, target: int, number: int) -> None:
        self.closed[source] = number
        for unit, days in enumerate(self.parents):
            if self.closed.get(unit, HORIZON) > number:
                days[number:] = [target if parent == source else parent for parent in days[number:]]
        self.works_in[number:] = [target if unit == source else unit for unit in self.works_in[number:]]

    def above(self, unit: int, number: int) -> list[int]:
        chain = [unit]
        while (parent := self.parents[chain[-1]][number]) is not None:
            assert parent not in chain
            chain.append(parent)
        return chain


def compare_with_day_by_day(steps: list[tuple[str, int, int | None, int]]) -> None:
    departments: list[Department] = []
    for number in range(5):
        parent = departments[(number - 1) // 2] if number else None
        departments.append(DepartmentFactory(code=f"H{number}", parent=parent, since=FIRST))
    person = EmploymentFactory(department=departments[4], since=FIRST).employee
    expected = DayByDay()
    for kind, one, other, number in steps:
        day = FIRST + number * DAY
        target = departments[other] if other is not None else None
        try:
            if kind == "move":
                move_department(department=departments[one], parent=target, since=day)
                expected.move(one, other, number)
            elif target is not None and other is not None:
                merge_departments(source=departments[one], target=target, on=day)
                expected.merge(one, other, number)
        except ValidationError:
            continue
    index = {department.pk: number for number, department in enumerate(departments)}
    for number in range(HORIZON):
        day = FIRST + number * DAY
        for unit, department in enumerate(departments):
            rows = Ancestry.objects.filter(on_day(day), descendant=department).order_by("depth")
            assert [(row.depth, index[row.ancestor_id]) for row in rows] == list(
                enumerate(expected.above(unit, number))
            )
        held = person.employments.filter(on_day(day))
        assert [index[employment.department_id] for employment in held] == [expected.works_in[number]]

"""The office's tree: each department's places in it, day by day."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from audits.models import Ancestry, Department, Employee, Employment
from audits.office.departments import add_department, close_department, rename_department, reopen_department

pytestmark = pytest.mark.django_db

FIRST = datetime.date(2024, 1, 1)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def office() -> Department:
    return add_department(code="UMSTW", name="Urząd m.st. Warszawy", parent=None, since=FIRST)


@pytest.fixture
def district(office: Department) -> Department:
    return add_department(code="UD-BEM", name="Urząd Dzielnicy Bemowo m.st. Warszawy", parent=office, since=FIRST)


@pytest.fixture
def unit(district: Department) -> Department:
    return add_department(code="UD-BEM-WOM", name="Wydział Obsługi Mieszkańców", parent=district, since=FIRST + DAY)


def places(department: Department) -> list[tuple[str, int, datetime.date, datetime.date | None]]:
    rows = Ancestry.objects.filter(descendant=department).order_by("depth", "since")
    return [(row.ancestor.code, row.depth, row.since, row.until) for row in rows.select_related("ancestor")]


def test_a_department_is_below_itself_and_all_above_it(unit: Department) -> None:
    since = FIRST + DAY
    assert places(unit) == [("UD-BEM-WOM", 0, since, None), ("UD-BEM", 1, since, None), ("UMSTW", 2, since, None)]


def test_the_tree_is_that_of_the_day(office: Department, district: Department, unit: Department) -> None:
    assert list(Department.objects.under(office, FIRST).values_list("code", flat=True).order_by("code")) == [
        "UD-BEM",
        "UMSTW",
    ]
    assert set(Department.objects.under(district, FIRST + DAY)) == {district, unit}
    assert not Department.objects.under(unit, FIRST).exists()


def test_a_department_backdated_below_one_that_moved_follows_it(office: Department, district: Department) -> None:
    other = add_department(code="B-SC", name="Biuro Spraw Obywatelskich", parent=office, since=FIRST)
    moved = FIRST + 10 * DAY
    # As a move from a day leaves it: the place under the office directly ends, one under the bureau begins.
    Ancestry.objects.filter(ancestor=office, descendant=district).update(until=moved)
    Ancestry.objects.create(ancestor=other, descendant=district, depth=1, since=moved)
    Ancestry.objects.create(ancestor=office, descendant=district, depth=2, since=moved)

    unit = add_department(code="UD-BEM-WOM", name="Wydział", parent=district, since=FIRST + DAY)

    assert places(unit) == [
        ("UD-BEM-WOM", 0, FIRST + DAY, None),
        ("UD-BEM", 1, FIRST + DAY, None),
        ("UMSTW", 2, FIRST + DAY, moved),
        ("B-SC", 2, moved, None),
        ("UMSTW", 3, moved, None),
    ]


def test_nothing_stands_below_a_department_that_does_not_exist_yet(district: Department) -> None:
    with pytest.raises(ValidationError) as refused:
        add_department(code="UD-BEM-X", name="Referat", parent=district, since=FIRST - DAY)
    assert set(refused.value.message_dict) == {"since"}
    assert not Department.objects.filter(code="UD-BEM-X").exists()


def test_nothing_new_below_a_closed_department(district: Department) -> None:
    close_department(department=district, on=FIRST + 5 * DAY)
    with pytest.raises(ValidationError) as refused:
        add_department(code="UD-BEM-X", name="Referat", parent=district, since=FIRST + DAY)
    assert set(refused.value.message_dict) == {"parent"}


def test_a_new_name_sorts_as_poles_sort(district: Department) -> None:
    rename_department(department=district, code="UD-ZOL", name="Żoliborz", since=FIRST)
    add_department(code="UD-WOL", name="Wola", parent=district, since=FIRST)
    assert list(Department.objects.filter(code__startswith="UD").values_list("code", flat=True)) == ["UD-WOL", "UD-ZOL"]
    assert Department.objects.get(pk=district.pk).name == "Żoliborz"


def test_closing_keeps_the_place_in_the_structure(office: Department, unit: Department) -> None:
    on = FIRST + 5 * DAY
    close_department(department=unit, on=on)
    unit.refresh_from_db()
    assert unit.closed_on == on
    assert unit in Department.objects.under(office, on + DAY)
    assert unit in Department.objects.open_on(on - DAY)
    assert unit not in Department.objects.open_on(on)


def test_closing_waits_for_what_is_below(district: Department, unit: Department) -> None:
    # The unit begins only on the day after the closing: it would stand below nothing.
    with pytest.raises(ValidationError, match="UD-BEM-WOM"):
        close_department(department=district, on=FIRST + DAY)
    close_department(department=unit, on=FIRST + 3 * DAY)
    close_department(department=district, on=FIRST + 3 * DAY)
    assert Department.objects.get(pk=district.pk).closed_on == FIRST + 3 * DAY


def test_closing_waits_for_the_people(unit: Department) -> None:
    person = Employee.objects.create(number="1", first_name="Łucja", last_name="Żak")
    employment = Employment.objects.create(employee=person, department=unit, since=FIRST)
    on = FIRST + 10 * DAY
    with pytest.raises(ValidationError):
        close_department(department=unit, on=on)
    employment.until = on
    employment.save()
    assert close_department(department=unit, on=on).closed_on == on


def test_a_department_is_not_closed_before_it_exists(unit: Department) -> None:
    with pytest.raises(ValidationError):
        close_department(department=unit, on=FIRST + DAY)


def test_a_closing_can_be_undone_from_the_top(district: Department, unit: Department) -> None:
    close_department(department=unit, on=FIRST + 5 * DAY)
    close_department(department=district, on=FIRST + 5 * DAY)
    with pytest.raises(ValidationError):
        reopen_department(department=unit)
    reopen_department(department=district)
    assert reopen_department(department=unit).closed_on is None

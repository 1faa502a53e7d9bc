"""What a department is called from a day on, whichever way its name changes."""

import datetime
import itertools
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from audits.choices import Role
from audits.models import Department, DepartmentName, read_names
from audits.office.departments import add_department, rename_department
from audits.office.imports.applying import apply_import
from audits.office.imports.files import read_table
from audits.office.imports.planning import plan_import
from audits.office.naming import names_with
from audits.office.reorganisation import NewDepartment, add_departments, merge_departments, rename_departments
from tests.audits.factories import DepartmentFactory, appointed

pytestmark = pytest.mark.django_db

FIRST = datetime.date(2024, 1, 1)
DAY = datetime.timedelta(days=1)
NOW = datetime.datetime(2026, 11, 20, 9, tzinfo=datetime.UTC)
TODAY = NOW.date()


@pytest.fixture(autouse=True)
def autumn() -> Any:
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def administrator() -> Client:
    client = Client()
    client.force_login(appointed(Role.ADMINISTRATOR, DepartmentFactory()))
    return client


@pytest.fixture
def unit() -> Department:
    return add_department(code="WOM", name="Wydział Obsługi", parent=None, since=FIRST)


def names(unit: Department) -> list[tuple[datetime.date, str, str]]:
    return list(DepartmentName.objects.filter(department=unit).order_by("since").values_list("since", "code", "name"))


def called(unit: Department, day: datetime.date) -> str:
    return str(read_names().of(unit.pk, day))


def by_action(unit: Department, name: str) -> None:
    rename_department(department=unit, code=unit.code, name=name, since=TODAY)


def by_re_organisation(unit: Department, name: str) -> None:
    rename_departments(names={unit: name}, since=TODAY)


def by_import(unit: Department, name: str) -> None:
    read = read_table(f"Kod komórki;Nazwa komórki\n{unit.code};{name}\n".encode())
    apply_import(read, on=TODAY, fingerprint=plan_import(read, on=TODAY).fingerprint)


def by_administration(unit: Department, name: str) -> None:
    address = reverse("admin:audits_department_change", args=[unit.pk])
    sent = {"code": unit.code, "name": name, "since": "", "closed_on": ""}
    client = Client()
    client.force_login(appointed(Role.ADMINISTRATOR, DepartmentFactory()))
    assert client.post(address, sent).status_code == 302


DOORS = (by_action, by_re_organisation, by_import, by_administration)


@pytest.mark.parametrize("rename", DOORS, ids=lambda door: door.__name__)
def test_a_new_name_holds_from_its_day_whichever_way_it_came(unit, rename: Callable[[Department, str], None]):
    rename(unit, "Wydział Spraw Mieszkańców")
    assert names(unit) == [(FIRST, "WOM", "Wydział Obsługi"), (TODAY, "WOM", "Wydział Spraw Mieszkańców")]
    assert called(unit, TODAY - DAY) == "WOM Wydział Obsługi"
    assert called(unit, TODAY) == "WOM Wydział Spraw Mieszkańców"
    unit.refresh_from_db()
    assert (unit.name, unit.sort_key) == (
        "Wydział Spraw Mieszkańców",
        Department(name=unit.name).sort_key or unit.sort_key,
    )


def test_each_of_two_renames_keeps_its_days(unit):
    rename_department(department=unit, code="WSM", name="Wydział Spraw Mieszkańców", since=FIRST + 10 * DAY)
    rename_department(department=unit, code="WSM", name="Centrum Mieszkańca", since=FIRST + 20 * DAY)
    assert [called(unit, FIRST + n * DAY) for n in (-5, 9, 10, 19, 20)] == [
        "WOM Wydział Obsługi",
        "WOM Wydział Obsługi",
        "WSM Wydział Spraw Mieszkańców",
        "WSM Wydział Spraw Mieszkańców",
        "WSM Centrum Mieszkańca",
    ]


def test_a_name_learnt_late_holds_until_the_next_one(unit):
    rename_department(department=unit, code="WOM", name="Centrum", since=FIRST + 20 * DAY)
    rename_department(department=unit, code="WOM", name="Wydział Pośredni", since=FIRST + 10 * DAY)
    assert [called(unit, FIRST + n * DAY) for n in (9, 10, 20)] == [
        "WOM Wydział Obsługi",
        "WOM Wydział Pośredni",
        "WOM Centrum",
    ]
    unit.refresh_from_db()
    assert unit.name == "Centrum"


def test_a_slip_is_put_right_on_the_first_day_of_the_name(unit):
    rename_department(department=unit, code="WOM", name="Wydział Obsługi Mieszkańców", since=FIRST)
    assert names(unit) == [(FIRST, "WOM", "Wydział Obsługi Mieszkańców")]
    unit.refresh_from_db()
    assert unit.name == "Wydział Obsługi Mieszkańców"


def test_a_name_taken_back_leaves_nothing(unit):
    rename_department(department=unit, code="WOM", name="Centrum", since=TODAY)
    rename_department(department=unit, code="WOM", name="Wydział Obsługi", since=TODAY)
    assert names(unit) == [(FIRST, "WOM", "Wydział Obsługi")]


@pytest.mark.parametrize("day", [FIRST - DAY, TODAY + DAY], ids=["before there was one", "ahead"])
def test_no_name_begins_before_the_department_or_ahead(unit, day):
    with pytest.raises(ValidationError) as refused:
        rename_department(department=unit, code="WOM", name="Centrum", since=day)
    assert set(refused.value.message_dict) == {"since"}
    assert names(unit) == [(FIRST, "WOM", "Wydział Obsługi")]


def test_one_that_is_yet_to_begin_is_named_anew_from_its_first_day(administrator):
    coming = add_department(code="NOW", name="Nowy", parent=None, since=TODAY + 30 * DAY)
    address = reverse("admin:audits_department_change", args=[coming.pk])
    sent = {"code": "NOW", "name": "Całkiem nowy", "since": "", "closed_on": ""}
    assert administrator.post(address, sent).status_code == 302
    assert names(coming) == [(TODAY + 30 * DAY, "NOW", "Całkiem nowy")]


def test_departments_added_together_have_their_first_names():
    added = add_departments(
        listed=[NewDepartment("A", "Pierwsza", None, FIRST), NewDepartment("B", "Druga", "A", TODAY)]
    )
    assert {code: names(each) for code, each in added.items()} == {
        "A": [(FIRST, "A", "Pierwsza")],
        "B": [(TODAY, "B", "Druga")],
    }


def test_an_import_of_a_past_day_is_compared_with_the_name_of_that_day(unit):
    rename_department(department=unit, code="WOM", name="Centrum", since=TODAY)
    read = read_table("Kod komórki;Nazwa komórki\nWOM;Wydział Obsługi\n".encode())
    assert not plan_import(read, on=TODAY - DAY).changes_anything
    assert [(one.before, one.after) for one in plan_import(read, on=TODAY).renamed] == [("Centrum", "Wydział Obsługi")]


def test_a_merger_leaves_the_names(unit):
    other = add_department(code="WXX", name="Wydział Przejęty", parent=unit, since=FIRST)
    target = add_department(code="WYY", name="Wydział Przejmujący", parent=unit, since=FIRST)
    merge_departments(source=other, target=target, on=TODAY)
    assert called(other, TODAY + DAY) == "WXX Wydział Przejęty"
    assert called(target, TODAY + DAY) == "WYY Wydział Przejmujący"


class TestAdministration:
    def test_the_day_is_asked_for_and_all_names_are_told(self, unit, administrator):
        address = reverse("admin:audits_department_change", args=[unit.pk])
        sent = {"code": "WSM", "name": "Centrum", "since": "2026-09-01", "closed_on": ""}
        assert administrator.post(address, sent).status_code == 302
        assert called(unit, datetime.date(2026, 8, 31)) == "WOM Wydział Obsługi"
        assert called(unit, datetime.date(2026, 9, 1)) == "WSM Centrum"
        page = administrator.get(address).text
        assert "od 1 września 2026: WSM Centrum" in page
        assert "31 sierpnia 2026: WOM Wydział Obsługi" in page

    def test_a_day_that_cannot_be_is_refused_at_its_field(self, unit, administrator):
        address = reverse("admin:audits_department_change", args=[unit.pk])
        sent = {"code": "WOM", "name": "Centrum", "since": "2026-12-31", "closed_on": ""}
        page = administrator.post(address, sent)
        assert page.status_code == 200
        assert "since" in page.context["adminform"].form.errors
        assert names(unit) == [(FIRST, "WOM", "Wydział Obsługi")]


@given(renames=st.lists(st.tuples(st.integers(0, 12), st.sampled_from("abc")), max_size=12))
def test_each_name_holds_until_the_next_change(renames: list[tuple[int, str]]):
    """Against a calendar that is filled in day by day."""
    first = datetime.date(2020, 1, 1)
    kept = [(first, "K", "a")]
    calendar = ["a"] * 15
    for day, name in renames:
        kept = names_with(kept, (first + day * DAY, "K", name))
        until = next((n for n in range(day + 1, 15) if calendar[n] != calendar[n - 1]), 15)
        calendar[day:until] = [name] * (until - day)
    told = [[name for since, _code, name in kept if since <= first + n * DAY][-1] for n in range(15)]
    assert told == calendar
    assert all(one[1:] != other[1:] for one, other in itertools.pairwise(kept))

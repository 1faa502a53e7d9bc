"""Who serves no clients is said in the file of people; a change holds from the day of the import."""

import datetime
from typing import Any

import pytest

from audits.models import Employment
from audits.office.imports.applying import apply_import
from audits.office.imports.files import read_table
from audits.office.imports.planning import plan_import
from audits.office.imports.tables import tables
from audits.office.reorganisation import merge_departments
from tests.audits.factories import DepartmentFactory, EmploymentFactory

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 3, 2)
HEADINGS = "Numer osobowy;Nazwisko;Imię;Kod komórki;Zatrudniony od;Obsługuje klientów"


@pytest.fixture(autouse=True)
def unit() -> Any:
    office = DepartmentFactory(code="URZAD")
    return DepartmentFactory(code="URZAD-1", parent=office)


def imported(*answers: str, on: datetime.date = DAY) -> Any:
    lines = [f"{number};Łącka;Bożena;URZAD-1;2020-01-01;{answer}" for number, answer in enumerate(answers, start=1)]
    table = read_table("\n".join([HEADINGS, *lines]).encode())
    return apply_import(table, on=on, fingerprint=plan_import(table, on=on).fingerprint)


def posts(number: str = "1") -> list[tuple[str, str | None, bool]]:
    found = Employment.objects.filter(employee__number=number).order_by("since")
    return [
        (each.since.isoformat(), each.until.isoformat() if each.until else None, each.serves_clients) for each in found
    ]


@pytest.mark.parametrize(
    ("answer", "serves"),
    [("tak", True), ("NIE", False), ("", True), ("0", False), ("Prawda", True), ("FAŁSZ", False), ("n", False)],
)
def test_somebody_new_does_unless_the_file_says_no(answer: str, serves: bool) -> None:
    imported(answer)
    assert posts() == [("2020-01-01", None, serves)]


def test_a_change_ends_the_employment_and_begins_another_on_that_day() -> None:
    imported("tak")
    plan = imported("nie", on=DAY + datetime.timedelta(days=10))
    assert posts() == [("2020-01-01", "2026-03-12", True), ("2026-03-12", None, False)]
    changed = next(section for section in tables(plan) if section.key == "changed-people")
    assert any("nie" in cell for row in changed.rows for cell in row)


def test_the_same_again_and_an_empty_cell_change_nothing() -> None:
    imported("tak")
    imported("nie", on=DAY + datetime.timedelta(days=10))
    before = posts()
    for answer in ("nie", ""):
        assert not imported(answer, on=DAY + datetime.timedelta(days=20)).people
    assert posts() == before


def test_put_right_on_the_same_day_no_day_is_lost() -> None:
    imported("tak")
    day = DAY + datetime.timedelta(days=10)
    imported("nie", on=day)
    imported("tak", on=day)
    assert posts() == [("2020-01-01", "2026-03-12", True), ("2026-03-12", None, True)]


def test_an_answer_that_is_none_refuses_the_row() -> None:
    plan = imported("czasem", "tak")
    assert [(refusal.row, "czasem" in refusal.reason) for refusal in plan.refused] == [(2, True)]
    assert (posts("1"), len(posts("2"))) == ([], 1)


def test_a_file_without_the_column_leaves_it_as_it_is() -> None:
    imported("nie")
    table = read_table("Numer osobowy;Nazwisko;Imię;Kod komórki\n1;Łącka;Bożena;URZAD-1".encode())
    on = DAY + datetime.timedelta(days=5)
    assert not plan_import(table, on=on).people


def test_whoever_is_taken_over_with_their_unit_stays_as_they_were(unit: Any) -> None:
    employment = EmploymentFactory(department=unit, serves_clients=False)
    target = DepartmentFactory(code="URZAD-2", parent=unit.parent)
    merge_departments(source=unit, target=target, on=DAY)
    assert employment.employee.employments.get(department=target).serves_clients is False

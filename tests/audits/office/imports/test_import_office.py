"""A whole file imported: departments, people, what is refused, and again."""

import datetime
from collections.abc import Callable

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audits.choices import Role
from audits.models import Ancestry, Department, Employee, Employment, on_day
from audits.office.departments import add_department, close_department
from audits.office.imports.applying import Changed, apply_import
from audits.office.imports.columns import HEADINGS, Column
from audits.office.imports.files import Unusable, read_table
from audits.office.imports.planning import Plan, check_day, plan_import
from tests.audits.factories import AppointmentFactory, DepartmentFactory, EmployeeFactory, EmploymentFactory

pytestmark = pytest.mark.django_db

ON = datetime.date(2026, 3, 1)
DAY = datetime.timedelta(days=1)
LONG_AGO = datetime.date(2010, 1, 1)


def table(*rows: str, columns: tuple[Column, ...] = tuple(HEADINGS)) -> bytes:
    return "\n".join([";".join(HEADINGS[column] for column in columns), *rows]).encode()


OFFICE = (
    ";;;UMSTW;Urząd m.st. Warszawy;;;;",
    "1;Łącka;Józefa;UD-BEM;Urząd Dzielnicy Bemowo;UMSTW;zastępca;01.03.2019;",
    "2;Żak;Jan;UD-BEM-WOM;Wydział Obsługi Mieszkańców;UD-BEM;inspektor;15.06.2015;",
    "3;Ćwik;Ewa;UD-BEM-WOM;;;referent;;",
)


def planned(content: bytes, on: datetime.date = ON) -> Plan:
    return plan_import(read_table(content), on=on)


def imported(content: bytes, on: datetime.date = ON) -> Plan:
    read = read_table(content)
    return apply_import(read, on=on, fingerprint=plan_import(read, on=on).fingerprint)


def reasons(plan: Plan) -> dict[int, str]:
    assert all(refusal.reason for refusal in plan.refused)
    return {refusal.row: refusal.reason for refusal in plan.refused}


def above(code: str, day: datetime.date) -> list[str]:
    rows = Ancestry.objects.filter(on_day(day), descendant__code=code).order_by("depth")
    return [row.ancestor.code for row in rows.select_related("ancestor")]


def posts(number: str) -> list[tuple[str, str, datetime.date, datetime.date | None]]:
    held = Employment.objects.filter(employee__number=number).order_by("since")
    return list(held.values_list("department__code", "position", "since", "until"))


def test_a_first_import_makes_the_office():
    plan = imported(table(*OFFICE))
    assert (len(plan.new_departments), len(plan.new_people), plan.refused) == (3, 3, ())
    # The departments are there since somebody works in them.
    first = datetime.date(2015, 6, 15)
    assert above("UD-BEM-WOM", first) == ["UD-BEM-WOM", "UD-BEM", "UMSTW"]
    assert above("UMSTW", first - DAY) == []
    assert posts("2") == [("UD-BEM-WOM", "inspektor", first, None)]
    assert posts("3") == [("UD-BEM-WOM", "referent", ON, None)]
    assert Department.objects.get(code="UD-BEM-WOM").parent == Department.objects.get(code="UD-BEM")
    assert list(Employee.objects.named_like("zak jan")) == [Employee.objects.get(number="2")]
    single = Employee(number="x", last_name="Łącka", first_name="Józefa")
    single.set_keys()
    assert Employee.objects.get(number="1").sort_key == single.sort_key


@pytest.mark.parametrize("later", [0, 1, 400])
def test_the_same_file_again_changes_nothing(later):
    imported(table(*OFFICE))
    plan = planned(table(*OFFICE), ON + later * DAY)
    assert not plan.changes_anything
    assert (plan.unchanged_people, plan.unchanged_departments) == (3, 3)


def test_a_plan_writes_nothing():
    plan = planned(table(*OFFICE))
    assert plan.changes_anything
    assert not Department.objects.exists()
    assert not Employee.objects.exists()


def test_who_is_missing_is_ended_and_nobody_deleted():
    imported(table(*OFFICE))
    later = ON + 30 * DAY
    plan = imported(table(*OFFICE[:3]), later)
    assert [person.number for person in plan.ended_people] == ["3"]
    assert posts("3") == [("UD-BEM-WOM", "referent", ON, later)]
    assert Employee.objects.filter(number="3", is_active=True).exists()
    assert not planned(table(*OFFICE[:3]), later).changes_anything


def test_changes_of_name_job_and_unit():
    imported(table(*OFFICE))
    later = ON + 30 * DAY
    plan = imported(
        table(
            OFFICE[0],
            OFFICE[1].replace("Łącka", "Łącka-Nowak").replace("zastępca", "naczelnik"),
            OFFICE[2].replace("Mieszkańców", "Mieszkanek i Mieszkańców"),
            "3;Ćwik;Ewa;UD-BEM;;;;;",
        ),
        later,
    )
    assert [person.number for person in plan.changed_people] == ["1", "3"]
    assert Employee.objects.get(number="1").last_name == "Łącka-Nowak"
    assert Employee.objects.named_like("nowak").exists()
    assert posts("1") == [("UD-BEM", "naczelnik", datetime.date(2019, 3, 1), None)]
    assert posts("3") == [("UD-BEM-WOM", "referent", ON, later), ("UD-BEM", "", later, None)]
    assert Department.objects.get(code="UD-BEM-WOM").name == "Wydział Obsługi Mieszkanek i Mieszkańców"


def test_another_parent_is_a_move_from_the_day():
    imported(table(*OFFICE))
    later = ON + 30 * DAY
    moved = (OFFICE[0], OFFICE[1], OFFICE[2].replace(";UD-BEM;", ";B-SO;"), OFFICE[3], ";;;B-SO;Biuro;UMSTW;;;")
    plan = imported(table(*moved), later)
    assert [(one.code, one.before, one.after) for one in plan.moved] == [("UD-BEM-WOM", "UD-BEM", "B-SO")]
    assert above("UD-BEM-WOM", later - DAY) == ["UD-BEM-WOM", "UD-BEM", "UMSTW"]
    assert above("UD-BEM-WOM", later) == ["UD-BEM-WOM", "B-SO", "UMSTW"]
    assert not planned(table(*moved), later).changes_anything


def test_two_units_change_places():
    top, one, other = ";;;T;Urząd;;;;", ";;;A;Wydział A;{};;;", ";;;B;Wydział B;{};;;"
    imported(table(top, one.format("T"), other.format("A")))
    imported(table(top, one.format("B"), other.format("T")), ON + DAY)
    assert above("A", ON + DAY) == ["A", "B", "T"]


def test_departments_alone_change_no_people():
    imported(table(*OFFICE))
    columns = (Column.DEPARTMENT, Column.DEPARTMENT_NAME, Column.PARENT)
    plan = imported(table("UMSTW;Urząd;", "B-SO;Biuro;UMSTW", columns=columns), ON + DAY)
    assert (len(plan.new_departments), len(plan.renamed), plan.people) == (1, 1, ())


def test_people_alone_need_departments_that_are_known():
    imported(table(*OFFICE))
    columns = (Column.NUMBER, Column.LAST_NAME, Column.FIRST_NAME, Column.DEPARTMENT)
    content = table("1;Łącka;Józefa;UD-BEM", "2;Żak;Jan;UD-BEM-WOM", "3;Ćwik;Ewa;NIE-MA", columns=columns)
    plan = planned(content, ON + DAY)
    assert set(reasons(plan)) == {4}
    # A refused person is in the file all the same.
    assert not plan.changes_anything


@pytest.mark.parametrize(
    ("rows", "refused"),
    [
        ((";;;A;Wydział;NIE-MA;;;",), {6}),
        ((";;;A;;UMSTW;;;",), {6}),
        ((";;;A;Wydział;A;;;",), {6}),
        ((";;;A;Wydział A;B;;;", ";;;B;Wydział B;C;;;", ";;;C;Wydział C;A;;;"), {6, 7, 8}),
        ((";;;A;Wydział A;B;;;", ";;;B;Wydział B;NIE-MA;;;", "9;No;Jan;A;;;;;"), {6, 7, 8}),
        ((";;;A;Wydział A;UMSTW;;;", ";;;A;Wydział Inny;;;;"), {7}),
        ((";;;A;Wydział A;UMSTW;;;", ";;;A;;UD-BEM;;;"), {7}),
        ((";;;UMSTW;;UD-BEM-WOM;;;",), {6}),
        (("9;No;Jan;UD-BEM;;;;;", "9;Tak;Ewa;UD-BEM-WOM;;;;;"), {6, 7}),
        (("9;No;Jan;UD-BEM;;;;;", "9;No;Jan;UD-BEM;;;;;"), {6, 7}),
        (("9;No;Jan;UD-BEM;;;;2.2.2020;1.2.2020",), {6}),
        (("9;No;Jan;UD-BEM;;;;2.2.2020;1.2.2020", "9;No;Jan;UD-BEM;;;;;"), {6, 7}),
        (("9;No;Jan;STARY;;;;;",), {6}),
        ((";;;STARY;Nowa nazwa;;;;",), {6}),
        ((";;;A;Wydział;STARY;;;",), {6}),
    ],
    ids=[
        "unknown parent",
        "no name",
        "below itself",
        "cycle",
        "below a refused one",
        "two names",
        "two parents",
        "the top below its own",
        "one number, two people",
        "twice",
        "dates reversed",
        "another row refused",
        "closed department",
        "closed renamed",
        "closed parent",
    ],
)
def test_what_cannot_be_is_refused_and_the_rest_done(rows, refused):
    imported(table(*OFFICE))
    top = Department.objects.get(code="UMSTW")
    closed = add_department(code="STARY", name="Stary", parent=top, since=LONG_AGO.replace(year=2016))
    close_department(department=closed, on=datetime.date(2020, 1, 1))
    content = table(*OFFICE, *rows, "8;Zięba;Anna;UD-BEM;;;;;")
    plan = imported(content, ON + DAY)
    # Line 1 holds the headings.
    assert set(reasons(plan)) == refused
    assert [person.number for person in plan.people] == ["8"]
    assert posts("9") == []
    assert not planned(content, ON + DAY).changes_anything


def test_a_refused_row_without_a_number_keeps_everybody():
    imported(table(*OFFICE))
    plan = planned(table(*OFFICE[:3], ";Ćwik;Ewa;UD-BEM-WOM;;;;;"), ON + DAY)
    assert plan.nobody_ends
    assert not plan.changes_anything


def test_a_file_whose_people_are_all_refused_ends_nobody():
    imported(table(*OFFICE))
    plan = planned(table("7;X;Y;NIE-MA;;;;;"), ON + DAY)
    assert plan.nobody_ends
    assert not plan.ended_people


def test_a_file_of_one_bureau_is_asked_about():
    top = DepartmentFactory(code="T", since=LONG_AGO)
    for number in range(20):
        EmploymentFactory(employee=EmployeeFactory(number=f"N{number}"), department=top, since=LONG_AGO)
    plan = planned(table("N1;Łącka;Bożena;T;;;;;"))
    assert (len(plan.ended_people), plan.employed, plan.ends_many) == (19, 20, True)


def test_whoever_leaves_with_an_appointment_is_named():
    top = DepartmentFactory(code="T", since=LONG_AGO)
    appointment = AppointmentFactory(role=Role.HR, department=top)
    EmploymentFactory(employee=EmployeeFactory(number="7", user=appointment.user), department=top, since=LONG_AGO)
    EmploymentFactory(employee=EmployeeFactory(number="8"), department=top, since=LONG_AGO)
    assert planned(table("9;No;Jan;T;;;;;")).leaving_with_rights == ("7",)


def test_another_state_than_shown_is_not_written():
    read = read_table(table(*OFFICE))
    shown = plan_import(read, on=ON)
    DepartmentFactory(code="UMSTW", name="Urząd", since=LONG_AGO)
    with pytest.raises(Changed) as changed:
        apply_import(read, on=ON, fingerprint=shown.fingerprint)
    assert len(changed.value.current.new_departments) == 2
    assert not Employee.objects.exists()


def test_a_fault_half_way_leaves_nothing(monkeypatch):
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("audits.office.imports.applying._change_posts", fail)
    with pytest.raises(RuntimeError):
        imported(table(*OFFICE))
    assert not Department.objects.exists()
    assert not Employee.objects.exists()


def test_a_thousand_people_cost_hardly_more_queries_than_ten(django_assert_max_num_queries):
    def people(count: int, unit: int, job: str) -> list[str]:
        return [f"{n};Łącka{n % 7};Jan;D{(n + unit) % 30};;;{job};01.0{1 + n % 9}.2015;" for n in range(count)]

    departments = [";;;T;Urząd;;;;", *(f";;;D{n};Wydział {n};T;;;" for n in range(30))]
    with django_assert_max_num_queries(60):
        imported(table(*departments, *people(1000, 0, "inspektor")))
    with django_assert_max_num_queries(60):
        plan = imported(table(*departments, *people(900, 1, "referent")), ON + DAY)
    assert (len(plan.changed_people), len(plan.ended_people)) == (900, 100)


def test_chains_and_crowds_are_bounded():
    chain = [f";;;D{n};Wydział;D{n + 1};;;" for n in range(3000)]
    crowd = [f"1;No;Jan;T;;;;{1 + n % 28:02d}.01.2010;{1 + n % 28:02d}.01.2010" for n in range(3000)]
    plan = planned(table(";;;T;Urząd;;;;", *chain, *crowd))
    assert len(plan.refused) == 6000
    assert [new.code for new in plan.new_departments] == ["T"]


@pytest.mark.parametrize("on", [datetime.date(1, 1, 1), datetime.date(9999, 12, 31)])
def test_the_day_is_a_day_of_the_office(on):
    with pytest.raises(Unusable):
        check_day(on)


codes = st.sampled_from(["T", "A", "B", "C"])
rows = st.builds(
    lambda number, code, parent, since, until: (
        f"{number};{'Nowak;Jan' if number else ';'};{code};{f'Wydział {code}'};{parent};;{since};{until}"
    ),
    st.sampled_from(["", "1", "2", "3"]),
    codes,
    st.just("") | codes,
    st.sampled_from(["", "2015-01-01", "2026-02-20", "2026-03-05"]),
    st.sampled_from(["", "", "2020-12-31", "2026-03-02", "2027-01-01"]),
)


@given(files=st.lists(st.lists(rows, min_size=1, max_size=7), min_size=1, max_size=3))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file_twice_is_that_file_once(files):
    with transaction.atomic():
        for number, lines in enumerate(files):
            on = ON + number * DAY
            imported(table(*lines), on)
            assert not planned(table(*lines), on).changes_anything
        for department in Department.objects.all():
            chain = above(department.code, ON + 9 * DAY)
            assert len(chain) == len(set(chain)) >= 1
        transaction.set_rollback(True)


@pytest.fixture
def file(tmp_path) -> Callable[[bytes], str]:
    def write(content: bytes) -> str:
        (tmp_path / "office.csv").write_bytes(content)
        return str(tmp_path / "office.csv")

    return write


def test_the_command_tries_and_does(file, capsys):
    call_command("import_organisation", file(table(*OFFICE)), "--dry-run", "--date", "2026-03-01")
    assert "UD-BEM-WOM" in capsys.readouterr().out
    assert not Department.objects.exists()
    call_command("import_organisation", file(table(*OFFICE)), "--date", "2026-03-01")
    assert posts("3") == [("UD-BEM-WOM", "referent", ON, None)]


def test_the_command_says_in_one_sentence_what_stops_it(file, tmp_path):
    with pytest.raises(CommandError):
        call_command("import_organisation", str(tmp_path / "none.csv"))
    with pytest.raises(CommandError):
        call_command("import_organisation", file(b"x"))
    tomorrow = (timezone.localdate() + DAY).isoformat()
    with pytest.raises(CommandError):
        call_command("import_organisation", file(table(*OFFICE)), "--date", tomorrow)


def test_the_command_does_not_end_many_unasked(file):
    top = DepartmentFactory(code="T", since=LONG_AGO)
    for _ in range(8):
        EmploymentFactory(department=top, since=LONG_AGO)
    content = file(table("N1;No;Jan;T;;;;;"))
    with pytest.raises(CommandError):
        call_command("import_organisation", content)
    assert Employment.objects.filter(until=None).count() == 8
    call_command("import_organisation", content, "--end-many")
    assert Employment.objects.filter(until=None).count() == 1

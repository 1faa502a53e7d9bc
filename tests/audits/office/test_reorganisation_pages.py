"""A department moved or merged in the administration: looked at first, then confirmed, and to be read afterwards."""

import datetime

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audits.choices import Role
from audits.models import Ancestry, Appointment, Department, Employment, User, periods
from audits.reports.department.report import department_report
from tests.audits.factories import AppointmentFactory, DepartmentFactory, UserFactory, appointed, employed
from tests.audits.reports import makers
from tests.audits.reports.department.closed import FULL

pytestmark = pytest.mark.django_db

FIRST = datetime.date(2025, 1, 1)
MOVED = datetime.date(2026, 4, 1)


@pytest.fixture
def office() -> Department:
    return DepartmentFactory(code="UMSTW", name="Urząd m.st. Warszawy", since=FIRST)


@pytest.fixture
def district(office) -> Department:
    return DepartmentFactory(code="UD-BEM", name="Urząd Dzielnicy Bemowo", parent=office, since=FIRST)


@pytest.fixture
def bureau(office) -> Department:
    return DepartmentFactory(code="B-SO", name="Biuro Spraw Obywatelskich", parent=office, since=FIRST)


@pytest.fixture
def unit(district) -> Department:
    return DepartmentFactory(code="UD-BEM-WOM", name="Wydział Obsługi Mieszkańców", parent=district, since=FIRST)


@pytest.fixture
def section(unit) -> Department:
    return DepartmentFactory(code="UD-BEM-WOM-R1", name="Referat Żądań", parent=unit, since=FIRST)


@pytest.fixture
def signed_in(client, office) -> Client:
    client.force_login(appointed(Role.ADMINISTRATOR, office, username="administrator"))
    return client


def move_page(department: Department) -> str:
    return reverse("admin:audits_department_move", args=[department.pk])


def merge_page(department: Department) -> str:
    return reverse("admin:audits_department_merge", args=[department.pk])


def change_page(department: Department) -> str:
    return reverse("admin:audits_department_change", args=[department.pk])


def places() -> set[tuple[object, ...]]:
    return set(Ancestry.objects.values_list("ancestor", "descendant", "depth", "since", "until"))


def test_the_departments_page_leads_there(signed_in, unit):
    page = signed_in.get(change_page(unit)).text
    assert move_page(unit) in page
    assert merge_page(unit) in page
    assert "Przenieś" in page
    assert "Połącz z…" in page
    Department.objects.filter(pk=unit.pk).update(closed_on=MOVED)
    assert move_page(unit) not in signed_in.get(change_page(unit)).text


def test_a_move_is_shown_before_it_is_written(signed_in, unit, section, bureau, district):
    employed(unit, last_name="Łoś")
    employed(section)
    leaving = appointed(Role.HR, district, last_name="Odchodząca")
    coming = appointed(Role.HR, bureau, last_name="Przychodząca")
    staying = appointed(Role.AUDITOR, section, last_name="Zostająca")
    before = places()
    page = signed_in.post(move_page(unit), {"parent": bureau.pk, "since": MOVED.isoformat()})
    assert page.status_code == 200
    preview = page.context["preview"]
    assert (preview.before, preview.after, preview.units, preview.people) == (district, bureau, [section], 2)
    assert [one.user for one in preview.rights.lost] == [leaving]
    assert [one.user for one in preview.rights.gained] == [coming]
    assert [one.user for one in preview.rights.kept] == [staying]
    for word in ("1 kwietnia 2026", "Referat Żądań", "Odchodząca", "Przychodząca", "Zostająca", "zostaje w komórce"):
        assert word in page.text
    assert 'name="confirm" value="Przenieś"' in page.text
    assert places() == before


def confirmed(signed_in: Client, address: str, data: dict[str, object]) -> object:
    preview = signed_in.post(address, data).context["preview"]
    return signed_in.post(address, data | {"confirm": "1", "fingerprint": preview.fingerprint})


def test_a_confirmed_move_is_made_and_can_be_read(signed_in, unit, bureau, district):
    answer = confirmed(signed_in, move_page(unit), {"parent": bureau.pk, "since": MOVED.isoformat()})
    assert answer.status_code == 302
    assert answer["Location"] == change_page(unit)
    unit.refresh_from_db()
    assert unit.parent == bureau
    page = signed_in.get(change_page(unit)).text
    assert "od 1 kwietnia 2026" in page
    assert "1 stycznia 2025 – 31 marca 2026" in page
    assert change_page(district) in page
    history = signed_in.get(reverse("admin:audits_department_history", args=[unit.pk])).text
    assert "Biuro Spraw Obywatelskich" in history
    assert LogEntry.objects.get(object_id=str(unit.pk)).user.username == "administrator"


@pytest.mark.parametrize("role", [Role.HR, Role.DPO])
def test_nobody_brings_below_themselves_what_they_do_not_hold(
    signed_in, settings, unit, section, bureau, district, role
):
    administrator = User.objects.get(username="administrator")
    AppointmentFactory(user=administrator, role=role, department=bureau)
    data = {"parent": bureau.pk, "since": MOVED.isoformat()}
    before = places()
    answer = confirmed(signed_in, move_page(unit), data)
    assert answer.status_code == 422
    assert "UD-BEM-WOM, UD-BEM-WOM-R1" in answer.text
    assert confirmed(signed_in, merge_page(unit), {"target": bureau.pk, "on": MOVED.isoformat()}).status_code == 422
    assert places() == before
    assert not LogEntry.objects.exists()
    # Another one does it, or the only one there is.
    settings.ONE_ADMINISTRATOR = True
    assert confirmed(signed_in, move_page(unit), data).status_code == 302


def test_what_is_held_already_may_be_moved(signed_in, unit, bureau, office):
    AppointmentFactory(user=User.objects.get(username="administrator"), role=Role.HR, department=office)
    data = {"parent": bureau.pk, "since": MOVED.isoformat()}
    assert confirmed(signed_in, move_page(unit), data).status_code == 302


def test_what_changed_between_look_and_confirmation_is_looked_at_again(signed_in, unit, bureau):
    data = {"parent": bureau.pk, "since": MOVED.isoformat()}
    seen = signed_in.post(move_page(unit), data).context["preview"].fingerprint
    employed(unit)
    answer = signed_in.post(move_page(unit), data | {"confirm": "1", "fingerprint": seen})
    assert answer.status_code == 409
    assert answer.context["preview"].people == 1
    unit.refresh_from_db()
    assert unit.parent != bureau


@pytest.mark.parametrize(
    ("parent", "since", "field"),
    [("section", MOVED, "parent"), ("same", MOVED, "parent"), ("bureau", FIRST, None), ("bureau", "ahead", "since")],
    ids=["below itself", "where it stands", "first day", "ahead"],
)
def test_a_move_that_cannot_be_is_told_at_its_field(signed_in, unit, section, bureau, district, parent, since, field):
    day = timezone.localdate() + datetime.timedelta(days=1) if since == "ahead" else since
    to = {"section": section, "same": district, "bureau": bureau}[parent]
    answer = signed_in.post(move_page(unit), {"parent": to.pk, "since": day.isoformat()})
    if field is None:
        assert answer.context["preview"]
        return
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert f'value="{day.isoformat()}"' in answer.text


def test_a_merger_is_shown_and_made(signed_in, unit, section, bureau):
    person = employed(unit, last_name="Żurawska", first_name="Ewa")
    holder = appointed(Role.AUDITOR, unit, last_name="Łącznik")
    data = {"target": bureau.pk, "on": MOVED.isoformat()}
    page = signed_in.post(merge_page(unit), data)
    preview = page.context["preview"]
    assert [one.employee for one in preview.employments] == [person]
    assert preview.units == [section]
    assert [one.user for one in preview.rights.lost] == [holder]
    assert "Żurawska Ewa" in page.text
    assert "zniesiona od dnia 1 kwietnia 2026" in page.text
    assert 'name="confirm" value="Połącz"' in page.text
    assert Employment.objects.get(employee=person).department == unit

    answer = confirmed(signed_in, merge_page(unit), data)
    assert answer.status_code == 302
    unit.refresh_from_db()
    assert (unit.closed_on, unit.merged_into) == (MOVED, bureau)
    assert [(one.department, one.since) for one in person.employments.order_by("since")][-1] == (bureau, MOVED)
    assert Appointment.objects.get(user=holder).department == unit
    into = signed_in.get(change_page(bureau)).text
    assert "1 kwietnia 2026" in into
    assert change_page(unit) in into
    assert change_page(bureau) in signed_in.get(change_page(unit)).text


def test_a_merger_with_what_is_below_is_told_at_its_field(signed_in, unit, section):
    answer = signed_in.post(merge_page(unit), {"target": section.pk, "on": MOVED.isoformat()})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["target"]


def test_back_from_the_preview_nothing_typed_is_lost(signed_in, unit, bureau):
    data = {"parent": bureau.pk, "since": MOVED.isoformat(), "back": "1"}
    answer = signed_in.post(move_page(unit), data)
    assert answer.context["preview"] is None
    assert f'<option value="{bureau.pk}" selected>' in answer.text


def test_a_report_counts_each_audit_where_its_unit_stood_on_the_quarters_last_day(
    signed_in: Client, office: Department
) -> None:
    """Moved through the pages in the middle of a quarter: the quarters before, with and after the move."""
    made = makers.office((6, 6))
    there = DepartmentFactory(code="B-INNE", name="Biuro Inne")
    unit = made.units[0]
    spring, may, summer = (datetime.datetime(2026, month, 11, 9, tzinfo=datetime.UTC) for month in (2, 5, 8))
    audits = {
        day: [makers.submit(made, unit, method="mystery", took_place_at=day) for _ in range(count)]
        for day, count in ((spring, 3), (may, 2), (summer, 1))
    }
    moved = datetime.date(2026, 6, 1)
    report_before = department_report(made.district, periods.quarter(2026, 1), level=FULL)
    confirmed(signed_in, move_page(unit), {"parent": there.pk, "since": moved.isoformat()})
    audits[summer] += [makers.submit(made, unit, method="mystery", took_place_at=may + datetime.timedelta(days=30))]

    def counted(department: Department, quarter: int) -> int:
        report = department_report(department, periods.quarter(2026, quarter), level=FULL)
        return sum(found.audits for found in report.headline.found)

    assert [counted(made.district, quarter) for quarter in (1, 2, 3)] == [3, 0, 0]
    assert [counted(there, quarter) for quarter in (1, 2, 3)] == [0, 3, 1]
    # The report of the past period is the same to its fingerprint.
    again = department_report(made.district, periods.quarter(2026, 1), level=FULL)
    assert again.fingerprint == report_before.fingerprint
    for audit in [one for day in audits.values() for one in day]:
        audit.refresh_from_db()
        assert audit.department == unit


def test_lists_of_a_large_office_cost_a_fixed_number_of_queries(
    signed_in, unit, bureau, office, django_assert_max_num_queries
):
    for _ in range(15):
        DepartmentFactory(parent=unit, since=FIRST)
        employed(unit)
        appointed(Role.AUDITOR, unit)
    with django_assert_max_num_queries(20):
        signed_in.get(move_page(unit))
    with django_assert_max_num_queries(30):
        assert signed_in.post(merge_page(unit), {"target": bureau.pk, "on": MOVED.isoformat()}).context["preview"]


def test_for_everybody_else_the_pages_do_not_exist(client: Client, unit, office):
    for user in (appointed(Role.HR, office), appointed(Role.STANDARDS_EDITOR, office), UserFactory()):
        client.force_login(User.objects.get(pk=user.pk))
        assert client.get(move_page(unit)).status_code == 404
        assert client.post(merge_page(unit), {}).status_code == 404

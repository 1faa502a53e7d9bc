"""HR lists assignments, makes them and takes them back."""

import datetime
import uuid
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from audits.choices import Role
from audits.fieldwork import submit_audit, withdraw_assignment
from audits.models import Assignment, Department, User
from tests.audits.factories import DepartmentFactory, appointed, assigned, employed, opened_assigned

MOST_FOR_THE_LIST = 15


@pytest.fixture
def hr(department) -> User:
    return appointed(Role.HR, department, first_name="Irena", last_name="Kadrowa")


@pytest.fixture
def shopper(department) -> User:
    return appointed(Role.SHOPPER, department, first_name="Karol", last_name="Klient")


@pytest.fixture
def office(signed_in, hr) -> Client:
    """HR's browser."""
    return signed_in(hr)


@pytest.fixture
def form(shopper, department) -> dict[str, Any]:
    today = timezone.localdate()
    return {
        "uuid": str(uuid.uuid4()),
        "shopper": shopper.pk,
        "department": department.pk,
        "channel": "counter",
        "first_day": today.isoformat(),
        "last_day": (today + datetime.timedelta(days=13)).isoformat(),
        "visits": "1",
        "scenario": "Zapytaj o wymianę dowodu osobistego.",
        "selection": "core",
        "occasions": ["form"],
    }


class TestMaking:
    def test_the_page_is_ready_for_the_next_two_weeks(self, office, shopper):
        page = office.get("/zlecenia/nowe/")
        text = page.content.decode()
        assert f"Klient ({shopper.username})" in text
        assert timezone.localdate().isoformat() in text
        assert page.status_code == 200

    def test_what_is_sent_becomes_assignments(self, office, form, hr, shopper):
        answer = office.post("/zlecenia/nowe/", form | {"visits": "3"}, follow=True)
        assert "Wydano 3 zlecenia." in answer.content.decode()
        made = Assignment.objects.first()
        assert Assignment.objects.count() == 3
        assert (made.shopper, made.assigned_by, made.occasions) == (shopper, hr, ["form"])

    def test_a_double_click_makes_them_once(self, office, form):
        for _ in range(2):
            assert office.post("/zlecenia/nowe/", form | {"visits": "2"}).status_code == 302
        assert Assignment.objects.count() == 2

    def test_the_same_form_with_another_scenario_is_refused(self, office, form):
        office.post("/zlecenia/nowe/", form)
        answer = office.post("/zlecenia/nowe/", form | {"scenario": "Zapytaj o ślub."})
        assert answer.status_code == 409
        assert "Zapytaj o ślub." in answer.content.decode()
        assert Assignment.objects.count() == 1

    def test_an_employee_of_the_department_is_refused_with_the_reason_at_the_field(
        self, office, form, department, shopper
    ):
        employed(department, user=shopper)
        answer = office.post("/zlecenia/nowe/", form)
        assert answer.status_code == 422
        assert "pracuje w tej komórce" in str(answer.context["form"].errors["shopper"])
        assert not Assignment.objects.exists()

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("shopper", ""),
            ("department", "987654"),
            ("channel", "letter"),
            ("first_day", ""),
            ("first_day", "0001-01-01"),
            ("last_day", "2000-13-01"),
            ("last_day", "9999-12-31"),
            ("visits", "0"),
            ("visits", "21"),
            ("scenario", " "),
            ("selection", "all"),
        ],
    )
    def test_what_cannot_be_is_told_at_its_field(self, office, form, field, value):
        answer = office.post("/zlecenia/nowe/", form | {field: value})
        assert answer.status_code == 422
        assert field in answer.context["form"].errors
        assert not Assignment.objects.exists()

    def test_chosen_standards_need_a_choice(self, office, form):
        answer = office.post("/zlecenia/nowe/", form | {"selection": "standards", "occasions": []})
        assert answer.status_code == 422
        assert "standards" in answer.context["form"].errors
        office.post("/zlecenia/nowe/", form | {"selection": "standards", "standards": ["17", "18"]})
        assert Assignment.objects.get().standards == ["17", "18"]

    def test_without_a_script_the_size_is_counted_again(self, office, form):
        page = office.post("/zlecenia/nowe/", form | {"refresh": "yes", "channel": "phone", "scenario": ""})
        assert page.status_code == 200
        assert not page.context["form"].errors
        assert not Assignment.objects.exists()

    def test_the_part_with_sizes_follows_the_channel(self, office):
        counter = office.get("/zlecenia/nowe/zakres/", {"channel": "counter"}).content
        assert counter != office.get("/zlecenia/nowe/zakres/", {"channel": "email"}).content

    def test_only_shoppers_of_departments_held_are_offered(self, office):
        appointed(Role.SHOPPER, DepartmentFactory(), last_name="Obcy")
        appointed(Role.AUDITOR, DepartmentFactory(), last_name="Obca")
        assert "Obc" not in office.get("/zlecenia/nowe/").content.decode()


class TestList:
    @pytest.fixture
    def several(self, shopper, department, hr) -> dict[str, Assignment]:
        made = {
            state: assigned(shopper, department, by=hr)
            for state in ("open", "in_progress", "done", "expired", "withdrawn")
        }
        opened_assigned(made["in_progress"])
        submit_audit(audit=opened_assigned(made["done"]), by=shopper, leave_unanswered=True)
        withdraw_assignment(assignment=made["withdrawn"], by=hr, reason="powód")
        long_ago = timezone.localdate() - datetime.timedelta(days=20)
        Assignment.objects.filter(pk=made["expired"].pk).update(first_day=long_ago, last_day=long_ago)
        return made

    def test_each_has_its_state_and_can_be_found_by_it(self, office, several):
        text = office.get("/zlecenia/").content.decode()
        assert "5 zleceń" in text
        for state, label in (
            ("open", "otwarte"),
            ("in_progress", "w toku"),
            ("done", "wykonane"),
            ("expired", "wygasłe"),
            ("withdrawn", "wycofane"),
        ):
            assert label in text
            found = office.get("/zlecenia/", {"state": state}).context["table"].data
            assert [one.pk for one in found] == [several[state].pk]

    def test_department_and_shopper_narrow_it(self, office, several, department, shopper):
        below = DepartmentFactory(parent=department)
        other = appointed(Role.SHOPPER, below)
        one = assigned(other, below)
        for query, count in (
            ({"department": below.pk}, 1),
            ({"department": department.pk}, 6),
            ({"shopper": other.pk}, 1),
            ({"channel": "phone"}, 0),
            ({"shopper": "x"}, 0),
        ):
            assert len(office.get("/zlecenia/", query).context["table"].data) == count, query
        assert one

    def test_other_departments_are_not_on_it(self, office):
        elsewhere: Department = DepartmentFactory()
        assigned(appointed(Role.SHOPPER, elsewhere), elsewhere)
        assert len(office.get("/zlecenia/").context["table"].data) == 0

    def test_it_costs_the_same_however_long(self, office, shopper, department, hr):
        def cost() -> int:
            with CaptureQueriesContext(connection) as captured:
                assert office.get("/zlecenia/").status_code == 200
            return len(captured)

        assigned(shopper, department, by=hr, visits=3)
        few = cost()
        assigned(shopper, department, by=hr, visits=20)
        for one in Assignment.objects.all()[:10]:
            opened_assigned(one)
        assert cost() == few <= MOST_FOR_THE_LIST


class TestOne:
    def test_it_says_everything_and_is_withdrawn_with_a_reason(self, office, shopper, department, hr):
        assignment = assigned(shopper, department, by=hr)
        page = office.get(assignment.get_absolute_url()).content.decode()
        assert "Klient" in page
        assert assignment.scenario in page
        answer = office.post(f"{assignment.get_absolute_url()}wycofanie/", {"reason": " "})
        assert answer.status_code == 422
        answer = office.post(
            f"{assignment.get_absolute_url()}wycofanie/", {"reason": "Wydział <zamknięty>."}, follow=True
        )
        text = answer.content.decode()
        assert "Wydział &lt;zamknięty&gt;." in text
        assert "wycofane" in text
        assert "Wycofaj zlecenie" not in text

    def test_what_was_submitted_leads_to_its_audit(self, office, shopper, department, hr):
        assignment = assigned(shopper, department, by=hr)
        audit = submit_audit(audit=opened_assigned(assignment), by=shopper, leave_unanswered=True)
        page = office.get(assignment.get_absolute_url()).content.decode()
        assert audit.get_absolute_url() in page
        assert "Wycofaj zlecenie" not in page
        answer = office.post(f"{assignment.get_absolute_url()}wycofanie/", {"reason": "za późno"}, follow=True)
        assert "Można już tylko unieważnić audyt." in answer.content.decode()


@pytest.mark.parametrize("role", [Role.SHOPPER, Role.AUDITOR, Role.HEAD, Role.ADMINISTRATOR, Role.DPO])
def test_others_find_none_of_these_pages(signed_in, shopper, department, hr, role):
    assignment = assigned(shopper, department, by=hr)
    client = signed_in(shopper if role == Role.SHOPPER else appointed(role, department))
    for address in ("/zlecenia/", "/zlecenia/nowe/", "/zlecenia/nowe/zakres/", assignment.get_absolute_url()):
        assert client.get(address).status_code == 404
    assert client.post(f"{assignment.get_absolute_url()}wycofanie/", {"reason": "a"}).status_code == 404

"""An employee's page in the administration: what it refuses to keep, and what it asks about."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audits.choices import Role
from audits.models import Employee
from tests.audits.factories import DepartmentFactory, appointed
from tests.standards.pages import words

pytestmark = pytest.mark.django_db

ADD = reverse("admin:audits_employee_add")
EMPTY = {
    f"employments-{name}": value
    for name, value in (("TOTAL_FORMS", "0"), ("INITIAL_FORMS", "0"), ("MIN_NUM_FORMS", "0"), ("MAX_NUM_FORMS", "100"))
}
PERSON = {"number": "17", "first_name": "Ewa", "last_name": "Nowak", "user": ""}


@pytest.fixture
def at_work(client: Client) -> Client:
    client.force_login(appointed(Role.ADMINISTRATOR, DepartmentFactory(code="UD-BEM")))
    return client


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"number": "80010112340"}, "To jest numer PESEL"),
        ({"number": "800101 12340"}, "To jest numer PESEL"),
        ({"last_name": "Kowal\u200bska"}, "znak U+200B po „Kowal”"),
        ({"first_name": "\ue000Ewa"}, "znak U+E000 na początku"),
    ],
)
def test_what_cannot_be_kept_is_refused_by_name(at_work: Client, typed: dict[str, str], told: str) -> None:
    response = at_work.post(ADD, EMPTY | PERSON | typed)
    assert told in words(response)
    assert not Employee.objects.exists()


def test_spaces_of_a_word_processor_are_spaces(at_work: Client) -> None:
    at_work.post(ADD, EMPTY | PERSON | {"last_name": "Nowak\u00a0Kot\u00ad"})
    assert Employee.objects.get().last_name == "Nowak Kot"


def test_somebody_who_works_nowhere_is_asked_about(at_work: Client) -> None:
    assert "dodaj zatrudnienie" in words(at_work.post(ADD, EMPTY | PERSON, follow=True))


def test_an_employment_begins_today_unless_told(at_work: Client) -> None:
    form = at_work.get(ADD).context["inline_admin_formsets"][0].formset.empty_form
    assert form["since"].value() == timezone.localdate()

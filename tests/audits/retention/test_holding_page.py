"""Placing a legal hold in the administration: what it covers is clear before it is placed."""

import pytest
from django.urls import reverse

from audits.models import Audit, LegalHold
from audits.retention.holds import held_audits
from tests.audits.factories import DepartmentFactory

ADD = "admin:audits_legalhold_add"


@pytest.fixture
def form(client, administrator, office, person):
    client.force_login(administrator)

    def send(**fields):
        keys = {"department": office.units[0].pk, "employee": person.pk}
        return client.post(reverse(ADD), {"reason": "Postępowanie.", **{name: keys[name] for name in fields}})

    return send


@pytest.mark.one_database
def test_the_page_says_that_one_is_enough_and_that_each_narrows(client, administrator):
    client.force_login(administrator)
    page = client.get(reverse(ADD)).content.decode()
    assert "Wystarczy jedno z tych pól" in page
    assert "Puste: niezależnie od osoby." in page


@pytest.mark.parametrize("named", [("department",), ("employee",), ("department", "employee")])
def test_one_or_both_may_be_named(form, submit, person, named):
    of_both, of_another = submit("2026-05-05", employee=person), submit("2026-05-06")
    assert form(**dict.fromkeys(named, True)).status_code == 302
    held = Audit.objects.filter(held_audits(LegalHold.objects.in_force()))
    assert set(held) == ({of_both} if "employee" in named else {of_both, of_another})


def test_nothing_named_is_refused(form):
    assert list(form().context["adminform"].form.errors) == ["__all__"]
    assert not LegalHold.objects.exists()


def test_a_person_with_a_department_that_has_nothing_of_theirs_is_refused(client, form, person):
    elsewhere = DepartmentFactory()
    data = {"department": elsewhere.pk, "employee": person.pk, "reason": "Postępowanie."}
    page = client.post(reverse(ADD), data)
    assert list(page.context["adminform"].form.errors) == ["employee"]
    assert not LegalHold.objects.exists()

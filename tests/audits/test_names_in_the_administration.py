"""What the administration keeps as a name has no invisible character; a new appointment begins today unless told."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from audits.choices import Role
from audits.models import LegalHold, Purpose, User
from tests.audits.factories import DepartmentFactory, UserFactory, appointed

pytestmark = pytest.mark.django_db
INLINE = {"appointments-TOTAL_FORMS": "0", "appointments-INITIAL_FORMS": "0"}
ACCOUNT = {"username": "e.kowalska", "first_name": "Ewa", "last_name": "Kowalska", "email": "e@example.org"}


@pytest.fixture
def at_work(client: Client) -> Client:
    client.force_login(appointed(Role.ADMINISTRATOR, DepartmentFactory()))
    return client


@pytest.mark.parametrize("field", ["first_name", "last_name"])
def test_a_name_of_an_account(at_work: Client, field: str) -> None:
    account = UserFactory()
    page = reverse("admin:audits_user_change", args=[account.pk])
    answer = at_work.post(page, ACCOUNT | {"is_active": "on", field: "Kowal\u202eska"} | INLINE)
    assert "znak U+202E po „Kowal”" in answer.content.decode()
    assert User.objects.filter(pk=account.pk, **{field: getattr(account, field)}).exists()


def test_an_address_is_still_checked_as_one(at_work: Client) -> None:
    answer = at_work.post(reverse("admin:audits_user_add"), ACCOUNT | {"email": "e@example"} | INLINE)
    assert answer.context["adminform"].form.errors.keys() == {"email"}


def test_the_label_of_a_purpose(at_work: Client) -> None:
    kept = Purpose.objects.count()
    typed = {"label": "Cel\u200b", "code": "cel", "position": "1", "is_active": "on"}
    assert "znak U+200B po „Cel”" in at_work.post(reverse("admin:audits_purpose_add"), typed).content.decode()
    assert Purpose.objects.count() == kept


def test_the_reason_of_a_hold(at_work: Client) -> None:
    typed = {"reason": "Spór\ue000", "department": DepartmentFactory().pk}
    assert "znak U+E000 po „Spór”" in at_work.post(reverse("admin:audits_legalhold_add"), typed).content.decode()
    assert not LegalHold.objects.exists()


def test_an_appointment_added_to_an_account_begins_today_unless_told(at_work: Client) -> None:
    page = at_work.get(reverse("admin:audits_user_change", args=[UserFactory().pk]))
    form = page.context["inline_admin_formsets"][0].formset.empty_form
    assert form["since"].value() == timezone.localdate()

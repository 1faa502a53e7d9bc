"""The office's pages in the administration: for everybody to read, from the keyboard too."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from audits.choices import Role
from audits.models import Department, Employment, User
from tests.audits.factories import DepartmentFactory, appointed, employed
from tests.browser.conftest import DESKTOP, PHONE

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def unit() -> Department:
    office = DepartmentFactory(code="UMSTW", name="Urząd m.st. Warszawy")
    return DepartmentFactory(code="UD-ZOL", name="Urząd Dzielnicy Żoliborz m.st. Warszawy", parent=office)


@pytest.fixture
def administrator(unit: Department) -> User:
    return appointed(Role.ADMINISTRATOR, unit.parent, username="administrator")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_nothing(
    browser_page: Callable[..., Page],
    log_in: Callable[..., None],
    axe_clean: Callable[..., None],
    administrator: User,
    unit: Department,
    width: int,
) -> None:
    page = browser_page(width)
    log_in(page, administrator)
    rows: dict[str, Any] = {
        "user": appointed(Role.HR, unit),
        "department": unit,
        "employee": employed(unit),
        "appointment": administrator.appointments.get(),
    }
    for model, row in rows.items():
        for view, args in (("changelist", []), ("add", []), ("change", [row.pk])):
            page.goto(reverse(f"admin:audits_{model}_{view}", args=args))
            axe_clean(page)
        page.goto(reverse(f"admin:audits_{model}_changelist") + "?q=a")
        axe_clean(page)


def test_an_employment_is_filled_in_from_the_keyboard(
    browser_page: Callable[..., Page], log_in: Callable[..., None], administrator: User, unit: Department
) -> None:
    page = browser_page(DESKTOP)
    log_in(page, administrator)
    page.goto(reverse("admin:audits_employee_add"))
    page.get_by_label("Numer osobowy").fill("77")
    page.get_by_label("Imię").fill("Łucja")
    page.get_by_label("Nazwisko").fill("Żak")
    page.locator(".add-row a").press("Enter")
    department = page.get_by_role("combobox", name="Komórka organizacyjna")
    department.press("Enter")
    search = page.get_by_role("searchbox", name="Komórka organizacyjna")
    expect(search).to_be_focused()
    search.press_sequentially("zoliborz")
    # The list as it was before the search is still there for a moment.
    expect(page.get_by_role("option", name="UMSTW")).to_have_count(0)
    expect(page.get_by_role("option", name="UD-ZOL")).to_be_visible()
    search.press("Enter")
    expect(department).to_contain_text("Żoliborz")
    page.locator("[name=employments-0-since]").fill("2025-03-01")
    page.locator("[name=_save]").press("Enter")
    expect(page.locator(".messagelist .success")).to_contain_text("Żak Łucja")
    assert Employment.objects.get(employee__number="77").department == unit

"""Rights granted, ended and reviewed, and the office changed: for everybody to read, from the keyboard too."""

import re
from collections.abc import Callable

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from audits.choices import AccountChangeKind, Role
from audits.four_eyes.changes import propose_change
from audits.models import Appointment, Department, RightsReview, User
from tests.audits.factories import AppointmentFactory, DepartmentFactory, UserFactory, appointed, employed, proposed
from tests.browser.conftest import DESKTOP, PHONE, fits

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def office() -> Department:
    return DepartmentFactory(code="UMSTW", name="Urząd m.st. Warszawy")


@pytest.fixture
def unit(office: Department) -> Department:
    return DepartmentFactory(code="UD-ZOL", name="Urząd Dzielnicy Żoliborz m.st. Warszawy", parent=office)


@pytest.fixture
def administrator(office: Department) -> User:
    return appointed(Role.ADMINISTRATOR, office, username="administrator")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_nothing(
    browser_page: Callable[..., Page],
    log_in: Callable[..., None],
    axe_clean: Callable[..., None],
    administrator: User,
    office: Department,
    unit: Department,
    width: int,
) -> None:
    held = AppointmentFactory(department=unit, role=Role.HR)
    AppointmentFactory(department=unit, until=timezone.localdate())
    person = employed(unit, user=held.user)
    kept = RightsReview.objects.create(day=timezone.localdate(), by=administrator, at=timezone.now())
    kept.reviewed.create(appointment=held, decision="confirmed", remarks="konto nieaktywne")
    proposed(Role.HR, unit, administrator)
    proposed(Role.AUDITOR, unit, appointed(Role.ADMINISTRATOR, office))
    propose_change(account=held.user, kind=AccountChangeKind.ADDRESS, value="ktos.inny@example.org", by=administrator)
    page = browser_page(width)
    log_in(page, administrator)
    for address in (
        reverse("audits:proposals"),
        reverse("audits:rights") + "?q=zar",
        reverse("audits:rights_of_department", args=[unit.uuid]),
        reverse("audits:rights_of_account", args=[held.user.uuid]),
        reverse("audits:grant", args=[unit.uuid]),
        reverse("audits:end_appointment", args=[held.uuid]),
        reverse("audits:rights_list"),
        reverse("audits:rights_reviews"),
        reverse("audits:new_rights_review"),
        kept.get_absolute_url(),
        reverse("admin:audits_department_move", args=[unit.pk]),
        reverse("admin:audits_department_merge", args=[unit.pk]),
        reverse("admin:audits_employee_leaving", args=[person.pk]),
        reverse("admin:audits_employee_return", args=[person.pk]),
    ):
        page.goto(address)
        axe_clean(page)
        assert fits(page), address


def test_a_role_is_granted_and_ended_from_the_keyboard(
    browser_page: Callable[..., Page],
    log_in: Callable[..., None],
    axe_clean: Callable[..., None],
    administrator: User,
    unit: Department,
) -> None:
    person = UserFactory(username="lucja", first_name="Łucja", last_name="Żak")
    page = browser_page(PHONE)
    log_in(page, administrator)
    page.goto("/")
    page.get_by_role("link", name="Uprawnienia", exact=True).press("Enter")
    page.get_by_role("link", name="UD-ZOL").press("Enter")
    page.get_by_role("link", name="Nadaj uprawnienie").press("Enter")
    page.get_by_label("Konto").fill("nikt taki")
    page.get_by_role("button", name="Nadaj").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Nie ma takiego konta.")
    axe_clean(page)
    page.get_by_label("Konto").fill("lucja")
    page.get_by_label("Rola").select_option("hr")
    page.get_by_role("button", name="Nadaj").press("Enter")
    page.get_by_role("link", name=re.compile("Zakończ ?: Łucja Żak")).press("Enter")
    page.get_by_label("od razu").press("Space")
    page.get_by_role("button", name="Zakończ").press("Enter")
    expect(page.get_by_role("heading", name="Zakończone")).to_be_visible()
    ended = Appointment.objects.get(user=person)
    assert (ended.until, ended.ended_by) == (timezone.localdate(), administrator)


def test_what_another_proposed_is_confirmed_from_the_keyboard(
    browser_page: Callable[..., Page],
    log_in: Callable[..., None],
    axe_clean: Callable[..., None],
    administrator: User,
    office: Department,
    unit: Department,
) -> None:
    person = UserFactory(username="lucja", first_name="Łucja", last_name="Żak")
    waiting = proposed(Role.HR, unit, appointed(Role.ADMINISTRATOR, office), user=person)
    page = browser_page(PHONE)
    log_in(page, administrator)
    page.goto("/")
    page.get_by_role("link", name="Uprawnienia", exact=True).press("Enter")
    page.get_by_role("link", name="Czekające na potwierdzenie").press("Enter")
    page.get_by_role("button", name="Potwierdź wybrane").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Wybierz co najmniej jedno.")
    axe_clean(page)
    page.get_by_label(re.compile("wybierz: Łucja Żak")).press("Space")
    page.get_by_role("button", name="Potwierdź wybrane").press("Enter")
    expect(page.get_by_text("Potwierdzono 1 propozycję.")).to_be_visible()
    expect(page.get_by_text("Nic nie czeka.")).to_be_visible()
    waiting.refresh_from_db()
    assert waiting.confirmed_by == administrator


def test_without_scripts_a_move_is_looked_at_and_confirmed(
    browser_page: Callable[..., Page],
    log_in: Callable[..., None],
    axe_clean: Callable[..., None],
    administrator: User,
    office: Department,
    unit: Department,
) -> None:
    DepartmentFactory(code="B-SO", name="Biuro Spraw Obywatelskich", parent=office)
    employed(unit)
    page = browser_page(DESKTOP, java_script_enabled=False)
    log_in(page, administrator)
    page.goto(reverse("admin:audits_department_change", args=[unit.pk]))
    page.get_by_role("link", name="Przenieś").click()
    page.get_by_label("Komórka nadrzędna").select_option(label="\u2003B-SO · Biuro Spraw Obywatelskich")
    page.get_by_role("button", name="Pokaż, co się zmieni").click()
    expect(page.get_by_text("Nic jeszcze nie zapisano.")).to_be_visible()
    with page.expect_navigation():
        page.get_by_role("button", name="Przenieś").click()
    unit.refresh_from_db()
    assert unit.parent is not None
    assert unit.parent.code == "B-SO"

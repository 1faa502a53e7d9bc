"""A mystery shopper on a phone, from the sign-in to the receipt; HR then says whom the visit was about."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from audits.choices import AuditStatus, Role
from audits.models import Assignment, Audit, Department, User
from tests.audits.factories import (
    PASSWORD,
    DepartmentFactory,
    appointed,
    assigned,
    code_of_the_app,
    employed,
    load_edition_2016,
    opened_assigned,
    purpose,
)
from tests.browser.conftest import DESKTOP, PHONE, fits

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def department() -> Department:
    load_edition_2016()
    purpose()
    return DepartmentFactory(code="UD-PRO-WOM", name="Wydział Próbny Obsługi")


@pytest.fixture
def hr(department: Department) -> User:
    return appointed(Role.HR, department, first_name="Irena", last_name="Kadrowa")


@pytest.fixture
def shopper(department: Department) -> User:
    return appointed(Role.SHOPPER, department, username="klient", first_name="Karol", last_name="Kryjomski")


@pytest.fixture
def assignment(shopper: User, department: Department, hr: User) -> Assignment:
    return assigned(shopper, department, by=hr)


def test_from_the_assignment_to_the_person(
    browser_page: Callable[..., Page],
    log_in: Callable[..., None],
    axe_clean: Callable[..., None],
    assignment: Assignment,
    hr: User,
    department: Department,
) -> None:
    person = employed(department, first_name="Anna", last_name="Nowacka")
    employed(department, first_name="Jan", last_name="Żak")
    phone = browser_page(PHONE)
    phone.goto("/")
    phone.get_by_label("Nazwa użytkownika").fill("klient")
    phone.get_by_label("Hasło").fill(PASSWORD)
    phone.get_by_role("button", name="Zaloguj się", exact=True).click()
    phone.get_by_label("Kod").fill(code_of_the_app())
    phone.get_by_role("button", name="Zaloguj się", exact=True).click()

    expect(phone.get_by_role("heading", name="Moje zlecenia")).to_be_visible()
    axe_clean(phone)
    assert fits(phone)
    phone.get_by_role("link", name="Wydział Próbny Obsługi").click()
    expect(phone.get_by_text(assignment.scenario)).to_be_visible()
    axe_clean(phone)
    assert fits(phone)
    phone.get_by_role("button", name="Otwórz kartę").click()
    expect(phone.get_by_role("alert")).to_contain_text("Bez tego oświadczenia")
    phone.get_by_label("Stanowisko albo imię i nazwisko").fill("pani Anna")
    phone.get_by_label("Z osobą ocenianą").check()
    phone.get_by_role("button", name="Otwórz kartę").click()

    expect(phone).to_have_url(re.compile(r"/karta/$"))
    audit = Audit.objects.get()
    row = audit.answers.filter(gate=None, refrain=False).order_by("position").first()
    assert row is not None
    with phone.expect_response(lambda response: "/karta/zmiany/" in response.url) as saved:
        phone.locator(f'label[for="v{row.recommendation_id}-1"]').click()
    assert saved.value.ok
    phone.goto(f"/audyty/{audit.uuid}/zlozenie/")
    axe_clean(phone)
    if phone.locator("#leave").count():
        phone.locator("#leave").check()
    phone.get_by_role("button", name="Złóż audyt").click()
    expect(phone.get_by_text(re.compile(r"KA/\d{4}/\d{6}")).first).to_be_visible()
    audit.refresh_from_db()
    assert audit.status == AuditStatus.SUBMITTED
    expect(phone.get_by_text(audit.receipt or "", exact=True)).to_be_visible()
    axe_clean(phone)
    assert fits(phone)
    answer = phone.goto(f"/audyty/{audit.uuid}/")
    assert answer is not None
    assert answer.status == 404

    desk = browser_page(DESKTOP)
    log_in(desk, hr)
    desk.goto("/zlecenia/")
    desk.get_by_role("link", name="Osoby do ustalenia (1)").click()
    expect(desk.get_by_text("pani Anna")).to_have_count(0)
    desk.get_by_role("link", name=audit.receipt).click()
    desk.get_by_role("combobox", name="Cel").select_option(index=1)
    desk.get_by_role("button", name="Pokaż audyt").click()
    expect(desk.get_by_text("pani Anna")).to_be_visible()
    axe_clean(desk)
    desk.get_by_label("Nowacka Anna").check()
    desk.get_by_role("button", name="Zapisz ustalenie").click()
    expect(desk.get_by_text("Zapisano, kogo dotyczy audyt")).to_be_visible()
    audit.refresh_from_db()
    assert audit.employee == person


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_hrs_pages_fit_and_axe_finds_nothing(
    browser_page: Callable[..., Page],
    log_in: Callable[..., None],
    axe_clean: Callable[..., None],
    assignment: Assignment,
    hr: User,
    width: int,
) -> None:
    opened_assigned(assignment)
    page = browser_page(width)
    log_in(page, hr)
    for address in ("/", "/zlecenia/", "/zlecenia/nowe/", assignment.get_absolute_url(), "/zlecenia/do-ustalenia/"):
        page.goto(address)
        axe_clean(page)
        assert fits(page)


def test_the_size_follows_the_channel(
    browser_page: Callable[..., Page], log_in: Callable[..., None], assignment: Assignment, hr: User
) -> None:
    page = browser_page(DESKTOP)
    log_in(page, hr)
    page.goto("/zlecenia/nowe/")
    before = page.locator("#scope-part").inner_text()
    page.get_by_label("E-mail").check()
    expect(page.locator("#scope-part")).not_to_have_text(before, use_inner_text=True)


def test_without_a_network_from_the_assignment_to_the_receipt(
    browser_page: Callable[..., Page],
    log_in: Callable[..., None],
    axe_clean: Callable[..., None],
    assignment: Assignment,
    shopper: User,
    department: Department,
) -> None:
    employed(department, first_name="Anna", last_name="Nowacka")
    phone = browser_page(PHONE, service_workers="allow", reduced_motion="reduce")
    log_in(phone, shopper)
    phone.goto("/")
    # The last that the start page keeps.
    phone.evaluate(
        """async (address) => {
          while (!(navigator.serviceWorker.controller && (await caches.match(address)))) {
            await new Promise((done) => setTimeout(done, 50));
          }
        }""",
        f"/moje-zlecenia/{assignment.uuid}/",
    )
    phone.context.set_offline(True)
    phone.goto("/")
    expect(phone.locator("#assignments")).to_contain_text(assignment.scenario)
    axe_clean(phone)
    phone.locator("#assignments").get_by_role("link", name="Wydział Próbny Obsługi").click()
    phone.get_by_role("button", name="Otwórz kartę").click()
    expect(phone.locator("#problem")).to_contain_text("Bez tego oświadczenia")
    phone.get_by_label("Stanowisko albo imię i nazwisko").fill("pani Anna")
    phone.get_by_label("Z osobą ocenianą").check()
    phone.get_by_role("button", name="Otwórz kartę").click()
    expect(phone.locator("#visit-unit")).to_have_text("Wydział Próbny Obsługi")
    expect(phone.locator("#save-state")).not_to_have_text("")
    row = phone.locator('.q[data-key^="answer:"]:not(.q--breach):visible').first
    row.get_by_text("Nie", exact=True).click()
    expect(phone.locator("#save-state")).to_contain_text("Brak sieci")
    phone.get_by_role("button", name="Sprawdź i złóż").click()
    phone.locator("#leave-here").check()
    phone.get_by_role("button", name="Złóż audyt").click()
    expect(phone.locator("#will-be-submitted")).to_be_visible()
    assert fits(phone)
    # What the phone holds names nobody of the office.
    held = phone.evaluate(
        """async () => {
          const texts = Object.values(localStorage);
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            if (!name.startsWith("pages ")) continue;
            for (const request of await cache.keys()) texts.push(await (await cache.match(request)).text());
          }
          return texts.join(" ");
        }"""
    )
    assert assignment.scenario in held
    for name in ("Nowacka", "Kadrowa"):
        assert name not in held
    phone.context.set_offline(False)
    phone.goto("/")
    expect(phone.locator("#still-here")).to_contain_text("Złożono audyt z tego urządzenia: KA/")
    audit = Audit.objects.get()
    assert (audit.status, audit.assignment, audit.as_named) == (AuditStatus.SUBMITTED, assignment, "pani Anna")
    assert audit.answers.filter(verdict="not_met").count() == 1
    phone.locator("#still-here a").click()
    phone.locator("#arrived a").click()
    expect(phone.get_by_text(str(audit.receipt))).to_be_visible()
    phone.goto("/")
    phone.evaluate(
        """async () => {
          const pages = (await caches.keys()).find((name) => name.startsWith("pages "));
          const kept = async () => (await (await caches.open(pages)).keys()).map(({ url }) => url);
          while ((await kept()).some((url) => url.includes("/moje-zlecenia/"))) {
            await new Promise((done) => setTimeout(done, 50));
          }
        }"""
    )

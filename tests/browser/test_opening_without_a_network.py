"""A new audit where there is no network: opened, filled, checked and submitted; it arrives once, or says why not."""

import datetime
import re
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from audits.choices import AuditStatus, Role
from audits.models import Audit, Employee, User
from standards.models import Edition
from standards.publishing.publishing import draft_from
from tests.audits.factories import DepartmentFactory, appointed, employed, load_edition_2016
from tests.browser.checklist import SAVED, answered, question, state, unsent
from tests.browser.conftest import PHONE
from tests.standards.factories import PublicationFactory

pytestmark = pytest.mark.django_db(transaction=True)

GREETING = "powitał klienta słowami"


@pytest.fixture
def auditor() -> User:
    load_edition_2016()
    return appointed(Role.AUDITOR, DepartmentFactory(name="Wydział Próbny"))


@pytest.fixture
def person(auditor: User) -> Employee:
    return employed(auditor.appointments.get().department, first_name="Łucja", last_name="Świątek")


@pytest.fixture
def phone(browser_page: Callable[..., Page], log_in: Callable[..., None], auditor: User, person: Employee) -> Page:
    """On the start page, with what opens a new audit at hand, and then without a network."""
    page = browser_page(PHONE, service_workers="allow", reduced_motion="reduce")
    log_in(page, auditor)
    page.goto("/")
    until(
        page,
        "navigator.serviceWorker.controller && (await caches.keys()).length > 1 && "
        "await caches.match('/audyty/nowy/bez-sieci/')",
    )
    page.context.set_offline(True)
    return page


def until(page: Page, condition: str) -> None:
    page.evaluate(f"async () => {{ while (!({condition})) await new Promise(done => setTimeout(done, 50)); }}")


def open_one(page: Page) -> None:
    page.goto("/audyty/nowy/")
    page.locator("#person").select_option(index=1)
    page.get_by_label("Stanowisko lub pokój").fill("stanowisko 4")
    page.get_by_label("nie łączy mnie").check()
    page.get_by_role("button", name="Otwórz audyt").click()
    expect(page.locator("#visit-unit")).to_contain_text("Wydział Próbny")
    expect(state(page)).not_to_have_text("")


def judge(page: Page, asked: str, words: str) -> None:
    question(page, asked).get_by_text(words, exact=True).click()


def submit(page: Page) -> None:
    page.get_by_role("button", name="Sprawdź i złóż").click()
    page.get_by_label("Pozostaw je jako").check()
    page.get_by_role("button", name="Złóż audyt").click()


def test_the_core_offers_only_what_the_portal_takes(phone: Page) -> None:
    """A row that another one would exclude, which is not asked there, cannot have failed to occur."""
    open_one(phone)
    assert phone.locator("[data-excludes]").count() > 0
    expect(phone.locator('[data-excludes] input[value="not_applicable"]')).to_have_count(0)
    expect(phone.locator("[data-excludes] .q__verdict--not_applicable")).to_have_count(0)


def test_the_moment_proposed_is_the_offices_wherever_the_phone_thinks_it_is(
    browser_page: Callable[..., Page], log_in: Callable[..., None], auditor: User, person: Employee
) -> None:
    page = browser_page(PHONE, timezone_id="UTC")
    log_in(page, auditor)
    page.clock.set_fixed_time(datetime.datetime(2026, 9, 14, 10, 0, tzinfo=datetime.UTC))
    page.goto("/audyty/nowy/bez-sieci/")
    expect(page.locator("[name=took_place_at]")).to_have_value("2026-09-14T12:00")


def test_opened_filled_and_submitted_it_gets_its_receipt_hours_later(
    phone: Page, auditor: User, person: Employee, axe_clean: Callable[[Page], None]
) -> None:
    open_one(phone)
    judge(phone, GREETING, "Nie")
    expect(state(phone)).to_have_text("Brak sieci – 1 odpowiedź czeka")
    axe_clean(phone)
    # The phone is started again.
    address = phone.url
    again = phone.context.new_page()
    phone.close()
    again.goto(address)
    expect(question(again, GREETING).get_by_label("Nie", exact=True)).to_be_checked()
    judge(again, "kontakt wzrokowy", "Tak")
    again.get_by_role("button", name="Sprawdź i złóż").click()
    expect(again.locator("[data-list=noes]")).to_contain_text("powitał klienta słowami")
    again.get_by_role("button", name="Złóż audyt").click()
    expect(again.get_by_text("Są pytania bez odpowiedzi: odpowiedz")).to_be_visible()
    again.get_by_label("Pozostaw je jako").check()
    again.get_by_role("button", name="Złóż audyt").click()
    expect(again.locator("#will-be-sent")).to_be_visible()
    axe_clean(again)
    again.goto("/na-tym-urzadzeniu/")
    expect(again.locator("#unsent")).to_contain_text("Wydział Próbny")
    expect(again.locator("#unsent")).to_contain_text("Zostanie złożony, gdy będzie sieć.")
    assert not Audit.objects.exists()
    again.context.set_offline(False)
    again.goto("/")
    expect(again.locator("#still-here")).to_contain_text("Złożono audyt z tego urządzenia: KA/")
    audit = Audit.objects.get()
    assert (audit.status, audit.auditor, audit.employee) == (AuditStatus.SUBMITTED, auditor, person)
    assert (audit.desk, answered(audit)["7.3"], answered(audit)["7.2"]) == ("stanowisko 4", "not_met", "met")
    assert unsent(again) == []
    again.locator("#still-here a").click()
    expect(again.locator("#arrived")).to_contain_text(audit.receipt)
    axe_clean(again)
    again.get_by_role("button", name="Przeczytane").click()
    again.goto("/")
    expect(again.locator("#still-here")).to_be_hidden()


def test_with_the_network_back_it_is_a_draft_like_any_other(phone: Page) -> None:
    open_one(phone)
    judge(phone, GREETING, "Nie")
    expect(state(phone)).to_have_text("Brak sieci – 1 odpowiedź czeka")
    phone.context.set_offline(False)
    expect(state(phone)).to_have_text(SAVED)
    judge(phone, "kontakt wzrokowy", "Tak")
    expect(state(phone)).to_have_text(SAVED)
    audit = Audit.objects.get()
    assert (audit.is_draft, answered(audit)) == (True, {"7.2": "met", "7.3": "not_met"})
    until(phone, f"await caches.match('/audyty/{audit.uuid}/karta/')")
    phone.context.set_offline(True)
    phone.reload()
    expect(phone.locator("h1")).to_have_text("Wydział Próbny")
    expect(question(phone, GREETING).get_by_label("Nie", exact=True)).to_be_checked()
    expect(phone).to_have_url(phone.url)
    assert f"/audyty/{audit.uuid}/karta/" in phone.url
    phone.context.set_offline(False)
    phone.get_by_role("button", name="Sprawdź i złóż").click()
    expect(phone.get_by_role("button", name="Złóż audyt")).to_be_visible()


def test_what_the_portal_does_not_accept_says_why_and_is_mended(
    phone: Page, auditor: User, person: Employee, axe_clean: Callable[[Page], None]
) -> None:
    open_one(phone)
    judge(phone, GREETING, "Nie")
    submit(phone)
    expect(phone.locator("#will-be-sent")).to_be_visible()
    # Meanwhile somebody moves the person to a unit beside it.
    person.employments.update(department=DepartmentFactory(name="Wydział Inny"))
    phone.context.set_offline(False)
    phone.goto("/")
    phone.locator("#still-here a", has_text="Nieprzyjęty przez portal: ").click()
    expect(phone.locator("#unsent .check-list__reason").nth(1)).to_contain_text("Pracownik")
    axe_clean(phone)
    assert not Audit.objects.exists()
    phone.get_by_role("link", name="Popraw dane").click()
    expect(phone.locator("#refused")).to_contain_text("Pracownik")
    expect(phone.get_by_label("Stanowisko lub pokój")).to_have_value("stanowisko 4")
    axe_clean(phone)
    phone.locator("#person").select_option("")
    phone.locator("#id_department").select_option(index=1)
    phone.get_by_role("button", name="Otwórz audyt").click()
    # What was asked for is done as soon as it can be.
    expect(phone.get_by_role("heading", level=1)).to_contain_text("KA/")
    audit = Audit.objects.get()
    assert (audit.employee, answered(audit)["7.3"]) == (None, "not_met")
    assert unsent(phone) == []


def test_with_another_edition_published_meanwhile_the_answers_are_carried_over(phone: Page, auditor: User) -> None:
    open_one(phone)
    judge(phone, GREETING, "Nie")
    judge(phone, "kontakt wzrokowy", "Tak")
    submit(phone)
    expect(phone.locator("#will-be-sent")).to_be_visible()
    # From today on; one of the two means something else there.
    newer = draft_from(edition=Edition.objects.get(), code="nowe", title="Nowe", by=auditor)
    newer.standards.get(number="7").recommendations.filter(number="2").update(wording_changed=True)
    PublicationFactory(edition=newer, effective_from=timezone.localdate())
    phone.context.set_offline(False)
    phone.goto("/na-tym-urzadzeniu/")
    phone.get_by_role("link", name="Przenieś odpowiedzi na kartę z tamtego dnia").click()
    expect(phone.locator("#not-carried-answers li")).to_have_text([re.compile("kontakt wzrokowy.*Tak")])
    expect(question(phone, GREETING).get_by_label("Nie", exact=True)).to_be_checked()
    expect(state(phone)).to_have_text(SAVED)
    # Ended it is only once it has been looked at again.
    audit = Audit.objects.get()
    assert (audit.is_draft, audit.edition, answered(audit)) == (True, newer, {"7.3": "not_met"})


def test_what_cannot_be_is_said_before_it_is_opened(phone: Page, axe_clean: Callable[[Page], None]) -> None:
    phone.goto("/audyty/nowy/")
    axe_clean(phone)
    phone.get_by_role("button", name="Otwórz audyt").click()
    expect(phone.locator("#problem")).to_have_text("Wybierz komórkę albo osobę, której dotyczy audyt.")
    phone.locator("#person").select_option(index=1)
    phone.get_by_role("button", name="Otwórz audyt").click()
    expect(phone.locator("#problem")).to_contain_text("oświadczeni")
    assert unsent(phone) == []


def test_signing_out_names_it_and_deletes_it_on_request(phone: Page) -> None:
    open_one(phone)
    judge(phone, GREETING, "Nie")
    phone.route("**/z-urzadzenia/", lambda route: route.abort())
    phone.context.set_offline(False)
    phone.goto("/")
    phone.locator(".user-menu summary").click()
    phone.get_by_role("button", name="Wyloguj").click()
    expect(phone.locator("#unsent")).to_contain_text("Wydział Próbny")
    phone.get_by_role("button", name="Usuń to i wyloguj").click()
    expect(phone.get_by_label("Nazwa użytkownika")).to_be_visible()
    until(phone, "!Object.keys(localStorage).some(name => name.startsWith('opened:'))")
    assert not Audit.objects.exists()

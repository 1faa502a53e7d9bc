"""The second factor as its owner meets it: an application for codes, a passkey, and every page of both."""

import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from allauth.mfa.totp.internal import auth
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from audits.choices import Role
from audits.models import User
from audits.signin import invitations
from tests.audits.factories import PASSWORD, DepartmentFactory, UserFactory, appointed, second_factor
from tests.browser.conftest import DESKTOP, PHONE, fits

pytestmark = pytest.mark.django_db(transaction=True)

FACTORS = "/weryfikacja-dwuetapowa/"


@pytest.fixture
def hr() -> User:
    """Of HR, and with no second factor yet."""
    user = appointed(Role.HR, DepartmentFactory(), username="kadry")
    user.authenticator_set.all().delete()
    return user


@pytest.fixture
def named(live_server: Any) -> str:
    """The portal's address with a name: passkeys belong to one, never to a number."""
    return re.sub(r"//[\d.]+:", "//localhost:", live_server.url)


@pytest.fixture
def open_page(browser_page: Callable[..., Page], named: str) -> Callable[..., Page]:
    def opened(width: int = DESKTOP) -> Page:
        return browser_page(width, base_url=named)

    return opened


def with_fingerprint_reader(page: Page) -> None:
    """A computer that holds passkeys and knows its user's finger, which is always on it."""
    device = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable", {"enableUI": False})
    always = {"isUserVerified": True, "automaticPresenceSimulation": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": device | always})


def code_of(secret: str, later: int = 0) -> str:
    """What the application shows, or will show some half minutes later."""
    return str(auth.format_hotp_value(auth.hotp_value(secret.replace(" ", ""), int(time.time()) // 30 + later)))


def sign_in(page: Page, user: User) -> None:
    page.goto("/logowanie/")
    page.get_by_label("Nazwa użytkownika").fill(user.username)
    page.get_by_label("Hasło").fill(PASSWORD)
    page.get_by_role("button", name="Zaloguj się", exact=True).click()


def sign_out(page: Page) -> None:
    page.locator(".user-menu summary").click()
    page.get_by_role("button", name="Wyloguj").click()
    expect(page).to_have_url(re.compile("/logowanie/$"))


def heading(page: Page, text: str) -> Locator:
    return page.get_by_role("heading", level=1, name=text, exact=True)


def add_passkey(page: Page, name: str, alone: bool) -> None:
    page.goto(FACTORS + "klucze/nowy/")
    page.get_by_label("Nazwa klucza dostępu").fill(name)
    if alone:
        page.get_by_label("Logowanie samym tym kluczem").check()
    page.get_by_role("button", name="Dodaj klucz").click()
    expect(heading(page, "Kody zapasowe")).to_be_visible()


def test_hr_is_led_to_set_up_the_application_and_then_signs_in_with_its_code(open_page, hr):
    page = open_page(PHONE)
    sign_in(page, hr)
    expect(page).to_have_url(re.compile(FACTORS + "$"))
    expect(page.get_by_text("Twoja rola w portalu wymaga drugiego składnika")).to_be_visible()
    page.get_by_role("link", name="Ustaw aplikację").click()
    secret = page.locator(".secret").inner_text()
    page.get_by_label("Kod pokazany przez aplikację").fill(code_of(secret))
    page.get_by_role("button", name="Zakończ").click()

    expect(heading(page, "Kody zapasowe")).to_be_visible()
    codes = page.locator(".recovery-codes code")
    expect(codes).to_have_count(10)
    page.get_by_role("link", name="Strona główna").click()
    expect(page).to_have_url(re.compile(r"\d/$"))

    sign_out(page)
    sign_in(page, hr)
    expect(heading(page, "Drugi krok logowania")).to_be_visible()
    page.get_by_label("Kod").fill("000000")
    page.get_by_role("button", name="Zaloguj się", exact=True).click()
    expect(page.get_by_text("Ten kod jest nieprawidłowy")).to_be_visible()
    # The next one: that of the set-up has been used.
    page.get_by_label("Kod").fill(code_of(secret, later=1))
    page.get_by_role("button", name="Zaloguj się", exact=True).click()
    expect(page).to_have_url(re.compile(r"\d/$"))


def test_a_recovery_code_stands_in_for_the_phone_once(open_page, hr):
    second_factor(hr)
    code = hr.authenticator_set.get(type="recovery_codes").wrap().get_unused_codes()[0]
    page = open_page()
    sign_in(page, hr)
    page.get_by_label("Kod").fill(code)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\d/$"))
    page.goto(FACTORS)
    expect(page.get_by_text("Zostało 9 nieużytych kodów")).to_be_visible()


def test_a_passkey_signs_in_alone_and_leads_to_the_page_asked_for(open_page, hr):
    page = open_page()
    with_fingerprint_reader(page)
    sign_in(page, hr)
    add_passkey(page, "Laptop służbowy", alone=True)
    page.goto(FACTORS)
    expect(page.get_by_text("Laptop służbowy", exact=True)).to_be_visible()

    sign_out(page)
    page.goto("/sesje/")
    page.get_by_role("button", name="Zaloguj się kluczem dostępu").click()
    expect(page).to_have_url(re.compile("/sesje/$"))
    expect(page.locator(".sessions__one")).to_have_count(1)


def test_a_passkey_is_the_second_step_and_confirms_who_is_there(open_page, hr):
    page = open_page(PHONE)
    with_fingerprint_reader(page)
    sign_in(page, hr)
    add_passkey(page, "Klucz USB", alone=False)

    sign_out(page)
    sign_in(page, hr)
    page.get_by_role("button", name="Użyj klucza dostępu").click()
    expect(page).to_have_url(re.compile(r"\d/$"))

    page.goto(f"/potwierdzenie/klucz/?next={FACTORS}")
    page.get_by_role("button", name="Użyj klucza dostępu").click()
    expect(page).to_have_url(re.compile(FACTORS + "$"))


def test_who_has_no_passkey_is_told_and_can_go_on_with_the_password(browser_page, open_page, hr):
    page = open_page()
    with_fingerprint_reader(page)
    page.goto("/logowanie/")
    button = page.get_by_role("button", name="Zaloguj się kluczem dostępu")
    button.click()
    expect(page.get_by_role("alert")).to_have_text(re.compile("Klucz dostępu nie został użyty"))
    expect(button).to_be_enabled()
    # The same portal by its number, which no passkey can belong to.
    numbered = browser_page(base_url=page.url.split("/logowanie/")[0].replace("localhost", "127.0.0.1"))
    numbered.goto("/logowanie/")
    numbered.get_by_role("button", name="Zaloguj się kluczem dostępu").click()
    expect(numbered.get_by_role("alert")).to_have_text(re.compile("portal nie ma adresu z nazwą"))


def test_without_javascript_no_button_is_shown_that_does_nothing(browser_page, named, hr):
    page = browser_page(base_url=named, java_script_enabled=False)
    page.goto("/logowanie/")
    expect(page.get_by_role("button", name="Zaloguj się kluczem dostępu")).to_be_hidden()
    second_factor(hr)
    sign_in(page, hr)
    expect(page.get_by_label("Kod")).to_be_visible()


def _pages_of_strangers(user: User) -> Iterator[str]:
    yield from ("/logowanie/", "/haslo/nowe/", "/haslo/nowe/wyslano/", "/haslo/nowe/1/nic/")
    invited = UserFactory()
    invited.set_unusable_password()
    invited.save()
    first, second = (invitations.invite(user=invited, by=user, portal="https://p.example/") for _ in range(2))
    yield first.get_absolute_url()
    yield second.get_absolute_url()


def _pages_of_the_owner() -> Iterator[str]:
    yield from (FACTORS, FACTORS + "aplikacja/", FACTORS + "klucze/nowy/", "/haslo/", "/sesje/", "/potwierdzenie/")


def _fits(page: Page) -> None:
    assert fits(page), f"{page.url} is wider than its window"


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_pages_have_no_barrier_that_axe_finds(open_page, axe_clean, hr, width):
    page = open_page(width)
    with_fingerprint_reader(page)

    def examined(address: str = "") -> None:
        if address:
            page.goto(address)
        _fits(page)
        axe_clean(page)

    for address in _pages_of_strangers(hr):
        examined(address)
    sign_in(page, hr)
    for address in _pages_of_the_owner():
        examined(address)
    page.goto(FACTORS + "aplikacja/")
    page.get_by_label("Kod pokazany przez aplikację").fill("1")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Ten kod jest nieprawidłowy")).to_be_visible()
    examined()
    page.get_by_label("Kod pokazany przez aplikację").fill(code_of(page.locator(".secret").inner_text()))
    page.keyboard.press("Enter")
    expect(heading(page, "Kody zapasowe")).to_be_visible()
    examined()
    page.goto(FACTORS + "klucze/nowy/")
    page.get_by_role("button", name="Dodaj klucz").click()
    expect(heading(page, "Weryfikacja dwuetapowa")).to_be_visible()
    examined()
    for address in (FACTORS + "kody/nowe/", FACTORS + "aplikacja/usuniecie/", "/potwierdzenie/kod/"):
        examined(address)
    examined("/potwierdzenie/klucz/")
    page.goto(FACTORS)
    page.get_by_role("link", name=re.compile(r"^Usuń\s?:")).click()
    expect(heading(page, "Usuń klucz dostępu")).to_be_visible()
    examined()
    sign_out(page)
    sign_in(page, hr)
    expect(heading(page, "Drugi krok logowania")).to_be_visible()
    examined()


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_page_of_a_locked_account_has_no_barrier_that_axe_finds(open_page, axe_clean, hr, width, settings):
    settings.AXES_FAILURE_LIMIT = 1
    page = open_page(width)
    page.goto("/logowanie/")
    page.get_by_label("Nazwa użytkownika").fill(hr.username)
    page.get_by_label("Hasło").fill("nie to hasło")
    page.keyboard.press("Enter")
    expect(heading(page, "Zbyt wiele prób")).to_be_visible()
    _fits(page)
    axe_clean(page)


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_an_administrator_invites_again_and_helps_who_lost_the_phone(browser_page, axe_clean, log_in, hr, width):
    office = DepartmentFactory()
    administrator, another = appointed(Role.ADMINISTRATOR, office), appointed(Role.ADMINISTRATOR, office)
    invited = UserFactory()
    invited.set_unusable_password()
    invited.save()
    second_factor(hr)
    page = browser_page(width)
    log_in(page, administrator)
    page.goto(reverse("admin:audits_user_signing_in", args=[invited.pk]))
    page.get_by_role("button", name="Wyślij zaproszenie").click()
    expect(page.get_by_role("button", name="Wyślij nowe zaproszenie w miejsce obecnego")).to_be_visible()
    _fits(page)
    axe_clean(page)
    page.get_by_role("button", name="Cofnij zaproszenie").click()
    expect(page.get_by_text("Zaproszenie zostało cofnięte")).to_be_visible()

    page.goto(reverse("admin:audits_user_signing_in", args=[hr.pk]))
    _fits(page)
    axe_clean(page)
    page.get_by_role("button", name="Usuń drugi składnik").click()
    expect(page.get_by_role("main")).to_contain_text("inny administrator")
    _fits(page)
    axe_clean(page)

    other = browser_page(width)
    log_in(other, another)
    other.goto(reverse("audits:proposals"))
    other.get_by_role("checkbox").check()
    other.get_by_role("button", name="Potwierdź wybrane").click()
    expect(other.get_by_role("checkbox")).to_have_count(0)

    other.goto(reverse("admin:audits_user_signing_in", args=[hr.pk]))
    expect(other.get_by_text("Nie ustawiono żadnego")).to_be_visible()
    _fits(other)
    axe_clean(other)

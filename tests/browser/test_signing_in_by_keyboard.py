"""Invitation, set-up of a second factor and signing in with it by the Tab key alone, at four times a desktop's size."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from audits.choices import Role
from audits.models import User
from audits.signin import invitations
from tests.audits.factories import PASSWORD, DepartmentFactory, appointed, code_of_the_app, second_factor
from tests.browser.conftest import fits
from tests.browser.keyboard import follow, tab_to, type_into
from tests.browser.test_second_factor import code_of, heading

pytestmark = pytest.mark.django_db(transaction=True)

# What is left of 1280 pixels when the text is enlarged to 400%.
REFLOWED = 320


@pytest.fixture
def page(browser_page: Callable[..., Page]) -> Page:
    return browser_page(REFLOWED)


@pytest.fixture
def examined(page: Page, axe_clean: Callable[..., None]) -> Callable[[str], None]:
    """The page of that heading, which fits its window and has no barrier that axe finds."""

    def check(title: str) -> None:
        expect(heading(page, title)).to_be_visible()
        assert fits(page), f"{page.url} is too wide"
        axe_clean(page)

    return check


def sign_in(page: Page, user: User) -> None:
    type_into(page, page.get_by_label("Nazwa użytkownika"), user.username)
    type_into(page, page.get_by_label("Hasło"), PASSWORD)
    follow(page, page.get_by_role("button", name="Zaloguj się", exact=True))


def test_from_the_invitation_to_a_second_factor(page: Page, examined: Callable[[str], None], live_server: Any) -> None:
    hr = appointed(Role.HR, DepartmentFactory(), username="kadry")
    hr.authenticator_set.all().delete()
    hr.set_unusable_password()
    hr.save()
    page.goto(invitations.invite(user=hr, by=hr, portal=live_server.url).get_absolute_url())
    examined("Zaproszenie do portalu standardów")
    # The first try is too short, the second is taken.
    for password in ("krótkie", PASSWORD):
        for field in ("password1", "password2"):
            type_into(page, page.locator(f"[name={field}]"), password)
        follow(page, page.get_by_role("button", name="Ustaw hasło"))
    examined("Zaloguj się")
    sign_in(page, hr)

    examined("Weryfikacja dwuetapowa")
    follow(page, page.get_by_role("link", name="Ustaw aplikację"))
    examined("Ustaw aplikację")
    secret = page.locator(".secret").inner_text()
    type_into(page, page.get_by_label("Kod pokazany przez aplikację"), code_of(secret))
    follow(page, page.get_by_role("button", name="Zakończ"))
    examined("Kody zapasowe")
    tab_to(page, page.get_by_role("link", name="Zapisz do pliku"))
    follow(page, page.get_by_role("link", name="Strona główna"))
    expect(page).to_have_url(re.compile(r"\d/$"))


def test_the_second_step(page: Page, examined: Callable[[str], None]) -> None:
    hr = appointed(Role.HR, DepartmentFactory(), username="kadry")
    second_factor(hr)
    page.goto("/sesje/")
    examined("Zaloguj się")
    sign_in(page, hr)
    examined("Drugi krok logowania")
    code = page.get_by_label("Kod")
    for typed in ("000000", code_of_the_app()):
        type_into(page, code, typed)
        follow(page, page.get_by_role("button", name="Zaloguj się", exact=True))
    examined("Twoje sesje")
    tab_to(page, page.locator(".user-menu summary"))
    page.keyboard.press("Enter")
    follow(page, page.get_by_role("button", name="Wyloguj"))
    expect(heading(page, "Zaloguj się")).to_be_visible()

import re

import pytest
from playwright.sync_api import expect

from tests.audits.factories import UserFactory
from tests.browser.conftest import DESKTOP, PHONE, fits

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "herbata-z-cytryna-o-piatej"


@pytest.fixture
def user():
    user = UserFactory(username="j.nowak")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_login_page_has_no_barrier_that_axe_finds(browser_page, axe_clean, width):
    page = browser_page(width)
    page.goto("/")
    expect(page).to_have_url(re.compile(r"/logowanie/\?next=/$"))
    axe_clean(page)


def test_a_page_that_breaks_a_rule_is_named_with_the_rule_and_the_element(browser_page, axe_clean):
    page = browser_page()
    page.goto("/logowanie/")
    page.evaluate("document.querySelector('label[for=id_login]').remove()")
    with pytest.raises(AssertionError, match=r"label \(critical\).*\n.*#id_login"):
        axe_clean(page)


def test_signing_in_by_keyboard_leads_to_the_page_that_was_asked_for(browser_page, user):
    page = browser_page(PHONE)
    page.goto("/haslo/")
    page.get_by_label("Nazwa użytkownika").focus()
    page.keyboard.type(user.username)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/haslo/$"))
    assert page.evaluate("document.documentElement.lang") == "pl"


def test_a_wrong_password_says_so_beside_the_form_and_signs_nobody_in(browser_page, axe_clean, user):
    page = browser_page(PHONE)
    page.goto("/logowanie/")
    page.get_by_label("Nazwa użytkownika").fill(user.username)
    page.get_by_label("Hasło").fill("nie to")
    page.get_by_label("Hasło").press("Enter")
    expect(page.get_by_text("Nazwa lub hasło są nieprawidłowe")).to_be_visible()
    axe_clean(page)
    assert "sessionid" not in {cookie["name"] for cookie in page.context.cookies()}


def test_a_page_is_as_wide_as_its_window_and_in_warsaw(browser_page, user, log_in):
    page = browser_page(PHONE)
    log_in(page, user)
    page.goto("/haslo/")
    assert page.evaluate("[innerWidth, Intl.DateTimeFormat().resolvedOptions().timeZone, navigator.language]") == [
        PHONE,
        "Europe/Warsaw",
        "pl-PL",
    ]
    assert fits(page)

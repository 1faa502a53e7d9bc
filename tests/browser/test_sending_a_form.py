"""A form that is sent: once, however often it is pressed, and never into a network that is not there."""

import re

import pytest
from playwright.sync_api import Page, Request, Route, expect

from audits.choices import Role
from audits.models import Audit
from tests.audits.factories import DepartmentFactory, appointed, load_edition_2016
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.django_db(transaction=True)

A_CHECKLIST = re.compile(r"/karta/$")


@pytest.fixture
def department():
    load_edition_2016()
    return DepartmentFactory(code="UD-PRO-WOM")


@pytest.fixture
def page(browser_page, log_in, department) -> Page:
    opened = browser_page(PHONE)
    log_in(opened, appointed(Role.AUDITOR, department))
    return opened


@pytest.fixture
def sent(page) -> list[str]:
    """Addresses to which something was sent."""
    seen: list[str] = []

    def note(request: Request) -> None:
        if request.method == "POST":
            seen.append(request.url)

    page.on("request", note)
    return seen


def fill_in(page: Page, department) -> None:
    page.goto("/audyty/nowy/")
    page.get_by_label("Komórka organizacyjna").select_option(str(department.pk))
    page.get_by_label("Stanowisko lub pokój").fill("stanowisko 4")
    page.get_by_label(re.compile("nie łączy mnie")).check()


def lose_network(page: Page, lost: bool = True) -> None:
    """Also as the browser would tell it, which the emulation leaves out."""
    page.context.set_offline(lost)
    reached = str(not lost).lower()
    page.evaluate(f"Object.defineProperty(navigator, 'onLine', {{ value: {reached}, configurable: true }})")


def button(page: Page):
    return page.get_by_role("button", name="Otwórz audyt")


def test_without_a_network_it_stays_as_it_was_filled_in_and_is_sent_later(page, department, sent, axe_clean):
    fill_in(page, department)
    lose_network(page)
    button(page).click()
    told = page.get_by_role("alert")
    expect(told).to_have_text(re.compile("^Brak sieci. Nic nie zostało wysłane"))
    button(page).click()
    expect(told).to_have_count(1)
    expect(page.get_by_label("Stanowisko lub pokój")).to_have_value("stanowisko 4")
    assert not sent
    axe_clean(page)
    lose_network(page, lost=False)
    button(page).click()
    expect(page).to_have_url(A_CHECKLIST)
    assert Audit.objects.get().desk == "stanowisko 4"


def test_a_browser_that_wrongly_believes_to_be_offline_sends_it(page, department, sent):
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })")
    fill_in(page, department)
    button(page).click()
    expect(page).to_have_url(A_CHECKLIST)
    assert len(sent) == 1


def test_pressed_again_while_the_first_is_on_its_way_it_is_sent_once(page, department, sent):
    held: list[Route] = []
    fill_in(page, department)
    page.route("/audyty/nowy/", lambda route: held.append(route))
    button(page).evaluate("button => { button.click(); setTimeout(() => button.click(), 300); }")
    page.wait_for_timeout(1_000)
    assert len(sent) == 1
    held[0].continue_()
    expect(page).to_have_url(A_CHECKLIST)

"""Texts count down what they may still hold, and cut nothing; numbers are typed."""

import re

import pytest
from playwright.sync_api import Page, expect

from audits.choices import Role
from tests.audits.factories import DepartmentFactory, appointed, load_edition_2016, opened_audit
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def page(browser_page, log_in) -> Page:
    load_edition_2016()
    department = DepartmentFactory()
    auditor = appointed(Role.AUDITOR, department)
    draft = opened_audit(auditor, department)
    opened = browser_page(PHONE)
    log_in(opened, auditor)
    opened.goto(f"/audyty/{draft.uuid}/dane/")
    return opened


def test_a_text_counts_down_and_what_is_too_much_stays_until_it_is_mended(page, axe_clean):
    text = page.get_by_label("Opis scenariusza")
    text.fill("słowo")
    expect(page.get_by_text("Pozostało znaków: 1995").first).to_be_visible()
    text.fill("ż" * 2500)
    expect(page.get_by_text("Za dużo znaków: 500").first).to_be_visible()
    axe_clean(page)
    page.get_by_role("button", name="Zapisz").click()
    expect(page.get_by_text("Za długie o 500 znaków").first).to_be_visible()
    expect(text).to_have_value("ż" * 2500)
    text.fill("ż" * 2000)
    page.get_by_role("button", name="Zapisz").click()
    expect(page).to_have_url(re.compile("/karta/$"))


def test_a_turn_of_the_wheel_changes_no_number(page):
    minutes = page.get_by_label("Czas oczekiwania w minutach")
    minutes.fill("5")
    minutes.hover()
    page.mouse.wheel(0, 100)
    minutes.press("ArrowDown")
    expect(minutes).to_have_value("5")
    expect(page.get_by_role("spinbutton")).to_have_count(0)

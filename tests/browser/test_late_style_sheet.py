"""On a slow network a page is used while our style sheets are still on their way: Bootstrap's alone must do."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from audits.choices import Role
from tests.audits.factories import DepartmentFactory, appointed, load_edition_2016
from tests.browser.conftest import PHONE, until

pytestmark = pytest.mark.django_db(transaction=True)

OUR_SHEETS = re.compile(r"/static/css/.+\.css")
# The picture of each control's mark, as the page shows it.
MARKS = """() => ['select', 'input[type=checkbox]', 'input[type=radio]:checked'].map((selector) => {
    const control = document.querySelector(`main ${selector}`);
    if (control.type === 'checkbox') control.checked = true;
    return getComputedStyle(control).backgroundImage;
})"""


@pytest.fixture
def page(browser_page: Callable[..., Page], log_in: Callable[..., None]) -> Page:
    load_edition_2016()
    opened = browser_page(PHONE)
    log_in(opened, appointed(Role.AUDITOR, DepartmentFactory()))
    return opened


def address_of(mark: str) -> str:
    found = re.match(r'url\("(http[^"]*\.svg)"\)', mark)
    assert found, mark
    return found[1]


def test_controls_have_bootstraps_marks_until_ours_come(page: Page) -> None:
    held: list[Route] = []
    page.route(OUR_SHEETS, lambda route: held.append(route))
    page.goto("/audyty/nowy/", wait_until="commit")
    expect(page.get_by_role("button", name="Otwórz audyt")).to_be_attached()
    # Looked at by the clock: a page that waits for a style sheet draws no frames.
    has_mark = "getComputedStyle(document.querySelector('main select')).backgroundImage !== 'none'"
    until(page, has_mark)
    first = [address_of(mark) for mark in page.evaluate(MARKS)]
    assert all("/bootstrap/" in address for address in first)
    for route in held:
        route.continue_()
    page.wait_for_load_state()
    then = [address_of(mark) for mark in page.evaluate(MARKS)]
    assert all("/img/" in address for address in then)
    for address in first + then:
        assert page.request.get(address).headers["content-type"] == "image/svg+xml"


def test_controls_have_marks_where_ours_never_come(page: Page) -> None:
    page.route(OUR_SHEETS, lambda route: route.abort())
    page.goto("/audyty/nowy/")
    for mark in page.evaluate(MARKS):
        has_come = "address => performance.getEntriesByName(address).length"
        until(page, has_come, address_of(mark))
        assert page.request.get(address_of(mark)).headers["content-type"] == "image/svg+xml"

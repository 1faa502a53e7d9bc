"""HR closes a quarter and orders what came of it: from the keyboard, at a phone's width, and without a script."""

import datetime
import re
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from audits.choices import Role
from audits.models import Closing, Report, User
from audits.models.periods import Period, last_finished_quarter
from audits.reports.closings import close_granule
from standards.choices import Method
from tests.audits.factories import appointed
from tests.audits.reports import makers
from tests.browser.conftest import DESKTOP, PHONE, fits

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def quarter() -> Period:
    return last_finished_quarter(timezone.localdate())


@pytest.fixture
def office(quarter: Period) -> makers.Office:
    """Five visits to the first unit in the last quarter, one to the second; six people in each."""
    found = makers.office((6, 6))
    at = quarter.start + datetime.timedelta(days=30)
    for unit, visits in zip(found.units, (5, 1), strict=True):
        for _ in range(visits):
            makers.submit(found, unit, method=Method.MYSTERY, took_place_at=at)
        # Since before the quarter began.
        for person in found.people[unit.pk]:
            person.employments.update(since=quarter.first_day - datetime.timedelta(days=400))
    return found


@pytest.fixture
def hr(office: makers.Office) -> User:
    return appointed(Role.HR, office.district)


@pytest.fixture
def closed(office: makers.Office, hr: User, quarter: Period) -> Closing:
    return close_granule(method=Method.MYSTERY, first_day=quarter.first_day, last_day=quarter.last_day, by=hr)


def prospects(page: Page) -> str:
    return page.locator("#prospects").inner_text().replace("\N{NO-BREAK SPACE}", " ")


def test_a_quarter_is_closed_and_then_ordered_from_the_keyboard(
    browser_page: Callable[..., Page],
    log_in: Callable[..., None],
    axe_clean: Callable[..., None],
    office: makers.Office,
    hr: User,
    quarter: Period,
) -> None:
    page = browser_page(DESKTOP)
    log_in(page, hr)
    page.goto("/raporty/")
    unit = page.get_by_role("combobox", name="Komórka organizacyjna").first
    unit.press_sequentially("probny 1")
    expect(page.get_by_role("option", name="UD-PRO-1 ·")).to_be_visible()
    expect(page.get_by_role("option", name="UD-PRO-2 ·")).to_have_count(0)
    axe_clean(page)
    unit.press("ArrowDown")
    unit.press("Enter")
    expect(unit).to_have_value("UD-PRO-1 · Wydział Próbny 1")
    expect(page.locator("#prospects")).to_contain_text("Jeszcze nie zamknięto")
    page.locator("#prospects").get_by_role("link", name=re.compile("Tajemniczy klient")).press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Zamknięcie: Tajemniczy klient"))
    axe_clean(page)
    page.get_by_label("Znam listę spraw otwartych").press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Zamknięte: Tajemniczy klient"))
    axe_clean(page)
    assert Closing.objects.get().closed_by == hr

    page.goto("/raporty/")
    unit.press_sequentially("pro 1")
    unit.press("Enter")
    expect(page.locator("#prospects")).to_contain_text("będzie wynik")
    page.get_by_role("button", name="Utwórz raport").press("Enter")
    expect(page).to_have_url(re.compile(r"/raporty/[0-9a-f-]{36}/$"))
    report = Report.objects.get()
    assert (report.department, report.level, report.period_start) == (office.units[0], "general", quarter.first_day)


def test_what_is_typed_and_not_picked_chooses_nothing(
    browser_page: Callable[..., Page], log_in: Callable[..., None], office: makers.Office, hr: User, closed: Closing
) -> None:
    page = browser_page(DESKTOP)
    log_in(page, hr)
    page.goto("/raporty/")
    unit = page.get_by_role("combobox", name="Komórka organizacyjna").first
    unit.fill("próbny 2")
    # One thing left that fits is meant.
    page.locator("#id_period").focus()
    expect(unit).to_have_value("UD-PRO-2 · Wydział Próbny 2")
    unit.fill("wydział")
    page.locator("#id_period").focus()
    expect(unit).to_have_value("UD-PRO-2 · Wydział Próbny 2")
    unit.fill("nic takiego")
    expect(page.get_by_text("Żadna komórka nie pasuje.")).to_be_visible()
    unit.press("Escape")
    expect(unit).to_have_value("UD-PRO-2 · Wydział Próbny 2")
    expect(page.locator("#prospects")).to_contain_text("za mało audytów")
    page.locator("#prospects").get_by_role("link", name=re.compile("^UD-PRO, ")).first.click()
    expect(unit).to_have_value("UD-PRO · Urząd Dzielnicy Próbnej")
    expect(page.locator("#prospects")).to_contain_text("będzie wynik")


def test_days_are_asked_for_only_where_other_days_were_chosen(
    browser_page: Callable[..., Page], log_in: Callable[..., None], office: makers.Office, hr: User
) -> None:
    page = browser_page(PHONE)
    log_in(page, hr)
    page.goto("/raporty/")
    expect(page.get_by_label("Pierwszy dzień")).to_be_hidden()
    page.locator("#id_period").select_option("free")
    expect(page.get_by_label("Pierwszy dzień")).to_be_visible()
    page.locator("#id_period").select_option(index=1)
    expect(page.get_by_label("Pierwszy dzień")).to_be_hidden()


def test_without_a_script_the_same_is_chosen_seen_and_ordered(
    browser_page: Callable[..., Page],
    log_in: Callable[..., None],
    office: makers.Office,
    hr: User,
    closed: Closing,
) -> None:
    page = browser_page(PHONE, java_script_enabled=False)
    log_in(page, hr)
    page.goto("/raporty/")
    page.locator("select[name=department]").first.select_option(label="UD-PRO-1 · Wydział Próbny 1")
    page.get_by_role("button", name="Sprawdź, co to da").click()
    assert "Tajemniczy klient: 5 audytów, będzie wynik." in prospects(page)
    page.get_by_role("button", name="Utwórz raport").click()
    expect(page).to_have_url(re.compile(r"/raporty/[0-9a-f-]{36}/$"))


def test_no_page_of_closings_or_orders_is_too_wide_or_hard_to_reach(
    browser_page: Callable[..., Page],
    log_in: Callable[..., None],
    axe_clean: Callable[..., None],
    office: makers.Office,
    hr: User,
    closed: Closing,
) -> None:
    makers.submit(office, office.units[0], method=Method.MYSTERY, took_place_at=closed.period.start)
    page = browser_page(PHONE)
    log_in(page, hr)
    granule = f"/zamkniecia/mystery/{closed.period.code}/"
    year = f"/zamkniecia/observation/{timezone.localdate().year}/"
    addresses = ("/zamkniecia/", granule, f"{granule}pozniejsze-zmiany/", year, "/zamkniecia/dlugosci/", "/raporty/")
    for width in (PHONE, DESKTOP):
        page.set_viewport_size({"width": width, "height": 900})
        for address in addresses:
            page.goto(address)
            assert fits(page), f"{address} at {width} px"
            axe_clean(page)

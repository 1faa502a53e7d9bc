"""From the office's headline down to an audit's answer, and back; on a desk and on a phone."""

import datetime
import re
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from audits.choices import Role
from audits.models.periods import last_finished_quarter
from standards.choices import Method
from tests.audits.factories import appointed, purpose
from tests.audits.reports import makers
from tests.audits.reports.department.closed import close
from tests.browser.conftest import DESKTOP, PHONE, fits

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def office() -> makers.Office:
    """Two units visited in the last quarter; in the second nobody greets."""
    found = makers.office((6, 6))
    period = last_finished_quarter(timezone.localdate())
    day = period.start + datetime.timedelta(days=9)
    for hour in range(6):
        at = day + datetime.timedelta(hours=hour)
        makers.submit(found, found.units[0], method=Method.MYSTERY, took_place_at=at)
        makers.submit(found, found.units[1], method=Method.MYSTERY, took_place_at=at, verdict={"7.1": "not_met"})
    # Since before the quarter began.
    for unit in found.units:
        for person in found.people[unit.pk]:
            person.employments.update(since=period.first_day - datetime.timedelta(days=400))
    close(found, period, Method.MYSTERY)
    purpose()
    return found


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_from_the_headline_to_an_answer_and_back(
    width: int, office: makers.Office, browser_page: Any, log_in: Any, axe_clean: Any
) -> None:
    page = browser_page(width)
    log_in(page, appointed(Role.HR, office.district, username="kadry.proba"))

    def seen(heading: str) -> None:
        expect(page.locator("h1")).to_have_text(heading)
        assert fits(page)
        axe_clean(page)

    page.goto("/")
    page.get_by_role("link", name="Wszystkie wyniki").click()
    seen("Wyniki: Urząd Dzielnicy Próbnej")
    page.get_by_role("link", name="Wydział Próbny 2").first.click()
    seen("Wyniki: Wydział Próbny 2")
    page.get_by_role("link", name="Uprzejmie witaj").click()
    seen("Standard 7. Uprzejmie witaj klienta i oferuj mu swoją pomoc")
    page.locator(".results-detail a").first.click()
    expect(page.locator("h1")).to_have_text(re.compile(r"^\s*7\.1 "))
    heading = page.locator("h1").inner_text()
    page.get_by_role("link", name="Audyty, z których to wynika").click()
    page.locator("#id_purpose").select_option(index=1)
    page.locator("main form button[type=submit]").click()
    axe_clean(page)
    page.locator(".card-link__anchor").first.click()
    expect(page.locator("#zalecenie-7\\.1")).to_contain_text("Niespełnione")
    expect(page).to_have_url(re.compile("#zalecenie-7.1$"))
    page.go_back()
    page.get_by_role("link", name="Zalecenie 7.1").click()
    expect(page.locator("h1")).to_have_text(heading)
    page.get_by_role("link", name="Standard 7").click()
    expect(page.locator("h1")).to_have_text(re.compile("Standard 7"))
    page.get_by_role("link", name="Wydział Próbny 2").first.click()
    expect(page.locator("h1")).to_have_text("Wyniki: Wydział Próbny 2")
    page.get_by_role("link", name="Urząd Dzielnicy Próbnej").first.click()
    expect(page.locator("h1")).to_have_text("Wyniki: Urząd Dzielnicy Próbnej")


def test_on_a_phone_the_trend_shows_its_latest_period(office: makers.Office, browser_page: Any, log_in: Any) -> None:
    page = browser_page(PHONE, java_script_enabled=False)
    log_in(page, appointed(Role.HR, office.district, username="kadry.proba"))
    page.goto("/wyniki/")
    frame, chart = page.locator(".trend").bounding_box(), page.locator(".trend-chart").bounding_box()
    assert chart["width"] > frame["width"]
    assert chart["x"] + chart["width"] <= frame["x"] + frame["width"]


def test_without_a_script_another_unit_is_chosen(office: makers.Office, browser_page: Any, log_in: Any) -> None:
    page = browser_page(PHONE, java_script_enabled=False)
    log_in(page, appointed(Role.HR, office.district, username="kadry.proba"))
    page.goto("/wyniki/")
    page.locator("#id_komorka").select_option(label="UD-PRO-1 · Wydział Próbny 1")
    page.get_by_role("button", name="Pokaż").click()
    expect(page.locator("h1")).to_have_text("Wyniki: Wydział Próbny 1")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_two_units_are_compared(
    width: int, office: makers.Office, browser_page: Any, log_in: Any, axe_clean: Any
) -> None:
    page = browser_page(width)
    log_in(page, appointed(Role.HR, office.district, username="kadry.proba"))
    page.goto("/wyniki/")
    page.get_by_role("link", name="Porównaj").click()
    expect(page.locator("#id_a-okres")).to_be_visible()
    period = page.locator("#id_a-okres").input_value()
    first, second = office.units
    page.goto(f"/wyniki/porownanie/?a-komorka={first.pk}&b-komorka={second.pk}&a-okres={period}&b-okres={period}")
    expect(page.locator(".results__figure")).to_contain_text("Wydział Próbny 2")
    assert fits(page)
    axe_clean(page)

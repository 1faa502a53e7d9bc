"""Nothing is final while a device still holds an answer, from whichever page and tab it is submitted."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from audits.choices import AuditStatus, Role
from audits.models import Audit, User
from tests.audits.factories import DepartmentFactory, appointed, load_edition_2016, opened_audit
from tests.browser.checklist import SAVED, answered, question, state, taken_over, unsent
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.django_db(transaction=True)

GREETING = "powitał klienta słowami"
OFFLINE = "Brak sieci – 1 odpowiedź czeka"
RECEIPT = re.compile(r"KA/\d{4}/\d{6}")


@pytest.fixture
def auditor() -> User:
    load_edition_2016()
    return appointed(Role.AUDITOR, DepartmentFactory())


@pytest.fixture
def draft(auditor: User) -> Audit:
    return opened_audit(auditor, auditor.appointments.get().department, selection="everything")


@pytest.fixture
def open_card(browser_page: Callable[..., Page], log_in: Callable[..., None], auditor: User, draft: Audit):
    def opened(**options: object) -> Page:
        page = browser_page(PHONE, **options)
        log_in(page, auditor)
        page.goto(f"/audyty/{draft.uuid}/karta/")
        if options.get("java_script_enabled", True):
            taken_over(page)
        return page

    return opened


def judge(page: Page, words: str = "Nie") -> None:
    question(page, GREETING).get_by_text(words, exact=True).click()


def check(page: Page) -> None:
    """The page before submitting, opened for itself."""
    page.goto(page.url.replace("karta", "zlozenie"))


def submit(page: Page) -> None:
    if page.get_by_label(re.compile(r"Pozostaw \d")).count():
        page.get_by_label(re.compile(r"Pozostaw \d")).check()
    page.get_by_role("button", name="Złóż audyt").click()


def is_draft(draft: Audit) -> bool:
    draft.refresh_from_db()
    return draft.status == AuditStatus.DRAFT


def test_a_change_made_after_the_page_was_shown_is_sent_and_looked_at_first(open_card, draft: Audit) -> None:
    """Back to the card, a verdict changed while the network fails, browser Back, the network on, submit."""
    page = open_card()
    check(page)
    page.get_by_role("link", name="Wróć do karty").click()
    taken_over(page)
    page.context.set_offline(True)
    judge(page)
    expect(state(page)).to_have_text(OFFLINE)
    page.route("**/zmiany/", lambda route: route.abort())
    page.context.set_offline(False)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sprawdź przed złożeniem")
    submit(page)
    expect(page.locator("#check-problem")).to_contain_text("na tym urządzeniu są jeszcze odpowiedzi")
    assert is_draft(draft)
    page.unroute("**/zmiany/")
    submit(page)
    expect(page.get_by_role("alert").filter(has_text="Karta zmieniła się")).to_be_focused()
    expect(page).to_have_title(re.compile("^Nie złożono"))
    expect(page.locator("#differs-row-" + greeting_of(draft))).to_contain_text(re.compile(r"\bNie\b"))
    assert is_draft(draft)
    submit(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(RECEIPT)
    assert answered(draft)["7.3"] == "not_met"
    assert unsent(page) == []


def greeting_of(draft: Audit) -> str:
    row = draft.answers.get(recommendation__standard__number=7, recommendation__number=3)
    return str(row.recommendation_id)


def test_what_another_tab_holds_goes_first(open_card, draft: Audit) -> None:
    page = open_card()
    other = page.context.new_page()
    other.goto(page.url.replace("karta", "zlozenie"))
    page.context.set_offline(True)
    judge(page)
    expect(state(page)).to_have_text(OFFLINE)
    page.close()
    other.context.set_offline(False)
    submit(other)
    expect(other.get_by_role("alert").filter(has_text="Karta zmieniła się")).to_be_visible()
    assert (is_draft(draft), answered(draft)["7.3"]) == (True, "not_met")
    submit(other)
    expect(other.get_by_role("heading", level=1)).to_have_text(RECEIPT)


def test_a_conflict_that_nobody_decided_on_keeps_it_a_draft(open_card, draft: Audit) -> None:
    page, elsewhere = open_card(), open_card()
    judge(elsewhere, "Tak")
    expect(state(elsewhere)).to_have_text(SAVED)
    judge(page)
    expect(question(page, GREETING).get_by_role("alert")).to_be_visible()
    check(page)
    submit(page)
    expect(page.locator("#check-problem")).to_contain_text("wybierz, która zostaje")
    assert is_draft(draft)


def test_another_device_is_named_and_what_it_sends_afterwards_is_late(open_card, draft: Audit) -> None:
    page, phone = open_card(), open_card()
    judge(phone)
    expect(state(phone)).to_have_text(SAVED)
    phone.context.set_offline(True)
    judge(phone, "Tak")
    expect(state(phone)).to_have_text(OFFLINE)
    judge_other(page)
    check(page)
    devices = page.get_by_role("region", name="Urządzenia, na których wypełniano")
    expect(devices.get_by_role("listitem")).to_have_count(2)
    expect(devices.get_by_text("to urządzenie").locator("visible=true")).to_have_count(1)
    submit(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(RECEIPT)
    phone.context.set_offline(False)
    phone.evaluate("dispatchEvent(new Event('online'))")
    expect(state(phone)).to_have_text("Ten audyt złożono wcześniej. To, co tu czeka, nie zostało zapisane.")
    assert answered(draft)["7.3"] == "not_met"
    assert len(unsent(phone)) == 1


def judge_other(page: Page) -> None:
    question(page, "kontakt wzrokowy").get_by_text("Tak", exact=True).click()
    expect(state(page)).to_have_text(SAVED)


def test_without_a_script_on_a_draft_of_devices_a_tick_is_asked_for(open_card, draft: Audit) -> None:
    phone = open_card()
    judge(phone)
    expect(state(phone)).to_have_text(SAVED)
    page = open_card(java_script_enabled=False)
    check(page)
    submit(page)
    expect(page.get_by_role("alert").filter(has_text="czy na tym urządzeniu")).to_be_visible()
    assert is_draft(draft)
    page.get_by_label("Na tym urządzeniu nie ma nic niewysłanego").check()
    submit(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(RECEIPT)


def test_each_line_leads_to_its_row_and_back(open_card, draft: Audit, axe_clean: Callable[[Page], None]) -> None:
    page = open_card()
    judge(page)
    question(page, GREETING).locator(".q__more").evaluate("one => { one.open = true }")
    question(page, GREETING).locator("textarea").fill("mruknął")
    question(page, GREETING).locator("textarea").blur()
    page.get_by_role("button", name="Sprawdź i złóż").click()
    noes = page.get_by_role("region", name="Odpowiedzi „nie” (1)")
    expect(noes).to_contain_text("mruknął")
    axe_clean(page)
    noes.get_by_role("link").click()
    expect(question(page, GREETING)).to_be_in_viewport()
    judge(page, "Tak")
    page.get_by_role("link", name="Wróć do sprawdzania").click()
    expect(page.get_by_role("region", name="Odpowiedzi „nie” (0)")).to_be_visible()
    expect(page.get_by_role("region", name="Pozostałe notatki (1)")).to_contain_text("mruknął")
    left = page.locator("#left-heading + ul li").first
    left.get_by_role("link").click()
    page.get_by_role("link", name="Wróć do sprawdzania").click()
    expect(left).to_be_in_viewport()

"""A checklist on a phone in one hand: how long it is, how many taps it takes, and that it moves when it should only."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from audits.choices import Role
from audits.models import Audit, User
from standards.choices import Method
from tests.audits.factories import DepartmentFactory, appointed, load_edition_2016, opened_audit
from tests.browser.checklist import SAVED, answered, question, state, taken_over
from tests.browser.conftest import PHONE
from tests.load.filling import finish

pytestmark = pytest.mark.django_db(transaction=True)

GREETING = "powitał klienta słowami"
# Of which the full observation was 17,866 px long in 2026-11.
LONGEST = {"core": 6_500, "everything": 8_933}
MOST_TAPS = 25


@pytest.fixture
def auditor() -> User:
    load_edition_2016()
    return appointed(Role.AUDITOR, DepartmentFactory(name="Wydział Próbny"))


@pytest.fixture
def opened(
    browser_page: Callable[..., Page], log_in: Callable[..., None], auditor: User
) -> Callable[..., tuple[Page, Audit]]:
    def open_card(selection: str = "core", method: str = Method.OBSERVATION) -> tuple[Page, Audit]:
        draft = opened_audit(auditor, auditor.appointments.get().department, method=method, selection=selection)
        page = browser_page(PHONE, reduced_motion="reduce")
        log_in(page, auditor)
        page.goto(f"/audyty/{draft.uuid}/karta/")
        taken_over(page)
        return page, draft

    return open_card


@pytest.mark.parametrize("method", [Method.OBSERVATION, Method.MYSTERY])
def test_a_core_audit_takes_few_taps_and_little_room(opened, method: str) -> None:
    page, draft = opened("core", method)
    assert page.evaluate("document.documentElement.scrollHeight") <= LONGEST["core"]
    assert finish(page) <= MOST_TAPS
    expect(state(page)).to_have_text(SAVED)
    assert not draft.answers.filter(verdict="").exists()


def test_a_full_observation_is_half_as_long_as_it_was(opened) -> None:
    page, _draft = opened("everything")
    assert page.evaluate("document.documentElement.scrollHeight") <= LONGEST["everything"]


def test_one_tap_says_that_none_of_the_breaches_was_noticed(opened) -> None:
    page, draft = opened("core")
    noticed = question(page, "Czy pracownik jadł w obecności klienta?")
    noticed.get_by_text("Tak", exact=True).click()
    page.get_by_role("button", name="Żadnego z powyższych").click()
    expect(state(page)).to_have_text(SAVED)
    assert {one.verdict for one in draft.answers.filter(refrain=True)} == {"met", "not_met"}
    assert draft.answers.filter(verdict="not_met").count() == 1
    assert answered(draft)["8.5"] == "not_met"
    expect(noticed.get_by_label("Tak", exact=True)).to_be_checked()


def test_what_is_folded_behind_a_breach_is_shown_once_it_is_the_answer(opened) -> None:
    page, draft = opened("core")
    row = question(page, "Czy pracownik jadł w obecności klienta?")
    expect(row.get_by_text("Nie widziałem")).to_be_hidden()
    row.get_by_role("radio", name="Nie", exact=True).focus()
    page.keyboard.press("5")
    expect(row.get_by_text("Nie widziałem")).to_be_visible()
    expect(state(page)).to_have_text(SAVED)
    assert answered(draft) == {"8.5": "not_observed"}
    page.reload()
    expect(question(page, "Czy pracownik jadł").get_by_label("Nie widziałem")).to_be_checked()
    expect(question(page, "Czy pracownik jadł").get_by_text("Nie widziałem")).to_be_visible()


def top_of(row: Locator) -> float:
    box = row.bounding_box()
    assert box
    return box["y"]


def last_in_sight(page: Page) -> Locator:
    """The row that the line at the bottom leaves whole, the last one above it."""
    key = page.evaluate(
        "() => { const bar = document.querySelector('.bar').getBoundingClientRect().top;"
        "return [...document.querySelectorAll('.q:not([hidden])')].filter("
        "one => one.querySelector('.q__verdict') && one.getBoundingClientRect().bottom < bar).at(-1).id }"
    )
    return page.locator(f"#{key}")


def test_the_next_open_question_comes_into_view_by_itself(opened) -> None:
    page, _draft = opened("core")
    row = last_in_sight(page)
    before = top_of(row)
    row.get_by_text("Tak", exact=True).click()
    page.wait_for_function("scrollY > 0")
    assert top_of(row) < before
    # What is whole already moves nothing.
    at = page.evaluate("scrollY")
    question(page, "Czy po wejściu klienta").get_by_text("Tak", exact=True).click()
    expect(state(page)).to_have_text(SAVED)
    assert page.evaluate("scrollY") == at


def test_an_arrow_key_chooses_and_scrolls_nothing_away(opened) -> None:
    page, _draft = opened("core")
    row = last_in_sight(page)
    row.get_by_role("radio").first.focus()
    at = page.evaluate("scrollY")
    page.keyboard.press("ArrowDown")
    expect(state(page)).to_have_text(SAVED)
    assert page.evaluate("scrollY") == at


def test_whoever_does_not_want_that_says_so_once(opened, log_in, auditor: User) -> None:
    page, draft = opened("core")
    page.get_by_label("Po odpowiedzi przechodź do następnego pytania").uncheck()
    page.reload()
    taken_over(page)
    expect(page.get_by_label("Po odpowiedzi przechodź do następnego pytania")).not_to_be_checked()
    last_in_sight(page).get_by_text("Tak", exact=True).click()
    expect(state(page)).to_have_text(SAVED)
    assert page.evaluate("scrollY") == 0
    # Signing out clears what the page may keep, and not this.
    page.locator(".user-menu summary").click()
    page.get_by_role("button", name="Wyloguj").click()
    expect(page.get_by_label("Nazwa użytkownika")).to_be_visible()
    log_in(page, auditor)
    page.goto(f"/audyty/{draft.uuid}/karta/")
    expect(page.get_by_label("Po odpowiedzi przechodź do następnego pytania")).not_to_be_checked()
    page.get_by_label("Po odpowiedzi przechodź do następnego pytania").check()
    page.reload()
    expect(page.get_by_label("Po odpowiedzi przechodź do następnego pytania")).to_be_checked()

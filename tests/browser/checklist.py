"""What tests of the checklist's page look at."""

import re

from playwright.sync_api import Locator, Page, Route, expect

from audits.models import Audit
from tests.browser.conftest import PATIENCE

READY = "Każda odpowiedź zapisuje się od razu"
SAVED = re.compile(r"Zapisano \d\d:\d\d")
SCRIPT = re.compile(r"/js/checklist(\.[^/]+)?\.js")


def state(page: Page) -> Locator:
    """The line that says whether answers are saved."""
    return page.locator("#save-state")


def taken_over(page: Page) -> None:
    """Waits until the page's script is there, which a page that a click led to may still be loading: keys need it."""
    expect(state(page)).to_have_text(READY)


def unsent(page: Page) -> list[str]:
    """What the browser still holds."""
    names: list[str] = page.evaluate("Object.keys(localStorage)")
    return [name for name in names if ":unsent:" in name]


def question(page: Page, text: str) -> Locator:
    return page.locator(".q", has_text=text)


def answered(audit: Audit) -> dict[str, str]:
    """The verdicts that the database has, by the recommendation's number."""
    rows = audit.answers.exclude(verdict="").select_related("recommendation__standard")
    return {answer.recommendation.label: answer.verdict for answer in rows}


def comes_in(page: Page, audit: Audit, label: str, verdict: str) -> None:
    """Waits until the database has that verdict, where the page may say so or another one has said it before."""
    for _turn in range(PATIENCE // 50):
        if answered(audit).get(label) == verdict:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{verdict} of {label} did not come in from {page.url}")


def opened_again_on_a_slow_network(page: Page) -> tuple[Page, list[Route]]:
    """The same page in another tab, and the requests for its script, which wait."""
    context, address = page.context, page.url
    page.close()
    context.set_offline(False)
    held: list[Route] = []
    again = context.new_page()
    again.route(SCRIPT, lambda route: held.append(route))
    again.goto(address, wait_until="commit")
    return again, held

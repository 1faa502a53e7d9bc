"""What tests of the checklist's page look at."""

import re

from playwright.sync_api import Locator, Page

from audits.models import Audit

SAVED = re.compile(r"Zapisano \d\d:\d\d")


def state(page: Page) -> Locator:
    """The line that says whether answers are saved."""
    return page.locator("#save-state")


def question(page: Page, text: str) -> Locator:
    return page.locator(".q", has_text=text)


def answered(audit: Audit) -> dict[str, str]:
    """The verdicts that the database has, by the recommendation's number."""
    rows = audit.answers.exclude(verdict="").select_related("recommendation__standard")
    return {answer.recommendation.label: answer.verdict for answer in rows}

"""An office edits its standards: every page for everybody to use, from the keyboard and without scripts too."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from audits.choices import Role
from audits.models import User
from standards.models import Edition
from tests.audits.factories import DepartmentFactory, UserFactory, appointed
from tests.browser.conftest import DESKTOP, PHONE, fits
from tests.standards.editing.test_editing import save
from tests.standards.factories import load_edition_2016, recommendation_of, sound_draft

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def editor() -> User:
    return appointed(Role.STANDARDS_EDITOR, DepartmentFactory())


@pytest.fixture
def draft() -> Edition:
    return sound_draft()


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_nothing(
    browser_page: Callable[..., Page],
    log_in: Callable[..., None],
    axe_clean: Callable[..., None],
    editor: User,
    draft: Edition,
    width: int,
) -> None:
    page = browser_page(width)
    log_in(page, editor)
    save(draft, editor, r2_1={"text": "Nie *przerywaj*."})
    row = recommendation_of(draft, "2.1")
    of_edition = ("change", "draft", "publish", "discard", "judging", "signoff", "history")
    of_row = ("split", "merge", "move", "remove")
    addresses = [
        reverse("admin:standards_edition_import"),
        *(reverse(f"admin:standards_edition_{name}", args=[draft.pk]) for name in of_edition),
        *(reverse(f"admin:standards_standard_{name}", args=[row.standard_id]) for name in ("change", "renumber")),
        *(reverse(f"admin:standards_standard_{name}", args=[row.standard_id, row.pk]) for name in of_row),
        reverse("admin:standards_recommendation_change", args=[row.pk]),
    ]
    for address in addresses:
        page.goto(address)
        axe_clean(page)
        assert fits(page), f"{address} scrolls sideways"


def test_a_standard_is_edited_from_the_keyboard_without_scripts(
    browser_page: Callable[..., Page], log_in: Callable[..., None], editor: User, draft: Edition
) -> None:
    row = recommendation_of(draft, "2.1")
    page = browser_page(DESKTOP, java_script_enabled=False)
    log_in(page, editor)
    page.goto(reverse("admin:standards_standard_change", args=[row.standard_id]))
    page.locator(f"#r{row.pk}-text").fill("Nie *przerywaj* klientowi.")
    page.locator("#new-text").fill("Dziękuj.")
    page.get_by_role("button", name="Zapisz", exact=True).first.press("Enter")
    expect(page.locator(".messagelist .success")).to_contain_text("2.3")
    page.get_by_role("button", name="W górę 2.3").press("Enter")
    numbers = page.locator("fieldset.recommendation legend")
    expect(numbers).to_have_text(["Zalecenie 2.1", "Zalecenie 2.3", "Zalecenie 2.2"])
    assert recommendation_of(draft, "2.1").emphasis == [[4, 13]]


def test_both_versions_stand_side_by_side(
    browser_page: Callable[..., Page],
    log_in: Callable[..., None],
    axe_clean: Callable[..., None],
    editor: User,
    draft: Edition,
) -> None:
    row = recommendation_of(draft, "2.1")
    page = browser_page(DESKTOP)
    log_in(page, editor)
    page.goto(reverse("admin:standards_standard_change", args=[row.standard_id]))
    page.locator(f"#r{row.pk}-text").fill("Moja treść.")
    save(draft, UserFactory(), r2_1={"text": "Ich treść."})
    page.get_by_role("button", name="Zapisz", exact=True).first.click()
    expect(page.locator(".conflict")).to_contain_text("Ich treść.")
    expect(page.locator(f"#r{row.pk}-text")).to_have_value("Moja treść.")
    axe_clean(page)
    page.get_by_label("weź tamtą wersję").check()
    page.get_by_role("button", name="Zapisz", exact=True).first.click()
    expect(page.locator(f"#r{row.pk}-text")).to_have_value("Ich treść.")


def test_heads_of_the_grid_stay_in_sight(
    browser_page: Callable[..., Page], log_in: Callable[..., None], editor: User
) -> None:
    page = browser_page(PHONE)
    log_in(page, editor)
    page.goto(reverse("admin:standards_edition_judging", args=[load_edition_2016().pk]))
    box = page.get_by_role("checkbox", name="25.3, Przegląd dokumentów: Rejestry")
    box.scroll_into_view_if_needed()
    expect(page.get_by_role("columnheader", name="Rejestry")).to_be_in_viewport()
    expect(page.get_by_role("rowheader", name="25.3")).to_be_in_viewport()

"""The standards' pages in a browser: for everybody to read, on a phone, on a screen and on paper."""

import datetime
from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from audits.choices import Role
from audits.models import User
from standards.models import Edition, Recommendation
from standards.publishing.publishing import draft_from
from tests.audits.factories import DepartmentFactory, UserFactory, appointed
from tests.browser.conftest import DESKTOP, PHONE, fits
from tests.standards.factories import (
    AssessabilityFactory,
    PointFactory,
    PublicationFactory,
    load_edition_2016,
    recommendation_of,
    sound_draft,
)

pytestmark = pytest.mark.django_db(transaction=True)

READING = (
    "/standardy/",
    "/standardy/75-2016/",
    "/standardy/75-2016/calosc/",
    "/standardy/75-2016/szukaj/?q=dzien+dobry",
    "/standardy/75-2016/szukaj/?q=smok",
    "/standardy/75-2016/standard/19/",
    "/standardy/75-2016/standard/19/zalecenie/9/",
    "/standardy/75-2016/standard/1/zalecenie/2/",
    "/standardy/75-2016/porownanie/",
    "/standardy/75-2016/porownanie/75-2016/?only=changed",
)


@pytest.fixture
def edition() -> Edition:
    return load_edition_2016()


@pytest.fixture
def administrator() -> User:
    return appointed(Role.ADMINISTRATOR, DepartmentFactory())


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_nothing_on_reading_pages(
    browser_page: Callable[..., Page],
    log_in: Callable[..., None],
    axe_clean: Callable[..., None],
    edition: Edition,
    width: int,
) -> None:
    page = browser_page(width)
    log_in(page, UserFactory())
    for address in READING:
        page.goto(address)
        axe_clean(page)
        assert fits(page), f"{address} scrolls sideways"


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_nothing_where_editions_differ(
    browser_page: Callable[..., Page], log_in: Callable[..., None], axe_clean: Callable[..., None], width: int
) -> None:
    old = sound_draft("1-2020")
    PublicationFactory(edition=old)
    new = draft_from(edition=old, code="2-2026", title="Nowe standardy", by=UserFactory())
    row = recommendation_of(new, "1.1")
    row.text, row.same_meaning = "Wstań od razu, gdy klient podchodzi.", False
    row.save()
    PublicationFactory(edition=new, effective_from=datetime.date(2026, 3, 1))
    page = browser_page(width)
    log_in(page, UserFactory())
    for address in (
        "/standardy/2-2026/",
        "/standardy/2-2026/standard/1/zalecenie/1/",
        "/standardy/2-2026/porownanie/1-2020/",
        "/standardy/2-2026/porownanie/1-2020/?layout=columns&only=changed",
    ):
        page.goto(address)
        axe_clean(page)
        assert fits(page), f"{address} scrolls sideways"
    before, after = (page.locator(".columns .passage").nth(place).bounding_box() for place in (0, 1))
    assert before is not None
    assert after is not None
    side_by_side = before["y"] == after["y"]
    assert side_by_side == (width == DESKTOP)


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_nothing_in_the_administration(
    browser_page: Callable[..., Page],
    log_in: Callable[..., None],
    axe_clean: Callable[..., None],
    administrator: User,
    edition: Edition,
    width: int,
) -> None:
    page = browser_page(width)
    log_in(page, administrator)
    published = Recommendation.objects.get_by_natural_key("75-2016", "19", "9")
    draft = PointFactory().recommendation
    AssessabilityFactory(recommendation=draft)
    for row in (published, draft):
        standard = row.standard
        for each in (standard.edition, standard.area, standard, row, row.assessability):
            page.goto(reverse(f"admin:standards_{each._meta.model_name}_change", args=[each.pk]))
            axe_clean(page)
    for model in ("edition", "publication", "area", "standard", "recommendation", "assessability", "occasion"):
        page.goto(reverse(f"admin:standards_{model}_changelist"))
        axe_clean(page)


def test_a_recommendation_is_found_from_the_keyboard_and_turned_over(
    browser_page: Callable[..., Page], log_in: Callable[..., None], edition: Edition
) -> None:
    page = browser_page(PHONE)
    log_in(page, UserFactory())
    page.goto("/standardy/75-2016/")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("korektor pisowni")
    page.keyboard.press("Enter")
    expect(page.locator("mark")).to_have_text(["korektor", "pisowni"])
    page.get_by_role("link", name="19.8").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Zalecenie 19.8")
    page.locator("[rel=next]").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Zalecenie 19.9")


def test_paper_shows_the_text_and_no_controls(
    browser_page: Callable[..., Page], log_in: Callable[..., None], edition: Edition
) -> None:
    page = browser_page(DESKTOP)
    log_in(page, UserFactory())
    page.goto("/standardy/75-2016/standard/19/")
    page.emulate_media(media="print")
    expect(page.get_by_text("Przeglądaj służbową pocztę codziennie rano")).to_be_visible()
    for control in (".site-header", ".trail", ".page-turn", ".site-footer"):
        expect(page.locator(control)).to_be_hidden()

"""Whoever opens an audit finds the person by a few letters, also where the network is slow or gone."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from audits.choices import Role
from audits.models import Audit
from tests.audits.factories import DepartmentFactory, appointed, employed, load_edition_2016
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.django_db(transaction=True)

SEARCH = re.compile(r"/audyty/nowy/pracownicy/")


@pytest.fixture
def department():
    load_edition_2016()
    return DepartmentFactory(code="UD-PRO-WOM", name="Wydział Obsługi Próbnej")


@pytest.fixture
def whom(department):
    return employed(department, first_name="Łucja", last_name="Świątek")


@pytest.fixture
def page(browser_page, log_in, department, whom) -> Page:
    opened = browser_page(PHONE)
    log_in(opened, appointed(Role.AUDITOR, department))
    return opened


def name_field(page: Page):
    return page.get_by_label("Pracownik", exact=True)


def start(page: Page, department, **options) -> None:
    page.goto("/audyty/nowy/", **options)
    page.get_by_label("Komórka organizacyjna").select_option(str(department.pk))


def test_letters_typed_before_the_script_came_are_searched_for_too(page, department, whom):
    held: list[Route] = []
    page.route(re.compile(r"/js/combobox[^/]*\.js"), lambda route: held.append(route))
    start(page, department, wait_until="commit")
    name_field(page).press_sequentially("swi")
    expect(name_field(page)).not_to_have_role("combobox")
    held[0].continue_()
    option = page.get_by_role("option", name="Świątek Łucja")
    expect(option).to_be_visible()
    option.click()
    expect(name_field(page)).to_have_value("Świątek Łucja")
    expect(page.locator("input[name=employee]")).to_have_value(str(whom.uuid))


def test_a_search_that_failed_says_so_and_the_name_is_found_on_sending(page, department, whom, axe_clean):
    start(page, department)
    page.route(SEARCH, lambda route: route.abort())
    name_field(page).press_sequentially("swiatek")
    told = page.locator(".combobox [role=status]")
    expect(told).to_be_visible()
    expect(told).to_have_text(re.compile("Wyszukiwanie się nie powiodło"))
    axe_clean(page)
    page.get_by_label(re.compile("nie łączy mnie")).check()
    page.get_by_role("button", name="Otwórz audyt").click()
    expect(page).to_have_url(re.compile("/karta/$"))
    assert Audit.objects.get().employee == whom


def test_what_was_said_goes_with_the_next_search(page, department):
    start(page, department)
    told = page.locator(".combobox [role=status]")
    name_field(page).press_sequentially("nikt taki")
    expect(told).to_have_text("Nikogo nie znaleziono")
    name_field(page).fill("")
    expect(told).to_have_text("")
    page.route(SEARCH, lambda route: route.fulfill(status=500))
    name_field(page).press_sequentially("swi")
    expect(told).to_be_visible()
    page.unroute(SEARCH)
    name_field(page).press_sequentially("a")
    expect(page.get_by_role("option", name="Świątek Łucja")).to_be_visible()
    expect(told).to_have_text("")


def test_the_list_opens_on_focus_and_picking_sets_the_unit(page, department, whom, axe_clean):
    unit = DepartmentFactory(code="UD-PRO-WOM-1", name="Referat Próbny", parent=department)
    employed(unit, first_name="Adam", last_name="Adamski")
    page.goto("/audyty/nowy/")
    units = page.get_by_label("Komórka organizacyjna")
    name_field(page).focus()
    expect(page.locator("#employee-options li")).to_have_text([re.compile("Adamski Adam"), re.compile("Świątek Łucja")])
    axe_clean(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(name_field(page)).to_have_value("Adamski Adam")
    expect(units).to_have_value(str(unit.pk))
    expect(page.locator(".combobox [role=status]")).to_have_text("Komórka: UD-PRO-WOM-1 · Referat Próbny")
    name_field(page).fill("")
    page.get_by_role("option", name="Świątek Łucja").click()
    expect(units).to_have_value(str(department.pk))


def test_back_after_opening_shows_an_empty_form(page, department):
    start(page, department)
    page.get_by_label("Tajemniczy klient").check()
    page.get_by_label("Opis scenariusza").fill("O wymianę dowodu.")
    declared = page.get_by_label(re.compile("nie łączy mnie"))
    declared.check()
    before = page.locator("[name=uuid]").input_value()
    page.get_by_role("button", name="Otwórz audyt").click()
    expect(page).to_have_url(re.compile("/karta/$"))
    page.go_back()
    expect(declared).not_to_be_checked()
    expect(page.locator("[name=uuid]")).not_to_have_value(before)
    expect(page.get_by_label("Tajemniczy klient")).not_to_be_checked()
    expect(page.locator("[name=scenario]")).to_have_value("")


def test_an_observation_shows_no_scenario(page, department):
    page.goto("/audyty/nowy/")
    expect(page.get_by_label("Opis scenariusza")).to_be_hidden()
    page.get_by_label("Tajemniczy klient").check()
    expect(page.get_by_label("Opis scenariusza")).to_be_visible()
    expect(page.get_by_text("Co na pewno wystąpi")).to_be_visible()
    page.get_by_label("Obserwacja").check()
    expect(page.get_by_text("Co na pewno wystąpi")).to_be_hidden()
    expect(page.get_by_label("Opis scenariusza")).to_be_hidden()

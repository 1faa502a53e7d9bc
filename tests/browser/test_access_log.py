"""HR says what they read an audit for, from the keyboard too; the log and its parts are for everybody to read."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from audits.choices import Role
from audits.fieldwork import submit_audit
from audits.models import AccessRecord, Audit, Department, User
from tests.audits.factories import (
    DepartmentFactory,
    UserFactory,
    appointed,
    employed,
    load_edition_2016,
    opened_audit,
    purpose,
)
from tests.browser.conftest import DESKTOP, PHONE, fits

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def department() -> Department:
    purpose()
    purpose("skarga", label="rozpatrzenie skargi lub wniosku")
    return DepartmentFactory(code="UD-PRO", name="Urząd Dzielnicy Próbnej")


@pytest.fixture
def hr(department: Department) -> User:
    return appointed(Role.HR, department, first_name="Irena", last_name="Kadrowa")


@pytest.fixture
def audit(department: Department) -> Audit:
    load_edition_2016()
    auditor = appointed(Role.AUDITOR, department)
    person = employed(department, first_name="Łucja", last_name="Świątek", user=UserFactory(username="lucja"))
    draft = opened_audit(auditor, department, employee=person)
    return submit_audit(audit=draft, by=auditor, leave_unanswered=True)


def test_the_question_is_answered_from_the_keyboard(
    browser_page: Callable[..., Page], log_in: Callable[..., None], hr: User, audit: Audit
) -> None:
    page = browser_page(DESKTOP)
    log_in(page, hr)
    page.goto("/audyty/")
    expect(page.get_by_role("cell", name="Świątek")).to_have_count(0)
    page.get_by_role("link", name=audit.receipt).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("W jakim celu czytasz?")
    page.get_by_role("button", name="Pokaż audyt").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Wybierz cel.")
    page.get_by_role("combobox", name="Cel").focus()
    page.keyboard.type("rozp")
    page.get_by_label("Zachowaj ten cel").press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(audit.receipt or "")
    expect(page.get_by_text("rozpatrzenie skargi lub wniosku")).to_be_visible()
    expect(page.get_by_role("link", name="Zmień cel")).to_be_visible()
    page.goto("/audyty/")
    expect(page.get_by_text("Świątek Łucja")).to_be_visible()
    assert list(AccessRecord.objects.order_by("number").values_list("kind", flat=True)) == ["page", "list"]


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_nothing(
    browser_page: Callable[..., Page],
    log_in: Callable[..., None],
    axe_clean: Callable[..., None],
    hr: User,
    audit: Audit,
    department: Department,
    width: int,
) -> None:
    page = browser_page(width)

    def look(address: str) -> None:
        page.goto(address)
        axe_clean(page)
        assert fits(page)

    log_in(page, hr)
    look("/audyty/")
    look("/audyty/cel/")
    look(f"/audyty/{audit.uuid}/")
    page.get_by_role("button", name="Pokaż audyt").click()
    expect(page.get_by_role("alert")).to_be_visible()
    axe_clean(page)
    page.get_by_role("combobox", name="Cel").select_option(label="nadzór nad jakością obsługi")
    page.get_by_label("Uzasadnienie").fill("SK/12/2026, pismo z wydziału")
    page.get_by_label("Zachowaj ten cel").check()
    page.get_by_role("button", name="Pokaż audyt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(audit.receipt or "")
    axe_clean(page)
    look("/audyty/")
    assert AccessRecord.objects.count() == 2

    log_in(page, appointed(Role.DPO, department))
    look("/")
    look("/dziennik-dostepu/")
    look("/dziennik-dostepu/?kind=page&whose=swiatek")
    expect(page.get_by_role("row")).to_have_count(2)
    log_in(page, User.objects.get(username="lucja"))
    look("/kto-czytal/")
    # The audit itself, and the list, which showed nobody else.
    expect(page.get_by_role("cell", name="Irena Kadrowa")).to_have_count(2)
    log_in(page, UserFactory())
    look("/kto-czytal/")
    log_in(page, appointed(Role.ADMINISTRATOR, department))
    for view in ("", "add/", f"{purpose().pk}/change/"):
        look(f"/administracja/audits/purpose/{view}")

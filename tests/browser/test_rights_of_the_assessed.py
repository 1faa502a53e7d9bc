"""HR releases an audit; the person reads it, replies, takes their data and files a request; HR answers."""

import json
import zipfile
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from audits.assessed.data_requests import file_own_request
from audits.assessed.releasing import add_statement
from audits.choices import Role
from audits.fieldwork import submit_audit
from audits.models import AccessRecord, Audit, Department, Employee, Release, User
from tests.audits.factories import (
    DepartmentFactory,
    UserFactory,
    appointed,
    employed,
    load_edition_2016,
    notice,
    opened_audit,
    purpose,
)
from tests.browser.conftest import DESKTOP, PHONE, fits

pytestmark = pytest.mark.django_db(transaction=True)

SAID = "W tym czasie obsługiwałam dwa stanowiska."


@pytest.fixture
def department() -> Department:
    purpose()
    office = DepartmentFactory(code="UPR", name="Urząd Próbny")
    return DepartmentFactory(code="UD-PRO", name="Urząd Dzielnicy Próbnej", parent=office)


@pytest.fixture
def hr(department: Department) -> User:
    return appointed(Role.HR, department, first_name="Irena", last_name="Kadrowa")


@pytest.fixture
def person(department: Department) -> Employee:
    return employed(department, first_name="Łucja", last_name="Świątek", user=UserFactory(username="lucja"))


@pytest.fixture
def audit(department: Department, person: Employee) -> Audit:
    load_edition_2016()
    auditor = appointed(Role.AUDITOR, department)
    draft = opened_audit(auditor, department, employee=person, scenario="Pytanie o wymianę dowodu osobistego.")
    return submit_audit(audit=draft, by=auditor, leave_unanswered=True)


def test_from_the_release_to_the_reply(
    browser_page: Callable[..., Page],
    log_in: Callable[..., None],
    hr: User,
    person: Employee,
    audit: Audit,
) -> None:
    page = browser_page(DESKTOP)
    log_in(page, hr)
    page.goto("/udostepnianie/")
    page.get_by_role("link", name="Pokaż notatki").click()
    page.get_by_role("combobox", name="Cel").select_option(index=1)
    page.get_by_role("button", name="Pokaż nazwiska").click()
    expect(page.get_by_text("Pytanie o wymianę dowodu osobistego.")).to_be_visible()
    page.get_by_role("button", name="Udostępnij ten audyt").click()
    expect(page.get_by_role("alert")).to_contain_text("Najpierw sprawdź notatki")
    page.get_by_label("Notatki sprawdzono").check()
    page.get_by_role("button", name="Udostępnij ten audyt").click()
    expect(page.get_by_text("Udostępniono 1 audyt osobie")).to_be_visible()
    assert Release.objects.get().audit == audit

    page = browser_page(PHONE)
    log_in(page, person.user)
    page.goto("/")
    page.locator(".user-menu__summary").click()
    page.locator(".user-menu").get_by_role("link", name="Moje wyniki").click()
    page.get_by_role("link", name=audit.receipt).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(audit.receipt or "")
    expect(page.get_by_text("tajemniczy klient", exact=True)).to_be_visible()
    page.get_by_label("Moje oświadczenie").last.fill(SAID)
    page.get_by_role("button", name="Złóż oświadczenie").click()
    expect(page.locator("blockquote", has_text=SAID)).to_be_visible()

    page.get_by_role("link", name="Moje wyniki").first.click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Pobierz moje dane").click()
    with zipfile.ZipFile(download.value.path()) as archive:
        data = json.loads(archive.read("moje-dane.json"))
    assert data["results"][0]["statements"][0]["text"] == SAID
    kinds = list(AccessRecord.objects.filter(reader=person.user).order_by("number").values_list("kind", flat=True))
    assert (kinds[0], kinds[-1]) == ("page", "own_export")


def test_a_request_is_filed_and_answered(
    browser_page: Callable[..., Page], log_in: Callable[..., None], hr: User, person: Employee, audit: Audit
) -> None:
    page = browser_page(PHONE)
    log_in(page, person.user)
    page.goto("/moje-wyniki/")
    page.get_by_role("link", name="Moje wnioski").click()
    page.get_by_label("dostęp do danych (art. 15 RODO)").check()
    page.get_by_label("Treść wniosku").fill("Proszę o kopię moich danych.")
    page.get_by_role("button", name="Złóż wniosek").click()
    expect(page.get_by_text("czeka na odpowiedź")).to_be_visible()

    page = browser_page(DESKTOP)
    log_in(page, hr)
    page.goto("/wnioski/")
    page.get_by_role("link", name="dostęp do danych").click()
    page.get_by_role("link", name="Pokaż notatki").click()
    page.get_by_role("combobox", name="Cel").select_option(index=1)
    page.get_by_role("button", name="Pokaż nazwiska").click()
    expect(page.get_by_label(f"Przekaż {audit.receipt}")).to_be_checked()
    page.get_by_label("uwzględniony", exact=True).check()
    page.get_by_role("textbox", name="Odpowiedź").fill("Dane są w Moich wynikach.")
    page.get_by_label("Notatki sprawdzono").check()
    page.get_by_role("button", name="Udziel odpowiedzi").click()
    expect(page.get_by_text("Udzielono odpowiedzi na wniosek.")).to_be_visible()
    assert Release.objects.get().request is not None


def test_whoever_was_not_told_cannot_be_picked(
    browser_page: Callable[..., Page], log_in: Callable[..., None], department: Department
) -> None:
    load_edition_2016()
    auditor = appointed(Role.AUDITOR, department)
    employed(department, first_name="Zofia", last_name="Nowicka", told=False)
    page = browser_page(DESKTOP)
    log_in(page, auditor)
    page.goto("/audyty/nowy/")
    page.get_by_label("Komórka organizacyjna").select_option(label="UD-PRO · Urząd Dzielnicy Próbnej")
    page.get_by_role("combobox", name="Pracownik").press_sequentially("Nowicka")
    option = page.get_by_role("option", name="Nowicka Zofia")
    expect(option).to_contain_text("nie zawiadomiono o audytach")
    option.click(force=True)
    expect(page.locator("[name=employee]")).to_have_value("")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_nothing(
    browser_page: Callable[..., Page],
    log_in: Callable[..., None],
    axe_clean: Callable[..., None],
    hr: User,
    person: Employee,
    audit: Audit,
    department: Department,
    width: int,
) -> None:
    general = notice()
    asked = file_own_request(by=person.user, kind="access", text="Proszę o kopię moich danych.")
    employed(department, first_name="Zofia", last_name="Nowicka", told=False)
    page = browser_page(width)

    def look(address: str) -> None:
        page.goto(address)
        axe_clean(page)
        assert fits(page), address

    log_in(page, hr)
    page.goto("/audyty/cel/")
    page.get_by_role("combobox", name="Cel").select_option(index=1)
    with page.expect_navigation(url=lambda url: not url.endswith("/cel/")):
        page.get_by_role("button", name="Pokaż nazwiska").click()
    look("/udostepnianie/")
    look(f"/audyty/{audit.uuid}/udostepnienie/")
    Release.objects.create(audit=audit, employee=person, released_by=hr, released_at=audit.submitted_at)
    add_statement(audit=audit, by=person.user, text=SAID)
    look("/oswiadczenia/")
    look("/wnioski/")
    look("/wnioski/nowy/")
    look(asked.get_absolute_url())
    look("/zawiadomienia/")
    look("/zawiadomienia/nowe/")
    look(f"{general.get_absolute_url()}?who=told")
    log_in(page, person.user)
    look("/kto-czytal/")
    look("/moje-wyniki/")
    look(f"/moje-wyniki/{audit.uuid}/")
    look("/moje-wyniki/moje-wnioski/")

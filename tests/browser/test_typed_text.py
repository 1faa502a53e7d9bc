"""What somebody typed and the portal did not take stands in the form again when they come back to it."""

import re
from collections.abc import Callable

import pytest
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import Locator, Page, expect

from audits.assessed.releasing import add_statement, release_audits
from audits.choices import Role
from audits.fieldwork import submit_audit
from audits.models import Audit, Employee, Redaction, User
from tests.audits.factories import (
    PASSWORD,
    DepartmentFactory,
    UserFactory,
    appointed,
    employed,
    load_edition_2016,
    opened_audit,
    purpose,
)
from tests.browser.conftest import DESKTOP, PHONE

pytestmark = pytest.mark.django_db(transaction=True)

SAID = "W tym czasie obsługiwałam dwa stanowiska,\na drukarka nie działała."
NOT_SENT = "Ten tekst nie został wysłany"


@pytest.fixture
def hr() -> User:
    purpose()
    return appointed(Role.HR, DepartmentFactory(code="UD-PRO"))


@pytest.fixture
def person(hr: User) -> Employee:
    return employed(hr.appointments.get().department, user=UserFactory(username="lucja"))


@pytest.fixture
def audit(hr: User, person: Employee) -> Audit:
    load_edition_2016()
    auditor = appointed(Role.AUDITOR, hr.appointments.get().department)
    draft = opened_audit(auditor, hr.appointments.get().department, employee=person, scenario="Pani Nowak z podaniem.")
    finished = submit_audit(audit=draft, by=auditor, leave_unanswered=True)
    release_audits(uuids=[finished.uuid], by=hr, notes_checked=True)
    return finished


@pytest.fixture
def page(browser_page: Callable[..., Page], log_in: Callable[..., None], person: Employee, audit: Audit) -> Page:
    """The person's own result, on a phone, with the statement typed."""
    opened = browser_page(PHONE)
    log_in(opened, person.user)
    opened.goto(f"/moje-wyniki/{audit.uuid}/")
    statement(opened).fill(SAID)
    return opened


def statement(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Moje oświadczenie")


def send(page: Page) -> None:
    page.get_by_role("button", name="oświadczenie").click()


def sign_in(page: Page, username: str) -> None:
    page.get_by_label("Nazwa użytkownika").fill(username)
    page.get_by_label("Hasło").fill(PASSWORD)
    page.get_by_label("Hasło").press("Enter")


def sign_out(page: Page) -> None:
    """As in another window, or by the clock."""
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)


def waiting(page: Page) -> str | None:
    kept: str | None = page.evaluate("sessionStorage.getItem('typed-text')")
    return kept


def test_whoever_was_signed_out_meanwhile_signs_in_and_sends_it(page, audit, axe_clean):
    sign_out(page)
    send(page)
    sign_in(page, "nie ta")
    expect(page.get_by_text("Nazwa lub hasło są nieprawidłowe")).to_be_visible()
    sign_in(page, "lucja")
    expect(statement(page)).to_have_value(SAID)
    expect(page.get_by_role("status").filter(has_text=NOT_SENT)).to_be_visible()
    axe_clean(page)
    send(page)
    expect(page.locator("blockquote", has_text="a drukarka nie działała")).to_be_visible()
    assert [each.text.splitlines() for each in audit.statements.all()] == [SAID.splitlines()]
    assert waiting(page) is None


def test_what_was_taken_does_not_come_back(page, audit):
    send(page)
    expect(page.locator("blockquote", has_text="a drukarka nie działała")).to_be_visible()
    assert waiting(page) is None
    sign_out(page)
    page.goto(f"/moje-wyniki/{audit.uuid}/")
    sign_in(page, "lucja")
    expect(statement(page)).to_have_value(SAID)
    expect(page.get_by_text(NOT_SENT)).to_have_count(0)


def test_a_text_changed_again_comes_back_but_not_over_a_newer_one(page, audit, person):
    send(page)
    statement(page).fill("Druga wersja.")
    sign_out(page)
    send(page)
    sign_in(page, "lucja")
    expect(statement(page)).to_have_value("Druga wersja.")
    sign_out(page)
    send(page)
    add_statement(audit=audit, by=person.user, text="Trzecia, z telefonu.")
    sign_in(page, "lucja")
    expect(statement(page)).to_have_value("Trzecia, z telefonu.")


def test_somebody_else_at_the_same_tab_does_not_find_it(page, audit, person):
    sign_out(page)
    send(page)
    person.user = UserFactory(username="zastepca")
    person.save()
    sign_in(page, "zastepca")
    expect(page).to_have_url(re.compile(f"/moje-wyniki/{audit.uuid}/$"))
    expect(statement(page)).to_have_value("")
    assert waiting(page) is None


def test_back_from_a_gateway_that_failed_it_is_there(page, audit):
    page.route("**/moje-wyniki/**", lambda route: route.fulfill(status=502, body="Bad gateway"))
    send(page)
    expect(page.get_by_text("Bad gateway")).to_be_visible()
    page.unroute("**/moje-wyniki/**")
    page.go_back()
    expect(statement(page)).to_have_value(SAID)
    assert not audit.statements.exists()


def test_a_form_that_had_gone_stale_is_sent_from_a_fresh_page(page, audit):
    page.evaluate("document.querySelector('main [name=csrfmiddlewaretoken]').value = 'x'.repeat(64)")
    send(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Ta strona straciła ważność")
    page.go_back()
    page.reload()
    expect(statement(page)).to_have_value(SAID)
    page.goto("/")
    page.goto(f"/moje-wyniki/{audit.uuid}/")
    expect(statement(page)).to_have_value(SAID)
    send(page)
    expect(page.locator("blockquote", has_text="a drukarka nie działała")).to_be_visible()
    assert waiting(page) is None


def test_a_text_that_is_sent_empty_instead_is_given_up(page, audit):
    sign_out(page)
    send(page)
    sign_in(page, "lucja")
    statement(page).fill("")
    send(page)
    page.goto(f"/moje-wyniki/{audit.uuid}/")
    expect(statement(page)).to_have_value("")
    assert waiting(page) is None


def test_hr_whose_purpose_has_lapsed_says_it_again_and_goes_on(browser_page, log_in, hr, audit):
    page = browser_page(DESKTOP)
    log_in(page, hr)
    page.goto(f"/audyty/{audit.uuid}/usuniecie/")
    say_the_purpose(page)
    page.get_by_label("scenariusz").check()
    page.get_by_role("textbox", name="Uzasadnienie").fill("Nazwisko klientki")
    lapse(page)
    page.get_by_role("button", name="Usuń na zawsze").click()
    say_the_purpose(page)
    expect(page.get_by_role("textbox", name="Uzasadnienie")).to_have_value("Nazwisko klientki")
    assert not Redaction.objects.exists()


def test_what_was_taken_before_the_purpose_was_asked_again_does_not_come_back(browser_page, log_in, hr, audit):
    page = browser_page(DESKTOP)
    log_in(page, hr)
    page.goto(f"/audyty/{audit.uuid}/usuniecie/")
    say_the_purpose(page)
    page.get_by_label("scenariusz").check()
    page.get_by_label("Słowa do usunięcia").fill("Nowak")
    page.get_by_role("textbox", name="Uzasadnienie").fill("Nazwisko klientki")
    lapse(page)
    page.get_by_role("button", name="Usuń na zawsze").click()
    expect(page.get_by_role("combobox", name="Cel")).to_be_visible()
    assert Redaction.objects.count() == 1
    assert waiting(page) is None


def test_a_text_mended_after_it_was_refused_comes_back_too(page, audit):
    """The page of the refusal brings it along, the fresh form does not."""
    statement(page).fill("za długie " * 500)
    send(page)
    expect(page.get_by_text("Za długie o").first).to_be_visible()
    statement(page).fill(SAID)
    sign_out(page)
    send(page)
    sign_in(page, "lucja")
    expect(statement(page)).to_have_value(SAID)


def test_it_waits_while_they_look_for_the_password(page, audit):
    sign_out(page)
    send(page)
    page.get_by_role("link", name="Deklaracja dostępności").click()
    page.go_back()
    sign_in(page, "lucja")
    expect(statement(page)).to_have_value(SAID)


def say_the_purpose(page: Page) -> None:
    page.get_by_role("combobox", name="Cel").select_option(index=1)
    page.get_by_label("Uzasadnienie").fill("sprawa SK/12/2026")
    page.get_by_role("button", name="Pokaż audyt").click()


def lapse(page: Page) -> None:
    key = next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == settings.SESSION_COOKIE_NAME)
    session = SessionStore(key)
    del session["purposes"]
    session.save()

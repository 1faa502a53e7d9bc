"""What somebody fills opens without a network, with all that was answered; signing out leaves nothing behind unsaid."""

import re
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from playwright.sync_api import Error, Page, expect

from audits.choices import Role
from audits.fieldwork import propose_correction, submit_audit
from audits.models import AccessRecord, Audit, User
from tests.audits.factories import DepartmentFactory, appointed, load_edition_2016, opened_audit
from tests.browser.checklist import SAVED, answered, comes_in, question, state, taken_over, unsent
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.django_db(transaction=True)

GREETING = "powitał klienta słowami"
EYES = "kontakt wzrokowy"
OFFLINE = "Brak sieci – 1 odpowiedź czeka"


@pytest.fixture
def auditor() -> User:
    load_edition_2016()
    return appointed(Role.AUDITOR, DepartmentFactory(name="Wydział Próbny"))


@pytest.fixture
def draft(auditor: User) -> Audit:
    return opened_audit(auditor, auditor.appointments.get().department, selection="everything")


@pytest.fixture
def phone(browser_page: Callable[..., Page], log_in: Callable[..., None], auditor: User, draft: Audit) -> Page:
    """On the start page, with the draft at hand."""
    page = browser_page(PHONE, service_workers="allow")
    log_in(page, auditor)
    page.goto("/")
    at_hand(page, draft)
    return page


def at_hand(page: Page, draft: Audit) -> None:
    """Waits until the browser has kept the card."""
    until(page, f"await caches.match('/audyty/{draft.uuid}/karta/') && navigator.serviceWorker.controller")


def until(page: Page, condition: str) -> None:
    """Waits in the page, since what is asked of its caches comes later."""
    page.evaluate(f"async () => {{ while (!({condition})) await new Promise(done => setTimeout(done, 50)); }}")


def open_card(page: Page, draft: Audit) -> None:
    page.goto(f"/audyty/{draft.uuid}/karta/")
    expect(state(page)).not_to_have_text("")


def judge(page: Page, asked: str, words: str) -> None:
    question(page, asked).get_by_text(words, exact=True).click()


def test_a_card_opens_without_a_network_though_it_was_never_opened_before(phone: Page, draft: Audit) -> None:
    phone.context.set_offline(True)
    open_card(phone, draft)
    taken_over(phone)
    judge(phone, GREETING, "Nie")
    expect(state(phone)).to_have_text(OFFLINE)
    phone.context.set_offline(False)
    expect(state(phone)).to_have_text(SAVED)
    assert answered(draft) == {"7.3": "not_met"}
    # What the browser fetched by itself is nobody's reading.
    assert not AccessRecord.objects.exists()


def test_a_reload_without_a_network_shows_what_was_saved_and_what_waits(phone: Page, draft: Audit) -> None:
    open_card(phone, draft)
    judge(phone, GREETING, "Nie")
    expect(state(phone)).to_have_text(SAVED)
    phone.context.set_offline(True)
    judge(phone, EYES, "Tak")
    expect(state(phone)).to_have_text(OFFLINE)
    phone.reload()
    expect(state(phone)).to_have_text(OFFLINE)
    expect(question(phone, GREETING).get_by_label("Nie", exact=True)).to_be_checked()
    expect(question(phone, EYES).get_by_label("Tak", exact=True)).to_be_checked()
    phone.context.set_offline(False)
    expect(state(phone)).to_have_text(SAVED)
    assert set(answered(draft).values()) == {"not_met", "met"}
    assert unsent(phone) == []


def test_any_other_page_says_what_is_on_the_device(
    phone: Page, draft: Audit, axe_clean: Callable[[Page], None]
) -> None:
    open_card(phone, draft)
    phone.context.set_offline(True)
    judge(phone, GREETING, "Nie")
    expect(state(phone)).to_have_text(OFFLINE)
    phone.goto("/audyty/")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Na tym urządzeniu")
    expect(phone.locator("#no-network")).to_be_visible()
    expect(phone.locator("#unsent")).to_contain_text("powitał klienta słowami")
    axe_clean(phone)
    phone.locator("#cards").get_by_role("link", name="Wydział Próbny").click()
    expect(question(phone, GREETING).get_by_label("Nie", exact=True)).to_be_checked()
    phone.context.set_offline(False)
    expect(state(phone)).to_have_text(SAVED)


def test_the_start_page_says_what_waits_and_its_page_sends_it(phone: Page, draft: Audit) -> None:
    open_card(phone, draft)
    phone.context.set_offline(True)
    judge(phone, GREETING, "Nie")
    expect(state(phone)).to_have_text(OFFLINE)
    phone.route("**/zmiany/", lambda route: route.abort())
    phone.context.set_offline(False)
    phone.goto("/")
    phone.unroute("**/zmiany/")
    phone.get_by_role("link", name="1 odpowiedź z tego urządzenia nie została jeszcze wysłana").click()
    expect(phone.get_by_text("Wszystko z tego urządzenia jest już w portalu.")).to_be_visible()
    assert answered(draft) == {"7.3": "not_met"}


def sign_out(page: Page) -> None:
    page.locator(".user-menu summary").click()
    page.get_by_role("button", name="Wyloguj").click()


def holding_something(phone: Page, draft: Audit) -> None:
    open_card(phone, draft)
    phone.route("**/zmiany/", lambda route: route.abort())
    judge(phone, GREETING, "Nie")
    expect(state(phone)).to_have_text(OFFLINE)


def left_behind(page: Page) -> list[str]:
    pages: list[str] = page.evaluate(
        "async () => (await caches.keys()).filter(name => name.startsWith('pages')).concat("
        "Object.keys(localStorage).filter(name => name.startsWith('checklist')))"
    )
    return pages


def test_signing_out_sends_first_and_leaves_nothing_behind(phone: Page, draft: Audit) -> None:
    holding_something(phone, draft)
    phone.unroute("**/zmiany/")
    sign_out(phone)
    expect(phone.get_by_label("Nazwa użytkownika")).to_be_visible()
    assert answered(draft) == {"7.3": "not_met"}
    until(phone, "!(await caches.keys()).some(name => name.startsWith('pages'))")
    assert left_behind(phone) == []
    phone.context.set_offline(True)
    with pytest.raises(Error, match=r"ERR_INTERNET_DISCONNECTED|ERR_FAILED"):
        phone.goto(f"/audyty/{draft.uuid}/karta/")


def test_what_cannot_be_sent_is_named_and_signing_out_is_a_choice(phone: Page, draft: Audit) -> None:
    holding_something(phone, draft)
    sign_out(phone)
    expect(phone.get_by_role("alert").filter(has_text="Nadal trwa Twoja sesja")).to_be_visible()
    expect(phone.locator("#unsent")).to_contain_text("powitał klienta słowami")
    phone.get_by_role("button", name="Usuń to i wyloguj").click()
    expect(phone.get_by_label("Nazwa użytkownika")).to_be_visible()
    assert answered(draft) == {}
    until(phone, "!Object.keys(localStorage).some(name => name.includes(':unsent:'))")


def test_an_ended_session_keeps_what_was_not_sent_and_nothing_that_can_be_read(phone: Page, draft: Audit) -> None:
    holding_something(phone, draft)
    phone.context.clear_cookies()
    phone.goto("/")
    expect(phone.get_by_label("Nazwa użytkownika")).to_be_visible()
    until(phone, "!(await caches.keys()).some(name => name.startsWith('pages'))")
    assert [name.rpartition(":unsent:")[1] for name in unsent(phone)] == [":unsent:"]
    assert not [name for name in left_behind(phone) if name.endswith(":saved")]


def test_another_account_on_the_same_phone_finds_nothing_and_deletes_nothing(
    phone: Page, draft: Audit, log_in: Callable[..., None]
) -> None:
    holding_something(phone, draft)
    log_in(phone, appointed(Role.AUDITOR, DepartmentFactory()))
    phone.goto("/")
    until(phone, "(await caches.keys()).filter(name => name.startsWith('pages')).length === 1")
    phone.goto("/na-tym-urzadzeniu/")
    expect(phone.get_by_text("Wszystko z tego urządzenia jest już w portalu.")).to_be_visible()
    sign_out(phone)
    expect(phone.get_by_label("Nazwa użytkownika")).to_be_visible()
    assert len(unsent(phone)) == 1


def test_once_submitted_the_card_is_at_hand_no_more(phone: Page, draft: Audit) -> None:
    open_card(phone, draft)
    phone.goto(f"/audyty/{draft.uuid}/zlozenie/")
    phone.get_by_label(re.compile(r"Pozostaw \d")).check()
    phone.get_by_role("button", name="Złóż audyt").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(re.compile("KA/"))
    until(phone, f"!(await caches.match('/audyty/{draft.uuid}/karta/'))")


WAITING = "(await navigator.serviceWorker.getRegistration()).waiting"
SHELLS = "(await caches.keys()).filter(name => name.startsWith('shell'))"


def test_a_new_version_of_the_portal_waits_until_nothing_is_unsent(
    phone: Page, draft: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(_data: object) -> None:
        raise ValidationError("Nie teraz.")

    open_card(phone, draft)
    with monkeypatch.context() as refusing:
        refusing.setattr("audits.fieldwork.views.fill.read_changes", unreadable)
        judge(phone, GREETING, "Nie")
        expect(state(phone)).to_contain_text("Portal nie odpowiada")
        refusing.setattr("standards_portal.offline._FONTS", ())
        before = phone.evaluate(f"async () => {SHELLS}")
        phone.reload()
        until(phone, WAITING)
        expect(question(phone, GREETING).get_by_label("Nie", exact=True)).to_be_checked()
        # Pages are still those of the version that they came with.
        assert before[0] in phone.evaluate(f"async () => {SHELLS}")
        assert len(unsent(phone)) == 1
    monkeypatch.setattr("standards_portal.offline._FONTS", ())
    phone.goto("/na-tym-urzadzeniu/")
    expect(phone.get_by_text("Wszystko z tego urządzenia jest już w portalu.")).to_be_visible()
    assert answered(draft) == {"7.3": "not_met"}
    until(phone, f"!{WAITING} && !{SHELLS}.includes('{before[0]}')")
    phone.goto("/")
    # With its cards, which name the files of their own version.
    at_hand(phone, draft)
    phone.context.set_offline(True)
    open_card(phone, draft)
    expect(question(phone, GREETING).get_by_label("Nie", exact=True)).to_be_checked()


def test_of_a_correction_nothing_stays_on_the_device(phone: Page, draft: Audit, auditor: User) -> None:
    finished = submit_audit(audit=draft, by=auditor, leave_unanswered=True)
    version = propose_correction(audit=finished, by=auditor, reason="Pomylone pytanie.")
    holding_something(phone, version)
    phone.reload()
    # This tab has it, and its page before submitting too.
    expect(question(phone, GREETING).get_by_label("Nie", exact=True)).to_be_checked()
    names = phone.evaluate("Object.keys(localStorage)")
    assert not [name for name in names if str(version.uuid) in name]
    assert not phone.evaluate(f"async () => Boolean(await caches.match('/audyty/{version.uuid}/karta/'))")
    # Nor is it forgotten when signing out.
    sign_out(phone)
    expect(phone.locator("#unsent")).to_contain_text("powitał klienta słowami")
    phone.unroute("**/zmiany/")
    # Whichever page of this tab comes first sends it: the one that is left, or the checklist.
    phone.goto(f"/audyty/{version.uuid}/karta/")
    comes_in(phone, version, "7.3", "not_met")

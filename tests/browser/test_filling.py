"""A supervisor fills a checklist: by keyboard, through a lost network, in two windows, without a script."""

import re

import pytest
from playwright.sync_api import expect

from audits.choices import AuditStatus, Role
from audits.models import Audit
from tests.audits.factories import (
    PASSWORD,
    DepartmentFactory,
    appointed,
    employed,
    load_edition_2016,
    opened_audit,
    purpose,
)
from tests.browser.checklist import SAVED, answered, question, state, taken_over, unsent
from tests.browser.conftest import DESKTOP, PHONE, fits

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def department():
    load_edition_2016()
    return DepartmentFactory(code="UD-PRO-WOM", name="Wydział Obsługi Próbnej")


@pytest.fixture
def supervisor(department):
    return appointed(Role.AUDITOR, department, username="b.cichocka", first_name="Barbara", last_name="Cichocka")


@pytest.fixture
def draft(supervisor, department):
    return opened_audit(supervisor, department, selection="everything")


def test_the_whole_way_by_keyboard_and_through_a_lost_network(browser_page, department, supervisor):
    employed(department, first_name="Łucja", last_name="Świątek")
    page = browser_page(PHONE)
    page.goto("/")
    page.get_by_label("Nazwa użytkownika").fill("b.cichocka")
    page.get_by_label("Hasło").fill(PASSWORD)
    page.keyboard.press("Enter")

    page.get_by_role("link", name="Nowy audyt").click()
    page.get_by_label("Tajemniczy klient").check()
    name = page.get_by_label("Pracownik", exact=True)
    name.press_sequentially("swi")
    expect(page.get_by_role("option", name="Świątek Łucja")).to_be_visible()
    name.press("ArrowDown")
    name.press("Enter")
    expect(name).to_have_value("Świątek Łucja")
    page.get_by_label("Stanowisko lub pokój").fill("stanowisko 4")
    page.get_by_label(re.compile("nie łączy mnie")).check()
    page.get_by_role("button", name="Otwórz audyt").click()
    expect(page).to_have_url(re.compile("/karta/$"))
    taken_over(page)
    audit = Audit.objects.get()
    left = page.locator("#left")
    expect(left).to_have_text("35")

    # By keyboard alone: to the first open question, then a digit judges and an arrow moves.
    page.get_by_role("link", name="Następne").press("Enter")
    for _question in range(4):
        page.keyboard.press("1")
        page.keyboard.press("j")
    page.keyboard.press("3")
    expect(left).to_have_text("30")
    expect(state(page)).to_have_text(SAVED)
    assert list(answered(audit).values()).count("not_met") == 1

    page.context.set_offline(True)
    page.keyboard.press("j")
    page.keyboard.press("5")
    page.keyboard.press("n")
    page.keyboard.type("za daleko, żeby zobaczyć")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    page.keyboard.press("1")
    expect(state(page)).to_have_text("Brak sieci – 3 odpowiedzi czekają")
    before = answered(audit)
    page.context.set_offline(False)
    expect(state(page)).to_have_text(SAVED)
    assert len(answered(audit)) >= len(before) + 3
    assert audit.answers.get(note="za daleko, żeby zobaczyć").verdict == "not_observed"

    for button in page.get_by_role("button", name="Żadnego z powyższych").all():
        button.click()
    while int(left.inner_text()) > 2:
        page.get_by_role("link", name="Następne").press("Enter")
        page.keyboard.press("1")
    expect(state(page)).to_have_text(SAVED)

    page.get_by_role("button", name="Sprawdź i złóż").click()
    expect(page.get_by_role("heading", name="2 pytania bez odpowiedzi")).to_be_visible()
    page.get_by_label("Pozostaw 2 pytania").check()
    page.get_by_role("button", name="Złóż audyt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("KA/"))
    audit.refresh_from_db()
    expect(page.get_by_role("heading", level=1)).to_have_text(audit.receipt)
    assert audit.status == AuditStatus.SUBMITTED
    assert audit.answers.filter(act="left").count() >= 2
    assert unsent(page) == []


def test_what_one_tab_saved_the_other_one_shows(browser_page, log_in, supervisor, draft):
    first = browser_page(PHONE)
    log_in(first, supervisor)
    first.goto(f"/audyty/{draft.uuid}/karta/")
    second = first.context.new_page()
    second.goto(first.url)
    question(second, "powitał klienta słowami").get_by_text("Tak", exact=True).click()
    mine = question(first, "powitał klienta słowami")
    expect(mine.get_by_label("Tak", exact=True)).to_be_checked()
    mine.get_by_text("Nie", exact=True).click()
    expect(state(first)).to_have_text(SAVED)
    expect(question(second, "powitał klienta słowami").get_by_label("Nie", exact=True)).to_be_checked()
    assert answered(draft) == {"7.3": "not_met"}


def test_arrows_choose_within_a_question_and_enter_at_the_end_leads_to_the_check(
    browser_page, log_in, supervisor, draft
):
    draft.answers.update(verdict="not_observed")
    draft.gates.update(arose=True)
    page = browser_page(PHONE)
    log_in(page, supervisor)
    page.goto(f"/audyty/{draft.uuid}/karta/")
    taken_over(page)
    row = question(page, "powitał klienta słowami")
    row.get_by_label("Nie widziałem").focus()
    page.keyboard.press("ArrowUp")
    expect(row.get_by_label("Nie", exact=True)).to_be_checked()
    expect(state(page)).to_have_text(SAVED)
    assert answered(draft)["7.3"] == "not_met"
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/zlozenie/$"))


def test_saving_moves_nothing_on_the_page_and_paper_has_no_line_at_the_bottom(browser_page, log_in, supervisor, draft):
    page = browser_page(PHONE)
    log_in(page, supervisor)
    page.goto(f"/audyty/{draft.uuid}/karta/")
    taken_over(page)
    row = question(page, "powitał klienta słowami")
    row.get_by_text("Tak", exact=True).scroll_into_view_if_needed()
    height = row.bounding_box()["height"]
    row.get_by_text("Tak", exact=True).click()
    expect(state(page)).to_have_text(SAVED)
    assert row.bounding_box()["height"] == height
    page.emulate_media(media="print")
    expect(page.locator(".bar")).to_be_hidden()


def test_in_forced_colours_the_chosen_answer_has_a_mark(browser_page, log_in, supervisor, draft):
    page = browser_page(PHONE, forced_colors="active")
    log_in(page, supervisor)
    page.goto(f"/audyty/{draft.uuid}/karta/")
    row = question(page, "powitał klienta słowami")
    chosen = row.get_by_text("Tak", exact=True)
    chosen.click()
    mark = "one => getComputedStyle(one).outlineStyle + getComputedStyle(one, '::before').backgroundColor"
    other = row.get_by_text("Nie", exact=True)
    page.locator("h1").click()
    assert chosen.evaluate(mark).startswith("solid")
    assert other.evaluate(mark).startswith("none")
    # The sign is drawn as a background, which would be taken away.
    assert not chosen.evaluate(mark).endswith("rgba(0, 0, 0, 0)")


def test_two_devices_never_overwrite_each_other(browser_page, log_in, supervisor, draft):
    first, second = browser_page(PHONE), browser_page(PHONE)
    for page in (first, second):
        log_in(page, supervisor)
        page.goto(f"/audyty/{draft.uuid}/karta/")
    question(second, "powitał klienta słowami").get_by_text("Tak", exact=True).click()
    expect(state(second)).to_have_text(SAVED)
    mine = question(first, "powitał klienta słowami")
    mine.get_by_text("Nie", exact=True).click()
    expect(mine.get_by_role("alert")).to_contain_text("Zapisana w innym oknie")
    assert answered(draft) == {"7.3": "met"}
    mine.get_by_role("button", name="Zapisz moją").click()
    expect(mine.get_by_role("alert")).to_have_count(0)
    expect(state(first)).to_have_text(SAVED)
    assert answered(draft) == {"7.3": "not_met"}

    theirs = question(second, "powitał klienta słowami")
    theirs.get_by_text("Nie widziałem").click()
    theirs.get_by_role("button", name="Zostaw zapisaną").click()
    expect(theirs.get_by_label("Nie", exact=True)).to_be_checked()
    assert answered(draft) == {"7.3": "not_met"}


def test_quick_answers_never_clash_with_themselves(browser_page, log_in, supervisor, draft):
    page = browser_page(DESKTOP)
    log_in(page, supervisor)
    page.goto(f"/audyty/{draft.uuid}/karta/")
    row = question(page, "powitał klienta słowami")
    row.get_by_label("Tak", exact=True).focus()
    for digit in "13531":
        page.keyboard.press(digit)
    page.get_by_role("button", name="Żadnego z powyższych").click()
    question(page, "Czy pracownik jadł w obecności klienta?").get_by_text("Tak", exact=True).click()
    expect(state(page)).to_have_text(SAVED)
    expect(page.get_by_role("alert")).to_have_count(0)
    assert (answered(draft)["7.3"], answered(draft)["8.5"], answered(draft)["1.1"]) == ("met", "not_met", "met")


def test_without_a_script_the_same_page_is_one_form(browser_page, log_in, supervisor, draft):
    page = browser_page(PHONE, java_script_enabled=False)
    log_in(page, supervisor)
    page.goto(f"/audyty/{draft.uuid}/karta/")
    question(page, "powitał klienta słowami").get_by_text("Nie", exact=True).click()
    page.locator(".group", has_text="Czy potrzebny był formularz?").get_by_role("button", name="Tak").click()
    expect(page.get_by_text("Zapisano. Zostało")).to_be_visible()
    question(page, "Czy potrzebny formularz był przygotowany?").get_by_text("Tak", exact=True).click()
    with page.expect_navigation():
        page.get_by_role("button", name="Zapisz", exact=True).click()
    assert answered(draft) == {"7.3": "not_met", "10.1": "met"}
    page.get_by_role("button", name="Sprawdź i złóż").click()
    page.get_by_label(re.compile("Pozostaw ")).check()
    page.get_by_role("button", name="Złóż audyt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"KA/\d{4}/\d{6}"))
    draft.refresh_from_db()
    expect(page.get_by_role("heading", level=1)).to_have_text(draft.receipt)


def test_every_verdict_target_is_large_enough_for_a_thumb(browser_page, log_in, supervisor, draft):
    page = browser_page(PHONE)
    log_in(page, supervisor)
    page.goto(f"/audyty/{draft.uuid}/karta/")
    heights = page.eval_on_selector_all(
        ".q__verdict, .btn, summary, .form-control",
        "targets => targets.filter(t => t.offsetParent && !t.closest('.visually-hidden')).map(t => t.offsetHeight)",
    )
    assert len(heights) > 100
    assert min(heights) >= 44


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_no_page_of_an_audit_has_a_barrier_that_axe_finds(
    browser_page, log_in, axe_clean, supervisor, department, draft, width
):
    hr = appointed(Role.HR, department)
    page = browser_page(width)
    log_in(page, supervisor)

    def look(address: str) -> None:
        page.goto(address)
        axe_clean(page)
        assert fits(page)

    for address in ("/", "/audyty/", "/audyty/?text=a", "/audyty/nowy/", "/dostepnosc/", "/haslo/", "/nie-ma-takiej/"):
        look(address)
    page.goto("/audyty/nowy/")
    # No choice is torn between two columns.
    assert page.locator(".scope__columns > *").evaluate_all("all => all.every(one => one.getClientRects().length < 2)")
    page.get_by_role("button", name="Otwórz audyt").click()
    expect(page.get_by_role("alert")).to_be_visible()
    axe_clean(page)

    call = opened_audit(supervisor, department, channel="phone", selection="everything")
    look(f"/audyty/{call.uuid}/zlozenie/")
    page.get_by_role("button", name="Odłóż audyt").click()
    expect(page.get_by_role("alert").get_by_text("Są pytania bez odpowiedzi")).to_be_visible()
    axe_clean(page)
    page.get_by_label("Pozostaw całą resztę").check()
    page.get_by_role("button", name="Odłóż audyt").click()
    expect(page.get_by_text("czeka do").first).to_be_visible()
    axe_clean(page)
    look(f"/audyty/{call.uuid}/karta/")

    checklist = f"/audyty/{draft.uuid}/karta/"
    look(checklist)
    for details in page.locator("details").all():
        details.evaluate("element => element.open = true")
    page.get_by_role("button", name="Pozostałe nie wystąpiły").click()
    question(page, "powitał klienta słowami").get_by_text("Nie", exact=True).click()
    expect(state(page)).to_have_text(SAVED)
    axe_clean(page)
    other = browser_page(PHONE)
    log_in(other, supervisor)
    other.goto(checklist)
    question(other, "kontakt wzrokowy").get_by_text("Tak", exact=True).click()
    expect(state(other)).to_have_text(SAVED)
    question(page, "kontakt wzrokowy").get_by_text("Nie", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()
    axe_clean(page)
    page.get_by_role("button", name="Zostaw zapisaną").click()

    look("/na-tym-urzadzeniu/")
    for part in ("dane", "porzucenie", "zlozenie"):
        look(f"/audyty/{draft.uuid}/{part}/")
    page.get_by_label(re.compile("Pozostaw ")).check()
    page.get_by_role("button", name="Złóż audyt").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("KA/")
    axe_clean(page)

    log_in(page, hr)
    look("/")
    purpose()
    look(f"/audyty/{draft.uuid}/")
    page.get_by_role("combobox", name="Cel").select_option(label="nadzór nad jakością obsługi")
    page.get_by_role("button", name="Pokaż audyt").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("KA/")
    look(f"/audyty/{draft.uuid}/")
    page.get_by_text("Złóż wniosek o unieważnienie").click()
    axe_clean(page)

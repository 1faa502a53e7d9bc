"""An answer given is an answer kept: offline, signed out, before the page is whole, refused on the way."""

import re

import pytest
from playwright.sync_api import Route, expect

from audits.choices import Role
from tests.audits.factories import PASSWORD, DepartmentFactory, appointed, load_edition_2016, opened_audit
from tests.browser.checklist import SAVED, SCRIPT, answered, opened_again_on_a_slow_network, question, state, unsent
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.django_db(transaction=True)

GREETING = "powitał klienta słowami"


@pytest.fixture
def supervisor():
    load_edition_2016()
    return appointed(Role.AUDITOR, DepartmentFactory(), username="b.cichocka")


@pytest.fixture
def draft(supervisor):
    return opened_audit(supervisor, supervisor.appointments.get().department, selection="everything")


def test_answers_given_offline_outlive_the_closed_page(browser_page, log_in, supervisor, draft):
    page = browser_page(PHONE)
    log_in(page, supervisor)
    page.goto(f"/audyty/{draft.uuid}/karta/")
    page.context.set_offline(True)
    question(page, "powitał klienta słowami").get_by_text("Nie", exact=True).click()
    expect(state(page)).to_have_text("Brak sieci – 1 odpowiedź czeka")
    context = page.context
    page.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto(f"/audyty/{draft.uuid}/karta/")
    expect(state(again)).to_have_text(SAVED)
    assert answered(draft) == {"7.3": "not_met"}
    assert unsent(again) == []


def test_gates_fold_and_unfold_without_a_network_too(browser_page, log_in, supervisor, draft):
    page = browser_page(PHONE)
    log_in(page, supervisor)
    page.goto(f"/audyty/{draft.uuid}/karta/")
    form_row = question(page, "Czy potrzebny formularz był przygotowany?")
    expect(form_row).to_be_hidden()
    page.context.set_offline(True)
    question(page, "Czy potrzebny był formularz?").get_by_text("Tak", exact=True).click()
    form_row.get_by_text("Tak", exact=True).click()
    page.get_by_role("button", name="Pozostałe nie wystąpiły").click()
    expect(page.get_by_text("Nie wystąpiło: opłata – 1 pytanie")).to_be_visible()
    page.get_by_role("button", name=re.compile("Zmień.*opłata")).click()
    expect(question(page, "poinformował klienta o wszystkich opłatach")).to_be_visible()
    page.context.set_offline(False)
    expect(state(page)).to_have_text(SAVED)
    assert set(draft.gates.filter(arose=True).values_list("label", flat=True)) == {"formularz", "opłata"}
    assert not draft.gates.filter(arose=None).exists()
    assert answered(draft)["10.1"] == "met"


def test_an_expired_session_keeps_the_answers_and_sends_them_after_signing_in(browser_page, log_in, supervisor, draft):
    page = browser_page(PHONE)
    log_in(page, supervisor)
    page.goto(f"/audyty/{draft.uuid}/karta/")
    page.context.clear_cookies()
    question(page, "powitał klienta słowami").get_by_text("Nie", exact=True).click()
    expect(state(page)).to_contain_text("Sesja wygasła")
    expect(page.get_by_role("link", name="Zaloguj się (nowa karta)")).to_be_visible()
    assert answered(draft) == {}
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Zaloguj się (nowa karta)").click()
    other = opened.value
    other.get_by_label("Nazwa użytkownika").fill("b.cichocka")
    other.get_by_label("Hasło").fill(PASSWORD)
    other.keyboard.press("Enter")
    # Where they were.
    greeting = draft.answers.get(question__contains="powitał klienta słowami").recommendation_id
    expect(other).to_have_url(re.compile(rf"/audyty/{draft.uuid}/karta/#row-{greeting}$"))
    expect(question(other, "powitał klienta słowami")).to_be_in_viewport()
    page.bring_to_front()
    expect(state(page)).to_have_text(SAVED)
    assert answered(draft) == {"7.3": "not_met"}


def test_answers_given_before_the_script_came_are_saved_too(browser_page, log_in, supervisor, draft):
    held: list[Route] = []
    page = browser_page(PHONE)
    log_in(page, supervisor)
    page.route(SCRIPT, lambda route: held.append(route))
    page.goto(f"/audyty/{draft.uuid}/karta/", wait_until="commit")
    question(page, GREETING).get_by_text("Nie", exact=True).click()
    question(page, "Czy potrzebny był formularz?").get_by_text("Tak", exact=True).click()
    page.locator("#id_waiting_minutes").fill("11")
    expect(state(page)).to_have_text("")
    held[0].continue_()
    expect(state(page)).to_have_text(SAVED)
    assert answered(draft) == {"7.3": "not_met"}
    assert list(draft.gates.filter(arose=True).values_list("label", flat=True)) == ["formularz"]
    draft.refresh_from_db()
    assert draft.waiting_minutes == 11
    assert unsent(page) == []


def test_they_count_more_than_what_was_kept_of_an_earlier_visit(browser_page, log_in, supervisor, draft):
    page = browser_page(PHONE)
    log_in(page, supervisor)
    page.goto(f"/audyty/{draft.uuid}/karta/")
    page.context.set_offline(True)
    question(page, GREETING).get_by_text("Nie", exact=True).click()
    expect(state(page)).to_have_text("Brak sieci – 1 odpowiedź czeka")
    again, held = opened_again_on_a_slow_network(page)
    question(again, GREETING).get_by_text("Tak", exact=True).click()
    expect(state(again)).to_have_text("")
    held[0].continue_()
    expect(state(again)).to_have_text(SAVED)
    assert answered(draft) == {"7.3": "met"}


def test_the_other_half_of_an_answer_kept_stays(browser_page, log_in, supervisor, draft):
    page = browser_page(PHONE)
    log_in(page, supervisor)
    page.goto(f"/audyty/{draft.uuid}/karta/")
    page.context.set_offline(True)
    question(page, GREETING).get_by_text("Nie", exact=True).click()
    question(page, GREETING).locator(".q__more").evaluate("one => { one.open = true }")
    question(page, GREETING).locator("textarea").fill("mruknął")
    question(page, GREETING).locator("textarea").blur()
    expect(state(page)).to_have_text("Brak sieci – 1 odpowiedź czeka")
    again, held = opened_again_on_a_slow_network(page)
    question(again, GREETING).get_by_text("Tak", exact=True).click()
    expect(state(again)).to_have_text("")
    held[0].continue_()
    expect(state(again)).to_have_text(SAVED)
    assert draft.answers.exclude(verdict="").values_list("verdict", "note").get() == ("met", "mruknął")


def test_what_is_refused_with_a_new_token_too_is_kept_and_not_sent_in_a_loop(browser_page, log_in, supervisor, draft):
    """Something between us and the portal may refuse whatever is sent."""
    asked: list[str] = []
    page = browser_page(PHONE)
    log_in(page, supervisor)
    page.goto(f"/audyty/{draft.uuid}/karta/")

    def refuse(route: Route) -> None:
        if route.request.method == "POST":
            asked.append(route.request.url)
            route.fulfill(status=403, body="forbidden")
        else:
            route.continue_()

    page.route(re.compile("/karta/"), refuse)
    page.clock.install()
    question(page, GREETING).get_by_text("Nie", exact=True).click()
    expect(state(page)).to_have_text("Portal nie odpowiada – próba zostanie powtórzona")
    assert len(asked) == 2
    page.unroute(re.compile("/karta/"))
    page.clock.run_for(9_000)
    expect(state(page)).to_have_text(SAVED)
    assert answered(draft) == {"7.3": "not_met"}

"""Whatever the network does to requests and replies, nobody's answer clashes with an earlier one of their own."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from audits.choices import Role
from audits.models import Audit, User
from tests.audits.factories import DepartmentFactory, appointed, load_edition_2016, opened_audit
from tests.browser.checklist import SAVED, answered, opened_again_on_a_slow_network, question, state, unsent
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.django_db(transaction=True)

GREETING = "powitał klienta słowami"
FORM = "Czy potrzebny był formularz?"
FORM_ROW = "Czy potrzebny formularz był przygotowany?"
# Whatever the checklist's page sends: its own address serves it only.
SENT = re.compile(r"/karta/.+")
OFFLINE = "Brak sieci – 1 odpowiedź czeka"


@pytest.fixture
def supervisor() -> User:
    load_edition_2016()
    return appointed(Role.AUDITOR, DepartmentFactory())


@pytest.fixture
def draft(supervisor: User) -> Audit:
    return opened_audit(supervisor, supervisor.appointments.get().department, selection="everything")


@pytest.fixture
def page(browser_page: Callable[..., Page], log_in: Callable[..., None], supervisor: User, draft: Audit) -> Page:
    opened = browser_page(PHONE)
    log_in(opened, supervisor)
    opened.goto(f"/audyty/{draft.uuid}/karta/")
    return opened


class Network:
    """What lies between the pages and the portal."""

    deal_with: Callable[[Route], None]

    def __init__(self, page: Page) -> None:
        self.held: list[Route] = []
        self.works()
        page.context.route(SENT, lambda route: self.deal_with(route))

    def works(self) -> None:
        """From now on; what was held back goes on too."""
        self.deal_with = lambda route: route.continue_()
        while self.held:
            self.held.pop(0).continue_()

    def holds_back(self) -> None:
        self.deal_with = self.held.append

    def loses_replies(self) -> None:
        """The portal takes what is sent, and nobody hears of it."""
        self.deal_with = self.lose_reply

    @staticmethod
    def lose_reply(route: Route) -> None:
        route.fetch()
        route.abort()


@pytest.fixture
def network(page: Page) -> Network:
    return Network(page)


def choose(row: Locator, words: str) -> None:
    row.get_by_text(words, exact=True).click()


def write(row: Locator, note: str) -> None:
    row.locator(".q__more").evaluate("one => { one.open = true }")
    row.locator("textarea").fill(note)
    row.locator("textarea").blur()


def wait_for(page: Page, minutes: str) -> None:
    page.locator("#id_waiting_minutes").fill(minutes)
    page.locator("#id_waiting_minutes").blur()


def judge(page: Page, first: bool) -> None:
    choose(question(page, GREETING), "Nie" if first else "Tak")


def note(page: Page, first: bool) -> None:
    write(question(page, GREETING), "mruk" if first else "mruknął")


def turn(page: Page, first: bool) -> None:
    choose(question(page, FORM), "Nie" if first else "Tak")


def time(page: Page, first: bool) -> None:
    wait_for(page, "11" if first else "12")


def kept(draft: Audit) -> tuple[object, ...]:
    draft.refresh_from_db()
    row = draft.answers.get(recommendation__standard__number=7, recommendation__number=3)
    return row.verdict, row.note, draft.gates.get(label="formularz").arose, draft.waiting_minutes


CONTROLS = pytest.mark.parametrize(
    ("give", "in_the_end"),
    [
        (judge, ("met", "", None, 6)),
        (note, ("", "mruknął", None, 6)),
        (turn, ("", "", True, 6)),
        (time, ("", "", None, 12)),
    ],
    ids=["verdict", "note", "gate", "waiting time"],
)
Give = Callable[[Page, bool], None]


@CONTROLS
def test_an_answer_changed_after_its_reply_was_lost_is_saved(
    page: Page, network: Network, draft: Audit, give: Give, in_the_end: tuple[object, ...]
) -> None:
    network.loses_replies()
    give(page, True)
    expect(state(page)).to_have_text(OFFLINE)
    network.works()
    give(page, False)
    expect(state(page)).to_have_text(SAVED)
    expect(page.get_by_role("alert")).to_have_count(0)
    assert kept(draft) == in_the_end
    assert unsent(page) == []


@CONTROLS
def test_an_answer_changed_on_the_page_opened_anew_is_saved(
    page: Page, network: Network, draft: Audit, give: Give, in_the_end: tuple[object, ...]
) -> None:
    """That page was served before the earlier answer was taken, which arrives while the later one is given."""
    network.holds_back()
    with page.expect_request(SENT):
        give(page, True)
    again = page.context.new_page()
    again.goto(page.url)
    network.lose_reply(network.held.pop(0))
    page.close()
    give(again, False)
    network.works()
    expect(state(again)).to_have_text(SAVED)
    expect(again.get_by_role("alert")).to_have_count(0)
    assert kept(draft) == in_the_end


def test_an_answer_given_there_before_the_script_came_is_saved(page: Page, network: Network, draft: Audit) -> None:
    network.loses_replies()
    judge(page, True)
    expect(state(page)).to_have_text(OFFLINE)
    network.works()
    again, scripts = opened_again_on_a_slow_network(page)
    judge(again, False)
    expect(state(again)).to_have_text("")
    scripts[0].continue_()
    expect(state(again)).to_have_text(SAVED)
    expect(again.get_by_role("alert")).to_have_count(0)
    assert answered(draft) == {"7.3": "met"}


@CONTROLS
def test_while_a_reply_is_held_back_nothing_else_is_sent(
    page: Page, network: Network, draft: Audit, give: Give, in_the_end: tuple[object, ...]
) -> None:
    network.holds_back()
    with page.expect_request(SENT):
        give(page, True)
    give(page, False)
    # As on coming back to the page, and when the network is said to be there.
    page.evaluate("dispatchEvent(new Event('online'))")
    choose(question(page, "kontakt wzrokowy"), "Tak")
    assert len(network.held) == 1
    network.works()
    expect(state(page)).to_have_text(SAVED)
    expect(page.get_by_role("alert")).to_have_count(0)
    assert kept(draft) == in_the_end


def test_a_gate_opened_after_the_reply_to_nothing_else_happened_was_lost_is_open(
    page: Page, network: Network, draft: Audit
) -> None:
    network.loses_replies()
    page.get_by_role("button", name="Pozostałe nie wystąpiły").click()
    expect(state(page)).to_have_text(OFFLINE)
    network.works()
    turn(page, False)
    choose(question(page, FORM_ROW), "Tak")
    expect(state(page)).to_have_text(SAVED)
    expect(page.get_by_role("alert")).to_have_count(0)
    assert list(draft.gates.filter(arose=True).values_list("label", flat=True)) == ["formularz"]
    assert answered(draft)["10.1"] == "met"


def test_a_breach_seen_after_the_reply_to_none_of_the_above_was_lost_is_saved(
    page: Page, network: Network, draft: Audit
) -> None:
    row = question(page, "Czy pracownik jadł w obecności klienta?")
    network.loses_replies()
    page.get_by_role("button", name="Żadnego z powyższych").click()
    expect(state(page)).to_have_text(OFFLINE)
    network.works()
    choose(row, "Tak")
    expect(state(page)).to_have_text(SAVED)
    expect(page.get_by_role("alert")).to_have_count(0)
    assert answered(draft)["8.5"] == "not_met"


def test_a_row_answered_after_the_reply_about_its_gate_was_lost_is_saved(
    page: Page, network: Network, draft: Audit
) -> None:
    turn(page, True)
    expect(state(page)).to_have_text(SAVED)
    network.loses_replies()
    turn(page, False)
    expect(state(page)).to_have_text(OFFLINE)
    choose(question(page, FORM_ROW), "Tak")
    network.works()
    wait_for(page, "11")
    expect(state(page)).to_have_text(SAVED)
    expect(page.get_by_role("alert")).to_have_count(0)
    assert answered(draft) == {**answered(draft), "10.1": "met"}


def test_the_details_are_opened_once_the_waiting_time_is_saved(page: Page, network: Network, draft: Audit) -> None:
    network.holds_back()
    with page.expect_request(SENT):
        wait_for(page, "11")
    page.locator(".visit summary").click()
    page.get_by_role("link", name="Zmień dane").click()
    network.works()
    expect(page.get_by_role("textbox", name=re.compile("minut"))).to_have_value("11")
    page.get_by_label("Stanowisko lub pokój").fill("stanowisko 4")
    page.get_by_role("button", name="Zapisz").click()
    expect(page).to_have_url(re.compile("/karta/$"))
    draft.refresh_from_db()
    assert (draft.desk, draft.waiting_minutes) == ("stanowisko 4", 11)


def test_review_waits_for_what_is_on_its_way(page: Page, network: Network, draft: Audit) -> None:
    network.holds_back()
    with page.expect_request(SENT):
        judge(page, True)
    page.get_by_role("button", name="Sprawdź i złóż").click()
    network.works()
    expect(page).to_have_url(re.compile("/zlozenie/$"))
    assert answered(draft) == {"7.3": "not_met"}

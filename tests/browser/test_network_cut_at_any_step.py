"""An audit from its opening to its receipt, with the network cut at any step of the way and back hours later."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from audits.choices import AuditStatus, Role
from audits.models import Audit, DraftDevice, User
from tests.audits.factories import DepartmentFactory, appointed, employed, load_edition_2016, opened_audit
from tests.browser.checklist import SAVED, state, unsent
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.django_db(transaction=True)

STEPS = ("open", "answer", "note", "gate", "set aside", "check", "submit")
OFFLINE = "Brak sieci"


class Journey:
    """On a phone; each step says what it is to see where there is a network and where there is none."""

    def __init__(self, page: Page, auditor: User, axe_clean: Callable[[Page], None]) -> None:
        self.page, self.auditor, self.axe_clean, self.is_cut = page, auditor, axe_clean, False

    def go(self, cut_at: str) -> None:
        if cut_at == "open":
            self.page.goto("/")
            # The last of what opens a new audit.
            self.has_kept("/audyty/nowy/bez-sieci/")
        for step in STEPS:
            if step == cut_at:
                self.page.context.set_offline(True)
                self.is_cut = True
            getattr(self, step.replace(" ", "_"))()

    def kept(self) -> None:
        """The line at the bottom says that it is there, or that it waits."""
        if self.is_cut:
            expect(state(self.page)).to_contain_text(OFFLINE)
        else:
            expect(state(self.page)).to_have_text(SAVED)

    @property
    def row(self):
        return self.page.locator('.q[data-key^="answer:"]:not(.q--breach):visible').first

    def has_kept(self, address: str) -> None:
        self.page.evaluate(
            """async (address) => {
              while (!(navigator.serviceWorker.controller && (await caches.match(address)))) {
                await new Promise((done) => setTimeout(done, 50));
              }
            }""",
            address,
        )

    def open(self) -> None:
        page, department = self.page, self.auditor.appointments.get().department
        if not self.is_cut:
            kind = {"method": "observation", "channel": "phone", "selection": "everything"}
            draft = opened_audit(self.auditor, department, **kind)
            page.goto(f"/audyty/{draft.uuid}/karta/")
            self.has_kept(f"/audyty/{draft.uuid}/karta/")
        else:
            page.goto("/audyty/nowy/")
            page.locator("#person").select_option(index=1)
            page.locator("#card").select_option("observation/phone")
            page.locator('[name=selection][value="everything"]').check()
            page.get_by_label("nie łączy mnie").check()
            page.get_by_role("button", name="Otwórz audyt").click()
            expect(page.locator("#visit-unit")).to_contain_text("Wydział Próbny")
        expect(state(page)).not_to_have_text("")

    def answer(self) -> None:
        self.row.get_by_text("Nie", exact=True).click()
        self.kept()

    def note(self) -> None:
        self.row.locator(".q__more").evaluate("one => { one.open = true }")
        self.row.locator("textarea").fill("mruknął")
        self.row.locator("textarea").blur()
        self.kept()

    def gate(self) -> None:
        self.page.locator(".q--gate:visible").first.get_by_text("Tak", exact=True).click()
        self.kept()

    def set_aside(self) -> None:
        page = self.page
        page.get_by_role("button", name="Sprawdź i złóż").click()
        if self.is_cut:
            here = page.locator("#check-here")
            expect(here.locator("[data-list=noes]")).to_contain_text("mruknął")
            self.axe_clean(page)
            here.get_by_role("button", name="Odłóż audyt").click()
            expect(page.locator("#check-here-problem")).to_be_focused()
            page.locator("#leave-here").check()
            here.get_by_role("button", name="Odłóż audyt").click()
            expect(page.locator("#will-be-set-aside")).to_be_visible()
            return
        expect(page.get_by_role("region", name="Odpowiedzi „nie” (1)")).to_contain_text("mruknął")
        page.locator("#id_leave_unanswered").check()
        page.get_by_role("button", name="Odłóż audyt").click()
        expect(page.get_by_text("Audyt czeka do")).to_be_visible()
        page.goto(f"/audyty/{Audit.objects.get().uuid}/karta/")
        expect(state(page)).not_to_have_text("")

    def check(self) -> None:
        page = self.page
        if page.locator("#take-back").is_visible():
            page.get_by_role("button", name="Jeszcze nie").click()
        page.get_by_role("button", name="Sprawdź i złóż").click()
        if self.is_cut:
            line = page.locator("#check-here [data-list=left] a").first
            line.click()
            page.get_by_role("link", name="Wróć do sprawdzania").click()
            expect(line).to_be_focused()
        else:
            expect(page.get_by_role("heading", level=1)).to_have_text("Sprawdź przed złożeniem")

    def submit(self) -> None:
        page = self.page
        page.locator("#leave, #leave-here").check()
        page.get_by_role("button", name="Złóż audyt").click()
        expect(page.locator("#will-be-submitted")).to_be_visible()
        assert not Audit.objects.filter(status=AuditStatus.SUBMITTED).exists()
        # Whatever page is opened says what waits.
        page.goto("/audyty/")
        expect(page.locator("#unsent")).to_contain_text("Zostanie złożony, gdy będzie sieć.")
        self.axe_clean(page)


@pytest.mark.parametrize("cut_at", STEPS)
def test_it_is_in_the_portal_once_with_all_that_was_answered(
    browser_page: Callable[..., Page], log_in: Callable[..., None], axe_clean: Callable[[Page], None], cut_at: str
) -> None:
    load_edition_2016()
    auditor = appointed(Role.AUDITOR, DepartmentFactory(name="Wydział Próbny"))
    employed(auditor.appointments.get().department, first_name="Łucja", last_name="Świątek")
    page = browser_page(PHONE, service_workers="allow", reduced_motion="reduce")
    log_in(page, auditor)
    # It looks the same from wherever it was cut.
    Journey(page, auditor, axe_clean if cut_at == "open" else lambda _page: None).go(cut_at)
    page.context.set_offline(False)
    page.goto("/")
    expect(page.locator("#still-here")).to_contain_text("Złożono audyt z tego urządzenia: KA/")
    audit = Audit.objects.get()
    assert (audit.status, audit.auditor) == (AuditStatus.SUBMITTED, auditor)
    judged = audit.answers.get(verdict="not_met")
    assert (judged.note, audit.gates.filter(arose=True).count()) == ("mruknął", 1)
    assert unsent(page) == []
    assert DraftDevice.objects.count() == 1

"""From a supervisor's visit to the figures in the PDF that HR holds in hand."""

import datetime
import io
import re

import pdfplumber
import pytest
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import Page, expect

from audits import access
from audits.choices import Role
from audits.models import Audit, User
from tests.audits.factories import PASSWORD, appointed, code_of_the_app, purpose
from tests.audits.reports import makers
from tests.browser.checklist import taken_over
from tests.browser.conftest import DESKTOP, PHONE

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def office() -> makers.Office:
    """Six people in one unit; five of them were visited an hour ago, and 7.3 was met four times."""
    found = makers.office((6,))
    (unit,) = found.units
    standard_7 = [row for row in found.rows("mystery", "counter") if row.standard_number == "7" and row.is_core]
    for number, person in enumerate(found.people[unit.pk][:5]):
        makers.submit(
            found,
            unit,
            method="mystery",
            employee=person,
            rows=standard_7,
            took_place_at=timezone.now() - datetime.timedelta(hours=1),
            verdict={"7.3": "not_met"} if number == 0 else "met",
        )
    return found


def sign_in(page: Page, user: User) -> None:
    page.goto("/logowanie/")
    page.get_by_label("Nazwa użytkownika").fill(user.username)
    page.get_by_label("Hasło").fill(PASSWORD)
    page.keyboard.press("Enter")
    if access.must_have_second_factor(user):
        page.get_by_label("Kod").fill(code_of_the_app())
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Dzień dobry")).to_be_visible()


def audit_the_sixth_person(page: Page, office: makers.Office) -> None:
    """Standard 7, met but for 7.3, by keyboard, with the network lost for two answers."""
    person = office.people[office.units[0].pk][5]
    page.goto("/audyty/nowy/")
    page.get_by_label("Tajemniczy klient").check()
    page.get_by_label("Komórka organizacyjna").select_option(value=str(office.units[0].pk))
    name = page.get_by_label("Pracownik", exact=True)
    name.press_sequentially(person.last_name.lower())
    expect(page.get_by_role("option", name=person.last_name)).to_be_visible()
    name.press("ArrowDown")
    name.press("Enter")
    page.get_by_label("Wybrane standardy").check()
    page.get_by_label("Uprzejmie witaj klienta").check()
    page.get_by_label(re.compile("nie łączy mnie")).check()
    page.get_by_role("button", name="Otwórz audyt").click()
    expect(page).to_have_url(re.compile("/karta/$"))
    taken_over(page)

    left = page.locator("#left")
    # The gate question of 7.6 ("were further questions needed?") first, then the six acts.
    expect(left).to_have_text("7")
    page.get_by_role("button", name="Pozostałe nie wystąpiły").click()
    expect(left).to_have_text("6")
    for number in range(6):
        if number == 2:
            page.context.set_offline(True)
        if number == 4:
            page.context.set_offline(False)
        page.get_by_role("link", name="Następne").press("Enter")
        asks_for_greeting = "Dzień dobry" in page.locator(".q:focus-within").inner_text()
        page.keyboard.press("3" if asks_for_greeting else "1")
        expect(left).to_have_text(str(5 - number))
    expect(page.locator("#save-state")).to_have_text(re.compile(r"Zapisano \d\d:\d\d"))
    page.get_by_role("button", name="Sprawdź i złóż").click()
    page.get_by_role("button", name="Złóż audyt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"KA/\d{4}/\d{6}"))


def test_what_a_supervisor_saw_stands_in_the_pdf_that_hr_downloads(browser_page, axe_clean, office, settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path)},
        },
    }
    nadzor = purpose()
    phone = browser_page(PHONE)
    sign_in(phone, office.auditor)
    audit_the_sixth_person(phone, office)
    sixth = Audit.objects.counted().latest("pk")
    assert dict(sixth.answers.filter(recommendation__number="3").values_list("recommendation__number", "verdict")) == {
        "3": "not_met"
    }

    page = browser_page(DESKTOP)
    sign_in(page, appointed(Role.HR, office.district, username="kadry.proba"))
    page.get_by_role("link", name="Raporty").first.click()
    axe_clean(page)
    page.get_by_role("combobox", name="Komórka organizacyjna").first.fill("urząd")
    page.locator("#id_period").select_option("free")
    yesterday, today = timezone.localdate() - datetime.timedelta(days=1), timezone.localdate()
    page.get_by_label("Pierwszy dzień").fill(yesterday.isoformat())
    page.get_by_label("Ostatni dzień").fill(today.isoformat())
    page.get_by_label("pełny: wszystko").check()
    page.get_by_role("button", name="Utwórz raport").click()
    # Everything, as it is now, is for a purpose; then the form stands there as it was filled in.
    page.get_by_label("Cel", exact=False).first.select_option(label=nadzor.label)
    page.get_by_role("button", name="Pokaż nazwiska").click()
    expect(page.locator("#prospects")).to_contain_text(nadzor.label)
    page.get_by_role("button", name="Utwórz raport").click()

    # Nothing is made in the request: the page waits for the worker, and tells by itself when it is done.
    expect(page.get_by_text("W kolejce", exact=True)).to_be_visible()
    axe_clean(page)
    call_command("db_worker", queue_name="*", batch=True, verbosity=0, reload=False)
    link = page.get_by_role("link", name=re.compile("Pobierz PDF"))
    expect(link).to_be_visible(timeout=10_000)
    axe_clean(page)
    with page.expect_download() as download:
        link.click()
    assert download.value.suggested_filename.startswith("Raport UD-PRO")

    with pdfplumber.open(io.BytesIO(download.value.path().read_bytes())) as pdf:
        text = "\n".join(one.extract_text() for one in pdf.pages)
    # Six visits, the greeting met in four: Wilson's interval of 4 of 6.
    assert re.search(r"7\.3\s.*\b4\sz\s6\s30–90\b", text)
    assert "Tajemniczy klient" in text
    for person in office.people[office.units[0].pk]:
        assert person.last_name not in text

    page.get_by_role("link", name="Pokaż liczby na stronie").click()
    expect(page.get_by_text("4 z 6").first).to_be_visible()
    for width in (DESKTOP, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        axe_clean(page)

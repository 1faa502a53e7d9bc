"""Chromium as residents' offices have it: Polish, Warsaw time, at the widths the portal promises."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

# Playwright keeps an event loop in the thread of the test, which Django would take for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

PHONE = 360
DESKTOP = 1280
HEIGHTS = {PHONE: 740, DESKTOP: 900}

# How long a page may take to get there, in ms: these tests say what happens, not how fast.
PATIENCE = 15_000
expect.set_options(timeout=PATIENCE)

# Each request of a page that `browser_page` opens waits so long, in ms, so that a test that looks before a page is
# there fails every time instead of now and then: LATENCY=300 make test-browser
LATENCY = int(os.environ.get("LATENCY", "0"))

WCAG_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def installed_chromium() -> str | None:
    """The path of the system's browser, or None where only Playwright's own download can be there."""
    if named := os.environ.get("CHROMIUM"):
        return named
    for name in ("chromium-headless-shell", "chromium", "google-chrome", "google-chrome-stable"):
        if path := shutil.which(name):
            return path
    return None


def until(page: Page, script: str, argument: object = None) -> None:
    """Asks the page until `script` is true: `wait_for_function` would have the page evaluate it, against its policy."""
    for _turn in range(PATIENCE // 50):
        if page.evaluate(script, argument):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{script} did not come true at {page.url}")


def fits(page: Page) -> bool:
    """Whether the page, once it is drawn, is no wider than its window."""
    page.wait_for_load_state("load")
    width, window = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    return bool(width <= window)


def _slow_down(page: Page) -> None:
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")

    def set_conditions(offline: bool) -> None:
        conditions = {"offline": offline, "latency": LATENCY, "downloadThroughput": -1, "uploadThroughput": -1}
        network.send("Network.emulateNetworkConditions", conditions)

    cut = page.context.set_offline

    def set_offline(offline: bool) -> None:
        cut(offline)
        if not page.is_closed():
            set_conditions(offline)

    # Playwright's own says the same to the browser, without the latency, and the last one counts.
    page.context.set_offline = set_offline  # type: ignore[method-assign]
    set_conditions(offline=False)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {
        **browser_type_launch_args,
        "executable_path": installed_chromium(),
        "args": [
            # CI runs as root in a container, where the sandbox cannot start.
            *(["--no-sandbox"] if os.geteuid() == 0 else []),
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {
        **browser_context_args,
        "locale": "pl-PL",
        "timezone_id": "Europe/Warsaw",
        "viewport": {"width": DESKTOP, "height": HEIGHTS[DESKTOP]},
    }


@pytest.fixture(scope="session")
def live_server(django_db_setup: None, live_server: Any) -> Any:
    """pytest-django's, made after the test database: it decides by that whether its threads share a connection."""
    return live_server


@pytest.fixture
def browser_page(
    browser: Browser, browser_context_args: dict[str, Any], live_server: Any
) -> Iterator[Callable[..., Page]]:
    """Opens a page `width` pixels wide on the running portal; addresses are relative to it.

    Each call is a browser of its own: its own cookies, its own storage. Further keywords go to Playwright's
    `new_context` (`java_script_enabled=False`, `storage_state=…`). A script that fails, or anything the content
    security policy stops, fails the test at its end.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def note_refusal(message: ConsoleMessage) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            faults.append(message.text)

    def open_page(width: int = DESKTOP, **context_options: Any) -> Page:
        options = {
            **browser_context_args,
            "base_url": live_server.url,
            "viewport": {"width": width, "height": HEIGHTS.get(width, 900)},
            "has_touch": width < 768,
            # It would fetch what a test holds back; tests/browser/test_offline.py has it.
            "service_workers": "block",
            **context_options,
        }
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        if LATENCY:
            _slow_down(page)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", note_refusal)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not faults, "the pages ran into:\n" + "\n".join(faults)


@pytest.fixture
def log_in(live_server: Any, client: Any) -> Callable[..., None]:
    """Signs a page's browser in as `user` without the login form: `log_in(page, user)`."""
    from django.conf import settings

    def sign_in(page: Page, user: Any) -> None:
        client.force_login(user)
        page.context.add_cookies(
            [
                {
                    "name": settings.SESSION_COOKIE_NAME,
                    "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
                    "url": live_server.url,
                    "httpOnly": True,
                    "sameSite": "Lax",
                }
            ]
        )

    return sign_in


@pytest.fixture(scope="session")
def axe() -> Axe:
    return Axe()


@pytest.fixture
def axe_clean(axe: Axe) -> Callable[..., None]:
    """Asserts that axe finds no violation on a page as it stands, and names each with the elements it met."""

    def assert_clean(page: Page, context: str | dict[str, Any] | None = None) -> None:
        options = {
            "runOnly": {"type": "tag", "values": WCAG_RULES},
            # Which no rule run here needs: it copies imported style sheets into the page against its policy.
            "preload": False,
            # Of what is in order one example is enough: naming each element takes longer than looking at it.
            "resultTypes": ["violations"],
        }
        # A text can be found while style sheets are still on their way: what axe is to see is the page as drawn.
        page.wait_for_load_state("load")
        found = axe.run(page, context=context, options=options).response
        assert found["passes"], f"axe examined nothing at {page.url}"
        lines = [
            f"{violation['id']} ({violation['impact']}): {violation['help']}\n    "
            + "\n    ".join(
                f"{' '.join(map(str, node['target']))}   {node['html'][:160]}" for node in violation["nodes"]
            )
            for violation in found["violations"]
        ]
        width = page.viewport_size["width"] if page.viewport_size else "?"
        assert not lines, f"{len(lines)} accessibility violations at {page.url}, {width} px:\n" + "\n".join(lines)

    return assert_clean

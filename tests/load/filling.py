"""What filling a checklist takes on a phone: taps, keys, pixels, kilobytes, and seconds to the first saved answer.

    .venv/bin/python -m tests.load.filling

At 360 px, for an auditor's core and full checklist of a visit to the counter, on a fast network and on one of
400 kbit/s with 400 ms of delay. Every question is answered: a gate by "no" ("nothing else happened" answers them at
once), the list of breaches by "none of the above", the rest one by one. A tap is a press on the page; the way to the
next question by thumb is not counted. By keyboard every question gets its digit and Enter. The files come as the test
server sends them, not compressed.
"""

import sys
from pathlib import Path

import pytest

# Fixtures: found by their names here, since this is no folder of tests.
from tests.browser.conftest import *  # noqa: F403

ROOT = Path(__file__).resolve().parents[2]
SLOW = {"latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000, "offline": False}


@pytest.mark.django_db(transaction=True)
def test_measure(browser_page, log_in, capsys):
    import time

    from audits.choices import Role
    from standards.choices import Method
    from tests.audits.factories import DepartmentFactory, appointed, load_edition_2016, opened_audit

    load_edition_2016()
    department = DepartmentFactory()
    auditor = appointed(Role.AUDITOR, department)
    rows = []
    keys: dict[tuple[str, str], int] = {}
    for method in (Method.MYSTERY, Method.OBSERVATION):
        for selection in ("core", "everything"):
            for network in ("fast", "slow"):
                draft = opened_audit(auditor, department, method=method, selection=selection)
                page = browser_page(360)
                log_in(page, auditor)
                received: list[int] = []
                session = page.context.new_cdp_session(page)
                session.send("Network.enable")
                session.on(
                    "Network.loadingFinished", lambda event, got=received: got.append(event["encodedDataLength"])
                )
                if network == "slow":
                    session.send("Network.emulateNetworkConditions", SLOW)
                began = time.monotonic()
                page.goto(f"/audyty/{draft.uuid}/karta/", wait_until="commit")
                page.locator(".q__verdict:visible").first.click()
                page.wait_for_selector("#save-state[data-tone=saved]")
                first = time.monotonic() - began
                page.wait_for_load_state("networkidle")
                kilobytes, height = sum(received) / 1024, page.evaluate("document.documentElement.scrollHeight")
                taps = 1
                if network == "fast":
                    taps += finish(page)
                rows.append((method, selection, network, taps if network == "fast" else "", height, kilobytes, first))
                page.context.close()
                if network == "fast":
                    keys[method, selection] = keys_pressed(browser_page, log_in, auditor, method, selection)
    with capsys.disabled():
        print()  # noqa: T201
        for method, selection, network, taps, height, kilobytes, first in rows:
            pressed = keys[method, selection]
            said = f"{taps:>3} taps {pressed:>4} keys  " if taps else " " * 20
            print(f"{method:12} {selection:10} {network:4} {said}{height:>6} px  {kilobytes:>4.0f} KB  {first:.1f} s")  # noqa: T201


def finish(page) -> int:
    """Answers what is left; returns how many taps that took."""
    taps = 0
    buttons = [*page.get_by_role("button", name="Pozostałe nie wystąpiły").all()]
    buttons += page.get_by_role("button", name="Żadnego z powyższych").all()
    for button in buttons:
        if button.is_visible():
            button.click()
            taps += 1
    while True:
        left = page.evaluate(
            "() => [...document.querySelectorAll('.q:not([hidden])')].find(one => one.offsetParent && "
            "one.querySelector('input[type=radio]') && !one.querySelector('input:checked'))?.id"
        )
        if not left:
            return taps
        page.locator(f"#{left} .q__verdict").first.click()
        taps += 1


def keys_pressed(browser_page, log_in, auditor, method: str, selection: str) -> int:
    """A checklist filled by keys alone: each question's digit, and Enter to the next; a gate is answered by "no"."""
    from tests.audits.factories import opened_audit

    draft = opened_audit(auditor, auditor.appointments.get().department, method=method, selection=selection)
    page = browser_page(1280)
    log_in(page, auditor)
    page.goto(f"/audyty/{draft.uuid}/karta/")
    page.wait_for_selector("html.js #next")
    page.locator("#next").focus()
    page.keyboard.press("Enter")
    keys = 1
    while page.locator("#left").inner_text() != "0":
        is_gate = page.evaluate("Boolean(document.activeElement.closest('.q--gate'))")
        page.keyboard.press("3" if is_gate else "1")
        page.keyboard.press("Enter")
        keys += 2
    page.context.close()
    return keys


def main() -> None:
    sys.path.insert(0, str(ROOT))
    options = ["-q", "-p", "no:cacheprovider", "-o", "python_files=filling.py"]
    sys.exit(pytest.main([*options, str(Path(__file__)), *sys.argv[1:]]))


if __name__ == "__main__":
    main()

"""Locks by name: they exclude, they tell, and they end with their holder."""

import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from audits.queue import locks
from tests.audits.queue.processes import ROOT, Office

pytestmark = [pytest.mark.both_databases, pytest.mark.django_db(transaction=True)]

HOLDER = """
    import os
    import django
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "standards_portal.settings")
    django.setup()
    from audits.queue import locks
    with locks.held("in the test"):
        print("held", flush=True)
        input()
"""


@pytest.fixture
def holder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock "in the test" until it is ended."""
    environment = Office(tmp_path, monkeypatch).environment
    command = [sys.executable, "-c", textwrap.dedent(HOLDER)]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, text=True, **pipes)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_a_lock_is_seen_from_another_process_and_ends_when_that_is_killed(holder: subprocess.Popen[str]) -> None:
    assert locks.is_held("in the test")
    assert not locks.is_held("another")

    holder.kill()
    holder.wait()

    # Waits for PostgreSQL to notice that its session is gone.
    with locks.held("in the test"):
        assert locks.is_held("in the test")
    assert not locks.is_held("in the test")


def test_asking_takes_nothing(holder: subprocess.Popen[str]) -> None:
    assert [locks.is_held("free"), locks.is_held("free")] == [False, False]
    with locks.held("free"):
        assert locks.is_held("free")


def test_a_sign_is_shown_until_it_is_taken_down() -> None:
    sign, other = locks.Sign("here"), locks.Sign("here")
    assert not locks.is_held("here")
    sign.show()
    sign.show()
    other.show()
    sign.take_down()
    assert locks.is_held("here")
    other.take_down()
    assert not locks.is_held("here")


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="only a server ends sessions")
def test_a_sign_is_shown_again_by_a_new_session() -> None:
    sign = locks.Sign("here")
    sign.show()
    connection.close()
    assert not locks.is_held("here")
    sign.show()
    assert locks.is_held("here")
    sign.take_down()

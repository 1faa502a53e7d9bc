"""Other processes of the portal on the data of a test."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[3]
# Seconds: these tests say what happens, not how fast.
PATIENCE = 120
# How often a worker is killed, each round as long as two sweeps; before a release: KILL_ROUNDS=20.
ROUNDS = range(int(os.environ.get("KILL_ROUNDS", 3 if os.environ["DATABASE_URL"].startswith("postgres") else 1)))

# What is asked of the reports and jobs.
STATE = "SELECT state, attempt FROM audits_report"
MAKING = "SELECT state, stage FROM audits_report"
JOBS = "SELECT status FROM django_tasks_database_dbtaskresult"


class Office:
    """The database of a test as other processes see it, and their files in `folder`.

    On PostgreSQL it is the test's own; on SQLite, where that is in memory, a copy in a file of what was written so far.
    """

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._path = folder / "portal.sqlite3"
        self.environment = {**os.environ, "PRIVATE_MEDIA_ROOT": str(folder), "LOG_LEVEL": "WARNING"}
        configured = connection.settings_dict
        if connection.vendor == "postgresql":
            address = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**configured)
        else:
            with closing(sqlite3.connect(self._path)) as copy:
                connection.ensure_connection()
                connection.connection.backup(copy)
                copy.execute("PRAGMA journal_mode=WAL")
            address = f"sqlite:///{self._path}"
            # By which this process finds the locks of the others.
            monkeypatch.setitem(configured, "NAME", str(self._path))
        self.environment["DATABASE_URL"] = address
        self._running: list[subprocess.Popen[bytes]] = []

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, str(ROOT / "manage.py"), *words]
        process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdin=subprocess.DEVNULL)
        self._running.append(process)
        return process

    def end(self) -> None:
        for process in self._running:
            process.kill()
            process.wait()

    def kill(self, process: int) -> None:
        os.kill(process, signal.SIGKILL)

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(statement)
                return list(cursor.fetchall())
        with closing(sqlite3.connect(self._path, timeout=20)) as opened:
            return list(opened.execute(statement))

    def wait_for(self, statement: str, is_it: Callable[[list[tuple[Any, ...]]], bool]) -> list[tuple[Any, ...]]:
        """The rows of `statement`, as soon as they are what is waited for."""
        until = time.monotonic() + PATIENCE
        while not is_it(found := self.rows(statement)):
            assert time.monotonic() < until, f"still {found}"
            time.sleep(0.05)
        return found

"""Locks by name that end with the process that holds them: no heartbeat tells of life, no clock of death.

On PostgreSQL an advisory lock of the session. On SQLite, where every process is on one machine, a lock on a file beside
the database. Both are gone the moment their holder is, however it ended.
"""

import fcntl
import functools
import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection


@contextmanager
def held(name: str) -> Iterator[None]:
    """Waits until nobody else holds it. Not to be taken again inside."""
    if connection.vendor == "postgresql":
        with _held_by_session(name):
            yield
    else:
        with _file(name).open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


@contextmanager
def _held_by_session(name: str) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_number(name)])
    session = connection.connection
    try:
        yield
    finally:
        # With another session, the lock went with the one that had it.
        if connection.connection is session and connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_number(name)])


class Sign:
    """That a process of this name is alive. Many may show one name; it stands until `take_down` or their end."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._shown_by: object = None

    def show(self) -> None:
        """Again and again: a session that was opened anew shows nothing yet."""
        if connection.vendor == "postgresql":
            connection.ensure_connection()
            if self._shown_by is not connection.connection:
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_lock_shared(%s)", [_number(self._name)])
                self._shown_by = connection.connection
        elif self._shown_by is None:
            file = _file(self._name).open("w")
            fcntl.flock(file, fcntl.LOCK_SH)
            self._shown_by = file

    def take_down(self) -> None:
        shown_by, self._shown_by = self._shown_by, None
        if connection.vendor == "postgresql":
            if shown_by is not None and shown_by is connection.connection:
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_unlock_shared(%s)", [_number(self._name)])
        elif shown_by is not None:
            shown_by.close()  # type: ignore[attr-defined]


def is_held(name: str) -> bool:
    """Whether any process holds it or shows it. Asking takes nothing, so nobody has to wait for the question."""
    if connection.vendor == "postgresql":
        number = _number(name)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1"
                " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
                " AND classid::bigint = %s AND objid::bigint = %s)",
                [number >> 32 & 0xFFFFFFFF, number & 0xFFFFFFFF],
            )
            return bool(cursor.fetchone()[0])
    path = _file(name)
    if not path.exists():
        return False
    with path.open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def forget(name: str) -> None:
    """Removes what is left of a lock that nobody will take again; only who holds it may."""
    if connection.vendor != "postgresql":
        _file(name).unlink(missing_ok=True)


def _number(name: str) -> int:
    """What PostgreSQL knows a lock by: 64 bits with a sign."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "big", signed=True)


def _file(name: str) -> Path:
    folder = _folder()
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / f"{hashlib.blake2b(name.encode(), digest_size=12).hexdigest()}.lock"


@functools.cache
def _folder_of_this_process() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="portal-locks-")


def _folder() -> Path:
    database = str(connection.settings_dict["NAME"])
    if "memory" in database:
        # Which no other process sees.
        return Path(_folder_of_this_process().name)
    return Path(f"{database}-locks")

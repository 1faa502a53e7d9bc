"""Stored databases: where they lie, how one is loaded into an empty database, and what a database holds."""

import os
import sqlite3
import subprocess
import sys
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg2

STORED = Path(__file__).parent
ROOT = STORED.parent.parent

# Every table's rows, each as its columns' names and values.
Holdings = dict[str, list[dict[str, Any]]]


def file_of(version: str, address: str) -> Path:
    return STORED / f"{version}.{'sqlite' if is_sqlite(address) else 'postgres'}.sql"


def versions() -> list[str]:
    return sorted(path.name.removesuffix(".sqlite.sql") for path in STORED.glob("*.sqlite.sql"))


def is_sqlite(address: str) -> bool:
    return address.startswith("sqlite")


@contextmanager
def scratch(beside: str, folder: Path) -> Iterator[str]:
    """The address of an empty database of the same kind as the one that is named, gone afterwards."""
    if is_sqlite(beside):
        path = folder / "scratch.sqlite3"
        yield f"sqlite:///{path}"
        path.unlink(missing_ok=True)
        return
    name = f"scratch_{uuid.uuid4().hex}"
    with closing(psycopg2.connect(beside)) as server:
        server.autocommit = True
        cursor = server.cursor()
        cursor.execute(f"CREATE DATABASE {name}")
        try:
            yield urlsplit(beside)._replace(path=f"/{name}").geturl()
        finally:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def connect(address: str) -> Any:
    return sqlite3.connect(address.removeprefix("sqlite:///")) if is_sqlite(address) else psycopg2.connect(address)


def load(version: str, address: str) -> None:
    text = file_of(version, address).read_text(encoding="utf-8")
    with closing(connect(address)) as connection:
        if is_sqlite(address):
            connection.executescript(text)
        else:
            connection.cursor().execute(text)
        connection.commit()


def dump(address: str) -> str:
    """As `load` takes it."""
    if is_sqlite(address):
        with closing(connect(address)) as connection:
            return "\n".join(connection.iterdump()) + "\n"
    options = ["--inserts", "--rows-per-insert=100", "--no-owner", "--no-privileges"]
    text = subprocess.run(["pg_dump", *options, address], capture_output=True, text=True, check=True).stdout
    # Words to psql, and a setting that older servers do not know.
    lines = (line for line in text.splitlines() if not line.startswith(("\\", "SET transaction_timeout")))
    return "\n".join(lines) + "\n"


_TABLES = {
    True: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    False: "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
}
_TRIGGERS = {
    True: "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    False: "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}


def holdings(address: str) -> Holdings:
    found: Holdings = {}
    with closing(connect(address)) as connection:
        cursor = connection.cursor()
        cursor.execute(_TABLES[is_sqlite(address)])
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - a name that the database told
            names = [column[0] for column in cursor.description]
            found[table] = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return found


def triggers(address: str) -> set[str]:
    with closing(connect(address)) as connection:
        cursor = connection.cursor()
        cursor.execute(_TRIGGERS[is_sqlite(address)])
        return {name for (name,) in cursor.fetchall()}


def lost(before: Holdings, after: Holdings) -> list[str]:
    """What of the first is not in the second, in words."""
    faults = []
    for table, rows in before.items():
        if table not in after:
            faults.append(f"{table} is gone")
            continue
        columns = list(rows[0]) if rows else []
        there = Counter(_values(row, columns) for row in after[table])
        if missing := Counter(_values(row, columns) for row in rows) - there:
            faults.append(f"{table}: {missing.total()} of {len(rows)} rows are gone or changed")
    return faults


def _values(row: dict[str, Any], columns: list[str]) -> tuple[str, ...]:
    """Of a column that is no more: nothing."""
    return tuple(repr(row[column]) if column in row else "" for column in columns)


def manage(address: str, *words: str) -> subprocess.CompletedProcess[str]:
    """A command of the portal on that database."""
    return subprocess.run(
        [sys.executable, ROOT / "manage.py", *words],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": address},
        capture_output=True,
        text=True,
        check=False,
    )
